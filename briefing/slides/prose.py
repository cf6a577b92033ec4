"""What a slide says, before it has a place: statements of pieces with their sources; and their runs of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from briefing.measure import lines
from briefing.model.frame import Align, Paragraph, Run
from briefing.model.records import dataclass, replace
from briefing.model.theme import ColorRole
from briefing.slides.citations import citation
from briefing.slides.scripts import stretches
from briefing.slides.wording import cut, shown

Kind = Literal["claim", "label", "citation", "badge", "analyst"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one weight. kind "claim": a source's words or a slot filled from facts; "label": the deck's wording."""

    text: str
    kind: Kind = "claim"
    bold: bool = False
    muted: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of thought. cites: numbers of its sources, set behind it; ids: the facts and claims it shows."""

    pieces: tuple[Piece, ...]
    cites: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Style:
    """size: points. color: of plain pieces; muted pieces are tx2. italic: all of it (rumoured or planned)."""

    size: float
    color: ColorRole = "tx1"
    bold: bool = False
    italic: bool = False
    align: Align = "left"


def claim(text: str, cites: Iterable[int] = (), ids: Iterable[str] = (), *, bold: bool = False) -> Statement:
    """A statement in a source's words, or of slots filled from facts."""
    return Statement((Piece(shown(text), "claim", bold),), tuple(cites), tuple(ids))


def label(text: str, cites: Iterable[int] = (), ids: Iterable[str] = (), *, bold: bool = False) -> Statement:
    """A statement in the deck's own words."""
    return Statement((Piece(shown(text), "label", bold),), tuple(cites), tuple(ids))


NOTHING = Statement(())


def runs(statement: Statement, style: Style, *, cite: bool = True) -> tuple[Run, ...]:
    """The runs of a statement, cut where the script changes; then its citation."""
    found = [
        Run(
            stretch.text,
            style.size,
            bold=piece.bold or style.bold,
            italic=piece.italic or style.italic,
            color="tx2" if piece.muted and style.color == "tx1" else style.color,
            kind=piece.kind,
            lang=stretch.lang,
            rtl=stretch.rtl,
        )
        for piece in statement.pieces
        for stretch in stretches(piece.text)
        if stretch.text
    ]
    if cite and found:
        found += citation(statement.cites, style.size)
    return tuple(found)


def paragraph(
    statement: Statement, style: Style, *, cite: bool = True, before: float = 0.0, after: float = 0.0
) -> Paragraph:
    """A statement as one paragraph; an empty one keeps its size, so that an empty cell does not grow."""
    found = runs(statement, style, cite=cite)
    directed = [run.rtl for run in found if run.kind != "citation"]
    return Paragraph(
        found or (Run("", style.size, color=style.color),),
        align=style.align,
        before=before,
        after=after,
        rtl=bool(directed) and all(directed),
    )


def fitted(versions: Sequence[Statement], style: Style, width: int, most: int, face: str) -> Statement:
    """The first version that takes at most `most` lines; if none does, the last one, cut after a word with "…"."""
    for version in versions:
        if lines(paragraph(version, style), width, face) <= most:
            return version
    return _cut_to_fit(versions[-1], style, width, most, face) if versions else NOTHING


def _cut_to_fit(statement: Statement, style: Style, width: int, most: int, face: str) -> Statement:
    low, high = 1, len(statement.text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = lines(paragraph(_cut(statement, middle), style), width, face) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return _cut(statement, low)


def _cut(statement: Statement, most: int) -> Statement:
    """The statement with at most `most` characters, the citation not counted."""
    if len(statement.text) <= most:
        return statement
    pieces: list[Piece] = []
    left = most
    for piece in statement.pieces:
        if len(piece.text) >= left:
            pieces.append(replace(piece, text=cut(piece.text + "  ", max(left, 2))))
            break
        pieces.append(piece)
        left -= len(piece.text)
    return replace(statement, pieces=tuple(pieces))
