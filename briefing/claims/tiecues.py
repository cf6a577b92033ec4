"""The words of a sentence go in, the cues of ties in it come out: "partnered with", "acquired", "led by"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial
from typing import Any

from briefing.claims.lexicon import load
from briefing.claims.tieverbs import frame_triggers
from briefing.claims.words import Words, listed
from briefing.model.records import dataclass

Parts = tuple[str, ...]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """A <cue> B. after: the tie of B to A; before: the tie of A to B; "" says nothing. See `lexicon/ties.toml`.

    money: the tie is one of investors. not_before: words right before it that make it another cue; near: words that do
    so within four. noun: a noun, whose owner is A. object_before: the tie to the subject of what stands before it.
    alone: nobody needs to stand behind it. needs: one of these words must stand before it in the sentence;
    between: one between the cue and its link; follows: one soon behind it. together: both parties stand before it.
    not_between: none of these between the cue and its link. funding: only where the text speaks of a round.
    owned: B is a thing of the subject's ("its trials", "Acme's shoes"). setting: where nobody is named before, A is
    whom the text runs on.
    """

    parts: Parts
    links: tuple[Parts, ...]
    openings: frozenset[str]  # first words of the links
    gap: int
    after: str
    before: str
    money: bool
    not_before: frozenset[str]
    near: frozenset[str]
    noun: bool
    object_before: str
    alone: bool
    needs: frozenset[str]
    between: frozenset[str]
    follows: frozenset[str]
    together: bool
    not_between: frozenset[str]
    funding: bool
    owned: bool
    setting: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at words[first:last]. place: offset behind it (behind its link, if it has one) where B's names begin."""

    cue: Cue
    first: int
    last: int
    place: int


def trigger_words() -> frozenset[str]:
    """The first words of all cues and all role nouns: a sentence without one of them holds no tie."""
    return (
        frozenset(_heads())
        | frozenset(roles())
        | frame_triggers()
        | {"backed", "owned", "those", "these", "they", "others", "among", "largest", "biggest"}
    )


def hits(words: Words) -> Iterator[Hit]:
    """Every cue in the words, the longest at each place (several, if a phrase belongs to several cues)."""
    for cue, first, last, behind in _cues(words.low):
        yield Hit(cue, first, last, words.ends[behind - 1])


@lru_cache(maxsize=1024)  # articles repeat one another
def _cues(low: Parts) -> tuple[tuple[Cue, int, int, int], ...]:
    """Each cue with its first word and the words behind it and behind its link."""
    openings = _heads()
    found: list[tuple[Cue, int, int, int]] = []
    blocked = 0
    for index in [at for at, word in enumerate(low) if word in openings]:
        if index < blocked:
            continue
        longest = 0
        going_on = _going_on(low[index])
        second = low[index + 1] if index + 1 < len(low) else ""
        for cue in going_on.get(second) or going_on[""]:
            size = len(cue.parts)
            if size < longest or low[index : index + size] != cue.parts:
                continue
            if cue.needs and cue.needs.isdisjoint(low[max(0, index - 14) : index]):
                continue
            if index and (low[index - 1] in cue.not_before or not cue.near.isdisjoint(low[max(0, index - 4) : index])):
                continue
            behind = _behind(low, cue, index + size)
            if behind > 0 and _fits(low, cue, index + size, behind):
                longest = longest if cue.together else size  # "A and Acme …" leaves room for "an agreement with B"
                found.append((cue, index, index + size, behind))
        blocked = index + longest
    return tuple(found)


def _fits(low: Parts, cue: Cue, last: int, behind: int) -> bool:
    """Do the words between the cue and the end of its link, and those behind it, allow the cue?"""
    if cue.not_between and not cue.not_between.isdisjoint(low[last:behind]):
        return False
    if cue.between and cue.between.isdisjoint(low[last:behind]):
        return False
    return not cue.follows or not cue.follows.isdisjoint(low[last : last + 11])


@cache
def roles() -> dict[str, str]:
    """Role noun → tie ("clients" → customer)."""
    return {noun: tie for tie, nouns in load("ties")["roles"].items() for noun in listed(nouns)}


@cache
def tie_words(kind: str) -> frozenset[str]:
    """Words of one kind that the grammar of ties goes by; phrases keep their spaces."""
    return frozenset(listed(load("ties")["words"][kind]))


@cache
def phrases_by_first(kind: str) -> dict[str, tuple[Parts, ...]]:
    """First word → the phrases that begin with it, the longest first."""
    found: dict[str, list[Parts]] = {}
    for parts in tie_phrases(kind):
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def tie_phrases(kind: str) -> tuple[Parts, ...]:
    """The same as word tuples, the longest first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in tie_words(kind)), key=lambda parts: (-len(parts), parts)))


_SUM_MOST = 16  # words that a sum with its conversion can take


def _behind(low: Parts, cue: Cue, last: int) -> int:
    """The word where the names of B begin, 0 if the cue's link does not follow in time."""
    if not cue.links:
        return last
    left, openings, sums = cue.gap, cue.openings, tie_words("sums")
    for at in range(last, min(last + cue.gap + _SUM_MOST, len(low))):
        if left < 0:
            return 0
        word = low[at]
        if word not in sums and not (word[0].isdigit() and _of_sum(low, at, sums)):
            left -= 1  # what it is worth does not part it from its link
        if word in openings:
            for link in cue.links:
                if low[at : at + len(link)] == link:
                    return at + len(link)
        if word in _PARTING:
            return 0
    return 0


_PARTING = frozenset({".", ";", "?", "!", ":", "—", "|"})


def _of_sum(low: tuple[str, ...], at: int, sums: frozenset[str]) -> bool:
    """Whether a figure is of a sum of money: "worth about €40 million"; "44MW" and "13 sites" are not."""
    return low[at - 1] in sums or (at + 1 < len(low) and low[at + 1] in sums)


@cache
def _heads() -> dict[str, list[tuple[str, int]]]:
    """First word → the heads of cues that begin with it, each with the number of its entry in the lexicon."""
    table: dict[str, list[tuple[str, int]]] = {}
    for number, entry in enumerate(load("ties")["cue"]):
        for head in listed(entry["heads"]):
            table.setdefault(head.partition(" ")[0], []).append((head, number))
    return table


@cache
def _going_on(first: str) -> dict[str, tuple[Cue, ...]]:
    """Second word → the cues of a first word that can go on so, the longest first; "": those of one word.

    Made when a text has the first word: a text has few of them.
    """
    cues = [_maker(number)(tuple(head.split())) for head, number in _heads()[first]]
    ordered = sorted(cues, key=lambda cue: -len(cue.parts))
    seconds = {"", *(cue.parts[1] for cue in ordered if len(cue.parts) > 1)}
    return {
        second: tuple(cue for cue in ordered if len(cue.parts) == 1 or cue.parts[1] == second) for second in seconds
    }


@cache
def _maker(number: int) -> Callable[[Parts], Cue]:
    """The words of a cue → the cue, with what its entry of the lexicon says of all of its kind."""
    entry: Mapping[str, Any] = load("ties")["cue"][number]

    def words(key: str) -> frozenset[str]:
        return frozenset(listed(entry[key])) if key in entry else _NONE

    def said(key: str) -> bool:
        return bool(entry.get(key, False))

    links = tuple(tuple(link.split()) for link in listed(entry["links"]))
    return partial(
        Cue,
        links=links,
        openings=frozenset(link[0] for link in links),
        gap=int(entry.get("gap", 0)),
        after=entry["after"],
        before=entry["before"],
        money=said("money"),
        not_before=words("not_before"),
        near=words("near"),
        noun=said("noun"),
        object_before=entry.get("object_before", ""),
        alone=said("alone"),
        needs=words("needs"),
        between=words("between"),
        follows=words("follows"),
        together=said("together"),
        not_between=words("not_between"),
        funding=said("funding"),
        owned=said("owned"),
        setting=said("setting"),
    )
