"""A page → roles of lines that only their neighbours explain: contents, links to other stories, events, the tail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.model.patterns import late
from briefing.sources import furniture
from briefing.sources.roles import Page, ends_sentence
from briefing.sources.stamps import month_number
from briefing.sources.wordlists import starts_with, words

_CALLS = late(r"[A-Z][A-Z !\u2019']{5,30}")
_EVENT = late(r"(?:[\w.&'\u2019-]+ ){1,4}events?\b")
_DATE_ONLY = late(
    r"([^\W\d_]{3,12}\.?) \d{1,2}(?: ?[-\u2013\u2014] ?(?:\D{3,12} )?\d{1,2})?(?:, \d{4})?"
    r"|dates? tb[ad]|locations? tb[ad]",
    re.IGNORECASE,
)
_LONGEST_DATE = 60
_ABOUT = late(r"About (?:the )?[A-Z0-9][\w.&'\u2019 -]{1,60}$")
_LINKS = 30  # lines under "Related", at most
_EVENT_LINES = 8  # lines of an advertisement, at most


def mark_regions(page: Page) -> None:
    """Fill in the roles that regions of furniture give; lines with a role of their own mostly keep it."""
    _mark_events(page)
    _mark_links(page)
    _mark_teasers(page)
    _mark_biographies(page)


def mark_contents(page: Page) -> None:
    """What stands below "Table of Contents": items, or lines that come again as headings."""
    for index, line in enumerate(page.lines):
        if line.low.rstrip(" :") not in words("furniture", "opens_contents"):
            continue
        if page.roles[index] not in ("", "label", "heading", "title"):
            continue
        below = _below_bullets(page, index)
        if below == index + 1:
            below = _announced(page, below)
        if below > index + 1:
            page.cover(index, below, "contents")


def _announced(page: Page, first: int) -> int:
    """Index behind the lines from `first` on that stand in the text once more."""
    later = Counter(line.low for line in page.lines[first:])
    while first < len(page.lines) and later[page.lines[first].low] > 1:
        later[page.lines[first].low] -= 1
        first += 1
    return first


def _below_bullets(page: Page, index: int) -> int:
    below = index + 1
    while below in page.bullets:
        below += 1
    return below


def _mark_links(page: Page) -> None:
    """Links to other stories: bullets, or lines that are no sentences, under "Read more …" or "Related"."""
    for index, line in enumerate(page.lines):
        if page.roles[index] not in ("", "label", "heading", "boilerplate") or index in page.bullets:
            continue
        if len(line.text) > 80 or ends_sentence(line.text):
            continue
        if not starts_with(line.low, "furniture", "opens_links"):
            continue
        below = _below_bullets(page, index)
        if below == index + 1:
            last = min(index + _LINKS, len(page.lines))
            while below < last and not page.lines[below].gap and not page.is_paragraph(below):
                below += 1
        if below > index + 1 or page.roles[index]:
            page.cover(index, below, "boilerplate")


_BODY = 3  # paragraphs of an article above which no teaser stands


def _mark_teasers(page: Page) -> None:
    """Beginnings of other stories at the end of a page, each with "Read more" under it."""
    more = [
        index
        for index, line in enumerate(page.lines)
        if line.low.startswith(("read more", "continue reading")) and line.low.strip(" .\u00bb\u203a>\u2192") in _MORE
    ]
    teasers = [index - 1 for index in more if page.is_paragraph(index - 1) and page.open(index - 1)]
    if len(teasers) < 2:
        return
    body = [index for index in range(teasers[0]) if page.is_paragraph(index) and page.open(index)]
    if len(body) >= _BODY:
        for index in teasers:
            page.cover(index, index + 1, "boilerplate")


_MORE = frozenset({"read more", "read more..", "continue reading"})


def _mark_events(page: Page) -> None:
    """An advertised event: "Acme event", place and day, a call in capitals, and what stands between them."""
    for index, line in enumerate(page.lines):
        if not line.low.endswith(("event", "events")) or not _EVENT.fullmatch(line.low):
            continue
        near = range(index + 1, min(index + _EVENT_LINES, len(page.lines)))
        ends = [place for place in near if _is_event_line(page, place) or _is_call(page, place)]
        if ends:
            page.cover(index, _end_of_event(page, ends) + 1, "boilerplate")
    for index, line in enumerate(page.lines):
        called = page.open(index) and index and page.roles[index - 1] == "boilerplate" and _is_call(page, index)
        if called:
            page.roles[index] = "boilerplate"
        if called or furniture.is_event_line(line.text):
            _cover_promotion(page, index)


def _is_event_line(page: Page, index: int) -> bool:
    """ "Austin, TX | May 7, 2019", on one line or with its three parts on three, of which this is the last."""
    parts = [line.text for line in page.lines[max(0, index - 2) : index + 1]]
    return furniture.is_event_line(parts[-1]) or (
        parts[1:2] == ["|"] and len(parts) > 2 and furniture.is_event_line(" ".join(parts))
    )


def _end_of_event(page: Page, ends: Sequence[int]) -> int:
    """The last of these lines that the advertisement reaches: where the article goes on between, it is over."""
    last = ends[0]
    for place in ends[1:]:
        between = range(last + 1, place)
        if any(page.is_paragraph(at) and not furniture.promotes(page.lines[at].low) for at in between):
            break
        last = place
    return last


def _cover_promotion(page: Page, index: int) -> None:
    """The lines above an event's place and day that advertise it, at most three."""
    above = index - 1
    while above > max(index - 4, 0) and page.roles[above] in ("", "boilerplate", "heading"):
        if page.roles[above] != "boilerplate" and not furniture.promotes(page.lines[above].low):
            break
        page.cover(above, above + 1, "boilerplate")
        above -= 1


def _is_call(page: Page, index: int) -> bool:
    line = page.lines[index]
    return line.low.rstrip(" !.") in words("furniture", "whole") or _CALLS.fullmatch(line.text) is not None


def _mark_biographies(page: Page) -> None:
    """What stands under "About the author", and in the last third "Jane Doe is a reporter who …"."""
    start = len(page.lines) * 2 // 3 if len(page.lines) > 6 else 3
    authors = " ".join(line.text for index, line in enumerate(page.lines) if page.roles[index] == "byline")
    for index, line in enumerate(page.lines):
        if line.low.rstrip(" :") in words("furniture", "opens_biography"):
            below = index + 1
            while below < index + 4 and page.open(below) and below not in page.bullets:
                if below > index + 1 and page.lines[below].gap:
                    break
                below += 1
            page.cover(index, below, "boilerplate")
            continue
        late = index >= start or (bool(authors) and _names_author(line.text, authors))
        if late and page.open(index) and index not in page.bullets and furniture.is_biography(line.text, authors):
            page.roles[index] = "boilerplate"


def _names_author(text: str, authors: str) -> bool:
    """Does a line above the last third open with the whole name of a byline?"""
    first = " ".join(text.split(maxsplit=2)[:2])
    return first.istitle() and " " in first and first in authors


def mark_tail(page: Page) -> None:
    """From "Topics" or "Newsletters" near the end on, all is furniture; credits and bylines keep their kind.

    Sections of small print ("Contacts", "References") end where another section of a company's notice begins.
    """
    for index, line in enumerate(page.lines):
        if page.open(index) and index not in page.bullets and _is_bare_date(line.text):
            page.roles[index] = "boilerplate"
    sizes = [len(line.text) if page.is_paragraph(index) else 0 for index, line in enumerate(page.lines)]
    total, seen, printed = sum(sizes), 0, False
    for index, line in enumerate(page.lines):
        late = index > 0 and seen >= 0.6 * total
        bare = line.low.rstrip(" :")
        if late and (bare in words("furniture", "opens_tail") or _opens_comments(bare) or _signs_off(page, index)):
            page.cover(index, len(page.lines), "boilerplate", keep=("credit", "byline", "caption"))
            return
        printed = (printed or (late and bare in words("furniture", "opens_small_print"))) and not _ABOUT.match(
            line.text
        )
        if printed:
            page.cover(index, index + 1, "boilerplate", keep=("credit", "byline", "caption"))
        seen += sizes[index]


def _opens_comments(bare: str) -> bool:
    """ "3 comments", "Comments (12)": what readers wrote stands below."""
    parts = bare.strip("()").split()
    return (
        len(parts) == 2
        and (parts[1] if parts[0].isdigit() else parts[0]) in ("comments", "comment")
        and any(part.strip("()").isdigit() for part in parts)
    )


def _is_bare_date(text: str) -> bool:
    """Days of an event without a year or place beside them: "October 27-29", "Dates TBD"."""
    if len(text) > _LONGEST_DATE or not (text[-1:].isdigit() or text[-1:] in "adAD"):
        return False
    match = _DATE_ONLY.fullmatch(text)
    return match is not None and (not match[1] or month_number(match[1].strip(" .")) > 0)


def _signs_off(page: Page, index: int) -> bool:
    """The line in which an agency names its reporters and editors stands behind the story."""
    return page.roles[index] == "byline" and starts_with(page.lines[index].low, "furniture", "desk_starts") != ""
