"""Marks of a slide and the analyst's entries in, the same marks out with the analyst's words marked as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.model.briefing import AnalystNote
from briefing.model.frame import Cell, GroupMark, Mark, Paragraph, Row, TableMark, TextMark
from briefing.model.records import replace


def entries(notes: Sequence[AnalystNote]) -> tuple[tuple[str, str], ...]:
    """(id of the fact, what the analyst did to it and why), as the notes tell it."""
    return tuple((note.fact, _told(note)) for note in notes)


def _told(note: AnalystNote) -> str:
    because = f", because {note.reason}" if note.reason else ""
    if not note.field:
        return f"Added by the analyst: {note.value}{because}"
    before = f" (the sources: {note.before})" if note.before else ""
    return f"Set by the analyst: {note.field} is {note.value}{before}{because}"


def analysts(marks: Iterable[Mark], known: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The entries whose facts the marks show."""
    if not known:
        return []
    shown = set(_ids(marks))
    return [entry for entry in known if entry[0] in shown]


def _ids(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, GroupMark):
            yield from _ids(mark.marks)
        elif isinstance(mark, TableMark):
            yield from (part for row in mark.rows for cell in row.cells for part in cell.claims)
        elif isinstance(mark, TextMark):
            yield from mark.claims


def marked(marks: Iterable[Mark], facts: frozenset[str]) -> Iterator[Mark]:
    """The marks; runs that show one of the facts are of kind "analyst"."""
    for mark in marks:
        if isinstance(mark, GroupMark):
            yield replace(mark, marks=tuple(marked(mark.marks, facts)))  # type: ignore[arg-type]
        elif isinstance(mark, TableMark):
            yield replace(
                mark, rows=tuple(Row(row.height, tuple(_cell(cell, facts) for cell in row.cells)) for row in mark.rows)
            )
        elif isinstance(mark, TextMark) and facts & set(mark.claims):
            yield replace(mark, paragraphs=_paragraphs(mark.paragraphs))
        else:
            yield mark


def _cell(cell: Cell, facts: frozenset[str]) -> Cell:
    return replace(cell, paragraphs=_paragraphs(cell.paragraphs)) if facts & set(cell.claims) else cell


def _paragraphs(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(
        replace(item, runs=tuple(replace(run, kind="analyst") if run.kind == "claim" else run for run in item.runs))
        for item in paragraphs
    )
