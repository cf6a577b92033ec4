"""A JPEG's bytes in, the same picture without what the camera and its owner wrote into it out, with what went.

Only the records beside the picture go; no pixel is touched. Which way up it is to be shown is kept.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

_SOI, _APP1, _APP13, _SOS = b"\xff\xd8", 0xE1, 0xED, 0xDA
_EXIF = b"Exif\0\0"
_XMP = b"http://ns.adobe.com/"
_ORIENTATION, _GPS = 0x0112, 0x8825
# Tags that name a person, a machine or a place → what they are called.
_TELLING = {
    _GPS: "place",
    0x013B: "artist",
    0x8298: "copyright",
    0x010F: "camera",
    0x0110: "camera",
    0x013C: "computer",
    0x9C9D: "author",
    0xA430: "owner",
    0xA431: "serial number",
}
_PEOPLE = (b"dc:creator", b"photoshop:AuthorsPosition", b"xmpMM:", b"exif:GPS")


def scrub_jpeg(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """A picture as it lies in the deck; untouched where nothing is to be taken out or it cannot be read."""
    if not data.startswith(_SOI):
        return data, ()
    try:
        segments = list(_segments(data))
    except (struct.error, IndexError):
        return data, ()
    told: dict[str, None] = {}
    orientation = 1
    for marker, start, end in segments:
        body = data[start + 4 : end]
        if marker == _APP1 and body.startswith(_EXIF):
            found, orientation = _exif(data)
            told.update(dict.fromkeys(found))
        elif marker == _APP1 and body.startswith(_XMP) and any(word in body for word in _PEOPLE):
            told["author"] = None
        elif marker == _APP13 and b"8BIM" in body:
            told["caption and credits"] = None
    if not told:
        return data, ()
    kept = [data[start:end] for marker, start, end in segments if marker not in (_APP1, _APP13)]
    return b"".join([_SOI, _turned(orientation), *kept]), tuple(told)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of each segment behind the first two bytes; the last is the picture itself."""
    at = 2
    while data[at] == 0xFF and data[at + 1] != _SOS:
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield data[at + 1], at, at + 2 + length
        at += 2 + length
    yield _SOS, at, len(data)


def _exif(data: bytes) -> tuple[list[str], int]:
    """What its tags tell, and how it is turned (1: not at all)."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            tags = picture.getexif()
            inner = {**tags, **tags.get_ifd(0x8769)}
    except (OSError, ValueError, SyntaxError, KeyError, Image.DecompressionBombError):
        return ["data of the camera"], 1
    turned = tags.get(_ORIENTATION, 1)
    return [name for tag, name in _TELLING.items() if inner.get(tag)], turned if turned in range(1, 9) else 1


def _turned(orientation: int) -> bytes:
    """A record that says only how the picture is turned; none where it is not."""
    if orientation == 1:
        return b""
    tiff = b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, _ORIENTATION, 3, 1, orientation, 0, 0)
    return struct.pack(">BBH", 0xFF, _APP1, 2 + len(_EXIF) + len(tiff)) + _EXIF + tiff
