"""A name that may be a product goes in; whether it is the subject's comes out: by "its", by what is said of it, by who
makes it."""

from __future__ import annotations

from functools import cache

from briefing.claims.deeds import deed_of
from briefing.claims.doers import is_subjects
from briefing.claims.productkinds import extends, is_called, launched, launched_behind, product_verbs
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.verbs import is_determiner, is_finite
from briefing.claims.words import forms, row

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
    if is_its(sentence, name):
        return _is_subjects(sentence, clause, name) or None
    if name.canonical in reading.aliases and any(
        own in reading.aliases[name.canonical] for own in reading.subject_names
    ):
        return None
    if extends(reading, name):
        return True
    if not clause.is_subject:
        return None
    return (
        reading.source.language != "en"
        or _is_pointed_at(utterance, clause, name)
        or _is_made(reading, utterance, clause, name)
    )


def is_its(sentence: Sentence, name: FoundName) -> bool:
    """ "Skylark, | its sorting software,": is it apposed so?"""
    low, behind = sentence.words.low, sentence.last_word(name) + 1
    return low[behind : behind + 1] == (",",) and not _OWN.isdisjoint(low[behind + 1 : behind + 2])


def is_apposed(sentence: Sentence, name: FoundName) -> bool:
    """ "to complete Skylark, | a computer that …"."""
    low, behind = sentence.words.low, sentence.last_word(name) + 1
    return low[behind : behind + 2] in ((",", "a"), (",", "an"))


def _is_subjects(sentence: Sentence, clause: Clause, name: FoundName) -> bool:
    """Is the company spoken of in front of the name the subject, or the clause's where none is?"""
    companies = [other for other in sentence.names if other.kind == "organisation" and other.start < name.start]
    return companies[-1].is_subject if companies else clause.is_subject


def _is_pointed_at(utterance: Utterance, clause: Clause, name: FoundName) -> bool:
    """ "The sorting software, called | Skylark", "the flagship product, | Skylark", "with the launch of | Skylark"."""
    sentence = utterance.sentence
    words, first = sentence.words, sentence.first_word(name)
    before = words.low[max(first - _NEAR, 0) : first]
    if before[-2:] in (("launch", "of"), ("release", "of")):
        return True
    if not _is_subjects(sentence, clause, name):
        return False
    at = next((at for at in range(len(before) - 1, -1, -1) if is_determiner(before[at])), -1)
    named = is_called(sentence, name)
    phrase = range(first - len(before) + at + 1, first - 1 if named else first)
    if at < 0 or before[at] != "the" or any(is_finite(words, number) for number in phrase):
        return False
    return named or (before[-1] == "," and not _FOREMOST.isdisjoint(before[at:]))


_NEAR = 8  # words in front
_FOREMOST = row("first second third fourth flagship main core latest newest next current")


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
    makes = launched(utterance.sentence, name) or not _verbs(name.kind == "organisation").isdisjoint(near)
    # "completes the work | inside other software such as Skylark"
    return makes and _WHERE.isdisjoint(near) and is_subjects(reading, utterance, clause, deed)


_WHERE = row("in inside into within")


@cache
def _verbs(building: bool) -> frozenset[str]:
    """building: only what is done to a machine, not what is done with a company, too ("runs", "opened", "added")."""
    if building:
        return frozenset(form for verb in _BUILDING for form in forms(verb))
    return product_verbs("launch") | product_verbs("making") | {"is", "are", "calls"}


_BUILDING = row("build develop design complete finish manufacture produce release ship unveil launch")
