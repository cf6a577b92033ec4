"""The bytes of a chart's workbook in, the cells that a formula names out; nothing larger than a chart needs is read."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from lxml import etree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_BYTES, _MOST_CELLS = 4_000_000, 20_000
_RANGE = re.compile(r"'?((?:[^'!]|'')+)'?!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)


class Unreadable(Exception):  # noqa: N818 - it is told to the user as a finding
    """Why the workbook cannot be read."""


def cells_of(data: bytes) -> Callable[[str], list[str] | None]:
    """A formula → the texts of its cells in order, None where it names no plain range. Raises Unreadable."""
    try:
        return _Book(zipfile.ZipFile(io.BytesIO(data))).cells
    except (*_DAMAGED, etree.XMLSyntaxError) as error:
        raise Unreadable(type(error).__name__) from error


class _Book:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        names = set(archive.namelist())
        related = {
            item.get("Id"): posixpath.normpath(posixpath.join("/xl", item.get("Target", ""))).lstrip("/")
            for item in self._xml("xl/_rels/workbook.xml.rels")
        }
        self.sheets = {
            item.get("name"): related.get(item.get(f"{_R}id"), "")
            for item in self._xml("xl/workbook.xml").iter(f"{_S}sheet")
        }
        self.shared: list[str] = []
        if "xl/sharedStrings.xml" in names:
            strings = self._xml("xl/sharedStrings.xml").iter(f"{_S}si")
            self.shared = ["".join(text.text or "" for text in item.iter(f"{_S}t")) for item in strings]
        self.read: dict[str, dict[str, str]] = {
            name: self._cells(place) for name, place in self.sheets.items() if place
        }

    def _xml(self, name: str) -> Any:
        if self.archive.getinfo(name).file_size > _MOST_BYTES:
            raise ValueError("too large")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self.archive.read(name), parser)

    def _cells(self, place: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for cell in self._xml(place).iter(f"{_S}c"):
            if len(found) >= _MOST_CELLS:
                break
            found[cell.get("r", "")] = self._text(cell)
        return found

    def _text(self, cell: Any) -> str:
        kind, value = cell.get("t"), cell.findtext(f"{_S}v") or ""
        if kind == "s":
            return self.shared[int(value)] if value.isdigit() and int(value) < len(self.shared) else ""
        if kind == "inlineStr":
            return "".join(text.text or "" for text in cell.iter(f"{_S}t"))
        return value

    def cells(self, formula: str) -> list[str] | None:
        match = _RANGE.fullmatch(formula.strip("()"))
        sheet = self.read.get(match[1].replace("''", "'")) if match else None
        if match is None or sheet is None:
            return None
        first, last = _number(match[2]), _number(match[4] or match[2])
        top, bottom = int(match[3]), int(match[5] or match[3])
        if (abs(last - first) + 1) * (abs(bottom - top) + 1) > _MOST_CELLS:
            return None
        return [
            sheet.get(f"{_letters(column)}{row}", "")
            for row in range(top, bottom + 1)
            for column in range(first, last + 1)
        ]


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text
