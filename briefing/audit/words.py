"""The language of an audit: words of caution by class, badges, plain words; and texts as comparable tokens."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from briefing.lexicons import read

# One code point for one, so that offsets keep.
PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2212\u2012\u2013\u2014", "-")
    | dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u000b", " ")
    | dict.fromkeys("’‘‛´`", "'")
    | dict.fromkeys("“”„«»", '"')
    | {"◆": "◊", "◇": "◊", "♢": "◊", "⚪": "○", "⚫": "●"}
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
# What nobody sees, and what no file can hold.
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Token(NamedTuple):
    start: int
    end: int
    word: str


@cache
def language() -> dict[str, Any]:
    """The lexicon."""
    return read(Path(__file__).with_name("language.toml"))


@lru_cache(maxsize=8192)
def same(text: str) -> str:
    """What two texts have in common that differ in typography only."""
    if text.isascii() and (text.isprintable() or text.replace("\n", "").isprintable()):
        return " ".join(text.split())
    plain = _UNSEEN.sub("", text).translate(PLAIN).replace("…", "...")
    return " ".join(plain.split())


def tokens(text: str) -> list[Token]:
    """Words, numbers and signs with their places, in small letters."""
    plain = text.translate(PLAIN)
    return [Token(match.start(), match.end(), match[0].casefold()) for match in _TOKEN.finditer(plain)]


@cache
def hedges() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (phrase, class), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in language()["hedges"].items():
        for phrase in phrases:
            words = tuple(token.word for token in tokens(phrase))
            found.setdefault(words[0], []).append((words, name))
    return {first: tuple(sorted(phrases, key=lambda item: -len(item[0]))) for first, phrases in found.items()}


@cache
def plain_words() -> frozenset[str]:
    """Words that carry no statement of their own."""
    return frozenset(language()["plain"]["words"].split())


@cache
def number_words() -> frozenset[str]:
    return frozenset(language()["numbers"]["words"].split())


@cache
def badge_ranks() -> dict[str, int]:
    """A badge's word in small letters → how far it vouches."""
    return dict(language()["badges"])


def badge_pattern() -> re.Pattern[str]:
    """A badge with its word, or its sign alone."""
    return _badge_pattern()


@cache
def _badge_pattern() -> re.Pattern[str]:
    signs = "".join(language()["signs"]["badge"])
    words = "|".join(re.escape(word) for word in sorted(badge_ranks(), key=len, reverse=True))
    return re.compile(rf"(?:[{signs}]\s?)(?:{words})\b|[{signs}]|^(?:{words})$", re.IGNORECASE | re.MULTILINE)


def decimals(text: str) -> str:
    """ "eleven point seven" → "11.7" and as many spaces as it takes for all else to keep its place."""
    small = text.casefold()
    if len(small) != len(text) or not any(f" {word} " in small for word in language()["numbers"]["point"]):
        return text
    table, points = language()["numbers"]["digits"], frozenset(language()["numbers"]["point"])
    words = [(match.start(), match.end(), match[0]) for match in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)?|\d+", small)]
    made = list(text)
    for index, (_, _, word) in enumerate(words):
        if word not in points or not 0 < index < len(words) - 1:
            continue
        whole, first = _whole(words, index, table)
        part, last = _part(words, index, table)
        if whole is None or not part:
            continue
        start, end = words[first][0], words[last][1]
        made[start:end] = list(f"{whole}.{part}".ljust(end - start)[: end - start])
    return "".join(made)


def _spelt(word: str, table: dict[str, int]) -> int | None:
    """ "twenty-three" → 23."""
    if word.isdigit():
        return int(word)
    parts = word.split("-")
    if any(part not in table for part in parts):
        return None
    return sum(table[part] for part in parts)


def _whole(words: list[tuple[int, int, str]], index: int, table: dict[str, int]) -> tuple[int | None, int]:
    """The number in front of the point, and the word that it begins with."""
    value = _spelt(words[index - 1][2], table)
    if value is None:
        return None, index
    if index > 1 and value < 10:
        tens = _spelt(words[index - 2][2], table)
        if tens is not None and tens >= 20 and tens % 10 == 0:
            return tens + value, index - 2
    return value, index - 1


def _part(words: list[tuple[int, int, str]], index: int, table: dict[str, int]) -> tuple[str, int]:
    """The digits behind the point ("one five" and "fifteen" alike), and the word they end with."""
    digits, last = "", index
    for place in range(index + 1, len(words)):
        value = _spelt(words[place][2], table)
        if value is None or words[place][0] - words[place - 1][1] != 1:
            break
        digits, last = digits + str(value), place
    return digits, last
