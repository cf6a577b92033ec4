"""A Deck of Frames and a Theme in, a PowerPoint file out; and any PowerPoint file in, Frames out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.frame import Deck, Frame
from briefing.model.page import Delivered
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from briefing.exports.pptx.opening import Opened

__all__ = ["admit", "load", "read_deck", "read_frames", "read_opened", "read_pages", "write"]


def write(deck: Deck, theme: Theme) -> bytes:
    """The bytes of the .pptx: native tables and charts, the theme's own layouts, the evidence inside."""
    from briefing.exports.pptx import package

    return package.write(deck, theme)


def load() -> None:
    """Load all that `write` needs, for whoever has time before there is a deck."""
    import xlsxwriter  # type: ignore[import-untyped, unused-ignore]  # noqa: F401 - a chart's workbook needs it

    from briefing.exports.pptx import package  # noqa: F401


def read_deck(data: bytes, where: str = "the deck") -> tuple[Deck, Theme]:
    """Any .pptx as a Deck with its Theme. where: its name, for errors. Raises InputError."""
    from briefing.exports.pptx import reading

    return reading.read_deck(data, where)


def admit(data: bytes, where: str = "the deck") -> Opened:
    """The package of a deck that is safe to read. Raises InputError for what is no deck, hostile or broken."""
    from briefing.exports.pptx import gate

    return gate.admit(data, where, template=False)


def read_opened(package: Opened) -> tuple[Deck, Theme]:
    """An admitted package as a Deck with its Theme. Raises InputError."""
    from briefing.exports.pptx import reading

    return reading.read_opened(package)


def read_frames(data: bytes, where: str = "the deck") -> tuple[Frame, ...]:
    """The slides of any .pptx as Frames. Raises InputError."""
    return read_deck(data, where)[0].frames


def read_pages(data: bytes, where: str = "the deck") -> Delivered:
    """What the slides of any .pptx say, and what it carries of its making. Raises InputError."""
    from briefing.exports.pptx import reading_words

    return reading_words.read_pages(data, where)
