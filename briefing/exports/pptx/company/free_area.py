"""What a layout holds and draws in, the largest calm place for content of ours out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.exports.pptx.company.backdrop import Backdrop
from briefing.exports.pptx.company.parts import ZONE_H, ZONE_W, Place
from briefing.model.color import contrast
from briefing.model.frame import Box

_CELL = 3  # pixels of a backdrop
_LEAST_TEXT = 7.0
_UNEVEN_LIGHT, _UNEVEN_DARK = 1.35, 2.0  # contrast of two grounds under one text


def free_area(slide: Box, title: Place | None, footers: Sequence[Box], things: Sequence[Box], body: Box | None) -> Box:
    """The largest place clear of the title, the footers and all things drawn, between the margins that they keep."""
    held = [box for box in footers if box.h < slide.h // 4]
    if title is not None:
        # What a title leaves open beside itself is not ours: a title that lies across keeps its whole band.
        box = title.box
        held.append(Box(0, box.y, slide.w, box.h) if box.w > box.h else box)
    return _largest(_margins(slide, title, body), [*things, *held], slide.h // 100)


def _margins(slide: Box, title: Place | None, body: Box | None) -> Box:
    least = slide.w // 40
    boxes = [box for box in (title.box if title else None, body) if box is not None]
    left = max(min((box.x for box in boxes), default=least), least)
    right = min(max((box.x + box.w for box in boxes), default=slide.w - least), slide.w - least)
    if right - left < slide.w // 2:
        left, right = least, slide.w - least
    top = slide.h // 30
    return Box(left, top, right - left, slide.h - 2 * top)


def _largest(frame: Box, blocks: Sequence[Box], gap: int) -> Box:
    """The place in the frame, clear of all blocks by a gap, in which our content stands largest."""
    edge, end = frame.x + frame.w, frame.y + frame.h
    inside = [
        (max(b.x - gap, frame.x), max(b.y - gap, frame.y), min(b.x + b.w + gap, edge), min(b.y + b.h + gap, end))
        for b in blocks
    ]
    inside = [block for block in inside if block[0] < block[2] and block[1] < block[3]][:60]
    lefts = sorted({frame.x, *(block[2] for block in inside)})
    rights = sorted({edge, *(block[0] for block in inside)})
    best, most = frame, -1.0
    for left in lefts:
        for right in rights:
            if right - left < frame.w // 4:
                continue
            spans = sorted((block[1], block[3]) for block in inside if block[0] < right and block[2] > left)
            top = frame.y
            for begin, stop in [*spans, (end, end)]:
                if begin > top:
                    found = Box(left, top, right - left, begin - top)
                    worth = _worth(found, frame)
                    if worth > most:
                        best, most = found, worth
                top = max(top, stop)
    return best


def _worth(box: Box, frame: Box) -> float:
    return min(box.w / ZONE_W, box.h / ZONE_H) + 0.05 * (box.w / frame.w + box.h / frame.h)


def calm_part(backdrop: Backdrop, free: Box) -> tuple[Box, str]:
    """The largest part of a place whose ground is even enough for text, and the usual colour of that ground."""
    usual = backdrop.usual(free)
    dark = contrast(usual, "FFFFFF") > contrast(usual, "000000")
    ink = "FFFFFF" if dark else "000000"
    least = min(_LEAST_TEXT, 0.9 * contrast(ink, usual))
    uneven = _UNEVEN_DARK if dark else _UNEVEN_LIGHT

    def fine(color: str) -> bool:
        return contrast(ink, color) >= least and contrast(color, usual) <= uneven

    known = {color: fine(color) for color in backdrop.colors(free)}
    part = free if all(known.values()) else _even(backdrop, free, fine)
    return part, backdrop.usual(part)


def _even(backdrop: Backdrop, free: Box, fine: object) -> Box:
    """The best rectangle of fine cells."""
    across, down = backdrop.slide_w / backdrop.width * _CELL, backdrop.slide_h / backdrop.height * _CELL
    first, last = -(-free.x // round(across)), int((free.x + free.w) / across)
    top, bottom = -(-free.y // round(down)), int((free.y + free.h) / down)
    heights = [0] * max(last - first, 0)
    best, most = free, 0.0
    cache: dict[str, bool] = {}

    def cell(column: int, row: int) -> bool:
        for y in range(row * _CELL, min(row * _CELL + _CELL, backdrop.height)):
            for x in range(column * _CELL, min(column * _CELL + _CELL, backdrop.width)):
                color = backdrop.pixel(x, y)
                if color not in cache:
                    cache[color] = fine(color)  # type: ignore[operator]
                if not cache[color]:
                    return False
        return True

    for row in range(top, bottom):
        heights = [height + 1 if cell(first + at, row) else 0 for at, height in enumerate(heights)]
        for left, right, height in _rectangles(heights):
            found = Box(
                round((first + left) * across),
                round((row - height + 1) * down),
                round((right - left) * across),
                round(height * down),
            )
            worth = _worth(found, free)
            if worth > most:
                best, most = found, worth
    return best


def _rectangles(heights: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(left, right, height) of the widest rectangles under a skyline."""
    stack: list[tuple[int, int]] = []
    for at, height in enumerate([*heights, 0]):
        start = at
        while stack and stack[-1][1] >= height:
            start, tall = stack.pop()
            if tall:
                yield start, at, tall
        stack.append((start, height))
