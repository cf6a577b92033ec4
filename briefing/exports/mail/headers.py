"""Names, subjects and file names in any script in, header lines of RFC 5322 out: RFC 2047 words, RFC 2231 parameters.

Written out here because the standard library folds differently from one Python to the next, and the same input must
give the same bytes. What is no printable text never gets here (`briefing.model.mail.one_line`), and is refused again.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from briefing.errors import InputError
from briefing.model.mail import Address, one_line

_WIDTH = 76  # characters of a line; 998 is the limit that servers enforce
_WORD = 75  # of an encoded word
_FRAME = len("=?utf-8?b??=")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")
_TOKEN = re.compile(r"[A-Za-z0-9 ._+-]*")
_LONG = 60


def header(name: str, value: str) -> str:
    """A header of free text, folded; in RFC 2047 words where it is more than plain ASCII."""
    value = one_line(value, name)
    if not _plain(value):
        return f"{name}: " + "\r\n ".join(_encoded(value, len(name) + 2))
    return _folded(name, value.split(" "), " ")


def address_header(name: str, addresses: Sequence[Address]) -> str:
    """From, To, Cc, Bcc: one address a line."""
    return f"{name}: " + ",\r\n ".join(_address(one) for one in addresses)


def content(kind: str, disposition: str, filename: str) -> str:
    """Content-Type and Content-Disposition of a part with a file name in any script."""
    filename = one_line(filename, "file name")
    lines = [f"Content-Type: {kind}", f"Content-Disposition: {disposition}"]
    return "\r\n".join(
        ";\r\n ".join((line, *_parameter(key, filename))) for line, key in zip(lines, ("name", "filename"), strict=True)
    )


def _plain(value: str) -> bool:
    words = value.split(" ")
    return value.isascii() and "=?" not in value and "" not in words and max(map(len, words)) <= _WORD


def _folded(name: str, words: Sequence[str], between: str) -> str:
    lines, line = [], f"{name}:"
    for index, word in enumerate(words):
        if index and len(line) + len(between) + len(word) > _WIDTH:
            lines.append(line)
            line = ""
        line += between + word
    return "\r\n".join([*lines, line])


def _encoded(value: str, taken: int = 0) -> Iterator[str]:
    """RFC 2047 words of at most 75 characters, none of which cuts a character. taken: of the first line."""
    left = (min(_WORD, _WIDTH - taken) - _FRAME) // 4 * 3
    piece = b""
    for character in value:
        data = character.encode()
        if len(piece) + len(data) > left and piece:
            yield _word(piece)
            piece, left = b"", (_WORD - _FRAME) // 4 * 3
        piece += data
    yield _word(piece)


def _word(data: bytes) -> str:
    return f"=?utf-8?b?{base64.b64encode(data).decode('ascii')}?="


def _address(who: Address) -> str:
    """The name as an atom, a quoted string or encoded words; the address is bare without a name."""
    name, address = one_line(who.name, "name"), one_line(who.address, "address")
    if "<" in address or ">" in address or "," in address:
        raise InputError("this is no e-mail address", address[:60], "write it as name@company.example")
    if not name:
        return address
    if not _plain(name) or len(name) > _LONG:
        return "\r\n ".join([*_encoded(name, 6), f"<{address}>"])
    quoted = name if _ATOMS.fullmatch(name) else '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    return f"{quoted} <{address}>" if len(quoted) + len(address) < _WIDTH - 8 else f"{quoted}\r\n <{address}>"


def _parameter(name: str, value: str) -> list[str]:
    """RFC 2231: plain where it can be, else percent-encoded UTF-8, in numbered pieces where it is long."""
    if _TOKEN.fullmatch(value) and len(value) <= _LONG:
        return [f'{name}="{value}"']
    pieces = [""]
    for character in value:
        code = quote(character, safe="")
        if len(pieces[-1]) + len(code) > _LONG:
            pieces.append("")
        pieces[-1] += code
    if len(pieces) == 1:
        return [f"{name}*=utf-8''{pieces[0]}"]
    first = f"utf-8''{pieces[0]}"
    return [f"{name}*{index}*={piece}" for index, piece in enumerate([first, *pieces[1:]])]
