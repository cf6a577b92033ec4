"""Colours as six hex digits, and the arithmetic of reading: luminance, contrast (WCAG 2), tints over a ground."""

from __future__ import annotations

from functools import lru_cache


def channels(color: str) -> tuple[int, int, int]:
    """Red, green, blue, 0-255, of six hex digits."""
    return int(color[0:2], 16), int(color[2:4], 16), int(color[4:6], 16)


def over(color: str, alpha: float, ground: str) -> str:
    """The colour that `color` at `alpha` percent shows over a solid ground."""
    share = alpha / 100
    pairs = zip(channels(color), channels(ground), strict=True)
    return "".join(f"{round(top * share + under * (1 - share)):02X}" for top, under in pairs)


@lru_cache(maxsize=512)
def luminance(color: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (linear(channel / 255) for channel in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def linear(value: float) -> float:
    """A channel of sRGB as light, both 0 to 1."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
