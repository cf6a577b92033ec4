"""Text, size, weight and face in, its extent in EMU out: widths from advance tables, lines by greedy wrapping.

The rules: width = sum of advances, 2 % added; a line is 1.22 x its largest point size high; lines break at spaces (a
no-break space never breaks), after hyphens and dashes before a letter, and between ideographs; words wider than the
line are cut. All of it is pure and cached; a deck of twelve slides measures in some milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.measure.faces import face_key, measured_as, stand_in
from briefing.measure.wrapping import Line, break_lines, em
from briefing.model.frame import EMU_PER_POINT, Paragraph, Run
from briefing.model.theme import Theme

__all__ = [
    "LINE_PITCH",
    "Line",
    "body_face",
    "extent",
    "line_height",
    "lines",
    "measured_as",
    "natural_width",
    "stand_in",
    "text_height",
    "text_width",
    "title_face",
    "wrap",
    "wrap_lines",
]

LINE_PITCH = 1.22


def body_face(theme: Theme) -> str:
    """The face of everything but titles; of a template's family that few machines have, a wider one."""
    if theme.room and not theme.font_files:
        return stand_in(theme.minor)
    return face_key(theme.minor, theme.font_files)


def title_face(theme: Theme) -> str:
    """The face of titles. A theme's font files are its minor family's; a major family of another name has none."""
    return face_key(theme.major, theme.font_files if theme.major == theme.minor else {})


def text_width(text: str, size: float, bold: bool, face: str) -> int:
    """EMU of one line of text at size points."""
    return round(em(text, bold, face) * size * EMU_PER_POINT)


def natural_width(paragraphs: Sequence[Paragraph], face: str) -> int:
    """EMU of the widest paragraph when nothing wraps."""
    return max(
        (sum(text_width(run.text, run.size, run.bold, face) for run in item.runs) for item in paragraphs), default=0
    )


def line_height(size: float) -> int:
    """EMU from one line to the next."""
    return round(LINE_PITCH * size * EMU_PER_POINT)


def wrap_lines(paragraph: Paragraph, width: int, face: str) -> tuple[Line, ...]:
    """The lines of a paragraph of mixed runs in a box of that width (EMU, insets already taken off)."""
    return break_lines(paragraph.runs, width, face)


def wrap(text: str | Sequence[Run], size: float, bold: bool, width: int, face: str) -> list[str]:
    """The lines of a text, or of runs (which bring their own size and weight), as strings."""
    runs = (Run(text, size, bold),) if isinstance(text, str) else text
    return [line.text for line in break_lines(runs, width, face)]


def lines(paragraph: Paragraph, width: int, face: str) -> int:
    """How many lines a paragraph takes."""
    return len(break_lines(paragraph.runs, width, face))


def text_height(paragraphs: Sequence[Paragraph], width: int, face: str) -> int:
    """EMU that paragraphs take in a box of that width: line pitches and the space before and after each."""
    return extent(paragraphs, width, face)[1]


def extent(paragraphs: Sequence[Paragraph], width: int, face: str) -> tuple[int, int]:
    """EMU of the widest line of paragraphs in a box of that width, and of the height that they take."""
    widest, height = 0, 0.0
    for paragraph in paragraphs:
        height += (paragraph.before + paragraph.after) * EMU_PER_POINT
        pitches = 0.0
        for _, wide, size in break_lines(paragraph.runs, width - paragraph.indent, face):
            pitches += LINE_PITCH * size * EMU_PER_POINT
            if wide > widest:
                widest = wide
        height += pitches * paragraph.spacing
    return widest, round(height)
