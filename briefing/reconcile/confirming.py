"""Clusters in, rumours that came true joined to the facts that followed them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model.claim import Instrument
from briefing.model.dates import bounds
from briefing.model.money import Money
from briefing.reconcile.clusters import Cluster
from briefing.reconcile.givingback import looks_ahead
from briefing.reconcile.ground import Ground
from briefing.reconcile.rounds import all_alike, any_agree, clash
from briefing.reconcile.sizes import Mark, marks_around

_CONFIRM_DAYS = 300  # a rumour is confirmed within this time
_MANY = 60  # events that a rumour in another currency is compared with
_BORROWED: frozenset[Instrument] = frozenset({"debt", "grant"})
_PARTICULAR: frozenset[Instrument] = _BORROWED | {"convertible"}
_AKIN = (0.6, 1.7)  # how far a sum may lie from the one rumoured: wider than wordings of one sum ever differ


def confirm(clusters: list[Cluster], ground: Ground) -> None:
    """Join a rumoured cluster to the fact that followed it: the same sum, or akin and soon after."""
    before = list(clusters)
    by_size: dict[Mark, set[int]] = {}
    for number, home in enumerate(before):
        if home.mood == "fact":
            _shelve(number, home.sums, by_size)
    for rumour in [home for home in before if home.mood != "fact"]:
        marks = {mark for money in rumour.sums for mark in marks_around(money, *_AKIN)}
        near = set().union(*(by_size.get(mark, ()) for mark in sorted(marks)))
        near |= {number for number, home in enumerate(before[:_MANY]) if _abroad(home.sums, rumour.sums)}
        near = {number for number in near if before[number].mood == "fact"}
        facts = [
            (strength, -number) for number in sorted(near) if (strength := _confirms(before[number], rumour, ground))
        ]
        if facts:
            number = -max(facts)[1]
            before[number].merge(rumour)
            _shelve(number, rumour.sums, by_size)
            clusters.remove(rumour)


def _shelve(number: int, sums: Iterable[Money], by_size: dict[Mark, set[int]]) -> None:
    for money in sums:
        for mark in marks_around(money, 1, 1):
            by_size.setdefault(mark, set()).add(number)


def _confirms(fact: Cluster, rumour: Cluster, ground: Ground) -> int:
    if not all(all_alike(kind, rumour.instruments) for kind in fact.instruments):
        return 0
    if fact.stages and rumour.stages and not fact.stages & rumour.stages:
        return 0
    shared = bool(fact.backers & rumour.backers) or _one_short(fact.backers, rumour.backers)
    if not shared and fact.backers and rumour.backers and fact.instruments & rumour.instruments & _BORROWED:
        return 0  # another lender
    same_sum = any_agree(tuple(fact.sums), tuple(rumour.sums))
    if not same_sum and "equity" in fact.instruments and _is_note(fact) != _is_note(rumour):
        return 0  # no note that is talked of becomes the shares of before
    if not same_sum and not shared and any(map(_is_lent, (fact, rumour))) and any(map(_is_note, (fact, rumour))):
        return 0  # a bank's loan that is talked of is not the investors' note
    akin = _within(fact.sums, rumour.sums, *_AKIN)
    near = _within(fact.sums, rumour.sums, 0.8, 1.25)
    worth_akin = _within(fact.valuations, rumour.valuations, 0.7, 1.4)
    together = bool(
        {one.claim.evidence.source for one in fact.statements}
        & {one.claim.evidence.source for one in rumour.statements}
    )
    follows = _follows(fact, rumour.dates or _told(rumour, ground))
    if follows is False or (together and not same_sum and _is_news(rumour, fact)):
        return 0
    if same_sum and (follows or together or not (fact.dates and rumour.dates)):
        return 4 + 2 * worth_akin + together
    apart = not worth_akin and clash(
        fact.valuations, rumour.valuations
    )  # talks at twice the price are of the next round
    together = together and not _goes_on(rumour)
    if akin and (follows or (together and follows is None)) and (worth_akin or together) and not apart:
        return 2 + worth_akin + together
    if together and follows and _abroad(fact.sums, rumour.sums):
        return 1
    kinds = fact.instruments & rumour.instruments if fact.stages else fact.instruments | rumour.instruments
    particular = shared and bool(worth_akin or kinds & _PARTICULAR)  # no note that is talked of becomes a Series A
    noted = akin and shared and "convertible" in fact.instruments & rumour.instruments
    return 1 if (near or noted) and (follows or (particular and not _told_after(fact, rumour, ground))) else 0


def _is_lent(home: Cluster) -> bool:
    return bool(home.instruments) and home.instruments <= _BORROWED


def _is_note(home: Cluster) -> bool:
    return "convertible" in home.instruments


def _is_news(rumour: Cluster, fact: Cluster) -> bool:
    """Is the rumour the news of each article that tells both? Then the fact behind it is an older round."""
    first = {ident: _first(rumour, ident) for ident in {one.claim.evidence.source for one in rumour.statements}}
    shared = [ident for ident in sorted(first) if fact.told_by(ident)]
    return any(map(looks_ahead, rumour.statements)) and all(first[ident] < _first(fact, ident) for ident in shared)


def _first(home: Cluster, source: str) -> int:
    """Where an article first tells of an event."""
    return min(one.claim.evidence.start for one in home.told_by(source))


def _goes_on(rumour: Cluster) -> bool:
    """ "It raised $30 million. It is in talks to raise $50 million": what is talked of now did not come true before."""
    words = [f" {one.claim.text.lower()} " for one in rumour.statements]
    return any(now in told for told in words for now in _NOW)


_NOW = (
    " is in talks",
    " is now ",
    " is close to",
    " is seeking ",
    " is discussing ",
    " is raising ",
    " is nearing ",
    " is working to ",
)


def _within(some: Iterable[Money], others: Sequence[Money], low: float, high: float) -> bool:
    """Is a sum of the ones, over one of the others in its currency, between low and high?"""
    return any(
        one.currency == other.currency and other.value and low <= one.value / other.value <= high
        for one in some
        for other in others
    )


def _one_short(some: Iterable[str], others: Iterable[str]) -> bool:
    """ "Birch Credit" here, "Birch, a lender" there."""
    return any(one.startswith(f"{other} ") or other.startswith(f"{one} ") for one in some for other in others)


def _told_after(fact: Cluster, rumour: Cluster, ground: Ground) -> bool:
    """Was the fact in print before anybody told the rumour? Where days are not known, it was not."""
    facts, rumours = _told(fact, ground), _told(rumour, ground)
    return bool(facts and rumours) and min(facts) < min(rumours)


def _abroad(some: Iterable[Money], others: Iterable[Money]) -> bool:
    """Sums of about one size, in no common currency."""
    mine, theirs = list(some), list(others)
    if {one.currency for one in mine} & {other.currency for other in theirs}:
        return False
    return any(other.value and 0.5 <= one.value / other.value <= 2 for one in mine for other in theirs)


def _told(rumour: Cluster, ground: Ground) -> list[str]:
    """The days on which the rumour was told."""
    published = (ground.sources[one.claim.evidence.source].published[:10] for one in rumour.statements)
    return [day for day in published if len(day) == 10]


def _follows(fact: Cluster, told: Sequence[str]) -> bool | None:
    """Did the fact come within the time after the rumour? None where one of them has no date."""
    facts = [found for date in fact.dates if (found := bounds(date))]
    rumours = [found for date in told if (found := bounds(date))]
    if not facts or not rumours:
        return None
    begun = min(found[0] for found in rumours)
    ended = max(found[1] for found in rumours)
    return any(first <= ended + _CONFIRM_DAYS and last >= begun - 31 for first, last in facts)
