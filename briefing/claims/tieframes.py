"""A sentence goes in, what its verbs tell of the subject and others comes out: "A sends its claims through Acme".

Which verbs, with which arguments, stands in `lexicon/tieframes.toml`; tiearguments.py reads the arguments.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.claims.frameours import low_before, our_argument
from briefing.claims.frameverbs import HELPERS, is_verb
from briefing.claims.lexicon import load
from briefing.claims.reading import FoundName
from briefing.claims.tiearguments import Verb
from briefing.claims.tiefindings import Finding
from briefing.claims.tiefollowers import FOLLOWING, PARTIES, came_next, followers
from briefing.claims.tieparts import FIRM, NOT, Argument, counts, opening, runs_on, with_others
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import Frame, frame_triggers, frame_words, frames_of
from briefing.claims.verbs import is_adverb, is_preposition
from briefing.claims.wares import singular
from briefing.claims.wordclasses import fold, names_people
from briefing.claims.words import row, word_set
from briefing.model.claim import TieStatus

_NO_PARTIES = frozenset({"person", "event"})


def frame_findings(sentence: Sentence) -> Iterator[Finding]:
    """One finding for every verb and frame whose arguments are there."""
    low = sentence.words.low
    others = [name for name in sentence.names if name.kind not in _NO_PARTIES and not sentence.is_ours(name)]
    if not others and not sentence.others:
        return
    named = None  # "the two" can stand anywhere
    if not sentence.others:
        named = range(sentence.words.index_at(others[0].start), sentence.words.index_at(others[-1].start) + 1)
    yield from came_next(sentence)
    triggers, vocabulary = frame_triggers(), sentence.utterance.vocabulary
    name_at = sentence.utterance.sentence.name_at
    for index, word in enumerate(low):
        if word not in triggers or name_at[index] is not None or not is_verb(sentence, index):
            continue
        if word in FOLLOWING:
            yield from followers(sentence, index)
        if word in _TESTS and low[index + 1 : index + 2] == (".",) and runs_on(sentence, index):
            names = tuple(name for name in Verb(sentence, index, index + 1, {}).argument("agent").names)
            if names:
                yield Finding("customer", names, index, proven=True)  # "Globe and Delta are testing."
        front: dict[str, Argument] = {}  # what stands before the verb, read once for all its particles
        verbs: dict[int, Verb] = {}  # number of the word behind its particle → the verb
        for frame, last in frames_of(low, index):
            if frame.prepositions and frame.prepositions.isdisjoint(vocabulary):
                continue
            if last not in verbs:
                verbs[last] = Verb(sentence, index, last, front, named)
            yield from _by(frame, verbs[last])


_TESTS = row("testing trialling trialing piloting")


def _by(frame: Frame, verb: Verb) -> Iterator[Finding]:
    sentence = verb.sentence
    if frame.passive and not verb.passive:
        return
    if frame.negated and (_DENIED.isdisjoint(_denial(verb)) or _with_another(verb)):
        return  # "did not renew its contract with Globe"
    theirs = [place for place in frame.theirs if _fitting(frame, verb, place)]
    if not theirs or not _told(frame, sentence):
        return
    if frame.beside and not verb.argument(frame.beside).names:
        return
    if sentence.words.low[verb.first] in HELPERS and _has_own(verb):
        return
    if (frame.follows and not _follows(frame.follows, verb)) or (frame.unless and _follows(frame.unless, verb)):
        return
    if frame.both:
        yield from _together(frame, verb)
        return
    if frame.ours == ("setting",) and any(verb.argument(place).names for place in ("from", "with")):
        return  # "Delta has agreed to buy gas from Globe for ten years"
    if low_before(verb) == "it" and sentence.words.low[verb.first].startswith("work"):
        return  # "It worked for Delta", whatever it was
    if not _has_object(frame, verb):
        return
    ours = our_argument(frame, verb, theirs)
    if not ours:
        return
    names = tuple(name for place in theirs if place != ours for name in _fitting(frame, verb, place))
    if names:
        status = _status(frame, verb)
        yield Finding(frame.tie, names, verb.first, "", frame.negated, status=status, proven=True, done=verb.done)


def _with_another(verb: Verb) -> bool:
    """ "its contract | with Globe"."""
    sentence = verb.sentence
    named, low = sentence.utterance.sentence.name_at, sentence.words.low
    at = next((at for at in range(verb.last, min(verb.last + 8, len(low) - 1)) if low[at] == "with"), 0)
    name = named[at + 1] if at else None
    return name is not None and not sentence.is_ours(name)


_DENIED = row("not n't never declined refused chose decided against failed without")


def _denial(verb: Verb) -> tuple[str, ...]:
    """The words in which the verb is denied: "did | not | renew", "has | declined | to renew"."""
    return verb.sentence.words.low[max(0, verb.first - len(verb.group) - 2) : verb.first]


def _has_own(verb: Verb) -> bool:
    """ "has robots of its own", "has more robots"."""
    ahead = verb.sentence.words.low[verb.last : verb.last + 8]
    return ahead[:1] == ("more",) or "of its own" in " ".join(ahead)


def _told(frame: Frame, sentence: Sentence) -> bool:
    """Is the talk of what the frame asks for?"""
    kind = "supply" if frame.supply else "clientele" if frame.clientele else ""
    if not kind:
        return True
    words = frame_words(kind)
    heading = frozenset(sentence.utterance.passage.heading.lower().split())
    return any(not words.isdisjoint(one) for one in (sentence.utterance.vocabulary, *sentence.near, heading))


_JOINTLY = row("are have will want plan plans agreed jointly together hope intend began started were")


_EACH = row("both each jointly")  # the cues of co-developers read "jointly"


def _together(frame: Frame, verb: Verb) -> Iterator[Finding]:
    """ "Delta and Acme | are building a joint platform", not "Delta and Acme build machines"."""
    agent = verb.argument("agent")
    if verb.passive or agent.ours != FIRM or not agent.names or _JOINTLY.isdisjoint(verb.group):
        return
    thing = verb.argument("object")
    if not _EACH.isdisjoint(verb.group) or not (thing.noun or thing.ours) or thing.noun in frame.no_nouns:
        return
    names = tuple(name for name in agent.names if _can_be(frame, name))
    if names:
        yield Finding(frame.tie, names, verb.first, proven=True, done=verb.done)


def _follows(phrases: tuple[str, ...], verb: Verb) -> bool:
    said = " ".join(verb.sentence.words.low[verb.last : verb.last + 24]).replace("-", " ") + " "
    return any(f" {phrase} " in f" {said}" for phrase in phrases)


def _fitting(frame: Frame, verb: Verb, place: str) -> tuple[FoundName, ...]:
    """Those named as an argument who can have the tie."""
    named = verb.names(place)
    if not named:
        return ()
    if frame.owner:
        named = tuple(name for name in named if _owns(verb.sentence, name))
    if frame.tie == "partner" and place == "with":
        named = tuple(name for name in named if not _is_aside(verb.sentence, name))
        named = tuple(name for name in named if not _modifies(verb.sentence, name))
    return tuple(name for name in named if _can_be(frame, name))


def _owns(sentence: Sentence, name: FoundName) -> bool:
    """ "in | Delta's cloud", "at a plant of | Delta"."""
    before = sentence.text[max(0, name.start - 7) : name.start]
    return sentence.text[name.end : name.end + 1] in ("'", "’") or before.endswith((" of ", " of the "))


def _is_aside(sentence: Sentence, name: FoundName) -> bool:
    """ "with a robot | named Quill", "with motors | from Delta": not the named one is it done with."""
    before = sentence.text[max(0, name.start - 8) : name.start]
    return before.endswith(("named ", "called ", "dubbed ", " from ", " by "))


def _modifies(sentence: Sentence, name: FoundName) -> bool:
    """ "builds robots with | Delta chips": the name only tells whose the noun is."""
    low, after = sentence.words.low, sentence.utterance.sentence.last_word(name) + 1
    word = low[after] if after < len(low) else "."
    return word == "'s" or (
        word.isalpha() and not is_preposition(word) and not is_adverb(word) and word not in _GOING_ON
    )


_GOING_ON = row(
    "and or which who that to is are was were since this last next earlier later today because while but has"
)


def _can_be(frame: Frame, name: FoundName) -> bool:
    if names_people(name.text):
        return False
    if name.kind == "place":
        return frame.states and fold(name.text) in _countries()
    return name.kind in PARTIES or (name.kind == "product" and not name.owner and frame.tie != "partner")


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(one).strip() for one in load("places")["countries"].replace("\n", " ").split(","))


def _has_object(frame: Frame, verb: Verb) -> bool:
    thing = verb.argument("object")
    if not frame.money and (_is_money(verb, thing) or verb.argument("agent").noun in frame_words("no_goods")):
        return False
    if frame.clientele and frame.status and thing.names and thing.names[0].kind == "place":
        return False  # "moved to Norland"
    if frame.status == "planned" and frame.ours == ("setting",) and thing.names:
        return False  # "has signed up Delta for a trial"
    named = thing.names and not (frame.theirs == ("from",) and counts(verb.sentence.words.low[verb.last]))
    if frame.needs and (named or not (thing.names or thing.noun or thing.ours)) and not _relative(verb):
        return False
    if verb.sentence.words.low[verb.last + 1 : verb.last + 2] in (("available",), ("possible",), ("easier",)):
        return False
    if frame.own and not (thing.own or thing.ours == FIRM):
        return False
    if frame.nouns and (
        thing.noun not in frame.nouns or (with_others(verb.sentence, verb.last) and verb.argument("with").ours == NOT)
    ):
        return False
    if frame.theirs == ("from", "object") and verb.argument("agent").noun in frame.no_nouns:
        return False  # "Half of its revenue | comes from Delta"
    if frame.tie == "supplier" and frame.ours == ("object",) and thing.noun in word_set("companies", "neutral_heads"):
        return False  # "has made the company its partner"
    hired = frame.theirs == ("from",) and singular(thing.noun) in word_set("roles", "officer", "other")
    return thing.noun not in frame.no_nouns and not hired


def _relative(verb: Verb) -> bool:
    """ "a hall | that we | rent from Delta": does the object stand before its relative pronoun?"""
    words, low = verb.sentence.words, verb.sentence.words.low
    at = verb.first - len(verb.group) - 1
    if low[at] in ("company", "startup", "firm"):
        at -= 1
    named = verb.sentence.utterance.sentence.name_at[at] if at > 0 else None
    if named is not None:
        at = verb.sentence.utterance.sentence.first_word(named)
    return at > 1 and low[at - 1] in ("that", "which") and words.raw[at - 2].isalpha()


def _is_money(verb: Verb, thing: Argument) -> bool:
    """ "took | €5 million from A", "provided | a loan", "made | an offer": what is no good and no service."""
    if thing.noun in frame_words("no_goods"):
        return True
    sentence = verb.sentence
    start = sentence.words.starts[opening(sentence, verb.first)]
    if "worth" in sentence.words.low[verb.last : verb.last + 6]:
        return False  # "ordered €5 million worth of powder", "signed a contract worth €5 million"
    return any(
        start <= amount.start < sentence.words.starts[verb.first]
        or 0 <= amount.start - sentence.words.ends[verb.last - 1] < 13
        for amount in sentence.utterance.amounts
    )


_STOPPED = frozenset({"stopped", "quit", "ceased", "discontinued", "stops"})


def _status(frame: Frame, verb: Verb) -> TieStatus | None:
    if frame.status:
        return frame.status
    if not _STOPPED.isdisjoint(verb.group):
        return "ended"
    low = verb.sentence.words.low
    if verb.done and "until" in low[verb.last : verb.last + 14] and "not" not in low[verb.last :]:
        return "ended"  # "had its robots made by Delta until 2024"
    said = " ".join(low[verb.last : verb.last + 40])
    if frame.tie == "customer" and any(phrase in said for phrase in frame_words("over")):
        return "ended"
    return None
