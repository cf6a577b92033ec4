"""Notes as lines before and now in, pairs of lines that should say the same out."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from briefing.audit.words import same

_MANY, _HEAD = 300, 400  # more lines than this are not compared each with each; nor longer heads of lines


def paired_lines(old: list[str], new: list[str]) -> Iterator[tuple[str | None, str | None]]:
    """Lines that are equal, then those most alike in order."""
    many = len(old) * len(new) > _MANY**2
    matcher = SequenceMatcher(None, [same(line) for line in old], [same(line) for line in new], autojunk=many)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[i1:i2], new[j1:j2], strict=True)
            continue
        yield from _alike(old[i1:i2], new[j1:j2])


def _alike(old: list[str], new: list[str]) -> Iterator[tuple[str | None, str | None]]:
    if len(old) == len(new) or len(old) * len(new) > _MANY**2:
        yield from zip_longest(old, new)
        return
    rest = list(old)
    for line in new:
        head = line[:_HEAD]
        best = max(rest, key=lambda other: SequenceMatcher(None, other[:_HEAD], head).quick_ratio(), default=None)
        if best is not None and SequenceMatcher(None, best[:_HEAD], head).ratio() >= 0.5:
            rest.remove(best)
            yield best, line
        else:
            yield None, line
    for line in rest:
        yield line, None
