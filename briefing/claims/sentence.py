"""Words, names and figures go in, a Sentence comes out: the names laid over the words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.claims.reading import FoundName, Sentence
from briefing.claims.words import Words

__all__ = ["Sentence", "sentence"]


def sentence(words: Words, names: Sequence[FoundName], figures: Sequence[tuple[int, int]] = ()) -> Sentence:
    """Lay names and figures (offset ranges) over the words."""
    over: list[FoundName | None] = [None] * len(words)
    for name in names:
        first, last = words.index_at(name.start), min(words.index_at(name.end - 1) + 1, len(over))
        over[first:last] = [name] * (last - first)
    numbered = frozenset(words.index_at(start) for start, _ in figures)
    return Sentence(words, tuple(names), tuple(over), numbered)
