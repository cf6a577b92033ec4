"""The overview: up to four key figures with their standing, and what they mean for the audience."""

from __future__ import annotations

from briefing.measure import body_face, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.frame import Box, Line, Mark, inches
from briefing.model.records import dataclass
from briefing.model.theme import ColorRole, Theme
from briefing.slides.advice import advice
from briefing.slides.badges import pills
from briefing.slides.canvas import HEADED, LEFT, OURS, TOP, Page, Sheet, hairline, heading, page_of, text_mark
from briefing.slides.highlights import has_facts
from briefing.slides.keyfigures import Tile, tiles
from briefing.slides.ledger import Ledger
from briefing.slides.lessons import Advice
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement, Style, fitted, label, paragraph
from briefing.slides.storyline import caveats, headline
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted

_ROW, _LEAST_ROW, _LARGE_ROW = inches(0.60), inches(0.46), inches(0.74)
_TILE = inches(1.80)  # height of a key figure, its badges included
_ROWS_BELOW = inches(4.31)  # under one row of key figures
_HEADING = HEADED - TOP
_VALUE_SIZES = (38.0, 36.0, 34.0, 32.0, 30.0, 28.0)


@dataclass(frozen=True, slots=True)
class OverviewPlan:
    """What the overview says. message: shown alone where the sources hold no fact about the subject."""

    titles: tuple[str, ...]
    tiles: tuple[Tile, ...]
    heading: str
    rows: tuple[Advice, ...]
    notes: Notes
    message: tuple[Statement, ...] = ()


def plan(briefing: Briefing, audience: Audience) -> tuple[OverviewPlan, ...]:
    """Always one plan: a briefing without facts gets a slide that says so."""
    ledger = Ledger(briefing)
    if not has_facts(briefing):
        return (_without_facts(ledger),)
    figures, rows = tiles(ledger, audience), advice(ledger, audience)
    quotes = (*(quote for tile in figures for quote in tile.quotes), *(quote for row in rows for quote in row.quotes))
    doubts = caveats(ledger)
    caution = [f"{capital(text)}" for text in doubts[:3]]
    if any(tile.rumoured for tile in figures):
        caution.append("Do not present a rumoured figure as agreed")
    return (
        OverviewPlan(
            _titles(ledger, figures, doubts), figures, audience.so_what, rows, Notes("", quotes, tuple(caution))
        ),
    )


def _titles(ledger: Ledger, figures: tuple[Tile, ...], doubts: list[str]) -> tuple[str, ...]:
    """The first key figure's headline with caveats that it does not hold itself; then shorter ones."""
    found: list[str] = []
    falling = [tile for tile in figures if ", down from " in tile.headline]  # what fell is the news
    for tile in [*falling, *figures[:2]]:
        said = tile.headline
        rest = [doubt for doubt in doubts if not ("own claim" in doubt and " says " in f" {said} ")]
        if tile.rumoured:
            rest = [doubt for doubt in rest if "rumour" not in doubt]
        found += [headline(said, *rest[:2]), headline(said, *rest[:1])]
    if len(doubts) > 1:
        found.append(headline(f"on {ledger.subject}, {doubts[0]}", doubts[1], link=" and "))
    found += [tile.headline for tile in figures[:1]]
    number = len(ledger.briefing.sources)
    return candidates(*found, f"What {counted(number, 'article')} say about {ledger.subject}", "What the sources say")


def _without_facts(ledger: Ledger) -> OverviewPlan:
    number = len(ledger.briefing.sources)
    them = "it" if number == 1 else "them"
    text = (
        f"{capital(counted(number, 'article'))} {'was' if number == 1 else 'were'} read. No funding, organisation, "
        f"figure, person, product or date could be tied to {ledger.subject or 'a company'} in {them} with a verbatim "
        "quote, "
        "so none is shown."
    )
    left_out = len(ledger.briefing.rejected)
    lines = [label(text, range(1, number + 1))]
    if left_out:
        lines.append(
            label(
                f"{capital(counted(left_out, 'statement'))} looked like a fact and did not hold; "
                "the data file lists the reasons."
            )
        )
    titles = candidates(
        f"The sources hold no fact about {ledger.subject} that could be checked" if ledger.subject else "",
        "The sources hold no fact that could be checked",
    )
    return OverviewPlan(
        titles, (), "", (), Notes("", (), ("This deck makes no statement about the company",)), tuple(lines)
    )


def layout(plan: OverviewPlan, theme: Theme) -> tuple[Sheet, ...]:
    """Tiles in the first row; then the rows. Without tiles the rows begin at the top of the zone.

    Where a template leaves too little height for both, the rows take a slide of their own.
    """
    face, page = body_face(theme), page_of(theme)
    marks: list[Mark] = []
    if plan.message:
        style = Style(16.0)
        marks.append(
            text_mark(
                "Message",
                Box(LEFT, TOP, page.cs(9 if page == OURS else 12), inches(2.4)),
                [paragraph(line, style, after=10) for line in plan.message],
            )
        )
    across = _across(plan, page, face)
    two_rows = across < len(plan.tiles)
    top = 0 if two_rows and plan.tiles else _rows_top(plan, page)
    apart = bool(plan.tiles and plan.rows) and not top
    if apart and len(plan.tiles) > 2 and page.height >= 2 * _TILE:
        across = 2
    for index, tile in enumerate(plan.tiles):
        place = _place(index, across, len(plan.tiles), page)
        marks += _tile(tile, place, face)
    rows: list[Mark] = []
    if plan.rows:
        below = top or HEADED
        rows.append(heading(plan.heading, LEFT, page.width, below - _HEADING))
        rows += _rows(plan.rows, below, apart, page, face)
    slides = [marks, rows] if apart else [[*marks, *rows]]
    return tuple(
        Sheet("overview", "canvas", "Overview", plan.titles, tuple(found), plan.notes, at, len(slides))
        for at, found in enumerate(slides, 1)
    )


def _across(plan: OverviewPlan, page: Page, face: str) -> int:
    """How many tiles stand beside each other: all, unless a value would be too wide for its place."""
    wished = 4 if len(plan.tiles) == 4 else 3 if not page.narrow else max(len(plan.tiles), 1)
    widest = max((text_width(tile.value, _VALUE_SIZES[-1], True, face) for tile in plan.tiles), default=0)
    fits = page == OURS or widest <= page.cs(12 // wished) - inches(0.02) or page.height < 2 * _TILE
    return wished if fits else 2


def _rows_top(plan: OverviewPlan, page: Page) -> int:
    """Where the rows begin; 0 where they and the tiles do not go together."""
    if not plan.tiles:
        return HEADED
    room = page.bottom - len(plan.rows) * _LEAST_ROW
    top = min(_ROWS_BELOW, room)
    return top if top >= TOP + _TILE + inches(0.14) + _HEADING else 0


def _place(index: int, across: int, count: int, page: Page) -> Box:
    """The place of a tile among so many beside each other: columns of the grid."""
    span = 12 // across
    down = -(-count // across)
    pitch = min((page.height - _TILE) // (down - 1), inches(2.4)) if down > 1 else 0
    y = TOP + index // across * pitch
    return Box(page.cx(index % across * span), y, page.cs(span), _TILE)


def _tile(tile: Tile, place: Box, face: str) -> list[Mark]:
    x, y, width = place.x, place.y, place.w
    color: ColorRole = "accent4" if tile.rumoured else "tx1"
    small = Style(11.0, "tx2", bold=True)
    rule = Line("accent4", 1.5, "sysDash") if tile.rumoured else Line("accent1", 2.0)
    size = next(
        (size for size in _VALUE_SIZES if text_width(tile.value, size, True, face) <= width - inches(0.02)), 28.0
    )
    value = Statement((Piece(tile.value, "label" if tile.value_kind == "label" else "claim"),))
    value = fitted([value], Style(size, bold=True), width, 1, face)
    note = fitted(tile.notes, Style(11.0), width, 2, face)
    return [
        hairline(f"Rule: {tile.label}", x, y, width, rule),
        text_mark(
            f"Label: {tile.label}",
            Box(x, y + inches(0.13), width, inches(0.22)),
            (paragraph(fitted([label(tile.label)], small, width, 1, face), small),),
        ),
        text_mark(
            f"Value: {tile.label}",
            Box(x, y + inches(0.38), width, inches(0.66)),
            (paragraph(value, Style(size, color, bold=True, italic=tile.rumoured)),),
            claims=tile.ids,
        ),
        text_mark(
            f"Note: {tile.label}",
            Box(x, y + inches(1.05), width, inches(0.40)),
            (paragraph(note, Style(11.0)),),
            claims=note.ids,
        ),
        *pills(tile.badges, x, y + inches(1.58), face, tile.ids, tile.label),
    ]


def _rows(rows: tuple[Advice, ...], top: int, apart: bool, page: Page, face: str) -> list[Mark]:
    marks: list[Mark] = []
    height = min((page.bottom - top) // len(rows), _LARGE_ROW if apart else _ROW)
    most = 1 if page == OURS else 2
    for index, row in enumerate(rows):
        y = top + index * height
        lead = fitted([label(row.lead)], Style(14.0, bold=True), page.cs(3), most, face)
        text, size = _sized(row.versions, page.cs(9), 3 if apart and height >= _ROW else 2, face)
        marks += [
            hairline(f"Rule: {row.lead}", LEFT, y, page.width),
            text_mark(
                f"Lead: {row.lead}",
                Box(LEFT, y, page.cs(3), height),
                (paragraph(lead, Style(14.0, bold=True)),),
                anchor="middle",
            ),
            text_mark(
                f"Text: {row.lead}",
                Box(page.cx(3), y, page.cs(9), height),
                (paragraph(text, Style(size)),),
                anchor="middle",
                claims=text.ids,
            ),
        ]
    return marks


def _sized(versions: tuple[Statement, ...], width: int, most: int, face: str) -> tuple[Statement, float]:
    """The whole text at a smaller size before a clause is left out, down to 11.5."""
    for size in (12.5, 12.0, 11.5):
        text = fitted(versions[:1], Style(size), width, most, face)
        if text == versions[0]:
            return text, size
    return fitted(versions, Style(12.5), width, most, face), 12.5
