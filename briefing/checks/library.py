"""A Briefing and its sources' words in; which source says which number, and which words stand in any, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from briefing.checks import numbers
from briefing.model.briefing import ENTRIES, Briefing
from briefing.model.dates import When

WORD = re.compile(r"(?<![^\W_])[^\W\d_]+")  # not the unit stuck to a number
_LETTERS = re.compile(r"[^\W\d_]+")
_COUNTED = ("sources", "origins", "claims", *ENTRIES, "conflicts")


class Library:
    """Sources by their numbers on the deck, from 1; each is read when it is first asked for.

    earlier: count what an older briefing said among their words (for the slide on what changed). count: of sources.
    everyone: their numbers. longest: length of the Briefing's longest list, the most that a deck can count of its own.
    """

    def __init__(self, briefing: Briefing, texts: Mapping[str, str], *, earlier: bool = False) -> None:
        self._briefing, self._texts = briefing, texts
        changes = briefing.changes if earlier else ()
        self._earlier = "\n".join(part for change in changes for part in (change.name, change.before, *change.earlier))
        self.count = len(briefing.sources)
        self.everyone = frozenset(range(1, self.count + 1))
        self.longest = max([len(getattr(briefing, part)) for part in _COUNTED], default=0)
        self._said: dict[int, set[float]] = {}
        self._claimed: dict[int, set[float]] = {}
        self._words: dict[str, set[str]] = {}
        self._vocabulary: set[str] | None = None

    @property
    def vocabulary(self) -> set[str]:
        """The words of all sources and of their metadata, case-folded."""
        if self._vocabulary is None:
            names = [self._earlier, self._briefing.subject.name, *self._briefing.subject.aliases]
            for source in self._briefing.sources:
                names += [source.title, source.publisher, source.author, source.origin, source.short_name]
            names += [*(origin.name for origin in self._briefing.origins), *self._renamed()]
            names += [note.value for note in self._briefing.analyst]
            words = [self._words_of(source.id) for source in self._briefing.sources]
            self._vocabulary = _words(" ".join(names)).union(*words)
        return self._vocabulary

    def _renamed(self) -> Iterator[str]:
        """Names that an analyst gives to organisations which the sources know by another one."""
        for found in self._briefing.relationships:
            if any(alias in text for alias in found.aliases for text in self._texts.values()):
                yield found.name

    def holds(self, values: frozenset[float], sources: Iterable[int]) -> bool:
        """Does one of the sources say one of the values, in its text or in a claim drawn from it?"""
        known = [source for source in sources if source in self.everyone]
        return any(not values.isdisjoint(self._in_text(source)) for source in known) or any(
            not values.isdisjoint(self._in_claims(source)) for source in known
        )

    def spans(self, year: float) -> bool:
        """Does a year lie between the first and the last that the sources name?"""
        years = [value for source in self.everyone for value in self._in_text(source) if 1900 <= value < 2100]
        return bool(years) and min(years) <= year <= max(years)

    def _words_of(self, source: str) -> set[str]:
        if source not in self._words:
            self._words[source] = _words(self._texts.get(source, ""))
        return self._words[source]

    def _in_text(self, number: int) -> set[float]:
        if number not in self._said:
            source = self._briefing.sources[number - 1]
            said = numbers.all_values(self._texts.get(source.id, ""))
            said |= numbers.spelt_values(self._words_of(source.id))
            for name in (source.title, source.short_name, source.path):
                said |= numbers.all_values(name)
            said |= numbers.all_values(self._earlier)
            said |= numbers.date_values(source.published) | numbers.date_values(self._briefing.as_of)
            self._said[number] = said
        return self._said[number]

    def _in_claims(self, number: int) -> set[float]:
        if number not in self._claimed:
            source = self._briefing.sources[number - 1].id
            drawn = (claim for claim in self._briefing.claims if claim.evidence.source == source)
            self._claimed[number] = {value for claim in drawn for value in _held(claim.values)}
        return self._claimed[number]


def _words(text: str) -> set[str]:
    # Most of what stands between spaces is one word, and comes again; only the rest need be taken apart.
    stretches = {stretch.casefold() for stretch in set(text.split())}
    plain = {stretch for stretch in stretches if stretch.isalpha()}
    return plain.union(_LETTERS.findall(" ".join(stretches - plain)))


def _held(value: object) -> Iterator[float]:
    """The numbers in a claim's values: amounts, figures, dates. Offsets are none of them."""
    if isinstance(value, When):
        yield from numbers.date_values(value.edtf)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _fields(type(value)):
            yield from _held(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _held(part)
    elif isinstance(value, str):
        yield from numbers.all_values(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield numbers.rounded(float(value))


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if item.name not in ("start", "end"))
