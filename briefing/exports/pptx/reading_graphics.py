"""The graphic frames of a slide as XML in, tables and charts of a Frame out."""

from __future__ import annotations

from functools import partial
from typing import Any

from briefing.exports.pptx.inheritance import NS, A, C, Element, R, Styled, Surroundings, number
from briefing.exports.pptx.reading_colors import Palette
from briefing.exports.pptx.reading_identity import (
    ANCHORS,
    Identity,
    SlideParts,
    fill_of,
    identity_of,
    is_inside,
    line_of,
)
from briefing.exports.pptx.reading_tables import TableLook, table_look
from briefing.exports.pptx.reading_text import Words, paragraphs
from briefing.model.frame import Box, Cell, ChartMark, Paint, PictureMark, Row, Seen, Series, TableMark

_ON = ("1", "true")
_LEFT, _ABOVE, _RIGHT, _BELOW = _MARGINS = 91_440, 45_720, 91_440, 45_720
_CELL, _WORDS, _PROPERTIES, _TOP, _BOTTOM = (A + tag for tag in ("tc", "txBody", "tcPr", "lnT", "lnB"))


def graphic(item: Element, parts: SlideParts) -> TableMark | ChartMark | PictureMark | None:
    """A table, a chart, or a picture without data for any other graphic (SmartArt, objects)."""
    styled = Styled(item, parts.around)
    box = styled.box
    if box is None:
        return None
    who = identity_of(item, styled.holder, parts)
    table = item.find(f"{A}graphic/{A}graphicData/{A}tbl")
    if table is not None:
        return _table(table, who, box, parts)
    reference = item.find(f"{A}graphic/{A}graphicData/{C}chart")
    related = parts.relations.get(reference.get(f"{R}id", "")) if reference is not None else None
    chart = parts.package.xml(related.target) if related is not None and is_inside(related, parts) else None
    if chart is None:
        seen = Seen(who.ident, who.kind, geometry="graphic", hidden=who.hidden)
        return PictureMark(who.name, box, b"", who.descr, who.placeholder, who.claims, who.decorative, seen)
    return _chart(chart, who, box, parts.around)


def _table(table: Element, who: Identity, box: Box, parts: SlideParts) -> TableMark:
    columns = tuple(number(column.get("w"), 0) for column in table.iterfind(f"{A}tblGrid/{A}gridCol"))
    claims = {
        place: tuple(ids.split()) for entry in who.cells.split("|") if entry for place, _, ids in [entry.partition(":")]
    }
    lines = table.findall(f"{A}tr")
    heads = ["".join(cell.itertext()).strip() for cell in lines[0].iterfind(f"{A}tc")] if lines else []
    cited = {index for index, head in enumerate(heads) if head in ("Src", "Source", "Sources")}
    look = table_look(table.find(f"{A}tblPr"), parts.around, len(lines), len(columns))
    words = Words(
        partial(parts.around.style, ("", ""), own=None), parts.around.palette, parts.relations, parts.around.lang
    )
    variants: dict[Any, Words] = {}  # few, of many cells
    rows = []
    for index, row in enumerate(lines):
        cells = []
        for column, cell in enumerate(row.iterchildren(_CELL)):
            ids = claims.get(f"{index},{column}", ())
            variant = bool(ids or who.claims), column in cited, look.text(index, column)
            own = variants.get(variant)
            if own is None:
                own = words._replace(claims=variant[0], citation=variant[1], cell=variant[2])
                variants[variant] = own
            cells.append(_cell(cell, own, look, (index, column), ids))
        rows.append(Row(number(row.get("h"), 0), tuple(cells)))
    height = sum(row.height for row in rows)
    place = Box(box.x, box.y, sum(columns), height)
    seen = Seen(who.ident, who.kind, hidden=who.hidden)
    return TableMark(
        who.name, place, columns, tuple(rows), who.placeholder, int(look.header), who.claims, who.descr, seen
    )


def _cell(cell: Element, words: Words, look: TableLook, place: tuple[int, int], claims: tuple[str, ...]) -> Cell:
    body = properties = top = bottom = None
    for child in cell:
        if child.tag == _WORDS:
            body = child
        elif child.tag == _PROPERTIES:
            properties = child
    margins, anchor, filled = _MARGINS, "t", False
    if properties is not None:
        said = properties.get
        margins = (
            number(said("marL"), _LEFT),
            number(said("marT"), _ABOVE),
            number(said("marR"), _RIGHT),
            number(said("marB"), _BELOW),
        )
        anchor = said("anchor", "t")
        for child in properties:
            tag = child.tag
            if tag == _TOP:
                top = line_of(child, words.palette)
            elif tag == _BOTTOM:
                bottom = line_of(child, words.palette)
            elif isinstance(tag, str) and tag.endswith("Fill"):
                filled = True
    return Cell(
        paragraphs(body, words),
        fill_of(properties, words.palette) if filled else look.fill(*place),
        top,
        bottom,
        ANCHORS.get(anchor, "top"),
        margins,
        number(cell.get("rowSpan"), 1),
        number(cell.get("gridSpan"), 1),
        cell.get("vMerge") in _ON or cell.get("hMerge") in _ON,
        claims,
    )


def _chart(chart: Element, who: Identity, box: Box, around: Surroundings) -> ChartMark:
    found = chart.findall(f".//{C}ser")
    categories = _points(found[0].find("c:cat", NS)) if found else {}
    count = max([len(categories), *(max(_points(item.find("c:val", NS)), default=-1) + 1 for item in found)], default=0)
    series = tuple(_series(item, min(count, 10_000), around.palette) for item in found)
    top = chart.find(f".//{C}valAx/{C}scaling/{C}max")
    names = tuple(categories.get(index, "") for index in range(min(count, 10_000)))
    bars = chart.find(f".//{C}barChart/{C}barDir")
    kind = "line" if bars is None else str(bars.get("val", "col"))
    if any(chart.find(f".//{C}{name}") is not None for name in ("pieChart", "doughnutChart", "scatterChart")):
        kind = "round"
    seen = Seen(who.ident, who.kind, geometry=kind, hidden=who.hidden)
    return ChartMark(
        who.name,
        box,
        names,
        series,
        _float(top.get("val", "")) or 0.0 if top is not None else 0.0,
        "",
        who.descr,
        who.placeholder,
        claims=who.claims,
        decorative=who.decorative,
        seen=seen,
    )


def _series(item: Element, count: int, palette: Palette) -> Series:
    values, labels = _points(item.find("c:val", NS)), {}
    for label in item.iterfind("c:dLbls/c:dLbl", NS):
        index = label.find("c:idx", NS)
        words = "".join(node.text or "" for node in label.iter(f"{A}t"))
        if index is not None and words:
            labels[number(index.get("val"), -1)] = words
    style, properties = item.find("c:dLbls/c:txPr/a:p/a:pPr/a:defRPr", NS), item.find("c:spPr", NS)
    fill = style.find("a:solidFill", NS) if style is not None else None
    color = palette.color(fill) if fill is not None else None
    name = "".join(_points(item.find("c:tx", NS)).values())
    return Series(
        name,
        tuple(_float(values.get(index, "")) for index in range(count)),
        tuple(labels.get(index, values.get(index, "")) for index in range(count)),
        fill_of(properties, palette) or Paint("accent1"),
        line_of(properties.find("a:ln", NS), palette) if properties is not None else None,
        color.role if color is not None else "tx1",
        style is not None and style.get("i") == "1",
    )


def _points(owner: Element | None) -> dict[int, str]:
    if owner is None:
        return {}
    return {number(point.get("idx"), 0): point.findtext("c:v", "", NS) or "" for point in owner.iter(f"{C}pt")}


def _float(text: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
