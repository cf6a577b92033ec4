"""Who has the floor while a source is read: whom "it" and "the company" mean, whom the article is about.

A company that is the subject of a main clause is "it"; one that acts for itself keeps "the company" for its paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.claims.givers import is_giver
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.words import forms, row
from briefing.model.records import dataclass, field

_STARTUPS = row(
    "startup start-up startups unicorn decacorn scaleup scale-up upstart newcomer challenger fintech insurtech biotech"
)

_INVESTING = frozenset(
    form
    for verb in ("invest", "back", "lead", "participate", "join", "commit", "partner", "contribute", "own", "hold")
    for form in forms(verb)
)

ORG_KINDS = frozenset({"organisation"})


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
    products and channels. english: the text's language. things: names of the subject's own plants and products.
    seats: place → company."""

    home: Topic
    it: Topic = NOBODY
    company: Topic = NOBODY
    startups: frozenset[str] = frozenset()
    heads: Mapping[str, str] = field(default_factory=dict)
    employers: Mapping[str, Topic] = field(default_factory=dict)
    owned: frozenset[str] = frozenset()
    english: bool = True
    fresh: bool = True
    things: frozenset[str] = frozenset()
    seats: Mapping[str, str] = field(default_factory=dict)
    idle: int = 0  # sentences since whoever has the floor did something in one

    def paragraph(self) -> None:
        """A new paragraph: back to whom the article is about."""
        self.it = self.company = self.home
        self.idle = 0
        self.fresh = True


def of_name(name: FoundName, floor: Floor) -> Topic | None:
    """The company a name stands for: itself, or the employer of a person; None if it stands for none."""
    if name.is_subject:
        return Topic(name.canonical, True)
    if name.kind in ORG_KINDS:
        return None if _is_thing(name, floor) else Topic(name.canonical)
    if name.kind == "person":
        return floor.employers.get(name.canonical, NOBODY)
    return None


def _is_thing(name: FoundName, floor: Floor) -> bool:
    """Is it a plant or product of the subject's, or several of them ("90 Kestrels")?"""
    return name.canonical in floor.things or name.canonical.removesuffix("s") in floor.things


def resolve(head: str, floor: Floor) -> Topic:
    """Whom "the <head>" means: the company that has the floor if the head fits it, else whom the article is about."""
    if head in _STARTUPS and floor.company.name and floor.company != floor.home:
        fits = floor.company.name in floor.startups or floor.home.name not in floor.startups
        return floor.company if fits else floor.home
    if head == "company" and floor.home.is_subject and floor.company.name and is_giver(floor.company.name):
        return floor.home  # a fund is "the firm", not "the company"
    return floor.company if floor.company.name else floor.home


def take(topic: Topic, explicit: bool, sentence: Sentence, own: Sequence[int], floor: Floor) -> Topic:
    """A company that is the subject of a main clause is "it" from now on, and "the company" if it acts for itself."""
    if not topic.name:
        return topic
    floor.it = topic
    if not explicit:
        return topic
    if topic == floor.company:
        floor.idle = 0
    if topic.is_subject or topic == floor.home or not (_mentions(sentence, own, floor.home) or _invests(sentence, own)):
        floor.company = topic
        floor.idle = 0
    return topic


def _mentions(sentence: Sentence, own: Sequence[int], company: Topic) -> bool:
    names = sentence.name_at
    for number in own:
        name = names[number]
        if name is not None and name.canonical == company.name:
            return True
    return False


def _invests(sentence: Sentence, own: Sequence[int]) -> bool:
    """Does a verb of investors stand near the beginning, not before "by"?"""
    low = sentence.words.low
    opening = own[:12]
    if _INVESTING.isdisjoint([low[number] for number in opening]):
        return False
    return any(
        low[number] in _INVESTING
        and low[min(number + 1, len(low) - 1)] != "by"
        and not (low[number] == "own" and low[number - 1] in _POSSESSIVES)  # "has a team of its own"
        for number in opening
    )


_POSSESSIVES = row("its their his her our my your whose 's")


def setting(sentence: Sentence, floor: Floor) -> Topic:
    """No company is the subject: the paragraph's, unless the sentence is the first to name one."""
    if not floor.english:
        return floor.company
    if floor.company == floor.home:
        orgs = [
            (name.canonical, name.is_subject)
            for name in sentence.names
            if (name.kind in ORG_KINDS and not _is_thing(name, floor)) or name.is_subject
        ]
        alone = bool(orgs) and (not floor.home.name or orgs.count(orgs[0]) == len(orgs))
        if alone and orgs[0][0] and (orgs[0][1] or (floor.fresh and not floor.home.name)):
            floor.company = floor.it = Topic(*orgs[0])
    return floor.company


def settle(sentence: Sentence, floor: Floor) -> None:
    """A sentence has been read: once it names a company, the paragraph is no longer fresh; who is silent loses the
    floor."""
    if floor.fresh:
        for name in sentence.names:
            if name.kind in ORG_KINDS:
                floor.fresh = False
                break
    if floor.company != floor.home and floor.home.is_subject:
        floor.idle += 1
        if floor.idle > _LINGERS:
            if floor.it == floor.company:
                floor.it = floor.home
            floor.company = floor.home


_LINGERS = 2  # sentences for which a company keeps the floor that does nothing in them


def speaking(floor: Floor) -> Topic:
    """Whom "the company said" means: who did something in the sentence before, else whom the article is about."""
    return floor.home if floor.home.is_subject and floor.idle > 1 else floor.company


def home_of(
    title: Sequence[FoundName],
    firsts: Sequence[FoundName | None],
    counts: Counter[str],
    subject: str,
    throughout: bool = False,
    late: bool = False,
) -> Topic:
    """Whom a source is about. title: names of its title; firsts: the grammatical subject of every paragraph's first
    sentence; counts: mentions of organisations by canonical name, the subject's under `subject`; throughout: the
    subject is named in all parts of it, as in a portrait, not in one, as in a letter of news on many; late: neither
    title nor first paragraph names it, or only behind what another raised."""
    own = counts.get(subject, 0)
    others = [(count, name) for name, count in counts.items() if name != subject]
    top, rival = max(others, default=(0, ""), key=lambda pair: (pair[0], pair[1]))
    heads = [name.canonical for name in firsts if name is not None]
    in_title = any(name.is_subject for name in title)
    if not in_title and len(set(heads)) >= 4 and heads.count(subject) * 3 < len(heads):
        return Topic(subject, True) if throughout and own >= 1.5 * top else NOBODY
    if not own:
        return Topic(rival) if top > 1 else NOBODY
    if late and heads and 2 * counts.get(heads[0], 0) >= own and any(name.canonical == heads[0] for name in title):
        return Topic(heads[0])  # title and opening are another's: the subject is who it is compared with
    leads = bool(heads) and heads[0] == rival
    titled = any(name.canonical == rival for name in title)
    told = titled or (leads and not is_giver(rival))  # named often is not enough: an investor is, too
    if top >= 1.5 * own and (leads or not in_title) and rival in heads and told:
        return Topic(rival)
    return Topic(subject, True)
