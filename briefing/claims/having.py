"""A number in a view goes in, whether the sentence says that somebody has what it counts comes out.

What companies count is without end ("parcels a day", "depots", "grafts"): the noun does not tell a figure of business
from any other number, the words in front of it do. Three shapes: a verb of having, running or making ("operates 46
flights"), a noun phrase with a verb of moving ("its fleet grew to 2,450 vans"), and a further item behind such a figure
("… between 11 airports").
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.view import View
from briefing.model.records import replace

_STEPS = 12  # tokens over which a verb reaches its number
_JOINS = frozenset(
    {",", "and", "between", "across", "in", "at", "from", "with", "out", "plus", "including", "on", "over"}
)
_PARTED = frozenset(". ; : — but while which who that if when because than not up down versus against compared".split())
_OPENERS = frozenset({"a", "an", "the", "its", "our", "their", "some", "another"})


def is_had(view: View, first: int) -> bool:
    """Does a verb by which a company has what is counted govern the number at token `first`?"""
    at = _governor(view, first)
    at -= view.word(at) in ("up", "on", "over") and view.word(at - 1) in ("signed", "signs", "taken", "brought", "won")
    if view.word(at) in words_of("metrics", "naming", "doing") | words_of("metrics", "naming", "done"):
        return True
    if view.word(at - 1) in _AHEAD and f"{view.word(at)}s" in words_of("metrics", "naming", "doing"):
        return True  # "will rent | 800 lorries"
    if view.word(at) in ("for", "with", "to") and view.word(at - 1) in _SERVING:
        return True  # "works for | eleven governments"
    if view.word(first - 1) == "for" and not _ORDERED.isdisjoint(view.words(max(0, first - 5), first)):
        return True  # "letters of intent for | 250 aircraft"
    loose = at < first - 1 and view.word(first - 1) == "of"  # "has a fleet of | 60 vans"
    return (loose and view.word(at) in words_of("metrics", "gate", "has")) or view.word(at) in ("have", "has", "had")


_AHEAD = frozenset({"will", "to", "would", "can", "ll"})
_SERVING = frozenset("works work working worked sells sell selling caters supplies lends exports ships".split())
_ORDERED = frozenset({"orders", "order", "intent", "options", "commitments", "reservations", "bookings"})


def is_moved(view: View, first: int) -> bool:
    """ "Its fleet grew to | 2,450 vans": a verb of standing or moving right in front, with its noun before it."""
    at = first - 1
    while at >= 0 and (view.word(at) in words_of("metrics", "said_of", "small") or view.word(at).endswith("ly")):
        at -= 1
    return at > 0 and view.word(at) in words_of("metrics", "said_of", "moving") and view.word(at - 1).isalpha()


def goes_on(view: View, after: int, first: int) -> bool:
    """Is the number at token `first` one more item behind a figure that ends before token `after`?"""
    between = view.words(after, first)
    if not 1 <= len(between) <= 10 or not _PARTED.isdisjoint(between):
        return False
    crossed = any(at in view.amount_at for at in range(after, first))
    return not crossed and not _JOINS.isdisjoint(between)


def is_bare(view: View, number: FoundNumber) -> bool:
    """ "plans to reach | 90 by", "has fewer than | 70 now", "is to rise to | 40": a count without its noun."""
    if number.unit or number.value < 3 or not any(map(str.isalnum, view.text[number.start : number.end])):
        return False
    first, after = view.span(number.start, number.end)
    ahead = view.words(max(0, first - 4), first)
    if "spoken" in ahead or "talked" in ahead:
        return False  # "had spoken of | 44m": money, as likely as not
    counts = not words_of("metrics", "said_of", "counting").isdisjoint(ahead) or (
        "be" in ahead and not {"should", "will", "would", "to", "ll"}.isdisjoint(ahead)
    )
    counts = counts or ("there" in ahead and not {"are", "were"}.isdisjoint(ahead))
    return counts and view.word(after) in _BEHIND_BARE


def of_their_kind(view: View) -> Sequence[FoundNumber]:
    """The numbers of the utterance; "7 of the top | 9 banks" is one number, of banks."""
    numbers, found = view.utterance.numbers, list[FoundNumber]()
    if len(numbers) < 2:
        return numbers
    for number in numbers:
        last = found[-1] if found else None
        if last is not None and not last.unit and number.unit and last.value <= number.value:
            between = view.words(view.span(last.start, last.end)[1], view.index(number.start))
            if between[:1] == ["of"] and len(between) <= 6 and _OF_THEM.issuperset(between):
                found[-1] = replace(last, unit=number.unit, noun_end=number.noun_end)
                continue
        found.append(number)
    return found


_OF_THEM = frozenset("of the top world ' s country largest biggest all leading europe".split())
_BEHIND_BARE = frozenset(". , ; now today by this next in at and before after worldwide globally )".split()) | {""}


def _governor(view: View, first: int) -> int:
    """The token in front that is no article, adverb or measure ("an average of", "a fleet of")."""
    at = first - 1
    meanwhile = words_of("metrics", "naming", "meanwhile")
    while at > 0 and first - at < _STEPS:
        word = view.word(at)
        if word == "of":
            opener = next((place for place in range(at - 1, max(at - 5, -1), -1) if view.word(place) in _OPENERS), -1)
            if opener < 0 or any(not view.word(place).isalpha() for place in range(opener, at)):
                return at
            at = opener - 1
        elif word in _OPENERS or word in meanwhile or (word.endswith("ly") and word.isalpha()):
            at -= 1
        else:
            return at
    return at
