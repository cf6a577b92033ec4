"""The overview: up to four key figures with their standing, and what they mean for the audience."""

from __future__ import annotations

from briefing.measure import body_face, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.frame import Box, Line, Mark, inches
from briefing.model.records import dataclass
from briefing.model.theme import ColorRole, Theme
from briefing.slides.advice import Advice, advice
from briefing.slides.badges import pills
from briefing.slides.canvas import BOTTOM, HEADED, LEFT, TOP, WIDTH, Sheet, cs, cx, hairline, heading, text_mark
from briefing.slides.highlights import has_facts
from briefing.slides.keyfigures import Tile, tiles
from briefing.slides.ledger import Ledger
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement, Style, fitted, label, paragraph
from briefing.slides.storyline import caveats, headline
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted

_ROW = inches(0.60)
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
    for tile in figures[:2]:
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
    """Tiles in the first row; then the rows. Without tiles the rows begin at the top of the zone."""
    face = body_face(theme)
    marks: list[Mark] = []
    if plan.message:
        style = Style(16.0)
        marks.append(
            text_mark(
                "Message",
                Box(LEFT, TOP, cs(9), inches(2.4)),
                [paragraph(line, style, after=10) for line in plan.message],
            )
        )
    span = 3 if len(plan.tiles) == 4 else 4
    for index, tile in enumerate(plan.tiles):
        marks += _tile(tile, cx(index * span), cs(span), face)
    if plan.rows:
        top = inches(3.97) if plan.tiles else TOP
        marks.append(heading(plan.heading, LEFT, WIDTH, top))
        marks += _rows(plan.rows, inches(4.31) if plan.tiles else HEADED, face)
    return (Sheet("overview", "canvas", "Overview", plan.titles, tuple(marks), plan.notes),)


def _tile(tile: Tile, x: int, width: int, face: str) -> list[Mark]:
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
        hairline(f"Rule: {tile.label}", x, TOP, width, rule),
        text_mark(
            f"Label: {tile.label}",
            Box(x, TOP + inches(0.13), width, inches(0.22)),
            (paragraph(fitted([label(tile.label)], small, width, 1, face), small),),
        ),
        text_mark(
            f"Value: {tile.label}",
            Box(x, TOP + inches(0.38), width, inches(0.66)),
            (paragraph(value, Style(size, color, bold=True, italic=tile.rumoured)),),
            claims=tile.ids,
        ),
        text_mark(
            f"Note: {tile.label}",
            Box(x, TOP + inches(1.05), width, inches(0.40)),
            (paragraph(note, Style(11.0)),),
            claims=note.ids,
        ),
        *pills(tile.badges, x, TOP + inches(1.58), face, tile.ids, tile.label),
    ]


def _rows(rows: tuple[Advice, ...], top: int, face: str) -> list[Mark]:
    marks: list[Mark] = []
    height = _ROW
    for index, row in enumerate(rows):
        y = top + index * height
        if y + height > BOTTOM:
            break
        lead = fitted([label(row.lead)], Style(14.0, bold=True), cs(3), 1, face)
        text, size = _sized(row.versions, cs(9), face)
        marks += [
            hairline(f"Rule: {row.lead}", LEFT, y, WIDTH),
            text_mark(
                f"Lead: {row.lead}",
                Box(LEFT, y, cs(3), height),
                (paragraph(lead, Style(14.0, bold=True)),),
                anchor="middle",
            ),
            text_mark(
                f"Text: {row.lead}",
                Box(cx(3), y, cs(9), height),
                (paragraph(text, Style(size)),),
                anchor="middle",
                claims=text.ids,
            ),
        ]
    return marks


def _sized(versions: tuple[Statement, ...], width: int, face: str) -> tuple[Statement, float]:
    """The whole text at a smaller size before a clause is left out, down to 11.5."""
    for size in (12.5, 12.0, 11.5):
        text = fitted(versions[:1], Style(size), width, 2, face)
        if text == versions[0]:
            return text, size
    return fitted(versions, Style(12.5), width, 2, face), 12.5
