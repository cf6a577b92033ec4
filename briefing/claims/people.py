"""A Reading goes in, the people of the subject come out: who they are, what post they hold, where they came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefing.claims.founders import founders
from briefing.claims.making import make
from briefing.claims.posts import Post, posts
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.verbs import is_determiner, is_finite
from briefing.claims.words import word_set
from briefing.model.claim import Claim, PersonValues
from briefing.model.records import replace

_FORMER = frozenset({"previously", "formerly", "earlier", "former", "ex"})
_CAME = frozenset(
    "worked served led ran founded co-founded came spent helped held joined studied built was were are is".split()
)


def extract(reading: Reading) -> Iterator[Claim]:
    """A claim for each post of somebody who works for the subject, for each founder, for each former post."""
    own: set[str] = set(reading.officers)
    for utterance in reading.utterances:
        if utterance.passage.kind == "row" or not utterance.names:
            continue
        for post in map(partial(_heir, utterance.sentence), posts(utterance.sentence)):
            if (
                _is_own(reading, utterance, post)
                and not _goes(utterance, post)
                and not _first_name_only(utterance, post.person)
            ):
                own.add(post.person.canonical)
                yield _claim(reading, utterance, post.person, post.role, "")
        for founder in _founders(utterance):
            own.add(founder.canonical)
            yield _claim(reading, utterance, founder, "founder", "")
        yield from _backgrounds(reading, utterance, own)


def _claim(reading: Reading, utterance: Utterance, person: FoundName, role: str, background: str) -> Claim:
    return make(
        reading,
        _taken_for_granted(utterance.clause_at(person.start)),
        "person",
        PersonValues(person.text, _one(role), background),
    )


def _taken_for_granted(clause: Clause) -> Clause:
    """A post is told in passing: it stands whatever the sentence around it plans, thinks or quotes."""
    return replace(clause, modality="asserted", holders=(), holder_kind="outlet", cues=())


def _one(role: str) -> str:
    """ "co-founders" of two persons is "co-founder" of one."""
    return role[:-1] if role.endswith(("founders", "chiefs", "presidents", "executives", "directors")) else role


def _is_own(reading: Reading, utterance: Utterance, post: Post) -> bool:
    """Is the post one in the subject's house?"""
    if not any(low in word_set("roles", "officer") for low in post.role.lower().replace("-", " - ").split()) and (
        post.role.lower() not in word_set("roles", "officer")
    ):
        return False
    if post.org_is_subject:
        return True
    if post.org and post.org != "the company":
        return False
    clause = utterance.clause_at(post.person.start)
    return (post.appointed or post.person.canonical in reading.officers) and (
        clause.is_subject or clause.setting_is_subject
    )


def _heir(sentence: Sentence, post: Post) -> Post:
    """ "Jane Doe | succeeded | John Roe as chief executive": the post is hers now."""
    first = sentence.first_word(post.person)
    if first < 1 or sentence.words.low[first - 1] not in _SUCCEEDING:
        return post
    heirs = [name for name in sentence.names if name.kind == "person" and sentence.last_word(name) < first - 1]
    return replace(post, person=heirs[-1]) if heirs and first - sentence.last_word(heirs[-1]) < _BESIDE else post


_SUCCEEDING = frozenset("succeeded succeeds succeed succeeding replaced replaces replace replacing".split())
_BESIDE = 8  # words from an heir to the one before
_GOING = frozenset("leaving left leaves departed departs departing quit quits resigned resigns".split())
_NEAR = 16  # words in front
_TAKING = frozenset("hire hires hired poach poaches poached lured lures recruited recruits".split())


def _goes(utterance: Utterance, post: Post) -> bool:
    """ "Northwind hired away chief executive Jane Doe", "Roe is leaving for Contoso": the post is one that was."""
    sentence = utterance.sentence
    low = sentence.words.low
    last = sentence.last_word(post.person)
    for at in range(last + 1, min(last + 5, len(low))):
        if low[at] in _GOING:
            whom = sentence.name_at[at + 1] if at + 1 < len(low) else None
            return whom is None or whom.is_subject  # "Doe, who left Contoso to found Acme": another's
    taken = next((at for at in range(post.first - 1, max(post.first - _NEAR, -1), -1) if low[at] in _TAKING), -1)
    if taken < 0:
        return False
    by = [name for name in sentence.names if name.kind == "organisation" and sentence.first_word(name) < taken]
    return low[taken + 1 : taken + 2] == ("away",) or (bool(by) and not by[-1].is_subject)


def _first_name_only(utterance: Utterance, person: FoundName) -> bool:
    """ "founders Jane and John Doe": "Jane" alone names nobody."""
    sentence = utterance.sentence
    end = sentence.last_word(person) + 1
    if " " in person.text or sentence.words.low[end : end + 1] != ("and",) or end + 1 >= len(sentence.words):
        return False
    other = sentence.name_at[end + 1]
    return other is not None and other.kind == "person" and " " in other.text


def _founders(utterance: Utterance) -> Iterator[FoundName]:
    """Founders of the subject, named as such by a verb."""
    for person, company in founders(utterance.sentence):
        named = company is not None and company.is_subject
        clause = utterance.clause_at(person.start)
        ours = clause.is_subject or (clause.setting_is_subject and not clause.topic)
        if named or (company is None and ours):
            yield person


def _backgrounds(reading: Reading, utterance: Utterance, own: set[str]) -> Iterator[Claim]:
    """ "Jane Doe previously worked at …", "Jane Doe and John Roe are former … staffers", "Roe, who came from …"."""
    sentence = utterance.sentence
    low = sentence.words.low
    people = [name for name in sentence.names if name.kind == "person" and name.canonical in own]
    for order, name in enumerate(people):
        end = sentence.last_word(name) + 1
        limit = min(end + 12, len(low))
        start = next((at for at in range(end, limit) if low[at] in _CAME or _is_career(low, at)), None)
        if start is None or any(sentence.words.raw[at] in ".;" for at in range(end, start)):
            continue
        if any(is_finite(sentence.words, at) and low[at] not in _CAME for at in range(end, start)):
            continue
        stop = _ends(sentence.words.raw, start)
        former = any(_is_career(low, at) for at in range(start, stop)) or low[start : start + 2] in (
            ("came", "from"),
            ("worked", "at"),
            ("worked", "for"),
        )
        if not former or (
            order + 1 < len(people) and start > sentence.first_word(people[order + 1]) and low[end] not in ("and", ",")
        ):
            continue
        other = next((one for one in sentence.names if _stands(sentence, one, start, stop) and one is not name), None)
        if other is not None:  # "Roe and former Contoso engineer | Jane Doe": the other's
            stop = sentence.first_word(other)
            if other.canonical not in own or stop <= start:
                continue
            name = other
        first, last = sentence.words.starts[start], sentence.words.ends[stop - 1]
        clause = _taken_for_granted(utterance.clause_at(name.start))
        text = reading.source.text[first:last]
        span = (min(name.start, clause.start), max(last, name.end))
        yield make(reading, clause, "person", PersonValues(name.text, "", text), span)


def _is_career(low: Sequence[str], at: int) -> bool:
    """ "previously", "former engineers", not "an | earlier | delay"."""
    return low[at] in _FORMER and not (low[at] == "earlier" and at > 0 and is_determiner(low[at - 1]))


def _stands(sentence: Sentence, name: FoundName, start: int, stop: int) -> bool:
    """Is it a person named at the end of the words [start, stop)?"""
    return name.kind == "person" and start < sentence.first_word(name) and sentence.last_word(name) == stop - 1


_GOES_ON = frozenset("has is was had who now will says said does knows likes runs".split())


def _ends(raw: tuple[str, ...], start: int) -> int:
    """The word behind the clause that begins at `start`."""
    for at in range(start, len(raw)):
        if raw[at] in ";.()—" or (raw[at] == "," and at > start + 2):
            return at
        if raw[at] in ("and", "but") and at > start + 2 and raw[at + 1 : at + 2] and raw[at + 1] in _GOES_ON:
            return at  # "came from Contoso | and tends to …"
    return len(raw)
