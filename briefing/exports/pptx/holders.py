"""Placeholders of a company's layout in, what our slides write into them out: as little as they inherit."""

from __future__ import annotations

import re

from briefing.exports.pptx.company import CompanyLayout, Place
from briefing.exports.pptx.layouts import Holder
from briefing.exports.pptx.text import attribute
from briefing.model.frame import Align, Box, TextMark

# A title on a layout that has none: a title to every program all the same.
LOOSE_TITLE = Holder(
    0, "title", "", Box(0, 0, 0, 0), 0.0, align="right", anchor="bottom", own='<p:ph type="title"/>', inked=True
)
_APART = 9_000  # beyond the indices that templates give


def place_of(layout: CompanyLayout, idx: int) -> Place | None:
    return {0: layout.title, 1: layout.subtitle, 12: layout.footer, 13: layout.number}.get(idx)


def _run(place: Place) -> str:
    """Colour and face of a footer's text, as it inherits them."""
    return f'{place.fill}<a:latin typeface="{attribute(place.typeface or "+mn-lt")}"/>'


def _other(align: Align) -> Align:
    """Any other, so that the paragraph says its own."""
    return "left" if align == "right" else "right"


def _named_apart(place: Place, idx: int) -> str:
    """The p:ph for a slide. Of an index that several placeholders share, programs know ours by its kind alone."""
    if not place.shared or idx == 0:
        return place.ph
    return re.sub(r' idx="\d+"|/>$', "", place.ph) + f' idx="{_APART + idx}"/>'


def holder(place: Place, mark: TextMark, inked: bool) -> Holder:
    """A Holder that inherits all that the mark has in common with the placeholder."""
    return Holder(
        idx=0,
        type="body",
        name="",
        box=Box(0, 0, 0, 0) if place.shared else place.box,
        size=0.0 if place.shared else place.size,
        bold=place.bold,
        align=_other(place.align) if place.shared else place.align,
        anchor=place.anchor,
        own=_named_apart(place, mark.placeholder or 0),
        own_run=_run(place) if mark.placeholder in (12, 13) else "",
        inked=inked,
    )
