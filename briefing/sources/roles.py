"""Lines of a document → a page: what each line is by itself (row, item, furniture), before its neighbours are asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from briefing.model.records import dataclass, field
from briefing.model.source import PassageKind
from briefing.sources import furniture
from briefing.sources.lines import Line
from briefing.sources.lists import Bullet, find_bullets
from briefing.sources.tables import Row, Table, find_tables
from briefing.sources.wordlists import words

Role = PassageKind | Literal["", "paragraph", "skip"]

_ENDS_SENTENCE = re.compile(r"[.!\u3002;,\u2026][\"\u201d\u2019')\]]*(?:\[\w{1,3}\])*$")
_MARKED = re.compile(r"#{1,6}[ \t]+(?=\S)")
HEADING_LIMIT = 130
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
    short = len(text) <= HEADING_LIMIT and not ends_sentence(text) and not text.endswith(":")
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
