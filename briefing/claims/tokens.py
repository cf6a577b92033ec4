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
_ALNUM = re.compile(r"[^\W_]")
_TOKEN = re.compile(r"\d+(?:[.,']\d+)*|[^\W\d_]+|[^\w\s]|_")


class Token(NamedTuple):
    """word: plain and lower case. kind: "n" number, "w" word, "s" any other sign. start, end: in the whole text."""

    start: int
    end: int
    kind: Literal["n", "w", "s"]
    word: str


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of text[start:end]; offsets count in `text`."""
    return _tokens(text[start:end], start)


def has_words(piece: str) -> bool:
    """Is there a letter or figure at all? A line of brackets is not worth taking apart."""
    return _ALNUM.search(piece) is not None


@lru_cache(maxsize=64)
def _tokens(piece: str, offset: int) -> tuple[Token, ...]:
    found = []
    plain = piece.translate(PLAIN)
    for match in _TOKEN.finditer(plain):
        word = match[0]
        kind: Literal["n", "w", "s"] = "n" if word[0].isdigit() else "w" if word[0].isalpha() else "s"
        found.append(Token(match.start() + offset, match.end() + offset, kind, word.lower() if kind == "w" else word))
    return tuple(found)


def words_at(found: tuple[Token, ...], index: int, phrase: tuple[str, ...]) -> bool:
    """Do the tokens from index on spell the phrase?"""
    if index < 0 or index + len(phrase) > len(found):
        return False
    return all(found[index + place].word == word for place, word in enumerate(phrase))


def glued(found: tuple[Token, ...], index: int) -> bool:
    """Does token index+1 follow token index without a space?"""
    return 0 <= index < len(found) - 1 and found[index].end == found[index + 1].start
