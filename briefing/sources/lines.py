"""Stored text → its lines that hold words, each with its trimmed span; the ground on which passages stand."""

from __future__ import annotations

from briefing.model.records import dataclass
from briefing.sources.wordlists import plain

# Signs that print nothing: they are trimmed like white space, so that no passage begins or ends with them.
INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: [start, end) without white space around it; text: those characters; low: lower case, straight quotes.

    first: offset of the line's first character (before trimming). indent: columns of white space in front.
    gap: is there an empty line (or the beginning of the text) before it?
    """

    start: int
    end: int
    text: str
    low: str
    first: int
    indent: int
    gap: bool


def split_lines(text: str, body: int = 0) -> list[Line]:
    """The lines from offset `body` on that hold anything visible."""
    found: list[Line] = []
    position, gap = body, True
    for raw in text[body:].splitlines(keepends=True) if body else text.splitlines(keepends=True):
        start, end = trim(text, position, position + len(raw))
        if start < end:
            words = text[start:end]
            indent = len(text[position:start].expandtabs(4)) if start > position else 0
            found.append(Line(start, end, words, plain(words), position, indent, gap))
            gap = False
        else:
            gap = True
        position += len(raw)
    return found


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and invisible signs at both ends; start == end where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return start, end
