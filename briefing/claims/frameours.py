"""A verb and its frame go in, which of its arguments is the subject's comes out: itself, its thing, what it makes."""

from __future__ import annotations

from briefing.claims.tiearguments import Verb
from briefing.claims.tiecues import tie_words
from briefing.claims.tieparts import BARE, FIRM, LOOSE, NOT, Argument, runs_on
from briefing.claims.tiesentence import Sentence
from briefing.claims.tieverbs import Frame, frame_words
from briefing.claims.wares import singular
from briefing.claims.words import forms, row


def low_before(verb: Verb) -> str:
    """The word in front of the verb's group."""
    at = verb.first - len(verb.group) - 1
    return verb.sentence.words.low[at] if at >= 0 else ""


def our_argument(frame: Frame, verb: Verb, theirs: list[str]) -> str:
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
