"""The shape tree of a slide as XML in, marks out: text, rules, connectors, tables, charts, pictures, groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing.exports.pptx.canvas import CLAIMS_NS
from briefing.exports.pptx.inheritance import NS, A, C, Element, P, R, Styled, Surroundings, box_of, number
from briefing.exports.pptx.opening import Opened, Related
from briefing.exports.pptx.reading_text import paragraphs
from briefing.model.frame import (
    EMU_PER_POINT,
    Anchor,
    Box,
    Cell,
    ChartMark,
    ConnectorMark,
    GroupMark,
    Line,
    Link,
    Mark,
    Paint,
    PictureMark,
    Row,
    RuleMark,
    Series,
    TableMark,
    TextMark,
)

_ANCHORS: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom", "just": "top", "dist": "top"}
_MAX_DEPTH = 50
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(frozen=True, slots=True)
class SlideParts:
    """What a slide is related to. slide_keys: part name → key of its Frame. claims, cells: by shape id and name."""

    around: Surroundings
    relations: Mapping[str, Related]
    slide_keys: Mapping[str, str]
    claims: Mapping[tuple[int, str], tuple[str, ...]]
    cells: Mapping[tuple[int, str], str]
    package: Opened


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
            mark = _graphic(item, parts)
        elif item.tag == f"{P}pic":
            mark = _picture(item, parts)
        elif item.tag == f"{P}grpSp" and depth < _MAX_DEPTH:
            mark = _group(item, parts, names, depth)
        elif item.tag == _ALTERNATIVE and len(item) and depth < _MAX_DEPTH:
            yield from _marks(item[-1], parts, names, depth + 1)
        if mark is not None:
            yield mark


@dataclass(frozen=True, slots=True)
class _Identity:
    name: str
    descr: str
    decorative: bool
    claims: tuple[str, ...]
    cells: str
    link: Link | None
    placeholder: int | None


def _identity(item: Element, parts: SlideParts) -> _Identity:
    shape = next(item.iter(f"{P}cNvPr"))
    name, shape_id = shape.get("name", ""), number(shape.get("id"), 0)
    own = shape.find(f".//{{{CLAIMS_NS}}}claims")
    key = (shape_id, name)
    claims = tuple(own.get("ids", "").split()) if own is not None else parts.claims.get(key, ())
    cells = own.get("cells", "") if own is not None else parts.cells.get(key, "")
    decorative = any(e.get("val") in ("1", "true") for e in shape.iter() if str(e.tag).endswith("}decorative"))
    ph = next(item.iter(f"{P}ph"), None) if item.tag != f"{P}grpSp" else None
    titled = ph is not None and ph.get("type") in ("title", "ctrTitle")
    placeholder = 0 if titled else (number(ph.get("idx"), 0) or None if ph is not None else None)
    return _Identity(name, shape.get("descr", ""), decorative, claims, cells, _link(shape, parts), placeholder)


def _link(shape: Element, parts: SlideParts) -> Link | None:
    click = shape.find("a:hlinkClick", NS)
    related = parts.relations.get(click.get(f"{R}id", "")) if click is not None else None
    if click is None or related is None:
        return None
    tip = click.get("tooltip", "")
    if related.kind == "slide":
        return Link(slide=parts.slide_keys.get(related.target, ""), tip=tip)
    return Link(url=related.target, tip=tip) if related.external else None


def _text(item: Element, parts: SlideParts) -> TextMark | None:
    styled = Styled(item, parts.around)
    box = styled.box
    if box is None:
        return None
    who = _identity(item, parts)
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
        _fill(properties, parts.around),
        _line(properties.find("a:ln", NS), parts.around) if properties is not None else None,
        _ANCHORS.get(styled.body("anchor") or "t", "top"),
        styled.body("wrap") != "none",
        styled.insets,
        who.placeholder,
        who.link,
        who.decorative,
        who.descr,
        who.claims,
    )


def _fill(properties: Element | None, around: Surroundings) -> Paint | None:
    if properties is None:
        return None
    pattern = properties.find("a:pattFill", NS)
    if pattern is not None:
        front, back = around.role(pattern.find("a:fgClr", NS)), around.role(pattern.find("a:bgClr", NS))
        return Paint(front or "tx1", pattern=pattern.get("prst", ""), back=back or "bg1")
    solid = properties.find("a:solidFill", NS)
    role = around.role(solid)
    if solid is None or role is None:
        return None
    alpha = solid.find("*/a:alpha", NS)
    return Paint(role, number(alpha.get("val"), 100_000) // 1_000 if alpha is not None else 100)


def _line(line: Element | None, around: Surroundings) -> Line | None:
    role = around.role(line.find("a:solidFill", NS)) if line is not None else None
    if line is None or role is None:
        return None
    dash = line.find("a:prstDash", NS)
    style = dash.get("val", "solid") if dash is not None else "solid"
    known = style if style in ("sysDash", "sysDot", "dash") else "solid"
    return Line(role, number(line.get("w"), 9_525) / EMU_PER_POINT, known)  # type: ignore[arg-type]


def _connection(item: Element, parts: SlideParts, names: dict[str, str]) -> RuleMark | ConnectorMark | None:
    xfrm = item.find("p:spPr/a:xfrm", NS)
    box = box_of(xfrm)
    if box is None or xfrm is None:
        return None
    who = _identity(item, parts)
    line = _line(item.find("p:spPr/a:ln", NS), parts.around) or Line("tx1", 0.75)
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
    who = _identity(item, parts)
    blip = item.find("p:blipFill/a:blip", NS)
    related = parts.relations.get(blip.get(f"{R}embed", "")) if blip is not None else None
    data = parts.package.read(related.target) if related is not None and _inside(related, parts) else b""
    return PictureMark(who.name, box, data, who.descr, who.placeholder, who.claims)


def _inside(related: Related, parts: SlideParts) -> bool:
    return not related.external and parts.package.has(related.target)


def _group(item: Element, parts: SlideParts, names: dict[str, str], depth: int) -> GroupMark | None:
    xfrm = item.find("p:grpSpPr/a:xfrm", NS)
    box, inner = box_of(xfrm), box_of(xfrm, "a:chOff", "a:chExt")
    who = _identity(item, parts)
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


def _graphic(item: Element, parts: SlideParts) -> TableMark | ChartMark | PictureMark | None:
    box = Styled(item, parts.around).box
    if box is None:
        return None
    table = item.find(f".//{A}tbl")
    if table is not None:
        return _table(item, table, box, parts)
    reference = item.find(f".//{C}chart")
    related = parts.relations.get(reference.get(f"{R}id", "")) if reference is not None else None
    chart = parts.package.xml(related.target) if related is not None and _inside(related, parts) else None
    who = _identity(item, parts)
    if chart is None:
        return PictureMark(who.name, box, b"", who.descr, who.placeholder, who.claims)
    return _chart(chart, who, box, parts.around)


def _table(item: Element, table: Element, box: Box, parts: SlideParts) -> TableMark:
    who, styled = _identity(item, parts), Styled(item, parts.around)
    columns = tuple(number(column.get("w"), 0) for column in table.iterfind("a:tblGrid/a:gridCol", NS))
    claims = {
        place: tuple(ids.split()) for entry in who.cells.split("|") if entry for place, _, ids in [entry.partition(":")]
    }
    lines = table.findall("a:tr", NS)
    heads = ["".join(cell.itertext()).strip() for cell in lines[0].iterfind("a:tc", NS)] if lines else []
    cited = {index for index, head in enumerate(heads) if head in ("Src", "Source", "Sources")}
    rows = []
    for index, row in enumerate(lines):
        cells = []
        for column, cell in enumerate(row.iterfind("a:tc", NS)):
            ids = claims.get(f"{index},{column}", ())
            shown = bool(ids or who.claims)
            cells.append(_cell(cell, styled, ids, shows_claims=shown, citation=column in cited))
        rows.append(Row(number(row.get("h"), 0), tuple(cells)))
    properties = table.find("a:tblPr", NS)
    header = properties is not None and properties.get("firstRow") in ("1", "true")
    height = sum(row.height for row in rows)
    place = Box(box.x, box.y, sum(columns), height)
    return TableMark(who.name, place, columns, tuple(rows), who.placeholder, int(header), who.claims)


def _cell(cell: Element, styled: Styled, claims: tuple[str, ...], *, shows_claims: bool, citation: bool) -> Cell:
    properties = cell.find("a:tcPr", NS)
    margins = [91_440, 45_720, 91_440, 45_720]
    anchor, top, bottom, fill = "t", None, None, None
    if properties is not None:
        names = ("marL", "marT", "marR", "marB")
        margins = [number(properties.get(name), default) for name, default in zip(names, margins, strict=True)]
        anchor = properties.get("anchor", "t")
        top, bottom = (_line(properties.find(tag, NS), styled.around) for tag in ("a:lnT", "a:lnB"))
        fill = _fill(properties, styled.around)
    covered = cell.get("vMerge") in ("1", "true") or cell.get("hMerge") in ("1", "true")
    left, above, right, below = margins
    return Cell(
        paragraphs(cell.find("a:txBody", NS), styled, shows_claims=shows_claims, citation=citation),
        fill,
        top,
        bottom,
        _ANCHORS.get(anchor, "top"),
        (left, above, right, below),
        number(cell.get("rowSpan"), 1),
        number(cell.get("gridSpan"), 1),
        covered,
        claims,
    )


def _chart(chart: Element, who: _Identity, box: Box, around: Surroundings) -> ChartMark:
    found = chart.findall(f".//{C}ser")
    categories = _points(found[0].find("c:cat", NS)) if found else {}
    count = max([len(categories), *(max(_points(item.find("c:val", NS)), default=-1) + 1 for item in found)], default=0)
    series = tuple(_series(item, count, around) for item in found)
    top = chart.find(f".//{C}valAx/{C}scaling/{C}max")
    maximum = float(top.get("val", "0")) if top is not None else 0.0
    names = tuple(categories.get(index, "") for index in range(count))
    return ChartMark(who.name, box, names, series, maximum, "", who.descr, who.placeholder, claims=who.claims)


def _series(item: Element, count: int, around: Surroundings) -> Series:
    values, labels = _points(item.find("c:val", NS)), {}
    for label in item.iterfind("c:dLbls/c:dLbl", NS):
        index = label.find("c:idx", NS)
        words = "".join(node.text or "" for node in label.iter(f"{A}t"))
        if index is not None and words:
            labels[number(index.get("val"), -1)] = words
    style, properties = item.find("c:dLbls/c:txPr/a:p/a:pPr/a:defRPr", NS), item.find("c:spPr", NS)
    color = style.find("a:solidFill", NS) if style is not None else None
    name = "".join(_points(item.find("c:tx", NS)).values())
    return Series(
        name,
        tuple(_float(values.get(index, "")) for index in range(count)),
        tuple(labels.get(index, values.get(index, "")) for index in range(count)),
        _fill(properties, around) or Paint("accent1"),
        _line(properties.find("a:ln", NS), around) if properties is not None else None,
        around.role(color) or "tx1",
        style is not None and style.get("i") == "1",
    )


def _points(owner: Element | None) -> dict[int, str]:
    if owner is None:
        return {}
    return {number(point.get("idx"), 0): point.findtext("c:v", "", NS) for point in owner.iter(f"{C}pt")}


def _float(text: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
