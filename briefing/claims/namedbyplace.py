"""A place in a sentence goes in, whether a company is told there by its town comes out: "the Oslo firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.claims.words import word_set

if TYPE_CHECKING:
    from briefing.claims.tiesentence import Sentence


def named_by_place(sentence: Sentence, at: int) -> int:
    """ "the Oslo firm", from its article on: the word behind it, 0 where no company is told by its place."""
    low, named = sentence.words.low, sentence.utterance.sentence
    name = named.name_at[at + 1] if low[at] == "the" and at + 2 < len(low) else None
    if name is None or name.kind != "place":
        return 0
    after = named.last_word(name) + 1
    told = low[after : after + 1]
    return after + 1 if told and told[0] in word_set("companies", "neutral_heads") else 0
