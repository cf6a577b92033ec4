"""Dates in, cells of a calendar out: two that meet share a cell, so that not all need comparing with all.

A cell is 32 days wide. Sharing one proves nothing; sharing none does.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.model.dates import bounds

_WIDTH = 32  # days
_LONG = 120  # cells: what may lie anywhere in ten years is as good as undated


@lru_cache(maxsize=8192)
def cells(edtf: str, grace: int = 0) -> range:
    """The cells of a date, or of all days that miss it by so few days; empty if it is unknown or too wide to tell."""
    found = bounds(edtf)
    if found is None:
        return range(0)
    first, last = (found[0] - grace) // _WIDTH, (found[1] + grace) // _WIDTH
    return range(first, last + 1) if last - first < _LONG else range(0)
