"""The names of a list go in, those whose own "and" or "," parted them come out whole: "Hale and Wren, B and C".

A list has one "and", before its last item. Another "and" inside it joins the halves of one name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.claims.reading import FoundName
from briefing.claims.wordclasses import word_classes
from briefing.model.records import replace

_LEGAL = re.compile(r",\s*(?:Inc|LLC|LLP|Ltd|L\.P|LP|PLC|plc|GmbH|Co|Corp)\.?$")
_LAST = re.compile(r"\s*,\s*(?:and|as well as)(?:\s+the)?\s*$")
_NAMED = frozenset({"organisation", "unknown"})


def whole(text: str, names: Sequence[FoundName]) -> tuple[FoundName, ...]:
    """The same names, with the halves of one name put together; text is what their offsets count in."""
    found = list(names)
    at = 0
    while at + 1 < len(found):
        if _are_halves(text, found, at):
            left, right = found[at], found[at + 1]
            printed = text[left.start : right.end]
            found[at : at + 2] = [replace(left, end=right.end, text=printed, canonical=printed, kind="organisation")]
        else:
            at += 1
    return tuple(found)


def _are_halves(text: str, names: Sequence[FoundName], at: int) -> bool:
    left, right = names[at], names[at + 1]
    if not {left.kind, right.kind} <= _NAMED or left.is_subject or right.is_subject:
        return False
    between = text[left.end : right.start]
    links = [text[a.end : b.start] for a, b in zip(names[at + 1 :], names[at + 2 :], strict=False)]
    before = text[names[at - 1].end : left.start] if at else ""
    if between == ", ":
        return _is_firm(right) and " " not in left.text and before.strip() in ("and", ", and") and not links
    if between != " and " or (left.text[-1:].islower() and left.text.split()[-1].islower()) or right.text[0].islower():
        return False  # "the port's crew and pilots" are two bodies
    if _LAST.fullmatch(before) and not links:
        return len(names) > 2  # "A, B, and Hale and Wren"
    if not any(link.split()[:1] == ["and"] or " and" in link for link in links):
        return False  # it is the "and" before the last item
    if links[0].startswith(" and ") and len(links) == 1 and " " not in left.text:
        return right.text.count(" ") == 1 and right.text.split()[-1].lower() in word_classes().organisation
    return links[0] in (", ", ", the ") or bool(_LEGAL.search(right.text))


def _is_firm(name: FoundName) -> bool:
    """ "Book & Candle Ventures" behind "Bell,": the "&" shows that the comma is inside the name."""
    return " & " in name.text
