"""Bytes of an e-mail (.eml) → Document: its text, with subject, sender and date as metadata."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from email.message import EmailMessage

from briefing.errors import InputError
from briefing.sources.composing import Composer
from briefing.sources.decoding import decode, refuse_large
from briefing.sources.document import Document

_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|enc)\s*:\s*)+", re.IGNORECASE)
_HEADER = re.compile(
    r"(?:From|To|Cc|Sent|Date|Subject|Reply-To|Von|An|Gesendet|Betreff|De|\u00c0|Objet|Para|Asunto|Assunto)\s?: "
)
_REMEDY = "save the message again, or save its text as .txt"
_ENOUGH = 200  # code points of plain text below which the page beside it is read instead


def convert(path: str, data: bytes) -> Document:
    """The plain part of the message, or its page where that says more. Attachments are not read.

    Raises InputError for what is no message, MissingExtra for a page without trafilatura.
    """
    refuse_large(path, data)
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        headers = {name: " ".join(str(message[name] or "").split()) for name in ("subject", "from", "date")}
        plain, page = _part(path, message, "plain"), _part(path, message, "html")
    except InputError:
        raise
    except Exception as error:  # malformed headers and parts raise many kinds; the remedy is one
        raise InputError(f"the message is damaged: {type(error).__name__}", path, _REMEDY) from None
    if not any(headers.values()) and not plain and not page:
        raise InputError("this is no e-mail message", path, _REMEDY)
    metadata = _metadata(headers)
    if page and len(plain.strip()) < _ENOUGH:
        from briefing.sources.html import convert_markup

        found = convert_markup(path, page)
        return Document(found.text, 0, {**found.metadata, **metadata}, found.kinds, hints=found.hints)
    return _written(metadata.get("title", ""), plain, metadata)


def _part(path: str, message: EmailMessage, subtype: str) -> str:
    """The text of the first part of a kind, "" if there is none."""
    part = message.get_body(preferencelist=(subtype,))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    return decode(path, payload, part.get_content_charset() or "") if isinstance(payload, bytes) and payload else ""


def _metadata(headers: dict[str, str]) -> dict[str, str]:
    """Subject → title, sender's name → publisher, date → published."""
    found = {"title": _PREFIX.sub("", headers["subject"]).strip()}
    name, address = email.utils.parseaddr(headers["from"])
    found["publisher"] = name or address.rpartition("@")[2]
    try:
        found["published"] = email.utils.parsedate_to_datetime(headers["date"]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        found["published"] = ""
    return {name: value for name, value in found.items() if value}


def _written(title: str, plain: str, metadata: dict[str, str]) -> Document:
    """The subject as headline, then the text: marks of quotation gone, headers of forwarded messages as bylines."""
    composer = Composer()
    composer.paragraph(title, "title")
    top = composer.document({})
    parts, kinds, length = [top.text, "\n" if top.text else ""], dict(top.kinds), len(top.text) + bool(top.text)
    for line in plain.splitlines():
        words = re.sub(r"^(?:>[ \t]?)+", "", line).rstrip()
        if words == "--":
            break
        if _HEADER.match(words):
            kinds[length] = "byline"
        parts.append(words + "\n")
        length += len(words) + 1
    return Document("".join(parts), 0, metadata, kinds)
