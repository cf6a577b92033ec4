"""All sources go in, what must be known before one can be read closely comes out: names, officers, employers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from briefing.claims.christened import by_model, christened, listed
from briefing.claims.floor import Topic
from briefing.claims.founders import founders
from briefing.claims.incharge import RUNNING, in_charge
from briefing.claims.names import EMPTY_BOOK, NameBook, find_names, learn
from briefing.claims.posts import Post, posts
from briefing.claims.reading import Sentence
from briefing.claims.sentence import sentence
from briefing.claims.voices import own_voices
from briefing.claims.wares import wares
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import cut, plain, word_set
from briefing.model.briefing import Subject
from briefing.model.naming import name_key
from briefing.model.records import dataclass, field, replace
from briefing.model.source import SPEAKING, Source


@dataclass(frozen=True, slots=True)
class Knowledge:
    """book: names. officers: canonical persons who speak for the subject. employers: person → company.
    startups: companies the texts call startups. heads: telling noun → company ("giant" → …). things: names of the
    subject's own plants and products. wares: nouns for what it makes and sells. persons: all who hold a post.
    owned: name_keys of what belongs to somebody."""

    book: NameBook = EMPTY_BOOK
    officers: frozenset[str] = frozenset()
    employers: Mapping[str, Topic] = field(default_factory=dict)
    startups: frozenset[str] = frozenset()
    heads: Mapping[str, str] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    wares: frozenset[str] = frozenset()


def learn_all(
    sources: Sequence[Source], subject: Subject, aliases: Mapping[str, Sequence[str]] | None = None
) -> Knowledge:
    """Read all sources once for what they teach on names, posts and descriptions."""
    given = dict(aliases or {})
    if subject.name:
        given[subject.name] = tuple(dict.fromkeys((*given.get(subject.name, ()), *subject.aliases)))
    book = learn(sources, given)
    names = subject_names(subject, given)
    by_person: dict[str, list[tuple[Post, bool]]] = defaultdict(list)
    heading: dict[str, list[bool]] = defaultdict(list)
    startups: set[str] = set()
    things: set[str] = set()
    sold: set[str] = set()
    heads: dict[str, Counter[str]] = defaultdict(Counter)
    for source in sources:
        text = plain(source.text)
        own = _is_about(source, text, names, book)
        called, made = _own_things(text, names, own)
        things.update(called)
        if own or any(name in source.title for name in names):
            things.update(listed(source))
        sold.update(made)
        for place, read in _read(source, text, book, names):
            for post in posts(read):
                if post.org == "the company":
                    post = _named(post, read, source, place, book, names)
                by_person[post.person.canonical].append((post, own))
            for person, company in (*founders(read), *in_charge(read)):
                heading[person.canonical].append(company.is_subject if company is not None else own)
            _describe(read, startups, heads)
        if names and (own or _is_mostly_about(text, names, book)):
            for told in own_voices(text, names, lambda name: book.kind_of(name) == "person"):
                voice = book.canonical.get(name_key(told), told)
                if not any(post.org for post, _ in by_person.get(voice, ())):
                    heading[voice].append(True)
    officers, employers = _employers(by_person, heading, subject.name)
    return Knowledge(
        book,
        officers,
        employers,
        frozenset(startups),
        {head: _commonest(found) for head, found in sorted(heads.items())},
        frozenset(things),
        frozenset(employers),
        frozenset(book.owners) | {name_key(name) for name in things},
        frozenset(sold),
    )


def _read(source: Source, text: str, book: NameBook, names: Sequence[str]) -> Iterator[tuple[int, Sentence]]:
    """The passages that may tell of a post, a founder or what a company is, each with its number."""
    for place, passage in enumerate(source.passages):
        spoken = passage.kind in SPEAKING or passage.kind == "caption"
        if spoken and _tells(text[passage.start : passage.end]):
            words = cut(text, passage.start, passage.end)
            yield place, sentence(words, find_names(source.text, passage.start, passage.end, book, names))


def _named(post: Post, read: Sentence, source: Source, place: int, book: NameBook, names: Sequence[str]) -> Post:
    """Put the company's name to "its founder": the one that begins its sentence, else the one
    that begins a sentence before it in the paragraph."""
    here = source.passages[place]
    head = next((name for name in read.names if name.kind == "organisation"), None)
    owned = read.words.low[post.role_first - 1 : post.role_first] in (("its",), ("their",))
    if head is not None and owned and head.start - here.start < _OPENING and read.first_word(head) < post.first:
        return replace(post, org=head.canonical, org_is_subject=head.is_subject)
    for passage in source.passages[place - 1 :: -1] if place else ():
        if passage.block != here.block:
            break
        found = find_names(source.text, passage.start, min(passage.end, passage.start + 80), book, names)
        head = next((name for name in found if name.kind == "organisation"), None)
        if head is not None and head.start - passage.start < _OPENING:
            return replace(post, org=head.canonical, org_is_subject=head.is_subject)
    return post


_OPENING = 30  # characters of a sentence within which its subject begins


def subject_names(subject: Subject, aliases: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Every name of the subject, its own name first, then longest first."""
    others = {*subject.aliases, *aliases.get(subject.name, ())} - {subject.name}
    return (subject.name, *sorted(others, key=lambda name: (-len(name), name))) if subject.name else ()


@lru_cache(maxsize=64)  # whoever extracts twice in one process reads the same texts again
def _own_things(text: str, names: tuple[str, ...], own: bool) -> tuple[frozenset[str], frozenset[str]]:
    """What the subject's things are called, and the nouns for what it makes, by one text."""
    called = frozenset(christened(text, names, own))
    return called | frozenset(by_model(text, names) if own and names else ()), frozenset(wares(text, names, own))


def _is_about(source: Source, text: str, names: Sequence[str], book: NameBook) -> bool:
    """Is the subject named near the top, and no other company much more often?"""
    top = f"{source.title}\n{text[:1500]}"
    if not any(name in top for name in names):
        return False
    counts = _capitals(text)
    heads = {name.split()[0] for name in names}
    own = sum(counts[head] if head[:1].isupper() else text.count(head) + counts[head.title()] for head in sorted(heads))
    rivals = [
        count
        for word, count in counts.items()
        if word not in heads and word in top and book.kind_of(word) == "organisation"
    ]
    return max(rivals, default=0) < 1.5 * own


def _is_mostly_about(text: str, names: Sequence[str], book: NameBook) -> bool:
    """Is the subject named often, and no other company more often? A portrait may come to it late."""
    counts = _capitals(text)
    own = max((counts[name.split()[0]] for name in names), default=0)
    heads = {name.split()[0] for name in names}
    others = (count for word, count in counts.items() if word not in heads and book.kind_of(word) == "organisation")
    return own >= _OFTEN and own >= max(others, default=0)


_OFTEN = 5  # times


@lru_cache(maxsize=64)
def _capitals(text: str) -> Counter[str]:
    """How often each word with a capital stands in a text."""
    return Counter(_CAPITAL.findall(text))


_CAPITAL = re.compile(r"[A-Z](?<![\w.-].)[\w-]*")  # looks back behind the capital: few letters are one


@cache
def _telling() -> frozenset[str]:
    """Words without which a sentence says nothing on posts and on what companies are."""
    return (
        word_set("companies", "nouns", "telling_heads")
        | word_set("roles", "officer", "other")
        | {"founded", "co-founded", "started"}
        | RUNNING
    )


@lru_cache(maxsize=4096)  # articles repeat one another
def _tells(piece: str) -> bool:
    return not _telling().isdisjoint(_LOWER.findall(piece.lower()))


_LOWER = re.compile(r"[^\W\d_][\w-]+")


def _describe(read: Sentence, startups: set[str], heads: dict[str, Counter[str]]) -> None:
    """Learn from "battery startup Northwind" and "Northwind, the chip giant," what a company is called."""
    low = read.words.low
    for name in read.names:
        if name.kind != "organisation":
            continue
        words = name.descriptor.lower().replace("-", " ").split()
        end = read.last_word(name) + 1
        if end + 1 < len(low) and low[end] == "," and low[end + 1] in ("a", "an", "the", "one"):
            stop = next(
                (
                    at
                    for at in range(end + 1, min(end + 12, len(low)))
                    if low[at] in (",", "that", "which", "for", "of")
                ),
                end + 8,
            )
            words += low[end + 1 : stop]
        if {"startup", "startups", "start-up", "unicorn", "decacorn", "fintech"} & set(words):
            startups.add(name.canonical)
        for word in words:
            if word in word_set("companies", "telling_heads"):
                heads[word][name.canonical] += 1


def _commonest(found: Counter[str]) -> str:
    """The one company a head is used of; "" if it is used of several alike."""
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1] else ""


def _employers(
    by_person: Mapping[str, list[tuple[Post, bool]]], heading: Mapping[str, list[bool]], subject: str
) -> tuple[frozenset[str], dict[str, Topic]]:
    """Who speaks for the subject, and who works where. Somebody with two posts speaks for the subject if one is its."""
    officers: set[str] = set()
    employers: dict[str, Topic] = {}
    for person in sorted({*by_person, *heading}):
        found = by_person.get(person, [])
        named = [post for post, _ in found if post.org and post.org != "the company"]
        officer = any(post.org_is_subject and _speaks(post) for post in named)
        if not any(_leads(post) for post in named):
            loose = (own and _leads(post) for post, own in found if not post.org or post.org == "the company")
            officer = officer or any(loose)
        elsewhere = any(_leads(post) and not post.org_is_subject for post in named)
        if officer or (any(heading.get(person, ())) and not elsewhere):
            officers.add(person)
            employers[person] = Topic(subject, True)
        elif named:
            employers[person] = Topic(named[0].org, named[0].org_is_subject)
    return frozenset(officers), employers


def _leads(post: Post) -> bool:
    """Is it a post at the top of a company, one that needs no company named beside it? ("French president" is none.)"""
    return _is_top(post.role)


@lru_cache(maxsize=1024)
def _is_top(role: str) -> bool:
    low = cut(plain(role.lower())).low
    states = word_classes().nationalities
    heads = any(word in word_set("roles", "top") for word in low) or ("managing", "director") in pairwise(low)
    return heads and not any(word in states for word in low)


def _speaks(post: Post) -> bool:
    """Is it a post whose holder speaks for the company?"""
    return _is_voice(post.role)


@lru_cache(maxsize=1024)
def _is_voice(role: str) -> bool:
    low = cut(plain(role.lower())).low
    return any(word in word_set("roles", "officer") for word in low) and not any(
        word in ("analyst", "investor", "customer", "professor") for word in low
    )
