"""Lines → which of them only carry on the line above: text with hard line breaks, wrapped list items."""

from __future__ import annotations

from collections.abc import Container, Sequence

from briefing.sources.lines import Line

_STOPS = (".", "!", "?", ":", ";", "\u3002", "\u2026")
_CLOSING = "\"\u201d\u2019')]"
_NARROW, _WIDE = 45, 100  # code points: lines of wrapped text lie between


def find_continuations(lines: Sequence[Line], bullets: Container[int], settled: Container[int]) -> frozenset[int]:
    """Indices of lines that belong to the paragraph or item of the line before them.

    bullets: lines that open an item; settled: lines that are something by themselves (tables, furniture).
    """
    wrapped = _is_wrapped(lines, bullets, settled)
    found: set[int] = set()
    for index in range(1, len(lines)):
        line, above = lines[index], lines[index - 1]
        if line.gap or index in bullets or index in settled or index - 1 in settled:
            continue
        if _carries_on(line, above, wrapped) or (
            _in_item(index, bullets, found) and line.indent > _indent_above(lines, index, bullets)
        ):
            found.add(index)
    return frozenset(found)


def _carries_on(line: Line, above: Line, wrapped: bool) -> bool:
    """In wrapped text every line that is nearly full carries on; elsewhere only a sentence plainly torn apart."""
    if wrapped:
        return len(above.text) >= _NARROW and not (len(above.text) < 60 and _is_closed(above.text))
    torn = line.text[0].islower() and len(above.text) >= 40 and not _is_closed(above.text)
    return torn and not above.text.endswith("|")


def _is_wrapped(lines: Sequence[Line], bullets: Container[int], settled: Container[int]) -> bool:
    """Most lines with a line directly below are about equally long, do not close a sentence, and none is long."""
    full = [
        lines[index - 1].text
        for index in range(1, len(lines))
        if not lines[index].gap and index not in bullets and index not in settled and index - 1 not in settled
    ]
    if len(full) < 4:
        return False
    narrow = sum(_NARROW <= len(text) <= _WIDE for text in full)
    if narrow < 0.7 * len(full) or max(map(len, full)) > 2 * _WIDE:
        return False
    return sum(not _is_closed(text) for text in full) >= 0.5 * len(full)


def _is_closed(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_STOPS)


def _in_item(index: int, bullets: Container[int], found: Container[int]) -> bool:
    return index - 1 in bullets or index - 1 in found


def _indent_above(lines: Sequence[Line], index: int, bullets: Container[int]) -> int:
    while index > 0 and index - 1 not in bullets:
        index -= 1
        if lines[index].gap:
            return 10_000
    return lines[index - 1].indent if index else 10_000
