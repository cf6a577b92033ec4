"""A face's name in, the width of any text in it out: shipped advance tables, a theme's own font files, or a safe guess.

A face is named by its family ("Arial"), or by family and font files, "Inter|regular.ttf|bold.ttf" (see `face_key`).
"""

from __future__ import annotations

import json
import os
import unicodedata
from functools import lru_cache
from typing import TypedDict

from briefing.errors import InputError

_FOLDER = os.path.join(os.path.dirname(__file__), "faces")

# Families whose advances we ship, and those that share them glyph for glyph.
_TABLES = {
    "arial": "arial",
    "helvetica": "arial",
    "liberation sans": "arial",
    "arimo": "arial",
    "calibri": "calibri",
    "calibri light": "calibri",
    "carlito": "calibri",
    "times new roman": "times-new-roman",
    "liberation serif": "times-new-roman",
    "tinos": "times-new-roman",
    "courier new": "courier-new",
    "liberation mono": "courier-new",
    "cousine": "courier-new",
    "verdana": "verdana",
    "dejavu sans": "verdana",
}
# Families known only by their mean width beside Arial (regular, bold).
_RELATIVE = {"inter": (1.07, 1.03), "roboto": (0.99, 0.94)}
_UNKNOWN = (1.08, 1.08)
# Cuts that come with Office alone; elsewhere something wider stands in for them.
_NOT_EVERYWHERE = frozenset({"calibri light"})
# Renderers round advances to pixels and hint them: text comes out up to 2 % wider than its advances.
_SLACK = 1.02

_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc"})


class _Widths(dict[str, float]):
    """Character → advance in em, slack included; characters the face lacks are looked up once and kept."""

    def __init__(self, known: dict[str, float], other: float) -> None:
        super().__init__(known)
        self._other = other

    def __missing__(self, character: str) -> float:
        width = _foreign(character, self._other)
        self[character] = width
        return width


def _foreign(character: str, other: float) -> float:
    """Em a character takes in whatever font stands in for a face that lacks it."""
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0.0
    if ord(character) >= 0x1F000 or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return other


def face_key(family: str, files: dict[str, str]) -> str:
    """The name by which `text_width` and its kin know a family with font files of its own ("regular", "bold")."""
    if not files:
        return family
    regular = files.get("regular") or files["bold"]
    return f"{family}|{regular}|{files.get('bold') or regular}"


def stand_in(family: str) -> str:
    """The face to measure a template's family with: itself where its widths are known on every machine, else Verdana,
    the widest face that programs fall back to (and metrically DejaVu Sans)."""
    name = family.strip().casefold()
    return family if (name in _TABLES and name not in _NOT_EVERYWHERE) or name in _RELATIVE else "Verdana"


def measured_as(family: str) -> str:
    """The family whose advances stand in for one without font files; "" where nothing is known of it but its name."""
    name = family.strip().casefold()
    known = _TABLES.get(name, "")
    return known.replace("-", " ").title() if known else "Arial" if name in _RELATIVE else ""


@lru_cache(maxsize=32)
def widths(face: str, bold: bool) -> dict[str, float]:
    """Character → em in that face, regular or bold. Raises InputError if a named font file cannot be read."""
    family, *files = face.split("|")
    if files:
        return _from_file(files[1] if bold else files[0])
    name = family.strip().casefold()
    if name in _TABLES:
        return _from_table(_TABLES[name], bold, 1.0)
    return _from_table("arial", bold, _RELATIVE.get(name, _UNKNOWN)[bold])


def _from_table(name: str, bold: bool, factor: float) -> dict[str, float]:
    table = _document(name)["bold" if bold else "regular"]
    scale = factor * _SLACK / table["units"]
    known: dict[str, float] = {}
    for start, run in table["runs"].items():
        first = int(start, 16)
        for offset, advance in enumerate(run):
            known[chr(first + offset)] = advance * scale
    return _Widths(known, 0.66 * factor * _SLACK)


class _Table(TypedDict):
    units: int
    runs: dict[str, list[int]]


@lru_cache(maxsize=8)
def _document(name: str) -> dict[str, _Table]:
    """A shipped table: "regular" and "bold", each advances in units, by first code point of a run (see collect.py)."""
    with open(os.path.join(_FOLDER, f"{name}.json"), encoding="ascii") as file:
        document: dict[str, _Table] = json.load(file)
    return document


def _from_file(path: str) -> dict[str, float]:
    from briefing.measure.sfnt import read_advances  # most themes name no font files

    try:
        with open(path, "rb") as file:
            advances = read_advances(file.read(), path)
    except OSError as error:
        raise InputError("a font file that cannot be read", path, "correct fonts.files in the theme") from error
    scale = _SLACK / advances.units
    return _Widths({chr(point): width * scale for point, width in advances.widths.items()}, 0.66 * _SLACK)
