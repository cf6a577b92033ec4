"""Sums and figures that differ: rounds, valuations, metrics, prices, totals; and rumours that came out otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from briefing.model.briefing import FundingEvent
from briefing.model.claim import Claim, FundingValues, MetricValues, TieValues
from briefing.model.dates import sort_key
from briefing.model.money import Money, Role
from briefing.model.patterns import late
from briefing.reconcile.conflicts.draft import Draft, Found, by_value, position, sentence, sources_of
from briefing.reconcile.conflicts.labels import event_label, plain
from briefing.reconcile.gathering import Gathering, Sums
from briefing.reconcile.metrics import measure_of, sums_of
from briefing.reconcile.rounds import agree, around_the_money, meet, of_one_scope

_MANY = 60  # different valuations that are compared with one another
_AKIN = 0.15  # valuations this near to one another are told of one company at one time
_SEASON = 150  # days within which two dates may speak of one valuation
_SAME = 0.03  # … and this near they are, even if told of two events
_POSITIONS = 4  # sums of one round that are compared with one another
_TOGETHER = 16  # days within which events are parts of one package


class _Said(NamedTuple):
    """One figure as one claim prints it."""

    money: Money
    claim: Claim
    date: str


def amounts(found: Found) -> Iterator[Draft]:
    for event in found.briefing.funding:
        yield from _of_event(event, found)
    yield from _valuations(found)
    yield from _metrics(found)
    yield from _prices(found)
    yield from _totals(found)


def _of_event(event: FundingEvent, found: Found) -> Iterator[Draft]:
    """Two figures for one round, or a rumour beside its confirmation."""
    claims = found.of(event.claims)
    for role, label, used in (
        ("raised", "amount of", event.amounts),
        ("valuation", "valuation at", event.valuations),
    ):
        said = _said(claims, ("raised", "equivalent") if role == "raised" else ("valuation",))
        said = _of_the_whole(said, event, found) if role == "raised" else said
        firm = [one for one in said if one.claim.modality != "rumoured"]
        loose = [one for one in said if one.claim.modality == "rumoured"]
        if not used:
            continue
        for group in _clashing(firm):
            if role == "valuation" and (_before_and_after(group, event) or _in_one_sentence(group)):
                continue
            most, rest = len(found_origins(group[0], found)), [len(found_origins(one, found)) for one in group[1:]]
            best = group[0][0].money
            if most <= max(rest):
                best = next((money for money in used if money.currency == best.currency), best)
            yield _draft(label, event, group, best, "disputed", "more_sources" if most > max(rest) else "fuller", 100)
        if role == "raised" and not event.disputed:
            yield from _all_but_equal(event, firm, used[0], found)
        for group in _clashing(loose) if not firm else ():
            if role != "valuation" or not _before_and_after(group, event):
                yield _draft(label, event, group, group[0][0].money, "rumours", "", 84)
        told = Sums(one.money for one in firm)
        old = [one for one in loose if firm and not told.agrees(one.money)]
        shared = {one.money.currency for one in firm}
        figures = {(one.money.value, one.money.currency) for one in old if one.money.currency in shared}
        old = [one for one in loose if (one.money.value, one.money.currency) in figures]
        if old:
            kept = [one for one in firm if one.money.currency == old[0].money.currency]
            positions = (
                position(old[0].money.raw, [one.claim for one in old]),
                position(kept[0].money.raw, [one.claim for one in kept]),
            )
            text = sentence("amount", "superseded", old=old[0].money.raw, used=kept[0].money.raw)
            topic = f"{label} {event_label(event)}: rumour and confirmation"
            yield Draft(topic, "amount", positions, True, kept[0].money.raw, text, event.id, 80)


def _all_but_equal(event: FundingEvent, said: Sequence[_Said], used: Money, found: Found) -> Iterator[Draft]:
    """Plain sums of two sources that rounding alone does not explain: 125 is not 120, though both could be 123."""
    plain = [one for one in said if not one.money.qualifier and one.money.currency == used.currency]
    groups = by_value((f"{one.money.value:.15g}", one.claim) for one in plain)
    raws = {f"{one.money.value:.15g}": one.money.raw for one in reversed(plain)}
    for (mine, ours), (other, theirs) in combinations(groups[:_POSITIONS], 2):
        apart = abs(float(mine) - float(other))
        coarse = max(_unit(mine), _unit(other))
        if 2 * apart < coarse or sources_of(ours) & sources_of(theirs):
            continue
        positions = (position(raws[mine], ours), position(raws[other], theirs))
        gap = f"{apart / max(float(mine), float(other)):.1%}"
        why = sentence("amount", "more_sources" if len(ours) != len(theirs) else "unsettled")
        text = sentence("amount", "near", gap=gap, used=used.raw, why=why)
        yield Draft(f"amount of {event_label(event)}", "amount", positions, True, used.raw, text, event.id, 72)


def _unit(figure: str) -> float:
    """What the last printed figure of a round number stands for: ten million in 120 million."""
    return float(10 ** (len(figure) - len(figure.rstrip("0")))) if "." not in figure and "e" not in figure else 1.0


def _before_and_after(groups: Sequence[Sequence[_Said]], event: FundingEvent) -> bool:
    """Two valuations that lie the round's own money apart: the one before it, and the one with it."""
    pair = [group[0].money for group in groups]
    return len(pair) == 2 and around_the_money(pair[0], pair[1], event.amounts)


def _in_one_sentence(groups: Sequence[Sequence[_Said]]) -> bool:
    """ "It paid a price of 80 million, against 50 million in the round before": one sentence tells of two moments."""
    places = {(one.claim.evidence.source, one.claim.evidence.start) for group in groups for one in group}
    return len(places) == 1


def _of_the_whole(said: Sequence[_Said], event: FundingEvent, found: Found) -> list[_Said]:
    """Without the sums that are no telling of the event's own."""
    whole = Sums(event.amounts)
    foreign = [money for money in dict.fromkeys(one.money for one in said) if not whole.agrees(money)]
    beside = _beside(event, found) if foreign else []
    gone = {money for money in foreign if _is_part(money, event) or _is_package(money, event, beside)}
    return [one for one in said if one.money not in gone]


def _is_part(money: Money, event: FundingEvent) -> bool:
    """Is the sum what one investor gave to the round?"""
    return any(agree(money, cheque.amount) for cheque in event.contributions if cheque.amount)


def _beside(event: FundingEvent, found: Found) -> list[Money]:
    """What other events of its time raised."""
    return [
        money
        for other in found.briefing.funding[:_MANY]
        if other is not event and meet(other.date, event.date, _TOGETHER)
        for money in other.amounts[:1]
    ]


def _is_package(money: Money, event: FundingEvent, beside: Sequence[Money]) -> bool:
    """Is the sum that of the event together with others of its time?"""
    near = [other.value for other in beside if other.currency == money.currency]
    rests = [money.value - own.value for own in event.amounts if own.currency == money.currency]
    sums = [sum(some) for count in (1, 2) for some in combinations(near[:12], count)]
    return any(abs(rest - one) <= 0.015 * money.value for rest in rests if rest > 0 for one in sums)


def found_origins(group: Sequence[_Said], found: Found) -> set[str]:
    return {found.origin(one.claim) for one in group}


def _said(claims: Sequence[Claim], roles: tuple[Role, ...]) -> list[_Said]:
    """The figures of claims on rounds and metrics that have one of the roles."""
    said = []
    for claim in claims:
        values = claim.values
        if isinstance(values, FundingValues):
            date = values.when.edtf if values.when else ""
            said += [_Said(a.money, claim, date) for a in values.amounts if a.role in roles]
        elif isinstance(values, MetricValues):
            date = values.as_of.edtf if values.as_of else ""
            said += [_Said(a.money, claim, date) for a in values.amounts if a.role in roles]
    return said


def _clashing(said: Sequence[_Said]) -> list[list[list[_Said]]]:
    """For each currency the figures that do not agree, as groups of agreeing ones (more than one group)."""
    clashes = []
    exact = any(isinstance(one.claim.values, FundingValues) and one.claim.values.rival for one in said)
    for currency in dict.fromkeys(one.money.currency for one in said):
        gathering, groups = Gathering(), dict[float, list[_Said]]()
        for one in said:
            if one.money.currency == currency:  # set against one another, "up to 5" is not 4, nor is 185 rounded to 180
                key = one.money.value if exact else gathering.put(one.money)
                groups.setdefault(key, []).append(one)
        if len(groups) > 1:
            clashes.append(sorted(groups.values(), key=lambda group: -len(group)))
    return clashes


def _draft(
    label: str, event: FundingEvent, groups: list[list[_Said]], used: Money, name: str, why: str, weight: int
) -> Draft:
    positions = tuple(position(group[0].money.raw, [one.claim for one in group]) for group in groups)
    text = sentence("amount", name, used=used.raw, why=sentence("amount", why) if why else "")
    return Draft(f"{label} {event_label(event)}", "amount", positions, False, used.raw, text, event.id, weight)


def _valuations(found: Found) -> Iterator[Draft]:
    """The company's valuation told with figures that lie close together, and are not the same."""
    said = [one for one in _said(found.briefing.claims, ("valuation",)) if one.claim.modality in ("asserted", "hedged")]
    groups: dict[tuple[str, float], list[_Said]] = {}
    for one in said:
        groups.setdefault((one.money.currency, one.money.value), []).append(one)
    events = {ident: event for event in found.briefing.funding for ident in event.claims}
    for some, others in combinations(list(groups.values())[:_MANY], 2):
        mine, theirs = some[0].money, others[0].money
        apart = abs(mine.value - theirs.value) / max(mine.value, theirs.value)
        if mine.currency != theirs.currency or apart > _AKIN or _one_source(some, others):
            continue
        if _superseded(mine, theirs, found) or _at_other_times(some, others):
            continue
        ours = [events[one.claim.id] for one in some + others if one.claim.id in events]
        if any(around_the_money(mine, theirs, event.amounts) for event in ours):
            continue
        if len({event.id for event in ours}) > 1 and apart > _SAME:
            continue
        if any(_told_of_event(event, mine, theirs) for event in ours):
            continue  # told as a difference of that round
        first = some if _weight(some, found) >= _weight(others, found) else others
        why = "more_sources" if _weight(some, found) != _weight(others, found) else "native"
        positions = tuple(position(group[0].money.raw, [s.claim for s in group]) for group in (some, others))
        text = sentence("amount", "near", gap=f"{apart:.1%}", used=first[0].money.raw, why=sentence("amount", why))
        about = ours[0].id if ours else None
        fits = any(agree(one.money, other.money) for one in some for other in others)
        weight = 62 if fits else 90
        yield Draft("valuation of the company", "amount", positions, fits, first[0].money.raw, text, about, weight)


def _told_of_event(event: FundingEvent, one: Money, other: Money) -> bool:
    """Do both figures stand in the round's own list, as two that do not agree?"""
    own = [money for money in event.valuations if money.currency == one.currency]
    return any(agree(one, m) for m in own) and any(agree(other, m) for m in own) and not agree(one, other)


def _at_other_times(some: Sequence[_Said], others: Sequence[_Said]) -> bool:
    """Both are dated, and no dates of theirs come near one another."""
    ours, theirs = ({one.date for one in group if one.date} for group in (some, others))
    return bool(ours and theirs) and not any(meet(one, other, _SEASON) for one in ours for other in theirs)


def _superseded(one: Money, other: Money, found: Found) -> bool:
    """Is one of the two the rumoured valuation of a round that came out at the other?"""
    for event in found.briefing.funding:
        loose = _said([c for c in found.of(event.claims) if c.modality == "rumoured"], ("valuation",))
        for rumoured, firm in ((one, other), (other, one)):
            if any(agree(rumoured, said.money) for said in loose) and any(agree(firm, v) for v in event.valuations):
                return True
    return False


def _one_source(some: Sequence[_Said], others: Sequence[_Said]) -> bool:
    """All figures come from one source: it tells of two moments, not of a difference."""
    return len({one.claim.evidence.source for one in [*some, *others]}) == 1


def _weight(group: Sequence[_Said], found: Found) -> tuple[int, int]:
    return (len(found_origins(group, found)), len(group))


def _metrics(found: Found) -> Iterator[Draft]:
    """Disputed metrics, measure by measure."""
    disputed = [metric for metric in found.briefing.metrics if metric.disputed]
    for one, other in combinations(disputed, 2):
        if (
            measure_of(one.name) == measure_of(other.name)
            and one.unit == other.unit
            and of_one_scope(sums_of(one), sums_of(other))
            and meet(one.as_of, other.as_of, 0)
            and not _year_on_year(found.of(one.claims), found.of(other.claims))
        ):
            shown = [m.amounts[0].raw if m.amounts else plain(m.value, m.unit) for m in (one, other)]
            positions = tuple(
                position(text, found.of(metric.claims)) for text, metric in zip(shown, (one, other), strict=True)
            )
            why = sentence("amount", "more_sources" if len(one.claims) != len(other.claims) else "later")
            used = shown[0] if len(one.claims) >= len(other.claims) else shown[1]
            yield Draft(
                one.name,
                "amount",
                positions,
                False,
                used,
                sentence("amount", "disputed", used=used, why=why),
                one.id,
                95,
            )


def _year_on_year(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Does one sentence give both, each for a year of its own: "FY26 revenue was 212 (FY25: 118)"?"""
    shared = {claim.evidence for claim in some} & {claim.evidence for claim in others}
    return any(len(set(_YEARS.findall(piece.quote))) > 1 for piece in shared)


_YEARS = late(r"\b(?:FY ?'?|20)\d\d\b")


def _prices(found: Found) -> Iterator[Draft]:
    """Different sums told of one tie (what an acquisition cost)."""
    for relation in found.briefing.relationships:
        said = [
            _Said(claim.values.amount, claim, "")
            for claim in found.of(relation.claims)
            if isinstance(claim.values, TieValues) and claim.values.amount
        ]
        wordings = by_value((f"{one.money.value}{one.money.qualifier}", one.claim) for one in said)
        if len(wordings) > 1 and (len({one.claim.evidence.source for one in said}) > 1 or _two_told(said)):
            clash = bool(_clashing(said))
            firm = [one for one in said if one.claim.modality != "rumoured"] or said
            exact = next((one for one in firm if one.money.qualifier is None), firm[0])
            raws = {claim.id: one.money.raw for one in said for claim in [one.claim]}
            positions = tuple(position(raws[claims[0].id], claims) for _, claims in wordings)
            used, why = exact.money.raw, sentence("amount", "firmer" if len(firm) < len(said) else "exact")
            text = (
                sentence("amount", "disputed", used=used, why=why) if clash else sentence("amount", "price", used=used)
            )
            yield Draft(
                f"sum of the deal with {relation.name}",
                "amount",
                positions,
                not clash,
                used,
                text,
                relation.id,
                75,
            )


def _two_told(said: Sequence[_Said]) -> bool:
    """One article gives both sums, each by another's word: a paper reports one, the accounts suggest the other."""
    return len({one.claim.holders for one in said}) > 1


def _totals(found: Found) -> Iterator[Draft]:
    """Totals raised to date that differ in one currency, in words or in a table."""
    told = [(total.amounts[0], total.claims, total.id) for total in found.briefing.funding_totals if total.amounts]
    told += [
        (metric.amounts[0], metric.claims, metric.id)
        for metric in found.briefing.metrics
        if metric.amounts and metric.name == "total raised"
    ]
    for one, other in combinations(told[:_MANY], 2):
        if one[0].currency == other[0].currency and not agree(one[0], other[0]):
            pair = sorted((one, other), key=lambda total: _told(total[1], found))
            positions = tuple(position(money.raw, found.of(claims)) for money, claims, _ in pair)
            used = pair[-1][0].raw
            text = sentence("amount", "totals", used=used)
            yield Draft("total raised to date", "amount", positions, True, used, text, one[2], 70)


def _told(ids: Sequence[str], found: Found) -> tuple[tuple[int, int], int]:
    """When a total was told: the publication date of its source, then the source's place."""
    claim = found.claims[ids[0]]
    source = found.ground.sources[claim.evidence.source]
    return (sort_key(source.published), found.ground.order[source.id])
