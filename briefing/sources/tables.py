"""Lines → pipe (or tab) tables: runs of lines, and of every row its cells and the header cells above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.records import dataclass, replace
from briefing.model.source import Span
from briefing.sources.lines import Line, trim

_RULE = re.compile(r"[\s|:+=\-\u2013\u2014\u2500\u2502\u253c]+")
_PERIOD = re.compile(  # "2024", "FY24", "Q1 FY25", "1H24", "Mar 2024", "Year to June 2024", "2023-24 (audited)"
    r"(?:[HQ][1-4] ?|[1-4][HQ] ?)?(?:FY ?['\u2019]?(?:20)?\d\d|(?:[A-Za-z]{3,9}\.? (?:to |\d{1,2},? )?){0,2}"
    r"(?:19|20)\d\d|(?<=\w)['\u2019]?\d\d)\b.{0,12}$"
)
_DATE = re.compile(r"(?<=\w )\d{1,2}/\d{1,2}/(?:20)?\d\d$")  # "Drawn 6/30/26"
_WORDS_IN_HEADER = 8
_MOST_CELLS = 200  # beyond that a line of bars is a drawing


@dataclass(frozen=True, slots=True)
class Row:
    """One row: index of its line, its cells (an empty cell is an empty span), and whether it heads the table."""

    line: int
    cells: tuple[Span, ...]
    header: bool


@dataclass(frozen=True, slots=True)
class Table:
    """first, last: indices of its first line and the one behind its last. columns: header cells, () without header."""

    first: int
    last: int
    rows: tuple[Row, ...]
    columns: tuple[Span, ...]


def find_tables(text: str, lines: Sequence[Line]) -> list[Table]:
    """All tables, in order. A caption with a bar in it ("Jane Doe | Agency") is none."""
    found: list[Table] = []
    index = 0
    while index < len(lines):
        sign = _sign(lines[index].text)
        if not sign:
            index += 1
            continue
        last = index + 1
        while last < len(lines) and not lines[last].gap and _sign(lines[last].text) == sign:
            last += 1
        run = _Run(text, lines, index, last, sign)
        if run.is_table():
            found.extend(_with_columns(text, lines, table) for table in run.tables())
        index = last
    return found


_LEGEND = ("columns:", "columns are:", "columns show:", "column order:", "from left to right:", "left to right:")


def _with_columns(text: str, lines: Sequence[Line], table: Table) -> Table:
    """A table without a header takes the names of its columns from a line below: "Columns: round, date, amount"."""
    below = lines[table.last] if not table.columns and table.last < len(lines) else None
    opener = next((words for words in _LEGEND if below and below.text.lower().startswith(words)), "")
    if below is None or not opener:
        return table
    names: list[Span] = []
    begin, depth = below.start + len(opener), 0
    for place in range(begin, below.end):
        depth += (text[place] == "(") - (text[place] == ")")
        if text[place] in ",;" and not depth:
            names.append(Span(*trim(text, begin, place)))
            begin = place + 1
    names.append(Span(*trim(text, begin, below.end - (text[below.end - 1] == "."))))
    fits = all(len(row.cells) == len(names) for row in table.rows)
    return replace(table, columns=tuple(names)) if fits else table


def _sign(words: str) -> str:
    """The sign that parts the cells of a line, "" if it is no row."""
    if words.count("|") + words.count("\t") > _MOST_CELLS:
        return ""
    if words.count("|") >= 2 or (words.count("|") == 1 and " | " in words):
        return "|"
    return "\t" if "\t" in words else ""


def _is_rule(words: str) -> bool:
    return "-" in words and _RULE.fullmatch(words) is not None


class _Run:
    """A run of lines with the same sign in them: perhaps one table, perhaps several on top of each other."""

    def __init__(self, text: str, lines: Sequence[Line], first: int, last: int, sign: str) -> None:
        self.text, self.lines, self.first, self.last, self.sign = text, lines, first, last, sign
        self.rules = {index for index in range(first, last) if _is_rule(lines[index].text)}
        self.cells = {index: self._cells(lines[index]) for index in range(first, last) if index not in self.rules}
        self._open_corner()

    def _open_corner(self) -> None:
        """ "| 2025 | 2024" over "Revenue | $7 million | $5 million": the bar in front ends an empty cell."""
        if self.first not in self.cells or not self.lines[self.first].text.startswith(self.sign):
            return
        head = self.cells[self.first]
        others = [index for index in self.cells if index != self.first]
        longer = bool(others) and all(len(self.cells[index]) == len(head) + 1 for index in others)
        if longer and not any(self.lines[index].text.startswith(self.sign) for index in others):
            start = self.lines[self.first].start
            self.cells[self.first] = (Span(start, start), *head)

    def _cells(self, line: Line) -> tuple[Span, ...]:
        """Cells of a row; "\\|" does not part cells, bars at both ends belong to no cell."""
        start, end = line.start, line.end
        if self.text[start] == self.sign:
            start += 1
        if end > start and self.text[end - 1] == self.sign and self.text[end - 2 : end - 1] != "\\":
            end -= 1
        cells: list[Span] = []
        begin = start
        for place in range(start, end):
            if self.text[place] == self.sign and self.text[place - 1 : place] != "\\":
                cells.append(Span(*trim(self.text, begin, place)))
                begin = place + 1
        cells.append(Span(*trim(self.text, begin, end)))
        return tuple(cells)

    def is_table(self) -> bool:
        if not self.cells:
            return False
        fenced = all(self._fenced(index) for index in self.cells)
        if self.rules or (fenced and self.sign == "|"):
            return True
        counts = {len(cells) for cells in self.cells.values()}
        enough = 2 if self.sign == "|" and max(counts) >= 3 else 3
        return len(self.cells) >= enough and len(counts) == 1

    def _fenced(self, index: int) -> bool:
        words = self.lines[index].text
        return words.startswith("|") and words.endswith("|") and len(words) > 1

    def tables(self) -> list[Table]:
        """One table for every header row (a row above a rule), or one without."""
        heads = sorted(index - 1 for index in self.rules if index - 1 in self.cells)
        heads = [head for head in heads if head == self.first or self._breaks(head)]
        if not heads or heads[0] > self.first:
            heads.insert(0, self.first)
        bounds = [*heads[1:], self.last]
        return [self._table(head, bound) for head, bound in zip(heads, bounds, strict=True)]

    def _breaks(self, head: int) -> bool:
        """Does a new table begin here? In a grid every row has a rule below it, and also above."""
        return head - 1 not in self.rules

    def _table(self, first: int, last: int) -> Table:
        body = [index for index in range(first, last) if index in self.cells]
        head = body[0] if body and (body[0] + 1 in self.rules or self._looks_like_header(body)) else -1
        columns = self.cells[head] if head >= 0 else ()
        rows = tuple(Row(index, self.cells[index], index == head) for index in body)
        return Table(first, last, rows, columns)

    def _looks_like_header(self, body: list[int]) -> bool:
        """Without a rule below it: short words without figures, or years, above at least two rows."""
        told = [self.text[cell.start : cell.end] for cell in self.cells[body[0]][1:]]
        others = [head for head in told if not _PERIOD.match(head)]
        if len(body) > 1 and len(told) - len(others) > 1 and not any(map(str.isdigit, "".join(others))):
            return True
        if len(body) < 3:
            return False
        head = [self.text[cell.start : cell.end] for cell in self.cells[body[0]]]
        if not all(head[1:]) or any(any(sign.isdigit() for sign in _DATE.sub("", cell)) for cell in head):
            return False
        return all(len(cell.split()) <= _WORDS_IN_HEADER for cell in head)
