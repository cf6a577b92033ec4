"""Runs of text and a width in, the lines that a renderer makes of them out: greedy, on spaces and after hyphens.

Widths are EMU. A box's usable width is a hair (0.01 in) less than the box, for rounding in renderers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from briefing.measure.faces import widths
from briefing.model.frame import EMU_PER_POINT, Run

HAIR = 9_144

Part = tuple[str, float, bool]

_AFTER = frozenset("-\u2010\u2013\u2014")
_SPACES = frozenset(" \t")
_STRETCH = re.compile(r"[^ \t\n\v]+[ \t]*|[ \t]+|[\n\v]")


class Line(NamedTuple):
    """text: without the space at its end. width: EMU. size: the largest point size on it."""

    text: str
    width: int
    size: float


# An unbreakable stretch: its text; its EMU without, and with, the space behind it; its largest size; its runs as
# (text, size, bold), for cutting it where it is wider than the line; does a line break follow? A plain tuple, since a
# named one takes ten times as long to make and a deck has thousands.
_Piece: TypeAlias = tuple[str, float, float, float, tuple[Part, ...], bool]


@lru_cache(maxsize=16_384)
def em(text: str, bold: bool, face: str) -> float:
    """Width of a text in em, without regard to breaks."""
    return sum(map(widths(face, bold).__getitem__, text))


def break_lines(runs: Sequence[Run], width: int, face: str) -> tuple[Line, ...]:
    """The lines of one paragraph; remembered, because checks measure what slides have measured.

    A paragraph without characters is one empty line of its first run's size.
    """
    # By what can change them alone: to ask whether two runs are the same in all takes several times as long.
    return _lines(tuple([(run.text, run.size, run.bold) for run in runs]), width, face)


@lru_cache(maxsize=8_192)
def _lines(runs: tuple[Part, ...], width: int, face: str) -> tuple[Line, ...]:
    usable = max(width - HAIR, 1)
    natural = _natural(runs, usable, face)
    if 0 < natural <= usable:
        return (
            Line("".join([text for text, _, _ in runs]).rstrip(" "), round(natural), max([run[1] for run in runs])),
        )
    lines: list[Line] = []
    text, solid, full, size, started = "", 0.0, 0.0, 0.0, False
    for piece in _pieces(runs, face):
        if started and full + piece[1] > usable:
            lines.append(Line(text.rstrip(" "), round(solid), size))
            text, solid, full, size = "", 0.0, 0.0, 0.0
        if piece[1] > usable:
            *whole, piece = _broken(piece, usable, face)
            lines += [Line(part[0], round(part[1]), part[3]) for part in whole]
        word, its_solid, its_full, its_size, _, hard = piece
        text, solid, full, started = text + word, full + its_solid, full + its_full, True
        if its_size > size:
            size = its_size
        if hard:
            lines.append(Line(text.rstrip(" "), round(solid), size))
            text, solid, full, size, started = "", 0.0, 0.0, its_size, False
    if started or not lines or size:
        lines.append(Line(text.rstrip(" "), round(solid), size or (runs[0][1] if runs else 10.0)))
    return tuple(lines)


def _natural(runs: tuple[Part, ...], usable: int, face: str) -> float:
    """EMU of the runs on one line; -1 if they hold a line break or are plainly too long for it."""
    total = 0.0
    if sum([len(text) * size for text, size, _ in runs]) * EMU_PER_POINT * 0.4 > usable:
        return -1.0
    for text, size, bold in runs:
        if "\n" in text or "\v" in text:
            return -1.0
        total += em(text, bold, face) * size
    return total * EMU_PER_POINT


def _pieces(runs: tuple[Part, ...], face: str) -> list[_Piece]:
    """The stretches between break opportunities; a stretch may cross runs ("word" + NBSP + "[1]")."""
    found: list[_Piece] = []
    begun: _Piece | None = None
    for text, size, bold in runs:
        scale = size * EMU_PER_POINT
        for word, solid, full, breaks, hard in _measured(text, bold, face):
            piece: _Piece = (word, solid * scale, full * scale, size, ((word, size, bold),), hard)
            if begun is not None:
                piece = _joined(begun, piece)
            if breaks or hard:
                found.append(piece)
                begun = None
            else:
                begun = piece
    return found if begun is None else [*found, begun]


def _joined(one: _Piece, other: _Piece) -> _Piece:
    text, solid, full, size, parts, _ = one
    word, its_solid, its_full, its_size, its_parts, hard = other
    whole = full + its_solid if its_solid else solid
    return text + word, whole, full + its_full, max(size, its_size), parts + its_parts, hard


@lru_cache(maxsize=8_192)
def _measured(text: str, bold: bool, face: str) -> tuple[tuple[str, float, float, bool, bool], ...]:
    """Stretches with their widths in em, without and with the spaces behind; may, and must, a line break follow?"""
    advance = widths(face, bold).__getitem__
    found: list[tuple[str, float, float, bool, bool]] = []
    for word, breaks, hard in _words(text):
        bare = word.rstrip(" \t")
        full = solid = em(bare, bold, face)  # words come again and again
        for space in word[len(bare) :]:
            full += advance(space)
        found.append((word, solid, full, breaks, hard))
    return tuple(found)


def _words(text: str) -> tuple[tuple[str, bool, bool], ...]:
    """(stretch with the spaces behind it, may a line break after it, must it) in order."""
    found: list[tuple[str, bool, bool]] = []
    for stretch in _STRETCH.findall(text):
        if stretch in "\n\v":
            found.append(("", True, True))
        elif "-" in stretch or not stretch.isascii():
            found += _split_inside(stretch)
        else:
            found.append((stretch, stretch[-1] in _SPACES, False))
    return tuple(found)


def _split_inside(stretch: str) -> Iterator[tuple[str, bool, bool]]:
    """The pieces of a stretch that may break inside: behind hyphens and dashes, between ideographs."""
    start = 0
    for index in range(len(stretch) - 1):
        if _may_break(stretch[index], stretch[index + 1]):
            yield stretch[start : index + 1], True, False
            start = index + 1
    yield stretch[start:], stretch[-1] in _SPACES, False


def _may_break(before: str, after: str) -> bool:
    if before in _AFTER:
        return after.isalpha()
    if before < "\u2e80" and after < "\u2e80":
        return False
    return _ideographic(before) and _ideographic(after)


def _ideographic(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and unicodedata.category(character)[0] in "LS"


def _broken(piece: _Piece, usable: int, face: str) -> list[_Piece]:
    """A word wider than the line, cut where it reaches the edge."""
    done: list[_Piece] = []
    _, _, _, most, parts, hard = piece
    text, width, size = "", 0.0, most
    for part, size, bold in parts:
        table = widths(face, bold)
        for character in part:
            advance = table[character] * size * EMU_PER_POINT
            if text and width + advance > usable and character not in _SPACES:
                done.append((text, width, width, size, (), False))
                text, width = "", 0.0
            text, width = text + character, width + advance
    done.append((text, width, width, most, (), hard))
    return done
