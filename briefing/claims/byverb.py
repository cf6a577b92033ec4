"""A verb of saying or wanting in a stretch goes in, the frame that it opens comes out: whose words, which stretch.

"Acme said that …", "…, said Jane Doe", "is seen by Doe as …": the speaker stands in front of the verb, behind it or
behind "by", or is that of the verb before.
"""

from __future__ import annotations

from briefing.claims.frames import Frame
from briefing.claims.modality import negated, promises
from briefing.claims.reading import Sentence
from briefing.claims.saying import closes, complement, content_before, listed, takes_object, verbs
from briefing.claims.scene import Scene, Speaker, of_name
from briefing.claims.segments import Segment
from briefing.claims.speakers import left_of, right_of
from briefing.claims.verbs import clause_ahead, has_finite, is_adverb, is_determiner, is_finite, is_preposition
from briefing.claims.words import row, word_set

_BE = row("is are was were been be being")
_DONE = frozenset("led run made held bought built given written sold put taken".split())
_QUOTED = '"'
_USED_TO = frozenset({"like", "likes", "liked", "used", "continued", "continues", "went"})
_BARE_PASSIVE = frozenset(
    {"describe", "see", "view", "regard", "consider", "report", "estimate", "claim", "allege", "say", "believe"}
)


def by_verb(sentence: Sentence, segment: Segment, place: int, scene: Scene) -> Frame | None:
    """The frame of the verb at `segment.own[place]`, None if that is no verb of saying or nobody speaks by it."""
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
            if at > place + 1 and (low[numbers[at - 1]].endswith("ed") or low[numbers[at - 1]] in _DONE):
                break  # "was valued at $2 billion in a round | led by …"
            spoken = right_of(sentence, numbers[at] + 1, segment.last, scene)
            if spoken:
                return Frame(spoken[0], group, "passive", segment, number, spoken[1], lemma=lemma)
        if sentence.words.raw[numbers[at]] in ",;":
            break
    following = low[numbers[place + 1]] if place + 1 < len(numbers) else ""
    if lemma == "estimate" and following == "at":
        return Frame(Speaker("unnamed sources", "unnamed"), "estimate", "passive", segment, number, number + 1)
    if lemma in _SEEN and following == "as":
        return None  # "is seen as a rival": what many think, and no whisper
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
    if number + 1 >= len(raw):
        return None
    if not _is_somebody(sentence, number + 1) and clause_ahead(sentence.words, number + 1, min(number + 3, len(raw))):
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


def _is_somebody(sentence: Sentence, at: int) -> bool:
    """ "said | multiple sources close to …", "said two people": nouns that could be verbs, but for the words before."""
    low = sentence.words.low[at : at + 2]
    return low[:1] in _SO_MANY or (bool(low) and low[0] in listed("speakers", "unnamed"))


_SO_MANY = (("multiple",), ("several",), ("two",), ("three",), ("four",), ("five",), ("a",), ("one",))


def _active(
    sentence: Sentence, segment: Segment, place: int, verb: tuple[str, str], spoken: tuple[Speaker, int], scene: Scene
) -> Frame | None:
    """A speaker and a verb side by side: does a clause follow, did it stand before, or is it no speech at all?"""
    group, lemma = verb
    speaker, first = spoken
    number = segment.own[place]
    if not _can_speak(sentence, segment, number, first, lemma):
        return None
    outer, behind = _addressee(sentence, number, scene) if lemma in ("tell", "inform") else (None, number + 1)
    spoken_before = sentence.words.raw[max(first - 1, 0)] == _QUOTED
    follows = complement(sentence, segment, behind, spoken_before)
    ended = not follows and closes(sentence, segment, place, behind, spoken_before or group == "say")
    wants = group == "want" and not (speaker.person and speaker.kind == "company" and lemma in _HOPING)
    if ended and not wants and content_before(sentence, segment, first, behind):
        return Frame(speaker, group, "post", segment, first, behind, whole=True, outer=outer, lemma=lemma, verb=number)
    if not follows and not takes_object(sentence, segment, place, group, lemma, speaker):
        return None
    group = _kind_of(sentence, segment, number, (group, lemma), spoken)
    if not group:
        return None
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


_URGING = row(
    "suggested suggest suggests proposed propose proposes recommended recommends urged demanded asked advised"
)


def _is_urged(sentence: Sentence, first: int) -> bool:
    """Does a verb of urging stand before the speaker, "that" between them or not?"""
    before = sentence.words.low[max(first - 2, 0) : first]
    return not _URGING.isdisjoint(before)


_SEEN = row("see view regard consider")
_HOPING = row("expect anticipate hope")


def _can_speak(sentence: Sentence, segment: Segment, number: int, first: int, lemma: str) -> bool:
    """Does a verb that has other uses too have here what it needs to be one of speech? first: where its speaker is."""
    low = sentence.words.low
    named = lemma == "value" and low[number : number + 2] == ("valued", "at")
    if named and low[max(first - 1, 0)] not in ("that", "which"):
        return False  # "Acme valued at $4 billion by banks"
    if lemma in listed("takes", "things_too") and low[first] in ("it", "they", "this", "that"):
        return False
    if lemma in listed("takes", "with_object") and listed("takes", "objects").isdisjoint(low[number + 1 : number + 6]):
        return False
    return lemma not in listed("takes", "quote_only") or _quotes(segment)


def _quotes(segment: Segment) -> bool:
    return any(child.kind == "quote" for child in segment.children)


def _kind_of(
    sentence: Sentence, segment: Segment, number: int, verb: tuple[str, str], spoken: tuple[Speaker, int]
) -> str:
    """The verb's group with this speaker: wanting is a company's, and of others a guess; "" if nothing is said."""
    group, lemma = verb
    speaker, first = spoken
    low = sentence.words.low
    if group == "want" and lemma in ("expect", "anticipate") and _nobody(speaker):
        group = "estimate"  # "Analysts expect …"
    if group == "want" and speaker.kind != "company":
        return ""
    if group == "want" and low[number] == lemma and _is_urged(sentence, first):
        return ""  # "banks suggested Acme | seek a valuation": what others want of it
    if group == "want" and negated(sentence.words, [at for at in segment.own if at < number][-8:]):
        return ""
    names = lemma in ("call", "dub", "label") and speaker.kind == "company"
    if names and low[number + 1 : number + 2] in _JUDGED and '"' in sentence.words.raw[number:]:
        reports = not _REPORTS.isdisjoint(low[number + 1 : number + 4])  # "calls the report “fiction”": a denial
        return "" if reports else "claim"  # "Acme calls the claims “baseless”"
    if names and not (speaker.person and _quotes(segment)) and "what" not in low[max(first - 1, 0) : first]:
        return "claim" if low[number + 1 : number + 2] == ("itself",) else ""  # "Acme calls itself the leader"
    return group


_REPORTS = row("report reports story information claim claims rumour rumours rumor rumors speculation allegations")
_JUDGED = (("the",), ("it",), ("this",), ("that",), ("them",), ("these",))


def _nobody(speaker: Speaker) -> bool:
    return speaker.kind == "unnamed" or speaker.name.split()[-1] in listed("speakers", "unnamed_third")


def _addressee(sentence: Sentence, number: int, scene: Scene) -> tuple[Speaker | None, int]:
    """Behind "told": whom. An outlet that was told is the outer holder."""
    spoken = right_of(sentence, number + 1, len(sentence.words), scene)
    if spoken and spoken[0].kind in ("outlet", "database"):
        return Speaker(spoken[0].name, "outlet"), spoken[1]
    if spoken:
        return None, spoken[1]
    return None, _behind_addressee(sentence, number)


_TOLD = row("us me them him her you")


def _behind_addressee(sentence: Sentence, number: int) -> int:
    """The word behind those who were told and are no name: "told | us", "told | the newspaper", "told them | that"."""
    low, raw = sentence.words.low, sentence.words.raw
    end = number + 1
    if low[end : end + 1] and low[end] in _TOLD:
        return end + 1
    limit = min(number + 6, len(low))
    behind = next((at for at in range(end, limit) if low[at] in ("that", "it", "the") and at > end), limit)
    if behind < len(low) and low[behind] == "that":
        return behind
    while end < limit and raw[end].isalpha() and not is_preposition(low[end]):
        if is_finite(sentence.words, end):
            return number + 1  # "told the firm was leaving": they were told, and the rest is what
        end += 1
    ends = end == len(low) or raw[end] in ',.;:—")' or is_preposition(low[end])
    return end if ends and end > number + 2 else number + 1
