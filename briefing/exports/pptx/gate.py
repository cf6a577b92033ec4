"""The bytes of a deck or a template in, an opened package out; whatever is not safe to read is refused in one line.

Besides the limits of opening.py: no macros, nothing kept outside the file, no lost parts, no links that run a program,
no master or layout missing, no XML nested beyond reason, no picture too large to be unpacked. A template may be a
.potx, a deck may not. Nothing is unpacked or parsed before the archive's directory has passed.
"""

from __future__ import annotations

import posixpath
import zipfile

from lxml import etree

from briefing.errors import InputError
from briefing.exports.pptx.opening import MAX_DEPTH, Opened, shown
from briefing.exports.pptx.pixels import pixels

MAX_TYPES, MAX_PIXELS = 20_000, 150_000_000
_EMU_LEAST, _EMU_MOST = 914_400, 51_206_400  # what PowerPoint allows a side
_SAVE_AGAIN = "open it in PowerPoint and save it again"
_XML = (".xml", ".rels")
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_SAFE_LINKS = ("http://", "https://", "mailto:", "file:", "ftp:")
# What may lie outside: addresses to click on, and films that play online when somebody clicks on them.
_ONLINE = ("video", "media", "audio")
_HEADER = 65_536
_too_deep = etree.XPath("boolean(/" + "/".join("*" * (MAX_DEPTH + 1)) + ")")


def admit(data: bytes, where: str, *, template: bool = True) -> Opened:
    """where: its name, for errors. template: of a company, to build onto. Raises InputError."""
    opened = Opened(data, where)
    what = "template" if template else "deck"
    _entries(opened, what)
    _types(opened, what)
    for name in opened.names():
        if name.endswith(".rels"):
            _relations(opened, name, template)
    for name in opened.names():
        if name.endswith(_XML):
            root = opened.xml(name)
            if opened.tags(name) > MAX_DEPTH and _too_deep(root):
                raise opened.nested(name)
        elif name.startswith("ppt/media/"):
            _picture(opened, name)
    _presentation(opened, what)
    return opened


def _entries(opened: Opened, what: str) -> None:
    where = opened.where
    for entry in opened.entries():
        name = entry.filename
        if "\\" in name or name.startswith("/") or ".." in name.split("/"):
            place = shown(name)
            raise InputError(f"a part has a name that reaches out of the file: {place}", where, "do not use this file")
        if (entry.external_attr >> 16) & 0o170000 == 0o120000:
            raise InputError(f"a part is a link to another file: {shown(name)}", where, "do not use this file")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise InputError(f"the {what} is packed in a way that PowerPoint does not read", where, _SAVE_AGAIN)


def _types(opened: Opened, what: str) -> None:
    if not opened.has("[Content_Types].xml"):
        raise InputError(f"the {what} has no list of its parts' types", opened.where, _SAVE_AGAIN)
    root = opened.xml("[Content_Types].xml")
    if len(root) > MAX_TYPES:
        raise InputError(f"the {what} names more than {MAX_TYPES:,} parts", opened.where, "do not use this file")
    kinds = " ".join([item.get("ContentType", "") for item in root.iter("*")]).lower()
    if (
        "macroenabled" in kinds
        or "vbaproject" in kinds
        or any(name.lower().endswith("vbaproject.bin") for name in opened.names())
    ):
        carried = ", which decks built onto it would carry on" if what == "template" else ""
        remedy = "save it as .pptx or .potx without macros" if what == "template" else "save it as .pptx without macros"
        raise InputError(f"the {what} holds macros{carried}", opened.where, remedy)
    if what == "deck" and "presentationml.template.main" in kinds:
        raise InputError("the file is a template, no deck", opened.where, "save it as .pptx")


def _relations(opened: Opened, name: str, template: bool) -> None:
    folder, base = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")]).lstrip("/")
    for relation in opened.relations(source).values():
        target = shown(relation.target)
        if relation.external:
            _outside(relation.kind, relation.target, opened.where, template)
        elif relation.target.partition("#")[0] and not opened.has(relation.target.partition("#")[0]):
            what = f"the {shown(relation.kind)} that {shown(source) or 'the file'} refers to is missing: {target}"
            raise InputError(what, opened.where, _SAVE_AGAIN)
        elif relation.kind == "slide" and relation.target == source:
            raise InputError(f"a slide contains itself: {shown(source)}", opened.where, _SAVE_AGAIN)


def _outside(kind: str, target: str, where: str, template: bool) -> None:
    address = "".join(target.split()).lower()
    if kind != "hyperlink" and (template or kind not in _ONLINE or not address.startswith("https://")):
        raise InputError(f"its {shown(kind)} lies outside the file: {shown(target)}", where, "embed it, or take it out")
    scheme = address.partition(":")[0]
    unsafe = ":" in address and not address.startswith(_SAFE_LINKS)
    if unsafe and (template or not scheme.isalnum() or scheme.endswith("script") or scheme in ("data", "about")):
        raise InputError(f"a link that is no web address: {shown(target)}", where, "take it out")


def _picture(opened: Opened, name: str) -> None:
    """A picture's size from its header."""
    width, height = pixels(opened.head(name, _HEADER))
    if width * height > MAX_PIXELS:
        raise InputError(f"a picture is too large to be unpacked: {shown(name)}", opened.where, "make it smaller")


def _presentation(opened: Opened, what: str) -> None:
    root = opened.xml(opened.main)
    size = root.find(f"{_P}sldSz")
    try:
        sides = (int(size.get("cx", "")), int(size.get("cy", "")))
    except (AttributeError, ValueError):
        sides = (0, 0)
    if not all(_EMU_LEAST <= side <= _EMU_MOST for side in sides):
        raise InputError(f"the {what} says no size of its slides", opened.where, _SAVE_AGAIN)
    related = opened.relations(opened.main)
    listed = root.findall(f"{_P}sldMasterIdLst/{_P}sldMasterId")
    if not listed:
        raise InputError(f"the {what} has no slide master", opened.where, _SAVE_AGAIN)
    for item in listed:
        relation = next(
            (related[value] for key, value in item.items() if key.endswith("}id") and value in related), None
        )
        if relation is None or relation.kind != "slideMaster":
            raise InputError("a slide master is missing", opened.where, _SAVE_AGAIN)
        if not opened.xml(relation.target).findall(f"{_P}sldLayoutIdLst/{_P}sldLayoutId"):
            raise InputError("a slide master has no layouts", opened.where, _SAVE_AGAIN)
