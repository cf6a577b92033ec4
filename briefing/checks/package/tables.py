"""One table as XML in, rows and merged cells that do not add up to its grid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.checks.package.parts import A
from briefing.checks.subject import found
from briefing.model.finding import Finding

_GUID = re.compile(r"\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
_BODY = f"{A}txBody"
_ON = ("1", "true")
_MOST_CELLS = 100_000


def check(table: Any, where: str, slide: int) -> Iterator[Finding]:
    """where: the table's name."""
    columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
    rows = [row.findall(f"{A}tc") for row in table.iterchildren(f"{A}tr")]
    for index, cells in enumerate(rows, 1):
        if len(cells) != columns:
            message = f"row {index} has {len(cells)} cells, the grid {columns} columns"
            yield found("package.table-grid", slide, where, message)
    if not rows or not columns:
        yield found("package.table-grid", slide, where, "the table has no rows or no columns")
    yield from _merged(rows, columns, where, slide)
    for index, cells in enumerate(rows, 1):
        for cell in cells:
            if next(cell.iterchildren(_BODY), None) is None and not (cell.get("hMerge") or cell.get("vMerge")):
                yield found("package.table-grid", slide, where, f"a cell of row {index} has no text body")
    for style in table.iterfind(f"{A}tblPr/{A}tableStyleId"):
        if not _GUID.fullmatch((style.text or "").strip()):
            yield found("package.table-style", slide, where, f'"{(style.text or "")[:40]}" is no table style')


def _merged(rows: list[list[Any]], columns: int, where: str, slide: int) -> Iterator[Finding]:
    if not any(len(cells) > columns or any(cell.keys() for cell in cells) for cells in rows):
        return  # no cell says anything of others
    covered: set[tuple[int, int]] = set()
    for y, cells in enumerate(rows):
        for x, cell in enumerate(cells):
            wide, high = _span(cell.get("gridSpan")), _span(cell.get("rowSpan"))
            if x + wide > columns or y + high > len(rows):
                yield found("package.table-merge", slide, where, f"the cell in row {y + 1} spans over the table's edge")
            elif wide * high > 1 and len(covered) < _MOST_CELLS and not _hidden(cell):
                covered |= {(row, column) for row in range(y, y + high) for column in range(x, x + wide)} - {(y, x)}
    for y, cells in enumerate(rows):
        for x, cell in enumerate(cells):
            if _hidden(cell) != ((y, x) in covered):
                message = f"row {y + 1}, column {x + 1} is marked as merged and is not, or the other way round"
                yield found("package.table-merge", slide, where, message)


def _hidden(cell: Any) -> bool:
    return cell.get("hMerge") in _ON or cell.get("vMerge") in _ON


def _span(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
