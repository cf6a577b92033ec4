"""A Reading and a name go in, whether it is a thing of the subject's comes out: "its first plant, Tellus One"."""

from __future__ import annotations

from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundName, Reading, Utterance
from briefing.claims.words import word_set

_MANY = 300  # utterances that are asked
_HOLDING = frozenset({"its", "our"})


def is_own_thing(reading: Reading, name: str) -> bool:
    """Does the source introduce the name as a plant, product or part of the subject's, and never as a company?"""
    if not name or name in reading.things:
        return bool(name)
    asked = 0
    for utterance in reading.utterances[:_MANY]:
        for found in utterance.names:
            if found.canonical == name:
                asked += 1
                if _introduced(reading, utterance, found):
                    return True
        if asked > 12:
            return False
    return False


def _introduced(reading: Reading, utterance: Utterance, name: FoundName) -> bool:
    """ "its second kiln, Tellus Two", "Tellus Two, the plant that Acme is building", "Acme's Tellus Two plant"."""
    things = words_of("metrics", "said_of", "things")
    words = utterance.sentence.words
    first, last = utterance.sentence.first_word(name), utterance.sentence.last_word(name) + 1
    low = words.low
    before = first - 2 if first > 1 and low[first - 1] in (",", ":", "called", "named", "dubbed") else first - 1
    if before >= 0 and low[before] in things:
        return _is_held(utterance, before)
    behind = next((at for at in range(last, min(last + 6, len(low))) if low[at] in things), -1)
    if 0 < behind < len(low) - 1 and low[behind + 1] in word_set("companies", "nouns"):
        return False  # "Northwind, the battery | maker": what it makes, not what it is
    if behind > 0 and last < len(low) and low[last] == "," and low[last + 1 : last + 2] in (("the",), ("its",)):
        return utterance.clauses[0].setting_is_subject or _speaks_of_subject(reading, utterance)
    return behind == last and _is_held(utterance, first - 1)


def _is_held(utterance: Utterance, at: int) -> bool:
    """Does "its" or the subject's name with "'s" stand up to seven words in front of word `at`?"""
    sentence = utterance.sentence
    for index in range(at, max(at - 8, -1), -1):
        if sentence.words.low[index] in _HOLDING:
            return utterance.clause_at(sentence.words.starts[index]).is_subject or any(
                name.is_subject for name in utterance.names
            )
        held = sentence.name_at[index]
        if held is not None:
            return held.is_subject
    return False


def _speaks_of_subject(reading: Reading, utterance: Utterance) -> bool:
    """Does the sentence in front, in the same paragraph, speak of the subject?"""
    if not utterance.index:
        return False
    before = reading.utterances[utterance.index - 1]
    return before.passage.block == utterance.passage.block and before.clauses[0].is_subject
