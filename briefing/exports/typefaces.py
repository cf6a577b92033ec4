"""A family, weight and slant in, the font file that shows it here out: the theme's own, the family's or a twin's."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from unicodedata import category

from briefing.model.theme import Theme

# Families of the same widths, then of a like look. Names as in file names: lower case letters and digits only.
_TWINS = {
    "arial": ("arial", "liberationsans", "arimo", "helvetica", "nimbussans"),
    "helvetica": ("helvetica", "arial", "liberationsans", "arimo", "nimbussans"),
    "calibri": ("calibri", "carlito"),
    "timesnewroman": ("timesnewroman", "times", "liberationserif", "tinos", "nimbusroman"),
    "couriernew": ("couriernew", "cour", "liberationmono", "cousine"),
    "cambria": ("cambria", "caladea"),
    "georgia": ("georgia", "gelasio", "liberationserif", "dejavuserif"),
    "verdana": ("verdana", "dejavusans"),
}
_LAST = ("liberationsans", "arial", "dejavusans", "carlito", "helvetica", "notosans")
# For characters that the chosen face lacks, in the order of asking.
_WIDE = (
    "dejavusans", "arialunicode", "arialunicodems", "segoeui", "segoeuisymbol", "seguisym", "notosans",
    "notosanscjkregular", "notosanscjk", "notosanscjkjpregular", "sourcehansans", "wqyzenhei", "wqymicrohei",
    "droidsansfallback", "droidsansfallbackfull", "msyh", "msgothic", "yugothm", "pingfang", "hiraginosansgb",
    "notosansarabic", "notosansarabicregular", "notosanshebrew", "notosanshebrewregular", "notosansdevanagari",
    "notosansthai", "geezapro",
)  # fmt: skip
_STYLES = {
    (False, False): ("", "regular", "book", "roman", "r", "normal"),
    (True, False): ("bold", "bd", "b", "semibold"),
    (False, True): ("italic", "i", "it", "oblique", "bookoblique"),
    (True, True): ("bolditalic", "bi", "z", "boldoblique", "bdi"),
}
_SUFFIXES = (".ttf", ".otf", ".ttc")


def font_file(family: str, bold: bool, italic: bool, theme: Theme | None = None) -> str:
    """The path of the best file, "" where this machine has no fonts at all. theme: whose own files come first."""
    own = _own_file(family, bold, theme) if theme and not italic else ""
    return own or _installed(_key(family), bold, italic) or (_own_file(family, bold, theme) if theme else "")


def wide_files() -> tuple[str, ...]:
    """Files of faces with many scripts, for characters that others lack."""
    known = _known_files()
    return tuple(dict.fromkeys(known[name] for name in _WIDE if name in known))


def settable(text: str) -> str:
    """A line of text without what no face can set: control characters become spaces, lone halves nothing."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text if _kept(letter))


def _kept(letter: str) -> bool:
    return letter != "\u00ad" and category(letter) != "Cs"


def stretches(text: str, path: str, covers: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    """(stretch of the text, path of the file to set it in): one stretch as a rule.

    covers: does the file at a path have a character? Asked only for what lies beyond Latin.
    """
    start, current = 0, path
    for index, character in enumerate(text):
        wanted = path
        if character > "\u024f" and not covers(path, character):
            wanted = next((other for other in wide_files() if covers(other, character)), path)
        if wanted != current:
            if index > start:
                yield text[start:index], current
            start, current = index, wanted
    if start < len(text):
        yield text[start:], current


def _own_file(family: str, bold: bool, theme: Theme) -> str:
    """A theme's font files are its minor family's."""
    files = theme.font_files if family == theme.minor else {}
    return (files.get("bold") if bold else "") or files.get("regular") or files.get("bold") or ""


@lru_cache(maxsize=64)
def _installed(family: str, bold: bool, italic: bool) -> str:
    """The first file of the family or its twins; rather the right family upright than another one in italics."""
    known = _known_files()
    for name in (*_TWINS.get(family, (family,)), *_LAST):
        for wanted in ((bold, italic), (bold, False), (False, False)):
            for style in _STYLES[wanted]:
                if name + style in known:
                    return known[name + style]
    return ""


@lru_cache(maxsize=1)
def _known_files() -> dict[str, str]:
    """Name of a font file, reduced to letters and digits → its path; the first folder wins."""
    found: dict[str, str] = {}
    for folder in _folders():
        for path in sorted(_files_in(folder)):
            found.setdefault(_key(Path(path).stem), path)
    return found


def _files_in(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        for name in names:
            if name.lower().endswith(_SUFFIXES):
                yield os.path.join(place, name)


def _folders() -> tuple[Path, ...]:
    """Where fonts usually lie, the user's own first."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home))
        return local / "Microsoft/Windows/Fonts", Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
    if sys.platform == "darwin":
        return home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
