"""What a run or a box does not say itself: size, weight, colour, place and insets from layout, master and defaults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from briefing.model.color import channels
from briefing.model.frame import Box
from briefing.model.records import dataclass
from briefing.model.theme import ColorRole, Theme

Element: TypeAlias = Any  # lxml brings no types
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
A, P, R, C = (f"{{{NS[prefix]}}}" for prefix in "aprc")
ROLES: tuple[ColorRole, ...] = (
    "bg1",
    "tx1",
    "bg2",
    "tx2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
)
_TITLES = ("title", "ctrTitle")
_DEFAULT_SIZE = 18.0
_DEFAULT_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the shapes of one slide inherit from. default: the presentation's own text style. lang: the slide's."""

    theme: Theme
    layout: Element | None
    master: Element | None
    default: Element | None
    lang: str = "en-GB"

    def parents(self, shape: Element) -> list[Element]:
        """The layout's and the master's placeholder of the same idx or kind, nearest first."""
        ph = shape.find(".//p:nvPr/p:ph", NS)
        if ph is None:
            return []
        found = []
        kind, idx = ph.get("type", "obj"), ph.get("idx", "0")
        for level, tree in (("layout", self.layout), ("master", self.master)):
            holder = self._holder(tree, level, kind, idx) if tree is not None else None
            if holder is not None:
                found.append(holder)
                kind = holder.find(".//p:nvPr/p:ph", NS).get("type", kind)
        return found

    def _holder(self, tree: Element, level: str, kind: str, idx: str) -> Element | None:
        alike: Element | None = None
        for shape in tree.iterfind("p:cSld/p:spTree/*", NS):
            ph = shape.find(".//p:nvPr/p:ph", NS)
            if ph is None:
                continue
            if level == "layout" and ph.get("idx", "0") == idx:
                return shape
            if alike is None and _family(ph.get("type", "obj")) == _family(kind):
                alike = shape
        return alike

    def role(self, paint: Element | None) -> ColorRole | None:
        """The role of an a:solidFill and the like: named colours through the map, others the nearest of the theme."""
        if paint is None:
            return None
        scheme = paint.find("a:schemeClr", NS)
        if scheme is not None:
            return self._named(scheme.get("val", ""))
        for tag, key in (("a:srgbClr", "val"), ("a:sysClr", "lastClr")):
            found = paint.find(tag, NS)
            if found is not None and len(found.get(key, "")) == 6:
                return self._nearest(found.get(key).upper())
        return None

    def _named(self, name: str) -> ColorRole | None:
        slots = {slot: role for role, slot in self.theme.color_map.items()}
        name = {"hlink": "accent1", "folHlink": "tx2"}.get(name, slots.get(name, name))
        return next((role for role in ROLES if role == name), None)

    def _nearest(self, color: str) -> ColorRole:
        return min(ROLES, key=lambda role: _distance(self.theme.hex(role), color))


def _distance(one: str, other: str) -> int:
    try:
        return sum((a - b) ** 2 for a, b in zip(channels(one), channels(other), strict=True))
    except ValueError:
        return 1 << 30


def _family(kind: str) -> str:
    """Kinds of placeholder that stand for each other on layout and master."""
    if kind in _TITLES:
        return "title"
    return kind if kind in ("dt", "ftr", "sldNum", "sldImg") else "body"


def _style(kind: str) -> str:
    if kind in _TITLES:
        return "p:titleStyle"
    return "p:otherStyle" if kind in ("dt", "ftr", "sldNum") else "p:bodyStyle"


class Styled:
    """A shape with the placeholders it inherits from, nearest first."""

    def __init__(self, shape: Element, around: Surroundings) -> None:
        self.shape, self.around = shape, around
        self.owners = [shape, *around.parents(shape)]
        self._levels: dict[int, list[Element]] = {}

    @property
    def box(self) -> Box | None:
        """The shape's own place or its placeholder's."""
        for owner in self.owners:
            xfrm = owner.find("p:spPr/a:xfrm", NS)
            box = box_of(xfrm if xfrm is not None else owner.find("p:xfrm", NS))
            if box is not None:
                return box
        return None

    @property
    def insets(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        left, top, right, bottom = (number(self.body(name), default) for name, default in _DEFAULT_INSETS.items())
        return left, top, right, bottom

    def body(self, name: str) -> str | None:
        """An attribute of a:bodyPr, its own or inherited."""
        for owner in self.owners:
            properties = owner.find("p:txBody/a:bodyPr", NS)
            if properties is not None and properties.get(name) is not None:
                return str(properties.get(name))
        return None

    def styles(self, level: int) -> list[Element]:
        """The a:lvlNpPr elements that style a paragraph of that level, nearest first."""
        if level not in self._levels:
            self._levels[level] = list(self._found(f"a:lvl{level + 1}pPr"))
        return self._levels[level]

    def _found(self, tag: str) -> Iterator[Element]:
        for owner in self.owners:
            yield from owner.iterfind(f"p:txBody/a:lstStyle/{tag}", NS)
        ph = self.shape.find(".//p:nvPr/p:ph", NS)
        if self.around.master is not None and ph is not None:
            yield from self.around.master.iterfind(f"p:txStyles/{_style(ph.get('type', 'obj'))}/{tag}", NS)
        if self.around.default is not None:
            yield from self.around.default.iterfind(tag, NS)


def box_of(xfrm: Element | None, offset: str = "a:off", extent: str = "a:ext") -> Box | None:
    """The box of an xfrm element; None where it is missing or no number."""
    if xfrm is None:
        return None
    off, ext = xfrm.find(offset, NS), xfrm.find(extent, NS)
    if off is None or ext is None:
        return None
    try:
        return Box(int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy")))
    except (TypeError, ValueError):
        return None


def run_size(properties: Element | None, styles: list[Element], scale: float = 1.0) -> float:
    """Points."""
    for owner in (properties, *(style.find("a:defRPr", NS) for style in styles)):
        if owner is not None and owner.get("sz"):
            return round(number(owner.get("sz"), 1_800) / 100 * scale, 2)
    return _DEFAULT_SIZE * scale


def run_flag(properties: Element | None, styles: list[Element], name: str) -> bool:
    """Bold ("b") or italic ("i")."""
    for owner in (properties, *(style.find("a:defRPr", NS) for style in styles)):
        if owner is not None and owner.get(name) is not None:
            return owner.get(name) in ("1", "true")
    return False


def run_color(properties: Element | None, styles: list[Element], around: Surroundings) -> ColorRole:
    """The role of the text's colour; tx1 where nothing says."""
    for owner in (properties, *(style.find("a:defRPr", NS) for style in styles)):
        role = around.role(owner.find("a:solidFill", NS)) if owner is not None else None
        if role is not None:
            return role
    return "tx1"


def number(text: str | None, default: int) -> int:
    """A whole number written in XML, or the default."""
    try:
        return int(text) if text else default
    except ValueError:
        return default
