"""Candidates for an action title in, the first that fits two lines out, with its size."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import LayoutError
from briefing.measure import line_height, title_face, wrap
from briefing.model.frame import inches
from briefing.model.theme import Room, Theme
from briefing.slides.wording import NBSP, capital, shown

TITLE_WIDTH = inches(12.133)
MOST_CHARACTERS = 120
CAPITALS = 1.22  # how much wider text is in capitals
_SIZES = (24.0, 22.0, 20.0)
_LAST_SIZES = (18.0, 16.0)
_LEAST_SIZE = 14.0
_WIDOW = 14  # characters of a word that looks lost in a line of its own


def choose_title(candidates: Sequence[str], part: int, parts: int, theme: Theme, where: str) -> tuple[str, float]:
    """The title and its size in points.

    Candidates are tried in order at 24 points, then all again at 22 and 20; in the title placeholder of a template,
    which may be small, at last at 18 and 16, and in proportion where its slides are small. Raises LayoutError if none
    fits.
    """
    suffix = f" ({part} of {parts})" if parts > 1 else ""
    face, room = title_face(theme), theme.room
    sizes = [max(size * room.small, _LEAST_SIZE) for size in (*_SIZES, *_LAST_SIZES)] if room else _SIZES
    suffix = suffix.replace(" of ", f"{NBSP}of{NBSP}") if room else suffix
    texts = [capital(shown(text)).rstrip(".") + suffix for text in candidates]
    for size in sizes:
        for text in texts:
            if suffix and not room and _parted(text, suffix, size, face):
                continue
            if len(text) > MOST_CHARACTERS + len(suffix):
                continue
            if size <= room.title_size and fits_room(text, size, room) if room else fits(text, size, face):
                return text if room or suffix else _without_widow(text, size, face), size
    raise LayoutError("no title fits two lines", f"slide {where}", f'shorten "{texts[-1][:60]}"')


def _parted(text: str, suffix: str, size: float, face: str) -> bool:
    """Would a line end within "(2 of 3)"?"""
    return suffix.strip() not in wrap(text, size, True, TITLE_WIDTH, face)[-1]


def _without_widow(text: str, size: float, face: str) -> str:
    """The title with its last two words kept together where the last might stand alone in the second line.

    Might: renderers set a word more in a line than the careful measure does.
    """
    head, _, last = text.rpartition(" ")
    lines = wrap(text, size, True, TITLE_WIDTH, face)
    if len(lines) != 2 or len(lines[1].split()) > 2 or len(last) > _WIDOW:
        return text
    kept = f"{head}{NBSP}{last}"
    return kept if fits(kept, size, face) else text


def fits(text: str, size: float, face: str, width: int = TITLE_WIDTH, most: int = 2) -> bool:
    return len(wrap(text, size, True, width, face)) <= most


def fits_room(text: str, size: float, room: Room) -> bool:
    """Whether a title takes at most two lines in a template's placeholder, and no more than its height."""
    width = round(room.title_width / (CAPITALS if room.title_capitals else 1.0))
    found = wrap(text, size, room.title_bold, width, room.title_face)
    high = len(found) * line_height(size) * max(room.title_pitch, 1.0)
    return len(found) <= 2 and high <= room.title_height


def candidates(*texts: str) -> tuple[str, ...]:
    """The texts that are there, in order, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))
