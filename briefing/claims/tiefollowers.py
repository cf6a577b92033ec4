"""A sentence goes in, who is told to have done as the one before comes out: "Then came Delta", "So does Delta"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.lists import names_in_list
from briefing.claims.tiearguments import Verb
from briefing.claims.tiefindings import Finding
from briefing.claims.tiesentence import Sentence
from briefing.claims.words import forms, row

PARTIES = frozenset({"organisation", "unknown", "outlet"})
FOLLOWING = frozenset((*forms("follow"), "joined", "joins"))
_ALONE = row("by in suit last next this later soon shortly with then on earlier early a two three six . , ;")
_DOES = row("does do did has have is are will")
_SAME = row("customer supplier partner distributor investor")
_FOLLOWED = row("customer supplier partner distributor")


def came_next(sentence: Sentence) -> Iterator[Finding]:
    """ "Its first customer was Globex. | Then came Delta"."""
    low = sentence.words.low
    if low[:1] == ("so",) and low[1:2] and low[1] in _DOES and sentence.tied in _SAME:
        listed = names_in_list(sentence.text, sentence.words.ends[1], sentence.utterance.passage.end, sentence.names)
        names = tuple(name for name in listed if name.kind in PARTIES and not sentence.is_ours(name))
        if names:
            yield Finding(sentence.tied, names, 0, proven=True)  # "Globe resells it. | So does Delta"
        return
    if sentence.tied not in _FOLLOWED or low[:1] == () or low[0] not in ("then", "next", "later", "soon", "after"):
        return
    came = next((at for at in range(1, min(5, len(low) - 1)) if low[at] in ("came", "followed", "joined")), 0)
    if came:
        listed = names_in_list(sentence.text, sentence.words.ends[came], sentence.utterance.passage.end, sentence.names)
        names = tuple(name for name in listed if name.kind in PARTIES and not sentence.is_ours(name))
        if names:
            yield Finding(sentence.tied, names, came, proven=True)


def followers(sentence: Sentence, index: int) -> Iterator[Finding]:
    """ "Globe was first. Delta | followed in April": the same as was told of the one before."""
    low = sentence.words.low
    if sentence.tied not in _FOLLOWED or low[index + 1 : index + 2] == () or low[index + 1] not in _ALONE:
        return
    if low[index : index + 2] == ("joined", "by") and low[index - 1] in ("been", "was", "were", "is", "are"):
        listed = names_in_list(
            sentence.text, sentence.words.ends[index + 1], sentence.utterance.passage.end, sentence.names
        )
        joined = tuple(name for name in listed if name.kind in PARTIES and not sentence.is_ours(name))
        if joined:
            yield Finding(sentence.tied, joined, index, proven=True)  # "It has since been joined by Delta."
        return
    if low[index + 1] in ("a", "two", "three", "six") and low[index + 2] not in (
        "week",
        "weeks",
        "month",
        "months",
        "year",
    ):
        return
    names = tuple(name for name in Verb(sentence, index, index + 1, {}).argument("agent").names if name.kind in PARTIES)
    if names:
        yield Finding(sentence.tied, names, index, proven=True)
