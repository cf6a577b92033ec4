"""A sketch of money to come goes in, the sentence comes out that speaks of the listing it is to come from.

"Acme wants to go public next year. It could raise $5 million": the second sentence names no listing.
"""

from __future__ import annotations

from briefing.claims.phrases import book
from briefing.claims.reading import Utterance
from briefing.claims.sketches import Sketch
from briefing.claims.tokens import tokens
from briefing.claims.view import View
from briefing.claims.words import row
from briefing.model.dates import When, bounds

_HINTS = row("ipo offering flotation float listing public list")
_ALONE = row("ipo flotation")
_BEFORE = row("a an the its their us stock market public oslo london paris york kong") | {"-"}
_NOT = row("no not never nor without")
_BACK = 2  # sentences in front of that of the sum


def listing_of(view: View, sketch: Sketch) -> Utterance | None:
    """The utterance in which a listing of the company is spoken of in front of the sum: this or one of those before."""
    if sketch.amount is None or sketch.staged() or sketch.backings:
        return None
    here = view.utterance
    if here.holds(_HINTS) and _lists(view.low[: sketch.anchor]):
        return here
    for before in reversed(view.reading.utterances[max(0, here.index - _BACK) : here.index]):
        if before.holds(_HINTS) and any(clause.is_subject for clause in before.clauses) and not before.amounts:
            words = tuple([token.word for token in tokens(before.text, 0, len(before.text))])
            if _lists(words):
                return before
    return None


def when_listed(view: View, told: Utterance, own: When | None) -> When | None:
    """The date of the sum, else the one that the listing is told to be at, if it lies ahead."""
    published = bounds(view.reading.source.published)
    if (own is not None and own.edtf and own.raw) or told is view.utterance or published is None:
        return own
    dates = ((date.when, bounds(date.when.edtf)) for date in told.dates)
    return next((when for when, span in dates if span is not None and span[0] > published[1]), own)


def _lists(low: tuple[str, ...]) -> bool:
    """Do these words speak of a listing, and not of none?"""
    if not _NOT.isdisjoint(low):
        return False
    if next(book("rounds", "phrases", "going_public").all(low), None) is not None:
        return True
    return any(_names(low, at) for at, word in enumerate(low) if word in _HINTS)


def _names(low: tuple[str, ...], at: int) -> bool:
    if low[at] in _ALONE or low[at - 1 : at + 1] == ("public", "offering"):
        return True
    if low[at] == "list":
        return low[at - 1 : at] == ("to",) and low[at + 1 : at + 2] in (("on",), ("in",))
    return low[at] in ("listing", "float") and not _BEFORE.isdisjoint(low[max(0, at - 2) : at])
