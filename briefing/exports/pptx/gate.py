"""The bytes of a company's template in, an opened package out; whatever decks must not be built on is refused.

Stricter than reading somebody's deck: besides the limits of opening.py, no macros, no parts kept outside the file, no
lost parts, no master or layout missing, no XML nested beyond reason. Each refusal is one line with its remedy.
"""

from __future__ import annotations

import posixpath
import zipfile

from lxml import etree

from briefing.errors import InputError
from briefing.exports.pptx.opening import Opened

MAX_DEPTH, MAX_TYPES, MAX_PIXELS = 96, 20_000, 80_000_000
_EMU_LEAST, _EMU_MOST = 914_400, 51_206_400  # what PowerPoint allows a side
_SAVE_AGAIN = "open it in PowerPoint and save it again"
_XML = (".xml", ".rels")
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_SAFE_LINKS = ("http://", "https://", "mailto:", "file:", "ftp:")


def admit(data: bytes, where: str) -> Opened:
    """where: its name, for errors. Raises InputError."""
    opened = Opened(data, where)
    _entries(data, where)
    _types(opened)
    for name in opened.names():
        if name.endswith(_XML):
            _part(opened, name)
    for name in opened.names():
        if name.endswith(".rels"):
            _relations(opened, name)
        elif name.startswith("ppt/media/"):
            _picture(opened, name)
    _presentation(opened)
    return opened


def _entries(data: bytes, where: str) -> None:
    import io

    if data[:4] != b"PK\x03\x04":
        raise InputError("the template begins with something else than a deck", where, _SAVE_AGAIN)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            parts = entry.filename.replace("\\", "/").split("/")
            if ".." in parts or entry.filename.startswith(("/", "\\")) or "\\" in entry.filename:
                name = entry.filename[:60]
                raise InputError(f"a part has a name that reaches out of the file: {name}", where, "do not use it")
            if (entry.external_attr >> 16) & 0o170000 == 0o120000:
                raise InputError(f"a part is a link to another file: {entry.filename[:60]}", where, "do not use it")
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise InputError("the template is packed in a way that PowerPoint does not read", where, _SAVE_AGAIN)


def _types(opened: Opened) -> None:
    root = opened.xml("[Content_Types].xml")
    if len(root) > MAX_TYPES:
        raise InputError(f"the template names more than {MAX_TYPES:,} parts", opened.where, "do not use it")
    kinds = " ".join(item.get("ContentType", "") for item in root)
    macros = "macroenabled" in kinds.lower() or "vbaproject" in kinds.lower()
    if macros or any(name.lower().endswith("vbaproject.bin") for name in opened.names()):
        remedy = "save it as .pptx or .potx without macros"
        raise InputError("the template holds macros, which decks built onto it would carry on", opened.where, remedy)


def _part(opened: Opened, name: str) -> None:
    """Well-formed (checked by opening), UTF-8, not nested beyond reason."""
    head = opened.read(name)[:2]
    if head in (b"\xff\xfe", b"\xfe\xff"):
        raise InputError(f"a part is not UTF-8: {name}", opened.where, _SAVE_AGAIN)
    depth = 0
    for event, _ in etree.iterwalk(opened.xml(name), events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise InputError(f"a part is nested more than {MAX_DEPTH} deep: {name}", opened.where, "ungroup its shapes")


def _relations(opened: Opened, name: str) -> None:
    folder, base = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")]).lstrip("/")
    for relation in opened.relations(source).values():
        target = relation.target[:60]
        if relation.external:
            if relation.kind != "hyperlink":
                what = f"its {relation.kind} lies outside the file: {target}"
                raise InputError(what, opened.where, "embed it, or take it out")
            if not relation.target.lower().startswith(_SAFE_LINKS) and ":" in relation.target:
                raise InputError(f"a link that is no web address: {target}", opened.where, "take it out")
        elif relation.target.partition("#")[0] and not opened.has(relation.target.partition("#")[0]):
            what = f"the {relation.kind} that {source or 'the file'} refers to is missing: {target}"
            raise InputError(what, opened.where, _SAVE_AGAIN)
        elif relation.kind == "slide" and relation.target == source:
            raise InputError(f"a slide contains itself: {source}", opened.where, _SAVE_AGAIN)


def _picture(opened: Opened, name: str) -> None:
    """A picture's size from its header; formats that Pillow does not know are left alone."""
    import io

    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(opened.read(name))) as image:
            width, height = image.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return
    except Image.DecompressionBombError:
        width = height = MAX_PIXELS
    if width * height > MAX_PIXELS:
        raise InputError(f"a picture is too large to be unpacked: {name}", opened.where, "make it smaller")


def _presentation(opened: Opened) -> None:
    root = opened.xml(opened.main)
    size = root.find(f"{_P}sldSz")
    try:
        sides = (int(size.get("cx", "")), int(size.get("cy", "")))
    except (AttributeError, ValueError):
        sides = (0, 0)
    if not all(_EMU_LEAST <= side <= _EMU_MOST for side in sides):
        raise InputError("the template says no size of its slides", opened.where, _SAVE_AGAIN)
    related = opened.relations(opened.main)
    listed = root.findall(f"{_P}sldMasterIdLst/{_P}sldMasterId")
    if not listed:
        raise InputError("the template has no slide master", opened.where, _SAVE_AGAIN)
    for item in listed:
        relation = next(
            (related[value] for key, value in item.items() if key.endswith("}id") and value in related), None
        )
        if relation is None or relation.kind != "slideMaster":
            raise InputError("a slide master is missing", opened.where, _SAVE_AGAIN)
        if not opened.xml(relation.target).findall(f"{_P}sldLayoutIdLst/{_P}sldLayoutId"):
            raise InputError("a slide master has no layouts", opened.where, _SAVE_AGAIN)
