"""Dates of one event or figure that differ, in grain or altogether."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.model.briefing import Relationship
from briefing.model.claim import (
    Claim,
    FundingValues,
    InfrastructureValues,
    MetricValues,
    MilestoneValues,
    ProductValues,
    TieValues,
)
from briefing.model.dates import When, bounds, overlap
from briefing.reconcile import choosing
from briefing.reconcile.conflicts.draft import Draft, Found, by_value, position, sentence, sources_of
from briefing.reconcile.conflicts.labels import event_label, metric_label
from briefing.reconcile.folding import fold
from briefing.reconcile.lexicon import words as words_of
from briefing.reconcile.rounds import meet

_LOOSE = 45  # days by which "the end of the year" may miss
_RECKONED = 200  # … and "two years later"


def dates(found: Found) -> Iterator[Draft]:
    for event in found.briefing.funding:
        yield from _differing(f"date of {event_label(event)}", found.of(event.claims), event.id, found, 45)
    for metric in found.briefing.metrics:
        yield from _differing(f"date of {metric_label(metric)}", found.of(metric.claims), metric.id, found, 40)
    for relation in found.briefing.relationships:
        yield from _of_tie(relation, found)
    for site in found.briefing.infrastructure:
        yield from _differing(f"date of {site.name}", found.of(site.claims), site.id, found, 35)
    for product in found.briefing.products:
        yield from _differing(f"date of {product.name}", found.of(product.claims), product.id, found, 25)
    for fact in found.briefing.profile:
        others = [other for other in found.briefing.profile if other.name == fact.name and other.id > fact.id]
        for other in others:
            years = [value for value in (fact.value, other.value) if any(sign.isdigit() for sign in value)]
            if len(years) == 2 and fact.value != other.value:
                positions = (position(fact.value, found.of(fact.claims)), position(other.value, found.of(other.claims)))
                clear = _year(fact.value) != _year(other.value)
                told = [len({found.origin(claim) for claim in found.of(one.claims)}) for one in (fact, other)]
                used = years[told.index(max(told))] if clear else min(years, key=len)
                name = "clash" if clear else "grain"
                why = "more_sources" if told[0] != told[1] else "unsettled"
                text = sentence("date", name, used=used, why=sentence("amount", why))
                yield Draft(fact.name, "date", positions, not clear, used, text, fact.id, 42)


def _year(text: str) -> str:
    return next((word for word in text.replace("-", " ").split() if len(word) == 4 and word.isdigit()), "")


def _of_tie(relation: Relationship, found: Found) -> Iterator[Draft]:
    """Only ties that begin on a day have dates that can differ."""
    kinds = {"acquired", "acquirer", "joint-venture", "partner", "distributor", "co-developer"}
    told = [
        claim
        for claim in found.of(relation.claims)
        if isinstance(claim.values, TieValues) and claim.values.tie in kinds and claim.values.when
    ]
    stages = dict.fromkeys((c.values.tie, c.values.status) for c in told if isinstance(c.values, TieValues))
    for stage in stages:  # what is agreed on one day may be closed on another
        mine = [c for c in told if isinstance(c.values, TieValues) and (c.values.tie, c.values.status) == stage]
        yield from _differing(f"date of the tie with {relation.name}", mine, relation.id, found, 30)


def _when(claim: Claim) -> When | None:
    values = claim.values
    if isinstance(values, MetricValues):
        return values.as_of
    if isinstance(values, FundingValues | TieValues | ProductValues | MilestoneValues | InfrastructureValues):
        return values.when
    return None


def _differing(topic: str, claims: Sequence[Claim], about: str, found: Found, weight: int) -> Iterator[Draft]:
    """One draft if the claims date the thing differently; rumours keep their own dates."""
    dated = [(when, claim) for claim in claims if (when := _when(claim)) and (when.edtf or when.raw)]
    dated = [pair for pair in dated if pair[0].raw or pair[0].anchor != "publication"]  # the days of the telling
    firm = [(when, claim) for when, claim in dated if claim.modality != "rumoured"] or dated
    if len(sources_of([claim for _, claim in firm])) < 2:
        return  # an article that gives two days tells of two things
    groups = _told_apart(firm)
    known = [edtf for edtf, _ in groups if bounds(edtf)]
    reckoned_only = all(when.anchor in ("previous-event", "none") for when, _ in firm)
    if len(groups) < 2 or not known or reckoned_only:
        return
    words = {when.edtf or when.raw: when for when, _ in reversed(firm)}
    compatible = all(_fit(one, other, words) for one in known for other in known)
    used = choosing.date([when.edtf for when, _ in firm])
    shown = _wording(words[used])
    if isinstance(firm[0][1].values, MetricValues) and any(when.anchor != "stated" for when, _ in firm):
        compatible = True  # "the previous year", "last year": of a figure, these are soon misunderstood
    reckoned = any(words[edtf].anchor in ("previous-event",) for edtf, _ in groups)
    name = "clash" if not compatible else "relative" if reckoned else "grain"
    told = {edtf: len({found.origin(claim) for claim in held}) for edtf, held in groups}
    most = told.get(used, 0) > max((count for edtf, count in told.items() if edtf != used), default=0)
    text = sentence("date", name, used=shown, why=sentence("amount", "more_sources" if most else "unsettled"))
    positions = tuple(position(_wording(words[edtf]), held) for edtf, held in groups)
    yield Draft(topic, "date", positions, compatible, shown, text, about, weight + 30 * (not compatible))


def _fit(one: str, other: str, words: Mapping[str, When]) -> bool:
    """Do two dates overlap? "Late in" a year, and "two years later", are near enough to what is not far off."""
    whens = [words[date] for date in (one, other)]
    loose = any(sign in fold(when.raw).split() for when in whens for sign in ("end", "late", "early"))
    reckoned = any(when.anchor == "previous-event" for when in whens)
    return overlap(one, other) or ((loose or reckoned) and meet(one, other, _RECKONED if reckoned else _LOOSE))


def _told_apart(dated: Sequence[tuple[When, Claim]]) -> list[tuple[str, list[Claim]]]:
    """Claims by their date; open dates only where their words differ from all others' ("earlier this year")."""
    groups = by_value((when.edtf or when.raw, claim) for when, claim in dated)
    said = {fold(when.raw) for when, _ in dated if bounds(when.edtf)}
    present = words_of("language", "present")
    open_ended = {date for date, _ in groups if not bounds(date) and (" " in date or fold(date) in present)}
    return [(date, told) for date, told in groups if bounds(date) or (date in open_ended and fold(date) not in said)]


def _wording(when: When) -> str:
    """The source's words for a date, without an article; the date itself where there are none."""
    words = when.raw.strip(" ,")
    return re.sub(r"^(?:the|in|on|by)\s+", "", words, flags=re.I) or when.edtf
