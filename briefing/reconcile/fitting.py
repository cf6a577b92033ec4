"""A statement and the events told so far go in, which of them it belongs to comes out: the one that it fits best."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.money import Money
from briefing.reconcile.clusters import APART_DAYS, Cluster, Shelves
from briefing.reconcile.retold import akin
from briefing.reconcile.rounds import Statement, all_alike, clash, meet


def best_of(one: Statement, clusters: Sequence[Cluster], shelves: Shelves) -> int:
    """The number of the cluster that fits best (the first of equals), -1 if none does."""
    found = [(strength, -number) for number in shelves.near(one) if (strength := fits(one, clusters[number]))]
    return -max(found)[1] if found else -1


def fits(one: Statement, home: Cluster) -> int:
    """How strongly the statement belongs to the cluster; 0 where it does not."""
    instrument = one.values.instrument
    if not all_alike(instrument, home.instruments):
        return 0
    same_stage = bool(one.stage) and one.stage in home.stages
    if one.stage and home.stages and not same_stage:
        return 0
    dated = bool(one.date and home.dates)
    in_time = not dated or any(meet(one.date, other) for other in home.dates)
    near_time = in_time or (same_stage and near(one.date, home.dates))
    if not near_time and instrument != "ipo":
        return 0
    same_sum = not home.near_sums.by_mark.keys().isdisjoint(one.marks) and home.near_sums.agree_any(one.sums)
    in_time = in_time or (instrument == "ipo" and same_sum and "fact" not in (one.mood, home.mood))
    if not in_time and not (same_sum and near_time):
        return 0
    if (one.mood == "plan") != (home.mood == "plan") and not (same_stage or same_sum):
        return 0
    if (one.mood == "plan") != (home.mood == "plan") and not same_stage and _told_beside(one, home):
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


def _told_beside(one: Statement, home: Cluster) -> bool:
    """ "is working to raise about $65 million", and in the same article "$64 million last June": two events."""
    beside = [said for said in home.told_by(source_of(one)) if said.sums]
    values = {money.value for money in one.sums}
    return bool(values and beside) and not any(money.value in values for said in beside for money in said.sums)


def _told_apart(one: Statement, home: Cluster) -> bool:
    """Another sum of one sentence, in another currency, is of another event."""
    place = one.claim.evidence.start
    beside = (said for said in home.told_by(source_of(one)) if said.claim.evidence.start == place)
    return bool(one.sums) and any(said.sums for said in beside)


def _told_otherwise(one: Statement, home: Cluster) -> bool:
    """A lettered round comes once: another source that gives it another sum of about its size speaks of it, too."""
    return len(one.stage) == 1 and source_of(one) not in home.printing and akin(one.sums, home.sums)


def _other_currency(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """Sums on both sides, in no common currency: one investment told in two currencies, if the sizes are akin."""
    if not some or not others or {m.currency for m in some} & {m.currency for m in others}:
        return False
    return any(0.5 <= one.value / other.value <= 2 for one in some for other in others if other.value)


def near(date: str, others: Sequence[str]) -> bool:
    """Is the date so near one of the others that one event can have both?"""
    return any(meet(date, other, APART_DAYS) for other in others)


def source_of(said: Statement) -> str:
    """The id of the source that says it."""
    return said.claim.evidence.source
