"""A sentence cut into stretches goes in, the company that each stretch is about comes out.

By grammar: the subject of the clause by name, else what its pronoun or description ("it", "the startup") stands for,
else whoever the paragraph is about. A company that takes the floor ("Northwind, a battery maker, raised …") keeps "the
company" for its paragraph; an article about somebody else starts from that somebody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing.claims.holders import Frame
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.segments import Segment
from briefing.claims.verbs import is_adverb, is_determiner, is_finite, is_preposition, participles
from briefing.claims.words import forms, row, word_set
from briefing.model.naming import name_key
from briefing.model.records import dataclass, field

_LEADS = row(
    "founded based headquartered led backed launched built known valued born created spun "
    "after before while when although"
)
_STARTUPS = row(
    "startup start-up startups unicorn decacorn scaleup scale-up upstart newcomer challenger fintech insurtech biotech"
)
_INVESTING = frozenset(
    form
    for verb in ("invest", "back", "lead", "participate", "join", "commit", "partner", "contribute", "own", "hold")
    for form in forms(verb)
)
_FIRST_PERSON = row("we our us i my ours")
_PLURALS = row(
    "companies startups start-ups firms rivals competitors businesses enterprises unicorns peers buyers organizations "
    "organisations automakers banks"
)
_FOREIGN_VERBS = row("hat hatte haben hatten ist war wird wurde a avait ont est é foi tem tinha tuvo ha había es fue")
_ORG_KINDS = frozenset({"organisation"})


@dataclass(frozen=True, slots=True)
class Topic:
    """name: canonical name of a company, "" unknown."""

    name: str = ""
    is_subject: bool = False


NOBODY = Topic()


@dataclass(slots=True)
class Floor:
    """Who has the floor while a source is read. home: whom the article is about. it: nearest grammatical subject.
    startups: canonical names that the text calls startups. employers: person → company. owned: name keys of
    products and channels. english: the text's language."""

    home: Topic
    it: Topic = NOBODY
    company: Topic = NOBODY
    startups: frozenset[str] = frozenset()
    heads: Mapping[str, str] = field(default_factory=dict)
    employers: Mapping[str, Topic] = field(default_factory=dict)
    owned: frozenset[str] = frozenset()
    english: bool = True
    fresh: bool = True
    spoken: set[str] = field(default_factory=set)

    def paragraph(self) -> None:
        """A new paragraph: back to whom the article is about."""
        self.it = self.company = self.home
        self.fresh = True
        self.spoken = set()


def of_name(name: FoundName, floor: Floor) -> Topic | None:
    """The company a name stands for: itself, or the employer of a person; None if it stands for none."""
    if name.is_subject:
        return Topic(name.canonical, True)
    if name.kind in _ORG_KINDS:
        return Topic(name.canonical)
    if name.kind == "person":
        return floor.employers.get(name.canonical, NOBODY)
    return None


def topics(sentence: Sentence, segments: Sequence[Segment], found: Iterable[Frame], floor: Floor) -> dict[int, Topic]:
    """id(segment) → topic, parents before children; the floor moves on."""
    result: dict[int, Topic] = {}
    speaking = {id(frame.segment): frame for frame in found if frame.mode == "pre"}
    said_by = {id(frame.segment): frame for frame in found}
    previous = NOBODY
    before = (floor.it, floor.company)
    for segment in segments:
        parent = result.get(id(segment.parent)) if segment.parent is not None else None
        result[id(segment)] = _one(sentence, segment, parent, previous, speaking, said_by, floor)
        if segment.kind in ("main", "verb") and segment.parent is None:
            previous = result[id(segment)]
    _settle(sentence, before, floor)
    return result


def _one(
    sentence: Sentence,
    segment: Segment,
    parent: Topic | None,
    previous: Topic,
    speaking: Mapping[int, Frame],
    said_by: Mapping[int, Frame],
    floor: Floor,
) -> Topic:
    if segment.kind == "relative":
        return _antecedent(sentence, segment, floor) or parent or floor.company
    if segment.kind == "verb":
        return previous
    if (
        segment.kind in ("participial", "with", "phrase", "dash", "bracket", "cell")
        and parent is not None
        and _bare(sentence, segment)
    ):
        return parent
    if segment.kind == "quote" and any(sentence.words.low[number] in _FIRST_PERSON for number in segment.own):
        spoken = next((frame for frame in said_by.values() if frame.speaker.person), None)
        if spoken and spoken.speaker.kind == "company":
            return next((topic for topic in floor.employers.values() if topic.is_subject), floor.home)
        if spoken:
            return floor.employers.get(spoken.speaker.name, NOBODY)
        return parent or floor.company
    frame = speaking.get(id(segment))
    own = segment.own
    outer: Topic | None = None
    if frame is not None:
        outer = _speaker_topic(sentence, frame, floor)
        if not frame.complement:
            return _take(outer, True, sentence, own, floor) if outer else parent or floor.company
        own = [number for number in own if number >= frame.last]
        if outer and outer.name:
            floor.it = outer
            if not outer.is_subject and not any(name.is_subject for name in sentence.names):
                floor.company = outer
    post = said_by.get(id(segment))
    if post is not None and post.mode == "post" and not any(number < post.first for number in own):
        spoken_for = floor.employers.get(post.speaker.name)
        return spoken_for if spoken_for is not None and spoken_for.is_subject else floor.company
    topic, explicit = _grammatical(sentence, own, floor)
    if topic is None:
        if frame is not None and outer and outer.name:
            return outer
        return parent if parent is not None else _setting(sentence, floor)
    if (segment.kind in ("main", "colon", "quote") and segment.parent is None) or segment.kind == "main":
        return _take(topic, explicit, sentence, own, floor)
    return topic


def _bare(sentence: Sentence, segment: Segment) -> bool:
    """Has the stretch no finite verb of its own?"""
    return segment.kind != "bracket" or not any(is_finite(sentence.words, number) for number in segment.own)


def _speaker_topic(sentence: Sentence, frame: Frame, floor: Floor) -> Topic | None:
    speaker = frame.speaker
    if speaker.kind == "company":
        return next(
            (topic for topic in (floor.home, floor.company, *floor.employers.values()) if topic.is_subject),
            Topic(speaker.name, True),
        )
    if speaker.person:
        return floor.employers.get(speaker.name)
    name = next((name for name in sentence.names if name.canonical == speaker.name), None)
    if speaker.kind != "third-party" or name is None:
        return None
    return Topic(speaker.name) if name.kind in _ORG_KINDS else None


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
            return of_name(name, floor)
        if sentence.words.raw[number] not in ",)" and number < segment.first - 2:
            return None
    return None


# ------------------------------------------------------------------ the grammatical subject


def _grammatical(sentence: Sentence, own: Sequence[int], floor: Floor) -> tuple[Topic | None, bool]:
    """Who the subject of these words is, and whether by name. (None, False): nobody, or no company."""
    words = sentence.words
    own = _without_lead(sentence, own)
    if _many(sentence, own):
        return NOBODY, False
    for place, number in enumerate(own[:24]):
        low, name = words.low[number], sentence.name_at[number]
        if name is not None:
            if place == 0 and _listed(sentence, name, own):
                return None, False
            return _named(sentence, name, own, place, floor)
        if low == "its" and place <= 1:
            other = _own_other(sentence, own, place)
            return (other, True) if other else (floor.it, False)
        if low == "it" and place <= 1:
            return floor.it, False
        if low in ("he", "she", "his", "her"):
            return floor.it, False
        described = _described(sentence, own, place, floor)
        if described is not None:
            return described, False
        if is_finite(words, number) and place:
            return None, False
    return None, False


def _many(sentence: Sentence, own: Sequence[int]) -> bool:
    """ "Other startups …", "Companies that buy …": companies at large, nobody's."""
    for number in own[:4]:
        low = sentence.words.low[number]
        if low in _PLURALS:
            return True
        if (
            sentence.name_at[number] is not None
            or is_finite(sentence.words, number)
            or low in ("the", "its", "their", "of")
        ):
            return False
    return False


def named_subject(sentence: Sentence, own: Sequence[int], floor: Floor) -> Topic | None:
    """The company that is the grammatical subject of these words by name, None if it is none or no name."""
    topic, explicit = _grammatical(sentence, own, floor)
    return topic if explicit else None


def _without_lead(sentence: Sentence, own: Sequence[int]) -> Sequence[int]:
    """Leave out what stands before the subject: "In May, …", "Founded in 2010 by …, …", "Meanwhile, …"."""
    words = sentence.words
    for _ in range(4):
        while own and (
            words.raw[own[0]] in ',.;:"—()' or words.low[own[0]] in ("and", "but", "or", "that", "so", "yet")
        ):
            own = own[1:]
        if not own:
            return own
        low = words.low[own[0]]
        lead = (
            is_preposition(low)
            or is_adverb(low)
            or low in _LEADS
            or low in participles()
            or low[0].isdigit()
            or low in ("earlier", "later", "last", "this", "next", "six", "two", "three", "four", "five", "one")
        )
        comma = next((place for place, number in enumerate(own) if words.raw[number] == ","), None)
        if (
            not lead
            or comma is None
            or any(
                is_finite(words, number) and low not in _LEADS and place > 1
                for place, number in enumerate(own[:comma])
                if low not in ("as", "with", "with")
            )
        ):
            return own[1:] if is_adverb(low) and len(own) > 1 else own
        own = own[comma + 1 :]
    return own


def _own_other(sentence: Sentence, own: Sequence[int], place: int) -> Topic | None:
    """ "Its rival Northwind, …": the named company is meant, not the one it belongs to."""
    for number in own[place + 1 : place + 7]:
        name = sentence.name_at[number]
        if name is not None:
            noun = sentence.words.low[number - 1] in word_set("companies", "nouns", "telling_heads")
            return (
                Topic(name.canonical)
                if name.kind in ("organisation", "unknown") and noun and not name.is_subject
                else None
            )
        if is_finite(sentence.words, number) or sentence.words.raw[number] in ",;:":
            return None
    return None


def _listed(sentence: Sentence, name: FoundName, own: Sequence[int]) -> bool:
    """A bare list of names ("Acme, Northwind and Doe Brothers, …") is nobody's sentence."""
    if any(is_finite(sentence.words, number) for number in own):
        return False
    end = sentence.last_word(name) + 1
    low = sentence.words.low
    return end + 1 < len(low) and low[end] in (",", "and") and sentence.name_at[end + 1] is not None


def _named(
    sentence: Sentence, name: FoundName, own: Sequence[int], place: int, floor: Floor
) -> tuple[Topic | None, bool]:
    words = sentence.words
    before = words.low[own[place - 1]] if place else ""
    end = sentence.last_word(name) + 1
    inner = _head_behind(sentence, end)
    if inner is not None:
        name, end = inner, sentence.last_word(inner) + 1
    topic = of_name(name, floor)
    if topic is None and not floor.english and name.kind == "unknown" and _behind(sentence, end) in _FOREIGN_VERBS:
        topic = Topic(name.canonical)
    if (
        topic is None
        and name.kind == "unknown"
        and (_acts(sentence, end) or _introduced(sentence, end) or _stranger(sentence, name, end, place, floor))
    ):
        topic = Topic(name.canonical)
    if before and is_preposition(before):
        return (topic, False) if topic and before == "of" else (None, False)
    if topic is None or not topic.name:
        return (None, False) if name.kind != "person" else (topic, False)
    owns = end < len(words) and words.low[end] == "'s" and not topic.is_subject
    return topic, not owns


def _stranger(sentence: Sentence, name: FoundName, end: int, place: int, floor: Floor) -> bool:
    """A name at the head of a sentence, with its verb behind it, that is known neither as a product nor as a person."""
    if place > 1 or name.canonical in floor.employers or name_key(name.text) in floor.owned:
        return False
    if any(name.text.startswith(f"{own} ") for own in (floor.home.name,) if own):
        return False
    verb = end + 1 if _behind(sentence, end) == "'s" else end
    while verb < len(sentence.words) and is_adverb(sentence.words.low[verb]):
        verb += 1
    return verb < len(sentence.words) and (is_finite(sentence.words, verb) or verb == end + 1)


def _behind(sentence: Sentence, at: int) -> str:
    return sentence.words.low[at] if at < len(sentence.words) else ""


def _head_behind(sentence: Sentence, at: int) -> FoundName | None:
    """ "Northwind chip challenger Acme": the last name of the phrase is meant, the first only describes it."""
    words = sentence.words
    start = at
    while at < len(words) and sentence.name_at[at] is None and words.raw[at].isalpha() and at - start < 4:
        low = words.low[at]
        if (
            is_finite(words, at)
            or is_preposition(low)
            or low in ("and", "or", "to", "'s")
            or is_adverb(low)
            or is_determiner(low)
        ):
            return None
        at += 1
    name = sentence.name_at[at] if at < len(words) else None
    return (
        name
        if name is not None
        and at > start
        and name.kind == "organisation"
        and words.low[at - 1] in word_set("companies", "nouns")
        else None
    )


def _introduced(sentence: Sentence, at: int) -> bool:
    """ "Northwind, the Norwegian battery maker, …": does an apposition call the name a company?"""
    low = sentence.words.low
    if at + 2 >= len(low) or low[at] != "," or low[at + 1] not in ("a", "an", "the", "one"):
        return False
    nouns = word_set("companies", "nouns")
    for number in range(at + 2, min(at + 12, len(low))):
        if low[number] in nouns:
            return True
        if low[number] == ",":
            return False
    return False


def _acts(sentence: Sentence, at: int) -> bool:
    """Does a verb that companies are the subject of follow the name?"""
    while at < len(sentence.words) and is_adverb(sentence.words.low[at]):
        at += 1
    return at < len(sentence.words) and sentence.words.low[at] in _company_forms()


def _company_forms() -> frozenset[str]:
    if not _FORMS:
        _FORMS.append(frozenset(form for verb in word_set("companies", "company_verbs") for form in forms(verb)))
    return _FORMS[0]


_FORMS: list[frozenset[str]] = []


def _described(sentence: Sentence, own: Sequence[int], place: int, floor: Floor) -> Topic | None:
    """ "the company", "this Oslo-based startup", "the chip giant"."""
    words = sentence.words
    if words.low[own[place]] not in ("the", "this", "that", "das", "die", "der", "la", "a", "o"):
        return None
    for number in own[place + 1 : place + 6]:
        low = words.low[number]
        if low in word_set("companies", "neutral_heads"):
            return resolve(low, floor)
        if low in word_set("companies", "telling_heads"):
            known = floor.heads.get(low)
            if known:
                return Topic(known, floor.home.is_subject and known == floor.home.name)
            return NOBODY
        if is_finite(words, number) or is_preposition(low) or words.raw[number] in ",;:":
            return None
    return None


def resolve(head: str, floor: Floor) -> Topic:
    """Whom "the <head>" means: the company that has the floor if the head fits it, else whom the article is about."""
    if head in _STARTUPS and floor.company.name and floor.company != floor.home:
        fits = floor.company.name in floor.startups or floor.home.name not in floor.startups
        return floor.company if fits else floor.home
    return floor.company if floor.company.name else floor.home


# ------------------------------------------------------------------ taking the floor


def _take(topic: Topic, explicit: bool, sentence: Sentence, own: Sequence[int], floor: Floor) -> Topic:
    """A company that is the subject of a main clause is "it" from now on, and "the company" if it acts for itself."""
    if not topic.name:
        return topic
    floor.it = topic
    if not explicit:
        return topic
    own_names = {name.canonical for number in own if (name := sentence.name_at[number]) is not None}
    mentions_home = floor.home.name in own_names and topic != floor.home
    low = sentence.words.low
    invests = any(low[number] in _INVESTING and low[min(number + 1, len(low) - 1)] != "by" for number in own[:12])
    if topic.is_subject or topic == floor.home or not (mentions_home or invests):
        floor.company = topic
    return topic


def _setting(sentence: Sentence, floor: Floor) -> Topic:
    """No company is the subject: the paragraph's, unless the sentence is the first to name one."""
    orgs = [
        Topic(name.canonical, name.is_subject) for name in sentence.names if name.kind in _ORG_KINDS or name.is_subject
    ]
    first = orgs[0] if orgs else NOBODY
    alone = len(set(orgs)) == 1 or not floor.home.name
    if (
        first.name
        and alone
        and floor.company == floor.home
        and (first.is_subject or (floor.fresh and not floor.home.name))
    ):
        floor.company = floor.it = first
    return floor.company


def _settle(sentence: Sentence, before: tuple[Topic, Topic], floor: Floor) -> None:
    floor.fresh = floor.fresh and not any(name.kind in _ORG_KINDS for name in sentence.names)
    floor.spoken.update(name.canonical for name in sentence.names)


# ------------------------------------------------------------------ whom an article is about


def home_of(
    title: Sequence[FoundName], firsts: Sequence[FoundName | None], counts: Counter[str], subject: str
) -> Topic:
    """Whom a source is about. title: names of its title; firsts: the grammatical subject of every paragraph's first
    sentence; counts: mentions of organisations by canonical name, the subject's under `subject`."""
    own = counts.get(subject, 0)
    others = [(count, name) for name, count in counts.items() if name != subject]
    top, rival = max(others, default=(0, ""), key=lambda pair: (pair[0], pair[1]))
    heads = [name.canonical for name in firsts if name is not None]
    in_title = any(name.is_subject for name in title)
    if not in_title and len(set(heads)) >= 4 and heads.count(subject) * 3 < len(heads):
        return NOBODY
    if not own:
        return Topic(rival) if top > 1 else NOBODY
    leads = bool(heads) and heads[0] == rival
    if top >= 1.5 * own and (leads or not in_title) and rival in heads:
        return Topic(rival)
    return Topic(subject, True)
