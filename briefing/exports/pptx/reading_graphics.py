"""The graphic frames of a slide as XML in, tables and charts of a Frame out."""

from __future__ import annotations

from briefing.exports.pptx.inheritance import NS, A, C, Element, R, Styled, Surroundings, number
from briefing.exports.pptx.reading_identity import (
    ANCHORS,
    Identity,
    SlideParts,
    fill_of,
    identity_of,
    is_inside,
    line_of,
)
from briefing.exports.pptx.reading_text import paragraphs
from briefing.model.frame import (
    Box,
    Cell,
    ChartMark,
    Paint,
    PictureMark,
    Row,
    Series,
    TableMark,
)


def graphic(item: Element, parts: SlideParts) -> TableMark | ChartMark | PictureMark | None:
    """A table, a chart, or a picture without data for any other graphic (SmartArt, objects)."""
    box = Styled(item, parts.around).box
    if box is None:
        return None
    table = item.find(f".//{A}tbl")
    if table is not None:
        return _table(item, table, box, parts)
    reference = item.find(f".//{C}chart")
    related = parts.relations.get(reference.get(f"{R}id", "")) if reference is not None else None
    chart = parts.package.xml(related.target) if related is not None and is_inside(related, parts) else None
    who = identity_of(item, parts)
    if chart is None:
        return PictureMark(who.name, box, b"", who.descr, who.placeholder, who.claims)
    return _chart(chart, who, box, parts.around)


def _table(item: Element, table: Element, box: Box, parts: SlideParts) -> TableMark:
    who, styled = identity_of(item, parts), Styled(item, parts.around)
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
        top, bottom = (line_of(properties.find(tag, NS), styled.around) for tag in ("a:lnT", "a:lnB"))
        fill = fill_of(properties, styled.around)
    covered = cell.get("vMerge") in ("1", "true") or cell.get("hMerge") in ("1", "true")
    left, above, right, below = margins
    return Cell(
        paragraphs(cell.find("a:txBody", NS), styled, shows_claims=shows_claims, citation=citation),
        fill,
        top,
        bottom,
        ANCHORS.get(anchor, "top"),
        (left, above, right, below),
        number(cell.get("rowSpan"), 1),
        number(cell.get("gridSpan"), 1),
        covered,
        claims,
    )


def _chart(chart: Element, who: Identity, box: Box, around: Surroundings) -> ChartMark:
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
        fill_of(properties, around) or Paint("accent1"),
        line_of(properties.find("a:ln", NS), around) if properties is not None else None,
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
