"""A verb that no frame knows goes in, what its arguments alone tell of the subject comes out.

"A has wired its yard with Acme's sensors", "its robots pluck cherries for A": who does something with what is plainly
the company's, or has it done for itself, is a customer, whichever verb tells it, unless the verb is of another class.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.claims.lists import names_in_list
from briefing.claims.reading import FoundName
from briefing.claims.tiearguments import Verb
from briefing.claims.tiecues import tie_words
from briefing.claims.tiefindings import Finding
from briefing.claims.tieparts import FIRM, LOOSE, OWN, Argument, runs_on
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import frame_triggers, frame_words, is_participle
from briefing.claims.verbs import finite_flags, is_adverb, is_preposition
from briefing.claims.wares import singular

_PARTIES = frozenset({"organisation", "unknown"})


def default_findings(sentence: Sentence) -> Iterator[Finding]:
    """One finding for every verb without a frame whose arguments tell of a customer."""
    others = [name for name in sentence.names if name.kind in _PARTIES and not sentence.is_ours(name)]
    if not others:
        return
    yield from _from(sentence)
    flags, low = finite_flags(sentence.words), sentence.words.low
    named = sentence.utterance.sentence.name_at
    for index, word in enumerate(low):
        verbal = flags[index] or (is_participle(word) and low[index - 1] in _GROUP) or _behind_thing(sentence, index)
        if not verbal or word in frame_triggers() or word in frame_words("no_use") or named[index] is not None:
            continue
        if word in _GROUP:
            continue
        names = _customers(sentence, Verb(sentence, index, index + 1, {}))
        if names:
            yield Finding("customer", names, index, proven=True)


def _from(sentence: Sentence) -> Iterator[Finding]:
    """ "Faulty gears | from Delta | held it up": parts from somebody, where the text runs on the company."""
    low, named = sentence.words.low, sentence.utterance.sentence.name_at
    for at in range(1, len(low) - 1):
        name = named[at + 1] if low[at] == "from" else None
        if (
            name is None
            or name.kind not in _PARTIES
            or sentence.is_ours(name)
            or name.start != sentence.words.starts[at + 1]
        ):
            continue
        if "of" in low[max(0, at - 4) : at]:
            continue  # "a maker of sensors from Lund"
        if low[at - 1] in frame_words("supply") and low[at - 1].endswith("s") and runs_on(sentence, at):
            listed = names_in_list(
                sentence.text, sentence.words.ends[at], sentence.utterance.passage.end, sentence.names
            )
            yield Finding("supplier", _parties(listed), at, proven=True)


_GROUP = frozenset("is are was were be been being has have had do does did will would can could may might".split())


def _behind_thing(sentence: Sentence, index: int) -> bool:
    """ "Its robots now | pluck": what stands right behind a plural of the company's, and a noun behind it?"""
    low, at = sentence.words.low, index
    if not sentence.words.raw[index].isalpha() or not sentence.words.raw[index].islower() or index < 2:
        return False
    if is_preposition(low[index]) or is_adverb(low[index]) or low[index] in _JOINTS:
        return False
    while at > 2 and is_adverb(low[at - 1]):
        at -= 1
    noun, before = low[at - 1], low[max(0, at - 4) : at - 1]
    if not noun.endswith("s") or singular(noun) not in (sentence.made | _things()):
        return False
    return not OWN.isdisjoint(before) or "'s" in before


_JOINTS = frozenset("and or but that which who when while as if because".split())


def _customers(sentence: Sentence, verb: Verb) -> tuple[FoundName, ...]:
    agent = verb.argument("agent")
    if agent.names and not verb.passive:
        for place in ("object", "with", "through", "on"):
            if _is_thing(sentence, verb.argument(place)):
                return _parties(agent.names)
        return ()
    doing = verb.argument("object") if verb.passive else agent
    if _is_thing(sentence, doing):
        return _parties((*verb.argument("for").names, *verb.argument("at").names))
    return ()


def _is_thing(sentence: Sentence, one: Argument) -> bool:
    """Is it a thing, and plainly the company's?"""
    noun = singular(one.noun)
    return one.ours >= LOOSE and bool(noun) and (noun in sentence.made or (one.ours == FIRM and noun in _things()))


def _parties(names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    return tuple(name for name in names if name.kind in _PARTIES)


@cache
def _things() -> frozenset[str]:
    return frozenset(singular(word) for word in tie_words("things"))
