"""What any shape says of itself, read from XML: name, text for screen readers, claims, link, fill, line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefing.exports.pptx.canvas import CLAIMS_NS
from briefing.exports.pptx.inheritance import A, Element, P, R, Surroundings, number
from briefing.exports.pptx.opening import Opened, Related
from briefing.exports.pptx.reading_colors import Palette
from briefing.model.frame import EMU_PER_POINT, Anchor, Line, Link, Paint
from briefing.model.records import dataclass
from briefing.model.theme import ColorRole

ANCHORS: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom", "just": "top", "dist": "top"}
_TITLES = ("title", "ctrTitle")
_ON = ("1", "true")
_CLAIMS = f"{{{CLAIMS_NS}}}claims"
_MIXED = frozenset({f"{A}gradFill", f"{A}blipFill", f"{A}grpFill"})
_SHAPE, _CLICK, _SOLID, _PATTERN, _DASH = f"{P}cNvPr", f"{A}hlinkClick", f"{A}solidFill", f"{A}pattFill", f"{A}prstDash"


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
    """cells: claims of single cells, "row,column:ids" separated by "|". placeholder: its idx, 0 for the title.

    kind: of the placeholder, "" for none.
    """

    name: str
    ident: int
    descr: str
    decorative: bool
    hidden: bool
    claims: tuple[str, ...]
    cells: str
    link: Link | None
    placeholder: int | None
    kind: str


def identity_of(item: Element, ph: Element | None, parts: SlideParts) -> Identity:
    """Of any child of a shape tree. ph: its p:ph, if it has one."""
    kind = ph.get("type", "obj") if ph is not None else ""
    placeholder = 0 if kind in _TITLES else (number(ph.get("idx"), 0) or None if ph is not None else None)
    shape = next(item.iter(_SHAPE), None)
    if shape is None:
        return Identity("", 0, "", False, False, (), "", None, placeholder, kind)
    name, shape_id = shape.get("name", ""), number(shape.get("id"), 0)
    claims, cells = parts.claims.get((shape_id, name), ()), parts.cells.get((shape_id, name), "")
    decorative, link = False, None
    for element in shape.iterdescendants() if len(shape) else ():
        if element.tag == _CLAIMS:
            claims, cells = tuple(element.get("ids", "").split()), element.get("cells", "")
        elif element.tag == _CLICK and link is None:
            link = _link(element, parts)
        elif isinstance(element.tag, str) and element.tag.endswith("}decorative"):
            decorative = decorative or element.get("val") in _ON
    descr, hidden = shape.get("descr", ""), shape.get("hidden") in _ON
    return Identity(name, shape_id, descr, decorative, hidden, claims, cells, link, placeholder, kind)


def _link(click: Element, parts: SlideParts) -> Link | None:
    """A click action: a slide of the deck or an address outside."""
    related = parts.relations.get(click.get(f"{R}id", ""))
    if related is None:
        return None
    tip = click.get("tooltip", "")
    if related.kind == "slide":
        return Link(slide=parts.slide_keys.get(related.target, ""), tip=tip)
    return Link(url=related.target, tip=tip) if related.external else None


def fill_of(properties: Iterable[Element] | None, palette: Palette, base: str = "") -> Paint | None:
    """The fill among shape or cell properties; None for none and where nothing is said. base: what phClr stands for."""
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _SOLID:
            color = palette.color(child, base)
            return Paint(color.role, color.alpha, ink=color.ink) if color is not None else None
        if tag in _MIXED:
            return Paint("bg2", ink="mixed")
        if tag == _PATTERN:
            front, back = child.find(f"{A}fgClr"), child.find(f"{A}bgClr")
            colors = [palette.color(found) if found is not None else None for found in (front, back)]
            roles = [color.role if color is not None else None for color in colors]
            return Paint(roles[0] or "tx1", pattern=child.get("prst", ""), back=roles[1] or "bg1")
    return None


def says_fill(properties: Iterable[Element] | None) -> bool:
    """Is there any word of a fill, be it a:noFill?"""
    for child in properties if properties is not None else ():
        if isinstance(child.tag, str) and child.tag.endswith("Fill"):
            return True
    return False


def line_of(line: Element | None, palette: Palette) -> Line | None:
    """A line or border that is drawn."""
    if line is None:
        return None
    color, style = None, "solid"
    for child in line:
        if child.tag == _SOLID:
            color = palette.color(child)
        elif child.tag == _DASH:
            style = child.get("val", "solid")
    return _drawn(color.role, line.get("w"), style) if color is not None else None


@lru_cache(maxsize=1024)
def _drawn(role: ColorRole, width: str | None, style: str) -> Line:
    """The borders of a table are one and the same."""
    known = style if style in ("sysDash", "sysDot", "dash") else "solid"
    return Line(role, number(width, 9_525) / EMU_PER_POINT, known)  # type: ignore[arg-type]


def is_inside(related: Related, parts: SlideParts) -> bool:
    """Is the part related to in the package?"""
    return not related.external and parts.package.has(related.target)
