"""The content types and relationships of a package in, what contradicts itself there out."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from briefing.checks.package.parts import CHART, PML, Parts
from briefing.checks.subject import found
from briefing.model.finding import Finding

_ID = re.compile(r"[A-Za-z_][\w.\-]*")
_DECK = f"{PML}presentation.main+xml"
_SHOW = f"{PML}slideshow.main+xml"
# Kind of relationship → the content type of what it leads to.
_LEADS_TO = {
    kind: f"{PML}{kind}+xml"
    for kind in (
        "slide slideLayout slideMaster notesSlide notesMaster handoutMaster presProps viewProps tableStyles".split()
    )
} | {"theme": "application/vnd.openxmlformats-officedocument.theme+xml", "chart": CHART}
# Content type → (kind of relationship, at least, at most).
_NEEDS = {
    f"{PML}slide+xml": (("slideLayout", 1, 1), ("notesSlide", 0, 1)),
    f"{PML}slideLayout+xml": (("slideMaster", 1, 1),),
    f"{PML}slideMaster+xml": (("theme", 1, 1), ("slideLayout", 1, None)),
    f"{PML}notesMaster+xml": (("theme", 1, 1),),
    f"{PML}notesSlide+xml": (("slide", 1, 1), ("notesMaster", 1, 1)),
}
_ONCE = frozenset({"slideLayout", "slideMaster", "notesSlide", "notesMaster", "theme", "chart"})
_SAFE = ("http://", "https://", "mailto:")


def check(parts: Parts) -> Iterator[Finding]:
    """Types, then relationships, then what is related to nothing."""
    yield from _types(parts)
    for name in parts.package.names():
        if name.endswith(".rels"):
            yield from _relations(name, parts)
    for name, kind in parts.types.items():
        yield from _needs(name, kind, parts)
    yield from _orphans(parts)
    yield from _shared_notes(parts)


def _types(parts: Parts) -> Iterator[Finding]:
    package, seen = parts.package, set()
    known = {f"/{name}".lower() for name in package.names()}
    for item in package.xml("[Content_Types].xml"):
        tag, kind = str(item.tag).rpartition("}")[2], item.get("ContentType", "")
        name = item.get("Extension" if tag == "Default" else "PartName", "")
        if (tag, name.lower()) in seen:
            yield found("package.types", 0, name, f"the list of types names {name} twice")
        seen.add((tag, name.lower()))
        if tag == "Override" and name.lower() not in known:
            yield found("package.types", 0, name, "the list of types names a part that is not in the file")
        if kind == "image/jpg":
            yield found("package.type-name", 0, name, "image/jpg is no type; it is image/jpeg")
    for name, kind in parts.types.items():
        if not kind and name != "[Content_Types].xml" and not name.endswith("/"):
            yield found("package.type", parts.number(name), name, "the part has no content type")
    main = parts.types.get(package.main, "")
    if main not in (_DECK, _SHOW):
        yield found("package.type", 0, package.main, f"the main part is not typed as a presentation: {main[-60:]}")


def _relations(name: str, parts: Parts) -> Iterator[Finding]:
    package = parts.package
    folder, base = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")]).lstrip("/")
    slide = parts.number(source)
    if source and not package.has(source):
        yield found("package.orphan", 0, name, "relationships of a part that is not in the file")
    ids = Counter(item.get("Id", "") for item in package.xml(name) if isinstance(item.tag, str))
    for rid, count in sorted(ids.items()):
        if count > 1:
            yield found("package.relation-id", slide, name, f"the id {rid} stands {count} times")
        if not _ID.fullmatch(rid):
            yield found("package.relation-id", slide, name, f"{rid!r} is no id")
    targets: Counter[str] = Counter()
    for relation in package.relations(source).values():
        if relation.external:
            yield from _outside(relation.kind, relation.target, slide, name)
            continue
        wanted, kind = _LEADS_TO.get(relation.kind), parts.types.get(relation.target, "")
        if wanted and kind != wanted:
            message = f"the part is used as {relation.kind}, but its type is {kind[-60:] or 'missing'}"
            yield found("package.type", slide or parts.number(relation.target), relation.target, message)
        if relation.kind in _ONCE:
            targets[relation.target] += 1
    for target, count in sorted(targets.items()):
        if count > 1:
            yield found("package.relation-count", slide, name, f"{count} relationships lead to {target}")


def _outside(kind: str, target: str, slide: int, name: str) -> Iterator[Finding]:
    if kind != "hyperlink":
        yield found("package.outside", slide, name, f"the {kind} lies outside the file: {target[:60]}")
    elif not target or " " in target.strip() or target != target.strip():
        yield found("package.link", slide, name, f"a link whose address is none: {target[:60]!r}")
    elif ":" in target and not target.lower().startswith(_SAFE):
        yield found("package.link", slide, name, f"a link that is no web or mail address: {target[:60]}")


def _needs(name: str, kind: str, parts: Parts) -> Iterator[Finding]:
    for wanted, least, most in _NEEDS.get(kind, ()):
        count = sum(1 for relation in parts.package.relations(name).values() if relation.kind == wanted)
        if count < least or (most is not None and count > most):
            needs = f"at least {least}" if most is None else str(least) if least == most else f"at most {most}"
            rule = (
                "package.notes" if kind.endswith("notesSlide+xml") and wanted == "slide" else "package.relation-count"
            )
            yield found(rule, parts.number(name), name, f"it is related to {count} {wanted} parts, needs {needs}")


def _orphans(parts: Parts) -> Iterator[Finding]:
    for name in parts.package.names():
        if name not in parts.reached and name != "[Content_Types].xml" and not name.endswith((".rels", "/")):
            yield found("package.orphan", 0, name, "the part is related to nothing")


def _shared_notes(parts: Parts) -> Iterator[Finding]:
    users: dict[str, list[str]] = {}
    for slide in parts.of_type(f"{PML}slide+xml"):
        for relation in parts.package.relations(slide).values():
            if relation.kind == "notesSlide" and not relation.external:
                users.setdefault(relation.target, []).append(slide)
    for notes, slides in sorted(users.items()):
        if len(slides) > 1:
            where = parts.number(slides[1])
            yield found("package.notes-shared", where, notes, f"{len(slides)} slides share these notes")
