"""Words of a clause that is not English go in, the company that is its subject comes out, if one plainly is.

Verbs and their places differ from language to language; names, prepositions, pronouns and a few verbs are enough to
tell whose clause it is. Where nothing tells, the caller goes on with whom the paragraph is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.neighbourhood import vocabulary
from briefing.claims.reading import FoundName, Sentence

_AHEAD = 14  # words within which the subject of a clause is looked for
_BEFORE = 5  # words that may stand before another company that is the subject


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(str(load("subjects")[kind]).split())


def foreign_subject(sentence: Sentence, own: Sequence[int]) -> FoundName | str | None:
    """The name that is the clause's subject; "it" for a pronoun, "the company" for a description; None if untold."""
    other: FoundName | None = None
    said = ""
    seen: set[int] = set()
    for place, number in enumerate(own[:_AHEAD]):
        name = sentence.name_at[number]
        if name is None:
            said = said or _description(sentence, own, place)
            if said and (other is not None or place > _BEFORE):
                break
            continue
        if id(name) in seen:
            continue
        seen.add(id(name))
        governed = place > 0 and sentence.words.low[own[place - 1]] in _words("foreign_prepositions")
        if governed:
            continue
        if name.is_subject and other is None and not said:
            return name
        known = name.kind in ("organisation", "unknown")
        if other is None and place <= _BEFORE and ((known and _takes(sentence, name)) or _has(sentence, name)):
            other = name
    return other or said or None


def _description(sentence: Sentence, own: Sequence[int], place: int) -> str:
    low = sentence.words.low[own[place]]
    if low in _words("foreign_pronouns") and place <= 3:
        return "it"
    if low in _words("foreign_heads") and not (place > 1 and _under_preposition(sentence, own, place)):
        return "the company"
    return ""


def _under_preposition(sentence: Sentence, own: Sequence[int], place: int) -> bool:
    before = [sentence.words.low[number] for number in own[max(place - 2, 0) : place]]
    return not _words("foreign_prepositions").isdisjoint(before)


def _takes(sentence: Sentence, name: FoundName) -> bool:
    """Is the name the subject of a verb that companies are the subject of, or a backer that acts?"""
    low = sentence.words.low
    start = sentence.last_word(name) + 1
    for index in range(start, min(start + 4, len(low))):
        if low[index] in vocabulary("takes") or low[index] in vocabulary("gives") or low[index] in vocabulary("acts"):
            return True
        if low[index] not in vocabulary("idle"):
            break
    return low[start : start + 1] in _HAVE and takes_money(sentence, name)


def _has(sentence: Sentence, name: FoundName) -> bool:
    """ "O Norte tem 9.000 lojas", "Globex beschäftigt 90 Leute": a verb of having with a figure soon behind it."""
    if name.is_subject or name.kind in ("person", "product", "event"):
        return False
    at = sentence.last_word(name) + 1
    low = sentence.words.low
    at += at < len(low) and low[at] in vocabulary("idle")
    if at >= len(low) or low[at] not in _words("foreign_has"):
        return False
    return any(number in sentence.figures for number in range(at + 1, at + 5))


_HAVE = (("hat",), ("hatte",), ("haben",), ("hatten",), ("heeft",), ("had",))


def takes_money(sentence: Sentence, name: FoundName) -> bool:
    """Does the named company raise, launch, employ …, rather than invest?"""
    low = sentence.words.low
    start = sentence.last_word(name) + 1
    closing = low[start : start + 1] in _HAVE  # the verb closes the clause: "hat 5 Millionen Euro eingesammelt"
    return any(word in vocabulary("takes") for word in low[start : start + (20 if closing else 4)])
