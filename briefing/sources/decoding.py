"""Bytes of a text file → its stored text, or an InputError that says why it is no text."""

from __future__ import annotations

import codecs
import re

from briefing.errors import InputError

LIMIT = 50 * 2**20  # bytes a source may have

# What a file begins with that is no text, whatever its suffix says.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"{\\rtf", "a rich-text document"),
)
_LOW = bytes(byte for byte in range(0x20) if byte not in (9, 10, 12, 13))
_REMEDY = "save it as plain text in UTF-8, or give it the suffix of what it is"
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Control characters that text does not hold; line ends, tabs, page feeds and escapes it may.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")


def decode(path: str, data: bytes, declared: str = "") -> str:
    """The stored text: UTF-8, else UTF-16 where a byte order mark says so, else Windows-1252 or Latin-1.

    declared: the encoding that the file itself names, tried behind UTF-8.

    A byte order mark stays in the text as its first character (U+FEFF), as `open(path, encoding="utf-8", newline="")`
    gives it: offsets are then true for anybody who reads the file that way. No passage contains it. Line ends are kept.
    Raises InputError for what is no text.
    """
    refuse_large(path, data)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"this is {what}, not text", path, _REMEDY)
    text = _decoded(path, data, declared)
    if "\x00" in text or _control_share(text) > 0.02:
        raise InputError("this is a binary file, not text", path, _REMEDY)
    return text


def refuse_large(path: str, data: bytes) -> None:
    """Raises InputError above LIMIT: nobody's article is that long, and everything later is kept in memory."""
    if len(data) > LIMIT:
        size, most = len(data) // 2**20, LIMIT // 2**20
        raise InputError(f"the file is too large: {size} MB, at most {most} MB", path, "split it or leave it out")


def _decoded(path: str, data: bytes, declared: str) -> str:
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError("the UTF-16 text is damaged", f"{path}, byte {error.start}", _REMEDY) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _as_declared(data, declared) or _single_byte(path, data, error.start)


def _as_declared(data: bytes, declared: str) -> str:
    try:
        return data.decode(declared) if declared else ""
    except (LookupError, UnicodeDecodeError):
        return ""


def _single_byte(path: str, data: bytes, place: int) -> str:
    """Text in a Western single-byte encoding; Windows-1252 first, since its extra signs are the quotation marks."""
    if b"\x00" in data or not _plausible(data):
        raise InputError("this is not readable text", f"{path}, byte {place}", _REMEDY)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _plausible(data: bytes) -> bool:
    """Western text is mostly ASCII letters and spaces."""
    sample = data[:100_000]
    high = len(sample.translate(None, bytes(range(0x80))))
    low = len(sample) - len(sample.translate(None, _LOW))
    return high <= 0.30 * len(sample) and low <= 0.01 * len(sample)


def _control_share(text: str) -> float:
    sample = text[:100_000]
    return len(_CONTROL.findall(sample)) / len(sample) if sample else 0.0
