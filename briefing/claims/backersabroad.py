"""An utterance of a text that is not English goes in, who leads a round and who joins it comes out.

German, French, Portuguese and their kin put the verb first, last or around what it governs: "wird von A und B
angeführt", "beteiligt haben sich auch C und D", "le tour a été mené par A", "também entraram B e C". The verb tells the
part; who plays it stands behind the word for "by", behind the verb where the sentence begins with it, else before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.claims.backerlists import Backing, fit, listed_before, listed_behind, round_words
from briefing.claims.lists import names_before
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundName
from briefing.claims.view import View

_FARTHEST = 26  # tokens between "von" and the participle that closes a German clause
_SOON = 7  # tokens between a verb and the first name behind it
_IDLE_STEPS = 9
_OBJECT = 12  # tokens between a verb and what it is about


@cache
def triggers() -> frozenset[str]:
    """The words one of which stands in every such sentence."""
    return (
        frozenset().union(*(_words(kind) for kind in ("led", "joined", "gathered", "gave", "put", "lead_posts")))
        | _PARTS
    )


def backers_abroad(view: View) -> Iterator[Backing]:
    """Leads and participants in order of the words that tell of them."""
    low = view.low
    if triggers().isdisjoint(low):
        return
    for index, word in enumerate(low):
        if index in view.name_at or index in view.amount_at:
            continue
        if word in _words("led"):
            leads = _led(view, index)
            yield from _backing(index, _beside(view, leads), "participant", False)
            yield from _backing(index, leads, "lead", _rounds(view, 0, len(low)) or low[0] in _POINTING)
        elif word in _words("lead_posts") or (word == "investor" and view.words(index - 2, index) == ["lead", "-"]):
            yield from _backing(index, _in_post(view, index), "lead", True)
        elif word in _words("gathered") and _rounds(view, 0, index) and _gathers(view, index):
            yield from _backing(index, _behind(view, index + 1), "participant", True)
        elif word in _words("put") and view.amounts and _gives_to(view) and (names := _givers(view, index)):
            yield from _backing(index, names, "participant", False)
        elif _tells_of_joining(view, index):
            yield from _backing(index, _joined(view, index), "participant", True)
        elif word in _words("gave") and view.amounts and _lent(low):
            yield from _backing(index, _agent(view, index) or _joined(view, index), "participant", False)


def _gathers(view: View, index: int) -> bool:
    """ "a rodada | contou com A", but not "contou a fundadora": told her."""
    return not view.word(index).startswith("cont") or view.word(index + 1) in ("com", "con")


def _gives_to(view: View) -> bool:
    """Is the company named, or are its shares spoken of?"""
    return any(name.is_subject for name in view.utterance.names) or not _PAPER.isdisjoint(view.low)


_PAPER = frozenset({"anteile", "anteilen", "gesellschafter", "firma", "unternehmen"})


def _givers(view: View, index: int) -> tuple[FoundName, ...]:
    """ "7 Millionen Euro stecken | A und B | in das Unternehmen": behind a verb right behind the sum."""
    return _behind(view, index + 1) if index - 1 in view.amount_at else _nominative(view)


def _nominative(view: View) -> tuple[FoundName, ...]:
    """ "2023 hatte sich | der Konzern Northwind | mit 5 Millionen an Acme beteiligt": no one's object."""
    for name in view.utterance.names:
        if name.is_subject or name.kind not in ("organisation", "unknown", "person"):
            continue
        at = view.index(name.start)
        if _words("into").isdisjoint(view.words(max(0, at - 3), at)) and "aus" not in view.words(max(0, at - 2), at):
            return listed_behind(view, at)
    return ()


def _tells_of_joining(view: View, index: int) -> bool:
    """ "beteiligten sich", "neu an Bord", "mit dabei", "ont pris part"."""
    word, before = view.word(index), view.word(index - 1)
    return (
        word in _words("joined")
        or (word in ("bord", "dabei") and before in _ABOARD)
        or (word == "part" and before in _TAKING)
    )


def _backing(at: int, names: tuple[FoundName, ...], part: str, told: bool) -> Iterator[Backing]:
    if names and not any(name.is_subject for name in names):
        yield Backing(at, names, "lead" if part == "lead" else "participant", told)


def _rounds(view: View, first: int, after: int) -> bool:
    """Is a round or a sum spoken of there ("Series-A-Runde", "tour de table", "20 millions")?"""
    words = view.words(max(first, 0), after)
    spoken = not (round_words() | _words("rounds")).isdisjoint(words)
    return spoken or any(first <= at < after for at in view.amount_at)


def _led(view: View, index: int) -> tuple[FoundName, ...]:
    """Who stands behind "by": behind the participle, or in front of it where it closes the clause."""
    if index < 2 and not _rounds(view, index, len(view.low)):
        return ()  # "Dirigée par Jane Roe, la société …"
    by, names = _words("by"), _agent(view, index)
    if names:
        if all(name.kind == "person" for name in names) and not _rounds(view, max(0, index - 12), index):
            return ()
        return names
    if not _rounds(view, 0, index):
        return ()
    for at in range(index - 1, max(index - _FARTHEST, -1), -1):
        if view.word(at) in by and (names := listed_behind(view, at + 1)):
            return tuple(name for name in names if view.index(name.start) < index)
    return ()


def _agent(view: View, index: int) -> tuple[FoundName, ...]:
    """Who stands behind "by", soon behind a participle."""
    by = next((at for at in range(index + 1, index + 6) if view.word(at) in _words("by")), -1)
    return listed_behind(view, by + 1) if by >= 0 else ()


def _beside(view: View, leads: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """ "liderada pela Northwind, | com a Oakfund e a Larch", "mené par Northwind | avec Oakfund"."""
    at = view.index(leads[-1].end - 1) + 1 if leads else 0
    at += leads != () and view.word(at) == ","
    return listed_behind(view, at + 1) if leads and view.word(at) in _ALONG else ()


_ALONG = frozenset({"com", "mit", "avec", "con"})


def _in_post(view: View, index: int) -> tuple[FoundName, ...]:
    """ "Hauptgeldgeber ist | der Fonds A", "L'investisseur principal est A": who is said to be it."""
    verb = next((at for at in range(index + 1, index + 5) if view.word(at) in _words("being")), -1)
    return _behind(view, verb + 1) if verb >= 0 else ()


def _joined(view: View, index: int) -> tuple[FoundName, ...]:
    """Who joins: behind the verb, if nobody is named in front of it in its clause; else in front of it."""
    if not _SHARES.isdisjoint(view.words(max(0, index - 8), index + 4)) or elsewhere(view, index):
        return ()  # "ist mit acht Prozent beteiligt": what it holds
    opens = next((at + 1 for at in range(index - 1, -1, -1) if view.word(at) in _CLAUSE_ENDS), 0)
    if not any(at in view.name_at for at in range(opens, index)):
        return _behind(view, index + 1)
    at = index
    while at and at - 1 not in view.name_at and view.word(at - 1) in _words("idle") and index - at < _IDLE_STEPS:
        at -= 1
    return listed_before(view, at) or fit(
        names_before(view.text, view.utterance.passage.start, view.offset(at), view.utterance.names)
    )


def elsewhere(view: View, index: int) -> bool:
    """ "A beteiligte sich an Globex", "2021 beteiligte sich A an Globex": is what the verb is about another company?"""
    for at in range(index + 1, index + _OBJECT):
        name = view.name_at.get(at)
        if name is not None and view.word(at - 1) in _words("into"):
            return not name.is_subject and name.kind in ("organisation", "unknown")
        if view.word(at) in _CLAUSE_ENDS:
            break
    return False


def _behind(view: View, at: int) -> tuple[FoundName, ...]:
    """The list behind a verb, small words stepped over; nobody if none is named soon."""
    last = at + _SOON
    while at < last and at not in view.name_at and view.word(at) in _words("idle"):
        at += 1
    if not any(place in view.name_at for place in range(at, last)):
        return ()
    return listed_behind(view, at)


def _words(kind: str) -> frozenset[str]:
    return words_of("rounds", "abroad", kind)


_POINTING = frozenset({"celui", "celle", "elle", "il", "diese", "dieser", "sie", "esta", "essa", "ela"})
_PARTS = frozenset({"bord", "dabei", "part"})
_TAKING = frozenset({"pris", "prennent", "prend", "prendre"})
_ABOARD = frozenset({"an", "mit", "neu", "ebenfalls", "auch", "wieder", "ist", "sind"})

_SHARES = frozenset({"prozent", "%", "anteil", "anteile", "umsatz", "gewinn"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "–", "—", "(", ")"})


def _lent(low: tuple[str, ...]) -> bool:
    return not (words_of("rounds", "nouns", "debt") | words_of("rounds", "nouns", "grant")).isdisjoint(low)
