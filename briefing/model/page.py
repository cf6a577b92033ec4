"""A Frame in, what its slide says out, place by place: texts and their claims, nothing of how they look.

A deck carries the pages it left with, so that a deck that comes back can be compared with them; whatever reads a
.pptx for its words gives Pages, too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from briefing.model.frame import (
    Box,
    Cell,
    ChartMark,
    ConnectorMark,
    Frame,
    GroupMark,
    Mark,
    Paragraph,
    PictureMark,
    RuleMark,
    TableMark,
    TextMark,
)
from briefing.model.records import dataclass

ShapeKind = Literal["text", "table", "chart", "picture", "group"]


@dataclass(frozen=True, slots=True)
class Said:
    """One text. part: which of its shape's, "" for the text itself ("row 2, column 3", "alternative text").

    claims: of this part alone (a cell), () where the shape's hold. kinds: of its runs, each by its first letter with
    the code point it ends at (claim, label, citation, badge, analyst); () where they are not known.
    """

    part: str
    text: str
    claims: tuple[str, ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with words. rows: of a table its cells; said: of anything else its texts. title: of its slide.

    box: x, y, w, h in EMU, None where it inherits its place.
    """

    name: str
    kind: ShapeKind
    box: tuple[int, int, int, int] | None
    said: tuple[Said, ...]
    rows: tuple[tuple[Said, ...], ...] = ()
    claims: tuple[str, ...] = ()
    title: bool = False

    def texts(self) -> Iterator[Said]:
        """All of its texts, in order."""
        yield from self.said
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Page:
    """One slide. key, kind: as those of its Frame, "" where nothing tells them. hidden: left out of the show."""

    key: str
    kind: str
    title: str
    shapes: tuple[Shape, ...]
    notes: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Delivered:
    """A deck as it came back. left: its pages when it was made, as it carries them, () if it carries none.

    model: the JSON of the Briefing it carries, "" if none. made: what it was made with ("audience" → "cto").
    """

    pages: tuple[Page, ...]
    left: tuple[Page, ...]
    model: str
    subject: str
    audience: str
    made: Mapping[str, str]


def page_of(frame: Frame) -> Page:
    """What the slide of a Frame says once it is written."""
    return Page(frame.key, frame.kind, frame.title, tuple(_shapes(frame.marks)), frame.notes)


def _shapes(marks: Iterable[Mark]) -> Iterator[Shape]:
    for mark in marks:
        match mark:
            case TextMark():
                own = _said("", mark.paragraphs)
                said = (own,) if own.text.strip() else _described((), mark.descr)
                if said:
                    yield Shape(mark.name, "text", _box(mark.box), said, (), mark.claims, mark.placeholder == 0)
            case TableMark():
                yield Shape(mark.name, "table", _box(mark.box), (), tuple(_rows(mark)), mark.claims)
            case ChartMark():
                yield Shape(mark.name, "chart", _box(mark.box), tuple(_chart(mark)), (), mark.claims)
            case PictureMark():
                said = _described((), mark.descr)
                yield Shape(
                    mark.name,
                    "picture",
                    _box(mark.box),
                    (*said, Said("picture", digest(mark.data))),
                    (),
                    mark.claims,
                )
            case GroupMark():
                if mark.descr:
                    yield Shape(mark.name, "group", _box(mark.box), _described((), mark.descr), (), mark.claims)
                yield from _shapes(mark.marks)
            case RuleMark() | ConnectorMark():
                pass


def digest(data: bytes) -> str:
    """By which a picture is known again."""
    return hashlib.sha256(data).hexdigest()[:16] if data else ""


def figure(value: float) -> str:
    """A value of a chart as text, the same for the same value."""
    return f"{value:.12g}"


def _described(said: tuple[Said, ...], descr: str) -> tuple[Said, ...]:
    return (*said, Said("alternative text", descr)) if descr else said


def _box(box: Box) -> tuple[int, int, int, int]:
    return (box.x, box.y, box.w, box.h)


def _said(part: str, paragraphs: Iterable[Paragraph], claims: tuple[str, ...] = ()) -> Said:
    """Paragraphs as lines; fields, which PowerPoint fills, are left out."""
    text, kinds = "", []
    for index, paragraph in enumerate(paragraphs):
        text += "\n" if index else ""
        for run in paragraph.runs:
            if not run.field:
                text += run.text
                kinds.append((run.kind[0], len(text)))
    return Said(part, text, claims, tuple(kinds))


def _rows(table: TableMark) -> Iterator[tuple[Said, ...]]:
    for number, row in enumerate(table.rows, 1):
        yield tuple(_cell(cell, number, column) for column, cell in enumerate(row.cells, 1))


def _cell(cell: Cell, row: int, column: int) -> Said:
    part = f"row {row}, column {column}"
    return Said(part, "") if cell.covered else _said(part, cell.paragraphs, cell.claims)


def _chart(chart: ChartMark) -> Iterator[Said]:
    """Names of series and categories, values and labels as drawn, and the same from the sheet behind the chart."""
    for column, name in enumerate(chart.categories, 1):
        yield Said(f"category {column}", name)
        yield Said(f"sheet, category {column}", name)
    for row, series in enumerate(chart.series, 1):
        yield Said(f"series {row}", series.name)
        yield Said(f"sheet, series {row}", series.name)
        for column, name in enumerate(chart.categories, 1) if row > 1 else ():
            yield Said(f"category {column} of series {row}", name)
        for column, value in enumerate(series.values, 1):
            if value is not None:
                yield Said(f"value {column} of series {row}", figure(value))
                yield Said(f"sheet, value {column} of series {row}", figure(value))
                yield Said(f"label {column} of series {row}", series.labels[column - 1])
    if chart.descr:
        yield Said("alternative text", chart.descr)
