"""Sums go in one by one, which of those before they agree with comes out, without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.money import Money
from briefing.reconcile.rounds import agree
from briefing.reconcile.sizes import Mark, marks

Figure = tuple[str, float, str | None]  # what two wordings of one sum share: currency, value, qualifier


def figure_of(money: Money) -> Figure:
    return (money.currency, money.value, money.qualifier)


class Sums:
    """Sums by the marks of their size; equal figures are held once."""

    def __init__(self, found: Iterable[Money] = ()) -> None:
        self.by_mark: dict[Mark, list[Money]] = {}
        self._held: set[Figure] = set()
        for money in found:
            self.add(money)

    def add(self, money: Money) -> None:
        figure = figure_of(money)
        if figure not in self._held:
            self._held.add(figure)
            for mark in marks(money):
                self.by_mark.setdefault(mark, []).append(money)

    def agrees(self, money: Money) -> bool:
        """Is a sum held that the money can be?"""
        held = self.by_mark
        return any(agree(money, other) for mark in marks(money) for other in held.get(mark, ()))

    def agree_any(self, found: Iterable[Money]) -> bool:
        return any(self.agrees(money) for money in found)

    def meets(self, other: Sums) -> bool:
        """Do the two hold sums that agree?"""
        shared = self.by_mark.keys() & other.by_mark.keys()
        return any(agree(a, b) for mark in shared for a in self.by_mark[mark] for b in other.by_mark[mark])


class Gathering:
    """Groups of sums, by number: each sum joins the first group that holds one it agrees with, or opens one."""

    def __init__(self) -> None:
        self.size = 0
        self._by_mark: dict[Mark, list[tuple[int, Money]]] = {}
        self._held: set[tuple[int, Figure]] = set()

    def put(self, money: Money, known: int | None = None) -> int:
        """The number of the group that takes the sum. known: the group is known already."""
        home = self._home(money) if known is None else known
        self.size = max(self.size, home + 1)
        key = (home, figure_of(money))
        if key not in self._held:
            self._held.add(key)
            for mark in marks(money):
                self._by_mark.setdefault(mark, []).append((home, money))
        return home

    def _home(self, money: Money) -> int:
        best = self.size
        for mark in marks(money):
            for number, other in self._by_mark.get(mark, ()):
                if number < best and agree(money, other):
                    best = number
        return best
