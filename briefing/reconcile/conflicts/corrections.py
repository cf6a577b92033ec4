"""The sources' sentences in, those out that set a figure or a day themselves against one that was told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model.claim import (
    Claim,
    FundingValues,
    InfrastructureValues,
    MetricValues,
    MilestoneValues,
    OpinionValues,
)
from briefing.model.dates import bounds
from briefing.model.source import Evidence, Passage, Source
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.conflicts.setagainst import Pair, Value, digits, holds, pairs, words_of
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.lexicon import table
from briefing.reconcile.signs import holding

_DELAY = 4  # years by which a plan may be late
_HOLDING = 3  # claims that are cited for what was said before


def corrections(found: Found) -> Iterator[Draft]:
    """One draft for each sentence on the subject that says what a figure or a day is, and what it was said to be."""
    quotes = list(dict.fromkeys(claim.evidence.quote for claim in found.briefing.claims))

    def printed(value: Value) -> bool:
        return any(holds(quote, value) for quote in quotes)

    for source in found.ground.sources.values():
        claims = found.by_source.get(source.id, [])
        english = source.language == "en"
        marks = words_of("marks" if english else "foreign_marks")
        keys = words_of("mark_keys") if english else marks
        for passage in holding(source, keys, source.text.lower()) if claims else ():
            spoken = source.text[passage.start : passage.end].lower()
            if not any(map(spoken.__contains__, marks)):
                continue
            told = [c for c in claims if c.evidence.start < passage.end and passage.start < c.evidence.end]
            if told:
                for pair in pairs(source.text[passage.start : passage.end], passage.start, printed):
                    yield from _draft(pair, source, passage, told, found)


def _draft(pair: Pair, source: Source, passage: Passage, told: Sequence[Claim], found: Found) -> Iterator[Draft]:
    spot = source.cite(passage.start, passage.end)
    topic, about = _topic(pair, told, found)
    before = _said_before(pair, topic, spot, found)
    if not before and pair.old.text.lower().startswith(_LATE) and not any(map(spot.quote.__contains__, _DUE)):
        return  # late, and for when it was planned nobody says
    positions = (position(pair.old.text, before, [spot]), position(pair.new.text, (), [spot]))
    kind = "date" if pair.new.kind == "date" else "amount"
    text = sentence("amount", "corrected", used=pair.new.text)
    yield Draft(topic, "date" if kind == "date" else "amount", positions, False, pair.new.text, text, about, 86)


_LATE = ("pushed", "put ", "postponed", "delayed", "deferred", "held", "slipped", "slid")
_DUE = (" this year", " next year", " this spring", " this summer", " this autumn", " this fall", " this winter")


def _topic(pair: Pair, told: Sequence[Claim], found: Found) -> tuple[str, str | None]:
    """The measure or the site that the sentence speaks of."""
    facts = {ident: metric.id for metric in found.briefing.metrics for ident in metric.claims}
    facts |= {ident: site.id for site in found.briefing.infrastructure for ident in site.claims}
    for claim in told:
        values = claim.values
        if isinstance(values, MetricValues) and pair.new.kind != "date" and _printed(values, pair):
            return values.name, facts.get(claim.id)
        if isinstance(values, InfrastructureValues) and pair.new.kind == "date":
            return f"date of {values.name}", facts.get(claim.id)
    return ("date that has changed" if pair.new.kind == "date" else "figure told otherwise before"), None


def _printed(values: MetricValues, pair: Pair) -> bool:
    """Is the metric's figure one of the two?"""
    spans = [(amount.start, amount.end) for amount in values.amounts]
    if spans:
        return any(start < one.end and one.start < end for start, end in spans for one in pair)
    return values.value is not None and any(digits(one.text) == f"{values.value:g}" for one in pair)


def _said_before(pair: Pair, topic: str, spot: Evidence, found: Found) -> list[Claim]:
    """Claims elsewhere that hold what was said before: a plan for that year, the same figure, the one reckoned on."""
    idle = frozenset(table("schedule")["words"]["idle"])
    words = content_words(f"{spot.quote} {topic}") - content_words(found.ground.subject.name)
    words -= content_words(" ".join(sorted(idle)))
    words = frozenset(word for word in words if not any(sign.isdigit() for sign in word))
    return [
        claim
        for claim in found.briefing.claims
        if not _inside(claim.evidence, spot)
        and _is_before(claim, pair, topic)
        and (
            _measures(claim, topic)
            or isinstance(claim.values, FundingValues)
            or not words.isdisjoint(content_words(claim.evidence.quote))
        )
    ][:_HOLDING]


def _is_before(claim: Claim, pair: Pair, topic: str) -> bool:
    values = claim.values
    if pair.new.kind == "date":
        return claim.modality == "planned" and _dated_before(claim, pair)
    if not digits(pair.old.text):
        return _measures(claim, topic)
    other = isinstance(values, MetricValues) and values.name != topic
    return not other and holds(claim.evidence.quote, pair.old)


def _dated_before(claim: Claim, pair: Pair) -> bool:
    """Does a plan give the year that was said before, or of a delay that says none an earlier one?"""
    values, old = claim.values, _old_year(pair)
    when = values.when if isinstance(values, MilestoneValues | InfrastructureValues) else None
    if when is None:
        return isinstance(values, OpinionValues) and bool(old) and str(old) in claim.evidence.quote
    if old:
        return _year(when.edtf) == old
    new = re.search(r"(?:19|20)\d\d", pair.new.text)
    return new is not None and 0 < int(new[0]) - _year(when.edtf) <= _DELAY and digits(pair.old.text) == ""


def _measures(claim: Claim, topic: str) -> bool:
    return isinstance(claim.values, MetricValues) and claim.values.name == topic and bool(claim.values.amounts)


def _inside(piece: Evidence, spot: Evidence) -> bool:
    return piece.source == spot.source and piece.start < spot.end and spot.start < piece.end


def _year(edtf: str) -> int:
    told = bounds(edtf)
    return int(edtf[:4]) if told and edtf[:4].isdigit() else 0


def _old_year(pair: Pair) -> int:
    """The year that was said before: as printed, or reckoned from the new one ("a year later than planned")."""
    printed = re.search(r"(?:19|20)\d\d", pair.old.text)
    if printed:
        return int(printed[0])
    new = re.search(r"(?:19|20)\d\d", pair.new.text)
    folded = fold(pair.old.text)
    return int(new[0]) + (1 if "earlier" in folded else -1) if new and folded.startswith(("a year", "one year")) else 0
