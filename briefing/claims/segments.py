"""The stretches that a sentence is cut into, as a tree: main, relative, subordinate, quoted, in brackets …

Each stretch can have a modality and holders of its own. A stretch that stands inside another ("Acme, which …, raised
…") is its child; clauses side by side ("…, but it …") are siblings under no parent. claims/splitting.py makes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefing.model.records import dataclass, field

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
]
_PHRASE_MAX = 14  # words of a hedged phrase


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


def in_quotation(segment: Segment) -> bool:
    """Does the stretch stand inside quotation marks?"""
    node: Segment | None = segment
    while node is not None:
        if node.kind == "quote":
            return True
        node = node.parent
    return False


def fill(found: list[Segment], size: int) -> None:
    """Give every word to the innermost segment that holds it."""
    if len(found) == 1 and found[0].first == 0 and found[0].last >= size:
        found[0].own.extend(range(size))
        return
    owner: list[Segment | None] = [None] * size
    for segment in found:  # parents come first
        last = max(segment.first, min(segment.last, size))
        owner[segment.first : last] = [segment] * (last - segment.first)
    for number, holding in enumerate(owner):
        if holding is not None:
            holding.own.append(number)


def trim_phrases(found: Sequence[Segment]) -> None:
    """Phrases that run on too long end after some words: what follows belongs to the clause around them."""
    for segment in found:
        if segment.kind == "phrase" and segment.last - segment.first > _PHRASE_MAX:
            segment.last = segment.first + _PHRASE_MAX
