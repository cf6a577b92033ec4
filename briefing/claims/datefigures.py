"""Tokens go in, the core of a date that begins with a figure comes out: 2026-02-24, 24 February, 3Q25, 2 years ago."""

from __future__ import annotations

from briefing.claims.datewords import (
    Core,
    DateWords,
    day_at,
    day_core,
    short_year_at,
    small_counts,
    year_after,
    year_at,
)
from briefing.claims.lexicon import load
from briefing.claims.tokens import Token, glued, word_at
from briefing.model.dates import bounds


def figure_core(found: tuple[Token, ...], index: int, piece: str, table: DateWords) -> Core | None:
    """The date core that begins with the figure at token index, or None."""
    if index and glued(found, index - 1) and (found[index - 1].kind == "w" or found[index - 1].word in "_$€£#/.@"):
        return None
    return (
        _iso(found, index)
        or _slashed(found, index)
        or _day_first(found, index, piece, table)
        or _quarter_of_year(found, index)
        or step_core(found, index, table)
        or _bare_year(found, index, piece)
    )


def _iso(found: tuple[Token, ...], index: int) -> Core | None:
    """2026-02-24 and 2026-02."""
    if (
        not year_at(found, index)
        or word_at(found, index + 1) != "-"
        or not all(glued(found, index + k) for k in (0, 1))
    ):
        return None
    month = word_at(found, index + 2)
    if len(month) != 2 or not month.isdigit():
        return None
    day = word_at(found, index + 4)
    full = word_at(found, index + 3) == "-" and glued(found, index + 2) and glued(found, index + 3)
    edtf = f"{word_at(found, index)}-{month}" + (f"-{day}" if full and len(day) == 2 else "")
    if not bounds(edtf) or int(month) > 12:
        return None
    return Core("literal", index + (5 if len(edtf) == 10 else 3), word=edtf)


def _slashed(found: tuple[Token, ...], index: int) -> Core | None:
    """24.02.2026, 12/24/25, 3/4/2026 (day and month open: an interval)."""
    word = word_at(found, index)
    if word.count(".") == 2:
        parts = word.split(".")
        return _numeric(parts, index + 1, day_first=True) if len(parts[2]) == 4 else None
    if (
        word_at(found, index + 1) == "/"
        and word_at(found, index + 3) == "/"
        and all(glued(found, index + k) for k in range(4))
    ):
        return _numeric([word, word_at(found, index + 2), word_at(found, index + 4)], index + 5, day_first=False)
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


def _day_first(found: tuple[Token, ...], index: int, piece: str, table: DateWords) -> Core | None:
    """24 February 2026, 24th of February, 24. Februar, 1er mars, 24 de fevereiro de 2026."""
    day, at = day_at(found, index), index + 1
    if not day:
        return None
    if word_at(found, at) in load("dates")["cues"]["ordinals"] and glued(found, at - 1):
        at += 1
    last = 0
    if word_at(found, at) in ("-", "–") and day_at(found, at + 1):
        last, at = day_at(found, at + 1), at + 2
    if word_at(found, at) in (".", "of", "de", "-"):
        at += 1
    month = table.months.get(word_at(found, at)) or table.short.get(word_at(found, at))
    if not month or (not table.small and not piece[found[at].start : found[at].start + 1].strip()[:1].isupper()):
        return None
    at += 1 + (word_at(found, at + 1) == "." and year_at(found, at + 2) > 0)
    year, at = year_after(found, at)
    return day_core(found, index, at, year, month, day, last)


def _quarter_of_year(found: tuple[Token, ...], index: int) -> Core | None:
    """3Q25 and 1H 2026."""
    number, letter = day_at(found, index), word_at(found, index + 1)
    if not number or not glued(found, index) or letter not in ("q", "h") or number > (4 if letter == "q" else 2):
        return None
    year, after = short_year_at(found, index + 2)
    return Core("quarter" if letter == "q" else "half", after, year, (number,)) if year else None


# "its 2026 sales forecast": nouns that a year stands in front of, and verbs that look like plural nouns.
_OF_A_YEAR = frozenset(
    "was sees has plans brings sales earnings results figures revenues accounts losses profits targets goals".split()
)


def _bare_year(found: tuple[Token, ...], index: int, piece: str) -> Core | None:
    """A figure of four digits that is a year and counts nothing."""
    year = year_at(found, index)
    if not year:
        return None
    follows, before = word_at(found, index + 1), word_at(found, index - 1)
    if glued(found, index) and follows and (found[index + 1].kind == "w" or follows in ("%", "$", "€", "/", "+")):
        return None
    if follows == "-" and glued(found, index) and glued(found, index + 1) and word_at(found, index + 2).isdigit():
        short = word_at(found, index + 2)
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


def step_core(found: tuple[Token, ...], index: int, table: DateWords) -> Core | None:
    """ "two years ago", "just one year earlier", "six months later"."""
    word = found[index].word
    figure = len(word) <= 3 and word.isascii() and word.isdigit()
    count, at = int(word) if figure else small_counts().get(word, 0), index + 1
    if word == "a" and word_at(found, at) in ("couple", "few"):
        count, at = (2, at + 1) if word_at(found, at) == "couple" else (0, at)
        at += word_at(found, at) == "of"
    unit = table.units.get(word_at(found, at), "")
    if not count or not unit or count > 200:
        return None
    directions, direction = load("dates")["directions"], word_at(found, at + 1)
    if direction in directions["ago"]:
        return Core("ago", at + 2, numbers=(count,), word=unit)
    if direction in directions["later"]:
        return Core("event", at + 2, numbers=(count,), word=unit)
    if direction == "on" and not _opens_clause(found, at + 2):
        return Core("event", at + 2, numbers=(count,), word=unit)  # "Three years on, …"
    if direction == "after" and word_at(found, at + 2) in ("that", "this"):
        return Core("event", at + 3, numbers=(count,), word=unit)
    if direction in directions["earlier"] and not (direction == "before" and _opens_clause(found, at + 2)):
        return Core("event", at + 2, numbers=(-count,), word=unit)
    return None


def _opens_clause(found: tuple[Token, ...], index: int) -> bool:
    """ "a year before Acme hired …" measures a span; "a year before." and "a year before," a date."""
    return index < len(found) and found[index].kind in "wn"
