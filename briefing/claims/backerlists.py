"""A place in an utterance goes in, the backers listed behind it or in front of it come out."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.phrases import Hit, book, words_of
from briefing.claims.reading import FoundName
from briefing.claims.verbs import finite_forms
from briefing.claims.view import View
from briefing.claims.wordclasses import fold, word_classes
from briefing.model.records import dataclass

_ROUND_NAME = frozenset({"IPO", "Series", "Seed", "Round"})
_ANYBODY = frozenset(
    {"Angels", "Angel", "Founders", "Others", "Undisclosed", "Various", "Employees", "Management", "Unknown"}
)
_NO_BACKER = frozenset({"place", "product", "event", "outlet"})


@dataclass(frozen=True, slots=True)
class Backing:
    """at: the token of the cue. names: as found, in order. part: lead or participant. told: the cue alone tells that
    money was put in, whatever else the sentence says."""

    at: int
    names: tuple[FoundName, ...]
    part: Literal["lead", "participant"]
    told: bool = False


def fit(names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    """Names that can be backers: organisations and people, and what is not known to be anything else.

    What looks like a product is one of them in a list of others, if it is nobody's.
    """
    listed = len(names) > 1
    return tuple(
        [
            name
            for name in names
            if (name.kind not in _NO_BACKER or (listed and name.kind == "product" and not name.owner))
            and not _names_round(name)
            and fold(name.text.split()[-1]).removesuffix("s") not in word_classes().nationalities
        ]
    )


def _names_round(name: FoundName) -> bool:
    """ "Series A", "Acme Seed Round", "Angels": no backer's name; "Birch Seed Fund" is one, and "Birch Seed", if it is
    known for one."""
    words = name.text.split()
    if len(words) > 2 and words[-1].lower() in words_of("rounds", "givers", "last"):
        return False
    if words[-1] == "Seed" and len(words) == 2 and name.kind == "organisation":
        return words[0] in ("Pre", "Series")
    if "Seed" in words[:-1] and name.kind == "organisation" and words[-1] not in ("Round", "Series", "Extension"):
        return False  # "Birch Seed Club"
    return name.text in _ANYBODY or not _ROUND_NAME.isdisjoint(words)


def round_words() -> frozenset[str]:
    """Words that a round is called by."""
    return words_of("rounds", "nouns", "event") | {"series", "seed"}


@lru_cache(maxsize=64)  # several readers of givers ask at the same places of a sentence
def listed_behind(view: View, after: int) -> tuple[FoundName, ...]:
    """The names listed from token `after` on, up to the next cue, semicolon or "while"."""
    cues = _cues(view)
    place = bisect_right(cues, after)
    end = cues[place] if place < len(cues) else len(view.found)
    enders = words_of("rounds", "backers", "list_ends")
    for index in range(after + 1, end):
        if view.low[index] in enders or _verb_ends_list(view, index):
            end = index
            break
    start, stop = view.offset(after), view.offset(end)
    names = fit(names_in_list(view.text, start, stop, view.utterance.names)) if start < stop else ()
    return names[:-1] if len(names) > 1 and _acts(view, names[-1]) else names


_SITS = frozenset({"sat", "did", "was", "were", "is", "are", "has", "had", "came", "stayed"})
_ACTS = frozenset({"wrote", "participated", "joined", "invested", "contributed", "reinvested", "chipped"})


def _acts(view: View, name: FoundName) -> bool:
    """ "led by Northwind, and | Oakfund | also wrote a cheque": the last name begins a clause of its own."""
    at = view.index(name.end - 1) + 1
    at += view.word(at) in ("also", "again", "both", "too")
    clause = view.word(view.index(name.start) - 2) == "," and view.word(at) in finite_forms() | _SITS
    clause = clause or view.words(at, at + 2) in (["took", "part"], ["put", "in"], ["came", "in"])
    own = clause or view.word(at) in _ACTS
    return own and view.word(view.index(name.start) - 1) in ("and", "while", ",", ";")


def _verb_ends_list(view: View, index: int) -> bool:
    """ "A, B and | will …", "A, which | has …"."""
    goes_on = view.low[index - 1] in ("and", "which", "also")
    return goes_on and view.low[index] in words_of("rounds", "backers", "list_verbs")


@lru_cache(maxsize=8)
def _cues(view: View) -> list[int]:
    """Where the cues of leads and participants begin, in order."""
    keys = ("leads", "participants")
    found = (hit for key in keys for hit in book("rounds", "phrases", key).all(view.low))
    return sorted(hit.first for hit in found if not is_aside(view, hit))


def is_aside(view: View, hit: Hit) -> bool:
    """ "led by Northwind, a | new investor |, and Oakfund": said of a name in the list, and no list of its own."""
    article = view.word(hit.first - 1) in ("a", "an") and view.word(hit.first - 2) == ","
    return article and view.word(hit.after) == ","


def of_trade(view: View, hit: Hit) -> bool:
    """ "The sector has major | funding from | Northwind": of a whole trade, and of no round."""
    return hit.meaning.endswith(" from") and any(
        one in _TRADES and article in ("the", "this", "that")
        for article, one in pairwise(view.words(max(0, hit.first - 8), hit.first))
    )


_TRADES = frozenset({"sector", "industry", "field", "market", "space", "technology", "ecosystem"})


def listed_before(view: View, index: int) -> tuple[FoundName, ...]:
    """Names listed right before a token; small words between them and their verb are stepped over."""
    idle = words_of("rounds", "backers", "before_verb")
    while index and view.word(index - 1) in idle and index - 1 not in view.name_at:
        index -= 1
    index = _before_relative(view, _before_seat(view, before_others(view, index)))
    return fit(names_before(view.text, view.utterance.passage.start, view.offset(index), view.utterance.names))


_OTHERS = frozenset(
    {"angels", "investors", "funds", "offices", "others", "individuals", "backers", "executives", "founders"}
)


def before_others(view: View, index: int) -> int:
    """ "Northwind, Oakfund | and a handful of angels | joined": in front of those without a name."""
    if view.word(index - 1) not in _OTHERS or index - 1 in view.name_at:
        return index
    for at in range(index - 2, max(index - 8, 0), -1):
        if at in view.name_at or view.word(at) in (".", ";", ":"):
            return index
        if view.word(at) in ("and", "plus") and at - 1 in view.name_at:
            return at
    return index


def _before_seat(view: View, index: int) -> int:
    """ "Northwind | of Palo Alto | led": in front of where it sits."""
    place = view.name_at.get(index - 1)
    opens = view.index(place.start) if place is not None and place.kind == "place" else 0
    return opens - 1 if opens > 1 and view.word(opens - 1) in ("of", "from") and opens - 2 in view.name_at else index


def _before_relative(view: View, index: int) -> int:
    """ "Northwind |, which had led the seed round in May, | participated": in front of what is said of it aside."""
    if view.word(index) != "," or index in view.name_at or index - 1 in view.name_at:
        return index
    for at in range(index - 1, max(index - 18, 0), -1):
        if view.word(at) in ("which", "who", "whose") and view.word(at - 1) == "," and at - 2 in view.name_at:
            return at - 1
        if view.word(at) in (";", ".", ":", ","):
            break
    return index


def are_firms(names: tuple[FoundName, ...]) -> bool:
    """ "Seed fund Northwind joined." may tell of a round, "Jane Doe joined." tells of a post."""
    return bool(names) and all(name.kind in ("organisation", "unknown") and not name.is_subject for name in names)
