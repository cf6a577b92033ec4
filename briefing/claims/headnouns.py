"""The words behind a sum go in, what they make of it comes out: "$6 billion | valuation", "€4 billion | plan"."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from briefing.claims.phrases import words_of
from briefing.claims.view import View
from briefing.model.money import Role

_LONGEST = 9


def noun_phrase(view: View, after: int) -> list[str]:
    """The words of the noun phrase that a sum stands in front of: "$7 million | Series D round | was led"."""
    index = after
    while view.word(index) in ("-", "'"):
        index += 1
    if view.word(index) == "(":
        closing = next((at for at in range(index, min(index + 14, len(view.found))) if view.word(at) == ")"), None)
        index = closing + 1 if closing is not None else index
    if view.word(index) in words_of("sums", "phrase", "links"):
        index += 1
    found: list[str] = []
    while index < len(view.found) and len(found) < _LONGEST and not _ends(view, index, found):
        if view.found[index].kind == "w" and not _goes_on(view, index, found):
            found.append(view.word(index))
        index += 1
    return found


def _goes_on(view: View, index: int, found: list[str]) -> bool:
    """ "a mix of | debt and shares": small words inside the phrase."""
    word = view.word(index)
    of = word == "of" and found[-1:] and found[-1] in words_of("sums", "phrase", "of_goes_on")
    return bool(of) or (word == "and" and found[-1:] == ["equity"])


_VERBS = frozenset(
    "bringing taking pushing made makes gave came went took hit hits drew left fell rose goes comes shows seems "
    "became".split()
)


def _ends(view: View, index: int, found: list[str]) -> bool:
    word = view.word(index)
    if _goes_on(view, index, found) or (word in ("its", "the", "a", "an") and not found):
        return False
    return (
        word in words_of("sums", "phrase", "ends")
        or word in _VERBS
        or word in words_of("sums", "phrase", "stops")
        or index in view.amount_at
    )


@cache
def _nouns() -> dict[str, Role]:
    """A noun at the head of the phrase → role. Later tables give way to earlier ones."""
    order: tuple[tuple[str, Role], ...] = (
        ("valuation", "valuation"),
        ("round", "raised"),
        ("debt", "raised"),
        ("grant", "raised"),
        ("convertible", "raised"),
        ("ipo", "raised"),
        ("fund", "fund"),
        ("capex", "capex"),
        ("contract", "contract"),
        ("price", "price"),
        ("other", "other"),
    )
    table: dict[str, Role] = {}
    for key, role in order:
        for word in words_of("rounds", "nouns", key):
            table.setdefault(word, role)
    return table


def is_funding_noun(word: str) -> bool:
    return _nouns().get(word) == "raised"


def role_of_phrase(phrase: list[str]) -> Role | None:
    """What a noun phrase makes of the sum in front of it, None if it says nothing."""
    if not phrase:
        return None
    joined = " ".join(phrase)
    if _is_worth(phrase, joined):
        return "valuation"
    if any(term in joined for term in words_of("rounds", "nouns", "secondary")):
        return "raised"
    if measures(joined):
        return "revenue"
    if any(pair in _NEW_SHARES for pair in pairwise(phrase)):
        return "raised"
    funding = any(is_funding_noun(word) for word in phrase)
    if "total" in phrase and funding:
        return "total"
    return "raised" if "financing" in phrase else _of_head(phrase, funding)


_NEW_SHARES = frozenset(
    (first, second)
    for first in ("share", "stock", "shares", "rights", "equity", "convertible")
    for second in ("issue", "issuance", "placement", "placing", "offering")
) | {("capital", "increase"), ("capital", "raise"), ("capital", "raising")}


def _is_worth(phrase: list[str], joined: str) -> bool:
    if set(phrase) & words_of("sums", "phrase", "valuation"):
        return True
    if any(term in joined for term in words_of("rounds", "nouns", "market_value")):
        return True
    return phrase[0] in ("post", "pre") and phrase[1:2] in (["money"], ["investment"], [])


_TERMS = frozenset(("commitment", "agreement", "deal", "contract"))


def _of_head(phrase: list[str], funding: bool) -> Role | None:
    """The role of the last noun that has one."""
    for word in reversed(phrase):
        role = _nouns().get(word)
        if role is None or role == "valuation":
            continue
        if word in ("facility", "facilities") and set(phrase) & {
            "credit",
            "loan",
            "debt",
            "term",
            "revolving",
            "lending",
        }:
            return "raised"
        if word in _TERMS and {"year", "month"} & set(phrase):
            return "contract"  # "a $70 million three-year commitment"
        if role == "contract" and funding and word in ("deal", "deals", "agreement", "agreements"):
            return "raised"
        if role == "other" and word in words_of("sums", "phrase", "weak"):
            continue  # "a $5 million round in the company"
        return role
    return None


@cache
def _measure_names() -> tuple[str, ...]:
    return tuple(f" {name.replace(' - ', ' ')} " for name in sorted(words_of("metrics", "money")) if name != "cash")


@lru_cache(maxsize=1024)
def measures(joined: str) -> bool:
    """Do the words name a measure of trade ("annual recurring revenue")?"""
    spaced = f" {joined} "
    return any(name in spaced for name in _measure_names())


def valued_just_before(view: View, first: int) -> bool:
    """ "valued at | $2 billion in its last round": the verb right in front wins over the round behind."""
    before = " ".join(view.words(max(0, first - 4), first))
    return any(pair in before for pair in ("valued at", "valuation of", "valuation at", "valued it at"))
