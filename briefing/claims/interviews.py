"""A source goes in, whom it interviews and which of its paragraphs answer come out, where no name and colon says so.

Answers stand in quotation marks or are printed plain; questions are lines that end with "?" or speak to "you". Only an
officer of the subject whom the lead names is taken for the one who answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.claims.words import row
from briefing.model.source import Passage, Source

_LEAST_QUOTED = 2  # questions above answers in quotation marks
_LEAST_PLAIN = 3  # questions of an interview that is printed without marks
_LEAD = 8  # passages in which an interview says with whom it is
_SHORT = 3  # sentences of a question
_SELF = row("i we our my us i'm i've i'd i'll we're we've we'd we'll")
_YOU = row("you your you're you've you'd")
_MET = row(
    "met meet meets spoke speak speaks talked talk talks asked interview interviews interviewed conversation questions "
    "sat sits q&a edited condensed"
)
_MANY = 4  # questions that speak to "you": an interview even where the lead does not say so


class Interview(NamedTuple):
    """asked: it has questions above answers. answering: blocks that answer in plain words."""

    asked: bool
    answering: frozenset[int]


_NONE = Interview(False, frozenset())


def interview(source: Source, text: str) -> Interview:
    """How a source interviews somebody; nothing found for an ordinary article. text: the source's, plain."""
    passages = source.passages
    above = [place for place, passage in enumerate(passages) if _asks(passage, text)]
    if len(above) < _LEAST_QUOTED:
        return _NONE
    quoted = sum(place + 1 < len(passages) and text[passages[place + 1].start] == '"' for place in above)
    quoted += sum(passages[place].kind == "question" for place in above)
    plain = _plain(passages, text, above) if len(above) >= _LEAST_PLAIN else frozenset()
    return Interview(quoted >= _LEAST_QUOTED or bool(plain), plain)


def _asks(passage: Passage, text: str) -> bool:
    return passage.kind == "question" or (passage.kind == "heading" and text[passage.end - 1 : passage.end] == "?")


def _plain(passages: Sequence[Passage], text: str, above: Sequence[int]) -> frozenset[int]:
    """Blocks behind the first question that speak of "I" or "we", where the questions speak to "you"."""
    lead = _words(text[passages[0].start : passages[min(_LEAD, len(passages) - 1)].end])
    if any(passages[place].kind == "question" for place in above):
        return frozenset()
    blocks: dict[int, list[Passage]] = {}
    for passage in passages:
        blocks.setdefault(passage.block, []).append(passage)
    told = {block: text[held[0].start : held[-1].end] for block, held in blocks.items()}
    asking = {
        block for block, held in blocks.items() if len(held) <= _SHORT and not _YOU.isdisjoint(_words(told[block]))
    }
    many = sum(told[block].endswith("?") for block in asking) >= _MANY
    if len(asking) < _LEAST_PLAIN or (_MET.isdisjoint(lead) and not many):
        return frozenset()
    first = min([passages[above[0]].block, *(block for block in asking if told[block].endswith("?"))])
    found = set()
    for block, held in blocks.items():
        speaks = block > first and held[0].kind == "sentence" and told[block][0] != '"' and told[block][-1] != "?"
        if speaks and not _SELF.isdisjoint(_words(told[block])):
            found.add(block)
    return frozenset(found)


def _words(told: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:!?()\"'") for word in told.lower().split())
