"""Numbers of sources in, citations out: "[1,3]" and "[1–5]" in text, "1,3" in a column, the sources line of a slide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefing.measure import text_width
from briefing.model.frame import EMU_PER_INCH, Cell, GroupMark, Mark, Paragraph, Run, TableMark, TextMark
from briefing.slides.wording import NBSP, cut

FOOTER_SIZE = 9.0
FOOTER_WIDTH = round(8.73 * EMU_PER_INCH)  # a hair less than its box
_SHORT = 20
_LONGEST = 14  # characters of a citation; a cell holds no hundred numbers


_DATED = re.compile(r", \d{1,2} [A-Z][a-z]+ \d{4}$")


def digits(numbers: Iterable[int]) -> str:
    """ "1,3", "1–4,7": ranges from three consecutive numbers on; of many the first, "1,3,5,7,9,11,…"."""
    parts: list[str] = []
    for first, last in _ranges(sorted(set(numbers))):
        parts += [f"{first}–{last}"] if last - first >= 2 else [str(number) for number in range(first, last + 1)]
    while len(",".join(parts)) > _LONGEST:
        parts = [*(parts[:-2] if parts[-1] == "…" else parts[:-1]), "…"]
    return ",".join(parts)


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = previous = None
    for number in numbers:
        if start is None or previous is None:
            start = number
        elif number != previous + 1:
            yield (start, previous)
            start = number
        previous = number
    if start is not None and previous is not None:
        yield (start, previous)


def inline(numbers: Iterable[int]) -> str:
    """ "[1,3]", or "" without numbers."""
    text = digits(numbers)
    return f"[{text}]" if text else ""


def citation_size(host: float) -> float:
    """0.82 of the text beside it, to the nearest half point, at least 8.5."""
    return max(round(0.82 * host * 2) / 2, 8.5)


@lru_cache(maxsize=1_024)
def citation(numbers: tuple[int, ...], host: float) -> tuple[Run, ...]:
    """The run that follows a claim, joined to its last word by a no-break space."""
    text = inline(numbers)
    return (Run(NBSP + text, citation_size(host), color="tx2", kind="citation"),) if text else ()


def used(marks: Iterable[Mark]) -> tuple[int, ...]:
    """The numbers cited on a slide, ascending."""
    found: set[int] = set()
    for run in runs(marks):
        if run.kind == "citation":
            found |= _parsed(run.text)
    return tuple(sorted(found))


def _parsed(text: str) -> set[int]:
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", text):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def runs(marks: Iterable[Mark]) -> Iterator[Run]:
    """Every run of text on a slide, in reading order."""
    for paragraph in paragraphs(marks):
        yield from paragraph.runs


def paragraphs(marks: Iterable[Mark]) -> Iterator[Paragraph]:
    """Every paragraph on a slide, in reading order."""
    for mark in marks:
        if isinstance(mark, TextMark):
            yield from mark.paragraphs
        elif isinstance(mark, GroupMark):
            yield from paragraphs(mark.marks)
        elif isinstance(mark, TableMark):
            for cell in cells(mark):
                yield from cell.paragraphs


def cells(table: TableMark) -> Iterator[Cell]:
    for row in table.rows:
        yield from row.cells


def _versions(names: Sequence[str]) -> Iterator[list[str]]:
    """The names, ever shorter. A name cut in its date tells nothing: dates lose their year first, then nothing more."""
    if any(_DATED.search(name) for name in names):
        yield list(names)
        yield [_DATED.sub(lambda match: match[0][:-5], name) for name in names]
        return
    for most in (34, 30, 26, 23, _SHORT):
        yield [name if len(name) <= most else cut(name.rstrip("…"), most) for name in names]


def sources_line(
    numbers: Sequence[int], names: Sequence[str], face: str, evidence_slide: int, width: int = FOOTER_WIDTH
) -> str:
    """One line: full short names, else names of 20 characters, else a range and the slide that lists them.

    names: of all sources, in order; evidence_slide: number of the slide that lists them, 0 if the deck has none.
    """
    if not numbers:
        return ""
    chosen = [names[number - 1] for number in numbers]
    for versions in _versions(chosen):
        told = [f"[{number}] {name}" for number, name in zip(numbers, versions, strict=True)]
        line = "   ".join(["Sources", *told])
        if text_width(line, FOOTER_SIZE, False, face) <= width:
            return line
    where = f", listed on slide {evidence_slide}" if evidence_slide else ""
    spans = ", ".join(
        f"[{first}]–[{last}]" if last > first + 1 else ", ".join(f"[{at}]" for at in range(first, last + 1))
        for first, last in _ranges(numbers)
    )
    line = f"Sources   {spans}{where}"
    if text_width(line, FOOTER_SIZE, False, face) <= width:
        return line
    return f"Sources   {len(numbers)} of {len(names)} articles{where}"
