"""A font file in, its advance widths out: units per em, and code point → advance."""

from __future__ import annotations

import struct
from typing import NamedTuple

from briefing.errors import InputError

_KNOWN = (b"\x00\x01\x00\x00", b"OTTO", b"true")


class Advances(NamedTuple):
    """units: per em. widths: code point → advance in those units."""

    units: int
    widths: dict[int, int]


def read_advances(data: bytes, where: str) -> Advances:
    """The advances of a TrueType or OpenType file. Raises InputError for anything else (collections, WOFF, damage)."""
    try:
        if data[:4] not in _KNOWN:
            raise InputError("not a TrueType or OpenType font file", where, "name a .ttf or .otf file")
        tables = _tables(data)
        units = int(struct.unpack_from(">H", data, tables[b"head"] + 18)[0])
        glyphs = _glyph_advances(data, tables)
        widths = {
            point: glyphs[min(glyph, len(glyphs) - 1)] for point, glyph in _glyph_of(data, tables[b"cmap"]).items()
        }
    except (struct.error, KeyError, IndexError) as error:
        raise InputError("a damaged font file", where, "name a font file that opens elsewhere") from error
    if not units or not widths:
        raise InputError("a font file without characters", where, "name a font for text")
    return Advances(units, widths)


def _tables(data: bytes) -> dict[bytes, int]:
    """Tag → offset of each table."""
    (count,) = struct.unpack_from(">H", data, 4)
    return {data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}


def _glyph_advances(data: bytes, tables: dict[bytes, int]) -> list[int]:
    """Advance of each glyph that has its own; later glyphs share the last one."""
    (count,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    pairs = struct.unpack_from(f">{2 * count}H", data, tables[b"hmtx"])
    return list(pairs[::2])


def _glyph_of(data: bytes, cmap: int) -> dict[int, int]:
    """Code point → glyph, from the Unicode subtables of the two formats in use (4 and 12)."""
    found: dict[int, int] = {}
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for entry in range(cmap + 4, cmap + 4 + 8 * count, 8):
        platform, encoding, offset = struct.unpack_from(">HHI", data, entry)
        if (platform, encoding) not in {(0, 3), (0, 4), (3, 1), (3, 10)}:
            continue
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if form == 4:
            _read_format_4(data, cmap + offset, found)
        elif form == 12:
            _read_format_12(data, cmap + offset, found)
    return found


def _read_format_4(data: bytes, at: int, found: dict[int, int]) -> None:
    (double,) = struct.unpack_from(">H", data, at + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + double)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 2 * double)
    ranges_at = at + 16 + 3 * double
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    for index in range(count):
        for point in range(starts[index], ends[index] + 1):
            glyph = point
            if ranges[index]:
                place = ranges_at + 2 * index + ranges[index] + 2 * (point - starts[index])
                (glyph,) = struct.unpack_from(">H", data, place)
                if not glyph:
                    continue
            glyph = (glyph + deltas[index]) & 0xFFFF
            if glyph and point != 0xFFFF:
                found.setdefault(point, glyph)


def _read_format_12(data: bytes, at: int, found: dict[int, int]) -> None:
    (groups,) = struct.unpack_from(">I", data, at + 12)
    for entry in range(at + 16, at + 16 + 12 * min(groups, 20_000), 12):
        start, end, glyph = struct.unpack_from(">III", data, entry)
        for point in range(start, min(end, start + 0xFFFF) + 1):
            found.setdefault(point, glyph + point - start)
