"""A chart part in, every name, value and label of it out, as it is drawn and as the sheet behind it has them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from briefing.errors import InputError
from briefing.exports.pptx.inheritance import NS, A, C, Element, number
from briefing.exports.pptx.opening import Opened
from briefing.model.page import Said, figure

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^!']+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_MOST_CELLS, _MOST_BYTES = 200_000, 32_000_000
Cells = Mapping[tuple[str, int, int], str]


def chart_words(package: Opened, part: str) -> Iterator[Said]:
    """Of every series: its name, its categories (once), its values and labels; and what the sheet has in their place.

    A chart without a sheet that can be read says nothing of it.
    """
    root = package.xml(part)
    cells = _sheet(package, part)
    title = root.find("c:chart/c:title", NS)
    if title is not None:
        yield Said("title of the chart", _words(title))
    for row, series in enumerate(root.iter(f"{C}ser"), 1):
        yield from _named(series, "c:tx", f"series {row}", cells)
        if row == 1:
            yield from _named(series, "c:cat", "category", cells, numbered=True)
        else:  # each series keeps a copy of its own
            for index, text in _points(series.find("c:cat", NS)).items():
                yield Said(f"category {index + 1} of series {row}", text)
        yield from _values(series, row, cells)
        for label in series.iterfind("c:dLbls/c:dLbl", NS):
            index, words = label.find("c:idx", NS), label.find("c:tx", NS)
            if index is not None and words is not None:
                column = number(index.get("val"), -1) + 1
                yield Said(f"label {column} of series {row}", _words(words))


def _words(owner: Element) -> str:
    return "\n".join("".join(node.text or "" for node in line.iter(f"{A}t")) for line in owner.iter(f"{A}p"))


def _named(series: Element, tag: str, part: str, cells: Cells, *, numbered: bool = False) -> Iterator[Said]:
    owner = series.find(tag, NS)
    for index, text in _points(owner).items():
        yield Said(f"{part} {index + 1}" if numbered else part, text)
    for index, text in _behind(owner, cells):
        yield Said(f"sheet, {part} {index + 1}" if numbered else f"sheet, {part}", text)


def _values(series: Element, row: int, cells: Cells) -> Iterator[Said]:
    owner = series.find("c:val", NS)
    owner = series.find("c:yVal", NS) if owner is None else owner
    for index, text in _points(owner).items():
        yield Said(f"value {index + 1} of series {row}", _figure(text))
    for index, text in _behind(owner, cells):
        if text:
            yield Said(f"sheet, value {index + 1} of series {row}", _figure(text))


def _figure(text: str) -> str:
    try:
        return figure(float(text))
    except ValueError:
        return text


def _points(owner: Element | None) -> dict[int, str]:
    if owner is None:
        return {}
    return {number(point.get("idx"), 0): point.findtext("c:v", "", NS) for point in owner.iter(f"{C}pt")}


def _behind(owner: Element | None, cells: Cells) -> Iterator[tuple[int, str]]:
    """The cells that a reference ("Sheet1!$B$2:$B$8") names, in order."""
    formula = next(owner.iter(f"{C}f"), None) if owner is not None and cells else None
    match = _REFERENCE.fullmatch((formula.text or "").strip()) if formula is not None else None
    if not match:
        return
    sheet = (match[1] or match[2] or "").replace("''", "'")
    first = (int(match[4]), _column(match[3]))
    last = (int(match[6]), _column(match[5])) if match[6] else first
    places = [(r, c) for r in range(first[0], last[0] + 1) for c in range(first[1], last[1] + 1)][:_MOST_CELLS]
    for index, (row, column) in enumerate(places):
        yield index, cells.get((sheet, row, column), "")


def _column(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def _sheet(package: Opened, part: str) -> Cells:
    """(sheet, row, column) → what the cell holds, of the workbook in the chart; nothing if it cannot be read."""
    place = package.first(part, "package")
    if not place:
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(package.read(place))) as book:
            return _cells(book)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, InputError, KeyError, ValueError, OSError, RuntimeError):
        return {}


def _cells(book: zipfile.ZipFile) -> Cells:
    names = book.namelist()
    shared = []
    if "xl/sharedStrings.xml" in names:
        for item in _xml(book, "xl/sharedStrings.xml").iter(f"{_S}si"):
            shared.append("".join(node.text or "" for node in item.iter(f"{_S}t")))
    targets = {item.get("Id"): item.get("Target", "") for item in _xml(book, "xl/_rels/workbook.xml.rels")}
    found: dict[tuple[str, int, int], str] = {}
    for sheet in _xml(book, "xl/workbook.xml").iter(f"{_S}sheet"):
        target = targets.get(sheet.get(_R), "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if path in names:
            for cell in _xml(book, path).iter(f"{_S}c"):
                match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", cell.get("r", ""))
                if match and len(found) < _MOST_CELLS:
                    found[sheet.get("name", ""), int(match[2]), _column(match[1])] = _value(cell, shared)
    return found


def _value(cell: Element, shared: list[str]) -> str:
    text = cell.findtext(f"{_S}v", "")
    if cell.get("t") == "s":
        return shared[int(text)] if text.isdigit() and int(text) < len(shared) else ""
    if cell.get("t") == "inlineStr":
        return "".join(node.text or "" for node in cell.iter(f"{_S}t"))
    return str(text)


def _xml(book: zipfile.ZipFile, name: str) -> Element:
    entry = book.getinfo(name)
    if entry.file_size > _MOST_BYTES:
        raise ValueError("a part of the sheet is too large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(book.read(name), parser)
