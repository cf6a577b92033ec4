"""Shapes of a layout or master in, each with its outline on the slide out; groups opened, turns and flips applied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import cos, pi, radians, sin

from briefing.exports.pptx.company.colors import number
from briefing.exports.pptx.company.placeholders import words
from briefing.exports.pptx.inheritance import NS, Element, P, box_of
from briefing.model.frame import Box

Point = tuple[float, float]
Outline = list[list[Point]]
_SLANTED = {
    "triangle": [(0.5, 0.0), (0.0, 1.0), (1.0, 1.0)],
    "rtTriangle": [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0)],
    "parallelogram": [(0.25, 0.0), (1.0, 0.0), (0.75, 1.0), (0.0, 1.0)],
    "trapezoid": [(0.25, 0.0), (0.75, 0.0), (1.0, 1.0), (0.0, 1.0)],
    "diamond": [(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)],
    "homePlate": [(0.0, 0.0), (0.75, 0.0), (1.0, 0.5), (0.75, 1.0), (0.0, 1.0)],
    "chevron": [(0.0, 0.0), (0.75, 0.0), (1.0, 0.5), (0.75, 1.0), (0.0, 1.0), (0.25, 0.5)],
}
_ROUND = [(0.5 + 0.5 * cos(turn * pi / 24), 0.5 + 0.5 * sin(turn * pi / 24)) for turn in range(48)]
_SQUARE = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
FILLS = ("solidFill", "gradFill", "blipFill", "pattFill")


@dataclass(frozen=True, slots=True)
class Drawn:
    """shape: its element. box: what its outline covers, EMU. outline: polygons. group: the group's fill, if it has
    one. straight: whether the outline fills its box."""

    shape: Element
    box: Box
    outline: Outline
    group: Element | None
    straight: bool

    @property
    def is_picture(self) -> bool:
        return bool(self.shape.tag == f"{P}pic")

    @property
    def is_line(self) -> bool:
        return bool(self.shape.tag == f"{P}cxnSp" or not self.box.w or not self.box.h)

    @property
    def visible(self) -> bool:
        """Whether it shows anything: text, a line, a fill."""
        if self.shape.tag != f"{P}sp":
            return self.shape.tag in (f"{P}pic", f"{P}cxnSp", f"{P}graphicFrame")
        if words(self.shape):
            return True
        properties, style = self.shape.find("p:spPr", NS), self.shape.find("p:style", NS)
        if properties is None:
            return False
        if any(properties.find(f"a:{kind}", NS) is not None for kind in (*FILLS, "grpFill")):
            return True
        line = properties.find("a:ln", NS)
        lined = line is not None and line.find("a:noFill", NS) is None and len(line) > 0
        return lined or (style is not None and properties.find("a:noFill", NS) is None)


def drawn(tree: Element | None) -> Iterator[Drawn]:
    """All shapes but placeholders, lowest first."""
    yield from _inside(tree, lambda point: point, None)


def _inside(tree: Element | None, place: Callable[[Point], Point], group: Element | None) -> Iterator[Drawn]:
    for shape in tree if tree is not None else ():
        if not isinstance(shape.tag, str) or shape.find("./*/p:nvPr/p:ph", NS) is not None:
            continue
        if shape.tag == f"{P}grpSp":
            fill = shape.find("p:grpSpPr", NS)
            found = _grouped(shape.find("p:grpSpPr/a:xfrm", NS), place)
            if found is not None:
                yield from _inside(shape, found, fill if fill is not None else group)
            continue
        xfrm = shape.find("p:spPr/a:xfrm", NS)
        xfrm = xfrm if xfrm is not None else shape.find("p:xfrm", NS)
        box = box_of(xfrm)
        if box is None:
            continue
        outline, straight = _outline(shape, box)
        turned = _turned(xfrm, box)
        placed = [[place(turned(point)) for point in polygon] for polygon in outline]
        yield Drawn(shape, _around(placed), placed, group, straight and number(xfrm.get("rot"), 0) % 5_400_000 == 0)


def _grouped(xfrm: Element | None, place: Callable[[Point], Point]) -> Callable[[Point], Point] | None:
    outer, inner = box_of(xfrm), _inner(xfrm)
    if outer is None or inner is None or not inner.w or not inner.h:
        return None
    turned = _turned(xfrm, outer)
    across, down = outer.w / inner.w, outer.h / inner.h

    def moved(point: Point) -> Point:
        return place(turned((outer.x + (point[0] - inner.x) * across, outer.y + (point[1] - inner.y) * down)))

    return moved


def _inner(xfrm: Element | None) -> Box | None:
    if xfrm is None:
        return None
    off, ext = xfrm.find("a:chOff", NS), xfrm.find("a:chExt", NS)
    if off is None or ext is None:
        return None
    return Box(number(off.get("x"), 0), number(off.get("y"), 0), number(ext.get("cx"), 0), number(ext.get("cy"), 0))


def _turned(xfrm: Element, box: Box) -> Callable[[Point], Point]:
    """Flips and turns about the middle of the box."""
    angle = radians(number(xfrm.get("rot"), 0) / 60_000)
    flip_x, flip_y = (-1 if xfrm.get(name) in ("1", "true") else 1 for name in ("flipH", "flipV"))
    x, y = box.x + box.w / 2, box.y + box.h / 2

    def turn(point: Point) -> Point:
        dx, dy = (point[0] - x) * flip_x, (point[1] - y) * flip_y
        return x + dx * cos(angle) - dy * sin(angle), y + dx * sin(angle) + dy * cos(angle)

    return turn


def _outline(shape: Element, box: Box) -> tuple[Outline, bool]:
    """Polygons on the slide, and whether they fill the box."""
    custom = shape.find("p:spPr/a:custGeom", NS)
    if custom is not None:
        polygons = [polygon for path in custom.iterfind("a:pathLst/a:path", NS) for polygon in _path(path)]
        if polygons:
            return [[(box.x + x * box.w, box.y + y * box.h) for x, y in polygon] for polygon in polygons], False
    preset = shape.find("p:spPr/a:prstGeom", NS)
    kind = preset.get("prst", "rect") if preset is not None else "rect"
    if shape.tag == f"{P}cxnSp":
        unit = [(0.0, 0.0), (1.0, 1.0)]
    else:
        unit = _ROUND if kind == "ellipse" else _SLANTED.get(kind, _SQUARE)
    return [[(box.x + x * box.w, box.y + y * box.h) for x, y in unit]], unit is _SQUARE


def _path(path: Element) -> Iterator[list[Point]]:
    """The polygons of a path in shares of its box; curves as straight stretches."""
    width, height = number(path.get("w"), 0) or 1, number(path.get("h"), 0) or 1
    points: list[Point] = []
    for step in path:
        kind = step.tag.rsplit("}", 1)[-1] if isinstance(step.tag, str) else ""
        given = [
            (number(point.get("x"), 0) / width, number(point.get("y"), 0) / height)
            for point in step.iterfind("a:pt", NS)
        ]
        if kind == "moveTo":
            if len(points) > 2:
                yield points
            points = given
        elif kind == "cubicBezTo" and points and len(given) == 3:
            points += _curve(points[-1], *given)
        elif given:
            points += given
    if len(points) > 2:
        yield points


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    found = []
    for part in range(1, 9):
        t = part / 8
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append(tuple(a * start[at] + b * one[at] + c * two[at] + d * end[at] for at in (0, 1)))
    return found  # type: ignore[return-value]


def _around(polygons: Outline) -> Box:
    xs = [x for polygon in polygons for x, _ in polygon]
    ys = [y for polygon in polygons for _, y in polygon]
    return Box(round(min(xs)), round(min(ys)), round(max(xs) - min(xs)), round(max(ys) - min(ys)))
