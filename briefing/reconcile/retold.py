"""Clusters in, tellings of one round with different sums joined, and a package told beside its parts folded into them.

Sources print different sums for one round: by mistake, before and after the last investors joined, with or without the
loan or the shares that changed hands beside it. Two events of one kind at one time with one backer are one event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice

from briefing.model.claim import Instrument
from briefing.model.dates import bounds
from briefing.model.money import Money
from briefing.model.records import replace
from briefing.reconcile.clusters import Cluster
from briefing.reconcile.ground import Ground
from briefing.reconcile.rounds import GRACE, agree, all_alike, meet

_LOW, _HIGH = 0.55, 1.8  # sums of one round lie this near to one another
_SEASON = 100  # days that a date which tells when a round was may span
_SAME = 0.85  # sums this near to one another, at one time, are of one round
_PRESS = 10  # days within which sources that tell of a new round tell of the same one
_LISTING = 400  # days over which talk of a listing is of one
_ISSUE = 60  # days from the pricing of a listing to its last shares
_MANY = 60  # events that are compared with one another
_BESIDE = 12  # events of one time that are tried as parts of another
_CLOSE = 0.015  # parts of a package add up to it this nearly
_ONCE: frozenset[Instrument] = frozenset({"ipo"})
_BORROWED: frozenset[Instrument] = frozenset({"debt", "grant"})
_LOOSE: frozenset[Instrument] = frozenset({"equity", "unknown", "mixed"})


def retold(clusters: list[Cluster], ground: Ground) -> None:
    """Join and fold in place; rumours are left to `confirm`, but for those of a listing: a company lists once."""
    listings = [home for home in clusters if home.instruments == _ONCE and home.mood != "fact"]
    for other in listings[1:]:
        if _in_time(listings[0], other, ground, _LISTING):
            listings[0].merge(other)
            clusters.remove(other)
    _named_elsewhere(clusters)
    told = [home for home in clusters if home.mood != "rumour" and home.sums]
    for whole in told[:_MANY]:
        parts = _parts(whole, told, ground)
        if parts:
            _fold(whole, max(parts, key=lambda home: max(money.value for money in home.sums)))
            clusters.remove(whole)
            told = [home for home in told if home is not whole]
    gone: list[Cluster] = []
    for one, other in combinations(told[:_MANY], 2):
        if one not in gone and other not in gone and _one_event(one, other, ground):
            one.merge(other)
            clusters.remove(other)
            gone.append(other)


def _named_elsewhere(clusters: list[Cluster]) -> None:
    """ "The Series C was led by Northwind", in a source without its sum: of the one sum that Northwind led, if no other
    name was told for it."""
    for named in [home for home in clusters if home.stages and not home.sums and home.mood == "fact"]:
        found = [
            home
            for home in clusters
            if home.sums
            and not home.stages
            and home.mood == "fact"
            and home.instruments <= _LOOSE
            and home.leads & named.leads
            and (not (home.dates and named.dates) or any(meet(a, b) for a in home.dates for b in named.dates))
        ]
        if len(found) == 1 and named in clusters:
            found[0].merge(named)
            clusters.remove(named)


# ---------------------------------------------------------------- one round, two sums


def _one_event(one: Cluster, other: Cluster, ground: Ground) -> bool:
    if one.mood != other.mood or one.printing & other.printing:
        return False  # whoever prints both sums tells of two events
    if is_cheque_abroad(one, other) or is_cheque_abroad(other, one):
        return _in_time(one, other, ground, GRACE)
    if not all(all_alike(kind, other.instruments) for kind in one.instruments):
        return False
    if one.stages and other.stages and not one.stages & other.stages:
        return False
    if _ONCE & one.instruments & other.instruments:
        return _in_time(one, other, ground, _ISSUE)
    if _one_lender(one, other):
        return True
    if _near_at_one_time(one, other):
        return True
    if not _in_time(one, other, ground, GRACE):
        return False
    shared = one.backers & other.backers
    if shared and len(one.backers) == 1 == len(other.backers):
        return bool(one.dates and other.dates)
    if len(shared) > 1 and one.leads & other.leads and _foreign(one.sums, other.sums):
        return bool(one.dates and other.dates)
    if _foreign(one.sums, other.sums) and _of_one_size(one.sums, other.sums):
        return _fresh(one, other, ground, any)
    if not akin(one.sums, other.sums):
        return False
    return bool(shared) or _beside(one, other) or _fresh(one, other, ground)


def _near_at_one_time(one: Cluster, other: Cluster) -> bool:
    """$110 million here, $120 million there, in the same few months; or $450 million and A$450 million: the sources
    differ on one round, since nobody raises two of nearly one size at once."""
    if not (one.instruments <= _LOOSE and other.instruments <= _LOOSE):
        return False
    known = [found for date in (*one.dates, *other.dates) if (found := bounds(date))]
    dated = bool(one.dates and other.dates) and all(last - first <= _SEASON for first, last in known)
    if not dated or not any(meet(mine, theirs) for mine in one.dates for theirs in other.dates):
        return False
    return any(
        (mine.currency == theirs.currency and _SAME <= mine.value / theirs.value <= 1 / _SAME)
        or (mine.value == theirs.value and {mine.currency[-1:], theirs.currency[-1:]} == {"D"})
        for mine in one.sums
        for theirs in other.sums
        if theirs.value
    )


def _one_lender(one: Cluster, other: Cluster) -> bool:
    """ "loans of 200 million from the bank", told long after and without a date: the one loan that this bank gave."""
    if (one.dates and other.dates) or one.instruments != other.instruments or not one.instruments <= _BORROWED:
        return False
    near = any(
        mine.currency == theirs.currency and theirs.value and 0.7 <= mine.value / theirs.value <= 1.43
        for mine in one.sums
        for theirs in other.sums
    )
    return near and bool(one.backers & other.backers)


def is_cheque_abroad(part: Cluster, whole: Cluster) -> bool:
    """ "State fund Northwind put NOK 90 million into Acme", told beside a round in dollars that it led with others."""
    given = not part.stages and len(part.backers) == 1 and part.instruments <= _LOOSE
    given = given and _foreign(part.valuations, whole.valuations + whole.sums)
    of_shares = not whole.instruments or bool(whole.instruments & _LOOSE)
    round_of_many = bool(whole.stages or len(whole.backers) > 1) and of_shares
    return given and round_of_many and part.backers <= whole.backers and _foreign(part.sums, whole.sums)


def _beside(one: Cluster, other: Cluster) -> bool:
    """An article gives the sum of the one, and speaks of the other without a sum: it speaks of one."""
    return any(
        first.printing & {said.claim.evidence.source for said in second.statements}
        for first, second in ((one, other), (other, one))
    )


def _foreign(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """No sum of the one is in a currency of the other."""
    return not {money.currency for money in some} & {money.currency for money in others}


def _of_one_size(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """In dollars here, in pounds there, with figures that one rate of exchange can explain."""
    return any(other.value and 0.6 <= one.value / other.value <= 1.67 for one in some for other in others)


def _fresh(one: Cluster, other: Cluster, ground: Ground, known: Callable[[list[bool]], bool] = all) -> bool:
    """Both are what their articles, of the same days, tell as news: nobody raises two rounds of a kind in a week.

    known: must all of them be told as rounds, or any?
    """
    rounds = [bool(home.stages or _LOOSE & home.instruments) for home in (one, other)]
    if not (one.instruments <= _LOOSE and other.instruments <= _LOOSE and known(rounds)):
        return False
    if one.backers and other.backers:
        return False
    told = [
        ground.sources[said.claim.evidence.source].published[:10] for home in (one, other) for said in home.statements
    ]
    days = [day for day in told if len(day) == 10]
    if len(days) < len(told) or any(not meet(a, b, _PRESS) for a, b in combinations(sorted(set(days)), 2)):
        return False
    return all(any(meet(date, day, _PRESS) for day in days) for home in (one, other) for date in home.dates)


def akin(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """Sums in one currency that two tellings of one round can differ by."""
    return any(
        one.currency == other.currency and other.value and _LOW <= one.value / other.value <= _HIGH
        for one in some
        for other in others
    )


def _in_time(one: Cluster, other: Cluster, ground: Ground, grace: int) -> bool:
    """Do dates meet? An event without one is as old as the articles that tell of it, if they tell it as news."""
    mine, theirs = (_dates(home, ground) for home in (one, other))
    return any(meet(a, b, grace) for a in mine for b in theirs)


def _dates(home: Cluster, ground: Ground) -> list[str]:
    published = [ground.sources[one.claim.evidence.source].published[:10] for one in home.statements]
    return list(home.dates) or [day for day in published if len(day) == 10]


# ---------------------------------------------------------------- a package and its parts


def _parts(whole: Cluster, told: Sequence[Cluster], ground: Ground) -> tuple[Cluster, ...]:
    """The events whose sums add up to that of the whole, at its time; none of them shares its stage."""
    if whole.stages or len({(money.value, money.currency) for money in whole.sums}) != 1:
        return ()
    money = whole.sums[0]
    near = (
        home
        for home in told
        if home is not whole
        and home.mood == whole.mood
        and not home.near_sums.agrees(money)
        and _in_time(whole, home, ground, GRACE)
    )
    beside = list(islice(near, _BESIDE))
    for count in (2, 3):
        for parts in combinations(beside, count):
            if any(_adds_up(money, sums) for sums in _choices(parts, money.currency)):
                return parts
    return ()


def _choices(parts: Sequence[Cluster], currency: str) -> Iterator[tuple[Money, ...]]:
    firsts = [next((money for money in home.sums if money.currency == currency), None) for home in parts]
    found = tuple(money for money in firsts if money is not None)
    if len(found) == len(parts):
        yield found


def _adds_up(whole: Money, parts: Sequence[Money]) -> bool:
    if any(agree(part, whole) for part in parts):
        return False
    return abs(sum(part.value for part in parts) - whole.value) <= _CLOSE * whole.value


def _fold(whole: Cluster, part: Cluster) -> None:
    """What was told of the package is told of its largest part, without the sum and the kind."""
    for one in whole.statements:
        values = replace(one.values, instrument="unknown", amounts=())
        part.take(one._replace(values=values, raised=(), equivalents=(), marks=frozenset(), leaning=True))
