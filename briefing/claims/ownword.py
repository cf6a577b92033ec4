"""The claims of a source go in; those of a company's own announcement come out with the company as their holder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.briefing import Subject
from briefing.model.claim import Claim, Rejected
from briefing.model.records import replace
from briefing.model.source import Source


def own_word(source: Source, subject: Subject, found: Iterable[Claim | Rejected]) -> Iterator[Claim | Rejected]:
    """Whatever nobody else is named for in an announcement of the subject's, the subject says."""
    if not source.release or not any(name in source.title for name in (subject.name, *subject.aliases)):
        yield from found
        return
    for item in found:
        if isinstance(item, Claim) and not item.holders:
            item = replace(item, holders=(subject.name,), holder_kind="company")
        yield item
