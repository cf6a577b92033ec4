"""A Deck of Frames and a Theme in, a PowerPoint file out."""

from __future__ import annotations

from briefing.model.frame import Deck
from briefing.model.theme import Theme

__all__ = ["write"]


def write(deck: Deck, theme: Theme) -> bytes:
    """The bytes of the .pptx: native tables and charts, placeholders of the theme's own layouts, the evidence"
    " inside."""
    from briefing.exports.pptx import package

    return package.write(deck, theme)
