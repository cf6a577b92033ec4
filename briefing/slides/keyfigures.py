"""A Briefing and the wishes of an audience in, at most four key figures out, each with its standing and sources."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.model.audience import Audience
from briefing.model.briefing import FundingEvent, FundingTotal, Metric
from briefing.model.records import dataclass, replace
from briefing.slides import figures
from briefing.slides.badges import BadgeKey, badge_keys
from briefing.slides.dates import long, phrase
from briefing.slides.highlights import (
    before_now,
    both,
    earlier,
    goals,
    latest_raise,
    latest_total,
    latest_valued,
    organisations,
    outgrown,
    planned_round,
    price_standing,
    ranked_metrics,
    revenue,
    rumoured_round,
    valued_before,
)
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import used_position
from briefing.slides.prose import Piece, Statement
from briefing.slides.roundwords import own_words
from briefing.slides.storyline import came_from, measured, raised, valued
from briefing.slides.wording import capital, counted, joined, listed, possessive, shown, word_set

MOST_TILES = 4
_GROWTH = re.compile(r"\bgrow|\bincrease|\brose\b|\bmargin\b", re.IGNORECASE)
_PHYSICAL = word_set(  # what a product weighs, measures or reaches says nothing of the company
    "kg kilogram kilograms g grams lb lbs pounds tonne tonnes ton tons km kilometres kilometers miles mph m metre "
    "metres meters feet ft inches cm mm volts watts kw degrees minutes seconds hours days weeks"
)
_PEOPLE = re.compile(r"\b(?:employees|headcount|staff|people|workforce|team)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tile:
    """A key figure. notes: versions of the two lines under it, longest first. headline: what a title may say of it."""

    key: str
    label: str
    value: str
    notes: tuple[Statement, ...]
    badges: tuple[BadgeKey, ...]
    ids: tuple[str, ...]
    headline: str
    quotes: tuple[tuple[int, str], ...] = ()
    rumoured: bool = False
    value_kind: str = "claim"


def tiles(ledger: Ledger, audience: Audience) -> tuple[Tile, ...]:
    """In the audience's order of preference; free places go to the best attested other figures."""
    found: list[Tile] = []
    for key in audience.kpis:
        if key != "organisations":
            _take(TILES[key](ledger) if key in TILES else None, found)
    for metric in _sums_first(ranked_metrics(ledger.briefing)):
        if len(found) < MOST_TILES and figures.metric(metric) and metric.unit not in _PHYSICAL:
            _take(_of_metric(ledger, metric), found)
    if len(found) < MOST_TILES and "organisations" in audience.kpis:
        _take(_organisations(ledger), found)
    return tuple(found[:MOST_TILES])


def _take(tile: Tile | None, found: list[Tile]) -> None:
    """The tile, unless it has no value or tells once more what another tells: the valuation's growth beside it."""
    if tile is None or not tile.value:
        return
    keys = {other.key for other in found}
    if "valuation" in tile.label.lower() and tile.key in ("metric", "growth") and "valuation" in keys:
        return
    labels = {other.label for other in found}
    if tile.label not in labels and tile.label.removesuffix(" growth") not in labels:
        found.append(tile)


def _sums_first(metrics: list[Metric]) -> list[Metric]:
    """Sums of money before counts and these before shares, else in their order."""
    return sorted(metrics, key=lambda metric: (not metric.amounts, metric.unit in ("percent", "times")))


def _statements(ledger: Ledger, facts: tuple[FundingEvent | Metric, ...], *texts: str) -> tuple[Statement, ...]:
    cites, ids = ledger.cites(*facts), ledger.ids(*facts)
    return tuple(Statement((Piece(capital(text), "claim"),), cites, ids) for text in dict.fromkeys(filter(None, texts)))


def _revenue(ledger: Ledger) -> Tile | None:
    metric = revenue(ledger.briefing)
    if not metric:
        return None
    before = earlier(ledger.briefing, metric)
    came = (
        f"up from {figures.in_words(before.amounts[0])} {phrase(long(before.as_of))}"
        if before and before.amounts
        else ""
    )
    if before and came and before.amounts[0].value >= metric.amounts[0].value:
        came = came.replace("up from", "after")
    stood = f"as of {ledger.date(metric, metric.as_of, long=True)}" if metric.as_of else ""
    facts = (metric, before) if before else (metric,)
    full = "; ".join(part for part in (came, stood) if part)
    return _metric_tile(
        "revenue", ledger, metric, _statements(ledger, facts, full, came, stood) or _bare(ledger, metric)
    )


def _target(ledger: Ledger) -> Tile | None:
    found = [metric for metric in goals(ledger.briefing) if figures.metric(metric)]
    if not found:
        return None
    metric = found[0]
    when = f"aimed at for {ledger.date(metric, metric.as_of, long=True)}" if metric.as_of else "no date is given"
    holder = shown(metric.holder)
    by = f"{when}, says {holder}" if holder and metric.as_of else f"aimed at by {holder}; {when}" if holder else when
    tile = _metric_tile("target", ledger, metric, _statements(ledger, (metric,), by, when))
    return Tile(
        tile.key,
        f"Target: {tile.label[:1].lower()}{tile.label[1:]}",
        tile.value,
        tile.notes,
        tile.badges,
        tile.ids,
        tile.headline,
        tile.quotes,
    )


def _growth(ledger: Ledger) -> Tile | None:
    found = [
        m
        for m in ranked_metrics(ledger.briefing)
        if m.unit in ("percent", "times") and _GROWTH.search(m.name) and " " in m.name.strip()  # growth of something
    ]
    return _of_metric(ledger, found[0], "growth") if found else None


def _people(ledger: Ledger) -> Tile | None:
    found = [m for m in ranked_metrics(ledger.briefing) if _PEOPLE.search(m.name) or _PEOPLE.search(m.unit)]
    return _of_metric(ledger, found[0], "people") if found and figures.metric(found[0]) else None


def _of_metric(ledger: Ledger, metric: Metric, key: str = "metric") -> Tile:
    stood = f"as of {ledger.date(metric, metric.as_of, long=True)}" if metric.as_of else ""
    by = f"according to {shown(metric.holder)}" if metric.holder else ""
    told = metric.amounts or metric.unit in ("percent", "times", "x") or metric.unit in metric.name
    unit = "" if told else metric.unit
    full = ", ".join(part for part in (unit, stood, by) if part)
    return _metric_tile(key, ledger, metric, _statements(ledger, (metric,), full, stood, by) or _bare(ledger, metric))


def _bare(ledger: Ledger, metric: Metric) -> tuple[Statement, ...]:
    holder = shown(metric.holder)
    return _statements(ledger, (metric,), f"according to {holder}" if holder else "no date is given")


def _metric_tile(key: str, ledger: Ledger, metric: Metric, notes: tuple[Statement, ...]) -> Tile:
    return Tile(
        key,
        capital(shown(metric.name)),
        figures.metric(metric),
        notes,
        badge_keys(metric.standing, metric.disputed, figure=True),
        ledger.ids(metric),
        measured(ledger, metric),
        ledger.quotes(metric),
        rumoured=metric.standing == "rumoured",
    )


def _total(ledger: Ledger) -> Tile | None:
    total = latest_total(ledger.briefing)
    if total is None or outgrown(total, ledger.briefing) or (before_now(total) and latest_raise(ledger.briefing)):
        return None
    by = f"according to {shown(total.holder)}" if total.holder else ""
    scope = figures.shortened(shown(total.scope))
    cites, ids = ledger.cites(total), ledger.ids(total)
    texts = [", ".join(part for part in (scope, by) if part), by, scope, _published(ledger, total), "raised to date"]
    notes = tuple(Statement((Piece(capital(text), "claim"),), cites, ids) for text in texts if text)
    who = (
        f" by {possessive(shown(total.holder))} count"
        if total.holder
        else ", by reports"
        if total.standing == "reported"
        else ""
    )
    amount = figures.in_words(total.amounts[0])
    return Tile(
        "funding-total",
        "Raised before" if before_now(total) else "Total funding",
        figures.short(total.amounts[0]),
        notes,
        badge_keys(total.standing, False, figure=True),
        ids,
        f"{ledger.subject} has raised {amount}{who}",
        ledger.quotes(total),
    )


def _published(ledger: Ledger, total: FundingTotal) -> str:
    """ "as of 29 July 2025": the day of the latest article that gives the total."""
    days = [ledger.briefing.sources[number - 1].published for number in ledger.cites(total)]
    return f"as of {long(max(days))}" if any(days) else ""


def _valuation(ledger: Ledger) -> Tile | None:
    event = latest_valued(ledger.briefing)
    if not event:
        return None
    first, other = figures.pair(event.valuations, ())
    name = shown(event.name)
    at = ", ".join(part for part in (f"at {name}" if name else "", ledger.date(event, event.date, long=True)) if part)
    base = f"{other} {at}".strip() if other else at
    came = came_from(ledger, event)
    priced = replace(event, standing=price_standing(event))
    tile = _event_tile("valuation", "Valuation", first, ledger, priced, valued(ledger, event), base, at)
    before = valued_before(ledger.briefing, event)
    if came and before:
        full = f"{base}{came}" if base else came.lstrip(", ")
        tile = replace(tile, notes=(*_statements(ledger, (event, before), full), *tile.notes))
    also, numbers = _another_version(ledger, event)
    if not also:
        return tile
    said = Piece(capital(f"{base}, {also}" if base else also))
    both_ = Statement((said,), tuple(sorted({*ledger.cites(event), *numbers})), tile.ids)
    badges: tuple[BadgeKey, ...] = tile.badges if "disputed" in tile.badges else (*tile.badges, "disputed")
    return replace(tile, notes=(both_, *tile.notes), badges=badges)


def _another_version(ledger: Ledger, event: FundingEvent) -> tuple[str, tuple[int, ...]]:
    """What another source says where it is not the same, and the numbers of its sources."""
    for conflict in ledger.briefing.conflicts:
        told = conflict.kind in ("amount", "currency") and len(conflict.positions) > 1
        if told and conflict.about == event.id and "valuation" in conflict.topic.lower():
            other = conflict.positions[1 if used_position(conflict) == 0 else 0]
            value = figures.shortened(shown(other.value))
            same = value == figures.shortened(shown(conflict.used)) or value in _shown_as(event)
            return (f"or {value}", ledger.cited(other.evidence)) if len(value) <= 28 and not same else ("", ())
    return "", ()


def _shown_as(event: FundingEvent) -> tuple[str, ...]:
    return tuple(figures.short(money) for money in event.valuations)


def _next_round(ledger: Ledger) -> Tile | None:
    event = rumoured_round(ledger.briefing) or planned_round(ledger.briefing)
    if not event or not event.amounts:
        return None
    price = f"at a {figures.bare(event.valuations[0])} valuation" if event.valuations else ""
    when = ledger.date(event, event.date, long=True)
    full = ", ".join(part for part in (price, when) if part)
    own = own_words(event)
    texts = (*(f"{full}; {part}" for part in own if full), full, price, when, *own, "no date or price is given")
    value = figures.short(event.amounts[0])
    return _event_tile("next-round", "Next round", value, ledger, event, raised(ledger, event), *texts)


def _last_round(ledger: Ledger) -> Tile | None:
    event = latest_raise(ledger.briefing)
    if not event:
        return None
    first, other = figures.pair(event.amounts, event.equivalents)
    name, when = shown(event.name), ledger.date(event, event.date, long=True)
    led = f"led by {listed([shown(lead) for lead in event.leads], 2)}" if event.leads else ""
    texts = (
        ", ".join(part for part in (other, name, when, led) if part),
        ", ".join(part for part in (name, when, led) if part),
        ", ".join(part for part in (name, when) if part),
        when,
    )
    return _event_tile("last-round", "Latest round", first, ledger, event, raised(ledger, event), *texts)


def _event_tile(key: str, label: str, value: str, ledger: Ledger, event: FundingEvent, said: str, *texts: str) -> Tile:
    notes = _statements(ledger, (event,), *texts) or _statements(ledger, (event,), "no date is given")
    badges = badge_keys(event.standing, event.disputed, figure=False)
    rumoured = event.standing == "rumoured"
    return Tile(key, label, value, notes, badges, ledger.ids(event), said, ledger.quotes(event), rumoured)


def _organisations(ledger: Ledger) -> Tile | None:
    found = organisations(ledger.briefing)
    if len(found) < 2:
        return None
    double = both(ledger.briefing)
    texts = []
    if double:
        names = [shown(item.name) for item in double]
        texts += [f"Partner and investor at once: {joined(names)}", f"Partner and investor at once: {listed(names, 2)}"]
    texts += [f"{counted(len(double), 'organisation')} both partner and investor" if double else "Named in the sources"]
    cites, ids = ledger.cites(*found), tuple(item.id for item in found)
    notes = tuple(Statement((Piece(text, "claim" if ":" in text else "label"),), cites, ids) for text in texts)
    said = f"the sources name {len(found)} organisations around {ledger.subject}"
    return Tile(
        "organisations",
        "Named organisations",
        str(len(found)),
        notes,
        (),
        ids,
        said,
        ledger.quotes(*(double or found)[:3], most=1),
        value_kind="label",
    )


TILES: dict[str, Callable[[Ledger], Tile | None]] = {
    "revenue": _revenue,
    "funding-total": _total,
    "valuation": _valuation,
    "next-round": _next_round,
    "last-round": _last_round,
    "target": _target,
    "growth": _growth,
    "people": _people,
    "organisations": _organisations,
}
