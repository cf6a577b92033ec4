"""Rows of the matrix and their columns in, the native table "who says what" out, with origins over the columns."""

from __future__ import annotations

from briefing.measure import text_width
from briefing.model.frame import Box, Cell, Line, Paint, Paragraph, Row, Run, TableMark, inches
from briefing.model.records import dataclass, replace
from briefing.slides.badges import BADGES, badge_run
from briefing.slides.canvas import (
    HAIR,
)
from briefing.slides.matrix import GLYPHS, MatrixRow, Part
from briefing.slides.prose import Style, fitted, paragraph
from briefing.slides.tables import (
    GROUP_RULE,
    HEADER_RULE,
    PAD_X,
    SURFACE,
    Body,
    need,
    split,
    water_fill,
)

_SOURCE_WIDTH = 0.42


_SIZES = (10.5, 10.0, 9.5)


_LOUDEST: tuple[Part, ...] = ("states", "differs", "partly")


_NAME_WORDS = 5  # an origin's name with more is a headline


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One source, or all of one origin. group: index of the origin. name: of the origin whose initials the head is."""

    head: str
    numbers: tuple[int, ...]
    group: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """groups: names of the origins in column order, () where each article is its own. No columns: sources listed."""

    rows: tuple[MatrixRow, ...]
    columns: tuple[MatrixColumn, ...]
    groups: tuple[str, ...]


def initials(name: str) -> str:
    words = [word for word in name.replace("-", " ").split() if word[:1].isalnum()]
    words = words[1:] if len(words) > 2 and words[0].lower() == "the" else words
    return "".join(word[0] for word in words)[:4].upper() if len(words) > 1 else name[:4]


def short_groups(found: Matrix, face: str) -> list[tuple[str, str]]:
    """(name, initials) of the origins whose name does not fit over their columns; "" for what is a whole headline."""
    cramped = []
    for group, name in enumerate(found.groups):
        width = inches(_SOURCE_WIDTH) * sum(column.group == group for column in found.columns)
        if text_width(name, 10, False, face) > width - inches(0.06):
            cramped.append((name, initials(name) if len(name.split()) <= _NAME_WORDS else ""))
    return cramped


def abbreviations(found: Matrix, face: str) -> list[str]:
    """ "OG: The Old Gazette" for every short form over the columns: one that nobody explains says nothing."""
    groups = [(name, short) for name, short in short_groups(found, face) if short]
    heads = [(column.name, column.head) for column in found.columns if column.name not in ("", column.head)]
    return [f"{short}: {name}" for name, short in dict.fromkeys((*groups, *heads))]


def matrix_parts(found: Matrix, box: Box, face: str) -> list[Matrix]:
    """The matrix in as few parts as fit the box."""
    headers = sum(row.height for row in _matrix_header(found, not found.columns, face))
    width = _widths(found, box.w, face)[0]
    each = max(
        (need(_matrix_body(found, row, width, _SIZES[-1], face), _widths(found, box.w, face), face))
        for row in found.rows
    )
    most = max((box.h - headers) // each, 1)
    parts, at = [], 0
    for size in split(len(found.rows), most):
        parts.append(replace(found, rows=found.rows[at : at + size]))
        at += size
    return parts


def _widths(found: Matrix, total: int, face: str) -> tuple[int, ...]:
    widest = max(text_width(badge_run(row.badge, 10.5).text, 10.5, True, face) for row in found.rows)
    standing, origins, narrow = max(inches(1.38), widest + inches(0.16)), inches(0.86), inches(_SOURCE_WIDTH)
    middle = [narrow] * len(found.columns) if found.columns else [inches(1.40)]
    return (total - sum(middle) - origins - standing, *middle, origins, standing)


def matrix_table(found: Matrix, box: Box, placeholder: int, face: str) -> TableMark:
    """Claims as rows, a narrow column for each source under its origin, then the count and the standing."""
    columns = _widths(found, box.w, face)
    headers = _matrix_header(found, not found.columns, face)
    for size in _SIZES:
        bodies = [_matrix_body(found, row, columns[0], size, face) for row in found.rows]
        needs = [need(body, columns, face) for body in bodies]
        room = box.h - sum(row.height for row in headers)
        if sum(needs) <= room:
            break
    heights = water_fill(needs, room, inches(0.345))
    rows = list(headers)
    for at, (height, body) in enumerate(zip(heights, bodies, strict=True)):
        top = HEADER_RULE if at == 0 else HAIR
        rows.append(Row(height, tuple(_ruled(item, top) for item in body.cells)))
    total = sum(row.height for row in rows)
    return TableMark("Who says what", Box(box.x, box.y, box.w, total), columns, tuple(rows), placeholder, len(headers))


def _ruled(item: Cell, top: Line) -> Cell:
    return replace(item, top=top, bottom=HAIR)


def _matrix_header(found: Matrix, listed: bool, face: str) -> list[Row]:
    heads = ["Claim", *(["Sources"] if listed else [column.head for column in found.columns]), "Origins", "Standing"]
    cells = []
    for at, text in enumerate(heads):
        middle = 0 < at < len(heads) - 1
        run = Run(text, 10, bold=True, color="tx2")
        shaded = 0 < at <= len(found.columns) and found.columns[at - 1].group % 2 == 1
        cells.append(
            Cell(
                (Paragraph((run,), align="center" if middle else "left"),),
                fill=SURFACE if shaded else None,
                bottom=HEADER_RULE,
                anchor="bottom",
                padding=_pad(at, middle, inches(0.05)),
            )
        )
    header = Row(inches(0.28), tuple(cells))
    return [_group_header(found, face, len(heads)), header] if found.groups else [Row(inches(0.30), header.cells)]


def _pad(at: int, middle: bool, vertical: int) -> tuple[int, int, int, int]:
    side = 0 if at == 0 or middle else PAD_X
    return (side, vertical, 0 if middle else PAD_X, vertical)


def _group_header(found: Matrix, face: str, count: int) -> Row:
    """The origins over their columns, each with a rule under it."""
    short = dict(short_groups(found, face))
    blank = Paragraph((Run("", 10, color="tx2"),))
    pad = (0, inches(0.03), 0, inches(0.03))
    cells = [Cell((blank,), padding=pad)]
    at = 0
    while at < len(found.columns):
        group = found.columns[at].group
        span = sum(column.group == group for column in found.columns)
        name = found.groups[group]
        run = Run(short.get(name, name), 10, color="tx2", kind="claim")
        fill = SURFACE if group % 2 else None
        centred = Paragraph((run,), align="center")
        rule = GROUP_RULE if name else None
        cells.append(Cell((centred,), fill=fill, bottom=rule, anchor="bottom", padding=pad, col_span=span))
        cells += [Cell((blank,), fill=fill, bottom=rule, padding=pad, covered=True) for _ in range(span - 1)]
        at += span
    cells += [Cell((blank,), padding=pad)] * (count - len(cells))
    return Row(inches(0.25), tuple(cells))


def _matrix_body(found: Matrix, row: MatrixRow, width: int, size: float, face: str) -> Body:
    style = Style(size)
    vertical = inches(0.035)
    name = paragraph(fitted(row.names, style, width - PAD_X, 1, face), style)
    cells = [Cell((name,), anchor="middle", padding=_pad(0, False, vertical), claims=row.ids)]
    if not found.columns:
        text = ", ".join(str(number) for number in sorted(row.parts)[:6]) + ("…" if len(row.parts) > 6 else "")
        cells.append(_centred(Run(text, 9.5, color="tx2", kind="citation"), vertical, None, row.ids))
    for column in found.columns:
        parts = [row.parts[number] for number in column.numbers if number in row.parts]
        part: Part = next((kind for kind in _LOUDEST if kind in parts), "silent")
        color = BADGES["disputed"].color if part == "differs" else "tx1"
        run = Run(
            GLYPHS[part], size, bold=part == "differs", color=color, kind="badge" if part == "differs" else "label"
        )
        cells.append(_centred(run, vertical, SURFACE if column.group % 2 else None, row.ids if parts else ()))
    cells.append(_centred(Run(str(row.origins), size, kind="label"), vertical, None, row.ids))
    badge = Paragraph((badge_run(row.badge, size),))
    cells.append(Cell((badge,), anchor="middle", padding=_pad(len(cells), False, vertical), claims=row.ids))
    return Body(tuple(cells))


def _centred(run: Run, vertical: int, fill: Paint | None, ids: tuple[str, ...]) -> Cell:
    paragraphs = (Paragraph((run,), align="center"),)
    return Cell(paragraphs, fill=fill, anchor="middle", padding=(0, vertical, 0, vertical), claims=ids)
