"""The shape tree of a slide as XML in, marks out: text, rules, connectors, tables, charts, pictures, groups."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, Literal

from briefing.exports.pptx.inheritance import A, Element, P, R, Styled, TextStyle, box_of, holder_of, number
from briefing.exports.pptx.pixels import pixels
from briefing.exports.pptx.reading_graphics import graphic
from briefing.exports.pptx.reading_identity import (
    ANCHORS,
    SlideParts,
    fill_of,
    identity_of,
    is_inside,
    line_of,
    says_fill,
)
from briefing.exports.pptx.reading_text import Words, paragraphs
from briefing.model.frame import Box, ConnectorMark, GroupMark, Line, Mark, Paint, PictureMark, RuleMark, Seen, TextMark
from briefing.model.records import replace

_MAX_DEPTH = 50
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_TEXT, _CONNECTOR, _GRAPHIC, _PICTURE, _GROUP = (P + tag for tag in ("sp", "cxnSp", "graphicFrame", "pic", "grpSp"))
_FITS: dict[str, Literal["none", "shrink", "grow"]] = {
    f"{A}noAutofit": "none",
    f"{A}normAutofit": "shrink",
    f"{A}spAutoFit": "grow",
}
_PRESET, _CUSTOM, _LINE, _STYLES, _FONT = (A + tag for tag in ("prstGeom", "custGeom", "ln", "lstStyle", "fontRef"))
_SHRINKING = f"{A}normAutofit"
_DEGREE = 60_000


def marks(tree: Element, parts: SlideParts) -> tuple[Mark, ...]:
    """The marks of a p:spTree in order. Shapes without a place are left out."""
    names = {item.get("id", ""): item.get("name", "") for item in tree.iter(f"{P}cNvPr")}
    return tuple(_marks(tree, parts, names, 0))


def _marks(tree: Element, parts: SlideParts, names: dict[str, str], depth: int) -> Iterator[Mark]:
    for item in tree:
        tag = item.tag
        mark: Mark | None = None
        if tag == _TEXT:
            mark = _text(item, parts)
        elif tag == _CONNECTOR:
            mark = _connection(item, parts, names)
        elif tag == _GRAPHIC:
            mark = graphic(item, parts)
        elif tag == _PICTURE:
            mark = _picture(item, parts)
        elif tag == _GROUP and depth < _MAX_DEPTH:
            mark = _group(item, parts, names, depth)
        elif tag == _ALTERNATIVE and len(item) and depth < _MAX_DEPTH:
            yield from _marks(item[-1], parts, names, depth + 1)
        if mark is not None:
            yield mark


def _text(item: Element, parts: SlideParts) -> TextMark | None:
    styled = Styled(item, parts.around)
    box, said = styled.box, styled.said.get
    if box is None:
        return None
    who = identity_of(item, styled.holder, parts)
    preset = styled.form.get(_PRESET)
    shape = preset.get("prst", "rect") if preset is not None else "custom" if _CUSTOM in styled.form else "rect"
    guide = preset.find(f"{A}avLst/{A}gd") if preset is not None and shape == "roundRect" else None
    adjust = number((guide.get("fmla") or "").removeprefix("val ").strip(), 0) / 100_000 if guide is not None else 0.0
    fit = styled.autofit
    seen = Seen(
        who.ident,
        who.kind,
        _turned(styled.xfrm),
        _FITS.get(fit.tag, "") if fit is not None else "",
        (said("vert") or "horz") not in ("horz", "wordArtVert", "wordArtVertRtl"),
        number(said("numCol"), 1),
        shape,
        hidden=who.hidden,
    )
    return TextMark(
        who.name,
        box,
        _written(styled, fit, parts, claims=bool(who.claims)),
        shape if shape in ("roundRect", "ellipse") else "rect",  # type: ignore[arg-type]
        adjust if shape == "roundRect" else 0.0,
        _filled(styled, parts),
        line_of(styled.form.get(_LINE), parts.around.palette),
        ANCHORS.get(said("anchor") or "t", "top"),
        said("wrap") != "none",
        styled.insets,
        who.placeholder,
        who.link,
        who.decorative,
        who.descr,
        who.claims,
        seen,
    )


def _written(styled: Styled, fit: Element | None, parts: SlideParts, *, claims: bool) -> Any:
    body = styled.body
    if body is None:
        return ()
    around = parts.around
    scale = less = 0.0
    if fit is not None and fit.tag == _SHRINKING:
        scale, less = (number(fit.get(name), 0) / 100_000 for name in ("fontScale", "lnSpcReduction"))
    words = Words(
        _styles(body, styled),
        around.palette,
        parts.relations,
        around.lang,
        scale if 0.05 < scale <= 1 else 1.0,
        less,
        claims,
    )
    return paragraphs(body, words)


def _styles(body: Element, styled: Styled) -> Callable[[int], TextStyle]:
    """Level → style: the shape's own list style, its font reference, then what it inherits."""
    around, key = styled.around, styled.key
    own = next(body.iterchildren(_STYLES), None)
    own = own if own is not None and len(own) else None
    reference = styled.style.find(_FONT) if styled.style is not None else None
    color = around.palette.color(reference) if reference is not None else None
    if color is None:
        return lambda level: around.style(key, level, own)
    return lambda level: around.style(key, level, own)._replace(color=color)


def _filled(styled: Styled, parts: SlideParts) -> Paint | None:
    palette = parts.around.palette
    paint = fill_of(styled.form.values(), palette)
    if paint is not None or says_fill(styled.form.values()):
        return paint
    reference = styled.style.find(f"{A}fillRef") if styled.style is not None else None
    if reference is not None:
        color = palette.color(reference) if number(reference.get("idx"), 0) % 1000 else None
        return Paint(color.role, color.alpha, ink=color.ink) if color is not None else None
    for owner in styled.parents:
        inherited = owner.find(f"{P}spPr")
        if says_fill(inherited):
            return fill_of(inherited, palette)
    return None


def _turned(xfrm: Element) -> float:
    return number(xfrm.get("rot"), 0) / _DEGREE % 360


def _connection(item: Element, parts: SlideParts, names: dict[str, str]) -> RuleMark | ConnectorMark | None:
    xfrm = item.find(f"{P}spPr/{A}xfrm")
    box = box_of(xfrm)
    if box is None or xfrm is None:
        return None
    who = identity_of(item, holder_of(item), parts)
    line = line_of(item.find(f"{P}spPr/{A}ln"), parts.around.palette) or Line("tx1", 0.75)
    ends = [item.find(f"{P}nvCxnSpPr/{P}cNvCxnSpPr/{A}{tag}") for tag in ("stCxn", "endCxn")]
    if all(end is not None and end.get("id") in names for end in ends):
        begin, end = ((names[e.get("id")], number(e.get("idx"), 0)) for e in ends if e is not None)
        preset = item.find(f"{P}spPr/{A}prstGeom")
        bent = preset is not None and preset.get("prst", "").startswith("bent")
        return ConnectorMark(who.name, begin, end, "elbow" if bent else "straight", line)
    x1, x2 = (box.x + box.w, box.x) if xfrm.get("flipH") == "1" else (box.x, box.x + box.w)
    y1, y2 = (box.y + box.h, box.y) if xfrm.get("flipV") == "1" else (box.y, box.y + box.h)
    return RuleMark(who.name, x1, y1, x2, y2, line)


def _picture(item: Element, parts: SlideParts) -> PictureMark | None:
    styled = Styled(item, parts.around)
    box = styled.box
    if box is None:
        return None
    who = identity_of(item, styled.holder, parts)
    blip = item.find(f"{P}blipFill/{A}blip")
    related = parts.relations.get(blip.get(f"{R}embed", "")) if blip is not None else None
    data = parts.package.read(related.target) if related is not None and is_inside(related, parts) else b""
    shown = _cropped(item, pixels(data))
    seen = Seen(who.ident, who.kind, _turned(styled.xfrm), cropped=shown, hidden=who.hidden)
    return PictureMark(who.name, box, data, who.descr, who.placeholder, who.claims, who.decorative, seen)


def _cropped(item: Element, size: tuple[int, int]) -> tuple[float, float]:
    """Pixels of the part of a picture that is shown; (0, 0) where it is tiled or its size unknown."""
    if item.find(f"{P}blipFill/{A}tile") is not None:
        return 0.0, 0.0
    crop = item.find(f"{P}blipFill/{A}srcRect")
    left, top, right, bottom = (
        number(crop.get(side), 0) / 100_000 if crop is not None else 0.0 for side in ("l", "t", "r", "b")
    )
    return size[0] * max(1 - left - right, 0.0), size[1] * max(1 - top - bottom, 0.0)


def _group(item: Element, parts: SlideParts, names: dict[str, str], depth: int) -> GroupMark | None:
    xfrm = item.find(f"{P}grpSpPr/{A}xfrm")
    box, inner = box_of(xfrm), box_of(xfrm, f"{A}chOff", f"{A}chExt")
    who = identity_of(item, None, parts)
    children: list[Mark] = list(_marks(item, parts, names, depth + 1))
    if box is None:
        box = Box(0, 0, 0, 0)
    else:
        if inner is not None and inner != box and inner.w > 0 and inner.h > 0:
            children = [_moved(child, inner, box) for child in children]
        turned = _turned(xfrm) if xfrm is not None else 0.0
        if turned:
            children = [_swung(child, box, turned) for child in children]
    flat = tuple(child for mark in children for child in (mark.marks if isinstance(mark, GroupMark) else (mark,)))
    seen = Seen(who.ident, hidden=who.hidden)
    return GroupMark(who.name, box, flat, who.descr, who.claims, who.decorative, seen)


def _moved(mark: Mark, inner: Box, outer: Box) -> Mark:
    """A mark from a group's inner coordinates in the slide's."""
    across, down = outer.w / inner.w, outer.h / inner.h

    def point(x: int, y: int) -> tuple[int, int]:
        return round(outer.x + (x - inner.x) * across), round(outer.y + (y - inner.y) * down)

    if isinstance(mark, ConnectorMark):
        return mark
    if isinstance(mark, RuleMark):
        (x1, y1), (x2, y2) = point(mark.x1, mark.y1), point(mark.x2, mark.y2)
        return replace(mark, x1=x1, y1=y1, x2=x2, y2=y2)
    x, y = point(mark.box.x, mark.box.y)
    box = Box(x, y, round(mark.box.w * across), round(mark.box.h * down))
    if isinstance(mark, GroupMark):
        moved: tuple[Any, ...] = tuple(_moved(child, inner, outer) for child in mark.marks)
        return replace(mark, box=box, marks=moved)
    return replace(mark, box=box)


def _swung(mark: Mark, outer: Box, turned: float) -> Mark:
    """A mark turned with its group about the group's middle."""
    if isinstance(mark, ConnectorMark | RuleMark):
        return mark
    if isinstance(mark, GroupMark):
        swung: tuple[Any, ...] = tuple(_swung(child, outer, turned) for child in mark.marks)
        return replace(mark, marks=swung)
    middle_x, middle_y = outer.x + outer.w / 2, outer.y + outer.h / 2
    x, y = mark.box.x + mark.box.w / 2 - middle_x, mark.box.y + mark.box.h / 2 - middle_y
    sine, cosine = math.sin(math.radians(turned)), math.cos(math.radians(turned))
    left = round(middle_x + x * cosine - y * sine - mark.box.w / 2)
    top = round(middle_y + x * sine + y * cosine - mark.box.h / 2)
    seen = mark.seen or Seen()
    return replace(
        mark, box=Box(left, top, mark.box.w, mark.box.h), seen=replace(seen, turned=(seen.turned + turned) % 360)
    )
