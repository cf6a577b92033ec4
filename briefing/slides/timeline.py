"""The timeline: lanes by topic, events on an axis that ends at the as-of day, and what is still ahead beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.measure import body_face, lines, natural_width, text_height, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.dates import bounds
from briefing.model.frame import Box, Line, Mark, Paint, Paragraph, RuleMark, TextMark, inches
from briefing.model.theme import Theme
from briefing.slides import dates
from briefing.slides.badges import BADGES
from briefing.slides.canvas import FOOT, LEFT, RIGHT, Sheet, foot_note, hairline, plain, snap, text_mark
from briefing.slides.happenings import LANES, Happening, closest, happenings, merged
from briefing.slides.ledger import Ledger
from briefing.slides.markers import marker
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement, Style, fitted, label, paragraph
from briefing.slides.timeline_axis import Axis, Row, axis, middle
from briefing.slides.titles import candidates
from briefing.slides.topics import rank
from briefing.slides.wording import capital, counted, number_word, plural

AXIS_X, AXIS_Y, TOP, LANES_END = 1.94, 2.14, 1.78, 6.38
_MARKER, _TEXT = 0.13, 0.20  # diameter; from the marker's middle to its text
_AROUND = _TEXT + _MARKER / 2 + 0.06  # from one marker's middle to the next, without the text
_MOST_EVENTS = 18
_AHEAD_WIDTH, _AHEAD_MOST = 2.45, 4.30
_SLOT = 1.75  # least width of an event that is ahead
_ROW_H = 0.66  # height of two lines of text under a date
_DENSE_ROW = 0.40  # height of one line of text under a date
_TOLERATED = 0.03
_OVERLAP = 0.30  # room that may be missing before an event is left to the notes
_CROWD = 3  # events that make a lane crowded
_MOST_NEED = {1: 2.0, 2: 1.5, 3: 1.2}  # widest text that an event may ask for, by its lines


@dataclass(frozen=True, slots=True)
class TimelinePlan:
    """events: in order of time. until: EDTF of the as-of day. as_of: in words."""

    titles: tuple[str, ...]
    events: tuple[Happening, ...]
    until: str
    as_of: str
    notes: Notes


def plan(briefing: Briefing, audience: Audience) -> tuple[TimelinePlan, ...]:
    """One plan; none with fewer than three dated events."""
    ledger = Ledger(briefing)
    found = happenings(ledger)
    if sum(bool(item.edtf) for item in found) < 3:
        return ()
    order = {lane: at for at, (lane, _) in enumerate(LANES)}
    ranked = sorted(found, key=lambda item: (rank(audience.emphasis, item.lane), order[item.lane]))
    until = briefing.as_of or found[-1].edtf
    quotes = tuple(quote for item in ranked for quote in item.quotes)
    caution = ["Months stand in the middle of the time that the sources give"]
    if any(item.ahead for item in found):
        caution.append("Nothing right of the line has happened yet")
    full = "\n".join(f"{item.date}: {item.texts[0]}" for item in found)
    return (
        TimelinePlan(_titles(ledger, found), found, until, dates.as_of(until), Notes("", quotes, tuple(caution), full)),
    )


def _titles(ledger: Ledger, found: Sequence[Happening]) -> tuple[str, ...]:
    past, ahead = [item for item in found if not item.ahead], [item for item in found if item.ahead]
    name = ledger.subject
    texts: list[str] = []
    rumours = sum(item.badge == "rumoured" for item in ahead)
    if past and ahead:
        lanes = list(dict.fromkeys(item.lane for item in ahead))
        names = {lane: title.lower() for lane, title in LANES}
        what = f"{counted(len(ahead), 'step')} {plural(len(ahead), 'is')} still ahead"
        one = (
            f", {number_word(rumours)} of them only {'a rumour' if rumours == 1 else 'rumours'}"
            if rumours and len(ahead) > rumours
            else ""
        )
        one = " and only a rumour" if rumours == len(ahead) == 1 else one
        head = f"{capital(counted(len(past), 'event'))} of {name} {plural(len(past), 'is')} on record"
        texts += [f"{head}; {what}{one}", f"{head}; {what}"]
        if len(lanes) == 1:
            texts.insert(0, f"{head}; what is still ahead concerns {names[lanes[0]]} alone{one}")
    elif past:
        first, last = past[0], past[-1]
        texts.append(
            f"{capital(counted(len(past), 'event'))} of {name} are on record, from {first.date} to {last.date}"
        )
    else:
        texts.append(f"Everything dated about {name} is still ahead")
    return candidates(
        *texts, f"What happened at {name}, and what is still ahead", "What happened, and what is still ahead"
    )


# ---------------------------------------------------------------- places


@dataclass(frozen=True, slots=True)
class _Lane:
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
class _Slot:
    """An event with its place: x of the marker, width of its text, y of its row's top, all in inches."""

    event: Happening
    x: float
    width: float
    y: float


def layout(plan: TimelinePlan, theme: Theme) -> tuple[Sheet, ...]:
    """One slide; more than eighteen past events are split by period, what is ahead stands on the last."""
    face = body_face(theme)
    past = [item for item in plan.events if not item.ahead]
    ahead = [item for item in plan.events if item.ahead]
    chunks = _periods(past, max(-(-len(past) // _MOST_EVENTS), 1))
    drawn = []
    for at, chunk in enumerate(chunks, 1):
        last = at == len(chunks)
        drawn.append(_without_collisions(plan, chunk, ahead if last else [], last, face))
    return tuple(
        Sheet("timeline", "canvas", "Timeline", plan.titles, marks, plan.notes, at, len(drawn))
        for at, marks in enumerate(drawn, 1)
    )


def _without_collisions(
    plan: TimelinePlan, past: Sequence[Happening], ahead: Sequence[Happening], last: bool, face: str
) -> tuple[Mark, ...]:
    """Drawn; while room is missing, the most crowded lane takes a second row, then its closest events are joined."""
    events, dense = list(past), frozenset[str]()
    while True:
        marks, missing, crowded = _drawn(plan, events, ahead, dense, last, len(past) - len(events), face)
        if missing <= _TOLERATED:
            return marks
        crowded = [lane for lane in crowded if sum(item.lane == lane for item in events) >= _CROWD]
        loose = [lane for lane in crowded if lane not in dense]
        pair = next((found for found in (closest(events, lane, plan.until) for lane in crowded) if found), None)
        if loose:
            dense |= {loose[0]}
        elif pair:
            first, second = pair
            events = [merged(first, second) if item is first else item for item in events if item is not second]
        elif len(events) > 1 and missing > _OVERLAP:
            least = max(events, key=lambda item: (item.weight, item.lane in crowded, -len(item.cites), item.ids))
            events = [item for item in events if item is not least]
        else:
            return marks


def _periods(past: Sequence[Happening], number: int) -> list[list[Happening]]:
    size = -(-len(past) // number) or 1
    return [list(past[start : start + size]) for start in range(0, len(past), size)] or [[]]


def _drawn(
    plan: TimelinePlan,
    past: Sequence[Happening],
    ahead: Sequence[Happening],
    dense: frozenset[str],
    last: bool,
    fewer: int,
    face: str,
) -> tuple[tuple[Mark, ...], float, list[str]]:
    """The marks of one part, the width that its events still miss, and its lanes, the most crowded first.

    dense: lanes with rows of one line of text. fewer: how many events were joined with others or left out.
    """
    found = bounds(plan.until) or (0, 0)
    until = found[1] if last else max(middle(item.edtf, found[1]) for item in past) + 60
    keys = [key for key, _ in LANES if any(item.lane == key for item in (*past, *ahead))]
    height = (LANES_END - AXIS_Y) / max(len(keys), 1)
    lanes = [_lane_of(key, AXIS_Y + at * height, height, key in dense) for at, key in enumerate(keys)]
    end = 12.733 - (_ahead_width(ahead) if ahead else 0.0)
    line, slots = _past(past, lanes, until, end, face)
    kept = _ahead(ahead, lanes, end)
    marks: list[Mark] = []
    if ahead:
        panel = Box(inches(end), inches(TOP), RIGHT - inches(end), inches(LANES_END - TOP))
        marks.append(TextMark("Panel: still ahead", panel, fill=Paint("bg2"), decorative=True))
    marks += _header(plan, line, end, bool(ahead), last, face)
    for lane in lanes:
        marks.append(_lane(lane, face))
        own = [slot for slot in (*slots, *kept) if slot.event.lane == lane.key]
        for slot in sorted(own, key=lambda slot: (slot.x, slot.y)):
            marks += _event(slot, lane, face)
        marks.append(hairline(f"Lane rule: {lane.title}", LEFT, inches(lane.y + height), RIGHT - LEFT))
    if ahead:
        x = snap(inches(end))
        marks.append(RuleMark("As-of line", x, inches(TOP), x, inches(LANES_END), Line("tx1", 1.0, "dash")))
    drawn = [slot.event for slot in (*slots, *kept)]
    left_out = fewer - sum(item.joined for item in past) + len(ahead) - len(kept)
    marks += _key(drawn, line, left_out, face)
    load = {
        lane.key: sum(_need(item, lane.lines, face) for item in past if item.lane == lane.key) / lane.rows
        for lane in lanes
    }
    return tuple(marks), line.missing, sorted(load, key=lambda key: -load[key])


def _lane_of(key: str, y: float, height: float, dense: bool) -> _Lane:
    row = _DENSE_ROW if dense and height >= 2 * _DENSE_ROW else _ROW_H
    rows = max(int(height / row), 1)
    lines = 1 if row == _DENSE_ROW and rows > 1 and height / rows < _ROW_H else 3 if height / rows >= 0.80 else 2
    return _Lane(key, dict(LANES)[key], y, height, rows, lines)


def _ahead_width(ahead: Sequence[Happening]) -> float:
    per_lane: dict[str, int] = {}
    for item in ahead:
        per_lane[item.lane] = per_lane.get(item.lane, 0) + 1
    most = max(per_lane.values(), default=0)
    return min(max(_AHEAD_WIDTH, _SLOT * min(most, 2) + 0.2), _AHEAD_MOST)


def _statement(event: Happening) -> tuple[Statement, ...]:
    return tuple(Statement((Piece(text),), (), event.ids) for text in event.texts)


def _style(event: Happening) -> Style:
    return Style(10.5, italic=event.badge == "rumoured")


def _dates(event: Happening) -> list[Paragraph]:
    """The date with its citation; then, for narrow places, without the year, which the axis gives."""
    badge = BADGES[event.badge]
    firm = event.badge in ("reported", "corroborated")
    style = Style(10.0, "tx2" if firm else badge.color, bold=True, italic=badge.italic)
    month = event.date.rpartition(" ")[0] if event.date[-4:].isdigit() and " " in event.date else event.date
    texts = dict.fromkeys((event.date, month))
    return [paragraph(Statement((Piece(capital(text)),), event.cites, event.ids), style) for text in texts]


def _date_width(event: Happening, face: str) -> float:
    return natural_width([_dates(event)[0]], face) / 914_400 + 0.03


@lru_cache(maxsize=512)
def _need(event: Happening, most: int, face: str) -> float:
    """The least width at which its shortest whole text takes `most` lines, marker and gap included."""
    text = paragraph(_statement(event)[-1], _style(event))
    low, high = 0.6, 3.2
    for _ in range(7):
        half = (low + high) / 2
        low, high = (low, half) if lines(text, inches(half), face) <= most else (half, high)
    return max(min(high, _MOST_NEED[most]), _date_width(event, face)) + _AROUND


def _past(
    past: Sequence[Happening], lanes: Sequence[_Lane], until: int, end: float, face: str
) -> tuple[Axis, list[_Slot]]:
    """Each event in that row of its lane that has been free for longest; the axis on which all have room."""
    grid: dict[tuple[int, int], list[Happening]] = {}
    guess = axis([Row(tuple(middle(item.edtf, until) for item in past), (0.0,) * len(past))], until, end)
    for at, lane in enumerate(lanes):
        ends = [0.0] * lane.rows
        for item in (item for item in past if item.lane == lane.key):
            x = guess.x(middle(item.edtf, until))
            free = [row for row in range(lane.rows) if ends[row] <= x]
            row = free[0] if free and lane.lines > 1 else ends.index(min(ends))
            ends[row] = x + _need(item, lane.lines, face)
            grid.setdefault((at, row), []).append(item)
    keys = sorted(grid)
    rows = [
        Row(
            tuple(middle(item.edtf, until) for item in grid[key]),
            tuple(_need(item, lanes[key[0]].lines, face) for item in grid[key]),
        )
        for key in keys
    ]
    line = axis(rows, until, end)
    slots = []
    for key, asked in zip(keys, rows, strict=True):
        lane = lanes[key[0]]
        places = [*(line.x(day) for day in asked.days), end]
        for at, item in enumerate(grid[key]):
            x = max(places[at], AXIS_X + _MARKER / 2 + 0.03)
            slots.append(_Slot(item, x, places[at + 1] - x - _AROUND + 0.01, lane.y + key[1] * lane.row_height))
    return line, slots


def _ahead(ahead: Sequence[Happening], lanes: Sequence[_Lane], end: float) -> list[_Slot]:
    """Side by side and below each other in the panel; a lane that holds more shows those that matter most."""
    width = 12.733 - end
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
                shift = max(width - 2.05, 0.0) * order.index(item.edtf or "9999") / (len(order) - 1)
            x = end + 0.21 + (index % columns) * each + shift
            y = lane.y + (index // columns) * lane.row_height
            room = (end + 0.15 + (index % columns + 1) * each if columns > 1 else 12.733) - x - _TEXT - 0.10
            slots.append(_Slot(item, x, room, y))
    return slots


def _header(plan: TimelinePlan, line: Axis, end: float, panel: bool, last: bool, face: str) -> Iterator[Mark]:
    axis_y = snap(inches(AXIS_Y))
    yield RuleMark("Axis", inches(AXIS_X), axis_y, RIGHT, axis_y, Line("tx1", 1.0))
    as_of = f"as of {plan.as_of}" if last and panel else ""
    as_of_width = text_width(as_of, 10, False, face) / 914_400 + 0.12 if as_of else 0.0
    spoken = False
    for year, start, stop in zip(line.years, line.starts, line.starts[1:], strict=False):
        x = snap(inches(start))
        yield RuleMark(f"Tick {year}", x, inches(TOP + 0.06), x, axis_y, Line("accent6", 0.75))
        width = text_width(str(year), 12, True, face) / 914_400 + 0.02
        if start + 0.09 + width <= min(stop + 0.05, end):
            box = Box(inches(start + 0.09), inches(TOP + 0.07), inches(width), inches(0.22))
            yield text_mark(f"Year {year}", box, (plain(str(year), 12, bold=True),), wrap=False)
            spoken = start + 0.09 + width > end - as_of_width
    if as_of and not spoken:
        box = Box(inches(end - as_of_width), inches(TOP + 0.09), inches(as_of_width - 0.07), inches(0.20))
        yield text_mark("As of", box, (plain(as_of, 10, color="tx2", align="right"),), wrap=False)
    if panel:
        box = Box(inches(end + 0.11), inches(TOP + 0.07), inches(12.733 - end - 0.15), inches(0.22))
        yield text_mark("Still ahead", box, (plain("Still ahead", 12, bold=True),))


def _lane(lane: _Lane, face: str) -> Mark:
    style = Style(12.0, bold=True)
    text = fitted([label(lane.title)], style, inches(1.24), 2, face)
    box = Box(LEFT, inches(lane.y + 0.10), inches(1.24), inches(min(lane.height - 0.1, 0.45)))
    return text_mark(f"Lane: {lane.title}", box, (paragraph(text, style),))


def _event(slot: _Slot, lane: _Lane, face: str) -> Iterator[Mark]:
    event = slot.event
    y = slot.y + (0.05 if lane.lines == 1 else 0.10)
    name = f"{event.date} {event.texts[0][:24]}".strip()
    yield marker(f"Marker: {name}", event.badge, inches(slot.x), inches(y + 0.085))
    width = inches(max(slot.width, 0.5))
    date = next((found for found in _dates(event) if lines(found, width, face) == 1), _dates(event)[-1])
    most = lane.lines + (lines(date, width, face) == 1) - 1
    text = paragraph(fitted(_statement(event), _style(event), width, max(most, 1), face), _style(event))
    box = Box(
        inches(slot.x + _TEXT),
        inches(y),
        width,
        max(inches(lane.row_height - 0.06), text_height([date, text], width, face)),
    )
    yield text_mark(f"Event: {name}", box, (date, text), claims=event.ids)


_KEYS = (
    ("reported", "Reported", ("reported",)),
    ("corroborated", "Corroborated", ("corroborated",)),
    ("company-stated", "Company-stated, planned or target", ("company-stated", "planned", "target")),
    ("analysis", "Analysis", ("analysis",)),
    ("rumoured", "Rumoured", ("rumoured",)),
)


def _key(events: Sequence[Happening], line: Axis, left_out: int, face: str) -> Iterator[Mark]:
    used = {event.badge for event in events}
    x = LEFT
    for key, text, badges in _KEYS:
        if used & set(badges):
            yield marker(f"Key: {text}", key, x + inches(0.065), FOOT + inches(0.10))  # type: ignore[arg-type]
            width = text_width(text, 10, False, face) + inches(0.05)
            yield foot_note(text, x + inches(0.18), width, name=f"Key text: {text}")
            x += width + inches(0.45)
    notes = [] if line.even else ["Years are not to one scale"]
    if left_out > 0:
        notes.append(f"{counted(left_out, 'further event')} in the notes")
    if notes:
        left = max(x, inches(7.0))
        yield foot_note(capital("; ".join(notes)), left, RIGHT - left, align="right")
