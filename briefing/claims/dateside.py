"""A date, how its clause stands and its verb go in; the date on that side of the source's own day comes out.

"The next ones sail in October", "the contract starts in January": the October and the January to come, even where
nothing right before the date says so.
"""

from __future__ import annotations

import re

from briefing.claims.words import forms, row
from briefing.model.claim import Modality
from briefing.model.dates import When, bounds
from briefing.model.records import replace

_YEAR = re.compile(r"\d{4}")
_NAMED = re.compile(r"[A-Za-zÀ-ÿ]{3}")  # a month, season or quarter by name or number, not "last year"
_COUNTED = frozenset("last next this previous past coming ago year years today yesterday week month".split())
_BACK = row("had was were did")
_NEAR = 366  # days


def on_side(when: When, modality: Modality, verb: str, published: str) -> When | None:
    """The date, a year later if it has no year of its own and a plan dates to the past; a year earlier for the past.

    verb: the finite verb that goes with it, "" unknown. None for a plan of which the date is over: it is of something
    else ("a planned merger fell apart in 2022").
    """
    span, day = bounds(when.edtf) if when.edtf else None, bounds(published) if published else None
    if span is None or day is None:
        return when
    back = verb in _BACK or verb.endswith("ed")
    to_come = (modality == "planned" and not back) or verb in _SCHEDULED
    moves = not _YEAR.search(when.raw) and _COUNTED.isdisjoint(when.raw.lower().split()) and "/.." not in when.edtf
    if moves and _NAMED.search(when.raw):
        if to_come and span[1] < day[0] and day[0] - span[1] < _NEAR:
            when = _moved(when, 1)
        elif modality == "asserted" and not to_come and span[0] > day[1] and span[0] - day[1] < _NEAR:
            when = _moved(when, -1)
    return None if modality == "planned" and _over(when, day) else when


_SCHEDULED = frozenset(
    form for verb in ("start", "begin", "open", "expire", "end", "launch") for form in forms(verb)[1:2]
)


def _moved(when: When, years: int) -> When:
    moved = _YEAR.sub(lambda year: f"{int(year[0]) + years:04}", when.edtf)
    return replace(when, edtf=moved) if bounds(moved) else when


def _over(when: When, day: tuple[int, int]) -> bool:
    span = bounds(when.edtf)
    return span is not None and span[1] < day[0]


def is_ahead(when: When, published: str) -> bool:
    """Does the date lie wholly behind the day of the source?"""
    span, day = bounds(when.edtf) if when.edtf else None, bounds(published) if published else None
    return span is not None and day is not None and span[0] > day[1]
