"""Clusters in, rumours that came true joined to the facts that followed them."""

from __future__ import annotations

from briefing.model.dates import bounds
from briefing.reconcile.clusters import Cluster
from briefing.reconcile.rounds import alike, any_agree

_CONFIRM_DAYS = 300  # a rumour is confirmed within this time


def confirm(clusters: list[Cluster]) -> None:
    """Join a rumoured cluster to the fact that followed it: the same sum, or akin and soon after."""
    for rumour in [home for home in clusters if home.mood == "rumour"]:
        facts = [
            (strength, -number)
            for number, home in enumerate(clusters)
            if home.mood == "fact" and (strength := _confirms(home, rumour))
        ]
        if facts:
            home = clusters[-max(facts)[1]]
            home.merge(rumour)
            clusters.remove(rumour)


def _confirms(fact: Cluster, rumour: Cluster) -> int:
    if any(not alike(one, other) for one in fact.instruments for other in rumour.instruments):
        return 0
    if fact.stages and rumour.stages and not fact.stages & rumour.stages:
        return 0
    same_sum = any_agree(tuple(fact.sums), tuple(rumour.sums))
    akin = any(
        one.currency == other.currency and 0.6 <= one.value / other.value <= 1.7
        for one in fact.sums
        for other in rumour.sums
        if other.value
    )
    near = any(
        one.currency == other.currency and 0.8 <= one.value / other.value <= 1.25
        for one in fact.sums
        for other in rumour.sums
        if other.value
    )
    worth_akin = any(
        one.currency == other.currency and 0.7 <= one.value / other.value <= 1.4
        for one in fact.valuations
        for other in rumour.valuations
        if other.value
    )
    together = bool(
        {one.claim.evidence.source for one in fact.statements}
        & {one.claim.evidence.source for one in rumour.statements}
    )
    follows = _follows(fact, rumour)
    if follows is False:
        return 0
    if same_sum and (follows or together or not (fact.dates and rumour.dates)):
        return 4 + 2 * worth_akin + together
    if akin and (follows or (together and follows is None)) and (worth_akin or together):
        return 2 + worth_akin + together
    return 1 if near and follows else 0


def _follows(fact: Cluster, rumour: Cluster) -> bool | None:
    """Did the fact come within the time after the rumour? None where one of them has no date."""
    facts = [found for date in fact.dates if (found := bounds(date))]
    rumours = [found for date in rumour.dates if (found := bounds(date))]
    if not facts or not rumours:
        return None
    begun = min(found[0] for found in rumours)
    ended = max(found[1] for found in rumours)
    return any(first <= ended + _CONFIRM_DAYS and last >= begun - 31 for first, last in facts)
