"""A figure of a company's worth in its utterance goes in, whose worth it is comes out where names beside it tell."""

from __future__ import annotations

from briefing.claims.passing import is_about
from briefing.claims.sumfigures import Figure
from briefing.claims.takers import SUBJECT, Taker, of_name
from briefing.claims.view import View

_COMING_IN = frozenset("put puts invested invests bought came entered joined backed topped subscribed".split())
_FOR = frozenset({"valuation", "value", "worth"})
_JUDGING = frozenset({"puts", "put", "pegs", "pegged", "estimates", "estimated", "sees", "rates", "reckons"})
_APPOSED = 18  # words of an apposition in front of a figure


def of_worth(seen: View, figure: Figure) -> Taker | None:
    return _of_aside(seen, figure) or _of_valued(seen, figure) or _of_entry(seen, figure)


def _of_aside(seen: View, figure: Figure) -> Taker | None:
    """ "Northwind, once valued at | $5 million, shut down": of the company right in front of the comma."""
    ahead = range(figure.at - 1, max(figure.at - 5, 0), -1)
    verb = next((at for at in ahead if seen.word(at) in ("valued", "worth")), 0)
    at = verb - 1
    while at > 0 and seen.word(at) in ("once", "last", "recently", "now", "currently", "most", "previously", "then"):
        at -= 1
    name = seen.name_at.get(at - 1) if verb and seen.word(at) == "," else None
    if name is None or name.text in seen.reading.things or name.kind not in ("organisation", "unknown", "product"):
        return None
    return of_name(name)


def _of_valued(seen: View, figure: Figure) -> Taker | None:
    """ "a sale of Acme that could value it at | $5 million", "bought Acme in a deal that valued the business at | $9m":
    the company named last in front of the pronoun or noun that is valued."""
    for at in range(figure.at - 1, max(figure.at - 8, 0), -1):
        if seen.word(at) not in ("value", "values", "valued", "valuing") or seen.word(at + 1) not in ("it", "the"):
            continue
        named = [seen.name_at[index] for index in range(at) if index in seen.name_at]
        firms = [name for name in named if name.kind in ("organisation", "unknown") or name.is_subject]
        own = bool(firms) and firms[-1].is_subject
        return SUBJECT if own and len({name.canonical for name in firms}) > 1 else None
    return None


def _of_entry(seen: View, figure: Figure) -> Taker | None:
    """ "Oakfund put in its $45 million at a valuation of | $5 million", "Oakfund puts the value at | $5 million":
    of the company that the text is about, where an investor or an observer is whom the clause is about."""
    first, about = max(0, figure.at - _APPOSED), is_about(seen.reading)
    clause = seen.utterance.clause_at(seen.offset(figure.at))
    if clause.is_subject or not (about or clause.setting_is_subject):
        return None
    verb = next((at for at in range(figure.at - 1, first, -1) if seen.word(at) in _COMING_IN | _JUDGING), 0)
    between = seen.words(verb, figure.after + 2)
    named = [seen.name_at[at] for at in range(verb, figure.after + 6) if at in seen.name_at]
    if not verb or _FOR.isdisjoint(between) or {"that", "which", "her", "his", "their"} & set(between[3:]):
        return None
    judged = seen.word(verb) in _JUDGING and seen.word(verb + 1) == "the" and "at" in between
    entered = seen.word(verb) in _COMING_IN and {"in", "at", "up"} & set(between[1:3])
    return SUBJECT if (judged or entered) and all(name.is_subject for name in named) else None
