"""A sentence cut into stretches goes in, its frames come out: who speaks, by which verb or phrase, in which stretch.

May cut new stretches out of those given where somebody begins to speak inside one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.claims.bylabel import by_label, in_brief
from briefing.claims.byverb import by_verb
from briefing.claims.frames import Frame
from briefing.claims.reading import Sentence
from briefing.claims.saying import listed, phrases, verb_words
from briefing.claims.scene import Scene, Speaker
from briefing.claims.segments import Segment
from briefing.claims.speakers import right_of
from briefing.claims.verbs import has_finite
from briefing.claims.words import row
from briefing.model.records import replace


def frames(sentence: Sentence, segments: list[Segment], scene: Scene) -> list[Frame]:
    """Every frame of the sentence in text order. May cut new segments ("reported") out of those given and add them."""
    found: list[Frame] = []
    speaking = not _telling().isdisjoint(sentence.words.low)
    labelled = scene.brief or ":" in sentence.words.raw
    for segment in list(segments) if speaking or labelled else ():
        place = segment
        for frame in list(_in_segment(sentence, segment, scene, speaking)):
            if place is not segment and frame.first >= place.first:
                frame = replace(frame, segment=place)
            inner = _inner_start(sentence, frame, found)
            if inner is not None:
                frame = replace(_cut_out(segments, frame, inner), whole=False)
                place = frame.segment
            found.append(frame)
    segments.sort(key=lambda segment: (segment.first, -segment.last))
    return sorted(found, key=lambda frame: (frame.first, frame.last))


@cache
def _telling() -> frozenset[str]:
    """The words without which nobody's saying is told; "the", "in" or "is", with which some phrases begin, are none."""
    return verb_words() | phrases().telling()


@cache
def _openers() -> frozenset[str]:
    """The words with which a verb or phrase of saying begins."""
    return verb_words() | phrases().first_words


def _in_segment(sentence: Sentence, segment: Segment, scene: Scene, speaking: bool) -> Iterator[Frame]:
    """speaking: is there a word in the sentence with which somebody's saying could begin?"""
    placed = by_label(sentence, segment, scene) or in_brief(sentence, segment, scene)
    if placed is not None:
        yield placed
    if not speaking:
        return
    low, openers = sentence.words.low, _openers()
    by, spoken = phrases(), verb_words()
    done = 0
    for place, number in [(place, number) for place, number in enumerate(segment.own) if low[number] in openers]:
        word = low[number]
        if number < done:
            continue
        phrase = by.at(low, number, min(segment.last, number + 6)) if word in by.first_words else None
        if phrase and (sentence.name_at[number] is None or (phrase[1] == "hearsay" and number == segment.first)):
            frame = _by_phrase(sentence, segment, number, phrase, scene)
            if frame:
                yield frame
                done = frame.last
                continue
        frame = by_verb(sentence, segment, place, scene) if word in spoken else None
        if word in ("tells", "told") and _has_no_name(low, number, frame):
            frame = Frame(Speaker("unnamed sources", "unnamed"), "hearsay", "hearsay", segment, number, number + 2)
        if frame:
            yield frame
            if frame.mode == "pre" and frame.speaker.kind in ("company", "third-party") and not frame.speaker.person:
                scene.it = frame.speaker


def _has_no_name(low: tuple[str, ...], number: int, frame: Frame | None) -> bool:
    """ "A man I know who used to run a bank in Lund | tells me": nobody, or only a place, stands before the verb."""
    if low[number + 1 : number + 2] != ("me",):
        return False
    return frame is None or (frame.mode == "pre" and frame.first > 0 and low[frame.first - 1] in ("in", "near"))


def _by_phrase(
    sentence: Sentence, segment: Segment, number: int, phrase: tuple[int, str], scene: Scene
) -> Frame | None:
    end, label = phrase
    if sentence.words.low[number] == "per" and sentence.words.low[end : end + 1] in _RATES:
        return None
    if label == "hearsay":
        return Frame(Speaker("unnamed sources", "unnamed"), "hearsay", "hearsay", segment, number, end)
    if label == "own":
        return Frame(scene.current_company(), "by", "by", segment, number, end, whole=True)
    stop = len(sentence.words)
    spoken = _supplier(sentence, end, stop, scene) or right_of(sentence, end, stop, scene)
    if not spoken or (sentence.words.low[number] == "via" and spoken[0].kind not in ("outlet", "database")):
        return None
    raw = sentence.words.raw
    labels = raw[number - 1 : number] == (",",) and raw[spoken[1] : spoken[1] + 1] == (":",)  # "The score, per Acme: …"
    rate = sentence.words.low[number] == "per" and spoken[0].kind not in ("outlet", "database", "unnamed")
    if rate and not labels:
        return None
    before = sentence.words.raw[number - 1] if number else ","
    local = before not in ',("—' and (segment.kind in ("participial", "with", "phrase", "bracket", "dash", "relative"))
    passive = sentence.words.low[end - 1] == "by" and sentence.words.low[number] not in (
        "as",
        "first",
        "cited",
        "reported",
    )
    group = "judge" if sentence.words.low[number] in ("hailed", "described") else "by"
    if spoken[0].kind == "unnamed" and spoken[0].name.split()[-1] in listed("speakers", "loose_papers"):
        group = "estimate"  # a paper is more than a whisper
    if any(word.startswith("estimat") for word in sentence.words.low[number:end]):
        group = "estimate"
    return Frame(spoken[0], group, "by", segment, number, spoken[1], whole=not local and not passive)


_RATES = (("cent",), ("capita",), ("annum",), ("diem",))
_SUPPLIED = row(
    "given provided shared supplied published released disclosed compiled sent shown prepared filed collected gathered "
    "handed issued made"
)


def _supplier(sentence: Sentence, first: int, stop: int, scene: Scene) -> tuple[Speaker, int] | None:
    """ "according to | papers shown to us by treasurer Jane Doe": whoever the papers come from."""
    low, raw = sentence.words.low, sentence.words.raw
    supplied = False
    for at in range(first, min(first + 8, stop - 1)):
        if raw[at] in ',;:.()—"' or sentence.name_at[at] is not None:
            return None
        supplied = supplied or low[at] in _SUPPLIED
        if supplied and low[at] == "by":
            return right_of(sentence, at + 1, stop, scene)
    return None


_PUTTING = row("put puts value values valued estimate estimates estimated peg pegs pegged")


def _inner_start(sentence: Sentence, frame: Frame, before: list[Frame]) -> int | None:
    """Where a frame inside the stretch begins when it does not rule all of it: behind another one, or behind "what"."""
    segment = frame.segment
    first = frame.first
    low = sentence.words.low
    if frame.verb > 0 and low[frame.verb] in _PUTTING and low[frame.verb + 1 : frame.verb + 2] == ("at",):
        what = next(
            (at for at in range(frame.verb - 1, max(segment.first, frame.verb - 9), -1) if low[at] == "that"), 0
        )
        if what and low[what - 1] not in verb_words():
            return what  # "signed a contract | that insiders put at $5 million"
    if frame.mode != "pre":
        return None
    ruled = any(other.mode == "pre" and other.segment is segment and other.first < first for other in before)
    if first > segment.first and sentence.words.low[first - 1] == "what":
        return first - 1
    if first <= segment.first + 1:
        return None
    lead = [number for number in segment.own if number < first]
    spoken = has_finite(sentence.words, lead) and sentence.words.raw[lead[-1]] != ","
    return first if ruled or spoken else None


def _cut_out(segments: list[Segment], frame: Frame, first: int) -> Frame:
    """Make the rest of the frame's segment, from `first` on, a segment of its own."""
    parent = frame.segment
    last = _what_ends(parent, frame) if first < frame.first else parent.last
    made = Segment(first, last, "colon" if parent.kind == "quote" else "main", parent)
    made.own = [number for number in parent.own if first <= number < last]
    parent.own = [number for number in parent.own if not first <= number < last]
    made.children = [child for child in parent.children if first <= child.first < last]
    for child in made.children:
        child.parent = made
    parent.children = [child for child in parent.children if child not in made.children] + [made]
    segments.append(made)
    return replace(frame, segment=made)


def _what_ends(parent: Segment, frame: Frame) -> int:
    """A "what … call" clause ends where a colon or an insertion begins."""
    behind = [
        child.first
        for child in parent.children
        if child.first > frame.verb and child.kind in ("colon", "dash", "with", "participial")
    ]
    return min([parent.last, *behind])
