"""Tokens go in, the values of the numbers they spell come out: "1.700.000", "1,7", "half a", "1.2 lakh crore"."""

from __future__ import annotations

from functools import cache

from briefing.claims.lexicon import load
from briefing.claims.tokens import Token, glued, word_at
from briefing.model.money import Qualifier
from briefing.model.records import dataclass

_COMMA_DECIMAL = frozenset({"de", "fr", "pt", "es", "it", "nl", "sv", "da", "nb", "no", "pl", "fi", "cs", "ru", "tr"})
_MAX_DIGITS = 24


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of one language (with the English ones below them)."""

    scales: dict[str, int]
    counts: dict[str, float]
    articles: frozenset[str]
    halves: frozenset[str]
    qualifiers: dict[
        str, tuple[tuple[tuple[str, ...], Qualifier], ...]
    ]  # last word → phrases that end in it, long first
    glued_scales: frozenset[str]
    beside_currency: frozenset[str]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that tokens[first:after] spell. factor: of its scale words, 1 if none; spelt: in words."""

    first: int
    after: int
    value: int | float
    factor: int
    spelt: bool

    @property
    def scaled(self) -> bool:
        return self.factor > 1


@cache
def words(language: str) -> Words:
    """The number words for a BCP 47 language; unknown languages get the English ones."""
    lexicon, primary = load("numbers"), language.split("-")[0].lower()
    rules = lexicon["scale_rules"]
    qualifiers: dict[str, list[tuple[tuple[str, ...], Qualifier]]] = {}
    for table in (lexicon["qualifiers"]["en"], lexicon["qualifiers"].get(primary, {}) if primary != "en" else {}):
        for name, phrases in table.items():
            for phrase in phrases:
                parts = tuple(phrase.split())
                qualifiers.setdefault(parts[-1], []).append((parts, name))
    return Words(
        scales=lexicon["scales"]["en"] | lexicon["scales"].get(primary, {}),
        counts=lexicon["counts"]["en"] | lexicon["counts"].get(primary, {}),
        articles=frozenset(rules["articles"]),
        halves=frozenset(lexicon["halves"]["half"]),
        qualifiers={last: tuple(sorted(found, key=lambda one: -len(one[0]))) for last, found in qualifiers.items()},
        glued_scales=frozenset(rules["glued"]),
        beside_currency=frozenset(rules["beside_currency"]) - ({"mil"} if primary in ("pt", "es") else set()),
    )


@cache
def opening(language: str) -> frozenset[str]:
    """The words that a spelt number can begin with."""
    table = words(language)
    return frozenset(table.counts) | table.articles | table.halves | {"quarter"}


def literal(word: str, language: str) -> tuple[int, int] | None:
    """Digits and decimals of a number in figures: "1,7" in German is (17, 1); None if it is too long to be a figure."""
    if len(word) > 2 * _MAX_DIGITS or sum(map(str.isdigit, word)) > _MAX_DIGITS or not word.isascii():
        return None
    signs = [char for char in word if not char.isdigit()]
    if not signs:
        return int(word), 0
    plain = word.replace("'", "")
    last = signs[-1]
    groups = plain.split(last)
    if last == "'":
        return int("".join(char for char in word if char.isdigit())), 0
    thousands = signs.count(last) > 1 or (len(set(signs)) == 1 and _groups_thousands(groups, last, language))
    digits = "".join(char for char in plain if char.isdigit())
    return (int(digits), 0) if thousands else (int(digits), len(groups[-1]))


def _groups_thousands(groups: list[str], sign: str, language: str) -> bool:
    """Is the one sign of "1,700" a thousands sign? Three digits behind it leave that open: the language decides."""
    if len(groups[-1]) != 3 or len(groups[0]) > 3 or groups[0].startswith("0"):
        return False
    return (sign == ".") == (language.split("-")[0].lower() in _COMMA_DECIMAL)


def scaled(digits: int, decimals: int, factor: int | float) -> int | float:
    """digits · 10^-decimals · factor, whole where it is whole."""
    product = digits * factor
    if isinstance(product, int):
        whole, rest = divmod(product, 10**decimals)
        return whole if not rest else float(product / 10**decimals)
    value = product / 10**decimals
    return int(value) if value.is_integer() else value


def read(found: tuple[Token, ...], index: int, language: str, currency: bool = False) -> Numeral | None:
    """The number that begins at token index. currency: one stands beside it, so that single letters may be scales."""
    token = found[index]
    if token.kind == "n":
        return _figures(found, index, language, currency)
    return _spelt(found, index, language) if token.kind == "w" else None


def _figures(found: tuple[Token, ...], index: int, language: str, currency: bool) -> Numeral | None:
    parsed = literal(found[index].word, language)
    if parsed is None:
        return None
    digits, decimals = parsed
    after = index + 1
    while _more_thousands(found, after, decimals) and len(str(digits)) < _MAX_DIGITS:
        digits, after = digits * 1000 + int(found[after].word), after + 1
    if after == index + 2 and language.split("-")[0].lower() not in _COMMA_DECIMAL:  # "on May 5 300 people"
        digits, after = parsed[0], index + 1
    factor, after_scale = _scale(found, after, language, currency)
    return Numeral(index, after_scale, scaled(digits, decimals, factor), factor, False)


def _more_thousands(found: tuple[Token, ...], index: int, decimals: int) -> bool:
    """ "1 700 000": groups of three digits, each one space behind a group of one to three."""
    if decimals or index >= len(found) or found[index].kind != "n" or len(found[index].word) != 3:
        return False
    before = found[index - 1]
    shape = len(before.word) <= 3 and before.word.isdigit() and found[index].word.isdigit()
    return shape and found[index].start - before.end == 1


def _scale(found: tuple[Token, ...], index: int, language: str, currency: bool) -> tuple[int, int]:
    """The product of the scale words at index ("lakh crore" has two), and the token after them."""
    table, factor, start = words(language), 1, index
    while index < len(found) and index - start < 3:
        place = index
        if found[place].word == "-" and index == start and glued(found, place - 1) and glued(found, place):
            place += 1
        if place >= len(found) or found[place].kind != "w" or found[place].word not in table.scales:
            break
        if not _may_scale(found, place, table, currency):
            break
        factor *= table.scales[found[place].word]
        index = place + 1
        if (
            index < len(found)
            and found[index].word == "."
            and len(found[place].word) <= 4
            and _abbreviates(found, index)
        ):
            index += 1
    return factor, index


def _may_scale(found: tuple[Token, ...], place: int, table: Words, currency: bool) -> bool:
    word = found[place].word
    if glued(found, place - 1):
        return place + 1 >= len(found) or not (glued(found, place) and found[place + 1].kind == "n")
    if word in table.glued_scales:
        return False
    return currency or word not in table.beside_currency


def _abbreviates(found: tuple[Token, ...], index: int) -> bool:
    """Is the full stop at index that of an abbreviation ("Mrd. €", "5 Mio. Euro"), and not of the sentence?"""
    return found[index - 1].word in (
        "mrd",
        "mio",
        "mia",
        "tsd",
        "md",
        "mds",
        "mld",
        "mln",
        "cr",
        "bn",
        "tys",
    ) and glued(found, index - 1)


def _spelt(found: tuple[Token, ...], index: int, language: str) -> Numeral | None:
    table, word = words(language), found[index].word
    if word in table.halves or (word in table.articles and word_at(found, index + 1) in table.halves):
        return _half(found, index, language)
    if word == "quarter" or (word in table.articles and word_at(found, index + 1) == "quarter"):
        return _part(found, index + (word != "quarter"), language, 0.25, index)
    value, after = table.counts.get(word), index + 1
    if value is None and word not in table.articles:
        return None
    if value is not None and value >= 20 and word_at(found, after) == "-" and word_at(found, after + 1) in table.counts:
        value, after = value + table.counts[word_at(found, after + 1)], after + 2
    if (
        word_at(found, after) == "and"
        and word_at(found, after + 1) in table.articles
        and word_at(found, after + 2) in table.halves
    ):
        value, after = (value or 1) + 0.5, after + 3
    factor, after_scale = _scale(found, after, language, False)
    if value is None and (after_scale == after or _adjective(found, after_scale)):
        return None
    rest, end = _rest(found, after_scale, factor, language) if factor in _LOW else (0, after_scale)
    return Numeral(index, end, _whole((value or 1) * factor + rest), factor, True)


_LOW = (100, 1000)  # scales behind which a spelt number goes on


def _rest(found: tuple[Token, ...], index: int, factor: int, language: str) -> tuple[int, int]:
    """ "a hundred | and seven", "three thousand | two hundred": what comes on top, and the token behind it."""
    table = words(language)
    at = index + (word_at(found, index) == "and")
    value = table.counts.get(word_at(found, at))
    if value is None or value in (0.5,) or (factor == 100 and at == index):
        return 0, index
    at += 1
    if value >= 20 and word_at(found, at) == "-" and word_at(found, at + 1) in table.counts:
        value, at = value + table.counts[word_at(found, at + 1)], at + 2
    scale, after = _scale(found, at, language, False)
    told = int(value * scale)
    return (told, after) if told < factor else (0, index)


def _half(found: tuple[Token, ...], index: int, language: str) -> Numeral | None:
    first = index
    if found[index].word not in words(language).halves:
        index += 1
    return _part(found, index, language, 0.5, first)


def _part(found: tuple[Token, ...], index: int, language: str, share: float, first: int) -> Numeral | None:
    """ "half a billion", "quarter of a million", "half-billion": index is at the word for the part."""
    after = index + 1
    between = load("numbers")["halves"]["between"]
    while word_at(found, after) in between or (word_at(found, after) == "-" and glued(found, after - 1)):
        after += 1
    factor, after_scale = _scale(found, after, language, False)
    return Numeral(first, after_scale, _whole(share * factor), factor, True) if after_scale > after else None


def _adjective(found: tuple[Token, ...], index: int) -> bool:
    """ "a billion-dollar company" and "a million-plus" say a size, not a figure."""
    return word_at(found, index) == "-" and glued(found, index - 1)


def _whole(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def qualifier_before(found: tuple[Token, ...], index: int, language: str) -> tuple[Qualifier | None, int]:
    """The qualifier that ends just before token index, and the token where the wording now begins (index if none).

    Verbs of passing a mark ("surpassed $1 billion") qualify, but stay outside the wording.
    """
    rules = load("numbers")["qualifier_rules"]
    table, best, start = words(language), None, index
    for _ in range(3):
        place, fillers = start, 0
        while place and word_at(found, place - 1) in rules["fillers"] and fillers < 3:
            place, fillers = place - 1, fillers + 1
        name, begins = _phrase_before(found, place, table)
        if name is None and fillers:
            place, fillers = start, 0
            name, begins = _phrase_before(found, place, table)
        if name is None:
            break
        spoken = word_at(found, place - 1)
        if (fillers and spoken in rules["no_filler"]) or _prepositional(found, begins, spoken, rules):
            break
        best, start = (name if best in (None, "about") else best), begins
    if best is None:
        word, mover = word_at(found, index - 1), word_at(found, index - 2)
        return "over" if word == "past" and mover in rules["moves"] else _passing().get(word), index
    return best, _over_degrees(found, start, rules) if best in ("over", "under") else start


def _over_degrees(found: tuple[Token, ...], start: int, rules: dict[str, list[str]]) -> int:
    """Where the wording of "a shade | over $5 million" begins."""
    first = start
    while first and word_at(found, first - 1) in rules["degrees"]:
        first -= 1
    while first < start and word_at(found, first) in ("still", "already", "now", "only"):
        first += 1  # adverbs of the clause
    return first


@cache
def _passing() -> dict[str, Qualifier]:
    """Verbs of passing a mark → the qualifier they are."""
    verbs: dict[str, Qualifier] = {}
    for name, forms in load("numbers")["qualifier_rules"]["verbs"].items():
        for form in forms:
            verbs.setdefault(form, name)
    return verbs


def _phrase_before(found: tuple[Token, ...], place: int, table: Words) -> tuple[Qualifier | None, int]:
    for phrase, name in table.qualifiers.get(word_at(found, place - 1), ()):
        begins = place - len(phrase)
        if begins >= 0 and all(found[begins + k].word == word for k, word in enumerate(phrase)):
            return name, begins
    return None, place


def _prepositional(found: tuple[Token, ...], begins: int, spoken: str, rules: dict[str, list[str]]) -> bool:
    if spoken == "over" and word_at(found, begins - 1) in ("turn", "turns", "turned", "turning", "hand", "handed"):
        return True  # "turned over | $5 million"
    return spoken in ("over", "under", "about", "über") and word_at(found, begins - 1) in rules["prepositional"]


def qualifier_after(found: tuple[Token, ...], index: int) -> tuple[Qualifier | None, int]:
    """The qualifier that begins at token index ("+", "or more", "-odd"), and the token after it."""
    word, behind = word_at(found, index), word_at(found, index + 1)
    if word == "+" and glued(found, index - 1):
        return "over", index + 1
    if word == "-" and behind in _HYPHENED:
        return _HYPHENED[behind], index + 2
    if word == "or" and behind in _OR:
        return _OR[behind], index + 2
    at = index + (word == ",")
    if word_at(found, at) == "give" and word_at(found, at + 1) == "or":
        return "about", index  # ", give or take": no part of the wording
    return ("over", index + 2) if word == "and" and behind in ("counting", "change") else (None, index)


_HYPHENED: dict[str, Qualifier] = {"plus": "over", "odd": "about", "ish": "about"}
_OR: dict[str, Qualifier] = {
    "more": "at-least",
    "so": "about",
    "thereabouts": "about",
    "fewer": "up-to",
    "less": "up-to",
}
