"""A layout's and its master's background and shapes in, their Backdrop out: painted small, the lowest first."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from briefing.exports.pptx.company.backdrop import WIDE, Backdrop
from briefing.exports.pptx.company.colors import Colors, number
from briefing.exports.pptx.company.drawings import Drawn, Outline
from briefing.exports.pptx.inheritance import NS, Element, R
from briefing.exports.pptx.opening import Opened
from briefing.model.color import channels

_RAMP = 24  # steps of a gradient


@dataclass(slots=True)
class Painter:
    """The canvas of one layout. theme: of the master, for backgrounds that refer to it. pictures: opened so far.

    kind: "solid", "gradient" or "picture", whatever was painted last of the rarer ones.
    """

    opened: Opened
    colors: Colors
    slide: tuple[int, int]
    theme_name: str
    theme: Element
    pictures: dict[str, Any]
    kind: str = "solid"

    def backdrop(self, trees: Sequence[tuple[Element, str]], shapes: Iterable[tuple[Drawn, str]]) -> Backdrop:
        """trees: (tree, part) whose background counts, nearest first. shapes: (shape, part), lowest first."""
        wide, high = WIDE, max(round(WIDE * self.slide[1] / self.slide[0]), 1)
        canvas = Image.new("RGB", (wide, high), channels(self.colors.slots[self.colors.color_map["bg1"]]))
        self._background(canvas, trees)
        for item, part in shapes:
            self._shape(canvas, item, part)
        return Backdrop(wide, high, *self.slide, canvas.tobytes())

    def _background(self, canvas: Any, trees: Sequence[tuple[Element, str]]) -> None:
        whole = [[(0.0, 0.0), (self.slide[0], 0.0), (float(self.slide[0]), float(self.slide[1])), (0.0, self.slide[1])]]
        for tree, part in trees:
            background = tree.find("p:cSld/p:bg", NS)
            if background is None:
                continue
            properties, reference = background.find("p:bgPr", NS), background.find("p:bgRef", NS)
            if properties is not None and self._fill(canvas, properties, whole, part, ""):
                return
            if reference is not None:
                fills = self.theme.find("a:themeElements/a:fmtScheme/a:bgFillStyleLst", NS)
                index = number(reference.get("idx"), 1_001) - 1_001
                color = self.colors.hex(reference)
                if fills is not None and 0 <= index < len(fills):
                    self._one(canvas, fills[index], whole, self.theme_name, color)
                    return

    def _shape(self, canvas: Any, item: Drawn, part: str) -> None:
        shape = item.shape
        if item.is_picture:
            self._picture(canvas, shape.find("p:blipFill", NS), item.outline, part)
            return
        if item.is_line:
            self._line(canvas, item)
            return
        properties = shape.find("p:spPr", NS)
        if properties is None:
            return
        if properties.find("a:grpFill", NS) is not None and item.group is not None:
            properties = item.group
        if self._fill(canvas, properties, item.outline, part, "") or properties.find("a:noFill", NS) is not None:
            return
        reference = shape.find("p:style/a:fillRef", NS)
        if reference is not None and number(reference.get("idx"), 0) > 0:
            found = self.colors.of(reference)
            if found:
                self._plain(canvas, item.outline, *found)

    def _fill(self, canvas: Any, properties: Element, outline: Outline, part: str, placeholder: str) -> bool:
        """Whether a fill was found and painted."""
        fills = [
            fill
            for fill in properties
            if isinstance(fill.tag, str)
            and fill.tag.rsplit("}", 1)[-1] in ("solidFill", "gradFill", "blipFill", "pattFill")
        ]
        for fill in fills[:1]:
            self._one(canvas, fill, outline, part, placeholder)
        return bool(fills)

    def _one(self, canvas: Any, fill: Element, outline: Outline, part: str, placeholder: str) -> None:
        kind = fill.tag.rsplit("}", 1)[-1]
        if kind == "solidFill":
            found = self.colors.of(fill, placeholder)
            if found:
                self._plain(canvas, outline, *found)
        elif kind == "pattFill":
            found = self.colors.of(fill.find("a:bgClr", NS), placeholder)
            if found:
                self._plain(canvas, outline, *found)
        elif kind == "gradFill":
            self._gradient(canvas, fill, outline, placeholder)
        elif kind == "blipFill":
            self._picture(canvas, fill, outline, part)

    def _pixels(self, canvas: Any, outline: Outline) -> list[list[tuple[float, float]]]:
        across, down = canvas.width / self.slide[0], canvas.height / self.slide[1]
        return [[(x * across, y * down) for x, y in polygon] for polygon in outline]

    def _mask(self, canvas: Any, outline: Outline, opacity: float) -> Any:
        mask = Image.new("L", canvas.size, 0)
        brush = ImageDraw.Draw(mask)
        for polygon in self._pixels(canvas, outline):
            brush.polygon(polygon, fill=round(255 * opacity))
        return mask

    def _plain(self, canvas: Any, outline: Outline, color: str, opacity: float) -> None:
        canvas.paste(channels(color), (0, 0), self._mask(canvas, outline, opacity))

    def _line(self, canvas: Any, item: Drawn) -> None:
        line = item.shape.find("p:spPr/a:ln", NS)
        color = self.colors.hex(line.find("a:solidFill", NS)) if line is not None else ""
        color = color or self.colors.hex(item.shape.find("p:style/a:lnRef", NS))
        if color and (line is None or line.find("a:noFill", NS) is None):
            for polygon in self._pixels(canvas, item.outline):
                ImageDraw.Draw(canvas).line(polygon[:2], fill=channels(color), width=2)

    def _gradient(self, canvas: Any, fill: Element, outline: Outline, placeholder: str) -> None:
        stops = [
            (number(stop.get("pos"), 0) / 100_000, *found)
            for stop in fill.iterfind("a:gsLst/a:gs", NS)
            if (found := self.colors.of(stop, placeholder))
        ]
        if not stops:
            return
        stops.sort(key=lambda stop: stop[0])
        straight = fill.find("a:lin", NS)
        angle = radians(number(straight.get("ang"), 0) / 60_000) if straight is not None else None
        ramp = Image.new("RGBA", (_RAMP, _RAMP))
        ramp.putdata([_at(stops, _share(x, y, angle)) for y in range(_RAMP) for x in range(_RAMP)])
        self._laid(canvas, ramp, outline)
        self.kind = "gradient" if self.kind == "solid" else self.kind

    def _picture(self, canvas: Any, fill: Element | None, outline: Outline, part: str) -> None:
        if fill is None:
            return
        blip = fill.find("a:blip", NS)
        relation = self.opened.relations(part).get(blip.get(f"{R}embed", "")) if blip is not None else None
        if relation is None or relation.external:
            return
        picture = self._opened(relation.target)
        if picture is None:
            return
        crop = fill.find("a:srcRect", NS)
        if crop is not None:
            left, top, right, bottom = (number(crop.get(side), 0) / 100_000 for side in "ltrb")
            edges = (
                left * picture.width,
                top * picture.height,
                (1 - right) * picture.width,
                (1 - bottom) * picture.height,
            )
            if edges[2] - edges[0] >= 1 and edges[3] - edges[1] >= 1:
                picture = picture.crop((round(edges[0]), round(edges[1]), round(edges[2]), round(edges[3])))
        faded = blip.find("a:alphaModFix", NS)
        if faded is not None:
            share = number(faded.get("amt"), 100_000) / 100_000
            picture.putalpha(picture.getchannel("A").point(lambda alpha: round(alpha * share)))
        self._laid(canvas, picture, outline)
        self.kind = "picture"

    def _opened(self, part: str) -> Any:
        """The picture, no larger than is seen here, or None; opened once for all layouts of a template."""
        if part not in self.pictures:
            self.pictures[part] = None
            try:
                with Image.open(io.BytesIO(self.opened.read(part))) as image:
                    image.draft("RGB", (2 * WIDE, 2 * WIDE))
                    image.thumbnail((2 * WIDE, 2 * WIDE), Image.Resampling.BILINEAR)
                    self.pictures[part] = image.convert("RGBA")
            except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
                pass
        return self.pictures[part]

    def _laid(self, canvas: Any, picture: Any, outline: Outline) -> None:
        """A picture stretched over what the outline covers, and seen inside it alone."""
        polygons = self._pixels(canvas, outline)
        xs, ys = [x for polygon in polygons for x, _ in polygon], [y for polygon in polygons for _, y in polygon]
        left, top = round(min(xs)), round(min(ys))
        size = (max(round(max(xs)) - left, 1), max(round(max(ys)) - top, 1))
        if size[0] > 8 * canvas.width or size[1] > 8 * canvas.height:
            return
        layer = Image.new("RGBA", canvas.size, (0, 0, 0, 0))
        layer.paste(picture.resize(size, Image.Resampling.BILINEAR), (left, top))
        mask = ImageChops.multiply(self._mask(canvas, outline, 1.0), layer.getchannel("A"))
        canvas.paste(layer.convert("RGB"), (0, 0), mask)


def _share(x: int, y: int, angle: float | None) -> float:
    """How far along a gradient a step of the ramp lies; from the middle outwards where it has no angle."""
    u, v = x / (_RAMP - 1), y / (_RAMP - 1)
    if angle is None:
        return min(2 * max(abs(u - 0.5), abs(v - 0.5)), 1.0)
    reach = abs(cos(angle)) + abs(sin(angle))
    return min(max(((u - 0.5) * cos(angle) + (v - 0.5) * sin(angle)) / reach + 0.5, 0.0), 1.0)


def _at(stops: Sequence[tuple[float, str, float]], share: float) -> tuple[int, int, int, int]:
    before = next((stop for stop in reversed(stops) if stop[0] <= share), stops[0])
    after = next((stop for stop in stops if stop[0] >= share), stops[-1])
    span = after[0] - before[0]
    part = (share - before[0]) / span if span > 0 else 0.0
    mixed = [round(a + (b - a) * part) for a, b in zip(channels(before[1]), channels(after[1]), strict=True)]
    return mixed[0], mixed[1], mixed[2], round(255 * (before[2] + (after[2] - before[2]) * part))
