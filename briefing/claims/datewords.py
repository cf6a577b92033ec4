"""A language or a token goes in, what it says in a date comes out: names of months, a year, a day, a direction."""

from __future__ import annotations

from functools import cache
from typing import Any

from briefing.claims.anchors import Side
from briefing.claims.lexicon import load
from briefing.claims.tokens import Token, glued, word_at
from briefing.model.dates import bounds
from briefing.model.records import dataclass

_CUE_REACH = 8


@dataclass(frozen=True, slots=True)
class Core:
    """kind: literal, day, month, months, quarter, half, season, year, weekday, relative, ago or event.

    after: the token behind it. year: 0 if it says none. numbers: month, day, quarter … or the steps of a relative date.
    word: the unit of a step, or the EDTF text of a literal. side: which of several a date without a year means.
    """

    kind: str
    after: int
    year: int = 0
    numbers: tuple[int, ...] = ()
    word: str = ""
    side: Side = "past"


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language that dates are made of, with those of English."""

    months: dict[str, int]
    short: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word → phrases, longest first
    units: dict[str, str]
    names: frozenset[str]
    before: frozenset[str]
    small: bool
    triggers: frozenset[str]  # the words a date can begin with


@cache
def date_words(language: str) -> DateWords:
    """The words of a language tag's language ("de-AT" is German); English alone if it is unknown."""
    lexicon, primary = load("dates"), language.split("-")[0].lower()

    def table(name: str) -> dict[str, Any]:
        own = lexicon[name].get(primary, {})
        return {**lexicon[name]["en"], **own}

    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in table("phrases").items():
        parts = tuple(phrase.split())
        phrases.setdefault(parts[0], []).append((parts, meaning))
    rules, cues = lexicon["month_rules"], lexicon["cues"]
    named = [table(name) for name in ("months", "short_months", "weekdays", "seasons")]
    opening = [*phrases, *small_counts(), *cues["quarters"], "last", "this", "next", "q", "h", "t", "fy", "fiscal"]
    return DateWords(
        months=named[0],
        short=named[1],
        weekdays=named[2],
        seasons=named[3],
        triggers=frozenset(opening).union(*named),
        phrases={first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in phrases.items()},
        units={word: unit for unit, words in lexicon["units"].items() for word in words},
        names=frozenset(rules["names"]),
        before=frozenset(rules["before"]),
        small=primary in rules["small"],
    )


@cache
def small_counts() -> dict[str, int]:
    """Word → the number it means: "two", "a few"."""
    return {word: int(value) for word, value in load("numbers")["counts"]["en"].items()} | dict(load("dates")["few"])


def triggers(language: str) -> frozenset[str]:
    """The words that a date can begin with."""
    return date_words(language).triggers


def year_at(found: tuple[Token, ...], index: int) -> int:
    """The year that token index spells, else 0."""
    word = word_at(found, index)
    year = int(word) if len(word) == 4 and word.isascii() and word.isdigit() else 0
    return year if 1900 <= year <= 2099 else 0


def year_after(found: tuple[Token, ...], index: int) -> tuple[int, int]:
    """A year at index, or behind a comma, "of" or the like; and the token after it (index if there is none)."""
    if year_at(found, index):
        return year_at(found, index), index + 1
    if word_at(found, index) in (",", "of", "de", "del", ".", "'", "/") and year_at(found, index + 1):
        return year_at(found, index + 1), index + 2
    if word_at(found, index) == "'" and len(word_at(found, index + 1)) == 2 and word_at(found, index + 1).isdigit():
        return 2000 + int(word_at(found, index + 1)), index + 2
    return 0, index


def day_at(found: tuple[Token, ...], index: int) -> int:
    """The day of a month that token index spells, else 0."""
    word = word_at(found, index)
    day = int(word) if len(word) <= 2 and word.isascii() and word.isdigit() else 0
    return day if 1 <= day <= 31 else 0


def day_core(
    found: tuple[Token, ...], index: int, after: int, year: int, month: int, day: int, last: int
) -> Core | None:
    """The core of a day, or of the days up to `last` (0 if one is meant); None if no calendar has it."""
    if not bounds(f"{year or 2024:04}-{month:02}-{day:02}"):
        return None
    if year and last > day and bounds(f"{year:04}-{month:02}-{last:02}"):
        return Core("literal", after, word=f"{year:04}-{month:02}-{day:02}/{year:04}-{month:02}-{last:02}")
    return Core("day", after, year, (month, day), side=side_of(found, index))


def short_year_at(found: tuple[Token, ...], index: int) -> tuple[int, int]:
    """As `year_after`, for a year that may be cut to two figures right behind its quarter ("3Q25")."""
    if word_at(found, index) == "'":
        index += 1
    if year_at(found, index):
        return year_at(found, index), index + 1
    word = word_at(found, index)
    short = len(word) == 2 and word.isascii() and word.isdigit() and glued(found, index - 1)
    return (2000 + int(word), index + 1) if short else (0, index)


def side_of(found: tuple[Token, ...], index: int) -> Side:
    """Which one a date without a year means, by the words in front of it."""
    before, further = word_at(found, index - 1), word_at(found, index - 2)
    if before in ("last", "previous", "letzten", "vergangenen") or (before == "past" and further in ("this", "the")):
        return "past" if before == "past" else "last"
    if before in ("this", "diesen", "cet", "diesem"):
        return "this"
    if before in ("next", "coming", "nächsten", "kommenden"):
        return "next"
    future = load("dates")["cues"]["future"]
    for place in range(index - 1, max(0, index - _CUE_REACH) - 1, -1):
        word = word_at(found, place)
        if word in future and not _misleads(found, word, place, index):
            return "next"
        if word in _SAID:
            break  # "founded by two engineers, said on | Tuesday"
    return "past"


def _misleads(found: tuple[Token, ...], word: str, place: int, index: int) -> bool:
    """ "Led | by Northwind in May", "the | plant opened in May": words that only look as if a day were to come."""
    if word == "by":
        return any(word_at(found, at) not in _DEADLINE for at in range(place + 1, index))
    return word == "plant" and word_at(found, place + 1) not in _PLANS


_PLANS = frozenset("die der das den dem ein eine einen bis für im ab ihre seine zwei drei den".split())
# Between "by" and a day that is to come: "by the end of | May"; "led by Northwind in | May" is over.
_DEADLINE = frozenset(
    {"the", "end", "of", "early", "late", "mid", "middle", "start", "beginning", "close", "-", "about"}
)
_SAID = frozenset({"said", "announced", "told", "reported", "confirmed"})
