"""What the texts say an organisation is goes in, its category comes out: government, industry, finance …

Counted are sector nouns in its descriptor, in the heading or label it is listed under, and in its own name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import get_args

from briefing.claims.lexicon import load
from briefing.claims.wordclasses import fold, word_classes
from briefing.model.briefing import Category

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@lru_cache(maxsize=4096)  # articles name the same organisations
def category_of(name: str, descriptor: str, heading: str, kind: str) -> str:
    """The category the words speak for, "" where nothing does. Its own descriptor counts most, a heading least.

    kind: the name's kind; a place that is a party to a deal is a government.
    """
    scores: dict[str, float] = {}
    for text, weight in ((descriptor, 3.0), (name, 2.0), (heading, 1.0)):
        for category in _named(fold(text)):
            scores[category] = scores.get(category, 0.0) + weight
    if kind == "place":
        scores["government"] = scores.get("government", 0.0) + 1.5
    if scores.get("defence") and scores.get("government"):
        scores["defence"] += 0.5  # a ministry of defence is a matter of defence
    if not scores:
        return ""
    order = get_args(Category)
    return max(scores, key=lambda category: (scores[category], -order.index(category)))


def _named(text: str) -> list[str]:
    """The category of every sector noun in a text; "shipping-company" counts by its parts too."""
    found: list[str] = []
    words = _WORD.findall(text)
    pairs = [f"{first}-{second}" for first, second in pairwise(words)]
    for word in (*words, *pairs):
        category = _sectors().get(word) or _sectors().get(word.removesuffix("s"))
        if category:
            found.append(category)
        elif word.endswith(word_classes().head_ends) and word.endswith(("maker", "makers", "builder", "builders")):
            found.append("industry")
    return found


@cache
def _sectors() -> dict[str, str]:
    """Sector noun → category; the first category that claims a noun keeps it."""
    table: dict[str, str] = {}
    for category, nouns in load("categories").items():
        for noun in str(nouns).split():
            table.setdefault(noun, category)
    return table
