"""Text goes in, its words with their places come out: the one cutting that every grammar of this stage shares.

`plain` changes typographic signs one for one, so offsets keep. `cut` gives words and signs in order; a possessive or
contracted "'s" is a word of its own ("Acme" + "'s"), hyphenated words, "U.S" and "doesn't" are one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

from briefing.claims.lexicon import load
from briefing.model.records import dataclass

# One code point for one, so that offsets keep.
_SIGNS = (
    ("'", "\u2018\u2019\u201b\u02bc\u2032"),
    ('"', "\u201c\u201d\u201e\u201f\u00ab\u00bb"),
    ("-", "\u2010\u2011\u2212\u00ad"),
    ("\u2014", "\u2013\u2015"),
    (" ", "\u00a0\u2007\u2009\u202f\u200b"),
)
# In brackets, so that `split` gives words and what stands between them in turn.
_WORD = re.compile(r"([^\W_]+(?:(?!'s\b)[.'&\-/+](?=[^\W_])[^\W_]+)*|'s\b|[^\w\s]|_)")
_MOST_KEPT = 50_000  # words


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a stretch of text. raw: as printed; low: in lower case; starts, ends: offsets into the whole text."""

    raw: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.raw)  # in inner loops ask for `len(words.low)`: it costs no call of a method

    def index_at(self, offset: int) -> int:
        """Number of the first word that ends after the offset; the number of words if none does."""
        return bisect_right(self.ends, offset)


NO_WORDS = Words((), (), (), ())


def listed(text: str) -> list[str]:
    """The phrases of a text with commas between: how long lists are written in lexicons."""
    return [part.strip() for part in text.split(",") if part.strip()]


def row(words: str) -> frozenset[str]:
    """The words of a text as a set: how short lists are written in these modules."""
    return frozenset(words.split())


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """The text with straight quotes, plain hyphens and plain spaces, one code point for one (every dash is "—")."""
    if text.isascii():
        return text
    for sign, others in _SIGNS:
        for other in others:
            if other in text:
                text = text.replace(other, sign)
    return text


@lru_cache(maxsize=1024)  # the passages of a source: several grammars cut each in turn
def cut(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words and signs of text[start:end], which must have gone through `plain`."""
    words = _cut(text[start:end])
    if not start:
        return words
    return Words(
        words.raw, words.low, tuple([at + start for at in words.starts]), tuple([at + start for at in words.ends])
    )


@lru_cache(maxsize=1024)  # articles repeat one another
def _cut(piece: str) -> Words:
    parts = _WORD.split(piece)  # what is no word, a word, what is no word, …
    if len(parts) == 1:
        return NO_WORDS
    ends = tuple(accumulate(map(len, parts)))
    raw = tuple(parts[1::2])
    return Words(raw, tuple(map(_SMALL.__getitem__, raw)), ends[0:-1:2], ends[1::2])


class _Small(dict[str, str]):
    """Word → in lower case: one object for all places where it stands, which is small, and hashed once."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        low = self[word] = word.lower()
        return low


_SMALL = _Small()


class Phrases:
    """Phrases of a lexicon, each with its label; finds the longest one that begins at a word.

    "*" stands for one word of any kind. Words are those of `cut`, so "'s" is a word of its own.
    """

    __slots__ = ("_listed", "_made", "first_words")

    def __init__(self, labelled: Iterable[tuple[str, str]]) -> None:
        self._listed: dict[str, list[tuple[str, str]]] = {}
        for phrase, label in labelled:
            first = phrase.lower().partition(" ")[0] if _is_plain(phrase) else _parts(phrase)[0]
            self._listed.setdefault(first, []).append((phrase, label))
        self.first_words = frozenset(self._listed)
        self._made: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}

    def telling(self) -> frozenset[str]:
        """The longest word of each phrase: a sentence without one of them holds none."""
        parts = [_parts(phrase) for group in self._listed.values() for phrase, _ in group]
        return frozenset(max((part for part in one if part != "*"), key=len) for one in parts)

    def at(self, low: tuple[str, ...], index: int, stop: int) -> tuple[int, str] | None:
        """The end (a word number) and label of the longest phrase that begins at `index` and ends by `stop`."""
        first = low[index]
        if first not in self._listed:
            return None
        beginning = self._made.get(first)
        if beginning is None:  # a text has few of the first words: the others are never taken apart
            beginning = _by_second([(_parts(phrase), label) for phrase, label in self._listed[first]])
            self._made[first] = beginning
        second = low[index + 1] if index + 1 < stop else ""
        for parts, label in beginning.get(second) or beginning[""]:
            end = index + len(parts)
            if end <= stop and (low[index:end] == parts or ("*" in parts and _fits(parts, low[index:end]))):
                return end, label
        return None

    def all(self, low: tuple[str, ...], start: int, stop: int) -> Iterator[tuple[int, int, str]]:
        """Every phrase in words[start:stop), none inside another: (start, end, label)."""
        first = self.first_words
        if first.isdisjoint(low):
            return
        begun = start
        for index in [index for index in range(start, stop) if low[index] in first]:
            found = self.at(low, index, stop) if index >= begun else None
            if found:
                yield index, found[0], found[1]
                begun = found[0]


def _by_second(found: list[tuple[tuple[str, ...], str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Second word → the phrases with one first word that can go on so, longest first; "": those of any second word."""
    found.sort(key=lambda pair: (-len(pair[0]), pair))
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {"": []}
    for parts, _ in found:
        table.setdefault(parts[1] if len(parts) > 1 and parts[1] != "*" else "", [])
    for second, fitting in table.items():
        fitting += [pair for pair in found if len(pair[0]) == 1 or pair[0][1] in ("*", second)]
    return table


def _is_plain(phrase: str) -> bool:
    """Words with single spaces between, and nothing else?"""
    return phrase.isascii() and phrase.replace(" ", "").isalpha()


def _parts(phrase: str) -> tuple[str, ...]:
    """The words of a phrase; "*" stays."""
    if _is_plain(phrase):
        return tuple(phrase.lower().split())
    cutting = cut(plain(phrase.replace("*", "0any0"))).low
    return tuple("*" if part == "0any0" else part for part in cutting)


def _fits(parts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(part in ("*", word) for part, word in zip(parts, words, strict=True))


@cache
def forms(entry: str) -> tuple[str, ...]:
    """All forms of a verb of a lexicon: "plan" is made regular, "say says said saying" is taken as it stands.

    A particle goes along: "point out" gives "points out", "pointed out", "pointing out".
    """
    if "," in entry:
        return tuple(listed(entry))
    lemma, _, particle = entry.partition(" ")
    irregular = load("verbs")["irregular"].get(lemma)
    made = tuple(irregular.split()) if irregular else _regular(lemma)
    return tuple(dict.fromkeys(f"{form} {particle}".strip() for form in (lemma, *made)))


def _regular(lemma: str) -> tuple[str, str, str]:
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    if lemma in load("verbs")["doubling"]:
        return f"{lemma}s", f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return f"{lemma}{plural}", f"{lemma}ed", f"{lemma}ing"


@cache
def word_set(lexicon: str, *keys: str) -> frozenset[str]:
    """The words under the keys of a lexicon, as one set."""
    table = load(lexicon)
    return frozenset(word for key in keys for word in table[key])
