"""The text of a paragraph goes in, the places of its quotations come out, marks included."""

from __future__ import annotations

_FARTHEST = 1200  # code points of one quotation; a mark that finds no partner within them is a stray


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotations of text[start:end) (plain text: straight marks). A mark opens if no letter stands before it."""
    found: list[tuple[int, int]] = []
    opened = -1
    at = text.find('"', start, end)
    while at >= 0:
        if opened < 0 or at - opened > _FARTHEST:
            opened = at if _opens(text, at, start) else -1
        else:
            found.append((opened, at + 1))
            opened = -1
        at = text.find('"', at + 1, end)
    if opened >= 0 and end - opened <= _FARTHEST and len(text[opened:end].split()) > 3:
        found.append((opened, end))
    return found


def _opens(text: str, at: int, start: int) -> bool:
    behind = text[at + 1 : at + 2]
    if behind == " " and (at == start or text[at - 1].isspace()):
        return text[at + 2 : at + 3].isalnum()  # "« Nous serons … »"
    return bool(behind.strip()) and (at == start or not text[at - 1].isalnum())
