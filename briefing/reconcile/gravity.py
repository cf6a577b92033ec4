"""A statement in, how much hangs on it for an executive out: money and law before customers, figures before praise."""

from __future__ import annotations

import re
from functools import cache

from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import table

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_MONEY = frozenset("$€£¥₹")
_STEPS = (("law", 16), ("deals", 14), ("trade", 11), ("boasts", 7))
_SUM, _FIGURE, _SECOND = 16, 8, 2


def gravity(text: str) -> int:
    """Points from 0 (nothing that could be counted) to 18: the weightiest matter, and a little for a second one."""
    told = _WORD.findall(fold(text))
    words = frozenset(told)
    found = [points for key, points in _STEPS if not _words(key).isdisjoint(words)]
    if not _MONEY.isdisjoint(text) or not _words("sums").isdisjoint(words):
        found.append(_SUM)
    elif any(word[0].isdigit() and not _is_year(word) for word in told):
        found.append(_FIGURE)
    return max(found, default=0) + (_SECOND if len(found) > 1 else 0)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word[:2] in ("19", "20")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("gravity")[key])
