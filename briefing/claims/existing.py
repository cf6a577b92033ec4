"""A number in a view goes in, whether the sentence states that so many there are or that so much was done comes out.

Counts are not only had ("operates 12 boats"): they exist ("there are 12 boats in service"), they are the subject of
what was done ("12 boats have been delivered", "nine ministries have subscribed"), they are asked for ("How many
customers do you have? About 340.").
"""

from __future__ import annotations

from briefing.claims.having import is_had
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundNumber
from briefing.claims.view import View
from briefing.claims.words import row

_BEING = row("are were is was be been 're")
_AUXILIARY = row("have has had are were is was will be been being to now already so also since currently only")
_IN_PLACE = row("in on up under live aloft running flying operating working online active open")
_QUESTION = 400  # code points in front of an answer in which its question may stand


def is_stated(view: View, number: FoundNumber) -> bool:
    """ "There are | twelve boats", "| Eleven machines have been delivered", "| twelve boats are in service"."""
    first, after = view.index(number.start), view.span(number.start, max(number.noun_end, number.end))[1]
    return _exists(view, first) or (_opens(view, first) and _is_done(view, after))


def _exists(view: View, first: int) -> bool:
    ahead = view.words(max(0, first - 4), first)
    return "there" in ahead and not _BEING.isdisjoint(ahead[ahead.index("there") :])


def _opens(view: View, first: int) -> bool:
    """Does the number begin its clause?"""
    return first == 0 or view.word(first - 1) in (",", ";", ":", "and", "but", "that", '"', "—", "–", "so", "all")


def _is_done(view: View, after: int) -> bool:
    """ "have been | delivered", "are in service": what is told of those that are counted."""
    at = after
    while at < after + 5 and view.word(at) in _AUXILIARY:
        at += 1
    if at == after:
        return False
    return view.word(at) in words_of("metrics", "naming", "done") or view.word(at) in _IN_PLACE


def is_part(view: View, number: FoundNumber) -> bool:
    """ "40 of its engineers left": a part of what there is."""
    after = view.span(number.start, number.end)[1]
    return view.word(after) == "of" and view.word(after + 1) in ("its", "our", "their") and number.noun_end > number.end


def asked_for(view: View, number: FoundNumber) -> str:
    """What the question in front asks the number of, for an answer that it begins: "How many customers …?" "About 340."

    "" if no question does. Questions are lines of their own, no utterances.
    """
    if number.unit or view.index(number.start) > 3 or number.value < 3:
        return ""
    start = view.utterance.passage.start
    asked = view.text[max(0, start - _QUESTION) : start].rstrip(" \n\"“”'")
    if not asked.endswith("?"):
        return ""
    words = asked.rpartition("\n")[2].lower().replace("?", " ").split()
    nouns = words_of("metrics", "counts", "nouns")
    for at in range(len(words) - 2):
        if words[at : at + 2] == ["how", "many"]:
            return next((word for word in words[at + 2 : at + 5] if word in nouns), "")
    counted = (at for at in range(1, len(words)) if words[at] in nouns and words[at - 1].replace(",", "").isdigit())
    at = next(counted, 0)  # "Last May it was 70 customers. And today?"
    return words[at] if at else ""


def of_them(view: View, number: FoundNumber) -> str:
    """ "Electric vans do the hauling. It has | 900 of them": the noun that the sentence before opens with."""
    first, after = view.span(number.start, number.end)
    here = view.utterance
    if view.words(after, after + 2) != ["of", "them"] or number.value < 3 or not here.index or not is_had(view, first):
        return ""
    before, nouns = view.reading.utterances[here.index - 1], words_of("metrics", "counts", "nouns")
    if before.passage.block != here.passage.block or before.numbers:
        return ""
    words = before.sentence.words.low
    return next((word if word in nouns else f"{word}s" for word in words if word in nouns or f"{word}s" in nouns), "")
