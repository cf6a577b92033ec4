"""The schemas of ISO/IEC 29500-4 in, the shipped grammar of slides, charts and themes out. Run by hand:

    python -m briefing.checks.package.collect FOLDER_OF_SCHEMAS > briefing/checks/package/grammar.json

What is kept of a type: which children may stand in it, in which order and how often; which must; which attributes it
knows and needs, and what these may say. Where a schema is finer than that (a choice between sequences) the grammar is
milder than the schema, never stricter.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from lxml import etree

_XS = "{http://www.w3.org/2001/XMLSchema}"
_FILES = ("pml.xsd", "dml-main.xsd", "dml-chart.xsd", "shared-commonSimpleTypes.xsd")
_PREFIXES = {
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
}
_ROOTS = (
    "p:sld p:sldLayout p:sldMaster p:notes p:notesMaster p:handoutMaster p:presentation p:presentationPr p:viewPr "
    "a:theme a:tblStyleLst c:chartSpace"
).split()
# Written otherwise by PowerPoint itself, or judged by a rule of their own.
_LENIENT = frozenset({"buSzPct", "axId", "crossAx", "showDLblsOverMax"})
_INTEGERS = {
    "byte": (-128, 127),
    "unsignedByte": (0, 255),
    "short": (-(2**15), 2**15 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "int": (-(2**31), 2**31 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "long": (-(2**63), 2**63 - 1),
    "integer": (-(2**63), 2**63 - 1),
}
Item = dict[str, Any]


class Schemas:
    """All named things of the schema files, as "prefix:name"."""

    def __init__(self, folder: str) -> None:
        self.named: dict[tuple[str, str], etree._Element] = {}
        self.space: dict[etree._Element, str] = {}
        for file in _FILES:
            root = etree.parse(os.path.join(folder, file)).getroot()
            space = _PREFIXES.get(root.get("targetNamespace"), "s")
            for item in root:
                if isinstance(item.tag, str) and item.get("name"):
                    self.named[item.tag, f"{space}:{item.get('name')}"] = item
        self.types: list[Item] = []
        self.numbers: dict[str, int] = {}

    def resolve(self, tag: str, name: str, near: etree._Element) -> tuple[str, etree._Element | None]:
        prefix, _, local = name.rpartition(":")
        full = f"{_PREFIXES.get(near.nsmap.get(prefix or None), 's')}:{local}"
        return full, self.named.get((_XS + tag, full))

    def type_number(self, name: str, node: etree._Element) -> int:
        if name not in self.numbers:
            self.numbers[name] = len(self.types)
            self.types.append({})
            self.types[self.numbers[name]] = self.described(node, name)
        return self.numbers[name]

    def described(self, node: etree._Element, name: str) -> Item:
        children: dict[str, list[int]] = {}
        required: list[list[str]] = []
        found: Item = {"c": children}
        if name.endswith((":CT_OfficeArtExtensionList", ":CT_ExtensionList", ":CT_ExtensionListModify")):
            return {"o": 1}
        for child in node:
            self.particle(child, 0, False, True, children, required, found)
        attributes, needed = self.attributes(node)
        if required:
            found["m"] = required
        if attributes:
            found["a"] = attributes
        if needed:
            found["r"] = needed
        return found

    def particle(
        self,
        node: etree._Element,
        position: int,
        loose: bool,
        must: bool,
        children: dict[str, list[int]],
        required: list[list[str]],
        found: Item,
    ) -> int:
        """Adds what a particle allows from a position on; the position behind it. loose: in any order, any number."""
        tag = str(node.tag).removeprefix(_XS)
        many = node.get("maxOccurs", "1")
        must = must and node.get("minOccurs", "1") != "0"
        if tag == "any":
            found["o"] = 1
        elif tag == "element":
            self.element(node, position, loose, must, children, required)
            return position + 1
        elif tag == "group" and node.get("ref"):
            _, group = self.resolve("group", node.get("ref"), node)
            assert group is not None
            end = position
            for child in group:
                part = etree.fromstring(etree.tostring(child))
                for attribute in ("minOccurs", "maxOccurs"):
                    if node.get(attribute):
                        part.set(attribute, node.get(attribute))
                end = self.particle(part, position, loose, must, children, required, found)
            return end
        elif tag in ("sequence", "all"):
            loose = loose or many != "1" or tag == "all"
            ends = [position]
            for child in node:
                start = position if loose else ends[-1]
                ends.append(self.particle(child, start, loose, must, children, required, found))
            return max(ends)
        elif tag == "choice":
            names_before, ends = set(children), [position]
            for child in node:
                ends.append(self.particle(child, position, loose or many != "1", False, children, required, found))
            if must and many == "1":
                required.append(sorted(set(children) - names_before))
            return max(ends)
        elif tag == "complexContent":
            base = node[0]
            _, parent = self.resolve("complexType", base.get("base"), base)
            assert parent is not None
            for child in (*parent, *base):
                position = self.particle(child, position, loose, must, children, required, found)
        return position

    def element(
        self,
        node: etree._Element,
        position: int,
        loose: bool,
        must: bool,
        children: dict[str, list[int]],
        required: list[list[str]],
    ) -> None:
        many = -1 if node.get("maxOccurs", "1") != "1" or loose else 1
        if node.get("ref"):
            name, node_of = self.resolve("element", node.get("ref"), node)
            node = node_of if node_of is not None else node
        else:
            root = node.getroottree().getroot()
            space = _PREFIXES.get(root.get("targetNamespace") or "", "") or self.space_of(node)
            name = f"{space}:{node.get('name')}"
        kind = -1
        if node.get("type"):
            full, complex_type = self.resolve("complexType", node.get("type"), node)
            if complex_type is not None:
                kind = self.type_number(full, complex_type)
        children[name] = [position, kind, many]
        if must:
            required.append([name])

    def space_of(self, node: etree._Element) -> str:
        """The prefix of a copied particle: its default namespace is the schema's own."""
        return _PREFIXES.get(node.nsmap.get(None) or "", "p")

    def attributes(self, node: etree._Element) -> tuple[Item, list[str]]:
        found: Item = {}
        needed: list[str] = []
        for item in node.iter(f"{_XS}attribute", f"{_XS}attributeGroup", f"{_XS}extension"):
            if item.tag == f"{_XS}attributeGroup" and item.get("ref"):
                _, group = self.resolve("attributeGroup", item.get("ref"), item)
                more, must = self.attributes(group) if group is not None else ({}, [])
                found |= more
                needed += must
            elif item.tag == f"{_XS}extension" and item.get("base"):
                _, parent = self.resolve("complexType", item.get("base"), item)
                if parent is not None:
                    more, must = self.attributes(parent)
                    found |= more
                    needed += must
            elif item.tag == f"{_XS}attribute" and item.get("name"):
                found[item.get("name")] = self.kind(item.get("type"), item)
                if item.get("use") == "required":
                    needed.append(item.get("name"))
            elif item.get("ref") and item.get("use") == "required":
                needed.append(item.get("ref"))
        return found, needed

    def kind(self, name: str | None, near: etree._Element) -> Any:
        """0: anything; "b": a truth value; "c": a coordinate; "h": six hex digits; [least, most]; ["", word …]."""
        if name is None:
            return 0
        local = name.rpartition(":")[2]
        if near.nsmap.get(name.rpartition(":")[0] or None) == _XS[1:-1]:
            return "b" if local == "boolean" else list(_INTEGERS[local]) if local in _INTEGERS else 0
        if local in ("ST_Coordinate", "ST_Coordinate32"):
            return "c"
        if local == "ST_HexColorRGB":
            return "h"
        _, simple = self.resolve("simpleType", name, near)
        restriction = simple.find(f"{_XS}restriction") if simple is not None else None
        if restriction is None:
            return 0
        words = [item.get("value") for item in restriction.iter(f"{_XS}enumeration")]
        if words:
            return ["", *words]
        base = self.kind(restriction.get("base"), restriction)
        if isinstance(base, list) and base and isinstance(base[0], int):
            least, most = base
            for item in restriction:
                value = item.get("value", "")
                if str(item.tag).endswith("minInclusive"):
                    least = int(value)
                elif str(item.tag).endswith("maxInclusive"):
                    most = int(value)
            return [least, most]
        return base if base in ("b", "c", "h") else 0


def grammar(folder: str) -> Item:
    """{"roots": tag → type, "types": [...]}: see schema.py for what the letters stand for."""
    schemas = Schemas(folder)
    roots: dict[str, int] = {}
    for tag in _ROOTS:
        node = schemas.named[_XS + "element", tag]
        full, complex_type = schemas.resolve("complexType", node.get("type"), node)
        assert complex_type is not None
        roots[tag] = schemas.type_number(full, complex_type)
    graphic = schemas.types[schemas.numbers["a:CT_GraphicalObjectData"]]
    table = schemas.named[_XS + "complexType", "a:CT_Table"]
    graphic["c"] = {"a:tbl": [0, schemas.type_number("a:CT_Table", table), 1]}
    for item in schemas.types:
        for name, entry in item.get("c", {}).items():
            if name.partition(":")[2] in _LENIENT:
                entry[1] = -1
    return {"roots": roots, "types": schemas.types}


if __name__ == "__main__":
    json.dump(grammar(sys.argv[1]), sys.stdout, separators=(",", ":"))
