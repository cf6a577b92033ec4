"""A sentence goes in, what its verbs tell of the subject and others comes out: "A sends its claims through Acme".

Which verbs, with which arguments, stands in `lexicon/tieframes.toml`; tiearguments.py reads the arguments.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.lists import names_in_list
from briefing.claims.parties import Sentence
from briefing.claims.reading import FoundName
from briefing.claims.tiearguments import Verb
from briefing.claims.tiecues import tie_words
from briefing.claims.tiefindings import Finding
from briefing.claims.tieparts import BARE, FIRM, LOOSE, NOT, Argument, counts, opening, runs_on, with_others
from briefing.claims.tieverbs import Frame, frame_triggers, frame_words, frames_of, is_participle
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.wares import singular
from briefing.claims.wordclasses import fold, names_people
from briefing.claims.words import forms, row, word_set
from briefing.model.claim import TieStatus

_PARTIES = frozenset({"organisation", "unknown", "outlet"})
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
    yield from _came_next(sentence)
    triggers, vocabulary = frame_triggers(), sentence.utterance.vocabulary
    name_at = sentence.utterance.sentence.name_at
    for index, word in enumerate(low):
        if word not in triggers or name_at[index] is not None or not _is_verb(sentence, index):
            continue
        if word in _FOLLOWING:
            yield from _follower(sentence, index)
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


_FOLLOWING = frozenset((*forms("follow"), "joined", "joins"))
_ALONE = row("by in suit last next this later soon shortly with then on earlier early a two three six . , ;")
_DOES = row("does do did has have is are will")
_TESTS = row("testing trialling trialing piloting")
_SAME = row("customer supplier partner distributor investor")
_FOLLOWED = row("customer supplier partner distributor")


def _came_next(sentence: Sentence) -> Iterator[Finding]:
    """ "Its first customer was Globex. | Then came Delta"."""
    low = sentence.words.low
    if low[:1] == ("so",) and low[1:2] and low[1] in _DOES and sentence.tied in _SAME:
        listed = names_in_list(sentence.text, sentence.words.ends[1], sentence.utterance.passage.end, sentence.names)
        names = tuple(name for name in listed if name.kind in _PARTIES and not sentence.is_ours(name))
        if names:
            yield Finding(sentence.tied, names, 0, proven=True)  # "Globe resells it. | So does Delta"
        return
    if sentence.tied not in _FOLLOWED or low[:1] == () or low[0] not in ("then", "next", "later", "soon", "after"):
        return
    came = next((at for at in range(1, min(5, len(low) - 1)) if low[at] in ("came", "followed", "joined")), 0)
    if came:
        listed = names_in_list(sentence.text, sentence.words.ends[came], sentence.utterance.passage.end, sentence.names)
        names = tuple(name for name in listed if name.kind in _PARTIES and not sentence.is_ours(name))
        if names:
            yield Finding(sentence.tied, names, came, proven=True)


def _follower(sentence: Sentence, index: int) -> Iterator[Finding]:
    """ "Globe was first. Delta | followed in April": the same as was told of the one before."""
    low = sentence.words.low
    if sentence.tied not in _FOLLOWED or low[index + 1 : index + 2] == () or low[index + 1] not in _ALONE:
        return
    if low[index : index + 2] == ("joined", "by") and low[index - 1] in ("been", "was", "were", "is", "are"):
        listed = names_in_list(
            sentence.text, sentence.words.ends[index + 1], sentence.utterance.passage.end, sentence.names
        )
        joined = tuple(name for name in listed if name.kind in _PARTIES and not sentence.is_ours(name))
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
    names = tuple(
        name for name in Verb(sentence, index, index + 1, {}).argument("agent").names if name.kind in _PARTIES
    )
    if names:
        yield Finding(sentence.tied, names, index, proven=True)


def _is_verb(sentence: Sentence, index: int) -> bool:
    """Not "the | use of", "its | orders", "has | used", "…, | making it", nor a word in capitals."""
    low = sentence.words.low
    word, before = low[index], low[index - 1] if index else ""
    if not sentence.words.raw[index].islower() or (before and counts(before) and low[index - 2] not in _NUMBERED):
        return False
    if word.endswith("s") and (before.endswith("est") or before in ("new", "first", "next", "big")):
        return False  # "the largest | orders"
    if word == "named" and sentence.words.raw[index - 1].islower() and before not in _NAMERS:
        return False  # "an assistant | named Quill"
    if word in _HELPERS:
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
    if word.endswith("s") and word not in _HELPERS and not is_finite(sentence.words, index):
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
_HELPERS = row("is are was were been has have had get gets got")
_BEING = row("is are was were be been being")
_PROGRESS = row(
    "is are was were been be started began stopped begun keeps kept keep continues we're they're i'm it's who's"
)


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
    if sentence.words.low[verb.first] in _HELPERS and _has_own(verb):
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
    ours = _ours(frame, verb, theirs)
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


def low_before(verb: Verb) -> str:
    """The word in front of the verb's group."""
    at = verb.first - len(verb.group) - 1
    return verb.sentence.words.low[at] if at >= 0 else ""


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
    return name.kind in _PARTIES or (name.kind == "product" and not name.owner and frame.tie != "partner")


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


def _ours(frame: Frame, verb: Verb, theirs: list[str]) -> str:
    """The argument that is the subject's, "" if none is."""
    if frame.ours == ("setting",):
        return "setting" if runs_on(verb.sentence, verb.first) else ""
    for place in frame.ours:
        if place in theirs:
            continue
        one = verb.argument(place)
        if (frame.thing and not one.noun) or (frame.itself and one.noun):
            continue
        if frame.heads and one.noun not in frame.heads:
            continue
        if (
            one.ours < frame.least
            or one.ours == NOT
            or not (_is_made(frame, verb.sentence, one) or _makes(frame, verb))
        ):
            continue
        if place == "object" and (_is_itself(verb, one) or not _is_whose(frame, verb, one)):
            continue
        return place
    return ""


_SAMPLES = frozenset("one ones sample samples prototype prototypes".split())


def _makes(frame: Frame, verb: Verb) -> bool:
    """ "Acme built | the satellite | for Delta": is what the company makes the object?"""
    return frame.theirs == ("for",) and singular(verb.argument("object").noun) in verb.sentence.made


def _is_made(frame: Frame, sentence: Sentence, one: Argument) -> bool:
    if not frame.made or (one.ours == FIRM and not one.noun and frame.theirs not in (("to",), ("for",))):
        return True
    return one.noun in _SAMPLES or singular(one.noun) in sentence.made


def _is_whose(frame: Frame, verb: Verb, one: Argument) -> bool:
    """Is it the subject's though somebody else acts? Not in "Delta makes its money", "Delta keeps its ledger on …"."""
    agent = verb.argument("agent")
    if verb.passive and "first" in verb.sentence.words.low[: verb.first] and one.ours < FIRM:
        return False  # "the first robots were built by Delta in 1961"
    if verb.passive and one.ours < LOOSE and singular(one.noun) in verb.sentence.made:
        return False  # "satellites are also made by Delta"
    goes = frame.theirs in (("to",), ("for",)) and one.ours < FIRM
    if goes and not agent.names and not verb.passive and _by_other(verb):
        return False  # "Delta, also of Oslo, sold one to the Nordic Space Agency"
    if not agent.names or (verb.passive and "by" in frame.theirs):
        return True
    if "agent" not in frame.theirs:
        return one.ours == FIRM and not one.own
    if frame.supply and (not one.noun or singular(one.noun) in verb.sentence.made):
        return False  # who makes the same is a rival
    if frame.supply and one.ours < FIRM and not _are_parts(verb, one):
        return False
    if frame.supply and one.ours < LOOSE and low_before(verb) in ("which", "who"):
        return False  # "Delta, which makes pumps": its trade
    if frame.supply and any(verb.argument(place).names for place in ("for", "to")):
        return False  # "makes cells for Delta"
    if one.ours < FIRM and any(verb.argument(place).names for place in ("from", "with")):
        return False  # "ordered satellites from Delta"
    if one.own and frame.tie == "supplier":  # "Delta builds its robots in China", but "Delta ships most of its parcels"
        return verb.sentence.words.low[verb.last] in _PORTIONS
    if frame.nouns or (frame.follows and frame.least == BARE):
        return True
    if not one.own and (one.ours >= FIRM or frame.made or frame.supply or frame.nouns):
        return True
    return _is_thing(verb.sentence, one)  # "uses the software", not "uses the road"


_BOUGHT = frozenset((*forms("buy"), *forms("purchase"), *forms("sell"), *forms("take")))


def _is_itself(verb: Verb, one: Argument) -> bool:
    """ "Delta is to buy Acme", "Acme was sold to Delta", "Delta leases Acme | a site": no thing that it makes."""
    sentence = verb.sentence
    low = sentence.words.low
    if one.noun or one.ours != FIRM:
        return False
    ours = [name for name in sentence.names if name.is_subject]
    if verb.passive:
        return low[verb.first] in _BOUGHT and any(name.end <= sentence.words.starts[verb.first] for name in ours)
    here = next((name for name in ours if name.start == sentence.words.starts[verb.last]), None)
    behind = sentence.words.index_at(here.end) if here is not None else len(low)
    gives = low[behind : behind + 1] in _INDIRECT
    return here is not None and (low[verb.first] in _BOUGHT or (gives and low[verb.first] in _GIVING))


_GIVING = frozenset((*forms("lease"), *forms("rent"), *forms("pay"), *forms("order"), *forms("hand"), *forms("book")))
_INDIRECT = (("a",), ("an",), ("its",), ("the",), ("two",), ("space",), ("land",))


def _by_other(verb: Verb) -> bool:
    """Is another company, named in front of the verb, whom its clause is about?"""
    sentence, start = verb.sentence, verb.sentence.words.starts[verb.first]
    topic = sentence.clause(verb.first).topic
    return any(name.canonical == topic and name.end <= start and not sentence.is_ours(name) for name in sentence.names)


_PORTIONS = row("most all half much many some two three part")


def _are_parts(verb: Verb, one: Argument) -> bool:
    """ "the belts", "ceramic packages", "steel", but not "a proposal", "quantum computing"."""
    if one.noun in frame_words("supply"):
        return True
    return one.noun.endswith("s") and verb.sentence.words.low[verb.last] not in ("a", "an")


def _is_thing(sentence: Sentence, one: Argument) -> bool:
    """Is "its" the subject's, and not of whoever acts: a thing that the subject makes, or that is used?"""
    return singular(one.noun) in sentence.made or one.noun in tie_words("things")


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
