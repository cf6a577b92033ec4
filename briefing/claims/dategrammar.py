"""Tokens go in, the core of a date that begins at one of them comes out: day, month, quarter, season, year.

What begins with a figure is read by datefigures.py. What stands in front of a core ("early", "by the end of", "~") is
read by `parts_before`; `dates.py` does the reckoning.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from briefing.claims.anchors import Side
from briefing.claims.datefigures import figure_core, step_core
from briefing.claims.datewords import (
    Core,
    DateWords,
    date_words,
    day_at,
    day_core,
    short_year_at,
    side_of,
    year_after,
    year_at,
)
from briefing.claims.lexicon import load
from briefing.claims.phrases import words_of
from briefing.claims.tokens import Token, glued, word_at, words_at


def core_at(found: tuple[Token, ...], index: int, piece: str, language: str) -> Core | None:
    """The date core that begins at token index, or None."""
    table, token = date_words(language), found[index]
    if token.kind == "n":
        return figure_core(found, index, piece, table)
    word = token.word
    if token.kind != "w" or word not in table.triggers:
        return None
    if word_at(found, index - 1) in _AFTER_EVENT and (word in table.months or word in table.seasons):
        return _from_event(found, index, table)
    if word in table.phrases:
        core = _phrase(found, index, table)
        if core:
            return core
    if word in table.months or word in table.short:
        core = _month(found, index, piece, table)
        if core:
            return core
    if word in table.weekdays and (piece[token.start].isupper() or table.small):
        return Core("weekday", index + 1, numbers=(table.weekdays[word],), side=side_of(found, index))
    if word in table.seasons:
        core = _season(found, index, table)
        if core:
            return core
    for read in _READERS:
        core = read(found, index, table)
        if core:
            return core
    return None


_NEXT_YEAR = ("the", "next", "year")  # a date of its own behind a full stop or comma only: "The next year, it …"
_SPANNING = frozenset(
    {"in", "over", "within", "for", "during", "of", "into", "by", "through", "across", "until", "from"}
)
_AFTER_EVENT = ("following", "that")  # "the following spring", "that May"


def _from_event(found: tuple[Token, ...], index: int, table: DateWords) -> Core | None:
    """ "the following | spring", "that | March": the first one behind an event, or that of its year."""
    word = found[index].word
    if year_at(found, index + 1) or (word in table.seasons and word_at(found, index + 1) in ("of", "off")):
        return None
    step = int(word_at(found, index - 1) == "following")
    if word in table.months:
        return (
            None
            if step == 0 and word in table.names
            else Core("event", index + 1, 0, (step, table.months[word]), "month")
        )
    return (
        None
        if step == 0 and word in ("fall", "spring")
        else Core("event", index + 1, 0, (step, table.seasons[word]), "season")
    )


def event_core(found: tuple[Token, ...], index: int) -> Core | None:
    """A step from an event told of before, in any of the languages."""
    for language in load("dates")["phrases"]:
        core = core_at(found, index, " " * (found[-1].end if found else 0), language)
        if core and core.kind == "event":
            return core
    return None


def _phrase(found: tuple[Token, ...], index: int, table: DateWords) -> Core | None:
    second = word_at(found, index + 1)
    for parts, meaning in table.phrases[found[index].word]:
        if (len(parts) > 1 and parts[1] != second) or not words_at(found, index, parts):
            continue
        kind, *rest = meaning.split()
        after = index + len(parts)
        if kind == "event" and parts == _NEXT_YEAR and word_at(found, index - 1) in _SPANNING:
            return None
        if kind == "event":
            return Core("event", after, numbers=(int(rest[1]),), word=rest[0])
        if kind == "ago":
            return Core("ago", after, numbers=(int(rest[1]),), word=rest[0])
        if kind == "span":
            return None
        if kind == "weekday":
            return Core("weekday", after, numbers=(int(rest[0]),), side=side_of(found, index))
        if kind == "year-end" and year_at(found, after):
            return Core("month", after + 1, year_at(found, after), (12,))
        return Core("relative", after, numbers=(int(rest[0]),), word=kind)
    return None


def _month(found: tuple[Token, ...], index: int, piece: str, table: DateWords) -> Core | None:
    """February 24, 2026; Feb. 2026; February and March 2026; "in February"."""
    token = found[index]
    if not table.small and not piece[token.start].isupper() and piece[token.start].strip():
        return None
    short = token.word not in table.months
    month = table.short[token.word] if short else table.months[token.word]
    at = index + 1 + (short and word_at(found, index + 1) == "." and glued(found, index))
    day = day_at(found, at)
    if day and not _counts_something(found, index, at + 1):
        return _month_day(found, index, at, month, day)
    joint = word_at(found, at)
    if joint in ("and", "-", "–", "to", "und", "et", "bis", "through", "/", "e", "y"):
        core = _month_pair(found, index, at + 1, month, table)
        if core:
            return core
    year, after = year_after(found, at)
    if year:
        return Core("month", after, year, (month,))
    if told := _year_told(found, at):
        return Core("month", told[1], 0, (month, told[0]), "of year")
    if short or not _bare_month(found, index, piece, table):
        return None
    return Core("month", index + 1, 0, (month,), side=side_of(found, index))


def _year_told(found: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """ "March | last year", "the spring | of this year": steps from the reference's year, and the token behind."""
    at += word_at(found, at) == "of"
    steps = {"last": -1, "this": 0, "next": 1}.get(word_at(found, at))
    return (steps, at + 2) if steps is not None and word_at(found, at + 1) == "year" else None


def _counts_something(found: tuple[Token, ...], month: int, at: int) -> bool:
    """ "in May 20 million", "in May 20 people": the figure behind the month is no day."""
    word = word_at(found, at)
    if word_at(found, month - 1) == "in" and word in words_of("metrics", "counts", "nouns"):
        return True
    return word in load("numbers")["scales"]["en"] or word in ("%", "percent")


def _month_day(found: tuple[Token, ...], index: int, at: int, month: int, day: int) -> Core | None:
    last, after = 0, at + 1
    if word_at(found, after) in load("dates")["cues"]["ordinals"] and glued(found, after - 1):
        after += 1
    if word_at(found, after) in ("-", "–") and day_at(found, after + 1):
        last, after = day_at(found, after + 1), after + 2
    year, after = year_after(found, after)
    return day_core(found, index, after, year, month, day, last)


def _month_pair(found: tuple[Token, ...], index: int, at: int, month: int, table: DateWords) -> Core | None:
    second = table.months.get(word_at(found, at)) or table.short.get(word_at(found, at))
    if not second or second == month:
        return None
    at += 1 + (word_at(found, at + 1) == ".")
    year, after = year_after(found, at)
    if not year and (word_at(found, index - 1) not in table.before or day_at(found, at)):
        return None
    return Core("months", after, year, (month, second), side=side_of(found, index))


def _bare_month(found: tuple[Token, ...], index: int, piece: str, table: DateWords) -> bool:
    rules, before = load("dates")["month_rules"], word_at(found, index - 1)
    word, follows = found[index].word, index + 1
    after = piece[found[follows].start : found[follows].end] if follows < len(found) else ""
    capital = after[:1].isupper() and after.isalpha()
    if word in table.names:
        if before in ("its", "their", "the", "a") and ((after.isupper() and len(after) > 1) or after == "Series"):
            return True  # "its June IPO"
        if before == "to" and word_at(found, index - 2) in ("year", "months", "quarter", "half", "weeks"):
            return not capital  # "in the year to June"
        return before in table.before and not (capital and before not in ("in", "since", "last", "this", "next"))
    return (
        before in table.before
        or before in rules["by_too"]
        or not index
        or word_at(found, index - 2) in ("this", "last")
    )


def _season(found: tuple[Token, ...], index: int, table: DateWords) -> Core | None:
    number = table.seasons[found[index].word]
    year, after = year_after(found, index + 1)
    if year:
        return Core("season", after, year, (number,))
    if told := _year_told(found, index + 1):
        return Core("season", told[1], 0, (number, told[0]), "of year")
    if word_at(found, index - 1) not in load("dates")["season_rules"]["before"]:
        return None
    return Core("season", index + 1, 0, (number,), side=side_of(found, index))


def _stepped(found: tuple[Token, ...], index: int, table: DateWords) -> Core | None:
    """ "last year", "this quarter", "next month"; "this past week"."""
    name = _steps().get(found[index].word)
    if name is None:
        return None
    at = index + 1 + (word_at(found, index + 1) in ("past", "coming"))
    unit = table.units.get(word_at(found, at), "")
    if not unit or unit == "decade" or word_at(found, at) != unit:
        return None
    if name == "last" and word_at(found, index - 1) in ("the", "this", "our", "its"):
        return None  # "the last year" is a span that ends now
    steps = {"last": -1, "this": 0, "next": 1}[name]
    return Core("relative", at + 1, numbers=(steps,), word=unit)


@cache
def _steps() -> dict[str, str]:
    """Word → "last", "this" or "next", which it means."""
    directions = load("dates")["directions"]
    return {word: name for name in ("next", "this", "last") for word in directions[name]}


def _quarter(found: tuple[Token, ...], index: int, table: DateWords) -> Core | None:
    """Q3 2025, H1, the third quarter of 2025, the first half of the year, FY25."""
    cues, word = load("dates")["cues"], found[index].word
    number, at, kind = 0, index + 1, ""
    if word in ("q", "h", "t") and glued(found, index) and day_at(found, at):
        number, kind, at = day_at(found, at), "half" if word == "h" else "quarter", at + 1
        if number > (2 if kind == "half" else 4):
            return None
    elif word in cues["quarters"]:
        number = cues["quarters"][word]
        at += word_at(found, at) in ("fiscal", "calendar")
        kind = (
            "quarter"
            if word_at(found, at) in cues["quarter_words"]
            else "half"
            if word_at(found, at) in cues["halves"]
            else ""
        )
        at += 1
    elif word in ("fy", "fiscal") and index + 1 < len(found):
        at += word_at(found, at) == "year"
        year, after = short_year_at(found, at)
        return Core("year", after, year) if year else None
    if not kind or (kind == "half" and number > 2):
        return None
    year, after = year_after(
        found, at + (word_at(found, at) in ("fiscal", "of") and word_at(found, at + 1) == "fiscal")
    )
    if not year and word_at(found, at) == "of" and [word_at(found, at + 1), word_at(found, at + 2)] == ["next", "year"]:
        return Core(kind, at + 3, 0, (number,), "next year")
    if not year and word_at(found, at) in ("of", "in") and word_at(found, at + 1) in ("last", "this"):
        side: Side = "last" if word_at(found, at + 1) == "last" else "this"
        return Core(kind, at + 3, 0, (number,), side=side)
    if not year and [word_at(found, at + step) for step in range(3)] == ["of", "the", "year"]:
        return Core(kind, at + 3, 0, (number,), side="this")
    return Core(kind, after, year, (number,), side=side_of(found, index))


_READERS: tuple[Callable[[tuple[Token, ...], int, DateWords], Core | None], ...] = (_stepped, step_core, _quarter)


def parts_before(found: tuple[Token, ...], index: int, floor: int, core: Core) -> tuple[int, frozenset[str]]:
    """The words in front of a core that belong to it: the token where the wording begins, and what they say."""
    lexicon = load("dates")
    parts: set[str] = set()
    if core.kind == "event" and len(core.numbers) > 1:
        return max(index - 1, floor), frozenset()  # "following spring"
    first = index
    for _ in range(3):
        step = _part(found, first, floor, core)
        if step is None:
            break
        first = step[0]
        parts.add(step[1])
    while (
        first > floor
        and word_at(found, first - 1) in ("this", "last", "next", "the", "past", "coming")
        and _is_named(core)
    ):
        first -= 1
    if first > floor and word_at(found, first - 1) in lexicon["cues"]["about"] and core.kind != "relative":
        parts.add("about")
        first -= 1
    if word_at(found, first - 1) in lexicon["cues"]["since"]:
        parts.add("since")
    return first, frozenset(parts)


def _is_named(core: Core) -> bool:
    return core.kind in ("month", "season", "weekday", "quarter", "half") and not core.year


@cache
def _parts() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Last word → phrases that end in it with what they say, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in load("dates")["parts"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append((words, name))
    return {last: tuple(sorted(group, key=lambda one: -len(one[0]))) for last, group in found.items()}


def _part(found: tuple[Token, ...], first: int, floor: int, core: Core) -> tuple[int, str] | None:
    for words, name in _parts().get(word_at(found, first - 1), ()):
        begins = first - len(words)
        if begins >= floor and words_at(found, begins, words):
            return begins, name
    if word_at(found, first - 1) in ("earlier", "later") and core.kind == "relative" and first - 1 >= floor:
        return first - 1, found[first - 1].word
    return None
