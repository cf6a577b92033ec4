"""Plain text with the tags of a web page in it goes in, its words come out: without tags, scripts and what is hidden.

For files that were saved as text but hold markup; whole pages have `sources/html.py`. One pass, without a parser.
"""

from __future__ import annotations

import re

from briefing.model.patterns import late

_TAG = late(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:\s[^<>]*)?/?)>")
_CLOSES = late(r"</(?:p|h[1-6]|div|li|td|body|article|section|strong|span|a)>", re.IGNORECASE)
_HIDDEN = late(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|\shidden(?:\s|=|$)|aria-hidden\s*=\s*\W?true"
    r"|(?:font-size|opacity|max-height|max-width)\s*:\s*0*(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:[;\"'!]|$)"
    r"|(?:text-indent|left|top)\s*:\s*-\d{3,}|(?<![\w-])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0\))",
    re.IGNORECASE,
)
_UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "head", "svg", "nav", "button", "select", "iframe", "object"}
)
_BLOCKS = frozenset("p div li ul ol tr table br hr section article blockquote footer header h1 h2 h3 h4 h5 h6".split())
# What no writer types between words and no reader sees: one is enough.
_FOR_BROWSERS = late(
    r"<!--|<(?:script|style|iframe|img|svg|object|embed|link|meta|template|noscript)(?:\s[^<>]*)?/?>"
    r"|<[a-z][a-z0-9]*\s(?:[^<>]*\s)?hidden(?:\s[^<>]*|=[^<>]*)?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_SPACE = re.compile(r"(\s+)")
_DECLARED = ("<!doctype", "<?xml")
_CELLS = frozenset({"td", "th"})
_ROW = 800  # characters of a row of figures
_FEW = 3  # closing tags that an ordinary text may quote


def is_marked(text: str) -> bool:
    """Does the text hold the tags of a page?"""
    if "<" not in text:
        return False
    if "</" in text and sum(1 for _ in _CLOSES.finditer(text, 0, 200_000)) >= _FEW:
        return True
    return _FOR_BROWSERS.search(text, 0, 200_000) is not None


def without_tags(text: str) -> str:
    """The words that a reader of the page would see, each where it stands in the file: what is left out becomes space.

    A block ends its line. The result is as long as the text, so that offsets count in the file too.
    """
    parts: list[str] = []
    endless: set[str] = set()  # what was opened and is never closed, so that nothing is looked for twice
    position, row = 0, -1  # row: where the row of a table ends that has cells
    while (at := text.find("<", position)) >= 0:
        parts.append(_spelt(text[position:at]))
        position = _past_comment(text, at, endless)
        tag = _TAG.match(text, at) if position == at else None
        line_end, sign = False, ""
        if tag is not None:
            name = tag["name"].lower()
            if name == "tr" and not tag["close"]:
                row = _row_end(text, tag.end())
            if at <= row and ((name in _CELLS and not tag["close"]) or (name == "tr" and tag["close"])):
                sign = "|"
            unseen = name in _UNSEEN or (tag["rest"] and _HIDDEN.search(tag["rest"]))
            position = _past_element(text, tag.end(), name, endless) if unseen and not tag["close"] else tag.end()
            line_end = (
                name in _BLOCKS and (name != "tr" or bool(tag["close"])) and text[position : position + 1] != "\n"
            )
        elif position == at and text[at : at + 9].lower().startswith(_DECLARED) and text.find(">", at, at + 300) > 0:
            position = text.find(">", at) + 1
            line_end = True
        elif position == at:
            parts.append("<")
            position = at + 1
            continue
        line = "\n" if line_end else " "
        if tag is not None and name == "li" and not tag["close"] and position - at >= 4:
            parts.append("\n- " + " " * (position - at - 3))
            continue
        parts.append((sign + line + " " * (position - at - 2)) if sign else line + " " * (position - at - 1))
    parts.append(_spelt(text[position:]))
    return "".join(parts)


def _row_end(text: str, start: int) -> int:
    """Where a short row of several cells ends; -1 for one that only lays out the page."""
    end = text.find("</tr", start, start + _ROW)
    cells = text[start:end].lower()
    return end if end > 0 and cells.count("<td") + cells.count("<th") > 1 and "<table" not in cells else -1


def _spelt(text: str) -> str:
    """The text with entities as the signs they stand for; spaces behind the word fill up its length."""
    if "&" not in text:
        return text
    parts = _SPACE.split(text)  # words and what parts them
    parts[::2] = [
        _ENTITY.sub(lambda match: _sign(match[0]), part).ljust(len(part)) if "&" in part else part
        for part in parts[::2]
    ]
    return "".join(parts)


def _sign(entity: str) -> str:
    """One sign for an entity; the entity itself if it stands for none or for more."""
    from html import unescape  # few texts hold any

    found = unescape(entity).replace("\u00a0", " ")
    return found if len(found) == 1 else entity


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
