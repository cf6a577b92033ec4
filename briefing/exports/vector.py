"""A logo's file in, PNG or JPEG bytes out: a drawing (SVG) is painted once, by an optional library."""

from __future__ import annotations

import importlib.util
import re
from functools import lru_cache

from briefing.errors import InputError, MissingExtra

INSTALL = "pip install 'briefing[svg]'"
_WIDE = 1_600  # pixels of the longer side
_LONGEST = 20  # times as wide as high, or the other way round
_VIEW = re.compile(r"<svg\b[^>]*?\bviewBox\s*=\s*[\"']([^\"']*)[\"']", re.S)
_ROOT = re.compile(r"<svg\b[^>]*>", re.S)
_SIDE = re.compile(r"\s(width|height)\s*=\s*[\"']\s*([\d.]+)")


def installed() -> bool:
    """Whether drawings can be painted here."""
    return importlib.util.find_spec("resvg_py") is not None


def picture_of(path: str) -> bytes:
    """The bytes of a PNG or JPEG, or the PNG of an SVG. Raises OSError, InputError, MissingExtra."""
    with open(path, "rb") as file:
        data = file.read()
    return png_of(data, path) if path.lower().endswith(".svg") else data


@lru_cache(maxsize=2)
def png_of(drawing: bytes, where: str) -> bytes:
    """An SVG as PNG with a transparent ground, its longer side 1,600 pixels. Raises InputError, MissingExtra."""
    if not installed():
        remedy = f"{INSTALL}, or put a PNG of the same name beside it"
        raise MissingExtra("an SVG logo needs a PNG for older viewers, and painting one needs an extra", where, remedy)
    import resvg_py

    try:
        text = drawing.decode("utf-8-sig")
        tall = _ratio(text) < 1
        painted: bytes = resvg_py.svg_to_bytes(
            svg_string=text, width=None if tall else _WIDE, height=_WIDE if tall else None
        )
    except (ValueError, UnicodeDecodeError) as error:
        raise InputError("the SVG cannot be painted", where, "export it anew as a plain SVG, or save a PNG") from error
    return bytes(painted)


def _ratio(text: str) -> float:
    """Width by height as the drawing says. Raises ValueError for what is no logo's shape."""
    view = _VIEW.search(text)
    sides = [float(value) for value in re.split(r"[\s,]+", view[1].strip())[2:4]] if view else []
    if len(sides) != 2:
        head = _ROOT.search(text)
        found = {match[1]: float(match[2]) for match in _SIDE.finditer(head[0] if head else "")}
        sides = [found.get("width", 100.0), found.get("height", 100.0)]
    if min(sides) <= 0 or not 1 / _LONGEST <= sides[0] / sides[1] <= _LONGEST:
        raise ValueError("sides")
    return sides[0] / sides[1]
