"""Marks where they must not be: off the slide, outside the content zone, on each other; tables that do not add up.

Text on a card is no overlap, and neither are pictures and shapes that reach over the edge of a slide of somebody else:
only what is to be read must stand on the slide, and free.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.places import Faces, box_of, face_of, fresh_faces, grown, written
from briefing.checks.subject import (
    FURNITURE,
    Judged,
    every_table,
    found,
    is_hidden,
    placeholder_of,
    tables,
    text_marks,
)
from briefing.model.finding import Finding
from briefing.model.frame import (
    Box,
    ChartMark,
    ConnectorMark,
    Deck,
    Frame,
    GroupMark,
    Mark,
    PictureMark,
    TableMark,
    TextMark,
    every_mark,
    inches,
)

TOP, BOTTOM = inches(1.78), inches(6.72)
# Markers and rules may stand half a point over the edge of the zone, the map's key line (at 6.55) a little more.
_SLACK, _SLACK_BELOW = inches(0.012), inches(0.035)
_EDGE = inches(0.06)  # somebody else's text may stand so far over the edge: measuring is no more exact
_ACROSS, _DOWN = inches(0.03), inches(0.06)
_COVERED = 0.25  # share of a text that may lie under something
_OPAQUE = 80
_MOST_PAIRS = 50_000  # of a slide: one with more shapes is no slide any more


def check(judged: Judged) -> Iterator[Finding]:
    """Every mark of the deck, every table, every pair of texts."""
    faces = fresh_faces(judged.theme)
    for number, frame in judged.numbered():
        if judged.own:
            for mark in every_mark(frame.marks):
                if not isinstance(mark, ConnectorMark):
                    yield from _place(mark, frame, number, judged)
            yield from _sums(frame, number)
        areas = [(mark, written(mark, face_of(mark, faces))) for mark in text_marks(frame) if not is_hidden(mark)]
        if not judged.own:
            yield from _edges(frame, number, judged.deck, areas, faces)
        yield from _overlaps(frame, number, areas, faces)
        yield from _covered(frame, number, areas)


def _place(mark: Mark, frame: Frame, slide: int, judged: Judged) -> Iterator[Finding]:
    box, deck, room = box_of(mark), judged.deck, judged.theme.room
    top, bottom = TOP, TOP + room.height if room else BOTTOM
    if deck.zone:
        top, bottom = deck.zone.y, deck.zone.y + deck.zone.h
    if box.x < -1 or box.y < -1 or box.x + box.w > deck.width + 1 or box.y + box.h > deck.height + 1:
        yield found("layout.off-slide", slide, mark.name, "it reaches over the edge of the slide")
    elif frame.layout != "title" and frame.kind and placeholder_of(mark) not in FURNITURE:
        inside = box.y >= top - _SLACK and box.y + box.h <= bottom + _SLACK_BELOW
        if not inside:
            low, high = box.y / 914_400, (box.y + box.h) / 914_400
            zone = f"{top / 914_400:.2f} and {bottom / 914_400:.2f}"
            message = f"it reaches from {low:.2f} to {high:.2f} in; content stands between {zone}"
            yield found("layout.zone", slide, mark.name, message)


def _edges(frame: Frame, slide: int, deck: Deck, areas: list[tuple[TextMark, Box]], faces: Faces) -> Iterator[Finding]:
    """In somebody else's deck: what is to be read and reaches over the edge, and what stands wholly beside it."""
    read: list[tuple[Mark, Box]] = [*areas]
    for mark in every_mark(frame.marks):
        if isinstance(mark, TableMark):
            read.append((mark, grown(mark, faces.body)))
        elif isinstance(mark, ChartMark):
            read.append((mark, mark.box))
        elif isinstance(mark, ConnectorMark | GroupMark) or is_hidden(mark):
            continue
        elif _beside(box_of(mark), deck) and not (isinstance(mark, TextMark) and mark.paragraphs):
            yield found("layout.beside", slide, mark.name, "it stands wholly beside the slide")
    for mark, box in read:
        if _beside(box, deck):
            yield found("layout.beside", slide, mark.name, "it stands wholly beside the slide")
        elif (
            box.x < -_EDGE
            or box.y < -_EDGE
            or box.x + box.w > deck.width + _EDGE
            or box.y + box.h > deck.height + _EDGE
        ):
            yield found("layout.off-slide", slide, mark.name, "it reaches over the edge of the slide")


def _beside(box: Box, deck: Deck) -> bool:
    return box.x + box.w <= 0 or box.y + box.h <= 0 or box.x >= deck.width or box.y >= deck.height


def _sums(frame: Frame, slide: int) -> Iterator[Finding]:
    for table in tables(frame):
        if sum(table.columns) != table.box.w or sum(row.height for row in table.rows) != table.box.h:
            message = "the columns or rows of the table do not add up to its box"
            yield found("layout.table", slide, table.name, message)
        if any(len(row.cells) != len(table.columns) for row in table.rows):
            message = "a row has more or fewer cells than the table has columns"
            yield found("layout.table", slide, table.name, message, "fill it up with covered or empty cells")


def _overlaps(frame: Frame, slide: int, areas: list[tuple[TextMark, Box]], faces: Faces) -> Iterator[Finding]:
    """Pairs of texts whose written areas cross by more than a point each way; texts over tables and charts."""
    read: list[tuple[Mark, Box]] = [*areas]
    read += [(table, grown(table, faces.body)) for table in every_table(frame)]
    read += [(mark, mark.box) for mark in every_mark(frame.marks) if isinstance(mark, ChartMark)]
    read.sort(key=lambda pair: pair[1].y)
    left = _MOST_PAIRS
    for index, (one, a) in enumerate(read):
        for other, b in read[index + 1 : index + 1 + left]:
            left -= 1
            if b.y > a.y + a.h:
                break
            across, down = _shared(a, b)
            if across > _ACROSS and down > _DOWN and not _labels(one, other):
                message = f'its text lies over that of "{other.name}"'
                if not (isinstance(one, TextMark) and isinstance(other, TextMark)):
                    message = f'it lies over "{other.name}"'
                yield found("layout.overlap", slide, one.name, message)


def _labels(one: Mark, other: Mark) -> bool:
    """Words that stand on a chart belong to it."""
    return isinstance(one, ChartMark) != isinstance(other, ChartMark)


def _covered(frame: Frame, slide: int, areas: list[tuple[TextMark, Box]]) -> Iterator[Finding]:
    """Texts under what was put on the slide after them."""
    order = {id(mark): index for index, mark in enumerate(every_mark(frame.marks))}
    above = [
        (order[id(mark)], box_of(mark), mark.name)
        for mark in every_mark(frame.marks)
        if not is_hidden(mark)
        and (
            (isinstance(mark, PictureMark) and mark.data)
            or (isinstance(mark, TextMark) and mark.fill is not None and mark.fill.alpha >= _OPAQUE)
        )
    ]
    for mark, area in areas:
        place = order[id(mark)]
        for index, box, name in above:
            if index <= place:
                continue
            across, down = _shared(area, box)
            if min(across, down) > 0 and across * down > _COVERED * max(area.w * area.h, 1):
                yield found("layout.covered", slide, mark.name, f'its text lies under "{name}"')
                break


def _shared(a: Box, b: Box) -> tuple[int, int]:
    """How far two boxes cross, across and down; not above zero where they do not."""
    return min(a.x + a.w, b.x + b.w) - max(a.x, b.x), min(a.y + a.h, b.y + b.h) - max(a.y, b.y)
