"""A text in, the statements in it out: sums, numbers, dates, names, badges, words of caution, citations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.audit.grammar import Grammar
from briefing.audit.names import Names
from briefing.audit.nouns import noun_of
from briefing.audit.report import Kind
from briefing.audit.words import PLAIN, badge_pattern, hedges, language, number_words, tokens

_CITATION = re.compile(r"\[\d{1,4}(?:\s?[,–-]\s?\d{1,4})*(?:,…)?\](?:\s?[–-]\s?\[\d{1,4}\])?")
_QUOTE = re.compile(r"[“\"„«]([^“”\"„«»]{12,})[”\"“»]")
_CAPITAL = re.compile(r"[^\W\d_][\w’'.&-]*")
DOUBTFUL = "doubtful"
_MONTH_YEAR = re.compile(r"(?<![\d/.])(0?[1-9]|1[0-2])[/.]((?:19|20)\d\d)(?![\d/.]*\d)")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_QUALIFIERS = {"about": "about", "nearly": "nearly", "over": "over", "at-least": "least", "up-to": "most"}


class Item(NamedTuple):
    """One statement at [start, end) of its text. key: equal for all ways to write it. qualifier: class, "" for none.

    noun: what a number counts. A capital at the head of a sentence makes a DOUBTFUL name.
    """

    start: int
    end: int
    kind: Kind
    key: tuple[object, ...]
    qualifier: str = ""
    noun: str = ""


class Reader:
    """Reads texts closely, by a grammar and the names of a Briefing. vocabulary: words known not to be names."""

    def __init__(self, grammar: Grammar, names: Names, vocabulary: Callable[[], frozenset[str]]) -> None:
        self._grammar, self.names, self._vocabulary = grammar, names, vocabulary
        self.read = lru_cache(maxsize=4096)(self._read)

    def _read(self, text: str) -> tuple[Item, ...]:
        taken: list[Item] = []
        busy = bytearray(len(text))
        for items in (
            _citations(text),
            _badges(text),
            self._dates(text),
            self._sums(text),
            self._known(text),  # before numbers: "Fund 2" is a name
            self._counts(text),
            _hedges(text),
            self._unknown(text),
        ):
            for item in [item for item in items if not any(busy[item.start : item.end])]:
                taken.append(item)
                busy[item.start : item.end] = b"\1" * (item.end - item.start)
        return tuple(sorted(taken))

    def _sums(self, text: str) -> Iterator[Item]:
        for found in self._grammar.sums(text):
            key = ("sum", float(f"{found.value:.10g}"), found.currency)
            start, end = _widened(text, found.start, found.end)
            yield Item(start, end, "amount", key, _QUALIFIERS.get(found.qualifier, found.qualifier))

    def _counts(self, text: str) -> Iterator[Item]:
        read: list[Item] = []
        for found in self._grammar.counts(text):
            qualifier = _QUALIFIERS.get(found.qualifier, found.qualifier)
            unit = found.unit if found.unit in ("percent", "times", "fraction") else ""
            key = ("count", float(f"{found.value:.10g}"), unit)
            item = Item(found.start, found.end, "number", key, qualifier, noun_of(found.unit))
            read.append(item)
        yield from read
        for token in tokens(text):
            if token.word[0].isdigit() or token.word in number_words():
                item = Item(token.start, token.end, "number", ("digits", token.word))
                inside = token.start > 0 and text[token.start - 1].isalpha()  # "B52" is a name
                if not inside and not _covered(item, read):
                    yield item

    def _dates(self, text: str) -> Iterator[Item]:
        for match in _MONTH_YEAR.finditer(text):
            yield Item(match.start(), match.end(), "date", ("date", f"{match[2]}-{int(match[1]):02}"))
        for found in self._grammar.days(text):
            key = found.edtf or " ".join(token.word for token in tokens(text[found.start : found.end]))
            yield Item(found.start, found.end, "date", ("date", key.rstrip("~")), "about" if key.endswith("~") else "")

    def _known(self, text: str) -> Iterator[Item]:
        for start, end, known in self.names.find(text):
            yield Item(start, end, known.kind, ("name", known.key))

    def _unknown(self, text: str) -> Iterator[Item]:
        """Capitalised words that nothing accounts for, neighbours as one name."""
        run: list[re.Match[str]] = []
        opening, previous = False, 0
        for match in _CAPITAL.finditer(text):
            word = match[0].rstrip(".'’")
            opens = _opens(text, match.start())
            known = opens and word.casefold().removesuffix("'s").removesuffix("’s") in self._vocabulary()
            if not word[:1].isupper() or known or len(word) < 2:
                if run:
                    yield _name(run, opening)
                run = []
                continue
            if run and text[previous : match.start()] not in (" ", "\u00a0", " & ", "-"):
                yield _name(run, opening)
                run = []
            opening = opening if run else opens
            run.append(match)
            previous = match.end()
        if run:
            yield _name(run, opening)


def _opens(text: str, at: int) -> bool:
    """Does a sentence, line or quotation begin here, so that a capital says nothing?"""
    before = text[max(0, at - 4) : at].rstrip(' “"(')
    return not before.strip() or before[-1] in ".:;!?\n•"


def _name(run: list[re.Match[str]], opening: bool) -> Item:
    words = tuple(token.word for match in run for token in tokens(match[0]))
    end = run[-1].start() + len(run[-1][0].rstrip(".'’-&"))
    doubtful = opening and len(run) == 1 and run[0][0][1:].islower()
    return Item(run[0].start(), end, "name", ("name", " ".join(words)), DOUBTFUL if doubtful else "")


def _covered(item: Item, taken: Iterable[Item]) -> bool:
    return any(item.start < other.end and other.start < item.end for other in taken)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """With a sign of approximation that the grammar left outside."""
    while start and text[start - 1] in "~≈><≥≤":
        start -= 1
    return start, end


def _citations(text: str) -> Iterator[Item]:
    for match in _CITATION.finditer(text):
        numbers = re.sub(r"[\[\]\s]", "", match[0].translate(PLAIN))
        yield Item(match.start(), match.end(), "citation", ("cited", numbers))


def _badges(text: str) -> Iterator[Item]:
    plain = text.translate(PLAIN)
    for match in badge_pattern().finditer(plain):
        yield Item(match.start(), match.end(), "badge", ("badge", " ".join(match[0].casefold().split())))


def _hedges(text: str) -> Iterator[Item]:
    found, table = tokens(text), hedges()
    index = 0
    while index < len(found):
        for phrase, name in table.get(found[index].word, ()):
            if tuple(token.word for token in found[index : index + len(phrase)]) == phrase:
                yield Item(found[index].start, found[index + len(phrase) - 1].end, "hedge", ("hedge", name))
                index += len(phrase) - 1
                break
        index += 1


def quotes(text: str) -> Iterator[tuple[int, int]]:
    """Where quoted words stand, without their marks."""
    for match in _QUOTE.finditer(text):
        yield match.span(1)


# ---------------------------------------------------------------- listing what stands unchanged


_SCALE = r"(?:[ -]?(?:thousand|million|billion|trillion|crores?|lakhs?|bn|mn|mio|[Mm]rd|[kmbtKMBT])\b\.?)?"
_BEHIND = r"(?:\s?(?:%|×|percent\b|per cent\b|[€$£]|euros?\b|dollars?\b|pounds?\b|[GMk]W\b))?"
_FIGURE = re.compile(
    r"(?P<cited>\[\d[\d, …-]*\])"
    r"|(?P<date>(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?(?:-[A-Z][a-z]{2,8})?\s(?:\d{1,2},\s)?(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d(?:-\d\d){0,2}\b(?!-?[\d.,]*\d))"
    rf"|(?P<amount>[~<>≤≥≈]?(?:[A-Z]{{0,3}}[$€£¥₹₩₪]|[A-Z]{{3}}\s)\s?\d[\d.,']*(?:-\d[\d.,']*)?{_SCALE})"
    rf"|(?P<number>[~<>≤≥≈]?\d[\d.,']*(?:-\d+)?{_SCALE}{_BEHIND})"
)
_MONTH = re.compile(_MONTHS, re.IGNORECASE)
_GROUPS: dict[str, Kind] = {"cited": "citation", "date": "date", "amount": "amount", "number": "number"}


def scan(text: str, names: Names) -> list[Item]:
    """The statements of a text that needs no close reading: places and kinds, without keys."""
    plain = text.translate(PLAIN)
    named = [Item(start, end, kind, ()) for start, end, kind in names.listed(plain)]
    found = [*named, *(item for item in _scanned(plain) if not named or not _covered(item, named))]
    if not plain.isascii() and not _signs().isdisjoint(plain):
        found += [Item(match.start(), match.end(), "badge", ()) for match in badge_pattern().finditer(plain)]
    if '"' in plain:
        found += [Item(start, end, "quote", ()) for start, end in quotes(text)]
    return sorted(found)


@cache
def _signs() -> frozenset[str]:
    return frozenset(language()["signs"]["badge"])


def _scanned(plain: str) -> Iterator[Item]:
    for match in _FIGURE.finditer(plain):
        start, kind = match.start(), _GROUPS[match.lastgroup or "number"]
        if kind == "date" and not match[0][0].isdigit() and not _MONTH.match(match[0]):
            start = match.end() - 4  # "Europe 2026": the year alone
        yield Item(start, match.end(), kind, ())
