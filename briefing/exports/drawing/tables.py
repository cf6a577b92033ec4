"""A TableMark in, its fills, texts and borders painted; rows too low for their text grow, as they do in PowerPoint."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from briefing.exports.drawing.geometry import rectangle
from briefing.exports.drawing.painter import Painter
from briefing.exports.drawing.typesetting import Face, place
from briefing.measure import text_height
from briefing.model.frame import Box, Cell, Line, TableMark


def draw_table(mark: TableMark, painter: Painter, face: Face) -> None:
    """All fills, then all texts, then all borders, so that no fill hides a border."""
    cells = list(_cells(mark, face))
    for cell, box in cells:
        if cell.fill and box.h:
            painter.area(rectangle(box), cell.fill)
    for cell, box in cells:
        left, top, right, bottom = cell.padding
        room = (box.x + left, box.y + top, box.w - left - right, box.h - top - bottom)
        for placed in place(cell.paragraphs, room, cell.anchor, True, face, painter.width):
            painter.text(placed.x, placed.baseline, placed.run, face.family)
    borders: dict[tuple[int, int, int], Line] = {}
    for cell, box in cells:
        if cell.bottom:
            borders[box.x, box.x + box.w, box.y + box.h] = cell.bottom
    for cell, box in cells:  # of two that share a border, the lower one's wins, as in the file
        if cell.top:
            borders[box.x, box.x + box.w, box.y] = cell.top
    for (left, right, y), line in _joined(borders):
        painter.stroke([(left, y), (right, y)], line)


def _cells(mark: TableMark, face: Face) -> Iterator[tuple[Cell, Box]]:
    """Every cell with the box it takes, merged ones whole; covered ones only where they say a border of their own."""
    xs = [mark.box.x, *accumulate(mark.columns, initial=mark.box.x)][1:]
    ys = [mark.box.y, *accumulate(_heights(mark, face), initial=mark.box.y)][1:]
    for row, line in enumerate(mark.rows):
        for column, cell in enumerate(line.cells[: len(mark.columns)]):
            across = min(column + max(cell.col_span, 1), len(mark.columns))
            down = min(row + max(cell.row_span, 1), len(mark.rows))
            if not cell.covered:
                yield cell, Box(xs[column], ys[row], xs[across] - xs[column], ys[down] - ys[row])


def _heights(mark: TableMark, face: Face) -> list[int]:
    heights = []
    for row in mark.rows:
        need = row.height
        for column, cell in enumerate(row.cells[: len(mark.columns)]):
            if cell.row_span <= 1 and not cell.covered:
                left, top, right, bottom = cell.padding
                width = sum(mark.columns[column : column + max(cell.col_span, 1)]) - left - right
                tall = text_height(cell.paragraphs, width, face.key) + top + bottom
                need = max(need, tall if tall > 1.05 * row.height else 0)
        heights.append(need)
    return heights


def _joined(borders: dict[tuple[int, int, int], Line]) -> Iterator[tuple[tuple[int, int, int], Line]]:
    """Borders of one line that touch, as one stroke: dashes run on through the columns."""
    current: tuple[int, int, int] | None = None
    style: Line | None = None
    for (left, right, y), line in sorted(borders.items(), key=lambda item: (item[0][2], item[0][0])):
        if current and style == line and current[2] == y and current[1] == left:
            current = (current[0], right, y)
            continue
        if current and style:
            yield current, style
        current, style = (left, right, y), line
    if current and style:
        yield current, style
