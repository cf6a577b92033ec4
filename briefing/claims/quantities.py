"""Text goes in, its numbers that are neither money nor dates come out, each with the unit or the noun it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import Any

from briefing.claims import numerals
from briefing.claims.dates import date_spans
from briefing.claims.datewords import date_words
from briefing.claims.lexicon import load
from briefing.claims.numerals import Numeral
from briefing.claims.reading import FoundNumber
from briefing.claims.tokens import Token, glued, tokens, vocabulary_of, word_at
from briefing.model.money import Qualifier

_DIGIT = re.compile(r"\d")
_NOUN_WORDS = 7


@cache
def _lexicon() -> dict[str, Any]:
    return load("numbers")


@cache
def _units() -> dict[str, str]:
    """Lower-case word → plain unit."""
    plain = {}
    for unit, spellings in _lexicon()["units"].items():
        if unit not in ("percent_phrases", "points_after_percent"):
            plain.update(dict.fromkeys(spellings, unit))
    return plain


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(_lexicon()["nouns"][name])


def numbers_beside(
    piece: str, offset: int, language: str, taken: tuple[tuple[int, int], ...]
) -> tuple[FoundNumber, ...]:
    """Numbers of a piece of text outside the spans taken (money) and outside dates, in order.

    offset: where the piece begins in the text that the numbers found are to point into; taken: counted in the piece.
    """
    return tuple(
        [
            FoundNumber(one.start + offset, one.end + offset, one.value, one.unit, one.qualifier, one.noun_end + offset)
            for one in _numbers(piece, language, taken)
        ]
    )


def _spelt_hint(piece: str) -> bool:
    return not _hints().isdisjoint(vocabulary_of(piece))


@cache
def _hints() -> frozenset[str]:
    counts = {word for table in _lexicon()["counts"].values() for word in table}
    scales = {word for table in _lexicon()["scales"].values() for word in table}
    return frozenset(counts | scales | set(_fixed()) | set(_lexicon()["multiples"]["fractions"]))


@cache
def _fixed() -> dict[str, tuple[float, str]]:
    """Words that are number and unit at once: "doubled", "fivefold"."""
    multiples = _lexicon()["multiples"]
    return {word: (float(value), "times") for table in ("times", "fold") for word, value in multiples[table].items()}


@lru_cache(maxsize=1024)  # articles repeat one another
def _numbers(piece: str, language: str, taken: tuple[tuple[int, int], ...]) -> tuple[FoundNumber, ...]:
    if not _DIGIT.search(piece) and not _spelt_hint(piece):
        return ()
    found = tokens(piece, 0, len(piece))
    busy = sorted([*taken, *date_spans(piece, language)])
    starts = [first for first, _ in busy]
    opening = _opening(language)
    result: list[FoundNumber] = []
    behind = 0  # the token behind the last number
    for index in [at for at, token in enumerate(found) if token.kind == "n" or token.word in opening]:
        if index < behind:
            continue
        start = found[index].start
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < busy[at][1]:
            continue
        one = _number(found, index, piece, language)
        if one:
            number, behind = one
            result.extend(number)
    return tuple(result)


@cache
def _opening(language: str) -> frozenset[str]:
    """The words that a number can begin with; figures begin one always."""
    return numerals.opening(language) | _shares(language).keys() | _fixed().keys() | {"half"}


@cache
def _shares(language: str) -> dict[str, float]:
    """Words that count the parts of a fraction."""
    return numerals.words(language).counts | {"one": 1.0, "a": 1.0}


def _number(found: tuple[Token, ...], index: int, piece: str, language: str) -> tuple[list[FoundNumber], int] | None:
    """The number at token index (the two ends of a range), and the token after it."""
    token = found[index]
    if token.kind == "w" and token.word in _fixed():
        value, unit = _fixed()[token.word]
        return [_made(found, index, index + 1, value, unit, index + 1, language)], index + 1
    fraction = _fraction(found, index, language)
    if fraction:
        value, after = fraction
        return [_made(found, index, after, value, "fraction", after, language)], after
    numeral = _begins(found, index, piece, language)
    if numeral is None:
        return None
    unit, noun_after = _unit(found, numeral, piece, language)
    if numeral.spelt and not numeral.scaled and not unit and not _is_former(found, index):
        return None
    joint = numeral.after
    if joint + 1 < len(found) and found[joint].word in ("-", "–", "to") and found[joint + 1].kind == "n" and not unit:
        high = _begins(found, joint + 1, piece, language, inside=True)
        if high and high.value > numeral.value and not (high.scaled and numeral.scaled):
            unit, noun_after = _unit(found, high, piece, language)
            low = numeral.value * (high.factor if not numeral.scaled else 1)
            ends = ((index, numeral.after, low), (joint + 1, high.after, high.value))
            return [_made(found, a, b, v, unit, noun_after, language) for a, b, v in ends], high.after
    value = numeral.value
    if unit == "percent" and _is_below_zero(found, index):
        index, value = index - 1, -value
    return [_made(found, index, numeral.after, value, unit, noun_after, language)], numeral.after


def _is_below_zero(found: tuple[Token, ...], index: int) -> bool:
    """ "stood at -9%", "minus 9%": a sign that is glued to the number and to nothing in front of it."""
    if not index:
        return False
    if found[index - 1].word == "minus":
        return True
    sign = found[index - 1].word == "-" and glued(found, index - 1)
    return sign and (index == 1 or not glued(found, index - 2) or found[index - 2].word == "(")


def _is_former(found: tuple[Token, ...], index: int) -> bool:
    """ "45 clinics, up from | seven a year ago": a number in words alone, of what was counted before."""
    return index > 1 and found[index - 1].word == "from" and found[index - 2].word in ("up", "down")


def _made(
    found: tuple[Token, ...],
    first: int,
    after: int,
    value: float,
    unit: str,
    noun_after: int,
    language: str,
) -> FoundNumber:
    before, begins = numerals.qualifier_before(found, first, language)
    behind, ends = numerals.qualifier_after(found, after)
    qualifier: Qualifier | None = before or behind
    end = found[ends - 1].end
    return FoundNumber(
        found[begins].start,
        end,
        float(value),
        unit,
        qualifier,
        max(end, found[noun_after - 1].end),
    )


def _begins(found: tuple[Token, ...], index: int, piece: str, language: str, inside: bool = False) -> Numeral | None:
    """The number at index, unless it is part of a name, a version, a year or a place in a list."""
    token = found[index]
    if index and glued(found, index - 1) and not inside:
        before = found[index - 1]
        if (
            before.kind != "s"
            or before.word in "_#/:@"
            or (before.word in "-.'" and index > 1 and glued(found, index - 2))
        ):
            return None
    if token.kind == "s":
        return None
    numeral = numerals.read(found, index, language)
    if numeral is None:
        return None
    after = numeral.after
    if token.kind == "n" and not numeral.scaled:
        follows = found[after].word if after < len(found) else ""
        if glued(found, after - 1) and (
            follows in ("st", "nd", "rd", "th", "/", ":") or _part_of_name(found, after, piece)
        ):
            return None
        noun = language == "de" and word_at(found, after) != "" and piece[found[after].start].isupper()
        sized = follows == "-" and word_at(found, after + 1) in _MEMBERS  # "Tiny 30-person startup"
        if _named(found, index, piece) and numeral.value < 100 and follows not in _PERCENT and not (noun or sized):
            return None  # "will Northwind 90 | Boote bauen": German counts nouns with capitals
    return numeral


_PERCENT = frozenset({"%", "percent", "per", "prozent", "pour", "por", "procent"})  # "Northwind 22%": a share


_MEMBERS = frozenset({"person", "employee", "strong", "member"})


def _part_of_name(found: tuple[Token, ...], after: int, piece: str) -> bool:
    """ "3D", "5G", "737-800": letters glued to the figure that are no unit."""
    word = found[after].word
    if found[after].kind == "w":
        return (
            word not in _units()
            and piece[found[after].start : found[after].end] not in _lexicon()["units_capital"]["names"]
        )
    return word == "." and glued(found, after) and after + 1 < len(found) and found[after + 1].kind != "s"


def _named(found: tuple[Token, ...], index: int, piece: str) -> bool:
    """Does a capitalised word stand right before ("Level 4", "Gen 3", "Section 12")?"""
    if not index or found[index - 1].kind != "w" or not piece[found[index - 1].start].isupper():
        return False
    before = found[index - 1].word
    if before in date_words("en").months:
        return False  # "In May | 20 people were let go"
    return index > 1 or not (before in _nouns("stop") or before in numerals.words("en").qualifiers or len(before) < 4)


def _fraction(found: tuple[Token, ...], index: int, language: str) -> tuple[float, int] | None:
    """ "one-tenth", "two-thirds", "a third of", "half of", "one in eight"."""
    word = found[index].word
    counts, fractions = _shares(language), _lexicon()["multiples"]["fractions"]
    if word in counts and word != "a" and word_at(found, index + 1) == "in" and language == "en":
        whole = counts.get(word_at(found, index + 2), 0.0)
        return (counts[word] / whole, index + 3) if whole > counts[word] else None
    if word == "half" and index + 1 < len(found) and found[index + 1].word in ("of", "the", "its", "their"):
        return 0.5, index + 1
    if word not in counts or index + 1 >= len(found):
        return None
    at = index + 2 if found[index + 1].word == "-" else index + 1
    if at >= len(found) or found[at].word not in fractions or (word == "a" and word_at(found, at + 1) != "of"):
        return None
    return counts[word] * float(fractions[found[at].word]), at + 1


# ---------------------------------------------------------------- what is counted


def _unit(found: tuple[Token, ...], numeral: Numeral, piece: str, language: str) -> tuple[str, int]:
    """The unit or the noun phrase behind a number, in the source's words save plain units, and the token after."""
    at = numeral.after
    _, at = numerals.qualifier_after(found, at)
    if word_at(found, at) == "-" and glued(found, at - 1):
        at += 1
        if word_at(found, at) in _nouns("hyphened"):
            return found[at].word, at + 1
        if at < len(found) and found[at].kind == "n":
            return "", numeral.after
    if at >= len(found):
        return "", numeral.after
    for phrase in _lexicon()["units"]["percent_phrases"]:
        if " ".join(token.word for token in found[at : at + 2]) == phrase:
            return "percent", at + 2
    word = found[at].word
    if word == "of" and word_at(found, at + 1) in _OWNED and at + 2 < len(found) and found[at + 2].kind == "w":
        return _counted(found, at + 2, numeral, piece, language)  # "twelve of its | satellites"
    if word in numerals.words(language).counts and word_at(found, at + 2) in ("ago", "earlier", "before"):
        return "", numeral.after  # "up from 540 two years ago"
    if word == "such":  # "has 12 such | stores"
        return _counted(found, at + 1, numeral, piece, language)
    plain = _units().get(word)
    shown = piece[found[at].start : found[at].end]
    if shown in _lexicon()["units_capital"]["names"]:
        return shown, at + 1
    if plain == "percent" and (word != "pc" or glued(found, at - 1)):
        points = word_at(found, at + 1) in ("points", "point")
        return ("percentage points", at + 2) if points else ("percent", at + 1)
    if plain == "times" and (word != "x" or glued(found, at - 1) or numeral.value < 1000):
        return "times", at + 1
    if word == "percentage" and word_at(found, at + 1).startswith("point"):
        return "percentage points", at + 2
    if word == "basis" and word_at(found, at + 1) == "points":
        return "basis points", at + 2
    if plain in _POWER and (hours := _hours(found, at + 1)):
        return f"{plain}h", hours
    if plain and plain not in ("percent", "times") and (len(word) > 3 or glued(found, at - 1) or shown != word):
        return plain, at + 1
    return _counted(found, at, numeral, piece, language)


_OWNED = frozenset({"its", "our", "their", "these", "those"})
_POWER = frozenset({"kW", "MW", "GW", "TW"})


def _hours(found: tuple[Token, ...], at: int) -> int:
    """ "gigawatt | -hours", "gigawatt | hours": the token after; 0 where power is meant."""
    at += word_at(found, at) == "-" and glued(found, at - 1)
    return at + 1 if word_at(found, at) in ("hour", "hours") else 0


def _counted(found: tuple[Token, ...], at: int, numeral: Numeral, piece: str, language: str) -> tuple[str, int]:
    """The noun phrase up to its plural head: "GB300 GPUs", "enterprise customers", "data centers"."""
    first, head, noun = at, 0, 0
    stop, time = _nouns("stop"), _nouns("time")
    while at < len(found) and at - first < _NOUN_WORDS:
        token = found[at]
        if token.word == "(" and word_at(found, at + 2) == ")" and at > first:
            at += 3  # "14 search and rescue (SAR) boats"
            continue
        if token.kind == "s" and token.word not in "-'&":
            break
        if token.word in stop or (token.word == "'" and not glued(found, at)):
            break
        if token.word in time:
            return _phrase(piece, found, first, at + 1), at + 1
        if not noun and language.startswith("de") and token.kind == "w" and piece[token.start].isupper():
            noun = at + 1  # German writes the noun that is counted with a capital
        if _plural(found, at) and not (at + 1 < len(found) and found[at + 1].word in "-'" and glued(found, at)):
            head = at + 1
            if not _goes_on(found, at + 1, piece) and not (
                token.word in _nouns("attributive") and _plural(found, at + 1)
            ):
                break
        at += 1
    head = head or noun
    return (_phrase(piece, found, first, head), head) if head else ("", numeral.after)


def _plural(found: tuple[Token, ...], at: int) -> bool:
    word = word_at(found, at)
    ends = word.endswith("s") and len(word) > 3 and word not in _nouns("no_plural") and word not in _nouns("stop")
    ends = ends or word in _AREAS or (word in _FEET and word_at(found, at - 1) in _SQUARE)
    return at < len(found) and found[at].kind == "w" and (ends or word in _nouns("plural"))


_FEET, _SQUARE = frozenset({"feet", "ft"}), frozenset({"square", "sq"})
_AREAS = frozenset({"sqft", "sqm"})


def _goes_on(found: tuple[Token, ...], at: int, piece: str) -> bool:
    """After a plural noun another plural noun may be the head ("GPUs" after "systems"), but only capitals show that."""
    return at < len(found) and found[at].kind == "w" and piece[found[at].start].isupper()


def _phrase(piece: str, found: tuple[Token, ...], first: int, after: int) -> str:
    return piece[found[first].start : found[after - 1].end]
