"""Lines of a document → the role of each: title, heading, item, row, furniture, or words of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefing.model.source import PassageKind
from briefing.sources import furniture
from briefing.sources.lines import Line
from briefing.sources.lists import Bullet, find_bullets
from briefing.sources.sentences import split_sentences
from briefing.sources.tables import Row, Table, find_tables
from briefing.sources.wordlists import words

Role = PassageKind | Literal["", "paragraph", "skip"]

_ENDS_SENTENCE = re.compile(r"[.!\u3002;,\u2026][\"\u201d\u2019')\]]*(?:\[\w{1,3}\])*$")
_STOP_INSIDE = re.compile(r"[.!][\"\u201d\u2019')\]]*(?:\[\w{1,3}\])* ")
_LINK = re.compile(r"\w\.[a-z]{2,}/\S|https?://")
_MARKED = re.compile(r"#{1,6}[ \t]+(?=\S)")
_TITLE_LIMIT = 220  # code points of the longest headline
_HEADING_LIMIT = 130
_BELOW_HEADING = frozenset(("", "sentence", "heading", "row", "header", "label", "skip", "caption", "question", "item"))
_PARAGRAPH = 140  # from this length on a line is a paragraph, whatever stands around it


@dataclass(slots=True)
class Page:
    """The lines and what is known of each so far; the functions of this package fill `roles` step by step."""

    text: str
    lines: Sequence[Line]
    roles: list[Role]
    bullets: dict[int, Bullet] = field(default_factory=dict)
    tables: dict[int, Table] = field(default_factory=dict)
    rows: dict[int, Row] = field(default_factory=dict)
    title: int = -1
    joined: frozenset[int] = frozenset()

    def open(self, index: int) -> bool:
        """Is there such a line, and has it no role yet?"""
        return 0 <= index < len(self.lines) and not self.roles[index]

    def is_paragraph(self, index: int) -> bool:
        """Long enough, or closed like a sentence: words of the article rather than a heading or furniture."""
        if not 0 <= index < len(self.lines) or index in self.bullets:
            return False
        text = self.lines[index].text
        return len(text) >= _PARAGRAPH or (len(text.split()) > 5 and ends_sentence(text))

    def cover(self, first: int, last: int, role: Role, keep: tuple[Role, ...] = ()) -> None:
        """Give the lines [first, last) one role, whatever they were, but those whose role is to be kept."""
        for index in range(first, min(last, len(self.lines))):
            if self.roles[index] not in keep:
                self.roles[index] = role
                self.bullets.pop(index, None)


def ends_sentence(text: str) -> bool:
    """Does the line close like a sentence? A question mark may also close a heading."""
    return _ENDS_SENTENCE.search(text) is not None


def read_page(text: str, lines: Sequence[Line], known: dict[int, PassageKind]) -> Page:
    """A page with the roles that single lines have by themselves; `known` are kinds that the format told, by offset."""
    page = Page(text, lines, [known.get(line.first, "") for line in lines])
    for table in find_tables(text, lines):
        page.tables[table.first] = table
        for row in table.rows:
            page.rows[row.line] = row
        for index in range(table.first, table.last):
            page.roles[index] = "skip"
        for row in table.rows:
            page.roles[row.line] = "header" if row.header else "row"
    page.bullets = {index: bullet for index, bullet in find_bullets(lines).items() if page.roles[index] in ("", "item")}
    for index in [index for index in page.bullets if _is_numbered_heading(page, index)]:
        page.roles[index] = "heading"
        del page.bullets[index]
    _mark_furniture(page)
    return page


def _is_numbered_heading(page: Page, index: int) -> bool:
    """A counted line between paragraphs that is no item of a list: "2. How it earns"."""
    text = page.lines[index].text
    alone = index - 1 not in page.bullets and index + 1 not in page.bullets
    short = len(text) <= _HEADING_LIMIT and not ends_sentence(text) and not text.endswith(":")
    return page.bullets[index].number > 0 and alone and short and page.is_paragraph(index + 1)


def _mark_furniture(page: Page) -> None:
    for index, line in enumerate(page.lines):
        bare = line.low.rstrip(" :.")
        if page.roles[index] == "heading" and bare in words("furniture", "labels"):
            page.roles[index] = "label"
        if page.roles[index] or index in page.bullets:
            continue
        if bare in words("furniture", "labels"):
            page.roles[index] = "label"
        elif _MARKED.match(line.text):
            page.roles[index] = "heading"
        elif furniture.is_event_line(line.text):
            page.roles[index] = "boilerplate"
        else:
            page.roles[index] = furniture.kind_of(line.text, line.low) or ""


def after_marks(text: str) -> int:
    """How many signs in front of a heading only mark it ("## ")."""
    match = _MARKED.match(text)
    return match.end() if match else 0


def mark_title(page: Page) -> None:
    """The headline: the first line that is no furniture, if it reads like one; also where it is printed again."""
    first = next((index for index in range(len(page.lines)) if _may_be_title(page, index)), -1)
    if (
        first < 0
        or page.roles[first] not in ("", "heading", "title")
        or first in page.bullets
        or not _reads_like_title(page.lines[first].text)
    ):
        return
    page.title = first
    wanted = _letters(page.lines[first].low)
    for index, line in enumerate(page.lines):
        if index == first or (first < index < first + 12 and page.open(index) and _letters(line.low[:300]) == wanted):
            page.roles[index] = "title"


def _may_be_title(page: Page, index: int) -> bool:
    return page.roles[index] not in ("boilerplate", "byline", "caption", "contents", "label", "skip")


def _reads_like_title(text: str) -> bool:
    if len(text) > _TITLE_LIMIT or (text[0] in '"\u201c' and ends_sentence(text)):
        return False
    return not (ends_sentence(text) and (len(text) > _HEADING_LIMIT or ". " in text or len(text.split()) > 12))


def _letters(low: str) -> str:
    return "".join(filter(str.isalnum, low))


def mark_headings(page: Page) -> None:
    """Short lines without a sentence's end that stand above a paragraph, a list, a table or another heading."""
    for index in range(len(page.lines) - 1, -1, -1):
        if page.open(index) and index not in page.bullets and _reads_like_heading(page, index):
            page.roles[index] = "heading"


def _reads_like_heading(page: Page, index: int) -> bool:
    text = page.lines[index].text
    if index in page.joined or index + 1 in page.joined:
        return False
    if len(text) > _HEADING_LIMIT or len(text.split()) > 16 or text.endswith(":") or _ends_like_sentence(text):
        return False
    if text[0] in '"\u201c(' or text[0].islower() or not any(sign.isalpha() for sign in text):
        return False
    if _LINK.search(text) or (_STOP_INSIDE.search(text) and len(split_sentences(text, 0, len(text))) > 1):
        return False
    if _is_standfirst(page, index, text):
        return False
    below = index + 1
    return below < len(page.lines) and (below in page.bullets or page.roles[below] in _BELOW_HEADING)


def _is_standfirst(page: Page, index: int, text: str) -> bool:
    """The line below the headline that sums the story up: a statement, though it has no full stop."""
    if not 0 <= page.title < index or len(text.split()) < 6 or text.endswith(("?", "\uff1f")):
        return False
    return all(page.roles[above] in ("title", "byline", "caption", "boilerplate") for above in range(page.title, index))


def _ends_like_sentence(text: str) -> bool:
    """A few words may be a heading even with "!" or "…" behind them ("One more thing …")."""
    return ends_sentence(text) and not (len(text.split()) <= 7 and text.endswith(("!", "\u2026", "...")))
