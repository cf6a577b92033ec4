"""Counts, names and lists in, the English of the deck out: number words, plurals, lists, possessives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.model.briefing import Subject
from briefing.model.patterns import late

NBSP = "\u00a0"

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLURALS = {
    "person": "people",
    "company": "companies",
    "Company": "Companies",
    "party": "parties",
    "country": "countries",
    "is": "are",
    "has": "have",
    "was": "were",
    "gives": "give",
    "says": "say",
}
_MARKUP = late(r"\*\*|__|`|~~|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
_CONTROL = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200b\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r\n\u2000-\u200a\u3000]+")


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


@lru_cache(maxsize=8_192)
def shown(text: str) -> str:
    """A source's words as a slide shows them: control signs and emphasis marks out, white space made single.

    No-break spaces and quotation marks stay as the source has them.
    """
    if text.isprintable() and "  " not in text and not any(sign in text for sign in "*_`~"):
        return text.strip()
    if not text.replace(NBSP, "").isprintable():
        text = _CONTROL.sub("", text)
    if any(sign in text for sign in "*_`~"):
        text = _MARKUP.sub("", text)
    return _SPACE.sub(" ", text).strip()


def number_word(number: int) -> str:
    """ "three"; digits from thirteen on."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"


def plural(number: int, noun: str) -> str:
    """The noun (or verb: is, has) in the number."""
    if number == 1:
        return noun
    return _PLURALS.get(noun) or (noun + "es" if noun.endswith(("s", "x", "ch", "sh")) else noun + "s")


def counted(number: int, noun: str) -> str:
    """ "three claims", "one claim", "23 claims"."""
    return f"{number_word(number)} {plural(number, noun)}"


def share(part: int, whole: int) -> str:
    """ "three of ten", "4 of 13": both in words or both in digits."""
    spelt = max(part, whole) < len(_WORDS)
    return f"{number_word(part)} of {number_word(whole)}" if spelt else f"{part} of {whole}"


def alike(one: str, other: str) -> bool:
    """Do two lines make the same point, by half of the shorter one's words?"""
    a, b = (set(text.lower().split()) for text in (one, other))
    return len(a & b) * 2 > min(len(a), len(b))


def joined(items: Sequence[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def listed(items: Sequence[str], most: int) -> str:
    """ "A, B and 3 more" when there are more than `most`."""
    if len(items) <= most:
        return joined(items)
    return f"{', '.join(items[:most])} and {number_word(len(items) - most)} more"


def capital(text: str) -> str:
    """The first letter as a capital, the rest as it is; a name such as "eFarm" keeps its own case."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() else text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The first letter small unless the first word looks like a name or an abbreviation."""
    first = text.split(" ", 1)[0].strip(",.:;")
    common = first[1:] == first[1:].lower() and (first.lower() in _COMMON or (len(first) == 1 and first == "A"))
    return text[:1].lower() + text[1:] if common else text


def common(text: str) -> str:
    """A label as it stands in a sentence: "Key trade-off" → "key trade-off"; abbreviations and "Swedish" stay."""
    first = text.split(" ", 1)[0]
    plain = first[1:] == first[1:].lower() and len(first) > 1 and not is_demonym(first)
    return text[:1].lower() + text[1:] if plain else text


def is_demonym(word: str) -> bool:
    """Does the word name where something comes from ("Swedish", "Paris-based")? Such words keep their capital."""
    return word.lower().strip(",.;:") in _DEMONYMS or word.endswith("-based")


_DEMONYMS = word_set(
    "hong luxembourg monaco singapore "
    "african american argentine argentinian asian australian austrian belgian brazilian british bulgarian californian "
    "canadian catalan chilean chinese colombian croatian cypriot czech danish dutch egyptian emirati english estonian "
    "ethiopian european filipino finnish flemish french georgian german ghanaian greek hungarian icelandic indian "
    "indonesian iranian iraqi irish israeli italian japanese jordanian kazakh kenyan korean latvian lebanese "
    "lithuanian luxembourgish malaysian maltese mexican moroccan nigerian nordic norwegian pakistani parisian peruvian "
    "polish portuguese romanian russian rwandan saudi scandinavian scottish serbian singaporean slovak slovenian "
    "spanish swedish swiss taiwanese thai tunisian turkish ugandan ukrainian vietnamese welsh"
)


_COMMON = word_set(
    "the a an this that these those its it their they he she we our his her in on at by with for from to of as "
    "and or but if when while after before since more less most many some any all each every one two three no not "
    "nearly about over under up down roughly around according explicitly forward"
)


def possessive(name: str) -> str:
    """ "Acme's", "Northwind Robotics'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def short_name(subject: Subject) -> str:
    """The name that people use in a sentence: the shortest alias that begins the full name, else the full name."""
    name = shown(subject.name)
    fitting = [
        alias
        for alias in map(shown, subject.aliases)
        if len(alias) > 2 and alias[:1] == name[:1] and re.match(re.escape(alias) + r"\b", name) and not alias.isdigit()
    ]
    short = min(fitting, key=len, default=name)
    return short if len(short) <= 44 else cut(short, 44)


_PART_OF_NUMBER = re.compile(r"[^\w\s]{0,3}\d[\d.,]*")


def cut(text: str, most: int) -> str:
    """At most `most` characters: cut after a whole word where one ends late enough, with "…"."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    space = head.rfind(" ")
    if _PART_OF_NUMBER.fullmatch(head, space + 1) and not text[most - 1].isspace():
        return head[: max(space, 0)].rstrip(" ,;:-–—") + "…"  # part of a number is another number
    return (head[:space] if space > most // 2 else head).rstrip(" ,;:-–—") + "…"
