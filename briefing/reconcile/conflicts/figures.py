"""Figures of one measure that differ from source to source: what cannot both be true, and what moved with time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.model.briefing import FundingEvent, Metric
from briefing.model.claim import Claim
from briefing.model.dates import sort_key
from briefing.model.patterns import late
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence, sources_of
from briefing.reconcile.conflicts.labels import event_label, plain
from briefing.reconcile.folding import fold, name_key
from briefing.reconcile.lexicon import table
from briefing.reconcile.metrics import measure_of, sums_of
from briefing.reconcile.periods import of_one_length
from briefing.reconcile.rounds import alike, clash, meet, of_one_scope, same_figure

_MANY = 24  # metrics of one measure that are compared with one another
_WIDE = 4.0  # times: figures of one article by two voices that are no further apart can be of one thing
_WEEKS = 20  # … in which a count may have grown
_SEASON = 45  # days by which figures of one time may miss each other
_ROUND = 75  # … and tellings of one round
_POSITIONS = 4


def figures(found: Found) -> Iterator[Draft]:
    yield from _measures(found)
    yield from _events(found)


# ---------------------------------------------------------------- measures


def _measures(found: Found) -> Iterator[Draft]:
    shelves: dict[tuple[frozenset[str], str, bool, bool], list[Metric]] = {}
    for metric in found.briefing.metrics:
        ahead = metric.forward_looking and metric.name != "cost"  # "was to cost" is a plan, too
        key = (_measure(metric, found), _kind(metric), ahead, _added(metric))
        if not _loose(metric):
            shelves.setdefault(key, []).append(metric)
    for group in shelves.values():
        yield from _differing(group[:_MANY], found)


def _measure(metric: Metric, found: Found) -> frozenset[str]:
    """Whose stake a figure is, by any form of the holder's name; else the measure's own words."""
    holder = metric.name.removesuffix(" stake")
    if holder == metric.name or not holder[:1].isupper():
        return measure_of(metric.name)
    return frozenset({"stake", name_key(found.ground.canonical(holder))})


def _differing(group: Sequence[Metric], found: Found) -> Iterator[Draft]:
    """One draft for a measure, with every figure that another source's figure differs from."""
    held = {metric.id: sources_of(found.of(metric.claims)) for metric in group}
    pairs = [
        (one, other)
        for one, other in combinations(group, 2)
        if (not held[one.id] & held[other.id] or _two_voices(one, other, found))
        and _in_one_unit(one, other)
        and _differ(one, other)
        and (of_one_scope(sums_of(one), sums_of(other)) or _told_otherwise(one, other, found))
        and not (one.disputed and other.disputed)
    ]
    pairs = [pair for pair in pairs if _comparable(*pair, found) and _of_one_length(*pair, found)]
    if not pairs:
        return
    at_once = [pair for pair in pairs if _at_once(*pair, found)]
    # What was before is no side of what differs now; what differed then differs apart from it.
    for joined in _connected(at_once) or [pairs]:
        yield _difference(joined, bool(at_once), found)


def _at_once(one: Metric, other: Metric, found: Found) -> bool:
    """Do both hold at one time? What no source dates may hold at any."""
    if one.forward_looking != other.forward_looking:
        return False  # what it was to cost, and what it did cost
    first, second = _date(one, found), _date(other, found)
    dated = bool(first and second) or one.forward_looking or _two_voices(one, other, found)
    return dated and _meet(first, second) and not _has_grown(one, other, first, second)


def _has_grown(one: Metric, other: Metric, first: str, second: str) -> bool:
    """A count that is told some weeks later and is higher then."""
    if one.forward_looking or one.amounts or meet(first, second, _WEEKS):
        return False
    (_, low), (_, high) = sorted(((sort_key(first), one.value or 0.0), (sort_key(second), other.value or 0.0)))
    return low < high


def _connected(pairs: Sequence[tuple[Metric, Metric]]) -> list[list[tuple[Metric, Metric]]]:
    """Pairs put together that share a figure."""
    groups: list[tuple[set[str], list[tuple[Metric, Metric]]]] = []
    for one, other in pairs:
        touched = [group for group in groups if group[0] & {one.id, other.id}]
        merged = ({one.id, other.id}.union(*(ids for ids, _ in touched)), [p for _, held in touched for p in held])
        groups = [group for group in groups if group not in touched]
        groups.append((merged[0], [*merged[1], (one, other)]))
    return [held for _, held in groups]


def _difference(pairs: Sequence[tuple[Metric, Metric]], together: bool, found: Found) -> Draft:
    sides = list({metric.id: metric for pair in pairs for metric in pair}.values())
    sides.sort(key=lambda metric: sort_key(_date(metric, found) or _told(metric, found)))
    firm = [metric for metric in sides if metric.standing != "rumoured"] or sides
    used = _shown(firm[-1])
    positions = tuple(position(_shown(one), found.of(one.claims)) for one in sides[-_POSITIONS:])
    if together:
        why = "later" if len(firm) == len(sides) else "firmer"
        text = sentence("amount", "disputed", used=used, why=sentence("amount", why))
    else:
        text = sentence("amount", "moved" if all(_date(one, found) for one in sides) else "undated", used=used)
    return Draft(firm[-1].name, "amount", positions, not together, used, text, firm[-1].id, 85 if together else 55)


def _two_voices(one: Metric, other: Metric, found: Found) -> bool:
    """One article gives both figures, each by somebody else's word: accounts say one thing, a spokesman another."""
    mine, theirs = found.of(one.claims), found.of(other.claims)
    shared = sources_of(mine) & sources_of(theirs)
    if len(shared) != 1 or not _meet(one.as_of, other.as_of):
        return False
    mine, theirs = (tuple([c for c in told if c.evidence.source in shared]) for told in (mine, theirs))
    voices = [{claim.holders[-1] if claim.holders else "" for claim in told} for told in (mine, theirs)]
    unsaid = {""} in voices  # "Acme said that one volume grew by 289% while another increased by 184%"
    return voices[0].isdisjoint(voices[1]) and not (unsaid and _in_one_breath(mine, theirs))


def _told_otherwise(one: Metric, other: Metric, found: Found) -> bool:
    """ "Acme speaks of sales of 60 million; a board paper shows 25 million": wide apart, yet of one thing."""
    near = any(
        mine.currency == theirs.currency and max(mine.value, theirs.value) <= _WIDE * min(mine.value, theirs.value)
        for mine in one.amounts
        for theirs in other.amounts
    )
    return near and _is_level_or_rate(one) and _two_voices(one, other, found)


def _is_level_or_rate(metric: Metric) -> bool:
    return not {"backlog", "rate", "recurring", "book", "orders", "order"}.isdisjoint(fold(metric.name).split())


def _in_one_breath(mine: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Do claims of both stand in one sentence?"""
    return any(
        one.evidence.source == other.evidence.source
        and one.evidence.start < other.evidence.end
        and other.evidence.start < one.evidence.end
        for one in mine
        for other in theirs
    )


def _comparable(one: Metric, other: Metric, found: Found) -> bool:
    """Do both speak of what can be one figure: the same time, or a level that is told again later?"""
    first, second = _date(one, found), _date(other, found)
    planned_once = one.name == other.name == "cost" and one.forward_looking != other.forward_looking
    if planned_once and _of_one_work(one, other, found):
        return True
    if _meet(first, second):
        if one.forward_looking:
            return bool(first) == bool(second)
        return bool(first and second) or (_is_level(one) and _is_level(other)) or _two_voices(one, other, found)
    if one.forward_looking:
        return any(word in fold(one.name) for word in table("figures")["who"]["timeless"])
    return not one.forward_looking and _is_level(one) and _is_level(other)


def _of_one_work(one: Metric, other: Metric, found: Found) -> bool:
    """What a plant was to cost, and what one has cost: do both articles name it by the figure?"""
    mine, theirs = (_names_by(metric, found) for metric in (one, other))
    return not mine.isdisjoint(theirs)


def _names_by(metric: Metric, found: Found) -> frozenset[str]:
    """The words in capitals round a metric's figure, but the subject's own and those that open a sentence."""
    names: set[str] = set()
    for claim in found.of(metric.claims):
        text, piece = found.ground.sources[claim.evidence.source].text, claim.evidence
        near = text[max(0, piece.start - _AROUND) : piece.end]
        names.update(name for name in _NAME.findall(near))
    return frozenset(names) - set(found.ground.subject.name.split())


_NAME = late(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_AROUND = 160  # code points before a figure in which the plant is named that it is of


def _of_one_length(one: Metric, other: Metric, found: Found) -> bool:
    """Sums of half a year are not set against those of a year."""
    if not one.amounts or _is_level(one):
        return True
    return of_one_length(found.of(one.claims), found.of(other.claims))


def _meet(one: str, other: str) -> bool:
    """Days may miss each other by some weeks; years, quarters and months must overlap."""
    days = all(len(date.rstrip("~")) >= 10 and "/" not in date for date in (one, other))
    return meet(one, other, _SEASON if days else 0)


def _is_level(metric: Metric) -> bool:
    """A level stands from one day to the next (staff, branches, capacity); sums of a year do not."""
    if metric.unit in ("percent", "times"):
        return fold(metric.name).endswith(" stake")
    if not metric.amounts:
        return True
    return any(word in f" {fold(metric.name)} " for word in table("figures")["who"]["levels"])


def _loose(metric: Metric) -> bool:
    """A bare "growth" or "stake" says not what of."""
    folded = fold(metric.name)
    return folded in table("figures")["who"]["loose"] or (metric.value is None and not metric.amounts)


def _added(metric: Metric) -> bool:
    """Does it count what comes on top ("40 new stores")?"""
    return fold(metric.name).split(" ", 1)[0] in table("figures")["who"]["added"]


def _kind(metric: Metric) -> str:
    if metric.amounts:
        return "money"
    if metric.unit in ("percent", "times"):
        return fold(metric.unit)
    return f"count {metric.unit.rpartition(' per ')[2]}" if " per " in metric.unit else "count"


def _in_one_unit(one: Metric, other: Metric) -> bool:
    """2.5 MWh and 2 GWh are no two figures for one thing; people and employees are counted alike."""
    units = [metric.unit.strip() for metric in (one, other)]
    return units[0] == units[1] or not any(unit.endswith(_MEASURED) and len(unit) < 5 for unit in units)


_MEASURED = ("W", "Wh", "Wp", "t", "m", "m2", "m²", "km", "l", "b/s", "B")


def _differ(one: Metric, other: Metric) -> bool:
    if one.amounts and other.amounts:
        return clash(one.amounts, other.amounts)
    return not same_figure(sums_of(one)[0], sums_of(other)[0])


def _date(metric: Metric, found: Found) -> str:
    """When the figure holds; of an undated one, when it was told, unless it is the sum of some year or other."""
    if metric.as_of or metric.forward_looking or (metric.amounts and _is_lost(metric)):
        return metric.as_of
    return _told(metric, found)


def _told(metric: Metric, found: Found) -> str:
    return found.ground.told[found.claims[metric.claims[0]].evidence.source]


def _is_lost(metric: Metric) -> bool:
    """A loss or profit is of a period; without one it may be of the year before."""
    return not {"loss", "profit"}.isdisjoint(fold(metric.name).split())


def _shown(metric: Metric) -> str:
    return metric.amounts[0].raw if metric.amounts else plain(metric.value, metric.unit)


# ---------------------------------------------------------------- rounds told with different sums


def _events(found: Found) -> Iterator[Draft]:
    """Two events at one time that share a name or a backer, told by different sources with different sums."""
    for one, other in combinations(found.briefing.funding[:_MANY], 2):
        if not one.amounts or not other.amounts or not clash(one.amounts, other.amounts):
            continue
        mine, theirs = found.of(one.claims), found.of(other.claims)
        if not (sources_of(mine) - sources_of(theirs)) or not (sources_of(theirs) - sources_of(mine)):
            continue
        if not _one_round(one, other):
            continue
        shared = {money.currency for money in one.amounts} & {money.currency for money in other.amounts}
        shown = [next(m.raw for m in event.amounts if m.currency in shared) for event in (one, other)]
        positions = (position(shown[0], mine), position(shown[1], theirs))
        text = sentence("amount", "parts", used=shown[0])
        yield Draft(f"amount of {event_label(one)}", "amount", positions, True, shown[0], text, one.id, 72)


def _one_round(one: FundingEvent, other: FundingEvent) -> bool:
    if not meet(one.date, other.date, _ROUND):
        return False
    if one.name and other.name and fold(one.name) != fold(other.name):
        return False
    backers = {fold(name) for name in (*one.leads, *one.participants)}
    theirs = {fold(name) for name in (*other.leads, *other.participants)}
    if not one.date or not other.date:
        return bool(backers & theirs) and _near(one, other)
    return alike(one.instrument, other.instrument) or bool(backers & theirs)


def _near(one: FundingEvent, other: FundingEvent) -> bool:
    """Sums so near to one another that two undated tellings with one backer are hardly of two rounds."""
    return any(
        mine.currency == theirs.currency
        and abs(mine.value - theirs.value) <= _TOLD_APART * max(mine.value, theirs.value)
        for mine in one.amounts
        for theirs in other.amounts
    )


_TOLD_APART = 0.15
