"""Marks where they must not be: off the slide, outside the content zone, on each other; tables that do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefing.checks.subject import FURNITURE, Judged, error, every_mark, placeholder_of, tables, text_marks, warning
from briefing.measure import body_face, text_height, title_face, wrap_lines
from briefing.model.finding import Finding
from briefing.model.frame import Box, ConnectorMark, Frame, Mark, RuleMark, TextMark, inches

TOP, BOTTOM = inches(1.78), inches(6.72)
# Markers and rules may stand half a point over the edge of the zone, the map's key line (at 6.55) a little more.
_SLACK, _SLACK_BELOW = inches(0.012), inches(0.035)
_REMEDY = "move it or make it smaller"


def check(judged: Judged) -> Iterator[Finding]:
    """Every mark of the deck, every table, every pair of texts."""
    body, title = body_face(judged.theme), title_face(judged.theme)
    for number, frame in judged.numbered():
        for mark in every_mark(frame.marks):
            if not isinstance(mark, ConnectorMark):
                yield from _place(mark, frame, number, judged)
        yield from _sums(frame, number)
        yield from _overlaps(frame, number, body, title)


def _place(mark: Mark, frame: Frame, slide: int, judged: Judged) -> Iterator[Finding]:
    box, deck, room = box_of(mark), judged.deck, judged.theme.room
    bottom = TOP + room.height if room else BOTTOM
    if box.x < -1 or box.y < -1 or box.x + box.w > deck.width + 1 or box.y + box.h > deck.height + 1:
        yield error("layout.off-slide", slide, mark.name, "it reaches over the edge of the slide", _REMEDY)
    elif frame.layout != "title" and frame.kind and placeholder_of(mark) not in FURNITURE:
        inside = box.y >= TOP - _SLACK and box.y + box.h <= bottom + _SLACK_BELOW
        if not inside:
            low, high = box.y / 914_400, (box.y + box.h) / 914_400
            message = (
                f"it reaches from {low:.2f} to {high:.2f} in; content stands between 1.78 and {bottom / 914_400:.2f}"
            )
            yield error("layout.zone", slide, mark.name, message, _REMEDY)


def _sums(frame: Frame, slide: int) -> Iterator[Finding]:
    for table in tables(frame):
        if sum(table.columns) != table.box.w or sum(row.height for row in table.rows) != table.box.h:
            message = "the columns or rows of the table do not add up to its box"
            yield error("layout.table", slide, table.name, message, "correct the widths and heights")
        if any(len(row.cells) != len(table.columns) for row in table.rows):
            message = "a row has more or fewer cells than the table has columns"
            yield error("layout.table", slide, table.name, message, "fill it up with covered or empty cells")


def _overlaps(frame: Frame, slide: int, body: str, title: str) -> Iterator[Finding]:
    """Pairs of texts whose written areas cross by more than a point each way."""
    areas = [(mark, _written(mark, title if mark.placeholder == 0 else body)) for mark in text_marks(frame)]
    areas.sort(key=lambda pair: pair[1].y)
    for (one, a), (other, b) in combinations(areas, 2):
        if b.y > a.y + a.h:
            continue
        across = min(a.x + a.w, b.x + b.w) - max(a.x, b.x)
        down = min(a.y + a.h, b.y + b.h) - max(a.y, b.y)
        if across > inches(0.03) and down > inches(0.06):
            message = f'its text lies over that of "{other.name}"'
            yield warning("layout.overlap", slide, one.name, message, "move them apart")


def _written(mark: TextMark, face: str) -> Box:
    """The part of the box that its text covers."""
    left, top, right, bottom = mark.insets
    width, height = mark.box.w - left - right, mark.box.h - top - bottom
    lines = [line for item in mark.paragraphs for line in wrap_lines(item, width if mark.wrap else 1 << 40, face)]
    w = max((line.width for line in lines), default=0)
    h = text_height(mark.paragraphs, width if mark.wrap else 1 << 40, face)
    align = mark.paragraphs[0].align
    x = mark.box.x + left + {"left": 0, "center": (width - w) // 2, "right": width - w}[align]
    y = mark.box.y + top + {"top": 0, "middle": (height - h) // 2, "bottom": height - h}[mark.anchor]
    return Box(x, y, w, h)


def box_of(mark: Mark) -> Box:
    """The place of any mark but a connector."""
    if isinstance(mark, RuleMark):
        x, y = min(mark.x1, mark.x2), min(mark.y1, mark.y2)
        return Box(x, y, abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1))
    assert not isinstance(mark, ConnectorMark)
    return mark.box
