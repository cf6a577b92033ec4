"""A passage, its names and its figures go in; its clauses come out, each with modality, holders and topic.

    "Acme said it had raised $5 million, with plans to open in Oslo."
    → [Acme said it had raised $5 million, …]  asserted, held by Acme
      [with plans to open in Oslo]             planned, held by Acme

The steps: claims/segments.py cuts, claims/holders.py finds who speaks, claims/modality.py how firmly, claims/topic.py
about whom. What a reader remembers from sentence to sentence is `Scene` and `Floor`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.claims.clausesubject import grammatical
from briefing.claims.factual import tells_fact
from briefing.claims.floor import NOBODY, Floor, Topic, speaking
from briefing.claims.frames import Frame, chain, covers
from briefing.claims.holders import frames
from briefing.claims.lexicon import load
from briefing.claims.modality import Stand, cues, future_title, stand
from briefing.claims.reading import Clause, Sentence
from briefing.claims.rows import gives_own_figures, row_clauses
from briefing.claims.scene import Scene, Speaker
from briefing.claims.segments import Segment, in_quotation, trim_phrases
from briefing.claims.somebody import is_somebody, opening_somebody
from briefing.claims.splitting import split
from briefing.claims.topic import Opening, topics, whole
from briefing.claims.voicing import FIRM, spoken
from briefing.model.claim import HolderKind
from briefing.model.records import replace
from briefing.model.source import Passage

Holding = tuple[tuple[Speaker, ...], str, bool]

_INHERITING = frozenset({"participial", "with", "phrase", "bracket", "dash"})

_HEARSAY = frozenset({"reported", "alleged", "rumored", "rumoured", "speculated", "purported", "supposed"})

_OWN_PLANS = frozenset(
    {"plan is", "plans are", "the aim is", "the goal is", "the ambition is", "the target is", "own target"}
    | {"guided to", "guides to", "guided for", "guiding for", "is guiding to", "own forecast", "own projection"}
)

_AFTER_NOTE = 3  # sentences between a note on where figures are from and its table
_BARE = 5  # words and signs of a sentence that only denies
_LONGEST = 400  # words; what is longer is no sentence, and is not cut into clauses


def clauses(
    sentence: Sentence, passage: Passage, text: str, quotes: Sequence[tuple[int, int]], scene: Scene, floor: Floor
) -> tuple[Clause, ...]:
    """The clauses of one passage, in text order, longer ones first; at least one, for the whole passage.

    text: the source's text, plain. scene, floor: what has been read before; both move on.
    """
    words = sentence.words
    size = len(words.low)
    if not size:
        return (Clause(passage.start, passage.end, "asserted", (), "outlet", floor.home.name, floor.home.is_subject),)
    spoken = floor.it if words.low[0] == "it" and floor.it == floor.company else speaking(floor)
    scene.company, scene.company_is_subject = spoken.name, spoken.is_subject
    if passage.cells:
        return row_clauses(passage, text, floor, scene.own_figures > 0)
    scene.own_figures = _AFTER_NOTE if gives_own_figures(words) else max(scene.own_figures - 1, 0)
    if size > _LONGEST:
        segments = [Segment(0, size, "main", own=list(range(size)))]
    else:
        base = passage.start
        segments = split(text[base : passage.end], [(start - base, end - base) for start, end in quotes])
    trim_phrases(segments)
    opening = tuple(segments[0].own)
    subject = grammatical(sentence, opening, floor)
    scene.it = _it(subject[0] if subject[1] else None, scene)
    found = frames(sentence, segments, scene) if size <= _LONGEST else []
    if len(segments) == 1 and not found and segments[0].kind == "main":  # many sentences are no more than that
        made = [_lone(sentence, segments[0], passage, scene, floor, whole(sentence, segments[0].own, subject, floor))]
    else:
        made = _parts(sentence, segments, found, passage, scene, floor, (opening, subject))
    _remember(sentence, found, scene)
    return tuple(_tiled(made, passage))


def _lone(sentence: Sentence, segment: Segment, passage: Passage, scene: Scene, floor: Floor, about: Topic) -> Clause:
    """The clause of a sentence that is one stretch in which nobody speaks."""
    own = _titled(stand(sentence.words, segment, cues(sentence.words), sentence.figures), sentence, segment, passage)
    return _clause(sentence, segment, _holding(sentence, segment, [], scene), own, about, floor, scene)


def _parts(
    sentence: Sentence,
    segments: Sequence[Segment],
    found: Sequence[Frame],
    passage: Passage,
    scene: Scene,
    floor: Floor,
    opening: Opening,
) -> list[Clause]:
    """The clauses of a sentence of several stretches, or one in which somebody speaks."""
    about = topics(sentence, segments, found, floor, opening)
    covering = {id(segment): _covering(sentence, segment, found) for segment in segments}
    stands = _stands(sentence, segments, found, covering, passage)
    holding = {id(segment): _holding(sentence, segment, covering[id(segment)], scene) for segment in segments}
    for segment in reversed(segments):
        _from_inside(sentence, segment, found, stands, holding, about)
    return [
        _clause(sentence, segment, holding[id(segment)], stands[id(segment)], about[id(segment)], floor, scene)
        for segment in segments
    ]


def _it(topic: Topic | None, scene: Scene) -> Speaker | None:
    """Whom "it" means behind a subject that is a company by name."""
    if topic is None or not topic.name:
        return None
    return Speaker(scene.subject, "company") if topic.is_subject else Speaker(topic.name, "third-party")


def _stands(
    sentence: Sentence,
    segments: Sequence[Segment],
    found: Sequence[Frame],
    covered: Mapping[int, list[Frame]],
    passage: Passage,
) -> dict[int, Stand]:
    """id(segment) → how it stands, with what holders' verbs and the stretches around it add."""
    words = sentence.words
    all_cues = cues(words)
    used = frozenset(
        [
            number
            for frame in found
            if frame.group in ("claim", "judge", "report", "say")
            for number in range(frame.first, frame.last)
        ]
    )
    result: dict[int, Stand] = {}
    for segment in segments:
        own = stand(words, segment, all_cues, sentence.figures, used)
        if in_quotation(segment) and tells_fact(sentence, segment, own):
            own = replace(own, factual=True)
        covering = covered[id(segment)]
        own = spoken(sentence, segment, own, covering)
        parent = result.get(id(segment.parent)) if segment.parent else None
        if (
            parent
            and own.modality == "asserted"
            and segment.kind in _INHERITING
            and parent.modality not in FIRM | {"opinion", "implied"}
        ):
            own = replace(own, modality=parent.modality, cues=parent.cues, conditional=parent.conditional)
        result[id(segment)] = _titled(own, sentence, segment, passage)
    return result


def _titled(own: Stand, sentence: Sentence, segment: Segment, passage: Passage) -> Stand:
    """A title in the infinitive tells of plans."""
    if (
        passage.kind == "title"
        and own.modality == "asserted"
        and segment.parent is None
        and future_title(sentence.words)
    ):
        return replace(own, modality="planned", cues=("to",))
    return own


def _from_inside(
    sentence: Sentence,
    segment: Segment,
    found: Sequence[Frame],
    stands: dict[int, Stand],
    holding: dict[int, Holding],
    about: dict[int, Topic],
) -> None:
    """A sentence that is nothing but a quotation or a bracket (and who says it) stands as what it holds."""
    if not segment.children:
        return
    framing = {number for frame in found for number in range(frame.first, max(frame.last, frame.verb + 1))}
    rest = [number for number in segment.own if number not in framing and sentence.words.raw[number][0].isalnum()]
    inner = max(segment.children, key=lambda child: child.last - child.first)
    said_behind = inner.kind == "quote" and any(frame.mode == "post" and frame.segment is segment for frame in found)
    size = inner.last - inner.first
    alone = not any(sentence.words.raw[number][0].isalnum() for number in segment.own)
    if alone or (
        inner.kind in ("quote", "bracket", "main", "colon")
        and (len(rest) * 4 <= size or (said_behind and len(rest) <= size))
    ):
        stands[id(segment)] = stands[id(inner)]
        holding[id(segment)] = holding[id(inner)]
        about[id(segment)] = about[id(inner)]


def _holding(sentence: Sentence, segment: Segment, covering: list[Frame], scene: Scene) -> Holding:
    """The chain of speakers of a segment, what the innermost does, and whether it is inside a quotation."""
    quoted = in_quotation(segment)
    answer = _answer(sentence, segment, scene) if not covering and not quoted else None
    if answer:
        return (answer,), "say", False
    told = any(frame.mode in ("pre", "post") or (frame.mode == "by" and frame.whole) for frame in covering)
    if quoted and not told and _whole_quote(sentence, segment):
        alone = scene.opened and scene.spoke != scene.block  # nobody else was named in the paragraph
        goes_on = scene.last_speaker if scene.carried else None
        speaker = goes_on or (scene.interviewed if alone else None) or scene.last_person or scene.last_speaker
        if speaker:
            return (speaker,), "say", True
    return chain(covering), (covering[-1].group if covering else ""), quoted


def _answer(sentence: Sentence, segment: Segment, scene: Scene) -> Speaker | None:
    """Who says "we" in an interview's answer."""
    low = sentence.words.low
    if scene.turn is not None and scene.turn[0] == scene.block:
        return scene.turn[1]
    if not scene.answering or not any(low[number] in ("we", "our", "i", "my", "us") for number in segment.own):
        return None
    return scene.interviewed or scene.last_person


def _covering(sentence: Sentence, segment: Segment, found: Sequence[Frame]) -> list[Frame]:
    """The frames that hold for a segment. What a company wants is its own word only where no one else tells it."""
    if not found:
        return []
    covering = [frame for frame in found if covers(frame, segment, sentence)]
    for frame in covering:
        if frame.speaker.kind in ("outlet", "unnamed"):
            return [other for other in covering if other.group != "want"]
    return covering


def _whole_quote(sentence: Sentence, segment: Segment) -> bool:
    """Is nearly all of the sentence quoted, so that its speaker stands in another sentence?"""
    node: Segment | None = segment
    while node is not None and node.kind != "quote":
        node = node.parent
    return node is not None and (node.last - node.first) >= 0.7 * len(sentence.words)


def _denier(sentence: Sentence, segment: Segment, floor: Floor) -> str:
    """ "CEO | Jane Roe | , in an e-mail, called the story “nonsense”": the officer who is the subject."""
    for number in segment.own[:6]:
        name = sentence.name_at[number]
        if name is not None:
            employer = floor.employers.get(name.canonical) if name.kind == "person" else None
            return name.canonical if employer is not None and employer.is_subject else ""
    return ""


def _clause(
    sentence: Sentence,
    segment: Segment,
    holding: Holding,
    own: Stand,
    about: Topic,
    floor: Floor,
    scene: Scene,
) -> Clause:
    speakers, group, quoted = holding
    modality = own.modality
    hearsay = modality == "rumoured" or (segment.kind == "phrase" and own.cues and own.cues[0] in _HEARSAY)
    if not speakers and hearsay:
        speakers, group = (Speaker("unnamed sources", "unnamed"),), "hearsay"
    promised = "promised" in own.cues or not _OWN_PLANS.isdisjoint(own.cues)
    if not speakers and promised and floor.company.is_subject:
        speakers, group = (Speaker(floor.company.name, "company"),), "announce"
    if not speakers and modality == "planned" and about.is_subject and not quoted and _plans(sentence, segment):
        speakers, group = (Speaker(about.name, "company"),), "want"  # "The plan is to …", "… and does not plan to be …"
    if not speakers and modality == "denied" and about.is_subject and len(sentence.words) <= _BARE:
        speakers, group = (Speaker(about.name, "company"),), "announce"  # "Acme denies it."
    if not speakers and modality == "denied" and (officer := _denier(sentence, segment, floor)):
        speakers, group = (Speaker(officer, "company", True),), "announce"
    if speakers and modality in _OPEN and (cited := scene.cited.get(speakers[-1].name)):
        speakers, modality = (*speakers, cited), "rumoured"  # "Acme hopes to …, the Ledger said", citing people before
    kind: HolderKind = speakers[-1].kind if speakers else "outlet"
    if quoted and kind == "company" and not about.is_subject and _says_we(sentence, segment):
        about = floor.employers.get(speakers[-1].name, about)  # "We have 40 boats": the firm of whoever speaks
    if kind == "company" and about.is_subject and speakers[-1].person and _says_they(sentence, segment):
        about = NOBODY  # "They have 40 boats", says Roe: others
    if modality == "hypothetical" and speakers and _whispers(speakers[-1]):
        modality = "rumoured"  # "could seek a valuation of …, according to two bankers"
    if quoted and modality == "asserted" and speakers and speakers[-1].person:
        modality = "asserted" if own.factual and kind == "company" else "opinion"
    return Clause(
        sentence.words.starts[segment.first],
        sentence.words.ends[segment.last - 1],
        modality,
        tuple(speaker.name for speaker in speakers),
        kind,
        about.name,
        about.is_subject,
        own.negated,
        quoted,
        own.cues,
        own.conditional,
        floor.company.name,
        floor.company.is_subject,
        group,
    )


_OPEN = frozenset({"planned", "hypothetical", "rumoured"})


def _says_we(sentence: Sentence, segment: Segment) -> bool:
    return any(sentence.words.low[number] in _WE for number in segment.own)


def _says_they(sentence: Sentence, segment: Segment) -> bool:
    """Is "they" the first word of the stretch that is more than a joint or a sign?"""
    first = next(
        (low for number in segment.own if (low := sentence.words.low[number])[0].isalpha() and low not in _JOINTS), ""
    )
    return first.startswith("they")


_JOINTS = frozenset({"and", "but", "so", "that", "because", "now", "today"})
_WE = frozenset({"we", "our", "us", "we've", "we're", "we'll", "we'd"})
_AIMS = frozenset("plan aim goal target ambition objective intention idea hope".split())
_WANTING = frozenset("plan plans planned intend intends intended aim aims hope hopes want wants expect expects".split())


def _plans(sentence: Sentence, segment: Segment) -> bool:
    """Does the company's own intention open the stretch: "the plan is", "it does not plan to"?"""
    words = [sentence.words.low[number] for number in segment.own[:9]] if segment.kind in ("main", "verb") else []
    aims = any(word in _AIMS and words[at + 1 : at + 2] == ["is"] for at, word in enumerate(words))
    return aims or any(word in _WANTING and words[at + 1 : at + 2] == ["to"] for at, word in enumerate(words))


def _whispers(speaker: Speaker) -> bool:
    """Is the speaker nobody by name: "sources", "two bankers"?"""
    return speaker.kind == "unnamed" or speaker.name in load("speech")["speakers"]["whispering"]


def _tiled(made: list[Clause], passage: Passage) -> list[Clause]:
    """The first clause begins with the passage and the last one ends with it, so that every offset has its clause."""
    made.sort(key=lambda clause: (clause.start, -clause.end))
    if made[0].start > passage.start:
        made[0] = replace(made[0], start=passage.start)
    last = 0
    for place in range(1, len(made)):  # of those that end last, the first: it begins first
        if made[place].end > made[last].end:
            last = place
    if made[last].end < passage.end:
        made[last] = replace(made[last], end=passage.end)
    return made


def _note_cited(found: Sequence[Frame], scene: Scene) -> None:
    """ "the Ledger reported, citing two people": on whom the Ledger's story rests."""
    whispers = [frame.speaker for frame in found if frame.speaker.kind == "unnamed" and frame.mode != "hearsay"]
    for outlet in [frame.speaker for frame in found if frame.speaker.kind == "outlet"] if whispers else ():
        scene.cited.setdefault(outlet.name, whispers[-1])


def _remember(sentence: Sentence, found: Sequence[Frame], scene: Scene) -> None:
    """Who spoke, for the pronouns and quotations to come."""
    persons = [frame.speaker for frame in found if frame.speaker.person or is_somebody(frame.speaker)]
    outlets = [frame for frame in found if frame.speaker.kind == "outlet"]
    if persons:
        scene.last_person = persons[-1]
        scene.spoke = scene.block
    elif (somebody := opening_somebody(sentence)) is not None:
        scene.last_person = somebody
    else:
        for name in sentence.names:
            officer = name.canonical in scene.officers
            if officer or name.kind == "person":
                scene.last_person = Speaker(name.canonical, "company" if officer else "third-party", True)
                break
    if found:
        scene.last_speaker = found[-1].speaker
        _note_cited(found, scene)
    if outlets:
        scene.last_outlet = outlets[-1].speaker
    scene.last_was_outlet = any(frame.mode == "pre" and frame.first <= 3 for frame in outlets)
