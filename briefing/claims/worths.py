"""A sum in an utterance goes in; is it what the company is worth in a round, by the small words around it?"""

from __future__ import annotations

from briefing.claims.rounds import mentions
from briefing.claims.view import View
from briefing.model.money import Role


def was_worth(view: View, number: int, first: int, before: list[Role]) -> bool:
    """ "valued at $9 million, up from | $5 million in its previous round"."""
    if not number or before[-1] != "valuation":
        return False
    at = first - 1 - (view.word(first - 1) == "the")
    near = first - view.amount_span(number - 1)[1] <= (4 if view.word(at) == "from" else 5)
    return near and view.word(at) in _COMPARING


_COMPARING = frozenset({"from", "versus", "against"})  # "at $80 million, against the | $50 million | of the seed round"


def falls_to(view: View, number: int, first: int, before: list[Role]) -> bool:
    """ "see its valuation slashed from $9 million last year to just | $5 million": the end of a fall or rise."""
    if not number or before[-1] != "valuation" or view.amounts[number].range_end:
        return False
    opens, ends = view.amount_span(number - 1)
    between = view.words(ends, first)
    to = next((at for at, word in enumerate(between) if word == "to"), -1)
    near = to >= 0 and to <= 4 and len(between) - to <= 3 and {",", ";", ".", "and"}.isdisjoint(between)
    return near and "from" in view.words(opens - 3, opens)


def at_worth(view: View, number: int, first: int, before: list[Role]) -> bool:
    """ "$5 million …, | at $90 million", "last raised in June, at": what the company was worth in the round told of."""
    if view.word(first - 1) != "at" or view.word(first - 2) == "put":
        return False
    if view.word(first - 2) in ("priced", "pegged") and mentions(view):
        return view.amounts[number].money.value >= _LEAST_WORTH  # "was last priced at | $5 million in a March round"
    if not number or before[-1] not in ("raised", "equivalent"):
        return _raised_at(view, first)
    here, there = view.amounts[number].money, view.amounts[number - 1].money
    return here.value >= 2 * there.value if here.currency == there.currency else here.value >= _LEAST_WORTH


def priced_at(view: View, number: int, first: int) -> bool:
    """ "the round prices Acme at | $5 million", "the money came in at", "At | $5 million, the valuation", "a price tag
    of | $5 million on the company": what the company is worth, by words that name no valuation."""
    if view.amounts[number].money.value < _LEAST_WORTH:
        return False
    after = view.amount_span(number)[1]
    if view.word(first - 1) == "of" and view.words(first - 3, first - 1) == ["price", "tag"]:
        return view.word(after) == "on"
    if view.words(after, after + 4) in ([",", "post", "-", "money"], [",", "pre", "-", "money"]):
        return True
    if view.word(first - 1) != "at":
        return False
    if first == 1 and view.word(after) == "," and "valuation" in view.words(after + 1, after + 5):
        return True
    if view.word(first - 2) == "priced" and view.word(first - 3) in ("last", "lately", "recently"):
        return True
    ahead = view.words(max(0, first - 7), first - 1)
    if tuple(ahead[-2:]) in _CAME_AT and not _PAPER.isdisjoint(ahead[:-2]):
        return True
    verb = next((at for at in range(first - 2, max(first - 6, -1), -1) if view.word(at) in _PRICING), -1)
    return (
        verb >= 0
        and all(
            (at in view.name_at and view.name_at[at].is_subject) or view.word(at) in _THE_COMPANY
            for at in range(verb + 1, first - 1)
        )
        and verb + 1 < first - 1
    )


_PRICING = frozenset({"prices", "priced", "pricing", "pegs", "pegged", "pegging", "marks", "marked"})
_THE_COMPANY = frozenset({"it", "the", "company", "business", "startup", "firm", "group"})
_CAME_AT = (("came", "in"), ("went", "in"), ("changed", "hands"), ("change", "hands"), ("bought", "in"))
_PAPER = frozenset({"money", "shares", "stock", "stakes", "investors", "capital", "cash"})


def _raised_at(view: View, first: int) -> bool:
    """ "to raise funds | at $9 billion", "last raised in June, at": a verb of raising without a sum of its own.

    Nobody raises "at" what comes in.
    """
    verb = next((at for at in range(first - 2, max(first - 12, -1), -1) if view.word(at) in _RAISING), -1)
    if verb < 0 or verb in view.name_at:
        return False
    crossed = view.words(verb + 1, first - 1)
    return _APART.isdisjoint(crossed) and not any(verb < at < first for at in view.amount_at)


_RAISING = frozenset({"raise", "raises", "raised", "raising"})
_APART = frozenset({";", ".", ":", "and", "but", "while", "which", "that", "debt", "loan", "loans", "price", "prices"})
_LEAST_WORTH = 1_000_000  # no price of a share


def of_stage_worth(view: View, first: int) -> bool:
    """ "has an offer for a Series D, at | $7 million": a round's name in front, and what it would be worth."""
    return view.words(first - 2, first) == [",", "at"] and any(
        one.kind == "stage" and one.after == first - 2 for one in mentions(view)
    )


def is_put_at(view: View, first: int) -> bool:
    """ "Estimate the valuation of this round at | $7 million": the valuation, not the round, governs "at"."""
    if view.words(first - 2, first) == [",", "at"] and not any(
        at in view.amount_at for at in range(first - _AGAIN, first)
    ):
        ahead = view.words(max(0, first - _AGAIN), first - 2)  # "at a valuation, as its owners asked, at | $7 million"
        return "valuation" in ahead and "at" in ahead[: ahead.index("valuation")]
    near = view.words(max(0, first - _PUT_AT), first)
    if near[-1:] != ["at"] or "valuation" not in near:
        return False
    between = near[near.index("valuation") + 1 : -1]
    return between[:1] in (["of"], ["for"], ["in"], []) and not _NO_WORTH & set(between)


_AGAIN = 24  # words from "at a valuation", over an aside, to its sum
_PUT_AT = 9  # words from "valuation" to the sum
_NO_WORTH = frozenset({",", ";", "raised", "raising", "raises", "and", "with"})
