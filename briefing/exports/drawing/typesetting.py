"""Paragraphs and the room they have in, runs with their places out: wrapped as they are measured, aligned, anchored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.measure import wrap_lines
from briefing.model.frame import EMU_PER_POINT, Anchor, Paragraph, Run
from briefing.model.records import dataclass, replace

# Renderers set lines closer than they are measured; the baseline lies this far below the top of its line.
_PITCH = 1.19
_BASELINE = 0.975
_ENDLESS = 1 << 40

WidthOf = Callable[[Run, str], float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a run: left end and baseline, EMU."""

    x: float
    baseline: float
    run: Run


@dataclass(frozen=True, slots=True)
class Face:
    """key: by which `briefing.measure` knows it; family: by which font files are found."""

    key: str
    family: str


def place(
    paragraphs: Sequence[Paragraph],
    room: tuple[float, float, float, float],
    anchor: Anchor,
    wrap: bool,
    face: Face,
    width_of: WidthOf,
) -> Iterator[Placed]:
    """Every piece of text in its place. room: left, top, width, height."""
    left, top, width, height = room
    lines = [
        (paragraph, pieces, size, index == 0, index == count - 1)
        for paragraph in paragraphs
        for laid in [list(_lines(paragraph, round(width) if wrap else _ENDLESS, face.key))]
        for count in [len(laid)]
        for index, (pieces, size) in enumerate(laid)
    ]
    total = sum(
        (_PITCH * size + (item.before if first else 0.0) + (item.after if last else 0.0)) * EMU_PER_POINT
        for item, _, size, first, last in lines
    )
    y = top + {"top": 0.0, "middle": (height - total) / 2, "bottom": height - total}[anchor]
    for paragraph, pieces, size, first, last in lines:
        y += paragraph.before * EMU_PER_POINT if first else 0.0
        yield from _line(paragraph, pieces, left, width, y + _BASELINE * size * EMU_PER_POINT, face, width_of)
        y += (_PITCH * size + (paragraph.after if last else 0.0)) * EMU_PER_POINT


def _line(
    paragraph: Paragraph,
    pieces: Sequence[Run],
    left: float,
    width: float,
    baseline: float,
    face: Face,
    width_of: WidthOf,
) -> Iterator[Placed]:
    ordered = pieces[::-1] if paragraph.rtl else pieces
    widths = [width_of(run, face.family) for run in ordered]
    free = width - sum(widths)
    x = left + {"left": 0.0, "center": free / 2, "right": free}[paragraph.align]
    for run, advance in zip(ordered, widths, strict=True):
        yield Placed(x, baseline, run)
        x += advance


def _lines(paragraph: Paragraph, width: int, face: str) -> Iterator[tuple[list[Run], float]]:
    """(the pieces of runs on it, its largest size in points) of each line, as `briefing.measure` breaks them."""
    if not paragraph.runs:
        return
    letters = [(character, run) for run in paragraph.runs for character in run.text]
    at = 0
    for line in wrap_lines(paragraph, width, face):
        end = at + len(line.text)
        yield _pieces(letters[at:end]), line.size
        at = end
        while at < len(letters) and letters[at][0] == " ":
            at += 1
        if at < len(letters) and letters[at][0] in "\n\v":
            at += 1


def _pieces(letters: Sequence[tuple[str, Run]]) -> list[Run]:
    """Letters of one run put together again."""
    found: list[Run] = []
    owner: Run | None = None
    for character, run in letters:
        if run is owner:
            found[-1] = replace(found[-1], text=found[-1].text + character)
        else:
            found.append(replace(run, text=character))
            owner = run
    return found
