"""The beginning of a paragraph → its dateline ("LONDON, June 3, 2025 (Wire) —"), told apart from a name with a dash."""

from __future__ import annotations

import re

from briefing.sources.lines import trim
from briefing.sources.stamps import find_stamp, month_number

# The place, the day, the agency; then a dash, or two behind an agency in brackets or a year, or a colon behind a year.
_DASH = r"(?:\s[\u2014\u2013]\s?|\s--?\s|\u2014|(?<=\))\s?--?\s?|(?<= \d{4})(?:\s?--\s?|:\s))"
_OPENING = re.compile(rf"(?=[A-Z\u00c0-\u00de/(])([^\n!?;:]{{2,110}}?){_DASH}(?=[A-Z\u00c0-\u00de\"\u201c])")
_CAPITALS = re.compile(r"[A-Z\u00c0-\u00de]{3,}(?:[ -][A-Z\u00c0-\u00de]{3,})*\b")
_SEAT = re.compile(r"(?:[A-Z\u00c0-\u00de][\w.'\u2019-]+(?: |, |/)){1,4}")
_WIRE = re.compile(r"\([A-Z][\w .&'-]{1,40}\)$|/[A-Z][\w ]{2,30}/$")


def dateline(text: str, start: int, end: int) -> tuple[int, int]:
    """End of the dateline and beginning of the words behind its dash; (start, start) where there is none."""
    match = _OPENING.match(text, start, min(end, start + 180))
    if not match:
        return start, start
    head = match[1].strip()
    if not (_WIRE.search(head) or _names_place(text, head, match.end(), end)):
        return start, start
    return trim(text, start, start + len(match[1]))[1], match.end()


def _names_place(text: str, head: str, words: int, end: int) -> bool:
    """A place in capitals that the text does not speak of again, or one with a day behind it."""
    place = _CAPITALS.match(head)
    if not place:
        stamp = find_stamp(head)  # "Newcastle, 17 August 2026 –"
        return stamp is not None and len(stamp.edtf) == 10 and _SEAT.fullmatch(head[: stamp.start]) is not None
    if any(month_number(word.strip(".,")) for word in head.split()):
        return True
    closes = re.search(r"\s[\u2014\u2013]\s", text[words : min(end, words + 120)])
    return len(head) < 60 and closes is None and text.count(place[0]) == 1
