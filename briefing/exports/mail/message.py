"""A Letter in, the bytes of its message out (RFC 5322, MIME): text beside HTML with its picture, then the attachments.

The same Letter gives the same bytes: boundaries and Message-ID follow from its key.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
from collections.abc import Sequence
from email.utils import format_datetime

from briefing.exports.mail.headers import address_header, content, header
from briefing.model.mail import Address, Letter

LINE = b"\r\n"


def write(letter: Letter) -> bytes:
    """The whole message, with CRLF line ends, in ASCII but for addresses whose local part is not (RFC 6532).

    A draft bears `X-Unsent: 1` and its Bcc; what is sent bears neither.
    """
    body = _multipart(
        letter, "mixed", [_readable(letter), *(_attached(letter, n) for n in range(len(letter.attachments)))]
    )
    return "\r\n".join(_headers(letter)).encode() + LINE + body


def message_id(letter: Letter) -> str:
    """The same for the same key, so that a message sent twice is known as one."""
    domain = letter.sender.domain if letter.sender else "briefing.invalid"
    return f"<{_digest(letter.key)}@{domain}>"


def encoded_size(raw: int) -> int:
    """Bytes that so many bytes take in base64, in lines of 76 characters."""
    coded = (raw + 2) // 3 * 4
    return coded + 2 * ((coded + 75) // 76)


def _headers(letter: Letter) -> list[str]:
    found = ["X-Unsent: 1"] if letter.unsent else []
    people: list[tuple[str, Sequence[Address]]] = [
        ("From", (letter.sender,) if letter.sender else ()),
        ("To", letter.to),
        ("Cc", letter.cc),
        ("Bcc", letter.bcc if letter.unsent else ()),
    ]
    found += [address_header(name, addresses) for name, addresses in people if addresses]
    if not letter.unsent and not letter.to and not letter.cc:
        found.append("To: undisclosed-recipients:;")
    when = datetime.datetime.fromisoformat(letter.created.replace("Z", "+00:00"))
    found += [
        header("Subject", letter.subject),
        f"Date: {format_datetime(when)}",
        f"Message-ID: {message_id(letter)}",
        "MIME-Version: 1.0",
    ]
    return found


def _readable(letter: Letter) -> bytes:
    """The text, and the HTML with its picture: a client shows the last it can."""
    html = _text_part(letter.html, "html")
    if letter.picture:
        picture = content("image/png", "inline", "figure.png").encode()
        identity = LINE + f"Content-ID: <{letter.picture_id}>".encode()
        html = _multipart(letter, "related", [html, _base64(picture + identity, letter.picture)])
    return _multipart(letter, "alternative", [_text_part(letter.text, "plain"), html])


def _attached(letter: Letter, number: int) -> bytes:
    part = letter.attachments[number]
    return _base64(content(part.kind, "attachment", part.name).encode(), part.data)


def _text_part(text: str, kind: str) -> bytes:
    """Text as UTF-8 in quoted-printable."""
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    lines = text.rstrip("\n").encode().replace(b"\r\n", b"\n").replace(b"\n", LINE)
    return head.encode() + binascii.b2a_qp(lines + LINE, istext=True)


def _base64(head: bytes, data: bytes) -> bytes:
    coded = base64.encodebytes(data).replace(b"\n", LINE)
    return head + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + coded


def _multipart(letter: Letter, kind: str, parts: Sequence[bytes]) -> bytes:
    """Parts between boundaries. "=_" stands in no quoted-printable and "_" in no base64, so none is met inside."""
    boundary = f"=_{kind}_{_digest(letter.key)}"
    extra = '; type="text/html"' if kind == "related" else ""
    head = f'Content-Type: multipart/{kind}{extra};\r\n boundary="{boundary}"\r\n\r\n'.encode()
    line = b"--" + boundary.encode()
    return head + b"".join(line + LINE + part + LINE for part in parts) + line + b"--" + LINE


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
