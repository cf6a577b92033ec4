"""Two lists of facts in, the pairs that are the same thing out, and what has no partner on either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.comparing.facts import Part

_LEAST = 4  # likeness from which two facts are one
_WORDS_MOST = 2  # quotes in common that count: a sentence often speaks of several facts

Pairs = tuple[list[tuple[Any, Any]], list[Any], list[Any]]


def paired(part: Part, old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    """(old, new) pairs in the order of the new, the best first chosen; then the old and the new that are left."""
    scores = []
    words = [_quotes(fact) for fact in new]
    for at, before in enumerate(old):
        said = _quotes(before)
        for to, after in enumerate(new):
            alike = part.likeness(before, after) or _LEAST * (part.name(before) == part.name(after) != "")
            shared = min(len(said & words[to]), _WORDS_MOST)
            if alike and alike + shared >= _LEAST:
                scores.append((-alike - shared, at, to))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, to in sorted(scores):
        if to not in partner and at not in taken:
            partner[to] = at
            taken.add(at)
    pairs = [(old[partner[to]], fact) for to, fact in enumerate(new) if to in partner]
    gone = [fact for at, fact in enumerate(old) if at not in taken]
    come = [fact for to, fact in enumerate(new) if to not in partner]
    return pairs, gone, come


def _quotes(fact: Any) -> frozenset[str]:
    """The words that a fact rests on; of a source, none."""
    return frozenset(part.quote for part in getattr(fact, "evidence", ()) if len(part.quote) > 25)
