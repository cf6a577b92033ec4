"""How a stretch stands by its own words and who speaks it go in, how it stands in their mouth comes out.

Claims hedge, judgements are opinions, hearsay is rumour, "said it would" is a plan.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.claims.frames import Frame
from briefing.claims.modality import Stand, dealing, on_deals, promises
from briefing.claims.reading import Sentence
from briefing.claims.segments import Segment, in_quotation
from briefing.model.claim import Modality
from briefing.model.records import replace

FIRM = frozenset({"asserted", "hedged"})

_DESCRIBING = frozenset("describe call dub label see view regard consider bill frame characterize characterise".split())

_STRENGTH: dict[str, int] = {
    "asserted": 0,
    "hedged": 1,
    "opinion": 2,
    "implied": 3,
    "planned": 4,
    "hypothetical": 5,
    "rumoured": 6,
    "denied": 7,
}


def spoken(sentence: Sentence, segment: Segment, own: Stand, covering: Sequence[Frame]) -> Stand:
    """What the verbs of the holders make of a stretch: claims hedge, judgements are opinions, hearsay is rumour."""
    if not covering:
        return own
    modality: Modality = own.modality
    cue = own.cues
    for frame in covering:
        added = _added(sentence, segment, own, frame)
        if added and _stronger(added, modality):
            modality = added
            cue = (" ".join(sentence.words.low[frame.first : frame.last]), *own.cues)
    judged = any(
        frame.speaker.person or (frame.speaker.kind == "third-party" and frame.group != "claim") for frame in covering
    )
    judged = judged or any(
        frame.speaker.kind == "company" and frame.group not in ("claim", "announce") for frame in covering
    )
    if modality in FIRM and own.evaluative and judged:
        modality, cue = "opinion", own.evaluative
    if modality == "hypothetical" and covering:
        modality = _reported_would(sentence, segment, own, covering)
    return own if modality == own.modality and cue is own.cues else replace(own, modality=modality, cues=cue)


def _reported_would(sentence: Sentence, segment: Segment, own: Stand, covering: Sequence[Frame]) -> Modality:
    """ "Acme said it would build" is a plan; "Doe said a listing would distract" and what somebody says in a quotation
    with "could" is an opinion."""
    person = any(frame.speaker.person for frame in covering)
    scoop = any(frame.speaker.kind == "outlet" and not frame.speaker.retold for frame in covering)
    if scoop and own.cues == ("would",) and on_deals(sentence.words, segment):
        return "rumoured"
    if own.cues == ("would",) and any(frame.mode == "pre" and frame.complement for frame in covering):
        low = sentence.words.low
        at = next(number for number in segment.own if low[number] == "would")
        name = sentence.name_at[at - 1] if at else None
        acts = name is not None or (
            at and low[at - 1] in ("it", "they", "we", "he", "she", "company", "startup", "firm")
        )
        return "planned" if acts or not person else "opinion"
    return "opinion" if person and in_quotation(segment) else "hypothetical"


def _added(sentence: Sentence, segment: Segment, own: Stand, frame: Frame) -> Modality | None:
    group, kind = frame.group, frame.speaker.kind
    if frame.mode == "hearsay" or group == "hearsay":
        return "rumoured"
    if kind == "unnamed":
        if group == "judge" and frame.lemma not in ("suggest", "signal", "hint"):
            return "hedged" if frame.lemma in _DESCRIBING else "opinion"
        if segment.kind == "quote" and not own.factual and frame.mode != "by" and not on_deals(sentence.words, segment):
            return "opinion"  # "It was expensive," says a former engineer
        return "hedged" if group in ("claim", "estimate") else "rumoured"
    if group == "want":
        return "planned"
    if group == "judge":
        return "opinion"
    if group == "claim":
        known = kind == "company" and own.factual
        return "opinion" if frame.speaker.person and not known else "hedged"
    if kind == "database" or group == "estimate":
        return "hedged"
    if group == "announce" and frame.mode == "pre" and not frame.complement and segment is frame.segment:
        return "planned" if promises(sentence.words, frame.last) else None
    if kind == "outlet" and dealing(sentence.words, segment):
        return "rumoured"
    if kind == "outlet" and not frame.speaker.retold and on_deals(sentence.words, segment):
        return "hedged"
    if segment.kind == "quote" and frame.speaker.person:
        return None if kind == "company" and own.factual else "opinion"
    return None


def _stronger(added: Modality, given: Modality) -> bool:
    return _STRENGTH[added] > _STRENGTH[given]
