"""Citations on a slide against its sources line: what is cited is listed, and what is listed is cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.checks.subject import Judged, found, runs_of, tables, text_marks
from briefing.model.finding import Finding
from briefing.model.frame import Frame, Run

_SOURCES = 11
_RANGE = re.compile(r"(\d{1,4})(?:\]?\s?[–-]\s?\[?(\d{1,4}))?")
_LISTED = re.compile(r"\[\d{1,4}\](?:\s?[–-]\s?\[\d{1,4}\])?")


def check(judged: Judged) -> Iterator[Finding]:
    """Every content slide."""
    for number, frame in judged.numbered():
        if frame.layout == "title":
            continue
        used, listed = cited(frame), listed_on(frame)
        if frame.kind == "evidence" and not listed:  # its line leads to the slides that list them
            continue
        for missing in sorted(used - listed):
            message = f"[{missing}] is cited and not in the sources line"
            yield found("citation.unlisted", number, "sources line", message, "list every source that is cited")
        if frame.kind != "evidence":
            for unused in sorted(listed - used):
                message = f"[{unused}] is in the sources line and cited nowhere on the slide"
                yield found("citation.unused", number, "sources line", message, "list only what is cited")


def cited(frame: Frame) -> set[int]:
    """Numbers of the sources cited in texts and tables."""
    found: set[int] = set()
    for mark in text_marks(frame):
        if mark.placeholder != _SOURCES:
            found |= in_runs(runs_of(mark))
    for table in tables(frame):
        for row in table.rows[table.header_rows :]:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    found |= in_runs(paragraph.runs)
    return found


def listed_on(frame: Frame) -> set[int]:
    """Numbers of the sources in the sources line."""
    texts = [mark.text for mark in text_marks(frame) if mark.placeholder == _SOURCES]
    return {number for text in texts for match in _LISTED.findall(text) for number in numbers_in(match)}


def in_runs(runs: Iterable[Run]) -> set[int]:
    """Numbers in the citations among runs."""
    found: set[int] = set()
    for run in runs:
        if run.kind == "citation":
            found |= numbers_in(run.text)
    return found


@lru_cache(maxsize=4_096)
def numbers_in(text: str) -> frozenset[int]:
    """ "[1,3–5]" is 1, 3, 4, 5."""
    found: set[int] = set()
    for match in _RANGE.finditer(text):
        first = int(match[1])
        found.update(range(first, int(match[2] or first) + 1))
    return frozenset(found)
