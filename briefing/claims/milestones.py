"""A Reading goes in, dated events of the subject come out, past and to come, in the sources' words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.reading import Clause, FoundDate, Reading, Utterance
from briefing.claims.verbs import is_finite, is_preposition
from briefing.claims.words import Phrases, Words, forms
from briefing.model.claim import Claim, MilestoneValues
from briefing.model.dates import When, bounds

Status = Literal["past", "planned", "rumoured"]
_TOPICS = ("funding", "product", "partnership", "infrastructure", "revenue", "company")
_COMPANY = frozenset({"acquired", "acquires", "acquire", "buys", "bought", "founded", "hired", "appointed"})
_RELATIVE = frozenset({"which", "that", "who", "whose", "where", "when", "and", "but"})
_LONGEST_SENTENCE = 320  # characters that a slide can still be cut from
_LONGEST_YEARS = 3  # an interval longer than this dates no event


@cache
def _verbs() -> dict[str, str]:
    table: dict[str, str] = {}
    for topic in _TOPICS:
        for verb in load("milestones")["verbs"][topic]:
            for form in forms(verb):
                table.setdefault(form.split()[0], topic)
    return table


@cache
def _nouns() -> Phrases:
    return Phrases((noun, topic) for topic in _TOPICS[:-1] for noun in load("milestones")["nouns"][topic])


@cache
def _against() -> Phrases:
    return Phrases((phrase, "against") for phrase in load("milestones")["against"]["phrases"])


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for every clause about the subject that tells of an event and dates it."""
    for utterance in reading.utterances:
        if utterance.passage.kind not in ("sentence", "item") or not utterance.dates:
            continue
        for clause in utterance.clauses:
            found = _dated(reading, utterance, clause)
            if found is not None:
                when, topic = found
                start, end = _telling(utterance, clause)
                text = reading.cite(start, end).quote
                values = MilestoneValues(text, when, _status(clause), topic)
                yield make(reading, clause, "milestone", values, (start, end))


def _telling(utterance: Utterance, clause: Clause) -> tuple[int, int]:
    """The words that tell it: the clause, or the sentence where the clause hangs on it ("…, which opened in May")."""
    passage = utterance.passage
    hanging = utterance.sentence.words.low[utterance.sentence.words.index_at(clause.start)]
    whole = passage.end - passage.start <= _LONGEST_SENTENCE and (hanging in _RELATIVE or hanging.endswith("ing"))
    softer = any(other.modality not in ("asserted", clause.modality) for other in utterance.clauses)
    return (passage.start, passage.end) if whole and not softer else (clause.start, clause.end)


def _dated(reading: Reading, utterance: Utterance, clause: Clause) -> tuple[When, str] | None:
    """Date and topic of the event that a clause tells; None if it tells none of the subject's."""
    if not clause.is_subject:
        return None
    if (
        (clause.negated and "not before" not in clause.cues and not _not_before(utterance, clause))
        or clause.modality in ("denied", "hypothetical", "opinion", "implied")
        or clause.quoted
    ):
        return None
    topic = _topic(utterance, clause)
    if topic is None or _of_another(reading, utterance, clause):
        return None
    planned = clause.modality == "planned"
    for date in utterance.dates:
        if utterance.clause_at(date.start) is clause and _fits(utterance, date, planned):
            return date.when, topic
    return None


def _not_before(utterance: Utterance, clause: Clause) -> bool:
    """ "will not be available before | early 2027": when it comes at the earliest."""
    words = utterance.sentence.words
    places = (words.index_at(date.start) for date in utterance.dates if clause.start <= date.start < clause.end)
    return clause.modality == "planned" and any(at and words.low[at - 1] in _EARLIEST for at in places)


_EARLIEST = frozenset({"before", "vor", "avant", "antes"})


def _of_another(reading: Reading, utterance: Utterance, clause: Clause) -> bool:
    """Is the subject of the clause some named thing that is not the subject's by its name?"""
    words = utterance.sentence.words
    if reading.source.language != "en":
        return False  # the clause has its subject by a grammar of its own
    for at in range(words.index_at(clause.start), words.index_at(clause.end)):
        name = utterance.sentence.name_at[at]
        if name is not None and at and is_preposition(words.low[utterance.sentence.first_word(name) - 1]):
            continue  # "data on | Delta": what the subject of the clause is of
        if name is not None and name.kind in ("product", "unknown", "event", "organisation"):
            return (
                not name.is_subject
                and not any(own in name.text for own in reading.subject_names)
                and clause.holder_kind != "company"
            )
        if name is not None or words.low[at] in ("it", "its", "company", "startup", "firm") or is_finite(words, at):
            return False
    return False


def _fits(utterance: Utterance, date: FoundDate, planned: bool) -> bool:
    """Is it the date of an event, not of a comparison, and close enough to be one?"""
    words = utterance.sentence.words
    at = words.index_at(date.start)
    before = words.low[at - 1] if at else ""
    if before in load("milestones")["against"]["before"]:
        return False
    low = words.low[at : words.index_at(date.end) + 1]
    around = range(max(at - 1, 0), min(at + len(low), len(words.low)))
    if not _against().first_words.isdisjoint(words.low[around.start : around.stop]) and any(
        _against().at(words.low, number, len(words.low)) for number in around
    ):
        return False
    if not date.when.edtf:
        return planned and bool(date.when.raw)
    span = bounds(date.when.edtf)
    return span is not None and span[1] - span[0] <= 366 * _LONGEST_YEARS


def _topic(utterance: Utterance, clause: Clause) -> str | None:
    words = utterance.sentence.words
    first, last = words.index_at(clause.start), words.index_at(clause.end)
    firm = clause.modality == "asserted"
    if firm and _describes(words, first, last):
        return None
    verbs = [_verbs()[low] for low in words.low[first:last] if low in _verbs() and not (firm and low.endswith("ing"))]
    if not verbs and clause.modality not in ("planned", "rumoured"):
        return None
    if not _COMPANY.isdisjoint(words.low[first:last]):
        return "company"
    noun = next((label for _, _, label in _nouns().all(words.low, first, last)), None)
    strong = next((topic for topic in verbs if topic in ("funding", "product", "partnership")), None)
    weak = next((topic for topic in verbs if topic != "company"), None)
    return strong or noun or weak or ("company" if verbs or clause.modality != "asserted" else None)


def _describes(words: Words, first: int, last: int) -> bool:
    """ "The story is less about winning": a state is told, no event (but "was founded" is one)."""
    finite = next((at for at in range(first, last) if is_finite(words, at)), None)
    if finite is None or words.low[finite] not in ("is", "are", "was", "were", "remains", "remain"):
        return False
    return not any(low in _verbs() and not low.endswith("ing") for low in words.low[finite + 1 : finite + 4])


def _status(clause: Clause) -> Status:
    if clause.modality == "planned":
        return "planned"
    return "rumoured" if clause.modality == "rumoured" else "past"
