"""A sentence goes in, the persons whom it tells to have founded a company come out, with the company's name."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.claims.posts import NEUTRAL
from briefing.claims.reading import FoundName, Sentence
from briefing.claims.verbs import is_finite


def founders(sentence: Sentence) -> Iterator[tuple[FoundName, FoundName | None]]:
    """Who founded what: (person, company); None for a company that is not named ("It was founded by …")."""
    words = sentence.words
    for at in [at for at, low in enumerate(words.low) if low in _FOUNDED or low in _BEGUN]:
        low = words.low[at]
        last = at + (words.low[at : at + 2] == ("set", "up"))
        if (low == "set" and last == at) or (low == "brainchild" and words.low[at + 1 : at + 2] != ("of",)):
            continue
        by = next((number for number in range(last + 1, min(at + 9, len(words))) if words.low[number] in _BY), None)
        if low == "brainchild" or (by is not None and _is_passive(sentence, at)):
            by = at + 1 if by is None else by
            yield from ((person, _founded(sentence, at, by)) for person in _row_of_persons(sentence, by + 1))
        elif by is None or low in _BEGUN:
            following = sentence.name_at[last + 1] if last + 1 < len(words) else None
            owns = following is not None and words.low[sentence.last_word(following) + 1 :][:1] == ("'s",)
            if low in _FOUNDED or not owns:  # "started Acme's second fund"
                yield from _active_founders(sentence, at, last)


_FOUNDED = frozenset({"founded", "co-founded", "cofounded", "cofounds", "founds"})
_BEGUN = frozenset({"started", "set", "brainchild", "established", "co-started"})
_BY = frozenset({"by"})
_BE = frozenset({"was", "were", "been", "is", "be"})


def _is_passive(sentence: Sentence, at: int) -> bool:
    """ "was founded", "Acme, founded", "the company | founded"."""
    words = sentence.words
    if at == 0 or words.low[at - 1] in _BE or words.raw[at - 1] == ",":
        return True
    return words.low[at - 1] in NEUTRAL or (words.low[at - 1].endswith("ly") and words.low[at - 2] in _BE)


def _founded(sentence: Sentence, at: int, by: int) -> FoundName | None:
    """The company of "Acme was founded … by" or "Founded … by …, Acme …"."""
    before = [name for name in sentence.names if name.kind in _FIRMS and sentence.first_word(name) < at]
    behind = [name for name in sentence.names if name.kind in _FIRMS and sentence.first_word(name) > by]
    first = at == 0 or not before
    if first:
        comma = next((n for n in range(by, len(sentence.words)) if sentence.words.raw[n] == ","), None)
        return (
            next((n for n in behind if comma is not None and sentence.first_word(n) > comma), None) if at == 0 else None
        )
    return before[-1]


_FIRMS = frozenset({"organisation", "unknown"})


def _row_of_persons(sentence: Sentence, at: int) -> Iterator[FoundName]:
    """ "Jane Doe", "brothers John and Patrick Doe", "former bankers Jane Doe and John Roe"."""
    words = sentence.words
    while at < len(words) and words.raw[at] not in ".;()":
        name = sentence.name_at[at]
        low = words.low[at]
        if name is not None:
            if name.kind == "person" and (" " in name.text or words.low[at + 1 : at + 2] != ("and",)):
                yield name
            at = sentence.last_word(name)
        elif low == "in" or low in ("who", "which", "to") or (words.raw[at] == "," and _ends_row(sentence, at)):
            at = _behind_aside(sentence, at)
            if at < 0:
                return
            continue
        at += 1


def _behind_aside(sentence: Sentence, at: int) -> int:
    """ "Jane Doe |, a former banker, and | John Roe": the word where the row goes on, -1 if it does not."""
    words = sentence.words
    for number in range(at + 1, min(at + 14, len(words) - 1)):
        if words.raw[number] in ".;()":
            return -1
        name = sentence.name_at[number + 1]
        if words.low[number] == "and" and words.raw[number - 1] == "," and name is not None and name.kind == "person":
            behind = sentence.last_word(name) + 1
            return -1 if behind < len(words) and is_finite(words, behind) else number + 1
    return -1


def _ends_row(sentence: Sentence, at: int) -> bool:
    """Is the comma the end of the row and not one inside it?"""
    following = sentence.words.low[at + 1] if at + 1 < len(sentence.words) else ""
    return following != "and" and (at + 1 >= len(sentence.words) or sentence.name_at[at + 1] is None)


def _active_founders(sentence: Sentence, at: int, last: int) -> Iterator[tuple[FoundName, FoundName | None]]:
    """ "Jane Doe, who co-founded Acme with John Roe", "Doe founded the company"."""
    words = sentence.words
    persons = [name for name in sentence.names if name.kind == "person"]
    before = [name for name in persons if sentence.last_word(name) < at and at - sentence.last_word(name) <= 4]
    following = sentence.name_at[last + 1] if last + 1 < len(words) else None
    definite = words.low[last + 1 : last + 2] == ("the",) and bool(NEUTRAL & set(words.low[last + 2 : last + 6]))
    if not before or not (definite or (following is not None and following.kind in _FIRMS)):
        return
    company = None if definite else following
    yield before[-1], company
    if len(persons) > 1 and (beside := _beside(sentence, before[-1], persons)) is not None:
        yield beside, company
    for name in persons:
        first = sentence.first_word(name)
        if first > at and first and words.low[first - 1] == "with" and first - at < 9:
            yield name, company


def _beside(sentence: Sentence, person: FoundName, persons: list[FoundName]) -> FoundName | None:
    """ "Jane Doe and | John Roe | founded": who stands in front of the "and"."""
    first = sentence.first_word(person)
    if first < 2 or sentence.words.low[first - 1] != "and":
        return None
    return next((one for one in persons if sentence.last_word(one) == first - 2), None)
