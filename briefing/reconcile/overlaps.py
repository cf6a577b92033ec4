"""Do two pieces of text say one thing? Shared words and shared places, for putting retellings together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from briefing.model.source import Evidence

_CROWD = 200  # a word in more texts than this tells them apart no more
_LOOKS = 12  # of the texts like a new one, so many are looked at


def alike(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    """Share of common content words, of the union, at least `least`."""
    return bool(one and other) and len(one & other) >= least * len(one | other)


def within(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    """Share of common content words, of the shorter text, at least `least`; three words at least."""
    shorter = min(len(one), len(other))
    return shorter >= 3 and len(one & other) >= least * shorter


def touch(one: Iterable[Evidence], other: Iterable[Evidence]) -> bool:
    """Do the two cite overlapping words of one source?"""
    others = list(other)
    return any(a.source == b.source and a.start < b.end and b.start < a.end for a in one for b in others)


class Wordings:
    """Texts by their words, so that those like a new one are found without looking at all of them."""

    def __init__(self) -> None:
        self._postings: dict[str, list[int]] = {}
        self._size = 0

    def add(self, words: frozenset[str]) -> int:
        """Put a text in; returns its number."""
        for word in words:
            held = self._postings.setdefault(word, [])
            if len(held) < _CROWD:
                held.append(self._size)
        self._size += 1
        return self._size - 1

    def also(self, number: int, words: frozenset[str]) -> None:
        """Another wording of a text that is in already."""
        for word in words:
            held = self._postings.setdefault(word, [])
            if len(held) < _CROWD and number not in held[-3:]:
                held.append(number)

    def near(self, words: frozenset[str], least: int = 2) -> list[int]:
        """Numbers of texts that share at least `least` words, those that share most (then the oldest) first."""
        held = [self._postings[word] for word in words if word in self._postings]
        counts = Counter(chain.from_iterable(held))
        if len(counts) > _LOOKS:
            least = max(least, sorted(counts.values())[-_LOOKS])  # thousands share one word, few share most
        found = sorted((-count, number) for number, count in counts.items() if count >= least)
        return [number for _, number in found[:_LOOKS]]
