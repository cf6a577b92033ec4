"""A sum in a view goes in; whether holders of the company's shares get it by selling them comes out.

"Oakfund sold half of its stake in Acme for | $9 million", "the company let staff sell shares worth | $9 million": it
is money of a sale of old shares, and none comes in. Sellers are staff, founders, early backers, or another company
that has a stake "in" the subject; what the subject itself sells is a round.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.claims.reading import FoundName
from briefing.claims.view import View

_SELLING = frozenset(
    "sold sell sells selling offloaded offload offloading unloaded unload cash cashed tender tendered".split()
)
_STAFF = frozenset("employees staff workers staffers founders founder angels angel employee veterans".split())
_BACKERS = frozenset("investors investor backers backer shareholders shareholder holders owners fund".split())
_STAKES = frozenset({"stake", "holding", "shareholding", "stakes", "holdings"})
_PAPER = frozenset({"shares", "stock", "equity"})
_LINKS = frozenset({"worth", "for", "of", "up", "to", "about", "some", "as", "much", "roughly", "at", "around", "over"})
_FARTHEST = 16  # tokens between the verb and its sum
_CLAUSE = 22  # tokens in front of the verb that its subject stands in


@lru_cache(maxsize=512)
def is_sale_of_holders(view: View, first: int, after: int) -> bool:
    """Do holders of the company's shares get the sum over tokens[first:after] for them?"""
    if _SELLING.isdisjoint(view.low):
        return False
    verb = next((at for at in range(first - 1, max(first - _FARTHEST, -1), -1) if view.word(at) in _SELLING), -1)
    if verb < 0 or verb in view.name_at or (view.word(verb) in ("cash", "cashed") and view.word(verb + 1) != "out"):
        return False
    return _is_price(view, verb, first, after) and _is_by_holders(view, verb, first, after)


def _is_price(view: View, verb: int, first: int, after: int) -> bool:
    """ "sold | its stake for | $9 million", "sold | $9 million | of shares", "sell | shares worth | $9 million"."""
    between = view.words(verb + 1, first)
    if not {".", ";", ":"}.isdisjoint(between) or any(at in view.amount_at for at in range(verb + 1, first)):
        return False
    ahead = view.words(after, after + 4)
    if all(word in _LINKS or word == "out" for word in between):
        return ahead[:1] in (["of"], ["worth"], ["in"]) and not _PAPER.isdisjoint(ahead)
    sold = not (_STAKES | _PAPER).isdisjoint(between)
    return sold and not {"worth", "for"}.isdisjoint(between[-4:])


def _is_by_holders(view: View, verb: int, first: int, after: int) -> bool:
    of_other = _in_whom(view, verb, first) or _in_whom(view, after, after + 6)
    if of_other is not None and not of_other.is_subject:
        return False
    clause = view.utterance.clause_at(view.offset(verb))
    start = next((at + 1 for at in range(verb - 1, max(verb - _CLAUSE, -1), -1) if view.word(at) == ";"), 0)
    start = max(start, verb - _CLAUSE)
    ahead = set(view.words(start, verb))
    if not _STAFF.isdisjoint(ahead):
        return True
    stake = not _STAKES.isdisjoint(view.words(verb + 1, first))
    named = [view.name_at[at] for at in range(start, verb) if at in view.name_at]
    outsider = any(name.kind in ("organisation", "unknown") and not name.is_subject for name in named)
    if of_other is not None:
        return outsider or not _BACKERS.isdisjoint(ahead)
    backer = outsider or (not _BACKERS.isdisjoint(ahead) and not {"to", "existing"}.issubset(ahead))
    held = stake and not {"its", "their", "his", "her"}.isdisjoint(view.words(verb + 1, first))
    return backer and (held or not _BACKERS.isdisjoint(ahead)) and not clause.is_subject


def _in_whom(view: View, start: int, end: int) -> FoundName | None:
    """The company that a stake or shares are "in", by name."""
    for at in range(start, min(end, len(view.found))):
        name = view.name_at.get(at + 1 + (view.word(at + 1) == "the"))
        if view.word(at) in ("in", "of") and name is not None and name.kind in ("organisation", "unknown"):
            return name
    return None
