"""A ChartMark in, the .xlsx behind its chart out: what Excel shows when somebody edits the chart's data."""

from __future__ import annotations

from briefing.exports.pptx.kinds import Content, Kind
from briefing.exports.pptx.parts import Package, Part
from briefing.exports.pptx.text import HEAD, attribute, escape
from briefing.model.frame import ChartMark

SHEET = "Sheet1"
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(mark: ChartMark) -> bytes:
    """Categories in column A, one column a series, the unit in A1."""
    strings: dict[str, int] = {}
    sheet = Part("/xl/worksheets/sheet1.xml", Content.WORKSHEET, _sheet(mark, strings).encode())
    texts = Part("/xl/sharedStrings.xml", Content.SHARED_STRINGS, _texts(strings).encode())
    main = Part("/xl/workbook.xml", Content.WORKBOOK_MAIN)
    listed = f'<sheet name="{SHEET}" sheetId="1" r:id="{attribute(main.relate(Kind.WORKSHEET, sheet))}"/>'
    main.relate(Kind.SHARED_STRINGS, texts)
    main.data = (
        f'{HEAD}<workbook xmlns="{_NAMESPACE}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>'
    ).encode()
    package = Package()
    package.root.relate(Kind.DOCUMENT, main)
    return package.saved()


def _sheet(mark: ChartMark, strings: dict[str, int]) -> str:
    """The worksheet. strings: every text → its number, filled here."""
    columns: list[tuple[str | float | None, ...]] = [(mark.unit, *mark.categories)]
    columns += [(series.name, *series.values) for series in mark.series]
    rows = []
    for number, row in enumerate(zip(*columns, strict=True), 1):
        cells = [_cell(value, f"{chr(ord('A') + place)}{number}", strings) for place, value in enumerate(row)]
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f'{HEAD}<worksheet xmlns="{_NAMESPACE}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _cell(value: str | float | None, place: str, strings: dict[str, int]) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
    return f'<c r="{place}"><v>{value:.16G}</v></c>'


def _texts(strings: dict[str, int]) -> str:
    items = "".join([f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings])
    return f'{HEAD}<sst xmlns="{_NAMESPACE}" uniqueCount="{len(strings)}">{items}</sst>'
