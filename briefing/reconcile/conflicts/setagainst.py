"""One sentence in, the two values out that it sets against each other: what it is now, what it was said to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.model.patterns import late
from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import table

_SIZE = r"(?:\s?(?:bn|mn|m|k|tn|billions?|millions?|thousand|trillion|crore|lakh|mio|mrd|milhões|milliards?|mil)\b\.?)?"
_NUMBER = r"\d[\d.,]*(?<![.,])(?:\s?[-–]\s?\d[\d.,]*(?<![.,]))?"
_SUM = rf"(?:[A-Z]{{0,3}}[$€£¥₹]|\b(?:Rs\.?|SEK|NOK|DKK|CHF|USD|EUR|GBP))\s?{_NUMBER}{_SIZE}"
_PART = (
    r"(?:(?:early|late|mid)[- ]?)?(?:spring|summer|autumn|winter|[HQ][1-4]|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|(?:first|second|third|fourth|last)\s(?:quarter|half)|end|middle)"
)
_IN = r"(?:in|for|by|to|from|until)\s(?:the\s)?"
_DAY = rf"\b(?:{_IN})?(?:{_PART}(?:\sof)?\s?|(?:early|late|mid)[- ])?(?:19|20)\d\d\b|\b(?:{_IN}|of\sthe\s){_PART}\b"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_FIGURE = late(rf"(?P<money>{_SUM})|(?P<date>{_DAY})|(?P<count>\b(?:{_NUMBER}{_SIZE}|(?:{_SMALL})\b))", re.I)
_UNITS = (
    (
        "money",
        re.compile(r"\s?(?:euros?|dollars?|pounds?|francs?|crowns?|kron\w+|yen|rupees|zlotys?|reais|real)\b", re.I),
    ),
    ("percent", re.compile(r"\s?(?:%|per ?cent\b|prozent\b|por ?cento\b|pour ?cent\b)", re.I)),
)
_NEAR = 80  # code points between a mark and the figure behind it
_FAR = 200  # … and the figure before it


class Value(NamedTuple):
    """kind: money, percent, date or count. start, end: in the source's text, with its unit."""

    kind: str
    start: int
    end: int
    text: str


class Pair(NamedTuple):
    """What it is now, and what it was said to be: a value, or words that reckon it from the new one."""

    new: Value
    old: Value


def pairs(text: str, offset: int, printed: Callable[[Value], bool]) -> Iterator[Pair]:
    """The first pair that a sentence sets against each other, if any.

    offset: where the sentence stands in the source. printed: is a figure given elsewhere?
    """
    values = _values(text)
    for find in (_swapped, _against, _reckoned, _moved, _first, _late) if values else ():
        for new, old in find(text, values, printed):
            if new.kind == old.kind and _plain(new) != _plain(old):
                both = [one._replace(start=one.start + offset, end=one.end + offset) for one in (new, old)]
                yield Pair(*both)
                return


def digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit() or sign == ".").strip(".")


def holds(quote: str, old: Value) -> bool:
    """Does the quote print the figure, as money or share if it is one?"""
    figure = digits(old.text)
    if old.kind not in ("money", "percent") or not figure:
        return False
    sign = next((sign for sign in "$€£¥₹" if sign in old.text), "")
    _, given, rest = quote.partition(f"{sign}{figure}")
    return bool(given) and not rest[:1].isdigit()


def _plain(value: Value) -> str:
    return fold(value.text).replace(" ", "")


def _values(text: str) -> list[Value]:
    """The figures and days of a sentence, with their units."""
    values = []
    for match in _FIGURE.finditer(text):
        kind, start, end = str(match.lastgroup), match.start(), match.end()
        if kind == "date":
            start += len(match[0]) - len(re.sub(f"^(?:{_IN}|of the )", "", match[0], flags=re.I))
        while kind == "count" and end < len(text) and text[end].isalpha():
            end += 1  # "250MW"
        if kind == "count":
            for unit, pattern in _UNITS:
                behind = pattern.match(text, end)
                if behind:
                    kind, end = unit, behind.end()
                    break
        values.append(Value(kind, start, end, text[start:end].strip().rstrip(".")))
    return values


def _before(values: Sequence[Value], at: int, kind: str = "") -> Value | None:
    """The last figure that ends before a place, of a kind if one is asked for."""
    near = [one for one in values if one.end <= at and at - one.end < _FAR and kind in ("", one.kind)]
    return near[-1] if near else None


def _behind(values: Sequence[Value], at: int, kind: str = "") -> Value | None:
    return next((one for one in values if at <= one.start < at + _NEAR and kind in ("", one.kind)), None)


def _is_told(text: str, old: Value, reach: int = 60) -> bool:
    """Does the sentence say behind the figure that it was told or planned: "the 250 which it has promised"?"""
    words = {word.strip(".,;:()\"'“”’") for word in fold(text[old.end : old.end + reach]).split(",")[0].split()}
    return not words.isdisjoint(words_of("told"))


_Found = Iterator[tuple[Value, Value]]


def _swapped(text: str, values: Sequence[Value], printed: Callable[[Value], bool]) -> _Found:
    """ "In early 2031, | rather than | in 2030", "$60-70M | rather than | $90M" where somebody gave the latter."""
    for match in _SWAP.finditer(text):
        old = _behind(values, match.end())
        new = _before(values, match.start(), old.kind) if old else None
        if old and new and text.find(",", match.end(), old.start) < 0:
            known = old.kind == "date" or _is_told(text, old) or printed(old)
            if known and _USUAL.isdisjoint(fold(text[match.end() : old.start]).split()):
                yield new, old


def _against(text: str, values: Sequence[Value], printed: Callable[[Value], bool]) -> _Found:
    """ "due in May, | against an earlier target of | March", "280, | not the | 340 on its site"."""
    for match in _FORMER_AIM.finditer(text):
        old = _behind(values, match.end() - 1)
        new = _before(values, match.start(), old.kind) if old and old.start - match.end() < _TIGHT else None
        if old and new:
            yield new, old
    for match in _SET_AGAINST.finditer(text):
        old = _behind(values, match.end())
        if old and old.start - match.end() < _TIGHT and _is_told(text, old):
            new = _before(values, match.start(), old.kind) or _behind(values, old.end, old.kind)
            if new:
                yield new, old


def _reckoned(text: str, values: Sequence[Value], printed: Callable[[Value], bool]) -> _Found:
    """ "In 2031, | a year later than promised", "€9 million, | two more than planned"."""
    for match in _THAN_PLANNED.finditer(text):
        new = _before(values, match.start())
        if new and (new.kind == "date") == bool(match["later"]) and new.kind != "count":
            yield new, Value(new.kind, match.start(), match.end(), match[0].strip())


def _moved(text: str, values: Sequence[Value], printed: Callable[[Value], bool]) -> _Found:
    """ "Has been | pushed back from | mid-2026 to early 2027", "cut its target | from | 80 to 60"."""
    for match in _SLIPPED.finditer(text):
        old = _behind(values, match.end())
        new = _behind(values, old.end, old.kind) if old else None
        if not old or not new or fold(text[old.end : new.start]).strip() not in _ON_TO:
            continue
        if old.kind == "date" or not words_of("aims").isdisjoint(fold(text[: old.start]).split()):
            yield new, old


def _first(text: str, values: Sequence[Value], printed: Callable[[Value], bool]) -> _Found:
    """ "| At first promised for | H1 2030, now 2031", "| was to cost | €7 million; it will be nearer to €9 million"."""
    for match in _AT_FIRST.finditer(text):
        old = _behind(values, match.end())
        new = _behind(values, old.end, old.kind) if old else None
        if old and new and not _NOW.isdisjoint(re.findall(r"[a-zà-ÿ]+", fold(text[old.end : new.start]))):
            yield new, old
        elif (
            old
            and new is None
            and fold(match[0]).startswith(("originally", "initially", "urspr", "inicial", "initial"))
        ):
            new = _before(values, match.start(), old.kind)
            if new:
                yield new, old


def _late(text: str, values: Sequence[Value], printed: Callable[[Value], bool]) -> _Found:
    """ "The opening | has been delayed until | 2028": a new day; the old one stands elsewhere."""
    for match in _DELAYED.finditer(text):
        new = _behind(values, match.end(), "date")
        if new and new.start - match.end() < _TIGHT and re.search(r"(?:19|20)\d\d", new.text):
            yield new, Value("date", match.start("late"), match.end("late"), match["late"])


_TIGHT = 16  # code points between "compared with the" and its figure
_USUAL = frozenset("usual typical average standard normal industry customary".split())
_NOW = frozenset(
    "now slipped pushed moved postponed delayed closer will later instead nearer actually has have".split()
)
_SWAP = late(
    r"\b(?:rather than|instead of|as opposed to|anstatt|statt|au lieu d\w?|em vez d\w|en lugar de|en vez de)\b", re.I
)
_SET_AGAINST = late(
    r"(?:\b(?:compared (?:with|to)|as against|against|versus|than|below|short of)|,? (?:and )?not) the\b", re.I
)
_FORMER_AIM = late(
    r"\b(?:compared (?:with|to)|against|versus|than|(?:down|up) from|instead of|rather than)\s(?:an?|its|the|their)\s"
    r"(?:earlier|original|previous|initial|former|prior|first)\s(?:target|plan|goal|date|deadline|forecast|guidance|estimate"
    r"|budget|schedule|promise|projection|expectation)\s"
    r"|\b(?:squared?|odds|reconciled?|clashes|conflicts)\swith\s(?:the|an?|its)\s",
    re.I,
)
_THAN_PLANNED = late(
    r"\b(?:(?:an?|one|two|three|four|five|six|twelve|eighteen|\d+|several|some)\s(?:years?|months?|quarters?|weeks?)"
    r"\s(?P<later>later|earlier)"
    r"|(?:[\w$€£.]+\s){1,3}?(?:more|less|fewer|higher|lower))\sthan\s(?:originally\s|first\s|initially\s|previously\s)?"
    r"(?:planned|guided|promised|announced|scheduled|forecast|budgeted|targeted|projected)(?:\s\w+\s\w+)?",
    re.I,
)
_ON_TO = ("", "to", "to the", "auf", "a", "para")
_SLIPPED = late(
    r"\b(?:slipped|pushed|moved|postponed|delayed|deferred|put back|brought forward|revised|cut|lowered|trimmed|raised"
    r"|lifted|verschoben|reporté\w*|repoussé\w*|adiad\w+|aplazad\w+|retrasad\w+)\b[^.;,]{0,60}?\b(?:from|von|de)\b",
    re.I,
)
_DELAYED = late(
    r"(?P<late>\b(?:pushed back|put back|put off|postponed|delayed|deferred|held up|slipped|slid)\b)[^.;]{0,90}?"
    r"\b(?:to|until|till|into)\s(?:the\s)?(?=(?:\w+[- ]){0,3}?(?:19|20)\d\d)",
    re.I,
)
_SET = (
    r"(?:planned|due|scheduled|slated|expected|promised|announced|budgeted|meant|set|given|put|supposed|pencilled in)"
)
_AT_FIRST = late(
    rf"\b(?:(?:originally|initially|first|once|previously)\s(?:been\s)?{_SET}"
    rf"|(?:was|were|(?:had|has)(?:\s(?:once|first|originally))?(?:\sbeen)?)\s(?:once\s|first\s|originally\s)?{_SET}"
    r"|(?:was|were)\sto\s(?:cost|open|launch|start|begin|reach|have)|ursprünglich|inicialmente|initialement)\b",
    re.I,
)


@cache
def words_of(key: str) -> frozenset[str]:
    """Words of the lexicon on what was told before: its marks, verbs of telling, names of aims."""
    return frozenset(table("schedule")["before"][key])
