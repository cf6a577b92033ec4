"""A fact in; what it is called, what can change about it and how like another it is, out: one row a list of facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from briefing.model.briefing import (
    Comparison,
    Conflict,
    FundingEvent,
    FundingTotal,
    Metric,
    Milestone,
    Relationship,
    SourceRecord,
)
from briefing.model.dates import overlap
from briefing.model.money import Money
from briefing.model.records import dataclass

Words = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Part:
    """How the facts of one list are told apart and compared.

    name: what a fact is called. likeness: 4 and more for facts that are the same thing, 0 for what cannot be; words in
    common are counted by others. fields: what can change, as words. told: what is said of a fact that came or went.
    alone: is a fact of this list worth a line when it came or went? (A milestone often only repeats another fact.)
    """

    name: Words
    likeness: Callable[[Any, Any], int]
    fields: Mapping[str, Words]
    told: Words
    alone: bool = True


def money(amounts: tuple[Money, ...]) -> str:
    """As the sources print it: "€385 million / about $415 million"."""
    return " / ".join(dict.fromkeys(amount.raw for amount in amounts))


def _same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()


def _near(one: tuple[Money, ...], other: tuple[Money, ...]) -> bool:
    """Can two of the amounts mean the same sum?"""
    pairs = ((a, b) for a in one for b in other if a.currency == b.currency)
    return any(a.interval()[0] <= b.interval()[1] and b.interval()[0] <= a.interval()[1] for a, b in pairs)


def _round(old: FundingEvent, new: FundingEvent) -> int:
    sums = (*old.amounts, *old.equivalents), (*new.amounts, *new.equivalents)
    foretold = _near(old.amounts, new.history)
    dated = bool(old.date and new.date and overlap(old.date, new.date))
    if old.name and new.name and not _same(old.name, new.name) and not foretold:
        return 0
    return 4 * _same(old.name, new.name) + 3 * _near(*sums) + 2 * dated + 4 * foretold


def _total(old: FundingTotal, new: FundingTotal) -> int:
    return 4 * (old.scope.casefold() == new.scope.casefold()) + 4 * _near(old.amounts, new.amounts)


def _tie(old: Relationship, new: Relationship) -> int:
    names = ({name.casefold() for name in (fact.name, *fact.aliases)} for fact in (old, new))
    return 4 * bool(set.intersection(*names))


def _metric(old: Metric, new: Metric) -> int:
    if not _same(old.name, new.name) or old.unit != new.unit or old.forward_looking != new.forward_looking:
        return 0
    return 4 + 2 * (old.as_of == new.as_of) + 2 * (figure(old) == figure(new))


def _dimension(old: Comparison, new: Comparison) -> int:
    return 4 * (_same(old.dimension, new.dimension) and _same(old.other, new.other))


def _milestone(old: Milestone, new: Milestone) -> int:
    return 4 * _same(old.text, new.text)


def _conflict(old: Conflict, new: Conflict) -> int:
    return 4 * (_same(old.topic, new.topic) and old.kind == new.kind)


def _source(old: SourceRecord, new: SourceRecord) -> int:
    return 8 * (old.sha256 == new.sha256) + 4 * (old.path == new.path)


def _named(old: Any, new: Any) -> int:
    return 4 * _same(old.name, new.name)


def figure(metric: Metric) -> str:
    """A metric's value in the sources' words, else as a number with its unit."""
    if metric.amounts:
        return money(metric.amounts)
    if metric.value is None:
        return ""
    number = f"{metric.value:,.0f}" if metric.value == int(metric.value) else f"{metric.value:,.6g}"
    qualifier = f"{metric.qualifier.replace('-', ' ')} " if metric.qualifier else ""
    unit = "%" if metric.unit == "percent" else f" {metric.unit}" if metric.unit else ""
    return f"{qualifier}{number}{unit}"


def _names(field: str) -> Words:
    return lambda fact: ", ".join(sorted(getattr(fact, field), key=str.casefold))


def _plain(field: str) -> Words:
    return lambda fact: str(getattr(fact, field))


def _money(field: str) -> Words:
    return lambda fact: money(getattr(fact, field))


_SPOKEN = {"lead-investor": "lead investor", "joint-venture": "joint venture"}


def _kinds(tie: Relationship) -> str:
    return ", ".join(_SPOKEN.get(kind, kind) for kind in sorted(tie.kinds))


def _raised(event: FundingEvent) -> str:
    return money((*event.amounts, *event.equivalents[:1]))


def _positions(conflict: Conflict) -> str:
    return " / ".join(position.value for position in conflict.positions)


def _event_name(event: FundingEvent) -> str:
    kinds = {"debt": "Debt financing", "grant": "Grant", "ipo": "IPO", "secondary": "Secondary sale"}
    return event.name or kinds.get(event.instrument, "Funding round")


def _total_name(total: FundingTotal) -> str:
    return f"Funding to date, {total.scope}" if total.scope else "Funding to date"


# The lists of a Briefing in the order of what matters to a reader.
PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "funding": Part(
            _event_name,
            _round,
            {
                "name": _plain("name"),
                "amount": _money("amounts"),
                "valuation": _money("valuations"),
                "date": _plain("date"),
                "lead": _names("leads"),
                "participants": _names("participants"),
            },
            _raised,
        ),
        "funding_totals": Part(_total_name, _total, {"amount": _money("amounts")}, _money("amounts")),
        "metrics": Part(_plain("name"), _metric, {"value": figure, "as of": _plain("as_of")}, figure),
        "relationships": Part(_plain("name"), _tie, {"role": _kinds, "status": _plain("status")}, _kinds),
        "infrastructure": Part(
            _plain("name"),
            _named,
            {"status": _plain("status"), "amount": _money("amounts"), "capacity": _plain("capacity")},
            _plain("status"),
        ),
        "products": Part(
            _plain("name"),
            _named,
            {"status": _plain("status"), "license": _plain("license")},
            _plain("status"),
        ),
        "people": Part(_plain("name"), _named, {"role": _plain("role")}, _plain("role")),
        "profile": Part(_plain("name"), _named, {"value": _plain("value")}, _plain("value")),
        "comparisons": Part(
            lambda row: row.dimension or row.subject_position,
            _dimension,
            {"position": _plain("subject_position"), "other's position": _plain("other_position")},
            _plain("subject_position"),
        ),
        "milestones": Part(
            _plain("text"), _milestone, {"date": _plain("date"), "status": _plain("status")}, _plain("date"), False
        ),
        "conflicts": Part(_plain("topic"), _conflict, {}, _positions),
        "sources": Part(lambda source: source.title or source.path, _source, {}, _plain("publisher")),
    }
)
