"""A deed goes in; whether it is the subject's comes out: who or what the words in front of its verb stand for.

"Northwind's contract starts in January": the contract is Northwind's. What acts must be the company by name, pronoun
or description, a thing of its own, or one of its officers where they found, plan or take up a post.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.claims.deeds import Deed, subject_before
from briefing.claims.lexicon import load
from briefing.claims.ownthings import is_own_thing
from briefing.claims.phrases import words_of
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.verbs import is_determiner, is_preposition
from briefing.claims.wares import singular
from briefing.claims.words import forms, row, word_set

_SIGNS = frozenset(',;:()—–"“”|')
_PERSONS = row("she he they her his founders")
_OWNERS = row("its their our")


def is_subjects(reading: Reading, utterance: Utterance, clause: Clause, deed: Deed) -> bool:
    """Is the company, a thing of its own or an officer who acts for it the subject of the verb?

    clause: is known to be about the subject as far as names and pronouns tell.
    """
    if deed.verb is None:
        return not _of_another(utterance.sentence, deed.own)
    if deed.verb < 0:
        return False
    if not deed.subject or _is_signed(utterance, deed):
        return True  # "In May 2025, opened an office": who does it is left out
    return _is_own(reading, utterance, clause, deed.subject, deed.verb)


def is_company(utterance: Utterance, deed: Deed) -> bool:
    """Is the subject of the verb the company itself or persons, not a part, a thing or a body of it?

    "which was founded in 2011" behind the company's name is; "the sports club, which was set up in May" is none.
    """
    sentence = utterance.sentence
    if not deed.subject or deed.verb is None or deed.verb < 0:
        return True
    core = _core(sentence, deed.subject)
    names = [name for at in core if (name := sentence.name_at[at]) is not None]
    head = sentence.words.low[core[-1]]
    if names and names[-1].kind in ("person", "organisation", "unknown") and sentence.name_at[core[-1]] is names[-1]:
        return names[-1].is_subject or names[-1].kind == "person"
    if sentence.words.low[core[0]] in ("it", "they", "she", "he", "who", "we"):
        return True
    return head in word_set("companies", "neutral_heads", "telling_heads", "nouns") and head not in ("arm", "unit")


def _is_signed(utterance: Utterance, deed: Deed) -> bool:
    """ "Water comes from Northwind under a contract signed in 2019": a deal of a clause that is on the company."""
    low = utterance.sentence.words.low
    return any(
        low[at] in _SIGNED and not _deals().isdisjoint(low[max(at - _UNDER, 0) : at])
        for at in deed.own
        if at >= (deed.verb or 0)
    )


_UNDER = 8  # words between "agreement" and "signed"
_SIGNED = row("signed concluded agreed struck sealed inked")


# ------------------------------------------------------------------ whose it is


def _is_own(reading: Reading, utterance: Utterance, clause: Clause, phrase: Sequence[int], verb: int) -> bool:
    sentence = utterance.sentence
    low = sentence.words.low
    core = _core(sentence, phrase)
    opening, head = low[core[0]], low[core[-1]]
    named = [name for at in core if (name := sentence.name_at[at]) is not None]
    if opening in ("it", "that", "this") and len(core) == 1:
        return opening == "it" and not _another_before(reading, sentence, core[0])
    if opening in ("we", "us", "i"):
        return clause.holder_kind == "company"
    if opening == "there":
        return clause.modality == "planned"
    if head in _COUNTS or head.isdigit():
        return True
    if (opening in _PERSONS or head == "founders") or (named and named[-1].kind == "person"):
        return _acts_for_it(utterance, clause, verb) and _in_office(reading, named)
    if opening in ("the", "this") and "'s" in [low[at] for at in core]:
        owner = low[next(at for at in core if low[at] == "'s") - 1]
        if owner in word_set("companies", "neutral_heads"):
            return head not in _kin()  # "the company's tools"
    if named:
        return _named(reading, sentence, core, named)
    if opening in _OWNERS:
        return head not in _kin() and not _another_before(reading, sentence, core[0])
    return _thing(reading, opening, head, low, core)


def _another_before(reading: Reading, sentence: Sentence, at: int) -> bool:
    """ "Northwind raised $9 million, and says | it | will …": is another company the subject in front?"""
    subject = subject_before(sentence, at)
    low = sentence.words.low
    if at and low[at - 1] in ("before", "after", "when", "until", "since"):  # "at Northwind before | it | was sold"
        near = next((name for number in range(at - 2, -1, -1) if (name := sentence.name_at[number])), None)
        if near is not None and near.kind in ("organisation", "unknown") and not _is_named_after(reading, near):
            return True
    names = [name for number in _core(sentence, subject) if (name := sentence.name_at[number])] if subject else []
    return bool(names) and names[-1].kind == "organisation" and not any(_is_named_after(reading, one) for one in names)


def _core(sentence: Sentence, phrase: Sequence[int]) -> Sequence[int]:
    """The phrase up to its first preposition: "a second line | in Lyon"."""
    low = sentence.words.low
    for place, at in enumerate(phrase):
        inside = sentence.name_at[at] is not None
        if place and is_preposition(low[at]) and not inside:
            if low[at] == "of" and low[phrase[place - 1]] in ("all", "some", "most", "half", "dozens", "both", "one"):
                continue
            return phrase[:place]
    return phrase


def _in_office(reading: Reading, named: Sequence[FoundName]) -> bool:
    return not named or named[-1].canonical in reading.officers


def _acts_for_it(utterance: Utterance, clause: Clause, verb: int) -> bool:
    """Does a person plan for the company, found it or take up a post there?"""
    low = utterance.sentence.words.low
    rest = low[verb : verb + 14]
    if clause.modality in ("planned", "rumoured") and not _hoping().isdisjoint(rest[:4]):
        return _strange().isdisjoint(rest[:8])
    own = any(name.is_subject and clause.start <= name.start < clause.end for name in utterance.names)
    own = own or not _COMPANY.isdisjoint(rest)
    if not _founding().isdisjoint(rest[:4]):
        return own or "it" in rest
    if any(low[at] in _founding() and _is_named(utterance, at + 1) for at in range(verb, verb + len(rest) - 1)):
        return True  # "teamed up with Roe to launch Acme"
    return not _posting().isdisjoint(rest[:4]) and (own or not word_set("roles", "officer").isdisjoint(rest))


def _is_named(utterance: Utterance, at: int) -> bool:
    name = utterance.sentence.name_at[at]
    return name is not None and name.is_subject


_PAST = row("former ex onetime ex-")  # "a former Acme manager"
_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
_COMPANY = frozenset({"company", "startup", "start-up", "firm", "business"})


def _named(reading: Reading, sentence: Sentence, core: Sequence[int], named: Sequence[FoundName]) -> bool:
    """Is the last name of the phrase the subject's or of what it owns, or does it only say which thing is meant?"""
    low = sentence.words.low
    name = named[-1]
    if name.text.lower() in word_set("companies", "legal_forms") and len(named) > 1:
        name = named[-2]
    behind = [at for at in core if at > sentence.last_word(name) and low[at].isalpha()]
    if name.is_subject:
        return not behind or not (low[core[-1]] in _kin() or any(low[at] in _PAST for at in core))
    if any(_is_named_after(reading, other) for other in named) and (not behind or named[-1] is not name):
        joined = any(low[at] in ("and", "&") for at in core)
        return joined or not any(low[at] in _kin() for at in core)  # "Acme and Northwind", "Acme's plant Tellus One"
    own = _is_named_after(reading, name) or is_own_thing(reading, name.canonical)
    if not behind or low[behind[0]] == "'s":
        return own and name.kind != "person"
    deal = low[core[-1]] in _deals() and is_determiner(low[core[0]])
    return (
        own
        or deal
        or (name.kind not in ("organisation", "person") and _thing(reading, low[core[0]], low[core[-1]], low, core))
    )


def _is_named_after(reading: Reading, name: FoundName) -> bool:
    """The subject, or "Acme Cloud", "Acme-3"."""
    return name.is_subject or name.text.startswith(
        tuple([f"{own}{joint}" for own in reading.subject_names for joint in " -"])
    )


def _thing(reading: Reading, opening: str, head: str, low: Sequence[str], core: Sequence[int]) -> bool:
    """ "the second plant", "revenue", "150 employees": a thing that a company has, or a company by its description."""
    if head in word_set("companies", "neutral_heads") and (opening in ("the", "this", "that") or head not in _things()):
        return opening in ("the", "this", "that")
    if head in _strange() or any(low[at] in _strange() for at in core):
        return False
    if singular(head) in reading.wares and opening != "many":
        return True
    return head in _things() or (head.endswith("s") and head[:-1] in _things() and opening != "many")


@cache
def _things() -> frozenset[str]:
    said = words_of("metrics", "said_of", "things") | words_of("metrics", "said_of", "heads")
    return said | words_of("metrics", "said_of", "tellings") | frozenset(load("milestones")["doers"]["things"])


@cache
def _strange() -> frozenset[str]:
    return frozenset(load("milestones")["doers"]["strange"])


@cache
def _deals() -> frozenset[str]:
    return frozenset(load("milestones")["doers"]["deals"])


@cache
def _kin() -> frozenset[str]:
    return frozenset(load("milestones")["doers"]["kin"])


@cache
def _hoping() -> frozenset[str]:
    return _forms("hoping")


@cache
def _founding() -> frozenset[str]:
    return _forms("founding")


@cache
def _posting() -> frozenset[str]:
    return _forms("posting")


def _forms(key: str) -> frozenset[str]:
    return frozenset(form for verb in load("milestones")["doers"][key] for form in forms(verb))


def _of_another(sentence: Sentence, own: Sequence[int]) -> bool:
    """A stretch without a verb ("Acquisition of Lumen in March", "founded in 2017"): does it begin with another?"""
    low = sentence.words.low
    for place, at in enumerate(own[:8]):
        name = sentence.name_at[at]
        if name is None and not is_determiner(low[at]) and low[at] not in _SIGNS:
            return False
        if name is not None:
            behind = low[sentence.last_word(name) + 1 : sentence.last_word(name) + 2]
            return not name.is_subject and name.kind in ("organisation", "person") and place < 2 and behind != (":",)
    return False
