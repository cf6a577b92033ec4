"""Places about to be written to in, what lies there out: decks that somebody edited, what a deck was built with."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from briefing import files

_DAY = (1980, 1, 1, 0, 0, 0)  # of every part of a deck that was written here
_TIMES = re.compile(rb"<dcterms:(?:created|modified)\b[^>]*>([^<]*)<")
_LETTER = re.compile(rb'\AX-Unsent: 1\r\n(?s:.*?)\r\nMessage-ID: <(\w{32})@(?s:.*?)boundary="=_mixed_(\w{32})"')


def edited(paths: Iterable[Path]) -> dict[Path, tuple[Path, bytes]]:
    """Where to keep it → (where it lies, what it holds), of each older file that is not as it was written here."""
    found: dict[Path, tuple[Path, bytes]] = {}
    for path in paths:
        as_written = _AS_WRITTEN.get(path.suffix)
        if as_written is not None and path.is_file():
            data = files.read_bytes(path)
            if data and not as_written(data):
                found[_free(path)] = (path, data)
    return found


def slides_asked(path: Path) -> tuple[str, ...]:
    """The kinds of slides that a deck of ours was built with; () for what is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(files.read_bytes(path))) as package:
            found = _ASKED.search(package.read("customXml/item1.xml"))
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, ValueError):
        return ()
    return tuple(found[1].decode().split(",")) if found else ()


_ASKED = re.compile(rb'<with name="slides" value="([^"]*)"/>')


def _deck(data: bytes) -> bool:
    """Programs that save a deck change its times: those of its parts, or the day that it says it was changed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if any(part.date_time != _DAY for part in package.infolist()):
                return False
            times = _TIMES.findall(package.read("docProps/core.xml"))
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, ValueError):
        return False
    return len(times) == 2 and times[0] == times[1]


def _draft(data: bytes) -> bool:
    """Mail programs that save a message write its head anew."""
    head = _LETTER.match(data[:20_000])
    return head is not None and head[1] == head[2]


_AS_WRITTEN: Mapping[str, Callable[[bytes], bool]] = MappingProxyType({".pptx": _deck, ".eml": _draft})


def _free(path: Path) -> Path:
    """A name beside it that nothing has."""
    number, place = 1, path.with_suffix(f".edited{path.suffix}")
    while place.exists():
        number += 1
        place = path.with_suffix(f".edited-{number}{path.suffix}")
    return place
