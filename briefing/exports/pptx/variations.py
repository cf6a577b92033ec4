"""A theme colour and a variation ("-25%" darker, "+40%" lighter, as PowerPoint offers them) in, the colour out."""

from __future__ import annotations

import colorsys
from functools import lru_cache

from briefing.model.color import channels


def shares(variation: str) -> tuple[float, float]:
    """(lumMod, lumOff) of "-25%" or "+40%", as shares of 1; (1, 0) for ""."""
    if not variation:
        return 1.0, 0.0
    share = int(variation.strip("+-%")) / 100
    return (1 - share, share) if variation.startswith("+") else (1 - share, 0.0)


@lru_cache(maxsize=4096)
def varied(color: str, variation: str, less: float = 1.0, more: float = 0.0) -> str:
    """Six hex digits. Lightness of HSL is multiplied by lumMod, then raised by lumOff, as Office does."""
    if variation:
        less, more = shares(variation)
    if (less, more) == (1.0, 0.0):
        return color
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in channels(color)))
    changed = colorsys.hls_to_rgb(hue, min(max(lightness * less + more, 0.0), 1.0), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in changed)


def scheme_xml(slot: str) -> tuple[str, str]:
    """(name, children) of an a:schemeClr for "accent4 -25%"."""
    name, _, variation = slot.partition(" ")
    less, more = shares(variation)
    inner = "" if less == 1 else f'<a:lumMod val="{round(less * 100_000)}"/>'
    return name, inner + (f'<a:lumOff val="{round(more * 100_000)}"/>' if more else "")
