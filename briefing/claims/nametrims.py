"""A run of capitalised words goes in, where the name in it begins and ends comes out."""

from __future__ import annotations

from collections.abc import Container

from briefing.claims.capitals import Run, Stretch
from briefing.claims.insidenames import small_firm
from briefing.claims.wordclasses import ADJECTIVE_ENDS, WordClasses, beside
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """What all texts show of words and names. lower: words that occur in lower case; known: folded names that were
    seen where nothing but being a name explains their capitals; whole: known names that end in a generic word
    ("Acme AI") and stand alone that way somewhere; given: names that need not be found, as that of the subject; terms:
    abbreviations that are words."""

    lower: Container[str] = ()
    known: Container[str] = ()
    whole: Container[str] = ()
    given: Container[str] = ()
    terms: Container[str] = ()


def trim(piece: Stretch, run: Run, first: int, last: int, seen: Seen, classes: WordClasses) -> tuple[int, int]:
    while first < last and _opens_idly(piece, run, first, last, seen, classes):
        first += 1
    while first < last and _closes_idly(piece, first, last, seen, classes):
        last -= 1
    return first, last


def key_of(piece: Stretch, first: int, last: int) -> str:
    return " ".join([word.low for word in piece.words[first:last]])


def _opens_idly(piece: Stretch, run: Run, first: int, last: int, seen: Seen, classes: WordClasses) -> bool:
    """Is the first word of words[first:last] no part of the name?"""
    low, alone = piece.words[first].low, last - first == 1
    if piece.words[first].shape == "word" or low in ("and", "of", "&"):
        return True
    if not alone and seen.given and key_of(piece, first, last) in seen.given:
        return False
    if low in beside("articles") or (
        low in classes.title_words and not alone and _first_of_person(piece, first + 1, last, classes)
    ):
        return True
    opens = run.initial and first == run.first
    if opens and low in beside("foreign_articles") and low in seen.lower:
        return True
    if opens and not alone and is_shortened(piece, first, last):
        return False
    following = piece.low(first + 1) if not alone else ""
    if not alone and (low == "vc" or (following == "vc" and first + 2 < last)):
        return True  # "led by Swiss VC Northwind"
    if (
        low in classes.generic
        and not alone
        and following not in classes.organisation
        and following not in classes.legal
    ):
        return opens or key_of(piece, first + 1, last) in seen.known or piece.words[first + 1].shape != "name"
    if not alone and key_of(piece, first, last) in seen.known:
        return False
    if low in classes.nationalities:
        return not alone and _first_of_person(piece, first + 1, last, classes)
    if opens and not alone and low in classes.common:
        return following not in classes.organisation
    if opens and not alone and low.endswith(ADJECTIVE_ENDS) and key_of(piece, first, last) not in seen.known:
        return key_of(piece, first + 1, last) in seen.known  # "Profitable | Acme files …"
    return False


def is_shortened(piece: Stretch, first: int, last: int) -> bool:
    """ "New Harbour Partners (NHP)": the letters in the bracket are those of all its words."""
    end = piece.words[last - 1].end
    if piece.text[end : end + 2] != " (":
        return False
    short = piece.text[end + 2 : end + 3 + last - first]
    return short == "".join([piece.text[word.start].upper() for word in piece.words[first:last]]) + ")"


def _first_of_person(piece: Stretch, first: int, last: int, classes: WordClasses) -> bool:
    return first < last and (piece.words[first].low in classes.first_names or piece.words[first].low in classes.titles)


_COUNTED_OFF = frozenset("fund phase stage class type part level tier grade category mark series volume".split())


def _closes_idly(piece: Stretch, first: int, last: int, seen: Seen, classes: WordClasses) -> bool:
    """Is the last word of words[first:last] no part of the name ("Acme AI" only where the texts show it alone)?"""
    low, alone = piece.words[last - 1].low, last - first == 1
    if not alone and seen.given and key_of(piece, first, last) in seen.given:
        return False
    if low == "i" and not alone and piece.low(last - 2) not in _COUNTED_OFF and piece.gap(last - 1) == " ":
        return last < len(piece.words) and piece.words[last].shape == "word"  # "With Northwind | I can …"
    if piece.words[last - 1].shape == "word" or low in ("and", "of", "&"):
        return alone or not small_firm(piece, piece.text, last - 1)
    if alone or (low not in classes.generic and low[:-1] not in classes.generic):
        return False
    if piece.words[last - 2].shape == "mark":
        return False  # "5x Founders"
    if low.endswith("s") and low[:-1] in classes.generic:
        return True
    key = key_of(piece, first, last)
    return key not in seen.whole and not _ends_there(piece, last, classes)


def _ends_there(piece: Stretch, last: int, classes: WordClasses) -> bool:
    """Does the phrase plainly end behind words[last-1]: possessive, punctuation or a finite verb?"""
    word = piece.words[last - 1]
    if word.stem_end < word.end:
        return True
    gap = piece.gap(last - 1)
    if gap.strip(" \u00a0"):
        return gap.lstrip()[:1] in (",", ".", ";", ")", "(", "”", "|", "?", "!", "’")
    return (
        last == len(piece.words)
        or piece.low(last) in classes.verbs
        or piece.low(last) in ("and", "to", "for", "in", "with", "by", "at", "on", "that")
    )
