"""Sources and claims in, the date up to which they speak out: the latest date they carry, never the clock's."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.claim import (
    Claim,
    FundingValues,
    InfrastructureValues,
    MetricValues,
    MilestoneValues,
    ProductValues,
    TieValues,
)
from briefing.model.dates import When, bounds
from briefing.model.source import Source


def as_of(sources: Sequence[Source], claims: Sequence[Claim]) -> str:
    """EDTF: the latest publication or coverage date, or a later date that a source states as past; "" if none."""
    carried = {end for source in sources for date in (source.published, source.coverage) if (end := _end(date))}
    latest = max(carried, key=_order, default="")
    stated = {
        end
        for claim in claims
        if claim.modality == "asserted"
        and (when := _when(claim))
        and when.anchor == "stated"
        and (end := _end(when.edtf))
    }
    newest = max(stated, key=_order, default="")
    if not latest:
        return newest
    known, later = bounds(latest), bounds(newest)
    return newest if known and later and later[0] > known[1] else latest


def _end(edtf: str) -> str:
    """The later end of an interval; "" where it is open."""
    last = edtf.split("/")[-1].rstrip("~?%")
    return last if bounds(last) else ""


def _order(edtf: str) -> tuple[int, int, str]:
    """By the first day (a year as a whole is no late date), then the narrower."""
    first, last = bounds(edtf) or (0, 0)
    return (first, -last, edtf)


def _when(claim: Claim) -> When | None:
    values = claim.values
    if isinstance(values, MetricValues):
        return None if values.forward_looking else values.as_of
    if isinstance(values, FundingValues | TieValues):
        return values.when
    if isinstance(values, MilestoneValues | ProductValues | InfrastructureValues):
        return values.when if values.status not in ("planned", "announced") else None
    return None
