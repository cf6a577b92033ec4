"""A text goes in, the currency its dollars are said to be in comes out; sums with it, sums in that currency come out.

"Dollars here are Australian ones.", "All amounts are in Canadian dollars.": from then on "$5 million" is not
of the United States.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from briefing.claims.lexicon import load
from briefing.claims.reading import FoundAmount
from briefing.model.records import replace

_FIGURES = ("figures", "amounts", "sums", "prices", "values", "dollars", "currency")
_WINDOW = 70  # code points on each side of such a noun in which the sentence lies
_SIGN = "$"
_AMERICAN = frozenset({"us", "usd", "u", "american"})


@lru_cache(maxsize=32)
def declared(text: str) -> str:
    """ISO code of the dollars of a text that says whose they are, "" if it does not or they are those of the US."""
    low = text.lower()
    if "dollar" not in low and _SIGN not in low:
        return ""
    for noun in _FIGURES:
        at = low.find(noun)
        while at >= 0:
            code = _of_sentence(_sentence_round(low, at))
            if code:
                return "" if code == "USD" else code
            at = low.find(noun, at + 1)
    return _by_contrast(text)


def _by_contrast(text: str) -> str:
    """The code of the plain dollars of a text that writes one and the same sum with letters, too.

    "A$64m for Acme" in its title, "a $64 million vote of confidence" below.
    """
    if all(f"{sign}$" not in text for sign in "ACZSK"):
        return ""
    plain = {match[1] for match in _PLAIN.finditer(text)}
    letters: dict[str, str] = load("currency")["dollars"]
    marked = {match[1].lower(): match[2] for match in _MARKED.finditer(text)}
    codes = {letters.get(word, "USD") for word in marked}
    same = any(len(sum_) > 1 and sum_ in plain for sum_ in marked.values())
    return next(iter(codes)) if same and len(codes) == 1 and codes != {"USD"} else ""


_MARKED = re.compile(r"\b(US|AU|A|CA|C|NZ|SG|S|HK)\$ ?(\d[\d.,]*)")
_PLAIN = re.compile(r"(?<![A-Za-z])\$ ?(\d[\d.,]*)")


def _sentence_round(low: str, at: int) -> list[str]:
    begin = max(low.rfind(mark, max(0, at - _WINDOW), at) for mark in ".\n(")
    ends = [end for mark in (". ", ".\n", "\n", ")") if (end := low.find(mark, at, at + _WINDOW)) > 0]
    words = low[max(begin + 1, at - _WINDOW) : min(ends, default=at + _WINDOW)]
    return words.replace(_SIGN, " $ ").replace(",", " ").replace(".", " ").replace("-", " ").split()


def _of_sentence(words: list[str]) -> str:
    """The code in a sentence that speaks of all figures: "all …", "dollar figures …", "… unless otherwise stated"."""
    whole = words[:1] in (["all"], ["dollar"], ["dollars"], ["$"]) or "unless" in words or "throughout" in words
    if not whole or len(words) > 16 or not {"are", "is", "in"} & set(words):
        return ""
    if not {"dollar", "dollars", _SIGN} & set(words) or any(word.isdigit() for word in words):
        return ""
    letters: dict[str, str] = load("currency")["dollars"]
    glued = (letters.get(word, "") for word, sign in pairwise(words) if sign == _SIGN)  # "A$"
    return next((code for code in glued if code), "") or next(
        (_codes()[word] for word in words if word in _codes()), ""
    )


@cache
def _codes() -> dict[str, str]:
    """Adjectives → codes of currencies that are called dollar."""
    lexicon = load("currency")
    return {word: code for word, code in {**lexicon["countries"], "u": "USD"}.items() if code.endswith("D")}


def retold(found: Iterable[FoundAmount], code: str) -> tuple[FoundAmount, ...]:
    """The sums with their plain dollars in the currency of `code`; all as they were where there is none."""
    return tuple([_retold(one, code) for one in found]) if code else tuple(found)


def _retold(one: FoundAmount, code: str) -> FoundAmount:
    words = one.money.raw.lower().replace(_SIGN, " $ ").replace(".", " ").split()
    plain = one.money.currency == "USD" and _AMERICAN.isdisjoint(words)
    return replace(one, money=replace(one.money, currency=code)) if plain else one
