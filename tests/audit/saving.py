"""A deck in, the same deck out as other programs save it: what they drop is gone, what it says stays."""

from __future__ import annotations

import re

from lxml import etree

from tests.audit.mutants import A, P, _parts, packed

_CLAIMS = "urn:briefing:claims:1"


def stripped(data: bytes, names: str = "") -> bytes:
    """Without custom parts, tags and extensions. names: how shapes are called now ("Shape {0}"), "" keeps theirs."""
    parts = {name: part for name, part in _parts(data).items() if not re.match(r"customXml/|ppt/tags/", name)}
    for name in list(parts):
        if name.endswith(".rels"):
            parts[name] = re.sub(rb'<Relationship [^>]*(?:customXml|/tags)[^>]*/>', b"", parts[name])
        elif name == "[Content_Types].xml":
            parts[name] = re.sub(rb'<Override [^>]*(?:/customXml/|/ppt/tags/)[^>]*/>', b"", parts[name])
        elif re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            parts[name] = _slide(parts[name], names)
    return packed(parts)


def _slide(xml: bytes, names: str) -> bytes:
    root = etree.fromstring(xml)
    for item in list(root.iter(f"{P}custDataLst")):
        item.getparent().remove(item)
    for number, shape in enumerate(root.iter(f"{P}cNvPr")):
        for extensions in shape.findall(f"{A}extLst"):
            shape.remove(extensions)
        if names:
            shape.set("name", names.format(number))
    common = root.find(f"{P}cSld")
    assert common is not None
    common.attrib.pop("name", None)
    return bytes(etree.tostring(root))


def reordered(data: bytes, order: list[int]) -> bytes:
    """With the slides of these numbers (from 0), in this order; left out is deleted."""
    parts = _parts(data)
    root = etree.fromstring(parts["ppt/presentation.xml"])
    listed = root.find(f"{P}sldIdLst")
    assert listed is not None
    entries = list(listed)
    for entry in entries:
        listed.remove(entry)
    for number in order:
        listed.append(entries[number])
    parts["ppt/presentation.xml"] = etree.tostring(root)
    return packed(parts)
