"""How a text hands words to somebody, and which stretches of a sentence that covers.

A Frame is "Acme said that …", "…, said Jane Doe", "according to …", "reportedly". A stretch's chain of holders is
made of the frames that cover it, outlets outside.
"""

from __future__ import annotations

from typing import Literal

from briefing.claims.reading import Sentence
from briefing.claims.scene import Speaker
from briefing.claims.segments import Segment
from briefing.model.records import dataclass

Mode = Literal["pre", "post", "by", "hearsay", "passive"]

_RANK = {"outlet": 0, "author": 0, "database": 1, "third-party": 2, "company": 2, "unnamed": 3}


@dataclass(frozen=True, slots=True)
class Frame:
    """speaker speaks through words [first, last) of `segment`; group: kind of verb (see speech.toml). whole: covers the
    whole sentence. complement: a clause follows, so that further verbs belong to it too. outer: an outlet told. lemma:
    the verb ("describe"), "" for phrases. verb: its word number. inner: whose plans the speaker describes."""

    speaker: Speaker
    group: str
    mode: Mode
    segment: Segment
    first: int
    last: int
    whole: bool = False
    complement: bool = False
    outer: Speaker | None = None
    lemma: str = ""
    verb: int = -1
    inner: Speaker | None = None


def covers(frame: Frame, segment: Segment, sentence: Sentence) -> bool:
    """Does the frame hold for the segment?"""
    low = sentence.words.low
    contrast = segment.kind == "subordinate" and low[segment.first] in ("though", "although", "while", "whereas", "but")
    if frame.whole and segment.kind == "relative" and low[segment.first + 2 : segment.first + 3] in _KNOWN:
        return False  # "Acme, which is | owned by Northwind, is weighing a sale, sources said"
    if frame.whole:
        if ";" in sentence.words.raw[min(frame.first, segment.first) : max(frame.first, segment.first)]:
            return False
        return not (contrast and segment.first > frame.last and frame.mode == "post")
    if _inside(segment, frame.segment):
        behind = segment is frame.segment or segment.first >= max(frame.first, frame.verb)
        return behind and not (contrast and frame.mode == "pre" and segment is not frame.segment)
    if frame.mode != "pre" or not frame.complement:
        return False
    top = _root(segment)
    return top.kind == "verb" and top.head is not None and _inside(frame.segment, top.head)


_KNOWN = (("owned",), ("backed",), ("based",), ("controlled",), ("headquartered",))


def _inside(segment: Segment, other: Segment) -> bool:
    node: Segment | None = segment
    while node is not None:
        if node is other:
            return True
        node = node.parent
    return False


def _root(segment: Segment) -> Segment:
    while segment.parent is not None and segment.parent.kind not in ("quote", "bracket", "dash", "colon"):
        segment = segment.parent
    return segment


def chain(covering: list[Frame]) -> tuple[Speaker, ...]:
    """The holders of a stretch, outermost first, each once."""
    speakers: list[tuple[int, int, Speaker]] = []
    for order, frame in enumerate(covering):
        if frame.outer:
            speakers.append((0, order, frame.outer))
        speakers.append((_RANK[frame.speaker.kind], order, frame.speaker))
        if frame.inner:
            speakers.append((_RANK[frame.inner.kind], order, frame.inner))
    found: dict[str, Speaker] = {}
    for _, _, speaker in sorted(speakers, key=lambda entry: entry[:2]):
        found.setdefault(speaker.name, speaker)
    return tuple(found.values())
