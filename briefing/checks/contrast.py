"""Text that is hard to read on what lies beneath it: contrast of every run with its ground, through the theme.

The ground is the last thing painted where the words stand: background, what layout and master draw, shapes and cells.
On pictures and gradients nothing can be said.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.places import Faces, face_of, fresh_faces, written
from briefing.checks.subject import Judged, every_table, found, is_hidden, runs_of
from briefing.model.color import contrast, over
from briefing.model.finding import Finding
from briefing.model.frame import SLIDE_W, Box, ChartMark, Frame, Paint, PictureMark, Run, TextMark, every_mark
from briefing.model.theme import Theme

LEAST, LEAST_LARGE = 4.5, 3.0
_PANEL_X = 548_640 + 8 * 939_800  # from here the Title layout is a surface, bg2
_MIXED = "mixed"
_FURNITURE = ("dt", "ftr", "sldNum")
_EVERYWHERE = 1 << 40
_Text = tuple[str, Run, str, bool]


def check(judged: Judged) -> Iterator[Finding]:
    """Each shape and colour pair is reported once a slide."""
    faces, theme = fresh_faces(judged.theme), judged.theme
    for number, frame in judged.numbered():
        seen: set[tuple[str, str]] = set()
        for where, run, ground, aside in _texts(frame, theme, faces, judged.deck.zone is not None):
            color = run.look.ink if run.look is not None and run.look.ink else theme.hex(run.color)
            if ground == _MIXED or not run.text.strip() or (where, color) in seen:
                continue
            ratio, least = contrast(color, ground), _least(run)
            if ratio < least:
                seen.add((where, color))
                named = run.color if not (run.look and run.look.ink) else color
                message = f"{named} on {ground}: contrast {ratio:.2f}, needs {least:g}"
                yield found("contrast.furniture" if aside else "contrast.text", number, where, message)


def _texts(frame: Frame, theme: Theme, faces: Faces, on_template: bool) -> Iterator[_Text]:
    """(where, run, hex of its ground, is it in the furniture of somebody's slide) of all text."""
    painted = _beneath_all(frame, theme)
    for mark in every_mark(frame.marks):
        if is_hidden(mark):
            continue
        if isinstance(mark, PictureMark):
            if mark.data or mark.seen is not None:
                painted.append((mark.box, _MIXED))
        elif isinstance(mark, TextMark):
            if mark.fill:
                painted.append((mark.box, _filled(mark.fill, _ground(mark.box, painted), theme)))
            if mark.paragraphs:
                ground = _ground(mark.box if mark.seen is None else written(mark, face_of(mark, faces)), painted)
                aside = mark.seen is not None and mark.seen.kind in _FURNITURE
                theirs = on_template and mark.seen is not None and mark.seen.kind != ""  # in the template's own colour
                for run in () if theirs else runs_of(mark):
                    yield mark.name, run, ground, aside
    for table in every_table(frame):
        ground = _ground(table.box, painted)
        for row in table.rows:
            for cell in row.cells:
                under = _filled(cell.fill, ground, theme) if cell.fill else ground
                for item in cell.paragraphs:
                    for run in item.runs:
                        yield table.name, run, under, False
    for chart in frame.marks:
        if isinstance(chart, ChartMark):
            for series in chart.series:
                label = Run(series.name or "label", 14, True, color=series.label_color)
                yield f"{chart.name}, {series.name}", label, _ground(chart.box, painted), False


def _beneath_all(frame: Frame, theme: Theme) -> list[tuple[Box, str]]:
    everywhere = Box(-_EVERYWHERE, -_EVERYWHERE, 2 * _EVERYWHERE, 2 * _EVERYWHERE)
    if frame.backdrop is not None:
        return [(everywhere, frame.backdrop.ground), *frame.backdrop.painted]
    painted = [(everywhere, theme.hex("bg1"))]
    if frame.layout == "title":
        painted.append((Box(_PANEL_X, 0, SLIDE_W - _PANEL_X, _EVERYWHERE), theme.hex("bg2")))
    return painted


def _ground(box: Box, painted: list[tuple[Box, str]]) -> str:
    """The colour of the last painted area that holds the middle of a box."""
    x, y = box.x + box.w // 2, box.y + box.h // 2
    for area, color in reversed(painted):
        if area.x <= x <= area.x + area.w and area.y <= y <= area.y + area.h:
            return color
    return _MIXED


def _filled(paint: Paint, ground: str, theme: Theme) -> str:
    if paint.ink == _MIXED or paint.pattern:
        return _MIXED
    color = paint.ink or theme.hex(paint.color)
    if paint.alpha >= 100:
        return color
    return _MIXED if ground == _MIXED else over(color, paint.alpha, ground)


def _least(run: Run) -> float:
    """WCAG asks less of large text: 18 pt, or 14 pt bold."""
    return LEAST_LARGE if run.size >= 18 or (run.bold and run.size >= 14) else LEAST
