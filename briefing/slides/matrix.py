"""A Briefing in, who says what out: its main facts as rows, each source's part in them, the origins behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from briefing.model.briefing import Conflict, FundingEvent, FundingTotal, Infrastructure, Metric, Product, Relationship
from briefing.model.claim import Claim, FundingValues, MetricValues
from briefing.model.records import dataclass
from briefing.slides import figures
from briefing.slides.badges import BadgeKey, badge_key
from briefing.slides.clipping import shortenings
from briefing.slides.highlights import (
    chronological,
    earlier,
    latest_total,
    latest_valued,
    outgrown,
    revenue,
    revenues,
    round_name,
)
from briefing.slides.ledger import Fact, Ledger
from briefing.slides.prose import Statement, claim
from briefing.slides.wording import capital, shown

Part = Literal["states", "partly", "differs", "silent"]
GLYPHS: dict[Part, str] = {"states": "●", "partly": "○", "differs": "≠", "silent": ""}
_ORDER: tuple[BadgeKey, ...] = (
    "corroborated",
    "reported",
    "disputed",
    "rumoured",
    "company-stated",
    "analysis",
    "target",
    "planned",
)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """names: versions of the fact's name, longest first. parts: source number → what it does. origins: counted."""

    names: tuple[Statement, ...]
    parts: dict[int, Part]
    origins: int
    badge: BadgeKey
    ids: tuple[str, ...]


def matrix(ledger: Ledger, most: int) -> tuple[MatrixRow, ...]:
    """The main facts, firmest standing first."""
    found: dict[str, MatrixRow] = {}
    taken: set[str] = set()
    for fact, standing, disputed, names in _candidates(ledger):
        if len(found) >= most:
            break
        if fact.id not in found and names and names[-1] not in taken:
            taken.add(names[-1])
            figure = isinstance(fact, Metric)
            badge: BadgeKey = "disputed" if disputed else badge_key(standing, figure=figure)  # type: ignore[arg-type]
            found[fact.id] = _row(ledger, fact, names, badge)
    rows = sorted(found.values(), key=lambda row: _ORDER.index(row.badge))
    return tuple(rows)


_Candidate = tuple[Fact, str, bool, tuple[str, ...]]


def _candidates(ledger: Ledger) -> Iterator[_Candidate]:
    """Facts by weight: price, revenue, the rumour, totals, what is disputed, what several origins share, the rest."""
    briefing = ledger.briefing
    events = chronological(briefing.funding)
    price, figure = latest_valued(briefing), revenue(briefing)
    targets = revenues(briefing, target=True)
    if price:
        yield _event(price)
    if figure:
        yield _metric(figure)
    yield from (_event(event) for event in events if event.standing == "rumoured")
    yield from (_metric(metric) for metric in targets[:1])
    total = latest_total(briefing)
    if total and not outgrown(total, briefing):
        yield (total, total.standing, False, (f"Total funding of {figures.in_words(total.amounts[0])}",))
    yield from (_event(event) for event in events if event.disputed or event.instrument == "debt")
    yield from _shared(ledger)
    yield from (
        (site, site.standing, False, _site_names(shown(site.name), site.status))
        for site in briefing.infrastructure[:2]
        if site.status != "acquired"
    )
    past = earlier(briefing, figure) if figure else None
    prices = {figures.bare(money) for event in events for money in event.valuations}
    told = [metric for metric in briefing.metrics if not metric.forward_looking and metric is not past]
    yield from (_metric(metric) for metric in told if not _is_price(metric, prices))
    yield from (
        (item, item.standing, False, _site_names(shown(item.name), item.status))
        for item in briefing.products
        if item.status != "released"
    )
    yield from (_event(event) for event in reversed(events))
    ranked = sorted(briefing.relationships, key=lambda item: (-len(ledger.cites(item)), item.id))
    yield from ((item, item.standing, item.disputed, _tie_names(item.name, item.kinds)) for item in ranked)
    yield from ((item, item.standing, False, (shown(item.name), shown(item.name)[:40])) for item in briefing.products)


def _is_price(metric: Metric, prices: set[str]) -> bool:
    """Is it the valuation that a round sets, told as a figure of its own?"""
    return "valuation" in metric.name.lower() and any(figures.bare(money) in prices for money in metric.amounts)


def _shared(ledger: Ledger) -> Iterator[_Candidate]:
    """What more than one independent origin says, at most three: the firmest ground of the deck."""
    firm = [item for item in ledger.briefing.relationships if item.standing == "corroborated"]
    firm.sort(key=lambda item: ("acquired" not in item.kinds, -len(ledger.cites(item)), item.id))
    yield from ((item, item.standing, item.disputed, _tie_names(item.name, item.kinds)) for item in firm[:2])
    products = [item for item in ledger.briefing.products if item.standing == "corroborated"]
    yield from ((item, item.standing, False, (shown(item.name),)) for item in products[:1])


def _event(event: FundingEvent) -> _Candidate:
    amount = figures.short(event.amounts[0]) if event.amounts else ""
    price = figures.short(event.valuations[0]) if event.valuations and not event.valuation_standing else ""
    name = "Round" if event.standing == "rumoured" and not event.name else round_name(event)
    texts = [
        f"{name} of {amount} at {price}" if amount and price else "",
        f"{name} at {price}" if price else f"{name} of {amount}" if amount else "",
        name,
    ]
    return (event, event.standing, event.disputed, tuple(capital(text) for text in texts if text))


def _metric(metric: Metric) -> _Candidate:
    return (metric, metric.standing, metric.disputed, metric_names(metric))


def metric_names(metric: Metric) -> tuple[str, ...]:
    """ "Annual recurring revenue over $4M", "13 data centres", "Growth of 34%"; versions, longest first."""
    name, value = capital(shown(metric.name)), figures.metric_in_words(metric)
    if not value:
        return (name,)
    unit = metric.unit.lower()
    if unit == "times" and not metric.amounts and name.lower().startswith("times "):
        return (f"{figures.metric_in_words(metric).rstrip('×')} {name[:1].lower()}{name[1:]}",)
    if not metric.amounts and unit not in ("", "percent") and (unit in name.lower() or name.lower() in unit):
        return (capital(value),)
    if not metric.amounts and unit not in ("", "percent", "times", "x") and metric.unit.islower():
        return (f"{name}: {value}", capital(value))
    qualifier = metric.amounts[0].qualifier if metric.amounts else metric.qualifier
    link = "" if qualifier in ("over", "under", "about", "up-to", "at-least", "nearly") else "of "
    words = name.split()
    short = "".join(word[0] for word in words).upper() if len(words) == 3 else name
    return (f"{name} {link}{value}", f"{name}: {figures.metric(metric)}", f"{short} {link}{value}")


def _site_names(name: str, status: str) -> tuple[str, ...]:
    suffix = {"planned": ", planned", "announced": ", announced", "operating": ", operating"}.get(status, "")
    versions = dict.fromkeys((name, *shortenings(name, 2), _PLACE.split(name, maxsplit=1)[0]))
    return (f"{capital(name)}{suffix}", *map(capital, versions))


_PLACE = re.compile(r" (?:across|throughout|in|near|at) ")


def _tie_names(name: str, kinds: Iterable[str]) -> tuple[str, ...]:
    words = {
        "acquired": "acquired",
        "lead-investor": "lead investor",
        "customer": "customer",
        "partner": "partner",
        "investor": "investor",
        "supplier": "supplier",
        "distributor": "distributor",
        "lender": "lender",
        "co-developer": "co-developer",
        "joint-venture": "joint venture",
    }
    found = [words[kind] for kind in words if kind in kinds]
    role = f", {found[0]}" if found else ""
    return (f"{shown(name)}{role}", shown(name))


def _row(ledger: Ledger, fact: Fact, names: tuple[str, ...], badge: BadgeKey) -> MatrixRow:
    parts = _parts(ledger, fact)
    ids = ledger.ids(fact)
    statements = tuple(claim(name, (), ids) for name in names)
    return MatrixRow(statements, parts, _origins(ledger, fact, parts, badge), badge, ids)


def _parts(ledger: Ledger, fact: Fact) -> dict[int, Part]:
    """What each source that speaks of the fact does; sources that are not named are silent."""
    found: dict[int, Part] = {}
    by_source: dict[int, list[Claim]] = {}
    for item in ledger.claims(fact):
        by_source.setdefault(ledger.number.get(item.evidence.source, 0), []).append(item)
    valued = isinstance(fact, FundingEvent | Metric) and any(map(_has_figure, ledger.claims(fact)))
    for number in ledger.cites(fact):
        items = by_source.get(number, [])
        partly = valued and bool(items) and not any(map(_has_figure, items))
        found[number] = "partly" if partly else "states"
    for conflict in ledger.briefing.conflicts:
        if conflict.about == fact.id:
            _mark_other_versions(ledger, conflict, fact, found)
    return found


def _mark_other_versions(ledger: Ledger, conflict: Conflict, fact: Fact, found: dict[int, Part]) -> None:
    """Sources of the versions that the row does not show differ, or say it in part where both can be true."""
    if conflict.kind not in ("amount", "currency", "date", "precision"):
        return
    printed = {_plain(money.raw) for money in fact.amounts} if isinstance(fact, FundingEvent | Metric) else set()
    as_shown = [at for at, position in enumerate(conflict.positions) if _plain(position.value) in printed]
    used = as_shown[0] if as_shown else used_position(conflict)
    kept = set(conflict.positions[used].sources)
    for index, position in enumerate(conflict.positions):
        for source in position.sources:
            number = ledger.number.get(source, 0)
            if index != used and source not in kept and number:
                found[number] = "partly" if conflict.kind in ("precision", "date") else "differs"


def used_position(conflict: Conflict) -> int:
    """The position that the deck uses: the one whose value is `used` or else part of it, else the first."""
    used = _plain(conflict.used)
    exact = [index for index, position in enumerate(conflict.positions) if used and _plain(position.value) == used]
    if exact:
        return exact[0]
    for index, position in enumerate(conflict.positions):
        value = _plain(position.value)
        if value and (value in used or (used and used in value)):
            return index
    return 0


def _plain(text: str) -> str:
    return figures.shortened(shown(text)).casefold()


def _has_figure(item: Claim) -> bool:
    values = item.values
    if isinstance(values, FundingValues):
        return bool(values.amounts)
    if isinstance(values, MetricValues):
        return bool(values.amounts) or values.value is not None
    return False


def _origins(ledger: Ledger, fact: Fact, parts: dict[int, Part], badge: BadgeKey) -> int:
    """Independent origins that say it on their own word; what only the company says counts none.

    Its announcement does count where somebody else says the same: that is what makes a fact corroborated.
    """
    if badge == "company-stated" or (badge in ("target", "planned") and _only_the_companys(ledger, fact)):
        return 0
    own = {
        ledger.number.get(item.evidence.source, 0)
        for item in ledger.claims(fact)
        if item.holder_kind != "company" or badge == "corroborated"
    } or (set() if ledger.claims(fact) else set(parts))
    stating = [number for number, part in parts.items() if part != "differs" and number in own]
    return len(ledger.origins(stating))


def _only_the_companys(ledger: Ledger, fact: Fact) -> bool:
    """Does what is still ahead rest on the company's word, even where articles drop "the company said"?"""
    return any(item.about == fact.id and "company-stated" in item.reasons for item in ledger.briefing.unverified)


def fact_of(ledger: Ledger, fact_id: str) -> Fact | None:
    """The fact with that id, if it is one that has a name on slides."""
    briefing = ledger.briefing
    lists: tuple[tuple[Fact, ...], ...] = (
        briefing.funding,
        briefing.metrics,
        briefing.funding_totals,
        briefing.products,
        briefing.infrastructure,
        briefing.relationships,
    )
    return next((fact for facts in lists for fact in facts if fact.id == fact_id), None)


def tie_name(fact: Relationship, kinds: Sequence[str]) -> str:
    """ "Contoso, joint venture" where there is one tie to speak of; else the name."""
    kinds = tuple(dict.fromkeys(kinds))
    return f"{shown(fact.name)}, {kinds[0].replace('-', ' ')}" if len(kinds) == 1 else shown(fact.name)


def fact_name(ledger: Ledger, fact_id: str) -> str:
    """The name of a fact that has one on slides; "" for others."""
    fact = fact_of(ledger, fact_id)
    if isinstance(fact, FundingEvent):
        return _event(fact)[3][0]
    if isinstance(fact, Metric):
        return _metric(fact)[3][0]
    if isinstance(fact, FundingTotal):
        return f"Total funding of {figures.in_words(fact.amounts[0])}" if fact.amounts else ""
    if isinstance(fact, Relationship):
        return tie_name(fact, fact.kinds)
    return capital(shown(fact.name)) if isinstance(fact, Product | Infrastructure) else ""
