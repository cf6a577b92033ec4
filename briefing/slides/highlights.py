"""A Briefing in, the facts that titles and key figures speak of out: latest valuation, rumoured round, revenue …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.model.briefing import Briefing, FundingEvent, FundingTotal, Metric, Relationship, Standing
from briefing.model.dates import bounds, sort_key
from briefing.slides.wording import capital, common, shown

_REVENUE = re.compile(r"\b(?:revenue|arr|turnover|sales|run[- ]rate|bookings|umsatz|receita)\b", re.IGNORECASE)
_RECURRING = re.compile(r"\b(?:recurring|arr)\b", re.IGNORECASE)
_PARTNER_KINDS = frozenset({"customer", "partner", "supplier", "distributor", "co-developer", "joint-venture"})
_INVESTOR_KINDS = frozenset({"investor", "lead-investor"})
FIRM = frozenset({"corroborated", "reported", "company-stated"})


def chronological(events: Iterable[FundingEvent]) -> list[FundingEvent]:
    """By date; what is planned and then what is only rumoured last."""
    order = {"rumoured": 2, "forward-looking": 1}
    return sorted(events, key=lambda event: (order.get(event.standing, 0), sort_key(event.date), event.id))


def firm_rounds(briefing: Briefing) -> list[FundingEvent]:
    """What has happened by the sources, in order of time."""
    return [event for event in chronological(briefing.funding) if event.standing in FIRM]


def rumoured_round(briefing: Briefing) -> FundingEvent | None:
    """The latest rumoured round with a figure, else the latest rumoured one; no rumour that a later round overtook."""
    found = [event for event in chronological(briefing.funding) if event.standing == "rumoured"]
    found = [event for event in found if not overtaken(event, briefing) and not _is_of_long_ago(event, briefing)]
    return next((event for event in reversed(found) if event.amounts), found[-1] if found else None)


def overtaken(rumour: FundingEvent, briefing: Briefing) -> bool:
    """Was money raised in a round that is on record after the time that the rumour speaks of?"""
    when = bounds(rumour.date)
    firm = [bounds(event.date) for event in firm_rounds(briefing) if event.amounts and event.instrument != "secondary"]
    return when is not None and any(found is not None and found[0] > when[1] for found in firm)


def over(edtf: str, as_of: str) -> bool:
    """Is a time past on the day that the briefing stands at? Not told where that day is no more than a year."""
    when, now = bounds(edtf), bounds(as_of)
    return when is not None and now is not None and now[1] - now[0] < _YEAR and when[1] < now[0]


_YEAR = 300  # days: a date as long as that names no more than a year


def planned_round(briefing: Briefing) -> FundingEvent | None:
    """The latest planned round; none of which nothing was heard for long, or that another round overtook."""
    found = [event for event in chronological(briefing.funding) if event.standing == "forward-looking"]
    found = [event for event in found if not overtaken(event, briefing) and not _is_of_long_ago(event, briefing)]
    return found[-1] if found else None


def _is_of_long_ago(event: FundingEvent, briefing: Briefing) -> bool:
    when = bounds(event.date) or bounds(_published(event, briefing))
    now = bounds(briefing.as_of)
    return when is not None and now is not None and now[0] - when[1] > _STALE


def latest_valued(briefing: Briefing) -> FundingEvent | None:
    """The latest round with a valuation that is not a rumour; an undated one only where none has a date."""
    return _latest([event for event in firm_rounds(briefing) if event.valuations])


def _latest(events: Sequence[FundingEvent]) -> FundingEvent | None:
    """The last of those with a date, else the last."""
    return next((event for event in reversed(events) if event.date), events[-1] if events else None)


def valued_before(briefing: Briefing, event: FundingEvent) -> FundingEvent | None:
    """The round before with a valuation in the same currency; None for the first."""
    firm = [found for found in firm_rounds(briefing) if found.valuations]
    at = next((index for index, found in enumerate(firm) if found.id == event.id), 0)
    same = [found for found in firm[:at] if found.valuations[0].currency == event.valuations[0].currency]
    return same[-1] if same else None


def latest_total(briefing: Briefing) -> FundingTotal | None:
    """The total that the latest article gives, the larger of equals: money raised only adds up.

    A total of an article without a date that is larger than a dated one is later than that.
    """
    found = [total for total in briefing.funding_totals if total.amounts and "milestone" not in total.scope.lower()]
    days = {total.id: _published(total, briefing) for total in found}
    best = max(
        found,
        key=lambda total: (not before_now(total), days[total.id], len(total.evidence), total.amounts[0].value),
        default=None,
    )
    later = [
        total
        for total in found
        if best and not days[total.id] and total.standing in FIRM and not before_now(total) and _exceeds(total, best)
    ]
    return max(later, key=lambda total: total.amounts[0].value, default=best)


def _published(fact: FundingTotal | FundingEvent, briefing: Briefing) -> str:
    """The day of the latest article that tells of it, "" where none has a date."""
    published = {source.id: source.published for source in briefing.sources}
    return max((published.get(part.source, "") for part in fact.evidence), default="")


def _exceeds(total: FundingTotal, other: FundingTotal) -> bool:
    mine, theirs = total.amounts[0], other.amounts[0]
    return mine.currency == theirs.currency and mine.value > theirs.value


def outgrown(total: FundingTotal, briefing: Briefing) -> bool:
    """Was as much raised in rounds of a later time, or in a single one, so that the total tells of long ago?"""
    told, whole = bounds(_published(total, briefing)), total.amounts[0]
    rounds = [
        (bounds(event.date), event.amounts[0].value)
        for event in firm_rounds(briefing)
        if event.date and event.amounts and event.amounts[0].currency == whole.currency
        if event.instrument != "secondary"
    ]
    since = sum(value for when, value in rounds if told and when and when[0] > told[1] + _MONTH)
    return since * 2 > whole.value or any(value > whole.value for _, value in rounds)


_MONTH = 31  # days


def before_now(total: FundingTotal) -> bool:
    """Does the total stand for the time before a round, by its scope or its sentence ("previously raised")?"""
    quotes = " ".join(part.quote for part in total.evidence[:1])
    return bool(_BEFORE.search(total.scope) or _BEFORE.search(quotes))


_BEFORE = re.compile(r"\b(?:prior to|before|previously|until then)\b", re.IGNORECASE)


def price_standing(event: FundingEvent) -> Standing:
    """How far its valuation can be trusted: as the round, unless fewer vouch for the valuation."""
    return event.valuation_standing or event.standing


def latest_raise(briefing: Briefing) -> FundingEvent | None:
    """The latest firm round in which the company took in money from investors or lenders."""
    raised = [event for event in firm_rounds(briefing) if event.amounts and event.instrument != "secondary"]
    return _latest([event for event in raised if event.instrument != "grant"] or raised)


def debt_rounds(briefing: Briefing) -> list[FundingEvent]:
    return [event for event in firm_rounds(briefing) if event.instrument == "debt"]


def is_revenue(metric: Metric) -> bool:
    return bool(metric.amounts) and bool(_REVENUE.search(metric.name))


def revenues(briefing: Briefing, *, target: bool) -> list[Metric]:
    """Revenue figures, those of recurring revenue first, the latest and best attested first."""
    found = [metric for metric in briefing.metrics if is_revenue(metric) and metric.forward_looking == target]
    return sorted(
        found,
        key=lambda metric: (
            -_told_day(metric, briefing),
            not _RECURRING.search(metric.name),
            -len(metric.claims),
            -metric.amounts[0].value,
            metric.id,
        ),
    )


def _told_day(metric: Metric, briefing: Briefing) -> int:
    """The day that a figure stands for. One without a date that is told in the same words as an older one of its
    measure ("over $9 million, up from $4 million in 2024") is later than that; else it is of its article's day."""
    if metric.as_of:
        return _latest_day(metric.as_of)
    beside = [
        _latest_day(other.as_of)
        for other in briefing.metrics
        if other.name == metric.name and other.as_of and not other.forward_looking and _share_words(metric, other)
    ]
    published = {source.id: source.published for source in briefing.sources}
    told = max((_latest_day(published.get(part.source, "")) for part in metric.evidence), default=0)
    return max(told, *(day + 1 for day in beside)) if beside else told


def _share_words(one: Metric, other: Metric) -> bool:
    places = {(part.source, part.start) for part in one.evidence}
    return any((part.source, part.start) in places for part in other.evidence)


def revenue(briefing: Briefing) -> Metric | None:
    """The current revenue figure: not the earlier one that it is compared with."""
    found = revenues(briefing, target=False)
    whole = [metric for metric in found if not any(_is_part(metric, other) for other in found)]
    return min(whole, key=lambda metric: metric.standing == "rumoured", default=None)


def goals(briefing: Briefing) -> list[Metric]:
    """Figures that are aimed at, revenue first; none below what there is already: that is a goal for a part.

    Neither what others expect of the company nor a goal whose day was over before the briefing is one.
    """
    present = [metric for metric in briefing.metrics if not metric.forward_looking and not metric.amounts]
    others = [
        metric
        for metric in briefing.metrics
        if metric.forward_looking and not is_revenue(metric) and not any(_falls_short(metric, one) for one in present)
    ]
    return [metric for metric in (*revenues(briefing, target=True), *others) if _is_open_goal(briefing, metric)]


def _is_open_goal(briefing: Briefing, metric: Metric) -> bool:
    others = {claim.id for claim in briefing.claims if claim.holder_kind not in ("company", "outlet")}
    return not others.issuperset(metric.claims) and not over(metric.as_of, briefing.as_of)


def _falls_short(goal: Metric, present: Metric) -> bool:
    alike = goal.name == present.name or (is_headcount(goal) and is_headcount(present))
    counts = goal.unit not in ("percent", "times") and not goal.amounts
    return alike and counts and (goal.value or 0.0) <= (present.value or 0.0)


def is_headcount(metric: Metric) -> bool:
    """Does the figure count the company's people?"""
    return not metric.amounts and bool(_PEOPLE.search(metric.name)) and metric.unit not in ("percent", "times")


_PEOPLE = re.compile(r"\b(?:employees|headcount|staff|people|workforce|team)\b", re.IGNORECASE)
_NEAR_PAR = frozenset({"USD", "EUR", "GBP", "CHF"})  # currencies whose sums can be told apart without a rate
_PART = 3  # times as much as a part of it
_STALE = 800  # days


def _is_part(metric: Metric, whole: Metric) -> bool:
    """Is the figure so much smaller than a firm one of about that time that it can only be that of a part?"""
    one, other = metric.amounts[0], whole.amounts[0]
    comparable = one.currency == other.currency or {one.currency, other.currency} <= _NEAR_PAR
    firm = whole.standing != "rumoured" and _origins(whole) >= _origins(metric)
    near = not whole.as_of or not metric.as_of or _latest_day(metric.as_of) - _latest_day(whole.as_of) < _STALE
    return comparable and firm and near and one.value * _PART <= other.value


def _origins(metric: Metric) -> int:
    return len({part.source for part in metric.evidence})


def earlier(briefing: Briefing, metric: Metric) -> Metric | None:
    """The figure of the same measure and currency from before, None if there is none that is older and dated."""
    same = [
        other
        for other in briefing.metrics
        if other.id != metric.id
        and other.name == metric.name
        and other.forward_looking == metric.forward_looking
        and bool(other.as_of)
        and (bounds(other.as_of) or (0, 0))[1] < (bounds(metric.as_of) or (0, 0))[0]
    ]
    return max(same, key=lambda other: (_latest_day(other.as_of), other.id), default=None)


def organisations(briefing: Briefing) -> list[Relationship]:
    """Organisations for the map: rivals, and ties that have ended, are not on it."""
    return [found for found in briefing.relationships if set(found.kinds) - {"competitor"} and found.status != "ended"]


def is_investor(found: Relationship) -> bool:
    return bool(_INVESTOR_KINDS & set(found.kinds))


def is_partner(found: Relationship) -> bool:
    return bool(_PARTNER_KINDS & set(found.kinds))


def both(briefing: Briefing) -> list[Relationship]:
    """Partner and investor at once, and not merely planned."""
    return [found for found in organisations(briefing) if is_investor(found) and is_partner(found)]


def has_facts(briefing: Briefing) -> bool:
    """Is there anything that a slide other than the list of sources could show?"""
    return bool(
        briefing.funding
        or briefing.funding_totals
        or briefing.relationships
        or briefing.metrics
        or briefing.people
        or briefing.products
        or briefing.infrastructure
        or briefing.milestones
        or briefing.comparisons
        or briefing.implications
        or briefing.profile
        or briefing.unverified
    )


def ranked_metrics(briefing: Briefing, wanted: Sequence[str] = ()) -> list[Metric]:
    """Metrics that are neither revenue nor targets, best attested first."""
    order = {"corroborated": 0, "reported": 1, "company-stated": 2}
    found = [item for item in briefing.metrics if not is_revenue(item) and not item.forward_looking]
    return sorted(found, key=lambda item: (order.get(item.standing, 3), -len(item.claims), item.id))


def _latest_day(edtf: str) -> int:
    found = bounds(edtf)
    return found[1] if found else 0


_ROUND_NAMES = {
    "debt": "Debt financing",
    "convertible": "Convertible",
    "mixed": "Mix of equity and debt",
    "grant": "Grant",
    "secondary": "Secondary sale",
    "ipo": "Public listing",
    "equity": "Equity round",
    "unknown": "Funding round",
}


def round_name(event: FundingEvent) -> str:
    """The round's name, capital first; what kind of money it is where the sources give no name."""
    name = capital(shown(event.name))
    return name or ("Rumoured raise" if event.standing == "rumoured" else _ROUND_NAMES[event.instrument])


def round_phrase(event: FundingEvent) -> str:
    """The round in a sentence: "Series C", "the tender offer", "the seed round", "the round" of a rumour."""
    name = "round" if event.standing == "rumoured" and not event.name else round_name(event)
    if name.startswith("Series"):
        return name
    return f"the {common(name)} round" if name.lower() in ("seed", "pre-seed") else f"the {common(name)}"
