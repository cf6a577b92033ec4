"""A figure goes in, whether it is the subject's though no name in front of it says so comes out."""

from __future__ import annotations

from briefing.claims.movements import moved_by, moved_to
from briefing.claims.ownthings import is_own_thing
from briefing.claims.passing import is_about
from briefing.claims.phrases import words_of
from briefing.claims.saidof import said_of
from briefing.claims.sumfigures import Figure
from briefing.claims.takers import Taker
from briefing.claims.usedby import is_used_by
from briefing.claims.view import View
from briefing.claims.words import word_set


def is_moved(seen: View, figure: Figure) -> bool:
    """ "Deliveries rose 17% to | 2.6 million", where nobody else is spoken of: what moved is the subject's."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if not clause.setting_is_subject or not is_about(seen.reading) or not figure.name:
        return False
    if any(name.kind == "organisation" and not name.is_subject for name in seen.utterance.names):
        return False
    return (moved_by if figure.unit == "percent" else _moved)(seen, figure.at, figure.after) != ""


def _moved(seen: View, first: int, _: int) -> str:
    return moved_to(seen, first)


def is_told_as_we(seen: View, figure: Figure) -> bool:
    """ ""We have added | 140 customers.": what an officer of the subject's says of "us"; "Churn is | 2 percent.", where
    neither a name nor a pronoun stands for anybody else."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if clause.holder_kind != "company":
        return False
    if not clause.topic and "we" in seen.low and "i" not in seen.low:
        return True
    if figure.number is None or seen.utterance.names or not _OTHERS.isdisjoint(seen.low[: figure.at]):
        return False
    return said_of(seen, figure.at) != ""


_PEOPLE = frozenset("it they he she its their his her".split())
_OTHERS = _PEOPLE | frozenset("the this that these those a an your you".split())


def is_of_papers(seen: View, figure: Figure) -> bool:
    """ "Accounts filed in May show a turnover of | $5 million", in an article on the subject: nobody else is named."""
    opening = seen.low[: min(_PAPERS, figure.at)]
    verb = next((at for at, word in enumerate(opening) if word in _SHOWING), 0)
    ahead = opening[:verb] or ("",)
    whose = _PEOPLE.isdisjoint(ahead[1:]) and ahead[0] != "its"
    if not verb or not whose or _FILED.isdisjoint(ahead[:3]) or "by" in ahead or "of" in ahead:
        return False
    named = (seen.name_at.get(at) for at in range(verb, figure.at))
    firms = [name for name in named if name is not None and name.kind == "organisation" and not name.is_subject]
    return is_about(seen.reading) and not firms


_PAPERS = 14  # words in which papers are told of
_FILED = frozenset("accounts filings documents results figures records books statements papers".split())
_SHOWING = frozenset({"show", "showed", "reveal", "revealed", "indicate", "put", "suggest", "record"})


def is_used(seen: View, figure: Figure) -> bool:
    """ "More than | 300 organisations now pay for the platform", in an article on the subject."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if figure.number is None or figure.unit == "percent" or not is_used_by(seen, figure.number):
        return False
    return clause.setting_is_subject or _hands_on(seen, figure)


def _hands_on(seen: View, figure: Figure) -> bool:
    """ "Northwind gave the tool to | 900 nurses": a customer, where no other maker was spoken of before."""
    here = seen.utterance
    about = is_about(seen.reading)
    before = seen.reading.utterances[here.index - 1] if here.index else here
    other = before.clauses[-1].topic if before.passage.block == here.passage.block else ""
    ahead = seen.words(max(0, figure.at - 8), figure.at)
    return about and (not other or before.clauses[-1].is_subject) and "the" in ahead and "its" not in ahead


OF_TRADE = frozenset({"revenue", "revenues", "sales", "turnover", "orders", "income", "bookings", "backlog"})
_CONTRIBUTING = frozenset(
    "accounted accounts account stood stands was is are were represented represents represent brought brings "
    "contributed "
    "contributes contributing up provides provided came comes generating".split()
)


def is_part_of_own(seen: View, figure: Figure) -> bool:
    """ "The ministry accounted for | 40 per cent of turnover": of those of the company that the article is about."""
    if figure.unit != "percent" or not figure.name.startswith("share of "):
        return False
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    about = clause.setting_is_subject or is_about(seen.reading)
    ahead = set(seen.words(max(0, figure.at - 6), figure.at))
    return about and figure.name.split()[2] in OF_TRADE and not _CONTRIBUTING.isdisjoint(ahead)


_JUDGING = frozenset({"puts", "put", "pegs", "pegged", "estimates", "estimated", "sees", "rates", "reckons"})


def is_estimated(seen: View, figure: Figure) -> bool:
    """ "Acme has news. The research firm puts its share at | 14%": "its" is whom the sentence before was about."""
    here = seen.utterance
    at = next((at for at in range(figure.at - 1, max(figure.at - 14, 0), -1) if seen.word(at) == "its"), 0)
    if not at or not here.index or seen.word(at - 1) not in _JUDGING or "at" not in seen.words(at, figure.at):
        return False
    before = seen.reading.utterances[here.index - 1]
    return before.passage.block == here.passage.block and before.clauses[0].is_subject


def is_of_thing(seen: View, figure: Figure) -> bool:
    """ "a loan to Acme to finance a plant in Oslo that will turn out | 5,000 tonnes and employ 340 people"."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    own = clause.setting_is_subject or any(name.is_subject for name in seen.utterance.names)
    that = next(
        (at for at in range(figure.at - 1, max(figure.at - 16, 0), -1) if seen.word(at) in ("that", "which")), 0
    )
    if not own or not that or figure.amounts:
        return False
    ahead = range(that - 1, max(that - 8, -1), -1)
    thing = next((at for at in ahead if seen.word(at) in words_of("metrics", "said_of", "things")), -1)
    if thing < 0 or seen.word(that + 1) not in ("will", "can", "is", "would", "has", "should"):
        return False
    return not any(
        (name := seen.name_at.get(at)) is not None and name.kind == "organisation" and not name.is_subject
        for at in range(max(0, thing - 4), that)
    )


def is_of_shareholder(seen: View, figure: Figure) -> bool:
    """ "Oakfund, the biggest shareholder with | 24 per cent"."""
    return seen.words(figure.at - 2, figure.at) in _SHAREHOLDER_WITH and is_about(seen.reading)


_SHAREHOLDER_WITH = (["shareholder", "with"], ["investor", "with"], ["owner", "with"])


def is_stake_in_own(seen: View, figure: Figure) -> bool:
    """ "Oakfund, which paid $5 million for a | 60 per cent stake": in the company that the talk is of."""
    if not figure.name.endswith("stake"):
        return False
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    about = clause.setting_is_subject or seen.utterance.clauses[0].is_subject or is_of_shareholder(seen, figure)
    ahead = [seen.name_at.get(at) for at in range(figure.after, min(figure.after + 8, len(seen.found)))]
    named = [name for name in ahead if name is not None and name.kind in ("organisation", "unknown")]
    return about if not named or seen.word(seen.index(named[0].start) - 1) != "in" else named[0].is_subject


def is_of_own_thing(seen: View, found: Taker) -> bool:
    """Is the other whose it seems to be only a thing of the subject's with a name?"""
    return found.who == "other" and is_own_thing(seen.reading, found.name)


def is_held(seen: View, figure: Figure) -> bool:
    """ "Its first plant has …", "The new line will employ …": a thing without a name where the talk is of the subject;
    a count of those who work for the subject; a payment to it."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, high = seen.span(clause.start, clause.end)
    behind = seen.words(figure.after, min(figure.after + 6, high))
    if figure.unit == "people" or figure.name == "employees":
        named = (seen.name_at.get(at) for at in range(figure.after, min(figure.after + 6, high)))
        at_subject = any(name is not None and name.is_subject for name in named)
        others = any(
            name.kind == "organisation" and not name.is_subject and name.start < clause.end and name.end > clause.start
            for name in seen.utterance.names
        )
        if {"work", "works", "worked", "working"} & set(behind) and clause.setting_is_subject and not others:
            return True  # "Some 70 people work in the old shed"
        if {"for", "at"} & set(behind) and (at_subject or ("it" in behind and clause.setting_is_subject)):
            return True
    if figure.name in ("upfront payment", "milestone payments"):
        return clause.setting_is_subject or any(name.is_subject for name in seen.utterance.names)
    if clause.topic or not clause.setting_is_subject:
        return False
    things = words_of("metrics", "said_of", "things")
    if seen.word(low) in ("the", "this", "that") and seen.word(low + 1) in word_set("companies", "body_heads"):
        return False  # "The hospital has | 40 of them"
    opening = seen.word(low) in ("its", "our", "the", "this", "that")
    return opening and bool(things & set(seen.words(low, min(low + 6, figure.at))))


def is_listed(seen: View) -> bool:
    """An entry of a list of facts, in an article on the subject, under no other company's name."""
    others = [name for name in seen.utterance.names if name.kind == "organisation" and not name.is_subject]
    about = seen.reading.utterances[0].clauses[0]
    headed = any(name in seen.utterance.passage.heading for name in seen.reading.subject_names)
    own = all(is_own_thing(seen.reading, name.canonical) for name in others)
    return seen.utterance.passage.kind == "item" and own and (headed or about.setting_is_subject)
