"""Claims with figures in, one metric for each measure, value and date out ("m1" …)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.model.briefing import Metric
from briefing.model.claim import Claim, MetricValues
from briefing.model.dates import sort_key
from briefing.model.money import Money, Qualifier
from briefing.model.records import replace
from briefing.reconcile import choosing
from briefing.reconcile.folding import content_words, fold
from briefing.reconcile.gathering import figure_of
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.lexicon import table
from briefing.reconcile.periods import of_one_length
from briefing.reconcile.rounds import any_agree, clash, meet, of_one_scope, same_figure
from briefing.reconcile.sizes import Mark, marks
from briefing.reconcile.standing import judge

_YEAR = 366
_FAR = 1.08  # sums further apart are two figures, however open the wording
_NEAR = 0.04  # counts that are wordings of one figure lie this near


class _Figure(NamedTuple):
    """One claim's figure. measure: the content words of its name; turned: words that make another measure of it."""

    claim: Claim
    values: MetricValues
    measure: frozenset[str]
    turned: frozenset[str]
    money: tuple[Money, ...]
    plain: Money
    date: str
    floating: bool


class _Group:
    """Figures of one metric. faces: those among them that differ in figure or date: a thousand sources say the same."""

    def __init__(self) -> None:
        self.figures: list[_Figure] = []
        self.faces: dict[object, dict[object, _Figure]] = {}  # by the slots of their size
        self.plain: list[Money] = []  # its counts, each value once: most groups have a single one

    def take(self, one: _Figure) -> None:
        self.figures.append(one)
        if all(known.value != one.plain.value for known in self.plain):
            self.plain.append(one.plain)
        face = (*map(figure_of, one.money), figure_of(one.plain), one.date, one.floating)
        for slot in _slots(one):
            self.faces.setdefault(slot, {}).setdefault(face, one)


class _Shelf:
    """Numbers of the groups of one unit, tense and kind of measure, by the sums or the counts that they hold."""

    def __init__(self) -> None:
        self._by_mark: dict[Mark, set[int]] = {}
        self._by_count: dict[float, set[int]] = {}
        self._counts: dict[float, list[float]] = {}  # by what their last digit counts, in order

    def put(self, number: int, one: _Figure) -> None:
        """The group has taken the figure."""
        for mark in (mark for money in one.money for mark in marks(money)):
            self._by_mark.setdefault(mark, set()).add(number)
        if not one.money:
            count = one.plain.value
            if count not in self._by_count:
                insort(self._counts.setdefault(_step(count), []), count)
            self._by_count.setdefault(count, set()).add(number)

    def near(self, one: _Figure) -> list[int]:
        """The groups with a figure that can be the same, in order."""
        if one.money:
            found = (self._by_mark.get(mark, ()) for money in one.money for mark in marks(money))
            return sorted(set().union(*found))
        return sorted(set().union(*(self._by_count[count] for count in self._close(one.plain.value))))

    def _close(self, count: float) -> Iterator[float]:
        """The counts that are `_close` to one, and perhaps some beside them."""
        for step, held in self._counts.items():
            gap = min(max(step, _step(count)), 1.1 * _NEAR * count)
            yield from held[bisect_left(held, count - gap) : bisect_right(held, count + gap)]


def reconcile_metrics(claims: Sequence[Claim], ground: Ground) -> tuple[Metric, ...]:
    """Metrics in the order in which the sources first give them."""
    groups: list[_Group] = []
    shelves: dict[object, _Shelf] = {}
    for claim in claims:
        values = claim.values
        if isinstance(values, MetricValues) and claim.modality not in ("denied", "hypothetical"):
            figure = _figure(claim, values)
            shelf = shelves.setdefault((_shelf(figure), figure.turned), _Shelf())
            home = next((number for number in shelf.near(figure) if _same(figure, groups[number])), len(groups))
            if home == len(groups):
                groups.append(_Group())
            groups[home].take(figure)
            shelf.put(home, figure)
    found = sorted((group.figures for group in groups), key=lambda group: ground.place(group[0].claim))
    metrics = [_metric(group, ground) for group in found]
    disputed = _disputed([group[0] for group in found])
    return tuple(
        replace(metric, id=f"m{number + 1}", disputed=number in disputed) for number, metric in enumerate(metrics)
    )


def is_public(name: str) -> bool:
    """Can outsiders know such a figure (a valuation, a rank)?"""
    folded = fold(name)
    return any(word in folded for word in table("figures")["who"]["public"])


def sums_of(metric: Metric) -> tuple[Money, ...]:
    """Its sums; of a figure that is no money the figure as one, without a currency."""
    return metric.amounts or (Money(metric.value or 0.0, "", _qualifier(metric.qualifier), ""),)


def measure_of(name: str) -> frozenset[str]:
    """The content words of a measure's name, short forms written out, weak words left out."""
    words = _measure(name)
    return words - _weak() or words


@cache
def _measure(name: str) -> frozenset[str]:
    short: dict[str, str] = table("figures")["short"]
    words = short.get(fold(name), fold(name)).replace("(", " ").replace(")", " ").split()
    if _counts_buyers(words):
        return content_words("customers")
    return content_words(" ".join(short.get(word, word) for word in words))


def _counts_buyers(words: Sequence[str]) -> bool:
    """ "130 organisations", "platforms served": those who pay, whatever they are."""
    who = table("figures")["who"]
    if len(words) == 1:
        return words[0] in who["buyers"]
    nouns = [word for word in words if word not in who["serving"]]
    return len(nouns) == 1 < len(words) and nouns[0] in (*who["buyers"], *who["served"])


@cache
def _weak() -> frozenset[str]:
    return frozenset().union(*(content_words(word) for word in table("figures")["who"]["weak"]))


@cache
def _turning() -> frozenset[str]:
    return frozenset().union(*(content_words(word) for word in table("figures")["who"]["turning"]))


def _figure(claim: Claim, values: MetricValues) -> _Figure:
    money = tuple(amount.money for amount in values.amounts)
    return _Figure(
        claim,
        values,
        _measure(values.name) - _weak(),
        _measure(values.name) & _turning(),
        money,
        Money(values.value or 0.0, "", _qualifier(values.qualifier), ""),
        values.as_of.edtf if values.as_of else "",
        values.as_of is None or values.as_of.anchor in ("publication", "coverage", "none", "previous-event"),
    )


def _qualifier(word: str | None) -> Qualifier | None:
    known: tuple[Qualifier, ...] = ("about", "over", "under", "up-to", "at-least", "nearly")
    return next((qualifier for qualifier in known if qualifier == word), None)


def _shelf(figure: _Figure) -> str:
    """Figures of one shelf can be the same: same unit (all money together), same tense."""
    unit = "money" if figure.money else _unit(figure.values.unit)
    return f"{unit}|{figure.values.forward_looking}"


@cache
def _unit(name: str) -> str:
    """One word for what is counted: 150 staff are 150 employees."""
    short: dict[str, str] = table("figures")["short"]
    folded = fold(name)
    return short.get(folded, folded)


def _slots(figure: _Figure) -> list[object]:
    """Where figures of about this size lie: those that can agree share one."""
    shelf = _shelf(figure)
    return [(shelf, mark) for money in figure.money or (figure.plain,) for mark in marks(money)]


def _same(one: _Figure, group: _Group) -> bool:
    if not _one_measure(one, group.figures[0]):
        return False
    if not one.money and not any(_close(one.plain, other) for other in group.plain):
        return False
    near = (other for slot in _slots(one) for other in group.faces.get(slot, {}).values())
    return any(_one_value(one, other) and _one_time(one, other) for other in near)


def _one_measure(one: _Figure, other: _Figure) -> bool:
    if one.turned != other.turned:
        return False
    if one.measure & other.measure == _STAKE and one.measure > _STAKE and other.measure > _STAKE:
        return False  # shares of two holders
    return bool(one.measure & other.measure) or not one.measure or not other.measure


_STAKE = frozenset({"stake"})


def _one_value(one: _Figure, other: _Figure) -> bool:
    if one.money or other.money:
        return any_agree(one.money, other.money) and _near_sums(one.money, other.money)
    return one.plain.value == other.plain.value or (
        _close(one.plain, other.plain) and same_figure(one.plain, other.plain)
    )


def _near_sums(some: Sequence[Money], others: Sequence[Money]) -> bool:
    """ "Over $90 million" may be $94 million; whoever says $110 million means another."""
    pairs = [(one.value, two.value) for one in some for two in others if one.currency == two.currency]
    return not pairs or any(max(pair) <= _FAR * min(pair) for pair in pairs)


def _close(one: Money, other: Money) -> bool:
    """ "More than 750" may be 790, but whoever counts 790 tells of another day; "about 560" is not 540."""
    gap = abs(one.value - other.value)
    return gap <= _NEAR * max(one.value, other.value) and gap <= max(_step(one.value), _step(other.value))


@lru_cache(maxsize=4096)
def _step(value: float) -> float:
    """What the last printed digit counts: 100 in 700, 10 in 560."""
    step = 1
    while value and not value % (10 * step):
        step *= 10
    return step


def _one_time(one: _Figure, other: _Figure) -> bool:
    """Dates that meet; figures of equal digits may be a year apart if a date was only reckoned ("today")."""
    loose = (one.floating or other.floating) and (bool(one.money) or one.plain.value == other.plain.value)
    return meet(one.date, other.date, _YEAR if loose else 31)


def _metric(group: Sequence[_Figure], ground: Ground) -> Metric:
    told = tuple(figure.claim for figure in sorted(group, key=lambda figure: ground.place(figure.claim)))
    names = [figure.values.name for figure in group]
    votes = Counter(names)
    name = max(votes, key=lambda one: (votes[one], len(one), one))
    forward = any(figure.values.forward_looking for figure in group)
    verdict = judge(told, ground, insider=not is_public(name), forward=forward)
    shown = _shown(group)
    return Metric(
        id="",
        name=name,
        value=shown.values.value,
        amounts=choosing.sums(money for figure in group for money in figure.money),
        unit=shown.values.unit,
        as_of=_as_of(group, verdict.kept),
        forward_looking=forward,
        standing=verdict.standing,
        disputed=False,
        claims=ids_of(told),
        evidence=evidence_of(told),
        qualifier=None if shown.money else shown.values.qualifier,
        holder=verdict.holder,
    )


def _shown(group: Sequence[_Figure]) -> _Figure:
    """The figure most sources print; the finer one before the rounder, the careful wording before the bold one."""
    printed = Counter(figure.values.value for figure in group)
    return max(
        group,
        key=lambda one: (
            printed[one.values.value],
            -_step(one.plain.value),
            one.values.qualifier is not None,
        ),
    )


def _as_of(group: Sequence[_Figure], kept: tuple[Claim, ...]) -> str:
    """The date stated with the attribution, else the narrowest stated, else a reckoned one."""
    held = {claim.id for claim in kept}
    firm = [figure for figure in group if figure.date and not figure.floating]
    for chosen in ([f for f in firm if f.claim.id in held], firm, [f for f in group if f.date]):
        if chosen:
            return choosing.date([figure.date for figure in chosen])
    return ""


def _disputed(heads: Sequence[_Figure]) -> set[int]:
    """Of the first figures of groups those of one measure at one stated time that cannot both be true."""
    found: set[int] = set()
    shelves = [_shelf(head) for head in heads]
    order = sorted(range(len(heads)), key=lambda number: (shelves[number], sort_key(heads[number].date)))
    for place, number in enumerate(order):
        for other in order[place + 1 : place + 40] if not heads[number].floating else ():
            if shelves[number] != shelves[other]:
                break
            if contradict(heads[number], heads[other]):
                found |= {number, other}
    return found


def contradict(one: _Figure, other: _Figure) -> bool:
    if one.measure != other.measure or one.turned != other.turned or one.floating or other.floating:
        return False
    if {one.claim.modality, other.claim.modality} - {"asserted", "hedged"} or not meet(one.date, other.date, 0):
        return False
    if one.claim.evidence.source == other.claim.evidence.source:
        return False
    if not of_one_scope(one.money or (one.plain,), other.money or (other.plain,)):
        return False
    if one.money and not of_one_length((one.claim,), (other.claim,)):
        return False
    return clash(one.money, other.money) if one.money else not _one_value(one, other)
