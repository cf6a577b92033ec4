"""Named parts in, the bytes of a zip archive out, which depend on nothing else: one date, one system on every entry.

Packing takes a third of what writing a deck does, and needs no interpreter: the largest part is packed by a thread
while the others are made.
"""

from __future__ import annotations

import struct
import zlib
from threading import Thread

from pptx.opc.packuri import PackURI

_DATE = (1 << 5) | 1  # 1980-01-01, at midnight
_VERSION, _DEFLATED, _UNIX, _UTF8 = 20, 8, 3, 0x800
_MODE = 0o600 << 16
# After their signatures: an entry's header, its line in the directory, the end of the archive.
_HEADER = struct.Struct("<4s5H3L2H")
_LINE = struct.Struct("<4s2B5H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def deflated(blob: bytes) -> bytes:
    """As the standard library packs it."""
    return zlib.compress(blob, zlib.Z_DEFAULT_COMPRESSION, -zlib.MAX_WBITS)


class Ahead:
    """A part that is packed while others are made."""

    def __init__(self, blob: bytes) -> None:
        self.blob = blob
        self._deflated = b""
        self._thread: Thread | None = Thread(target=self._pack, daemon=True)
        try:
            self._thread.start()
        except RuntimeError:  # no more threads may be started
            self._thread = None

    def _pack(self) -> None:
        self._deflated = deflated(self.blob)  # one call, which holds up nobody until it returns

    def deflated(self) -> bytes:
        """Waits for it; packs it here where the thread could not."""
        if self._thread is not None:
            self._thread.join()
        return self._deflated or deflated(self.blob)


class Archive:
    """A zip archive in the making, in the order in which parts are put in. ahead: what is packed already."""

    def __init__(self, ahead: Ahead | None = None) -> None:
        self._ahead = ahead
        self._pieces: list[bytes] = []
        self._directory: list[bytes] = []
        self._size = 0

    def write(self, uri: PackURI, blob: bytes) -> None:
        """Put a part in."""
        data = self._ahead.deflated() if self._ahead and blob is self._ahead.blob else deflated(blob)
        name = uri.membername.encode()
        flags = 0 if name.isascii() else _UTF8
        told = (flags, _DEFLATED, 0, _DATE, zlib.crc32(blob), len(data), len(blob), len(name), 0)
        head = _HEADER.pack(b"PK\x03\x04", _VERSION, *told) + name
        line = _LINE.pack(b"PK\x01\x02", _VERSION, _UNIX, _VERSION, *told, 0, 0, 0, _MODE, self._size)
        self._directory.append(line + name)
        self._pieces += (head, data)
        self._size += len(head) + len(data)

    def bytes(self) -> bytes:
        """The whole archive."""
        count, listed = len(self._directory), b"".join(self._directory)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), self._size, 0)
        return b"".join([*self._pieces, listed, end])
