"""A page → roles of lines that only their neighbours explain: contents, links, biographies, questions, the tail."""

from __future__ import annotations

import re

from briefing.sources import furniture
from briefing.sources.lists import asks_for_list
from briefing.sources.roles import Page, ends_sentence
from briefing.sources.wordlists import starts_with, words

_OPENING = '"\u201c\u201e\u00ab'
_CALLS = re.compile(r"[A-Z][A-Z !\u2019']{5,30}")
_EVENT = re.compile(r"(?:[\w.&'\u2019-]+ ){1,4}events?\b")
_QUESTION = re.compile(r"[?\uff1f][\"\u201d\u2019)]*$")
_ASKED = re.compile(r"(?:Q|Question|Frage|F)\s?\d*\s?[:.)]\s*", re.IGNORECASE)
_ATTRIBUTION = re.compile(r"[\u2014\u2013-]{0,2} ?([^,;:.]{3,50}), ([^,;:!?]{3,90})")
_DATE_ONLY = re.compile(
    r"\D{3,12}\.? \d{1,2}(?: ?[-\u2013\u2014] ?(?:\D{3,12} )?\d{1,2})?(?:, \d{4})?|dates? tb[ad]|locations? tb[ad]",
    re.IGNORECASE,
)


def mark_contents(page: Page) -> None:
    """ "Table of Contents" and the items or short lines below it."""
    for index, line in enumerate(page.lines):
        if line.low.rstrip(" :") not in words("furniture", "opens_contents") or page.roles[index] not in (
            "",
            "label",
            "heading",
            "title",
        ):
            continue
        below = index + 1
        while below in page.bullets:
            below += 1
        if below > index + 1:
            page.roles[index:below] = ["contents"] * (below - index)
            for item in range(index + 1, below):
                page.bullets.pop(item, None)


def mark_links(page: Page) -> None:
    """Links to other stories: bullets, or lines that are no sentences, under "Read more …" or "Related"."""
    for index, line in enumerate(page.lines):
        if (
            page.roles[index] not in ("", "label", "heading", "boilerplate")
            or index in page.bullets
            or len(line.text) > 80
        ):
            continue
        if not starts_with(line.low, "furniture", "opens_links") or ends_sentence(line.text):
            continue
        below = index + 1
        while below in page.bullets:
            below += 1
        if below == index + 1:
            while (
                below < min(index + 30, len(page.lines)) and not page.lines[below].gap and not page.is_paragraph(below)
            ):
                below += 1
        if below > index + 1 or page.roles[index]:
            _cover(page, index, below)


def mark_events(page: Page) -> None:
    """An advertised event: "Acme event", place and day, a call in capitals, and what stands between them."""
    for index, line in enumerate(page.lines):
        if _EVENT.fullmatch(line.low):
            near = range(index + 1, min(index + 8, len(page.lines)))
            ends = [place for place in near if furniture.is_event_line(page.lines[place].text) or _is_call(page, place)]
            if ends:
                _cover(page, index, ends[-1] + 1)
    for index in range(len(page.lines)):
        if page.open(index) and _is_call(page, index) and page.roles[index - 1 : index] == ["boilerplate"]:
            page.roles[index] = "boilerplate"


def _is_call(page: Page, index: int) -> bool:
    text = page.lines[index].text
    return page.lines[index].low.rstrip(" !.") in words("furniture", "whole") or _CALLS.fullmatch(text) is not None


def mark_tail(page: Page) -> None:
    """From "Topics" or "Newsletters" near the end on, all is furniture; credits and bylines keep their kind."""
    sizes = [len(line.text) if page.is_paragraph(index) else 0 for index, line in enumerate(page.lines)]
    total, seen = sum(sizes), 0
    for index, line in enumerate(page.lines):
        bare = line.low.rstrip(" :")
        if index and bare in words("furniture", "opens_tail") and seen >= 0.6 * total:
            _cover(page, index, len(page.lines), keep=("credit", "byline", "caption"))
            return
        seen += sizes[index]


def mark_biographies(page: Page) -> None:
    """What stands under "About the author", and "Jane Doe is a reporter who …" in the last third."""
    start = len(page.lines) * 2 // 3 if len(page.lines) > 6 else 3
    for index, line in enumerate(page.lines):
        if line.low.rstrip(" :") in words("furniture", "opens_biography"):
            below = index + 1
            while (
                page.open(below)
                and below not in page.bullets
                and below < index + 4
                and (below == index + 1 or not page.lines[below].gap)
            ):
                below += 1
            _cover(page, index, below)
        elif index >= start and page.open(index) and index not in page.bullets and furniture.is_biography(line.text):
            page.roles[index] = "boilerplate"


def mark_questions(page: Page) -> None:
    """Questions that the text itself answers: of an FAQ list, or marked "Q:"."""
    inside = False
    for index, line in enumerate(page.lines):
        bare = line.low.rstrip(" :")
        if bare in words("furniture", "opens_questions") or bare.endswith(
            ("frequently asked questions", "(faq)", " faq", " faqs")
        ):
            if page.roles[index] in ("", "label", "title"):
                page.roles[index] = "heading"
            inside = True
        elif _ASKED.match(line.text) and _QUESTION.search(line.text):
            _ask(page, index)
        elif inside and page.roles[index] in ("", "heading") and _QUESTION.search(line.text) and len(line.text) < 250:
            _ask(page, index)
        elif _is_asked_item(page, index):
            _ask(page, index)


def _is_asked_item(page: Page, index: int) -> bool:
    """A list item that asks, followed by a longer item that does not: question and answer in turn."""
    if index not in page.bullets or not _QUESTION.search(page.lines[index].text) or index + 1 not in page.bullets:
        return False
    answer = page.lines[index + 1].text
    return not _QUESTION.search(answer) and ends_sentence(answer) and len(answer) > 60


def _ask(page: Page, index: int) -> None:
    page.roles[index] = "question"


def mark_header(page: Page) -> None:
    """Between headline and first paragraph: names are bylines, other short lines without a neighbour are furniture."""
    first = next(
        (index for index in range(len(page.lines)) if page.is_paragraph(index) and page.roles[index] == ""), -1
    )
    for index in range(page.title + 1, first):
        if not page.open(index) or index in page.bullets:
            continue
        text = page.lines[index].text
        if furniture.is_name(text) and len(text.split()) <= 4 and not _leads_on(page, index):
            page.roles[index] = "byline"


def _leads_on(page: Page, index: int) -> bool:
    """A heading has words of the article below it; a byline stands among other furniture or after the headline."""
    return index != page.title + 1 and page.roles[index - 1] not in ("title", "byline", "caption", "boilerplate")


def mark_captions(page: Page) -> None:
    """A name with a post beside a picture credit or a quotation: whom the picture shows, or who speaks."""
    for index, line in enumerate(page.lines):
        if not page.open(index) or index in page.bullets:
            continue
        text, below, above = line.text, _text(page, index + 1), _text(page, index - 1)
        if furniture.is_name(text) and len(text.split()) <= 3 and below[:1] in _OPENING and len(below) > 40:
            page.roles[index] = "caption"
        elif _is_attribution(text):
            credited = page.roles[index + 1 : index + 2] == ["caption"]
            if credited or (above[:1] in _OPENING and above and not text.endswith(".")):
                page.roles[index] = "caption"


def _is_attribution(text: str) -> bool:
    """A name and at most ten words of a post: "Jane Doe, chief executive of Acme"."""
    match = _ATTRIBUTION.fullmatch(text.rstrip("."))
    return match is not None and furniture.is_name(match[1].strip()) and len(match[2].split()) <= 10


def mark_promotion(page: Page) -> None:
    """Bare dates and places next to furniture ("October 27-29, 2025", "San Francisco") are part of it."""
    for index, line in enumerate(page.lines):
        if page.open(index) and index not in page.bullets and _DATE_ONLY.fullmatch(line.text):
            page.roles[index] = "boilerplate"


def _text(page: Page, index: int) -> str:
    return page.lines[index].text if 0 <= index < len(page.lines) else ""


def _cover(page: Page, first: int, last: int, keep: tuple[str, ...] = ()) -> None:
    for index in range(first, min(last, len(page.lines))):
        if page.roles[index] not in keep:
            page.roles[index] = "boilerplate"
            page.bullets.pop(index, None)


def leads_list(page: Page, index: int) -> bool:
    """Is the line the lead-in of the list below it?"""
    return page.roles[index] == "label" or asks_for_list(page.lines[index].low)
