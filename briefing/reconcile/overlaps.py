"""Do two pieces of text say one thing? Shared words and shared places, for putting retellings together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model.source import Evidence
from briefing.reconcile.folding import content_words


def alike(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    """Share of common content words, of the union, at least `least`."""
    return bool(one and other) and len(one & other) >= least * len(one | other)


def within(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    """Share of common content words, of the shorter text, at least `least`; three words at least."""
    shorter = min(len(one), len(other))
    return shorter >= 3 and len(one & other) >= least * shorter


def touch(one: Iterable[Evidence], other: Iterable[Evidence]) -> bool:
    """Do the two cite overlapping words of one source?"""
    others = list(other)
    return any(a.source == b.source and a.start < b.end and b.start < a.end for a in one for b in others)


def nearest(text: str, texts: Sequence[str]) -> tuple[int, float]:
    """Index of the text that shares most content words with `text`, and the share (of the shorter); (-1, 0) if none."""
    mine = content_words(text)
    best = (-1, 0.0)
    for index, other in enumerate(texts):
        theirs = content_words(other)
        shorter = min(len(mine), len(theirs))
        share = len(mine & theirs) / shorter if shorter else 0.0
        if share > best[1]:
            best = (index, share)
    return best
