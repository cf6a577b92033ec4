"""The words of a clause go in, those from its subject on come out: without "In May, …", "Founded in 2010, …"."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.claims.reading import Sentence
from briefing.claims.verbs import (
    is_adverb,
    is_finite,
    is_preposition,
    participles,
)
from briefing.claims.wordclasses import word_classes
from briefing.claims.words import row

_LEADS = row(
    "founded based headquartered led backed launched built known valued born created spun "
    "after before while when although according"
)


def without_lead(sentence: Sentence, own: Sequence[int]) -> Sequence[int]:
    """Leave out what stands before the subject: "In May, …", "Founded in 2010 by …, …", "Meanwhile, …"."""
    words = sentence.words
    for _ in range(4):
        while own and (
            words.raw[own[0]] in ',.;:"—()' or words.low[own[0]] in ("and", "but", "or", "that", "so", "yet")
        ):
            own = own[1:]
        if not own:
            return own
        low = words.low[own[0]]
        lead = sentence.name_at[own[0]] is None and (  # "Bitterly is backed by …": a name
            is_preposition(low)
            or is_adverb(low)
            or low in _LEADS
            or low in participles()
            or low[0].isdigit()
            or low in ("earlier", "later", "last", "this", "next", "six", "two", "three", "four", "five", "one")
        )
        if lead and (dated := _behind_day(sentence, own)):
            return own[dated:]
        comma = next((place for place, number in enumerate(own) if _is_comma(sentence, number)), None) if lead else None
        if comma is None or any(
            is_finite(words, number) and low not in _LEADS and place > 1
            for place, number in enumerate(own[:comma])
            if low not in ("as", "with", "according")
        ):
            return own[1:] if lead and is_adverb(low) and len(own) > 1 else own
        own = own[comma + 1 :]
    return own


def _behind_day(sentence: Sentence, own: Sequence[int]) -> int:
    """ "Last week | Northwind, founded by …, raised": the place of the name right behind a day; 0 where none is."""
    for place, number in enumerate(own[1:_DAY], 1):
        low, before = sentence.words.low[number], sentence.words.low[own[place - 1]]
        if sentence.name_at[number] is not None:
            return place if is_day(before) or (before.isdigit() and len(before) == _YEAR) else 0
        if not (is_day(low) or low[0].isdigit() or low in TO_DAYS):
            return 0
    return 0


_DAY = 6  # words of "earlier this month", "on Tuesday last week"
_YEAR = 4  # digits
TO_DAYS = row("last this next the early late same")
_COUNTED = row("week month year quarter day days weeks months years ago earlier later today yesterday")


def is_day(low: str) -> bool:
    """ "week", "ago", "May", "Tuesday": a word that days are told with."""
    return low in _COUNTED or low in word_classes().calendar


def goes_on(sentence: Sentence, own: Sequence[int]) -> bool:
    """ "…, and | last year bought Contoso": does a second verb follow, with nothing but a day in front?"""
    low = [sentence.words.low[number] for number in own[:_DAY]]
    if low[:1] not in (["and"], ["but"]):
        return False
    for place, number in enumerate(own[1:_DAY], 1):
        if is_finite(sentence.words, number) and not is_day(low[place]):
            return place > 1
        if not (is_day(low[place]) or low[place] in TO_DAYS or low[place][0].isdigit() or low[place] == "in"):
            return False
    return False


def _is_comma(sentence: Sentence, number: int) -> bool:
    """A comma of the sentence, not that of "9,000"."""
    raw = sentence.words.raw
    if raw[number] != ",":
        return False
    return not (number and raw[number - 1].isdigit() and number + 1 < len(raw) and raw[number + 1].isdigit())
