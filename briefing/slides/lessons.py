"""A Briefing in, what its facts say to any reader out: lines of "so what" that need no sentence of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model.briefing import Infrastructure, Product
from briefing.model.records import dataclass
from briefing.slides import figures
from briefing.slides.clipping import shortenings
from briefing.slides.dates import phrase
from briefing.slides.highlights import both, goals, is_revenue, organisations, revenue, rumoured_round
from briefing.slides.ledger import Fact, Ledger
from briefing.slides.matrix import metric_names
from briefing.slides.prose import Piece, Statement
from briefing.slides.storyline import contradictions, metric_noun, target_noun, topic_phrase
from briefing.slides.wording import capital, common, counted, joined, listed, plural, share, shown


@dataclass(frozen=True, slots=True)
class Advice:
    """lead: two to four words. versions: the text, longest first. emphasis: what it is about, for ranking."""

    lead: str
    versions: tuple[Statement, ...]
    emphasis: str
    quotes: tuple[tuple[int, str], ...] = ()


def lessons(ledger: Ledger) -> Iterator[Advice]:
    """What facts say to any reader; each line carries its sources."""
    yield from _rumour(ledger)
    yield from _own_word(ledger)
    yield from _trade_off(ledger)
    yield from _not_operating(ledger)
    yield from _double_roles(ledger)
    yield from _clashes(ledger)
    sources = ledger.briefing.sources
    largest = max((len(origin.members) for origin in ledger.briefing.origins), default=0)
    if len(sources) == 1 or largest * 2 > len(sources):
        yield from one_origin(ledger)


def further_lessons(ledger: Ledger) -> Iterator[Advice]:
    """What the facts say where neither sources nor weightier facts fill the slide."""
    yield from _targets(ledger)
    yield from _own_figures(ledger)
    yield from _rumoured_deals(ledger)
    yield from _customers(ledger)


def _targets(ledger: Ledger) -> Iterator[Advice]:
    for metric in [metric for metric in goals(ledger.briefing) if figures.metric(metric)][:1]:
        when = f" {phrase(ledger.date(metric, metric.as_of, long=True))}" if metric.as_of else ""
        text = f"The {target_noun(metric)}{when} is not yet a result"
        yield _rule(ledger, "Treat it as a target", text, "revenue", metric)


def _own_figures(ledger: Ledger) -> Iterator[Advice]:
    """Figures of size and growth that nobody but the company gives, the weightiest first."""
    doubted = sorted(ledger.briefing.unverified, key=lambda item: (item.rank, item.id))
    own = {
        metric.id: metric
        for metric in ledger.briefing.metrics
        if metric.standing == "company-stated" and not metric.forward_looking and not is_revenue(metric)
    }
    found = [own[item.about] for item in doubted if item.about in own][:3]
    told = [[name for name in metric_names(metric) if ":" not in name] for metric in found]
    names = list(dict.fromkeys(common(versions[0]) for versions in told if versions))
    if names:
        verb = "rest" if len(names) > 1 or not (found[0].amounts or " of " in names[0]) else "rests"
        text = f"{capital(joined(names))} {verb} on the company's word alone"
        yield _rule(ledger, "Discount its own figures", text, "risk", *found)


def _rumoured_deals(ledger: Ledger) -> Iterator[Advice]:
    for tie in ledger.briefing.relationships:
        if tie.status == "rumoured" and "acquired" in tie.kinds:
            text = f"A purchase of {shown(tie.name)} is only rumoured; no source reports it as agreed"
            yield _rule(ledger, "Wait for confirmation", text, "partnership", tie)


def _customers(ledger: Ledger) -> Iterator[Advice]:
    found = [tie for tie in organisations(ledger.briefing) if "customer" in tie.kinds and tie.status == "current"]
    if found:
        names = listed([shown(tie.name) for tie in found], 4)
        text = f"{names} are named as customers" if len(found) > 1 else f"{names} is named as a customer"
        yield _rule(ledger, "Ask for references", text, "partnership", *found[:5])


def _rumour(ledger: Ledger) -> Iterator[Advice]:
    event = rumoured_round(ledger.briefing)
    if event and event.amounts:
        price = f" at a {figures.bare(event.valuations[0])} valuation" if event.valuations else ""
        text = (
            f"A raise of {figures.in_words(event.amounts[0])}{price} is only rumoured; no source reports it as closed"
        )
        yield _rule(ledger, "Wait for confirmation", text, "funding", event)


def _own_word(ledger: Ledger) -> Iterator[Advice]:
    metric = revenue(ledger.briefing)
    if metric and metric.standing == "company-stated":
        text = f"{capital(metric_noun(metric))} of {figures.metric_in_words(metric)} rests on the company's word alone"
        yield _rule(ledger, "Discount growth figures", text, "revenue", metric)


def _trade_off(ledger: Ledger) -> Iterator[Advice]:
    for row in ledger.briefing.comparisons:
        if (
            re.search(r"trade-?off|choice|bottom line|summary|overall", row.dimension, re.IGNORECASE)
            and row.implication
        ):
            cites, ids = ledger.cites(row), ledger.ids(row)
            versions = tuple(
                Statement((Piece(capital(text)),), cites, ids) for text in shortenings(shown(row.implication))
            )
            yield Advice("Settle the trade-off", versions, "deployment", ledger.quotes(row, most=1))
            return


def _not_operating(ledger: Ledger) -> Iterator[Advice]:
    planned = [site for site in ledger.briefing.infrastructure if site.status in ("planned", "announced")]
    coming = [item for item in ledger.briefing.products if item.status != "released"]
    found: list[Infrastructure | Product] = [*planned, *coming]
    if found:
        every = list(dict.fromkeys(shown(item.name) for item in found))
        names = listed([name for name in every if not _within(name, every)], 3)
        statuses = joined(list(dict.fromkeys(item.status for item in found)), "or")
        text = f"{capital(names)} {plural(len(found), 'is')} only {statuses}, not in operation"
        emphasis = "infrastructure" if planned else "product"
        yield _rule(ledger, "Not yet operating", text, emphasis, *found[:3])


def _within(name: str, names: Sequence[str]) -> bool:
    """Is it a shorter way to say another of the names: "plant" beside "plant in Lyon"?"""
    return any(name != other and name.casefold() in other.casefold() for other in names)


def _double_roles(ledger: Ledger) -> Iterator[Advice]:
    found = both(ledger.briefing)
    if found:
        names = [shown(item.name) for item in found]
        verb = "hold shares and do" if len(found) > 1 else "holds shares and does"
        texts = [
            f"{joined(names)} {verb} business with {ledger.subject}",
            f"{listed(names, 3)} {verb} business with it",
        ]
        cites, ids = ledger.cites(*found), ledger.ids(*found)
        versions = tuple(Statement((Piece(text),), cites, ids) for text in texts)
        yield Advice("Partners hold shares", versions, "partnership", ledger.quotes(*found[:2], most=1))


def _clashes(ledger: Ledger) -> Iterator[Advice]:
    found = contradictions(ledger)
    if found:
        topics_ = list(dict.fromkeys(topic_phrase(conflict) for conflict in found[:3]))
        topics = joined(topics_)
        evidence = [part for conflict in found[:3] for position in conflict.positions for part in position.evidence]
        ids = tuple(conflict.id for conflict in found[:3])
        every = len(topics_) == len(found)
        link = ":" if every else ", such as"
        text = f"The sources contradict each other on {counted(len(found), 'point')}{link} {topics}"
        yield Advice("Mind the contradiction", (Statement((Piece(text),), ledger.cited(evidence), ids),), "risk")


def one_origin(ledger: Ledger) -> Iterator[Advice]:
    sources, origins = ledger.briefing.sources, ledger.briefing.origins
    if len(sources) == 1:
        text = f"Everything here rests on one article{ledger.by_outlet(1)}; nothing is cross-checked"
        yield Advice("One source only", (Statement((Piece(text, "label"),), (1,), ()),), "risk")
        return
    largest = max(origins, key=lambda origin: len(origin.members), default=None)
    if largest and len(largest.members) > 1:
        numbers = tuple(sorted(ledger.number[member] for member in largest.members))
        text = (
            f"{capital(share(len(largest.members), len(sources)))} articles trace to one origin, "
            f"{shown(largest.name)}, and count once"
        )
        yield Advice("Count the origins", (Statement((Piece(text, "label"),), numbers, (largest.id,)),), "risk")


def _rule(ledger: Ledger, lead: str, text: str, emphasis: str, *facts: Fact) -> Advice:
    cites, ids = ledger.cites(*facts), ledger.ids(*facts)
    return Advice(lead, (Statement((Piece(text),), cites, ids),), emphasis, ledger.quotes(*facts, most=1))
