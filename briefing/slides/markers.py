"""A standing in, the dot that stands for it on an axis out."""

from __future__ import annotations

from briefing.model.frame import Box, Line, Paint, TextMark, inches
from briefing.slides.badges import BADGES, BadgeKey

SIZE = inches(0.13)


def marker(name: str, badge: BadgeKey, x: int, y: int) -> TextMark:
    """A dot centred on x, y: full for what is firm, hollow for what is claimed or ahead, dotted for a rumour."""
    color = BADGES[badge].color
    box = Box(x - SIZE // 2, y - SIZE // 2, SIZE, SIZE)
    if badge in ("corroborated", "reported"):
        return TextMark(name, box, geometry="ellipse", fill=Paint(color), decorative=True)
    line = Line(color, 1.75, "sysDot" if badge == "rumoured" else "solid")
    return TextMark(name, box, geometry="ellipse", fill=Paint("bg1"), line=line, decorative=True)
