"""A sentence cut into stretches goes in, its frames come out: who speaks, by which verb or phrase, in which stretch.

May cut new stretches out of those given where somebody begins to speak inside one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.claims.frames import Frame
from briefing.claims.modality import negated, promises
from briefing.claims.reading import Sentence
from briefing.claims.saying import closes, complement, content_before, listed, phrases, takes_object, verb_words, verbs
from briefing.claims.segments import Segment
from briefing.claims.speakers import Scene, Speaker, left_of, of_name, right_of
from briefing.claims.verbs import clause_ahead, has_finite, is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import row, word_set
from briefing.model.records import replace

_BE = row("is are was were been be being")

_QUOTED = '"'

_USED_TO = frozenset({"like", "likes", "liked", "used", "continued", "continues", "went"})

_BARE_PASSIVE = frozenset(
    {"describe", "see", "view", "regard", "consider", "report", "estimate", "claim", "allege", "say", "believe"}
)


def frames(sentence: Sentence, segments: list[Segment], scene: Scene) -> list[Frame]:
    """Every frame of the sentence in text order. May cut new segments ("reported") out of those given and add them."""
    found: list[Frame] = []
    speaking = not _openers().isdisjoint(sentence.words.low)
    for segment in list(segments):
        place = segment
        for frame in list(_in_segment(sentence, segment, scene, speaking)):
            if place is not segment and frame.first >= place.first:
                frame = replace(frame, segment=place)
            inner = _inner_start(sentence, frame, found)
            if inner is not None:
                frame = _cut_out(segments, frame, inner)
                place = frame.segment
            found.append(frame)
    segments.sort(key=lambda segment: (segment.first, -segment.last))
    return sorted(found, key=lambda frame: (frame.first, frame.last))


@cache
def _openers() -> frozenset[str]:
    """The words with which a verb or phrase of saying begins."""
    return verb_words() | phrases().first_words


def _in_segment(sentence: Sentence, segment: Segment, scene: Scene, speaking: bool) -> Iterator[Frame]:
    """speaking: is there a word in the sentence with which somebody's saying could begin?"""
    labelled = _labelled(sentence, segment, scene)
    if labelled is not None:
        yield labelled
    elif (told := _brief(sentence, segment, scene)) is not None:
        yield told
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
        frame = _by_verb(sentence, segment, place, scene) if word in spoken else None
        if frame:
            yield frame
            if frame.mode == "pre" and frame.speaker.kind in ("company", "third-party") and not frame.speaker.person:
                scene.it = frame.speaker


def _labelled(sentence: Sentence, segment: Segment, scene: Scene) -> Frame | None:
    """ "Doe: There is no rush.": a name and a colon at the head of an answer."""
    if segment.parent is not None or not segment.own or len(segment.own) > 18:
        return None
    name = sentence.name_at[segment.first]
    if sentence.words.raw[segment.own[-1]] != ":":
        return None
    if name is None or _initials(name.text, scene):
        return _by_surname(sentence, segment, scene)
    behind = sentence.last_word(name) + 1
    if behind + 1 < len(segment.own) and not _with_post(sentence, behind, segment.own[-1]):
        return None
    speaker = of_name(name, scene)
    answers = speaker.person or speaker.kind == "company"
    scene.turn = (scene.block, speaker if answers else None)
    if not (speaker.person or speaker.kind == "company" or scene.answering):
        return None
    return Frame(speaker, "say", "by", segment, segment.first, segment.own[-1])


def _by_surname(sentence: Sentence, segment: Segment, scene: Scene) -> Frame | None:
    """ "Doe: There is no rush.", "A: There is no rush.": of somebody who was named in full before."""
    first = segment.first
    if segment.own[-1] != first + 1 or not sentence.words.raw[first][:1].isupper():
        return None
    word = sentence.words.raw[first]
    if word in ("Q", "A"):
        scene.turn = (scene.block, scene.last_person if word == "A" else None)
        speaker = scene.turn[1]
    else:
        known = sorted(one for one in (*scene.officers, *scene.persons) if one.split()[-1] == word)
        known = known or _initials(word, scene)
        if not known:
            return None
        own = known[0] in scene.officers
        speaker = Speaker(known[0], "company" if own else "third-party", True)
        scene.turn = (scene.block, speaker)
    return Frame(speaker, "say", "by", segment, first, segment.own[-1]) if speaker is not None else None


def _initials(word: str, scene: Scene) -> list[str]:
    """ "JD: There is no rush.": whom the initials stand for, if it is one alone."""
    if not word.isupper() or not 2 <= len(word) <= 3:
        return []
    found = {one for one in (*scene.officers, *scene.persons) if "".join(part[:1] for part in one.split()) == word}
    return sorted(found) if len(found) == 1 else []


def _with_post(sentence: Sentence, first: int, colon: int) -> bool:
    """ "Jane Doe | , CEO of Acme | :": nothing but a post between a name and its colon."""
    low = sentence.words.low
    roles = word_set("roles", "officer", "other")
    return low[first] in (",", "(") and not roles.isdisjoint(low[first:colon])


def _brief(sentence: Sentence, segment: Segment, scene: Scene) -> Frame | None:
    """ "* SAYS SALES ROSE": an item of a list of news in which the company's name is left out."""
    if not scene.brief or segment.parent is not None or segment.first != 0:
        return None
    low = sentence.words.low
    at = 1 if low[0] == "now" and len(low) > 1 else 0
    if low[at] == "sees":
        return Frame(Speaker(scene.subject, "company"), "want", "pre", segment, at, at + 1, complement=True)
    known = verbs().get(low[at])
    if known is None or not low[at].endswith("s") or known[0] not in ("say", "announce", "claim", "want"):
        return None
    return Frame(
        Speaker(scene.subject, "company"), known[0], "pre", segment, at, at + 1, complement=True, lemma=known[1]
    )


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
    """ "according to | figures given to us by finance chief Jane Doe": whoever the papers come from."""
    low, raw = sentence.words.low, sentence.words.raw
    supplied = False
    for at in range(first, min(first + 8, stop - 1)):
        if raw[at] in ',;:.()—"' or sentence.name_at[at] is not None:
            return None
        supplied = supplied or low[at] in _SUPPLIED
        if supplied and low[at] == "by":
            return right_of(sentence, at + 1, stop, scene)
    return None


def _by_verb(sentence: Sentence, segment: Segment, place: int, scene: Scene) -> Frame | None:
    low, numbers = sentence.words.low, segment.own
    if place >= len(numbers):
        return None
    number = numbers[place]
    known = verbs().get(low[number])
    if place + 1 < len(numbers):
        known = verbs().get(f"{low[number]} {low[numbers[place + 1]]}") or known
    if known is None or sentence.name_at[number] is not None:
        return None
    group, lemma, _ = known
    before = low[numbers[place - 1]] if place else ""
    if before == "to" and place > 1 and low[numbers[place - 2]] in _USED_TO:
        spoken = _subject(sentence, numbers, place - 2, scene)
        return _active(sentence, segment, place, (group, lemma), spoken, scene) if spoken else None
    if (
        before == "to"
        or (is_determiner(before) and before not in listed("speakers", "unnamed"))
        or (is_preposition(before) and before != "as")
        or before == "'s"
    ):
        return None
    if group == "announce" and negated(sentence.words, numbers[max(place - 3, 0) : place]):
        return None
    passive = before in _BE or (is_adverb(before) and place > 1 and low[numbers[place - 2]] in _BE)
    if passive and not low[number].endswith("ing"):
        return _passive(sentence, segment, place, group, lemma, scene)
    if low[number].endswith("ing") and not passive:
        return None
    spoken = _subject(sentence, numbers, place, scene)
    if spoken is None and segment.kind == "verb" and place <= 2:
        shared = _shared_subject(sentence, segment, scene, group)
        spoken = (shared, number) if shared else None
    if spoken is None:
        return _inverted(sentence, segment, place, group, scene)
    return _active(sentence, segment, place, (group, lemma), spoken, scene)


def _subject(sentence: Sentence, numbers: list[int], place: int, scene: Scene) -> tuple[Speaker, int] | None:
    """The speaker left of a verb: adverbs, helpers, days and insertions between commas are stepped over."""
    low, raw = sentence.words.low, sentence.words.raw
    between = listed("phrases", "between")
    at = place - 1
    while (
        at >= 0
        and (low[numbers[at]] in between or is_adverb(low[numbers[at]]))
        and sentence.name_at[numbers[at]] is None
    ):
        at -= 1
    if at < 0:
        return None
    if raw[numbers[at]] in ",)":
        inserted = _over_insertion(sentence, numbers, at)
        if inserted is None:
            return None
        at = inserted
    return left_of(sentence, numbers, at, scene, low[numbers[place]])


def _shared_subject(sentence: Sentence, segment: Segment, scene: Scene, group: str) -> Speaker | None:
    """Whose further verb it is ("Doe thanked them and said …"): the subject of the clause before."""
    if segment.head is None or group not in ("say", "announce", "claim", "judge", "want"):
        return None
    for place, number in enumerate(segment.head.own[:16]):
        name = sentence.name_at[number]
        if name is not None and name.kind not in ("place", "event", "product"):
            return of_name(name, scene)
        if is_finite(sentence.words, number):
            found = left_of(sentence, segment.head.own, place - 1, scene, "") if place else None
            return found[0] if found else None
    return None


def _over_insertion(sentence: Sentence, numbers: list[int], at: int) -> int | None:
    """From the comma that ends an insertion to the name before it ("Jane Doe, chairman of Acme, said")."""
    raw = sentence.words.raw
    if at and raw[numbers[at - 1]] == ",":  # what stood between the commas is a segment of its own
        return at - 2 if at > 1 else None
    for back in range(at - 1, max(at - 18, 0), -1):
        if raw[numbers[back]] in ";:" or (raw[numbers[back]] == _QUOTED):
            return None
        if raw[numbers[back]] == ",":
            person = sentence.name_at[numbers[at - 1]]
            apposed = person is not None and sentence.first_word(person) == numbers[back] + 1
            if apposed and _names_post(sentence, numbers[max(back - 5, 0) : back]):
                return at - 1  # "its chief, Jane Doe, said", "Acme's head of product, Jane Doe, said"
            if apposed and person is not None and person.kind == "person":
                return None
            name = sentence.name_at[numbers[back - 1]]
            if name is not None and (name.kind == "person" or not _finite_between(sentence, numbers, back, at)):
                return back - 1
    return None


def _names_post(sentence: Sentence, numbers: list[int]) -> bool:
    """Do these words end in a post: "chief executive", "head of product"?"""
    roles, low = word_set("roles", "officer"), sentence.words.low
    for number in reversed(numbers):
        if low[number] in roles:
            return True
        if sentence.name_at[number] is not None or not low[number].isalpha():
            return False
    return False


def _finite_between(sentence: Sentence, numbers: list[int], first: int, last: int) -> bool:
    return has_finite(sentence.words, numbers[first:last])


def _passive(sentence: Sentence, segment: Segment, place: int, group: str, lemma: str, scene: Scene) -> Frame | None:
    """ "is described as", "was hailed by": held by whoever follows "by", else by nobody named."""
    low, numbers = sentence.words.low, segment.own
    number = numbers[place]
    for at in range(place + 1, min(place + 12, len(numbers))):
        if low[numbers[at]] == "by" and group in ("judge", "claim", "say", "estimate", "report"):
            spoken = right_of(sentence, numbers[at] + 1, segment.last, scene)
            if spoken:
                return Frame(spoken[0], group, "passive", segment, number, spoken[1], lemma=lemma)
        if sentence.words.raw[numbers[at]] in ",;":
            break
    following = low[numbers[place + 1]] if place + 1 < len(numbers) else ""
    if lemma == "estimate" and following == "at":
        return Frame(Speaker("unnamed sources", "unnamed"), "estimate", "passive", segment, number, number + 1)
    told = (
        lemma in _BARE_PASSIVE and following in ("as", "to", "that") and not (lemma == "report" and following == "as")
    )
    if not told:
        return None
    return Frame(
        Speaker("unnamed sources", "unnamed"),
        "judge" if following == "as" else "hearsay",
        "passive",
        segment,
        number,
        number + 1,
        lemma=lemma,
    )


def _inverted(sentence: Sentence, segment: Segment, place: int, group: str, scene: Scene) -> Frame | None:
    """ "…," said Jane Doe, chairman of Acme."""
    numbers, raw = segment.own, sentence.words.raw
    number = numbers[place]
    before = raw[number - 1] if number else ""
    if before not in (",", _QUOTED, "?", "!", "—") or group not in (
        "say",
        "announce",
        "claim",
        "judge",
        "estimate",
        "report",
    ):
        return None
    if sentence.words.low[number] in ("called", "dubbed", "labeled", "labelled", "billed", "described"):
        return None  # "its model, called Skylark, …"
    if number + 1 >= len(raw) or clause_ahead(sentence.words, number + 1, min(number + 3, len(raw))):
        return None
    spoken = right_of(sentence, number + 1, len(raw), scene)
    behind = sentence.name_at[number + 1] is not None or sentence.words.low[number] in (
        "said",
        "says",
        "say",
        "added",
        "explained",
    )
    named = spoken and (spoken[0].person or behind)
    return Frame(spoken[0], group, "post", segment, number, spoken[1], whole=True) if spoken and named else None


def _active(
    sentence: Sentence, segment: Segment, place: int, verb: tuple[str, str], spoken: tuple[Speaker, int], scene: Scene
) -> Frame | None:
    """A speaker and a verb side by side: does a clause follow, did it stand before, or is it no speech at all?"""
    group, lemma = verb
    speaker, first = spoken
    numbers, number = segment.own, segment.own[place]
    if lemma in listed("takes", "things_too") and sentence.words.low[first] in ("it", "they", "this", "that"):
        return None
    if lemma in listed("takes", "with_object") and not listed("takes", "objects") & set(
        sentence.words.low[number + 1 : number + 6]
    ):
        return None
    if lemma in listed("takes", "quote_only") and not any(child.kind == "quote" for child in segment.children):
        return None
    outer, behind = _addressee(sentence, number, scene) if lemma in ("tell", "inform") else (None, number + 1)
    follows = complement(sentence, segment, behind)
    ended = not follows and closes(sentence, segment, place, behind)
    if ended and group != "want" and content_before(sentence, segment, first):
        return Frame(speaker, group, "post", segment, first, behind, whole=True, outer=outer, lemma=lemma, verb=number)
    if not follows and not takes_object(sentence, segment, place, group, lemma, speaker):
        return None
    if group == "want" and lemma in ("expect", "anticipate") and _nobody(speaker):
        group = "estimate"  # "Analysts expect …"
    if group == "want" and speaker.kind != "company":
        return None
    if group == "want" and negated(sentence.words, [n for n in numbers if n < number][-8:]):
        return None
    if (
        lemma in ("call", "dub", "label")
        and speaker.kind == "company"
        and not (speaker.person and any(child.kind == "quote" for child in segment.children))
        and "what" not in sentence.words.low[max(first - 1, 0) : first]
    ):
        if sentence.words.low[number + 1 : number + 2] != ("itself",):
            return None
        group = "claim"  # "Acme calls itself the leader"
    inner = None
    if speaker.kind == "outlet" and lemma in ("describe", "call") and promises(sentence.words, behind):
        inner = scene.it or scene.current_company()
    return Frame(
        speaker,
        group,
        "pre",
        segment,
        first,
        behind,
        complement=follows,
        outer=outer,
        lemma=lemma,
        verb=number,
        inner=inner,
    )


def _nobody(speaker: Speaker) -> bool:
    return speaker.kind == "unnamed" or speaker.name.split()[-1] in listed("speakers", "unnamed_third")


def _addressee(sentence: Sentence, number: int, scene: Scene) -> tuple[Speaker | None, int]:
    """Behind "told": whom. An outlet that was told is the outer holder."""
    spoken = right_of(sentence, number + 1, len(sentence.words), scene)
    if spoken and spoken[0].kind in ("outlet", "database"):
        return Speaker(spoken[0].name, "outlet"), spoken[1]
    if spoken:
        return None, spoken[1]
    end = number + 1
    while end < min(number + 6, len(sentence.words)) and sentence.words.low[end] not in ("that", "it", "the"):
        end += 1
    return None, end if end < len(sentence.words) and sentence.words.low[end] == "that" else number + 1


def _inner_start(sentence: Sentence, frame: Frame, before: list[Frame]) -> int | None:
    """Where a frame inside the stretch begins when it does not rule all of it: behind another one, or behind "what"."""
    if frame.mode != "pre":
        return None
    segment = frame.segment
    first = frame.first
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
