"""A lexicon's phrases go in once, the places where they stand in a row of tokens come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from briefing.claims.lexicon import load
from briefing.claims.tokens import tokens


class Hit(NamedTuple):
    """tokens[first:after] spell the phrase. meaning: what the lexicon says of it."""

    first: int
    after: int
    meaning: str


class Book:
    """Phrases by their first word; of two that begin at one token the longer wins."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, meaning in phrases:
            if phrase.isascii() and phrase.replace(" ", "").isalpha():
                words = tuple(phrase.lower().split())
            else:
                words = tuple(token.word for token in tokens(phrase, 0, len(phrase)))
            found.setdefault(words[0], []).append((words, meaning))
        self._by_first = {first: sorted(group, key=lambda one: -len(one[0])) for first, group in found.items()}

    def at(self, low: tuple[str, ...], index: int) -> Hit | None:
        """The longest phrase that begins at token index. low: the words of the tokens."""
        for words, meaning in self._by_first.get(low[index], ()):
            after = index + len(words)
            if low[index:after] == words:
                return Hit(index, after, meaning)
        return None

    def all(self, low: tuple[str, ...], first: int = 0, after: int | None = None) -> Iterator[Hit]:
        """Every phrase in tokens[first:after], none overlapping. low: the words of all tokens."""
        known = self._by_first
        if known.keys().isdisjoint(low):
            return
        last = len(low) if after is None else min(after, len(low))
        behind = first  # the last phrase
        for index in [index for index in range(first, last) if low[index] in known]:
            hit = self.at(low, index) if index >= behind else None
            if hit and hit.after <= last:
                yield hit
                behind = hit.after


@cache
def book(lexicon: str, *keys: str) -> Book:
    """The phrases under a path of keys: a list (each means itself) or a table (phrase → meaning)."""
    table: Any = load(lexicon)
    for key in keys:
        table = table[key]
    pairs = table.items() if isinstance(table, Mapping) else ((phrase, phrase) for phrase in table)
    return Book((phrase, str(meaning)) for phrase, meaning in pairs)


@cache
def words_of(lexicon: str, *keys: str) -> frozenset[str]:
    """The single words under a path of keys."""
    table: Any = load(lexicon)
    for key in keys:
        table = table[key]
    return frozenset(table)
