"""Facts in, short names for them out, as topics of differences: slots filled from the fact."""

from __future__ import annotations

from briefing.model.briefing import FundingEvent, FundingTotal, Metric

_INSTRUMENTS = {
    "debt": "debt financing",
    "secondary": "share sale",
    "grant": "grant",
    "ipo": "listing",
    "convertible": "convertible investment",
}


def event_label(event: FundingEvent) -> str:
    """ "Series B", "debt financing of $30M", "funding event of 2024-05"."""
    if event.name:
        return event.name
    label = _INSTRUMENTS.get(event.instrument, "funding round")
    if event.amounts:
        return f"{label} of {event.amounts[0].raw}"
    return f"{label} of {event.date}" if event.date else label


def metric_label(metric: Metric) -> str:
    figure = metric.amounts[0].raw if metric.amounts else plain(metric.value, metric.unit)
    return f"{metric.name} {figure}".strip()


def total_label(total: FundingTotal) -> str:
    return f"total raised {total.amounts[0].raw}" if total.amounts else "total raised"


def plain(value: float | None, unit: str) -> str:
    """ "44 MW", "12%"."""
    if value is None:
        return ""
    number = f"{value:,.10g}"
    return f"{number}%" if unit == "percent" else f"{number} {unit}".strip()
