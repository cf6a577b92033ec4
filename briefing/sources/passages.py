"""Document → its passages in order: what each line is, sentences of paragraphs, lead-ins, headings, blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import cast

from briefing.model.patterns import late
from briefing.model.source import Passage, PassageKind, Span
from briefing.sources import asides, furniture, regions
from briefing.sources.datelines import dateline
from briefing.sources.document import Document
from briefing.sources.headings import mark_headings, mark_title
from briefing.sources.lines import Line, split_lines, trim
from briefing.sources.lists import asks_for_list
from briefing.sources.roles import Page, after_marks, read_page
from briefing.sources.sentences import split_sentences
from briefing.sources.tables import Row
from briefing.sources.wordlists import plain, words
from briefing.sources.wrapping import find_continuations

_OPENING_PARAGRAPHS = 3  # one of which may have a dateline
# Work is bounded whatever a text holds: what no writer writes is not taken apart. It becomes one passage, "unread".
_LONGEST_SENTENCE = 5_000  # code points
_LONGEST_PARAGRAPH = 100_000  # code points: what stands behind them in one paragraph is not read
_OFTEN = 50  # times that a wording is read in one text: what is printed more often is furniture
_ENUMERATOR = late(r"(?:Q|A|Question|Answer|Frage|Antwort)\s?\d*\s?[:.)]\s*", re.IGNORECASE)
# What agencies put before a headline: "BRIEF-Acme opens a shop", "UPDATE 2-Acme opens a shop".
# The time at which somebody speaks, in front of a line of a transcript: "[02:47] ROE: …", "00:12:03 Jane Roe: …".
_TIMED = late(r"(?:[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s+|\d{1,2}:\d\d(?::\d\d)?\s+(?=[A-Z][\w .'-]{1,30}:))(?=\w)")
_SLUG = late(
    r"(?:BRIEF|UPDATE|EXCLUSIVE|RPT|REFILE|CORRECTED|WRAPUP|INTERVIEW|FACTBOX|ANALYSIS|FOCUS|INSIGHT|TIMELINE|DEALTALK"
    r"|MEDIA|URGENT)(?: \d{1,2})?-(?=\S)"
)


def read_passages(document: Document, language: str) -> tuple[Passage, ...]:
    """All passages of a document: trimmed, not empty, in the order of the text, none overlapping another."""
    return _Cutter(_page_of(document), language).passages()


def _page_of(document: Document) -> Page:
    lines = split_lines(document.text, document.body)
    page = read_page(document.text, lines, document.kinds)
    settled = {index for index in range(len(lines)) if page.roles[index]}
    page.joined = find_continuations(lines, page.bullets, settled)
    regions.mark_contents(page)
    mark_title(page)
    asides.mark_questions(page)
    regions.mark_regions(page)
    asides.mark_captions(page)
    asides.mark_header(page)
    asides.mark_orders(page)
    regions.mark_tail(page)
    mark_headings(page)
    return page


def _small_brand(page: Page) -> str:
    """The name in small letters that the title begins with ("acme.io raises …"), "" where it begins with none."""
    title = next((line.text for index, line in enumerate(page.lines) if page.roles[index] == "title"), "")
    first = re.sub(r"['’]s$", "", title.split(maxsplit=1)[0].strip(",:")) if title.strip() else ""
    known = len(first) > 1 and first[0].islower() and first not in words("languages", "en")
    return first if known and page.text.count(first) > 1 else ""


class _Cutter:
    """Walks down a page and writes its passages."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.language, self.brand = page, language, _small_brand(page)
        self.found: list[Passage] = []
        self.block = 0
        self.heading = ""
        self.label: Span | None = None  # waits for the block below it
        self.lead: Span | None = None  # of the list that is being read
        self.items: dict[int, Span] = {}  # level of an open item → its span
        self.listing = False
        self.opened = 0  # paragraphs read so far
        self.told: Counter[str] = Counter()  # wordings of sentences and items → how often they were read

    def passages(self) -> tuple[Passage, ...]:
        index = 0
        while index < len(self.page.lines):
            index = self._read(index)
        return tuple(self.found)

    def _read(self, index: int) -> int:
        role = self.page.roles[index]
        if index in self.page.bullets and role in ("", "item", "question"):
            return self._item(index)
        self.listing = False
        if index in self.page.tables:
            return self._table(index)
        if role in ("", "paragraph", "sentence"):
            return self._paragraph(index)
        if role != "skip":
            self._single(self.page.lines[index], cast(PassageKind, role))
        return index + 1

    def _single(self, line: Line, kind: PassageKind) -> None:
        """A line that is one passage, or several sentences of one kind of furniture."""
        self.block += 1
        if kind in ("credit", "boilerplate", "byline"):
            for start, end in split_sentences(self.page.text, line.start, line.end, self.language, self.brand):
                self._add(start, end, kind)
        else:
            marks = after_marks(line.text) if kind in ("heading", "title") else 0
            if kind == "title" and (slug := _SLUG.match(line.text, marks)):
                marks = slug.end()
            self._add(line.start + marks, line.end, kind)
        if kind in ("heading", "title"):
            self.heading = line.text[marks:] if kind == "heading" else ""
            self.label = None
        elif kind in ("label", "question"):
            self.label = Span(line.start, line.end)

    def _paragraph(self, index: int) -> int:
        last = index + 1
        while last in self.page.joined:
            last += 1
        start, end = self.page.lines[index].start, self.page.lines[last - 1].end
        self.block += 1
        lead, self.label = self.label, None
        if (
            lead
            and self.page.text[start] in "QqAaFf"
            and (match := _ENUMERATOR.match(self.page.text[start : start + 20]))
        ):
            start += match.end()
        if stamp := _TIMED.match(self.page.text[start : start + 60]):
            start += stamp.end()
        start = self._dateline(start, end)
        self._sentences(start, end, "sentence", lead)
        return last

    def _sentences(self, start: int, end: int, kind: PassageKind, lead: Span | None, depth: int = 0) -> None:
        """The sentences of a paragraph or an item; those that are furniture by their own words are of that kind."""
        stop = end if end - start <= _LONGEST_PARAGRAPH else self._last_space(start, start + _LONGEST_PARAGRAPH)
        for begin, close in split_sentences(self.page.text, start, stop, self.language, self.brand):
            words = self.page.text[begin:close]
            self.told[words] += 1
            often = self.told[words] > _OFTEN
            found = "boilerplate" if often else furniture.kind_of_sentence(words, plain(words)) or kind
            self._add(begin, close, found, lead, depth if found == "item" else 0)
        rest, end = trim(self.page.text, stop, end)
        if rest < end:
            if self.found[-1].kind == "unread":  # neither was what stands before it
                rest = self.found.pop().start
            self._add(rest, end, "unread")

    def _last_space(self, start: int, stop: int) -> int:
        place = self.page.text.rfind(" ", start, stop)
        return place if place > start else stop

    def _dateline(self, start: int, end: int) -> int:
        """Where the words begin behind "LONDON, June 3, 2025 (Wire) — ", which becomes a byline."""
        self.opened += 1
        if self.opened > _OPENING_PARAGRAPHS:
            return start
        close, words = dateline(self.page.text, start, end)
        if close > start:
            self._add(start, close, "byline")
            self.opened = _OPENING_PARAGRAPHS
        return words

    def _item(self, index: int) -> int:
        page, bullet = self.page, self.page.bullets[index]
        if not self.listing:
            self._open_list(index)
        last = index + 1
        while last in page.joined:
            last += 1
        start, end = trim(page.text, bullet.content, page.lines[last - 1].end)
        if start >= end:
            return last
        if page.roles[index] == "question":
            self.block += 1
            self._add(start, end, "question")
            self.label = Span(start, end)
            return last
        answered, self.label = self.label, None
        lead = answered or self._lead(bullet.level)
        kind: PassageKind = "sentence" if answered and self.page.text[answered.end - 1] in '?\uff1f"\u201d' else "item"
        self._sentences(start, end, kind, lead, bullet.level)
        self.items = {level: span for level, span in self.items.items() if level < bullet.level}
        self.items[bullet.level] = Span(start, end)
        return last

    def _open_list(self, index: int) -> None:
        self.listing = True
        self.block += 1
        self.items = {}
        self.lead, self.label = self.label, None
        if self.lead is None and index and self.found and asks_for_list(self.page.lines[index - 1].low):
            above = self.found[-1]
            self.lead = Span(above.start, above.end)

    def _lead(self, level: int) -> Span | None:
        """The item one level up, if there is one; else the line above the list."""
        above = [self.items[one] for one in sorted(self.items) if one < level]
        return above[-1] if above else self.lead

    def _table(self, index: int) -> int:
        table = self.page.tables[index]
        self.block += 1
        lead, self.label = self.label, None
        for row in table.rows:
            filled = [cell for cell in row.cells if cell.start < cell.end]
            if not filled:
                continue
            count = min(len(row.cells), len(table.columns)) if table.columns else len(row.cells)
            self.found.append(
                Passage(
                    filled[0].start,
                    filled[-1].end,
                    _kind_of_row(row, filled),
                    self.block,
                    lead,
                    self.heading,
                    row.cells[:count],
                    table.columns[:count],
                )
            )
        return table.last

    def _add(self, start: int, end: int, kind: PassageKind, lead: Span | None = None, depth: int = 0) -> None:
        if end - start > _LONGEST_SENTENCE:
            kind = "unread"
        self.found.append(Passage(start, end, kind, self.block, lead, self.heading, depth=depth))


def _kind_of_row(row: Row, filled: Sequence[Span]) -> PassageKind:
    if filled[-1].end - filled[0].start > _LONGEST_SENTENCE:
        return "unread"
    return "header" if row.header else "row"
