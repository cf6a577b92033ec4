"""An utterance goes in, the verbs and states that tell of money put into a round come out: a class of verbs each with
what must stand behind it ("came in", "topped up its stake", "new among the owners"), from lexicon/joining.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefing.claims.backerlists import round_words
from briefing.claims.phrases import words_of
from briefing.claims.reading import Utterance
from briefing.claims.view import View

_VERBS = ("moves", "adds", "gives", "buys", "signs", "fills", "plain", "weak")  # classes that say who puts money in


class Joining(NamedTuple):
    """tokens[first:after] tell that somebody puts money in. firm: of themselves; else only right behind a round."""

    first: int
    after: int
    firm: bool


def may_join(utterance: Utterance) -> bool:
    """Can the utterance tell who joins a round told just before?"""
    return utterance.holds(triggers())


def joining_words(*path: str) -> frozenset[str]:
    """Words of the lexicon of joining."""
    return words_of("joining", *path)


@cache
def triggers() -> frozenset[str]:
    """The words one of which stands in every utterance that tells of joining."""
    states = "did does board aboard new newcomer newcomers alongside tow in among writers suspects names".split()
    parts = joining_words("words", "parts")
    return parts.union(states, *(joining_words("verbs", kind) for kind in (*_VERBS, "draws")))


@lru_cache(maxsize=64)
def predicates(view: View) -> tuple[Joining, ...]:
    """Every verb or state of joining in the utterance, none overlapping."""
    found: list[Joining] = []
    behind = 0
    readers = _readers()
    for index in [index for index, word in enumerate(view.low) if word in readers]:
        if index < behind or index in view.name_at or index in view.amount_at:
            continue
        word = view.low[index]
        for reads in readers[word]:
            one = reads(view, index, word)
            if one is not None and (of_the_round(view, one.after) or turns(view, one) >= 0):
                found.append(one)
                behind = one.after
                break
    return tuple(found)


def _moves(view: View, index: int, word: str) -> Joining | None:
    """ "came in", "piled in", "climbed aboard", "stayed on board"."""
    if word not in joining_words("verbs", "moves"):
        return None
    at = index + 1 + (view.word(index + 1) in ("back", "also", "on"))
    particle = view.word(at)
    if particle not in joining_words("words", "particles") or (particle == "board") != (view.word(at - 1) == "on"):
        return None
    at += 1 + (particle == "in" and view.word(at + 1) == "on")
    return Joining(index, at, word[:3] not in ("com", "cam", "goe", "wen", "goi", "get", "got", "joi", "sta", "ste"))


def _adds(view: View, index: int, word: str) -> Joining | None:
    """ "increased their holdings", "topped up its stake", "doubled down", "re-upped"."""
    if word in ("doubled", "doubling", "doubles") and view.word(index + 1) == "down":
        return Joining(index, index + 2, False)
    if word in ("upped", "ups", "upping") and view.word(index - 1) == "-" and view.word(index - 2) == "re":
        return Joining(index - 2, index + 1, True)
    if word.startswith("topp") and view.word(index + 1) == "up" and view.word(index + 2) in _BARELY:
        return Joining(index, index + 2, False)
    if word not in joining_words("verbs", "adds"):
        return None
    between, after = _object(view, index, "stakes", 6, 0)
    if not after or _OWNED.isdisjoint(between) or not _STOPS.isdisjoint(between):
        return None
    return Joining(index, after + (view.word(after) in joining_words("words", "stakes")), True)


def _gives(view: View, index: int, word: str) -> Joining | None:
    """ "put in more money", "threw money in again", "committed fresh capital"."""
    if word not in joining_words("verbs", "gives"):
        return None
    between, after = _object(view, index, "money", 6, 2)
    if not after or not _BEFORE_MONEY.issuperset(between):
        return None
    while view.word(after) in ("in", "up", "money", "cash", "capital", "funds") and view.word(after + 1) not in (
        "the",
        "a",
    ):
        after += 1
    return Joining(index, after, True)


def _buys(view: View, index: int, word: str) -> Joining | None:
    """ "took a stake", "took part", "bought new shares", "subscribed for shares"."""
    if word in ("take", "takes", "took", "taken", "taking") and view.word(index + 1) == "part":
        return Joining(index, index + 2, True)
    if word in ("had", "has", "have", "played", "plays") and "part" in view.words(index + 1, index + 4):
        after = view.words(0, index + 4).index("part", index + 1) + 1
        return Joining(index, after, False) if view.word(index + 1) in ("a", "its", "their", "some") else None
    if word not in joining_words("verbs", "buys"):
        return None
    between, after = _object(view, index, "stakes", 5, 2)
    if after and _BEFORE_STAKE.issuperset(between):
        return Joining(index, after, True)
    return _buys_of_issue(view, index, word)


def _buys_of_issue(view: View, index: int, word: str) -> Joining | None:
    """ "bought a third of the offering", "will subscribe for 7 million", "has guaranteed half of the issue"."""
    if word in PLEDGES:
        first = index + 1 + (view.word(index + 1) in ("for", "a", "the"))
        at = pledged(view, first)
        at += 2 * (view.words(at, at + 2) in (["of", "it"], ["of", "that"]))
        return Joining(index, at, False) if at > first else None
    ahead = view.words(index + 1, index + 8)
    of = next((at for at, pair in enumerate(pairwise(ahead)) if pair in _OF_IT), -1)
    part = 0 <= of < 4 and not _SHARES.isdisjoint(ahead[: of + 1])
    end = next((at for at in range(of + 2, len(ahead)) if ahead[at] in _ISSUES), 0) if part else 0
    return Joining(index, index + 2 + end, True) if end else None


def pledged(view: View, at: int) -> int:
    """The token behind a sum, or a part of one ("150 million", "half"), that begins at a token."""
    while at < len(view.found) and (view.found[at].kind == "n" or view.word(at) in _SHARES or at in view.amount_at):
        at += 1
    return at


PLEDGES = frozenset("guarantee guarantees guaranteed underwrite underwrites underwrote underwritten subscribe".split())
_SHARES = frozenset(
    "half third fourth fifth sixth tenth quarter most part some all % percent cent share slice rest million billion "
    "mn bn m crore".split()
)
_OF_IT = frozenset({("of", "the"), ("of", "this"), ("of", "it"), ("of", "that")})
_ISSUES = frozenset("placing issue offering placement round shares sale notes bonds offer raise increase it".split())


def _signs(view: View, index: int, word: str) -> Joining | None:
    """ "wrote a smaller cheque"."""
    if word not in joining_words("verbs", "signs"):
        return None
    between, after = _object(view, index, "cheques", 5, 5)
    return Joining(index, after, True) if after and _STOPS.isdisjoint(between) else None


def _fills(view: View, index: int, word: str) -> Joining | None:
    """ "rounded out the round", "made up the rest", "filling the rest"."""
    if word not in joining_words("verbs", "fills"):
        return None
    at = index + 1 + (view.word(index + 1) in ("out", "up", "off", "in", "for"))
    if view.word(at) == "it" and at == index + 2 and view.word(index + 1) == "out":
        return Joining(index, at + 1, False)  # "A and B round it out"
    if view.words(at, at + 2) == ["it", "out"] and word.startswith("round"):
        return Joining(index, at + 2, False)
    if (view.word(at) in _FRACTIONS and view.word(at + 1) == "of") or view.words(at + 1, at + 3) == ["-", "thirds"]:
        return Joining(index, at + 2 + (view.word(at) == "two") + 2, False)  # "put up half of the round"
    if view.word(at) != "the" or view.word(at + 1) not in joining_words("words", "rests"):
        return None
    if (
        view.word(at + 1) in ("round", "deal", "financing", "total")
        and at == index + 1
        and not word.startswith("complet")
    ):
        return None  # "made the round"
    return Joining(index, at + 2, True)


_FRACTIONS = frozenset({"most", "half", "much"})


def _plain(view: View, index: int, word: str) -> Joining | None:
    """ "participated", "invested again": verbs that tell it alone; "followed", "returned": behind a round."""
    if word in joining_words("verbs", "plain"):
        noun = word == "investing" and view.word(index - 1) in ("of", "in", "the", "for")
        return None if noun else Joining(index, index + 1, word not in ("invest", "invests", "investing"))
    if word not in joining_words("verbs", "weak"):
        return None
    after = index + 1
    if word.startswith("follow") and view.word(after) in ("on", "suit", "along"):
        after += 1
    elif word.startswith("follow") and view.word(after) not in (".", ";", "", ","):
        return None
    return Joining(index, after, False)


def _came_first(view: View, index: int, word: str) -> Joining | None:
    """ "In came A and B", "Along came A": turned round, without a verb of being."""
    came = index == 0 and word in ("in", "along", "aboard") and view.word(1) in ("came", "come", "comes")
    return Joining(0, 1, False) if came else None


def _states(view: View, index: int, word: str) -> Joining | None:
    """ "in on the deal", "new to the register", "among the investors", "on board", "in the round again", "in tow"."""
    if word == "aboard" or (word == "board" and view.word(index - 1) == "on"):
        return Joining(index - (word == "board"), index + 1, False)
    if word in ("alongside", "tow", "too") and view.word(index + 1) in CLOSES:
        if word == "tow" and view.word(index - 1) == "in":
            return Joining(index - 1, index + 1, False)
        return Joining(index, index + 1, False) if word == "alongside" and opened_with(view, index) else None
    if word in ("newcomer", "newcomers") and view.word(index - 1) in ("the", "a", "only", "two", "three", "sole"):
        first = index - 1 - (view.word(index - 2) in ("the", "a"))
        return Joining(first, index + 1, False) if view.word(first - 1) in _BE else None
    if (
        word == "new"
        and view.word(index - 1) in ("a", "the")
        and view.word(index + 1) in joining_words("words", "parts")
    ):
        return Joining(index - 1, index + 2, False) if view.word(index - 2) in _BE else None  # "is a new shareholder"
    at = index + (word in ("new", "part", "back"))
    if view.word(at) not in ("in", "on", "of", "to", "among") or (word == "of"):
        return None
    at += 1 + (view.words(at, at + 2) == ["in", "on"])
    if view.word(at) not in ("the", "this", "that", "its", "those"):
        return None
    end = at + (view.word(at) != "those")
    while end < at + 4 and view.word(end) not in joining_words("words", "places"):
        end += 1
    if view.word(end) not in joining_words("words", "places") or not _STOPS.isdisjoint(view.words(at, end)):
        return None
    placed = word in ("new", "part", "back", "among") or _beside_be(view, index)
    return Joining(index, end + 1, True) if placed else None


_Reader = Callable[[View, int, str], Joining | None]


@cache
def _readers() -> dict[str, tuple[_Reader, ...]]:
    """Word → those who read what it can begin, in the order of their precedence."""
    taking = {"take", "takes", "took", "taken", "taking", "had", "has", "have", "played", "plays"}
    placing = {"in", "on", "to", "among", "aboard", "board", "alongside", "tow", "too", "new", "part", "back"}
    begins: tuple[tuple[_Reader, Set[str]], ...] = (
        (_came_first, {"in", "along", "aboard"}),
        (_moves, joining_words("verbs", "moves")),
        (_adds, joining_words("verbs", "adds") | {"doubled", "doubling", "doubles", "upped", "ups", "upping"}),
        (_gives, joining_words("verbs", "gives")),
        (_buys, joining_words("verbs", "buys") | taking),
        (_signs, joining_words("verbs", "signs")),
        (_fills, joining_words("verbs", "fills")),
        (_plain, joining_words("verbs", "plain") | joining_words("verbs", "weak")),
        (_states, placing | {"newcomer", "newcomers"}),
    )
    words = frozenset[str]().union(*(own for _, own in begins))
    return {word: tuple(reads for reads, own in begins if word in own) for word in words}


_OWNED = frozenset({"its", "their", "his", "her", "pro", "to"})
_BARELY = frozenset({".", ",", ";", "", "so", "to", "too", "again", "as"})
_STOPS = frozenset({".", ",", ";", ":", "in", "for", "at", "and", "that", "which", "by"})
CLOSES = frozenset({".", ",", ";", "", ")"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "remain", "remains", "remained", "came", "come", "comes"})
_BEFORE_MONEY = frozenset(
    {"in", "up", "into", "some", "more", "new", "fresh", "additional", "further", "extra", "own", "their", "its", "the"}
    | {"deep", "deeper", "of", "a", "little", "bit", "once", "most", "much", "any", "smaller", "larger"}
)
_BEFORE_STAKE = frozenset(
    {"a", "an", "the", "its", "their", "up", "new", "small", "smaller", "minority", "larger", "for", "more", "first"}
    | {"to", "own", "pro", "rata", "some", "additional", "further", "of", "largest", "big", "sizeable", "sizable"}
)


def _object(view: View, verb: int, kind: str, far: int, beyond: int) -> tuple[list[str], int]:
    """The words between a verb and the first word of a kind among the `far` behind it, and the token behind that one.

    0 for the token if there is no such word, or if a sum stands there, up to `beyond` tokens behind it: then it is a
    cheque, and read as one.
    """
    ahead = view.words(verb + 1, verb + 1 + far)
    wanted = joining_words("words", kind)
    for place, word in enumerate(ahead):
        if word in wanted:
            after = verb + place + 2
            summed = any(at in view.amount_at for at in range(verb, after - 1 + beyond))
            return ahead[:place], 0 if summed else after
    return ahead, 0


def _beside_be(view: View, index: int) -> bool:
    """Is the state said of somebody: with a verb of being in front or behind, or in a clause that "with" opens?"""
    before = index - 1
    while view.word(before) in ("also", "again", "both", "all", "now", "back", "too", "once", "more"):
        before -= 1
    if view.word(before) in _BE or opened_with(view, index):
        return True
    return before < 0 and not _BE.isdisjoint(view.words(index, index + 12))


def opened_with(view: View, index: int) -> bool:
    """ "…, with A and B | alongside", "… | investing $5 million each": does "with" open the names?"""
    return any(view.word(at) == "with" for at in range(index - 1, max(index - 24, -1), -1))


def of_the_round(view: View, after: int) -> bool:
    """Does what stands behind the verb leave it a word on the round: nothing, "again", "as a new shareholder",
    "in the round", "for the first time"; and not "in rival Globex", "as an adviser", "for criticism"?"""
    at = after
    while view.word(at) in joining_words("words", "after") and not (
        view.word(at) == "as" and view.word(at + 1) != "well"
    ):
        at += 1
    word = view.word(at)
    ahead = view.words(at + 1, at + 8)
    stop = next((place for place, low in enumerate(ahead) if low in (",", ".", ";", ":")), len(ahead))
    ahead = ahead[:stop]
    if word == "to" and ahead[:1] and (ahead[0] in _TO_KEEP or at > after):
        return True  # "went along to defend their holding"
    if word == "as":
        return not joining_words("words", "parts").isdisjoint(ahead) or ahead[:1] in (["did"], ["well"], ["have"])
    if word in ("in", "on", "to", "into", "for", "from", "of", "behind", "the", "by", "a", "about"):
        return (
            not (round_words() | _REGISTERS).isdisjoint(ahead)
            or "time" in ahead
            or (word != "to" and _only_date(view, at))
        )
    if word == "to":
        return not round_words().isdisjoint(ahead)
    dated = any(view.span(date.start, date.end)[0] == at for date in view.utterance.dates)
    return word in joining_words("words", "ends") or dated


_TO_KEEP = frozenset({"keep", "avoid", "maintain", "defend", "protect", "hold", "not", "prevent"})
_REGISTERS = frozenset({"table", "register", "syndicate", "consortium", "helping", "money"})


def _only_date(view: View, at: int) -> bool:
    return any(at < view.span(date.start, date.end)[0] <= at + 2 for date in view.utterance.dates)


def turns(view: View, one: Joining) -> int:
    """The verb of being in a sentence that what is said of the joiners opens ("Also joining | were A"); -1 for none."""
    if any(view.word(at) not in joining_words("words", "opens") or at in view.name_at for at in range(one.first)):
        return -1
    for at in range(one.after, min(one.after + 9, len(view.found))):
        if view.word(at) in _BE and at not in view.name_at:
            return at
        if view.word(at) in (".", ";", ":", "that", "which"):
            break
    return -1
