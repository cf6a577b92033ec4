"""The bytes of any .pptx in, what its slides say out: texts, tables, charts and their sheets, notes, alternative text.

No size, colour or inherited place is looked up, which makes this several times faster than reading Frames.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.errors import InputError
from briefing.exports.pptx import pages
from briefing.exports.pptx.canvas import CLAIMS_NS
from briefing.exports.pptx.carrier import SLIDE_TAG
from briefing.exports.pptx.inheritance import NS, A, Element, P, R, number
from briefing.exports.pptx.opening import Opened, Related
from briefing.exports.pptx.reading import carried_by
from briefing.exports.pptx.reading_charts import chart_words
from briefing.model.page import Delivered, Page, Said, Shape, ShapeKind, digest

_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_TEXT, _RUN, _BREAK, _FIELD, _PARAGRAPH = f"{A}t", f"{A}r", f"{A}br", f"{A}fld", f"{A}p"
_MAX_DEPTH = 50


def read_pages(data: bytes, where: str = "the deck") -> Delivered:
    """where: the file's name, for errors. Raises InputError for what is no deck, hostile or broken."""
    package = Opened(data, where)
    carried = carried_by(package)
    try:
        left = pages.load(carried.pages) if carried.pages else ()
    except ValueError as error:
        raise InputError("what the deck carries of its making is damaged", where, "give --model") from error
    related = package.relations(package.main)
    parts = [
        related[rid].target
        for item in package.xml(package.main).iterfind("p:sldIdLst/p:sldId", NS)
        if (rid := item.get(f"{R}id", "")) in related and package.has(related[rid].target)
    ]
    found = tuple(_page(package, part) for part in parts)
    return Delivered(found, left, carried.model, carried.subject, carried.audience, carried.made)


def _page(package: Opened, part: str) -> Page:
    slide, related = package.xml(part), package.relations(part)
    tree = slide.find("p:cSld/p:spTree", NS)
    shapes = tuple(_shapes(tree, package, related, 0)) if tree is not None else ()
    titles = (said.text for shape in shapes if shape.title for said in shape.said)
    key = _tagged(package, related) or slide.find("p:cSld", NS).get("name", "")
    hidden = slide.get("show") in ("0", "false")
    return Page(key, "", next(titles, ""), shapes, _notes(package, related), hidden)


def _tagged(package: Opened, related: Mapping[str, Related]) -> str:
    """The key of the slide in its tags."""
    place = _first(package, related, "tags")
    tags = package.xml(place).iter(f"{P}tag") if place else ()
    return next((tag.get("val", "") for tag in tags if tag.get("name") == SLIDE_TAG), "")


def _first(package: Opened, related: Mapping[str, Related], kind: str) -> str:
    targets = (item.target for item in related.values() if item.kind == kind and not item.external)
    return next((target for target in targets if package.has(target)), "")


def _notes(package: Opened, related: Mapping[str, Related]) -> str:
    place = _first(package, related, "notesSlide")
    if not place:
        return ""
    texts = []
    for shape in package.xml(place).iterfind("p:cSld/p:spTree/p:sp", NS):
        ph = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        if ph is not None and ph.get("type") not in ("body", None):
            continue  # the slide's picture, headers, the number
        texts.append(_lines(shape.find("p:txBody", NS)))
    return "\n".join(text for text in texts if text)


def _shapes(tree: Element, package: Opened, related: Mapping[str, Related], depth: int) -> Iterator[Shape]:
    for item in tree:
        if item.tag == f"{P}sp":
            shape = _text(item)
        elif item.tag == f"{P}graphicFrame":
            shape = _graphic(item, package, related)
        elif item.tag == f"{P}pic":
            shape = _picture(item, package, related)
        elif item.tag == f"{P}grpSp" and depth < _MAX_DEPTH:
            shape = _made(item, "group", _described(item), claims_only=True)
            if shape:
                yield shape
            yield from _shapes(item, package, related, depth + 1)
            continue
        elif item.tag == _ALTERNATIVE and len(item) and depth < _MAX_DEPTH:
            yield from _shapes(item[-1], package, related, depth + 1)
            continue
        else:
            continue
        if shape:
            yield shape


def _text(item: Element) -> Shape | None:
    text = _lines(item.find("p:txBody", NS))
    ph = item.find("p:nvSpPr/p:nvPr/p:ph", NS)
    said = (Said("", text),) if text.strip() else _described(item)
    return _made(item, "text", said, title=ph is not None and ph.get("type") in ("title", "ctrTitle"))


def _graphic(item: Element, package: Opened, related: Mapping[str, Related]) -> Shape | None:
    data = item.find("a:graphic/a:graphicData", NS)
    for child in data if data is not None else ():
        if child.tag == f"{A}tbl":
            return _made(item, "table", _described(item), rows=tuple(_rows(child)))
        if child.tag == _CHART:
            part = related.get(child.get(f"{R}id", ""))
            if part is not None and not part.external and package.has(part.target):
                return _made(item, "chart", (*chart_words(package, part.target), *_described(item)))
        if child.tag == _DIAGRAM:
            part = related.get(child.get(f"{R}dm", ""))
            if part is not None and not part.external and package.has(part.target):
                texts = [_line(line) for line in package.xml(part.target).iter(_PARAGRAPH)]
                return _made(item, "text", (Said("", "\n".join(texts)), *_described(item)))
    return _made(item, "picture", _described(item))


def _picture(item: Element, package: Opened, related: Mapping[str, Related]) -> Shape | None:
    blip = item.find("p:blipFill/a:blip", NS)
    part = related.get(blip.get(f"{R}embed", "")) if blip is not None else None
    inside = part is not None and not part.external and package.has(part.target)
    shown = (Said("picture", digest(package.read(part.target))),) if inside and part is not None else ()
    return _made(item, "picture", (*_described(item), *shown))


def _made(
    item: Element,
    kind: ShapeKind,
    said: tuple[Said, ...],
    *,
    rows: tuple[tuple[Said, ...], ...] = (),
    title: bool = False,
    claims_only: bool = False,
) -> Shape | None:
    """None where nothing is said. claims_only: of a group, whose children speak for themselves."""
    if not said and not rows:
        return None
    shape = next(item.iter(f"{P}cNvPr"))
    own = None if claims_only else next(shape.iter(f"{{{CLAIMS_NS}}}claims"), None)
    claims = tuple(own.get("ids", "").split()) if own is not None else ()
    return Shape(shape.get("name", ""), kind, _box(item), said, rows, claims, title)


def _described(item: Element) -> tuple[Said, ...]:
    descr = next(item.iter(f"{P}cNvPr")).get("descr", "")
    return (Said("alternative text", descr),) if descr else ()


def _box(item: Element) -> tuple[int, int, int, int] | None:
    for place in ("p:spPr/a:xfrm", "p:xfrm", "p:grpSpPr/a:xfrm"):
        xfrm = item.find(place, NS)
        if xfrm is not None:
            off, ext = xfrm.find("a:off", NS), xfrm.find("a:ext", NS)
            if off is not None and ext is not None:
                return (
                    number(off.get("x"), 0),
                    number(off.get("y"), 0),
                    number(ext.get("cx"), 0),
                    number(ext.get("cy"), 0),
                )
    return None


def _rows(table: Element) -> Iterator[tuple[Said, ...]]:
    for row, line in enumerate(table.iterfind("a:tr", NS), 1):
        cells = []
        for column, cell in enumerate(line.iterfind("a:tc", NS), 1):
            covered = cell.get("vMerge") in ("1", "true") or cell.get("hMerge") in ("1", "true")
            text = "" if covered else _lines(cell.find("a:txBody", NS))
            cells.append(Said(f"row {row}, column {column}", text))
        yield tuple(cells)


def _lines(body: Element | None) -> str:
    if body is None:
        return ""
    return "\n".join([_line(item) for item in body if item.tag == _PARAGRAPH])


def _line(paragraph: Element) -> str:
    """The words of a paragraph; fields, which the program fills, are left out."""
    words = []
    for item in paragraph:
        if item.tag == _RUN:
            text = item.find(_TEXT)
            if text is not None and text.text:
                words.append(text.text)
        elif item.tag == _BREAK:
            words.append("\n")
        elif item.tag == _FIELD and not item.get("type", "").startswith(("slidenum", "datetime")):
            words.append(item.findtext("a:t", "", NS))
    return "".join(words)
