"""A finished deck and the name of its evidence page in, the deck out with each citation leading to its fact there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefing.model.briefing import ENTRIES, Briefing
from briefing.model.frame import Cell, Deck, GroupMark, Look, Mark, Paragraph, Run, TableMark, TextMark
from briefing.model.records import replace


def linked(deck: Deck, briefing: Briefing, page: str) -> Deck:
    """page: the file's name, in the deck's own folder. A citation of no known fact leads to the source it names."""
    pen = _Pen(page, _cards(briefing))
    return replace(
        deck,
        frames=tuple(replace(frame, marks=tuple(pen.mark(mark, ()) for mark in frame.marks)) for frame in deck.frames),
    )


def _cards(briefing: Briefing) -> Mapping[str, str]:
    """id of a fact or claim → id of the card that shows it; a claim leads to the first fact that rests on it."""
    found: dict[str, str] = {}
    for part in (*ENTRIES, "conflicts"):
        for fact in getattr(briefing, part):
            found[fact.id] = fact.id
            for claim in getattr(fact, "claims", ()):
                found.setdefault(claim, fact.id)
    return found


class _Pen:
    """Rewrites the marks of one deck."""

    def __init__(self, page: str, cards: Mapping[str, str]) -> None:
        self.page, self.cards = page, cards

    def mark(self, mark: Mark, above: tuple[str, ...]) -> Mark:
        if isinstance(mark, TextMark):
            return replace(mark, paragraphs=self.paragraphs(mark.paragraphs, mark.claims or above))
        if isinstance(mark, TableMark):
            rows = tuple(
                replace(row, cells=tuple(self.cell(cell, row.cells, mark.claims) for cell in row.cells))
                for row in mark.rows
            )
            return replace(mark, rows=rows)
        if isinstance(mark, GroupMark):
            inner = tuple(self.mark(child, mark.claims or above) for child in mark.marks)
            return replace(mark, marks=inner)  # type: ignore[arg-type]
        return mark

    def cell(self, cell: Cell, row: Iterable[Cell], table: tuple[str, ...]) -> Cell:
        """A cell without claims of its own cites for its row."""
        claims = cell.claims or tuple(part for other in row for part in other.claims) or table
        return replace(cell, paragraphs=self.paragraphs(cell.paragraphs, claims))

    def paragraphs(self, paragraphs: tuple[Paragraph, ...], claims: tuple[str, ...]) -> tuple[Paragraph, ...]:
        if not any(run.kind == "citation" for item in paragraphs for run in item.runs):
            return paragraphs
        return tuple(replace(item, runs=tuple(self.run(run, claims) for run in item.runs)) for item in paragraphs)

    def run(self, run: Run, claims: tuple[str, ...]) -> Run:
        if run.kind != "citation" or run.look is not None:
            return run
        card = next((self.cards[part] for part in claims if part in self.cards), "")
        number = re.search(r"\d+", run.text)
        place = card or (f"s{number[0]}" if number else "")
        if not place:
            return run
        tip = "The words behind it, on the evidence page" if card else "The article, on the evidence page"
        return replace(run, look=Look(link=f"{self.page}#{place}", tip=tip))
