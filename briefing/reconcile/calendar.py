"""Dates go in one by one, what can be of a new one's time comes out, without comparing all with all.

A date lies in cells of 32 days. Sharing a cell proves nothing; sharing none does.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.model.dates import bounds

_WIDTH = 32  # days
_LONG = 120  # cells: what may lie anywhere in ten years is as good as undated


@lru_cache(maxsize=8192)
def _cells(edtf: str, grace: int = 0) -> range:
    """The cells of a date, or of all days that miss it by so few days; empty if it is unknown or too wide to tell."""
    found = bounds(edtf)
    if found is None:
        return range(0)
    first, last = (found[0] - grace) // _WIDTH, (found[1] + grace) // _WIDTH
    return range(first, last + 1) if last - first < _LONG else range(0)


class Calendar:
    """Numbers of things by their dates; a thing may have several."""

    def __init__(self) -> None:
        self._by_cell: dict[int, set[int]] = {}
        self._vague: set[int] = set()

    def put(self, number: int, date: str) -> None:
        known = _cells(date)
        for cell in known:
            self._by_cell.setdefault(cell, set()).add(number)
        if not known:
            self._vague.add(number)

    def near(self, date: str, grace: int = 0) -> set[int] | None:
        """All whose dates overlap the date or miss it by so few days, and perhaps more; None where any could."""
        known = _cells(date, grace)
        return self._vague.union(*(self._by_cell.get(cell, ()) for cell in known)) if known else None
