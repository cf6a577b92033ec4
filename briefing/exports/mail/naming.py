"""A title in, a clean file name out: its own script, no signs that a file system or a mail client stumbles over."""

from __future__ import annotations

import re
import unicodedata

from briefing.model.mail import visible

_FORBIDDEN = re.compile(r'[\\/:*?"<>|%#&{}$!\'`@+=~^;,\[\]]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_MOST = 100  # characters; some file systems allow 255 bytes, and one takes up to four


def clean_name(title: str, suffix: str) -> str:
    """ "Acme: CTO briefing", "pptx" → "Acme - CTO briefing.pptx"."""
    text = "".join(
        " " if unicodedata.category(sign)[0] in "CZ" else sign for sign in visible(title).replace(": ", " - ")
    )
    text = " ".join(_FORBIDDEN.sub(" ", text).split()).strip(" .-")
    text = text[:_MOST].rstrip(" .-")
    if not text or _RESERVED.match(text):
        text = f"briefing {text}".strip()
    return f"{text}.{suffix}"
