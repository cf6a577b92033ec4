"""Sources go in, Claims and Rejected statements come out: each source is read closely, then every extractor reads that."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.claims.analyse import analyse
from briefing.claims.knowledge import learn_all
from briefing.claims.reading import Reading
from briefing.claims.subject import find_subject
from briefing.model.briefing import Subject
from briefing.model.claim import Claim, Rejected
from briefing.model.source import Source

__all__ = ["EXTRACTORS", "analyse", "extract", "find_subject"]

Extractor = Callable[[Reading], Iterator[Claim | Rejected]]

# module of this package with `extract(reading)`, one a kind of claim
EXTRACTORS = (
    "funding",
    "relationships",
    "metrics",
    "people",
    "products",
    "infrastructure",
    "milestones",
    "comparisons",
    "profile",
    "statements",
)


def _extractors() -> list[Extractor]:
    found: list[Extractor] = []
    for name in EXTRACTORS:
        try:
            found.append(importlib.import_module(f"briefing.claims.{name}").extract)
        except ModuleNotFoundError as missing:
            if missing.name != f"briefing.claims.{name}":
                raise
    return found


def extract(
    sources: Sequence[Source],
    subject: Subject,
    aliases: Mapping[str, Sequence[str]] | None = None,
    progress: Callable[[int], None] | None = None,
) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """Everything the sources say of the subject, and what looked like it and was left out, in source order."""
    knowledge = learn_all(tuple(sources), subject, aliases)
    extractors = _extractors()
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    for number, source in enumerate(sources, 1):
        reading = analyse(source, subject, aliases, knowledge)
        for extractor in extractors:
            for found in extractor(reading):
                (rejected if isinstance(found, Rejected) else claims).append(found)  # type: ignore[arg-type]
        if progress:
            progress(number)
    return tuple(claims), tuple(rejected)
