"""A stretch of text goes in, its words come out as printed, each with its shape: a name's, a number's, a plain word's.

Possessives and contractions are cut off, headlines' compounds taken apart. Nothing here knows any name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import accumulate
from typing import Literal, NamedTuple

from briefing.claims.lexicon import load
from briefing.claims.wordclasses import fold, word_classes

Shape = Literal["name", "number", "word", "mark"]  # mark: "5x", "4M", "3rd", a name only where its neighbours show it

# In brackets, so that `split` gives words and what stands between them in turn.
_WORD = re.compile(r"(A/S\b|[^\W_]+(?:(?:['’](?=[^\W\d_])|[-‑‐&+.@](?=[^\W_]))[^\W_]+)*)")
_MOST_KEPT = 50_000  # words
_NUMERONYM = re.compile(r"[a-z]\d{1,2}[a-z]|[a-z]{1,2}\d{1,2}[a-z]{4,}")  # "b12n", "n3harbour"
_LED_BY_DIGIT = re.compile(r"(\d{1,4})([^\W\d_][^\W_]*)")
_DOTTED = re.compile(r"[a-z][a-z-]{2,}\.[a-z]{2,}")  # "crest.labs": a brand in small letters
_DIGIT_HYPHEN = re.compile(r"\d{1,3}-[^\W\da-z_][^\W\d_]{2,}")  # "9-Twelve"
_MARK = re.compile(r"\d{1,3}x|\d[A-Z]|\d{1,2}(?:st|nd|rd|th)")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-‑‐](?:[a-zß-ÿ]+|(?:19|20)\d\d))+")  # "Cross-border", "Mid-2026"
_GLUED = re.compile(r"[a-zß-ÿ)]\.[A-Z][a-z]")  # "inference.Correction": a full stop without its space
_SPACES = re.compile(" {2,}")


class Word(NamedTuple):
    """low: folded, the possessive "'s" left off. end: behind the whole printed word; stem_end: before the "'s"."""

    start: int
    end: int
    stem_end: int
    low: str
    shape: Shape


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


def printed_words(text: str, start: int, end: int) -> tuple[tuple[Word, ...], list[str]]:
    """The words and the gaps behind them."""
    parts = _WORD.split(text[start:end])  # what is no word, a word, what is no word, …
    printed, gaps = parts[1::2], parts[2::2]
    if not printed:
        return (), []
    if "  " in text[start:end]:  # where tags of a page stood
        gaps = [_SPACES.sub(" ", gap) if "  " in gap else gap for gap in gaps]
    offsets = list(accumulate(map(len, parts), initial=start))
    tails, lows, shapes = zip(*map(_TOLD.__getitem__, printed), strict=True)
    if "$" in gaps:
        shapes = tuple(
            "word" if gap == "$" and word in _DOLLARS else shape
            for word, gap, shape in zip(printed, gaps, shapes, strict=True)
        )
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
_DOLLARS = frozenset({"US", "A", "AU", "C", "CA", "HK", "NZ", "S", "SG", "NT", "R", "Z"})  # "Oakfund | US$25 million"


class _Cutting(NamedTuple):
    """A Word whose offsets count from where the printed piece begins. gap: behind it in the piece; None at its end."""

    start: int
    end: int
    stem_end: int
    low: str
    shape: Shape
    gap: str | None


def _several(printed: list[str], gaps: list[str], starts: list[int]) -> tuple[tuple[Word, ...], list[str]]:
    """As `printed_words`, where something printed without a gap is more than one word."""
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
    elif "." in printed and (split := _GLUED.search(printed)) and not _is_dotted(printed):
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


def _is_dotted(printed: str) -> bool:
    """ "Acme.One": a name with a full stop inside, by a number that no sentence begins with."""
    ahead, _, behind = printed.partition(".")
    return ahead[0].isupper() and behind in _COUNTS


_COUNTS = frozenset("One Two Three Four Five Six Seven Eight Nine Ten Zero".split())


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


def _is_priced(stem: str) -> bool:
    """ "Sh5.4bn", "SEK190m": an abbreviated currency with its figure is no name."""
    letters = stem[:3].rstrip("0123456789.,")
    if letters not in _CURRENCIES and letters not in load("currency")["codes"]:
        return False
    return stem[len(letters) :].rstrip("bkmnt").replace(".", "").replace(",", "").isdigit()


_CURRENCIES = frozenset({"Sh", "KSh", "USh", "TSh", "Ksh", "Ush", "Tsh", "Rs", "Rp", "RM"})


def _shape(stem: str) -> Shape:
    first = stem[0]
    if first.isupper():
        if _is_priced(stem):
            return "word"
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
    if "+" in stem and stem.replace("+", "").isalpha():
        return "name"
    if _NUMERONYM.fullmatch(stem) or ("." in stem and _DOTTED.fullmatch(stem)):
        return "name"
    if not stem.islower() and "-" not in stem and "." not in stem:
        return "name" if any(letter.isupper() for letter in stem[1:]) else "word"
    return "number" if first == "v" and stem[1:].replace(".", "").isdigit() else "word"
