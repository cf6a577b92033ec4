"""The first bytes of a picture in, its width and height in pixels out: PNG, JPEG, GIF and BMP, nothing unpacked."""

from __future__ import annotations

import struct

_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def pixels(data: bytes) -> tuple[int, int]:
    """(0, 0) for anything whose size its header does not say."""
    try:
        if data[:8] == b"\x89PNG\r\n\x1a\n":
            width, height = struct.unpack(">II", data[16:24])
        elif data[:4] == b"GIF8":
            width, height = struct.unpack("<HH", data[6:10])
        elif data[:2] == b"BM":
            width, height = struct.unpack("<ii", data[18:26])
        elif data[:3] == b"\xff\xd8\xff":
            width, height = _jpeg(data)
        else:
            return 0, 0
    except struct.error:
        return 0, 0
    return abs(width), abs(height)


def _jpeg(data: bytes) -> tuple[int, int]:
    """Of the first frame header among the segments; turned where the camera says so is not looked at."""
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker in _START_OF_FRAME:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", data[place + 2 : place + 4])
        place += 2 + max(length, 2)
    return 0, 0
