"""Text that is hard to read on what lies beneath it: contrast of every run with its ground, through the theme."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.subject import Judged, error, every_mark, runs_of, tables
from briefing.model.color import contrast, over
from briefing.model.finding import Finding
from briefing.model.frame import SLIDE_W, Box, ChartMark, Frame, Paint, Run, TextMark
from briefing.model.theme import Theme

LEAST, LEAST_LARGE = 4.5, 3.0
_ENDLESS = 1 << 40
_PANEL_X = 548_640 + 8 * 939_800  # from here the Title layout is a surface, bg2
_REMEDY = "use another colour role or another theme"


def check(judged: Judged) -> Iterator[Finding]:
    """Each shape and colour pair is reported once a slide."""
    for number, frame in judged.numbered():
        seen: set[tuple[str, str]] = set()
        for where, run, ground in _texts(frame, judged.theme):
            color = judged.theme.hex(run.color)
            ratio, least = contrast(color, ground), _least(run)
            if ratio < least and (where, color) not in seen:
                seen.add((where, color))
                message = f"{run.color} on {ground}: contrast {ratio:.2f}, needs {least:g}"
                yield error("contrast.text", number, where, message, _REMEDY)


def _texts(frame: Frame, theme: Theme) -> Iterator[tuple[str, Run, str]]:
    """(where, run, hex of its ground) of all text."""
    painted: list[tuple[Box, str]] = [(Box(-_ENDLESS, -_ENDLESS, 2 * _ENDLESS, 2 * _ENDLESS), theme.hex("bg1"))]
    if frame.layout == "title":
        painted.append((Box(_PANEL_X, 0, SLIDE_W - _PANEL_X, 1 << 40), theme.hex("bg2")))
    for mark in every_mark(frame.marks):
        if not isinstance(mark, TextMark):
            continue
        ground = _beneath(mark.box, painted)
        if mark.fill:
            ground = _filled(mark.fill, ground, theme)
            painted.append((mark.box, ground))
        for run in runs_of(mark):
            yield mark.name, run, ground
    for table in tables(frame):
        ground = _beneath(table.box, painted)
        for row in table.rows:
            for cell in row.cells:
                under = _filled(cell.fill, ground, theme) if cell.fill else ground
                for item in cell.paragraphs:
                    for run in item.runs:
                        yield table.name, run, under
    for chart in frame.marks:
        if isinstance(chart, ChartMark):
            for series in chart.series:
                label = Run(series.name, 14, True, color=series.label_color)
                yield f"{chart.name}, {series.name}", label, _beneath(chart.box, painted)


def _beneath(box: Box, painted: list[tuple[Box, str]]) -> str:
    """The colour of the last painted area that holds the middle of a box."""
    x, y = box.x + box.w // 2, box.y + box.h // 2
    holding = [color for area, color in painted if area.x <= x <= area.x + area.w and area.y <= y <= area.y + area.h]
    return holding[-1]


def _filled(paint: Paint, ground: str, theme: Theme) -> str:
    return over(theme.hex(paint.color), paint.alpha, ground)


def _least(run: Run) -> float:
    """WCAG asks less of large text: 18 pt, or 14 pt bold."""
    return LEAST_LARGE if run.size >= 18 or (run.bold and run.size >= 14) else LEAST
