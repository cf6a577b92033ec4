"""A text → the language it is written in, guessed from its commonest short words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefing.sources.wordlists import table

LANGUAGES = ("en", "de", "fr", "pt", "es", "it", "nl")
_COMPARED = 34
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("[\u3040-\u30ff]", "ja"),
    ("[\uac00-\ud7af]", "ko"),
    ("[\u4e00-\u9fff]", "zh"),
    ("[\u0400-\u04ff]", "ru"),
    ("[\u0600-\u06ff]", "ar"),
    ("[\u0590-\u05ff]", "he"),
    ("[\u0370-\u03ff]", "el"),
)


@cache
def _common(tag: str) -> frozenset[str]:
    """Of the lists, which are of different lengths, only the beginnings, equally long, are compared."""
    return frozenset(table("languages")[tag][:_COMPARED])


def guess(text: str) -> str:
    """BCP 47 primary tag; "en" where nothing tells. Reads the first 6,000 code points."""
    sample = text[:6000]
    western = len(sample.encode("latin-1", "ignore"))
    if western < 0.85 * len(sample):
        for script, tag in _SCRIPTS:
            if len(re.findall(script, sample)) > 0.15 * len(sample):
                return tag
    found = Counter(_WORD.findall(sample.lower()))
    scores = [
        (sum([found[word] for word in _common(tag) & found.keys()]), -index) for index, tag in enumerate(LANGUAGES)
    ]
    best, index = max(scores)
    return LANGUAGES[-index] if best > 0.05 * found.total() else "en"
