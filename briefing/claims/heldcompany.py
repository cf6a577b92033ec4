"""A place in an utterance goes in, the company comes out whose shares a relative clause there speaks of.

"gears from Delta, | in which Northwind bought 12% for $5 million |", "…, where it holds a stake", "…, whose majority it
took".
"""

from __future__ import annotations

from briefing.claims.reading import FoundName, Utterance
from briefing.claims.words import row

_RELATIVES = row("which where whose")
_SHARES = row(
    "shares stake shareholding holding interest majority minority percent % cent fifth quarter third half tenth"
)
_STOPS = row(". ; :")
_FAR, _ON = 16, 6  # words of the clause in front of the place and behind it
_COMPANIES = ("organisation", "unknown")


def held_company(utterance: Utterance, offset: int) -> FoundName | None:
    """The name in front of the relative pronoun; None where no such clause holds the place."""
    if not utterance.holds(_RELATIVES):
        return None
    words = utterance.sentence.words
    at = words.index_at(offset)
    for place in range(at - 1, max(at - _FAR, 0), -1):
        if words.low[place] in _STOPS:
            return None
        if words.low[place] not in _RELATIVES:
            continue
        opens = place - (words.low[place - 1] in ("in", "of"))
        bare = opens == place and words.low[place] == "which"
        if bare or opens < 1 or _SHARES.isdisjoint(words.low[place : at + _ON]):
            return None
        opens -= words.raw[opens - 1] == ","
        return next(
            (one for one in utterance.names if one.end == words.ends[opens - 1] and one.kind in _COMPANIES), None
        )
    return None
