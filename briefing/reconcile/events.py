"""Funding claims in, clusters out: every cluster is one event of the real world, with all that was said of it.

A cluster takes a statement when stage, dates, sums and names do not contradict one another and at least one of them
ties the two together. A rumour joins the round that later confirmed it. Words that refer back ("the round was led by
…") go to the event named before them in the same source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.model.claim import Claim, FundingValues
from briefing.reconcile.clusters import Cluster, Shelves
from briefing.reconcile.confirming import confirm
from briefing.reconcile.fitting import best_of, fits, source_of
from briefing.reconcile.givingback import give_back
from briefing.reconcile.ground import Ground
from briefing.reconcile.retold import retold
from briefing.reconcile.rounds import Statement, all_alike, meet, state
from briefing.reconcile.sizes import Mark


def cluster(claims: Sequence[Claim], ground: Ground) -> list[Cluster]:
    """The events of all funding claims (denied ones left out), in no particular order."""
    statements = [
        state(claim, claim.values, ground)
        for claim in claims
        if isinstance(claim.values, FundingValues) and claim.modality not in ("denied", "hypothetical")
    ]
    backward = [one for one in statements if _leans(one)]
    standing = [one for one in statements if not _leans(one)]
    clusters: list[Cluster] = []
    shelves = Shelves()
    told: dict[object, int] = {}  # thousands of sources tell the same: what was told in equal terms has its home
    named = {one.stage for one in backward if one.stage}
    late = [one for one in standing if one.stage in named and _names_only(one)]
    given = {id(one) for one in late}
    standing = [one for one in standing if id(one) not in given]
    for one in sorted(standing, key=_richness):
        terms = (one.values.instrument, one.stage, one.date, one.sums, one.valuations, one.backers, one.mood)
        number = told.get(terms, -1)
        if number < 0:
            number = told[terms] = _home(one, clusters, shelves)
        clusters[number].take(one)
        shelves.put(number, one)
    _settle(clusters)
    _named_by_title(clusters, ground)
    _sales_in_parts(clusters)
    give_back(sorted(backward, key=lambda one: ground.place(one.claim)), standing, clusters, ground)
    for one in late:
        clusters[_home(one, clusters, Shelves(clusters))].take(one)
    retold(clusters, ground)
    confirm(clusters, ground)
    return clusters


# ---------------------------------------------------------------- one statement against a cluster


def _home(one: Statement, clusters: list[Cluster], shelves: Shelves) -> int:
    """The number of the cluster that takes the statement: the one it fits best, or a new one."""
    best = best_of(one, clusters, shelves)
    if best < 0:
        clusters.append(Cluster())
        return len(clusters) - 1
    return best


def _richness(one: Statement) -> tuple[int, int, int, str, int]:
    """Facts with stage, date and sum first; the places of equal ones in order."""
    rumour = {"fact": 0, "plan": 1, "rumour": 2}[one.mood]
    said = bool(one.stage) + bool(one.date) + 2 * bool(one.sums) + bool(one.valuations)
    return (rumour, -said, int(one.claim.id[1:] or 0), one.claim.evidence.source, one.claim.evidence.start)


def _names_only(one: Statement) -> bool:
    """ "in May, when Northwind led its Series C": where another article tells of a sum and then says "the Series C was
    led by", that one is the event."""
    return not (one.sums or one.valuations)


def _settle(clusters: list[Cluster]) -> None:
    """Clusters that grew alike after they were opened become one."""
    opened = list(clusters)
    by_mark: dict[Mark, list[int]] = {}
    for number, home in enumerate(opened):
        for mark in home.near_sums.by_mark:
            by_mark.setdefault(mark, []).append(number)
    gone: set[int] = set()
    for number, home in enumerate(opened):
        later = _later(number, home, by_mark) if number not in gone else []
        while later:
            other = later.pop(0)
            if other in gone or home.mood != opened[other].mood or not _same(home, opened[other]):
                continue
            if any(fits(one, home) >= 9 for one in opened[other].statements):
                home.merge(opened[other])
                gone.add(other)
                later = _later(other, home, by_mark)  # it holds more sums than before
    clusters[:] = [home for number, home in enumerate(opened) if number not in gone]


def _later(number: int, home: Cluster, by_mark: Mapping[Mark, Sequence[int]]) -> list[int]:
    """The clusters behind a number that hold a sum of about the size of one of the home's, in order."""
    return sorted({other for mark in home.near_sums.by_mark for other in by_mark.get(mark, ()) if other > number})


def _same(home: Cluster, other: Cluster, summed: bool = True) -> bool:
    if home.stages and other.stages and not home.stages & other.stages:
        return False
    in_time = not (home.dates and other.dates) or any(meet(a, b) for a in home.dates for b in other.dates)
    return in_time and (not summed or home.near_sums.meets(other.near_sums))


def _named_by_title(clusters: list[Cluster], ground: Ground) -> None:
    """A title that names a round without its sum speaks of the one sum of these days that its article tells first; and
    a round that is told without a sum below a title with one is of that sum."""
    for home in [one for one in clusters if one.stages and not one.sums and one.mood == "fact"]:
        if (whole := _summed_by_title(home, clusters, ground)) is not None:
            whole.merge(home)
            clusters.remove(home)
            continue
        sources = {said.claim.evidence.source for said in home.statements}
        if len(sources) != 1 or not any(_in_title(said, ground) for said in home.statements):
            continue
        told = [other for other in clusters if other.sums and sources & {source_of(said) for said in other.statements}]
        first = min(told, key=lambda other: min(_start(said, sources) for said in other.statements), default=None)
        if first is None or first.stages or first.mood != "fact" or not (first.dates and home.dates):
            continue
        if _same(home, first, summed=False) and all(all_alike(one, first.instruments) for one in home.instruments):
            first.merge(home)
            clusters.remove(home)


def _summed_by_title(home: Cluster, clusters: Iterable[Cluster], ground: Ground) -> Cluster | None:
    """ "Acme lands $5 million to grow valves", and below it "Acme has closed a Series B": the sum's cluster."""
    sources = {source_of(said) for said in home.statements}
    found = [
        other
        for other in clusters
        if other.sums
        and not other.stages
        and other.mood == "fact"
        and any(source_of(said) in sources and _in_title(said, ground) for said in other.statements)
    ]
    if len(found) != 1 or not (home.dates and found[0].dates) or not _same(home, found[0], summed=False):
        return None
    alike = all(all_alike(one, found[0].instruments) for one in home.instruments)
    early = min(said.claim.evidence.start for said in home.statements) < _NEXT
    return found[0] if alike and early else None


_NEXT = 900  # characters between two sentences of one passage of an article


def _sales_in_parts(clusters: list[Cluster]) -> None:
    """One sentence tells a sale of shares and what it values the company at, the next its sum or its buyers."""
    sales = [one for one in clusters if one.instruments == {"secondary"}]
    for part in [one for one in sales if not one.valuations and not one.dates]:
        wholes = [
            one
            for one in sales
            if one is not part
            and one.valuations
            and not (one.sums and part.sums)
            and any(_follows(said, told) for said in part.statements for told in one.statements)
        ]
        if len(wholes) == 1 and part in clusters:
            for said in part.statements:  # "will allow staff to sell up to …": as firm as the sale that was agreed
                wholes[0].take(said._replace(mood=wholes[0].mood))
            clusters.remove(part)


def _follows(said: Statement, told: Statement) -> bool:
    """Does one stand a little behind the other in the same article?"""
    return source_of(said) == source_of(told) and 0 <= said.claim.evidence.start - told.claim.evidence.start < _NEXT


def _in_title(said: Statement, ground: Ground) -> bool:
    return said.claim.evidence.quote.strip() == ground.sources[source_of(said)].title


def _start(said: Statement, sources: set[str]) -> float:
    return said.claim.evidence.start if source_of(said) in sources and said.sums else float("inf")


# ---------------------------------------------------------------- words that refer back


def _leans(one: Statement) -> bool:
    """Refers back, or says too little to stand alone: backers or a valuation without sum, stage and date."""
    if one.values.refers_back:
        return True
    if one.sums or one.stage:
        return False
    special = one.values.instrument not in ("equity", "unknown")
    return not (one.date and (one.valuations or one.backers or special)) and not (special and one.valuations)
