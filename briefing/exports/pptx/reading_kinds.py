"""A Frame read from a deck of ours and the page it left with in, the Frame with the kinds of its words out.

A file does not say which words are a source's and which the deck's own; the pages that a deck carries do. Where a text
is still what it was, its runs are of the kinds they were.
"""

from __future__ import annotations

from typing import Any

from briefing.model.frame import Frame, GroupMark, Paragraph, Row, Run, TableMark, TextMark
from briefing.model.page import Page, Said
from briefing.model.records import replace

_KINDS = {"c": "claim", "l": "label", "b": "badge", "a": "analyst"}


def with_kinds(frame: Frame, page: Page) -> Frame:
    """page: of the same key."""
    texts = {shape.name: shape.said[0] for shape in page.shapes if shape.said and not shape.said[0].part}
    tables = {shape.name: shape.rows for shape in page.shapes if shape.rows}
    return replace(frame, marks=tuple(_mark(mark, texts, tables) for mark in frame.marks))


def _mark(mark: Any, texts: dict[str, Said], tables: dict[str, tuple[tuple[Said, ...], ...]]) -> Any:
    if isinstance(mark, TextMark) and mark.name in texts:
        paragraphs = _paragraphs(mark.paragraphs, texts[mark.name])
        return mark if paragraphs is mark.paragraphs else replace(mark, paragraphs=paragraphs)
    if isinstance(mark, GroupMark):
        return replace(mark, marks=tuple(_mark(child, texts, tables) for child in mark.marks))
    if isinstance(mark, TableMark) and len(tables.get(mark.name, ())) == len(mark.rows):
        return replace(mark, rows=tuple(map(_row, mark.rows, tables[mark.name])))
    return mark


def _row(row: Row, said: tuple[Said, ...]) -> Row:
    if len(row.cells) != len(said):
        return row
    cells = []
    for cell, one in zip(row.cells, said, strict=True):
        paragraphs = _paragraphs(cell.paragraphs, one)
        cells.append(cell if paragraphs is cell.paragraphs else replace(cell, paragraphs=paragraphs))
    return replace(row, cells=tuple(cells))


def _paragraphs(paragraphs: tuple[Paragraph, ...], said: Said) -> tuple[Paragraph, ...]:
    """The same, or with the kinds of a text that has not changed."""
    if not said.kinds:
        return paragraphs
    text = "\n".join(["".join([run.text for run in item.runs if not run.field]) for item in paragraphs])
    if text != said.text:
        return paragraphs
    place, made, same = -1, [], True
    for item in paragraphs:
        place += 1  # the end of the line before
        runs = []
        for run in item.runs:
            if not run.field:
                place += len(run.text)
                kind = _kind(run, place, said.kinds)
                if kind != run.kind:
                    run, same = replace(run, kind=kind), False
            runs.append(run)
        made.append((item, runs))
    return paragraphs if same else tuple([replace(item, runs=tuple(runs)) for item, runs in made])


def _kind(run: Run, end: int, kinds: tuple[tuple[str, int], ...]) -> Any:
    """That of the run of ours that a run ends in; claims and citations share a letter, but not their looks."""
    for letter, until in kinds:
        if until >= end:
            return run.kind if letter == "c" and run.kind == "citation" else _KINDS.get(letter, run.kind)
    return run.kind
