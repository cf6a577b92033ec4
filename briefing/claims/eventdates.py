"""A date of a sentence goes in; whether it can be the date of an event comes out.

"compared with $7 million in 2024", "since its founding in 2011", "18 times 2025 revenue", "from $7 million a year
earlier": dates, but of what the event is compared with or of what is named in passing.
"""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.reading import FoundDate, Utterance
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import Phrases, Words
from briefing.model.claim import Modality
from briefing.model.dates import bounds

_RELATIVE = frozenset({"which", "that", "who", "whose", "where", "when", "and", "but"})
_LONGEST_YEARS = 3  # an interval longer than this dates no event


@cache
def _against() -> Phrases:
    return Phrases((phrase, "against") for phrase in load("milestones")["against"]["phrases"])


def dates_event(utterance: Utterance, date: FoundDate, modality: Modality) -> bool:
    """Is it the date of an event, not of a comparison, and close enough to be one?"""
    words = utterance.sentence.words
    at = words.index_at(date.start)
    before = words.low[at - 1] if at else ""
    if before in load("milestones")["against"]["before"] or _compared(words, at):
        return False
    if _modifies(utterance, date, at, before) or (modality == "asserted" and before in ("for", "through", "till")):
        return False
    low = words.low[at : words.index_at(date.end) + 1]
    around = range(max(at - 1, 0), min(at + len(low), len(words.low)))
    if not _against().first_words.isdisjoint(words.low[around.start : around.stop]) and any(
        _against().at(words.low, number, len(words.low)) for number in around
    ):
        return False
    if not date.when.edtf:
        return modality == "planned" and bool(date.when.raw)
    span = bounds(date.when.edtf)
    return span is not None and span[1] - span[0] <= 366 * _LONGEST_YEARS


def of_telling(utterance: Utterance, date: FoundDate) -> bool:
    """ "announced plans | Tuesday | for a rocket": the day of the announcement, not of what is planned."""
    words = utterance.sentence.words
    at = words.index_at(date.start)
    at -= at > 0 and words.low[at - 1] == "on"
    return date.when.raw.lower().removeprefix("on ").endswith("day") and words.low[at - 1] in _TELLING


_TELLING = frozenset("plans plan announced unveiled revealed said disclosed confirmed presented".split())


def _compared(words: Words, at: int) -> bool:
    """ "since its founding in | 2011", "compared with $7 million in | 2024", "up from six at the end of | May": what is
    told is set against that time."""
    for index in range(at - 1, max(at - _AGAINST, -1), -1):
        low = words.low[index]
        if low == "than" and words.low[index - 1] in ("more", "less", "fewer", "later") and _counts(words, index + 1):
            continue
        if low in _SET_AGAINST and not (low == "since" and is_finite(words, index - 1 if index else 0)):
            return low != "since" or not any(is_finite(words, between) for between in range(index, at))
        if low == "from" and words.low[index - 1] in ("up", "down") and "to" not in words.low[index:at]:
            return True
        if low in ",;()" or low in _RELATIVE:
            return False
    return False


_AGAINST = 14  # words between
_SET_AGAINST = frozenset({"since", "compared", "compares", "versus", "than"})


def _counts(words: Words, at: int) -> bool:
    """ "more than | 200 megawatts": a bound, nothing that is compared with."""
    raw, low = words.raw[at], words.low[at]
    return raw[:1].isdigit() or raw[:1] in "$€£¥₹" or low in _AMOUNTS or low.endswith("ed")


_AMOUNTS = frozenset(
    "a an half one two three four five six seven eight nine ten dozen dozens hundreds thousands".split()
)


def _modifies(utterance: Utterance, date: FoundDate, at: int, before: str) -> bool:
    """ "18 times | 2025 | revenue", "the note of | this summer": a date that only says which one is meant."""
    words = utterance.sentence.words
    if before == "of" and at > 1 and words.low[at - 2] not in _PARTS:
        return True
    after = words.index_at(date.end - 1) + 1
    free = not (is_preposition(before) or is_determiner(before) or before in _FREE)
    noun = after < len(words) and words.raw[after].isalpha() and words.raw[after].islower()
    bare = date.when.raw.isdigit() and free and at > 0
    return (
        bare
        and noun
        and not (is_preposition(words.low[after]) or is_finite(words, after) or is_adverb(words.low[after]))
    )


_PARTS = frozenset("end half quarter beginning start middle month months spring summer autumn fall winter part".split())
_FREE = frozenset(("", ",", "(", "and", "-", "–", "—", "by", "before", "until", "late", "early", "mid", "fiscal", "|"))
