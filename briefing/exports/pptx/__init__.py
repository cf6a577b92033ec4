"""A Deck of Frames and a Theme in, a PowerPoint file out; and any PowerPoint file in, Frames out."""

from __future__ import annotations

from briefing.model.frame import Deck, Frame
from briefing.model.page import Delivered
from briefing.model.theme import Theme

__all__ = ["read_deck", "read_frames", "read_pages", "write"]


def write(deck: Deck, theme: Theme) -> bytes:
    """The bytes of the .pptx: native tables and charts, the theme's own layouts, the evidence inside."""
    from briefing.exports.pptx import package

    return package.write(deck, theme)


def read_deck(data: bytes, where: str = "the deck") -> tuple[Deck, Theme]:
    """Any .pptx as a Deck with its Theme. where: its name, for errors. Raises InputError."""
    from briefing.exports.pptx import reading

    return reading.read_deck(data, where)


def read_frames(data: bytes, where: str = "the deck") -> tuple[Frame, ...]:
    """The slides of any .pptx as Frames. Raises InputError."""
    return read_deck(data, where)[0].frames


def read_pages(data: bytes, where: str = "the deck") -> Delivered:
    """What the slides of any .pptx say, and what it carries of its making. Raises InputError."""
    from briefing.exports.pptx import reading_words

    return reading_words.read_pages(data, where)
