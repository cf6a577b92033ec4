"""EDTF in, dates as people write them out: "June 2023", "~Dec 2023", "Feb–Mar 2026", "early July 2026"."""

from __future__ import annotations

import calendar
import datetime
import re

from briefing.model.dates import bounds

_LONG = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = ("", "Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_THREE = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_FORM = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_EDTF = re.compile(r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?(?![\d-])[~?%]?")
# A source's own looser words for a date that EDTF can only approximate.
_LOOSE = re.compile(
    r"\b(?:(early|mid|late|year-end|end of|beginning of|start of|"
    r"first half of|second half of|first quarter of|second quarter of|third quarter of|fourth quarter of|"
    r"[HQ][1-4])[\s\u00a0\u2010-\u2013-]+)(?:(?:of|in)\s+)?"
    r"(?:(January|February|March|April|May|June|July|August|September|October|November|December)\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)


_PARTS = {
    "first half of": "H1",
    "second half of": "H2",
    "first quarter of": "Q1",
    "second quarter of": "Q2",
    "third quarter of": "Q3",
    "fourth quarter of": "Q4",
}


def short(edtf: str, raw: str = "") -> str:
    """A date for a table: "Sept 2025". raw: the source's words, preferred when they say "mid-2026" and the like."""
    return _loose(raw) or _spoken(edtf, _SHORT)


def long(edtf: str, raw: str = "") -> str:
    """A date for a sentence: "September 2025"; "about December 2023" where it is approximate."""
    text = _loose(raw) or _spoken(edtf, _LONG)
    return f"about {text[1:]}" if text.startswith("~") else text


def month(edtf: str, raw: str = "") -> str:
    """A date for a title: no day, and nothing approximate about a day."""
    day = re.fullmatch(r"(\d{4}-\d\d)-\d\d[~?%]?", edtf.strip())
    return long(day[1]) if day else long(edtf, raw)


def phrase(text: str) -> str:
    """A date in words with its preposition: "in June 2023", "on 24 February 2026", "around March 2022"; "" for none."""
    if not text:
        return ""
    if text.startswith(("about ", "~")):
        return f"around {text.removeprefix('about ').removeprefix('~')}"
    if text.startswith(("by ", "since ", "end of", "beginning of", "start of", "year-end")):
        return text if text.startswith(("by ", "since ")) else f"at {'the ' if ' of' in text else ''}{text}"
    if text.startswith(("first ", "second ", "third ", "fourth ")):
        return f"in the {text}"
    day = re.match(r"\d{1,2} [A-Z]", text)
    return f"{'on' if day else 'in'} {text}"


def as_of(edtf: str) -> str:
    """The day a briefing stands at; "not dated" where no source carries a date."""
    return _spoken(edtf, _LONG) or "not dated"


def spoken(text: str) -> str:
    """Words in which EDTF dates are written as people write them: "2026-03-18~ / 17 March" → "~18 March 2026 / …"."""
    return _EDTF.sub(lambda match: short(match[0]) or match[0], text)


def year_only(edtf: str) -> bool:
    """Does the date name no more than a year (so that its place on an axis is open)?"""
    found = bounds(edtf)
    return bool(found) and found[1] - found[0] >= 300  # type: ignore[index]


def _loose(raw: str) -> str:
    match = _LOOSE.search(raw)
    if not match:
        return ""
    part, month, year = match[1], match[2], match[3]
    if part.lower() in ("early", "mid", "late"):
        return (
            f"{part.lower()}-{year}"
            if not month and part.lower() == "mid"
            else f"{part.lower()} {month + ' ' if month else ''}{year}"
        )
    if part.lower() == "year-end":
        return f"year-end {year}"
    if part[0] in "HQhq" and len(part) == 2:
        return f"{part.upper()} {year}"
    if part.lower() in _PARTS and not month:
        return f"{_PARTS[part.lower()]} {year}"
    return f"{part.lower()} {month + ' ' if month else ''}{year}"


def _spoken(edtf: str, months: tuple[str, ...]) -> str:
    text = edtf.strip()
    if "/" in text:
        first, last = text.split("/", 1)
        return _interval(first, last, months)
    match = _FORM.fullmatch(text)
    if not match:
        return ""
    year, month, day, about = match[1], int(match[2] or 0), int(match[3] or 0), "~" if match[4] else ""
    if month in _SEASONS:
        return f"{about}{_SEASONS[month]} {year}"
    if not 1 <= month <= 12:
        return f"{about}{year}"
    return f"{about}{f'{day} ' if day else ''}{months[month]} {year}"


def _interval(first: str, last: str, months: tuple[str, ...]) -> str:
    if first in ("..", ""):
        return f"by {_spoken(last, months)}" if _spoken(last, months) else ""
    if last in ("..", ""):
        return f"since {_spoken(first, months)}" if _spoken(first, months) else ""
    one, other = _FORM.fullmatch(first), _FORM.fullmatch(last)
    if not one or not other:
        return ""
    about = "~" if one[4] or other[4] else ""
    within = _within_a_month(one, other, months) or _part_of_year(first, last)
    if within:
        return within
    if one[2] and other[2] and one[1] == other[1] and max(int(one[2]), int(other[2])) <= 12:
        a, b = int(one[2]), int(other[2])
        return f"{about}{months[a] if a == b else f'{_THREE[a]}–{_THREE[b]}'} {one[1]}"
    if not one[2] and not other[2]:
        return f"{about}{one[1]}–{other[1]}" if one[1] != other[1] else f"{about}{one[1]}"
    return f"{_spoken(first, _THREE)} – {_spoken(last, _THREE)}"


def _within_a_month(one: re.Match[str], other: re.Match[str], months: tuple[str, ...]) -> str:
    """ "early July 2026" for the first ten days of a month, and so on; "" for anything else."""
    if not (one[3] and other[3] and (one[1], one[2]) == (other[1], other[2])):
        return ""
    first, last, month = int(one[3]), int(other[3]), int(one[2])
    end = calendar.monthrange(int(one[1]), month)[1]
    name = f"{months[month]} {one[1]}"
    if first == 1 and last == end:
        return name
    part = "early " if last <= 10 else "late " if first >= 20 else "mid-" if first >= 10 and last <= 21 else ""
    return f"{part}{name}" if part else f"{first}–{last} {name}"


def _part_of_year(first: str, last: str) -> str:
    """ "mid-2026" for May to August or narrower around midsummer, "early 2026", "late 2026", "H1 2026"."""
    span = bounds(f"{first}/{last}")
    if span is None:
        return ""
    start, end = (datetime.date.fromordinal(day) for day in span)
    if start.year != end.year:
        return ""
    months = (start.month, end.month) if start.day == 1 and (end + datetime.timedelta(1)).day == 1 else None
    names = {(5, 8): "mid-", (6, 7): "mid-", (5, 7): "mid-", (6, 8): "mid-", (1, 6): "H1 ", (7, 12): "H2 "}
    names |= {(1, 4): "early ", (9, 12): "late ", (1, 3): "Q1 ", (4, 6): "Q2 ", (7, 9): "Q3 ", (10, 12): "Q4 "}
    return f"{names[months]}{start.year}" if months in names else ""
