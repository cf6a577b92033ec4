"""A stretch of text goes in, runs of capitalised words come out: what could be proper names, by shape alone.

A run is a chain of name-like words (capitals, brands such as "eNorth", "5i" or "b12n") with what joins them inside a
name: "&", "of" behind an institution, "de", numbers behind it, ", Inc.". Nothing here knows any name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.claims.insidenames import couple_gives, legal_behind, owns_inside, small_firm
from briefing.claims.printedwords import Word, printed_words
from briefing.claims.wordclasses import WordClasses, beside, word_classes
from briefing.model.records import dataclass

_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_LONGEST = 14  # words of one name
_QUOTES = "\"'“”‘’„«»()[]*_ "


class Run(NamedTuple):
    """words[first:last] of a stretch. initial: a sentence, quotation or item begins there. possessive: before "'s"."""

    first: int
    last: int
    initial: bool
    possessive: bool


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """The words of text[start:end] with the runs found in it. headline: (nearly) every word is capitalised. gaps: what
    stands between each word and the next; behind the last word, what follows it."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    gaps: Sequence[str]
    runs: Sequence[Run]
    headline: bool

    def gap(self, index: int) -> str:
        """What stands between word `index` and the next; at the last word, what follows it."""
        return self.gaps[index]

    def low(self, index: int) -> str:
        """Folded word, "" outside the stretch."""
        return self.words[index].low if 0 <= index < len(self.words) else ""


def stretch(text: str, start: int, end: int) -> Stretch:
    """Cut text[start:end] into words and runs of name-like words."""
    words, gaps = printed_words(text, start, end)
    runs: list[Run] = []
    piece = Stretch(text, start, end, words, gaps, runs, _is_headline(words, text))
    runs += _runs(piece, word_classes())
    return piece


def _is_headline(words: tuple[Word, ...], text: str) -> bool:
    """Title Case or capitals throughout: shapes tell nothing there."""
    if (
        not 4 <= len(words) < 30
        or text[words[-1].end : words[-1].end + 1] == "."
        or 2 * sum(word.shape == "name" for word in words) < len(words)
    ):
        return False
    long = [word for word in words if word.stem_end - word.start > 3 and word.low[0].isalpha()]
    capital = sum(text[word.start].isupper() for word in long)
    if len(long) < 4 or capital < 0.75 * len(long):
        return False
    # A list of names has many capitals too, but it has commas or a verb in lower case.
    small = sum(word.low not in beside("small") and text[word.start].islower() for word in long)
    start, end = words[0].start, words[-1].end
    if "|" in text[start:end]:
        return False  # a row of a table
    marks = sum(text.count(mark, start, end) for mark in ",;")
    if 0 <= text.find(":", start, end) < text.rfind(",", start, end):
        return False  # "Lenders: Acme, Delta"
    return small == 0 and marks < 2


def _initial(piece: Stretch, index: int) -> bool:
    """Does a sentence, item, cell or quotation begin with this word?"""
    if index == 0:
        return True
    gap = piece.gap(index - 1)
    if gap == " ":
        return False
    body = gap.strip(_QUOTES)
    if any(sign in body for sign in "?!\n|•…") or ":" in body:
        return True
    if "." in body:
        low = piece.words[index - 1].low
        return len(low) > 1 and low not in beside("dotted") and "." not in low
    return bool(gap.strip() in ("“", '"', "„", "«") and piece.words[index - 1].shape == "word" and gap[-1] != " ")


def _runs(piece: Stretch, classes: WordClasses) -> list[Run]:
    found: list[Run] = []
    behind, count = 0, len(piece.words)  # behind: the last one
    for first in [at for at, word in enumerate(piece.words) if word.shape != "word"]:
        shape = piece.words[first].shape
        opens = shape == "name" or (_marked(piece, first) if shape == "mark" else _numbered(piece, first, classes))
        if first < behind or not opens:
            continue
        last = first + 1
        while last < count and last - first < _LONGEST and (longer := _joined(piece, first, last, classes)) > last:
            last = longer
        end = piece.words[last - 1]
        found.append(Run(first, last, _initial(piece, first), end.stem_end < end.end))
        behind = last
    return found


def _is_initial(piece: Stretch, first: int, index: int, classes: WordClasses) -> bool:
    """ "J. P. Hale", "Michael J. Hale", but not "Circle K. Then …"."""
    opener = piece.words[first].low
    return bool(_INITIALS.fullmatch(piece.words[index].low)) and (
        opener in classes.first_names or bool(_INITIALS.fullmatch(opener))
    )


_OPENS_NAME = frozenset({"and", "include", "includes", "including", "by", "with", "from"})


def _numbered(piece: Stretch, index: int, classes: WordClasses) -> bool:
    """Does a name begin with this number ("600 Global" in a list)?"""
    word = piece.words[index]
    if index + 1 >= len(piece.words) or not 2 <= len(word.low) <= 4:
        return False
    following = piece.words[index + 1]
    opened = index == 0 or piece.gap(index - 1) == ", " or piece.low(index - 1) in _OPENS_NAME
    if not opened or following.shape != "name" or piece.gap(index) != " ":
        return False
    ordinal = word.low.endswith(_ORDINAL)
    tail = piece.low(index + 2) if ordinal and piece.gap(index + 1) == " " else following.low
    return tail in classes.organisation  # "600 Global", "4th Gate Ventures"


_ORDINAL = ("st", "nd", "rd", "th")


def _marked(piece: Stretch, index: int) -> bool:
    """Does a name begin with this short mark of a digit and a letter: "5x Founders", "Hale, 6Q and Wren"?"""
    word = piece.words[index]
    if piece.headline or not index or index + 1 >= len(piece.words):
        return False
    if word.low.endswith(_ORDINAL):
        return _numbered(piece, index, word_classes())
    if word.low.endswith("x"):
        following = piece.words[index + 1]
        return following.shape == "name" and piece.gap(index) == " " and following.low not in beside("small")
    if piece.text[word.start - 1] == "$":
        return False
    listed = piece.gap(index - 1) == ", " or piece.low(index - 1) in ("and", "or", "by", "from", "with")
    before = index - 1 if piece.gap(index - 1) == ", " else index - 2
    named = before >= 0 and piece.words[before].shape == "name"
    ends = piece.gap(index)[:1] in (",", ".", ";") or piece.low(index + 1) in ("and", "or") or word.stem_end < word.end
    return listed and named and ends


def _joined(piece: Stretch, first: int, last: int, classes: WordClasses) -> int:
    """The end of the run words[first:last] with what follows joined to it; `last` itself if nothing joins."""
    left, right = piece.words[last - 1], piece.words[last]
    gap = piece.gap(last - 1)
    if left.stem_end < left.end:
        return last + 1 if right.shape == "name" and gap == " " and owns_inside(piece, first, last) else last
    if right.shape == "name":
        spaced = len(gap) == 1 and gap != "\n" and gap.isspace()
        if spaced or (gap.startswith(" & ") and len(gap) == 3):
            return last + 1
        if gap == ". " and (left.low in ("st", "mt", "bros") or _is_initial(piece, first, last - 1, classes)):
            return last + 1
        if gap in ("’ ", "' ") and left.low.endswith("s") and (last - first > 1 or left.low in beside("bearers")):
            if piece.words[first].low in classes.first_names:
                return last
            return last + 1
        if gap in (", ", "., ") and right.low in beside("comma_legal"):
            return last + 1
        if gap == ", " and last - first < 4 and _heads_firm(piece, first, last, classes):
            return last + 2 + (piece.low(last + 1) == "and")
        if gap == ", " and right.low in classes.fields and _lists_fields(piece, first, last, classes):
            return last + 1
        if gap == ". " and left.low == "co" and right.low in beside("comma_legal"):
            return last + 1
        return last
    if len(gap) != 1 or gap == "\n":
        return last
    if last - first == 1 and small_firm(piece, piece.text, last):
        return last + 1
    if right.shape == "number":
        return last + 1 if _belongs(piece, last, classes) else last
    return _over_link(piece, first, last, classes)


def _lists_fields(piece: Stretch, first: int, last: int, classes: WordClasses) -> bool:
    """ "Ministry of Food, | Agriculture and Fisheries": what a body of the state is for, up to "and"."""
    lows = {word.low for word in piece.words[first:last]}
    if classes.institution.isdisjoint(lows) or lows.isdisjoint(_FOR):
        return False
    at = last
    while at - last < 3 and piece.gap(at) == ", " and piece.low(at + 1) in classes.fields:
        at += 1
    at += piece.gap(at) == ", " and piece.low(at + 1) == "and"
    at += piece.low(at + 2) in _FIELDLY  # "… and Rural Affairs"
    return "and" in (piece.low(at), piece.low(at + 1)) and piece.low(at + 2) in classes.fields


_FOR = frozenset({"of", "for", "für"})
_FIRMS = frozenset({"co", "company", "cie", "partners", "associates"})


def _heads_firm(piece: Stretch, first: int, last: int, classes: WordClasses) -> bool:
    """ "Hale, Wren & Co", "Van der Hale, Wren & Roe, LLP": a surname before a firm of partners.

    Without a legal form behind the firm, the surname must stand nowhere else in the text.
    """
    if last + 1 >= len(piece.words):
        return False
    if piece.low(last + 1) == "and" and last - first == 1 and _plain_gap(piece, last):
        return (
            piece.low(last + 3) in _PARTNERSHIPS and piece.words[last + 2].shape == "name"
        )  # "Hale, Wren and Roe LLP"
    if piece.gap(last) != " & ":
        return False
    head = piece.words[last - 1]
    if last - first == 1 and _plain_gap(piece, last + 1) and piece.low(last + 2) in ("partners", "associates"):
        return piece.text.count(piece.text[head.start : head.end]) == 1  # "Hale, Wren & Roe Partners"
    if any(word.low not in _PARTICLES for word in piece.words[first : last - 1]) or head.low in classes.generic:
        return False
    behind = piece.gap(last + 1) == ", " and piece.low(last + 2) in _PARTNERSHIPS
    if behind and piece.words[last + 1].shape == "name":
        return True
    if piece.words[last + 1].low not in _FIRMS or head.low in classes.common or head.low in classes.places:
        return False
    return piece.text.count(piece.text[head.start : head.end]) == 1


_PARTICLES = frozenset({"van", "der", "den", "de", "von", "zu", "di", "du", "la", "le", "ter", "ten", "mac", "st"})
_PARTNERSHIPS = frozenset({"llp", "lp", "l.p", "l.p.", "llc", "pllc"})


def _belongs(piece: Stretch, index: int, classes: WordClasses) -> bool:
    """Is this number the end of the name before it ("Fund 2", "Flash v2.5") and no count of its own?"""
    word = piece.words[index]
    following = piece.low(index + 1) if piece.gap(index).isspace() else ""
    if word.low.startswith("v"):
        return True
    if piece.text[word.end : word.end + 1] in ("%", "°") or ("," in piece.gap(index)[:1] and following.isdigit()):
        return False
    whole = word.low.split(".")[0]
    if len(whole) == 4 and whole[:2] in ("19", "20"):
        return piece.words[index - 1].low in classes.event
    counted = following.endswith("s") and following not in classes.verbs and following.isalpha() and len(following) > 3
    left = piece.words[index - 1].low
    return (
        len(whole) <= 4
        and left not in classes.calendar
        and not counted
        and following
        not in (
            "million",
            "billion",
            "trillion",
            *_COUNTED,
            "percent",
            "per",
            "times",
            "am",
            "pm",
            "p.m",
            "a.m",
            "x",
        )
    )


_COUNTED = (
    "mio mrd tsd millionen milliarden million millions milliards milhões bilhões mi bi mil prozent euro euros franken"
).split()


def _over_link(piece: Stretch, first: int, last: int, classes: WordClasses) -> int:
    """Join over "of the", "de", "and" … where a name can go on behind it."""
    link = piece.words[last].low
    if link == "i" and _ends_firm(piece, last, classes):
        return last + 2
    if link not in classes.inside:
        return last
    after = last + 1
    while (
        after < len(piece.words)
        and piece.words[after].low in ("the", "la", "le", "der", "den", "das", "des", "los")
        and after - last < 3
    ):
        if piece.gap(after - 1) != " ":
            return last
        after += 1
    if after >= len(piece.words) or piece.words[after].shape != "name" or not _plain_gap(piece, after - 1):
        return last
    lows = [word.low for word in piece.words[first:last]]
    if link in beside("latin_links"):
        return after + 1 if lows[-1] not in classes.titles and lows[-1] not in classes.calendar else last
    if link in ("of", "for", "für", "y", "e", "et", "und"):
        return after + 1 if any(low in classes.institution for low in lows) else last
    return after + 1 if link == "and" and _and_joins(piece, lows, after, classes) else last


def _ends_firm(piece: Stretch, link: int, classes: WordClasses) -> bool:
    """ "Acme i Ventures": a small letter of a brand in front of a word that firms end in."""
    if link + 1 >= len(piece.words) or not _plain_gap(piece, link):
        return False
    return piece.words[link + 1].shape == "name" and piece.words[link + 1].low in classes.organisation


def _plain_gap(piece: Stretch, index: int) -> bool:
    gap = piece.gap(index)
    return len(gap) == 1 and gap != "\n" and gap.isspace()


_FIELDLY = frozenset(
    {"social", "human", "older", "urban", "rural", "economic", "higher", "climate", "senior", "digital"}
)


def _and_joins(piece: Stretch, lows: list[str], after: int, classes: WordClasses) -> bool:
    """ "Ministry of Economy and Finance", "Ash and Ash", "Hale and Wren Companies": one name with "and" in it."""
    right = piece.words[after].low
    if piece.words[after].stem_end < piece.words[after].end:
        return False  # "the Hospital of Lund and Women's Aid"
    if len(lows) == 1 and (legal_behind(piece, after) or couple_gives(piece, lows[0], after)):
        return True
    if right == lows[-1] and right not in classes.organisation:
        return True
    two = right in _FIELDLY and piece.low(after + 1) in classes.fields  # "Health and Social Care"
    if (right in classes.fields or two) and ("of" in _between(piece, lows, after) or lows[0] in classes.institution):
        return any(low in classes.institution for low in lows)
    if right in _KIN and len(lows) < 3:
        return True
    if lows[-1] in _COLOURS and right in _COLOURS:
        return True
    closing = piece.low(after + 1) if after + 1 < len(piece.words) and _plain_gap(piece, after) else ""
    if right in classes.fields and lows[-1] in classes.fields and closing in classes.institution:
        return piece.words[after + 1].shape == "name"  # "the Trade and Investment Agency"
    return (
        len(lows) == 1
        and closing in ("companies", "co", "company", "inc", "llp", "sons")
        and piece.words[after + 1].shape == "name"
    )


# "Black and White Capital"
_COLOURS = frozenset("black white red green blue gold golden silver grey gray yellow orange amber".split())
# "Hale and Sons": the word for kin in several languages.
_KIN = frozenset("sons son zonen zoon söhne sohn fils filhos filho hijos figli sønner söner daughters".split())


def _between(piece: Stretch, lows: list[str], after: int) -> list[str]:
    return [word.low for word in piece.words[max(0, after - 2 - len(lows)) : after]]
