"""Bytes of a Word file → Document: paragraphs, headings, list items and tables in their order."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from briefing.errors import InputError, MissingExtra
from briefing.sources.composing import Composer
from briefing.sources.decoding import refuse_large
from briefing.sources.document import Document

_UNPACKED = 200 * 2**20  # bytes that all parts may have together
_PARTS = 5_000
_REMEDY = "save it again as .docx, or as plain text"
_HEADING = re.compile(r"heading|\u00fcberschrift|titre|t\u00edtulo|titolo|kop", re.IGNORECASE)
_LIST = re.compile(r"list|aufz\u00e4hlung|liste|lista|elenco|lijst", re.IGNORECASE)


def convert(path: str, data: bytes) -> Document:
    """The words of the document's body. Raises InputError for damaged or hostile files, MissingExtra."""
    refuse_large(path, data)
    try:
        import docx
    except ImportError:
        raise MissingExtra("reading Word files needs an extra", path, "pip install 'briefing[docx]'") from None
    _refuse_bomb(path, data)
    try:
        document = docx.Document(io.BytesIO(data))
        composer = Composer()
        for block in document.iter_inner_content():
            if hasattr(block, "rows"):
                _write_table(composer, block)
            else:
                _write_paragraph(composer, block)
        title = (document.core_properties.title or "").strip()
    except InputError:
        raise
    except Exception as error:  # whatever a damaged package makes the library stumble over, the remedy is one
        raise InputError(f"the Word file is damaged: {type(error).__name__}", path, _REMEDY) from None
    return composer.document({"title": title} if title else {})


def _refuse_bomb(path: str, data: bytes) -> None:
    """Raises InputError for what unpacks to too much, or declares entities of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
                raise InputError("the Word file unpacks to too much", path, _REMEDY)
            names = {part.filename for part in parts}
            if "word/document.xml" not in names and "[Content_Types].xml" not in names:
                raise InputError("this is no Word file", path, _REMEDY)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as stream:
                        if b"<!DOCTYPE" in stream.read(2000):
                            raise InputError("the Word file declares entities, which is unsafe", path, _REMEDY)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise InputError("this is no Word file, or it is damaged", path, _REMEDY) from None


def _write_paragraph(composer: Composer, paragraph: Any) -> None:
    words, style = paragraph.text, paragraph.style.name if paragraph.style is not None else ""
    level = _list_level(paragraph)
    if style.lower() == "title":
        composer.paragraph(words, "title")
    elif _HEADING.match(style):
        composer.paragraph(words, "heading")
    elif level or (_LIST.match(style) and "paragraph" not in style.lower()):
        composer.item(words, max(level, 1))
    else:
        composer.paragraph(words)


def _list_level(paragraph: Any) -> int:
    """1 for an item of the outermost list, 0 for no item."""
    properties = paragraph._p.pPr
    numbering = properties.numPr if properties is not None else None
    if numbering is None:
        return 0
    return min(int(numbering.ilvl.val) if numbering.ilvl is not None else 0, 8) + 1


def _write_table(composer: Composer, table: Any) -> None:
    """Merged cells come once. The first row heads the table, unless it is the only one."""
    rows = []
    for row in table.rows:
        cells = list(dict.fromkeys(cell._tc for cell in row.cells))
        words = {cell._tc: cell.text for cell in row.cells}
        rows.append([words[cell] for cell in cells])
    composer.table(rows, header=len(rows) > 1)
