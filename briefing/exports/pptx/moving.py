"""A mark of our own page in, the same mark on a company's slide out: moved, and with all its sizes times one scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.model.frame import (
    Box,
    Cell,
    ChartMark,
    ConnectorMark,
    GroupMark,
    Line,
    Mark,
    Paragraph,
    PictureMark,
    Row,
    RuleMark,
    TableMark,
    TextMark,
    inches,
)

CORNER = (548_640, inches(1.78))  # where the content of our own slides begins


@dataclass(frozen=True, slots=True)
class Move:
    """x, y: where the corner of our content comes to stand, EMU. Hairlines on its edge stay inside."""

    x: int
    y: int
    scale: float

    def across(self, value: int) -> int:
        return self.x + max(round((value - CORNER[0]) * self.scale), 0)

    def down(self, value: int) -> int:
        return self.y + max(round((value - CORNER[1]) * self.scale), 0)

    def box(self, box: Box) -> Box:
        left, top = self.across(box.x), self.down(box.y)
        return Box(left, top, self.across(box.x + box.w) - left, self.down(box.y + box.h) - top)

    def mark(self, mark: Mark) -> Mark:
        """Without the placeholder that it has among our own layouts."""
        match mark:
            case TextMark():
                return replace(
                    mark,
                    box=self.box(mark.box),
                    placeholder=None,
                    paragraphs=tuple(self.paragraph(item) for item in mark.paragraphs),
                    insets=self._insets(mark.insets),
                    line=self._line(mark.line),
                )
            case RuleMark():
                line = self._line(mark.line) or mark.line
                ends = self.across(mark.x1), self.down(mark.y1), self.across(mark.x2), self.down(mark.y2)
                return RuleMark(mark.name, *ends, line)
            case TableMark():
                return self._table(mark)
            case ChartMark() | PictureMark():
                return replace(mark, box=self.box(mark.box), placeholder=None)
            case GroupMark():
                inner = tuple(self.mark(child) for child in mark.marks)
                kept = (item for item in inner if isinstance(item, TextMark | RuleMark | ConnectorMark | PictureMark))
                return replace(mark, box=self.box(mark.box), marks=tuple(kept))
            case _:
                return replace(mark, line=self._line(mark.line) or mark.line)

    def paragraph(self, item: Paragraph) -> Paragraph:
        if self.scale == 1:
            return item
        runs = tuple(replace(run, size=round(run.size * self.scale, 1)) for run in item.runs)
        return replace(item, runs=runs, before=item.before * self.scale, after=item.after * self.scale)

    def _table(self, table: TableMark) -> TableMark:
        edges = [round(sum(table.columns[:n]) * self.scale) for n in range(len(table.columns) + 1)]
        lows = [round(sum(row.height for row in table.rows[:n]) * self.scale) for n in range(len(table.rows) + 1)]
        rows = tuple(
            Row(low - high, tuple(self._cell(cell) for cell in row.cells))
            for row, (high, low) in zip(table.rows, pairwise(lows), strict=True)
        )
        box = Box(self.across(table.box.x), self.down(table.box.y), edges[-1], lows[-1])
        columns = tuple(right - left for left, right in pairwise(edges))
        return replace(table, box=box, columns=columns, rows=rows, placeholder=None)

    def _cell(self, cell: Cell) -> Cell:
        return replace(
            cell,
            paragraphs=tuple(self.paragraph(item) for item in cell.paragraphs),
            padding=self._insets(cell.padding),
            top=self._line(cell.top),
            bottom=self._line(cell.bottom),
        )

    def _insets(self, insets: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        left, top, right, bottom = (round(value * self.scale) for value in insets)
        return left, top, right, bottom

    def _line(self, line: Line | None) -> Line | None:
        return replace(line, width=round(line.width * self.scale, 2)) if line and self.scale != 1 else line
