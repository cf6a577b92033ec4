"""A shape's geometry in, the points of its outline, its connection sites and the room for text out; all in EMU."""

from __future__ import annotations

import math

from briefing.model.frame import Box, ConnectorMark, TextMark, enclosed

Point = tuple[float, float]

# Connection sites as shares of width and height; DrawingML numbers them anticlockwise from the top.
_RECTANGLE = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
_NEAR = (1 - 2**-0.5) / 2
_FAR = 1 - _NEAR
_ELLIPSE = ((0.5, 0.0), (_NEAR, _NEAR), (0.0, 0.5), (_NEAR, _FAR), (0.5, 1.0), (_FAR, _FAR), (1.0, 0.5), (_FAR, _NEAR))
_STEPS = 12  # of a quarter of a circle


def outline(mark: TextMark) -> list[Point]:
    """The corners of the shape, clockwise from the top left; curves as many short lines."""
    box = mark.box
    if mark.geometry == "ellipse":
        return _quarters(box, box.w / 2, box.h / 2)
    radius = corner(mark)
    return _quarters(box, radius, radius) if radius else rectangle(box)


def rectangle(box: Box) -> list[Point]:
    """Four corners."""
    right, bottom = box.x + box.w, box.y + box.h
    return [(box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom)]


def corner(mark: TextMark) -> float:
    """The radius of the corners; 0 where they are square."""
    return min(mark.adjust, 0.5) * min(mark.box.w, mark.box.h) if mark.geometry == "roundRect" else 0.0


def _quarters(box: Box, across: float, down: float) -> list[Point]:
    left, right = box.x + across, box.x + box.w - across
    top, bottom = box.y + down, box.y + box.h - down
    found: list[Point] = []
    for (x, y), start in (((left, top), 180), ((right, top), 270), ((right, bottom), 0), ((left, bottom), 90)):
        for step in range(_STEPS + 1):
            angle = math.radians(start + 90 * step / _STEPS)
            found.append((x + across * math.cos(angle), y + down * math.sin(angle)))
    return found


def text_room(mark: TextMark) -> tuple[float, float, float, float]:
    """left, top, width, height of what a shape leaves for its text: less the insets and what its curves take."""
    box = mark.box
    across, down = enclosed(mark) if mark.wrap or mark.geometry == "ellipse" else (0, 0)
    left, top, right, bottom = mark.insets
    return box.x + across + left, box.y + down + top, box.w - 2 * across - left - right, box.h - 2 * down - top - bottom


def site(mark: TextMark, index: int) -> Point:
    """Where a connection site of a shape lies."""
    sites = _ELLIPSE if mark.geometry == "ellipse" else _RECTANGLE
    across, down = sites[index % len(sites)]
    return mark.box.x + across * mark.box.w, mark.box.y + down * mark.box.h


def route(mark: ConnectorMark, shapes: dict[str, TextMark]) -> list[Point]:
    """The corners of a connector; none where it names a shape that is not there."""
    if mark.begin[0] not in shapes or mark.end[0] not in shapes:
        return []
    (x1, y1), (x2, y2) = site(shapes[mark.begin[0]], mark.begin[1]), site(shapes[mark.end[0]], mark.end[1])
    if mark.kind == "straight":
        return [(x1, y1), (x2, y2)]
    middle = (x1 + x2) / 2
    return [(x1, y1), (middle, y1), (middle, y2), (x2, y2)]
