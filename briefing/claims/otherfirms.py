"""A sum in a sentence on people goes in; the other firm comes out whose it is: that of before, or one of their own.

"His first startup had raised", "took Northwind public, raising", "now runs Globex, that has | $5 million".
"""

from __future__ import annotations

from briefing.claims.givers import is_giver
from briefing.claims.phrases import words_of
from briefing.claims.takers import Taker, of_name
from briefing.claims.view import View


def who_has(view: View, first: int) -> Taker | None:
    """ "now runs a shop of her own, Globex, that has | $5 million in seed money": who is said to have it."""
    at = first - 1
    while at > 1 and view.word(at) in _HAVING:
        at -= 1
    if at == first - 1 or view.word(at) not in ("that", "which"):
        return None
    name = view.name_at.get(at - 1 - (view.word(at - 1) == ","))
    if name is None or name.kind not in ("organisation", "unknown") or is_giver(name.canonical):
        return None
    return of_name(name)


_HAVING = frozenset({"has", "had", "with", "about", "already", "some", "just", "only", "raised", "over", "got"})


def is_former_firm(view: View, verb: int) -> bool:
    """ "Her previous company | raised | $5 million", "his first startup had raised": somebody's firm of before."""
    nouns = words_of("rounds", "takers", "nouns")
    for at in range(max(1, verb - 4), verb):
        before = view.word(at - 1)
        if view.word(at) in nouns and (before in _FORMER or (before in _NTH and view.word(at - 2) in _PERSONS)):
            return True
    return False


def _bought(view: View, at: int) -> Taker | None:
    """ "paid $24 million for Northwind, a specialist | that had itself raised | $5 million": what was bought."""
    names = (view.name_at[back] for back in range(at - 1, max(at - 16, -1), -1) if back in view.name_at)
    name = next((one for one in names if one.kind in ("organisation", "unknown") and not one.is_subject), None)
    return of_name(name) if name is not None else None


def where_one_worked(view: View, first: int) -> Taker | None:
    """ "joined from Northwind |, where he steered | a $5 million round": whoever somebody worked for before."""
    for at in range(first - 1, max(first - 6, 2), -1):
        if view.word(at) in ("he", "she") and view.words(at - 2, at) == [",", "where"]:
            name = view.name_at.get(at - 3)
            return of_name(name) if name is not None and not name.is_subject and name.kind != "place" else None
    return None


def pointed_to(view: View, verb: int) -> Taker | None:
    """ "She was at Northwind when | that company | raised | $5 million": the other company named in front."""
    at = verb - 1
    while at > 1 and view.word(at) in ("had", "has", "itself"):
        at -= 1
    if view.word(at) in ("that", "which") and "itself" in view.words(at, verb):
        return _bought(view, at)
    if view.word(at - 1) != "that" or view.word(at) not in words_of("rounds", "takers", "nouns"):
        return None
    name = next((view.name_at[back] for back in range(at - 2, max(at - 12, -1), -1) if back in view.name_at), None)
    if name is None or name.is_subject or name.kind not in ("organisation", "unknown"):
        return None
    return of_name(name)


def is_alumnus(view: View, first: int) -> bool:
    """ "Founder Jane Doe, a former Acme engineer, started it with | $2 million": a firm that somebody left Acme for."""
    if _STARTING.isdisjoint(view.words(0, first)):
        return False
    own = [name for name in view.utterance.names if name.is_subject]
    return bool(own) and all(view.word(view.index(name.start) - 1) in _LEFT for name in own)


_STARTING = frozenset({"started", "founded", "launched", "co-founded", "cofounded", "left"})
_LEFT = frozenset({"former", "ex", "onetime", "erstwhile"})
_FORMER = frozenset({"previous", "former", "earlier", "prior"})
_NTH = frozenset({"first", "second", "last", "other"})
_PERSONS = frozenset({"his", "her", "whose"})


def of_former(view: View, verb: int) -> Taker | None:
    """ "Its finance chief took Northwind public in 2019, | raising | $5 million": what a person did at another."""
    for at in range(1, verb):
        name = view.name_at.get(at)
        if name is not None and not name.is_subject and name.kind in ("organisation", "unknown"):
            if view.word(view.index(name.start) - 1) in _DEEDS:
                return of_name(name)
            break
    return _of_listed(view, verb)


def _of_listed(view: View, verb: int) -> Taker | None:
    """ "a director of Northwind, a maker of pumps that | went public in 2020, | raising | $5 million": Northwind."""
    told = next((at for at in range(verb - 1, max(verb - 12, 1), -1) if view.word(at) in _LISTED), 0)
    if not told or view.word(told - 1) not in ("that", "which") or view.word(verb - 1) != ",":
        return None
    at = next((at for at in range(told - 2, max(told - 14, -1), -1) if at in view.name_at), -1)
    if at < 0 or view.name_at[at].kind not in ("organisation", "unknown"):
        return None
    return of_name(view.name_at[at])


_LISTED = frozenset({"went", "listed", "floated", "debuted"})

_DEEDS = frozenset("took founded co-founded cofounded built ran started sold launched headed".split())
