"""Word lists of this stage: the name of a TOML file in `lexicon/` → its tables, read once, then kept."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from briefing.lexicons import read

_WORD = re.compile(r"(?:[^\W_]|')+")
_FOLDER = Path(__file__).parent / "lexicon"

# What printers make of plain signs, and the plain sign: always one code point for one.
_PRINTED = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2011", "-"),
)


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed lexicon file `lexicon/<name>.toml`."""
    return read(_FOLDER / f"{name}.toml")


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a lexicon file as a set."""
    return frozenset(table(name)[key])


@cache
def phrases(name: str, key: str) -> dict[str, tuple[str, ...]]:
    """One list of phrases, keyed by first word, longest first: a text needs to be compared with a handful only."""
    found: dict[str, list[str]] = {}
    for phrase in table(name)[key]:
        found.setdefault(first_word(phrase), []).append(phrase)
    return {word: tuple(sorted(group, key=len, reverse=True)) for word, group in found.items()}


def first_word(text: str) -> str:
    """The letters and digits a text begins with (its first character if that is a sign)."""
    match = _WORD.match(text)
    return match[0] if match else text[:1]


def starts_with(text: str, name: str, key: str) -> str:
    """The longest phrase of a list with which the text (lower case, straight quotes) begins at a word's end, or ""."""
    for phrase in phrases(name, key).get(first_word(text), ()):
        if text.startswith(phrase) and not (phrase[-1].isalnum() and text[len(phrase) : len(phrase) + 1].isalnum()):
            return phrase
    return ""


def straight(text: str) -> str:
    """The text with straight quotes, plain spaces and hyphens; offsets keep."""
    if not text.isascii():
        for printed, sign in _PRINTED:
            text = text.replace(printed, sign)
    return text


def plain(text: str) -> str:
    """Lower case with straight quotes: for comparing, not for offsets (a few capitals have two small letters)."""
    return straight(text).lower()
