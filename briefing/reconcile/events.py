"""Funding claims in, clusters out: every cluster is one event of the real world, with all that was said of it.

A cluster takes a statement when stage, dates, sums and names do not contradict one another and at least one of them
ties the two together. A rumour joins the round that later confirmed it. Words that refer back ("the round was led by
…") go to the event named before them in the same source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from briefing.model.claim import Claim, FundingValues
from briefing.model.dates import bounds
from briefing.model.money import Money
from briefing.reconcile.clusters import APART_DAYS, Cluster, Shelves
from briefing.reconcile.confirming import confirm
from briefing.reconcile.folding import fold
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import words
from briefing.reconcile.retold import akin, retold
from briefing.reconcile.rivals import rivalled
from briefing.reconcile.rounds import Statement, all_alike, clash, meet, state
from briefing.reconcile.sizes import Mark

_MANY = 60  # events that a valuation is compared with


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
    _give_back(sorted(backward, key=lambda one: ground.place(one.claim)), standing, clusters, ground)
    retold(clusters, ground)
    confirm(clusters, ground)
    return clusters


# ---------------------------------------------------------------- one statement against a cluster


def _home(one: Statement, clusters: list[Cluster], shelves: Shelves) -> int:
    """The number of the cluster that takes the statement: the one it fits best, or a new one."""
    best = _best(one, clusters, shelves)
    if best < 0:
        clusters.append(Cluster())
        return len(clusters) - 1
    return best


def _best(one: Statement, clusters: Sequence[Cluster], shelves: Shelves) -> int:
    """The number of the cluster that fits best (the first of equals), -1 if none does."""
    found = [(strength, -number) for number in shelves.near(one) if (strength := _fits(one, clusters[number]))]
    return -max(found)[1] if found else -1


def _fits(one: Statement, home: Cluster) -> int:
    """How strongly the statement belongs to the cluster; 0 where it does not."""
    instrument = one.values.instrument
    if not all_alike(instrument, home.instruments):
        return 0
    same_stage = bool(one.stage) and one.stage in home.stages
    if one.stage and home.stages and not same_stage:
        return 0
    dated = bool(one.date and home.dates)
    in_time = not dated or any(meet(one.date, other) for other in home.dates)
    near_time = in_time or (same_stage and _near(one.date, home.dates))
    if not near_time and instrument != "ipo":
        return 0
    same_sum = not home.near_sums.by_mark.keys().isdisjoint(one.marks) and home.near_sums.agree_any(one.sums)
    in_time = in_time or (instrument == "ipo" and same_sum and "fact" not in (one.mood, home.mood))
    if not in_time and not (same_sum and near_time):
        return 0
    if (one.mood == "plan") != (home.mood == "plan") and not (same_stage or same_sum):
        return 0
    clashing = not same_sum and any(money.currency in home.currencies for money in one.sums)
    if clashing and not (same_stage and in_time and (dated or _told_otherwise(one, home))):
        return 0
    if not (same_sum or same_stage) and _told_apart(one, home):
        return 0
    same_worth = home.near_valuations.agree_any(one.valuations)
    if not same_sum and not same_stage and not same_worth and clash(one.valuations, home.valuations):
        return 0
    same_lead = bool(one.leads & home.leads)
    same_backer = bool(one.backers & home.backers)
    special = instrument in home.instruments and instrument not in ("equity", "unknown")
    tied = (
        same_sum
        or same_stage
        or (same_worth and (dated or special or not one.sums or not home.sums))
        or (same_lead and dated)
        or (same_backer and dated and not (one.stage or home.stages) and not clashing)
        or (same_backer and dated and _other_currency(one.sums, home.sums))
        or (special and dated and not (one.sums and home.sums))
    )
    if not tied:
        return 0
    return 8 * same_sum + 6 * same_stage + 4 * same_worth + 3 * (dated and in_time) + 2 * same_lead + same_backer + 1


def _told_apart(one: Statement, home: Cluster) -> bool:
    """Another sum of one sentence, in another currency, is of another event."""
    place = one.claim.evidence.start
    beside = (said for said in home.told_by(_source(one)) if said.claim.evidence.start == place)
    return bool(one.sums) and any(said.sums for said in beside)


def _told_otherwise(one: Statement, home: Cluster) -> bool:
    """A lettered round comes once: another source that gives it another sum of about its size speaks of it, too."""
    return len(one.stage) == 1 and _source(one) not in home.printing and akin(one.sums, home.sums)


def _other_currency(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """Sums on both sides, in no common currency: one investment told in two currencies, if the sizes are akin."""
    if not some or not others or {m.currency for m in some} & {m.currency for m in others}:
        return False
    return any(0.5 <= one.value / other.value <= 2 for one in some for other in others if other.value)


def _near(date: str, others: Sequence[str]) -> bool:
    return any(meet(date, other, APART_DAYS) for other in others)


def _richness(one: Statement) -> tuple[int, int, int, str, int]:
    """Facts with stage, date and sum first; the places of equal ones in order."""
    rumour = {"fact": 0, "plan": 1, "rumour": 2}[one.mood]
    said = bool(one.stage) + bool(one.date) + 2 * bool(one.sums) + bool(one.valuations)
    return (rumour, -said, int(one.claim.id[1:] or 0), one.claim.evidence.source, one.claim.evidence.start)


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
            if any(_fits(one, home) >= 9 for one in opened[other].statements):
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
    """A title that names a round without its sum speaks of the one sum of these days that its article tells first."""
    for home in [one for one in clusters if one.stages and not one.sums and one.mood == "fact"]:
        sources = {said.claim.evidence.source for said in home.statements}
        if len(sources) != 1 or not any(_in_title(said, ground) for said in home.statements):
            continue
        told = [other for other in clusters if other.sums and sources & {_source(said) for said in other.statements}]
        first = min(told, key=lambda other: min(_start(said, sources) for said in other.statements), default=None)
        if first is None or first.stages or first.mood != "fact" or not (first.dates and home.dates):
            continue
        if _same(home, first, summed=False) and all(all_alike(one, first.instruments) for one in home.instruments):
            first.merge(home)
            clusters.remove(home)


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
            for said in part.statements:  # "will let employees sell up to …": as firm as the sale that was agreed
                wholes[0].take(said._replace(mood=wholes[0].mood))
            clusters.remove(part)


def _follows(said: Statement, told: Statement) -> bool:
    """Does one stand a little behind the other in the same article?"""
    return _source(said) == _source(told) and 0 <= said.claim.evidence.start - told.claim.evidence.start < _NEXT


def _in_title(said: Statement, ground: Ground) -> bool:
    return said.claim.evidence.quote.strip() == ground.sources[_source(said)].title


def _source(said: Statement) -> str:
    return said.claim.evidence.source


def _start(said: Statement, sources: set[str]) -> float:
    return said.claim.evidence.start if _source(said) in sources and said.sums else float("inf")


# ---------------------------------------------------------------- words that refer back


def _leans(one: Statement) -> bool:
    """Refers back, or says too little to stand alone: backers or a valuation without sum, stage and date."""
    if one.values.refers_back:
        return True
    if one.sums or one.stage:
        return False
    special = one.values.instrument not in ("equity", "unknown")
    return not (one.date and (one.valuations or one.backers or special)) and not (special and one.valuations)


def _give_back(
    backward: Iterable[Statement], standing: Iterable[Statement], clusters: list[Cluster], ground: Ground
) -> None:
    """Give each statement to the event it speaks of: that of its own figures, the newest, the nearest in its source."""
    shelves = Shelves(clusters)
    homes = {id(one): number for number, home in enumerate(clusters) for one in home.statements}
    told: dict[str, list[Statement]] = {}  # by source
    for one in standing:
        told.setdefault(one.claim.evidence.source, []).append(one)
    for one in backward:
        beside = told.setdefault(one.claim.evidence.source, [])
        rival = one.values.rival
        if rival:
            number = rivalled(one, clusters)
        else:
            number = _best(one, clusters, shelves) if one.sums or one.stage or one.valuations else -1
        mood = ""
        if number < 0 and rival:
            continue  # of what it is another figure, nothing tells
        if number < 0:
            text = ground.sources[one.claim.evidence.source].text
            chosen = _beside(one, [(other, clusters[homes[id(other)]]) for other in beside], text)
            number = homes[id(chosen)] if chosen is not None else -1
            mood = chosen.mood if chosen is not None else ""
        if number < 0 and one.valuations:
            number = _of_that_time(one, clusters)
        if number < 0 and one.date and one.leads:
            number = _led_at_that_time(one, clusters)
        if number < 0:
            if not (one.sums or one.stage or one.valuations or (one.date and one.values.instrument != "unknown")):
                continue  # it speaks of no event
            number = len(clusters)
            clusters.append(Cluster())
        home = clusters[number]
        mood = mood or _mood_of(one.claim.evidence.source, home)
        given = one._replace(mood=mood or home.mood, leaning=True) if home.statements else one
        home.take(given)
        shelves.put(number, given)
        homes[id(given)] = number
        beside.append(given)  # later words may refer to these


def _of_that_time(one: Statement, clusters: Sequence[Cluster]) -> int:
    """The number of the only event that a dated valuation can be of, -1 if there are more or none."""
    found = [
        number
        for number, home in enumerate(clusters[:_MANY])
        if one.date and any(meet(one.date, date, 0) for date in home.dates) and _takes_worth(one, home)
    ]
    return found[0] if len(found) == 1 else -1


def _led_at_that_time(one: Statement, clusters: Sequence[Cluster]) -> int:
    """ "Northwind, which led the 2022 round": the number of the only event of that time that it led; -1 else."""
    found = [
        number
        for number, home in enumerate(clusters[:_MANY])
        if one.leads & home.leads and any(meet(one.date, date, 0) for date in home.dates)
    ]
    return found[0] if len(found) == 1 else -1


def _takes_worth(one: Statement, home: Cluster) -> bool:
    """Is it a round that shares are sold in? The worth before and after its money may differ."""
    return all_alike("equity", home.instruments) and all_alike(one.values.instrument, home.instruments)


def _mood_of(source: str, home: Cluster) -> str:
    """In what mood the source speaks of the event, "" if it does not: a rumour's valuation is rumoured, too."""
    moods = {said.mood for said in home.told_by(source)}
    return next((mood for mood in ("fact", "plan", "rumour") if mood in moods), "")


def _beside(one: Statement, told: Sequence[tuple[Statement, Cluster]], text: str) -> Statement | None:
    """The statement of the same source to whose event the words belong: the newest if they say so or stand in a
    paragraph of their own, else the last one before them of the same mood, else the last one before, else the next one.

    text: of the source.
    """
    place = one.claim.evidence.start
    homes = {id(other): home for other, home in told}
    around = [other for other, home in told if not _contradicts(one, home)]
    if not around:
        return None
    if _speaks_of_newest(one) or _is_worth_now(one):
        return max(around, key=lambda other: _latest(homes[id(other)]))
    before = [other for other in around if other.claim.evidence.start <= place and not _is_aside(one, other)]
    alike_mood = [other for other in before if (other.mood == "fact") == (one.mood == "fact")]
    for choice in (alike_mood, before):
        if choice and _apart(one, choice, text):
            return max(choice, key=lambda other: (_latest(homes[id(other)]), -other.claim.evidence.start))
        if choice:  # of several sums in one sentence the round, not the loan beside it
            return max(
                choice, key=lambda other: (other.claim.evidence.start, not _is_lent(homes[id(other)]), other.leaning)
            )
    return min(around, key=lambda other: other.claim.evidence.start)


def _apart(one: Statement, before: Sequence[Statement], text: str) -> bool:
    """Does other talk stand between, up to another paragraph? Then "the round" is the one the article is about."""
    end = max(min(other.claim.evidence.end, one.claim.evidence.start) for other in before)
    return "\n" in text[end : one.claim.evidence.start].strip()


def _is_lent(home: Cluster) -> bool:
    kinds = home.instruments - {"mixed"}  # a loan told beside the shares of its package
    return bool(kinds) and kinds <= {"debt", "grant"}


def _is_aside(one: Statement, other: Statement) -> bool:
    """ "The round was led by Northwind, which also led its Series A": a round named in passing."""
    return other.claim.evidence.start == one.claim.evidence.start and not (other.sums or other.date or other.leaning)


def _contradicts(one: Statement, home: Cluster) -> bool:
    if not all_alike(one.values.instrument, home.instruments):
        return True
    if one.stage and home.stages and one.stage not in home.stages:
        return True
    if one.date and home.dates and not _near(one.date, home.dates):
        return True
    if one.date and not home.dates and one.values.instrument not in ("equity", "unknown"):
        return True
    if one.valuations and _is_lent(home):
        return True  # who lends buys no share of the company
    if clash(one.sums, home.sums):
        return True  # what another source says it was worth is a difference, not another event
    told = [said for said in home.told_by(_source(one)) if said.mood == home.mood] if one.valuations else []
    return clash(one.valuations, [money for said in told for money in said.valuations])


def _speaks_of_newest(one: Statement) -> bool:
    match = _newest().search(fold(one.claim.text)[:60])
    return match is not None and not fold(one.claim.text)[: match.start()].endswith(_BESIDE_WORTH)


_PRESENT = frozenset({"is", "values", "gives", "puts", "comes"})
_PAST = frozenset({"was", "valued", "had", "gave", "were"})


def _is_worth_now(one: Statement) -> bool:
    """ "The post-money valuation is $140 million": of the news, whatever older round was told of in between."""
    words = set(one.claim.text.lower().split())
    return bool(one.valuations) and not one.sums and not _PRESENT.isdisjoint(words) and _PAST.isdisjoint(words)


_BESIDE_WORTH = ("including the ", "including ", "excluding the ", "before the ", "after the ")  # "… new money"


@cache
def _newest() -> re.Pattern[str]:
    newest, nouns = "|".join(words("rounds", "newest")), "|".join(words("rounds", "nouns"))
    return re.compile(rf"\b(?:{newest})\s+(?:\w+\s+)?(?:{nouns})\b")


def _latest(home: Cluster) -> tuple[int, int]:
    """Rumours and plans are newer than facts; among facts the last date."""
    days = [found[1] for date in home.dates if (found := bounds(date))]
    return (home.mood != "fact", max(days, default=0))
