"""Text that is larger than its place: boxes, pills, titles and table rows, by measuring.

Over 105 % of the room is an error, over 100 % a warning; a word cut in two, a badge that wraps and text under 8.5 pt
are named too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from briefing.checks.subject import Judged, error, tables, text_marks, warning
from briefing.measure import body_face, natural_width, text_height, text_width, title_face, wrap_lines
from briefing.model.finding import Finding
from briefing.model.frame import Frame, Paragraph, TableMark, TextMark, enclosed

LEAST_SIZE = 8.5
_TITLE_LINES = 2
_REMEDY = "shorten the text, give it more room, or move it to a continuation slide"
# A renderer's own rounding of positions: differences below a thousandth are none.
_EXACT = 1.001
_ONE_LINE = 1.02
_ENDLESS = 1 << 40


def check(judged: Judged) -> Iterator[Finding]:
    """Every box and every table row of the deck."""
    body, title = body_face(judged.theme), title_face(judged.theme)
    for number, frame in judged.numbered():
        for mark in text_marks(frame):
            face = title if mark.placeholder == 0 else body
            yield from _box(mark, number, face)
        yield from _title(frame, number, title)
        for table in tables(frame):
            yield from _table(table, number, body)


def _box(mark: TextMark, slide: int, face: str) -> Iterator[Finding]:
    left, top, right, bottom = mark.insets
    width, height = mark.box.w - left - right, mark.box.h - top - bottom
    if mark.wrap:
        across, down = enclosed(mark)
        width, height = width - 2 * across, height - 2 * down
        yield from _over(_height(mark, width, face), height, "high", slide, mark.name)
        yield from _cut_words(mark.paragraphs, width, face, slide, mark.name)
    else:
        yield from _over(natural_width(mark.paragraphs, face), width, "wide", slide, mark.name)
        yield from _over(_height(mark, _ENDLESS, face), height, "high", slide, mark.name)
    yield from _small(mark.paragraphs, slide, mark.name)


def _height(mark: TextMark, width: int, face: str) -> int:
    """What the text needs; a single line's pitch is 2 % more than its ink, which a box made for it may lack."""
    needed = text_height(mark.paragraphs, width, face)
    one_line = len(mark.paragraphs) == 1 and len(wrap_lines(mark.paragraphs[0], width, face)) == 1
    return round(needed / _ONE_LINE) if one_line else needed


def _title(frame: Frame, slide: int, face: str) -> Iterator[Finding]:
    for mark in frame.marks:
        if isinstance(mark, TextMark) and mark.placeholder == 0 and frame.layout != "title":
            lines = sum(len(wrap_lines(item, mark.box.w, face)) for item in mark.paragraphs)
            if lines > _TITLE_LINES:
                message = f"the title takes {lines} lines, at most {_TITLE_LINES}"
                yield error("fit.title", slide, mark.name, message, "shorten the title")


def _table(table: TableMark, slide: int, face: str) -> Iterator[Finding]:
    for index, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell.covered or not cell.paragraphs:
                continue
            where = f"{table.name}, row {index + 1}, column {column + 1}"
            left, top, right, bottom = cell.padding
            width = sum(table.columns[column : column + cell.col_span]) - left - right
            height = sum(item.height for item in table.rows[index : index + cell.row_span]) - top - bottom
            yield from _over(text_height(cell.paragraphs, width, face), height, "high", slide, where)
            yield from _cut_words(cell.paragraphs, width, face, slide, where)
            yield from _small(cell.paragraphs, slide, where)


def _over(needed: int, room: int, how: str, slide: int, where: str) -> Iterator[Finding]:
    share = needed / max(room, 1)
    if share <= _EXACT:
        return
    message = f"the text is {ceil(100 * share)} % as {how} as its place"
    report = error if share > 1.05 else warning
    yield report("fit.overflow", slide, where, message, _REMEDY)


def _cut_words(paragraphs: Sequence[Paragraph], width: int, face: str, slide: int, where: str) -> Iterator[Finding]:
    """Badges that wrap, and single words wider than the place (ideographs break anywhere and are no words)."""
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.kind == "badge" and text_width(run.text, run.size, run.bold, face) > width * 1.05:
                yield error("fit.badge", slide, where, f'the badge "{run.text}" does not fit on one line', "widen it")
            if text_width(run.text, run.size, run.bold, face) <= width * 1.05:
                continue
            for word in run.text.split():
                if word.isascii() and text_width(word, run.size, run.bold, face) > width * 1.05:
                    yield warning("fit.word", slide, where, f'the word "{word}" is wider than its place', _REMEDY)


def _small(paragraphs: Sequence[Paragraph], slide: int, where: str) -> Iterator[Finding]:
    smallest = min((run.size for item in paragraphs for run in item.runs if run.text.strip()), default=LEAST_SIZE)
    if smallest < LEAST_SIZE:
        message = f"text at {smallest:g} pt, at least {LEAST_SIZE:g} pt"
        yield error("fit.small", slide, where, message, "set it larger or leave it out")
