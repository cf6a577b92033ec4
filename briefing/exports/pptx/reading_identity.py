"""What any shape says of itself, read from XML: name, text for screen readers, claims, link, fill, line."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.exports.pptx.canvas import CLAIMS_NS
from briefing.exports.pptx.inheritance import NS, Element, P, R, Surroundings, number
from briefing.exports.pptx.opening import Opened, Related
from briefing.model.frame import (
    EMU_PER_POINT,
    Anchor,
    Line,
    Link,
    Paint,
)
from briefing.model.records import dataclass

ANCHORS: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom", "just": "top", "dist": "top"}


@dataclass(frozen=True, slots=True)
class SlideParts:
    """What a slide is related to. slide_keys: part name → key of its Frame. claims, cells: by shape id and name."""

    around: Surroundings
    relations: Mapping[str, Related]
    slide_keys: Mapping[str, str]
    claims: Mapping[tuple[int, str], tuple[str, ...]]
    cells: Mapping[tuple[int, str], str]
    package: Opened


@dataclass(frozen=True, slots=True)
class Identity:
    """cells: claims of single cells, "row,column:ids" separated by "|". placeholder: its idx, 0 for the title."""

    name: str
    descr: str
    decorative: bool
    claims: tuple[str, ...]
    cells: str
    link: Link | None
    placeholder: int | None


def identity_of(item: Element, parts: SlideParts) -> Identity:
    """Of any child of a shape tree."""
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
    return Identity(name, shape.get("descr", ""), decorative, claims, cells, link_of(shape, parts), placeholder)


def link_of(shape: Element, parts: SlideParts) -> Link | None:
    """The click action of a p:cNvPr: a slide of the deck or an address outside."""
    click = shape.find("a:hlinkClick", NS)
    related = parts.relations.get(click.get(f"{R}id", "")) if click is not None else None
    if click is None or related is None:
        return None
    tip = click.get("tooltip", "")
    if related.kind == "slide":
        return Link(slide=parts.slide_keys.get(related.target, ""), tip=tip)
    return Link(url=related.target, tip=tip) if related.external else None


def fill_of(properties: Element | None, around: Surroundings) -> Paint | None:
    """The fill among shape or cell properties; None for none, for pictures and gradients."""
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


def line_of(line: Element | None, around: Surroundings) -> Line | None:
    """A line or border that is drawn."""
    role = around.role(line.find("a:solidFill", NS)) if line is not None else None
    if line is None or role is None:
        return None
    dash = line.find("a:prstDash", NS)
    style = dash.get("val", "solid") if dash is not None else "solid"
    known = style if style in ("sysDash", "sysDot", "dash") else "solid"
    return Line(role, number(line.get("w"), 9_525) / EMU_PER_POINT, known)  # type: ignore[arg-type]


def is_inside(related: Related, parts: SlideParts) -> bool:
    """Is the part related to in the package?"""
    return not related.external and parts.package.has(related.target)
