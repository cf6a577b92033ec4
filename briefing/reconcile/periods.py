"""Claims on sums in, the parts of a year that they are told of out: half a year's sales are not those of a year."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.model.claim import Claim
from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import table


def of_one_length(some: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Do both name one part of a year, or neither any?"""
    mine, theirs = ({part for claim in told for part in _parts(claim.evidence.quote)} for told in (some, others))
    return mine == theirs or not mine.isdisjoint(theirs)


@lru_cache(maxsize=4096)
def _parts(quote: str) -> frozenset[str]:
    folded = f" {fold(quote)} "
    parts: dict[str, list[str]] = table("figures")["parts"]
    return frozenset(part for part, words in parts.items() if any(f" {word} " in folded for word in words))
