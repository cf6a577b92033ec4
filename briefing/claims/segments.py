"""The words of a sentence go in, a tree of its stretches comes out: main, relative, subordinate, quoted, in brackets …

Each stretch can have a modality and holders of its own. A stretch that stands inside another ("Acme, which …, raised
…") is its child; clauses side by side ("…, but it …") are siblings under no parent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from briefing.claims.lexicon import load
from briefing.claims.verbs import (
    clause_ahead,
    has_finite,
    is_finite,
    is_preposition,
    participles,
    skip_adverbs,
    verb_ahead,
)
from briefing.claims.words import Words, word_set

SegmentKind = Literal[
    "main",  # a clause with a subject of its own
    "verb",  # a further verb of the same subject ("raised … and plans to …")
    "relative",  # ", which …", ", who …"
    "subordinate",  # "if …", ", although …"
    "participial",  # ", implying …"
    "with",  # ", with projections to …"
    "phrase",  # "at a reported … valuation"
    "bracket",
    "dash",
    "quote",
    "colon",
    "cell",
]
_BARRIERS = frozenset({"bracket", "dash", "quote", "colon"})
_LOOSE = frozenset({"participial", "with", "phrase"})
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
_CONTRAST = frozenset({"although", "though", "while", "whereas", "unless", "because", "if", "whether"})
_AFTER_COMMA = _CONTRAST | {
    "as",
    "since",
    "when",
    "before",
    "after",
    "until",
    "once",
    "even",
    "so",
    "except",
    "despite",
}
_CIRCUMSTANCE = frozenset({"with", "despite", "amid", "amidst", "given", "without"})
_NO_PARTICIPLE = frozenset(
    {"including", "excluding", "regarding", "according", "during", "following", "concerning", "being"}
)
_QUOTE_MIN = 4  # words: shorter quotations are words used by the sentence, no statements
_PHRASE_MAX = 14
_DEEPEST = 8  # stretches inside one another; deeper nesting is noise


@dataclass(slots=True, eq=False)
class Segment:
    """Words [first, last). own: its word numbers outside its children, filled when the tree is done. head: of a
    further verb, the clause whose subject it shares."""

    first: int
    last: int
    kind: SegmentKind
    parent: Segment | None = None
    children: list[Segment] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    seen_verb: bool = False
    head: Segment | None = None


def split(words: Words, quotes: Sequence[tuple[int, int]]) -> list[Segment]:
    """All segments of one sentence in text order, parents first. quotes: offsets of quotations, marks included.

    There is at least one segment if there is a word.
    """
    return _Splitter(words, quotes).run() if len(words) else []


def cells(words: Words, spans: Sequence[tuple[int, int]]) -> list[Segment]:
    """A table row: one segment for the row, one child for every cell. spans: offsets of the cells."""
    row = Segment(0, len(words), "main")
    found = [row]
    for start, end in spans:
        first, last = words.index_at(start), words.index_at(end - 1) + 1
        if first < min(last, len(words)):
            found.append(_child(row, first, min(last, len(words)), "cell"))
    _fill(found, len(words))
    return found


def _child(parent: Segment, first: int, last: int, kind: SegmentKind) -> Segment:
    made = Segment(first, last, kind, parent)
    parent.children.append(made)
    return made


def _fill(found: list[Segment], size: int) -> None:
    """Give every word to the innermost segment that holds it."""
    owner: list[Segment | None] = [None] * size
    for segment in found:  # parents come first
        for number in range(segment.first, min(segment.last, size)):
            owner[number] = segment
    for number, holding in enumerate(owner):
        if holding is not None:
            holding.own.append(number)


@cache
def _hedges() -> frozenset[str]:
    return frozenset(word for words in load("modality")["adjectives"].values() for word in words)


class _Splitter:
    """One pass over the words with a stack of open segments."""

    def __init__(self, words: Words, quotes: Sequence[tuple[int, int]]) -> None:
        self.words, self.size = words, len(words)
        self.found: list[Segment] = []
        self.stack: list[Segment] = []
        self.opening, self.closing = self._quotes(quotes)
        self.open(0, "main")

    def _quotes(self, quotes: Sequence[tuple[int, int]]) -> tuple[dict[int, int], set[int]]:
        """First and last word numbers of the quotations that are long enough to be statements."""
        opening: dict[int, int] = {}
        for start, end in quotes:
            first, last = self.words.index_at(start), self.words.index_at(max(end - 1, start))
            last = min(last + 1, self.size)
            says = any(is_finite(self.words, number) for number in range(first, last))
            if last - first >= _QUOTE_MIN and (says or first <= 1 or last - first >= self.size - 2):
                opening[first] = last
        return opening, set(opening.values())

    # -------------------------------------------------------------- the stack

    @property
    def top(self) -> Segment:
        return self.stack[-1]

    def open(self, at: int, kind: SegmentKind) -> None:
        if len(self.stack) >= _DEEPEST:
            return
        parent = self.stack[-1] if self.stack else None
        segment = Segment(at, self.size, kind, parent)
        if parent:
            parent.children.append(segment)
        self.stack.append(segment)
        self.found.append(segment)

    def close(self, at: int) -> None:
        """End the innermost segment before word `at`."""
        segment = self.stack.pop()
        segment.last = at

    def floor(self) -> int:
        """Place in the stack of the clause that a comma can go back to: no further than the nearest barrier."""
        for place in range(len(self.stack) - 1, -1, -1):
            if self.stack[place].kind in _BARRIERS:
                return place
        return 0

    def close_to(self, kinds: frozenset[str], at: int) -> None:
        """Close segments of the given kinds from the top down."""
        while len(self.stack) > 1 and self.top.kind in kinds and self.top.first < at:
            self.close(at)

    def close_barrier(self, kind: SegmentKind, at: int) -> bool:
        places = [place for place, segment in enumerate(self.stack) if segment.kind == kind]
        if not places:
            return False
        while len(self.stack) > places[-1]:
            self.close(at)
        return True

    # -------------------------------------------------------------- the pass

    def run(self) -> list[Segment]:
        index = 0
        while index < self.size:
            if index in self.closing:
                self.close_barrier("quote", index)
                if not self.stack:
                    self.open(index, "main")
            if self.top.kind == "phrase" and index > self.top.first + 1 and is_finite(self.words, index):
                self.close(index)
            self.step(index)
            self.top.seen_verb = self.top.seen_verb or is_finite(self.words, index)
            index += 1
        while self.stack:
            self.close(self.size)
        found = [segment for segment in self.found if segment.first < segment.last]
        for segment in found:
            segment.last = min(segment.last, segment.parent.last) if segment.parent else segment.last
        _fill(found, self.size)
        return sorted(found, key=lambda segment: (segment.first, -segment.last))

    def step(self, index: int) -> None:
        raw = self.words.raw[index]
        if index in self.opening:
            self.open(index, "quote")
        elif raw == "(":
            self.open(index, "bracket")
        elif raw == ")":
            self.close_barrier("bracket", index + 1)
        elif raw == "—" and self._is_dash(index):
            if not self.close_barrier("dash", index + 1):
                self.open(index, "dash")
        elif raw == ";" or (raw in ".?!" and self._sentence_ends(index)):
            self._sibling(index + 1, "main")
        elif raw == ":":
            self._colon(index)
        elif raw == ",":
            self._comma(index)
        else:
            self._word(index)

    def _is_dash(self, index: int) -> bool:
        """No dash between numbers ("2024—2025")."""
        before = self.words.raw[index - 1] if index else ""
        after = self.words.raw[index + 1] if index + 1 < self.size else ""
        return not (before[-1:].isdigit() and after[:1].isdigit()) and 0 < index < self.size - 1

    def _sentence_ends(self, index: int) -> bool:
        """A full stop inside a quotation of several sentences."""
        following = index + 1 < self.size and self.words.raw[index + 1][0].isupper()
        spaced = following and self.words.starts[index + 1] > self.words.ends[index]
        return spaced and any(segment.kind == "quote" for segment in self.stack)

    def _sibling(self, at: int, kind: SegmentKind) -> None:
        """End the clause that is open and begin another beside it, inside the same barrier."""
        if at >= self.size:
            return
        floor = self.floor()
        keep = floor + 1 if self.stack[floor].kind in _BARRIERS else 0
        if self.stack[floor].kind == "colon" and floor:
            keep = floor
        head = self.stack[keep] if keep < len(self.stack) else None
        while len(self.stack) > keep:
            self.close(at)
        self.open(at, kind)
        if kind == "verb" and head is not None and self.top is not head:
            self.top.head = head.head or head

    def _colon(self, index: int) -> None:
        clock = index + 1 < self.size and self.words.starts[index + 1] == self.words.ends[index]
        if not clock and self.size - index > 3 and index > 0:
            self.close_to(_LOOSE | {"relative"}, index)
            self.open(index + 1, "colon")

    def _comma(self, index: int) -> None:
        at = index + 1
        if at >= self.size:
            return
        low = self.words.low[at]
        behind_preposition = is_preposition(low) and at + 1 < self.size and self.words.low[at + 1] in _RELATIVES
        if low in _RELATIVES or behind_preposition:
            self.close_to(frozenset({"phrase"}), index)
            self.open(at, "relative")
        elif low in ("but", "yet", "so", "and", "or", "nor"):
            self._joined(at, skip_adverbs(self.words, at + 1, self.size))
        elif low in _AFTER_COMMA and self._subordinates(at):
            self.close_to(_LOOSE | {"relative"}, index)
            self.open(at, "subordinate")
        elif self._participle(at):
            self.close_to(_LOOSE | {"relative", "subordinate"} if self.top.seen_verb else _LOOSE, index)
            self.open(at, "participial")
        elif low == "with":
            self.close_to(_LOOSE, index)
            self.open(at, "with")
        else:
            self._resume(index, at)

    def _resume(self, index: int, at: int) -> None:
        """A comma that ends an insertion: back to the clause whose verb is still missing, or to a new main clause."""
        top = self.top
        if top.kind == "subordinate" and top.parent and not top.parent.seen_verb:
            if clause_ahead(self.words, at, self.size):
                self.close(index)
        elif top.kind in ("relative", "participial", "with", "subordinate", "phrase") and verb_ahead(
            self.words, at, self.size
        ):
            self.close_to(_LOOSE | {"relative", "subordinate"}, index)
        elif top.kind == "phrase" and not self.words.raw[at][0].isupper():
            self.close(index)

    def _subordinates(self, at: int) -> bool:
        low = self.words.low[at]
        return low in _CONTRAST or clause_ahead(self.words, at + 1, self.size) or low in ("even", "despite")

    def _participle(self, at: int) -> bool:
        at = skip_adverbs(self.words, at, self.size)
        if at >= self.size:
            return False
        low = self.words.low[at]
        after = self.words.raw[at + 1] if at + 1 < self.size else ","
        return (
            low.endswith("ing")
            and low not in _NO_PARTICIPLE
            and low in participles()
            and after not in ",)"
            and (after not in ("and", "or"))
        )

    def _joined(self, at: int, behind: int) -> None:
        """Behind "and", "but" …: a new clause, a further verb of the same subject, or only a list."""
        if behind >= self.size:
            return
        if self.words.low[behind] == "that" and behind == at + 1:
            self._sibling(at, "verb")
        elif self.words.low[behind] in _CONTRAST and clause_ahead(self.words, behind + 1, self.size):
            self._sibling(at, "main")
            self.open(behind, "subordinate")
        elif verb_ahead(self.words, behind, self.size):
            self._further(at)
        elif clause_ahead(self.words, behind, self.size) and self._has_verb():
            self._sibling(at, "main")

    def _has_verb(self) -> bool:
        return any(segment.seen_verb for segment in self.stack)

    def _further(self, at: int) -> None:
        """A further verb: of the relative clause if that is open without a verb behind it, else of the main clause."""
        self.close_to(_LOOSE, at)
        if self.top.kind == "subordinate":
            return
        if self.top.kind == "relative":
            main = self.top.parent
            if main is None or not main.seen_verb:
                return
            self.close(at)
        self._sibling(at, "verb")

    def _word(self, index: int) -> None:
        low = self.words.low[index]
        if low in _CONTRAST and self._opens_here(index):
            if index == self.top.first or self.words.raw[index - 1] != ",":
                self.open(index, "subordinate")
        elif low in ("and", "but", "or") and index and self.words.raw[index - 1] != ",":
            self._bare_joint(index, low)
        elif (
            low in _CIRCUMSTANCE and index - self.top.first <= 1 and self.top.kind == "main" and self._lead_ends(index)
        ):
            self.open(index, "subordinate")
        elif is_preposition(low):
            self._hedged_phrase(index)

    def _lead_ends(self, index: int) -> bool:
        """Does the sentence begin with a circumstance that a comma ends ("Even with rumors of a round, …")?"""
        for at in range(index + 1, min(index + 20, self.size)):
            if self.words.raw[at] == ",":
                return clause_ahead(self.words, at + 1, self.size)
            if is_finite(self.words, at):
                return False
        return False

    def _opens_here(self, index: int) -> bool:
        if self.top.kind == "subordinate" and self.top.first == index:
            return False
        low = self.words.low[index]
        if low == "while" and index + 1 < self.size and self.words.low[index + 1] in participles():
            return True
        if low in ("if", "whether", "because", "unless", "whereas"):
            return low != "if" or index == 0 or self.words.low[index - 1] not in ("as", "even", "what", "only")
        return clause_ahead(self.words, index + 1, self.size)

    def _bare_joint(self, index: int, low: str) -> None:
        behind = skip_adverbs(self.words, index + 1, self.size)
        if behind >= self.size or not self._has_verb():
            return
        if verb_ahead(self.words, behind, self.size) and self.top.kind not in ("relative", "subordinate", "quote"):
            self._further(index)
        elif self.words.low[behind] == "that" and low == "and":
            self._sibling(index, "verb")
        elif (low == "but" and clause_ahead(self.words, behind, self.size)) or (
            low == "and"
            and self.words.low[behind] in ("it", "he", "she", "they", "we")
            and clause_ahead(self.words, behind, self.size)
        ):
            self._sibling(index, "main")

    def _hedged_phrase(self, index: int) -> None:
        """ "at a reported … valuation": a phrase that stands less firmly than its clause."""
        if self.words.low[index] in ("as", "than", "like", "including"):
            return
        for at in range(index + 1, min(index + 4, self.size)):
            low = self.words.low[at]
            if low in _hedges() and at + 1 < self.size and self.words.low[at + 1] not in _RELATIVES:
                if self.top.kind != "phrase" and self.words.raw[at + 1] not in ",.":
                    self.open(index, "phrase")
                return
            if low not in ("a", "an", "the", "its", "their", "now", "previously"):
                return


def trim_phrases(found: Sequence[Segment]) -> None:
    """Phrases that run on too long end after some words: what follows belongs to the clause around them."""
    for segment in found:
        if segment.kind == "phrase" and segment.last - segment.first > _PHRASE_MAX:
            segment.last = segment.first + _PHRASE_MAX


__all__ = ["Segment", "SegmentKind", "cells", "has_finite", "split", "word_set"]
