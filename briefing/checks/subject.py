"""What the checks judge: a deck with its theme, its Briefing and its sources' words; and walks over its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model.briefing import Briefing
from briefing.model.finding import Finding
from briefing.model.frame import (
    ConnectorMark,
    Deck,
    Frame,
    GroupMark,
    Mark,
    RuleMark,
    Run,
    TableMark,
    TextMark,
    every_mark,
)
from briefing.model.records import dataclass, field
from briefing.model.theme import Theme

# Placeholders of the frame around the content: title, section label, sources, deck label, page number.
FURNITURE = frozenset({0, 10, 11, 12, 13})


@dataclass(frozen=True, slots=True)
class Judged:
    """briefing: None for a deck of somebody else. texts: source id → its words, may be empty."""

    deck: Deck
    theme: Theme
    briefing: Briefing | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def own(self) -> bool:
        """Was the deck made here? Then it is held to more."""
        return made_here(self.deck)

    def numbered(self) -> Iterator[tuple[int, Frame]]:
        """Slides with their numbers, from 1."""
        return enumerate(self.deck.frames, 1)


def made_here(deck: Deck) -> bool:
    """Does a deck say of its slides which kind of ours they are?"""
    return any(frame.kind for frame in deck.frames)


def placeholder_of(mark: Mark) -> int | None:
    """The idx of the placeholder a mark fills."""
    return None if isinstance(mark, RuleMark | ConnectorMark | GroupMark) else mark.placeholder


def text_marks(frame: Frame) -> Iterator[TextMark]:
    """The marks that bear text, groups opened."""
    for mark in every_mark(frame.marks):
        if isinstance(mark, TextMark) and mark.paragraphs:
            yield mark


def tables(frame: Frame) -> Iterator[TableMark]:
    """The tables of a slide."""
    for mark in frame.marks:
        if isinstance(mark, TableMark):
            yield mark


def every_table(frame: Frame) -> Iterator[TableMark]:
    """The tables of a slide, groups opened."""
    for mark in every_mark(frame.marks):
        if isinstance(mark, TableMark):
            yield mark


def runs_in_tables(frame: Frame) -> Iterator[tuple[str, Run]]:
    """(name of the table, run) of every cell of a slide."""
    for table in every_table(frame):
        for row in table.rows:
            for cell in row.cells:
                for item in cell.paragraphs:
                    for run in item.runs:
                        yield table.name, run


def is_hidden(mark: Mark) -> bool:
    """Is a shape of somebody's slide not drawn?"""
    return not isinstance(mark, RuleMark | ConnectorMark) and mark.seen is not None and mark.seen.hidden


def runs_of(mark: TextMark) -> Iterator[Run]:
    """The runs of a text, in order."""
    for paragraph in mark.paragraphs:
        yield from paragraph.runs


def found(rule: str, slide: int, where: str, message: str, remedy: str = "") -> Finding:
    """A finding; its level, and its remedy where none is given, are the rule's (see rules.py)."""
    return Finding(rule, "warning", slide, where, message, remedy)
