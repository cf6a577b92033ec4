"""The bytes of a workbook inside a deck in, the same without maker and paths out, with what went."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

_PARTS = {
    "docProps/core.xml": (("creator", "author"), ("lastModifiedBy", "last modified by"), ("description", "comments")),
    "docProps/app.xml": (("Company", "company"), ("Manager", "manager"), ("HyperlinkBase", "base of links")),
}
_ABSOLUTE = re.compile(rb"<(?:\w+:)?absPath\b[^>]*?/>")
_MOST = 64_000_000  # bytes, unpacked


def scrub_book(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """An Office document as it is embedded; untouched where nothing is to be taken out or it cannot be opened."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if sum(entry.file_size for entry in archive.infolist()) > _MOST:
            return data, ()
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError):
        return data, ()
    removed: list[str] = []
    for name, properties in _PARTS.items():
        for tag, label in properties:
            parts[name], value = _emptied(parts[name], tag) if name in parts else (b"", "")
            if value:
                removed.append(f"{label}: {value}")
    if b"absPath" in parts.get("xl/workbook.xml", b""):
        parts["xl/workbook.xml"], count = _ABSOLUTE.subn(b"", parts["xl/workbook.xml"])
        removed += ["path on a machine"] if count else []
    if not removed:
        return data, ()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in archive.namelist():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name], zipfile.ZIP_DEFLATED)
    return stream.getvalue(), tuple(removed)


def _emptied(part: bytes, tag: str) -> tuple[bytes, str]:
    """A part of properties with one of them emptied, and what stood there."""
    match = re.search(rb"(<(?:\w+:)?%s\b[^>/]*>)([^<]+)(</)" % tag.encode(), part)
    if not match or not match[2].strip():
        return part, ""
    value = " ".join(match[2].decode("utf-8", "replace").split())[:80]
    return part[: match.start(2)] + part[match.end(2) :], value
