"""Passages at the head of a text go in, the day that a line without a sentence's verb gives comes out.

"20 November 2026.", "Harbour Review, 9 September 2026.", "Sea & Sky, September 2026 issue": a line of names round a
date. A dateline without a year ("LONDON, May 14 (Wire)") has the year in which that day falls on the weekday that the
text says for it, near the years that the text speaks of.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from briefing.model.source import Passage
from briefing.sources.stamps import find_stamp, month_number, to_edtf

_HEAD = 5  # passages at the head of a text
_LONGEST = 110  # characters of such a line
_SMALL = frozenset("of the and for in on at issue edition vol no from number text photo by de der die und".split())
_DAY = re.compile(r"(?:\b([A-Z][a-z]{2,8})\.? (\d{1,2})|\b(\d{1,2}) ([A-Z][a-z]{2,8}))(?![\w,]|\s+\d)")
_WEEKDAY = re.compile(r"\b(?:on|said|says|this|late|early) (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIRST = 1500  # characters in which the day of the news is told


def day_of_line(text: str, passages: Sequence[Passage]) -> str:
    """EDTF of a day or month that a line at the head consists of, with names at most beside it; "" if none does."""
    for passage in passages[1:_HEAD]:
        line = text[passage.start : passage.end]
        if passage.kind != "sentence" or len(line) > _LONGEST or "\n" in line.strip():
            continue
        stamp = find_stamp(line)
        if stamp and all(_is_plain(word) for word in _words(line[: stamp.start] + " " + line[stamp.end :])):
            return stamp.edtf
    return ""


def _words(line: str) -> Iterator[str]:
    yield from (word.strip(".,;:|()–—-·’'\"“”") for word in line.split())


def _is_plain(word: str) -> bool:
    return not word or not word[0].islower() or word in _SMALL


def day_without_year(text: str, passages: Sequence[Passage]) -> str:
    """EDTF of the day in a dateline that leaves out its year, "" where text and calendar do not leave exactly one."""
    for passage in passages[:_HEAD]:
        match = _DAY.search(text, passage.start, passage.end) if passage.kind == "byline" else None
        month = month_number(match[1] or match[4]) if match else 0
        if match is None or not month:
            continue
        told = _WEEKDAY.search(text, passage.end, passage.end + _FIRST)
        if told is None:
            return ""
        day = int(match[2] or match[3])
        years = sorted({int(year) for year in _YEAR.findall(text)})
        near = {year + step for year in years for step in (0, 1)}
        fitting = [year for year in sorted(near) if _weekday(year, month, day) == _WEEKDAYS.index(told[1])]
        latest = [year for year in fitting if year >= max(_past(years), default=0) - 1]
        return to_edtf(latest[0], month, day) if len(latest) == 1 else ""
    return ""


def _past(years: Sequence[int]) -> list[int]:
    """The years that most texts look back on: all but the last few, which may be of plans."""
    return [year for year in years if year <= years[len(years) // 2]]


def _weekday(year: int, month: int, day: int) -> int:
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:
        return -1
