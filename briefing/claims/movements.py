"""A figure's place in a view goes in, the noun phrase that moved to it, or by it, comes out: "rental income".

"Repair expenses grew 3X to | $18 million", "reported a 38% decline in rental income to | $7 million", "freight
costs saw a surge of | 43% | to $12 million". Whatever moves by a rate to a figure is
measured by it, its noun known or not.
"""

from __future__ import annotations

from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundName
from briefing.claims.verbs import is_adverb, is_preposition
from briefing.claims.view import View
from briefing.claims.words import row

_VERBS = row(
    "rose rises risen grew grows grown climbed climbs increased increases jumped jumps surged soared doubled "
    "tripled quadrupled fell falls fallen dropped drops declined decreased shrank slipped slid dipped tumbled "
    "plunged plummeted contracted narrowed widened expanded swelled ballooned went gone shot skyrocketed "
    "zoomed spiked improved slashed cut trimmed reduced edged inched advanced accelerated crept halved "
    "multiplied up down"
)
_DIRECTIONS = row("up down")
_NOUNS = row("surge jump rise increase growth decline drop fall climb gain decrease reduction spike dip slump uptick")
_HAVING = row("saw sees recorded registered posted witnessed reported had showed shows marked enjoyed suffered logged")
_AUXILIARY = row(
    "has have had was were is are been be being will would also then since itself themselves further again"
)
_STOPS = row('. ; : ! ? ( ) " and but while that which who whose — –') | {""}
_OPENERS = row("its their our the a an his her total overall this that with as ' s of")
_CUTS = row("for in at during from through as last this next by on before after across since under over")
_NO_MEASURE = row(
    "it they he she we you who which that company firm startup group business round funding raise financing "
    "series loan facility issue offering fund valuation value sum amount shares stock share stake price prices "
    "rents investors team figure number total target world market economy index bitcoin deal bid offer sector "
    "industry"
)
_LONGEST = 7  # words of a noun phrase
_REACH = 14  # tokens from the verb to the figure


def moved_to(view: View, first: int) -> str:
    """What moved by a rate, or from a figure, to the one at token `first`; "" if nothing that is a measure."""
    at = _over_small(view, first - 1)
    if view.word(at) not in ("to", "at") and not {"to", "at"} & set(view.words(at + 1, first)):
        return ""
    place = _mover(view, at)
    if place < 0 or not (_is_rated(view, place, at) or view.word(place) in _NOUNS):
        return ""
    return _phrase_of(view, place, at)


def moved_by(view: View, first: int, after: int) -> str:
    """What grew or fell by the rate in tokens[first:after]; "" if that is not told by a verb or noun of moving."""
    if view.word(after) in _NOUNS and view.word(after + 1) in ("in", "of"):
        return _name(view, after + 2, _end(view, after + 2))
    at = _over_small(view, first - 1)
    while view.word(at) in _SO_MUCH:
        at = _over_small(view, at - 1)
    place = at if view.word(at) in _VERBS | _NOUNS else -1
    place -= view.word(place) in _DIRECTIONS and view.word(place - 1) in _VERBS  # "went | up 46%"
    if view.word(at) == "of" and view.word(at - 1) in _NOUNS | _VERBS:
        place = at - 1
    return _phrase_of(view, place, first) if place >= 0 else ""


_SO_MUCH = row("modest whopping further healthy robust solid meagre mere strong staggering impressive sharp steep")


def contributed(view: View, first: int) -> str:
    """ "The repair segment contributed | $19 million": the part of a business, or the cost, of so much."""
    at = _over_small(view, first - 1)
    if view.word(at) not in ("contributed", "contributes"):
        return ""
    told = _phrase_of(view, at, first)
    return told if told and told.split()[-1] in _PARTS_OF_TRADE else ""


_PARTS_OF_TRADE = row(
    "segment division unit arm business expenses costs sales services subscriptions fees exports products line income "
    "advertising commissions commission licences licensing interest rentals"
)


def _mover(view: View, at: int) -> int:
    """The verb or noun of moving in front of token `at`."""
    for place in range(at, max(at - _REACH, -1), -1):
        word = view.word(place)
        if word in _DIRECTIONS and view.word(place - 1) not in _AUXILIARY and view.word(place - 1) in _VERBS:
            continue
        if word in _VERBS or (word in _NOUNS and view.word(place + 1) in ("of", "in")):
            return place
        if word in _STOPS or (place in view.amount_at and "from" not in view.words(place - 4, place)):
            break
    return -1


def _is_rated(view: View, place: int, at: int) -> bool:
    """Does a rate, a multiple or a figure to start from stand between?"""
    if view.word(place) in ("doubled", "tripled", "quadrupled", "halved"):
        return True
    between = view.found[place + 1 : at + 1]
    return any(token.kind == "n" or token.word.endswith("fold") or token.word in _PARTS for token in between)


_PARTS = row("third quarter half fifth tenth percent points times from")


def _phrase_of(view: View, place: int, to: int) -> str:
    if view.word(place) in _NOUNS and view.word(place + 1) == "in":
        end = min(_end(view, place + 2), to)
        return _name(view, place + 2, end)
    at = place - 1
    if view.word(place) in _NOUNS:
        at = next((back for back in range(place - 1, max(place - 7, -1), -1) if view.word(back) in _HAVING), -1) - 1
        if at < 0:
            return ""
    elif view.word(place) in _DIRECTIONS and view.word(at) not in _AUXILIARY:
        return ""
    while at > 0 and (view.word(at) in _AUXILIARY or is_adverb(view.word(at))):
        at -= 1
    if view.word(at) == "and":
        return _first_phrase(view, at)
    if view.word(at) == ",":
        at = next((back for back in range(at - 1, max(at - 16, 0), -1) if view.word(back) == ","), at) - 1
    elif view.word(at) in ("which", "that"):
        at -= 1 + (view.word(at - 1) == ",")
    start = at + 1
    while start > 0 and at + 1 - start < _LONGEST and view.word(start - 1) not in _STOPS | _HAVING | {","}:
        if start - 1 in view.amount_at:
            break
        start -= 1
    return _name(view, start, at + 1)


def _first_phrase(view: View, joint: int) -> str:
    """ "Rentals made up 36% of sales | and grew": the noun phrase that the sentence begins with."""
    verbs = words_of("metrics", "said_of", "verbs") | _VERBS | _CONTRIBUTING
    end = next((at for at in range(1, joint) if view.word(at) in verbs or view.word(at) == ","), -1)
    return _name(view, 0, end) if 0 < end <= _LONGEST else ""


_CONTRIBUTING = row("formed made contributed represented accounted brought provided constituted")


def _end(view: View, start: int) -> int:
    ends = _STOPS | _CUTS | {",", "to"}
    return next((at for at in range(start, start + _LONGEST) if view.word(at) in ends or at in view.amount_at), start)


def _over_small(view: View, at: int) -> int:
    small = words_of("metrics", "said_of", "small") - {"up", "down", "to", "at"}
    while at > 0 and (view.word(at) in small or is_adverb(view.word(at)) or view.word(at) == '"'):
        at -= 1
    return at


def _name(view: View, first: int, after: int) -> str:
    """tokens[first:after] as a measure's name; "" for a company, a pronoun, a round or what is a whole trade's."""
    for at in range(after - 1, first - 1, -1):
        if view.word(at) == "s" and view.word(at - 1) == "'":
            first = at + 1
            break
    while first < after and (view.word(first) in _OPENERS or _is_subject(view, first)):
        first += 1
    end = next((at for at in range(first + 1, after) if view.word(at) in _CUTS or view.word(at) == "("), after)
    end -= end > first and view.word(end - 1) == "of"
    named = {id(view.name_at[at]): view.name_at[at] for at in range(first, end) if at in view.name_at}
    if first >= end or end - first > _LONGEST - 1 or not all(_is_plain_noun(view, one) for one in named.values()):
        return ""
    words = view.words(first, end)
    of = words.index("of") if "of" in words else len(words)
    barred = words[of - 1] in _NO_MEASURE and (words[of - 1] != "value" or of < 3)  # "the average order value"
    if of == 0 or barred or words[0] in _NO_MEASURE or is_preposition(words[0]) or not all(map(_plain, words)):
        return ""
    return view.text[view.offset(first) : view.end(end - 1)].lower()


def _is_plain_noun(view: View, name: FoundName) -> bool:
    """ "Rentals grew": a plural that has its capital from the beginning of the sentence."""
    opens = name.kind == "unknown" and name.start == view.utterance.passage.start
    return opens and " " not in name.text and name.text.endswith("s")


def _plain(word: str) -> bool:
    return word.replace("&", "a").isalpha() or word in ("-", "/", "&", "'")


def _is_subject(view: View, at: int) -> bool:
    name = view.name_at.get(at)
    return name is not None and name.is_subject
