"""A colour as XML, the theme of its master and the colour map of its slide in; role, six hex digits and alpha out."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from briefing.model.color import channels, linear
from briefing.model.theme import ColorRole, Theme

ROLES: tuple[ColorRole, ...] = (
    "bg1",
    "tx1",
    "bg2",
    "tx2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
)
_ROLES = frozenset(ROLES)
# Drawn instead of links, which are no role of ours.
_LINKS: dict[str, ColorRole] = {"hlink": "accent1", "folHlink": "tx2"}
_FOLDED: dict[str, ColorRole] = {"lt1": "bg1", "dk1": "tx1", "lt2": "bg2", "dk2": "tx2"}
# The presets that decks use; the others are read as grey.
_PRESETS = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "green": "008000",
    "lime": "00FF00",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "cyan": "00FFFF",
    "aqua": "00FFFF",
    "magenta": "FF00FF",
    "fuchsia": "FF00FF",
    "orange": "FFA500",
    "purple": "800080",
    "navy": "000080",
    "teal": "008080",
    "maroon": "800000",
    "olive": "808000",
    "silver": "C0C0C0",
    "gray": "808080",
    "grey": "808080",
    "dkGray": "A9A9A9",
    "ltGray": "D3D3D3",
}
_SCHEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}schemeClr"
_HEX = frozenset("0123456789abcdefABCDEF")


class Color(NamedTuple):
    """role: the role it is, or the nearest. ink: six hex digits if it is no role's own, else "". alpha: 0-100 %."""

    role: ColorRole
    ink: str
    alpha: int


class Palette:
    """The colours of a slide. theme: the deck's, whose roles are named. slots: the master's. mapping: role → slot."""

    def __init__(self, theme: Theme, slots: Mapping[str, str], mapping: Mapping[str, str]) -> None:
        self.theme, self.slots, self.mapping = theme, slots, mapping
        self._own = {role: theme.hex(role) for role in ROLES}
        self._plain: dict[str, Color | None] = {}

    def color(self, holder: Any, base: str = "") -> Color | None:
        """Of the first colour inside an a:solidFill, a:fgClr and the like. base: hex that phClr stands for."""
        for element in holder:
            tag = element.tag
            if tag == _SCHEME and not len(element):
                name = element.get("val", "")
                if name in self._plain:  # as nearly all of them
                    return self._plain[name]
            if isinstance(tag, str) and tag.endswith("Clr"):
                return self._color(element, base)
        return None

    def hex(self, name: str) -> str:
        """Of a scheme colour, through the colour map."""
        return self.slots.get(self.mapping.get(name, name), "444444")

    def _color(self, element: Any, base: str) -> Color | None:
        tag, name = element.tag.rpartition("}")[2], element.get("val", "")
        if tag == "schemeClr" and not len(element) and name != "phClr":
            if name not in self._plain:
                self._plain[name] = self._named(name)
            return self._plain[name]
        role, solid = self._solid(tag, name, element, base)
        if not solid:
            return None
        changed, alpha = solid, 100
        for change in element:
            if isinstance(change.tag, str):
                kind, value = change.tag.rpartition("}")[2], _share(change.get("val"))
                if kind == "alpha":
                    alpha = round(min(max(value, 0.0), 1.0) * 100)
                else:
                    changed = _changed(changed, kind, value)
        role = role or self._nearest(changed)
        return Color(role, "" if changed == self._own[role] else changed, alpha)

    def _solid(self, tag: str, name: str, element: Any, base: str) -> tuple[ColorRole | None, str]:
        """(the role it names, hex before it is varied); "" where nothing is known."""
        if tag == "schemeClr":
            if name == "phClr":
                return None, base
            plain = self._named(name)
            return (plain.role, self.hex(name)) if plain is not None else (None, "")
        if tag == "prstClr":
            return None, _PRESETS.get(name, "808080")
        if tag == "scrgbClr":
            return None, _of_shares(*(_linear_to_srgb(_share(element.get(part))) for part in "rgb"))
        if tag == "hslClr":
            hue, saturation = _number(element.get("hue")) / 21_600_000, _share(element.get("sat"))
            return None, _of_shares(*colorsys.hls_to_rgb(hue % 1, _share(element.get("lum")), saturation))
        found = element.get("lastClr", "") if tag == "sysClr" else name
        return None, found.upper() if len(found) == 6 and _HEX.issuperset(found) else ""

    def _named(self, name: str) -> Color | None:
        role: ColorRole | None = _LINKS.get(name) or _FOLDED.get(name)
        if name in _FOLDED:
            role = next((r for r in ROLES if self.mapping.get(r, r) == name), role)
        elif name in _ROLES:
            role = name
        if role is None:
            return None
        value = self.hex(name)
        return Color(role, "" if value == self._own[role] else value, 100)

    def _nearest(self, color: str) -> ColorRole:
        return _nearest(color, tuple(self._own.values()))


@lru_cache(maxsize=4096)
def _nearest(color: str, known: tuple[str, ...]) -> ColorRole:
    red, green, blue = channels(color)
    distances = [
        (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2 for r, g, b in (channels(other) for other in known)
    ]
    return ROLES[distances.index(min(distances))]


@lru_cache(maxsize=4096)
def _changed(color: str, kind: str, value: float) -> str:
    """A colour after one of DrawingML's transformations; those that decks do not use leave it as it is."""
    red, green, blue = (channel / 255 for channel in channels(color))
    if kind in ("tint", "shade"):
        mixed = [linear(part) * value + (1 - value if kind == "tint" else 0) for part in (red, green, blue)]
        return _of_shares(*(_linear_to_srgb(part) for part in mixed))
    if kind == "inv":
        return _of_shares(1 - red, 1 - green, 1 - blue)
    if kind in ("gray", "grayscale"):
        return _of_shares(*(0.2126 * red + 0.7152 * green + 0.0722 * blue,) * 3)
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if kind == "comp":
        hue = (hue + 0.5) % 1
    elif kind.startswith("lum"):
        light = _varied(light, kind[3:], value)
    elif kind.startswith("sat"):
        saturation = _varied(saturation, kind[3:], value)
    elif kind == "hueMod":
        hue = hue * value % 1
    else:
        return color
    return _of_shares(*colorsys.hls_to_rgb(hue, light, saturation))


def _varied(value: float, how: str, by: float) -> float:
    changed = value * by if how == "Mod" else value + by if how == "Off" else by
    return min(max(changed, 0.0), 1.0)


def _of_shares(red: float, green: float, blue: float) -> str:
    return "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02X}" for part in (red, green, blue))


def _linear_to_srgb(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def _share(text: str | None) -> float:
    """A percentage in thousandths ("75000"), or written with its sign ("75%")."""
    if text and text.endswith("%"):
        return _number(text[:-1]) / 100
    value = _number(text) / 100_000
    return value if -100 < value < 100 else 0.0
