"""A sum goes in; what the sum beside it makes of it comes out: another currency, the other half of a pair.

"€7 million (about $8 million)", "up from $20 million to $30 million", "raised $5 million in 2022, $9 million in 2024".
"""

from __future__ import annotations

from briefing.claims.headnouns import measures, noun_phrase
from briefing.claims.phrases import words_of
from briefing.claims.view import View
from briefing.model.money import Role


def equivalent(view: View, number: int, before: list[Role]) -> Role | None:
    """ "€7 million Series A (about $8 million)": the sum before in another currency."""
    if not number or (before[-1] in ("range-end", "equivalent") and number < 2):
        return None
    if view.amounts[number - 1].money.currency == view.amounts[number].money.currency:
        return None
    start, end = view.amount_span(number - 1)[1], view.amount_span(number)[0]
    between = [view.word(index) for index in range(start, end)]
    bracketed = "(" in between and ")" not in between and len(between) <= 8 and between.index("(") >= len(between) - 3
    slashed = between[:2] == [",", "or"] and all(word in _ROUGHLY for word in between[2:])
    slashed = slashed or between in (["/"], [",", "or"], ["or"], [",", "or", "about"], [",", "which", "is"])
    if not bracketed and not slashed:
        return None
    return "equivalent" if before[-1] in ("raised", "equivalent") else before[-1]


_ROUGHLY = frozenset(
    {"about", "around", "roughly", "some", "nearly", "approximately", "just", "over", "under", "almost"}
)


def paired(view: View, number: int, first: int, before: list[Role]) -> Role | None:
    """The role of the sum before, if this one is the other half of a pair or a series."""
    if not number:
        return None
    between = view.words(view.amount_span(number - 1)[1], first)
    role = before[-1] if before[-1] != "range-end" or number < 2 else before[-2]
    if role == "revenue":
        return role if len(between) <= 22 and not set(between) & {".", "raised", "valuation"} else None
    if role in ("valuation", "price"):
        went_on = role == "valuation" and _goes_on(view, number, first, before)
        return before[-2] if went_on else role if _only_pairing(between) else None
    if role in ("equivalent", "contract", "range-end"):
        return None
    if role == "raised" and _dated_series(view, number, first):
        return role
    if role == "raised" and view.word(first - 1) in ("added", "adds") and first - 2 in view.name_at:
        return None if view.name_at[first - 2].is_subject else role  # "… and in 2023 Northwind added | $5 million"
    return role if (len(between) <= 9 and "and" in between) or _only_pairing(between) else None


def _goes_on(view: View, number: int, first: int, before: list[Role]) -> bool:
    """ "raised $5 million at $90 million in 2024 and | $2 million in 2022": a sum of its own, told by the same verb."""
    if number < 2 or before[-2] != "raised" or view.word(first - 1) != "and":
        return False
    here, worth = view.amounts[number].money, view.amounts[number - 1].money
    raised_at = view.word(view.amount_span(number - 1)[0] - 1) == "at"
    behind = view.words(view.amount_span(number)[1], view.amount_span(number)[1] + 1)
    smaller = here.currency == worth.currency and 2 * here.value <= worth.value
    return raised_at and smaller and behind in (["in"], ["from"], ["at"], ["a"], ["two"], ["last"])


def _dated_series(view: View, number: int, first: int) -> bool:
    """ "raised $5 million in 2022, | $9 million in 2024": nothing but the date of the sum before stands between."""
    start = view.amount_span(number - 1)[1]
    dated = {at for date in view.utterance.dates for at in range(*view.span(date.start, date.end))}
    rest = [view.word(at) for at in range(start, first) if at not in dated]
    return len(rest) < first - start <= 9 and all(word in _IN_SERIES for word in rest)


_IN_SERIES = frozenset({"in", "on", ",", "and", "then", "another", "a", "further", "about", "nearly", "over", ";"})


def _only_pairing(between: list[str]) -> bool:
    return len(between) <= 6 and all(word in words_of("sums", "between", "pair") for word in between)


def said_ahead(view: View, number: int, after: int) -> Role | None:
    """ "from $20M → $400M ARR": the sum that follows says it for both."""
    if number + 1 >= len(view.amounts):
        return None
    start, end = view.amount_span(number + 1)
    between = view.words(after, start)
    joined = between and _only_pairing(between) and bool({"to", ">", "→"} & set(between))
    return "revenue" if joined and measures(" ".join(noun_phrase(view, end))) else None
