"""The bytes of a deck in, the same with smaller pictures out, for mailboxes that take no large files."""

from __future__ import annotations

import io
import zipfile

from briefing.model.records import dataclass

WIDTHS = (1920, 1600, 1280, 960, 640)  # pixels, tried in this order
_FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"}
_LEAST = 20_000  # bytes: smaller pictures are not worth it
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Shrunk:
    """data: the deck. pictures: how many were made smaller; saved: bytes of the file."""

    data: bytes
    pictures: int
    saved: int


def shrink(deck: bytes, widest: int) -> Shrunk:
    """Every picture of the deck at most `widest` pixels wide or high, in its own format; small ones stay."""
    stream, count = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(deck)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            kind = _FORMATS.get(entry.filename.rpartition(".")[2].lower(), "")
            if kind and entry.filename.startswith("ppt/media/") and len(data) > _LEAST:
                smaller = _smaller(data, kind, widest)
                count += len(smaller) < len(data)
                data = smaller if len(smaller) < len(data) else data
            new.writestr(zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    made = stream.getvalue()
    return Shrunk(made, count, len(deck) - len(made)) if count else Shrunk(deck, 0, 0)


def _smaller(data: bytes, kind: str, widest: int) -> bytes:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if getattr(opened, "n_frames", 1) > 1:
                return data
            picture = ImageOps.exif_transpose(opened) if kind == "JPEG" else opened.copy()
        picture.thumbnail((widest, widest), Image.Resampling.LANCZOS)
        stream = io.BytesIO()
        options = {"quality": _QUALITY, "optimize": True} if kind == "JPEG" else {"optimize": True}
        picture.save(stream, kind, **options)
    except (OSError, ValueError, Image.DecompressionBombError):
        return data
    return stream.getvalue()
