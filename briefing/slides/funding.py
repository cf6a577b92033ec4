"""The funding table: every round with amount, valuation, lead, standing and sources; the stated total under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.measure import body_face, natural_width, text_height
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, FundingEvent, Standing
from briefing.model.claim import Contribution
from briefing.model.frame import Box, Mark, Paragraph, Run, inches
from briefing.model.records import dataclass, replace
from briefing.model.theme import Theme
from briefing.slides import figures
from briefing.slides.badges import BadgeKey, badge_key, badge_run
from briefing.slides.canvas import LEFT, TOP, Sheet, page_of, text_mark
from briefing.slides.citations import digits
from briefing.slides.clipping import shortenings
from briefing.slides.dates import month, phrase
from briefing.slides.highlights import (
    before_now,
    chronological,
    debt_rounds,
    firm_rounds,
    latest_total,
    latest_valued,
    outgrown,
    price_standing,
    round_name,
    rumoured_round,
    valued_before,
)
from briefing.slides.ledger import Ledger
from briefing.slides.notes import Notes
from briefing.slides.prose import NOTHING, Piece, Statement, Style, fitted, paragraph
from briefing.slides.roundwords import own_words
from briefing.slides.storyline import contradictions, headline, raised, valued
from briefing.slides.tables import Body, Column, Grid, across, cell, fits_on, left_out, parts_of, table, widened
from briefing.slides.titles import candidates
from briefing.slides.wording import NBSP, capital, counted, joined, listed, lower_first, plural, shown

_COLUMNS = (
    Column("Date", 1.22),
    Column("Round", 1.98),
    Column("Amount", 1.72),
    Column("Valuation", 1.78),
    Column("Lead or notable detail", 3.50, spare=True),
    Column("Standing", 1.30, firm=True),
    Column("Src", 0.633, firm=True),
)
_MOST_ROWS = 12
_FITS = ((12.0, 2), (11.5, 2), (11.0, 2), (10.5, 2), (10.0, 2), (10.0, 1))
_TOTAL_H = inches(0.26)
_INSTRUMENTS = {
    "debt": "debt",
    "convertible": "convertible",
    "mixed": "equity and debt",
    "grant": "grant",
    "secondary": "secondary sale",
    "ipo": "public listing",
}
_SCOPE = re.compile(r" (?:in|from|of|across|for|raised|through|since|to|prior|before|over|until)\b")
_UNCHANGED = re.compile(r"\b(?:unchanged|same|flat|implied|implying)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round as the table says it. details: versions, longest first."""

    date: str
    name: Statement
    amount: Statement
    valuation: Statement
    details: tuple[Statement, ...]
    standing: Standing
    disputed: bool
    cites: tuple[int, ...]
    ids: tuple[str, ...]

    @property
    def rumoured(self) -> bool:
        return self.standing == "rumoured"


@dataclass(frozen=True, slots=True)
class FundingPlan:
    """total: versions of the sentence under the table, longest first; empty where no source gives a total."""

    titles: tuple[str, ...]
    rows: tuple[RoundRow, ...]
    total: tuple[Statement, ...]
    notes: Notes


def plan(briefing: Briefing, audience: Audience) -> tuple[FundingPlan, ...]:
    """One plan; none where the sources report no round."""
    if not briefing.funding:
        return ()
    ledger = Ledger(briefing)
    events = chronological(briefing.funding)
    rows = tuple(_row(ledger, event) for event in events)
    quotes = ledger.quotes(
        *sorted(events, key=lambda event: event.standing != "rumoured"), *briefing.funding_totals, most=1
    )
    notes = Notes("", quotes, tuple(_cautions(ledger)))
    return (FundingPlan(_titles(ledger, events), rows, _total(ledger), notes),)


# ---------------------------------------------------------------- words


def _row(ledger: Ledger, event: FundingEvent) -> RoundRow:
    return RoundRow(
        capital(ledger.date(event, event.date)) or "Not dated",
        _name(event),
        _amount(event),
        _valuation(event),
        _details(event),
        event.standing,
        event.disputed,
        ledger.cites(event),
        ledger.ids(event),
    )


def _name(event: FundingEvent) -> Statement:
    name = shown(event.name)
    if event.standing == "rumoured" and (not name or "rumo" in name.lower()):
        return Statement((Piece("Rumoured raise", "label", bold=True),))
    if not name:
        return Statement((Piece(round_name(event), "label", bold=True),))
    instrument = _INSTRUMENTS.get(event.instrument, "")
    said = name.lower()
    if not instrument or any(word in said for word in (instrument.split()[0], event.instrument)):
        return Statement((Piece(capital(name), bold=True),))
    return Statement((Piece(capital(name), bold=True), Piece(f", {instrument}", "label")))


def _amount(event: FundingEvent) -> Statement:
    first, other = figures.pair(event.amounts, event.equivalents)
    if not first:
        return Statement((Piece("Not disclosed", "label", muted=True),))
    pieces = [Piece(first, bold=True)]
    if other:
        plain = event.disputed or other[0] not in "~<>≤≥"  # not the same source's rounded conversion
        joint = "\u00a0or\u00a0" if plain else " "
        pieces.append(Piece(f"{joint}{other}", muted=True))
    return Statement(tuple(pieces))


_LESS = {"reported": "reported", "company-stated": "company-stated", "rumoured": "rumoured"}


def _valuation(event: FundingEvent) -> Statement:
    first, other = figures.pair(event.valuations, ())
    if first:
        by = f" ({_LESS[event.valuation_standing]})" if event.valuation_standing in _LESS else ""
        rest = [Piece(f" {other}", muted=True)] if other else []
        return Statement((Piece(first, bold=True), *rest, *([Piece(by, "label", muted=True)] if by else [])))
    note = shown(event.valuation_note)
    if note and _UNCHANGED.search(note):
        return Statement((Piece("Unchanged"), Piece(" (implied)", "label", muted=True)))
    if note:
        return Statement((Piece(capital(note)),))
    words = "Not applicable" if event.instrument in ("debt", "grant") else "Not disclosed"
    return Statement((Piece(words, "label", muted=True),))


def _details(event: FundingEvent) -> tuple[Statement, ...]:
    """Who led, who joined and with how much, what it is for: the longest that fits is taken."""
    leads = joined([shown(name) for name in event.leads])
    others = [shown(name) for name in event.participants if name not in event.leads]
    alone = event.leads[0] if len(event.leads) == 1 else ""
    cheques = [text for text in (_cheque(part, part.investor == alone) for part in event.contributions) if text]
    detail = [lower_first(version) for version in shortenings(figures.shortened(shown(event.detail)))]
    detail = detail or [lower_first(version) for version in own_words(event)]
    tails = [
        *cheques[:1],
        *(f"with {listed(others, most)}" for most in (len(others), 4, 3, 2) if 0 < most <= len(others)),
    ]
    texts: list[str] = []
    if leads:
        for own in detail:
            join = ", " if own.startswith(("making", "leaving")) else "; "
            texts += [f"{leads}; {cheque}{join}{own}" for cheque in cheques[:1]]
        if cheques and others:
            texts.append(f"{leads}; {cheques[0]}; with {joined(others)}")
        texts += [f"{leads}; {version}" for version in detail]
        texts += [f"{leads}; {tail}" for tail in tails]
        texts.append(leads)
    elif others:
        texts += [f"{joined(others)}; {version}" for version in detail]
        texts += [listed(others, most) for most in (len(others), 4, 3, 2, 1) if most <= len(others)]
    texts += detail
    if not texts:
        by = "No lender" if event.instrument == "debt" else "No investor"
        return (Statement((Piece(f"{by} is named", "label", muted=True),)),)
    return tuple(Statement((Piece(capital(text)),)) for text in dict.fromkeys(texts))


def _cheque(part: Contribution, named: bool) -> str:
    """ "Acme put in €5M for 11%"; without the name where it stands right before."""
    name = "" if named else f"{shown(part.investor)} "
    stake = f"{part.stake:g}%" if part.stake else ""
    if part.amount and stake:
        return f"{name}put in {figures.in_words(part.amount)} for {stake}"
    if part.amount:
        return f"{name}put in {figures.in_words(part.amount)}"
    return f"{name}took {stake}" if stake else ""


def _total(ledger: Ledger) -> tuple[Statement, ...]:
    total = latest_total(ledger.briefing)
    if total is None or outgrown(total, ledger.briefing):
        return ()
    scope = figures.shortened(shown(total.scope))
    by = f", according to {shown(total.holder)}" if total.holder else ""
    lead = Piece(f"Total: {figures.in_words(total.amounts[0])}", bold=True)
    mismatch = any(conflict.kind == "sum" for conflict in ledger.briefing.conflicts)
    gap = "; it does not match the rounds listed here" if mismatch else "; the rounds above are not added up here"
    scope = f" {lower_first(scope)}" if scope else " raised before" if before_now(total) else " raised to date"
    scope = scope if _SCOPE.match(scope) else f" for {scope.strip()}"
    tails = (f"{scope}{by}{gap}", f"{scope}{by}", by, "")
    cites, ids = ledger.cites(total), ledger.ids(total)
    return tuple(Statement((lead, Piece(tail)) if tail else (lead,), cites, ids) for tail in dict.fromkeys(tails))


def _titles(ledger: Ledger, events: list[FundingEvent]) -> tuple[str, ...]:
    firm, price, name = firm_rounds(ledger.briefing), latest_valued(ledger.briefing), ledger.subject
    tails = _tails(ledger, firm)
    found: list[str] = []
    if len(events) == 1 and events[0].amounts:
        found += [headline(raised(ledger, events[0]), *tails[:1]), headline(raised(ledger, events[0]))]
    rounds = len([event for event in firm if event.amounts])
    if price and rounds > 1 and price_standing(price) not in ("rumoured", "forward-looking"):
        before = valued_before(ledger.briefing, price)
        worth = figures.in_words(price.valuations[0])
        by = f" by {month(price.date, ledger.date(price, price.date, long=True))}" if price.date else ""
        head = f"{_reported(firm)} rounds took {name} to {worth}{by}"
        if before and before.valuations[0].value > price.valuations[0].value:
            was = figures.in_words(before.valuations[0])
            standing = _reported([before, price]).lower()
            head = f"The latest {standing} price of {name} is {worth}, down from {was}"
        found += [headline(head, *tails[:2]), headline(head, *_tails(ledger, firm, brief=True)[:2])]
        found += [headline(head, *tails[:1]), headline(head)]
    elif price:
        found += [headline(valued(ledger, price), *tails[:2]), headline(valued(ledger, price), *tails[:1])]
    last = next((event for event in reversed(firm) if event.amounts), None)
    if last and len(firm) > 1:
        when = f" {phrase(month(last.date))}" if last.date else ""
        head = (
            f"{capital(counted(len(firm), 'round'))} on record, the latest of {figures.in_words(last.amounts[0])}{when}"
        )
        found += [headline(head, *tails[:1]), headline(head)]
    number = len(events)
    found += [
        f"{capital(counted(number, 'funding event'))} of {name}, as the sources give them",
        "Funding, as the sources give it",
    ]
    if not firm:
        kind = "rumoured" if rumoured_round(ledger.briefing) else "planned"
        found.insert(0, f"Every raise of {name} in the sources is only {kind}")
    return candidates(*found)


def _reported(firm: list[FundingEvent]) -> str:
    standings = {event.standing for event in firm}
    if standings == {"corroborated"}:
        return "Corroborated"
    return "Company-stated" if standings == {"company-stated"} else "Reported"


def _tails(ledger: Ledger, firm: list[FundingEvent], *, brief: bool = False) -> list[str]:
    """What else a title on funding should not leave out, each a clause. brief: without its amount."""
    tails: list[str] = []
    debt = debt_rounds(ledger.briefing)
    if debt and firm and firm[-1] in debt and len(firm) > len(debt):
        amount = f"{figures.in_words(debt[-1].amounts[0])} in debt" if debt[-1].amounts and not brief else "debt"
        tails.append(f"the latest money is {amount}")
    elif debt and len(firm) > len(debt):
        tails.append("debt stands beside the equity")
    rumour = rumoured_round(ledger.briefing)
    if rumour and firm:
        amount = f" of {figures.in_words(rumour.amounts[0])}" if rumour.amounts and not brief else ""
        tails.append(f"the next round{amount} is only a rumour")
    planned = [event for event in ledger.briefing.funding if event.standing == "forward-looking"]
    if planned and firm:
        tails.append(f"{counted(len(planned), 'further raise')} {plural(len(planned), 'is')} only planned")
    disputed = sum(event.disputed for event in ledger.briefing.funding)
    if disputed:
        tails.append(f"the sources differ on {counted(disputed, 'round')}")
    return tails


def _cautions(ledger: Ledger) -> list[str]:
    found = []
    event = rumoured_round(ledger.briefing)
    if event:
        found.append("The rumoured raise is not a round: no source reports it as closed")
    disputed = [shown(event.name) or "one event" for event in ledger.briefing.funding if event.disputed]
    if disputed:
        found.append(f"Sources differ on {joined(disputed)}; see the conflicts")
    if any(event.amounts and {m.currency for m in event.amounts} for event in ledger.briefing.funding):
        found.append("Conversions are the sources' own; nothing is converted or added up here")
    if contradictions(ledger) and any(conflict.kind == "sum" for conflict in contradictions(ledger)):
        found.append("The stated total does not match the listed rounds")
    return found


# ---------------------------------------------------------------- places


def layout(plan: FundingPlan, theme: Theme) -> tuple[Sheet, ...]:
    """A table, split at twelve rows; the total stands under the last part."""
    face, page = body_face(theme), page_of(theme)
    keys = {_badge(row) for row in plan.rows}
    fits = fits_on(page, _FITS)
    columns = widened(across(_COLUMNS, page.width), 5, keys, fits[0][0], face)
    grid = Grid("Funding rounds", columns, _builder(columns, face), fits, _MOST_ROWS)
    style = Style(12.0)
    total = fitted(plan.total, style, page.width, 1, face) if plan.total else NOTHING
    total_y = page.bottom - _TOTAL_H
    bottom = total_y - inches(0.12) if plan.total else page.bottom
    parts = parts_of(plan.rows, grid, page.width, bottom - TOP - grid.header_height, face)
    notes = replace(plan.notes, full=left_out(grid, plan.rows, 1) or plan.notes.full)
    sheets = []
    for index, bodies in enumerate(parts, 1):
        marks: list[Mark] = [table(grid, bodies, Box(LEFT, TOP, page.width, bottom - TOP), face)]
        if plan.total and index == len(parts):
            found = paragraph(total, style)
            box = Box(LEFT, total_y, page.width, max(inches(0.22), text_height([found], page.width, face)))
            marks.append(text_mark("Total", box, (found,), claims=total.ids))
        sheets.append(Sheet("funding", "table", "Funding", plan.titles, tuple(marks), notes, index, len(parts)))
    return tuple(sheets)


def _badge(row: RoundRow) -> BadgeKey:
    return "disputed" if row.disputed else badge_key(row.standing)


def _breaking(sums: Statement, style: Style, width: int, face: str) -> Statement:
    """Two sums stand on two lines rather than break within one of them."""
    if natural_width([paragraph(sums, style)], face) <= width:
        return sums
    pieces = (replace(piece, text=piece.text.replace(NBSP, " ")) for piece in sums.pieces)
    return replace(sums, pieces=tuple(pieces))


def _builder(columns: Sequence[Column], face: str) -> Callable[[RoundRow, float, int], Body]:
    inner = [inches(column.width) - inches(0.14) for column in columns]

    def build(row: RoundRow, size: float, most: int) -> Body:
        italic = row.rumoured
        style = Style(size, "accent4" if italic else "tx1", italic=italic)
        sums = (_breaking(row.amount, style, inner[2], face), _breaking(row.valuation, style, inner[3], face))
        versions = ((Statement((Piece(row.date),)),), (row.name,), *((found,) for found in sums), row.details)
        cells = [
            cell(
                (paragraph(fitted(texts, style, inner[index], most, face), style, cite=False),),
                first=index == 0,
                claims=row.ids,
            )
            for index, texts in enumerate(versions)
        ]
        cells.append(cell((Paragraph((badge_run(_badge(row), size),)),), claims=row.ids))
        source = Run(digits(row.cites), 9.5, italic=italic, color="accent4" if row.rumoured else "tx2", kind="citation")
        cells.append(cell((Paragraph((source,)),), claims=row.ids))
        return Body(tuple(cells), rumoured=row.rumoured)

    return build
