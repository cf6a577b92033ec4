"""A sum in an item of a list goes in, who takes it comes out: by the item's label, its first name, its heading."""

from __future__ import annotations

from functools import cache

from briefing.claims.phrases import words_of
from briefing.claims.sketches import Memory
from briefing.claims.takers import (
    SUBJECT,
    Taker,
)
from briefing.claims.view import View
from briefing.claims.wordclasses import word_classes


def heads_history(view: View) -> bool:
    """ "Funding history", "Rounds to date": a heading over the company's own rounds; no name opens the entry."""
    heading = view.utterance.passage.heading.lower().split()
    return not _OF_ROUNDS.isdisjoint(heading) and len(heading) <= 4 and 0 not in view.name_at


_OF_ROUNDS = frozenset({"funding", "rounds", "financing", "fundraising", "raised", "capital"})


def labelled_taker(view: View, first: int) -> Taker | None:
    """ "- Northwind: | $20m Series A, led by Oakfund": in a list of deals the name in front of the colon takes it."""
    passage = view.utterance.passage
    colon = next((at for at in range(1, 4) if view.word(at) == ":"), 0)
    if passage.kind != "item" or not colon or not colon < first <= colon + 4:
        return None
    lead = view.text[passage.lead_in.start : passage.lead_in.end].lower() if passage.lead_in else ""
    if any(word in lead for word in ("investor", "backer", "lender", "participant", "shareholder", "who ", "gave")):
        return None
    label = view.text[view.offset(0) : view.end(colon - 1)]
    if not label[0].isupper() or not _no_label().isdisjoint(view.words(0, colon)):
        return None
    own = any(name.lower() == label.lower() for name in view.reading.subject_names)
    return None if own else Taker("other", label)


@cache
def _no_label() -> frozenset[str]:
    """Words in front of a colon that say what the sum is, and name nobody."""
    kinds = ("company", "date", "valuation", "total", "round", "amount", "backers")
    columns = [words_of("rounds", "columns", kind) for kind in kinds]
    nouns = [words_of("rounds", "nouns", kind) for kind in ("round", "debt", "grant", "equity", "valuation", "ipo")]
    names = words_of("rounds", "names", "lettered") | words_of("rounds", "names", "staged")
    classes = word_classes()
    return frozenset(names | classes.common | classes.generic | classes.calendar).union(*columns, *nouns)


def item_opener(view: View, verb: int) -> Taker | None:
    """ "- Northwind, a payment platform, raised …": in a list of deals the name an item begins with takes the money."""
    passage = view.utterance.passage
    first = view.name_at.get(0)
    if passage.kind != "item" or first is None or first.is_subject or first.owner or first.kind in ("place", "person"):
        return None
    behind = view.span(first.start, first.end)[1]
    between = [view.word(at) for at in range(behind, verb) if at not in view.name_at]
    apposed = not between or (between[0] in (",", "(") and between[-1] in (",", ")"))
    return Taker("other", first.canonical) if apposed else None


def by_lead_in(view: View, first: int, memory: Memory) -> Taker | None:
    """A list item that names nobody in front of its sum is about whom its lead-in or the item before is about."""
    if any(view.index(name.start) < first for name in view.utterance.names):
        return None
    lead_in = view.utterance.passage.lead_in
    words = view.text[lead_in.start : lead_in.end] if lead_in else view.utterance.passage.heading
    if any(name in words for name in view.reading.subject_names):
        return SUBJECT
    return memory.taker if memory.taker.who != "unknown" else None
