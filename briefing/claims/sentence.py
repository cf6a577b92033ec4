"""A sentence as the grammars of clauses see it: its words, the name over every word, and the figures in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.claims.reading import FoundName
from briefing.claims.words import Words


@dataclass(frozen=True, slots=True)
class Sentence:
    """words: of one passage. names: in order. name_at: for every word the name that covers it, None if none.
    figures: word numbers at which an amount or another number stands."""

    words: Words
    names: tuple[FoundName, ...]
    name_at: tuple[FoundName | None, ...]
    figures: frozenset[int]

    def first_word(self, name: FoundName) -> int:
        return self.words.index_at(name.start)

    def last_word(self, name: FoundName) -> int:
        """Number of the last word of the name."""
        return self.words.index_at(name.end - 1)


def sentence(words: Words, names: Sequence[FoundName], figures: Sequence[tuple[int, int]] = ()) -> Sentence:
    """Lay names and figures (offset ranges) over the words."""
    over: list[FoundName | None] = [None] * len(words)
    for name in names:
        for number in range(words.index_at(name.start), min(words.index_at(name.end - 1) + 1, len(words))):
            over[number] = name
    numbered = frozenset(words.index_at(start) for start, _ in figures)
    return Sentence(words, tuple(names), tuple(over), numbered)
