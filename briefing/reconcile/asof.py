"""Sources and claims in, the date up to which they speak out: the latest date they carry, never the clock's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    """EDTF: the latest publication or coverage date, or a later date that a source states as past; "" if none.

    Nothing that an article states as past is later than the article: such a date is of something still to come.
    """
    printed = {
        source.id: max(ends, key=_order)
        for source in sources
        if (ends := [end for date in (source.published, source.coverage) if (end := _end(date))])
    }
    latest = max(printed.values(), key=_order, default="")
    told = _told_later(claims, printed, latest)
    stated = told | {
        end
        for claim in claims
        if claim.modality == "asserted"
        and (when := _when(claim, strict=bool(latest)))
        and when.anchor == "stated"
        and (end := _end(when.edtf))
        and not _is_after(end, printed.get(claim.evidence.source, ""))
        and not _is_far_behind(end, latest)
    }
    newest = max(stated, key=_order, default="")
    return newest if not latest or _is_after(newest, latest) else latest


def _told_later(claims: Sequence[Claim], printed: Mapping[str, str], latest: str) -> set[str]:
    """Months and days behind the latest article in which an article without a date says that things happened.

    One such date may be a slip; who tells of two has written later.
    """
    found: dict[str, set[str]] = {}
    for claim in claims if latest else ():
        values = claim.values
        if (
            isinstance(values, MilestoneValues)
            and values.status == "past"
            and claim.modality == "asserted"
            and claim.evidence.source not in printed
            and values.when
            and values.when.anchor == "stated"
            and _is_month(values.when.edtf)
            and _is_after(values.when.edtf, latest)
        ):
            found.setdefault(claim.evidence.source, set()).add(values.when.edtf)
    return {date for dates in found.values() if len(dates) > 1 for date in dates}


def _is_month(edtf: str) -> bool:
    """A month or a day of it: no year, no season and no time between two dates."""
    when = bounds(edtf)
    return when is not None and when[1] - when[0] < 31


def _is_after(one: str, other: str) -> bool:
    """Does a date begin behind the last day of another? No for what is no date."""
    first, second = bounds(one), bounds(other)
    return first is not None and second is not None and first[0] > second[1]


def _is_far_behind(one: str, latest: str) -> bool:
    """Does a date begin more than a year behind the latest article that has one? Articles of one folder are closer."""
    first, second = bounds(one), bounds(latest)
    return first is not None and second is not None and first[0] > second[1] + 366


def _end(edtf: str) -> str:
    """The later end of an interval; "" where it is open."""
    last = edtf.split("/")[-1].rstrip("~?%")
    return last if bounds(last) else ""


def _order(edtf: str) -> tuple[int, int, str]:
    """By the first day (a year as a whole is no late date), then the narrower."""
    first, last = bounds(edtf) or (0, 0)
    return (first, -last, edtf)


def _when(claim: Claim, strict: bool) -> When | None:
    """The date of what a claim says has been. strict: only where it can hardly be one of a plan."""
    values = claim.values
    if isinstance(values, MetricValues):
        return None if values.forward_looking else values.as_of
    if isinstance(values, FundingValues):
        return values.when
    if strict:
        return None
    if isinstance(values, TieValues):
        return values.when
    if isinstance(values, MilestoneValues | ProductValues | InfrastructureValues):
        return values.when if values.status not in ("planned", "announced") else None
    return None
