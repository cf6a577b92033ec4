"""The bytes of a list of recipients in (CSV, as Excel and others write it), its lines out; a bad line says why."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from briefing.errors import InputError
from briefing.model.mail import Address, Recipient, one_line, read_address, visible

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "recipient", "display name"),
    "address": ("address", "e-mail", "email", "mail", "e-mail address", "email address", "mail address"),
    "audience": ("audience", "deck", "role"),
}
_SAVE = 'save it as "CSV UTF-8"'
_MOST = 100_000


def read_recipients(data: bytes, path: str) -> tuple[Recipient, ...]:
    """Every line with an address, in order. Raises InputError for what is no such list at all."""
    text = _text(data, path)
    lines = text.splitlines(keepends=True)
    skipped = 1 if lines and lines[0].lower().startswith("sep=") else 0
    lines = lines[skipped:]
    if not lines:
        raise InputError("the list is empty", path, "its first line names the columns: name, address, audience")
    between = max(",;\t", key=lambda sign: (lines[0].count(sign), -",;\t".index(sign)))
    try:
        rows = list(csv.reader(io.StringIO("".join(lines)), delimiter=between, strict=True))
    except csv.Error as error:
        raise InputError(f"this is no valid CSV: {error}", path, "close the quotation marks") from None
    columns = _columns(rows[0], path)
    found = [
        _recipient(row, columns, number) for number, row in enumerate(rows[1 : _MOST + 1], 2 + skipped) if any(row)
    ]
    if not found:
        raise InputError("the list names nobody", path, "write one recipient a line under name, address, audience")
    return tuple(found)


def _text(data: bytes, path: str) -> str:
    """UTF-8 with or without its mark, or UTF-16 with it ("Unicode text")."""
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("the list is not UTF-8 text", path, _SAVE) from None
    if "\0" in text:
        raise InputError("the list is no text file", path, _SAVE)
    return text


def _columns(header: Sequence[str], path: str) -> dict[str, int]:
    titles = [title.strip().lower() for title in header]
    found = {
        column: next((titles.index(name) for name in names if name in titles), -1) for column, names in _COLUMNS.items()
    }
    if found["address"] < 0:
        remedy = "the first line names the columns: name, address, audience"
        raise InputError("the list has no column of addresses", f"{path}, line 1", remedy)
    return found


def _recipient(row: Sequence[str], columns: Mapping[str, int], line: int) -> Recipient:
    """A line; one that cannot be used keeps what it says, with the reason."""
    name, address, audience = (
        row[columns[key]].strip() if 0 <= columns[key] < len(row) else "" for key in ("name", "address", "audience")
    )
    where = f"line {line}"
    try:
        read = read_address(address, where)
        who = Address(visible(one_line(name, where)) or read.name, read.address)
        return Recipient(line, who, one_line(audience, where).lower())
    except InputError as error:
        shown = " ".join(address.split())[:60]
        return Recipient(line, Address("", shown), "", error.what if address else "there is no address")
