"""The sources' sentences in, those out by which somebody answers bad news: "Two farms have been switched off. | The
ministry says that the programme is on course", "Globex has tested it. | Globex says that it has no relationship"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.model.patterns import late
from briefing.model.source import SPEAKING, Passage, Source
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.lexicon import table
from briefing.reconcile.signs import holding

_BACK = 2  # sentences before an assurance in which the news stands that it answers


def assured(found: Found) -> Iterator[Draft]:
    """One draft for each assurance that stands behind the news which it answers, or in one sentence with it."""
    words = table("countered")["assured"]
    for source in found.ground.sources.values():
        if not found.by_source.get(source.id):
            continue
        for passage in holding(source, words["signs"]):
            text = source.text[passage.start : passage.end]
            if not (_SAYING.search(text) or any(sign in text for sign in '“"')):
                continue
            answer = source.cite(passage.start, passage.end)
            turn = next((turn for turn in _TURN.finditer(text) if _troubles(text[: turn.start()])), None)
            if turn is not None:
                news = source.cite(passage.start, passage.start + turn.start())
                answer = source.cite(passage.start + turn.end(), passage.end)
            else:
                before = _news(passage, source, found)
                if before is None:
                    continue
                news = source.cite(before.start, before.end)
            who = _holder(passage, source, found) or "another source"
            positions = (position(news.quote, (), [news]), position(answer.quote, (), [answer]))
            told = sentence("role", "denied", who=who)
            yield Draft("reported and denied", "role", positions, False, "", told, None, 79)


_TURN = late(r",\s(?:though|although|but|while|whereas)\s|;\s")
_SAYING = late(
    r"\b(?:say|says|said|insists?|insisted|maintains?|maintained|confirms?|confirmed|told|assures?|assured|counters?"
    r"|countered|tells|according to)\b"
)


def _news(passage: Passage, source: Source, found: Found) -> Passage | None:
    """The last sentence before an assurance that tells of trouble with the same thing, by another voice."""
    at = source.passages.index(passage)
    for before in reversed(source.passages[max(0, at - _BACK) : at]):
        if before.kind not in SPEAKING and before.kind != "question":
            return None
        text = source.text[before.start : before.end]
        if _troubles(text):
            mine, theirs = (_holder(one, source, found) for one in (passage, before))
            same = _is_same(text, source.text[passage.start : passage.end], found)
            return before if same and (mine != theirs or not mine) else None
    return None


def _troubles(text: str) -> bool:
    folded = f" {fold(text)} "
    return any(map(folded.__contains__, table("countered")["assured"]["trouble"]))


def _is_same(news: str, answer: str, found: Found) -> bool:
    """Do both name one thing, or does the assurance speak of "the programme"?"""
    own = content_words(" ".join((found.ground.subject.name, *found.ground.subject.aliases)))
    words = content_words(answer)
    return not words.isdisjoint(content_words(news) - own) or not words.isdisjoint(_matters())


@cache
def _matters() -> frozenset[str]:
    return content_words(" ".join(table("countered")["assured"]["matters"]))


def _holder(passage: Passage, source: Source, found: Found) -> str:
    for claim in found.by_source[source.id]:
        if claim.holders and claim.evidence.start < passage.end and passage.start < claim.evidence.end:
            return claim.holders[-1]
    return ""
