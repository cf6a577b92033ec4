"""A deck in, decks out in which one thing is another: a figure, a date, a name, a badge, a caution, a chart's value."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from tests.packages import packed, parts_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split()
BADGES = ("Corroborated", "Reported", "Company-stated", "Target", "Planned", "Rumoured", "Disputed", "Analysis")
SIGNS = "●○◊≠"
CAUTIONS = (
    "rumoured rumour reportedly reported about over roughly approximately nearly around planned target says stated "
    "claims expected projected according only not would could"
).split()
_DATE = re.compile(rf"\b({'|'.join([*MONTHS, *SHORT])})\b(?= \d|–| 20)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_CAUTION = re.compile(rf"\b(?:{'|'.join(CAUTIONS)})\b", re.IGNORECASE)
_SIGN = re.compile(r"[~<>≤≥](?=[$€£\d])")


@dataclass(frozen=True)
class Mutant:
    """slide: from 1. shape: its name. kind: of what was changed. was, now: the words themselves."""

    slide: int
    shape: str
    place: str
    kind: str
    was: str
    now: str
    parts: dict[str, bytes]
    changed: dict[str, bytes]

    @property
    def data(self) -> bytes:
        """The deck."""
        return packed({**self.parts, **self.changed}, zipfile.ZIP_STORED)


Keep = Callable[[], bool]


def mutants(data: bytes, names: list[str], keep: Keep = lambda: True) -> Iterator[Mutant]:
    """Every single change to the deck. names: of organisations and people, at most one exchanged in each text.

    keep: asked before each is made, so that a sample takes no longer than it must.
    """
    parts = parts_of(data)
    for slide in sorted((name for name in parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)), key=_number):
        yield from _texts(parts, slide, _number(slide), names, keep)
        for kind, target in _related(parts, slide):
            if kind == "notesSlide":
                yield from _texts(parts, target, _number(slide), names, keep)
            elif kind == "chart":
                shape = _chart_name(parts[slide])
                yield from _chart(parts, target, _number(slide), shape, keep)


def _number(name: str) -> int:
    return int(re.findall(r"\d+", name)[-1])


def _related(parts: dict[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    folder, base = name.rsplit("/", 1)
    for item in etree.fromstring(parts[f"{folder}/_rels/{base}.rels"]):
        target = item.get("Target")
        if item.get("TargetMode") != "External":
            place = target.lstrip("/") if target.startswith("/") else f"ppt/{target.removeprefix('../')}"
            yield item.get("Type").rsplit("/", 1)[-1], place


def _chart_name(slide: bytes) -> str:
    root = etree.fromstring(slide)
    frame = next(item for item in root.iter(f"{P}graphicFrame") if next(item.iter(f"{C}chart"), None) is not None)
    return str(next(frame.iter(f"{P}cNvPr")).get("name"))


def _shape_of(node: Any, part: str) -> str:
    if "notesSlide" in part:
        return "Notes"
    holder = next(item for item in node.iterancestors() if item.tag in (f"{P}sp", f"{P}graphicFrame", f"{P}pic"))
    return str(next(holder.iter(f"{P}cNvPr")).get("name"))


def _texts(parts: dict[str, bytes], part: str, slide: int, names: list[str], keep: Keep) -> Iterator[Mutant]:
    root = etree.fromstring(parts[part])
    for node in root.iter(f"{A}t"):
        text = node.text or ""
        if node.getparent().tag == f"{A}fld" or not text.strip():
            continue
        shape = _shape_of(node, part)
        for kind, start, end, now in changes(text, names):
            if not keep():
                continue
            node.text = text[:start] + now + text[end:]
            place = "notes" if shape == "Notes" else ""
            yield Mutant(slide, shape, place, kind, text[start:end], now, parts, {part: etree.tostring(root)})
        node.text = text
    for shape_node in root.iter(f"{P}cNvPr"):
        descr = shape_node.get("descr", "")
        for kind, start, end, now in list(changes(descr, names))[:4]:
            if not keep():
                continue
            shape_node.set("descr", descr[:start] + now + descr[end:])
            changed = {part: etree.tostring(root)}
            name = str(shape_node.get("name"))
            yield Mutant(slide, name, "alternative text", kind, descr[start:end], now, parts, changed)
        if descr:
            shape_node.set("descr", descr)


def changes(text: str, names: list[str]) -> Iterator[tuple[str, int, int, str]]:
    """(kind, start, end, new words) of every single change to a text."""
    for match in _FIGURE.finditer(text):
        yield "number", match.start(), match.end(), _other_figure(match[0])
    for match in _DATE.finditer(text):
        table = MONTHS if match[1] in MONTHS else SHORT
        yield "date", match.start(), match.end(), table[(table.index(match[1]) + 5) % 12]
    for match in _CAUTION.finditer(text):
        yield "caution", match.start(), match.end(), ""
    for match in _SIGN.finditer(text):
        yield "caution", match.start(), match.end(), ""
    plain = text.replace("\u00a0", " ")
    for badge in BADGES:
        if re.fullmatch(rf"[●○◊≠] {badge}", plain):
            other = BADGES[(BADGES.index(badge) + 1) % len(BADGES)]
            yield "badge", 2, len(text), other
            yield "badge", 0, len(text), ""
    if plain and plain[0] in SIGNS and not plain[1:2].isalnum():
        yield "sign", 0, 1, SIGNS[(SIGNS.index(plain[0]) + 1) % len(SIGNS)]
    figure = _FIGURE.search(text)
    if figure and len(text) < 60:
        yield "addition", len(text), len(text), " (€417M)"
    for index, name in enumerate(names):
        at = text.find(name)
        if at >= 0 and not text[at - 1 : at].isalnum() and not text[at + len(name) : at + len(name) + 1].isalnum():
            yield "name", at, at + len(name), names[(index + 3) % len(names)]
            yield "name", at, at + len(name), "Zebulon Partners"
            break


def _other_figure(word: str) -> str:
    """Another figure of the same shape: the last digit but one, or the only one, is another."""
    place = max(index for index, char in enumerate(word) if char.isdigit() and (index == 0 or word[index:].isdigit()))
    place = next(index for index, char in enumerate(word) if char.isdigit()) if place is None else place
    digit = word[place]
    return word[:place] + ("7" if digit != "7" else "4") + word[place + 1 :]


def _chart(parts: dict[str, bytes], part: str, slide: int, shape: str, keep: Keep) -> Iterator[Mutant]:
    root = etree.fromstring(parts[part])
    for node in [*root.iter(f"{C}v"), *root.iter(f"{A}t")]:
        text = node.text or ""
        for kind, start, end, now in list(changes(text, [])) if not _is_count(text) else [_value(text)]:
            if not keep():
                continue
            node.text = text[:start] + now + text[end:]
            changed = {part: etree.tostring(root)}
            yield Mutant(slide, shape, "", f"chart {kind}", text[start:end], now, parts, changed)
        node.text = text
    book = next(target for kind, target in _related(parts, part) if kind == "package")
    inner = parts_of(parts[book])
    sheet = "xl/worksheets/sheet1.xml"
    cells = etree.fromstring(inner[sheet])
    for cell in cells.iter(f"{S}c"):
        value = cell.find(f"{S}v")
        if value is not None and cell.get("t") != "s" and keep():
            text = value.text or ""
            value.text = str(float(text) * 3)
            changed = {book: packed({**inner, sheet: etree.tostring(cells)}, zipfile.ZIP_STORED)}
            yield Mutant(slide, shape, "sheet", "chart sheet", text, value.text, parts, changed)
            value.text = text


def _is_count(text: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", text) is not None


def _value(text: str) -> tuple[str, int, int, str]:
    return "value", 0, len(text), repr(float(text) * 2)


def caught(mutant: Mutant, report: Any, *, named: bool = True) -> bool:
    """Is the change found, where it was made, with what stood there before, and nothing else? named: by its shape."""
    here = [
        item for item in report.findings if item.slide == mutant.slide and (not named or item.shape == mutant.shape)
    ]
    if len(here) < len(report.findings) or report.slides:
        return False
    return any(_tight(mutant.was) in _tight(item.was) or _figure(mutant.was) == _figure(item.was) for item in here)


def _tight(text: str) -> str:
    return "".join(text.split()).casefold()


def _figure(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text
