"""Words of a date line ("9:15 AM PST · May 7, 2019") → the day as EDTF, and where it stands."""

from __future__ import annotations

import datetime
import re

from briefing.model.records import dataclass
from briefing.sources.wordlists import table

_ISO = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)")
_SLASHED = re.compile(r"\b(\d{4})([/.])(\d\d?)\2(\d\d?)\b(?![/.]\d)")
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.|\u00ba)?[ \u00a0]+(?:de |of )?([^\W\d_]{3,10})\.?,?[ \u00a0]+(?:de )?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?[ \u00a0]+(\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0]+(\d{4})\b")
_MONTH = re.compile(r"\b([^\W\d_]{3,10})\.?,?[ \u00a0]+(?:de )?(\d{4})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b")


@dataclass(frozen=True, slots=True)
class Stamp:
    """edtf: the day (or month); start, end: where its words stand in the text that was searched."""

    edtf: str
    start: int
    end: int


def find_stamp(text: str) -> Stamp | None:
    """The first full date of a short text; a month with its year if there is no day. None if there is no date."""
    found = [stamp for stamp in (_iso(text), _worded(text), _numbers(text)) if stamp]
    return min(found, key=lambda stamp: stamp.start) if found else _month(text)


def to_edtf(year: int, month: int, day: int = 0) -> str:
    """EDTF of a day (day 0: of a month); "" if there is no such day, or none that an article could carry."""
    try:
        date = datetime.date(year, month, day or 1)
    except ValueError:
        return ""
    if not 1900 <= year <= 2100:
        return ""
    return date.isoformat() if day else f"{year:04}-{month:02}"


def month_number(word: str) -> int:
    """1 to 12, 0 if the word names no month."""
    number: int = table("calendar")["months"].get(word.lower(), 0)
    return number


def _iso(text: str) -> Stamp | None:
    for match in _ISO.finditer(text):
        edtf = to_edtf(int(match[1]), int(match[2]), int(match[3] or 0))
        if edtf:
            return Stamp(edtf, match.start(), match.end())
    for match in _SLASHED.finditer(text):
        edtf = to_edtf(int(match[1]), int(match[3]), int(match[4]))
        if edtf:
            return Stamp(edtf, match.start(), match.end())
    return None


def _worded(text: str) -> Stamp | None:
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        for match in pattern.finditer(text):
            edtf = to_edtf(int(match[3]), month_number(match[month]), int(match[day]))
            if edtf:
                return Stamp(edtf, match.start(), match.end())
    return None


def _numbers(text: str) -> Stamp | None:
    """A day as "24.12.2025" or "12/24/2025"; of "03/04/2025" only the year, since the order is not known."""
    for match in _NUMBERS.finditer(text):
        one, two, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or one > 12 or one == two:
            edtf = to_edtf(year, two, one)
        elif two > 12:
            edtf = to_edtf(year, one, two)
        else:
            edtf = f"{year:04}"
        if edtf:
            return Stamp(edtf, match.start(), match.end())
    return None


def _month(text: str) -> Stamp | None:
    for match in _MONTH.finditer(text):
        number = month_number(match[1])
        if number:
            edtf = to_edtf(int(match[2]), number)
            if edtf:
                return Stamp(edtf, match.start(), match.end())
    return None
