"""A Reading goes in, what the subject makes comes out: name, kind in the source's words, status, licence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from briefing.claims.eventdates import of_telling
from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.productkinds import is_body, is_called, is_there, kind_of, launched, product_verbs
from briefing.claims.productsowned import is_apposed, is_its, is_own_product
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.words import Phrases
from briefing.model.claim import Claim, ProductValues
from briefing.model.dates import When

Status = Literal["released", "announced", "planned"]


@cache
def _licences() -> Phrases:
    return Phrases((phrase, phrase) for phrase in load("products")["licences"])


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each product of the subject that a sentence names as one."""
    for utterance in reading.utterances:
        if utterance.passage.kind not in ("sentence", "item", "title"):
            continue
        for name in _candidates(reading, utterance):
            kind = kind_of(reading, utterance.sentence, name)
            clause = utterance.clause_at(name.start)
            own = is_own_product(reading, utterance, clause, name) if kind is not None and not is_body(kind) else None
            if kind is None or own is None:
                continue
            values = ProductValues(
                name.text,
                kind,
                _status(utterance.sentence, name, clause),
                _licence(utterance, name),
                _when(utterance, clause),
                (launched(utterance.sentence, name) and clause.modality == "asserted") or is_there(kind),
                own,
            )
            yield make(reading, clause, "product", values)


def _candidates(reading: Reading, utterance: Utterance) -> Iterator[FoundName]:
    """Names that can be products: no person, place or outlet, no company that the texts know as one."""
    for name in utterance.names:
        if name.is_subject or _is_likened(utterance.sentence, name):
            continue
        thing = name.kind == "organisation" and (
            name.canonical in reading.things
            or is_called(utterance.sentence, name)
            or is_its(utterance.sentence, name)
            or is_apposed(utterance.sentence, name)
        )
        if thing or name.kind in ("product", "unknown"):
            yield name


def _is_likened(sentence: Sentence, name: FoundName) -> bool:
    """ "build | the Skylark of drones": what it wants to be like."""
    low, first, end = sentence.words.low, sentence.first_word(name), sentence.last_word(name) + 1
    return low[first - 1 : first] == ("the",) and low[end : end + 1] in (("of",), ("for",))


# ------------------------------------------------------------------ status, licence, date


def _status(sentence: Sentence, name: FoundName, clause: Clause) -> Status:
    words = sentence.words
    first = sentence.first_word(name)
    near = words.low[max(first - 8, 0) : first]
    if clause.modality in ("planned", "hypothetical", "rumoured") or "planned" in near or "upcoming" in near:
        return "planned"
    announced = any(low in product_verbs("announcing") for low in near) and not any(
        low in ("launched", "released", "launches") for low in near
    )
    return "announced" if announced else "released"


def _licence(utterance: Utterance, name: FoundName) -> str:
    """How others may use it, by the words between the names before and behind."""
    sentence = utterance.sentence
    first, last = sentence.first_word(name), sentence.last_word(name)
    place = utterance.names.index(name)
    before = sentence.last_word(utterance.names[place - 1]) + 1 if place else 0
    before = next((at for at in range(first - 1, before - 1, -1) if sentence.words.low[at] == "and"), before)
    names = utterance.names
    behind = sentence.first_word(names[place + 1]) if place + 1 < len(names) else len(sentence.words)
    joint = next((at for at in range(last + 1, behind) if sentence.words.low[at] == "and"), behind)
    found = next(_licences().all(sentence.words.low, max(before, first - 8), joint), None)
    return found[2] if found else ""


def _when(utterance: Utterance, clause: Clause) -> When | None:
    """The date of a launch told in this clause."""
    words = utterance.sentence.words
    first, last = words.index_at(clause.start), words.index_at(clause.end)
    if not any(low in product_verbs("launch") for low in words.low[first:last]) and clause.modality != "planned":
        return None
    planned = clause.modality == "planned"
    told = [date for date in utterance.dates if clause.start <= date.start < clause.end and date.when.edtf]
    dates = [date.when for date in told if not (planned and of_telling(utterance, date))]
    return dates[0] if dates else None
