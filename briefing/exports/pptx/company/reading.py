"""The bytes of a company's template in, its Company out: every layout with its placeholders, free area and ground."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from briefing.errors import InputError
from briefing.exports.pptx.company.colors import Colors, font_of, slots_of
from briefing.exports.pptx.company.drawings import Drawn, drawn
from briefing.exports.pptx.company.free_area import calm_part, free_area
from briefing.exports.pptx.company.painting import Painter
from briefing.exports.pptx.company.parts import Company, CompanyLayout
from briefing.exports.pptx.company.placeholders import BODIES, FOOTERS, TITLES, Holders, told_apart
from briefing.exports.pptx.gate import admit
from briefing.exports.pptx.inheritance import NS, Element, R
from briefing.exports.pptx.opening import Opened
from briefing.model.frame import Box

_COVERS = 0.6  # of the slide: what is larger is a ground to stand on, not a thing to keep off
_SAVE_AGAIN = "open it in PowerPoint and save it again"


def read_company(data: bytes, where: str) -> Company:
    """Raises InputError for what must not or cannot be built on."""
    opened = admit(data, where)
    root = opened.xml(opened.main)
    size = root.find("p:sldSz", NS)
    slide = Box(0, 0, int(size.get("cx")), int(size.get("cy")))
    related = opened.relations(opened.main)
    layouts: list[CompanyLayout] = []
    pictures: dict[str, Any] = {}
    for number, item in enumerate(root.iterfind("p:sldMasterIdLst/p:sldMasterId", NS), 1):
        layouts += _layouts(opened, related[item.get(f"{R}id")].target, number, slide, pictures)
    used = Counter(opened.first(item.target, "slideLayout") for item in related.values() if item.kind == "slide")
    layouts = [replace(layout, used=used[layout.part]) for layout in layouts]
    if not layouts:
        raise InputError("the template has no layouts", where, _SAVE_AGAIN)
    return Company(where, slide.w, slide.h, tuple(layouts), len(root.findall("p:sldIdLst/p:sldId", NS)))


def company_of(path: str) -> Company:
    """The template in a file, read once as long as it does not change. Raises InputError."""
    try:
        stamp = os.stat(path)
    except OSError as error:
        raise InputError("the template cannot be read", path, "check its name and permissions") from error
    return _read(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=4)
def _read(path: str, changed: int, size: int) -> Company:
    try:
        with open(path, "rb") as file:
            return read_company(file.read(), path)
    except OSError as error:
        raise InputError("the template cannot be read", path, "check its name and permissions") from error


@dataclass(frozen=True, slots=True)
class _Master:
    """A master with its theme, and the slides' size."""

    opened: Opened
    name: str
    number: int
    slide: Box
    tree: Element
    theme_name: str
    theme: Element
    pictures: dict[str, Any]


def _layouts(opened: Opened, name: str, number: int, slide: Box, pictures: dict[str, Any]) -> Iterator[CompanyLayout]:
    theme_name = opened.first(name, "theme")
    if not theme_name:
        raise InputError("a slide master has no theme", opened.where, _SAVE_AGAIN)
    master = _Master(opened, name, number, slide, opened.xml(name), theme_name, opened.xml(theme_name), pictures)
    related = opened.relations(name)
    for item in master.tree.iterfind("p:sldLayoutIdLst/p:sldLayoutId", NS):
        relation = related.get(item.get(f"{R}id", ""))
        if relation is not None and relation.kind == "slideLayout":
            yield _layout(master, relation.target)


def _layout(master: _Master, part: str) -> CompanyLayout:
    from lxml import etree

    tree, slide = master.opened.xml(part), master.slide
    override = tree.find("p:clrMapOvr/a:overrideClrMapping", NS)
    colors = Colors(slots_of(master.theme), _color_map(tree, master.tree))
    major, minor = font_of(master.theme, "majorFont"), font_of(master.theme, "minorFont")
    holders = Holders(tree, master.tree, colors, major, minor)
    own = told_apart(list(holders.all()))
    title = next((place for kind, place in own if kind in TITLES), None)
    footers = {FOOTERS[kind]: place for kind, place in reversed(own) if kind in FOOTERS}
    bodies = [place for kind, place in own if kind in BODIES]
    subtitle = next((place for kind, place in own if kind == "subTitle"), bodies[0] if bodies else None)
    body = max((place.box for place in bodies), key=lambda box: box.w * box.h, default=None)
    shapes = list(_shown(master, tree, part))
    painter = Painter(master.opened, colors, (slide.w, slide.h), master.theme_name, master.theme, master.pictures)
    backdrop = painter.backdrop(((tree, part), (master.tree, master.name)), shapes)
    held = [place.box for place in footers.values()] + ([] if footers else holders.master_footers())
    things = list(_things(shapes, body or holders.master_body(), slide))
    free, ground = calm_part(backdrop, free_area(slide, title, held, things, body))
    return CompanyLayout(
        part=part,
        name=" ".join(tree.xpath("string(p:cSld/@name)", namespaces=NS).split()),
        kind=tree.get("type", ""),
        master=master.number,
        title=title,
        subtitle=subtitle,
        footer=footers.get("footer"),
        number=footers.get("number"),
        free=free,
        ground=ground,
        ground_kind=painter.kind if len(backdrop.colors(free)) > 1 else "solid",
        color_map=dict(colors.color_map),
        map_override="" if override is None else etree.tostring(override, encoding="unicode"),
        colors=dict(colors.slots),
        major=major,
        minor=minor,
        backdrop=backdrop,
    )


def _color_map(tree: Element, master: Element) -> dict[str, str]:
    override = tree.find("p:clrMapOvr/a:overrideClrMapping", NS)
    found = override if override is not None else master.find("p:clrMap", NS)
    defaults = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    return {**defaults, **(dict(found.attrib) if found is not None else {})}


def _shown(master: _Master, tree: Element, part: str) -> Iterator[tuple[Drawn, str]]:
    """(shape, its part) of all that shows behind slides of a layout, lowest first."""
    hidden = tree.get("showMasterSp") in ("0", "false")
    for source, name in ((master.tree, master.name), (tree, part))[hidden:]:
        for item in drawn(source.find("p:cSld/p:spTree", NS)):
            if item.visible:
                yield item, name


def _things(shapes: list[tuple[Drawn, str]], body: Box | None, slide: Box) -> Iterator[Box]:
    """What content keeps off. Grounds and slanting outlines are no things: the backdrop shows how even they are."""
    for item, _ in shapes:
        seen = _clipped(item.box, slide)
        if seen is None:
            continue
        under = body is not None and _contains(seen, body, 0.04)
        if not under and seen.w * seen.h < _COVERS * slide.w * slide.h and item.straight:
            yield seen


def _clipped(box: Box, slide: Box) -> Box | None:
    """The part of a box on the slide; None for what lies outside it."""
    x, y = max(box.x, 0), max(box.y, 0)
    right, bottom = min(box.x + max(box.w, 1), slide.w), min(box.y + max(box.h, 1), slide.h)
    return Box(x, y, right - x, bottom - y) if right > x and bottom > y else None


def _contains(outer: Box, inner: Box, slack: float) -> bool:
    x, y = round(inner.w * slack), round(inner.h * slack)
    return (
        outer.x <= inner.x + x
        and outer.y <= inner.y + y
        and outer.x + outer.w >= inner.x + inner.w - x
        and outer.y + outer.h >= inner.y + inner.h - y
    )
