"""A slide with its layout and master in, what lies beneath its shapes out: background and what the two draw."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exports.pptx.inheritance import A, Element, P, box_of, holder_of, number
from briefing.exports.pptx.reading_colors import Palette
from briefing.exports.pptx.reading_identity import fill_of, says_fill
from briefing.model.color import over
from briefing.model.frame import Backdrop, Box, Paint
from briefing.model.records import replace

_MAPPED = ("bg1", "tx1", "bg2", "tx2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_OFF = ("0", "false")
_BACKGROUNDS = 1_000  # bgRef indices count from here


def color_map(slide: Element, layout: Element | None, master: Element | None) -> dict[str, str]:
    """Role → slot: of the slide's override, else its layout's, else its master's."""
    for owner in (slide, layout):
        found = owner.find(f"{P}clrMapOvr/{A}overrideClrMapping") if owner is not None else None
        if found is not None:
            return _mapping(found)
    found = master.find(f"{P}clrMap") if master is not None else None
    return _mapping(found) if found is not None else dict(_USUAL)


def _mapping(element: Element) -> dict[str, str]:
    return {role: element.get(role, _USUAL.get(role, role)) for role in _MAPPED}


def beneath(layout: Element | None, master: Element | None, palette: Palette, fills: Element | None) -> Backdrop:
    """The ground that layout and master lay. fills: the theme's a:bgFillStyleLst."""
    ground = ""
    for owner in (layout, master):
        ground = ground or _background(owner, palette, fills)
    ground = ground or palette.hex("bg1")
    painted: list[tuple[Box, str]] = []
    shown = layout is None or layout.get("showMasterSp") not in _OFF
    for owner in (master if shown else None, layout):
        tree = owner.find(f"{P}cSld/{P}spTree") if owner is not None else None
        if tree is not None:
            painted += _painted(tree, palette, ground)
    name = layout.find(f"{P}cSld") if layout is not None else None
    return Backdrop(ground, tuple(painted), name.get("name", "") if name is not None else "")


def on_slide(slide: Element, backdrop: Backdrop, palette: Palette, fills: Element | None) -> Backdrop:
    """The same for one slide, which may bring a background of its own."""
    own, hidden = _background(slide, palette, fills), slide.get("show") in _OFF
    if own and own != backdrop.ground:
        backdrop = replace(backdrop, ground=own)
    if slide.get("showMasterSp") in _OFF and backdrop.painted:
        backdrop = replace(backdrop, painted=())
    return replace(backdrop, hidden=True) if hidden else backdrop


def _background(owner: Element | None, palette: Palette, fills: Element | None) -> str:
    """Six hex digits, "mixed", or "" where the owner says nothing."""
    background = owner.find(f"{P}cSld/{P}bg") if owner is not None else None
    if background is None:
        return ""
    properties, reference = background.find(f"{P}bgPr"), background.find(f"{P}bgRef")
    if properties is not None:
        return _solid(fill_of(properties, palette), palette, palette.hex("bg1"))
    if reference is None:
        return ""
    color = palette.color(reference)
    base = (color.ink or palette.theme.hex(color.role)) if color is not None else palette.hex("bg1")
    index = number(reference.get("idx"), 0) - _BACKGROUNDS - 1
    if fills is None or not 0 <= index < len(fills):
        return base
    holder = fills[index]
    if holder.tag != f"{A}solidFill":
        return "mixed"
    varied = palette.color(holder, base)
    return (varied.ink or palette.theme.hex(varied.role)) if varied is not None else base


def _solid(paint: Paint | None, palette: Palette, ground: str) -> str:
    """The colour that a fill shows over a ground."""
    if paint is None:
        return ground
    if paint.ink == "mixed" or paint.pattern:
        return "mixed"
    color = paint.ink or palette.theme.hex(paint.color)
    if paint.alpha >= 100:
        return color
    return "mixed" if ground == "mixed" else over(color, paint.alpha, ground)


def _painted(tree: Element, palette: Palette, ground: str) -> Iterator[tuple[Box, str]]:
    """The filled shapes and the pictures of a layout or master; of a group, its whole place."""
    for item in tree:
        if item.tag == f"{P}grpSp":
            box = box_of(item.find(f"{P}grpSpPr/{A}xfrm"))
            if box is not None:
                yield box, "mixed"
            continue
        properties = item.find(f"{P}spPr") if isinstance(item.tag, str) else None
        box = box_of(properties.find(f"{A}xfrm")) if properties is not None else None
        if box is None or holder_of(item) is not None:
            continue
        if item.tag == f"{P}pic":
            yield box, "mixed"
            continue
        paint = fill_of(properties, palette)
        reference = item.find(f"{P}style/{A}fillRef")
        if paint is None and not says_fill(properties) and reference is not None and reference.get("idx") != "0":
            color = palette.color(reference)
            paint = Paint(color.role, color.alpha, ink=color.ink) if color is not None else None
        if paint is not None:
            yield box, _solid(paint, palette, ground)
