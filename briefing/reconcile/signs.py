"""A source and some words in, the sentences out that hold one of them: all others need not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.source import SPEAKING, Passage, Source


def holding(source: Source, signs: Iterable[str], text: str = "") -> list[Passage]:
    """The passages that may tell something and hold a sign, in order.

    text: the source's text, folded as the signs are, without a change of length; "" for the text as it stands.
    """
    found: dict[int, Passage] = {}
    for start, end in _places(signs, text or source.text):
        passage = source.passage_at(start)
        if passage is not None and end <= passage.end and passage.kind in SPEAKING:
            found[passage.start] = passage
    return [found[start] for start in sorted(found)]


def _places(signs: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            yield at, at + len(sign)
            at = text.find(sign, at + 1)
