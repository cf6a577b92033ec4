"""A template's theme and colour map in, the colour that an element of its XML means out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.exports.pptx.inheritance import NS, Element
from briefing.exports.pptx.variations import varied

_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')
_DEFAULTS = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6"}
_PRESETS = {
    "white": "FFFFFF",
    "black": "000000",
    "red": "FF0000",
    "green": "008000",
    "blue": "0000FF",
    "gray": "808080",
}


@dataclass(frozen=True, slots=True)
class Colors:
    """slots: "dk1" … "folHlink" → hex. color_map: "bg1" → "lt1"."""

    slots: Mapping[str, str]
    color_map: Mapping[str, str]

    def of(self, owner: Element | None, placeholder: str = "") -> tuple[str, float] | None:
        """(hex, opacity 0-1) of the colour element inside; None if there is none that can be told.

        placeholder: what "phClr" means.
        """
        for item in owner if owner is not None else ():
            kind = item.tag.rsplit("}", 1)[-1] if isinstance(item.tag, str) else ""
            value = item.get("lastClr") or item.get("val", "")
            if kind == "schemeClr":
                value = placeholder if value == "phClr" else self.slots.get(self.color_map.get(value, value), "")
            elif kind == "prstClr":
                value = _PRESETS.get(value, "")
            if kind in ("schemeClr", "srgbClr", "sysClr", "prstClr") and len(value) == 6:
                changes = {change.tag.rsplit("}", 1)[-1]: number(change.get("val"), 100_000) for change in item}
                return _changed(value.upper(), changes), min(max(changes.get("alpha", 100_000) / 100_000, 0.0), 1.0)
        return None

    def hex(self, owner: Element | None) -> str:
        """Six hex digits, "" if there is no colour that can be told."""
        found = self.of(owner)
        return found[0] if found else ""


def _changed(color: str, changes: Mapping[str, int]) -> str:
    more, less = changes.get("lumOff", 0), changes.get("lumMod", 100_000)
    color = varied(color, "", less / 100_000, more / 100_000)
    for name, towards in (("tint", 255), ("shade", 0)):
        if name in changes:
            kept = changes[name] / 100_000
            channels = (int(color[at : at + 2], 16) for at in (0, 2, 4))
            color = "".join(f"{round(towards + (channel - towards) * kept):02X}" for channel in channels)
    return color


def slots_of(theme: Element) -> dict[str, str]:
    """The colour scheme of a theme part; what it lacks as Office has it."""
    found: dict[str, str] = {}
    scheme = theme.find("a:themeElements/a:clrScheme", NS)
    for item in scheme if scheme is not None else ():
        if not isinstance(item.tag, str) or not len(item):
            continue
        value = item[0].get("lastClr") or item[0].get("val", "")
        if len(value) == 6:
            found[item.tag.rsplit("}", 1)[-1]] = value.upper()
    for slot in ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"):
        found.setdefault(slot, _DEFAULTS.get(slot, "4472C4"))
    return found


def font_of(theme: Element, kind: str) -> str:
    """The Latin family of "majorFont" or "minorFont"."""
    latin = theme.find(f"a:themeElements/a:fontScheme/a:{kind}/a:latin", NS)
    return (latin.get("typeface", "").strip() if latin is not None else "") or "Arial"


def fill_of(solid: Element | None) -> str:
    """An a:solidFill as XML of its own, "" for none."""
    from lxml import etree

    return "" if solid is None else _DECLARED.sub("", etree.tostring(solid, encoding="unicode", with_tail=False))


def number(text: str | None, default: int) -> int:
    """A number of the XML, percent signs and fractions allowed; the default for what is none."""
    try:
        return round(float(text.rstrip("%"))) if text else default
    except (ValueError, OverflowError):
        return default
