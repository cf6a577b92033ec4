"""Plain text with the tags of a web page in it goes in, its words come out: without tags, scripts and what is hidden.

For files that were saved as text but hold markup; whole pages have `sources/html.py`. One pass, without a parser.
"""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:\s[^<>]*)?/?)>")
_CLOSES = re.compile(r"</(?:p|h[1-6]|div|li|td|body|article|section|strong|span|a)>", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|\shidden(?:\s|=|$)|aria-hidden\s*=\s*\W?true", re.IGNORECASE
)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "svg"})
_BLOCKS = frozenset("p div li ul ol tr table br hr section article blockquote footer header h1 h2 h3 h4 h5 h6".split())
_FEW = 3  # closing tags that an ordinary text may quote


def is_marked(text: str) -> bool:
    """Does the text hold the tags of a page?"""
    return "</" in text and sum(1 for _ in _CLOSES.finditer(text, 0, 200_000)) >= _FEW


def without_tags(text: str) -> str:
    """The words that a reader of the page would see; a block ends its line."""
    parts: list[str] = []
    endless: set[str] = set()  # what was opened and is never closed, so that nothing is looked for twice
    position = 0
    while (at := text.find("<", position)) >= 0:
        parts.append(text[position:at])
        position = _past_comment(text, at, endless)
        tag = _TAG.match(text, at) if position == at else None
        if tag is not None:
            name = tag["name"].lower()
            unseen = name in _UNSEEN or (tag["rest"] and _HIDDEN.search(tag["rest"]))
            position = _past_element(text, tag.end(), name, endless) if unseen and not tag["close"] else tag.end()
            parts.append("\n" if name in _BLOCKS and text[position : position + 1] != "\n" else "")
        elif position == at:
            parts.append("<")
            position = at + 1
    parts.append(text[position:])
    return unescape("".join(parts)).replace("\u00a0", " ")


def _past_comment(text: str, at: int, endless: set[str]) -> int:
    """The offset behind a comment that begins at `at`; `at` if none does."""
    if not text.startswith("<!--", at) or "<!--" in endless:
        return at
    end = text.find("-->", at + 4)
    if end < 0:
        endless.add("<!--")
        return at
    return end + 3


def _past_element(text: str, start: int, name: str, endless: set[str]) -> int:
    """The offset behind the end tag of an element whose words begin at start; start if it is never closed."""
    if name in endless:
        return start
    end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start)
    if end is None:
        endless.add(name)
        return start
    return end.end()
