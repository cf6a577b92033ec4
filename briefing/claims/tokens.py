"""A stretch of text goes in, its words, numbers and signs come out with their places: the ground of the grammars here.

Matching works on words and word sets, not on large regular expressions: that is linear in the text whatever it holds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

# One code point for one, so that offsets keep: odd hyphens, spaces and quotation marks look like their plain cousins.
PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u00ad\u2212", "-")
    | dict.fromkeys("\u2012\u2013", "–")
    | dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a", " ")
    | dict.fromkeys("’‘‛´`", "'")
    | dict.fromkeys("“”„«»", '"')
)
_LONGEST_KEPT = 5_000
_ALNUM = re.compile(r"[^\W_]")
_RAISED = "¹²³⁰⁴-⁹"  # marks of footnotes: "€310M¹" is a sum and a sign
_TOKEN = re.compile(rf"(\d+(?:[.,']\d+)*)|([^\W\d_{_RAISED}]+)|([^\w\s]|[_{_RAISED}])")
_KINDS: tuple[Literal["n", "w", "s"], ...] = ("n", "w", "s")


class Token(NamedTuple):
    """word: plain and lower case. kind: "n" number, "w" word, "s" any other sign. start, end: in the whole text."""

    start: int
    end: int
    kind: Literal["n", "w", "s"]
    word: str


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of text[start:end]; offsets count in `text`."""
    piece = text[start:end]
    found = _tokens(piece) if end - start <= _LONGEST_KEPT else _cut(piece)
    if not start:
        return found
    return tuple([Token(one.start + start, one.end + start, one.kind, one.word) for one in found])


def has_words(piece: str) -> bool:
    """Is there a letter or figure at all? A line of brackets is not worth taking apart."""
    return _ALNUM.search(piece) is not None


@lru_cache(maxsize=4096)  # the grammars of money, numbers and dates read each passage in turn; articles repeat others
def _tokens(piece: str) -> tuple[Token, ...]:
    return _cut(piece)


def _cut(piece: str) -> tuple[Token, ...]:
    """One group of the expression for each kind; one lower-case copy for all words."""
    plain = piece.translate(PLAIN)
    small = plain.lower()
    if len(small) != len(plain):  # a letter that grows when made small
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    make = tuple.__new__
    found: list[Token] = []
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        found.append(make(Token, (start, end, _KINDS[(match.lastindex or 3) - 1], small[start:end])))
    return tuple(found)


@lru_cache(maxsize=4096)
def vocabulary_of(piece: str) -> frozenset[str]:
    """The words of its tokens, each once."""
    return frozenset([token.word for token in tokens(piece, 0, len(piece))])


def words_at(found: tuple[Token, ...], index: int, phrase: tuple[str, ...]) -> bool:
    """Do the tokens from index on spell the phrase?"""
    if index < 0 or index + len(phrase) > len(found) or found[index].word != phrase[0]:
        return False
    return all(found[index + place].word == phrase[place] for place in range(1, len(phrase)))


def glued(found: tuple[Token, ...], index: int) -> bool:
    """Does token index+1 follow token index without a space?"""
    return 0 <= index < len(found) - 1 and found[index].end == found[index + 1].start
