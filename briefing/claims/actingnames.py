"""An unknown name goes in, whether it acts as companies do comes out: by its verb, its apposition, its aside."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.claims.clauseleads import TO_DAYS, is_day
from briefing.claims.floor import Floor, Topic
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.verbs import (
    is_adverb,
    is_finite,
    is_preposition,
)
from briefing.claims.words import forms, row, word_set
from briefing.model.naming import name_key


def is_stranger(sentence: Sentence, name: FoundName, end: int, place: int, floor: Floor) -> bool:
    """A name at the head of a sentence, with its verb behind it, that is known neither as a product nor as a person."""
    if place > 1 or _is_known(name, floor):
        return False
    verb = end + 1 if _behind(sentence, end) == "'s" else end
    verb = _over_day(sentence, verb)
    return verb < len(sentence.words) and (is_finite(sentence.words, verb) or verb == end + 1)


def _is_known(name: FoundName, floor: Floor) -> bool:
    """Is it a person, a product or a part of the company that the article is about?"""
    if name.canonical in floor.employers or name_key(name.text) in floor.owned:
        return True
    return any(name.text.startswith(f"{own} ") for own in (floor.home.name,) if own)


def stranger_that(sentence: Sentence, name: FoundName, which: int, floor: Floor) -> Topic | None:
    """ "less than Northwind, | which | raised …": a name that does what companies do, and is nothing known."""
    if name.kind != "unknown" or sentence.words.low[which] != "which" or _is_known(name, floor):
        return None
    at = which + 1
    while at < len(sentence.words) and (is_adverb(sentence.words.low[at]) or sentence.words.low[at] in ("has", "had")):
        at += 1
    acts = at < len(sentence.words) and sentence.words.low[at] in (_company_forms() | _GETTING)
    return Topic(name.canonical) if acts else None


_GETTING = row("got gets received receives attracted landed bagged borrowed")


def is_apposed(sentence: Sentence, name: FoundName, place: int, floor: Floor) -> bool:
    """ "Northwind, which competes with Acme, raised …", "Northwind, backed by Oakfund, raised …": a name at the head of
    a sentence, with its verb behind an aside that only companies have."""
    end = sentence.last_word(name) + 1
    low, raw = sentence.words.low, sentence.words.raw
    if place > 1 or end + 2 >= len(low) or low[end] != "," or _is_known(name, floor):
        return False
    told = low[end + 1] in ("a", "an", "the")
    if low[end + 1] not in _ASIDES and not is_preposition(low[end + 1]) and not told:
        return False
    closing = next((at for at in range(end + 2, min(end + _ASIDE, len(low) - 1)) if raw[at] == ","), 0)
    verb = closing + 1
    while closing and verb < len(low) - 1 and is_adverb(low[verb]):
        verb += 1
    if told and verb < len(low):
        return bool(closing) and low[verb] in _RAISING  # "Northwind, a banking app, raised …": no app raises money
    return bool(closing) and verb < len(low) and is_finite(sentence.words, verb)


_RAISING = row("raised raises secured secures landed lands closed closes bagged bags nabbed nabs snagged scored netted")
_ASIDES = row("which whose backed owned based founded led run headquartered formerly also itself another once like")
_ASIDE = 24  # words that it can take


def _behind(sentence: Sentence, at: int) -> str:
    return sentence.words.low[at] if at < len(sentence.words) else ""


def is_introduced(sentence: Sentence, at: int) -> bool:
    """ "Northwind, the Norwegian battery maker, …": does an apposition call the name a company?"""
    low = sentence.words.low
    if at + 2 >= len(low) or low[at] != "," or low[at + 1] not in ("a", "an", "the", "one"):
        return False
    nouns = word_set("companies", "nouns")
    for number in range(at + 2, min(at + 18, len(low))):
        if low[number] in nouns or low[number] in ("rival", "competitor") or low[number].endswith("-based"):
            return True
        if low[number] == "," and not _seats(low, number):
            return False
    return False


def _seats(low: Sequence[str], comma: int) -> bool:
    """ "a six-year-old |, Carson City |, Nev.-based battery firm": a comma inside what tells of age and seat."""
    aged = low[comma - 1].endswith("old")
    return aged or any(word.endswith("based") for word in low[comma + 1 : comma + 7])


def company_acts(sentence: Sentence, at: int) -> bool:
    """Does a verb that companies are the subject of follow the name?"""
    at = _over_day(sentence, at)
    if at >= len(sentence.words) or sentence.words.low[at] not in _company_forms():
        return False
    noun = sentence.words.low[at] in ("prices", "sales", "costs", "orders", "plans", "shares", "exports", "imports")
    return not (noun and at + 1 < len(sentence.words) and is_finite(sentence.words, at + 1))  # "Nickel prices averaged"


def _over_day(sentence: Sentence, at: int) -> int:
    """Step over adverbs and days between a name and its verb: "Northwind | last year also | bought"."""
    low = sentence.words.low
    while at < len(low) - 1 and (is_adverb(low[at]) or (low[at] in TO_DAYS and is_day(low[at + 1]))):
        at += 1 if is_adverb(low[at]) else 2
    return at


def _company_forms() -> frozenset[str]:
    if not _FORMS:
        _FORMS.append(frozenset(form for verb in word_set("companies", "company_verbs") for form in forms(verb)))
    return _FORMS[0]


_FORMS: list[frozenset[str]] = []
