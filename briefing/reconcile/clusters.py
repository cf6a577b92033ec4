"""Statements in, what is known of one event out: a cluster that grows with each statement it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from briefing.model.claim import Instrument
from briefing.model.money import Money
from briefing.reconcile.rounds import Statement

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

    def take(self, one: Statement) -> None:
        self.statements.append(one)
        if one.stage:
            self.stages.add(one.stage)
        if one.values.instrument != "unknown":
            self.instruments.add(one.values.instrument)
        _add(self.dates, [one.date] if one.date else [])
        _add(self.sums, one.sums)
        _add(self.valuations, one.valuations)
        self.leads |= one.leads
        self.backers |= one.backers

    def merge(self, other: Cluster) -> None:
        for one in other.statements:
            self.take(one)

    @property
    def mood(self) -> str:
        moods = {one.mood for one in self.statements if not one.leaning} or {one.mood for one in self.statements}
        return next(mood for mood in ("fact", "plan", "rumour") if mood in moods)


def _add(have: list[_T], more: Iterable[_T]) -> None:
    have.extend(one for one in more if one not in have)
