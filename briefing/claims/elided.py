"""Sums of a sentence go in, figures printed without their currency come out: "a loss of €9 million, from | 14 million".

A currency is said once: figures that are compared with a sum, or that a noun or verb of trade governs, are in it, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing.claims import numerals
from briefing.claims.lexicon import load
from briefing.claims.numerals import Numeral
from briefing.claims.tokens import Token, glued

_LEAST = 100_000  # a smaller sum beside it is a price, and says nothing of the figure
_JOINED = 14  # tokens between a sum and what is compared with it
_GOVERNED = 6  # tokens between a noun or verb of trade and its figure


class Printed(NamedTuple):
    """tokens[first:after] spell a sum."""

    first: int
    after: int
    numeral: Numeral
    currency: str


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("currency")["elided"][kind].split())


def elided(found: tuple[Token, ...], sums: Sequence[Printed], language: str) -> list[Printed]:
    """The figures in millions and the like of a text that are sums though no currency stands beside them, in order.

    found: its tokens; sums: those with a currency, in order.
    """
    told = {one.first: one for one in sums if one.numeral.value >= _LEAST}
    if not told:
        return []
    busy = {at for one in sums for at in range(one.first, one.after)}
    result: list[Printed] = []
    passed: list[Printed] = []  # what stands in front, the last two of it
    scales = _scales()
    spelt = [at for at, token in enumerate(found, -1) if token.word in scales and at >= 0 and found[at].kind == "w"]
    figures = [at for at, token in enumerate(found) if token.kind == "n"]
    for index in sorted({*told, *figures, *spelt}):
        if index in told:
            passed = [*passed[-1:], told[index]]
        if index in busy or found[index].kind == "s" or (index and glued(found, index - 1)):
            continue
        numeral = numerals.read(found, index, language)
        if numeral is None or not numeral.value or any(at in busy for at in range(index, numeral.after)):
            continue
        one = _risen(numeral, found, told) or (_said(numeral, found, passed) if passed else None)
        if one is not None:
            result.append(one)
            passed = [*passed[-1:], one]
            busy.update(range(one.first, one.after))
    return result


@cache
def _scales() -> frozenset[str]:
    return frozenset({"million", "billion", "trillion", "hundred", "thousand", "crore", "lakh", "and", "-"})


def _word(found: tuple[Token, ...], at: int) -> str:
    return found[at].word if 0 <= at < len(found) else ""


def _risen(numeral: Numeral, found: tuple[Token, ...], told: Mapping[int, Printed]) -> Printed | None:
    """ "climbed from | 30 million | to 48 million euros", "von | 30 | auf 48 Millionen Euro": the currency follows."""
    if _word(found, numeral.first - 1) not in _words("from") or _word(found, numeral.after) not in _words("to"):
        return None
    behind = next((told[at] for at in range(numeral.after + 1, numeral.after + 4) if at in told), None)
    if behind is None or not all(_word(found, at) in _words("small") for at in range(numeral.after + 1, behind.first)):
        return None
    if numeral.scaled:
        return Printed(numeral.first, numeral.after, numeral, behind.currency)
    value = numeral.value * behind.numeral.factor
    if not behind.numeral.scaled or not 0 < numeral.value < 1000:
        return None
    whole = int(value) if float(value).is_integer() else value
    shared = Numeral(numeral.first, numeral.after, whole, behind.numeral.factor, numeral.spelt)
    return Printed(numeral.first, numeral.after, shared, behind.currency)


def _said(numeral: Numeral, found: tuple[Token, ...], passed: Sequence[Printed]) -> Printed | None:
    """ "€9m, from | 14m in 2024"; "revenue of €7 million and a net loss of | 2.3 million, …"."""
    if not numeral.scaled or not _ends(found, numeral.after):
        return None
    before = passed[-1]
    if not _joined(found, before.after, numeral.first) and not _governed(found, numeral.first, before.after):
        return None
    converted = _word(found, before.first - 1) in ("(", "about", "or")  # "€9 million (about $10 million)"
    return Printed(numeral.first, numeral.after, numeral, passed[0].currency if converted else before.currency)


def _ends(found: tuple[Token, ...], at: int) -> bool:
    """Does nothing that could be counted follow ("3 million | users")?"""
    if at >= len(found):
        return True
    token = found[at]
    if token.kind == "s":
        return token.word not in "-%°/&" or not glued(found, at - 1)
    return token.word in _words("behind")


def _joined(found: tuple[Token, ...], first: int, after: int) -> bool:
    """Do only words of comparison, dates and small words stand between?"""
    if not 0 < after - first <= _JOINED or _words("comparing").isdisjoint(one.word for one in found[first:after]):
        return False
    return all(_joins(one) for one in found[first:after])


def _joins(token: Token) -> bool:
    year = token.kind == "n" and len(token.word) == 4 and token.word.isdigit()
    return year or token.word in _words("comparing") or token.word in _words("between") or token.word in _words("small")


def _governed(found: tuple[Token, ...], first: int, floor: int) -> bool:
    """Does a noun or verb of trade stand in front, with small words at most between?"""
    for at in range(first - 1, max(first - _GOVERNED, floor) - 1, -1):
        word = found[at].word
        if word in _words("governing"):
            return True
        if word not in _words("small") and word not in _words("standing"):
            return False
    return False
