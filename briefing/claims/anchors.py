"""A reference date and a relative wish ("last March", two months ago) go in, an EDTF text comes out.

A wish finer than what is known of the reference gives "": an article of 2025 has no "on Monday".
"""

from __future__ import annotations

import datetime
from typing import Literal

from briefing.model.dates import Anchor, bounds
from briefing.model.records import dataclass

# The latest so far, the calendar year's, the one to come, the one before this.
Side = Literal["past", "this", "next", "last"]


@dataclass(frozen=True, slots=True)
class Reference:
    """The day, month or year that relative dates are reckoned from. first, last: its first and last day."""

    first: datetime.date
    last: datetime.date
    anchor: Anchor

    @property
    def day(self) -> datetime.date | None:
        return self.last if self.first == self.last else None

    @property
    def month(self) -> tuple[int, int] | None:
        """(year, month), known when the reference lies in one month; of a longer window the last month counts."""
        return (self.last.year, self.last.month) if (self.last - self.first).days < 200 else None


def reference(published: str, coverage: str) -> Reference | None:
    """The publication date if there is one, else the end of the window that the text covers, else None."""
    choices: tuple[tuple[str, Anchor], ...] = ((published, "publication"), (coverage, "coverage"))
    for edtf, anchor in choices:
        found = bounds(edtf.replace("~", "").replace("?", ""))
        if found and found[1] < datetime.date.max.toordinal() and found[0] > datetime.date.min.toordinal():
            return Reference(datetime.date.fromordinal(found[0]), datetime.date.fromordinal(found[1]), anchor)
    return None


def year(ref: Reference, steps: int) -> str:
    return _year(ref.last.year + steps)


def year_end(ref: Reference, steps: int) -> str:
    return f"{_year(ref.last.year + steps)}-12"


def month(ref: Reference, steps: int) -> str:
    return _month(*ref.month, steps) if ref.month else ""


def day(ref: Reference, steps: int) -> str:
    return (ref.day + datetime.timedelta(days=steps)).isoformat() if ref.day else ""


def week(ref: Reference, steps: int) -> str:
    if not ref.day:
        return ""
    monday = ref.day - datetime.timedelta(days=ref.day.weekday()) + datetime.timedelta(weeks=steps)
    return f"{monday.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"


def quarter(ref: Reference, steps: int) -> str:
    if not ref.month:
        return ""
    index = ref.month[0] * 4 + (ref.month[1] - 1) // 3 + steps
    return quarter_of(index // 4, index % 4 + 1)


def quarter_of(year: int, number: int) -> str:
    return f"{_year(year)}-{3 * number - 2:02}/{_year(year)}-{3 * number:02}"


def half_of(year: int, number: int) -> str:
    return f"{_year(year)}-{6 * number - 5:02}/{_year(year)}-{6 * number:02}"


def named_quarter(ref: Reference, number: int, of: Literal[2, 4], side: Side) -> str:
    """ "the third quarter" (of 4) or half (of 2) without a year: the latest begun, or the one to come."""
    if not ref.month:
        return ""
    this_year, now = ref.month
    starts, ends = 12 // of * (number - 1) + 1, 12 // of * number
    steps = {"this": 0, "last": -1, "past": -(starts > now), "next": int(ends < now)}[side]
    return (quarter_of if of == 4 else half_of)(this_year + steps, number)


def weekday(ref: Reference, number: int, side: Side) -> str:
    """The latest such day up to the reference ("on Monday"), strictly before it ("last Monday"), or after it."""
    if not ref.day:
        return ""
    if side == "next":
        return (ref.day + datetime.timedelta(days=(number - ref.day.weekday() - 1) % 7 + 1)).isoformat()
    back = (ref.day.weekday() - number) % 7
    return (ref.day - datetime.timedelta(days=back or (7 if side == "last" else 0))).isoformat()


def named_month(ref: Reference, number: int, side: Side) -> str:
    """The latest such month up to the reference; with "last" before it, with "next" from it on."""
    if not ref.month:
        return ""
    this_year, now = ref.month
    if side == "next":
        return _month(this_year + (number < now), number, 0)
    if side == "this":
        return _month(this_year, number, 0)
    later = number >= now if side == "last" else number > now
    return _month(this_year - later, number, 0)


def named_day(ref: Reference, month_number: int, day_number: int, side: Side) -> str:
    """ "February 24" without a year."""
    found = named_month(ref, month_number, "next" if side == "next" else "past")
    if not found:
        return ""
    if ref.day and side != "next" and month_number == ref.day.month and day_number > ref.day.day:
        found = _month(ref.day.year - 1, month_number, 0)
    return _valid(f"{found}-{day_number:02}")


def season(ref: Reference, number: int, side: Side) -> str:
    """ "this summer" is the calendar year's, "last winter" the latest that is over, "the summer" the latest begun."""
    if not ref.month:
        return f"{_year(ref.last.year)}-{number}" if side == "this" else ""
    this_year, now = ref.month
    starts, ends = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}[number]
    winter_now = number == 24 and now <= 2
    if side == "this":
        return f"{_year(this_year - winter_now)}-{number}"
    if side == "next":
        return f"{_year(this_year + (starts <= now and not winter_now))}-{number}"
    over = now > ends if side == "last" else now >= starts
    return f"{_year(this_year - (0 if over else 1) - (side == 'last' and winter_now))}-{number}"


def ago(ref: Reference, number: int, unit: str) -> str:
    """ "two years ago": as fine as the unit and no finer, approximate."""
    return shift(_edtf(ref), -number, unit)


def behind(edtf: str, step: int, number: int) -> str:
    """ "the following spring", "that May": the month (1-12) or season (21-24) `number` behind an EDTF date (step 1) or
    of its year (step 0). "" where it cannot be said."""
    found = bounds(edtf.replace("~", ""))
    if not found or edtf.startswith("..") or edtf.endswith(".."):
        return ""
    first, last = datetime.date.fromordinal(found[0]), datetime.date.fromordinal(found[1])
    starts = {21: 3, 22: 6, 23: 9, 24: 12}.get(number, number)
    whole_year = (last - first).days > 200
    year_of = last.year if step == 0 else last.year + (1 if whole_year else starts <= last.month)
    return f"{_year(year_of)}-{number:02}"


def shift(edtf: str, steps: int, unit: str) -> str:
    """An EDTF date moved by years, months …; approximate, unless the steps are days. "" where it cannot be said."""
    found = bounds(edtf.replace("~", ""))
    if not found or edtf.startswith("..") or edtf.endswith(".."):
        return ""
    first, last = datetime.date.fromordinal(found[0]), datetime.date.fromordinal(found[1])
    if steps == 0 and unit == "year":
        return _year(first.year)
    if steps == 0:
        return f"{first.year}-{first.month:02}" if (last - first).days < 31 else ""
    if unit in ("day", "week"):
        days = datetime.timedelta(days=steps * (7 if unit == "week" else 1))
        if found[0] == found[1]:
            return (last + days).isoformat() + ("" if unit == "day" else "~")
        one, other = (first + days), (last + days)
        return f"{one.year}-{one.month:02}/{other.year}-{other.month:02}"
    if unit == "decade":
        return f"{_year(last.year + 10 * steps)}~"
    months = steps * {"month": 1, "quarter": 3, "year": 12}[unit]
    if (last - first).days > 200:
        return _year(last.year + months // 12) if unit == "year" else ""
    return f"{_month(last.year, last.month, months)}~"


def _edtf(ref: Reference) -> str:
    if ref.day:
        return ref.day.isoformat()
    return f"{ref.month[0]:04}-{ref.month[1]:02}" if ref.month else f"{ref.last.year:04}"


def _month(year: int, number: int, steps: int) -> str:
    index = year * 12 + number - 1 + steps
    return f"{_year(index // 12)}-{index % 12 + 1:02}"


def _year(year: int) -> str:
    return f"{min(max(year, 1), 9999):04}"


def _valid(edtf: str) -> str:
    return edtf if bounds(edtf) else ""
