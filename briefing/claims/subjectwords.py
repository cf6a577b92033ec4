"""Sources and the names of a company go in, the sources' own words on what it is come out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.claims.neighbourhood import company_noun, vocabulary
from briefing.claims.words import cut, plain, word_set
from briefing.lexicons import praise
from briefing.model.source import Passage, Source

_CLAUSE_END = re.compile(
    r"[,;:]? (?:which|who|whose|where|while|but|although|and (?:has|is|was|now))\b|[;—(]|(?<!\b[A-Z])\.(?:\s|$)"
)
_IS_A = re.compile(r"(?: is|,) (?=(?:a|an|the|one of the|one of) \w)")
_LONGEST = 140  # characters of a description that still reads as one line


def description(sources: Sequence[Source], names: tuple[str, ...]) -> str:
    """The sources' words from "Acme is a …", else from "Acme, a …", else "payments startup" from "payments startup
    Acme"; clipped at a clause; "" if nobody says what it is."""
    nouns = word_set("companies", "nouns") | vocabulary("heads")
    best: list[tuple[int, int, str]] = []
    for order, source in enumerate(sources):
        text = plain(source.text)
        for passage in source.passages:
            if passage.kind != "sentence":
                continue
            found = _described(text, passage, names) or _descriptor(text, passage, names)
            if found:
                start, end, rank = found
                low = cut(text, start, end).low
                known = any(word in nouns for word in low[:16])
                praised = not praise().isdisjoint(low)
                if (known or rank < 2) and not (low[-1:] in _POINTING and len(low) <= _FEW_WORDS):
                    best.append((rank + 3 * (not known) + 6 * praised, order, source.text[start:end]))
    return min(best, key=lambda entry: entry[:2])[2] if best else ""


_POINTING = (("it",), ("them",), ("this",), ("these",), ("those",))  # "the firm that makes it"
_FEW_WORDS = 7  # of a description in which nothing stands that a pronoun could mean


def _described(text: str, passage: Passage, names: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Start, end and rank (0 for "is a", 1 for an apposition) of the words on what the company is."""
    for name in names:
        if not text.startswith(name, passage.start):
            continue
        match = _IS_A.match(text, passage.start + len(name), passage.end)
        if not match:
            continue
        ends = _CLAUSE_END.search(text, match.end(), passage.end)
        end = ends.start() if ends else passage.end
        rank = 0
        if match[0].startswith(","):
            rank, comma = 1, text.find(",", match.end(), end)
            end = comma if comma >= 0 else end
        if end - match.end() > _LONGEST:
            comma = text.rfind(",", match.end(), match.end() + _LONGEST)
            space = text.rfind(" ", match.end(), match.end() + _LONGEST)
            end = comma if comma > match.end() + 30 else space
        return match.end(), match.end() + len(text[match.end() : end].rstrip()), rank
    return None


def _descriptor(text: str, passage: Passage, names: tuple[str, ...]) -> tuple[int, int, int] | None:
    """ "Payments startup Acme has …": the words before the name at the head of a sentence."""
    for name in names:
        at = text.find(f" {name} ", passage.start, min(passage.start + 60, passage.end))
        told = text[passage.start : max(at, passage.start)].split()
        if told and company_noun(told[-1].lower()) and all(word.isalpha() or "-" in word for word in told):
            return passage.start, at, 2
    return None
