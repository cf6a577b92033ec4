"""Text and addresses in, whether and where they name a place on somebody's machine out."""

from __future__ import annotations

import re
from urllib.parse import unquote

# A drive, a network share, a home folder, a file address.
_PATH = re.compile(
    r"(?:file:[\\/]{1,5}|[A-Za-z]:[\\/](?![\\/])|\\\\[^\s\\/]+[\\/]|(?<![\w:/.])/(?:Users|home|Volumes|private|mnt|media)/)"
    r"[^\"<>|?*\r\n]*",
    re.IGNORECASE,
)


def is_local(target: str) -> bool:
    """Does an address lead to a disk rather than to the web?"""
    return bool(_PATH.match(unquote(target).strip()))


def last_part(text: str) -> str:
    """The file's name at the end of a path, without folders; at most 80 characters."""
    match = _PATH.search(unquote(text))
    path = match[0] if match else text
    return re.split(r"[\\/]", path.rstrip("\\/ "))[-1][:80] or "a folder"


def without_paths(text: str) -> str:
    """The text with each path cut down to the file's name."""
    if "/" not in text and "\\" not in text:
        return text
    return _PATH.sub(lambda match: last_part(match[0]), text)
