"""Words of a clause that is not English go in, the company that is its subject comes out, if one plainly is.

Verbs and their places differ from language to language; names, prepositions, pronouns and a few verbs are enough to
tell whose clause it is. Where nothing tells, the caller goes on with whom the paragraph is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.claims.germannouns import common_noun
from briefing.claims.lexicon import load
from briefing.claims.neighbourhood import vocabulary
from briefing.claims.reading import FoundName, Sentence

_AHEAD = 14  # words within which the subject of a clause is looked for
_ASIDE = 26  # words between two commas
_BEFORE = 5  # words that may stand before another company that is the subject


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(str(load("subjects")[kind]).split())


def foreign_subject(sentence: Sentence, own: Sequence[int]) -> FoundName | str | None:
    """The name that is the clause's subject; "it" for a pronoun, "the company" for a description; None if untold."""
    first = _plain_subject(sentence, own)
    if first is not None:
        return first
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


def _plain_subject(sentence: Sentence, own: Sequence[int]) -> FoundName | None:
    """ "Northwind aus Bonn | war zuletzt mit …": another company with a copula behind it, the company not named."""
    if any(name.is_subject for name in sentence.names) or not own:
        return None
    if (stranger := _stranger(sentence, own[0])) is not None:
        return stranger
    at = next((place for place in (0, 1) if len(own) > place and sentence.name_at[own[place]] is not None), -1)
    name = sentence.name_at[own[at]] if at >= 0 else None
    if name is None or name.kind not in ("organisation", "unknown"):
        return None
    if at and sentence.words.low[own[0]] not in _words("foreign_openers"):
        return None
    low = sentence.words.low
    index = sentence.last_word(name) + 1
    index += 2 * (low[index : index + 1] in _OF_PLACE)
    if not low[index : index + 1] or low[index] not in _words("foreign_copulas"):
        return None
    passive = low[index] in ("wird", "wurde") and " " not in name.text and name.text.endswith(("t", "en"))
    return None if passive else name  # "Gefertigt wird bei …"


def _stranger(sentence: Sentence, first: int) -> FoundName | None:
    """ "Northwind aus Bonn | war": a word that only the place behind it shows to be a company."""
    words = sentence.words
    if sentence.name_at[first] is not None or len(words) < first + 4 or words.low[first + 1] != "aus":
        return None
    low, printed = words.low[first], words.raw[first]
    if not printed.istitle() or words.low[first + 3] not in _words("foreign_copulas") or common_noun(low, ""):
        return None
    return FoundName(words.starts[first], words.ends[first], printed, printed, "unknown")


_OF_PLACE = (("aus",), ("de",), ("da",), ("do",), ("à",))


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
    if low[at : at + 1] == (",",):  # "Northwind, racheté par Globex, revendique 200.000 clients"
        closing = (place for place in range(at + 2, min(at + _ASIDE, len(low) - 1)) if low[place] == ",")
        at = next((place + 1 for place in closing if low[place + 1] in _words("foreign_has")), at)
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
