"""A Reading goes in, dated events of the subject come out, past and to come, in the sources' words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from briefing.claims.dateside import is_ahead, on_side
from briefing.claims.deeds import Deed, deed_of, is_news
from briefing.claims.doers import is_subjects
from briefing.claims.eventdates import dates_event, of_telling
from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.reading import Clause, FoundDate, Reading, Utterance
from briefing.claims.verbs import is_finite
from briefing.claims.words import Phrases, Words, forms
from briefing.model.claim import Claim, MilestoneValues
from briefing.model.dates import When

Status = Literal["past", "planned", "rumoured"]
_TOPICS = ("funding", "product", "partnership", "infrastructure", "revenue", "company")
_COMPANY = frozenset({"acquired", "acquires", "acquire", "buys", "bought", "founded", "hired", "appointed"})
_RELATIVE = frozenset({"which", "that", "who", "whose", "where", "when", "and", "but"})
_SUBORDINATE = frozenset({"where", "when", "since", "as", "because", "while", "although", "though", "after", "if"})
_LONGEST_SENTENCE = 320  # characters that a slide can still be cut from
_LEAD = 6  # words of a sentence behind which its subject hardly stands
_SAYING = 5  # words of "and says that | it will"


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


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for every clause about the subject that tells of an event and dates it."""
    for utterance in reading.utterances:
        if utterance.passage.kind not in ("sentence", "item") or not utterance.dates:
            continue
        for clause in utterance.clauses:
            found = _dated(reading, utterance, clause)
            if found is not None:
                when, topic, deed = found
                start, end = _telling(utterance, clause, deed)
                if not _says_something(utterance, start, end, deed):
                    continue
                text = reading.cite(start, end).quote
                ahead = clause.modality == "asserted" and is_ahead(when, reading.source.published)
                values = MilestoneValues(text, when, "planned" if ahead else _status(clause), topic)
                yield make(reading, clause, "milestone", values, (start, end))


def _telling(utterance: Utterance, clause: Clause, deed: Deed) -> tuple[int, int]:
    """The words that tell it: the clause, or the sentence where the clause hangs on it ("…, which opened in May").

    A second main clause with a date of its own ("…, and opens in May") is told without the first where that is dated.
    """
    passage = utterance.passage
    words = utterance.sentence.words
    opening = words.index_at(clause.start)
    hanging = words.low[opening]
    whole = passage.end - passage.start <= _LONGEST_SENTENCE and (hanging in _RELATIVE or hanging.endswith("ing"))
    softer = any(other.modality not in ("asserted", clause.modality) for other in utterance.clauses)
    if hanging in _SUBORDINATE and deed.is_whole and deed.subject[0] < opening + _SAYING:
        return words.starts[deed.subject[0]], _end(utterance, clause)  # "where | Acme opened an office in May"
    head = utterance.sentence.name_at[deed.subject[0]] if deed.subject else None
    if hanging in _RELATIVE and head is not None and head.is_subject and _LEAD < deed.subject[0] < opening:
        return words.starts[deed.subject[0]], clause.end  # "… are back, and | Acme, which was founded in 2011"
    if hanging in _RELATIVE and (softer or not whole) and deed.subject and deed.subject[0] < opening:
        return words.starts[deed.subject[0]], clause.end  # "Roe, who expects a profit in May"
    if hanging in ("and", "but") and any(not clause.start <= date.start < clause.end for date in utterance.dates):
        if deed.is_whole and deed.subject[0] < opening + _SAYING:
            return words.starts[deed.subject[0]], clause.end
        whole = whole and not deed.is_whole
    return (passage.start, passage.end) if whole and not softer else (clause.start, clause.end)


def _end(utterance: Utterance, clause: Clause) -> int:
    """Where the clause ends in front of a second one in it ("… in May | and where it plans to hire")."""
    words = utterance.sentence.words
    for other in utterance.clauses:
        at = words.index_at(other.start)
        first = at
        while first and words.low[first - 1] in _HINGES:
            first -= 1
        if clause.start < words.starts[first] < other.end < clause.end + 2 and words.low[first] in ("and", "but"):
            return words.ends[first - 1]
    return clause.end


_HINGES = frozenset({"and", "but", "where", "which", "that", "when"})
_ADDRESSED = frozenset({"you", "your", "yours"})


def _says_something(utterance: Utterance, start: int, end: int, deed: Deed) -> bool:
    """Is there more in the words than "Due by year-end" or "Acme also announced that"?"""
    words = utterance.sentence.words
    if words.low[1:2] == (",",) and words.low[0] in _INTERJECTIONS:
        return False  # "Yes, I know, they said the fourth quarter"
    if not _ADDRESSED.isdisjoint(words.low):
        return False  # "thanks to the 700 who subscribed this week"
    dated = [(date.start, date.end) for date in utterance.dates]
    told = [
        at
        for at in range(words.index_at(start), words.index_at(end - 1) + 1)
        if words.low[at][0].isalnum() and not any(one <= words.starts[at] < other for one, other in dated)
    ]
    if not told or words.low[told[-1]] == "that" or words.low[told[0]] in _PIECES:
        return False
    named = any(utterance.sentence.name_at[at] for at in told) or not utterance.sentence.figures.isdisjoint(told)
    telling = len([at for at in told if len(words.low[at]) > _SMALL])
    return telling >= (1 if named else 2 if deed.verb is not None else 3)


_INTERJECTIONS = frozenset({"yes", "no", "well", "look", "okay", "sure", "right", "hey"})
_PIECES = frozenset({"what", "who", "which", "whose"})
_SMALL = 3  # letters of a word that says nothing


def _dated(reading: Reading, utterance: Utterance, clause: Clause) -> tuple[When, str, Deed] | None:
    """Date, topic and deed of the event that a clause tells; None if it tells none of the subject's."""
    if not clause.is_subject:
        return None
    if (
        (clause.negated and "not before" not in clause.cues and not _not_before(utterance, clause))
        or clause.modality in ("denied", "hypothetical", "opinion", "implied")
        or clause.quoted
    ):
        return None
    topic = _topic(utterance, clause)
    if topic is None:
        return None
    english = reading.source.language == "en"  # other languages: the clause has its subject by a grammar of its own
    for date in utterance.dates:
        if utterance.clause_at(date.start) is not clause or not dates_event(utterance, date, clause.modality):
            continue
        if _of_denied_aside(utterance, date) or _is_modifier(utterance, date):
            continue
        deed = deed_of(utterance, clause, date.start)
        if date.when.raw.lower() in _NOW and not is_news(utterance, deed):
            continue  # "Today Acme runs 13 sites": how things stand
        if clause.modality == "planned" and any(_is_old(other) for other in utterance.dates if other is not date):
            continue  # "last May the company promised to open by summer": which one?
        if clause.modality == "planned" and of_telling(utterance, date):
            continue
        when = on_side(date.when, clause.modality, _verb(utterance, deed), reading.source.published)
        if when is not None and (not english or is_subjects(reading, utterance, clause, deed)):
            return when, topic, deed
    return None


def _of_denied_aside(utterance: Utterance, date: FoundDate) -> bool:
    """ "refunds, which were not booked in 2023, came to 3 million": the date of what was not."""
    words = utterance.sentence.words
    at = words.index_at(date.start)
    opening = next((back for back in range(at - 1, max(at - _ASIDE, -1), -1) if words.low[back] in _RELATIVE), at)
    return words.low[opening : opening + 1] in (("which",), ("that",), ("who",)) and not _NOT.isdisjoint(
        words.low[opening:at]
    )


_ASIDE = 8  # words from a relative pronoun to the date of its clause
_NOT = frozenset({"not", "never", "n't", "didn't", "wasn't", "hadn't", "weren't"})


def _is_modifier(utterance: Utterance, date: FoundDate) -> bool:
    """ "called it a | 2021 | price": what sort it is, and not when it was."""
    words = utterance.sentence.words
    at, after = words.index_at(date.start), words.index_at(date.end)
    plain = date.when.raw.isdigit() and words.low[at - 1 : at] in (("a",), ("an",))
    return plain and after < len(words.low) and words.raw[after].isalpha() and words.raw[after].islower()


def _is_old(date: FoundDate) -> bool:
    raw = date.when.raw.lower()
    return raw.endswith("year ago") or raw.endswith("years ago")


_NOW = frozenset({"today", "now", "currently", "tonight", "heute"})


def _verb(utterance: Utterance, deed: Deed) -> str:
    return utterance.sentence.words.low[deed.verb] if deed.verb is not None and deed.verb >= 0 else ""


def _not_before(utterance: Utterance, clause: Clause) -> bool:
    """ "will not be available before | early 2027": when it comes at the earliest."""
    words = utterance.sentence.words
    places = (words.index_at(date.start) for date in utterance.dates if clause.start <= date.start < clause.end)
    return clause.modality == "planned" and any(at and words.low[at - 1] in _EARLIEST for at in places)


_EARLIEST = frozenset({"before", "vor", "avant", "antes"})


def _topic(utterance: Utterance, clause: Clause) -> str | None:
    words = utterance.sentence.words
    first, last = words.index_at(clause.start), words.index_at(clause.end)
    firm = clause.modality == "asserted"
    if _is_set_up(words, first):
        return "company"
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


def _is_set_up(words: Words, first: int) -> bool:
    """ "Set up in 2019 by two engineers, Acme runs …": the company itself was."""
    return words.low[first : first + 2] == ("set", "up") and words.low[first + 2 : first + 3] in (("in",), ("by",))


def _describes(words: Words, first: int, last: int) -> bool:
    """ "The tale is less of winning": a state is told, no event (but "was founded" is one)."""
    finite = next((at for at in range(first, last) if is_finite(words, at)), None)
    if finite is None or words.low[finite] not in ("is", "are", "was", "were", "remains", "remain"):
        return False
    return not any(low in _verbs() and not low.endswith("ing") for low in words.low[finite + 1 : finite + 4])


def _status(clause: Clause) -> Status:
    if clause.modality == "planned":
        return "planned"
    return "rumoured" if clause.modality == "rumoured" else "past"
