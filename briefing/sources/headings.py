"""A page → which of its lines are the headline, headings above paragraphs, and facts listed one a line."""

from __future__ import annotations

import re

from briefing.sources import furniture
from briefing.sources.lists import Bullet
from briefing.sources.roles import HEADING_LIMIT, Page, ends_sentence
from briefing.sources.sentences import split_sentences

_TITLE_LIMIT = 220  # code points of the longest headline
_BELOW_HEADING = frozenset(("", "sentence", "heading", "row", "header", "label", "skip", "caption", "question", "item"))
_NO_TITLE = frozenset(("boilerplate", "byline", "caption", "contents", "label", "skip"))
_STOP_INSIDE = re.compile(r"[.!][\"\u201d\u2019')\]]*(?:\[\w{1,3}\])* ")
_LINK = re.compile(r"\w\.[a-z]{2,}/\S|https?://")
# "Valuation: $1.2B", "2021 – Series A: $28M": a fact of its own, without a bullet.
_RECORD = re.compile(r"[^:.!?\n]{2,40}: \S|(?:[A-Z][a-z]{2,8} )?\d{4} ?[\u2013\u2014-] \S")
_MASTHEAD = 4  # lines below the headline among which paper, place and day are told
_MENU = 2  # lines of one or two words that make a menu
_RECORDS = 3  # such lines in a row make a list


def mark_title(page: Page) -> None:
    """The headline: the first line that is no furniture, if it reads like one; also where it is printed again.

    Words of a menu may stand above it ("Home", "News"): behind several such lines it is the first longer one.
    """
    first = _first_candidate(page)
    if first < 0 or page.roles[first] not in ("", "heading", "title") or first in page.bullets:
        return
    if not _reads_like_title(page.lines[first].text):
        return
    for above in range(first):
        if page.open(above) and above not in page.bullets:
            page.roles[above] = "boilerplate"
    page.title = first
    wanted = _letters(page.lines[first].low)
    for index, line in enumerate(page.lines):
        near = first < index < first + 12 and page.open(index) and len(line.low) < 2 * _TITLE_LIMIT
        again = near and _letters(line.low) == wanted
        if index == first or again:
            page.roles[index] = "title"
    for index in range(first + 1, min(first + _MASTHEAD, len(page.lines))):
        plain = page.roles[index] in ("", "boilerplate") and index not in page.bullets
        if plain and furniture.is_masthead(page.lines[index].text):
            page.roles[index] = "byline"
            return


def _first_candidate(page: Page) -> int:
    """Index of the line that would be the headline, -1 if there is none."""
    short: list[int] = []
    for index, line in enumerate(page.lines):
        if page.roles[index] in _NO_TITLE:
            continue
        if short and _RECORD.match(line.text):
            return short[0]
        plain = page.roles[index] not in ("row", "header") and index not in page.bullets
        if plain and len(line.text.split()) <= 2 and page.roles[index] != "title":
            short.append(index)
            continue
        if len(short) >= _MENU and plain and not page.is_paragraph(index):
            return index
        return short[0] if short else index
    return short[0] if short else -1


def _reads_like_title(text: str) -> bool:
    if len(text) > _TITLE_LIMIT or (text[0] in '"\u201c' and ends_sentence(text)):
        return False
    return not (ends_sentence(text) and (len(text) > HEADING_LIMIT or ". " in text or len(text.split()) > 12))


def _letters(low: str) -> str:
    return "".join(filter(str.isalnum, low))


def mark_headings(page: Page) -> None:
    """Short lines without a sentence's end that stand above a paragraph, a list, a table or another heading."""
    _mark_records(page)
    for index in range(len(page.lines) - 1, -1, -1):
        if page.open(index) and index not in page.bullets and _reads_like_heading(page, index):
            page.roles[index] = "heading"


def _mark_records(page: Page) -> None:
    """Facts listed one a line are items, as if they had bullets."""
    run: list[int] = []
    for index in range(len(page.lines) + 1):
        if index < len(page.lines) and _is_record(page, index):
            run.append(index)
            continue
        for listed in run if len(run) >= _RECORDS else ():
            page.bullets[listed] = Bullet(":", 0, page.lines[listed].start, page.lines[listed].indent)
        run = []


def _is_record(page: Page, index: int) -> bool:
    text = page.lines[index].text
    plain = page.open(index) and index not in page.bullets and index not in page.joined and index + 1 not in page.joined
    return plain and len(text) <= HEADING_LIMIT and _RECORD.match(text) is not None and not ends_sentence(text)


def _reads_like_heading(page: Page, index: int) -> bool:
    text = page.lines[index].text
    if index in page.joined or index + 1 in page.joined:
        return False
    if len(text) > HEADING_LIMIT or len(text.split()) > 16 or text.endswith(":") or _ends_like_sentence(text):
        return False
    if text[0] in '"\u201c(' or text[0].islower() or not any(map(str.isalpha, text)):
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
