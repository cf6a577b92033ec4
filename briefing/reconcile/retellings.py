"""Two texts of one time go in; whether they tell one event in other words comes out.

"70 employees by late 2031" and "plans to have 70 people there before next year is out"; "was founded in 2011"
and "started life in 2011"; "expects a profit in 2031" and "is to break even next year".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import words

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w&-]+")
_CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)
_OF_DATE = 31  # figures up to this may be days


def one_figure(one: str, other: str) -> bool:
    """Do both tell a figure that is neither a year nor small enough for a day?"""
    return not _figures(one).isdisjoint(_figures(other))


@lru_cache(maxsize=4096)
def _figures(text: str) -> frozenset[str]:
    found = (piece.replace(",", "") for piece in _FIGURE.findall(text))
    return frozenset(
        piece
        for piece in found
        if not _YEAR.fullmatch(piece) and ("." in piece or not piece.isdigit() or int(piece[:9]) > _OF_DATE)
    )


def marks(text: str) -> frozenset[str]:
    """What two tellings of one event have in common whatever their words: figures, founding, profit, who is bought."""
    return _figures(text) | _kinds(text) | _bought(text)


@lru_cache(maxsize=4096)
def _bought(text: str) -> frozenset[str]:
    """Words with a capital inside a text on a purchase, marked."""
    told = _spaced(text)
    if not any(f" {phrase} " in told for phrase in words("language", "buying")):
        return frozenset()
    return frozenset(f"+{piece}" for piece in _NAME.findall(text) if piece not in _CALENDAR)


@lru_cache(maxsize=4096)
def _kinds(text: str) -> frozenset[str]:
    told = _spaced(text)
    return frozenset(
        kind for kind in ("founding", "profit") if any(f" {phrase} " in told for phrase in words("language", kind))
    )


def _spaced(text: str) -> str:
    """The folded text with a space around each word."""
    return f" {fold(text).translate(_PLAIN)} "


_PLAIN = str.maketrans(",.;:", "    ")


def name_in(name: str, text: str) -> bool:
    """Does the text name a round by its name ("the Series C round")?"""
    return f" {fold(name)} " in _spaced(text)


def tells_of_money(text: str) -> bool:
    """Does the text speak of a round, a loan or a grant?"""
    return not _financing().isdisjoint(fold(text).translate(_PLAIN).split())


@cache
def _financing() -> frozenset[str]:
    return frozenset(words("language", "financing"))
