"""The words in which speakers are told of, where their noun phrase begins, and whose name stands in front."""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.verbs import is_determiner, is_finite

DEFINITE = frozenset({"the", "this", "its", "their", "our", "that", "said"})
COUNTS = frozenset({"one", "two", "three", "four", "five", "six", "several", "multiple", "unnamed", "anonymous"})


def phrase_start(sentence: Sentence, number: int) -> int:
    """The determiner before a common noun, at most some words in front."""
    for at in range(number - 1, max(number - 8, -1), -1):
        if is_determiner(sentence.words.low[at]):
            return at
        if sentence.words.raw[at] in ",;—" or is_finite(sentence.words, at):
            return at + 1
    return number


@cache
def words_for(kind: str) -> frozenset[str]:
    """The words of one kind in `lexicon/speech.toml`."""
    return frozenset(load("speech")["speakers"][kind])


def owner_before(sentence: Sentence, number: int) -> FoundName | None:
    """The name in front of a noun: "Acme executives", "Acme's letter", "Acme's 2025 annual letter"."""
    for at in range(number - 1, max(number - 6, -1), -1):
        name = sentence.name_at[at]
        if name is not None:
            behind = sentence.last_word(name) + 1
            owns = behind < len(sentence.words) and sentence.words.low[behind] == "'s"
            return name if owns or behind == number or behind == number - 1 else None
        if sentence.words.raw[at] in ",;:—" or is_finite(sentence.words, at):
            return None
    return None
