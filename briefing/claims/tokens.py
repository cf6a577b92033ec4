"""A stretch of text goes in, its words, numbers and signs come out with their places: the ground of the grammars here.

Matching works on words and word sets, not on large regular expressions: that is linear in the text whatever it holds.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import accumulate
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
_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"  # marks of footnotes: "€310M¹" is a sum and a sign
# "$5 billionby 2021": saved pages lose the space where a link ended.
_RUN_ON = r"\b(?:m|b|tr)illion(?=(?:by|in|to|for|from|and|when|at|on|of|with|after|as|or|but|a|last)\b)"
# In brackets, so that `split` gives tokens and what stands between them in turn.
_TOKEN = re.compile(rf"(\d+(?:[.,']\d+)*|{_RUN_ON}|[^\W\d_{_RAISED}]+|[^\w\s]|[_{_RAISED}])")
_MOST_KEPT = 50_000  # words and numbers
Kind = Literal["n", "w", "s"]


class Token(NamedTuple):
    """word: plain and lower case. kind: "n" number, "w" word, "s" any other sign. start, end: in the whole text."""

    start: int
    end: int
    kind: Kind
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


@lru_cache(maxsize=1024)  # the grammars of money, numbers and dates read each passage in turn; articles repeat others
def _tokens(piece: str) -> tuple[Token, ...]:
    return _cut(piece)


def _cut(piece: str) -> tuple[Token, ...]:
    plain = piece if piece.isascii() and "`" not in piece else piece.translate(PLAIN)
    parts = _TOKEN.split(plain)  # what is no token, a token, what is no token, …
    if len(parts) == 1:
        return ()
    ends = tuple(accumulate(map(len, parts)))
    kinds, words = zip(*map(_TOLD.__getitem__, parts[1::2]), strict=True)
    return tuple(map(_token, zip(ends[0:-1:2], ends[1::2], kinds, words, strict=True)))


_token = partial(tuple.__new__, Token)  # as Token(…), without its checks: many are made


class _Told(dict[str, tuple[Kind, str]]):
    """Token as printed → its kind and its word: worked out once for all places where it stands."""

    def __missing__(self, printed: str) -> tuple[Kind, str]:
        if len(self) > _MOST_KEPT:
            self.clear()
        first = printed[0]
        kind: Kind = "n" if first.isdecimal() else "w" if first.isalnum() and first not in _RAISED else "s"
        low = printed.lower()
        if len(low) != len(printed):  # a letter that grows when made small
            low = "".join(char.lower() if len(char.lower()) == 1 else char for char in printed)
        told = self[printed] = (kind, low)
        return told


_TOLD = _Told()


@lru_cache(maxsize=1024)
def vocabulary_of(piece: str) -> frozenset[str]:
    """The words of its tokens, each once."""
    found = tokens(piece, 0, len(piece))
    _, _, _, words = zip(*found, strict=True) if found else ((), (), (), ())
    return frozenset(words)


def word_at(found: tuple[Token, ...], index: int) -> str:
    """The folded word of token index, "" outside the text."""
    return found[index].word if 0 <= index < len(found) else ""


def words_at(found: tuple[Token, ...], index: int, phrase: tuple[str, ...]) -> bool:
    """Do the tokens from index on spell the phrase?"""
    if index < 0 or index + len(phrase) > len(found) or found[index].word != phrase[0]:
        return False
    return all(found[index + place].word == phrase[place] for place in range(1, len(phrase)))


def glued(found: tuple[Token, ...], index: int) -> bool:
    """Does token index+1 follow token index without a space?"""
    return 0 <= index < len(found) - 1 and found[index].end == found[index + 1].start
