"""The pictures, films and embedded files of a deck in, those that are not what their names say out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.package.parts import Parts
from briefing.checks.subject import found
from briefing.model.finding import Finding

_BEGINS = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF8",),
    "bmp": (b"BM",),
    "emf": (b"\x01\x00\x00\x00",),
    "xlsx": (b"PK\x03\x04",),
}


def check(parts: Parts) -> Iterator[Finding]:
    """By the first bytes of each."""
    for name in parts.package.names():
        if not name.startswith(("ppt/media/", "ppt/embeddings/")) or name.endswith("/"):
            continue
        head, ending = parts.package.head(name, 16), name.rpartition(".")[2].lower()
        if not head:
            yield found("package.media", parts.number(name), name, "the file is empty")
        elif ending in _BEGINS and not head.startswith(_BEGINS[ending]):
            yield found("package.media", parts.number(name), name, f"the file is no {ending}")
