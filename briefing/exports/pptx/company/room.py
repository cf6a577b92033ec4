"""A layout in, the room out that slides of ours are laid out for: real points, never smaller than designed."""

from __future__ import annotations

from briefing.exports.pptx.company.parts import ZONE_H, ZONE_W, Company, CompanyLayout
from briefing.measure import stand_in
from briefing.model.frame import EMU_PER_POINT, SLIDE_W, Box, inches
from briefing.model.theme import Room

SOURCES_SIZE = 9.0
TITLE_HEIGHT = inches(0.86)  # of a title in the free area, where the layout has none
_GAP = inches(0.08)  # between content and sources
_LARGEST_TITLE = 28.0
_HIGHEST, _WIDEST = 1.32, 1.15  # of our own zone: what is left beyond stays white


def room_of(layout: CompanyLayout, company: Company) -> Room:
    """Everything in EMU and points of the laid-out page, which stands `scale` times as large on the slide."""
    free = layout.free
    title = layout.title
    extra = _sources() + (0 if title else TITLE_HEIGHT)
    scale = max(min(free.w / ZONE_W, free.h / (ZONE_H + extra)), 1.0)
    inner = title.inner if title else Box(0, 0, free.w, round(TITLE_HEIGHT * scale))
    size = min(title.size / scale, _LARGEST_TITLE) if title else 24.0
    return Room(
        width=min(round(free.w / scale), round(ZONE_W * _WIDEST)),
        height=min(round(free.h / scale) - extra, round(ZONE_H * _HIGHEST)),
        scale=scale,
        title_width=round(inner.w / scale),
        title_height=round(inner.h / scale),
        title_size=size,
        title_face=title.face if title else stand_in(layout.major),
        title_bold=title.bold if title else True,
        title_capitals=bool(title and title.capitals),
        title_pitch=title.pitch if title else 1.0,
        small=min(company.width / scale / SLIDE_W, 1.0),
    )


def _sources() -> int:
    """The line of sources under the content, with the gap above it."""
    return round(1.22 * SOURCES_SIZE * EMU_PER_POINT) + _GAP
