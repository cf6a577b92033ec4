"""Funding claims in, clusters out: every cluster is one event of the real world, with all that was said of it.

A cluster takes a statement when stage, dates, sums and names do not contradict one another and at least one of them
ties the two together. A rumour joins the round that later confirmed it. Words that refer back ("the round was led by
…") go to the event named before them in the same source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from briefing.model.claim import Claim, FundingValues
from briefing.model.dates import bounds
from briefing.model.money import Money
from briefing.reconcile.clusters import Cluster
from briefing.reconcile.confirming import confirm
from briefing.reconcile.folding import fold
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import words
from briefing.reconcile.retold import retold
from briefing.reconcile.rounds import Statement, agree, alike, any_agree, clash, meet, state

_APART_DAYS = 130  # tellings of one named round with one sum may differ by this much: a conflict of dates


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
    told: dict[object, Cluster] = {}  # thousands of sources tell the same: what was told in equal terms has its home
    for one in sorted(standing, key=_richness):
        terms = (one.values.instrument, one.stage, one.date, one.sums, one.valuations, one.backers, one.mood)
        home = told.get(terms) or _best(one, clusters)
        if home is None:
            home = Cluster()
            clusters.append(home)
        home.take(one)
        told[terms] = home
    _settle(clusters)
    homes = {id(one): home for home in clusters for one in home.statements}
    for one in sorted(backward, key=lambda one: ground.place(one.claim)):
        given = _lean(one, standing, homes, clusters)
        if given is not None:  # later words may refer to these
            standing.append(given)
    retold(clusters, ground)
    confirm(clusters)
    return clusters


# ---------------------------------------------------------------- one statement against a cluster


def _best(one: Statement, clusters: Iterable[Cluster]) -> Cluster | None:
    found = [(strength, -number) for number, home in enumerate(clusters) if (strength := _fits(one, home))]
    return list(clusters)[-max(found)[1]] if found else None


def _fits(one: Statement, home: Cluster) -> int:
    """How strongly the statement belongs to the cluster; 0 where it does not."""
    instrument = one.values.instrument
    if any(not alike(instrument, other) for other in home.instruments):
        return 0
    same_stage = bool(one.stage) and one.stage in home.stages
    if one.stage and home.stages and not same_stage:
        return 0
    if (one.mood == "plan") != (home.mood == "plan") and not (same_stage or any_agree(one.sums, tuple(home.sums))):
        return 0
    same_sum = any(agree(mine, theirs) for mine in one.sums for theirs in home.sums)
    dated = bool(one.date and home.dates)
    in_time = not dated or any(meet(one.date, other) for other in home.dates)
    if not in_time and not (same_stage and same_sum and _near(one.date, home.dates)):
        return 0
    if not same_sum and clash(one.sums, tuple(home.sums)) and not (same_stage and dated and in_time):
        return 0
    same_worth = any_agree(one.valuations, tuple(home.valuations))
    if not same_sum and not same_stage and clash(one.valuations, tuple(home.valuations)):
        return 0
    same_lead = bool(one.leads & home.leads)
    same_backer = bool(one.backers & home.backers)
    special = instrument in home.instruments and instrument not in ("equity", "unknown")
    tied = (
        same_sum
        or same_stage
        or (same_worth and (dated or special or not one.sums or not home.sums))
        or (same_lead and dated)
        or (same_backer and dated and not (one.stage or home.stages) and not clash(one.sums, tuple(home.sums)))
        or (same_backer and dated and _other_currency(one.sums, home.sums))
        or (special and dated and not (one.sums and home.sums))
    )
    if not tied:
        return 0
    return 8 * same_sum + 6 * same_stage + 4 * same_worth + 3 * (dated and in_time) + 2 * same_lead + same_backer + 1


def _other_currency(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """Sums on both sides, in no common currency: one investment told in two currencies, if the sizes are akin."""
    if not some or not others or {m.currency for m in some} & {m.currency for m in others}:
        return False
    return any(0.5 <= one.value / other.value <= 2 for one in some for other in others if other.value)


def _near(date: str, others: Sequence[str]) -> bool:
    return any(meet(date, other, _APART_DAYS) for other in others)


def _richness(one: Statement) -> tuple[int, int, int, str, int]:
    """Facts with stage, date and sum first; the places of equal ones in order."""
    rumour = {"fact": 0, "plan": 1, "rumour": 2}[one.mood]
    said = bool(one.stage) + bool(one.date) + 2 * bool(one.sums) + bool(one.valuations)
    return (rumour, -said, int(one.claim.id[1:] or 0), one.claim.evidence.source, one.claim.evidence.start)


def _settle(clusters: list[Cluster]) -> None:
    """Clusters that grew alike after they were opened become one."""
    number = 0
    while number < len(clusters):
        home = clusters[number]
        for other in clusters[number + 1 :]:
            if (
                home.mood == other.mood
                and any(_fits(one, home) >= 9 for one in other.statements)
                and _same(home, other)
            ):
                home.merge(other)
                clusters.remove(other)
        number += 1


def _same(home: Cluster, other: Cluster) -> bool:
    if home.stages and other.stages and not home.stages & other.stages:
        return False
    in_time = not (home.dates and other.dates) or any(meet(a, b) for a in home.dates for b in other.dates)
    return in_time and any_agree(tuple(home.sums), tuple(other.sums))


# ---------------------------------------------------------------- words that refer back


def _leans(one: Statement) -> bool:
    """Refers back, or says too little to stand alone: backers or a valuation without sum, stage and date."""
    if one.values.refers_back:
        return True
    if one.sums or one.stage:
        return False
    special = one.values.instrument not in ("equity", "unknown")
    return not (one.date and (one.valuations or one.backers or special)) and not (special and one.valuations)


def _lean(
    one: Statement, standing: Sequence[Statement], homes: dict[int, Cluster], clusters: list[Cluster]
) -> Statement | None:
    """Give a statement to the event it speaks of: that of its own figures, the newest, or the nearest in its source.

    Returns it as it was taken, None if it speaks of no event.
    """
    home = _best(one, clusters) if one.sums or one.stage or one.valuations else None
    if home is None:
        chosen = _beside(one, standing, homes)
        home = homes[id(chosen)] if chosen is not None else None
    if home is None:
        if not (one.sums or one.stage or one.valuations or (one.date and one.values.instrument != "unknown")):
            return None
        home = Cluster()
        clusters.append(home)
    given = one._replace(mood=home.mood, leaning=True) if home.statements else one
    home.take(given)
    homes[id(given)] = home
    return given


def _beside(one: Statement, standing: Sequence[Statement], homes: dict[int, Cluster]) -> Statement | None:
    """The statement of the same source to whose event the words belong: the newest if they say so, else the last one
    before them of the same mood, else the last one before, else the next one."""
    source, place = one.claim.evidence.source, one.claim.evidence.start
    around = [
        other
        for other in standing
        if other.claim.evidence.source == source and id(other) in homes and not _contradicts(one, homes[id(other)])
    ]
    if not around:
        return None
    if _speaks_of_newest(one):
        return max(around, key=lambda other: _latest(homes[id(other)]))
    before = [other for other in around if other.claim.evidence.start <= place]
    alike_mood = [other for other in before if (other.mood == "fact") == (one.mood == "fact")]
    for choice in (alike_mood, before):
        if choice:
            return max(choice, key=lambda other: other.claim.evidence.start)
    return min(around, key=lambda other: other.claim.evidence.start)


def _contradicts(one: Statement, home: Cluster) -> bool:
    if any(not alike(one.values.instrument, other) for other in home.instruments):
        return True
    if one.stage and home.stages and one.stage not in home.stages:
        return True
    if one.date and home.dates and not _near(one.date, home.dates):
        return True
    if one.date and not home.dates and one.values.instrument not in ("equity", "unknown"):
        return True
    return clash(one.sums, tuple(home.sums)) or clash(one.valuations, tuple(home.valuations))


def _speaks_of_newest(one: Statement) -> bool:
    return bool(_newest().search(fold(one.claim.text)[:60]))


@cache
def _newest() -> re.Pattern[str]:
    newest, nouns = "|".join(words("rounds", "newest")), "|".join(words("rounds", "nouns"))
    return re.compile(rf"\b(?:{newest})\s+(?:\w+\s+)?(?:{nouns})\b")


def _latest(home: Cluster) -> tuple[int, int]:
    """Rumours and plans are newer than facts; among facts the last date."""
    days = [found[1] for date in home.dates if (found := bounds(date))]
    return (home.mood != "fact", max(days, default=0))
