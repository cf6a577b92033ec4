"""A sentence cut into stretches goes in, the company that each stretch is about comes out.

By grammar: the subject of the clause by name, else what its pronoun or description ("it", "the startup") stands for,
else whoever the paragraph is about. A company that takes the floor ("Northwind, a battery maker, raised …") keeps "the
company" for its paragraph; an article about somebody else starts from that somebody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from briefing.claims.actingnames import stranger_that
from briefing.claims.clauseleads import goes_on
from briefing.claims.clausesubject import grammatical
from briefing.claims.floor import NOBODY, ORG_KINDS, Floor, Topic, of_name, setting, settle, take
from briefing.claims.frames import Frame
from briefing.claims.reading import Sentence
from briefing.claims.segments import Segment
from briefing.claims.verbs import has_finite, is_determiner, is_preposition
from briefing.claims.words import row

_FIRST_PERSON = row("we our us i my ours")


Opening = tuple[tuple[int, ...], tuple[Topic | None, bool]]  # words of a sentence's first stretch, their subject


def topics(
    sentence: Sentence, segments: Sequence[Segment], found: Sequence[Frame], floor: Floor, opening: Opening
) -> dict[int, Topic]:
    """id(segment) → topic, parents before children; the floor moves on."""
    result: dict[int, Topic] = {}
    speaking = {id(frame.segment): frame for frame in found if frame.mode == "pre"} if found else {}
    said_by = {id(frame.segment): frame for frame in found} if found else {}
    previous = NOBODY
    for segment in segments:
        parent = result.get(id(segment.parent)) if segment.parent is not None else None
        known = opening if not result else None  # the floor is as it was when the opening was read
        result[id(segment)] = _one(sentence, segment, parent, previous, speaking, said_by, floor, known)
        if segment.kind in ("main", "verb") and segment.parent is None:
            previous = result[id(segment)]
    settle(sentence, floor)
    return result


def whole(sentence: Sentence, own: Sequence[int], subject: tuple[Topic | None, bool], floor: Floor) -> Topic:
    """The topic of a sentence that is one stretch in which nobody speaks. subject: its `grammatical` subject."""
    topic, explicit = subject
    found = setting(sentence, floor) if topic is None else take(topic, explicit, sentence, own, floor)
    settle(sentence, floor)
    return found


def _one(
    sentence: Sentence,
    segment: Segment,
    parent: Topic | None,
    previous: Topic,
    speaking: Mapping[int, Frame],
    said_by: Mapping[int, Frame],
    floor: Floor,
    known: Opening | None,
) -> Topic:
    if segment.kind == "relative":
        return _antecedent(sentence, segment, floor) or parent or floor.company
    if segment.kind == "verb":
        return previous
    if (
        segment.kind in ("participial", "with", "phrase", "dash", "bracket")
        and parent is not None
        and _bare(sentence, segment)
    ):
        return parent
    if segment.kind == "quote" and not _FIRST_PERSON.isdisjoint([sentence.words.low[number] for number in segment.own]):
        return _speakers_own(said_by, floor) or parent or floor.company
    if segment.kind == "quote" and _of_others(sentence, segment.own):
        return NOBODY
    frame = speaking.get(id(segment))
    own = segment.own
    outer: Topic | None = None
    if frame is not None:
        outer = _speaker_topic(sentence, frame, floor)
        if not frame.complement:
            return take(outer, True, sentence, own, floor) if outer else parent or floor.company
        own = [number for number in own if number >= frame.last]
        if outer and outer.name:
            floor.it = outer
            reckons = frame.group in ("estimate", "judge")  # who reckons something of "the company" is another
            if not reckons and not outer.is_subject and not any(name.is_subject for name in sentence.names):
                floor.company = outer
    post = said_by.get(id(segment))
    if post is not None and post.mode == "post" and not any(number < post.first for number in own):
        spoken_for = floor.employers.get(post.speaker.name)
        return spoken_for if spoken_for is not None and spoken_for.is_subject else floor.company
    as_known = known is not None and frame is None and known[0] == tuple(own)
    topic, explicit = known[1] if known is not None and as_known else grammatical(sentence, own, floor)
    if topic is None:
        if frame is not None and outer and outer.name:
            return outer
        if segment.kind == "main" and previous.name and goes_on(sentence, own):
            return previous
        return parent if parent is not None else setting(sentence, floor)
    if (
        (segment.kind in ("colon", "quote") and segment.parent is None)
        or segment.kind == "main"
        or _labelled(sentence, segment)
    ):
        return take(topic, explicit, sentence, own, floor)
    return topic


def _of_others(sentence: Sentence, own: Sequence[int]) -> bool:
    """ "They're planning to …" in a quotation: whoever they are, not the one who says so."""
    low = [sentence.words.low[number] for number in own[:2]]
    return any(word in _THEY for word in low) and not {"we", "our", "us"} & {sentence.words.low[at] for at in own}


_THEY = frozenset({"they", "they're", "they've", "they’re", "they’ve", "they'll"})


def _labelled(sentence: Sentence, segment: Segment) -> bool:
    """ "For comparison: | Northwind …": is it the whole sentence but for a label that names nobody?"""
    if segment.kind != "colon" or segment.parent is None:
        return False
    label = segment.parent.own
    if not label or not (is_preposition(sentence.words.low[label[0]]) or is_determiner(sentence.words.low[label[0]])):
        return False  # "JR: …": who speaks
    return not has_finite(sentence.words, label) and not any(sentence.name_at[number] for number in label)


def _speakers_own(said_by: Mapping[int, Frame], floor: Floor) -> Topic | None:
    """ "We …" in a quotation: the company of the person who says so, None if no person does."""
    spoken = next((frame for frame in said_by.values() if frame.speaker.person), None)
    if spoken is None:
        return None
    if spoken.speaker.kind == "company":
        return next((topic for topic in floor.employers.values() if topic.is_subject), floor.home)
    return floor.employers.get(spoken.speaker.name, NOBODY)


def _bare(sentence: Sentence, segment: Segment) -> bool:
    """Has the stretch no finite verb of its own?"""
    return segment.kind != "bracket" or not has_finite(sentence.words, segment.own)


def _speaker_topic(sentence: Sentence, frame: Frame, floor: Floor) -> Topic | None:
    speaker = frame.speaker
    if speaker.kind == "company":
        known = chain((floor.home, floor.company), floor.employers.values())
        return next((topic for topic in known if topic.is_subject), Topic(speaker.name, True))
    if speaker.person:
        return floor.employers.get(speaker.name)
    name = next((name for name in sentence.names if name.canonical == speaker.name), None)
    if speaker.kind != "third-party" or name is None:
        return None
    announces = frame.group == "announce" and name.kind == "unknown" and " " not in name.text  # no person's name
    return Topic(speaker.name) if name.kind in ORG_KINDS or announces else None


def _antecedent(sentence: Sentence, segment: Segment, floor: Floor) -> Topic | None:
    """ "Northwind, which …": the name right before the comma; "Doe, of Northwind, who …": the person."""
    if sentence.words.low[segment.first] in ("who", "whose"):
        offset = sentence.words.starts[segment.first]
        people = [name for name in sentence.names if name.kind == "person" and name.end <= offset]
        if people and segment.first - sentence.last_word(people[-1]) < 14:
            return of_name(people[-1], floor)
    for number in range(segment.first - 1, max(segment.first - 5, -1), -1):
        name = sentence.name_at[number]
        if name is not None:
            return of_name(name, floor) or stranger_that(sentence, name, segment.first, floor)
        if sentence.words.raw[number] not in ",)" and number < segment.first - 2:
            return None
    return None
