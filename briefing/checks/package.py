"""The bytes of a deck in, what is wrong with the file itself out: macros, outside references, lost parts, repeated ids.

For files that open at all (exports/pptx refuses the rest). What looks right on a slide is judged by the other checks.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from briefing.checks.subject import error, warning
from briefing.model.finding import Finding

_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SAFE = ("http://", "https://", "mailto:")
_SAVE_AGAIN = "open it in PowerPoint and save it again"


def check(data: bytes) -> tuple[Finding, ...]:
    """Findings by part. slide: the number in the part's name, 0 for other parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        found = [*_names(names)]
        for name in names:
            if name.endswith((".rels", ".xml")):
                found += _part(name, archive.read(name), frozenset(names))
    return tuple(found)


def _names(names: list[str]) -> Iterator[Finding]:
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            yield error(
                "package.name", 0, name, "a part has a name that reaches out of the file", "do not use this file"
            )
        if name.lower().endswith("vbaproject.bin"):
            yield warning("package.macros", 0, name, "the deck holds macros", "save it as .pptx without macros")
    for lost in {"[Content_Types].xml", "_rels/.rels"} - set(names):
        yield error("package.part", 0, lost, f"the file has no {lost}", _SAVE_AGAIN)


def _part(name: str, data: bytes, names: frozenset[str]) -> Iterator[Finding]:
    match = _SLIDE.fullmatch(name)
    slide = int(match[1]) if match else 0
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        yield error("package.xml", slide, name, "the part is not well-formed XML", _SAVE_AGAIN)
        return
    if root.getroottree().docinfo.doctype:
        yield error("package.doctype", slide, name, "the part brings a DOCTYPE", "do not use this file")
    if name.endswith(".rels"):
        yield from _relations(name, root, names)
    elif name.startswith("ppt/slides/"):
        yield from _ids(name, slide, root)
        if next(root.iter(f"{_A}srgbClr"), None) is not None:
            message = "colours are written as RGB, so the theme cannot change them"
            yield warning("package.rgb", slide, name, message, "use theme colours")


def _relations(name: str, root: etree._Element, names: frozenset[str]) -> Iterator[Finding]:
    folder = posixpath.dirname(posixpath.dirname(name))
    match = _SLIDE.fullmatch(posixpath.join(folder, posixpath.basename(name)[: -len(".rels")]))
    slide = int(match[1]) if match else 0
    for item in root.iter(_RELATION):
        kind, target = item.get("Type", "").rsplit("/", 1)[-1], item.get("Target", "")
        if item.get("TargetMode") == "External":
            if kind != "hyperlink":
                message = f"the {kind} lies outside the file: {target[:60]}"
                yield warning("package.outside", slide, name, message, "embed it or take it out")
            elif not target.lower().startswith(_SAFE):
                message = f"a link that is no web or mail address: {target[:60]}"
                yield warning("package.link", slide, name, message, "take it out")
            continue
        place = posixpath.normpath(posixpath.join("/", folder, target.partition("#")[0])).lstrip("/")
        if place not in names and target.upper() != "NULL":
            message = f"the {kind} it refers to is not in the file: {target[:60]}"
            yield error("package.lost", slide, name, message, _SAVE_AGAIN)


def _ids(name: str, slide: int, root: etree._Element) -> Iterator[Finding]:
    counted = Counter(item.get("id") for item in root.iter(f"{_P}cNvPr"))
    repeated = sorted(shape_id for shape_id, count in counted.items() if shape_id and count > 1)
    if repeated:
        message = f"shape ids stand more than once: {', '.join(repeated[:5])}"
        yield warning("package.ids", slide, name, message, _SAVE_AGAIN)
