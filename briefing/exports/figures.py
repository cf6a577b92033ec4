"""Charts and maps of a deck in, the same as PNG pictures out, drawn with matplotlib in the theme's colours and fonts.

For viewers that cannot draw native charts. The ground is transparent, so that a picture stands on any surface.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefing.exports.drawing import draw
from briefing.exports.drawing.geometry import Point
from briefing.exports.drawing.painter import DASHES, HATCH_PITCH, HATCH_WIDTH
from briefing.exports.typefaces import font_file, settable, stretches
from briefing.model.frame import (
    EMU_PER_INCH,
    EMU_PER_POINT,
    Box,
    ChartMark,
    Deck,
    Frame,
    GroupMark,
    Line,
    Mark,
    Paint,
    PictureMark,
    Run,
    every_mark,
)
from briefing.model.records import replace
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

_DPI = 200
_MAPS = frozenset({"partnerships"})  # slide kinds whose group is one drawing


def as_pictures(deck: Deck, theme: Theme) -> Deck:
    """The deck with every chart and map as a picture; names, places, claims and alternative text are kept."""
    return replace(deck, frames=tuple(_pictured(frame, theme) for frame in deck.frames))


def _pictured(frame: Frame, theme: Theme) -> Frame:
    marks: list[Mark] = []
    for mark in frame.marks:
        if isinstance(mark, ChartMark) or (isinstance(mark, GroupMark) and frame.kind in _MAPS):
            data = picture((mark,), mark.box, theme)
            marks.append(PictureMark(mark.name, mark.box, data, mark.descr, claims=_claims((mark,))))
        else:
            marks.append(mark)
    return replace(frame, marks=tuple(marks))


def _claims(marks: Iterable[Mark]) -> tuple[str, ...]:
    """All that marks show, in order."""
    found: dict[str, None] = {}
    for mark in every_mark(marks):
        found.update(dict.fromkeys(getattr(mark, "claims", ())))
    return tuple(found)


def picture(marks: Sequence[Mark], box: Box, theme: Theme, dpi: int = _DPI) -> bytes:
    """What stands in the box as PNG, transparent where nothing does. The same marks give the same bytes."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()  # a user's own settings must not show
        matplotlib.rcParams["text.hinting"] = "none"
        brush = _Brush(theme, box, dpi)
        draw(marks, brush, theme)
        stream = io.BytesIO()
        brush.figure.savefig(stream, format="png", dpi=dpi, transparent=True, metadata={"Software": None})
    return stream.getvalue()


class _Brush:
    """A Painter on a matplotlib figure whose axes are the box, in EMU, y downward."""

    def __init__(self, theme: Theme, box: Box, dpi: int) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.theme = theme
        self.figure: Figure = Figure(figsize=(box.w / EMU_PER_INCH, box.h / EMU_PER_INCH), dpi=dpi)
        FigureCanvasAgg(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(box.x, box.x + box.w)
        self.axes.set_ylim(box.y + box.h, box.y)
        self.layer = 1

    def _next(self) -> int:
        """Marks cover what was drawn before them."""
        self.layer += 1
        return self.layer

    def area(self, points: Sequence[Point], paint: Paint) -> None:
        from matplotlib.patches import Polygon

        ground = paint.back if paint.pattern else paint.color
        style: dict[str, Any] = {"facecolor": f"#{self.theme.hex(ground)}", "alpha": paint.alpha / 100, "linewidth": 0}
        shape = Polygon(points, closed=True, zorder=self._next(), **style)
        self.axes.add_patch(shape)
        if paint.pattern:
            self._hatch(points, paint, shape)

    def _hatch(self, points: Sequence[Point], paint: Paint, inside: Any) -> None:
        """Diagonal strokes, upward to the right unless the pattern's name says down, clipped to the shape."""
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        height, x, layer = bottom - top, left - (bottom - top), self._next()
        while x < right:
            ends = (top, bottom) if "Dn" in paint.pattern else (bottom, top)
            width, color = HATCH_WIDTH / EMU_PER_POINT / 2, f"#{self.theme.hex(paint.color)}"
            (stroke,) = self.axes.plot((x, x + height), ends, color=color, linewidth=width, zorder=layer)
            stroke.set_clip_path(inside)
            x += HATCH_PITCH

    def stroke(self, points: Sequence[Point], line: Line, closed: bool = False) -> None:
        from matplotlib.patches import Polygon

        dash = DASHES[line.dash]
        style: dict[str, Any] = {
            "edgecolor": f"#{self.theme.hex(line.color)}",
            "linewidth": line.width,
            "linestyle": (0, dash) if dash else "solid",
            "fill": False,
            "clip_on": False,
            "joinstyle": "miter",
            "capstyle": "butt",
        }
        self.axes.add_patch(Polygon(points, closed=closed, zorder=self._next(), **style))

    def text(self, x: float, baseline: float, run: Run, family: str) -> None:
        for words, path in self._set(run, family):
            self.axes.text(
                x,
                baseline,
                words,
                color=f"#{self.theme.hex(run.color)}",
                fontproperties=_properties(path, run.size),
                verticalalignment="baseline",
                parse_math=False,
                zorder=self._next(),
            )
            x += _advance(words, path, run.size)

    def width(self, run: Run, family: str) -> float:
        return sum(_advance(words, path, run.size) for words, path in self._set(run, family))

    def _set(self, run: Run, family: str) -> Iterator[tuple[str, str]]:
        path = font_file(family, run.bold, run.italic, self.theme) or _own_font()
        for words, file in stretches(settable(run.text), path, _covers):
            yield "".join(letter if _covers(file, letter) else _lacking(file) for letter in words), file

    def picture(self, box: Box, data: bytes) -> None:
        from matplotlib.image import imread

        extent = (box.x, box.x + box.w, box.y + box.h, box.y)
        self.axes.imshow(imread(io.BytesIO(data)), extent=extent, aspect="auto", zorder=self._next())


def _own_font() -> str:
    """The face that matplotlib brings along."""
    from matplotlib import get_data_path

    return f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf"


@lru_cache(maxsize=256)
def _properties(path: str, size: float) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=path, size=size)


@lru_cache(maxsize=64)
def _face(path: str) -> Any:
    from matplotlib.ft2font import FT2Font

    return FT2Font(path)


def _lacking(path: str) -> str:
    """What stands for a character that no font of this machine has."""
    return "\u25a1" if _covers(path, "\u25a1") else "?"


def _covers(path: str, character: str) -> bool:
    return bool(_face(path).get_char_index(ord(character)))


@lru_cache(maxsize=8192)
def _advance(words: str, path: str, size: float) -> float:
    """EMU that words take, by the face's own unhinted advances."""
    return sum(_em(path, character) for character in words) * size * EMU_PER_POINT


@lru_cache(maxsize=8192)
def _em(path: str, character: str) -> float:
    from matplotlib.ft2font import LoadFlags

    face = _face(path)
    glyph = face.load_char(ord(character), flags=LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance / face.units_per_EM)
