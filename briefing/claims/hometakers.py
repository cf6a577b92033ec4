"""A sum of an article on the company goes in; whether it is the company's without a word of it comes out.

Somebody gives, and no other company is said to take: it is the subject that takes, whoever had the floor before.
"""

from __future__ import annotations

from briefing.claims.givings import given_by
from briefing.claims.sketches import Memory
from briefing.claims.takers import Taker
from briefing.claims.view import View


def comes_to_it(view: View, taker: Taker, first: int, after: int, family: str, memory: Memory) -> bool:
    """In an article on the company somebody gives, and the sentence itself says of no other that it takes: "Globex said
    yes to a trial. Then came | $5 million from Oakfund": whom the sentence before was about takes none of it."""
    if taker.who == "unknown":
        return family in ("give", "invest") and bool(taker.name == "") and _RIVALRY.isdisjoint(view.low)
    if not taker.name or any(name.canonical == taker.name for name in view.utterance.names):
        return taker.name in memory.givers and family != "raise"
    if family == "raise" or _names_another(view, first, after):
        return False
    if memory.taker == taker or not _RIVALRY.isdisjoint(_around(view)):
        return taker.name in memory.givers
    giving = family in ("give", "invest", "lead") or bool(given_by(view, first, after))
    return taker.name in memory.givers or giving


def _names_another(view: View, first: int, after: int) -> bool:
    """ "took part in a | $5 million round | for Globex": does a company stand behind the sum that does not give it?"""
    givers = given_by(view, first, after)
    kinds = ("organisation", "unknown")
    behind = (name for name in view.utterance.names if view.index(name.start) >= after and name.kind in kinds)
    return any(name not in givers and view.word(view.index(name.start) - 1) in _TO_WHOM_BEHIND for name in behind)


_TO_WHOM_BEHIND = frozenset({"for", "in", "into", "to", "of", "designer", "maker", "startup", "firm", "company"})


def _around(view: View) -> set[str]:
    """The words of the utterance and of the two before it."""
    here = view.utterance.index
    return {word for one in view.reading.utterances[max(0, here - 2) : here + 1] for word in one.vocabulary}


_RIVALRY = frozenset(
    "rival rivals competitor competitors competes competing peer peers elsewhere meanwhile others challenger".split()
)
