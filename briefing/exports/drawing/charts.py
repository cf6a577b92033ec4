"""A ChartMark in, its columns, labels and axis painted: the same layout as the native chart."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exports.drawing.geometry import rectangle
from briefing.exports.drawing.painter import Painter
from briefing.exports.drawing.typesetting import Face, place
from briefing.model.frame import EMU_PER_POINT, Box, ChartMark, Line, Paragraph, Run, Series

_LABEL, _CATEGORY = 14.0, 11.0
_PLOT_TOP, _PLOT_HEIGHT = 0.03, 0.80
_GAP = 3 * EMU_PER_POINT


def draw_chart(mark: ChartMark, painter: Painter, face: Face) -> None:
    """Columns first, then the axis over their feet, then all text."""
    floor = mark.box.y + round((_PLOT_TOP + _PLOT_HEIGHT) * mark.box.h)
    for series, label, column in _columns(mark, floor):
        if column.h > 0:
            painter.area(rectangle(column), series.fill)
            if series.line:
                painter.stroke(rectangle(column), series.line, closed=True)
        run = Run(label, _LABEL, bold=True, italic=series.label_italic, color=series.label_color)
        tall = 3 * _LABEL * EMU_PER_POINT
        room = (column.x - column.w, column.y - tall - _GAP, 3 * column.w, tall)
        for placed in place((Paragraph((run,), align="center"),), room, "bottom", False, face, painter.width):
            painter.text(placed.x, placed.baseline, placed.run, face.family)
    painter.stroke([(mark.box.x, floor), (mark.box.x + mark.box.w, floor)], Line("tx1", 1.0))
    band = mark.box.w / max(len(mark.categories), 1)
    for index, category in enumerate(mark.categories):
        names = Paragraph((Run(category, _CATEGORY),), align="center")
        under = (mark.box.x + band * index, floor + _GAP, band, mark.box.y + mark.box.h - floor - _GAP)
        for placed in place((names,), under, "top", True, face, painter.width):
            painter.text(placed.x, placed.baseline, placed.run, face.family)


def _columns(mark: ChartMark, floor: int) -> Iterator[tuple[Series, str, Box]]:
    """(series, label, box) of every column there is. Series share a category's band by the overlap, as in DrawingML."""
    count = max(len(mark.series), 1)
    band = mark.box.w / max(len(mark.categories), 1)
    width = band / (count - (count - 1) * mark.overlap / 100 + mark.gap / 100)
    step = width * (1 - mark.overlap / 100)
    height = _PLOT_HEIGHT * mark.box.h
    for position, series in enumerate(mark.series):
        for index, value in enumerate(series.values):
            if value is None:
                continue
            x = mark.box.x + band * index + width * mark.gap / 200 + step * position
            tall = round(height * max(value, 0.0) / (mark.maximum or 1.0))
            yield series, series.labels[index], Box(round(x), floor - tall, round(width), tall)
