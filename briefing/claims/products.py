"""A Reading goes in, what the subject makes comes out: name, kind in the source's words, status, licence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from briefing.claims.deeds import deed_of
from briefing.claims.doers import is_subjects
from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.wares import singular
from briefing.claims.words import Phrases, forms, row, word_set
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
            own = _is_own(reading, utterance, clause, name) if kind is not None and not _is_body(kind) else None
            if kind is None or own is None:
                continue
            values = ProductValues(
                _printed(reading, name),
                kind,
                _status(utterance.sentence, name, clause),
                _licence(utterance, name),
                _when(utterance, clause),
                (_launched(utterance.sentence, name) and clause.modality == "asserted") or _is_there(kind),
                own,
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
    if behind and _product_like(reading, behind):
        return behind
    if (
        _launched_behind(sentence, name)
        or _launched(sentence, name)
        or (name.kind == "product" and _extends(reading, name))
    ):
        return before or behind or ""
    return None


def _extends(reading: Reading, name: FoundName) -> bool:
    """The subject's name with more behind it ("Acme Cloud"), not with a sum or the rest of a company's name."""
    rest = next((name.text[len(own) + 1 :] for own in reading.subject_names if name.text.startswith(f"{own} ")), "")
    last = rest.rpartition(" ")[2]
    parts = word_set("companies", "legal_forms") | word_set("products", "firm_parts")
    firm = not parts.isdisjoint(rest.lower().replace(".", "").split())
    return bool(rest) and not firm and not ("." in last and last.replace(".", "").isdigit())


def _product_like(reading: Reading, text: str) -> bool:
    words = text.lower().replace("-", " ").split()
    nouns = frozenset(load("products")["nouns"])
    return any(word in nouns or singular(word) in reading.wares for word in words[:_KIND_MOST]) and not any(
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
    elif at > 2 and words.low[at - 2 : at + 1] == ("the", "name", "of"):
        at = next((number - 1 for number in range(at - 3, max(at - 7, 0), -1) if words.low[number] in _GOING), -1)
        at -= at > 0 and words.low[at] in _LINKS  # "a tug that | goes by the name of"
    elif at > 0 and words.raw[at] == "," and _apposed(sentence, name, at):
        at -= 1
    if at < 0 or not _head(reading, words.low[at]):
        return ""
    first = at
    while first > 0 and at - first < 6 and _describes(sentence, first - 1):
        first -= 1
    return reading.source.text[words.starts[first] : words.ends[at]]


_GOING = row("goes go went going")
_LINKS = row("that which")


def _apposed(sentence: Sentence, name: FoundName, comma: int) -> bool:
    """ "Its software, | Skylark, …", "a smaller tug, | Skylark, next year": a phrase with an article or "its" in front,
    an end behind the name."""
    words = sentence.words
    end = sentence.last_word(name) + 1
    closed = end >= len(words) or words.raw[end] in ",.;" or is_finite(words, end)
    for at in range(comma - 1, max(comma - 8, -1), -1):
        if words.low[at] in _OWN or words.low[at] in ("a", "an", "the", "'s"):
            return closed
        if words.raw[at] in _ENDS or is_preposition(words.low[at]) or is_finite(words, at):
            return False
    return False


def _head(reading: Reading, low: str) -> bool:
    """A noun for a product, or for what the company makes by its sources."""
    nouns = frozenset(load("products")["nouns"])
    return low in nouns or low.rsplit("-", 1)[-1] in nouns or singular(low) in reading.wares


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
    if any(is_finite(words, at) for at in range(first, last)):
        return ""  # "At Oak Hill, the machine has run for a year"
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
    one = words.low[sentence.first_word(name) - 1] in ("a", "an")  # "the time that it takes to build a Skylark"
    if at >= 0 and words.low[at] in _verbs("launch") and not one:
        return True
    return (
        at > 1
        and words.low[at] == "and"
        and sentence.name_at[at - 1] is not None
        and _launched_before(sentence, at - 1)
    )


def _launched_behind(sentence: Sentence, name: FoundName) -> bool:
    """ "Skylark, which | the company launched in May": does a verb of launching follow, with a subject of its own?"""
    words = sentence.words
    at = sentence.last_word(name) + 1
    if at + 3 >= len(words) or words.raw[at] != "," or words.low[at + 1] not in ("which", "that"):
        return False
    verb = next((number for number in range(at + 2, min(at + 7, len(words))) if is_finite(words, number)), 0)
    while verb and verb + 1 < len(words) and words.low[verb] in ("has", "had", "will", "is", "was"):
        verb += 1
    return verb > at + 2 and words.low[verb] in _verbs("launch") and not is_finite(words, at + 2)


def _launched_before(sentence: Sentence, at: int) -> bool:
    name = sentence.name_at[at]
    return name is not None and name.kind in ("product", "unknown") and _launched(sentence, name)


# ------------------------------------------------------------------ whose it is


def _is_own(reading: Reading, utterance: Utterance, clause: Clause, name: FoundName) -> bool | None:
    """Is the product the subject's? None where it is somebody else's, False where only the talk is of the subject."""
    sentence = utterance.sentence
    first = sentence.first_word(name)
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
            return (clause.is_subject and (not nearest or nearest[-1].is_subject)) or None
    if name.canonical in reading.aliases and any(
        own in reading.aliases[name.canonical] for own in reading.subject_names
    ):
        return None
    if _extends(reading, name) or name.canonical in reading.things:
        return True
    if not clause.is_subject:
        return None
    return reading.source.language != "en" or _is_made(reading, utterance, clause, name)


def _is_made(reading: Reading, utterance: Utterance, clause: Clause, name: FoundName) -> bool:
    """ "Acme offers | Skylark", "Acme's answer is | Skylark": is the company the subject of the verb in front?"""
    deed = deed_of(utterance, clause, name.start, False)
    first, last = utterance.sentence.first_word(name), utterance.sentence.last_word(name)
    if deed.verb is None:
        return is_subjects(reading, utterance, clause, deed) and _called(utterance.sentence, name)
    if _launched_behind(utterance.sentence, name):
        clause = utterance.clause_at(utterance.sentence.words.starts[min(last + 3, len(utterance.sentence.words) - 1)])
        return is_subjects(reading, utterance, clause, deed_of(utterance, clause, clause.end - 1))
    if deed.verb < 0 or first <= deed.verb or any(first <= at <= last for at in deed.subject):
        return False
    near = utterance.sentence.words.low[deed.verb : first]
    makes = _launched(utterance.sentence, name) or not _making().isdisjoint(near)
    return makes and is_subjects(reading, utterance, clause, deed)


@cache
def _making() -> frozenset[str]:
    return _verbs("launch") | _verbs("making") | {"is", "are"}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("products")["bodies"])


def _is_body(kind: str) -> bool:
    """ "a joint venture", "the investment vehicle of the state": a body, no product."""
    low = f" {kind.lower()} "
    return any(f" {body} " in low for body in _bodies())


def _is_there(kind: str) -> bool:
    """ "its current model, called Skylark": it need not be launched any more."""
    return not {"current", "existing", "flagship", "main", "first"}.isdisjoint(kind.lower().split())


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
