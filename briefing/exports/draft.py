"""A finished deck in, its working copy out: beside what it shows, each fact's id as `briefing explain` takes it.

An id stands once a slide: behind a text that has room for it, else in a line at the foot, above the footer's rule.
Nothing moves and nothing grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from briefing.measure import body_face, lines, natural_width, text_height, text_width, title_face
from briefing.model.briefing import Briefing
from briefing.model.frame import (
    Box,
    Cell,
    Deck,
    Frame,
    GroupMark,
    Mark,
    Paragraph,
    Row,
    Run,
    TableMark,
    TextMark,
    inches,
)
from briefing.model.records import dataclass, field, replace
from briefing.model.theme import Theme

ID_SIZE = 8.5
_FOOT = Box(inches(0.60), inches(6.78), inches(12.133), inches(0.16))
_NO_FACTS = frozenset({"sources", "origins", "claims", "rejected", "subject"})


def with_ids(deck: Deck, briefing: Briefing, theme: Theme) -> Deck:
    """The deck with fact ids on every slide. Marks that name claims only show the facts that rest on them."""
    facts = _facts(briefing)
    return replace(deck, frames=tuple(_marked(frame, facts, theme) for frame in deck.frames))


def _facts(briefing: Briefing) -> Mapping[str, tuple[str, ...]]:
    """id of a fact or claim → ids of the facts it stands for."""
    known: dict[str, tuple[str, ...]] = {}
    for part in fields(briefing):
        values = getattr(briefing, part.name)
        if part.name in _NO_FACTS or not isinstance(values, tuple):
            continue
        for fact in values:
            own = getattr(fact, "id", "")
            if own:
                known[own] = (own,)
                for claim in getattr(fact, "claims", ()):
                    known[claim] = (*known.get(claim, ()), own)
    return known


@dataclass(slots=True)
class _Pen:
    """What is still to be written on one slide. done: ids that stand somewhere. waiting: those that found no room."""

    facts: Mapping[str, tuple[str, ...]]
    body: str
    title: str
    done: set[str] = field(default_factory=set)
    waiting: dict[str, None] = field(default_factory=dict)

    def wanted(self, claims: Iterable[str]) -> list[str]:
        """Ids of the facts that a mark shows: those it names, else those behind the claims it names."""
        claims = list(claims)
        named = [part for part in claims if self.facts.get(part) == (part,)]
        found = named or [fact for part in claims for fact in self.facts.get(part, ())]
        return [part for part in dict.fromkeys(found) if part not in self.done]

    def wrote(self, ids: Iterable[str]) -> None:
        self.done.update(ids)
        for part in ids:
            self.waiting.pop(part, None)

    def postpone(self, ids: Iterable[str]) -> None:
        self.waiting.update(dict.fromkeys(ids))


def _marked(frame: Frame, facts: Mapping[str, tuple[str, ...]], theme: Theme) -> Frame:
    pen = _Pen(facts, body_face(theme), title_face(theme))
    marks: list[Mark] = [_mark(mark, pen) for mark in frame.marks]
    if pen.waiting:
        marks.append(_foot(list(pen.waiting), pen.body))
    return replace(frame, marks=tuple(marks))


def _mark(mark: Mark, pen: _Pen) -> Mark:
    match mark:
        case TextMark():
            return _text(mark, pen)
        case TableMark():
            table = replace(mark, rows=tuple(_row(mark, index, pen) for index in range(len(mark.rows))))
            pen.postpone(pen.wanted(mark.claims))
            return table
        case GroupMark():
            group = replace(mark, marks=tuple(_mark(child, pen) for child in mark.marks))  # type: ignore[misc]
            pen.postpone(pen.wanted(mark.claims))
            return group
        case _:
            pen.postpone(pen.wanted(getattr(mark, "claims", ())))
            return mark


def _text(mark: TextMark, pen: _Pen) -> TextMark:
    ids = pen.wanted(mark.claims)
    if not ids:
        return mark
    left, top, right, bottom = mark.insets
    width, height = mark.box.w - left - right, mark.box.h - top - bottom
    face = pen.title if mark.placeholder == 0 else pen.body
    for longer in _suffixed(mark.paragraphs, ids):
        if _fits(mark, longer, width, height, face):
            pen.wrote(ids)
            return replace(mark, paragraphs=longer)
    pen.postpone(ids)
    return mark


def _fits(mark: TextMark, longer: Sequence[Paragraph], width: int, height: int, face: str) -> bool:
    """In the box, and without a further line where other marks may stand under a box larger than its text."""
    if mark.geometry == "ellipse":
        return False
    if not mark.wrap:
        return natural_width(longer, face) <= width - (inches(0.05) if mark.line else 0)
    width -= inches(0.04) if mark.geometry == "roundRect" else 0  # what its corners take
    grown = sum(lines(item, width, face) for item in longer) - sum(lines(item, width, face) for item in mark.paragraphs)
    return not grown and text_height(longer, width, face) <= height


def _row(table: TableMark, index: int, pen: _Pen) -> Row:
    """A table's row with the ids in its first cell that takes them."""
    cells = list(table.rows[index].cells)
    ids = list(dict.fromkeys(part for cell in cells for part in pen.wanted(cell.claims)))
    for column, cell in enumerate(cells):
        if not ids:
            break
        for longer in _suffixed(cell.paragraphs, ids) if cell.claims and not cell.covered else ():
            if ids and _cell_fits(table, index, column, cell, longer, pen.body):
                cells[column] = replace(cell, paragraphs=longer)
                pen.wrote(ids)
                ids = []
    pen.postpone(ids)
    return replace(table.rows[index], cells=tuple(cells))


def _cell_fits(table: TableMark, index: int, column: int, cell: Cell, longer: tuple[Paragraph, ...], face: str) -> bool:
    left, top, right, bottom = cell.padding
    width = sum(table.columns[column : column + cell.col_span]) - left - right
    room = sum(row.height for row in table.rows[index : index + cell.row_span]) - top - bottom
    return text_height(longer, width, face) <= room


def _suffixed(paragraphs: tuple[Paragraph, ...], ids: Sequence[str]) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs with the ids behind one of them, the last first; none for badges, whose pills fit their words."""
    if any(run.kind == "badge" or run.field for item in paragraphs for run in item.runs):
        return
    for index in reversed(range(len(paragraphs))):
        item = paragraphs[index]
        if item.runs:
            color = item.runs[-1].color
            run = Run("  " + " ".join(ids), ID_SIZE, color=color if color == "bg1" else "tx2")
            yield (*paragraphs[:index], replace(item, runs=(*item.runs, run)), *paragraphs[index + 1 :])


def _foot(ids: Sequence[str], face: str) -> TextMark:
    """As many ids as one line takes, and how many more there are."""
    shown = len(ids)
    while True:
        rest = f" and {len(ids) - shown} more" if shown < len(ids) else ""
        text = f"Also on this slide: {' '.join(ids[:shown])}{rest}"
        if shown <= 1 or text_width(text, ID_SIZE, False, face) <= _FOOT.w - inches(0.02):
            break
        shown -= 1
    return TextMark("Draft: fact ids", _FOOT, (Paragraph((Run(text, ID_SIZE, color="tx2"),)),))
