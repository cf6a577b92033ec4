"""Text goes in, the sums of money in it come out: number, currency, qualifier, ranges, prices by the piece.

`find_numbers` (numbers that are no money) stands in quantities.py and can be had from here too.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.claims import numerals
from briefing.claims.currencies import (
    COMPOSITE,
    currency_before,
    currency_behind,
    currency_echo,
    currency_words,
    signs,
    with_letter_scale,
)
from briefing.claims.elided import Printed, elided
from briefing.claims.lexicon import load
from briefing.claims.numerals import Numeral
from briefing.claims.quantities import numbers_beside
from briefing.claims.reading import FoundAmount, FoundNumber
from briefing.claims.tokens import Token, glued, tokens
from briefing.model.money import Money, Qualifier
from briefing.model.records import dataclass, replace

__all__ = ["find_amounts", "find_numbers"]


# A sum has its currency at most so many tokens from its first one.
_REACH = 14
# Cheap: a figure or a word for a large number must stand in the text, or it holds no sum.
_REACH_HINT = re.compile(r"\d|ill[iíõ]|[cC]rore|[lL]akh|ljo|ljard|undred")
_JOINTS = frozenset({"to", "bis", "à", "tot", "till", "and", "und", "et", "e", "y", "en", "och", "-", "–"})


@dataclass(frozen=True, slots=True)
class _Sum:
    """tokens[first:after] spell number and currency."""

    first: int
    after: int
    numeral: Numeral
    currency: str


@cache
def _currency_words() -> frozenset[str]:
    """Every sign and word, in small letters, that a currency can be told by."""
    lexicon = currency_words()
    tables = ("signs", "prefixes", "words", "words_after_scale", "composites")
    codes = [code.lower() for code in lexicon["codes"]]
    return frozenset([*codes, *(word for table in tables for word in lexicon[table])])


def find_amounts(text: str, start: int, end: int, language: str = "en") -> tuple[FoundAmount, ...]:
    """Every sum of money in text[start:end], in order; offsets are into text. language: BCP 47.

    "billions of dollars", "a multibillion-dollar deal" and "several hundred million" name no sum and give none.
    """
    return tuple(
        [
            FoundAmount(one.start + start, one.end + start, one.money, one.range_end, one.per)
            for one in _amounts(text[start:end], language)
        ]
    )


def find_numbers(text: str, start: int, end: int, language: str = "en") -> tuple[FoundNumber, ...]:
    """Every number in text[start:end] that is neither money nor a date, in order, with what it counts."""
    piece = text[start:end]
    taken = tuple([(amount.start, amount.end) for amount in _amounts(piece, language)])
    return numbers_beside(piece, start, language, taken)


@lru_cache(maxsize=1024)  # articles repeat one another
def _amounts(piece: str, language: str) -> tuple[FoundAmount, ...]:
    """As `find_amounts`, with offsets into the piece."""
    if not _REACH_HINT.search(piece):
        return ()
    found = _without_brackets(tokens(piece, 0, len(piece)))
    currencies, opening = _currency_words(), _opening(language)
    marks = [place for place, token in enumerate(found) if token.word in currencies]
    result: list[FoundAmount] = []
    sums: list[Printed] = []
    floor, mark = 0, 0
    for index in [at for at, token in enumerate(found) if token.kind == "n" or token.word in opening] if marks else ():
        while mark < len(marks) and marks[mark] < index:
            mark += 1
        if mark == len(marks):
            break
        if index < floor or marks[mark] - index > _REACH:
            continue
        group = _group(found, index, piece, language)
        if group:
            result += _worded(found, group, floor, piece, language)
            sums += (Printed(one.first, one.after, one.numeral, one.currency) for one in group)
            floor = group[-1].after
    for one in elided(found, sums, language) if result else ():
        result += _worded(found, [_Sum(*one)], 0, piece, language)
    return tuple(sorted(result, key=lambda one: one.start))


def _without_brackets(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "$(48.9) million", as accounts print a loss: the brackets belong to the figure."""
    idle = {
        at
        for first in range(1, len(found) - 2)
        if found[first].word == "(" and found[first + 2].word == ")"
        if found[first - 1].word in signs() and found[first + 1].kind == "n"
        for at in (first, first + 2)
    }
    return tuple([token for at, token in enumerate(found) if at not in idle]) if idle else found


@cache
def _opening(language: str) -> frozenset[str]:
    """The words and signs that a sum can begin with; figures begin one always."""
    lexicon = currency_words()
    codes = [code.lower() for code in lexicon["codes"]]
    return numerals.opening(language) | signs() | frozenset([*codes, *lexicon["prefixes"], *lexicon["dollars"]])


def _group(found: tuple[Token, ...], index: int, piece: str, language: str) -> list[_Sum] | None:
    """The sum that begins at token index, or the two ends of a range."""
    one = _sum(found, index, piece, language)
    return _range(found, index, one, piece, language) or ([one] if one and one.numeral.value else None)


def _worded(found: tuple[Token, ...], group: list[_Sum], floor: int, piece: str, language: str) -> list[FoundAmount]:
    """Amounts of one sum or of the two ends of a range, with their qualifiers and wording."""
    result = []
    for place, one in enumerate(group):
        qualifier, first = (None, one.first) if place else numerals.qualifier_before(found, one.first, language)
        first = max(first, floor)
        after_name, after = numerals.qualifier_after(found, one.after)
        name: Qualifier | None = qualifier or after_name
        per, after = _per(found, after, one)
        start, end = found[first].start, found[after - 1].end
        shares = not place and len(group) > 1 and _lacks_scale(one)
        wording = piece[start : found[group[-1].after - 1].end if shares else end]
        money = Money(one.numeral.value, one.currency, name, wording)
        result.append(FoundAmount(start, end, money, place > 0, per))
    return result


def _lacks_scale(one: _Sum) -> bool:
    """ "$300" of "$300-400 million": its wording is that of the whole range."""
    return one.numeral.scaled and one.numeral.after - one.numeral.first == 1


# ---------------------------------------------------------------- one sum


def _sum(found: tuple[Token, ...], index: int, piece: str, language: str) -> _Sum | None:
    """A sum that begins at token index: currency first, or number first."""
    token = found[index]
    before = currency_before(found, index, piece, language)
    if before:
        currency, at = before
        numeral = numerals.read(found, at, language, currency=True) if at < len(found) else None
        if numeral and _fit(found, index):
            return _Sum(index, currency_echo(found, numeral.after, currency, piece), numeral, currency)
        return None
    if token.kind == "s" or not _fit(found, index):
        return None
    numeral = numerals.read(found, index, language) if token.kind == "n" or _spells(token, language) else None
    if numeral is None:
        return None
    numeral = with_letter_scale(found, numeral, index, piece, language)
    behind = currency_behind(found, numeral, piece, language)
    if behind and behind[0] == COMPOSITE:
        factor, currency = currency_words()["composites"][found[behind[1] - 1].word]
        value = numeral.value * factor
        numeral = replace(numeral, value=int(value) if float(value).is_integer() else value, factor=factor)
        return _Sum(index, behind[1], numeral, currency)
    return _Sum(index, behind[1], numeral, behind[0]) if behind else None


def _spells(token: Token, language: str) -> bool:
    table, word = numerals.words(language), token.word
    return word in table.counts or word in table.articles or word in table.halves or word == "quarter"


def _fit(found: tuple[Token, ...], index: int) -> bool:
    """Does a figure really begin here, and not inside "GB300", "v2.5" or "several hundred million"?"""
    if index and glued(found, index - 1):
        before = found[index - 1]
        if before.kind == "w" or before.word == "_" or (before.kind == "n" and found[index].kind != "s"):
            return False
        if before.word in "-." and index > 1 and glued(found, index - 2) and found[index - 2].kind == "w":
            return found[index].word in signs()
    return True


# ---------------------------------------------------------------- ranges


def _range(found: tuple[Token, ...], index: int, low: _Sum | None, piece: str, language: str) -> list[_Sum] | None:
    """Two sums that are the ends of one range. low: the sum at token index, None if only a number stands there."""
    bare = low.numeral if low else _bare(found, index, language)
    if bare is None:
        return None
    after = low.after if low else bare.after
    joint = _joint(found, index, after)
    if joint is None or joint >= len(found):
        return None
    high = _sum(found, joint, piece, language) or (low and _high_of(found, joint, low, language))
    if not high or not high.numeral.value or (low and low.currency != high.currency):
        return None
    numeral = _shared_scale(bare, high.numeral)
    if not 0 < numeral.value < high.numeral.value or (not low and high.first != joint):
        return None
    return [_Sum(index, after, numeral, high.currency), high]


def _bare(found: tuple[Token, ...], index: int, language: str) -> Numeral | None:
    """A number in figures whose currency may come with the upper end: "300 to 400 million euros"."""
    if found[index].kind != "n" or not _fit(found, index):
        return None
    return numerals.read(found, index, language)


def _joint(found: tuple[Token, ...], index: int, after: int) -> int | None:
    """The token after "-", "to" or "and" of a range; None where the words tell of a change or of two things."""
    if after >= len(found):
        return None
    joint = found[after].word
    if joint not in _JOINTS:
        return None
    opening = {found[place].word for place in range(max(0, index - 3), index)}
    if joint in ("to", "bis", "à", "tot", "till"):
        return None if opening & {"from", "von", "van"} else after + 1
    if joint in ("and", "und", "et", "e", "y", "en", "och"):
        return after + 1 if opening & {"between", "zwischen", "entre", "tussen", "mellan"} else None
    arrow = after + 1 < len(found) and found[after + 1].word == ">"
    return after + 1 if joint in ("-", "–") and not arrow else None


def _high_of(found: tuple[Token, ...], joint: int, low: _Sum, language: str) -> _Sum | None:
    """ "$300-400 million": the upper end has no currency of its own."""
    if found[joint].kind != "n":
        return None
    numeral = numerals.read(found, joint, language, currency=True)
    if numeral is None or (joint + 1 < len(found) and numeral.after == joint + 1 and _unit_glued(found, joint)):
        return None
    return _Sum(joint, numeral.after, numeral, low.currency)


def _unit_glued(found: tuple[Token, ...], index: int) -> bool:
    return glued(found, index) and found[index + 1].kind == "w"


def _shared_scale(low: Numeral, high: Numeral) -> Numeral:
    """ "$300 to $400 million": the lower end takes the upper one's scale."""
    shares = high.scaled and not low.scaled and not low.spelt
    value = low.value * high.factor
    value = int(value) if float(value).is_integer() else value
    return replace(low, value=value, factor=high.factor) if shares else low


# ---------------------------------------------------------------- prices


def _per(found: tuple[Token, ...], after: int, one: _Sum) -> tuple[bool, int]:
    """Is the sum a price of one thing? And the token after the words that say so."""
    rules = currency_words()["rules"]
    word = found[after].word if after < len(found) else ""
    noun = found[after + 1].word if after + 1 < len(found) else ""
    if word in rules["per"] or (word in rules["per_article"] and noun in (*rules["per_nouns"], *rules["rates"])):
        rate = noun in rules["rates"] or (noun in ("month", "week", "day") and one.numeral.value >= rules["rate_from"])
        if rate and one.numeral.value >= rules["rate_from"]:
            return False, after
        if word in ("each", "apiece"):
            return True, after + 1
        if found[after + 1 : after + 2] and found[after + 1].kind == "w":
            scale = noun in load("numbers")["scales"]["en"] and after + 2 < len(found)  # "per million tokens"
            return (True, after + 2 + scale) if word != "par" or noun in rules["per_nouns"] else (False, after)
    return False, after
