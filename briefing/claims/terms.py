"""Texts go in, the abbreviations come out that are words: "draft red herring prospectus (DRHP)", "GTM teams"."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.claims.wordclasses import word_classes

_DEFINED = re.compile(r"\b([A-Za-z][a-z]+(?:(?:-|,? (?:and |& )?)[a-z]+){1,8}) \(([A-Z]{2,6})s?\)")
_LETTERS = re.compile(r"(?<![\w&.-])([A-Z]{2,5})s?\b(?![&’'-])( [a-z]+)?")
_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to", "a", "an"})
_OF_A_KIND = frozenset(
    "brands companies firms functions businesses products sector industry players teams goods makers clients "
    "customers market markets segment sellers brand company firm startup startups maker".split()
)


@lru_cache(maxsize=64)  # one text may be read again in one process
def terms(text: str) -> frozenset[str]:
    """Abbreviations, folded, with and without their "s"."""
    found = {short for phrase, short in _DEFINED.findall(text) if _spell(phrase, short)} if "(" in text else set()
    with_kind: set[str] = set()
    without: set[str] = set()
    for short, behind in _LETTERS.findall(text):
        (with_kind if behind.strip() in _OF_A_KIND else without).add(short)
    found |= with_kind - without
    return frozenset(form for short in found for form in (short.lower(), f"{short.lower()}s"))


def _spell(phrase: str, short: str) -> bool:
    """Do the words right in front of the bracket begin with its letters? Small words need not count."""
    if phrase.rsplit(maxsplit=1)[-1] in word_classes().institution | word_classes().bodies:
        return False  # "the national health service (NHS)": a body
    letters = list(short.lower())
    for word in reversed(phrase.lower().replace("-", " ").replace(",", " ").replace("&", " ").split()):
        if not letters:
            break
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in _SMALL:
            return False
    return not letters
