"""Lines → list items: what sign or number opens an item, where its words begin, how deep it is nested."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.records import dataclass, replace
from briefing.sources.lines import Line

_SIGNS = "*+•‣▪▫●○◦■□⁃∙·►▶✓✔➔➤»✦★-"
_SIGN = re.compile(rf"([{_SIGNS}])[ \t\u00a0]+(?=\S)")
_DASH = re.compile(r"([\u2013\u2014])[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(
    r"(\(?)(\d{1,3}|[a-zA-Z]|[ivx]{1,5})((?:\.\d{1,3})*)([.)])[ \t\u00a0]+(?=\S)"
    r"|(\d{1,3}(?:\.\d{1,3})+)[ \t\u00a0]+(?=\S)"
)
_ASKS_FOR_LIST = (
    "such as",
    "include",
    "includes",
    "included",
    "including",
    "are",
    "following",
    "like",
    "following:",
    "e.g.",
    "are as follows",
    "as follows",
)


@dataclass(frozen=True, slots=True)
class Bullet:
    """style: the sign, or the form of the number ("1)", "a."), the same for all items of one list.

    number: 1-based place in the list where the line counts itself, else 0. content: offset of the first word.
    level: nesting from 1.
    """

    style: str
    number: int
    content: int
    indent: int
    level: int = 1


def find_bullets(lines: Sequence[Line]) -> dict[int, Bullet]:
    """Index of a line → its bullet. A number or a dash alone opens no list: it needs a neighbour of its style."""
    found = {index: bullet for index, line in enumerate(lines) if (bullet := _bullet(line))}
    for index in [index for index, bullet in found.items() if _needs_company(bullet)]:
        if not _has_company(found, index, len(lines)):
            del found[index]
    return _nested(found, lines)


def asks_for_list(low: str) -> bool:
    """Does a line lead in the list below it ("The portfolio includes:", "… such as")?"""
    bare = low.rstrip(" :\u2014-")
    return low.rstrip().endswith((":", "\uff1a")) or bare.endswith(tuple(" " + word for word in _ASKS_FOR_LIST))


def _bullet(line: Line) -> Bullet | None:
    match = _SIGN.match(line.text) or _DASH.match(line.text)
    if match:
        return Bullet(match[1], 0, line.start + match.end(), line.indent)
    match = _NUMBER.match(line.text)
    if not match:
        return None
    counted = match[5] or (match[2] + match[3])
    last = counted.rsplit(".", 1)[-1]
    number = int(last) if last.isdigit() else (ord(last.lower()) - 96 if len(last) == 1 else 0)
    form = "1" if last.isdigit() else "a"
    depth = counted.count(".")
    return Bullet(
        f"{match[1] or ''}{form}{'.1' * depth}{match[4] or ''}", number, line.start + match.end(), line.indent
    )


def _needs_company(bullet: Bullet) -> bool:
    return len(bullet.style) > 1 or bullet.style in "\u2013\u2014\u00b7*+"


def _has_company(found: dict[int, Bullet], index: int, count: int) -> bool:
    """Is one of the next lines above or below an item of the same style (with the next number)?"""
    one = found[index]
    for other in (index - 2, index - 1, index + 1, index + 2):
        bullet = found.get(other)
        if not bullet or bullet.style != one.style:
            continue
        if (
            abs(bullet.number - one.number) == min(abs(other - index), 1)
            or abs(bullet.number - one.number) == abs(other - index)
            or not one.number
        ):
            return True
    return False


def _nested(found: dict[int, Bullet], lines: Sequence[Line]) -> dict[int, Bullet]:
    """Levels by indentation, and by style: "1)" directly below "- …:" hangs under it."""
    nested: dict[int, Bullet] = {}
    stack: list[tuple[int, str]] = []
    previous = -1
    for index, bullet in found.items():
        if any(lines[between].indent <= bullet.indent for between in range(max(previous + 1, 0), index)):
            stack = []
        previous = index
        while stack and stack[-1][0] > bullet.indent:
            stack.pop()
        known = next(
            (place for place, item in enumerate(stack) if item[1] == bullet.style and item[0] == bullet.indent), None
        )
        if known is not None:
            del stack[known + 1 :]
        else:
            stack.append((bullet.indent, bullet.style))
        nested[index] = replace(bullet, level=len(stack))
    return nested
