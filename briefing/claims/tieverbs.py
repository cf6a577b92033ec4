"""A word goes in, the verb classes it can belong to come out: what their arguments are to the company.

The classes stand in `lexicon/tieframes.toml`: a verb with its arguments, and not a phrase, is what tells of a tie.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import forms, listed
from briefing.model.claim import TieStatus
from briefing.model.records import dataclass

_NONE: frozenset[str] = frozenset()
_BE = ("is", "are", "was", "were", "been", "be")
GOVERNED = frozenset({"agent", "object", "front", "whose"})  # arguments that the verb itself governs
_LEVELS = {"bare": 1, "loose": 2, "firm": 3}


@dataclass(frozen=True, slots=True)
class Frame:
    """Whoever stands as one of `theirs` has the tie if the company, or a thing of its, stands as one of `ours`.

    least: how plainly it must be the company's (see tiearguments.py); prepositions: the words with which those that
    govern `theirs` begin, none if one of `theirs` needs none; the other fields as in the lexicon's head.
    """

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    tie: str
    least: int
    made: bool
    supply: bool
    clientele: bool
    states: bool
    own: bool
    money: bool
    owner: bool
    needs: str
    status: TieStatus | None
    follows: tuple[str, ...]
    passive: bool
    beside: str
    thing: bool
    both: bool
    unless: tuple[str, ...]
    heads: frozenset[str]
    nouns: frozenset[str]
    no_nouns: frozenset[str]
    prepositions: frozenset[str]
    negated: bool
    itself: bool


@cache
def frame_words(kind: str) -> frozenset[str]:
    """Words of one kind that frames go by; phrases keep their spaces."""
    return frozenset(listed(load("tieframes")["words"][kind]))


@cache
def frame_triggers() -> frozenset[str]:
    """The words without which no frame finds anything."""
    return frozenset(_verbs()) | {*forms("follow"), "joined", "joins"}


def frames_of(low: tuple[str, ...], index: int) -> Iterator[tuple[Frame, int]]:
    """The frames of the verb at word `index`, each with the number of the word behind its particle."""
    behind = over_day(low, index + 1)
    for particle, number in _verbs().get(low[index], ()):
        last = index + 1 + len(particle)
        if low[index + 1 : last] == particle:
            yield _frame(number), last
        elif particle and behind > index + 1 and low[behind : behind + len(particle)] == particle:
            yield _frame(number), behind + len(particle)  # "signed | in May | for ten machines"


def over_day(low: tuple[str, ...], at: int) -> int:
    """The word behind a day that is told at word `at`: "in February", "last year", "since 2021"."""
    if at + 1 < len(low) and (
        low[at] in _LATELY or (low[at] in _IN and (low[at + 1] in _calendar() or _is_year(low[at + 1])))
    ):
        at += 2
        return at + 1 if at < len(low) and low[at - 2] not in _LATELY and _is_year(low[at]) else at
    return at


_LATELY = frozenset({"last", "this"})
_IN = frozenset({"in", "since", "on", "from"})


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and low[:2] in ("19", "20")


def _calendar() -> frozenset[str]:
    return word_classes().calendar


@cache
def is_participle(low: str) -> bool:
    """Can the word stand behind "was": "held", "supplied"?"""
    return low.endswith("ed") or low in _irregular()


@cache
def _irregular() -> frozenset[str]:
    table = load("verbs")["irregular"]
    return frozenset(made for one in table.values() for made in one.split()[1:-1]) | set(
        "cut put set sent cast split spread run come".split()
    )


@cache
def _verbs() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """First word → (particle, number of the frame), the longest particles first."""
    by_lemma: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, entry in enumerate(load("tieframes")["frame"]):
        for verb in entry["verbs"].split(", "):
            lemma, _, particle = verb.partition(" ")
            by_lemma.setdefault(lemma, []).append((tuple(particle.split()), number))
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for lemma, found in by_lemma.items():
        found.sort(key=lambda one: (-len(one[0]), one[1]))
        for form in _BE if lemma == "be" else forms(lemma):
            if form in table:  # "found", of two verbs
                table[form] = table[form] + found
            else:
                table[form] = found
    return table


@cache
def _frame(number: int) -> Frame:
    entry = load("tieframes")["frame"][number]

    def words(key: str) -> frozenset[str]:
        return frozenset(listed(entry[key])) if key in entry else _NONE

    return Frame(
        ours=tuple(listed(entry["ours"])),
        theirs=tuple(listed(entry["theirs"])),
        tie=entry["tie"],
        least=_LEVELS[entry.get("least", "loose")],
        made=bool(entry.get("made", False)),
        supply=bool(entry.get("supply", False)),
        clientele=bool(entry.get("clientele", False)),
        states=bool(entry.get("states", False)),
        own=bool(entry.get("own", False)),
        money=bool(entry.get("money", False)),
        owner=bool(entry.get("owner", False)),
        needs=entry.get("needs", ""),
        status=entry.get("status"),
        follows=tuple(listed(entry.get("follows", ""))),
        passive=bool(entry.get("passive", False)),
        beside=entry.get("beside", ""),
        thing=bool(entry.get("thing", False)),
        both=bool(entry.get("both", False)),
        unless=tuple(listed(entry.get("unless", ""))),
        heads=words("heads"),
        nouns=words("nouns"),
        no_nouns=words("no_nouns"),
        prepositions=_first_words(listed(entry["theirs"])),
        negated=bool(entry.get("negated", False)),
        itself=bool(entry.get("itself", False)),
    )


def _first_words(places: list[str]) -> frozenset[str]:
    return _NONE if not GOVERNED.isdisjoint(places) else frozenset(place.partition(" ")[0] for place in places)
