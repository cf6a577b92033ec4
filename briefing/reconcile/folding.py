"""Names and words in, keys out: what has the same key counts as the same word or name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from briefing.reconcile.lexicon import words

_PLAIN = tuple(zip("’‘“”‑–—\u00a0", "''\"\"---\u0020", strict=True))
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, plain quotes, single spaces."""
    plain = text.casefold()
    if not plain.isascii():
        for sign, usual in _PLAIN:  # in all a tenth of what a translation takes
            plain = plain.replace(sign, usual)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        if not plain.isascii():
            plain = "".join([sign for sign in plain if sign < "\u0300" or not unicodedata.combining(sign)])
    return " ".join(plain.split())


@cache
def name_key(name: str) -> str:
    """ "The Northwind Corp." and "Northwind" give "northwind"; "" for no name."""
    parts = re.sub(r"[^\w&]+", " ", fold(name).replace("'s ", " ").replace("'", "").replace(".", "")).split()
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in _legal():
        parts = parts[:-1]
    return " ".join(parts)


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """Words that carry meaning, roughly stemmed, for telling whether two texts speak of one thing."""
    empty = _empty()
    stretches = set(fold(text).split(" "))
    found = {stretch for stretch in stretches if stretch.isalnum()}  # most; only the rest need be taken apart
    found.update(_WORD.findall(" ".join(stretches - found)))
    return frozenset([_stem(word) for word in found if word not in empty and (len(word) > 1 or word.isdigit())])


@cache
def _legal() -> frozenset[str]:
    return frozenset(words("language", "legal"))


@cache
def _empty() -> frozenset[str]:
    return frozenset(words("language", "empty"))


_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "es", "ed", "s", "y")


@cache
def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in _ENDINGS if word.endswith(_ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
