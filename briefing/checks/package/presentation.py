"""The lists in the presentation's main part in, ids and entries that PowerPoint would repair out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.package.parts import P, Parts, R
from briefing.checks.subject import found
from briefing.model.finding import Finding

_SECTION_SLIDE = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"
_SLIDES = (256, 2**31 - 1)
_MASTERS = (2**31, 2**32 - 1)
_SHAPES = {"screen4x3": 4 / 3, "screen16x9": 16 / 9, "screen16x10": 1.6}


def check(parts: Parts) -> Iterator[Finding]:
    """Slides, masters and layouts, notes master, sections, size."""
    yield from _slides(parts)
    yield from _masters(parts)
    main, package = parts.package.xml(parts.package.main), parts.package
    ids = {item.get("id") for item in main.iterfind(f"{P}sldIdLst/{P}sldId")}
    for item in main.iter(_SECTION_SLIDE):
        if item.get("id") not in ids:
            message = f"a section holds the slide id {item.get('id')}, which no slide has"
            yield found("package.section", 0, package.main, message)
    related = {relation.kind for relation in package.relations(package.main).values()}
    if "notesMaster" in related and main.find(f"{P}notesMasterIdLst") is None:
        yield found("package.notes-master", 0, package.main, "the notes master is not in the list of masters")
    size = main.find(f"{P}sldSz")
    if size is not None and size.get("type") in _SHAPES:
        width, height = (int(size.get(side, "1") or 1) for side in ("cx", "cy"))
        if abs(width / height - _SHAPES[size.get("type")]) > 0.01:
            message = f"slides of {width / 914_400:.2f} x {height / 914_400:.2f} in are typed {size.get('type')}"
            yield found("package.size", 0, package.main, message)
    if not parts.slides:
        yield found("deck.empty", 0, package.main, "the deck has no slides")


def _slides(parts: Parts) -> Iterator[Finding]:
    package = parts.package
    where, related = package.main, package.relations(package.main)
    ids: set[str] = set()
    listed: set[str] = set()
    for item in package.xml(where).iterfind(f"{P}sldIdLst/{P}sldId"):
        number, rid = item.get("id", ""), item.get(f"{R}id", "")
        if number in ids or not _within(number, _SLIDES):
            message = f"the slide id {number} {'stands twice' if number in ids else 'is out of range'}"
            yield found("package.slide-id", 0, where, message)
        if rid in listed:
            yield found("package.slide-list", 0, where, f"a slide is listed twice: {rid}")
        ids.add(number)
        listed.add(rid)
    for rid, relation in related.items():
        if relation.kind == "slide" and rid not in listed:
            yield found(
                "package.slide-list", 0, relation.target, "the slide is in the file, but not in the list of slides"
            )


def _masters(parts: Parts) -> Iterator[Finding]:
    """Ids of masters and layouts are one range together."""
    package = parts.package
    related, owners = package.relations(package.main), dict[str, str]()
    for item in package.xml(package.main).iterfind(f"{P}sldMasterIdLst/{P}sldMasterId"):
        relation = related.get(item.get(f"{R}id", ""))
        yield from _numbered(item.get("id", ""), package.main, owners)
        if relation is None or not package.has(relation.target):
            continue
        master, listed = relation.target, set()
        for layout in package.xml(master).iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId"):
            listed.add(layout.get(f"{R}id", ""))
            yield from _numbered(layout.get("id", ""), master, owners)
        for rid, below in package.relations(master).items():
            if below.kind == "slideLayout" and rid not in listed:
                yield found("package.layout-id", 0, below.target, "the layout is not in its master's list")


def _numbered(number: str, where: str, owners: dict[str, str]) -> Iterator[Finding]:
    if not number:
        return
    if number in owners:
        yield found("package.layout-id", 0, where, f"the id {number} is used in {owners[number]} too")
    elif not _within(number, _MASTERS):
        yield found("package.layout-id", 0, where, f"the id {number} is below 2,147,483,648")
    owners[number] = where


def _within(number: str, bounds: tuple[int, int]) -> bool:
    return number.isascii() and number.isdigit() and len(number) < 12 and bounds[0] <= int(number) <= bounds[1]
