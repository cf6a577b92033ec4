"""A company's template in, what slides of ours need to know of it out: layouts, the free area of each, its ground.

The free area is the largest place that the title, the footers and whatever the layout and its master draw leave open,
between the margins that the title and the body keep. All boxes are EMU.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from briefing.errors import InputError
from briefing.exports.pptx.gate import admit
from briefing.exports.pptx.inheritance import NS, P, R, box_of
from briefing.exports.pptx.opening import Opened
from briefing.exports.pptx.variations import varied
from briefing.model.frame import Align, Anchor, Box

Element: TypeAlias = Any  # lxml brings no types
_FOOTERS = {"ftr": "footer", "sldNum": "number", "dt": "date"}
_TITLES = ("title", "ctrTitle")
_ALIGN: dict[str, Align] = {"ctr": "center", "r": "right"}
_ANCHOR: dict[str, Anchor] = {"ctr": "middle", "b": "bottom"}
ZONE_W, ZONE_H = 11_094_720, 4_517_136  # of our own slides: 12.133 x 4.94 in
_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')
_COVERS = 0.6  # of the slide: what is larger is a ground to stand on, not a thing to keep off


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout as slides inherit it. ph: its p:ph as XML. size: points. insets: left, top, right,
    bottom. text: what it says itself ("" for a prompt or nothing). pitch: line spacing, 1 = single.
    fill: the a:solidFill of its text as XML, "" for none. face: its family; typeface: as the XML names it, "" for none.
    """

    ph: str
    box: Box
    size: float
    bold: bool
    align: Align
    anchor: Anchor
    insets: tuple[int, int, int, int]
    capitals: bool
    face: str
    text: str
    pitch: float
    fill: str
    typeface: str


@dataclass(frozen=True, slots=True)
class CompanyLayout:
    """ground: the colour under the free area, six hex digits. ground_kind: "solid", "picture" or "gradient".

    used: by how many sample slides. part: its name in the package. map_override: its a:overrideClrMapping as XML, ""
    for none. color_map: of the master or the override, "bg1" → "lt1". colors: slot → hex, of its master's theme.
    """

    part: str
    name: str
    kind: str
    master: int
    title: Place | None
    subtitle: Place | None
    footer: Place | None
    number: Place | None
    free: Box
    ground: str
    ground_kind: str
    color_map: dict[str, str]
    map_override: str
    colors: dict[str, str]
    major: str
    minor: str
    used: int = 0

    @property
    def scale(self) -> float:
        """How large our content stands in the free area, 1 = as on our own slides."""
        return min(self.free.w / ZONE_W, self.free.h / ZONE_H)

    def hex(self, slot: str) -> str:
        """Six hex digits of "bg1", "tx2", "accent3" … and of a variation of it ("accent3 -25%")."""
        base, _, variation = slot.partition(" ")
        return varied(self.colors[self.color_map.get(base, base)], variation)


@dataclass(frozen=True, slots=True)
class Company:
    """width, height: of the slides. layouts: of all masters, in their order."""

    where: str
    width: int
    height: int
    layouts: tuple[CompanyLayout, ...]
    samples: int


def read_company(data: bytes, where: str) -> Company:
    """Raises InputError for what must not or cannot be built on."""
    opened = admit(data, where)
    root = opened.xml(opened.main)
    size = root.find("p:sldSz", NS)
    slide = Box(0, 0, int(size.get("cx")), int(size.get("cy")))
    related = opened.relations(opened.main)
    layouts: list[CompanyLayout] = []
    for number, item in enumerate(root.iterfind("p:sldMasterIdLst/p:sldMasterId", NS), 1):
        layouts += _layouts(opened, related[item.get(f"{R}id")].target, number, slide)
    used = Counter(opened.first(item.target, "slideLayout") for item in related.values() if item.kind == "slide")
    layouts = [replace(layout, used=used[layout.part]) for layout in layouts]
    if not layouts:
        raise InputError("the template has no layouts", where, "open it in PowerPoint and save it again")
    return Company(where, slide.w, slide.h, tuple(layouts), len(root.findall("p:sldIdLst/p:sldId", NS)))


def _layouts(opened: Opened, master_name: str, number: int, slide: Box) -> Iterator[CompanyLayout]:
    master = opened.xml(master_name)
    theme_name = opened.first(master_name, "theme")
    if not theme_name:
        raise InputError("a slide master has no theme", opened.where, "open it in PowerPoint and save it again")
    theme = opened.xml(theme_name)
    colors = _colors(theme)
    fonts = tuple(_font(theme, kind) for kind in ("majorFont", "minorFont"))
    related = opened.relations(master_name)
    for item in master.iterfind("p:sldLayoutIdLst/p:sldLayoutId", NS):
        relation = related.get(item.get(f"{R}id", ""))
        if relation is not None and relation.kind == "slideLayout":
            yield _Reading(
                opened, relation.target, master_name, number, slide, colors, fonts[0], fonts[1], theme
            ).layout()


def _colors(theme: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    scheme = theme.find("a:themeElements/a:clrScheme", NS)
    for item in scheme if scheme is not None else ():
        if not isinstance(item.tag, str) or not len(item):
            continue
        value = item[0].get("lastClr") or item[0].get("val", "")
        if len(value) == 6:
            found[item.tag.rsplit("}", 1)[-1]] = value.upper()
    defaults = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6"}
    for slot in ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"):
        found.setdefault(slot, defaults.get(slot, "4472C4"))
    return found


def _font(theme: Element, kind: str) -> str:
    latin = theme.find(f"a:themeElements/a:fontScheme/a:{kind}/a:latin", NS)
    return (latin.get("typeface", "").strip() if latin is not None else "") or "Arial"


class _Reading:
    """One layout with its master, on its way to a CompanyLayout."""

    def __init__(
        self,
        opened: Opened,
        name: str,
        master_name: str,
        number: int,
        slide: Box,
        colors: dict[str, str],
        major: str,
        minor: str,
        theme: Element,
    ) -> None:
        self.opened, self.name, self.master_name, self.number, self.slide = opened, name, master_name, number, slide
        self.tree, self.master = opened.xml(name), opened.xml(master_name)
        self.colors, self.major, self.minor, self.theme = colors, major, minor, theme
        override = self.tree.find("p:clrMapOvr/a:overrideClrMapping", NS)
        found = override if override is not None else self.master.find("p:clrMap", NS)
        self.color_map = dict(found.attrib) if found is not None else {}
        for role, slot in (("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")):
            self.color_map.setdefault(role, slot)
        self.override = override

    def layout(self) -> CompanyLayout:
        from lxml import etree

        own = list(self._placeholders())
        title = next((place for kind, place in own if kind in _TITLES), None)
        footers = {_FOOTERS[kind]: place for kind, place in reversed(own) if kind in _FOOTERS}
        bodies = [place for kind, place in own if kind in ("subTitle", "body", "obj", "")]
        subtitle = next((place for kind, place in own if kind == "subTitle"), bodies[0] if bodies else None)
        subtitle, footer, page = _distinct(title, subtitle, footers.get("footer"), footers.get("number"))
        largest = max((place.box for place in bodies), key=lambda box: box.w * box.h, default=None)
        things, grounds = self._drawn(largest or self._master_body())
        held = [place.box for place in footers.values()] + ([] if footers else self._master_footers())
        free = self._free(title, held, things, largest)
        ground, kind = self._ground(grounds, free)
        body = largest or self._master_body()
        if kind == "picture" and body is not None:
            free = _common(free, body) or free  # where on the picture there is calm, only its designer knows
        cut = self.tree.find("p:cSld", NS).get("name", "")
        return CompanyLayout(
            part=self.name,
            name=" ".join(cut.split()),
            kind=self.tree.get("type", ""),
            master=self.number,
            title=title,
            subtitle=subtitle,
            footer=footer,
            number=page,
            free=free,
            ground=ground,
            ground_kind=kind,
            color_map=self.color_map,
            map_override="" if self.override is None else etree.tostring(self.override, encoding="unicode"),
            colors=self.colors,
            major=self.major,
            minor=self.minor,
        )

    # ------------------------------------------------------------ placeholders

    def _placeholders(self) -> Iterator[tuple[str, Place]]:
        """(type, place) of each placeholder of the layout that has a place, "" being an object."""
        for shape in self.tree.iterfind("p:cSld/p:spTree/p:sp", NS):
            ph = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
            if ph is None:
                continue
            kind = ph.get("type", "")
            owners = [shape, *self._of_master(kind)]
            box = next((box for owner in owners if (box := box_of(owner.find("p:spPr/a:xfrm", NS)))), None)
            if box is not None and box.w > 0 and box.h > 0:
                yield kind, self._place(ph, kind, owners, box)

    def _of_master(self, kind: str) -> list[Element]:
        wanted = "title" if kind in _TITLES else kind if kind in _FOOTERS else "body"
        return [
            shape
            for shape in self.master.iterfind("p:cSld/p:spTree/p:sp", NS)
            if (ph := shape.find("p:nvSpPr/p:nvPr/p:ph", NS)) is not None and ph.get("type", "body") == wanted
        ][:1]

    def _place(self, ph: Element, kind: str, owners: list[Element], box: Box) -> Place:
        style = "p:titleStyle" if kind in _TITLES else "p:otherStyle" if kind in _FOOTERS else "p:bodyStyle"
        levels = [level for owner in owners if (level := owner.find("p:txBody/a:lstStyle/a:lvl1pPr", NS)) is not None]
        last = self.master.find(f"p:txStyles/{style}/a:lvl1pPr", NS)
        levels += [last] if last is not None else []
        runs = [run for level in levels if (run := level.find("a:defRPr", NS)) is not None]
        bodies = [body for owner in owners if (body := owner.find("p:txBody/a:bodyPr", NS)) is not None]
        first = {
            name: next((run.get(name) for run in runs if run.get(name)), default)
            for name, default in (("sz", "1800"), ("b", "0"), ("cap", "none"))
        }
        latin = next((found for run in runs if (found := run.find("a:latin", NS)) is not None), None)
        typeface = latin.get("typeface", "") if latin is not None else ""
        defaults = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
        insets = [_number(_first(bodies, name), default) for name, default in defaults]
        theirs = "major" if kind in _TITLES else "minor"
        face = {"+mj-lt": self.major, "+mn-lt": self.minor, "": getattr(self, theirs)}.get(typeface, typeface)
        spacing = next((found for level in levels if (found := level.find("a:lnSpc/a:spcPct", NS)) is not None), None)
        return Place(
            ph=_ph(ph),
            box=box,
            size=_number(first["sz"], 1_800) / 100,
            bold=first["b"] in ("1", "true"),
            align=_ALIGN.get(_first(levels, "algn"), "left"),
            anchor=_ANCHOR.get(_first(bodies, "anchor"), "top"),
            insets=(insets[0], insets[1], insets[2], insets[3]),
            capitals=first["cap"] == "all",
            face=face,
            text=_words(owners[0]) if kind == "ftr" else "",
            pitch=min(max(_number(spacing.get("val", "").rstrip("%"), 100_000) / 100_000, 0.7), 2.0)
            if spacing is not None
            else 1.0,
            fill=_fill(next((found for run in runs if (found := run.find("a:solidFill", NS)) is not None), None)),
            typeface=typeface,
        )

    # ------------------------------------------------------------ what is drawn

    def _drawn(self, body: Box | None) -> tuple[list[Box], list[tuple[Box, Element]]]:
        """What to keep off, and what is large enough to stand on, lowest first."""
        things: list[Box] = []
        grounds: list[tuple[Box, Element]] = []
        trees = [self.tree] if self.tree.get("showMasterSp") in ("0", "false") else [self.master, self.tree]
        for tree in trees:
            for shape, box in _shapes(tree.find("p:cSld/p:spTree", NS), lambda box: box):
                seen = _clipped(box, self.slide)
                if seen is None or not _visible(shape):
                    continue
                under = body is not None and _contains(seen, body, 0.04)
                if under or seen.w * seen.h >= _COVERS * self.slide.w * self.slide.h:
                    grounds.append((seen, shape))
                elif body is not None and _outlined(shape):
                    things += _outside(seen, body)  # a slanted outline: its box says less than the body does
                else:
                    things.append(seen)
        return things, grounds

    def _ground(self, grounds: Sequence[tuple[Box, Element]], free: Box) -> tuple[str, str]:
        """The colour our marks stand on: of the topmost ground under the free area, else of the background."""
        for box, shape in reversed(grounds):
            if _contains(box, free, 0.1):
                properties = shape.find("p:spPr", NS)
                found = self._paint(shape if shape.tag == f"{P}pic" else properties, self._part_of(shape))
                if found:
                    return found
        for tree, part in ((self.tree, self.name), (self.master, self.master_name)):
            background = tree.find("p:cSld/p:bg", NS)
            if background is None:
                continue
            found = self._paint(background.find("p:bgPr", NS), part) or self._reference(background.find("p:bgRef", NS))
            if found:
                return found
        return self.colors[self.color_map["bg1"]], "solid"

    def _part_of(self, shape: Element) -> str:
        return self.name if shape.getroottree().getroot() is self.tree else self.master_name

    def _reference(self, reference: Element | None) -> tuple[str, str] | None:
        """A background of the theme's list: 1001 is a plain fill, the others may be anything."""
        if reference is None:
            return None
        color = self._color(reference)
        index = _number(reference.get("idx"), 1_001) - 1_001
        fills = self.theme.find("a:themeElements/a:fmtScheme/a:bgFillStyleLst", NS)
        kind = "solid"
        if fills is not None and 0 <= index < len(fills):
            tag = fills[index].tag
            kind = "picture" if tag.endswith("blipFill") else "gradient" if tag.endswith("gradFill") else "solid"
        return (color, kind) if color else None

    def _paint(self, properties: Element | None, part: str) -> tuple[str, str] | None:
        """(colour, kind) of a solid fill, of a gradient's middle or of a picture's mean; None for no fill."""
        if properties is None:
            return None
        solid = properties.find("a:solidFill", NS)
        if solid is not None:
            color = self._color(solid)
            return (color, "solid") if color else None
        stops = [color for stop in properties.iterfind("a:gradFill/a:gsLst/a:gs", NS) if (color := self._color(stop))]
        if stops:
            return _mean(stops), "gradient"
        blip = properties.find("a:blipFill/a:blip", NS)
        if blip is None:
            blip = properties.find("p:blipFill/a:blip", NS)
        if blip is not None:
            relation = self.opened.relations(part).get(blip.get(f"{R}embed", ""))
            color = _picture_color(self.opened.read(relation.target)) if relation else ""
            return (color or self.colors[self.color_map["bg1"]], "picture")
        return None

    def _color(self, owner: Element) -> str:
        """Six hex digits of the colour element inside, "" if there is none that can be told."""
        for item in owner:
            kind = item.tag.rsplit("}", 1)[-1] if isinstance(item.tag, str) else ""
            value = item.get("lastClr") or item.get("val", "")
            if kind == "schemeClr":
                value = self.colors.get(self.color_map.get(value, value), "")
            if kind in ("schemeClr", "srgbClr", "sysClr") and len(value) == 6:
                changes = {change.tag.rsplit("}", 1)[-1]: _number(change.get("val"), 100_000) for change in item}
                more, less = changes.get("lumOff", 0), changes.get("lumMod", 100_000)
                return varied(value.upper(), "", less / 100_000, more / 100_000)
        return ""

    # ------------------------------------------------------------ the free area

    def _master_body(self) -> Box | None:
        shapes = self._of_master("body")
        return box_of(shapes[0].find("p:spPr/a:xfrm", NS)) if shapes else None

    def _master_footers(self) -> list[Box]:
        found = [box_of(shape.find("p:spPr/a:xfrm", NS)) for kind in _FOOTERS for shape in self._of_master(kind)]
        return [box for box in found if box is not None]

    def _free(self, title: Place | None, footers: list[Box], things: list[Box], body: Box | None) -> Box:
        frame = self._margins(title, body)
        held = [box for box in footers if box.h < self.slide.h // 4]
        gap = self.slide.h // 100
        if title is not None:
            # What a title leaves open beside itself is not ours: a title that lies across keeps its whole band.
            box = title.box
            held.append(Box(0, box.y, self.slide.w, box.h) if box.w > box.h else box)
        blocks = [*things, *held]
        return _largest(frame, blocks, gap)

    def _margins(self, title: Place | None, body: Box | None) -> Box:
        least = self.slide.w // 40
        boxes = [box for box in (title.box if title else None, body) if box is not None]
        left = max(min((box.x for box in boxes), default=least), least)
        right = min(max((box.x + box.w for box in boxes), default=self.slide.w - least), self.slide.w - least)
        if right - left < self.slide.w // 2:
            left, right = least, self.slide.w - least
        top = self.slide.h // 30
        return Box(left, top, right - left, self.slide.h - 2 * top)


def _largest(frame: Box, blocks: Sequence[Box], gap: int) -> Box:
    """The place in the frame, clear of all blocks by a gap, in which our content stands largest."""
    inside = [
        (max(b.x - gap, frame.x), max(b.y - gap, frame.y), min(b.x + b.w + gap, right), min(b.y + b.h + gap, bottom))
        for right, bottom in ((frame.x + frame.w, frame.y + frame.h),)
        for b in blocks
    ]
    inside = [block for block in inside if block[0] < block[2] and block[1] < block[3]][:60]
    lefts = sorted({frame.x, *(block[2] for block in inside)})
    rights = sorted({frame.x + frame.w, *(block[0] for block in inside)})
    best, most = frame, -1.0
    for left in lefts:
        for right in rights:
            if right - left < frame.w // 4:
                continue
            spans = sorted((block[1], block[3]) for block in inside if block[0] < right and block[2] > left)
            top = frame.y
            for begin, end in [*spans, (frame.y + frame.h, frame.y + frame.h)]:
                if begin > top:
                    w, h = right - left, begin - top
                    worth = min(w / ZONE_W, h / ZONE_H) + 0.05 * (w / frame.w + h / frame.h)
                    if worth > most:
                        best, most = Box(left, top, w, h), worth
                top = max(top, end)
    return best


def _shapes(tree: Element | None, place: Any) -> Iterator[tuple[Element, Box]]:
    """Drawn shapes with their boxes on the slide; groups are opened."""
    for shape in tree if tree is not None else ():
        if not isinstance(shape.tag, str) or shape.find(".//p:nvPr/p:ph", NS) is not None:
            continue
        if shape.tag == f"{P}grpSp":
            outer, inner = box_of(shape.find("p:grpSpPr/a:xfrm", NS)), _inner(shape.find("p:grpSpPr/a:xfrm", NS))
            if outer and inner and inner.w and inner.h:
                yield from _shapes(shape, lambda box, o=outer, i=inner: place(_moved(box, i, o)))
            continue
        xfrm = shape.find("p:spPr/a:xfrm", NS)
        box = box_of(xfrm if xfrm is not None else shape.find("p:xfrm", NS))
        if box is not None:
            yield shape, place(box)


def _inner(xfrm: Element | None) -> Box | None:
    if xfrm is None:
        return None
    off, ext = xfrm.find("a:chOff", NS), xfrm.find("a:chExt", NS)
    if off is None or ext is None:
        return None
    return Box(_number(off.get("x"), 0), _number(off.get("y"), 0), _number(ext.get("cx"), 0), _number(ext.get("cy"), 0))


def _moved(box: Box, inner: Box, outer: Box) -> Box:
    across, down = outer.w / inner.w, outer.h / inner.h
    x, y = outer.x + (box.x - inner.x) * across, outer.y + (box.y - inner.y) * down
    return Box(round(x), round(y), round(box.w * across), round(box.h * down))


def _visible(shape: Element) -> bool:
    """Whether a shape shows anything: text, a line, a fill."""
    if shape.tag != f"{P}sp":
        return shape.tag in (f"{P}pic", f"{P}cxnSp", f"{P}graphicFrame")
    if _words(shape):
        return True
    properties, style = shape.find("p:spPr", NS), shape.find("p:style", NS)
    filled = any(
        properties.find(f"a:{kind}", NS) is not None for kind in ("solidFill", "gradFill", "blipFill", "pattFill")
    )
    line = properties.find("a:ln", NS)
    lined = line is not None and line.find("a:noFill", NS) is None and len(line) > 0
    styled = style is not None and properties.find("a:noFill", NS) is None
    return filled or lined or styled


def _outlined(shape: Element) -> bool:
    """Whether a shape fills less than its box: a free outline or a slanting line."""
    return bool(shape.tag == f"{P}cxnSp" or shape.find("p:spPr/a:custGeom", NS) is not None)


def _words(shape: Element) -> str:
    return " ".join("".join(text.text or "" for text in shape.iter(f"{{{NS['a']}}}t")).split())


def _fill(solid: Element | None) -> str:
    from lxml import etree

    return "" if solid is None else _DECLARED.sub("", etree.tostring(solid, encoding="unicode", with_tail=False))


def _distinct(title: Place | None, *others: Place | None) -> list[Place | None]:
    """The others without those whose index another placeholder has: programs would take one for the other."""
    taken = {_index(title)} if title else set()
    found: list[Place | None] = []
    for place in others:
        free = place is not None and _index(place) not in taken
        found.append(place if free else None)
        if place is not None:
            taken.add(_index(place))
    return found


def _index(place: Place) -> str:
    match = re.search(r' idx="(\d+)"', place.ph)
    return match[1] if match else "0"


def _ph(ph: Element) -> str:
    kept = {name: value for name, value in ph.attrib.items() if name in ("type", "orient", "sz", "idx")}
    return "<p:ph" + "".join(f' {name}="{value}"' for name, value in kept.items()) + "/>"


def _first(owners: Sequence[Element], name: str) -> str:
    return next((value for owner in owners if (value := owner.get(name))), "")


def _number(text: str | None, default: int) -> int:
    try:
        return round(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def _clipped(box: Box, slide: Box) -> Box | None:
    """The part of a box on the slide; None for what lies outside it."""
    x, y = max(box.x, 0), max(box.y, 0)
    right, bottom = min(box.x + max(box.w, 1), slide.w), min(box.y + max(box.h, 1), slide.h)
    return Box(x, y, right - x, bottom - y) if right > x and bottom > y else None


def _common(one: Box, other: Box) -> Box | None:
    """What two boxes share, if that is most of the second."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    w, h = min(one.x + one.w, other.x + other.w) - x, min(one.y + one.h, other.y + other.h) - y
    return Box(x, y, w, h) if w > 0 and h > 0 and w * h > 0.6 * other.w * other.h else None


def _outside(box: Box, hole: Box) -> list[Box]:
    """What of a box lies beside another one: left, right, above, below."""
    right, bottom = box.x + box.w, box.y + box.h
    left_of, right_of = min(right, hole.x), max(box.x, hole.x + hole.w)
    above, below = min(bottom, hole.y), max(box.y, hole.y + hole.h)
    parts = [
        Box(box.x, box.y, left_of - box.x, box.h),
        Box(right_of, box.y, right - right_of, box.h),
        Box(box.x, box.y, box.w, above - box.y),
        Box(box.x, below, box.w, bottom - below),
    ]
    return [part for part in parts if part.w > 0 and part.h > 0]


def _contains(outer: Box, inner: Box, slack: float) -> bool:
    x, y = round(inner.w * slack), round(inner.h * slack)
    return (
        outer.x <= inner.x + x
        and outer.y <= inner.y + y
        and outer.x + outer.w >= inner.x + inner.w - x
        and outer.y + outer.h >= inner.y + inner.h - y
    )


def _mean(colors: Sequence[str]) -> str:
    count = len(colors)
    return "".join(f"{round(sum(int(color[i : i + 2], 16) for color in colors) / count):02X}" for i in (0, 2, 4))


def _picture_color(data: bytes) -> str:
    """The mean colour of a picture, "" for one that cannot be read."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            image.draft("RGB", (64, 64))
            pixel = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""
    return pixel.hex().upper()
