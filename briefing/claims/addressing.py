"""A sentence goes in, whom it addresses comes out: "For CIOs and network planners, …", "Buyers should …"."""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.reading import Sentence
from briefing.claims.words import Phrases, Words

_FOR = frozenset({"for", "to"})
_POINTING = frozenset({"the", "this", "that", "its", "his", "her"})  # "the company may …" tells of one, it advises none
_MODALS = frozenset({"should", "must", "can", "need", "ought", "may", "might", "could"})  # "May" is the month
_REACH = 14


@cache
def _readers() -> Phrases:
    table: list[str] = load("audiences")["readers"]
    return Phrases([(form, reader) for reader in table for form in (reader, _plural(reader))])


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(load("audiences")[key])


@cache
def _second_person() -> frozenset[str]:
    return frozenset(load("audiences")["phrases"]["second_person"])


def _plural(reader: str) -> str:
    if reader.endswith("y") and reader[-2] not in "aeiou":
        return f"{reader[:-1]}ies"
    return f"{reader}es" if reader.endswith("s") else f"{reader}s"


def addressed(sentence: Sentence) -> tuple[str, ...]:
    """The readers a sentence opens with, in its own words, lower case; "you" for the second person; () for nobody.

    "For CIOs and network planners weighing …, …" gives ("cios", "network planners").
    """
    words = sentence.words
    if not words.low:
        return ()
    at = 0
    while at < min(4, len(words.low)) and words.raw[at] in '"-•—':
        at += 1
    if at < len(words.low) and words.low[at] in _FOR:
        return _named(sentence, at + 1, generic=True) if "," in words.raw[at : at + 40] else ()
    opening = words.low[at : at + 3]
    second = not _second_person().isdisjoint(opening)
    if second and opening[0] in _second_person():
        return ("you",)
    if _modal_behind(words, at) and words.low[at] not in _POINTING:
        return _named(sentence, at, generic=False)
    return ("you",) if second else ()


def _named(sentence: Sentence, at: int, generic: bool) -> tuple[str, ...]:
    """The row of readers that begins at word `at`, with the words that belong to each."""
    words, found = sentence.words, []
    start = at
    stop = min(at + _REACH, len(words))
    while at < stop:
        hit = _readers().at(words.low, at, len(words))
        if (
            (hit and sentence.name_at[at] is None)
            or (hit and words.raw[at].isupper())
            or (hit and words.raw[at][:-1].isupper())
        ):
            found.append(" ".join(words.low[_with_modifier(words, at, start) : hit[0]]))
            at = start = hit[0]
            continue
        low = words.low[at]
        if low in _set("modifiers") or words.raw[at] == ",":
            at += 1
            start = at if low in ("and", "or", "the", ",") else start
            continue
        break
    return tuple(found) if generic or found else ()


def _with_modifier(words: Words, at: int, start: int) -> int:
    """Take "enterprise" into "enterprise buyers" where it stands right before."""
    return (
        at - 1
        if at - 1 >= start and words.low[at - 1] in _set("modifiers") and words.low[at - 1] not in ("and", "or", "the")
        else at
    )


def _modal_behind(words: Words, at: int) -> bool:
    """ "Buyers should …", "Your organization can …": does advice follow within some words?"""
    ahead = words.raw[at + 1 : at + 7]
    if _MODALS.isdisjoint(ahead):
        return False
    for raw in ahead:
        if raw in _MODALS or raw in ",.;:":
            return raw in _MODALS
    return False
