"""A deck in, the same deck out as other programs save it: what they drop is gone, what it says stays."""

from __future__ import annotations

import json
import re
from xml.sax.saxutils import escape, unescape

from lxml import etree

from tests.audit.mutants import A, P, _number
from tests.packages import packed, parts_of

_CLAIMS = "urn:briefing:claims:1"


def stripped(data: bytes, names: str = "") -> bytes:
    """Without custom parts, tags and extensions. names: how shapes are called now ("Shape {0}"), "" keeps theirs."""
    parts = {name: part for name, part in parts_of(data).items() if not re.match(r"customXml/|ppt/tags/", name)}
    for name in list(parts):
        if name.endswith(".rels"):
            parts[name] = re.sub(rb"<Relationship [^>]*(?:customXml|/tags)[^>]*/>", b"", parts[name])
        elif name == "[Content_Types].xml":
            parts[name] = re.sub(rb"<Override [^>]*(?:/customXml/|/ppt/tags/)[^>]*/>", b"", parts[name])
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
    parts = parts_of(data)
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


def repeated(data: bytes, count: int) -> bytes:
    """A deck of so many slides: those of this one again and again, each with parts and a key of its own.

    What the deck carries of its pages is repeated with them.
    """
    parts = parts_of(data)
    names = sorted((name for name in parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)), key=_number)
    carried = parts["customXml/item1.xml"].decode()
    pages = json.loads(unescape(re.search(r"<pages>(.*?)</pages>", carried, re.DOTALL)[1]))  # type: ignore[index]
    main, related = parts["ppt/presentation.xml"], parts["ppt/_rels/presentation.xml.rels"]
    types, entries, relations, listed = [], [], [], list(pages)
    for number in range(len(names) + 1, count + 1):
        source = names[(number - 1) % len(names)]
        key = f"copy-{number}"
        slide, notes = f"ppt/slides/slide{number}.xml", f"ppt/notesSlides/notesSlide{number}.xml"
        old = parts[source.replace("slides/", "slides/_rels/") + ".rels"]
        was = re.search(rb"notesSlide(\d+)\.xml", old)
        assert was is not None
        links = re.sub(rb"notesSlide\d+\.xml", f"notesSlide{number}.xml".encode(), old)
        links = re.sub(rb"<Relationship [^>]*/tags[^>]*/>", b"", links)
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = links
        parts[slide] = re.sub(rb'<p:cSld name="[^"]*"', f'<p:cSld name="{key}"'.encode(), parts[source])
        parts[notes] = parts[f"ppt/notesSlides/notesSlide{int(was[1])}.xml"]
        kind = "application/vnd.openxmlformats-officedocument.presentationml"
        types.append(f'<Override PartName="/{slide}" ContentType="{kind}.slide+xml"/>')
        types.append(f'<Override PartName="/{notes}" ContentType="{kind}.notesSlide+xml"/>')
        entries.append(f'<p:sldId id="{1000 + number}" r:id="rIdCopy{number}"/>')
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
        relations.append(f'<Relationship Id="rIdCopy{number}" Type="{office}" Target="slides/slide{number}.xml"/>')
        listed.append({**pages[(number - 1) % len(names)], "key": key})
    parts["ppt/presentation.xml"] = main.replace(b"</p:sldIdLst>", "".join(entries).encode() + b"</p:sldIdLst>")
    parts["ppt/_rels/presentation.xml.rels"] = related.replace(
        b"</Relationships>", "".join(relations).encode() + b"</Relationships>"
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", "".join(types).encode() + b"</Types>"
    )
    whole = escape(json.dumps(listed, ensure_ascii=False))
    parts["customXml/item1.xml"] = re.sub(
        r"<pages>.*?</pages>", lambda _: f"<pages>{whole}</pages>", carried, count=1, flags=re.DOTALL
    ).encode()
    return packed(parts)
