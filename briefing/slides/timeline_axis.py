"""Events of lanes in, an axis out on which no two of them collide: years proportional inside, some wider than others.

All lengths are inches. A date's place is the middle of the time it can mean.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from briefing.model.dates import bounds
from briefing.model.records import dataclass

LEFT, RIGHT = 1.94, 12.733
_LEAST_YEAR = 0.56  # room for its label
_ROUNDS = 120
_ENOUGH = 0.005


@dataclass(frozen=True, slots=True)
class Row:
    """The events of one row of a lane: their days (ordinals, ascending) and the width that each asks for."""

    days: tuple[int, ...]
    needs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """starts: x of each year's first day, then the axis's end. until: ordinal of the day at the end.

    missing: the room that is missing most; lacking: the rows in which room is missing, the worst first.
    """

    years: tuple[int, ...]
    starts: tuple[float, ...]
    until: int
    missing: float
    lacking: tuple[int, ...] = ()

    def x(self, day: int) -> float:
        """The place of a day (ordinal)."""
        index, share = _within(day, self.years, self.until)
        return self.starts[index] + share * (self.starts[index + 1] - self.starts[index])

    @property
    def even(self) -> bool:
        """Do all whole years have the same width (within a tenth)?"""
        widths = [b - a for a, b in zip(self.starts[:-2], self.starts[1:-1], strict=True)]
        return not widths or max(widths) <= 1.1 * min(widths)


def middle(edtf: str, until: int) -> int:
    """The day in the middle of a date's interval, at most `until`."""
    found = bounds(edtf)
    return min((max(found[0], 1) + min(found[1], until)) // 2, until) if found else until


def axis(rows: Sequence[Row], until: int, end: float, pad: float = 0.0) -> Axis:
    """An axis from the first event's year to the day `until`, which stands at x = end - pad.

    pad: the width kept for the present, where events of the last weeks have their text.
    Years that are too narrow for what stands in them grow, at the cost of the others: the widths nearest to
    proportional ones that leave every event its room, found by projecting on one demand after the other.
    """
    first = min((day for row in rows for day in row.days), default=until)
    years = tuple(range(_year(first), _year(until) + 1))
    total = end - LEFT - pad
    floor = min(_LEAST_YEAR, 0.8 * total / len(years))
    demands = list(_demands(rows, years, until, pad))
    widths = _scaled([_length(year, until) for year in years], floor, total)
    # Two events of a row at one place have no room, whatever the widths.
    stuck = {row: need for shares, _, need, row in demands if not shares}
    demands = [demand for demand in demands if demand[0]]
    lacks: dict[int, float] = {}
    for _ in range(_ROUNDS):
        lacks = {}
        for shares, square, need, row in demands:
            room = 0.0
            for index, share in shares:  # a thousand times: a sum over a generator takes twice as long
                room += share * widths[index]
            lack = need - room
            if lack > _ENOUGH:
                lacks[row] = max(lacks.get(row, 0.0), lack)
                for index, share in shares:
                    widths[index] += share * lack / square
        widths = _scaled(widths, floor, total)
        if not lacks:
            break
    lacks |= {row: max(need, lacks.get(row, 0.0)) for row, need in stuck.items()}
    worst = tuple(sorted(lacks, key=lambda row: (-lacks[row], row)))
    return Axis(years, tuple(_starts(widths)), until, max(lacks.values(), default=0.0), worst)


_Demand = tuple[list[tuple[int, float]], float, float, int]


def _demands(rows: Sequence[Row], years: Sequence[int], until: int, pad: float) -> Iterator[_Demand]:
    """Of each event (year index, its share of the stretch) …, the sum of their squares, the width, the row."""
    for index_of_row, row in enumerate(rows):
        for at, (day, need) in enumerate(zip(row.days, row.needs, strict=True)):
            after = row.days[at + 1] if at + 1 < len(row.days) else until
            (low, begin), (high, stop) = _within(day, years, until), _within(after, years, until)
            if at + 1 == len(row.days):
                high, stop = len(years) - 1, 1.0
                need -= pad
                if need <= 0:
                    continue
            shares = [
                (index, (stop if index == high else 1.0) - (begin if index == low else 0.0))
                for index in range(low, high + 1)
            ]
            shares = [(index, max(share, 0.0)) for index, share in shares]
            square = sum(share * share for _, share in shares)
            yield (shares, square, need, index_of_row) if square > 1e-6 else ([], 0.0, need, index_of_row)


def _scaled(widths: Sequence[float], floor: float, total: float) -> list[float]:
    """Widths that sum to the total, none under the floor: those at the floor stay, the others share the rest."""
    found, low = list(widths), set[int]()
    for _ in found:
        free = sum(width for index, width in enumerate(widths) if index not in low)
        factor = (total - floor * len(low)) / free if free > 0 else 0.0
        found = [floor if index in low else width * factor for index, width in enumerate(widths)]
        under = {index for index, width in enumerate(found) if width < floor and index not in low}
        if not under or len(low | under) == len(found):
            break
        low |= under
    return found


def _starts(widths: Sequence[float]) -> list[float]:
    starts = [LEFT]
    for width in widths:
        starts.append(starts[-1] + width)
    return starts


def _length(year: int, until: int) -> float:
    low, high = _span(year, until)
    return max((high - low) / 365.25, 0.1)


def _span(year: int, until: int) -> tuple[int, int]:
    low = datetime.date(year, 1, 1).toordinal()
    high = datetime.date(year + 1, 1, 1).toordinal() if year < 9999 else until
    return low, min(high, max(until, low + 1))


def _year(day: int) -> int:
    return datetime.date.fromordinal(max(day, 1)).year


def _within(day: int, years: Sequence[int], until: int) -> tuple[int, float]:
    """(index of the year, the share of it that lies before the day)."""
    year = min(max(_year(day), years[0]), years[-1])
    low, high = _span(year, until)
    return year - years[0], min(max((day - low) / max(high - low, 1), 0.0), 1.0)
