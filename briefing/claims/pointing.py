"""A figure's place in a view goes in, whether it is told of the figure before comes out: "put the number at | 310".

"The accounts put the figure at | $5 million", "the true number is closer to | 310", "a former manager puts it nearer
| 310": what is measured stands in the sentence before, or earlier in this one.
"""

from __future__ import annotations

from briefing.claims.phrases import words_of
from briefing.claims.view import View
from briefing.claims.words import row

_PUT = row("put puts putting placed places pegged pegs gave gives")
_POINTING = row("the that this")
_NOUNS = row("figure number total count sum tally")
_TRUE = row("true real actual correct right")
_BEING = row("is was were are stood lay lies came")
_NEARER = row("closer nearer near more less lower higher")


def points_back(view: View, first: int) -> bool:
    """Does the figure at token `first` say what one told before comes to?"""
    at = first - 1
    while at > 0 and (view.word(at) in words_of("metrics", "said_of", "small") or view.word(at) in _NEARER | {'"'}):
        at -= 1
    nearer = not _NEARER.isdisjoint(view.words(at + 1, first))
    if view.word(at) == "it":
        return view.word(at - 1) in _PUT and (nearer or view.word(at + 1) == "at")
    if view.word(at) in _BEING:
        at -= 1
    elif "at" not in view.words(at + 1, first) and not nearer:
        return False
    if view.word(at) not in _NOUNS:
        return False
    verb = at - 1 - (view.word(at - 1) in _TRUE)
    return view.word(verb) in _POINTING and (view.word(verb - 1) in _PUT or view.word(at + 1) in _BEING)
