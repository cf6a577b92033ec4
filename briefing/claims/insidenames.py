"""A place inside a run of capitalised words goes in, whether the name goes on there comes out: over "'s", over "and".

"Children's Hospital of Lund", "the Teachers' Fund" and "Crate and Lantern, Inc." are one name each; in "Acme's Growth
Fund" the first owns the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from briefing.claims.printedwords import Word
from briefing.claims.wordclasses import beside, word_classes


class Printed(Protocol):
    """A stretch of text as far as it is asked here; see `claims/capitals.py`."""

    @property
    def words(self) -> Sequence[Word]: ...

    @property
    def headline(self) -> bool: ...

    def gap(self, index: int) -> str: ...

    def low(self, index: int) -> str: ...


def owns_inside(piece: Printed, first: int, last: int) -> bool:
    """Is the "'s" behind words[last-1] part of a name: of people of a kind ("Women's Aid"), of a saint's house?"""
    if piece.headline:
        return False
    if piece.low(last - 1) in beside("bearers"):
        return piece.low(last) not in word_classes().titles
    houses = word_classes().organisation | word_classes().institution
    return piece.low(first) in ("st", "saint") and last - first == 2 and piece.low(last) in houses


def legal_behind(piece: Printed, after: int) -> bool:
    """ "Crate and | Lantern, Inc., Globex and …": a legal form inside a list that goes on, so that "and" ends none."""
    words = piece.words
    if after + 2 >= len(words) or piece.gap(after) != ", " or piece.low(after + 1) not in beside("comma_legal"):
        return False
    return piece.gap(after + 1) in ("., ", ", ") and words[after + 2].shape == "name"


def couple_gives(piece: Printed, low: str, after: int) -> bool:
    """ "the John and | Jane Roe Foundation": two first names before what a family gives by."""
    names = word_classes().first_names
    ends = {piece.low(at) for at in range(after + 1, after + 4)}
    return low in names and piece.low(after) in names and not _GIVING.isdisjoint(ends)


_GIVING = frozenset({"foundation", "trust", "fund", "endowment"})


def small_firm(piece: Printed, text: str, last: int) -> bool:
    """ "m7x | capital": does a word that firms end in, in small letters like the brand before it, end the name?"""
    left = piece.words[last - 1]
    return piece.low(last) in _SMALL and text[left.start : left.stem_end].islower() and piece.gap(last - 1) == " "


_SMALL = frozenset({"capital", "ventures", "partners", "labs"})


def ends_in_possessive(piece: Printed, index: int) -> bool:
    """Does the "'s" of words[index] belong to the name, as another name is listed right behind: "Roe's and Hale's,"?"""
    if piece.low(index + 1) not in ("and", "or") or index + 2 >= len(piece.words):
        return False
    at = index + 2
    if piece.words[at].shape != "name":
        return False
    while at + 1 < len(piece.words) and piece.gap(at) == " " and piece.words[at + 1].shape == "name":
        if piece.words[at].stem_end < piece.words[at].end:
            return False
        at += 1
    owned = piece.words[at].stem_end < piece.words[at].end and piece.gap(at).isspace()
    owned = owned or piece.gap(at)[:1] in ("'", "’")  # "Hale's and St Roe' Trust": both own what follows
    return not owned
