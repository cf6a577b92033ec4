"""A verb of raising in a German passage goes in, the company that raises comes out though no book of names knows it.

"Die niederländische Northwind | sammelte 5 Millionen Euro ein": written like any noun, so that it is told by what it
is not: no common noun, and no word for what a company is.
"""

from __future__ import annotations

from briefing.claims.germannouns import calling, common_noun
from briefing.claims.phrases import words_of
from briefing.claims.view import View
from briefing.claims.wordclasses import word_classes

_FARTHEST = 5  # tokens between a verb and the noun behind it
_SHORT = 3  # letters
_OF_A_LAND = ("ische", "deutsche")
_PREPOSITIONS = frozenset("im am in an bei mit von vom für zum zur auf aus durch nach seit vor über als ein".split())


def german_raiser(view: View, verb: int) -> str:
    """The noun right before the verb, or behind it where the verb comes first; "" where it may be the subject."""
    if view.reading.source.language != "de" or verb < 1 or view.word(verb) == "land":  # "das Land Hessen"
        return ""
    if _names(view, verb - 1) and _opens(view, verb - 1):
        return view.text[view.offset(verb - 1) : view.end(verb - 1)]
    for at in range(verb + 1, min(verb + _FARTHEST, len(view.low))):
        word = view.word(at)
        name = view.name_at.get(at)
        if name is not None:
            return "" if name.is_subject or name.kind not in ("organisation", "unknown") else name.canonical
        if at in view.amount_at or word in _PREPOSITIONS:
            return ""
        if view.text[view.offset(at)].isupper():
            alone = at == verb + 1 or view.word(at - 1).endswith(_OF_A_LAND)
            return view.text[view.offset(at) : view.end(at)] if alone and _names(view, at) else ""
    return ""


def _names(view: View, at: int) -> bool:
    word = view.word(at)
    if at in view.name_at or at in view.amount_at or not view.text[view.offset(at)].isupper() or len(word) < _SHORT:
        return False
    known = common_noun(word, "") or calling(word) or word in words_of("rounds", "takers", "nouns")
    return not known and word not in word_classes().calendar


def _opens(view: View, at: int) -> bool:
    """Does the noun begin its clause, with no article ("Northwind | sammelte") or behind "Die niederländische"?"""
    first = at - 2 if view.word(at - 1).endswith(_OF_A_LAND) else at
    return first == 0 or view.word(first - 1) in (":", ";")
