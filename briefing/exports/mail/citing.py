"""Numbers of sources in, their citation out; a source's words in, the same without signs that mislead out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Without control signs and without marks that turn the direction of writing; they come from somebody's article."""
    if text.isascii() and text.isprintable():
        return text
    kept = (" " if sign in "\n\t" else sign for sign in text if sign not in _DIRECTION)
    return "".join(sign for sign in kept if unicodedata.category(sign) not in ("Cc", "Cs", "Cn"))


def citation(numbers: Sequence[int]) -> str:
    """ "[1,3–5]"."""
    runs: list[list[int]] = [[number] for number in numbers[:1]]
    for before, number in pairwise(numbers):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = []
    for run in runs:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
    return f"[{','.join(parts)}]" if parts else ""
