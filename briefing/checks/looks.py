"""What makes a deck look like many hands: pictures pulled out of shape, crowded axes, sizes and colours used once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from math import inf
from typing import TypeVar

from briefing.checks.places import fresh_faces
from briefing.checks.subject import Judged, found, is_hidden, runs_in_tables, runs_of
from briefing.measure import text_width
from briefing.model.color import channels
from briefing.model.finding import Finding
from briefing.model.frame import EMU_PER_INCH, ChartMark, Frame, PictureMark, Run, TextMark, every_mark

_STRETCHED = 0.05
_COARSE, _COARSE_FROM = 60, 2 * EMU_PER_INCH  # pixels an inch, in pictures as large as this
_LABEL_SIZE = 10.0  # points of an axis whose own are not known
_CROWDED = 0.45  # of a word must fit between two ticks; smaller shares are turned or cut
_LEAST_SLIDES = 4  # a deck too short has no habit
_NEAR_SIZE, _NEAR_COLOR = 1.0, 40
_ONCE, _OFTEN = 40, 400  # characters
_Value = TypeVar("_Value", float, str)


def check(judged: Judged) -> Iterator[Finding]:
    """Pictures and charts of every slide, then sizes and colours across the deck."""
    face = fresh_faces(judged.theme).body
    for number, frame in judged.numbered():
        for mark in every_mark(frame.marks):
            if isinstance(mark, PictureMark) and not is_hidden(mark):
                yield from _picture(mark, number)
            elif isinstance(mark, ChartMark):
                yield from _chart(mark, number, face)
    if not judged.own and len(judged.deck.frames) >= _LEAST_SLIDES:
        yield from _sizes(judged)
        yield from _colors(judged)


def _picture(mark: PictureMark, slide: int) -> Iterator[Finding]:
    width, height = mark.seen.cropped if mark.seen is not None else (0.0, 0.0)
    if not (width > 0 and height > 0 and mark.box.w > 0 and mark.box.h > 0):
        return
    drawn, own = mark.box.w / mark.box.h, width / height
    if abs(drawn / own - 1) > _STRETCHED and min(mark.box.w, mark.box.h) > EMU_PER_INCH // 4:
        how = "wide" if drawn > own else "high"
        share = max(drawn / own, own / drawn)
        yield found("picture.stretched", slide, mark.name, f"it is drawn {round(100 * share)} % as {how} as it is")
    dots = width / (mark.box.w / EMU_PER_INCH)
    if dots < _COARSE and min(mark.box.w, mark.box.h) >= _COARSE_FROM:
        yield found("picture.coarse", slide, mark.name, f"it has {round(dots)} pixels an inch, at least {_COARSE}")


def _chart(mark: ChartMark, slide: int, face: str) -> Iterator[Finding]:
    """Labels of a category axis that must lie over each other."""
    kind = mark.seen.geometry if mark.seen is not None else "col"
    count = len(mark.categories)
    if kind == "round" or count < 5:
        return
    if kind == "bar":
        slot, needed = mark.box.h * 0.8 / count, _LABEL_SIZE * 12_700.0
        crowded = slot < needed
    else:
        slot = mark.box.w * 0.85 / count
        words = [word for label in mark.categories for word in label.split()]
        needed = float(max((text_width(word, _LABEL_SIZE, False, face) for word in words), default=0))
        crowded = slot < min(needed * _CROWDED, needed) and slot < _LABEL_SIZE * 12_700 * 2.2
    if crowded:
        message = f"{count} labels stand {slot / EMU_PER_INCH:.2f} in apart"
        yield found("chart.crowded", slide, mark.name, message)


def _runs(frame: Frame) -> Iterator[tuple[str, Run]]:
    """(name of the shape, run) of all that is read."""
    for mark in every_mark(frame.marks):
        if isinstance(mark, TextMark) and not is_hidden(mark):
            for run in runs_of(mark):
                yield mark.name, run
    yield from runs_in_tables(frame)


def _sizes(judged: Judged) -> Iterator[Finding]:
    """A size for one short text, a point or less beside one that the deck uses throughout."""

    def near(one: float, other: float) -> bool:
        return abs(one - other) <= _NEAR_SIZE

    for number, name, size, usual in _alone(judged, lambda run: run.size, near, _ONCE * 4):
        message = f"{size:g} pt is used here alone, beside {usual:g} pt throughout"
        yield found("style.size", number, name, message)


def _colors(judged: Judged) -> Iterator[Finding]:
    """A colour of its own for one text, hardly another than one that the deck uses throughout."""

    def color(run: Run) -> str:
        return (run.look.ink if run.look is not None else "") or judged.theme.hex(run.color)

    def near(one: str, other: str) -> bool:
        return _apart(one, other) < _NEAR_COLOR

    for number, name, own, usual in _alone(judged, color, near):
        yield found("style.color", number, name, f"#{own} is used here alone, beside #{usual} throughout")


def _alone(
    judged: Judged, value_of: Callable[[Run], _Value], near: Callable[[_Value, _Value], bool], most: float = inf
) -> Iterator[tuple[int, str, _Value, _Value]]:
    """Slide, shape and value of text of at most `most` characters that has it alone, and the usual value near it."""
    counted: Counter[_Value] = Counter()
    places: dict[_Value, set[tuple[int, str]]] = defaultdict(set)
    for number, frame in judged.numbered():
        for name, run in _runs(frame):
            value = value_of(run)
            counted[value] += len(run.text.strip())
            if run.text.strip():
                places[value].add((number, name))
    usual = [value for value in counted if counted[value] >= _OFTEN and len(places[value]) > 3]
    for value in sorted(places):
        if len(places[value]) > 1 or counted[value] > most:
            continue
        beside = next((other for other in usual if other != value and near(value, other)), None)
        if beside is not None:
            number, name = next(iter(places[value]))
            yield number, name, value, beside


def _apart(one: str, other: str) -> int:
    return sum(abs(a - b) for a, b in zip(channels(one), channels(other), strict=True))
