"""What lies under a layout's placeholders, as a small picture: how well text of a colour is read on any part of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from briefing.model.frame import Box

WIDE = 192  # pixels of a backdrop's width
_FINEST = 2_500  # pixels that are looked at in one region


@dataclass(frozen=True, slots=True)
class Backdrop:
    """width, height: pixels; slide_w, slide_h: EMU. pixels: RGB, rows from the top."""

    width: int
    height: int
    slide_w: int
    slide_h: int
    pixels: bytes

    def colors(self, box: Box) -> Counter[str]:
        """Six hex digits → how often it is met in that part of the slide; nothing off the slide."""
        left, top, right, bottom = self._span(box)
        step = max(int(((right - left) * (bottom - top) / _FINEST) ** 0.5), 1)
        found: Counter[str] = Counter()
        for y in range(top, bottom, step):
            row = 3 * y * self.width
            for x in range(left, right, step):
                found[self.pixels[row + 3 * x : row + 3 * x + 3].hex().upper()] += 1
        return found

    def contrast(self, box: Box, color: str, missed: float = 0.04) -> float:
        """The contrast that text of that colour keeps with all but a small part of what lies under the box."""
        found = self.colors(box)
        allowed = missed * sum(found.values())
        for ratio, count in sorted((_contrast(color, ground), count) for ground, count in found.items()):
            allowed -= count
            if allowed < 0:
                return ratio
        return 21.0

    def unevenness(self, box: Box, missed: float = 0.04) -> float:
        """The contrast between the lightest and the darkest ground under the box, but for a small part of each."""
        black, white = self.contrast(box, "000000", missed), self.contrast(box, "FFFFFF", missed)
        return 21.0 / max(black * white, 1.0)

    def usual(self, box: Box) -> str:
        """The colour that is met most, shades of it taken together."""
        found = self.colors(box)
        if not found:
            return "FFFFFF"
        coarse: Counter[str] = Counter()
        for color, count in found.items():
            coarse[color[0] + color[2] + color[4]] += count
        best = max(coarse, key=lambda key: (coarse[key], key))
        return max(
            (color for color in found if color[0] + color[2] + color[4] == best),
            key=lambda color: (found[color], color),
        )

    def pixel(self, x: int, y: int) -> str:
        at = 3 * (y * self.width + x)
        return self.pixels[at : at + 3].hex().upper()

    def _span(self, box: Box) -> tuple[int, int, int, int]:
        across, down = self.width / self.slide_w, self.height / self.slide_h
        left, top = max(int(box.x * across), 0), max(int(box.y * down), 0)
        right = min(max(int((box.x + box.w) * across), left + 1), self.width)
        return left, top, right, min(max(int((box.y + box.h) * down), top + 1), self.height)


@lru_cache(maxsize=65_536)
def _contrast(one: str, other: str) -> float:
    from briefing.model.color import contrast

    return contrast(one, other)
