"""Statements in, what is known of one event out: a cluster that grows with each statement it takes.

`Shelves` finds the clusters that something ties to a statement without looking at the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model.claim import Instrument
from briefing.model.money import Money
from briefing.reconcile.calendar import Calendar
from briefing.reconcile.gathering import Sums
from briefing.reconcile.rounds import Statement
from briefing.reconcile.sizes import marks

APART_DAYS = 130  # tellings of one named round with one sum may differ by this much: a conflict of dates


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
        self.near_sums, self.near_valuations = Sums(), Sums()
        self.currencies: set[str] = set()  # of the sums
        self.printing: set[str] = set()  # sources that print a sum of it
        self._told_sums: set[Money] = set()
        self._told_valuations: set[Money] = set()
        self._moods: set[str] = set()
        self._own_plan = False  # does the company or a party to it tell the plan itself?
        self._leaning: set[str] = set()
        self._by_source: dict[str, list[Statement]] = {}

    def take(self, one: Statement) -> None:
        self.statements.append(one)
        self._by_source.setdefault(one.claim.evidence.source, []).append(one)
        (self._leaning if one.leaning else self._moods).add(one.mood)
        self._own_plan = self._own_plan or (one.mood == "plan" and one.claim.holder_kind in ("company", "third-party"))
        if one.stage:
            self.stages.add(one.stage)
        if one.values.instrument != "unknown":
            self.instruments.add(one.values.instrument)
        if one.date and one.date not in self.dates:
            self.dates.append(one.date)
        _add(self.sums, one.sums, self._told_sums)
        _add(self.valuations, one.valuations, self._told_valuations)
        self.leads |= one.leads
        self.backers |= one.backers
        for money in one.sums:
            self.near_sums.add(money)
        for money in one.valuations:
            self.near_valuations.add(money)
        self.currencies.update(money.currency for money in one.sums)
        if one.sums:
            self.printing.add(one.claim.evidence.source)

    def merge(self, other: Cluster) -> None:
        for one in other.statements:
            self.take(one)

    def told_by(self, source: str) -> list[Statement]:
        """What a source (its id) says of the event."""
        return self._by_source.get(source, [])

    @property
    def mood(self) -> str:
        moods = self._moods or self._leaning
        return "fact" if "fact" in moods else "plan" if "plan" in moods else "rumour"

    @property
    def standing_mood(self) -> str:
        """As `mood`; plans that only papers tell of, beside rumours of the same, are rumours, too."""
        moods = self._moods or self._leaning
        return "rumour" if self.mood == "plan" and "rumour" in moods and not self._own_plan else self.mood


class Shelves:
    """Numbers of clusters, by all that can tie a statement to one (sum, valuation, stage, backer, rare instrument), and
    by the time of those that have one."""

    def __init__(self, clusters: Sequence[Cluster] = ()) -> None:
        self._held: dict[tuple[str, object], set[int]] = {}
        self._dated: set[int] = set()
        self._calendar = Calendar()
        for number, home in enumerate(clusters):
            for one in home.statements:
                self.put(number, one)

    def put(self, number: int, one: Statement) -> None:
        """The cluster has taken the statement."""
        for tie in _ties(one):
            self._held.setdefault(tie, set()).add(number)
        if one.date:
            self._dated.add(number)
            self._calendar.put(number, one.date)

    def near(self, one: Statement) -> list[int]:
        """The clusters that share a tie with the statement and are not of another season, in order."""
        tied = set().union(*(self._held.get(tie, ()) for tie in _ties(one)))
        timely = self._calendar.near(one.date, APART_DAYS)
        if timely is not None and one.values.instrument != "ipo":  # a listing is talked of for years
            tied = (tied - self._dated) | (tied & timely)
        return sorted(tied)


def _ties(one: Statement) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = [("sum", mark) for mark in one.marks]
    found += [("worth", mark) for money in one.valuations for mark in marks(money)]
    found += [("backer", name) for name in one.backers]
    if one.stage:
        found.append(("stage", one.stage))
    if one.values.instrument not in ("equity", "unknown"):
        found.append(("instrument", one.values.instrument))
    return found


def _add(have: list[Money], more: Iterable[Money], told: set[Money]) -> None:
    for one in more:
        if one not in told:
            told.add(one)
            have.append(one)
