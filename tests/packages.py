"""A package (.pptx, .xlsx) in, its parts by name out, and back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    """Part name → bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()
