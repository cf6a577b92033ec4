"""A name that may be a product goes in; whether it is the subject's comes out: by "its", by what is said of it, by who
makes it."""

from __future__ import annotations

from functools import cache

from briefing.claims.deeds import deed_of
from briefing.claims.doers import is_subjects
from briefing.claims.productkinds import extends, is_called, launched, launched_behind, product_verbs
from briefing.claims.reading import Clause, FoundName, Reading, Utterance
from briefing.claims.words import row

_OWN = row("its their our")


def is_own_product(reading: Reading, utterance: Utterance, clause: Clause, name: FoundName) -> bool | None:
    """Is the product the subject's? None where it is somebody else's, False where only the talk is of the subject."""
    sentence = utterance.sentence
    first = sentence.first_word(name)
    if name.canonical in reading.things:
        return True
    for at in range(first - 1, max(first - 8, -1), -1):
        owner = sentence.name_at[at]
        if sentence.words.raw[at] in ",;:" and at < first - 1:
            break
        if owner is not None and at + 1 < len(sentence.words) and sentence.words.low[at + 1] == "'s":
            return owner.is_subject or None
        if sentence.words.low[at] in _OWN:
            nearest = [
                other for other in sentence.names if other.kind == "organisation" and sentence.first_word(other) < at
            ]
            near = clause.is_subject and (not nearest or nearest[-1].is_subject)
            return near or None
    if name.canonical in reading.aliases and any(
        own in reading.aliases[name.canonical] for own in reading.subject_names
    ):
        return None
    if extends(reading, name):
        return True
    if not clause.is_subject:
        return None
    return (
        reading.source.language != "en" or _is_pointed_at(utterance, name) or _is_made(reading, utterance, clause, name)
    )


def _is_pointed_at(utterance: Utterance, name: FoundName) -> bool:
    """ "The software, called | Skylark", "with the launch of | Kite": the one that the text speaks of."""
    words = utterance.sentence.words
    first = utterance.sentence.first_word(name)
    before = words.low[max(first - 8, 0) : first]
    if before[-2:] in (("launch", "of"), ("release", "of")):
        return True
    return is_called(utterance.sentence, name) and first < _OPENING and words.low[0] == "the" and "," in before


_OPENING = 8  # words of "The sorting software, called"


def _is_made(reading: Reading, utterance: Utterance, clause: Clause, name: FoundName) -> bool:
    """ "Acme offers | Skylark", "Acme's answer is | Skylark": is the company the subject of the verb in front?"""
    deed = deed_of(utterance, clause, name.start, False)
    first, last = utterance.sentence.first_word(name), utterance.sentence.last_word(name)
    if deed.verb is None:
        return is_subjects(reading, utterance, clause, deed) and is_called(utterance.sentence, name)
    if launched_behind(utterance.sentence, name):
        clause = utterance.clause_at(utterance.sentence.words.starts[min(last + 3, len(utterance.sentence.words) - 1)])
        return is_subjects(reading, utterance, clause, deed_of(utterance, clause, clause.end - 1))
    if deed.verb < 0 or first <= deed.verb or any(first <= at <= last for at in deed.subject):
        return False
    near = utterance.sentence.words.low[deed.verb : first]
    makes = launched(utterance.sentence, name) or not _making().isdisjoint(near)
    return makes and is_subjects(reading, utterance, clause, deed)


@cache
def _making() -> frozenset[str]:
    return product_verbs("launch") | product_verbs("making") | {"is", "are", "calls"}
