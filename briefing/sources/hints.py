"""Text and passages → the words by which a source says that its story is somebody else's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.model.source import OriginHint, Passage, Span
from briefing.sources.names import name_after, name_before
from briefing.sources.wordlists import straight, table, words

_LONGEST = 2000  # code points of a sentence; what is longer is no sentence
_LEAST = 3  # attributions that make a backbone
_SKIPPED = re.compile(r"[\s:]*(?:an? |the (?=[a-z])|(?:reporting|a report|a story|an article) (?:by|in|from) )?")
# How outlets are spoken of: words before the name, words after it, and those after it that a company may have too.
_TOLD = re.compile(
    r"\b(?:[Aa]ccording to|[Cc]ited (?:via \w+ )?by|[Rr]eported by|tells?|told|via|[Pp]er|[Aa]s per) (?=(?:the )?[A-Z])"
)
_REPORTED = re.compile(
    r" (reported|reports|highlighted|noted|wrote|writes|revealed|profile|report|reporting|article|story"
    r"|scoop|coverage|interview|said|says|described|describes|added|stated)\b"
)
# "According to the magazine", "It also writes": the outlet of the sentence before.
_AGAIN = re.compile(
    r"\b(?:according to the|the) (?:magazine|newspaper|paper|outlet|publication|site|report|weekly|daily)\b"
    r"(?! (?:from|by|of)\b)"
    r"|\b[Ii]t also (?:writes|wrote|reports|reported|says|said|notes|noted)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset(("said", "says", "described", "describes", "added", "stated"))


def find_hints(text: str, passages: Sequence[Passage], title: str) -> tuple[OriginHint, ...]:
    """Declared origins first, then the outlet that carries the text, if one does."""
    plain = straight(text)
    declared = _declared(plain, passages)
    known = {hint.name.lower() for hint in declared}
    backbone = _backbone(plain, passages, straight(title))
    return (*declared, *(hint for hint in backbone if hint.name.lower() not in known))


def _declared(text: str, passages: Sequence[Passage]) -> tuple[OriginHint, ...]:
    """Names behind "original reporting by", "first appeared in", "the main source was a"."""
    found: dict[str, OriginHint] = {}
    for passage in passages:
        if passage.kind not in ("credit", "sentence", "item") or passage.end - passage.start > _LONGEST:
            continue
        sentence = text[passage.start : passage.end]
        name = _credited(sentence, passage.kind == "credit")
        if name:
            found.setdefault(name.lower(), OriginHint(name, "declared", Span(passage.start, passage.end)))
    return tuple(found.values())


@lru_cache(maxsize=2048)  # articles repeat one another
def _credited(sentence: str, credit: bool) -> str:
    """The name a sentence gives the credit to. Some phrases count only in a line that is nothing but a credit."""
    low = sentence.lower()
    for key in ("credit_lines", "credits") if credit else ("credits",):
        for phrase in table("origins")[key]:
            place = low.find(phrase)
            if place < 0 or low[place - 1 : place].isalnum():
                continue
            start = place + len(phrase)
            skipped = _SKIPPED.match(sentence, start)
            name = name_after(sentence, skipped.end() if skipped else start)
            if name and name.lower() not in words("origins", "languages"):
                return _without_work(name)
    return ""


def _without_work(name: str) -> str:
    """Words for a kind of work are no part of the name: "Northwind Times Profile" → "Northwind Times"."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].lower() in words("origins", "works"):
        parts.pop()
    return " ".join(parts)


def _reporting(sentence: str) -> Iterator[tuple[int, str]]:
    """(where the word before ends, without "'s"; the word of reporting behind it), for each such word."""
    for match in _REPORTED.finditer(sentence):
        end = match.start()
        if sentence[end - 3 : end].endswith("'s") and _in_word(sentence[end - 3]):
            yield end - 2, match[1]
        elif end and _in_word(sentence[end - 1]):
            yield end, match[1]


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=2048)  # articles repeat one another
def _attributed(sentence: str) -> tuple[tuple[str, bool], ...]:
    """Whom a sentence gives as its source ("" for nobody by name), and whether only outlets speak so."""
    named = [(name_after(sentence, match.end()), True) for match in _TOLD.finditer(sentence)]
    named += [(name_before(sentence, end), verb not in _ANYBODY) for end, verb in _reporting(sentence)]
    return tuple(named)


def _backbone(text: str, passages: Sequence[Passage], title: str) -> tuple[OriginHint, ...]:
    """An outlet with three attributions or more, in three sentences, and more than half of its mentions being such."""
    outlets: Counter[str] = Counter()
    carried: dict[str, dict[int, Passage]] = defaultdict(dict)
    last = ("", -1)  # the outlet told of last, and its paragraph
    for passage in passages:
        if passage.kind not in ("sentence", "item") or passage.end - passage.start > _LONGEST:
            continue
        sentence = text[passage.start : passage.end]
        for name, outletlike in _attributed(sentence):
            if name:
                outlets[name] += outletlike
                carried[name][passage.start] = passage
                last = (name, passage.block) if outletlike else last
        if last[0] and last[1] == passage.block and _AGAIN.search(sentence):
            outlets[last[0]] += 1
            carried[last[0]][passage.start] = passage
    for name, marks in sorted(carried.items(), key=lambda item: (-len(item[1]), item[0])):
        if outlets[name] < 2 or len(marks) < _LEAST or name in title:
            continue
        if len(marks) > 0.5 * len(re.findall(rf"\b{re.escape(name)}\b", text)):
            first = marks[min(marks)]
            return (OriginHint(name, "backbone", Span(first.start, first.end)),)
    return ()
