"""The slides a deck left with and those it has now in, who became whom out: kept, moved, copied, added, deleted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from briefing.audit.report import SlideChange
from briefing.audit.words import same
from briefing.model.page import Page
from briefing.model.records import dataclass

_LEAST = 0.25
_COMMON = 0.4  # a text on more of the slides than this tells none of them apart


@dataclass(frozen=True, slots=True)
class Aligned:
    """pairs: for each slide now the number (from 0) of the one it was, None for a new one. copies: numbers of now."""

    pairs: tuple[int | None, ...]
    copies: frozenset[int]


def aligned(before: Sequence[Page], now: Sequence[Page]) -> Aligned:
    """By key where the slides still have theirs, else by what they say."""
    keys = {page.key: index for index, page in enumerate(before)}
    if len({page.key for page in now}) == len(now) and all(page.key in keys for page in now):
        return Aligned(tuple(keys[page.key] for page in now), frozenset())
    pairs: list[int | None] = [None] * len(now)
    copies: set[int] = set()
    scores = _scores(before, now)
    taken: dict[int, int] = {}
    keyed = [(index, keys[page.key]) for index, page in enumerate(now) if page.key in keys]
    for index, was in sorted(keyed, key=lambda pair: (-scores[pair[0]].get(pair[1], 0.0), pair)):
        pairs[index] = was
        if was in taken:
            copies.add(index)
        else:
            taken[was] = index
    waiting = [index for index in range(len(now)) if pairs[index] is None]
    ranked = sorted(
        ((score, index, was) for index in waiting for was, score in scores[index].items() if score >= _LEAST),
        key=lambda item: (-item[0], abs(item[1] - item[2]), item[1], item[2]),
    )
    for _, index, was in ranked:
        if pairs[index] is None and was not in taken:
            pairs[index], taken[was] = was, index
    for score, index, was in ranked:
        if pairs[index] is None and score >= 2 * _LEAST:
            pairs[index] = was
            copies.add(index)
    return Aligned(tuple(pairs), frozenset(_later(copies, pairs)))


def _later(copies: set[int], pairs: Sequence[int | None]) -> set[int]:
    """Of a slide and its copy the copy is the one that stands later."""
    found = set()
    for index in copies:
        twins = [other for other, was in enumerate(pairs) if was == pairs[index]]
        found |= set(twins[1:])
    return found


def _words(page: Page) -> Counter[str]:
    found = Counter(same(said.text) for shape in page.shapes for said in shape.texts() if said.part != "picture")
    found.update(same(line) for line in page.notes.split("\n"))
    found.pop("", None)
    return found


def _scores(before: Sequence[Page], now: Sequence[Page]) -> list[dict[int, float]]:
    """For each slide of now: number of a slide of before → share of its texts found there (a name counts half)."""
    texts = [_words(page) for page in before]
    spread = Counter(text for words in texts for text in words)
    common = {text for text, count in spread.items() if count > max(2, _COMMON * len(before))}
    where: dict[str, list[int]] = {}
    for index, words in enumerate(texts):
        for text in words:
            where.setdefault(text, []).append(index)
        for name in {shape.name for shape in before[index].shapes}:
            where.setdefault(f"\0{name}", []).append(index)
    found: list[dict[int, float]] = []
    for page in now:
        told, names = set(_words(page)) - common, {f"\0{shape.name}" for shape in page.shapes}
        scores: dict[int, float] = {}
        for text in sorted(told | names):
            for index in where.get(text, ()):
                scores[index] = scores.get(index, 0.0) + (0.5 if text[0] == "\0" else 1.0) / len(where[text])
        total = len(told) + 0.5 * len(names)
        found.append({index: score / total for index, score in scores.items()} if total else {})
    return found


def likeness(before: Sequence[Page], now: Sequence[Page]) -> float:
    """How much of the texts now stood in the deck before, 0-1."""
    known = {text for page in before for text in _words(page)}
    texts = [text for page in now for text in _words(page) if len(text) > 3]
    return sum(text in known for text in texts) / len(texts) if texts else 0.0


def changes(before: Sequence[Page], now: Sequence[Page], found: Aligned, *, whole: bool) -> list[SlideChange]:
    """What became of the slides, in the order they stand now, the deleted ones last.

    whole: `before` is all that the deck had; otherwise nothing is known to be deleted.
    """
    told: list[SlideChange] = []
    kept = [(index, was) for index, was in enumerate(found.pairs) if was is not None and index not in found.copies]
    still = _longest([was for _, was in kept])
    moved = {index for place, (index, _) in enumerate(kept) if place not in still}
    first = {was: index for index, was in reversed(list(enumerate(found.pairs))) if was is not None}
    for index, was in enumerate(found.pairs):
        title = _title(now[index])
        if was is None:
            told.append(SlideChange("added", index + 1, 0, title))
        elif index in found.copies:
            told.append(SlideChange("copied", index + 1, was + 1, title, first[was] + 1))
        elif index in moved:
            told.append(SlideChange("moved", index + 1, was + 1, title))
        if now[index].hidden and (was is None or not before[was].hidden):
            told.append(SlideChange("hidden", index + 1, 0 if was is None else was + 1, title))
    if whole:
        gone = sorted(set(range(len(before))) - {was for was in found.pairs if was is not None})
        told += [SlideChange("deleted", 0, was + 1, _title(before[was])) for was in gone]
    return told


def _title(page: Page) -> str:
    first = next((said.text for shape in page.shapes for said in shape.texts() if said.text.strip()), "")
    return re.sub(r"\s+", " ", page.title or first).strip()


def _longest(values: Sequence[int]) -> set[int]:
    """Places of a longest rising subsequence: the slides that kept their order."""
    tails: list[int] = []
    places: list[int] = []
    back: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        back.append(places[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            places.append(index)
        else:
            tails[at], places[at] = value, index
    found: set[int] = set()
    index = places[-1] if places else -1
    while index >= 0:
        found.add(index)
        index = back[index]
    return found
