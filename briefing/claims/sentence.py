"""Words, names and figures go in, a Sentence comes out: the names laid over the words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.claims.reading import FoundName, Sentence
from briefing.claims.words import Words

__all__ = ["Sentence", "sentence"]


def sentence(words: Words, names: Sequence[FoundName], figures: Sequence[tuple[int, int]] = ()) -> Sentence:
    """Lay names and figures (offset ranges) over the words."""
    ends = words.ends
    over: list[FoundName | None] = [None] * len(ends)
    for name in names:
        first, last = bisect_right(ends, name.start), min(bisect_right(ends, name.end - 1) + 1, len(over))
        over[first:last] = [name] * (last - first)
    numbered = frozenset([bisect_right(ends, start) for start, _ in figures])
    return Sentence(words, tuple(names), tuple(over), numbered)
