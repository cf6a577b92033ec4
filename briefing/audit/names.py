"""A Briefing in, the names it knows out, found in any text: organisations, people, products, rounds, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.audit.report import Kind
from briefing.audit.words import number_words
from briefing.model.briefing import Briefing
from briefing.model.claim import TieValues
from briefing.model.naming import name_key

_WORD = re.compile(r"[^\W_]+")
_LEAST = 2  # letters of a name


class Known(NamedTuple):
    """key: the same for all names of one thing."""

    key: str
    kind: Kind


class Found(NamedTuple):
    start: int
    end: int
    known: Known


class Names:
    """All names of one Briefing, looked up word by word."""

    def __init__(self, briefing: Briefing) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        seen: set[str] = set()
        for name, known in _all(briefing):
            words = tuple(word.casefold() for word in _WORD.findall(name))
            whole = " ".join(words)
            if len(whole) < _LEAST or whole in seen or not any(char.isupper() or char.isdigit() for char in name):
                continue
            seen.add(whole)
            self._by_first.setdefault(words[0], []).append((words, known))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> Iterator[Found]:
        """The names in a text, the longest at each place; a name begins with a capital or a figure."""
        by_first = self._by_first
        words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
        small = [word.casefold() for _, _, word in words]
        index = 0
        while index < len(words):
            entries = by_first.get(small[index])
            hit = None
            if entries:
                for phrase, known in entries:
                    if tuple(small[index : index + len(phrase)]) == phrase and _capital(words, index, len(phrase)):
                        hit = (len(phrase), known)
                        break
            if hit:
                yield Found(words[index][0], words[index + hit[0] - 1][1], hit[1])
                index += hit[0]
            else:
                index += 1

    def listed(self, text: str) -> Iterator[tuple[int, int, Kind]]:
        """Names and numbers in words, for listing: where they stand, of what kind."""
        by_first, spelt = self._by_first, number_words()
        words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
        past = 0
        for index, (start, end, word) in enumerate(words):
            if index < past:
                continue
            small = word.casefold()
            if small in spelt:
                yield start, end, "number"
            elif small in by_first:
                for phrase, known in by_first[small]:
                    count = len(phrase)
                    inside = words[index : index + count]
                    if tuple(part[2].casefold() for part in inside) == phrase and _capital(words, index, count):
                        yield start, inside[-1][1], known.kind
                        past = index + count
                        break


def _capital(words: list[tuple[int, int, str]], index: int, count: int) -> bool:
    return any(not word[0].islower() for _, _, word in words[index : index + count])


def _all(briefing: Briefing) -> Iterator[tuple[str, Known]]:
    subject = briefing.subject
    for name in (subject.name, *subject.aliases):
        yield name, Known(name_key(subject.name), "organisation")
    aliases = {name_key(alias): tie.name for tie in briefing.relationships for alias in tie.aliases}
    for tie in briefing.relationships:
        for name in (tie.name, *tie.aliases):
            yield name, Known(name_key(tie.name), "organisation")
    for person in briefing.people:
        key = name_key(person.name)
        yield person.name, Known(key, "person")
        yield person.name.rsplit(" ", 1)[-1], Known(key, "person")
    for product in briefing.products:
        yield product.name, Known(name_key(product.name), "product")
    for name in _organisations(briefing):
        key = name_key(name)
        yield name, Known(name_key(aliases.get(key, name)), "organisation")
    for event in briefing.funding:
        yield event.name, Known(name_key(event.name), "name")
    for site in briefing.infrastructure:
        for name in (site.name, site.location):
            yield name, Known(name_key(name), "name")


def _organisations(briefing: Briefing) -> Iterator[str]:
    """Those that need not be a relationship: investors of rounds, holders, sources, rivals."""
    for event in briefing.funding:
        yield from event.leads
        yield from event.participants
        yield from (part.investor for part in event.contributions)
    for claim in briefing.claims:
        yield from claim.holders
        if isinstance(claim.values, TieValues):
            yield claim.values.name
    for fact in briefing.comparisons:
        yield fact.other
    for source in briefing.sources:
        yield from (source.publisher, source.author)
    for origin in briefing.origins:
        yield origin.name
