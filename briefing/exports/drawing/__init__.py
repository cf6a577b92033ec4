"""Marks of a Frame in, strokes of a painter out: one way of drawing, whatever it is painted with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.exports.drawing.charts import draw_chart
from briefing.exports.drawing.geometry import outline, route, text_room
from briefing.exports.drawing.painter import Painter
from briefing.exports.drawing.tables import draw_table
from briefing.exports.drawing.typesetting import Face, place
from briefing.measure import body_face, title_face
from briefing.model.frame import (
    ChartMark,
    ConnectorMark,
    GroupMark,
    Mark,
    PictureMark,
    RuleMark,
    TableMark,
    TextMark,
)
from briefing.model.theme import Theme

__all__ = ["Painter", "draw"]


def draw(marks: Iterable[Mark], painter: Painter, theme: Theme) -> None:
    """Paint marks in their order; what is glued together is looked up among all of them."""
    marks = tuple(marks)
    shapes = {mark.name: mark for mark in _flat(marks) if isinstance(mark, TextMark)}
    body = Face(body_face(theme), theme.minor)
    title = Face(title_face(theme), theme.major)
    for mark in _flat(marks):
        match mark:
            case TextMark():
                _draw_text(mark, painter, title if mark.placeholder == 0 else body)
            case RuleMark():
                painter.stroke([(mark.x1, mark.y1), (mark.x2, mark.y2)], mark.line)
            case ConnectorMark():
                points = route(mark, shapes)
                if points:
                    painter.stroke(points, mark.line)
            case TableMark():
                draw_table(mark, painter, body)
            case ChartMark():
                draw_chart(mark, painter, body)
            case PictureMark():
                painter.picture(mark.box, mark.data)


def _flat(marks: Iterable[Mark]) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, GroupMark):
            yield from _flat(mark.marks)
        else:
            yield mark


def _draw_text(mark: TextMark, painter: Painter, face: Face) -> None:
    if mark.fill or mark.line:
        points = outline(mark)
        if mark.fill:
            painter.area(points, mark.fill)
        if mark.line:
            painter.stroke(points, mark.line, closed=True)
    for placed in place(mark.paragraphs, text_room(mark), mark.anchor, mark.wrap, face, painter.width):
        painter.text(placed.x, placed.baseline, placed.run, face.family)
