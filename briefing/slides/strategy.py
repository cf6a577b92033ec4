"""The comparison: dimension by dimension the subject, another company, and what a source makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.measure import body_face
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Comparison
from briefing.model.frame import Box, Mark, inches
from briefing.model.records import dataclass
from briefing.model.theme import Theme
from briefing.slides import figures
from briefing.slides.badges import PILL_GAP, BadgeKey, pill
from briefing.slides.canvas import LEFT, TOP, Sheet, page_of, text_mark
from briefing.slides.clipping import shortenings
from briefing.slides.contrast import contrasts, stances, summary_row, taken_apart
from briefing.slides.ledger import Ledger
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement, Style, fitted, label, paragraph
from briefing.slides.tables import SURFACE, Body, Column, Grid, across, cell, fits_on, parts_of, table
from briefing.slides.titles import candidates
from briefing.slides.topics import topic
from briefing.slides.wording import capital, common, counted, cut, listed, number_word, shown

_WITH_TAKEAWAY = (1.75, 3.15, 2.75, 4.483)
_WITHOUT = (2.20, 5.00, 4.933)
_MOST_ROWS = 12
_FITS = ((12.0, 2), (11.5, 2), (11.0, 2), (10.5, 2), (10.0, 2), (10.0, 1))


@dataclass(frozen=True, slots=True)
class ContrastRow:
    """Each cell as versions, longest first. bold: the row that carries the title."""

    dimension: str
    own: tuple[Statement, ...]
    other: tuple[Statement, ...]
    takeaway: tuple[Statement, ...]
    ids: tuple[str, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class StrategyPlan:
    """heads: the column headers. note: the caveat at the foot, cited. badge: of all rows."""

    titles: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[ContrastRow, ...]
    note: Statement
    badge: BadgeKey
    notes: Notes


def plan(briefing: Briefing, audience: Audience) -> tuple[StrategyPlan, ...]:
    """One plan for the company that the sources compare the subject with most; none without comparisons."""
    ledger = Ledger(briefing)
    rows, other = contrasts(briefing.comparisons)
    if not rows:
        return ()
    own = shown(briefing.subject.name)
    means = f"What it means for {audience.so_what.removeprefix('So what for ')}"
    takeaway = any(row.implication for row in rows)
    single = len(ledger.cites(*rows)) == 1
    key_row = summary_row(rows)
    built = tuple(_row(ledger, row, single, row is key_row) for row in rows)
    heads = ("Dimension", cut(own, 34), cut(other, 30), *((means,) if takeaway else ()))
    # What one article makes of two companies is its judgement, whatever firm words it uses.
    badge: BadgeKey = "corroborated" if {row.standing for row in rows} == {"corroborated"} else "analysis"
    caution = _cautions(briefing, rows, other)
    notes = Notes("", ledger.quotes(*rows, most=1), caution)
    return (
        StrategyPlan(_titles(ledger, rows, other, key_row), heads, built, _note(ledger, rows, other), badge, notes),
    )


def _row(ledger: Ledger, row: Comparison, single: bool, key: bool) -> ContrastRow:
    """Cells in the source's words; the citation stands in the last filled cell, or once in the note."""
    ids = ledger.ids(row)
    cites = () if single else ledger.cites(row)
    last = row.implication or row.other_position
    return ContrastRow(
        capital(shown(row.dimension)) or capital(topic(f"{row.subject_position} {row.other_position}").key),
        _versions(row.subject_position, (), ids),
        _versions(row.other_position, cites if last is row.other_position else (), ids),
        _versions(row.implication, cites, ids) if row.implication else (),
        ids,
        key,
    )


def _versions(text: str, cites: tuple[int, ...], ids: tuple[str, ...]) -> tuple[Statement, ...]:
    words = figures.shortened(shown(text))
    return tuple(Statement((Piece(capital(version)),), cites, ids) for version in shortenings(words, 2))


def _note(ledger: Ledger, rows: Sequence[Comparison], other: str) -> Statement:
    cites = ledger.cites(*rows)
    judges = "one author" if len(cites) == 1 else f"{number_word(len(cites))} sources"
    quoted = any(claim.holder_kind == "company" for row in rows for claim in ledger.claims(row))
    silent = "" if quoted else f"; neither {ledger.subject} nor {other} is quoted on it"
    return Statement((Piece(f"As judged by {judges}{silent}", "label", muted=True),), cites, ledger.ids(*rows))


def _titles(ledger: Ledger, rows: Sequence[Comparison], other: str, key: Comparison | None) -> tuple[str, ...]:
    name, found = ledger.subject, []
    judged = "one author" if len(ledger.cites(*rows)) == 1 else "the sources"
    if key:
        view = "one author's" if judged == "one author" else "the sources'"
        found += [f"In {view} view {name} stands for {left}, {other} for {right}" for left, right in stances(key)]
    sets = "sets" if judged == "one author" else "set"
    dimensions = [common(shown(row.dimension)) for row in rows if row.dimension.strip()] or ["one point"]
    if len(rows) > 1:
        found += [f"{capital(judged)} {sets} {text}" for text in taken_apart(rows, name, other)[:2]]
        head = f"{capital(judged)} {sets} {name} apart from {other} on {counted(len(rows), 'point')}"
        found += [f"{head}, from {dimensions[0]} to {dimensions[-1]}", head]
    else:
        found.append(f"{capital(judged)} {sets} {name} apart from {other} on {dimensions[0]}")
    return candidates(
        *sorted(found, key=lambda text: text.count(", but ")),
        f"How {name} and {other} compare, by {judged}",
        "How the company compares, by the sources",
    )


def _cautions(briefing: Briefing, rows: Sequence[Comparison], other: str) -> tuple[str, ...]:
    found = [
        f"The comparison is a judgement; ask both {shown(briefing.subject.name)} and {other} before you rely on it"
    ]
    rest = sorted({shown(row.other) for row in briefing.comparisons if shown(row.other) != other})
    if rest:
        found.append(f"The sources also compare it with {listed(rest, 4)}")
    return tuple(found)


# ---------------------------------------------------------------- places


def layout(plan: StrategyPlan, theme: Theme) -> tuple[Sheet, ...]:
    """A table of two-line cells; the badge and the caveat at the foot."""
    face, page = body_face(theme), page_of(theme)
    widths = _WITH_TAKEAWAY if len(plan.heads) == 4 else _WITHOUT
    header = Style(11.0, bold=True)
    columns = across([Column(head, width) for head, width in zip(plan.heads, widths, strict=True)], page.width)
    columns = tuple(
        Column(
            fitted([label(column.title)], header, inches(column.width) - inches(0.14), 1, face).text,
            column.width,
            takeaway=index == 3,
        )
        for index, column in enumerate(columns)
    )
    grid = Grid("Comparison", columns, _builder(columns, face), fits_on(page, _FITS), _MOST_ROWS, header_size=11.0)
    bottom = page.foot - inches(0.16)
    parts = parts_of(plan.rows, grid, page.width, bottom - TOP - grid.header_height, face)
    sheets = []
    for index, bodies in enumerate(parts, 1):
        marks: list[Mark] = [table(grid, bodies, Box(LEFT, TOP, page.width, bottom - TOP), face)]
        badge = pill(plan.badge, LEFT, page.foot - inches(0.01), face, plan.note.ids)
        x = LEFT + badge.box.w + PILL_GAP + inches(0.04)
        style = Style(10.0)
        note = paragraph(fitted([plan.note], style, page.right - x, 1, face), style)
        box = Box(x, page.foot, page.right - x, page.bottom - page.foot)
        marks += [badge, text_mark("Note", box, (note,), claims=plan.note.ids)]
        sheets.append(Sheet("strategy", "table", "Strategy", plan.titles, tuple(marks), plan.notes, index, len(parts)))
    return tuple(sheets)


def _builder(columns: Sequence[Column], face: str) -> Callable[[ContrastRow, float, int], Body]:
    inner = [inches(column.width) - inches(0.14) for column in columns]
    inner[0] += inches(0.07)

    def build(row: ContrastRow, size: float, most: int) -> Body:
        style = Style(size)
        head = paragraph(
            fitted([label(row.dimension)], Style(size, bold=True), inner[0], 2, face), Style(size, bold=True)
        )
        cells = [cell((head,), first=True, claims=row.ids)]
        sides = (row.own, row.other, row.takeaway)
        for index, versions in enumerate(sides[: len(columns) - 1], 1):
            last = columns[index].takeaway
            own = Style(size, bold=last and row.bold)
            text = fitted(versions, own, inner[index], most, face) if versions else Statement(())
            cells.append(
                cell((paragraph(text, own if last else style),), claims=row.ids, fill=SURFACE if last else None)
            )
        return Body(tuple(cells))

    return build
