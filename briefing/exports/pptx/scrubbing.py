"""The bytes of any .pptx in, the same without what a reader outside must not learn out, with a list of what went.

Out go: who made it, the thumbnail, comments, hidden slides, paths of somebody's machine, records of changes. Without
any of these a deck is given back byte for byte. Notes, tags and the Briefing a deck carries stay: it is sent for them.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from lxml import etree

from briefing.exports.pptx.inheritance import A, Element, P, R
from briefing.exports.pptx.opening import Opened
from briefing.exports.pptx.scrubbing_books import scrub_book
from briefing.exports.pptx.scrubbing_paths import is_local, last_part, without_paths
from briefing.exports.pptx.scrubbing_pictures import scrub_jpeg
from briefing.model.records import dataclass, field

_PKG = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# Kinds of relationship whose part goes as a whole → what it is called in the report.
_DROPPED = {
    "thumbnail": "thumbnail",
    "comments": "comments",
    "commentAuthors": "authors of comments",
    "authors": "authors of comments",
    "person": "authors of comments",
    "threadedComment": "comments",
    "changesInfo": "record of changes",
    "revisionInfo": "record of changes",
    "custom-properties": "properties of the maker's own",
    "printerSettings": "printer settings",
}
# Properties that say who made a deck, by local name → what they are called.
_PROPERTIES = {
    "creator": "author",
    "lastModifiedBy": "last modified by",
    "description": "comments on the file",
    "keywords": "keywords",
    "category": "category",
    "contentStatus": "status",
    "identifier": "identifier",
    "lastPrinted": "date of printing",
    "Company": "company",
    "Manager": "manager",
    "HyperlinkBase": "base of links",
    "Template": "template",
}


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """data: the deck. removed: lines for a person, in order; () where the deck is as it was."""

    data: bytes
    removed: tuple[str, ...]


@dataclass(slots=True)
class _Work:
    """A package being cleaned. trees: parts parsed and changed; dropped: relationships (owner, id) that go.

    renamed: part → its new name.
    """

    package: Opened
    removed: dict[str, None] = field(default_factory=dict)
    trees: dict[str, Element] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    dropped: set[tuple[str, str]] = field(default_factory=set)
    retargeted: dict[tuple[str, str], str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    def tree(self, name: str) -> Element:
        """A part to change: from now on written anew."""
        return self.trees.setdefault(name, self.package.xml(name))

    def report(self, line: str) -> None:
        self.removed.setdefault(line)


def scrub(data: bytes, where: str = "the deck") -> Scrubbed:
    """where: the file's name, for errors. Raises InputError for what is no deck, hostile or broken."""
    work = _Work(Opened(data, where))
    _properties(work)
    _hidden_slides(work)
    for owner in ("", *(name for name in work.package.names() if not name.endswith(".rels"))):
        _relations(work, owner)
    for name in work.package.names():
        _contents(work, name)
    if not work.removed:
        return Scrubbed(data, ())
    return Scrubbed(_rebuilt(data, work), tuple(work.removed))


# ---------------------------------------------------------------- properties


def _properties(work: _Work) -> None:
    """Who made it, emptied where it stands."""
    for kind in ("core-properties", "extended-properties"):
        name = work.package.first("", kind)
        if not name:
            continue
        for item in work.package.xml(name):
            label = _PROPERTIES.get(etree.QName(item).localname if isinstance(item.tag, str) else "")
            value = "".join(item.itertext()).strip()
            if label and value and (label != "template" or without_paths(value) != value):
                work.tree(name)
                work.report(f"{label}: {' '.join(value.split())[:80]}")
                if label == "date of printing":
                    item.getparent().remove(item)
                else:
                    item.text = ""


# ---------------------------------------------------------------- hidden slides


def _hidden_slides(work: _Work) -> None:
    """Slides that are not shown go, with their notes and what leads to them."""
    package, main = work.package, work.package.main
    related = package.relations(main)
    hidden: dict[str, str] = {}
    for number, item in enumerate(list(package.xml(main).iter(f"{P}sldId")), 1):
        rid = item.get(f"{R}id", "")
        target = related[rid].target if rid in related else ""
        if package.has(target) and package.xml(target).get("show") in ("0", "false"):
            hidden[target] = item.get("id", "")
            work.report(f'hidden slide {number}: "{_title(package.xml(target))}"')
            work.tree(main)
            item.getparent().remove(item)
            work.dropped.add((main, rid))
    if not hidden:
        return
    _renumber(work, frozenset(hidden))
    ids = set(hidden.values())
    for item in list(work.tree(main).iter()):
        listed = isinstance(item.tag, str) and etree.QName(item).localname in ("sldId", "sld")
        gone = (main, item.get(f"{R}id", "")) in work.dropped or item.get("id", "") in ids
        if listed and gone and item.getparent() is not None:
            item.getparent().remove(item)
    for owner in package.names():
        for rid, relation in package.relations(owner).items() if owner not in hidden else ():
            if relation.target in hidden and relation.kind == "slide" and owner != main:
                work.dropped.add((owner, rid))
                if owner.startswith("ppt/slides/"):
                    _unlink(work, owner, rid)


def _renumber(work: _Work, hidden: frozenset[str]) -> None:
    """slide1.xml, slide2.xml … as they stand: LibreOffice falls over a link to a number that no slide has."""
    related = work.package.relations(work.package.main)
    places = (related.get(item.get(f"{R}id", "")) for item in work.package.xml(work.package.main).iter(f"{P}sldId"))
    kept = list(dict.fromkeys(place.target for place in places if place and place.target not in hidden))
    folders = {posixpath.dirname(name) for name in kept}
    if len(folders) == 1:
        folder = folders.pop()
        work.renamed |= {name: f"{folder}/slide{number}.xml" for number, name in enumerate(kept, 1)}


def _title(slide: Element) -> str:
    for shape in slide.iter(f"{P}sp"):
        place = shape.find(f".//{P}ph")
        if place is not None and place.get("type") in ("title", "ctrTitle"):
            return " ".join("".join(item.itertext()) for item in shape.iter(f"{A}t"))[:60].strip()
    return "without title"


def _unlink(work: _Work, owner: str, rid: str) -> None:
    """Take a link away from the words and shapes that bear it."""
    for item in list(work.tree(owner).iter(f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver")):
        if item.get(f"{R}id") == rid:
            item.getparent().remove(item)


# ---------------------------------------------------------------- relationships


def _relations(work: _Work, owner: str) -> None:
    """Parts that go as a whole; links to somebody's disk; other things that lie there lose the way to them."""
    for rid, relation in work.package.relations(owner).items():
        if relation.kind in _DROPPED and not relation.external:
            work.dropped.add((owner, rid))
            work.report(_DROPPED[relation.kind])
        elif relation.external and is_local(relation.target):
            work.report(f"path on a machine: {last_part(relation.target)}")
            if relation.kind == "hyperlink":
                work.dropped.add((owner, rid))
                _unlink(work, owner, rid)
            else:
                work.retargeted[owner, rid] = quote(last_part(relation.target))


# ---------------------------------------------------------------- contents of parts


def _contents(work: _Work, name: str) -> None:
    """Paths in alternative texts; workbooks and other documents inside the deck; what a camera wrote."""
    if name.startswith("ppt/embeddings/") and name.endswith((".xlsx", ".docx", ".pptx", ".xlsm")):
        data, removed = scrub_book(work.package.read(name))
        if removed:
            work.blobs[name] = data
            for line in removed:
                work.report(f"in a workbook: {line}")
    elif name.startswith("ppt/media/") and name.lower().endswith((".jpg", ".jpeg")):
        data, removed = scrub_jpeg(work.package.read(name))
        if removed:
            work.blobs[name] = data
            work.report(f"in a picture: {', '.join(removed)}")
    elif name.startswith(("ppt/slides/", "ppt/slideLayouts/", "ppt/slideMasters/")) and name.endswith(".xml"):
        for item in work.package.xml(name).iter(f"{P}cNvPr"):
            for key in ("descr", "title", "name"):
                words = item.get(key, "")
                clean = without_paths(words)
                if clean != words:
                    work.tree(name)
                    item.set(key, clean)
                    work.report(f"path on a machine: {last_part(words)}")


# ---------------------------------------------------------------- the package anew


def _rebuilt(data: bytes, work: _Work) -> bytes:
    """The package without what went and what only that led to; the rest in its order, the same for the same input."""
    kept = _reached(work)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in zipfile.ZipFile(io.BytesIO(data)).infolist():
            name = entry.filename
            if name == "[Content_Types].xml":
                content = _types(work.package.xml(name), kept, work.renamed)
            elif name.endswith(".rels"):
                if _owner(name) and _owner(name) not in kept:
                    continue
                content = _rels(work, name)
            elif name not in kept:
                continue
            elif name in work.blobs:
                content = work.blobs[name]
            else:
                content = _xml(work.trees[name]) if name in work.trees else work.package.read(name)
            archive.writestr(zipfile.ZipInfo(_new_name(name, work), _EPOCH), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _new_name(name: str, work: _Work) -> str:
    """The name of a part, or of the relationships of one, once slides are numbered anew."""
    if not name.endswith(".rels"):
        return work.renamed.get(name, name)
    folder, base = posixpath.split(work.renamed.get(_owner(name), _owner(name)))
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _reached(work: _Work) -> frozenset[str]:
    """Every part that relationships still lead to from the package."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        owner = waiting.pop()
        for rid, relation in work.package.relations(owner).items():
            target = relation.target
            if relation.external or (owner, rid) in work.dropped or target in found or not work.package.has(target):
                continue
            found.add(target)
            waiting.append(target)
    return frozenset(found)


def _owner(name: str) -> str:
    """The part whose relationships a .rels part holds; "" for the package's own."""
    folder, base = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))


def _rels(work: _Work, name: str) -> bytes:
    owner = _owner(name)
    root, related = work.package.xml(name), work.package.relations(owner)
    changed = False
    for item in list(root.iter(f"{_PKG}Relationship")):
        place = owner, item.get("Id", "")
        leads = related[place[1]].target if place[1] in related else ""
        if place in work.dropped:
            root.remove(item)
            changed = True
        elif work.renamed.get(leads, leads) != leads:
            head, slash, _ = item.get("Target", "").rpartition("/")
            item.set("Target", head + slash + posixpath.basename(work.renamed[leads]))
            changed = True
        elif place in work.retargeted:
            item.set("Target", work.retargeted[place])
            changed = True
    return _xml(root) if changed else work.package.read(name)


def _types(root: Element, kept: Iterable[str], renamed: Mapping[str, str]) -> bytes:
    names = frozenset(kept)
    for item in list(root.iter(f"{_TYPES}Override")):
        name = item.get("PartName", "").lstrip("/")
        if name not in names:
            root.remove(item)
        elif name in renamed:
            item.set("PartName", f"/{renamed[name]}")
    return _xml(root)


def _xml(root: Element) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
