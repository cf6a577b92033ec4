"""Candidates for names in a German passage go in, those that are more than common nouns come out, nouns cut off.

German writes all nouns with a capital, so shape says little there: what stands behind an article is a noun unless its
shape, an organisation's word in it, or a second capitalised word says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.claims.candidates import Candidate
from briefing.claims.capitals import Stretch
from briefing.claims.lexicon import load
from briefing.claims.nametrims import Seen
from briefing.claims.wordclasses import beside, word_classes


def without_nouns(piece: Stretch, found: Sequence[Candidate], seen: Seen) -> list[Candidate]:
    """seen.known: names that texts in other languages show count as names here too."""
    kept: list[Candidate] = []
    for one in [part for whole in found for part in _parts(piece, whole)]:
        first = one.first
        whole = one.last - first == 2 and piece.low(first) in _institutions()  # "Sparkasse Kiel"
        while first < one.last and not whole and _is_idle(piece, one, first, seen):
            first += 1
        if first == one.last:
            continue
        if first > one.first:
            start, key = piece.words[first].start, " ".join(word.low for word in piece.words[first : one.last])
            one = one._replace(first=first, start=start, key=key, initial=False)
        if one.last - one.first > 1 or one.key in seen.known or _stands_out(piece, one):
            kept.append(one)
    return kept


def _parts(piece: Stretch, one: Candidate) -> list[Candidate]:
    """ "Northwind & Sohn | der Zulieferer Globex": an article before a noun begins another name."""
    for at in range(one.first + 1, one.last - 1):
        if piece.low(at) in _ARTICLES and calling(piece.low(at + 1)):
            left, right = piece.words[at - 1], piece.words[at + 1]
            keys = [" ".join(word.low for word in piece.words[a:b]) for a, b in ((one.first, at), (at + 1, one.last))]
            ahead = one._replace(last=at, end=left.stem_end, key=keys[0], possessive=False)
            return [ahead, one._replace(first=at + 1, start=right.start, key=keys[1], initial=False)]
    return [one]


_ARTICLES = frozenset({"der", "die", "das", "den", "dem"})


def _stands_out(piece: Stretch, one: Candidate) -> bool:
    """A single word: a name by its shape, or because no article makes a common noun of it."""
    printed, low = piece.text[one.start : one.end], one.key
    if any(letter.isupper() or letter.isdigit() for letter in printed[1:]) or low in word_classes().places:
        return True
    if low.endswith(_words("papers")):
        return True
    before = piece.low(one.first - 1)
    after_noun = one.first > 0 and piece.gap(one.first - 1) == " "
    after_noun = after_noun and (_is_noun(before) or before.endswith(_words("callings")))
    return (
        after_noun
        or before == "anderem"
        or (before not in _words("articles") and not before.endswith(("er", "em", "es", "ige", "liche", "ische")))
    )


def calling(low: str) -> bool:
    """Is the word in front of a name no part of it: "Batteriehersteller", "Berliner", "KI-Firma"?"""
    return _is_noun(low) or low.endswith(_words("callings")) or low in _words("starts") or low in _words("articles")


def common_noun(low: str, before: str) -> bool:
    """Is a lone capitalised word of a German text no name? before: the word in front of it; both in small letters."""
    return _is_noun(low) or before in _words("articles")


def _is_idle(piece: Stretch, one: Candidate, index: int, seen: Seen) -> bool:
    low = piece.low(index)
    if _is_noun(low) or low in beside("latin_links"):
        return True
    if index + 1 < one.last and low.endswith(_words("callings")):
        return True  # "Batteriehersteller Acme"
    if index > one.first and piece.words[index].shape == "number":
        return True  # "die Firma 40 Bohrungen"
    return (
        one.initial
        and index == one.first
        and (low in seen.lower or low in _words("starts") or low in _words("articles"))
    )


def _is_noun(low: str) -> bool:
    return low in _nouns() or (low.endswith(_words("endings")) and low not in word_classes().organisation)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(str(load("german")["nouns"]).split())


@cache
def _institutions() -> frozenset[str]:
    return frozenset(str(load("german")["institutions"]).split())


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(str(load("german")[kind]).split())
