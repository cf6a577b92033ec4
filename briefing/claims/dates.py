"""Text goes in, its dates come out as EDTF, relative ones reckoned from the publication date or the coverage window.

Where there is neither, or the reference is too coarse, a relative date stays open: edtf "" with anchor "none". What is
reckoned from an event told of before ("six months later") has anchor "previous-event"; `resolve` closes it.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.claims import anchors
from briefing.claims.anchors import Reference
from briefing.claims.dategrammar import core_at, event_core, parts_before
from briefing.claims.datewords import Core, triggers
from briefing.claims.reading import FoundDate
from briefing.claims.tokens import has_words, tokens
from briefing.model.dates import Anchor, When
from briefing.model.records import replace


def find_dates(
    text: str, start: int, end: int, published: str = "", coverage: str = "", language: str = "en"
) -> tuple[FoundDate, ...]:
    """Every date in text[start:end], in order; offsets are into text. published, coverage: EDTF, "" if unknown."""
    return tuple(
        [
            FoundDate(one.start + start, one.end + start, one.when)
            for one in _dates(text[start:end], published, coverage, language)
        ]
    )


def date_spans(piece: str, language: str) -> list[tuple[int, int]]:
    """Where dates stand in a piece of text."""
    return [(start, end) for start, end, _, _ in _cores(piece, language)]


def resolve(when: When, previous: str) -> When:
    """A date reckoned from an event before ("six months later"), closed with that event's EDTF date.

    Other dates come back as they are, and so does one that cannot be reckoned.
    """
    if when.anchor != "previous-event" or when.edtf or not previous:
        return when
    found = tokens(when.raw, 0, len(when.raw))
    for index in range(len(found)):
        core = event_core(found, index)
        if core and len(core.numbers) > 1:
            return replace(when, edtf=anchors.behind(previous, core.numbers[0], core.numbers[1]))
        if core:
            return replace(when, edtf=anchors.shift(previous, core.numbers[0], core.word))
    return when


@lru_cache(maxsize=1024)  # articles repeat one another
def _dates(piece: str, published: str, coverage: str, language: str) -> tuple[FoundDate, ...]:
    ref = anchors.reference(published, coverage)
    result: list[FoundDate] = []
    for start, end, core, parts in _cores(piece, language):
        edtf, anchor = place(core, parts, ref)
        result.append(FoundDate(start, end, When(edtf, anchor, piece[start:end])))
    if "same year" in piece or "that year" in piece:
        result = _of_that_year(result, piece)
    return tuple(_merged(result, piece))


def _of_that_year(found: list[FoundDate], piece: str) -> list[FoundDate]:
    """ "in November 2022, … in January (of) the same year": a month of the year that was told last."""
    result: list[FoundDate] = []
    year = ""
    for date in found:
        edtf = date.when.edtf
        behind = piece[date.end : date.end + 20].strip().removeprefix("of ")
        if year and date.when.anchor != "stated" and behind.startswith(_THAT_YEAR) and edtf[4:5] in ("", "-"):
            date = replace(date, when=replace(date.when, edtf=year + edtf[4:], anchor="stated"))
        elif date.when.anchor == "stated" and edtf[:4].isdigit():
            year = edtf[:4]
        result.append(date)
    return result


_THAT_YEAR = ("the same year", "that same year", "that year")


@lru_cache(maxsize=1024)  # numbers ask for the same passages again, and articles repeat one another
def _cores(piece: str, language: str) -> tuple[tuple[int, int, Core, frozenset[str]], ...]:
    """Start, end, core and the words in front of every date."""
    if not has_words(piece):
        return ()
    found, opening = tokens(piece, 0, len(piece)), triggers(language)
    result: list[tuple[int, int, Core, frozenset[str]]] = []
    floor = 0  # the token behind the last date
    for index in [at for at, token in enumerate(found) if token.kind == "n" or token.word in opening]:
        core = core_at(found, index, piece, language) if index >= floor else None
        if core is not None:
            first, parts = parts_before(found, index, floor, core)
            result.append((found[first].start, found[core.after - 1].end, core, parts))
            floor = core.after
    return tuple(result)


def place(core: Core, parts: frozenset[str], ref: Reference | None) -> tuple[str, Anchor]:
    """The EDTF text of a core with the words in front of it, and what it was reckoned from."""
    if core.kind == "event":
        return "", "previous-event"
    edtf = _stated(core, parts)
    anchor: Anchor = "stated"
    if not edtf:
        edtf = _relative(core, ref) if ref else ""
        anchor = ref.anchor if edtf and ref else "none"
        if edtf and len(edtf) == 4 and core.kind == "relative":
            edtf = _narrowed(int(edtf), parts)
    if edtf and "about" in parts and "/" not in edtf and not edtf.endswith("~"):
        edtf += "~"
    if edtf and "since" in parts and "/" not in edtf:
        edtf += "/.."
    return edtf, anchor


def _stated(core: Core, parts: frozenset[str]) -> str:
    """The date if it says its year itself."""
    year, rest = core.year, core.numbers
    match core.kind:
        case "literal":
            return core.word
        case "year" if year:
            return _narrowed(year, parts)
        case "month" if year:
            return f"{year:04}-{rest[0]:02}"
        case "months" if year:
            return f"{year - (rest[0] > rest[1]):04}-{rest[0]:02}/{year:04}-{rest[1]:02}"
        case "day" if year:
            return f"{year:04}-{rest[0]:02}-{rest[1]:02}"
        case "season" if year:
            return f"{year:04}-{rest[0]}"
        case "quarter" if year:
            return anchors.quarter_of(year, rest[0])
        case "half" if year:
            return anchors.half_of(year, rest[0])
    return ""


def _narrowed(year: int, parts: frozenset[str]) -> str:
    if "early" in parts:
        return f"{year:04}-01/{year:04}-03"
    if "mid" in parts:
        return f"{year:04}-06/{year:04}-07"
    if "late" in parts:
        return f"{year:04}-10/{year:04}-12"
    if "start" in parts:
        return f"{year:04}-01"
    return f"{year:04}-12" if "end" in parts else f"{year:04}"


def _relative(core: Core, ref: Reference) -> str:
    numbers, side = core.numbers, core.side
    if core.word == "next year":
        of = anchors.quarter_of if core.kind == "quarter" else anchors.half_of
        return of(ref.last.year + 1, numbers[0])
    if core.word == "of year":
        return f"{ref.last.year + numbers[1]:04}-{numbers[0]:02}"
    match core.kind:
        case "month":
            return anchors.named_month(ref, numbers[0], side)
        case "months":
            first, last = (anchors.named_month(ref, number, side) for number in numbers[:2])
            return f"{first}/{last}" if first and last and first <= last else last
        case "day":
            return anchors.named_day(ref, numbers[0], numbers[1], side)
        case "weekday":
            return anchors.weekday(ref, numbers[0], side)
        case "season":
            return anchors.season(ref, numbers[0], side)
        case "quarter":
            return anchors.named_quarter(ref, numbers[0], 4, side)
        case "half":
            return anchors.named_quarter(ref, numbers[0], 2, side)
        case "ago":
            return anchors.ago(ref, numbers[0], core.word)
        case "relative":
            steps = {
                "year": anchors.year,
                "year-end": anchors.year_end,
                "month": anchors.month,
                "quarter": anchors.quarter,
                "week": anchors.week,
                "day": anchors.day,
            }
            return steps[core.word](ref, numbers[0]) if core.word in steps else ""
    return ""


def _merged(found: list[FoundDate], piece: str) -> list[FoundDate]:
    """ "Tuesday, February 24, 2026" is one date; "from 2023 to 2025" and "2023-2025" are one interval."""
    result: list[FoundDate] = []
    for date in found:
        before = result[-1] if result else None
        between = piece[before.end : date.start].strip().lower() if before else "?"
        if before and between in ("", ",") and _is_weekday(before) and len(date.when.edtf) == 10:
            raw = piece[before.start : date.end]
            result[-1] = FoundDate(before.start, date.end, replace(date.when, raw=raw))
        elif before and _spans(before, date, between, piece):
            raw = piece[before.start : date.end]
            edtf = f"{before.when.edtf.removesuffix('/..')}/{date.when.edtf}"
            result[-1] = FoundDate(before.start, date.end, replace(date.when, edtf=edtf, raw=raw))
        else:
            result.append(date)
    return result


def _is_weekday(date: FoundDate) -> bool:
    return " " not in date.when.raw and not any(char.isdigit() for char in date.when.raw)


def _spans(before: FoundDate, date: FoundDate, between: str, piece: str) -> bool:
    one, other = before.when.edtf, date.when.edtf
    if not one or "/" in one or "/" in other or len(one) != len(other) or not one < other or len(one) > 10:
        return False
    opened = piece[max(0, before.start - 8) : before.start].lower().split()[-1:]
    return between in ("-", "–", "to", "through", "bis") or (
        between in ("and", "und", "et", "e") and opened == ["between"]
    )
