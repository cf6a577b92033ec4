"""Frames, a Briefing and its sources in; which words of the slides are the sources' own or facts, which are ours, out.

How it is counted
- Counted are the words of what a slide says: titles, texts, table bodies, the labels of charts and maps. Signs that are
  the same in every deck are not: column heads, panel headings, the legend and keys of badges, lanes and years of the
  timeline, notes at the foot, how sources are counted, the section, the sources line, the deck label, page numbers,
  badges and citation digits.
- A word counts as the sources' own if it stands in a row of at least three words that one source holds in the same
  order (or of two, neither of them a mere function word). Figures are compared in the deck's short form ("$13.8B").
- A word counts as a slot filled from a fact if it is a number, or a word of a name, a date, a figure, or of a value of
  a field (standing, instrument, tie, status, reason) of some fact, source or origin; so does the noun behind a number
  that counts facts ("78 claims", "two independent origins"). Words of five letters or more are compared by their
  beginning, so that "rumour" is the value "rumoured".
- Function words between two words that count belong to the slots they join ("Series C of €1.7B is only a rumour").
- All other words are the deck's own wording. No credit is given for the kind that a run claims for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise

from briefing.model.briefing import Briefing
from briefing.model.frame import ChartMark, Frame, GroupMark, Mark, Paragraph, TableMark, TextMark
from briefing.slides import figures
from briefing.slides.wording import number_word

_WORD = re.compile(r"(?:[A-Z]{1,3})?[$€£¥₹]?\d[\d.,]*(?:[%×]|[A-Za-z]+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FUNCTION = frozenset(
    "a an and as at by for from had has have in into is are was were it its of on only or than that the this to "
    "up with be been not no but so if".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec spring summer autumn winter mid early late".split()
)
_META = frozenset({14, 15, 16, 17})  # "As of", "Sources" on the title slide: their values count
_SIGNS = ("Meaning", "Legend", "Key", "Heading", "Lane", "Year", "As of", "Still ahead", "Layer", "Counting rule")
_FURNITURE = frozenset({10, 11, 12, 13})
_FACTS = (
    "funding", "funding_totals", "relationships", "metrics", "people", "products", "infrastructure", "milestones",
    "unverified", "profile",
)  # fmt: skip
# Fields that hold no value of a fact, and those that hold sentences, which count by their rows of words alone.
_LEFT_OUT = frozenset(
    "id evidence claims start end rank why would_verify text description background detail scope".split()
)
_STEM = 5


@dataclass(frozen=True)
class Share:
    """counted: words of what the slides say. own: those of the sources or of facts. ours: texts with others."""

    counted: int
    own: int
    ours: tuple[str, ...]

    @property
    def part(self) -> float:
        return self.own / max(self.counted, 1)


def words(text: str) -> list[str]:
    """In the deck's short form, small, without marks around them."""
    plain = figures.shortened(text).replace("’", "'").replace("\u2011", "-").replace("\u00a0", " ")
    return [word.rstrip(".,").casefold() for word in _WORD.findall(plain)]


def share(frames: Iterable[Frame], briefing: Briefing, texts: Mapping[str, str]) -> Share:
    """Over all frames. texts: source id → its words."""
    values = list(_values(briefing))
    rows = {part for text in texts.values() for part in _rows(words(text))}
    rows |= {part for value in values for part in pairwise(words(value))}
    slots = _slots(values)
    counted, own, ours = 0, 0, []
    for frame in frames:
        for text in texts_on(frame):
            found = words(text)
            marks = _marked(found, rows, slots)
            counted, own = counted + len(found), own + sum(marks)
            if not all(marks):
                told = " ".join(word if mark else f"[{word}]" for word, mark in zip(found, marks, strict=True))
                ours.append(f"{frame.key}: {told}")
    return Share(counted, own, tuple(ours))


def _rows(found: list[str]) -> Iterator[tuple[str, ...]]:
    for size in (2, 3):
        for start in range(len(found) - size + 1):
            part = tuple(found[start : start + size])
            if size == 3 or not set(part) & _FUNCTION:
                yield part


def _marked(found: list[str], rows: set[tuple[str, ...]], slots: frozenset[str]) -> list[bool]:
    marks = [_filled(word, slots) for word in found]
    for size in (2, 3):
        for start in range(len(found) - size + 1):
            if tuple(found[start : start + size]) in rows:
                marks[start : start + size] = [True] * size
    for at in _counted(found):
        marks[at] = True
    return _joined(found, marks)


_COUNTED = frozenset(
    "articles claims differences events figures investors organisations origins partners people points questions "
    "rounds sources steps versions".split()
)


def _counted(found: list[str]) -> Iterator[int]:
    """Places of nouns that a number counts, and of the word between them."""
    for at, word in enumerate(found):
        for number in (at - 1, at - 2):
            if word in _COUNTED and number >= 0 and (found[number].isdigit() or found[number] in _NUMBERS):
                yield from range(number + 1, at + 1)


_NUMBERS = frozenset(number_word(number) for number in range(13))


def _joined(found: list[str], marks: list[bool]) -> list[bool]:
    """Function words between two words that count do too."""
    last = None
    for at, mark in enumerate(list(marks)):
        if mark:
            if last is not None and all(word in _FUNCTION for word in found[last + 1 : at]):
                marks[last + 1 : at] = [True] * (at - last - 1)
            last = at
    return marks


def _filled(word: str, slots: frozenset[str]) -> bool:
    if word in _FUNCTION:
        return False
    return any(sign.isdigit() for sign in word) or word in _MONTHS or word in slots or word[:_STEM] in slots


def _values(briefing: Briefing) -> Iterator[str]:
    """The values of the facts' fields, names of sources and origins: what a slot can be filled with."""
    yield from (briefing.subject.name, briefing.as_of, *briefing.subject.aliases)
    for source in briefing.sources:
        yield from (source.title, source.publisher, source.author, source.short_name, source.origin_basis)
    yield from (origin.name for origin in briefing.origins)
    for part in _FACTS:
        for fact in getattr(briefing, part):
            yield from (text for text in _held(fact) if len(text) <= 120)


def _slots(values: Iterable[str]) -> frozenset[str]:
    found = set(_NUMBERS)
    for value in values:
        for word in words(value):
            found.add(word)
            for piece in word.split("-"):
                if len(piece) >= _STEM and piece not in _FUNCTION:
                    found |= {piece, piece[:_STEM]}
    return frozenset(found)


def _held(value: object) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            if item.name not in _LEFT_OUT:
                yield from _held(getattr(value, item.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _held(part)
    elif isinstance(value, str):
        yield value


def texts_on(frame: Frame) -> Iterator[str]:
    """What a slide says, paragraph by paragraph."""
    for mark in frame.marks:
        yield from _of(mark)


def _of(mark: Mark) -> Iterator[str]:
    if isinstance(mark, GroupMark):
        for part in mark.marks:
            yield from _of(part)
    elif isinstance(mark, TableMark):
        for row in mark.rows[mark.header_rows :]:
            for cell in row.cells:
                yield from map(_said, cell.paragraphs)
    elif isinstance(mark, ChartMark):
        yield from (line for category in mark.categories for line in category.split("\n"))
        yield from (label for series in mark.series for label in series.labels)
    elif isinstance(mark, TextMark) and _says(mark):
        yield from map(_said, mark.paragraphs[1:] if mark.placeholder in _META else mark.paragraphs)


def _says(mark: TextMark) -> bool:
    return mark.placeholder not in _FURNITURE and not mark.name.startswith(_SIGNS) and mark.name != "Note"


def _said(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs if run.kind not in ("citation", "badge") and not run.field)
