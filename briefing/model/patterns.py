"""A regular expression goes in, the same comes out unmade: it is compiled when it is first used.

Compiling takes a fraction of a millisecond, which for patterns that most texts never come to is time for nothing. To be
used behind a test that costs next to nothing (`"mission" in text and _MISSION.search(text)`). A process that waits for
another can compile meanwhile what has been put off.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but an error in the pattern comes out at its first use."""
    made = _Late(pattern, flags)
    _PUT_OFF.append(made)
    return cast(re.Pattern[str], made)


def compile_all() -> None:
    """Compile every pattern that has been put off, for whoever has time before they are used."""
    while _PUT_OFF:
        _PUT_OFF.pop().compile()


class _Late:
    """Stands for a pattern; takes over its methods when the first of them is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compile(), name)

    def compile(self) -> re.Pattern[str]:
        compiled = re.compile(*self._made_of)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"):
            setattr(self, method, getattr(compiled, method))
        return compiled


_PUT_OFF: list[_Late] = []
