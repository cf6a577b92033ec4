"""Text and passages → the words by which a source says that its story is somebody else's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.model.source import OriginHint, Passage, Span
from briefing.sources.wordlists import STRAIGHT

_NAME = r"(?P<name>(?:[Tt]he )?[A-Z0-9][\w.&+'-]*(?: (?:of|the|for|&|[A-Z0-9][\w.&+'-]*))*)"
_DECLARED = (
    re.compile(rf"\b[Oo]riginal(?:ly)? (?:reporting|reported|article|story|post|research)(?: was)?(?: published| by| from| in| on)+ {_NAME}"),
    re.compile(rf"\b(?:first|originally) (?:appeared|published|reported|posted|ran)(?: by| in| on| at)+ {_NAME}"),
    re.compile(rf"\b(?:republished|reprinted|syndicated|adapted)(?: with permission)?(?: from| by)+ {_NAME}"),
    re.compile(rf"^(?:[Ss]ource|[Vv]ia|[Hh]/[Tt]|[Oo]rigin)s?:? {_NAME}[.]?$"),
    re.compile(rf"\b(?:central|main|primary|principal|only|key) source (?:here |for this \w+ |of this \w+ )?(?:is|was) (?:an? |the )?{_NAME}"),
    re.compile(rf"\b(?:based|draws|drawn|relies|rests) (?:mainly |largely |entirely |heavily )?(?:up)?on (?:an? |the |reporting by |a report by )?{_NAME}'?s? (?:report|profile|article|story|interview|investigation|reporting)"),
)
# "According to Outlet", "Outlet reported", "Outlet's profile", "cited by Outlet": how outlets are spoken of.
_OUTLETLIKE = (
    re.compile(rf"\b(?:[Aa]ccording to|cited by|reported by|(?:told|tell|tells) (?:to )?|via|per) {_NAME}"),
    re.compile(rf"{_NAME} (?:reported|reports|highlighted|noted|wrote|writes|revealed)\b"),
    re.compile(rf"{_NAME}(?:'s)? (?:profile|report|reporting|article|story|scoop|coverage|interview)\b"),
)
_SAID = re.compile(rf"{_NAME} (?:said|says|described|describes|added|explained|stated)\b")
_NOISE = frozenset(("it", "he", "she", "they", "the", "this", "that", "we", "i", "who", "which", "one", "some", "others", "but", "and", "in", "as", "a", "an"))
_LEAST = 3  # attributions that make a backbone


def find_hints(text: str, passages: Sequence[Passage], title: str) -> tuple[OriginHint, ...]:
    """Declared origins first, then the outlet that carries the text, if one does."""
    declared = _declared(text, passages)
    known = {hint.name.lower() for hint in declared}
    backbone = _backbone(text, passages, title)
    return (*declared, *(hint for hint in backbone if hint.name.lower() not in known))


def _declared(text: str, passages: Sequence[Passage]) -> tuple[OriginHint, ...]:
    found: dict[str, OriginHint] = {}
    for passage in passages:
        if passage.kind not in ("credit", "byline", "sentence", "boilerplate"):
            continue
        words = text[passage.start : passage.end].translate(STRAIGHT)
        for pattern in _DECLARED if passage.kind == "credit" else _DECLARED[:3] + _DECLARED[4:]:
            match = pattern.search(words)
            if match and (name := _cleaned(match["name"])):
                found.setdefault(name.lower(), OriginHint(name, "declared", Span(passage.start, passage.end)))
    return tuple(found.values())


def _backbone(text: str, passages: Sequence[Passage], title: str) -> tuple[OriginHint, ...]:
    """An outlet with three attributions or more, in three sentences, and more than half of its mentions being such."""
    outlets: Counter[str] = Counter()
    carried: dict[str, dict[int, Passage]] = defaultdict(dict)
    sentences = [one for one in passages if one.kind in ("sentence", "item")]
    for passage in sentences:
        words = text[passage.start : passage.end].translate(STRAIGHT)
        for pattern in (*_OUTLETLIKE, _SAID):
            for match in pattern.finditer(words):
                name = _cleaned(match["name"])
                if name:
                    outlets[name] += pattern is not _SAID
                    carried[name][passage.start] = passage
    whole = text.translate(STRAIGHT)
    found = []
    for name, marks in sorted(carried.items(), key=lambda item: (-len(item[1]), item[0])):
        mentions = len(re.findall(rf"\b{re.escape(name)}\b", whole))
        if outlets[name] >= 2 and len(marks) >= _LEAST and len(marks) > 0.5 * mentions and name not in title.translate(STRAIGHT):
            first = marks[min(marks)]
            found.append(OriginHint(name, "backbone", Span(first.start, first.end)))
    return tuple(found[:1])


def _cleaned(name: str) -> str:
    """The name without a possessive and without words that only open a sentence; "" if nothing is left."""
    parts = name.strip(" .,'").split()
    while parts and parts[0].lower() in _NOISE and not (parts[0] == "The" and len(parts) > 1):
        parts.pop(0)
    cleaned = " ".join(parts).removesuffix("'s").strip(" .,'")
    return "" if len(cleaned) < 2 or cleaned.lower() in _NOISE or cleaned.isdigit() else cleaned
