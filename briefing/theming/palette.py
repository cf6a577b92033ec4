"""One brand colour in, a full palette out: twelve slots in which all text is legible and the standings stay apart.

Colours are made in OKLCH (lightness 0-1, chroma, hue in degrees; Ottosson 2020), where equal steps look equal. The
brand colour becomes accent1, as near to itself as legibility allows; the four reserved hues give way to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import atan2, cos, degrees, hypot, radians, sin

from briefing.model.color import channels, contrast, linear, over
from briefing.model.records import dataclass
from briefing.theming.legibility import TINT
from briefing.theming.separation import difference

APART = 25.5  # CIEDE2000; a little more than the 25 that is asked for, so that rounding never decides
_LEGIBLE = 4.6
# Where a reader expects them: corroborated green, company-stated amber, rumoured purple, disputed red.
_HUES = {"accent2": 172.0, "accent3": 65.0, "accent4": 320.0, "accent5": 27.0}
_TURNS = (0, -10, 10, -20, 20, -32, 32, -45, 45, -60, 60)
_LIGHTNESS = {False: (0.45, 0.40, 0.50, 0.35, 0.30, 0.26), True: (0.80, 0.75, 0.86, 0.70, 0.91)}
_CHROMA = (0.15, 0.11, 0.19)
_STEPS = 4_000  # of the search, once a choice is found


def palette(primary: str, dark: bool) -> dict[str, str]:
    """Slot → six hex digits, from the brand colour (six hex digits)."""
    hue, vivid = _hue_and_chroma(primary)
    ink = {slot: oklch(lightness, min(chroma, vivid), hue) for slot, (lightness, chroma) in _GROUNDS[dark].items()}
    grounds = (ink["dk1"], ink["dk2"]) if dark else (ink["lt1"], ink["lt2"])
    accents = _accents(nearest_contrast(primary, grounds, _LEGIBLE, tinted=True), grounds, dark)
    secondary = ink["lt2"] if dark else ink["dk2"]
    return {
        **{slot: ink[slot] for slot in ("dk1", "lt1", "dk2", "lt2")},
        **dict(sorted(accents.items())),
        "accent6": ink["accent6"],
        "hlink": accents["accent1"],
        "folHlink": secondary,
    }


# (lightness, most chroma) of what is no accent: inks and papers with a breath of the brand's hue.
_GROUNDS = {
    False: {
        "dk1": (0.22, 0.035),
        "lt1": (1.0, 0.0),
        "dk2": (0.44, 0.030),
        "lt2": (0.965, 0.006),
        "accent6": (0.855, 0.015),
    },
    True: {
        "dk1": (0.185, 0.030),
        "lt1": (0.972, 0.006),
        "dk2": (0.255, 0.036),
        "lt2": (0.770, 0.030),
        "accent6": (0.390, 0.040),
    },
}


def legible(color: str, grounds: tuple[str, ...], least: float = _LEGIBLE) -> bool:
    """Whether it can be read on each ground and on its own tint over it."""
    return all(
        contrast(color, ground) >= least and contrast(color, over(color, TINT, ground)) >= least for ground in grounds
    )


def nearest_contrast(color: str, grounds: tuple[str, ...], least: float, tinted: bool) -> str:
    """The colour moved no further in lightness than it takes to reach a contrast; itself when it does."""

    def passes(candidate: str) -> bool:
        if tinted:
            return legible(candidate, grounds, least)
        return all(contrast(candidate, ground) >= least for ground in grounds)

    lightness, chroma, hue = to_oklch(color)
    if passes(color):
        return color
    steps = (step / 200 for step in range(1, 201))
    for step in steps:
        for moved in (lightness - step, lightness + step):
            if 0 <= moved <= 1 and passes(candidate := oklch(moved, chroma, hue)):
                return candidate
    return max(("000000", "FFFFFF"), key=lambda extreme: min(contrast(extreme, ground) for ground in grounds))


def _accents(brand: str, grounds: tuple[str, ...], dark: bool) -> dict[str, str]:
    """accent1-5: each of the four nearest to its reserved hue that keeps from the brand and from those before it.

    A pale or grey brand may stand in the way of all four; then it gives up some lightness, or takes on some chroma.
    """
    choices = {role: tuple(_candidates(hue, grounds, dark)) for role, hue in _HUES.items()}
    for shifted in _shifted(brand, grounds):
        # Begin with the role whose hue the brand is nearest to: it has the least choice left.
        order = sorted(_HUES, key=lambda role: _difference(shifted, oklch(0.5, 0.14, _HUES[role])))
        search = Search(order, choices)
        search.go_on({"accent1": shifted}, 0.0)
        if search.best:
            return search.best
    raise AssertionError(f"no palette keeps apart from {brand}")  # tried for every hue, lightness and chroma


def _shifted(brand: str, grounds: tuple[str, ...]) -> Iterator[str]:
    """The brand colour, then legible colours ever further from it."""
    yield brand
    lightness, chroma, hue = to_oklch(brand)
    for step in (0.04, 0.08, 0.12, 0.16, 0.2, 0.26, 0.32, 0.4):
        for up, more in ((-1, 0.0), (1, 0.0), (-1, 0.05), (1, 0.05), (0, 0.08), (0, 0.12)):
            moved = oklch(min(max(lightness + up * step, 0.0), 1.0), chroma + more, hue)
            if legible(moved, grounds):
                yield moved


@dataclass(slots=True)
class Search:
    """Branch and bound: the choice of one candidate a role with the least sum of costs, all of them apart."""

    order: list[str]
    choices: dict[str, tuple[tuple[float, str], ...]]
    apart: float = APART
    best: dict[str, str] | None = None
    least: float = 1e9
    steps: int = 0

    def go_on(self, taken: dict[str, str], cost: float) -> None:
        if len(taken) > len(self.order):
            self.best, self.least = taken, cost
            return
        role = next(role for role in self.order if role not in taken)
        for price, candidate in self.choices[role]:
            self.steps += 1
            if cost + price >= self.least or (self.best and self.steps > _STEPS) or self.steps > 20 * _STEPS:
                return
            if all(_difference(candidate, other) >= self.apart for other in taken.values()):
                self.go_on({**taken, role: candidate}, cost + price)


def _candidates(hue: float, grounds: tuple[str, ...], dark: bool) -> Iterator[tuple[float, str]]:
    """(cost, colour), the cheapest first. Cost grows with the square of what a reader would notice."""
    seen: set[str] = set()
    weighed = sorted(
        ((turn / 12) ** 2 + (1.1 * level) ** 2 + vivid, turn, lightness, chroma)
        for turn in _TURNS
        for level, lightness in enumerate(_LIGHTNESS[dark])
        for vivid, chroma in enumerate(_CHROMA)
    )
    for cost, turn, lightness, chroma in weighed:
        color = oklch(lightness, chroma, hue + turn)
        if color not in seen and legible(color, grounds):
            seen.add(color)
            yield cost, color


@lru_cache(maxsize=8192)
def _difference(one: str, other: str) -> float:
    return difference(one, other)


def _hue_and_chroma(color: str) -> tuple[float, float]:
    _, chroma, hue = to_oklch(color)
    return hue, chroma


def to_oklch(color: str) -> tuple[float, float, float]:
    """Lightness, chroma, hue of six hex digits."""
    red, green, blue = (linear(channel / 255) for channel in channels(color))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


@lru_cache(maxsize=4096)
def oklch(lightness: float, chroma: float, hue: float) -> str:
    """Six hex digits; chroma is taken back until the colour exists on a screen."""
    for _ in range(40):
        found = _srgb(lightness, chroma, hue)
        if all(-0.0005 <= channel <= 1.0005 for channel in found):
            break
        chroma *= 0.93
    return "".join(f"{round(255 * min(max(_gamma(channel), 0.0), 1.0)):02X}" for channel in found)


def _srgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Linear red, green, blue; outside 0-1 for colours no screen has."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)
