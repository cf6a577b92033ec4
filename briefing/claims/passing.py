"""A figure whose clause names nobody goes in, whether it is the subject's all the same comes out: others passed by.

In an article on a company its backers, customers and suppliers are named ("Northwind supplies the servers."), and the
next figure ("Revenue rose to $5 million") is none of theirs. A rival that acts for itself keeps what follows.
"""

from __future__ import annotations

from briefing.claims.actingnames import company_acts
from briefing.claims.givers import is_giver
from briefing.claims.reading import FoundName, Reading, Utterance
from briefing.claims.saidof import said_of
from briefing.claims.seats import seated
from briefing.claims.sumfigures import Figure
from briefing.claims.takers import Taker
from briefing.claims.view import View

_QUOTED = frozenset("“\"'‘«„")
_NEAR = 6  # sentences in which the other was named last
_OTHERS = frozenset("it its they their them he she his her who which whose".split())
_ROUNDS = frozenset(
    {"round", "issue", "raise", "funding", "transaction", "placement", "financing", "investment", "valuation"}
)
_OURS = frozenset({"our", "us"})
_PAPER = frozenset({"shares", "stock"})
_HELPING = frozenset({"has", "have", "had", "will", "is", "was", "also"})
_STARTUPS = (("startup",), ("start-up",))
_HEADS = frozenset({"company", "group", "firm", "startup", "business"})


def is_about(reading: Reading) -> bool:
    """Is the article on the subject: by its title, or by its first line where the title is somebody's words?"""
    quoted = reading.source.text[reading.utterances[0].passage.start] in _QUOTED
    opening = reading.utterances[: 2 if quoted else 1]
    return any(utterance.clauses[0].setting_is_subject for utterance in opening)


def falls_to_subject(seen: View, figure: Figure, found: Taker) -> bool:
    """Is the figure of the one the article is about, though the clause is read as another's or as nobody's?"""
    if not is_about(seen.reading):
        return False
    ahead = seen.low[: figure.at]
    if found.who == "unknown":
        clause = seen.utterance.clause_at(seen.offset(figure.at))
        return clause.setting_is_subject and _is_of_trade(seen, figure) and not _names_firm(seen)
    if found.who != "other" or not found.name or _names_firm(seen, found.name):
        return False
    if figure.name == "valuation":
        return not _ROUNDS.isdisjoint(ahead[:4]) and not _names_firm(seen) and not _raised(seen, found.name)
    if not _is_of_trade(seen, figure) and _HEADS.isdisjoint(ahead):
        return False
    if ahead[:1] == ("the",) and any(seated(word, seen.reading.seats) == found.name for word in ahead[1:4]):
        return False  # "The Osaka group", told of Northwind of Osaka
    if ahead[:1] == ("the",) and ahead[1:2] in _STARTUPS:
        return is_giver(found.name)  # whom "the startup" means was looked for already
    return _OTHERS.isdisjoint(ahead[:3]) and _in_passing(seen, found.name)


def _raised(seen: View, other: str) -> bool:
    """ "Northwind raised $9 million. The round values the startup at": is the round just told of the other's own?"""
    here = seen.utterance
    for before in reversed(seen.reading.utterances[max(here.index - _TOLD, 0) : here.index]):
        if any(name.canonical == other for name in before.names):
            own = before.clauses[0].topic == other and not is_giver(other)
            return own and not _RAISING.isdisjoint(before.sentence.words.low)
    return False


_RAISING = frozenset("raised raises secured secures landed lands bagged bags netted nets snagged snags".split())
_TOLD = 2  # sentences in front in which a round is told of


def _is_of_trade(seen: View, figure: Figure) -> bool:
    """A sum, or a count of which a noun phrase of the sentence is the subject."""
    return bool(figure.amounts) or said_of(seen, figure.at) != ""


def _names_firm(seen: View, other: str = "") -> bool:
    """Does the sentence name an organisation that is not the subject (the other, if it is told), or open with one?"""
    names = [name for name in seen.utterance.names if not name.is_subject]
    if names and names[0].start == seen.utterance.passage.start and names[0].kind != "person":
        return True
    return any(name.canonical == other if other else name.kind == "organisation" for name in names)


def _in_passing(seen: View, other: str) -> bool:
    """Was the other last named as a backer, a person, or without a word of what it is or does for itself?"""
    if is_giver(other):
        return True
    here = seen.utterance
    for before in reversed(seen.reading.utterances[max(here.index - _NEAR, 0) : here.index]):
        named = [name for name in before.names if name.canonical == other]
        if named:
            return named[0].kind == "person" or not _acts(before, named[0])
    return False


def _acts(utterance: Utterance, name: FoundName) -> bool:
    """Is the name introduced as a company, or does it do there what companies do?"""
    low, behind = utterance.sentence.words.low, utterance.sentence.last_word(name) + 1
    if not _OURS.isdisjoint(low):
        return False  # "Northwind, which bought our pumps, has come to our store"
    if (name.descriptor and not utterance.clauses[0].is_subject) or not _PAPER.isdisjoint(low[:behind]):
        return True  # "Shares in Northwind rose by 3%."
    if low[behind : behind + 1] == (",",):
        behind += 2 if low[behind + 1 : behind + 2] == ("which",) else 0
    if low[behind : behind + 1] in (("is",), ("was",)) and not utterance.clauses[0].is_subject:
        return True  # "Northwind is the best there is."
    while behind < len(low) and low[behind] in _HELPING:
        behind += 1
    return company_acts(utterance.sentence, behind)
