"""The timeline: lanes by topic, events on an axis that ends at the as-of day, and what is still ahead beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.measure import body_face, lines, text_height, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.dates import bounds
from briefing.model.frame import EMU_PER_INCH, Box, Line, Mark, Paint, RuleMark, TextMark, inches
from briefing.model.records import dataclass, replace
from briefing.model.theme import Theme
from briefing.slides import dates
from briefing.slides.canvas import LEFT, OURS, Page, Sheet, foot_note, hairline, page_of, plain, snap, text_mark
from briefing.slides.happenings import LANES, Happening, closest, happenings, merged
from briefing.slides.lanes import (
    AXIS_X,
    AXIS_Y,
    TEXT,
    TOP,
    Area,
    Lane,
    Slot,
    ahead_width,
    date_lines,
    lanes_of,
    place_ahead,
    place_past,
    rows_ahead,
    statements,
    text_style,
)
from briefing.slides.ledger import Ledger
from briefing.slides.markers import marker
from briefing.slides.notes import Notes
from briefing.slides.prose import Style, fitted, label, paragraph
from briefing.slides.timeline_axis import Axis, middle
from briefing.slides.titles import candidates
from briefing.slides.topics import rank
from briefing.slides.wording import capital, counted, joined, number_word, plural

_MOST_EVENTS, _FEWEST_EVENTS, _FURTHER = 18, 4, 3
_BEARABLE = 4  # events that one slide may leave to the notes
_TOLERATED = 0.03
_OVERLAP = 0.15  # room that may be missing before an event is left to the notes
_LEAST_WIDTH = 0.45  # of an event's text; narrower ones are left to the notes


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
        texts += _still_ahead(ledger, past, ahead)
        what = f"{counted(len(ahead), 'step')} {plural(len(ahead), 'is')} still ahead"
        one = (
            f", {number_word(rumours)} of them only {'a rumour' if rumours == 1 else 'rumours'}"
            if rumours and len(ahead) > rumours
            else ""
        )
        one = " and only a rumour" if rumours == len(ahead) == 1 else one
        head = f"{name} has {counted(len(past), 'event')} on record"
        texts += [f"{head}; {what}{one}", f"{head}; {what}"]
    elif past:
        first, last = past[0], past[-1]
        texts.append(f"{name} has {counted(len(past), 'event')} on record, from {first.date} to {last.date}")
    else:
        texts.append(f"Everything dated about {name} is still ahead")
    return candidates(
        *texts, f"What happened at {name}, and what is still ahead", "What happened, and what is still ahead"
    )


_NOUNS = {"partnership": "partner", "company": "corporate"}


def _still_ahead(ledger: Ledger, past: Sequence[Happening], ahead: Sequence[Happening]) -> Iterator[str]:
    """What is on record against what is not: "the product and revenue steps are still ahead"."""
    firm = [item for item in past if item.badge in ("reported", "corroborated")]
    raises = [item for item in ahead if item.lane == "funding"]
    lanes = [lane for lane, _ in LANES if any(item.lane == lane for item in ahead) and lane != "funding"]
    steps = joined([_NOUNS.get(lane, lane) for lane in lanes])
    open_ = f"its {steps} steps {_when(ahead, ledger)}" if lanes else ""
    if raises:
        said = "is only a rumour" if raises[-1].badge == "rumoured" else "is only planned"
        open_ = f"{open_}, and its next round {said}" if open_ else f"its next round {said}"
    if not open_:
        return
    sales = ("tender", "secondary", "listing", "grant")  # money that is no round
    rounds = sum(item.lane == "funding" and not any(word in item.texts[-1].lower() for word in sales) for item in firm)
    if rounds > 1:
        yield f"{ledger.subject} has {counted(rounds, 'round')} on record; {open_}"
        yield f"The funding of {ledger.subject} is on record; {open_}"
    elif len(past) > 1:
        yield f"{ledger.subject} has {counted(len(past), 'event')} on record; {open_}"


def _when(ahead: Sequence[Happening], ledger: Ledger) -> str:
    """ "are due in 2026" where all that is ahead lies in the year of the as-of day."""
    years = {item.edtf[:4] for item in ahead if item.lane != "funding"}
    year = ledger.briefing.as_of[:4]
    return f"are due in {year}" if years == {year} and year.isdigit() else "are still ahead"


# ---------------------------------------------------------------- places


def layout(plan: TimelinePlan, theme: Theme) -> tuple[Sheet, ...]:
    """One slide; more than eighteen past events are split by period, what is ahead stands on the last."""
    face, page = body_face(theme), page_of(theme)
    area = Area(page.right / EMU_PER_INCH, page.foot / EMU_PER_INCH - 0.14) if page != OURS else Area()
    most = max(round(_MOST_EVENTS * area.share), _FEWEST_EVENTS)
    past = [item for item in plan.events if not item.ahead]
    ahead = [item for item in plan.events if item.ahead]
    number = max(-(-len(past) // most), 1)
    # A page may take a period more, rather than leave events out; our own only rather than leave out many.
    found = [_parts(plan, _periods(past, number), ahead, area, face)]
    bearable = _BEARABLE if page == OURS else 0
    while _missing(found[-1]) > bearable and len(found) < _FURTHER and number + len(found) <= len(past):
        found.append(_parts(plan, _periods(past, number + len(found)), ahead, area, face))
    parts = min(found, key=lambda drawn: (_missing(drawn), len(drawn)))
    return tuple(
        Sheet(
            "timeline",
            "canvas",
            "Timeline",
            plan.titles,
            _marks(plan, drawing, known, page, face),
            plan.notes,
            at,
            len(parts),
        )
        for at, (drawing, known) in enumerate(parts, 1)
    )


def _parts(
    plan: TimelinePlan, chunks: Sequence[Sequence[Happening]], ahead: Sequence[Happening], area: Area, face: str
) -> list[tuple[_Drawing, int]]:
    """(drawing, how many events it stands for) of each period; what is ahead stands on the last."""
    found = []
    for at, chunk in enumerate(chunks, 1):
        last = at == len(chunks)
        coming = ahead if last else []
        drawing = _without_collisions(plan, chunk, coming, last, area, face)
        found.append((drawing, len(chunk) + len(coming)))
    return found


def _missing(parts: Sequence[tuple[_Drawing, int]]) -> int:
    """How many events are left to the notes."""
    return sum(_left_out(drawing, known) for drawing, known in parts)


def _left_out(drawing: _Drawing, known: int) -> int:
    shown = [slot.event for slot in drawing.slots if slot.width >= _LEAST_WIDTH]
    return known - len(shown) - sum(item.joined for item in shown)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Lanes, axis and places of one part. lacking: keys of the lanes without room enough, the worst first.

    end: x of the as-of line, inches. bottom: y of the last lane's end. last: the part up to the as-of day. ahead: is
    there a panel of what is ahead?
    """

    lanes: tuple[Lane, ...]
    line: Axis
    slots: tuple[Slot, ...]
    lacking: tuple[str, ...]
    end: float
    bottom: float
    last: bool
    ahead: bool


def _without_collisions(
    plan: TimelinePlan, past: Sequence[Happening], ahead: Sequence[Happening], last: bool, area: Area, face: str
) -> _Drawing:
    """Placed; while a lane lacks room it takes a further row, then its closest events are joined, then one is left."""
    events = list(past)
    rows = {key: 1 for key, _ in LANES if any(item.lane == key for item in (*past, *ahead))}
    if area != Area():  # a narrow panel takes what is ahead under each other
        for key in rows:
            wanted = rows_ahead([item for item in ahead if item.lane == key], ahead, area)
            rows[key] += max(min(wanted - 1, area.most_rows - sum(rows.values())), 0)
    while True:
        drawing = _placed(plan, events, ahead, rows, last, area, face)
        if drawing.line.missing <= _TOLERATED or not drawing.lacking:
            return drawing
        here = [item for item in events if item.lane == drawing.lacking[0]]
        wanting = [lane for lane in drawing.lacking if rows[lane] < sum(item.lane == lane for item in events)]
        pair = closest(events, drawing.lacking[0], plan.until)
        if wanting and sum(rows.values()) < area.most_rows:
            rows[wanting[0]] += 1
        elif pair:
            first, second = pair
            events = [merged(first, second) if item is first else item for item in events if item is not second]
        elif len(events) > 1 and drawing.line.missing > _OVERLAP:
            least = max(here, key=lambda item: (item.weight - _recent(item, plan), -len(item.cites), item.ids))
            events = [item for item in events if item is not least]
            rows = {key: number for key, number in rows.items() if any(x.lane == key for x in (*events, *ahead))}
        else:
            return drawing


def _recent(item: Happening, plan: TimelinePlan) -> bool:
    """Does it lie in the last months before the as-of day: is it news?"""
    until = (bounds(plan.until) or (0, 0))[1]
    return until - middle(item.edtf, until) <= _NEWS


_NEWS = 120  # days


def _periods(past: Sequence[Happening], number: int) -> list[list[Happening]]:
    size = -(-len(past) // number) or 1
    return [list(past[start : start + size]) for start in range(0, len(past), size)] or [[]]


def _placed(
    plan: TimelinePlan,
    past: Sequence[Happening],
    ahead: Sequence[Happening],
    rows: Mapping[str, int],
    last: bool,
    area: Area,
    face: str,
) -> _Drawing:
    """rows: of each lane."""
    found = bounds(plan.until) or (0, 0)
    until = found[1] if last else max(middle(item.edtf, found[1]) for item in past) + 60
    lanes = lanes_of(rows, area)
    end = area.right - (ahead_width(ahead, area) if ahead else 0.0)
    placing = place_past(past, lanes, until, end, face)
    slots = (*placing.slots, *place_ahead(ahead, lanes, end, area.right, face))
    return _Drawing(lanes, placing.line, slots, placing.lacking, end, area.bottom, last, bool(ahead))


def _marks(plan: TimelinePlan, drawing: _Drawing, known: int, page: Page, face: str) -> tuple[Mark, ...]:
    """known: how many events the part stands for."""
    marks: list[Mark] = []
    end = drawing.end
    drawing = replace(drawing, slots=tuple(slot for slot in drawing.slots if slot.width >= _LEAST_WIDTH))
    if drawing.ahead:
        panel = Box(inches(end), inches(TOP), page.right - inches(end), inches(drawing.bottom - TOP))
        marks.append(TextMark("Panel: still ahead", panel, fill=Paint("bg2"), decorative=True))
    marks += _header(plan, drawing, page, face)
    for lane in drawing.lanes:
        marks.append(_lane(lane, face))
        own = [slot for slot in drawing.slots if slot.event.lane == lane.key]
        for slot in sorted(own, key=lambda slot: (slot.x, slot.y)):
            marks += _event(slot, lane, face)
        marks.append(hairline(f"Lane rule: {lane.title}", LEFT, inches(lane.y + lane.height), page.width))
    if drawing.ahead:
        x = snap(inches(end))
        marks.append(RuleMark("As-of line", x, inches(TOP), x, inches(drawing.bottom), Line("tx1", 1.0, "dash")))
    shown = [slot.event for slot in drawing.slots]
    marks += _key(shown, drawing.line, _left_out(drawing, known), page, face)
    return tuple(marks)


def _header(plan: TimelinePlan, drawing: _Drawing, page: Page, face: str) -> Iterator[Mark]:
    line, end = drawing.line, drawing.end
    axis_y = snap(inches(AXIS_Y))
    yield RuleMark("Axis", inches(AXIS_X), axis_y, page.right, axis_y, Line("tx1", 1.0))
    as_of = f"as of {plan.as_of}" if drawing.last and drawing.ahead else ""
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
    if drawing.ahead:
        box = Box(inches(end + 0.11), inches(TOP + 0.07), page.right - inches(end + 0.15), inches(0.22))
        yield text_mark("Still ahead", box, (plain("Still ahead", 12, bold=True),))


def _lane(lane: Lane, face: str) -> Mark:
    style = Style(12.0, bold=True)
    text = fitted([label(lane.title)], style, inches(1.24), 2, face)
    box = Box(LEFT, inches(lane.y + 0.10), inches(1.24), inches(min(lane.height - 0.1, 0.45)))
    return text_mark(f"Lane: {lane.title}", box, (paragraph(text, style),))


def _event(slot: Slot, lane: Lane, face: str) -> Iterator[Mark]:
    event = slot.event
    y = slot.y + (0.05 if lane.row_height < 0.66 else 0.10)
    name = f"{event.date} {event.texts[0][:24]}".strip()
    yield marker(f"Marker: {name}", event.badge, inches(slot.x), inches(y + 0.085))
    width = inches(max(slot.width, 0.5))
    date = next((found for found in date_lines(event) if lines(found, width, face) == 1), date_lines(event)[-1])
    most = lane.lines + (lines(date, width, face) == 1) - 1
    text = paragraph(fitted(statements(event), text_style(event), width, max(most, 1), face), text_style(event))
    box = Box(
        inches(slot.x + TEXT),
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


def _key(events: Sequence[Happening], line: Axis, left_out: int, page: Page, face: str) -> Iterator[Mark]:
    used = {event.badge for event in events}
    x = LEFT
    for key, text, badges in _KEYS:
        if used & set(badges):
            yield marker(f"Key: {text}", key, x + inches(0.065), page.foot + inches(0.10))  # type: ignore[arg-type]
            width = text_width(text, 10, False, face) + inches(0.05)
            yield foot_note(text, x + inches(0.18), width, y=page.foot, name=f"Key text: {text}")
            x += width + inches(0.45)
    notes = [] if line.even else ["Years are not to one scale"]
    if left_out > 0:
        notes.append(f"{counted(left_out, 'further event')} in the notes")
    if notes:
        left = max(x, LEFT + page.share(inches(6.4)))
        versions = [capital("; ".join(notes)), capital(notes[-1])]
        text = next((text for text in versions if text_width(text, 10, False, face) <= page.right - left), "")
        if text:
            yield foot_note(text, left, page.right - left, align="right", y=page.foot)
