"""Dates as intervals, written as EDTF (ISO 8601-2, level 0 and the part of level 1 that articles need).

Forms: 2026, 2026-02, 2026-02-24, seasons 2026-21 … 2026-24 (spring, summer, autumn, winter), each with "~" behind it
when approximate; intervals a/b; open ends "../b" and "a/..".
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Literal

from briefing.model.records import dataclass

Anchor = Literal["stated", "publication", "previous-event", "coverage", "none"]

_FORM = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_FIRST, _LAST = datetime.date.min.toordinal(), datetime.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class When:
    """A date of a claim. edtf: the interval; anchor: what it was reckoned from; raw: the source's words."""

    edtf: str
    anchor: Anchor = "stated"
    raw: str = ""


@lru_cache(maxsize=8192)
def bounds(edtf: str) -> tuple[int, int] | None:
    """First and last day (Gregorian ordinals) that an EDTF text can mean; None if it is empty or not understood."""
    text = edtf.strip()
    if not text:
        return None
    if "/" in text:
        left, right = text.split("/", 1)
        first = (_FIRST, _FIRST) if left == ".." else bounds(left)
        last = (_LAST, _LAST) if right == ".." else bounds(right)
        return (first[0], last[1]) if first and last else None
    match = _FORM.fullmatch(text)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    slack = 31 if match[4] else 0
    try:
        if month in _SEASONS:
            start_month, end_month = _SEASONS[month]
            start = datetime.date(year, start_month, 1)
            end = _month_end(year + (end_month > 12), (end_month - 1) % 12 + 1)
        elif day:
            start = end = datetime.date(year, month, day)
        elif month:
            start, end = datetime.date(year, month, 1), _month_end(year, month)
        else:
            start, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    except ValueError:
        return None
    return (start.toordinal() - slack, end.toordinal() + slack)


def overlap(one: str, other: str) -> bool:
    """Can both EDTF texts mean a common day? An empty or unknown date overlaps everything."""
    a, b = bounds(one), bounds(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def sort_key(edtf: str) -> tuple[int, int]:
    """Orders by last possible day, then by first; undated last."""
    found = bounds(edtf)
    return (found[1], found[0]) if found else (_LAST, _LAST)


def _month_end(year: int, month: int) -> datetime.date:
    if (year, month) == (datetime.MAXYEAR, 12):
        return datetime.date.max
    return datetime.date.fromordinal(datetime.date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
