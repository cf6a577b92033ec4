"""A Briefing in, plain facts for "At a glance" out: where and when founded, who leads, who owns, who buys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.briefing import ProfileFact
from briefing.model.claim import Tie
from briefing.model.records import dataclass
from briefing.slides import figures
from briefing.slides.clipping import shortenings
from briefing.slides.highlights import firm_rounds
from briefing.slides.ledger import Fact, Ledger
from briefing.slides.prose import Piece, Statement
from briefing.slides.wording import capital, joined, listed, plural, shown

MOST = 7
_MOST_PEOPLE = 4
_FEW = 6  # rows that fill the column
_PLACE, _YEAR = ("headquarters", "location", "based in"), ("founded", "founding year", "established")
_SKIPPED = (*_PLACE, *_YEAR, "description", "what it does", "business")


_FIRST_PERSON = ("we ", "our ", "i ", "my ")


@dataclass(frozen=True, slots=True)
class Glance:
    """leads, texts: versions, longest first; the citation stands behind the text."""

    leads: tuple[Statement, ...]
    texts: tuple[Statement, ...]
    ids: tuple[str, ...]


def glances(ledger: Ledger) -> tuple[Glance, ...]:
    """In this order: founding, people, other profile facts, owners, customers."""
    first = list(_founding(ledger))
    people = list(_people(ledger))[:_MOST_PEOPLE]
    rest = [*_profile(ledger), *_owners(ledger), *_customers(ledger)]
    found = [*first, *people, *rest]
    if len(found) < _FEW:
        found += [*_bought(ledger), *_backers(ledger)][: _FEW - len(found)]
    return tuple(found[:MOST])


def _glance(ledger: Ledger, leads: tuple[str, ...], texts: tuple[str, ...], *facts: Fact) -> Glance:
    cites, ids = ledger.cites(*facts), ledger.ids(*facts)
    head = tuple(Statement((Piece(text),), () if texts else cites, ids) for text in leads if text)
    return Glance(head, tuple(Statement((Piece(text),), cites, ids) for text in texts if text), ids)


def _named(ledger: Ledger, names: tuple[str, ...]) -> ProfileFact | None:
    return next((fact for fact in ledger.briefing.profile if fact.name.lower() in names), None)


def _founding(ledger: Ledger) -> Iterator[Glance]:
    place, year = _named(ledger, _PLACE), _named(ledger, _YEAR)
    facts = [fact for fact in (place, year) if fact]
    if not facts:
        return
    when = shown(year.value) if year else ""
    when = f"in {when}" if when[:1].isdigit() else when
    where = shown(place.value) if place else ""
    leads: tuple[str, ...]
    if where and when:
        leads = (
            f"{where}-based, founded {when}" if " " not in where else f"Based in {where}, founded {when}",
            f"Founded {when}",
        )
    else:
        leads = (f"Based in {where}",) if where else (f"Founded {when}",)
    # What the company does stands in the slide's title.
    texts = tuple(capital(version) for version in _founders(year)) if year else ()
    yield _glance(ledger, leads, texts, *facts)


def _founders(year: ProfileFact) -> tuple[str, ...]:
    """By whom it was founded, in the words behind the year: "by two brothers"; () where no source goes on so."""
    for part in year.evidence:
        found = _BY.search(shown(part.quote))
        if found:
            return shortenings(found[1], 3)
    return ()


_BY = re.compile(
    r"\b(?:founded|started|established|launched|set up)\b[^.,;]{0,30}?,? (by (?:[^.,;()]|\.(?=\w)|(?<=[A-Z])\.){6,110})"
)


def _people(ledger: Ledger) -> Iterator[Glance]:
    """Those of whom a source says what they do or did: a bare name tells nothing."""
    told = [person for person in ledger.briefing.people if person.role or person.background]
    ranked = sorted(told, key=lambda person: (not _chief(person.role), not person.background))
    for person in ranked:
        name, role = shown(person.name), shown(person.role)
        texts = tuple(capital(version) for version in shortenings(shown(person.background), 2))
        leads = (f"{name}, {role}", name) if role and texts else (name,)
        yield _glance(ledger, leads, texts or (capital(role),), person)


def _chief(role: str) -> bool:
    words = role.lower()
    return any(word in words for word in ("ceo", "chief", "founder", "president", "cto", "cfo", "head"))


def _profile(ledger: Ledger) -> Iterator[Glance]:
    for fact in ledger.briefing.profile:
        if fact.name.lower() not in _SKIPPED:
            value = figures.shortened(shown(fact.value))
            texts = tuple(capital(text) for text in shortenings(value))
            if value.lower().startswith(_FIRST_PERSON):
                texts = tuple(f"“{text}”" for text in texts)  # the company speaks, not the deck
            yield _glance(ledger, (capital(shown(fact.name)),), texts, fact)


def _owners(ledger: Ledger) -> Iterator[Glance]:
    for event in reversed(firm_rounds(ledger.briefing)):
        for part in event.contributions:
            if part.stake:
                name, stake = shown(part.investor), f"{part.stake:g}%"
                paid = f" for {figures.in_words(part.amount)}" if part.amount else ""
                at = f" at {shown(event.name)}" if event.name else ""
                took = "Reported to have taken" if event.standing == "reported" else "Took"
                texts = (f"{took} {stake}{paid}{at}", f"{took} {stake}{paid}", f"{took} {stake}", f"Took {stake}")
                yield _glance(ledger, (f"{name}, shareholder", name), texts, event)
                return


def _customers(ledger: Ledger) -> Iterator[Glance]:
    yield from _named_as(ledger, "Named customer", "customer")


def _bought(ledger: Ledger) -> Iterator[Glance]:
    yield from _named_as(ledger, "Company bought", "acquired")


def _backers(ledger: Ledger) -> Iterator[Glance]:
    yield from _named_as(ledger, "Named investor", "lead-investor", "investor")


def _named_as(ledger: Ledger, lead: str, *kinds: Tie) -> Iterator[Glance]:
    """The organisations with a tie, those that most sources name first."""
    found = [
        item for item in ledger.briefing.relationships if set(kinds) & set(item.kinds) and item.status == "current"
    ]
    if found:
        found.sort(key=lambda item: (-len(ledger.cites(item)), item.id))
        names = [shown(item.name) for item in found]
        head, _, tail = lead.partition(" ")
        many = f"{head} {plural(len(found), tail)}" if head == "Named" else f"{plural(len(found), head)} {tail}"
        texts = (joined(names), *(listed(names, most) for most in (4, 3, 2, 1) if most < len(names)))
        yield _glance(ledger, (many,), texts, *found)
