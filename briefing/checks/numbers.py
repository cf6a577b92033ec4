"""Text in, the numbers in it out: every value a wording can mean, whatever its separators and magnitude words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model.records import dataclass

_TOKEN = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u2009]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f\u2009]\d{3})+")
_SEPARATORS = re.compile(r"[.,'’\u00a0\u202f\u2009]")
_MAGNITUDE = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+)")
_MAGNITUDES = {
    **dict.fromkeys(("k", "thousand", "tausend", "mil", "mille"), 1e3),
    **dict.fromkeys(("lakh", "lakhs"), 1e5),
    **dict.fromkeys(("m", "mn", "mm", "mio", "million", "millions", "millionen", "milhão", "milhões"), 1e6),
    **dict.fromkeys(("crore", "crores", "cr"), 1e7),
    **dict.fromkeys(("b", "bn", "mrd", "md", "billion", "billions", "milliarden", "milliarde"), 1e9),
    **dict.fromkeys(("milliard", "milliards", "bilhão", "bilhões"), 1e9),
    **dict.fromkeys(("t", "tn", "trillion", "trillions", "billionen"), 1e12),
}
_TO_TWELVE = "zero one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
_PARTS = {"first": 1.0, "second": 2.0, "third": 3.0, "fourth": 4.0}  # of a year: "Q1", "H2"
_SPELT = (
    _PARTS
    | {word: float(value) for value, word in enumerate(f"{_TO_TWELVE} {_TEENS}".split())}
    | {
        "half": 0.5,
        "dozen": 12.0,
        "thirty": 30.0,
        "forty": 40.0,
        "fifty": 50.0,
        "sixty": 60.0,
        "seventy": 70.0,
        "eighty": 80.0,
        "ninety": 90.0,
        "hundred": 100.0,
        "thousand": 1_000.0,
    }
)
_DATE = re.compile(r"(\d{4})(?:-\d\d)?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Number:
    """text: as printed with its magnitude, up to end. values: what it can mean. bare: a plain integer, no unit."""

    text: str
    values: frozenset[float]
    bare: bool
    end: int


def find(text: str) -> Iterator[Number]:
    """The numbers written in digits, in order."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        plain = _readings(match[0])
        word = _MAGNITUDE.match(text, end)
        factor = _MAGNITUDES.get(word[1].casefold()) if word else None
        if factor and word:
            yield Number(
                text[start : word.end()], frozenset(rounded(value * factor) for value in plain), False, word.end()
            )
        else:
            around = text[start - 1 : start] + text[end : end + 1]
            bare = match[0].isdigit() and not any(sign in "$€£¥₹%×" or sign.isalpha() for sign in around)
            yield Number(match[0], frozenset(plain), bare, end)


def all_values(text: str) -> set[float]:
    """Every value that the digits of a source can mean, with and without their magnitude."""
    found: set[float] = set()
    for match in _TOKEN.finditer(text):
        plain = _readings(match[0])
        found |= plain
        word = _MAGNITUDE.match(text, match.end())
        factor = _MAGNITUDES.get(word[1].casefold()) if word else None
        if factor:
            found |= {rounded(value * factor) for value in plain}
    return found


def spelt_values(words: Iterable[str]) -> set[float]:
    """The values of words, case-folded, that spell a number."""
    return {_SPELT[word] for word in words if word in _SPELT}


def rounded(value: float) -> float:
    """A value without the noise of floating point: ten significant digits."""
    return float(f"{value:.10g}")


def date_values(edtf: str) -> set[float]:
    """Years and days of an EDTF date; months are written as words, so their numbers mean nothing."""
    return {float(part) for match in _DATE.finditer(edtf) for part in (match[1], match[2]) if part}


def _readings(token: str) -> set[float]:
    """ "1.500" is 1500 or 1.5; "13,8" is 13.8; "2,4,5" is three numbers."""
    if token.isdigit():
        return {float(token)}
    found: set[float] = set()
    if _GROUPED.fullmatch(token):
        found.add(float(_SEPARATORS.sub("", token)))
    parts = _SEPARATORS.split(token)
    if len(parts) == 2:
        found.add(rounded(float(f"{parts[0]}.{parts[1]}")))
    elif _GROUPED.fullmatch(token[: -len(parts[-1]) - 1]):
        found.add(rounded(float("".join(parts[:-1]) + "." + parts[-1])))
    return found or {float(part) for part in parts}
