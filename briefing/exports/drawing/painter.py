"""What a picture is painted with: the few strokes that every backend knows. All lengths are EMU, all colours roles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from briefing.exports.drawing.geometry import Point
from briefing.model.frame import Box, Line, Paint, Run

# Lengths of strokes and gaps, in widths of the line; () for an unbroken one.
DASHES: dict[str, tuple[float, float] | tuple[()]] = {
    "solid": (),
    "sysDash": (3.0, 1.5),
    "sysDot": (1.0, 1.5),
    "dash": (4.0, 3.0),
}
HATCH_PITCH = 76_200  # between the strokes of a pattern, across: 8 px at 96 dpi
HATCH_WIDTH = 19_050


class Painter(Protocol):
    """A surface of EMU coordinates."""

    def area(self, points: Sequence[Point], paint: Paint) -> None:
        """Fill a polygon."""

    def stroke(self, points: Sequence[Point], line: Line, closed: bool = False) -> None:
        """Draw along the points."""

    def text(self, x: float, baseline: float, run: Run, family: str) -> None:
        """Set a run, left end at x."""

    def width(self, run: Run, family: str) -> float:
        """How far a run reaches."""

    def picture(self, box: Box, data: bytes) -> None:
        """Place a PNG or JPEG image."""
