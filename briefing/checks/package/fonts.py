"""The font families that a deck names in, those that other computers may lack out: neither common nor embedded."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from briefing.checks.package.parts import P, Parts
from briefing.checks.subject import found
from briefing.model.finding import Finding

# Families on Windows and macOS with Office, or in Office's own cloud; those that stand in for them elsewhere.
_LATIN = re.compile(rb"""<(?:\w+:)?latin\s[^>]*?typeface\s*=\s*["']([^"'<]*)""")
# At least the same, several times as fast: what begins with plain letters is looked for by these.
_PERHAPS = re.compile(rb"""latin\s[^>]*?typeface\s*=\s*["']([^"'<]*)""")
FILE = os.path.join(os.path.dirname(__file__), "fonts.txt")


@cache
def common() -> frozenset[str]:
    """The families that most readers of decks have, case-folded."""
    with open(FILE, encoding="ascii") as file:
        return frozenset(line.strip().casefold() for line in file)


def check(parts: Parts) -> Iterator[Finding]:
    """Each family once, at the first slide that names it; 0 where the theme does."""
    package = parts.package
    main = package.xml(package.main)
    known = {
        item.get("typeface", "").casefold() for item in main.iterfind(f"{P}embeddedFontLst/{P}embeddedFont/{P}font")
    }
    told: set[str] = {*common(), *known, ""}
    for number, name in _places(parts):
        data = package.read(name)
        if not any(_strange(family, told) for family in _named(_PERHAPS, data)):
            continue
        for family in _named(_LATIN, data):
            if _strange(family, told):
                told.add(family.casefold())
                yield found("font.missing", number, name, f"{family} is not embedded, and few computers have it")


def _named(pattern: re.Pattern[bytes], data: bytes) -> list[str]:
    """The families in a part, each once."""
    return [unescape(written.decode("utf-8", "replace")) for written in dict.fromkeys(pattern.findall(data))]


def _strange(family: str, told: set[str]) -> bool:
    return not family.startswith("+") and family.casefold() not in told


def _places(parts: Parts) -> Iterator[tuple[int, str]]:
    """The themes of the masters in use, then the slides."""
    package = parts.package
    masters = {package.first(package.first(slide, "slideLayout"), "slideMaster") for slide in parts.slides}
    for master in sorted(masters - {""}):
        theme = package.first(master, "theme")
        if theme:
            yield 0, theme
    yield from ((parts.number(slide), slide) for slide in parts.slides)
