"""The words of a sentence go in, the tree of its stretches comes out (see claims/segments.py).

One pass with a stack: commas, joints, brackets, dashes and quotation marks open and close stretches; what they do
depends on whether a finite verb has been seen and whether one follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from briefing.claims.lexicon import load
from briefing.claims.plansabroad import JOINTS, begins_plan
from briefing.claims.segments import Segment, SegmentKind, fill
from briefing.claims.splitsigns import (
    CONTRAST,
    is_dash,
    is_part_of_which,
    is_participial,
    is_subordinating,
    lead_ends,
    tells_meanwhile,
)
from briefing.claims.verbs import (
    clause_ahead,
    finite_flags,
    has_finite,
    is_preposition,
    participles,
    skip_adverbs,
    verb_ahead,
)
from briefing.claims.words import Words, cut

_BARRIERS = frozenset({"bracket", "dash", "quote", "colon"})
_LOOSE = frozenset({"participial", "with", "phrase"})
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
_AFTER_COMMA = CONTRAST | frozenset("as since when before after until once even so except despite".split())
# A German clause on what is to come.
_UNTIL = frozenset({"bis", "ab", "künftig", "langfristig", "mittelfristig"})
_MIGHT = frozenset({"could", "might", "may", "would", "will", "can"})
_DOING = 10  # words of "expanding its base abroad could"
_DOING_ENDS = frozenset({",", ";", ".", "that", "which", "and", "but"})
_MODALS = frozenset({"soll", "sollen", "will", "wollen", "dürfte", "dürften", "werden", "wird"})
_CIRCUMSTANCE = frozenset({"with", "despite", "amid", "amidst", "given", "without"})
_QUOTE_MIN = 4  # words: shorter quotations are words used by the sentence, no statements
_DEEPEST = 8  # stretches inside one another; deeper nesting is noise
_NO_HEDGE = frozenset({"as", "than", "like", "including"})
_LOOSELY = frozenset({"a", "an", "the", "its", "their", "now", "previously"})
_SIGNS = frozenset({"(", ")", "—", ";", ":", ","})
_STOPS = frozenset({".", "?", "!"})  # they end a stretch only inside a quotation of several sentences


def split(piece: str, quotes: Sequence[tuple[int, int]]) -> list[Segment]:
    """All segments of one sentence in text order, parents first. piece: the sentence, plain; quotes: where in it
    quotations begin and end, marks included.

    There is at least one segment if there is a word.
    """
    return _copied(_tree(piece, tuple(quotes)))


def _copied(tree: Sequence[Segment]) -> list[Segment]:
    """Each reader changes his segments, so each gets his own."""
    if len(tree) == 1:  # as most are
        one = tree[0]
        return [Segment(one.first, one.last, one.kind, own=one.own.copy(), seen_verb=one.seen_verb)]
    made: dict[int, Segment] = {}

    def copy(one: Segment) -> Segment:
        if id(one) in made:
            return made[id(one)]
        own = made[id(one)] = Segment(one.first, one.last, one.kind, own=one.own.copy(), seen_verb=one.seen_verb)
        own.parent = copy(one.parent) if one.parent is not None else None
        own.head = copy(one.head) if one.head is not None else None
        own.children = [copy(child) for child in one.children]
        return own

    return [copy(one) for one in tree]


@lru_cache(maxsize=1024)  # articles repeat one another
def _tree(piece: str, quotes: tuple[tuple[int, int], ...]) -> list[Segment]:
    words = cut(piece)
    size = len(words.low)
    if not quotes and _triggers().isdisjoint(words.low):  # nothing in it opens or closes a stretch
        return [Segment(0, size, "main", own=list(range(size)), seen_verb=True in finite_flags(words))] if size else []
    return _Splitter(words, quotes).run()


@cache
def _hedges() -> frozenset[str]:
    return frozenset(word for words in load("modality")["adjectives"].values() for word in words)


@cache
def _triggers(quoted: bool = False) -> frozenset[str]:
    """Words and signs that can open or close a stretch. quoted: there is a quotation, which may be of sentences."""
    return (
        _SIGNS
        | CONTRAST
        | _CIRCUMSTANCE
        | _hedges()
        | {"and", "but", "or", "as"}
        | JOINTS
        | (_STOPS if quoted else set())
    )


class _Splitter:
    """One pass over the words with a stack of open segments."""

    def __init__(self, words: Words, quotes: Sequence[tuple[int, int]]) -> None:
        self.words, self.size = words, len(words.low)
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
            says = has_finite(self.words, range(first, last))
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
        flags, triggers = finite_flags(self.words), _triggers(bool(self.opening))
        telling = [index for index, low in enumerate(self.words.low) if flags[index] or low in triggers]
        if self.opening:
            telling = sorted({*telling, *self.opening, *(index for index in self.closing if index < self.size)})
        for index in telling:
            finite = flags[index]
            if index in self.closing:
                self.close_barrier("quote", index)
                if not self.stack:
                    self.open(index, "main")
            if finite:
                if self.top.kind == "phrase" and index > self.top.first + 1:
                    self.close(index)
                self.step(index)
                self.top.seen_verb = True
            else:
                self.step(index)
        while self.stack:
            self.close(self.size)
        found = [segment for segment in self.found if segment.first < segment.last]
        for segment in found:
            segment.last = min(segment.last, segment.parent.last) if segment.parent else segment.last
        fill(found, self.size)
        return sorted(found, key=lambda segment: (segment.first, -segment.last))

    def step(self, index: int) -> None:
        """What the word at index opens or closes."""
        raw = self.words.raw[index]
        if raw in JOINTS and begins_plan(self.words.low, index + 1):
            self._sibling(index, "main")
            return
        if index in self.opening:
            self.open(index, "quote")
        elif raw == "(":
            self.open(index, "bracket")
        elif raw == ")":
            self.close_barrier("bracket", index + 1)
        elif raw == "—" and is_dash(self.words, index):
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
        if low in _RELATIVES or behind_preposition or is_part_of_which(self.words, at):
            self.close_to(frozenset({"phrase"}), index)
            self.open(at, "relative")
        elif low in ("but", "yet", "so", "and", "or", "nor"):
            self._joined(at, skip_adverbs(self.words, at + 1, self.size))
        elif low in _UNTIL and not _MODALS.isdisjoint(self.words.low[at + 1 : at + 6]):
            self._sibling(at, "main")  # "320 Mitarbeiter hat das Unternehmen, | bis 2027 sollen es 500 sein"
        elif low in _AFTER_COMMA and is_subordinating(self.words, at):
            self.close_to(_LOOSE | {"relative"}, index)
            self.open(at, "subordinate")
        elif is_participial(self.words, at):
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
        elif (
            top.kind in ("relative", "participial", "with", "subordinate", "phrase")
            and verb_ahead(self.words, at, self.size)
        ) or self._behind_lead(at):
            self.close_to(_LOOSE | {"relative", "subordinate"}, index)
        elif top.kind == "phrase" and not self.words.raw[at][0].isupper():
            self.close(index)

    def _behind_lead(self, at: int) -> bool:
        """ "Unlike Northwind, which has 900 employees, | Acme has 80": a clause behind the aside of its lead."""
        top, main = self.top, self.top.parent
        if top.kind != "relative" or not top.seen_verb or main is None or main.kind != "main" or main.seen_verb:
            return False
        return is_preposition(self.words.low[main.first]) and clause_ahead(self.words, at, self.size)

    def _joined(self, at: int, behind: int) -> None:
        """Behind "and", "but" …: a new clause, a further verb of the same subject, or only a list."""
        if behind >= self.size:
            return
        if self.words.low[behind] == "that" and behind == at + 1:
            self._sibling(at, "verb")
        elif self.words.low[behind] in CONTRAST and clause_ahead(self.words, behind + 1, self.size):
            self._sibling(at, "main")
            self.open(behind, "subordinate")
        elif verb_ahead(self.words, behind, self.size):
            self._further(at)
        elif self._has_verb() and (clause_ahead(self.words, behind, self.size) or self._does_something(behind)):
            self._sibling(at, "main")

    def _does_something(self, at: int) -> bool:
        """ "…, but | expanding abroad could cost more": what somebody does is the subject of a clause of its own."""
        ahead = self.words.low[at : at + _DOING]
        stop = next((place for place, low in enumerate(ahead) if low in _DOING_ENDS), len(ahead))
        return ahead[:1] != () and ahead[0].endswith("ing") and not _MIGHT.isdisjoint(ahead[1:stop])

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
        if low in CONTRAST and self._opens_here(index):
            if index == self.top.first or self.words.raw[index - 1] != ",":
                self.open(index, "subordinate")
        elif low in ("and", "but", "or") and index and self.words.raw[index - 1] != ",":
            self._bare_joint(index, low)
        elif (
            low in _CIRCUMSTANCE
            and index - self.top.first <= 1
            and self.top.kind == "main"
            and lead_ends(self.words, index)
        ):
            self.open(index, "subordinate")
        elif low in _hedges():
            self._hedged_phrase(index)
        elif low == "as" and index > self.top.first and self._has_verb() and tells_meanwhile(self.words, index):
            self.open(index, "subordinate")

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
        elif low == "but" and self.words.low[index - 1] in ("all", "anything", "nothing", "none"):
            return  # "all but nine of them"
        elif (low == "but" and clause_ahead(self.words, behind, self.size)) or (
            low == "and"
            and self.words.low[behind] in ("it", "he", "she", "they", "we")
            and clause_ahead(self.words, behind, self.size)
        ):
            self._sibling(index, "main")

    def _hedged_phrase(self, at: int) -> None:
        """ "at a reported … valuation": a phrase that stands less firmly than its clause. at: of the hedging word."""
        low, raw = self.words.low, self.words.raw
        if at + 1 >= self.size or low[at + 1] in _RELATIVES or raw[at + 1] in ",." or self.top.kind == "phrase":
            return
        first = at - 1
        while first > max(at - 4, 0) and low[first] in _LOOSELY:
            first -= 1
        if first > self.top.first and is_preposition(low[first]) and low[first] not in _NO_HEDGE:
            self.open(first, "phrase")
