"""A figure of a series goes in, which of the measures or dates listed beside it are its own comes out.

"Revenue and net profit stood at $40 million and | $6 million |, respectively": the second is the profit. "Losses were
$4 million and | $6 million | in 2024 and 2025": the second is of 2025.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.claims.phrases import book
from briefing.claims.reading import FoundDate
from briefing.claims.verbs import finite_forms
from briefing.claims.view import View

_JOINTS = ([","], ["and"], [",", "and"], ["&"])
_SERIES = 2
_FARTHEST = 10  # tokens between the last measure and the first figure
_WIDTH = 4  # words of a measure that no lexicon has ("return on capital")
_BESIDE = 3  # tokens between a series of figures and one of dates

Span = tuple[int, int]  # first token, token after


def _series(view: View, spans: Sequence[Span], at: int) -> Sequence[Span]:
    """The spans joined by commas and "and" that include the one numbered `at`."""
    opens = closes = at
    while opens and view.words(spans[opens - 1][1], spans[opens][0]) in _JOINTS:
        opens -= 1
    while closes + 1 < len(spans) and view.words(spans[closes][1], spans[closes + 1][0]) in _JOINTS:
        closes += 1
    if view.word(spans[opens][0] - 1) == "between":
        return ()  # the two ends of a range
    return spans[opens : closes + 1]


def measure_in_turn(view: View, first: int, spans: Sequence[Span], kind: str) -> str | None:
    """The measure of the figure at token `first`; "" where it is one that no lexicon has, None where nothing is told in
    turn. spans: of all figures like it, in order. kind: "money" or "percent"."""
    at = next((place for place, span in enumerate(spans) if span[0] == first), -1)
    told = _series(view, spans, at) if at >= 0 else ()
    if len(told) < _SERIES:
        return None
    place = [span[0] for span in told].index(first)
    chain = _listed(view, told[0][0], kind)
    if not chain:
        return None
    if len(chain) == len(told):
        return chain[place][1]
    ahead = view.words(max(0, chain[0][0] - _WIDTH), chain[0][0])
    if len(chain) < len(told) and "and" in ahead[-2:]:
        known = place - (len(told) - len(chain))
        return chain[known][1] if known >= 0 else ""
    return None


def _listed(view: View, start: int, kind: str) -> list[tuple[int, str]]:
    """The measures listed right in front of token `start`: first token and name of each."""
    hits = list(book("metrics", kind).all(view.low, 0, start))
    if not hits or start - hits[-1].after > _FARTHEST:
        return []
    chain = [(hits[-1].first, hits[-1].meaning)]
    for hit in reversed(hits[:-1]):
        between = view.words(hit.after, chain[0][0])
        if {",", "and", "&"}.isdisjoint(between) or len(between) > _WIDTH or not finite_forms().isdisjoint(between):
            break
        chain.insert(0, (hit.first, hit.meaning))
    return chain


def date_in_turn(view: View, first: int, spans: Sequence[Span]) -> FoundDate | None:
    """The date of the figure at token `first`, where as many dates as figures stand in a series beside them."""
    at = next((place for place, span in enumerate(spans) if span[0] == first), -1)
    told = _series(view, spans, at) if at >= 0 else ()
    if len(told) < _SERIES:
        return None
    dates = view.utterance.dates
    places = [view.span(date.start, date.end) for date in dates]
    for number in range(len(places) - len(told) + 1):
        row = _series(view, places, number)
        if not row:
            continue
        behind = 0 <= row[0][0] - told[-1][1] <= _BESIDE
        ahead = 0 <= told[0][0] - row[-1][1] <= _BESIDE
        if row[0] == places[number] and len(row) == len(told) and (behind or ahead):
            return dates[number + [span[0] for span in told].index(first)]
    return None
