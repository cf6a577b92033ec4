"""The funding chart: valuation, or failing that money raised, by round in one currency; remarks beside it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from briefing.measure import body_face
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, FundingEvent
from briefing.model.frame import EMU_PER_INCH, Box, ChartMark, Line, Mark, Paint, Series, inches
from briefing.model.money import Money
from briefing.model.records import dataclass
from briefing.model.theme import Theme
from briefing.slides import figures
from briefing.slides.badges import pills
from briefing.slides.canvas import HEADED, LEFT, Page, Sheet, hairline, heading, page_of, text_mark
from briefing.slides.dates import month, phrase
from briefing.slides.highlights import chronological, round_name, rumoured_round
from briefing.slides.ledger import Ledger
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement, Style, fitted, paragraph
from briefing.slides.remarks import Remark, remarks
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, cut, plural, shown

LEAST_COLUMNS, MOST_COLUMNS = 3, 12
_CHART_WIDTH = inches(7.772)
_LEAST_BESIDE = inches(4.2)
_BETWEEN, _BELOW, _LEAST_CHART = inches(0.35), inches(1.95), inches(2.2)
_UNCHANGED = re.compile(r"\b(?:unchanged|same|flat)\b", re.IGNORECASE)
_CURRENCIES = {
    "USD": "US dollars",
    "EUR": "Euros",
    "GBP": "Pounds sterling",
    "JPY": "Yen",
    "INR": "Rupees",
    "CHF": "Swiss francs",
}
Kind = Literal["reported", "implied", "planned", "rumoured"]
_SERIES: tuple[tuple[Kind, str], ...] = (
    ("reported", "Reported"),
    ("implied", "Implied"),
    ("planned", "Planned"),
    ("rumoured", "Rumoured"),
)


@dataclass(frozen=True, slots=True)
class Point:
    """One column. label: the figure as printed; lines: of the category."""

    value: float
    label: str
    lines: tuple[str, ...]
    kind: Kind
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """measure: "Valuation" or "Amount raised". note: versions of the line under the heading."""

    titles: tuple[str, ...]
    measure: str
    unit: str
    note: tuple[Statement, ...]
    points: tuple[Point, ...]
    remarks: tuple[Remark, ...]
    notes: Notes


def plan(briefing: Briefing, audience: Audience) -> tuple[ChartPlan, ...]:
    """One plan; none with fewer than three rounds in one currency."""
    ledger = Ledger(briefing)
    for measure in ("Valuation", "Amount raised"):
        currency, pairs = _series(briefing, measure)
        if len(pairs) >= LEAST_COLUMNS:
            break
    else:
        return ()
    kept = pairs[-MOST_COLUMNS:]
    points = tuple(_point(ledger, event, money, kind) for event, money, kind in kept)
    events = [event for event, _, _ in kept]
    found = remarks(ledger, prices=measure == "Valuation")
    quotes = (*ledger.quotes(*events, most=1), *(quote for remark in found for quote in remark.quotes))
    caution = ("Columns of different currencies are never mixed; conversions are the sources' own",)
    return (
        ChartPlan(
            _titles(ledger, measure, kept),
            measure,
            _CURRENCIES.get(currency, currency),
            _note(ledger, measure, currency, pairs),
            points,
            found,
            Notes("", quotes, caution),
        ),
    )


# ---------------------------------------------------------------- words

_Pair = tuple[FundingEvent, Money, Kind]


def _series(briefing: Briefing, measure: str) -> tuple[str, list[_Pair]]:
    """The currency in which most rounds give the measure (dollars, euros first of equals), and the rounds in it."""
    ahead = ("rumoured", "forward-looking")
    events = [event for event in chronological(briefing.funding) if event.date or event.standing in ahead]
    counts: dict[str, int] = {}
    for event in events:
        for currency in {money.currency for money in _moneys(event, measure)}:
            counts[currency] = counts.get(currency, 0) + 1
    order = ("USD", "EUR")
    best = min(counts, key=lambda item: (-counts[item], order.index(item) if item in order else 2, item), default="")
    pairs: list[_Pair] = []
    for event in events:
        found = next((money for money in _moneys(event, measure) if money.currency == best), None)
        if found:
            pairs.append((event, found, _kind(event)))
        elif (
            measure == "Valuation" and pairs and _UNCHANGED.search(event.valuation_note) and pairs[-1][2] == "reported"
        ):
            pairs.append((event, pairs[-1][1], "implied"))
    return best, pairs


def _moneys(event: FundingEvent, measure: str) -> tuple[Money, ...]:
    if measure == "Valuation":
        return event.valuations
    return () if event.instrument == "secondary" else (*event.amounts, *event.equivalents)


def _kind(event: FundingEvent) -> Kind:
    if event.standing == "rumoured":
        return "rumoured"
    return "planned" if event.standing == "forward-looking" else "reported"


def _point(ledger: Ledger, event: FundingEvent, money: Money, kind: Kind) -> Point:
    name = round_name(event)
    if kind == "rumoured" and not event.name:
        ahead = rumoured_round(ledger.briefing)
        name = "Next round" if ahead and ahead.id == event.id else "Rumoured raise"
    lines = [cut(name, 28), ledger.date(event, event.date)]
    if kind != "reported":
        lines.append(f"({kind})")
    return Point(float(money.value), figures.short(money), tuple(filter(None, lines)), kind, ledger.ids(event))


def _note(ledger: Ledger, measure: str, currency: str, pairs: Sequence[_Pair]) -> tuple[Statement, ...]:
    """The currency, whose conversion it is, and what is left out."""
    unit = _CURRENCIES.get(currency, currency)
    facts = [event for event, _, _ in pairs]
    cites, ids = ledger.cites(*facts), ledger.ids(*facts)
    converted = [
        (event, _moneys(event, measure)[0])
        for event, money, kind in pairs
        if kind != "implied" and _moneys(event, measure)[0].currency != currency
    ]
    texts = [unit if converted else f"{unit}, as the sources give them"]
    if converted:
        event, first = converted[-1]
        texts.append(f"{shown(event.name) or 'the latest'} in the sources' conversion of {figures.short(first)}")
    told = [{money.currency for money in _moneys(event, measure)} for event in ledger.briefing.funding]
    other = sum(bool(currencies) and currency not in currencies for currencies in told)
    undated = sum(currency in currencies for currencies in told) - sum(kind != "implied" for *_, kind in pairs)
    if other:
        texts.append(f"{counted(other, 'round')} in other currencies {plural(other, 'is')} left out")
    if undated > 0:
        texts.append(f"{counted(undated, 'round')} without a date {plural(undated, 'is')} left out")
    if len(pairs) > MOST_COLUMNS:
        texts.append(f"the last {MOST_COLUMNS} of {len(pairs)} rounds")
    versions = ["; ".join(texts[:count]) for count in range(len(texts), 0, -1)]
    return tuple(Statement((Piece(text, "label", muted=True),), cites, ids) for text in versions)


def _titles(ledger: Ledger, measure: str, pairs: Sequence[_Pair]) -> tuple[str, ...]:
    firm = [(event, money) for event, money, kind in pairs if kind in ("reported", "implied")]
    rumour = next((money for _, money, kind in reversed(pairs) if kind == "rumoured"), None)
    said = figures.bare(rumour) if rumour else ""
    tails = (f"; the {said} figure is only a rumour", f"; {said} is only a rumour", "") if rumour else ("",)
    noun = "valuation" if measure == "Valuation" else "size of round"
    found: list[str] = []
    standings = {event.standing for event, _ in firm}
    word = "Company-stated" if standings == {"company-stated"} else "" if standings == {"corroborated"} else "Reported"
    head = capital(f"{word} {noun}".strip())
    if len(firm) > 1 and measure != "Valuation":
        small, large = (pick(firm, key=lambda pair: pair[1].value) for pick in (min, max))
        least, most = (f"{figures.in_words(money)} {phrase(_month(ledger, event))}" for event, money in (small, large))
        found += [f"{capital(f'{word} rounds'.strip())} range from {least} to {most}{end}" for end in tails]
    elif len(firm) > 1:
        (first, low), (last, high) = firm[0], firm[-1]
        verb = "rose" if high.value > low.value else "fell" if high.value < low.value else "stayed"
        peak = max(firm, key=lambda pair: pair[1].value)
        if high.value < peak[1].value and peak[0] is not first:
            verb, (first, low) = "fell", peak
        since, until = (phrase(_month(ledger, event)) for event in (first, last))
        if verb == "stayed":
            texts = [f"{head} stayed at {figures.in_words(low)}, last {until}"]
        else:
            was, now = figures.in_words(low), figures.in_words(high)
            texts = [f"{head} {verb} from {was} {since} to {now} {until}", f"{head} {verb} from {was} to {now} {until}"]
        found += [f"{text}{end}" for end in tails for text in texts]
    elif firm and rumour:
        found.append(f"{head} stands at {figures.in_words(firm[0][1])}{tails[0]}")
    if not firm:
        found.append(f"No {noun} of {ledger.subject} is on record; every figure here is planned or rumoured")
    return candidates(
        *found,
        f"{measure} of {ledger.subject} by round, as the sources give it",
        f"{measure} by round, as the sources give it",
    )


def _month(ledger: Ledger, event: FundingEvent) -> str:
    return month(event.date, ledger.date(event, event.date, long=True))


# ---------------------------------------------------------------- places


def layout(plan: ChartPlan, theme: Theme) -> tuple[Sheet, ...]:
    """The chart on the left, up to three remarks in equal rows on the right."""
    face, page = body_face(theme), page_of(theme)
    beside = bool(plan.remarks) and not page.narrow and page.height >= _LEAST_BESIDE
    width = page.share(_CHART_WIDTH) if beside or not page.narrow else page.width
    style = Style(10.0)
    note = fitted(plan.note, style, width, 1, face)
    marks: list[Mark] = [
        heading(f"{plan.measure} by round", LEFT, width),
        text_mark(
            "Chart note",
            Box(LEFT, inches(2.05), width, inches(0.20)),
            (paragraph(note, style),),
            claims=note.ids,
        ),
        _chart(plan, Box(LEFT, inches(2.38), width, page.bottom - inches(2.38))),
    ]
    if plan.remarks and not beside:
        below = page.bottom - _BELOW
        if below - inches(2.38) < _LEAST_CHART:
            return _on_two(plan, marks, page, face)
        chart = _chart(plan, Box(LEFT, inches(2.38), width, below - inches(2.38)))
        marks = [*marks[:-1], chart, *_row_of_remarks(plan, below + inches(0.15), page, face)]
        return (Sheet("funding-chart", "chart-commentary", "Funding", plan.titles, tuple(marks), plan.notes),)
    if plan.remarks:
        x = page.cx(8)
        marks.append(heading("What it means", x, page.cs(4)))
        height = (page.bottom - HEADED) // 3
        for at, remark in enumerate(plan.remarks):
            marks += _remark(remark, Box(x, HEADED + at * height, page.cs(4), height), face)
    return (Sheet("funding-chart", "chart-commentary", "Funding", plan.titles, tuple(marks), plan.notes),)


def _on_two(plan: ChartPlan, chart: list[Mark], page: Page, face: str) -> tuple[Sheet, ...]:
    """The chart, then the remarks side by side on a slide of their own."""
    marks = [heading("What it means", LEFT, page.width), *_row_of_remarks(plan, HEADED, page, face)]
    return (
        Sheet("funding-chart", "chart-commentary", "Funding", plan.titles, tuple(chart), plan.notes, 1, 2),
        Sheet("funding-chart", "canvas", "Funding", plan.titles, tuple(marks), plan.notes, 2, 2),
    )


def _row_of_remarks(plan: ChartPlan, y: int, page: Page, face: str) -> Iterator[Mark]:
    """The remarks side by side from y on."""
    number = len(plan.remarks)
    width = (page.width - (number - 1) * _BETWEEN) // number
    height = min(page.bottom - y, inches(3.0))
    most = int((height / EMU_PER_INCH - 0.98) / 0.205)  # lines of 12 points under badge and lead
    for at, remark in enumerate(plan.remarks):
        yield from _remark(remark, Box(LEFT + at * (width + _BETWEEN), y, width, height), face, most, 2)


def _chart(plan: ChartPlan, box: Box) -> ChartMark:
    kinds = {point.kind for point in plan.points}
    series = tuple(_column_series(plan.points, kind, name) for kind, name in _SERIES if kind in kinds)
    categories = tuple("\n".join(point.lines) for point in plan.points)
    ids = tuple(dict.fromkeys(part for point in plan.points for part in point.ids))
    said = "; ".join(f"{' '.join(point.lines[:2])}: {point.label}, {point.kind}" for point in plan.points)
    descr = f"Column chart of {plan.measure.lower()} by round in {plan.unit}: {said}."
    largest = max(point.value for point in plan.points)
    return ChartMark(
        f"Chart: {plan.measure} by round",
        box,
        categories,
        series,
        rounded_up(1.08 * largest),
        plan.unit,
        descr,
        20,
        claims=ids,
    )


def _column_series(points: Sequence[Point], kind: Kind, name: str) -> Series:
    values = tuple(point.value if point.kind == kind else None for point in points)
    labels = tuple(point.label if point.kind == kind else "" for point in points)
    if kind == "rumoured":
        fill, line = Paint("accent4", pattern="wdUpDiag"), Line("accent4", 1.5, "sysDash")
        return Series(name, values, labels, fill, line, "accent4", True)
    outline = {"implied": Line("accent1", 1.25), "planned": Line("accent3", 1.25)}.get(kind)
    return Series(name, values, labels, Paint("bg1" if outline else "accent1"), outline)


def rounded_up(value: float) -> float:
    """Up to two significant digits."""
    if value <= 0:
        return 1.0
    step = 10.0 ** (math.floor(math.log10(value)) - 1)
    return math.ceil(round(value / step, 6)) * step


def _remark(remark: Remark, place: Box, face: str, most: int = 3, lead_lines: int = 1) -> Iterator[Mark]:
    """Rule, badges, a lead and a text, each of at most so many lines."""
    x, y, width = place.x, place.y, place.w
    lead = fitted(remark.leads, Style(14.0, bold=True), width, lead_lines, face)
    size = next(
        (
            size
            for size in (12.0, 11.5, 11.0)
            if fitted(remark.versions[:1], Style(size), width, most, face) == remark.versions[0]
        ),
        12.0,
    )
    text = fitted(remark.versions, Style(size), width, most, face)
    yield hairline(f"Rule: {lead.text}", x, y, width)
    yield from pills(remark.badges, x, y + inches(0.16), face, remark.ids, lead.text)
    box = Box(x, y + inches(0.46), width, place.h - inches(0.50))
    paragraphs = (paragraph(lead, Style(14.0, bold=True), cite=False, after=2), paragraph(text, Style(size)))
    yield text_mark(f"Remark: {lead.text}", box, paragraphs, claims=remark.ids)
