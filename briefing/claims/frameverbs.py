"""A word of a sentence goes in, whether it is a verb there comes out: not "the use of", "its orders", "has used"."""

from __future__ import annotations

from briefing.claims.tieparts import counts
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import is_participle
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import row


def is_verb(sentence: Sentence, index: int) -> bool:
    """Not "the | use of", "its | orders", "has | used", "…, | making it", nor a word in capitals."""
    low = sentence.words.low
    word, before = low[index], low[index - 1] if index else ""
    if not sentence.words.raw[index].islower() or (before and counts(before) and low[index - 2] not in _NUMBERED):
        return False
    if word.endswith("s") and (before.endswith("est") or before in ("new", "first", "next", "big")):
        return False  # "the largest | orders"
    if word == "named" and sentence.words.raw[index - 1].islower() and before not in _NAMERS:
        return False  # "an assistant | named Quill"
    if word in HELPERS:
        after = index + 1
        while after < len(low) and is_adverb(low[after]):
            after += 1
        if after < len(low) and (
            is_participle(low[after]) or low[after].endswith("ing") or low[after] in ("to", "been")
        ):
            return False
    if before in _BEING and not (word.endswith("ing") or is_participle(word)):
        return False  # "are | launch partners"
    if word.endswith("ing"):
        return before in _PROGRESS or is_adverb(before)
    if before in ("to", "that", "who", "which", "this"):
        return True
    if word.endswith("s") and word not in HELPERS and not is_finite(sentence.words, index):
        name = sentence.utterance.sentence.name_at[index - 1] if index else None
        return name is not None or (
            _has_more(sentence, index + 1) and not (is_determiner(before) or is_preposition(before))
        )
    return not (is_determiner(before) or before == "'s" or is_preposition(before))


def _has_more(sentence: Sentence, at: int) -> bool:
    """Does what follows look like what a verb has behind it: an article, a preposition, a name?"""
    words = sentence.words
    while at < len(words.low) and (is_adverb(words.low[at]) or words.low[at] == "straight"):
        at += 1
    if at >= len(words.low):
        return False
    low = words.low[at]
    return (
        is_determiner(low)
        or low in ("with", "into", "on", "through", "all", "next", "this", "last")
        or words.raw[at][0].isupper()
    )


_NUMBERED = row("version release model generation")
_NAMERS = row("it we they company startup firm has have had also") | {","}
HELPERS = row("is are was were been has have had get gets got")
_BEING = row("is are was were be been being")
_PROGRESS = row(
    "is are was were been be started began stopped begun keeps kept keep continues we're they're i'm it's who's"
)
