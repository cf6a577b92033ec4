"""A figure in its utterance goes in, whether it is no company's comes out: a market's, a country's or a person's."""

from __future__ import annotations

from itertools import pairwise

from briefing.claims.phrases import words_of
from briefing.claims.sumfigures import Figure
from briefing.claims.takers import Taker
from briefing.claims.view import View

_PUBLIC = frozenset("defense defence military federal national state city government household public".split())
_HAVE = frozenset({"has", "have", "had"})
_BESIDE = frozenset({"compared", "versus", "against", "than"})


def of_place_or_person(seen: View, figure: Figure) -> Taker | None:
    """ "India has | 1.2 million trucks", "Mr. Roe has | three cards": of a place or a person."""
    if figure.number is None or figure.unit in ("percent", "people"):
        return None
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, _ = seen.span(clause.start, clause.end)
    verb = next((at for at in range(figure.at - 1, max(low, figure.at - 6), -1) if seen.word(at) in _HAVE), -1)
    name = seen.name_at.get(verb - 1) if verb > low else None
    if verb > low and seen.word(verb - 1) in ("he", "she"):
        return Taker("other", "a person")
    owned = name is not None and seen.word(seen.index(name.start) - 1) in ("in", "of", "at", "from", "to")
    return (
        Taker("other", name.canonical) if name is not None and name.kind in ("place", "person") and not owned else None
    )


def is_forecast(seen: View, figure: Figure) -> bool:
    """ "Consultants at Northwind think that | 3 GW will stand by 2030": what an outsider counts, of nobody named."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if (
        figure.amounts
        or figure.unit == "percent"
        or clause.holder_kind != "third-party"
        or clause.modality != "planned"
    ):
        return False
    if any(name.is_subject for name in seen.utterance.names):
        return False
    words = seen.words(*seen.span(clause.start, clause.end))
    return words_of("metrics", "gate", "own").isdisjoint(words)


def is_counted(seen: View, figure: Figure) -> bool:
    """ "Stores lost | 1.4% of revenue, according to the Grocers' Association": what a body counts of a trade."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    bodies = (holder.lower().split()[-1] for holder in clause.holders[:1])
    if clause.holder_kind not in ("third-party", "database") or _BODIES.isdisjoint(bodies):
        return False
    if any(name.is_subject for name in seen.utterance.names):
        return False
    return words_of("metrics", "gate", "own").isdisjoint(seen.words(*seen.span(clause.start, clause.end)))


_BODIES = frozenset("federation association bureau institute chamber confederation census league".split())


def is_surveyed(seen: View, figure: Figure) -> bool:
    """ "67% of respondents", "a survey by Northwind found that | 70% of factories …", "legacy players, some with | $1
    billion in revenue": what was asked of many, or what some of them have."""
    if seen.word(figure.at - 1) == "with" and seen.word(figure.at - 2) in _SOME:
        return True
    if figure.unit not in ("percent", "fraction"):
        return False
    if not _ASKED.isdisjoint(seen.words(figure.after, figure.after + 4)):
        return True
    study = next(
        (at for at in range(figure.at - 1, max(figure.at - _FINDING, -1), -1) if seen.word(at) in _STUDIES), -1
    )
    if study < 0 or _FOUND.isdisjoint(seen.words(study, figure.at)):
        return False
    told = seen.words(study, min(figure.after + 12, len(seen.found)))
    named = any((name := seen.name_at.get(at)) is not None and name.is_subject for at in range(study, len(seen.found)))
    return not named and words_of("metrics", "gate", "own").isdisjoint(told)


_SOME = frozenset({"some", "others", "many", "most", "several"})
_ASKED = frozenset({"respondents", "participants", "interviewees", "surveyed", "polled"})
_STUDIES = frozenset({"survey", "poll", "study", "report", "research", "census", "paper"})
_FOUND = frozenset(
    {"found", "finds", "shows", "showed", "says", "said", "suggests", "suggested", "revealed", "reveals"}
)
_FINDING = 16  # tokens between a study and what it found


def is_of_trade(seen: View, figure: Figure) -> bool:
    """ "Biocarbon prices rose 4 per cent", "funds raised by startups fell 11%": no owner, and a trade's own noun."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, _ = seen.span(clause.start, clause.end)
    ahead = seen.words(low, min(figure.at, low + 12))
    if figure.unit != "percent" or any(
        name is not None and name.is_subject for name in map(seen.name_at.get, range(low, figure.at))
    ):
        return False
    verb = next((at for at, word in enumerate(ahead) if word in words_of("metrics", "said_of", "verbs")), 0)
    phrase = ahead[:verb]
    if "share" in phrase:
        return False
    owned = {"its", "our", "their", "his", "her", "company", "s"} & set(phrase)
    return not owned and bool(set(phrase[:4]) & words_of("metrics", "said_of", "market"))


def _of_country(seen: View, figure: Figure, low: int) -> bool:
    """ "The country has 5 million farms": a count told of a market or a country, in a sentence without the subject."""
    if any(name.is_subject for name in seen.utterance.names):
        return False
    told = seen.words(low, min(figure.after + 10, len(seen.found)))
    end = next((at for at, word in enumerate(told) if word in _BESIDE), len(told))  # "compared with the industry's 3%"
    words = set(told[:end])
    return bool(words & words_of("metrics", "gate", "lands")) and not words & words_of("metrics", "gate", "own")


def is_of_market(seen: View, figure: Figure) -> bool:
    """ "The market is worth $50 billion", "worldwide volume": nobody's own sum."""
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    low, _ = seen.span(clause.start, clause.end)
    places = range(max(low, figure.at - 10), figure.at)
    words = {seen.word(at) for at in places if at not in seen.name_at}  # "Wren Market's revenue" is of no market
    if not figure.amounts:
        return _of_country(seen, figure, low)
    if figure.name == "budget" and seen.words(figure.at - 14, figure.at).count("budget") == 1:
        at = max(index for index in range(figure.at) if seen.word(index) == "budget")
        if seen.word(at - 1) in _PUBLIC and "its" not in seen.words(at - 4, at):
            return True
    if {"is spending", "are spending"} & {
        " ".join(pair) for pair in pairwise(seen.words(max(low, figure.at - 10), figure.at))
    }:
        return False
    own = words & {"cap", "share", "capitalization", "its"} or figure.name == "market value"
    market = words & words_of("metrics", "gate", "market_heads") and not own
    return bool(market) or bool(words & {"worldwide", "globally", "nationwide"})
