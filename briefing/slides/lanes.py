"""Events in lanes in, the place of each out: rows of a lane, the axis on which all have room, what is ahead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefing.measure import lines, natural_width
from briefing.model.frame import Paragraph, inches
from briefing.model.records import dataclass
from briefing.slides.badges import BADGES
from briefing.slides.happenings import LANES, Happening
from briefing.slides.prose import Piece, Statement, Style, paragraph
from briefing.slides.timeline_axis import Axis, Row, axis, middle
from briefing.slides.wording import capital

AXIS_X, AXIS_Y, TOP = 1.94, 2.14, 1.78


MARKER, TEXT = 0.13, 0.20  # diameter; from the marker's middle to its text


_AROUND = TEXT + MARKER / 2 + 0.06  # from one marker's middle to the next, without the text


_AHEAD_WIDTH, _AHEAD_MOST = 2.45, 4.30


_SLOT = 1.75  # least width of an event that is ahead


_ROW_H = 0.60  # least height of a row: a date and two lines of text


# Events of the last days: their text stands in so many inches before the as-of line, in more where it needs them.
_RECENT, _PRESENT, _WIDEST = 75, 1.3, 2.2


_MOST_NEED = {1: 2.0, 2: 1.8, 3: 1.45}  # widest text that an event may ask for, by its lines


@dataclass(frozen=True, slots=True)
class Area:
    """Where the timeline stands: from the left margin and TOP to right and bottom, inches."""

    right: float = 12.733
    bottom: float = 6.38

    @property
    def most_rows(self) -> int:
        """Rows of events that stand under each other."""
        return max(int((self.bottom - AXIS_Y) / _ROW_H), 1)

    @property
    def share(self) -> float:
        """How many events it takes beside our own page: 1 = as many."""
        ours = Area()
        across = (self.right - AXIS_X) / (ours.right - AXIS_X)
        return min(across * self.most_rows / ours.most_rows, 1.0)


@dataclass(frozen=True, slots=True)
class Lane:
    """y, height: inches. rows: of events, one under the other; lines: of text under each date."""

    key: str
    title: str
    y: float
    height: float
    rows: int
    lines: int

    @property
    def row_height(self) -> float:
        return self.height / self.rows


@dataclass(frozen=True, slots=True)
class Slot:
    """An event with its place: x of the marker, width of its text, y of its row's top, all in inches."""

    event: Happening
    x: float
    width: float
    y: float


def lanes_of(rows: Mapping[str, int], area: Area) -> tuple[Lane, ...]:
    """Lanes by the rows that each has; all rows of a slide are equally high."""
    height = (area.bottom - AXIS_Y) / max(sum(rows.values()), 1)
    lines_ = 3 if height >= 0.80 else 2 if height >= _ROW_H - 0.01 or area == Area() else 1
    found: list[Lane] = []
    y = AXIS_Y
    for key, number in rows.items():
        found.append(Lane(key, dict(LANES)[key], y, number * height, number, lines_))
        y += number * height
    return tuple(found)


def ahead_width(ahead: Sequence[Happening], area: Area) -> float:
    per_lane: dict[str, int] = {}
    for item in ahead:
        per_lane[item.lane] = per_lane.get(item.lane, 0) + 1
    most = max(per_lane.values(), default=0)
    wanted = min(max(_AHEAD_WIDTH, _SLOT * min(most, 2) + 0.2), _AHEAD_MOST)
    return min(wanted, max(_AHEAD_WIDTH, (area.right - AXIS_X) * 0.42))


def rows_ahead(own: Sequence[Happening], ahead: Sequence[Happening], area: Area) -> int:
    """How many rows a lane's own events that are ahead take in the panel of all that is."""
    across = max(int((ahead_width(ahead, area) - 0.1) / _SLOT), 1) if ahead else 1
    return max(-(-len(own) // across), 1)


def statements(event: Happening) -> tuple[Statement, ...]:
    return tuple(Statement((Piece(text),), (), event.ids) for text in event.texts)


def text_style(event: Happening) -> Style:
    return Style(10.5, italic=event.badge == "rumoured")


def date_lines(event: Happening) -> list[Paragraph]:
    """The date with its citation; then, for narrow places, without the year, which the axis gives."""
    badge = BADGES[event.badge]
    firm = event.badge in ("reported", "corroborated")
    style = Style(10.0, "tx2" if firm else badge.color, bold=True, italic=badge.italic)
    month = event.date.rpartition(" ")[0] if event.date[-4:].isdigit() and " " in event.date else event.date
    month = event.date if month.endswith(" of") else month
    texts = dict.fromkeys((event.date, month))
    return [paragraph(Statement((Piece(capital(text)),), event.cites, event.ids), style) for text in texts]


def _date_width(event: Happening, face: str) -> float:
    return natural_width([date_lines(event)[0]], face) / 914_400 + 0.03


@lru_cache(maxsize=512)
def need(event: Happening, most: int, face: str) -> float:
    """The least width at which its shortest whole text takes `most` lines, marker and gap included."""
    text = paragraph(statements(event)[-1], text_style(event))
    low, high = 0.6, 3.2
    for _ in range(7):
        half = (low + high) / 2
        low, high = (low, half) if lines(text, inches(half), face) <= most else (half, high)
    return max(min(high, _MOST_NEED[most]), _date_width(event, face)) + _AROUND


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the past stands. lacking: keys of the lanes in which room is missing, the worst first."""

    line: Axis
    slots: tuple[Slot, ...]
    lacking: tuple[str, ...]


def _whole_width(event: Happening, most: int, face: str) -> float:
    """The width at which a whole text of the event takes `most` lines: of the longest that does so in the panel."""
    for version in statements(event):
        text = paragraph(version, text_style(event))
        for tenths in range(14, 22):
            if lines(text, inches(tenths / 10), face) <= most:
                return tenths / 10
    return 9.0


def place_past(past: Sequence[Happening], lanes: Sequence[Lane], until: int, end: float, face: str) -> Placing:
    """Each event in that row of its lane that has been free for longest; the axis on which all have room."""
    days = [middle(item.edtf, until) for item in past]
    lines_of = {lane.key: lane.lines for lane in lanes}
    news = [item for item, day in zip(past, days, strict=True) if day > until - _RECENT and item.lane in lines_of]
    widest = max((need(item, lines_of[item.lane], face) for item in news), default=0.0)
    pad = min(max(_PRESENT, widest + 0.02), _WIDEST) if news and end > 6 else 0.0
    grid: dict[tuple[int, int], list[Happening]] = {}
    guess = axis([Row(tuple(days), (0.0,) * len(past))], until, end, pad)
    for at, lane in enumerate(lanes):
        ends = [0.0] * lane.rows
        for item in (item for item in past if item.lane == lane.key):
            x = guess.x(middle(item.edtf, until))
            free = [row for row in range(lane.rows) if ends[row] <= x]
            row = free[0] if free else ends.index(min(ends))
            ends[row] = x + need(item, lane.lines, face)
            grid.setdefault((at, row), []).append(item)
    keys = sorted(grid)
    rows = [
        Row(
            tuple(middle(item.edtf, until) for item in grid[key]),
            tuple(need(item, lanes[key[0]].lines, face) for item in grid[key]),
        )
        for key in keys
    ]
    line = axis(rows, until, end, pad)
    slots = []
    for key, asked in zip(keys, rows, strict=True):
        lane = lanes[key[0]]
        places = [*(line.x(day) for day in asked.days), end]
        for at, item in enumerate(grid[key]):
            x = max(places[at], AXIS_X + MARKER / 2 + 0.03)
            slots.append(Slot(item, x, places[at + 1] - x - _AROUND + 0.01, lane.y + key[1] * lane.row_height))
    lacking = tuple(dict.fromkeys(lanes[keys[row][0]].key for row in line.lacking))
    return Placing(line, tuple(slots), lacking)


def place_ahead(ahead: Sequence[Happening], lanes: Sequence[Lane], end: float, right: float, face: str) -> list[Slot]:
    """Side by side and below each other in the panel; a lane that holds more shows those that matter most."""
    width = right - end
    across = max(int((width - 0.1) / _SLOT), 1)
    order = sorted({item.edtf or "9999" for item in ahead})
    slots = []
    for lane in lanes:
        own = [item for item in ahead if item.lane == lane.key]
        own = sorted(
            sorted(own, key=lambda item: item.weight)[: across * lane.rows], key=lambda item: item.edtf or "9999"
        )
        columns = min(across, max(len(own), 1))
        each = (width - 0.15) / columns
        for index, item in enumerate(own):
            shift = 0.0
            if columns == 1 and len(order) > 1:
                free = width - 0.21 - TEXT - 0.10 - max(_whole_width(item, lane.lines, face), 1.45)
                shift = max(free, 0.0) * order.index(item.edtf or "9999") / (len(order) - 1)
            x = end + 0.21 + (index % columns) * each + shift
            y = lane.y + (index // columns) * lane.row_height
            room = (end + 0.15 + (index % columns + 1) * each if columns > 1 else right) - x - TEXT - 0.10
            slots.append(Slot(item, x, room, y))
    return slots
