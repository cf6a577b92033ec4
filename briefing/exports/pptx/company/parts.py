"""What is known of a company's template: its layouts, their placeholders and the places they leave. Boxes are EMU."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.exports.pptx.company.backdrop import Backdrop
from briefing.exports.pptx.variations import varied
from briefing.model.frame import Align, Anchor, Box

ZONE_W, ZONE_H = 11_094_720, 4_517_136  # of our own slides: 12.133 x 4.94 in


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout as slides inherit it. ph: its p:ph as XML. size: points. insets: left, top, right,
    bottom. text: what it says itself ("" for a prompt or nothing). pitch: line spacing, 1 = single.
    fill: the a:solidFill of its text as XML, "" for none; color: the same as six hex digits. face: its family;
    typeface: as the XML names it, "" for none. shared: another placeholder of the layout has its index.
    """

    ph: str
    box: Box
    size: float
    bold: bool
    align: Align
    anchor: Anchor
    insets: tuple[int, int, int, int]
    capitals: bool
    face: str
    text: str
    pitch: float
    fill: str
    color: str
    typeface: str
    shared: bool = False

    @property
    def inner(self) -> Box:
        """The box without its insets."""
        left, top, right, bottom = self.insets
        box = self.box
        return Box(box.x + left, box.y + top, max(box.w - left - right, 1), max(box.h - top - bottom, 1))


@dataclass(frozen=True, slots=True)
class CompanyLayout:
    """ground: the colour under the free area, six hex digits. ground_kind: "solid", "picture" or "gradient".

    used: by how many sample slides. part: its name in the package. map_override: its a:overrideClrMapping as XML, ""
    for none. color_map: of the master or the override, "bg1" → "lt1". colors: slot → hex, of its master's theme.
    backdrop: all that is painted under slides.
    """

    part: str
    name: str
    kind: str
    master: int
    title: Place | None
    subtitle: Place | None
    footer: Place | None
    number: Place | None
    free: Box
    ground: str
    ground_kind: str
    color_map: dict[str, str]
    map_override: str
    colors: dict[str, str]
    major: str
    minor: str
    backdrop: Backdrop
    used: int = 0

    @property
    def scale(self) -> float:
        """How large our own slides would stand in the free area, 1 = as they are."""
        return min(self.free.w / ZONE_W, self.free.h / ZONE_H)

    def hex(self, slot: str) -> str:
        """Six hex digits of "bg1", "tx2", "accent3" … and of a variation of it ("accent3 -25%")."""
        base, _, variation = slot.partition(" ")
        return varied(self.colors[self.color_map.get(base, base)], variation)


@dataclass(frozen=True, slots=True)
class Company:
    """width, height: of the slides. layouts: of all masters, in their order."""

    where: str
    width: int
    height: int
    layouts: tuple[CompanyLayout, ...]
    samples: int
