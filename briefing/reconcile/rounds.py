"""One funding claim in, one statement out: stage, dates, sums by role and names, ready to be compared with others."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.model.claim import Claim, FundingValues, Instrument
from briefing.model.dates import bounds
from briefing.model.money import Money
from briefing.reconcile.folding import fold, name_key
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import words
from briefing.reconcile.sizes import NEAR, Mark, marks, span

_ALIKE: dict[Instrument, frozenset[Instrument]] = {
    "equity": frozenset({"equity", "unknown", "mixed", "convertible"}),
    "debt": frozenset({"debt", "convertible", "unknown", "mixed"}),
    "convertible": frozenset({"convertible", "debt", "equity", "unknown", "mixed"}),
    "mixed": frozenset({"mixed", "equity", "debt", "convertible", "unknown"}),
    "grant": frozenset({"grant", "unknown"}),
    "secondary": frozenset({"secondary", "unknown"}),
    "ipo": frozenset({"ipo", "unknown"}),
    "unknown": frozenset({"unknown", "equity", "debt", "convertible", "mixed", "grant", "secondary", "ipo"}),
}
_ABOUT = 0.06  # two vague figures that lie further apart are two
_SCOPE = 2.0  # times the smaller: figures further apart are of a part and of the whole
GRACE = 16  # days by which two tellings of one event may miss each other


class Statement(NamedTuple):
    """stage: key of the round's name, "" if it has none. raised, equivalents, valuations: as printed.

    backers: keys of leads, participants and givers of cheques. mood: fact, plan or rumour. marks: of the sums. leaning:
    it was given to an event by the words around it and is of that event's mood.
    """

    claim: Claim
    values: FundingValues
    stage: str
    date: str
    raised: tuple[Money, ...]
    equivalents: tuple[Money, ...]
    valuations: tuple[Money, ...]
    leads: frozenset[str]
    backers: frozenset[str]
    mood: str
    marks: frozenset[Mark]
    leaning: bool = False

    @property
    def sums(self) -> tuple[Money, ...]:
        return self.raised + self.equivalents


def state(claim: Claim, values: FundingValues, ground: Ground) -> Statement:
    raised = tuple(amount.money for amount in values.amounts if amount.role == "raised")
    leads = frozenset(_key(name, ground) for name in values.leads)
    others = [*values.participants, *(cheque.investor for cheque in values.contributions)]
    equivalents = tuple(amount.money for amount in values.amounts if amount.role == "equivalent")
    mood = {"rumoured": "rumour", "planned": "plan"}.get(claim.modality, "fact")
    return Statement(
        claim,
        values,
        stage_of(values.name),
        values.when.edtf if values.when else "",
        raised,
        equivalents,
        tuple(amount.money for amount in values.amounts if amount.role == "valuation"),
        leads,
        leads | frozenset(_key(name, ground) for name in others),
        mood,
        frozenset(mark for money in raised + equivalents for mark in marks(money)),
    )


@cache
def _stage_pattern() -> re.Pattern[str]:
    alone = "|".join(re.escape(word) for word in words("rounds", "stages"))
    lettered = "|".join(re.escape(word) for word in words("rounds", "lettered"))
    return re.compile(
        rf"\b(pre[ -]?)?(?:({alone})|(?:{lettered})[ -]([a-k])(?:[ -]?(\d))?|([a-k])[ -](?:{lettered}))\b"
    )


@cache
def stage_of(name: str) -> str:
    """ "Series B extension (convertible)" gives "b+", "Seed round" gives "seed"; "" where no stage is named."""
    folded = fold(name)
    match = _stage_pattern().search(folded)
    if not match:
        return ""
    stage = match[2] or f"{match[3] or match[5]}{match[4] or ''}"
    return "pre-" * bool(match[1]) + stage + "+" * any(word in folded for word in words("rounds", "extensions"))


def alike(one: Instrument, other: Instrument) -> bool:
    return other in _ALIKE[one]


def all_alike(one: Instrument, others: Set[Instrument]) -> bool:
    """Is the kind `alike` each of the others?"""
    return others <= _ALIKE[one]


@lru_cache(maxsize=65536)
def meet(one: str, other: str, grace: int = GRACE) -> bool:
    """Do two dates overlap, or miss each other by few days? Unknown dates meet everything."""
    a, b = bounds(one), bounds(other)
    return a is None or b is None or (a[0] - grace <= b[1] and b[0] - grace <= a[1])


def agree(one: Money, other: Money) -> bool:
    """Can both wordings mean one sum? "Over 2" agrees with 2 to 2.3, not with any larger sum."""
    if one.currency != other.currency:
        return False
    return same_figure(one, other)


def same_figure(one: Money, other: Money) -> bool:
    """The same, whatever the currency or unit; "over 5" and "over 6" are two figures."""
    above = ("over", "at-least")
    if one.qualifier in above and other.qualifier in above:
        return abs(one.value - other.value) <= NEAR * max(one.value, other.value)
    if one.qualifier == other.qualifier == "about" and abs(one.value - other.value) > _ABOUT * max(
        one.value, other.value
    ):
        return False  # "roughly 68" and "about 75": each could be 71, and nobody means that
    low, high = span(one.value, one.qualifier)
    floor, ceiling = span(other.value, other.qualifier)
    edge = 1e-9 * max(high, ceiling)  # 8.5 and 8.6 meet in 8.55 and are not the same
    return low < ceiling - edge and floor < high - edge


def any_agree(some: Sequence[Money], others: Sequence[Money]) -> bool:
    return any(agree(one, other) for one in some for other in others)


def clash(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """Both name sums in one currency, and none of them agree."""
    shared = {money.currency for money in some} & {money.currency for money in others}
    return bool(shared) and not any_agree(some, others)


def of_one_scope(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """Near enough to be two tellings of one figure? What is many times the other counts something else."""
    return any(
        one.currency == other.currency and max(one.value, other.value) <= _SCOPE * min(one.value, other.value)
        for one in some
        for other in others
    )


def around_the_money(one: Money, other: Money, raised: Sequence[Money]) -> bool:
    """Is one valuation that before the money of the round, the other that after it?"""
    low, high = sorted((one.value, other.value))
    return any(
        one.currency == other.currency == money.currency
        and abs(high - low - money.value) <= min(0.03 * high, 0.25 * money.value)  # a small round explains no gap
        for money in raised
    )


def _key(name: str, ground: Ground) -> str:
    return name_key(ground.canonical(name))
