"""Bytes of a PDF → Document: lines joined to paragraphs by their place on the page, without running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from briefing.errors import InputError, MissingExtra
from briefing.model.records import dataclass
from briefing.sources.composing import Composer
from briefing.sources.decoding import refuse_large
from briefing.sources.document import Document

_PAGES = 2_000
_REMEDY = "save it again, or save its text as .txt"
_SOFT = "\ufffe\u0002\u00ad"  # signs that stand for a hyphen made by the line break
_LINE_END = re.compile(r"(\r?\n)|(?<=[\ufffe\x02])")
_BULLET = re.compile(r"[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2219\u00b7-][ \u00a0]+(?=\S)")
_PAGE_NUMBER = re.compile(r"\W*(?:page |seite )?\d{1,4}\W*(?:(?:of|von|/) *\d+)?", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?\d{1,2}[.)][ \u00a0]+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Line:
    """One printed line. top, bottom, left, right: points, the page's foot is 0; size: height of its type."""

    words: str
    page: int
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        return self.top - self.bottom


def convert(path: str, data: bytes) -> Document:
    """The printed words in reading order. Raises InputError (damaged, locked, only pictures), MissingExtra."""
    refuse_large(path, data)
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError:
        raise MissingExtra("reading PDF files needs an extra", path, "pip install 'briefing[pdf]'") from None
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "the PDF is locked with a password" if locked else "the PDF is damaged"
        raise InputError(what, path, "unlock it first" if locked else _REMEDY) from None
    try:
        if len(document) > _PAGES:
            raise InputError(f"the PDF is too large: {len(document)} pages, at most {_PAGES}", path, "split it")
        pages = [_lines(document, number) for number in range(len(document))]
        title = (document.get_metadata_dict().get("Title") or "").strip()
    except PdfiumError:
        raise InputError("the PDF is damaged", path, _REMEDY) from None
    finally:
        document.close()
    if not any(pages):
        raise InputError("the PDF holds pictures but no words", path, "run text recognition on it first")
    composer = Composer()
    _write(composer, _without_running_heads(pages))
    return composer.document({"title": title} if _is_title(title) else {})


def _is_title(title: str) -> bool:
    """Many programs write their own or the file's name where the title should be."""
    made = re.search(r"\.\w{2,4}$|^\w+ (?:Word|Excel|PowerPoint) - |^untitled", title, re.IGNORECASE)
    return " " in title and made is None


def _lines(document: Any, number: int) -> list[_Line]:
    """The lines of a page as the file orders them."""
    page = document[number]
    sheet = page.get_textpage()
    found: list[_Line] = []
    try:
        text, place = sheet.get_text_range(), 0
        for raw in filter(None, _LINE_END.split(text)):
            if raw.strip():
                boxes = [box for offset in _samples(raw) if (box := _box(sheet, place + offset))]
                if boxes:
                    left, bottom, right, top = boxes[0][0], boxes[0][1], boxes[-1][2], max(box[3] for box in boxes)
                    found.append(_Line(raw, number, left, right, bottom, top))
            place += len(raw)
    finally:
        sheet.close()
        page.close()
    return found


def _samples(raw: str) -> list[int]:
    """Offsets of a line's first, middle and last visible character."""
    visible = [offset for offset, sign in enumerate(raw) if not sign.isspace()]
    return sorted({visible[0], visible[len(visible) // 2], visible[-1]})


def _box(sheet: Any, index: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of a character, of equal height for all of one type; None where it has no place."""
    try:
        left, bottom, right, top = sheet.get_charbox(index, loose=True)
    except (IndexError, RuntimeError, ValueError):
        return None
    return (left, bottom, right, top)


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> list[_Line]:
    """All lines but page numbers, and what stands at the head or foot of half of the pages."""
    edges = Counter(_alike(line) for page in pages for line in {*page[:2], *page[-2:]})
    repeated = {words for words, count in edges.items() if count >= max(2, len(pages) / 2) and len(pages) > 2}
    kept: list[_Line] = []
    for page in pages:
        for index, line in enumerate(page):
            edge = index < 2 or index >= len(page) - 2
            if not (edge and (_alike(line) in repeated or _PAGE_NUMBER.fullmatch(line.words.strip()))):
                kept.append(line)
    return kept


def _alike(line: _Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.words.split())).lower()


def _write(composer: Composer, lines: Sequence[_Line]) -> None:
    """Joins lines to paragraphs; type larger than the body's makes a heading, the largest at the top the title."""
    if not lines:
        return
    body = median(line.size for line in lines for _ in range(min(len(line.words), 80) // 10 + 1))
    width = max(line.right for line in lines) - min(line.left for line in lines)
    titled = False
    spelt = frozenset(word for line in lines for word in re.findall(r"[\w-]+", line.words.lower()))
    for group in _paragraphs(lines, width):
        words = _joined(group, spelt)
        large = group[0].size > 1.15 * body and len(words) < 200
        bullet = _BULLET.match(words)
        if bullet:
            composer.item(words[bullet.end() :])
        elif large:
            composer.paragraph(words, "heading" if titled else "title")
            titled = True
        else:
            composer.paragraph(words)


def _paragraphs(lines: Sequence[_Line], width: float) -> list[list[_Line]]:
    groups: list[list[_Line]] = [[lines[0]]]
    steps = [above.bottom - line.bottom for above, line in pairwise(lines) if above.page == line.page]
    pitch = median([step for step in steps if step > 0] or [12.0])
    for above, line in pairwise(lines):
        if _begins(above, line, pitch, width):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _begins(above: _Line, line: _Line, pitch: float, width: float) -> bool:
    """Does a line begin a paragraph: a mark, another size of type, a gap, an indent, or a short line above?"""
    words = line.words.strip()
    if _BULLET.match(words) or _NUMBERED.match(words) or abs(line.size - above.size) > 0.12 * above.size:
        return True
    closed = above.words.rstrip().endswith((".", "!", "?", ":", "\u201d", '"'))
    if line.page != above.page or line.bottom > above.bottom:
        return closed
    if above.bottom - line.bottom > 1.35 * max(pitch, 1.1 * line.size):
        return True
    indented = 8 < line.left - above.left < 60
    return closed and (indented or above.right < line.right - 0.2 * width)


def _joined(group: Sequence[_Line], spelt: frozenset[str]) -> str:
    """The words of a paragraph; a hyphen that only the line break made is taken out. spelt: words of the whole file."""
    words = ""
    for line in group:
        piece = line.words.strip()
        if words and words[-1] in _SOFT:
            words = words[:-1] + ("-" if _keeps_hyphen(words[:-1], piece, spelt) else "") + piece
        elif words.endswith("-") and not words.endswith(" -"):
            words += piece
        else:
            words = f"{words} {piece}" if words else piece
    return "".join(sign for sign in words if sign not in _SOFT)


def _keeps_hyphen(left: str, right: str, spelt: frozenset[str]) -> bool:
    """Is the word broken at the line's end one with a hyphen of its own ("open-weight")? The rest of the file tells."""
    first = re.findall(r"[\w-]+$", left.lower())
    second = re.match(r"[\w-]+", right.lower())
    if not first or not second:
        return False
    if f"{first[0]}-{second[0]}" in spelt or first[0] + second[0] in spelt:
        return f"{first[0]}-{second[0]}" in spelt
    return first[0] in spelt and second[0] in spelt
