"""A unit as the grammar reads it in, the noun by which two counts are compared out."""

from __future__ import annotations


def noun_of(unit: str) -> str:
    """What a unit comes down to: "GPUs" of "new GPUs", without its plural."""
    last = unit.casefold().rsplit(" ", 1)[-1]
    return last[:-1] if len(last) > 3 and last.endswith("s") and not last.endswith("ss") else last
