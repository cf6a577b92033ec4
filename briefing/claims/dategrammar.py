"""Tokens go in, the core of a date that begins at one of them comes out: day, month, quarter, season, year.

What stands in front of it ("early", "by the end of", "~") is read by `parts_before`; `dates.py` does the reckoning.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from briefing.claims.anchors import Side
from briefing.claims.lexicon import load
from briefing.claims.tokens import Token, glued, words_at
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
class _Words:
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
def _words(language: str) -> _Words:
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
    opening = [*phrases, *_counts(), *cues["quarters"], "last", "this", "next", "q", "h", "t", "fy", "fiscal"]
    return _Words(
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
def _counts() -> dict[str, int]:
    return {word: int(value) for word, value in load("numbers")["counts"]["en"].items()} | dict(load("dates")["few"])


def triggers(language: str) -> frozenset[str]:
    """The words that a date can begin with."""
    return _words(language).triggers


def core_at(found: tuple[Token, ...], index: int, piece: str, language: str) -> Core | None:
    """The date core that begins at token index, or None."""
    table, token = _words(language), found[index]
    if token.kind == "n":
        return _number_core(found, index, piece, table)
    word = token.word
    if token.kind != "w" or word not in table.triggers:
        return None
    if word in table.phrases:
        core = _phrase(found, index, table)
        if core:
            return core
    if word in table.months or word in table.short:
        core = _month(found, index, piece, table)
        if core:
            return core
    if word in table.weekdays and (piece[token.start].isupper() or table.small):
        return Core("weekday", index + 1, numbers=(table.weekdays[word],), side=_side(found, index))
    if word in table.seasons:
        core = _season(found, index, table)
        if core:
            return core
    for read in _READERS:
        core = read(found, index, table)
        if core:
            return core
    return None


def event_core(found: tuple[Token, ...], index: int) -> Core | None:
    """A step from an event told of before, in any of the languages."""
    for language in load("dates")["phrases"]:
        core = core_at(found, index, " " * (found[-1].end if found else 0), language)
        if core and core.kind == "event":
            return core
    return None


def _word(found: tuple[Token, ...], index: int) -> str:
    return found[index].word if 0 <= index < len(found) else ""


def _year(found: tuple[Token, ...], index: int) -> int:
    """The year that token index spells, else 0."""
    word = _word(found, index)
    year = int(word) if len(word) == 4 and word.isascii() and word.isdigit() else 0
    return year if 1900 <= year <= 2099 else 0


def _year_after(found: tuple[Token, ...], index: int) -> tuple[int, int]:
    """A year at index, or behind a comma, "of" or the like; and the token after it (index if there is none)."""
    if _year(found, index):
        return _year(found, index), index + 1
    if _word(found, index) in (",", "of", "de", "del", ".", "'", "/") and _year(found, index + 1):
        return _year(found, index + 1), index + 2
    if _word(found, index) == "'" and len(_word(found, index + 1)) == 2 and _word(found, index + 1).isdigit():
        return 2000 + int(_word(found, index + 1)), index + 2
    return 0, index


def _day_number(found: tuple[Token, ...], index: int) -> int:
    word = _word(found, index)
    day = int(word) if len(word) <= 2 and word.isascii() and word.isdigit() else 0
    return day if 1 <= day <= 31 else 0


# ---------------------------------------------------------------- what begins with a figure


def _number_core(found: tuple[Token, ...], index: int, piece: str, table: _Words) -> Core | None:
    if index and glued(found, index - 1) and (found[index - 1].kind == "w" or found[index - 1].word in "_$€£#/.@"):
        return None
    return (
        _iso(found, index)
        or _slashed(found, index)
        or _day_first(found, index, piece, table)
        or _quarter_of_year(found, index)
        or _ago(found, index, table)
        or _bare_year(found, index, piece)
    )


def _iso(found: tuple[Token, ...], index: int) -> Core | None:
    """2026-02-24 and 2026-02."""
    if not _year(found, index) or _word(found, index + 1) != "-" or not all(glued(found, index + k) for k in (0, 1)):
        return None
    month = _word(found, index + 2)
    if len(month) != 2 or not month.isdigit():
        return None
    day = _word(found, index + 4)
    full = _word(found, index + 3) == "-" and glued(found, index + 2) and glued(found, index + 3)
    edtf = f"{_word(found, index)}-{month}" + (f"-{day}" if full and len(day) == 2 else "")
    if not bounds(edtf) or int(month) > 12:
        return None
    return Core("literal", index + (5 if len(edtf) == 10 else 3), word=edtf)


def _slashed(found: tuple[Token, ...], index: int) -> Core | None:
    """24.02.2026, 12/24/25, 3/4/2026 (day and month open: an interval)."""
    word = _word(found, index)
    if word.count(".") == 2:
        parts = word.split(".")
        return _numeric(parts, index + 1, day_first=True) if len(parts[2]) == 4 else None
    if (
        _word(found, index + 1) == "/"
        and _word(found, index + 3) == "/"
        and all(glued(found, index + k) for k in range(4))
    ):
        return _numeric([word, _word(found, index + 2), _word(found, index + 4)], index + 5, day_first=False)
    return None


def _numeric(parts: list[str], after: int, day_first: bool) -> Core | None:
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts[2]) not in (2, 4):
        return None
    one, other, year = (int(part) for part in parts)
    year += 2000 if len(parts[2]) == 2 else 0
    choices = sorted(
        edtf
        for month, day in {(other, one), *([] if day_first else [(one, other)])}
        if month <= 12 and bounds(edtf := f"{year:04}-{month:02}-{day:02}")
    )
    return Core("literal", after, word="/".join(choices)) if choices else None


def _day_first(found: tuple[Token, ...], index: int, piece: str, table: _Words) -> Core | None:
    """24 February 2026, 24th of February, 24. Februar, 1er mars, 24 de fevereiro de 2026."""
    day, at = _day_number(found, index), index + 1
    if not day:
        return None
    if _word(found, at) in load("dates")["cues"]["ordinals"] and glued(found, at - 1):
        at += 1
    last = 0
    if _word(found, at) in ("-", "–") and _day_number(found, at + 1):
        last, at = _day_number(found, at + 1), at + 2
    if _word(found, at) in (".", "of", "de", "-"):
        at += 1
    month = table.months.get(_word(found, at)) or table.short.get(_word(found, at))
    if not month or (not table.small and not piece[found[at].start : found[at].start + 1].strip()[:1].isupper()):
        return None
    at += 1 + (_word(found, at + 1) == "." and _year(found, at + 2) > 0)
    year, at = _year_after(found, at)
    return _day_core(found, index, at, year, month, day, last)


def _day_core(
    found: tuple[Token, ...], index: int, after: int, year: int, month: int, day: int, last: int
) -> Core | None:
    if not bounds(f"{year or 2024:04}-{month:02}-{day:02}"):
        return None
    if year and last > day and bounds(f"{year:04}-{month:02}-{last:02}"):
        return Core("literal", after, word=f"{year:04}-{month:02}-{day:02}/{year:04}-{month:02}-{last:02}")
    return Core("day", after, year, (month, day), side=_side(found, index))


def _quarter_of_year(found: tuple[Token, ...], index: int) -> Core | None:
    """3Q25 and 1H 2026."""
    number, letter = _day_number(found, index), _word(found, index + 1)
    if not number or not glued(found, index) or letter not in ("q", "h") or number > (4 if letter == "q" else 2):
        return None
    year, after = _short_year(found, index + 2)
    return Core("quarter" if letter == "q" else "half", after, year, (number,)) if year else None


def _short_year(found: tuple[Token, ...], index: int) -> tuple[int, int]:
    if _word(found, index) == "'":
        index += 1
    if _year(found, index):
        return _year(found, index), index + 1
    word = _word(found, index)
    short = len(word) == 2 and word.isascii() and word.isdigit() and glued(found, index - 1)
    return (2000 + int(word), index + 1) if short else (0, index)


# "its 2026 sales forecast": nouns that a year stands in front of, and verbs that look like plural nouns.
_OF_A_YEAR = frozenset(
    "was sees has plans brings sales earnings results figures revenues accounts losses profits targets goals".split()
)


def _bare_year(found: tuple[Token, ...], index: int, piece: str) -> Core | None:
    """A figure of four digits that is a year and counts nothing."""
    year = _year(found, index)
    if not year:
        return None
    follows, before = _word(found, index + 1), _word(found, index - 1)
    if glued(found, index) and follows and (found[index + 1].kind == "w" or follows in ("%", "$", "€", "/", "+")):
        return None
    if follows == "-" and glued(found, index) and glued(found, index + 1) and _word(found, index + 2).isdigit():
        short = _word(found, index + 2)
        if len(short) == 2 and int(short) == (year + 1) % 100:  # "2025-26"
            return Core("literal", index + 3, word=f"{year}/{year + 1}")
    counts = found[index + 1].kind == "w" and follows.endswith("s") and len(follows) > 3 if follows else False
    counts = counts and piece[found[index + 1].start].islower() and follows not in _OF_A_YEAR
    dated = before in (
        "in",
        "since",
        "by",
        "of",
        "during",
        "until",
        "from",
        "for",
        "to",
        "late",
        "early",
        "mid",
        "-",
        "fiscal",
    )
    return None if counts and not dated else Core("year", index + 1, year)


# ---------------------------------------------------------------- what begins with a word


def _phrase(found: tuple[Token, ...], index: int, table: _Words) -> Core | None:
    second = _word(found, index + 1)
    for parts, meaning in table.phrases[found[index].word]:
        if (len(parts) > 1 and parts[1] != second) or not words_at(found, index, parts):
            continue
        kind, *rest = meaning.split()
        after = index + len(parts)
        if kind == "event":
            return Core("event", after, numbers=(int(rest[1]),), word=rest[0])
        if kind == "ago":
            return Core("ago", after, numbers=(int(rest[1]),), word=rest[0])
        if kind == "span":
            return None
        if kind == "weekday":
            return Core("weekday", after, numbers=(int(rest[0]),), side=_side(found, index))
        if kind == "year-end" and _year(found, after):
            return Core("month", after + 1, _year(found, after), (12,))
        return Core("relative", after, numbers=(int(rest[0]),), word=kind)
    return None


def _month(found: tuple[Token, ...], index: int, piece: str, table: _Words) -> Core | None:
    """February 24, 2026; Feb. 2026; February and March 2026; "in February"."""
    token = found[index]
    if not table.small and not piece[token.start].isupper() and piece[token.start].strip():
        return None
    short = token.word not in table.months
    month = table.short[token.word] if short else table.months[token.word]
    at = index + 1 + (short and _word(found, index + 1) == "." and glued(found, index))
    day = _day_number(found, at)
    if day and not _counts_something(found, at + 1):
        return _month_day(found, index, at, month, day)
    joint = _word(found, at)
    if joint in ("and", "-", "–", "to", "und", "et", "bis", "through", "/", "e", "y"):
        core = _month_pair(found, index, at + 1, month, table)
        if core:
            return core
    year, after = _year_after(found, at)
    if year:
        return Core("month", after, year, (month,))
    if short or not _bare_month(found, index, piece, table):
        return None
    return Core("month", index + 1, 0, (month,), side=_side(found, index))


def _counts_something(found: tuple[Token, ...], at: int) -> bool:
    """ "in May 20 million": the figure behind the month is no day."""
    word = _word(found, at)
    return word in load("numbers")["scales"]["en"] or word in ("%", "percent")


def _month_day(found: tuple[Token, ...], index: int, at: int, month: int, day: int) -> Core | None:
    last, after = 0, at + 1
    if _word(found, after) in load("dates")["cues"]["ordinals"] and glued(found, after - 1):
        after += 1
    if _word(found, after) in ("-", "–") and _day_number(found, after + 1):
        last, after = _day_number(found, after + 1), after + 2
    year, after = _year_after(found, after)
    return _day_core(found, index, after, year, month, day, last)


def _month_pair(found: tuple[Token, ...], index: int, at: int, month: int, table: _Words) -> Core | None:
    second = table.months.get(_word(found, at)) or table.short.get(_word(found, at))
    if not second or second == month:
        return None
    at += 1 + (_word(found, at + 1) == ".")
    year, after = _year_after(found, at)
    if not year and (_word(found, index - 1) not in table.before or _day_number(found, at)):
        return None
    return Core("months", after, year, (month, second), side=_side(found, index))


def _bare_month(found: tuple[Token, ...], index: int, piece: str, table: _Words) -> bool:
    rules, before = load("dates")["month_rules"], _word(found, index - 1)
    word, follows = found[index].word, index + 1
    after = piece[found[follows].start : found[follows].end] if follows < len(found) else ""
    capital = after[:1].isupper() and after.isalpha()
    if word in table.names:
        if before in ("its", "their", "the", "a") and ((after.isupper() and len(after) > 1) or after == "Series"):
            return True  # "its June IPO"
        if before == "to" and _word(found, index - 2) in ("year", "months", "quarter", "half", "weeks"):
            return not capital  # "in the year to June"
        return before in table.before and not (capital and before not in ("in", "since", "last", "this", "next"))
    return (
        before in table.before or before in rules["by_too"] or not index or _word(found, index - 2) in ("this", "last")
    )


def _season(found: tuple[Token, ...], index: int, table: _Words) -> Core | None:
    number = table.seasons[found[index].word]
    year, after = _year_after(found, index + 1)
    if year:
        return Core("season", after, year, (number,))
    if _word(found, index - 1) not in load("dates")["season_rules"]["before"]:
        return None
    return Core("season", index + 1, 0, (number,), side=_side(found, index))


def _stepped(found: tuple[Token, ...], index: int, table: _Words) -> Core | None:
    """ "last year", "this quarter", "next month"; "this past week"."""
    name = _steps().get(found[index].word)
    if name is None:
        return None
    at = index + 1 + (_word(found, index + 1) in ("past", "coming"))
    unit = table.units.get(_word(found, at), "")
    if not unit or unit == "decade" or _word(found, at) != unit:
        return None
    if name == "last" and _word(found, index - 1) in ("the", "this", "our", "its"):
        return None  # "the last year" is a span that ends now
    steps = {"last": -1, "this": 0, "next": 1}[name]
    return Core("relative", at + 1, numbers=(steps,), word=unit)


@cache
def _steps() -> dict[str, str]:
    """Word → "last", "this" or "next", which it means."""
    directions = load("dates")["directions"]
    return {word: name for name in ("next", "this", "last") for word in directions[name]}


def _ago(found: tuple[Token, ...], index: int, table: _Words) -> Core | None:
    """ "two years ago", "just one year earlier", "six months later"."""
    word = found[index].word
    figure = len(word) <= 3 and word.isascii() and word.isdigit()
    count, at = int(word) if figure else _counts().get(word, 0), index + 1
    if word == "a" and _word(found, at) in ("couple", "few"):
        count, at = (2, at + 1) if _word(found, at) == "couple" else (0, at)
        at += _word(found, at) == "of"
    unit = table.units.get(_word(found, at), "")
    if not count or not unit or count > 200:
        return None
    directions, direction = load("dates")["directions"], _word(found, at + 1)
    if direction in directions["ago"]:
        return Core("ago", at + 2, numbers=(count,), word=unit)
    if direction in directions["later"]:
        return Core("event", at + 2, numbers=(count,), word=unit)
    if direction in directions["earlier"] and not (direction == "before" and _opens_clause(found, at + 2)):
        return Core("event", at + 2, numbers=(-count,), word=unit)
    return None


def _opens_clause(found: tuple[Token, ...], index: int) -> bool:
    """ "a year before Acme hired …" measures a span; "a year before." and "a year before," a date."""
    return index < len(found) and found[index].kind in "wn"


def _quarter(found: tuple[Token, ...], index: int, table: _Words) -> Core | None:
    """Q3 2025, H1, the third quarter of 2025, the first half of the year, FY25."""
    cues, word = load("dates")["cues"], found[index].word
    number, at, kind = 0, index + 1, ""
    if word in ("q", "h", "t") and glued(found, index) and _day_number(found, at):
        number, kind, at = _day_number(found, at), "half" if word == "h" else "quarter", at + 1
        if number > (2 if kind == "half" else 4):
            return None
    elif word in cues["quarters"]:
        number = cues["quarters"][word]
        at += _word(found, at) in ("fiscal", "calendar")
        kind = (
            "quarter"
            if _word(found, at) in cues["quarter_words"]
            else "half"
            if _word(found, at) in cues["halves"]
            else ""
        )
        at += 1
    elif word in ("fy", "fiscal") and index + 1 < len(found):
        at += _word(found, at) == "year"
        year, after = _short_year(found, at)
        return Core("year", after, year) if year else None
    if not kind or (kind == "half" and number > 2):
        return None
    year, after = _year_after(found, at + (_word(found, at) in ("fiscal", "of") and _word(found, at + 1) == "fiscal"))
    if not year and _word(found, at) == "of" and [_word(found, at + 1), _word(found, at + 2)] == ["next", "year"]:
        return Core(kind, at + 3, 0, (number,), "next year")
    if not year and _word(found, at) in ("of", "in") and _word(found, at + 1) in ("last", "this"):
        side: Side = "last" if _word(found, at + 1) == "last" else "this"
        return Core(kind, at + 3, 0, (number,), side=side)
    if not year and [_word(found, at + step) for step in range(3)] == ["of", "the", "year"]:
        return Core(kind, at + 3, 0, (number,), side="this")
    return Core(kind, after, year, (number,), side=_side(found, index))


_READERS: tuple[Callable[[tuple[Token, ...], int, _Words], Core | None], ...] = (_stepped, _ago, _quarter)


def _side(found: tuple[Token, ...], index: int) -> Side:
    """Which one a date without a year means, by the words in front of it."""
    before, further = _word(found, index - 1), _word(found, index - 2)
    if before in ("last", "previous", "letzten", "vergangenen") or (before == "past" and further in ("this", "the")):
        return "past" if before == "past" else "last"
    if before in ("this", "diesen", "cet", "diesem"):
        return "this"
    if before in ("next", "coming", "nächsten", "kommenden"):
        return "next"
    future = load("dates")["cues"]["future"]
    return (
        "next" if any(_word(found, place) in future for place in range(max(0, index - _CUE_REACH), index)) else "past"
    )


def parts_before(
    found: tuple[Token, ...], index: int, floor: int, core: Core, language: str
) -> tuple[int, frozenset[str]]:
    """The words in front of a core that belong to it: the token where the wording begins, and what they say."""
    lexicon = load("dates")
    parts: set[str] = set()
    first = index
    for _ in range(3):
        step = _part(found, first, floor, core)
        if step is None:
            break
        first = step[0]
        parts.add(step[1])
    while (
        first > floor
        and _word(found, first - 1) in ("this", "last", "next", "the", "past", "coming")
        and _is_named(core)
    ):
        first -= 1
    if first > floor and _word(found, first - 1) in lexicon["cues"]["about"] and core.kind != "relative":
        parts.add("about")
        first -= 1
    if _word(found, first - 1) in lexicon["cues"]["since"]:
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
    for words, name in _parts().get(_word(found, first - 1), ()):
        begins = first - len(words)
        if begins >= floor and words_at(found, begins, words):
            return begins, name
    if _word(found, first - 1) in ("earlier", "later") and core.kind == "relative" and first - 1 >= floor:
        return first - 1, found[first - 1].word
    return None
