"""A sketch of a funding event goes in; whether its money was only asked for, offered or talked about comes out.

"Oakfund was asked whether it would write | $9 million", "the company asked banks for | $9 million", "turned down
| $9 million from a fund": whether it ever came, nobody says.
"""

from __future__ import annotations

from briefing.claims.sketches import Sketch
from briefing.claims.view import View

_ASKED = frozenset(
    "approached sounded asked invited courted courting wooing wooed pitched pitching lobbied lobbying begged "
    "petitioned".split()
)
_OFFERED = frozenset({"offered", "offer", "offers", "dangled", "proposed"})
_TALKED = frozenset({"talked", "spoke", "spoken", "discussed", "contemplated", "mulled", "explored", "considered"})
_FOR = frozenset({"for", "about", "to", "over", "with", "into"})
_FIRM = frozenset({"the", "its", "that", "this", "their"})
_FARTHEST = 14  # tokens between the verb and its sum
_NEAR = 5
_TRIGGERS = _ASKED | _OFFERED | _TALKED


def is_only_asked(view: View, sketch: Sketch) -> bool:
    """Does a verb of asking, offering or talking govern the sum?"""
    if sketch.amount is None or _TRIGGERS.isdisjoint(view.low):
        return False
    low = max(0, sketch.anchor - _FARTHEST)
    at = next((at for at in range(sketch.anchor - 1, low - 1, -1) if view.word(at) in _TRIGGERS), -1)
    if at < 0 or at in view.name_at:
        return False
    between = view.words(at + 1, sketch.anchor)
    if view.word(at) == "asked" and between[:1] == ["whether"] and len(between) <= _NEAR:
        return True  # "Asked whether a | $9 million round was in the works, Roe laughed"
    if not {".", ";", ":", ",", "and"}.isdisjoint(between) or "that" in between[:1]:
        return False  # "asked what it did, Roe said it raised …"
    word, before = view.word(at), view.word(at - 1)
    if between[:1] in (["its"], ["their"]) and "to" in between:
        return False  # "asked its owners to lend it": they will
    if word in _OFFERED:
        return not {"been", "was", "were"}.isdisjoint(view.words(at - 2, at)) or before in ("of", "an", "the")
    if not _FOR.isdisjoint(between):
        return _FIRM.isdisjoint(between[-2:])  # "was asked about the | $9 million that it raised"
    return word in _TALKED and bool(between) and between[-1] in ("a", "an", "raising", "investing")
