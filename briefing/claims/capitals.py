"""A stretch of text goes in, runs of capitalised words come out: what could be proper names, by shape alone.

A run is a chain of name-like words (capitals, brands such as "eNorth", "5i" or "b12n") with what joins them inside a
name: "&", "of" behind an institution, "de", numbers behind it, ", Inc.". Nothing here knows any name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import accumulate
from typing import Literal, NamedTuple

from briefing.claims.wordclasses import WordClasses, beside, fold, word_classes
from briefing.model.records import dataclass

Shape = Literal["name", "number", "word", "mark"]  # mark: "5x", "4M", a name only where its neighbours show it

# In brackets, so that `split` gives words and what stands between them in turn.
_WORD = re.compile(r"(A/S\b|[^\W_]+(?:(?:['’](?=[^\W\d_])|[-‑‐&+.@](?=[^\W_]))[^\W_]+)*)")
_MOST_KEPT = 50_000  # words
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_NUMERONYM = re.compile(r"[a-z]\d{1,2}[a-z]|[a-z]{1,2}\d{1,2}[a-z]{4,}")  # "b12n", "n3harbour"
_LED_BY_DIGIT = re.compile(r"(\d{1,4})([^\W\d_][^\W_]*)")
_DOTTED = re.compile(r"[a-z][a-z-]{2,}\.[a-z]{2,}")  # "crest.labs": a brand in small letters
_DIGIT_HYPHEN = re.compile(r"\d{1,3}-[^\W\da-z_][^\W\d_]{2,}")  # "9-Twelve"
_MARK = re.compile(r"\d{1,3}x|\d[A-Z]")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-‑‐](?:[a-zß-ÿ]+|(?:19|20)\d\d))+")  # "Cross-border", "Mid-2026"
_GLUED = re.compile(r"[a-zß-ÿ)]\.[A-Z][a-z]")  # "inference.Correction": a full stop without its space
_SPACES = re.compile(" {2,}")
_LONGEST = 14  # words of one name
_QUOTES = "\"'“”‘’„«»()[]*_ "


class Word(NamedTuple):
    """low: folded, the possessive "'s" left off. end: behind the whole printed word; stem_end: before the "'s"."""

    start: int
    end: int
    stem_end: int
    low: str
    shape: Shape


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
    words, gaps = _words(text, start, end)
    runs: list[Run] = []
    piece = Stretch(text, start, end, words, gaps, runs, _is_headline(words, text))
    runs += _runs(piece, word_classes())
    return piece


def bare_script_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Runs of letters without capitals (Chinese, Korean, Arabic …) inside a text that mostly has other letters."""
    piece = text[start:end]
    if piece.isascii() or not any("\u0590" <= sign <= "\u06ff" or sign >= "\u3040" for sign in set(piece)):
        return []
    found = [match.span() for match in _bare().finditer(text, start, end)]
    return found if 3 * sum(b - a for a, b in found) < end - start else []


@cache
def _bare() -> re.Pattern[str]:
    """Made when the first such letter is met: most texts have none."""
    return re.compile(
        r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,12}|[\u0590-\u06ff]{2,}(?: [\u0590-\u06ff]{2,}){0,3}"
    )


def _words(text: str, start: int, end: int) -> tuple[tuple[Word, ...], list[str]]:
    """The words and the gaps behind them."""
    parts = _WORD.split(text[start:end])  # what is no word, a word, what is no word, …
    printed, gaps = parts[1::2], parts[2::2]
    if not printed:
        return (), []
    if "  " in text[start:end]:  # where tags of a page stood
        gaps = [_SPACES.sub(" ", gap) if "  " in gap else gap for gap in gaps]
    offsets = list(accumulate(map(len, parts), initial=start))
    tails, lows, shapes = zip(*map(_TOLD.__getitem__, printed), strict=True)
    if "several" in shapes:
        return _several(printed, gaps, offsets[1::2])
    ends = offsets[2::2]
    stems = [end - tail for end, tail in zip(ends, tails, strict=True)] if any(tails) else ends
    return tuple(map(_made, zip(offsets[1:-1:2], ends, stems, lows, shapes, strict=True))), gaps


_made = partial(tuple.__new__, Word)  # as Word(…), without its checks: many are made


class _Told(dict[str, tuple[int, str, Shape | Literal["several"]]]):
    """What is printed without a gap → the length of its "'s", its low form and its shape, "several" where it is more
    than one word: told once for all places."""

    def __missing__(self, printed: str) -> tuple[int, str, Shape | Literal["several"]]:
        if len(self) > _MOST_KEPT:
            self.clear()
        told: tuple[int, str, Shape | Literal["several"]]
        if printed.isascii() and printed.isalpha():  # most words are, so this path must be short
            told = (0, printed.lower(), "word" if printed.islower() else "name")
        else:
            cut = list(_cut(printed))
            told = (cut[0].end - cut[0].stem_end, cut[0].low, cut[0].shape) if len(cut) == 1 else (0, "", "several")
        self[printed] = told
        return told


_TOLD = _Told()


class _Cutting(NamedTuple):
    """A Word whose offsets count from where the printed piece begins. gap: behind it in the piece; None at its end."""

    start: int
    end: int
    stem_end: int
    low: str
    shape: Shape
    gap: str | None


def _several(printed: list[str], gaps: list[str], starts: list[int]) -> tuple[tuple[Word, ...], list[str]]:
    """As `_words`, where something printed without a gap is more than one word."""
    found: list[Word] = []
    behind: list[str] = []
    for at, piece, gap in zip(starts, printed, gaps, strict=False):
        for one in _cut(piece):
            found.append(Word(at + one.start, at + one.end, at + one.stem_end, one.low, one.shape))
            behind.append(gap if one.gap is None else one.gap)
    return tuple(found), behind


def _cut(printed: str) -> Iterator[_Cutting]:
    """The words of a piece printed without a gap ("inference.Correction", "d'Acme" and "Oslo-based" are two)."""
    first, behind = 0, 0  # the end of the first word and the beginning of the second
    if printed.isalpha():
        pass
    elif "." in printed and (split := _GLUED.search(printed)):
        first = behind = split.start() + 1
    elif _elided(printed):
        yield _Cutting(0, 2, 2, printed[0].lower(), "word", "")
        yield _word(printed, 2, len(printed), None)
        return
    elif "-" in printed and not printed.islower():
        first = _adjective_cut(printed)
        behind = first + 1
    if first:
        yield _word(printed, 0, first, printed[first:behind])
        yield _word(printed, behind, len(printed), None)
    else:
        yield _word(printed, 0, len(printed), None)


def _elided(word: str) -> bool:
    """ "L'opération", "d'Acme": a French article or preposition without its vowel, no part of what follows."""
    if len(word) < 4 or word[1] not in "'’" or word[0] not in "lLdDjJnNsScCmMtT":
        return False
    return word[2].islower() or word[0].islower()


def _adjective_cut(word: str) -> int:
    """Where the name ends in "Oslo-based", "Acme-backed"; 0 where the hyphen belongs to the word."""
    cut = max(word.rfind("-"), word.rfind("‑"))
    return cut if word[cut + 1 :] in word_classes().adjective_ends else 0


def _word(text: str, start: int, end: int, gap: str | None) -> _Cutting:
    printed = text[start:end]
    stem_end = end - 2 if len(printed) > 3 and printed[-2:] in ("'s", "’s", "'S", "’S") else end
    stem = text[start:stem_end]
    return _Cutting(start, end, stem_end, fold(stem), _shape(stem), gap)


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "that", "there", "here", "what"})
_HELPING = frozenset({"d", "ve", "ll", "re", "m"})


def _is_contraction(low: str) -> bool:
    before, _, behind = low.partition("'")
    return (before in _PRONOUNS and behind in _HELPING) or (behind == "t" and before.endswith("n"))


def _shape(stem: str) -> Shape:
    first = stem[0]
    if first.isupper():
        if ("'" in stem or "’" in stem) and _is_contraction(stem.lower().replace("’", "'")):
            return "word"  # "She'd", "They've", "Don't"
        return "word" if ("-" in stem or "‑" in stem) and _COMPOUND.fullmatch(stem) else "name"
    if first.isdigit():
        if _DIGIT_HYPHEN.fullmatch(stem):
            return "name"
        match = _LED_BY_DIGIT.fullmatch(stem)
        if match and match[2].lower() not in word_classes().units and (len(match[2]) > 1 or match[2] == "i"):
            return "name" if len(match[1]) < 4 or match[2][0].isupper() else "word"
        if stem.replace(".", "").replace(",", "").isdigit():
            return "number"
        return "mark" if _MARK.fullmatch(stem) else "word"
    if _NUMERONYM.fullmatch(stem) or ("." in stem and _DOTTED.fullmatch(stem)):
        return "name"
    if not stem.islower() and "-" not in stem and "." not in stem:
        return "name" if any(letter.isupper() for letter in stem[1:]) else "word"
    return "number" if first == "v" and stem[1:].replace(".", "").isdigit() else "word"


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


def _numbered(piece: Stretch, index: int, classes: WordClasses) -> bool:
    """Does a name begin with this number ("600 Global" in a list)?"""
    word = piece.words[index]
    if index + 1 >= len(piece.words) or not 2 <= len(word.low) <= 4:
        return False
    following = piece.words[index + 1]
    opened = index == 0 or piece.gap(index - 1) == ", " or piece.low(index - 1) in ("and", "include", "by")
    return opened and following.shape == "name" and piece.gap(index) == " " and following.low in classes.organisation


def _marked(piece: Stretch, index: int) -> bool:
    """Does a name begin with this short mark of a digit and a letter: "5x Founders", "Hale, 6Q and Wren"?"""
    word = piece.words[index]
    if piece.headline or not index or index + 1 >= len(piece.words):
        return False
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
        return last
    if right.shape == "name":
        spaced = len(gap) == 1 and gap != "\n" and gap.isspace()
        if spaced or (gap.startswith(" & ") and len(gap) == 3):
            return last + 1
        if gap == ". " and (left.low in ("st", "mt", "bros") or _is_initial(piece, first, last - 1, classes)):
            return last + 1
        if gap in ("’ ", "' ") and left.low.endswith("s") and last - first > 1:
            if piece.words[first].low in classes.first_names:
                return last
            return last + 1
        if gap == ", " and right.low in beside("comma_legal"):
            return last + 1
        if gap == ", " and last - first < 4 and _heads_firm(piece, first, last, classes):
            return last + 2
        if gap == ". " and left.low == "co" and right.low in beside("comma_legal"):
            return last + 1
        return last
    if len(gap) != 1 or gap == "\n":
        return last
    if right.shape == "number":
        return last + 1 if _belongs(piece, last, classes) else last
    return _over_link(piece, first, last, classes)


_FIRMS = frozenset({"co", "company", "cie", "partners", "associates"})


def _heads_firm(piece: Stretch, first: int, last: int, classes: WordClasses) -> bool:
    """ "Hale, Wren & Co", "Van der Hale, Wren & Roe, LLP": a surname before a firm of partners.

    Without a legal form behind the firm, the surname must stand nowhere else in the text.
    """
    if last + 1 >= len(piece.words) or piece.gap(last) != " & ":
        return False
    head = piece.words[last - 1]
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


def _and_joins(piece: Stretch, lows: list[str], after: int, classes: WordClasses) -> bool:
    """ "Ministry of Economy and Finance", "Ash and Ash", "Hale and Wren Companies": one name with "and" in it."""
    right = piece.words[after].low
    if right == lows[-1] and right not in classes.organisation:
        return True
    if right in classes.fields and ("of" in _between(piece, lows, after) or lows[0] in classes.institution):
        return any(low in classes.institution for low in lows)
    if right in _KIN and len(lows) < 3:
        return True
    if lows[-1] in _COLOURS and right in _COLOURS:
        return True
    closing = piece.low(after + 1) if after + 1 < len(piece.words) and _plain_gap(piece, after) else ""
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
