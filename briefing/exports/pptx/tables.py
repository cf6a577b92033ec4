"""A TableMark in, a native table as p:graphicFrame out: borders by cell, merges, row heights as computed."""

from __future__ import annotations

from briefing.exports.pptx.canvas import Canvas, xfrm
from briefing.exports.pptx.paint import fill_xml, line_xml
from briefing.exports.pptx.text import ANCHOR, paragraph_xml
from briefing.model.frame import Cell, Line, Paragraph, Row, TableMark

NO_STYLE_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_BORDER = ' cap="flat" cmpd="sng" algn="ctr"'


def table_mark(mark: TableMark, shape_id: int, canvas: Canvas) -> str:
    """The graphic frame, in its placeholder where the mark names one."""
    place = canvas.holder(mark.placeholder)
    cells = "|".join(
        f"{row},{column}:{' '.join(cell.claims)}"
        for row, line in enumerate(mark.rows)
        for column, cell in enumerate(line.cells)
        if cell.claims
    )
    identity = canvas.identity(shape_id, mark.name, claims=mark.claims, cells=cells)
    grid = "".join([f'<a:gridCol w="{width}"/>' for width in mark.columns])
    header = ' firstRow="1"' if mark.header_rows else ""
    origins = _origins(mark.rows)
    borders = _borders(mark.rows, origins)
    rows = "".join([_row(row, index, origins, borders, canvas) for index, row in enumerate(mark.rows)])
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{identity}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr>{place.ph if place else ''}</p:nvPr></p:nvGraphicFramePr>"
        f'{xfrm(mark.box, "p:xfrm")}<a:graphic><a:graphicData uri="{_URI}"><a:tbl><a:tblPr{header}>'
        f"<a:tableStyleId>{NO_STYLE_NO_GRID}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


Origins = dict[tuple[int, int], tuple[int, int]]
Borders = dict[tuple[int, int], Line | None]
_EMPTY = Paragraph(())


def _origins(rows: tuple[Row, ...]) -> Origins:
    """(row, column) of every covered cell → (row, column) of the merged cell's origin."""
    found: Origins = {}
    for top, row in enumerate(rows):
        for left, cell in enumerate(row.cells):
            for down in range(cell.row_span):
                for across in range(cell.col_span):
                    if down or across:
                        found[top + down, left + across] = (top, left)
    return found


def _borders(rows: tuple[Row, ...], origins: Origins) -> tuple[Borders, Borders]:
    """The upper and the lower border of every cell, each written on both cells that share it.

    LibreOffice takes a merged cell's lower border from its origin, PowerPoint from the cell at its edge: both get it.
    Where two neighbours name different borders, the lower cell's wins.
    """
    cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line.cells)}
    tops = {place: cell.top for place, cell in cells.items()}
    bottoms = {place: cell.bottom for place, cell in cells.items()}
    for place, origin in origins.items():
        if place[0] == origin[0]:
            tops[place] = tops.get(place) or tops[origin]
        if place[0] == origin[0] + cells[origin].row_span - 1:
            bottoms[place] = bottoms.get(place) or bottoms[origin]
    for place, cell in cells.items():
        below = (place[0] + 1, place[1])
        if below in cells and origins.get(below, below)[0] == below[0] and cell.row_span == 1:
            tops[below] = bottoms[place] = tops[below] or bottoms[place]
    for place, cell in cells.items():
        if cell.row_span > 1:
            bottoms[place] = bottoms.get((place[0] + cell.row_span - 1, place[1])) or bottoms[place]
    return tops, bottoms


def _row(row: Row, index: int, origins: Origins, borders: tuple[Borders, Borders], canvas: Canvas) -> str:
    sizes = [run.size for cell in row.cells for item in cell.paragraphs for run in item.runs]
    empty = min(sizes, default=10.0)
    cells = []
    for column, cell in enumerate(row.cells):
        place = (index, column)
        lines = line_xml(borders[0][place], "a:lnT", _BORDER) + line_xml(borders[1][place], "a:lnB", _BORDER)
        cells.append(_cell(cell, _spans(cell, place, origins.get(place)), lines, canvas, empty))
    return f'<a:tr h="{row.height}">{"".join(cells)}</a:tr>'


def _spans(cell: Cell, place: tuple[int, int], origin: tuple[int, int] | None) -> str:
    """The attributes of merging."""
    down = f' rowSpan="{cell.row_span}"' if cell.row_span > 1 else ""
    across = f' gridSpan="{cell.col_span}"' if cell.col_span > 1 else ""
    if origin:
        across += ' hMerge="1"' if place[1] > origin[1] else ""
        across += ' vMerge="1"' if place[0] > origin[0] else ""
    return down + across


def _cell(cell: Cell, spans: str, lines: str, canvas: Canvas, empty: float) -> str:
    lang = canvas.frame.lang
    text = "".join([paragraph_xml(item, lang, "mn", None, empty, canvas.click_on) for item in cell.paragraphs])
    left, top, right, bottom = cell.padding
    fill = fill_xml(cell.fill) if cell.fill else ""
    return (
        f"<a:tc{spans}><a:txBody><a:bodyPr/>"
        f"<a:lstStyle/>{text or paragraph_xml(_EMPTY, lang, 'mn', None, empty)}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}"'
        f' anchor="{ANCHOR[cell.anchor]}">{lines}{fill}'
        "</a:tcPr></a:tc>"
    )
