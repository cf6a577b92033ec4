"""A Reading goes in, what the subject makes comes out: name, kind in the source's words, status, licence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import Phrases, forms, word_set
from briefing.model.claim import Claim, ProductValues
from briefing.model.dates import When

Status = Literal["released", "announced", "planned"]
_SHORTEST_QUOTE = 2
_ENDS = frozenset(',;:.()—"')
_OWN = frozenset({"its", "their", "our"})
_KIND_MOST = 12  # words of a kind as shown


@cache
def _verbs(key: str) -> frozenset[str]:
    return frozenset(form for verb in load("products")[key] for form in forms(verb) if " " not in form)


@cache
def _licences() -> Phrases:
    return Phrases((phrase, phrase) for phrase in load("products")["licences"])


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each product of the subject that a sentence names as one."""
    for utterance in reading.utterances:
        if utterance.passage.kind not in ("sentence", "item", "title"):
            continue
        for name in _candidates(utterance):
            kind = _kind(reading, utterance, name)
            clause = utterance.clause_at(name.start)
            if kind is None or not _is_own(reading, utterance, clause, name):
                continue
            values = ProductValues(
                _printed(reading, name),
                kind,
                _status(utterance.sentence, name, clause),
                _licence(utterance, name),
                _when(utterance, clause),
                _launched(utterance.sentence, name) and clause.modality == "asserted",
            )
            yield make(reading, clause, "product", values)


def _candidates(utterance: Utterance) -> Iterator[FoundName]:
    """Names that can be products: no person, place or outlet, no company that the texts know as one."""
    for name in utterance.names:
        if (name.kind in ("product", "unknown") and not name.is_subject) or (
            name.kind == "organisation" and not name.is_subject and _called(utterance.sentence, name)
        ):
            yield name


def _called(sentence: Sentence, name: FoundName) -> bool:
    first = sentence.first_word(name)
    before = sentence.words.low[first - 1] if first else ""
    if before == '"' and first > 1:
        before = sentence.words.low[first - 2]
    return before in load("products")["called"]


def _printed(reading: Reading, name: FoundName) -> str:
    return name.text


# ------------------------------------------------------------------ is it a product, and which


def _kind(reading: Reading, utterance: Utterance, name: FoundName) -> str | None:
    """The source's words on what it is; "" if it is launched without a word on that; None if it is no product here."""
    sentence = utterance.sentence
    behind = _apposition(reading, sentence, name)
    before = _in_front(reading, sentence, name)
    if before and name.kind in ("product", "unknown"):
        return behind or before
    if behind and _product_like(behind):
        return behind
    if _launched(sentence, name) or (name.kind == "product" and _extends(reading, name)):
        return before or behind or ""
    return None


def _extends(reading: Reading, name: FoundName) -> bool:
    """The subject's name with more behind it ("Acme Cloud")."""
    return any(name.text.startswith(f"{own} ") for own in reading.subject_names)


def _product_like(text: str) -> bool:
    words = text.lower().replace("-", " ").split()
    nouns = frozenset(load("products")["nouns"])
    return any(word in nouns for word in words[:_KIND_MOST]) and not any(
        word in word_set("companies", "nouns") and word not in nouns for word in words[:6]
    )


def _in_front(reading: Reading, sentence: Sentence, name: FoundName) -> str:
    """ "its code agent Skylark", "a model called Skylark", "platforms like Skylark", "an agent platform (Skylark)"."""
    words = sentence.words
    at = sentence.first_word(name) - 1
    while at >= 0 and words.raw[at] in '"(':
        at -= 1
    if at >= 0 and words.low[at] in load("products")["called"]:
        at -= 2 if at and words.raw[at - 1] == "," else 1
    elif at > 0 and words.low[at] == "as" and words.low[at - 1] in ("such", "known"):
        at -= 2
    elif at >= 0 and words.low[at] in ("like", "including"):
        at -= 1
    if at < 0 or not _head(words.low[at]):
        return ""
    first = at
    while first > 0 and at - first < 6 and _describes(sentence, first - 1):
        first -= 1
    return reading.source.text[words.starts[first] : words.ends[at]]


def _head(low: str) -> bool:
    nouns = frozenset(load("products")["nouns"])
    return low in nouns or low.rsplit("-", 1)[-1] in nouns


def _describes(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    low = words.low[at]
    if sentence.name_at[at] is not None or words.raw[at] in _ENDS or low == "'s":
        return False
    linked = low == "and" and at > 0 and not is_determiner(words.low[at - 1])
    plain = not (
        is_determiner(low)
        or is_preposition(low)
        or is_finite(sentence.words, at)
        or is_adverb(low)
        or low in ("to", "and", "or", "plus")
    )
    return linked or (plain and low not in _verbs("launch"))


def _apposition(reading: Reading, sentence: Sentence, name: FoundName) -> str:
    """ "Skylark, a text-to-speech model that …": the words behind the article up to the next clause."""
    words = sentence.words
    at = sentence.last_word(name) + 1
    if at < len(words) and words.raw[at] == '"':
        at += 1
    while at < len(words) and words.raw[at] == "(":
        at = next((number + 1 for number in range(at, len(words)) if words.raw[number] == ")"), len(words))
    if at + 2 >= len(words) or words.raw[at] != ",":
        return ""
    at += 1
    if words.low[at] == "described" and words.low[at + 1] == "as":
        at += 2
    if at >= len(words) or words.low[at] not in ("a", "an", "the", "its"):
        return ""
    first, last = at + 1, at + 1
    while (
        last < len(words)
        and last - first < _KIND_MOST
        and words.raw[last] not in _ENDS
        and words.low[last] not in ("that", "which", "for", "designed", "powered", "tuned", "built", "who", "is")
    ):
        last += 1
    return reading.source.text[words.starts[first] : words.ends[last - 1]] if last > first else ""


def _launched(sentence: Sentence, name: FoundName) -> bool:
    """Does a verb of launching stand right before the name, articles and adjectives apart?"""
    words = sentence.words
    at = sentence.first_word(name) - 1
    steps = 0
    while (
        at >= 0
        and steps < 4
        and (is_determiner(words.low[at]) or words.raw[at] == '"' or words.low[at] in ("new", "first", "latest", "of"))
    ):
        at -= 1
        steps += 1
    if at >= 0 and words.low[at] in _verbs("launch"):
        return True
    return (
        at > 1
        and words.low[at] == "and"
        and sentence.name_at[at - 1] is not None
        and _launched_before(sentence, at - 1)
    )


def _launched_before(sentence: Sentence, at: int) -> bool:
    name = sentence.name_at[at]
    return name is not None and name.kind in ("product", "unknown") and _launched(sentence, name)


# ------------------------------------------------------------------ whose it is


def _is_own(reading: Reading, utterance: Utterance, clause: Clause, name: FoundName) -> bool:
    """Is the product the subject's, not one of a company that owns or makes it in the same breath?"""
    sentence = utterance.sentence
    first = sentence.first_word(name)
    for at in range(first - 1, max(first - 8, -1), -1):
        owner = sentence.name_at[at]
        if sentence.words.raw[at] in ",;:":
            break
        if owner is not None and at + 1 < len(sentence.words) and sentence.words.low[at + 1] == "'s":
            return owner.is_subject
        if sentence.words.low[at] in _OWN:
            nearest = [
                other for other in sentence.names if other.kind == "organisation" and sentence.first_word(other) < at
            ]
            return clause.is_subject and (not nearest or nearest[-1].is_subject)
    if name.canonical in reading.aliases and any(
        own in reading.aliases[name.canonical] for own in reading.subject_names
    ):
        return False
    if _extends(reading, name):
        return True
    return clause.is_subject


# ------------------------------------------------------------------ status, licence, date


def _status(sentence: Sentence, name: FoundName, clause: Clause) -> Status:
    words = sentence.words
    first = sentence.first_word(name)
    near = words.low[max(first - 8, 0) : first]
    if clause.modality in ("planned", "hypothetical", "rumoured") or "planned" in near or "upcoming" in near:
        return "planned"
    announced = any(low in _verbs("announcing") for low in near) and not any(
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
    if not any(low in _verbs("launch") for low in words.low[first:last]) and clause.modality != "planned":
        return None
    dates = [date.when for date in utterance.dates if clause.start <= date.start < clause.end and date.when.edtf]
    return dates[0] if dates else None
