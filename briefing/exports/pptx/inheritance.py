"""What a run or a box does not say itself: size, weight, colour, place and insets from layout, master and defaults.

A shape inherits from the layout's placeholder of its idx and the master's of its kind; its text from their list styles,
then from the master's text styles (placeholders) or from the presentation's default (all others). What is found for a
placeholder and a level is kept for the slides that follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from briefing.exports.pptx.reading_colors import ROLES, Color, Palette
from briefing.model.frame import Box
from briefing.model.theme import Theme

__all__ = ["NS", "ROLES", "A", "C", "Element", "P", "R", "Styled", "Surroundings", "TextStyle", "box_of", "number"]

Element: TypeAlias = Any  # lxml brings no types
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
A, P, R, C = (f"{{{NS[prefix]}}}" for prefix in "aprc")
TITLES = ("title", "ctrTitle")
_DEFAULT_SIZE = 18.0
_NO_KEY = ("", "")
_BLACK = Color("tx1", "", 100)
_ON = ("1", "true")
_FORM, _BODY, _STYLE, _FRAME, _XFRM = f"{P}spPr", f"{P}txBody", f"{P}style", f"{P}xfrm", f"{A}xfrm"
_HOLDER, _GROUP, _OF_BODY, _OFFSET, _EXTENT = f"{P}ph", f"{P}grpSp", f"{A}bodyPr", f"{A}off", f"{A}ext"
_AUTOFITS = frozenset({f"{A}noAutofit", f"{A}normAutofit", f"{A}spAutoFit"})


class TextStyle(NamedTuple):
    """How a paragraph of some level looks where it says nothing itself. sizes in points, indent in EMU."""

    size: float
    bold: bool
    italic: bool
    color: Color
    font: str
    align: str
    before: float
    after: float
    spacing: float
    indent: int


class Body(NamedTuple):
    """What a:bodyPr says, inherited or not. autofit: a:noAutofit, a:normAutofit or a:spAutoFit."""

    said: Mapping[str, str]
    autofit: Element | None


_SILENT = Body({}, None)


class Level:
    """A layout or master: its placeholders, by idx and by kind. name: of its part."""

    def __init__(self, name: str, root: Element | None) -> None:
        self.name, self.root = name, root
        self.by_idx: dict[str, Element] = {}
        self.by_kind: dict[str, Element] = {}
        for shape in root.iterfind(f"{P}cSld/{P}spTree/*") if root is not None else ():
            ph = holder_of(shape)
            if ph is not None:
                self.by_idx.setdefault(ph.get("idx", "0"), shape)
                self.by_kind.setdefault(_family(ph.get("type", "obj")), shape)


class Surroundings:
    """What the shapes of one slide inherit from. default: the presentation's text style. lang: the slide's.

    styles, chains: kept from slide to slide (see `Styled`). table_styles: id → its a:tblStyle.
    """

    def __init__(
        self,
        theme: Theme,
        palette: Palette,
        layout: Level,
        master: Level,
        default: Element | None,
        lang: str = "en-GB",
        table_styles: Mapping[str, Element] | None = None,
    ) -> None:
        self.theme, self.palette, self.layout, self.master = theme, palette, layout, master
        self.default, self.lang, self.table_styles = default, lang, table_styles or {}
        self._chains: dict[tuple[str, str], tuple[Element, ...]] = {}
        self._bodies: dict[tuple[str, str], Body] = {}
        self._styles: dict[tuple[str, str, int], TextStyle] = {}

    def said_in(self, lang: str) -> Surroundings:
        """The same for a slide in another language."""
        other = object.__new__(Surroundings)
        other.__dict__.update(self.__dict__)
        other.lang = lang
        return other

    def parents(self, kind: str, idx: str) -> tuple[Element, ...]:
        """The layout's and the master's placeholder of the same idx or kind, nearest first."""
        key = (kind, idx)
        if key not in self._chains:
            found = []
            for level in (self.layout, self.master):
                holder = level.by_idx.get(idx) if level is self.layout else None
                holder = holder if holder is not None else level.by_kind.get(_family(kind))
                if holder is not None:
                    found.append(holder)
                    ph = holder_of(holder)
                    kind = ph.get("type", kind) if ph is not None else kind
            self._chains[key] = tuple(found)
        return self._chains[key]

    def body(self, kind: str, idx: str) -> Body:
        """What the a:bodyPr of a placeholder's parents say."""
        key = (kind, idx)
        if key not in self._bodies:
            said, fit = Body({}, None)
            for holder in reversed(self.parents(kind, idx)):
                said, fit = _body(holder.find(f"{P}txBody/{A}bodyPr"), said, fit)
            self._bodies[key] = Body(said, fit)
        return self._bodies[key]

    def style(self, key: tuple[str, str], level: int, own: Element | None) -> TextStyle:
        """Of a placeholder (kind, idx), ("", "") for none. own: the shape's a:lstStyle if it holds anything."""
        if own is not None:
            return self._resolved([*_levels([own], level), *self._inherited(key, level)])
        place = (*key, level)
        if place not in self._styles:
            self._styles[place] = self._resolved(list(self._inherited(key, level)))
        return self._styles[place]

    def _inherited(self, key: tuple[str, str], level: int) -> Iterator[Element]:
        if key != ("", ""):
            lists = [holder.find(f"{P}txBody/{A}lstStyle") for holder in self.parents(*key)]
            yield from _levels([found for found in lists if found is not None], level)
            if self.master.root is not None:
                yield from self.master.root.iterfind(f"{P}txStyles/{P}{_style(key[0])}/{A}lvl{level + 1}pPr")
        if self.default is not None:
            yield from self.default.iterfind(f"{A}lvl{level + 1}pPr")
            yield from self.default.iterfind(f"{A}defPPr")

    def _resolved(self, styles: list[Element]) -> TextStyle:
        runs = [found for style in styles if (found := style.find(f"{A}defRPr")) is not None]
        colors = (self.palette.color(fill) for run in runs if (fill := run.find(f"{A}solidFill")) is not None)
        fonts = (latin.get("typeface", "") for run in runs if (latin := run.find(f"{A}latin")) is not None)
        size = next((run.get("sz") for run in runs if run.get("sz")), None)
        return TextStyle(
            number(size, 1_800) / 100 if size else _DEFAULT_SIZE,
            _flag(runs, "b"),
            _flag(runs, "i"),
            next((color for color in colors if color is not None), _BLACK),
            next(fonts, ""),
            next((style.get("algn") for style in styles if style.get("algn")), "l"),
            space(styles, "spcBef"),
            space(styles, "spcAft"),
            spacing(styles),
            next((number(style.get("marL"), 0) for style in styles if style.get("marL")), 0),
        )


def holder_of(shape: Element) -> Element | None:
    """The p:ph of a shape, picture or graphic frame, which stands in its first child."""
    if not len(shape) or shape.tag == _GROUP:
        return None
    return next(shape[0].iter(_HOLDER), None)


def _body(properties: Element | None, said: Mapping[str, str], fit: Element | None) -> Body:
    """An a:bodyPr over what it inherits."""
    if properties is None:
        return Body(said, fit)
    own = properties.items()
    for child in properties:
        if child.tag in _AUTOFITS:
            fit = child
            break
    return Body({**said, **dict(own)} if own else said, fit)


def _levels(lists: list[Element], level: int) -> Iterator[Element]:
    for found in lists:
        yield from found.iterfind(f"{A}lvl{level + 1}pPr")


def _flag(runs: list[Element], name: str) -> bool:
    return next((run.get(name) in _ON for run in runs if run.get(name) is not None), False)


def space(owners: list[Element], tag: str) -> float:
    """Points before or after; space in percent counts as none."""
    for owner in owners:
        found = owner.find(f"{A}{tag}/{A}spcPts")
        if found is not None:
            return number(found.get("val"), 0) / 100
    return 0.0


def spacing(owners: list[Element]) -> float:
    """Share of the normal pitch; minus the points of an exact one."""
    for owner in owners:
        found = owner.find(f"{A}lnSpc")
        if found is not None and len(found):
            value = found[0].get("val", "100000")
            if found[0].tag == f"{A}spcPts":
                return -number(value, 0) / 100 or 1.0
            return number(value.rstrip("%"), 100_000) / (100 if value.endswith("%") else 100_000)
    return 1.0


def _family(kind: str) -> str:
    """Kinds of placeholder that stand for each other on layout and master."""
    if kind in TITLES:
        return "title"
    return kind if kind in ("dt", "ftr", "sldNum", "sldImg") else "body"


def _style(kind: str) -> str:
    if kind in TITLES:
        return "titleStyle"
    return "otherStyle" if kind in ("dt", "ftr", "sldNum") else "bodyStyle"


class Styled:
    """A shape with the placeholders it inherits from: parents, nearest first. key: kind and idx of its own, ("", "")
    for none.

    holder: its p:ph. said: the attributes of its a:bodyPr, its own or inherited; autofit: likewise. form: what
    stands in its own p:spPr, by tag; body, style: its own p:txBody and p:style. xfrm, box: its own place or its
    placeholder's.
    """

    __slots__ = ("around", "autofit", "body", "box", "form", "holder", "key", "parents", "said", "style", "xfrm")

    def __init__(self, shape: Element, around: Surroundings) -> None:
        self.around = around
        self.form: dict[str, Element] = {}
        self.body = self.style = place = None
        for child in shape:
            tag = child.tag
            if tag == _FORM:
                self.form = {part.tag: part for part in child}
            elif tag == _BODY:
                self.body = child
            elif tag == _STYLE:
                self.style = child
            elif tag == _FRAME:
                place = child
        ph = self.holder = holder_of(shape)
        self.key, inherited = _NO_KEY, _SILENT
        self.parents: tuple[Element, ...] = ()
        if ph is not None:
            self.key = (ph.get("type", "obj"), ph.get("idx", "0"))
            self.parents, inherited = around.parents(*self.key), around.body(*self.key)
        own = self.body[0] if self.body is not None and len(self.body) else None
        self.said, self.autofit = _body(own, *inherited) if own is not None and own.tag == _OF_BODY else inherited
        self.xfrm, self.box = self._place(self.form.get(_XFRM, place))

    def _place(self, own: Element | None) -> tuple[Element | None, Box | None]:
        box = box_of(own)
        if box is not None:
            return own, box
        for owner in self.parents:
            found = owner.find(f"{P}spPr/{A}xfrm")
            found = found if found is not None else owner.find(f"{P}xfrm")
            box = box_of(found)
            if box is not None:
                return found, box
        return None, None

    @property
    def insets(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        said = self.said.get
        return (
            number(said("lIns"), 91_440),
            number(said("tIns"), 45_720),
            number(said("rIns"), 91_440),
            number(said("bIns"), 45_720),
        )


def box_of(xfrm: Element | None, offset: str = _OFFSET, extent: str = _EXTENT) -> Box | None:
    """The box of an xfrm element; None where it is missing or no number."""
    if xfrm is None:
        return None
    off = ext = None
    for child in xfrm:
        tag = child.tag
        if tag == offset:
            off = child
        elif tag == extent:
            ext = child
    if off is None or ext is None:
        return None
    try:
        box = Box(int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy")))
    except (TypeError, ValueError):
        return None
    return box if max(abs(box.x), abs(box.y), abs(box.w), abs(box.h)) < 1 << 40 else None


def number(text: str | None, default: int) -> int:
    """A whole number written in XML, or the default; what is out of all proportion counts as none."""
    try:
        value = int(text) if text and len(text) < 16 else default
    except ValueError:
        return default
    return value if abs(value) < 1 << 40 else default
