"""Statements in, what is known of one event out: a cluster that grows with each statement it takes.

`Shelves` finds the clusters that something ties to a statement without looking at the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from briefing.model.claim import Instrument
from briefing.model.money import Money
from briefing.reconcile.rounds import Statement
from briefing.reconcile.sizes import Mark, marks

_T = TypeVar("_T")


class Cluster:
    """What was said of one event; it grows while clusters are being made."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.stages: set[str] = set()
        self.instruments: set[Instrument] = set()
        self.dates: list[str] = []
        self.sums: list[Money] = []
        self.valuations: list[Money] = []
        self.leads: set[str] = set()
        self.backers: set[str] = set()
        self.marks: set[Mark] = set()  # of the sums
        self.currencies: set[str] = set()  # of the sums
        self._moods: set[str] = set()
        self._leaning: set[str] = set()

    def take(self, one: Statement) -> None:
        self.statements.append(one)
        (self._leaning if one.leaning else self._moods).add(one.mood)
        if one.stage:
            self.stages.add(one.stage)
        if one.values.instrument != "unknown":
            self.instruments.add(one.values.instrument)
        _add(self.dates, [one.date] if one.date else [])
        _add(self.sums, one.sums)
        _add(self.valuations, one.valuations)
        self.leads |= one.leads
        self.backers |= one.backers
        self.marks |= one.marks
        self.currencies.update(money.currency for money in one.sums)

    def merge(self, other: Cluster) -> None:
        for one in other.statements:
            self.take(one)

    @property
    def mood(self) -> str:
        moods = self._moods or self._leaning
        return next(mood for mood in ("fact", "plan", "rumour") if mood in moods)


class Shelves:
    """Numbers of clusters, by all that can tie a statement to one: sum, valuation, stage, backer, rare instrument."""

    def __init__(self, clusters: Sequence[Cluster] = ()) -> None:
        self._held: dict[tuple[str, object], set[int]] = {}
        for number, home in enumerate(clusters):
            for one in home.statements:
                self.put(number, one)

    def put(self, number: int, one: Statement) -> None:
        """The cluster has taken the statement."""
        for tie in _ties(one):
            self._held.setdefault(tie, set()).add(number)

    def near(self, one: Statement) -> list[int]:
        """The clusters that share a tie with the statement, in order."""
        return sorted(set().union(*(self._held.get(tie, ()) for tie in _ties(one))))


def _ties(one: Statement) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = [("sum", mark) for mark in one.marks]
    found += [("worth", mark) for money in one.valuations for mark in marks(money)]
    found += [("backer", name) for name in one.backers]
    if one.stage:
        found.append(("stage", one.stage))
    if one.values.instrument not in ("equity", "unknown"):
        found.append(("instrument", one.values.instrument))
    return found


def _add(have: list[_T], more: Iterable[_T]) -> None:
    have.extend(one for one in more if one not in have)
