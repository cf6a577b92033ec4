"""One slide, layout, master or page of notes as XML in, what PowerPoint would repair in it out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from briefing.checks.package import quick, tables
from briefing.checks.package.parts import PML, A, P, Parts, R
from briefing.checks.package.schema import Fault, faults
from briefing.checks.subject import found
from briefing.model.finding import Finding

_SPOKEN = re.compile(rb' lang="([^"]*)"')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEADS = {
    f"{P}sldId": {"slide"},
    f"{P}sldMasterId": {"slideMaster"},
    f"{P}sldLayoutId": {"slideLayout"},
    f"{P}notesMasterId": {"notesMaster"},
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": {"chart", "chartEx"},
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}externalData": {"package", "oleObject"},
    f"{A}hlinkClick": {"hyperlink", "slide", "oleObject", "video", "audio", "media"},
}
_BLIP = f"{A}blip"
_MAY_BE_EMPTY = frozenset({"hlinkClick", "hlinkHover", "hlinkMouseOver"})
_GONE = "4294967295"  # PowerPoint's mark for a placeholder that its layout no longer has
_TREES = tuple(f"{PML}{kind}+xml" for kind in ("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster"))
_XML = (".xml", ".vml")


def check(parts: Parts) -> Iterator[Finding]:
    """Every part that relationships lead to."""
    for name in sorted(parts.reached):
        if name.endswith(_XML) and name.startswith(("ppt/", parts.package.main[:4])):
            yield from _part(name, parts)


def _part(name: str, parts: Parts) -> Iterator[Finding]:
    package, slide = parts.package, parts.number(name)
    root, data = package.xml(name), package.read(name)
    references = quick.references_if_sound(data)
    if references is None:
        for fault in faults(root):
            yield found("package.schema", slide, _shape(fault) or name, fault.message)
        yield from _references(root.iter("*"), name, parts)
        yield from _compatibility(root, name, slide)
    elif references:
        sound = package.relations(name).keys() >= {value for _, value in references}
        yield from _references(root.iter(*_LEADS, _BLIP) if sound else root.iter("*"), name, parts)
    if parts.types.get(name) in _TREES:
        yield from _shapes(root, data, name, parts)


def _shape(fault: Fault) -> str:
    """The name of the shape around a fault, "" outside shapes."""
    return _around(fault.element)


def _around(element: Any) -> str:
    """The name of the shape that an element belongs to."""
    for owner in (element, *element.iterancestors()):
        properties = owner.find(f"{P}*/{P}cNvPr") if owner.tag != f"{P}spTree" else None
        if properties is not None:
            return str(properties.get("name", ""))
    return ""


def _references(elements: Iterable[Any], name: str, parts: Parts) -> Iterator[Finding]:
    related, slide = parts.package.relations(name), parts.number(name)
    for element in elements:
        for key, value in element.items():
            if not key.startswith(R):
                continue
            kind, tag = key[len(R) :], str(element.tag)
            local = tag.rpartition("}")[2]
            if not value:
                if kind == "id" and local in _MAY_BE_EMPTY and not element.get("action"):
                    yield found("package.relation", slide, name, f"{local} leads nowhere")
                continue
            if value not in related:
                yield found(
                    "package.relation", slide, name, f"{local} names the relationship {value}, which is missing"
                )
                continue
            wanted = _LEADS.get(tag) if kind == "id" else {"image"} if (kind, local) == ("embed", "blip") else None
            if wanted and related[value].kind not in wanted:
                message = f"{local} needs a relationship of another kind than {related[value].kind}"
                yield found("package.relation", slide, name, message)
        if element.tag == f"{A}hlinkClick" and element.get(f"{R}id") is None:
            yield found("package.relation", slide, name, "hlinkClick names no relationship")


def _compatibility(root: Any, name: str, slide: int) -> Iterator[Finding]:
    for prefix in (root.get(f"{_MC}Ignorable") or "").split():
        if prefix not in root.nsmap:
            yield found("package.schema", slide, name, f"the prefix {prefix} that may be ignored is not declared")
    for choice in root.iter(f"{_MC}Choice"):
        for prefix in (choice.get("Requires") or "").split():
            if prefix not in choice.nsmap:
                yield found("package.schema", slide, name, f"the prefix {prefix} that is required is not declared")


def _shapes(root: Any, data: bytes, name: str, parts: Parts) -> Iterator[Finding]:
    """data: the same as bytes, in which a look for a tag takes a fraction of a walk."""
    slide = parts.number(name)
    chosen = b"Choice" in data and next(root.iter(f"{_MC}Choice"), None) is not None
    shapes = [item for item in root.iter(f"{P}cNvPr") if not (chosen and _in_choice(item))]
    ids = Counter(item.get("id", "") for item in shapes)
    told: set[str] = set()
    for item in reversed(shapes):
        number, where = item.get("id", ""), item.get("name", "") or name
        if ids[number] > 1 and number and number not in told:
            told.add(number)
            yield found("package.shape-id", slide, where, f"{ids[number]} shapes have the id {number}")
        if number.isdigit() and (len(number) > 10 or int(number) > 2**31 - 1):
            yield found("package.shape-id-range", slide, where, f"the id {number} is out of range")
    if b"cxnSp" in data or b"spTgt" in data:
        yield from _ends(root, name, slide, ids)
    yield from _places(root, slide)
    if parts.types.get(name) == f"{PML}slide+xml":
        holders = Counter(item.get("idx", "0") for item in root.iter(f"{P}ph") if not (chosen and _in_choice(item)))
        for idx, count in sorted(holders.items()):
            if count > 1 and idx != _GONE:
                yield found("package.placeholder", slide, name, f"{count} shapes fill the placeholder {idx}")
        yield from _written(root, data, name, parts)
    for table in root.iter(f"{A}tbl") if b"tbl" in data else ():
        yield from tables.check(table, _table_name(table) or name, slide)
    for lang in _languages(root, data):
        if not _LANGUAGE.fullmatch(lang):
            yield found("package.language", slide, name, f'"{lang[:30]}" is no language')


def _languages(root: Any, data: bytes) -> list[str]:
    """All that are named; none where all words are of one and it is one."""
    first = _SPOKEN.search(data)
    one = first is None or (
        data.count(b"lang=") == data.count(first[0]) and _LANGUAGE.fullmatch(first[1].decode("utf-8", "replace"))
    )
    if one:
        return []
    return sorted({item.get("lang") or "en" for item in root.iter(f"{A}rPr", f"{A}endParaRPr", f"{A}defRPr")})


_SPACES = {"a": A[1:-1], "p": P[1:-1]}
# What is rare is asked first.
_silent = etree.XPath("//a:r[not(*[1]/@lang)][normalize-space(a:t)]", namespaces=_SPACES)
_placeless = etree.XPath("//p:sp[not(p:spPr/a:xfrm)][not(p:nvSpPr/p:nvPr/p:ph)]", namespaces=_SPACES)


def _written(root: Any, data: bytes, name: str, parts: Parts) -> Iterator[Finding]:
    """Colours that no theme can change, words of no language."""
    slide = parts.number(name)
    if b"srgbClr" in data and next(root.iter(f"{A}srgbClr"), None) is not None:
        yield found("package.rgb", slide, name, "colours are written as RGB, so the theme cannot change them")
    if _default_language(parts):
        return
    silent = _silent(root)
    if silent:
        count = f"{len(silent)} texts" if len(silent) > 1 else "a text"
        yield found("lang.missing", slide, _around(silent[0]) or name, f"{count} of no language")


def _default_language(parts: Parts) -> bool:
    """Does the presentation say the language of texts that say none?"""
    return any(item.get("lang") for item in parts.package.xml(parts.package.main).iter(f"{A}defRPr"))


def _in_choice(element: Any) -> bool:
    """Is it among alternatives that are not the fallback?"""
    return any(owner.tag == f"{_MC}Choice" for owner in element.iterancestors())


def _ends(root: Any, name: str, slide: int, ids: Counter[str]) -> Iterator[Finding]:
    """Connectors and animations by the ids that they name."""
    for line in root.iter(f"{P}cxnSp"):
        ends = [end for tag in ("stCxn", "endCxn") for end in line.iter(A + tag)]
        for end in ends:
            if end.get("id") not in ids:
                message = f"the connector is glued to shape {end.get('id')}, which is missing"
                yield found("package.glue", slide, _around(end) or name, message)
        if len(ends) == 1:
            yield found("connector.loose", slide, _around(ends[0]) or name, "one of its ends is glued to nothing")
    for target in root.iter(f"{P}spTgt"):
        if target.get("spid") not in ids:
            message = f"an animation moves shape {target.get('spid')}, which is missing"
            yield found("package.animation", slide, name, message)


def _places(root: Any, slide: int) -> Iterator[Finding]:
    for item in _placeless(root):
        properties = item.find(f"{P}nvSpPr/{P}cNvPr")
        where = properties.get("name", "") if properties is not None else ""
        yield found("package.no-place", slide, where, "the shape says no place and fills no placeholder")


def _table_name(table: Any) -> str:
    for owner in table.iterancestors(f"{P}graphicFrame"):
        properties = owner.find(f"{P}nvGraphicFramePr/{P}cNvPr")
        return str(properties.get("name", "")) if properties is not None else ""
    return ""
