"""A Briefing goes in, the unverified claims that matter most to an audience come out, each matter once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from briefing.model.audience import Audience
from briefing.model.briefing import FundingEvent, Metric, Unverified
from briefing.model.dates import bounds
from briefing.slides import figures
from briefing.slides.clipping import is_clause, shortenings
from briefing.slides.highlights import FIRM, firm_rounds, overtaken
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import fact_of
from briefing.slides.riskwords import matter_named
from briefing.slides.topics import rank, topic
from briefing.slides.trimming import core, leans
from briefing.slides.wording import shown

_IN_TWO_LINES = 62  # characters
_CUT = 6  # places that a claim loses whose words do not fit
_LENS = 0.8  # places that one step of the audience's emphasis is worth


def distinct(ledger: Ledger) -> list[Unverified]:
    """Each matter once: one claim a fact, and one a passage of a source."""
    kept: list[Unverified] = []
    facts: set[str] = set()
    names: set[str] = set()
    spans: dict[str, list[tuple[int, int]]] = {}
    for item in sorted(ledger.briefing.unverified, key=lambda item: (item.rank, item.id)):
        told = any(
            part.start < end and start < part.end
            for part in item.evidence[:1]
            for start, end in spans.get(part.source, [])
        )
        name = matter_named(ledger, item)
        if told or (item.about and item.about in facts) or (name and name in names) or _settled(ledger, item):
            continue
        kept.append(item)
        names.add(name)
        facts |= {item.about} if item.about else set()
        for part in item.evidence:
            spans.setdefault(part.source, []).append((part.start, part.end))
    return kept


def _fragment(ledger: Ledger, item: Unverified) -> bool:
    """Words that hang on a sentence the slide does not show, of no fact that would name the matter."""
    text = core(shown(item.text), ledger.names)
    opens = shown(item.text).lower().startswith(("which ", "who ", "whose ", "where ", "more than ", "less than "))
    shortest = (shortenings(text) or (text,))[-1]
    clause = text.lower().startswith(_CLAUSE) and "," not in shortest
    bare = shown(item.text).startswith(("at ", "in ", "with ", "for ", "by ")) and not is_clause(text)
    return not matter_named(ledger, item) and (opens or clause or bare or leans(text))


# What opens a clause that the rest of its sentence goes on from, behind a comma.
_CLAUSE = ("even with ", "even as ", "even if ", "even when ", "even though ", "although ", "despite ", "amid ")


def _settled(ledger: Ledger, item: Unverified) -> bool:
    """Is it a rumour of what a later source reports as a fact, or that what came later has overtaken?"""
    fact = fact_of(ledger, item.about) if item.about and item.standing == "rumoured" else None
    if isinstance(fact, FundingEvent):
        return fact.standing in FIRM or overtaken(fact, ledger.briefing)
    if isinstance(fact, Metric):
        return fact.standing in FIRM or _outdated(ledger, fact)
    return getattr(fact, "standing", "rumoured") in FIRM


def _outdated(ledger: Ledger, metric: Metric) -> bool:
    """Does a source give the same measure, or a round the price, as a fact for a later time?"""
    past = {money.value for event in ledger.briefing.funding for money in event.history}
    if past & {money.value for money in metric.amounts}:
        return True
    when = bounds(metric.as_of)
    later = [
        bounds(other.as_of)
        for other in ledger.briefing.metrics
        if other.name == metric.name and other.standing in FIRM and not other.forward_looking
    ]
    if "valuation" in metric.name.lower():
        later += [bounds(event.date) for event in firm_rounds(ledger.briefing) if event.valuations]
    return when is not None and any(found is not None and found[0] > when[1] for found in later)


def chosen_claims(ledger: Ledger, found: Sequence[Unverified], audience: Audience) -> list[Unverified]:
    """The audience's most: the rank of a claim, moved by what the audience cares for; fragments only if all are."""
    places = {item.id: at for at, item in enumerate(found)}
    weight = {
        item.id: places[item.id] + _LENS * rank(audience.emphasis, _about(item)) + _CUT * _is_long(ledger, item)
        for item in found
    }
    weighed = sorted(found, key=lambda item: (weight[item.id], places[item.id]))
    whole = (item for item in weighed if not _fragment(ledger, item))
    return list(islice(whole, audience.max_risks)) or weighed[: audience.max_risks]


def _is_long(ledger: Ledger, item: Unverified) -> bool:
    """Would its words have to be cut off in their column, with no fact to name the matter?"""
    versions = shortenings(core(figures.shortened(shown(item.text)), ledger.names))
    return not matter_named(ledger, item) and bool(versions) and len(versions[-1]) > _IN_TWO_LINES


def _about(item: Unverified) -> str:
    return topic(item.text).emphasis
