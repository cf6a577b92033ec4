"""Two sources in, how much of one stands in the other out: rare details, runs of words, wording outside quotations.

A detail is something two writers seldom share by chance: a figure with its digits, a quoted phrase, a name. Runs are
eight words long and begin only at long words, so that a text of a thousand words has some two hundred of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from briefing.model.source import SPEAKING, Source

_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_AROUND = ".,;:!?()[]'\"“”"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_CAPITALS = re.compile(rf"({_CAPITAL})(?:(?:[ \u00a0]| & ){_CAPITAL})*")
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„\n]{18,400})[”\"»“]")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"([$€£¥₹%]?)\s?(\d+(?:[.,]\d+)*)[\s-]?([$€£¥₹%]|[^\W\d_]*)")
_SCALES = {"k": "k", "m": "m", "mn": "m", "million": "m", "millionen": "m", "b": "b", "bn": "b", "billion": "b"}
_SCALES |= {"mrd": "b", "milliarden": "b", "trillion": "t", "crore": "crore", "lakh": "lakh"}
_SIGNS = frozenset("$€£¥₹%")
_RUN, _LONG_WORD, _GRAM = 8, 7, 4
_LONG_PASSAGE = 100  # spaces: what is longer shows nothing by being cited
_MANY = 20  # a detail in more sources than this links neighbours only, so that work stays in proportion


class Features:
    """What a source can share. details: folded; runs: of eight words; grams: of four words outside quotations.

    told: (start, end, details) of its passages that are no longer than a hundred words. plain: those that quote
    nothing, spelt as `spelt` does; quoting: the others as they stand.
    """

    def __init__(self, title: str) -> None:
        self.title = spelt(title)
        self.details: set[str] = set()
        self.runs: set[str] = set()
        self.told: list[tuple[int, int, set[str]]] = []
        self.plain: list[str] = []
        self.quoting: list[str] = []

    @cached_property
    def grams(self) -> set[tuple[str, ...]]:
        """Few sources are so like another that somebody asks."""
        outside = [text.split(" ") for text in self.plain]
        outside += [_words(_QUOTED.sub(" ", text)) for text in self.quoting]
        found: set[tuple[str, ...]] = set()
        for words in outside:
            found.update(zip(*(words[at:] for at in range(_GRAM)), strict=False))
        return found


class Likeness(NamedTuple):
    """details, runs: how many are shared; *_share: of the poorer of the two sources."""

    details: int
    detail_share: float
    runs: int
    run_share: float
    same_title: bool


def features(source: Source, common: frozenset[str]) -> Features:
    """What the source can share with others; `common` are folded names that all sources hold (the subject's)."""
    found = Features(source.title)
    for passage in source.passages:
        if passage.kind in SPEAKING:
            text = source.text[passage.start : passage.end]
            words = _words(text)
            begins = enumerate(words[: 1 - _RUN])
            found.runs.update([" ".join(words[at : at + _RUN]) for at, word in begins if len(word) >= _LONG_WORD])
            held = _figures(text) | _names(text, common)
            if _QUOTED.search(text):
                held.update(["“" + quote for quote in quotes(text)])
                found.quoting.append(text)
            else:
                found.plain.append(" ".join(words))
            found.details |= held
            if text.count(" ") <= _LONG_PASSAGE:
                found.told.append((passage.start, passage.end, held))
    return found


def candidates(sharing: Sequence[Features]) -> list[tuple[int, int]]:
    """Pairs of indices worth a closer look: they share at least four details, or two runs. Near-linear in the input."""
    details, runs = (_postings(f.details for f in sharing), _postings(f.runs for f in sharing))
    counts = Counter(chain(_linked(details), _linked(runs), _linked(runs)))
    return sorted(pair for pair, count in counts.items() if count >= 4)


def _linked(postings: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    """Each pair of sources once for each feature that both hold."""
    return chain.from_iterable(
        combinations(members, 2) if len(members) <= _MANY else pairwise(members) for members in postings
    )


def likeness(one: Features, other: Features) -> Likeness:
    details, runs = len(one.details & other.details), len(one.runs & other.runs)
    return Likeness(
        details,
        details / max(1, min(len(one.details), len(other.details))),
        runs,
        runs / max(1, min(len(one.runs), len(other.runs))),
        bool(one.title) and one.title == other.title and one.title.count(" ") >= 4,
    )


def shared_wording(one: Features, other: Features) -> int:
    """How many stretches of four words outside quotations the two have in common."""
    return len(one.grams & other.grams)


def shared_passages(mine: Features, theirs: Features) -> list[tuple[int, int]]:
    """Spans of one's own passages that hold most of the shared details, at most three, in text order."""
    shared = mine.details & theirs.details
    weighed = [(-len(held & shared), start, end) for start, end, held in mine.told if not shared.isdisjoint(held)]
    return sorted((start, end) for _, start, end in sorted(weighed)[:3])


def _postings(feature_sets: Iterable[set[str]]) -> list[list[int]]:
    members: defaultdict[str, list[int]] = defaultdict(list)
    for index, feature_set in enumerate(feature_sets):
        for feature in feature_set:
            members[feature].append(index)
    return [found for found in members.values() if len(found) > 1]


def quotes(text: str) -> list[str]:
    """What a text quotes, four words or more at a stretch, spelt as `spelt` does."""
    return [" ".join(words) for words in map(_words, _QUOTED.findall(text)) if len(words) >= 4]


def spelt(text: str) -> str:
    """The words of a text in small letters, one space between them, no signs."""
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    found: list[str] = []
    for stretch in text.casefold().replace("’", "'").split():
        # Most stretches are a word, or one with a sign behind it: the expression is asked about the others alone.
        if stretch.isalnum():
            found.append(stretch)
        elif (word := stretch.strip(_AROUND)).isalnum():
            found.append(word)
        else:
            found += _WORD.findall(word)
    return found


def _figures(text: str) -> set[str]:
    """Money, percentages and long numbers, with their digits and scale; years and small counts are no rarity."""
    found: set[str] = set()
    if not _DIGIT.search(text):
        return found
    for before, digits, after in _FIGURE.findall(text):
        scale = _SCALES.get(after.casefold(), "")
        sign = before or (after if after in _SIGNS else "")
        significant = digits.replace(",", "").replace(".", "").strip("0")
        year = len(digits) == 4 and digits[:2] in ("19", "20") and not scale
        if sign or scale or (len(significant) >= 3 and not year):
            found.add(f"{sign}{digits}{scale}")
    return found


def _names(text: str, common: frozenset[str]) -> set[str]:
    """Capitalised words inside a sentence, runs of them taken together; the sentence's first word only in a run."""
    found = set()
    for match in _CAPITALS.finditer(text):
        if match.start() > 0 or match.end(1) < match.end():
            name = match[0].casefold().replace("’", "'").removesuffix("'s").strip(".-")
            if len(name) > 2 and name not in common:
                found.add(name)
    return found
