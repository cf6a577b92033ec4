"""Text that is larger than its place: boxes, pills, titles and table rows, by measuring.

In a deck of ours, over 105 % of the room is an error and over 100 % a warning; a word cut in two, a badge that wraps
and text under 8.5 pt are named too. In a deck of somebody else text may leave a box that nobody sees, rows of a table
grow with their text, and a face whose widths are not known is given more room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from briefing.checks.places import face_of, fresh_faces, is_known, room_of, row_needs
from briefing.checks.subject import Judged, every_table, found, text_marks
from briefing.measure import natural_width, text_height, text_width, wrap_lines
from briefing.model.finding import Finding
from briefing.model.frame import Frame, Paragraph, TableMark, TextMark, enclosed

LEAST_SIZE = 8.5
_TITLE_LINES = 2
# A renderer's own rounding of positions: differences below a thousandth are none.
_EXACT = 1.001
_ONE_LINE = 1.02
_ENDLESS = 1 << 40
# How far text may go over: in general; where PowerPoint has shrunk it; in a face of unknown widths; in a box unseen.
_MUCH, _SHRUNK, _GUESSED, _UNSEEN = 1.05, 1.15, 1.2, 1.12
_LEAST_ROW = 91_440  # EMU: rows that say less leave their height to PowerPoint


def check(judged: Judged) -> Iterator[Finding]:
    """Every box and every table row of the deck."""
    faces = fresh_faces(judged.theme)
    for number, frame in judged.numbered():
        for mark in text_marks(frame):
            face = face_of(mark, faces)
            yield from _box(mark, number, face) if judged.own else _others(mark, number, face)
            yield from _small(mark.paragraphs, number, mark.name, own=judged.own)
        if judged.own:
            yield from _title(frame, number, faces.title)
        for table in every_table(frame):
            yield from _table(table, number, faces.body) if judged.own else _grown(table, number, faces.body)


def _box(mark: TextMark, slide: int, face: str) -> Iterator[Finding]:
    left, top, right, bottom = mark.insets
    width, height = mark.box.w - left - right, mark.box.h - top - bottom
    if mark.wrap:
        across, down = enclosed(mark)
        width, height = width - 2 * across, height - 2 * down
        much = _MUCH if mark.seen is None or is_known(face) else _GUESSED
        yield from _over(_height(mark, width, face), height, "high", slide, mark.name, much)
        yield from _cut_words(mark.paragraphs, width, face, slide, mark.name)
    else:
        yield from _over(natural_width(mark.paragraphs, face), width, "wide", slide, mark.name)
        yield from _over(_height(mark, _ENDLESS, face), height, "high", slide, mark.name)


def _height(mark: TextMark, width: int, face: str) -> int:
    """What the text needs; a single line's pitch is 2 % more than its ink, which a box made for it may lack."""
    needed = text_height(mark.paragraphs, width, face)
    one_line = len(mark.paragraphs) == 1 and len(wrap_lines(mark.paragraphs[0], width, face)) == 1
    return round(needed / _ONE_LINE) if one_line else needed


def _others(mark: TextMark, slide: int, face: str) -> Iterator[Finding]:
    """A box of somebody else: what can be seen of it decides how bad it is."""
    room = room_of(mark)
    framed, fit = mark.fill is not None or mark.line is not None, mark.seen.fit if mark.seen is not None else ""
    much = _GUESSED if not is_known(face) else _SHRUNK if fit == "shrink" else _MUCH
    if mark.wrap:
        yield from _cut_words(mark.paragraphs, room.w, face, slide, mark.name)
        share, how = _height(mark, room.w, face) / max(room.h, 1), "high"
    else:
        wide, high = natural_width(mark.paragraphs, face) / max(room.w, 1), _height(mark, _ENDLESS, face)
        share, how = max((wide, "wide"), (high / max(room.h, 1), "high"))
    message = f"the text is {ceil(100 * share)} % as {how} as its place"
    if framed and share > (max(much, _UNSEEN) if fit == "grow" else much):
        yield found("fit.overflow", slide, mark.name, message)
    elif framed and share > _EXACT:
        yield found("fit.tight", slide, mark.name, message)
    elif not framed and how == "high" and share > max(much, _UNSEEN):
        yield found("fit.spill", slide, mark.name, message)


def _title(frame: Frame, slide: int, face: str) -> Iterator[Finding]:
    for mark in frame.marks:
        if isinstance(mark, TextMark) and mark.placeholder == 0 and frame.layout != "title":
            lines = sum(len(wrap_lines(item, mark.box.w, face)) for item in mark.paragraphs)
            if lines > _TITLE_LINES:
                message = f"the title takes {lines} lines, at most {_TITLE_LINES}"
                yield found("fit.title", slide, mark.name, message)


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
            yield from _small(cell.paragraphs, slide, where, own=True)


def _grown(table: TableMark, slide: int, face: str) -> Iterator[Finding]:
    """Rows that PowerPoint makes higher than the file says, words that it cuts, sizes too small: once a table."""
    shares = [
        need / row.height if row.height > _LEAST_ROW else 0.0
        for row, need in zip(table.rows, row_needs(table, face), strict=True)
    ]
    worst = max(shares, default=0.0)
    if worst > _UNSEEN:
        more = sum(1 for share in shares if share > _UNSEEN) - 1
        others = f" (and {more} more)" if more else ""
        where = f"{table.name}, row {shares.index(worst) + 1}"
        message = f"the text needs {ceil(100 * worst)} % of the row's height{others}, so the table grows"
        yield found("fit.spill", slide, where, message, "make the row as high as its text")
    for index, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row.cells):
            if cell.paragraphs and not cell.covered:
                width = sum(table.columns[column : column + cell.col_span]) - cell.padding[0] - cell.padding[2]
                where = f"{table.name}, row {index}, column {column + 1}"
                yield from _cut_words(cell.paragraphs, width, face, slide, where)
    yield from _small([item for row in table.rows for cell in row.cells for item in cell.paragraphs], slide, table.name)


def _over(needed: int, room: int, how: str, slide: int, where: str, much: float = _MUCH) -> Iterator[Finding]:
    share = needed / max(room, 1)
    if share > _EXACT:
        message = f"the text is {ceil(100 * share)} % as {how} as its place"
        yield found("fit.overflow" if share > much else "fit.tight", slide, where, message)


def _cut_words(paragraphs: Sequence[Paragraph], width: int, face: str, slide: int, where: str) -> Iterator[Finding]:
    """Badges that wrap, and single words wider than the place (ideographs break anywhere and are no words)."""
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.kind == "badge" and text_width(run.text, run.size, run.bold, face) > width * 1.05:
                yield found("fit.badge", slide, where, f'the badge "{run.text}" does not fit on one line')
            if text_width(run.text, run.size, run.bold, face) <= width * 1.05:
                continue
            for word in run.text.split():
                if word.isascii() and "-" not in word and text_width(word, run.size, run.bold, face) > width * 1.05:
                    yield found("fit.word", slide, where, f'the word "{word[:40]}" is wider than its place')


def _small(paragraphs: Sequence[Paragraph], slide: int, where: str, *, own: bool = False) -> Iterator[Finding]:
    smallest = min((run.size for item in paragraphs for run in item.runs if run.text.strip()), default=LEAST_SIZE)
    if smallest < LEAST_SIZE:
        message = f"text at {smallest:g} pt, at least {LEAST_SIZE:g} pt"
        yield found("fit.small" if own else "text.small", slide, where, message)
