"""Text for a company's placeholder in, the same text at a size that fits it out; and the colour in which it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import LayoutError
from briefing.exports.pptx.company.backdrop import Backdrop
from briefing.exports.pptx.company.parts import Place
from briefing.measure import natural_width, text_height, wrap_lines
from briefing.model.color import contrast, over
from briefing.model.frame import Box, Paint, Paragraph, Run, TextMark
from briefing.model.theme import ColorRole, Theme

_CAPITALS = 1.22  # how much wider text is in capitals
_CLOSE = 1.003  # rounding of positions, not overflow
_LEAST, _LEAST_LARGE, _LARGE = 4.5, 3.0, 18.0
_VEILS = (70, 80, 88, 94, 100)  # opacities, %
BUSY, _EVEN = 2.6, 1.2  # contrast within one ground
_LEAST_CHOSEN = 2.0
_INKS: tuple[ColorRole, ...] = ("tx1", "bg1", "tx2", "accent1")


def sized(mark: TextMark, place: Place, sizes: Sequence[float], most: int, slide: str) -> TextMark:
    """The text in its placeholder at the first size that fits in at most so many lines (0 for any number).

    Sizes are of the largest run; the others keep their proportion. Raises LayoutError if none fits.
    """
    largest = max((run.size for item in mark.paragraphs for run in item.runs), default=18.0)
    for size in sizes:
        paragraphs = tuple(_scaled(item, size / largest, place) for item in mark.paragraphs)
        if _fits(paragraphs, place, most):
            aligned = tuple(replace(item, align=place.align) for item in paragraphs)
            return replace(
                mark, box=place.box, paragraphs=aligned, anchor=place.anchor, insets=place.insets, fill=None, line=None
            )
    remedy = "name a layout with a larger one under [layouts], or shorten the text"
    raise LayoutError(f'"{mark.text[:60]}" does not fit the template\'s placeholder', f"slide {slide}", remedy)


def steps(first: float, last: float, step: float = 1.0) -> list[float]:
    """Sizes from the first down to the last."""
    count = int(max(first - last, 0) / step + 1e-6)
    return [first - step * at for at in range(count + 1)]


def _fits(paragraphs: Sequence[Paragraph], place: Place, most: int) -> bool:
    inner = place.inner
    width = round(inner.w / (_CAPITALS if place.capitals else 1.0))
    found = [line for item in paragraphs for line in wrap_lines(item, width, place.face)]
    needed = text_height(paragraphs, width, place.face) * max(place.pitch, 1.0)
    cut = any(
        word.isascii() and natural_width((Paragraph((replace(run, text=word),)),), place.face) > width
        for item in paragraphs
        for run in item.runs
        for word in run.text.split()
    )
    return needed <= inner.h * _CLOSE and not cut and (not most or len(found) <= most)


def _scaled(paragraph: Paragraph, scale: float, place: Place) -> Paragraph:
    runs = tuple(replace(run, size=round(run.size * scale, 1), bold=place.bold) for run in paragraph.runs)
    return replace(paragraph, runs=runs, before=paragraph.before * scale, after=paragraph.after * scale)


def written(mark: TextMark, place: Place) -> Box:
    """The part of the placeholder that the text covers."""
    inner = place.inner
    width = round(inner.w / (_CAPITALS if place.capitals else 1.0))
    lines = [line for item in mark.paragraphs for line in wrap_lines(item, width, place.face)]
    w = min(round(max((line.width for line in lines), default=0) * inner.w / max(width, 1)), inner.w)
    h = min(round(text_height(mark.paragraphs, width, place.face) * max(place.pitch, 1.0)), inner.h)
    x = inner.x + {"left": 0, "center": (inner.w - w) // 2, "right": inner.w - w}[place.align]
    y = inner.y + {"top": 0, "middle": (inner.h - h) // 2, "bottom": inner.h - h}[place.anchor]
    return Box(x, y, w, h)


# ---------------------------------------------------------------- colour


def ink_of(
    written: Box, color: str, backdrop: Backdrop, theme: Theme, size: float
) -> tuple[ColorRole | None, Paint | None]:
    """(role, veil) in which text of that size is read on what lies under it.

    color: the placeholder's own, six hex digits; (None, None) where it does, or stands on an even ground of its
    designer's choice. A veil is a translucent ground, where no colour alone is enough or a picture is too busy.
    """
    least = _LEAST_LARGE if size >= _LARGE else _LEAST
    grounds = backdrop.colors(written)
    uneven = backdrop.unevenness(written)
    if uneven <= BUSY:
        if backdrop.contrast(written, color) >= (_LEAST_CHOSEN if uneven <= _EVEN else least):
            return None, None
        read = {role: backdrop.contrast(written, theme.hex(role)) for role in _INKS}
        best = max(_INKS, key=lambda role: (read[role] >= least, -_INKS.index(role)))
        if read[best] >= least:
            return best, None
    for opacity in _VEILS:
        veiled = (over(theme.hex("bg1"), opacity, ground) for ground in grounds)
        if all(contrast(theme.hex("tx1"), color) >= _LEAST for color in veiled):
            return "tx1", Paint("bg1", opacity)
    return "tx1", Paint("bg1")


def inked(mark: TextMark, ink: ColorRole, veil: Paint | None) -> TextMark:
    """The text in that colour, on that ground."""
    paragraphs = tuple(
        replace(item, runs=tuple(replace(run, color=ink) for run in item.runs)) for item in mark.paragraphs
    )
    return replace(mark, paragraphs=paragraphs, fill=veil)


def footer(mark: TextMark, place: Place, least: float) -> TextMark:
    """A footer or number as the company's looks: what does not fit loses its first part; a text of theirs stays."""
    size = max(place.size, least)
    text = place.text or mark.text
    room = place.inner.w
    parts = text.split("  |  ")
    while len(parts) > 1 and _wide("  |  ".join(parts), size, place) > room:
        parts = parts[1:]
    text = "  |  ".join(parts)
    if size > least and _wide(text, size, place) > room:
        size = least
    runs = tuple(
        replace(run, text=text if not run.field else run.text, size=size) for run in mark.paragraphs[0].runs[:1]
    )
    paragraph = replace(mark.paragraphs[0], runs=runs, align=place.align)
    return replace(mark, box=place.box, paragraphs=(paragraph,), anchor=place.anchor, insets=place.insets, link=None)


def _wide(text: str, size: float, place: Place) -> int:
    return natural_width((Paragraph((Run(text, size, bold=place.bold),)),), place.face)


def box_place(box: Box, face: str, size: float) -> Place:
    """A place of our own, where a layout has no placeholder."""
    return Place("", box, size, True, "left", "top", (0, 0, 0, 0), False, face, "", 1.0, "", "000000", "")
