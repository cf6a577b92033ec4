"""The lexicons of names go in, sets of folded words come out: what a word can be before its sentence is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.words import word_set
from briefing.model.records import dataclass

_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": None}
)
ADJECTIVE_ENDS = ("able", "ible", "ing", "led", "ful", "less", "ous", "rupt", "ish")
# Places that are people or companies as often: they are places only where something else says so.
_PERSONAL_PLACES = {"charlotte", "florence", "phoenix", "sofia", "nice", "essen", "valencia", "virginia"}


def fold(text: str) -> str:
    """Lower case, plain apostrophes, hyphens and spaces: how words and names are compared."""
    return text.lower() if text.isascii() else text.translate(_FOLD).lower()


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Sets of folded words; places may hold several words. See `lexicon/names.toml` and `lexicon/places.toml`."""

    common: frozenset[str]
    generic: frozenset[str]
    calendar: frozenset[str]
    titles: frozenset[str]
    title_words: frozenset[str]
    legal: frozenset[str]
    organisation: frozenset[str]
    institution: frozenset[str]
    fields: frozenset[str]
    bodies: frozenset[str]
    news: frozenset[str]
    event: frozenset[str]
    inside: frozenset[str]
    adjective_ends: frozenset[str]
    first_names: frozenset[str]
    verbs: frozenset[str]
    units: frozenset[str]
    places: frozenset[str]
    nationalities: frozenset[str]
    heads: frozenset[str]
    head_ends: tuple[str, ...]
    product_heads: frozenset[str]
    person_heads: frozenset[str]
    special: frozenset[str]  # words at which a run of capitals may have to be cut
    splitting: frozenset[str]  # those of them that part one name from another


def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(fold(str(load(table)[key])).split())


@cache
def beside(kind: str) -> frozenset[str]:
    """Folded words of one kind that stand beside names; see `lexicon/neighbours.toml`."""
    return _words("neighbours", kind)


@cache
def word_classes() -> WordClasses:
    """All classes, read once."""
    places = {
        fold(" ".join(name.split())).rstrip(".")
        for key in ("countries", "regions", "states", "cities")
        for name in str(load("places")[key]).split(",")
    }
    own = {key: _words("names", key) for key in load("names")}
    nationalities = _words("places", "nationalities")
    special = own["common"] | own["generic"] | own["calendar"] | own["titles"] | own["title_words"] | nationalities
    return WordClasses(
        places=frozenset(places - _PERSONAL_PLACES),
        nationalities=nationalities,
        special=special | beside("articles") | beside("numbered") | {"and", "of"},
        splitting=own["calendar"] | own["titles"] | beside("numbered"),
        heads=_words("descriptors", "heads"),
        head_ends=tuple(str(load("descriptors")["head_ends"]).split()),
        product_heads=_words("descriptors", "product_heads"),
        person_heads=_words("descriptors", "person_heads"),
        **own,
    )


_SIDES = frozenset("north south east west latin central northern southern eastern western new saudi sri hong".split())


def names_people(text: str) -> bool:
    """Is it no name but that of a people: "the Canadians", "South Korean"?"""
    *sides, last = fold(text).split() or [""]
    return last.removesuffix("s") in word_classes().nationalities and _SIDES.issuperset(sides)


_POINTING = frozenset({"its", "the", "their", "our", "a", "an"})


def names_post(low: Sequence[str], at: int) -> bool:
    """Does a post at the head of a company begin at word `at`: "chief executive Jane Roe", "its founder Jane Roe"?"""
    first = next((word for word in low[at : at + 3] if word not in _POINTING), "")
    return first in word_set("roles", "top") or first in ("chief", "former") or first.startswith("co-")
