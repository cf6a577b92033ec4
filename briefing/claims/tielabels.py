"""A lead-in, heading, label or column header goes in, the tie that it names comes out."""

from __future__ import annotations

from functools import lru_cache

from briefing.claims.tiecues import hits, roles
from briefing.claims.words import Words, cut, plain

_BUYERS = frozenset({"buyer", "buyers", "purchaser", "purchasers"})  # of shares only where the label says so
_ADVERTS = frozenset("headline media title presenting event knowledge gold silver platinum venue session".split())
_PAPER = frozenset("share shares stock stake stakes secondary tender sale round investors".split())


@lru_cache(maxsize=512)
def tie_of(lead: str) -> str:
    """The tie that a lead-in, heading or label names, "" if none."""
    if not lead:
        return ""
    words: Words = cut(plain(lead))
    table = roles()
    named = [low for low in words.low if low in table]
    if named and named[-1] in _BUYERS and _PAPER.isdisjoint(words.low):
        return "customer"
    if named:
        return "" if not _ADVERTS.isdisjoint(words.low) and table[named[-1]] == "partner" else table[named[-1]]
    if "installed" in words.low and "base" in words.low:
        return "customer"
    padded = cut(plain(lead.rstrip(" :") + " x"))
    return next((hit.cue.after for hit in hits(padded) if hit.cue.after and not hit.cue.money), "")
