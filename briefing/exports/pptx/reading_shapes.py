"""The shape tree of a slide as XML in, marks out: text, rules, connectors, tables, charts, pictures, groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.exports.pptx.inheritance import NS, Element, P, R, Styled, box_of, number
from briefing.exports.pptx.reading_graphics import graphic
from briefing.exports.pptx.reading_identity import ANCHORS, SlideParts, fill_of, identity_of, is_inside, line_of
from briefing.exports.pptx.reading_text import paragraphs
from briefing.model.frame import (
    Box,
    ChartMark,
    ConnectorMark,
    GroupMark,
    Line,
    Mark,
    PictureMark,
    RuleMark,
    TableMark,
    TextMark,
)
from briefing.model.records import replace

_MAX_DEPTH = 50
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def marks(tree: Element, parts: SlideParts) -> tuple[Mark, ...]:
    """The marks of a p:spTree in order. Shapes without a place are left out."""
    names = {item.get("id", ""): item.get("name", "") for item in tree.iter(f"{P}cNvPr")}
    return tuple(_marks(tree, parts, names, 0))


def _marks(tree: Element, parts: SlideParts, names: dict[str, str], depth: int) -> Iterator[Mark]:
    for item in tree:
        mark: Mark | None = None
        if item.tag == f"{P}sp":
            mark = _text(item, parts)
        elif item.tag == f"{P}cxnSp":
            mark = _connection(item, parts, names)
        elif item.tag == f"{P}graphicFrame":
            mark = graphic(item, parts)
        elif item.tag == f"{P}pic":
            mark = _picture(item, parts)
        elif item.tag == f"{P}grpSp" and depth < _MAX_DEPTH:
            mark = _group(item, parts, names, depth)
        elif item.tag == _ALTERNATIVE and len(item) and depth < _MAX_DEPTH:
            yield from _marks(item[-1], parts, names, depth + 1)
        if mark is not None:
            yield mark


def _text(item: Element, parts: SlideParts) -> TextMark | None:
    styled = Styled(item, parts.around)
    box = styled.box
    if box is None:
        return None
    who = identity_of(item, parts)
    properties = item.find("p:spPr", NS)
    preset = properties.find("a:prstGeom", NS) if properties is not None else None
    kind = preset.get("prst", "rect") if preset is not None else "rect"
    guide = preset.find("a:avLst/a:gd", NS) if preset is not None else None
    adjust = number((guide.get("fmla") or "").removeprefix("val ").strip(), 0) / 100_000 if guide is not None else 0.0
    return TextMark(
        who.name,
        box,
        paragraphs(item.find("p:txBody", NS), styled, shows_claims=bool(who.claims)),
        kind if kind in ("roundRect", "ellipse") else "rect",  # type: ignore[arg-type]
        adjust if kind == "roundRect" else 0.0,
        fill_of(properties, parts.around),
        line_of(properties.find("a:ln", NS), parts.around) if properties is not None else None,
        ANCHORS.get(styled.body("anchor") or "t", "top"),
        styled.body("wrap") != "none",
        styled.insets,
        who.placeholder,
        who.link,
        who.decorative,
        who.descr,
        who.claims,
    )


def _connection(item: Element, parts: SlideParts, names: dict[str, str]) -> RuleMark | ConnectorMark | None:
    xfrm = item.find("p:spPr/a:xfrm", NS)
    box = box_of(xfrm)
    if box is None or xfrm is None:
        return None
    who = identity_of(item, parts)
    line = line_of(item.find("p:spPr/a:ln", NS), parts.around) or Line("tx1", 0.75)
    ends = [item.find(f"p:nvCxnSpPr/p:cNvCxnSpPr/{tag}", NS) for tag in ("a:stCxn", "a:endCxn")]
    if all(end is not None and end.get("id") in names for end in ends):
        begin, end = ((names[e.get("id")], number(e.get("idx"), 0)) for e in ends if e is not None)
        preset = item.find("p:spPr/a:prstGeom", NS)
        bent = preset is not None and preset.get("prst", "").startswith("bent")
        return ConnectorMark(who.name, begin, end, "elbow" if bent else "straight", line)
    x1, x2 = (box.x + box.w, box.x) if xfrm.get("flipH") == "1" else (box.x, box.x + box.w)
    y1, y2 = (box.y + box.h, box.y) if xfrm.get("flipV") == "1" else (box.y, box.y + box.h)
    return RuleMark(who.name, x1, y1, x2, y2, line)


def _picture(item: Element, parts: SlideParts) -> PictureMark | None:
    box = Styled(item, parts.around).box
    if box is None:
        return None
    who = identity_of(item, parts)
    blip = item.find("p:blipFill/a:blip", NS)
    related = parts.relations.get(blip.get(f"{R}embed", "")) if blip is not None else None
    data = parts.package.read(related.target) if related is not None and is_inside(related, parts) else b""
    return PictureMark(who.name, box, data, who.descr, who.placeholder, who.claims)


def _group(item: Element, parts: SlideParts, names: dict[str, str], depth: int) -> GroupMark | None:
    xfrm = item.find("p:grpSpPr/a:xfrm", NS)
    box, inner = box_of(xfrm), box_of(xfrm, "a:chOff", "a:chExt")
    who = identity_of(item, parts)
    children: list[Mark] = list(_marks(item, parts, names, depth + 1))
    if box is None:
        box = Box(0, 0, 0, 0)
    elif inner is not None and inner != box and inner.w > 0 and inner.h > 0:
        children = [_moved(child, inner, box) for child in children]
    flat = tuple(
        child
        for mark in children
        for child in (mark.marks if isinstance(mark, GroupMark) else (mark,))
        if not isinstance(child, TableMark | ChartMark)
    )
    return GroupMark(who.name, box, flat, who.descr, who.claims)


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
