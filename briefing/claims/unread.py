"""A source goes in, what was not read of it comes out as rejected: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.claim import Rejected
from briefing.model.source import Source

_SHOWN = 200  # code points of such a stretch that are cited


def unread(source: Source) -> Iterator[Rejected]:
    """One entry for each stretch that is longer than any sentence or paragraph (see `sources/passages.py`)."""
    for passage in source.passages:
        if passage.kind == "unread":
            size = passage.end - passage.start
            reason = f"not read: {size:,} characters that no sentence or paragraph has"
            yield Rejected(reason, "opinion", source.cite(passage.start, min(passage.end, passage.start + _SHOWN)))
