"""A figure that is another one for a round told before in, the number of that round among the events out."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.reconcile.clusters import Cluster
from briefing.reconcile.rounds import Statement, meet

_LEAST, _MOST = 0.5, 2.0  # two figures of one round differ by no more


def rivalled(one: Statement, clusters: Sequence[Cluster]) -> int:
    """Of the events with a figure of its size that of the date it names, else the one its source told last; else -1."""
    near = [number for number, home in enumerate(clusters) if _of_its_size(one, home)]
    dated = [number for number in near if one.date and any(meet(one.date, date, 0) for date in clusters[number].dates)]
    if len(dated) == 1:
        return dated[0]
    place = one.claim.evidence
    told = [
        (said.claim.evidence.start, number)
        for number in near
        for said in clusters[number].statements
        if said.claim.evidence.source == place.source and said.claim.evidence.start <= place.start
    ]
    return max(told)[1] if told else -1


def _of_its_size(one: Statement, home: Cluster) -> bool:
    return any(
        mine.currency == theirs.currency and theirs.value and _LEAST <= mine.value / theirs.value <= _MOST
        for some, others in ((one.sums, home.sums), (one.valuations, home.valuations))
        for mine in some
        for theirs in others
    )
