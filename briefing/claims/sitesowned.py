"""A site in a sentence goes in; whether it is the subject's comes out: "its plant in Lyon", "will open a second line".

A data centre of a customer's, a supplier's plant, "warehouses" at large and a "credit facility" are none of its sites.
"""

from __future__ import annotations

from functools import cache

from briefing.claims.deeds import deed_of
from briefing.claims.doers import is_subjects
from briefing.claims.lexicon import load
from briefing.claims.reading import Clause, FoundName, Reading, Sentence, Utterance
from briefing.claims.verbs import is_determiner, is_preposition
from briefing.claims.words import forms, row

_OWN = row("its our")
_MONEY = row("credit loan debt revolving term financing funding lending")
_FARTHEST = 16
_LONGEST = 400


def is_own_site(reading: Reading, utterance: Utterance, clause: Clause, first: int, at: int) -> bool:
    """first: the first word of the noun phrase; at: that of the site's noun. clause: is about the subject."""
    sentence = utterance.sentence
    low = sentence.words.low
    if len(low) > _LONGEST:
        return False  # no sentence
    if not _MONEY.isdisjoint(low[first:at]) or _is_at_large(sentence, first, at):
        return False
    held = _held(utterance, clause, first)
    if held is not None:
        return held
    verb = _governs(sentence, first, sentence.words.index_at(clause.start))
    if reading.source.language != "en" or utterance.passage.kind != "sentence":
        return verb >= 0 or reading.source.language != "en"
    deed = deed_of(utterance, clause, sentence.words.starts[first], False)
    if verb >= 0:
        return is_subjects(reading, utterance, clause, deed)
    there = low[deed.subject[0]] == "there" if deed.subject else False
    if there or any(first <= number <= at for number in deed.subject):
        return clause.modality == "planned" and not _others_before(sentence, first)
    return False


def is_held(utterance: Utterance, clause: Clause, at: int) -> bool:
    """ "Its | plant in Lyon makes …": is the site the subject's by "its" or its name, up to three words in front?"""
    low = utterance.sentence.words.low
    return (
        clause.modality == "asserted"
        and len(low) <= _LONGEST
        and any(
            bool(_held(utterance, clause, first)) and low[max(first - 2, 0)] != "for"  # "money for its first plant"
            for first in range(at, max(at - 4, 0), -1)
        )
    )


def _is_at_large(sentence: Sentence, first: int, at: int) -> bool:
    """ "warehouses", "all public laboratories": no number, no place, nobody's own."""
    low = sentence.words.low
    if not low[at].endswith("s") and low[at : at + 2] != ("data", "centers"):
        several = at + 1 < len(low) and low[at + 1] in ("centers", "centres", "plants", "regions", "farms")
        if not several:
            return False
    counted = any(number in sentence.figures for number in range(first, at)) or not _COUNTS.isdisjoint(low[first:at])
    own = first > 0 and low[first - 1] in (*_OWN, "own")
    behind = next((number for number in range(at + 1, min(at + 4, len(low))) if low[number] in _AT), 0)
    placed = bool(behind) and behind + 1 < len(low) and sentence.words.raw[behind + 1][:1].isupper()
    return not (counted or own or placed or not _ITSELF.isdisjoint(low[first:at]))


_COUNTS = row("two three four five six seven eight nine ten dozen several new more")
_ITSELF = row("own proprietary")
_AT = row("in near at across outside around throughout")


def _held(utterance: Utterance, clause: Clause, first: int) -> bool | None:
    """ "its | plant", "Acme's | plant": whose it is, None if nobody's by such a word."""
    sentence = utterance.sentence
    low = sentence.words.low
    if first and low[first - 1] == "own":
        first -= 1  # "in their own | data centres"
    before = low[first - 1] if first else ""
    if before == "'s" and first > 1:
        name = sentence.name_at[first - 2]
        if name is not None:
            rents = not _renting().isdisjoint(low[max(first - 8, 0) : first])
            return True if name.is_subject else None if name.kind == "place" or rents else False
        if low[first - 2] in ("world", "country", "region", "continent", "industry"):
            return None  # "the world's largest plant"
        return low[first - 2] in ("company", "startup", "firm", "group") and clause.is_subject
    if before in ("their", "your", "his", "her", "whose", "all", "any", "every", "customers", "'"):
        return False
    if before in _OWN:
        near = [name for name in sentence.names if sentence.first_word(name) < first and _may_own(sentence, name)]
        return clause.is_subject and (not near or near[-1].is_subject or before == "our")
    return None


def _may_own(sentence: Sentence, name: FoundName) -> bool:
    """A company, or a name with an aside behind it ("Northwind, which …")."""
    end = sentence.last_word(name) + 1
    aside = sentence.words.low[end : end + 2] in ((",", "which"), (",", "who"))
    return name.kind == "organisation" or (name.kind == "unknown" and aside)


def _governs(sentence: Sentence, first: int, begin: int) -> int:
    """The word by which a company has, builds or buys the site: its object, or behind "invest … in"; -1 if none."""
    low = sentence.words.low
    between = 0  # a preposition between: "goods in | warehouses"
    for at in range(first - 1, max(begin - 1, first - _FARTHEST), -1):
        if low[at] in _producing() and between and low[between] == "at":
            return at  # "assembles them | at a plant in Lyon"
        if low[at] in _doing() and low[at : at + 2] != ("used", "to"):
            return at if not between or low[at] in _renting() else -1
        if low[at] in _spending():
            return at
        if low[at] in ("at", "from", "into", "inside", "like", "as", "than") or (low[at] == "in" and at >= first - 3):
            between = between or at
        if low[at] in ("through", "with", "of", "by", "via") and not is_determiner(low[at + 1]):
            continue
        if sentence.words.raw[at] in ";:—":
            return -1
    return -1


@cache
def _doing() -> frozenset[str]:
    made = _forms("building") | _forms("running") | _forms("buying") | _renting()
    return made | {"plans", "plan", "planned", "construction", "opening"}


@cache
def _producing() -> frozenset[str]:
    return _forms("producing")


def _forms(key: str) -> frozenset[str]:
    return frozenset(form for verb in load("infrastructure")[key] for form in forms(verb))


@cache
def _renting() -> frozenset[str]:
    return frozenset(form for verb in ("rent", "lease") for form in forms(verb))


@cache
def _spending() -> frozenset[str]:
    return row("invested invest investing investment investments spend spending spent toward towards fund finance pay")


def _others_before(sentence: Sentence, first: int) -> bool:
    return any(
        name.kind == "organisation" and not name.is_subject and sentence.first_word(name) < first
        for name in sentence.names
    ) and not is_preposition(sentence.words.low[first - 1] if first else "")
