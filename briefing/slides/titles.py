"""Candidates for an action title in, the first that fits two lines out, with its size."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import LayoutError
from briefing.measure import title_face, wrap
from briefing.model.frame import inches
from briefing.model.theme import Theme
from briefing.slides.wording import capital, shown

TITLE_WIDTH = inches(12.133)
MOST_CHARACTERS = 120
_SIZES = (24.0, 22.0, 20.0)


def choose_title(candidates: Sequence[str], part: int, parts: int, theme: Theme, where: str) -> tuple[str, float]:
    """The title and its size in points.

    Candidates are tried in order at 24 points, then all again at 22 and 20. Raises LayoutError if none fits.
    """
    suffix = f" ({part} of {parts})" if parts > 1 else ""
    face = title_face(theme)
    texts = [capital(shown(text)).rstrip(".") + suffix for text in candidates]
    for size in _SIZES:
        for text in texts:
            if len(text) <= MOST_CHARACTERS + len(suffix) and fits(text, size, face):
                return text, size
    raise LayoutError("no title fits two lines", f"slide {where}", f'shorten "{texts[-1][:60]}"')


def fits(text: str, size: float, face: str, width: int = TITLE_WIDTH, most: int = 2) -> bool:
    return len(wrap(text, size, True, width, face)) <= most


def joined_clauses(*clauses: str, link: str = "; ") -> str:
    """Clauses that are there, joined; "" if the first is missing."""
    if not clauses or not clauses[0]:
        return ""
    return link.join(clause for clause in clauses if clause)


def candidates(*texts: str) -> tuple[str, ...]:
    """The texts that are there, in order, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))
