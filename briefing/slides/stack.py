"""Layers of offers in, the stack on the company slide out: bands in proportion, chips in flowing lines."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.measure import text_width
from briefing.model.frame import Box, Line, Mark, Paint, TextMark, inches
from briefing.model.records import dataclass
from briefing.slides.canvas import HEADED, LEFT, OURS, Page, text_mark
from briefing.slides.prose import Statement, Style, claim, fitted, label, paragraph

STACK_WIDTH = inches(7.772)


_GAP = inches(0.09)


_CHIP_H, _CHIP_GAP, _CHIP_MARGIN = inches(0.29), inches(0.08), inches(0.22)


_CHIPS_X = inches(1.90)  # from the band's left edge


_UNIT, _LEAST_UNIT = inches(1.05), inches(0.52)  # height of a band of one line


_WEIGHTS = {1: 1.0, 2: 1.55, 3: 2.1}


@dataclass(frozen=True, slots=True)
class Chip:
    """versions of its text, longest first. announced: not operating or released yet."""

    versions: tuple[str, ...]
    ids: tuple[str, ...]
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    title: str
    sub: Statement
    chips: tuple[Chip, ...]


def stacks(bands: Sequence[Band], width: int, page: Page, face: str) -> list[list[Mark]]:
    """The bands under each other, on as many slides as their heights need on that page."""
    room = width - _CHIPS_X - inches(0.10)
    most = 3 if len(bands) <= 3 else 2
    lines = [_flowed(band.chips, room, most, face) for band in bands]
    weights = [_WEIGHTS[max(len(found), 1)] for found in lines]
    parts = _parted(weights, page.bottom - HEADED) if page != OURS else [range(len(bands))]
    return [_stack([(bands[at], lines[at], weights[at]) for at in part], width, page, face) for part in parts]


def _parted(weights: Sequence[float], room: int) -> list[range]:
    """Bands of such weights in as few parts as fit the room, as even as can be."""
    parts: list[range] = []
    for number in range(1, len(weights) + 1):
        share = -(-len(weights) // number)
        parts = [range(at, min(at + share, len(weights))) for at in range(0, len(weights), share)]
        needs = (_GAP * (len(part) - 1) + sum(_LEAST_UNIT * weights[at] for at in part) for part in parts)
        if all(need <= room for need in needs):
            break
    return parts


def _stack(bands: Sequence[tuple[Band, list[list[_Spot]], float]], width: int, page: Page, face: str) -> list[Mark]:
    free = page.bottom - HEADED - _GAP * (len(bands) - 1)
    unit = min(_UNIT, round(free / sum(weight for *_, weight in bands)))
    marks: list[Mark] = []
    y = HEADED
    for band, found, weight in bands:
        height = round(unit * weight)
        marks += _band(band, found, Box(LEFT, y, width, height), face)
        y += height + _GAP
    return marks


_Spot = tuple[Chip | None, str, int]  # chip, its text, its width


def _flowed(chips: Sequence[Chip], room: int, most: int, face: str) -> list[list[_Spot]]:
    """Chips in lines: with their fullest texts if that fits the lines, else shorter ones, else "+N more"."""
    for level in range(3):
        spots: list[_Spot] = []
        for chip in chips:
            text = chip.versions[min(level, len(chip.versions) - 1)]
            spots.append((chip, *_chip_text(text, room, face)))
        lines = _wrapped(spots, room)
        if len(lines) <= most:
            return lines
    return _with_more(spots, room, most, face)


def _chip_text(text: str, room: int, face: str) -> tuple[str, int]:
    style = Style(10.5)
    short = fitted([claim(text)], style, room - _CHIP_MARGIN, 1, face).text
    return short, text_width(short, 10.5, False, face) + _CHIP_MARGIN


def _wrapped(spots: Sequence[_Spot], room: int) -> list[list[_Spot]]:
    lines: list[list[_Spot]] = [[]]
    x = 0
    for spot in spots:
        if lines[-1] and x + spot[2] > room:
            lines.append([])
            x = 0
        lines[-1].append(spot)
        x += spot[2] + _CHIP_GAP
    return lines


def _with_more(spots: list[_Spot], room: int, most: int, face: str) -> list[list[_Spot]]:
    for kept in range(len(spots) - 1, 0, -1):
        text = f"+{len(spots) - kept} more"
        more: _Spot = (None, text, text_width(text, 10.5, False, face) + _CHIP_MARGIN)
        lines = _wrapped([*spots[:kept], more], room)
        if len(lines) <= most:
            return lines
    return _wrapped(spots[:1], room)


def _band(band: Band, lines: Sequence[Sequence[_Spot]], place: Box, face: str) -> list[Mark]:
    y, height = place.y, place.h
    inner = _CHIPS_X - inches(0.26)
    title = Style(12.5, bold=True)
    head = paragraph(fitted([label(band.title)], title, inner, 2, face), title)
    sub = paragraph(fitted([band.sub], Style(10.0, "tx2"), inner, 2, face), Style(10.0, "tx2"))
    adjust = 0.06 * 914_400 / min(height, place.w)
    marks: list[Mark] = [
        TextMark(
            f"Band: {band.title}",
            place,
            geometry="roundRect",
            adjust=adjust,
            fill=Paint("bg2"),
            decorative=True,
        ),
        text_mark(f"Layer: {band.title}", Box(LEFT + inches(0.16), y, inner, height), (head, sub), anchor="middle"),
    ]
    total = len(lines) * _CHIP_H + (len(lines) - 1) * _CHIP_GAP
    top = y + (height - total) // 2
    for line in lines:
        x = LEFT + _CHIPS_X
        for chip, text, width in line:
            marks.append(_chip(chip, text, Box(x, top, width, _CHIP_H), band.title))
            x += width + _CHIP_GAP
        top += _CHIP_H + _CHIP_GAP
    return marks


def _chip(chip: Chip | None, text: str, box: Box, band: str) -> Mark:
    if chip is None:
        style = Style(10.5, "tx2", italic=True, align="center")
        return TextMark(f"More: {band}", box, (paragraph(label(text), style),), anchor="middle", wrap=False)
    style = Style(10.5, italic=chip.announced, align="center")
    line = Line("accent3", 1.0, "sysDash") if chip.announced else Line("accent6", 0.75)
    return TextMark(
        f"Offer: {chip.versions[-1]}",
        box,
        (paragraph(claim(text), style),),
        geometry="roundRect",
        adjust=0.2,
        fill=Paint("bg1"),
        line=line,
        anchor="middle",
        wrap=False,
        claims=chip.ids,
    )
