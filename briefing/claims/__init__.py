"""All sources go in, claims come out: what each source states, by whom, how firmly, with its exact words.

`EXTRACTORS` is the list of what is read for; each extractor turns one Reading into claims of its kind.

What keeps this fast, for whoever adds a rule: what depends on a passage's words alone is worked out once for each
wording (`lru_cache` on the piece of text, offsets counted from its beginning), since articles repeat one another (of
what is large a thousand are kept: more takes memory and is no faster); what depends on one word alone, once for each
word (`claims/words.py`, `claims/tokens.py`, `claims/capitals.py`); a grammar states the words without which it finds
nothing and asks `Utterance.holds` for them; where it goes through a passage word by word, it picks out the words that
can begin something first; words are looked up in sets, not tried against long regular expressions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from briefing.claims import (
    comparisons,
    costs,
    funding,
    infrastructure,
    metrics,
    milestones,
    people,
    products,
    profile,
    relationships,
    stakes,
    statements,
)
from briefing.claims.analyse import analyse
from briefing.claims.knowledge import Knowledge, learn_all
from briefing.claims.ownword import own_word
from briefing.claims.reading import Reading
from briefing.claims.subject import find_subject
from briefing.claims.unread import unread
from briefing.model.briefing import Subject
from briefing.model.claim import Claim, Rejected
from briefing.model.source import Source

__all__ = ["EXTRACTORS", "Extractor", "Knowledge", "analyse", "extract", "find_subject", "learn_all"]

Extractor = Callable[[Reading], Iterator[Claim | Rejected]]

EXTRACTORS: Mapping[str, Extractor] = {
    "funding": funding.extract,
    "relationship": relationships.extract,
    "metric": metrics.extract,
    "cost": costs.extract,
    "stake": stakes.extract,
    "person": people.extract,
    "product": products.extract,
    "infrastructure": infrastructure.extract,
    "comparison": comparisons.extract,
    "milestone": milestones.extract,
    "profile": profile.extract,
    "opinion": statements.extract,
}


Found = tuple[tuple[Claim, ...], tuple[Rejected, ...]]


class Each(Protocol):
    """How a function is called for each source: one after the other, or in several processes. Results in order."""

    def __call__(self, function: Callable[[Source], Found], sources: Sequence[Source], /) -> Iterable[Found]: ...


def extract(
    sources: Sequence[Source],
    subject: Subject,
    aliases: Mapping[str, Sequence[str]] | None = None,
    each: Each = map,
) -> Found:
    """Claims on the subject and statements that only look like some, in the order of sources, offsets and extractors.

    aliases: canonical name → other names, from the user's alias file. each: calls what reads one source for all.
    """
    known = learn_all(sources, subject, aliases)
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    for stated, only_similar in each(lambda source: _of_one(source, subject, aliases, known), sources):
        claims += stated
        rejected += only_similar
    return tuple(claims), tuple(rejected)


def _of_one(source: Source, subject: Subject, aliases: Mapping[str, Sequence[str]] | None, known: Knowledge) -> Found:
    reading = analyse(source, subject, aliases, known)
    items = (item for extractor in EXTRACTORS.values() for item in extractor(reading))
    found = list(own_word(source, subject, items))
    found += unread(source)
    reading.views.clear()  # they hold the reading: without them its memory is free at once
    found.sort(key=lambda item: (item.evidence.start, item.evidence.end))
    stated = tuple(item for item in found if isinstance(item, Claim))
    return stated, tuple(item for item in found if isinstance(item, Rejected))
