"""Frames and a theme in, PNG pages out: drawn with Pillow alone, close to what PowerPoint shows. Contact sheets too."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.errors import InputError, WorkspaceError
from briefing.exports.drawing import draw
from briefing.exports.drawing.geometry import Point
from briefing.exports.drawing.painter import DASHES, HATCH_PITCH, HATCH_WIDTH
from briefing.exports.pptx import layouts
from briefing.exports.typefaces import font_file, settable, stretches
from briefing.exports.vector import picture_of
from briefing.model.color import channels
from briefing.model.frame import (
    EMU_PER_POINT,
    SLIDE_H,
    SLIDE_W,
    Box,
    Deck,
    Frame,
    Line,
    Mark,
    Paint,
    PictureMark,
    RuleMark,
    Run,
    TextMark,
    inches,
)
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from PIL import Image, ImageFont

_FINER = 2  # drawn so many times larger, then reduced: edges come out smooth
_LOGO_ON_TITLE_Y = inches(6.72)


def page(frame: Frame, theme: Theme, width: int = 1280) -> bytes:
    """One 16:9 slide of ours as PNG, `width` pixels wide. Raises InputError for a picture that cannot be read."""
    return _drawn((*_master(frame, theme), *frame.marks), theme, width, SLIDE_W, SLIDE_H)


def pages(deck: Deck, theme: Theme, width: int = 1280) -> tuple[bytes, ...]:
    """Every slide of a deck as PNG. Decks of others, which name no subject, are drawn without their masters."""
    if theme.template:
        return tuple(_on_template(deck, theme, width))
    if deck.subject:
        return tuple(page(frame, theme, width) for frame in deck.frames)
    return tuple(_drawn(frame.marks, theme, width, deck.width, deck.height) for frame in deck.frames)


def _on_template(deck: Deck, theme: Theme, width: int) -> Iterator[bytes]:
    """Slides on a company's template, over a coarse picture of what its layouts draw."""
    from PIL import Image

    from briefing.exports.pptx.fitting import on_template  # most themes have no template

    fitted = on_template(deck, theme)
    for frame, layout in zip(fitted.deck.frames, fitted.layouts, strict=True):
        ground = layout.backdrop
        picture = Image.frombytes("RGB", (ground.width, ground.height), ground.pixels)
        box = Box(0, 0, ground.slide_w, ground.slide_h)
        below = PictureMark("Template", box, _png(picture), "")
        yield _drawn((below, *frame.marks), theme, width, ground.slide_w, ground.slide_h)


def _drawn(marks: Iterable[Mark], theme: Theme, width: int, slide_w: int, slide_h: int) -> bytes:
    brush = _Brush(theme, width * _FINER / slide_w, width * _FINER, round(width * slide_h / slide_w) * _FINER)
    draw(marks, brush, theme)
    return _png(brush.image.reduce(_FINER))


def contact_sheet(pages: Sequence[bytes], columns: int = 3, width: int = 480) -> bytes:
    """All pages on one PNG, in rows from the left; each `width` pixels wide, with a thin frame on a grey ground."""
    from PIL import Image

    gap = max(width // 40, 4)
    images = [Image.open(io.BytesIO(data)).convert("RGB") for data in pages]
    height = max((round(width * image.height / image.width) for image in images), default=width * 9 // 16)
    columns = max(min(columns, len(images)), 1)
    rows = max(math.ceil(len(images) / columns), 1)
    size = (columns * (width + gap) + gap, rows * (height + gap) + gap)
    sheet = Image.new("RGB", size, (208, 211, 217))
    for index, image in enumerate(images):
        row, column = divmod(index, columns)
        small = image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS)
        sheet.paste(small, (gap + column * (width + gap), gap + row * (height + gap)))
    return _png(sheet)


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def _master(frame: Frame, theme: Theme) -> Iterator[Mark]:
    """What a slide takes from its master and layout."""
    hair, left, right = Line("accent6", 0.75), layouts.MARGIN, layouts.MARGIN + layouts.cs(12)
    if layouts.LAYOUTS[frame.layout].master_shapes:
        yield RuleMark("Footer rule", left, layouts.FOOTER_RULE_Y, right, layouts.FOOTER_RULE_Y, hair)
    else:
        yield TextMark("Panel", layouts.PANEL, fill=Paint("bg2"))
        y = layouts.TITLE_RULE_Y
        yield RuleMark("Rule", left, y, layouts.TITLE_RULE_END, y, hair)
    if theme.logo:
        yield _logo(theme.logo.path, frame.layout == "title")


def _logo(path: str, on_title: bool) -> PictureMark:
    from PIL import Image

    try:
        data = picture_of(path)
        width, height = Image.open(io.BytesIO(data)).size
    except OSError as error:
        raise WorkspaceError("the theme's logo is not a PNG or JPEG picture", path, "save it anew") from error
    scale = min(layouts.LOGO.w / width, layouts.LOGO.h / height)
    w, h = round(width * scale), round(height * scale)
    x, y = (layouts.MARGIN, _LOGO_ON_TITLE_Y) if on_title else (layouts.LOGO.x + layouts.LOGO.w - w, layouts.LOGO.y)
    return PictureMark("Logo", Box(x, y, w, h), data, "")


class _Brush:
    """A Painter on a Pillow image."""

    def __init__(self, theme: Theme, scale: float, width: int, height: int) -> None:
        from PIL import Image, ImageDraw

        self.theme = theme
        self.scale = scale  # pixels an EMU
        self.image = Image.new("RGB", (width, height), channels(theme.hex("bg1")))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def _color(self, role: str, alpha: int = 100) -> tuple[int, int, int, int]:
        return (*channels(self.theme.hex(role)), round(255 * alpha / 100))

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def area(self, points: Sequence[Point], paint: Paint) -> None:
        spots = self._pixels(points)
        self._fill(spots, self._color(paint.back if paint.pattern else paint.color, paint.alpha))
        if paint.pattern:
            self._hatch(spots, paint)

    def _fill(self, spots: Sequence[Point], color: tuple[int, int, int, int]) -> None:
        if len(spots) == 4:  # a rectangle, in whole pixels: neighbours meet without a seam
            (left, top), (right, bottom) = spots[0], spots[2]
            if round(right) > round(left) and round(bottom) > round(top):
                self.pen.rectangle((round(left), round(top), round(right) - 1, round(bottom) - 1), fill=color)
        else:
            self.pen.polygon(spots, fill=color)

    def _hatch(self, spots: Sequence[Point], paint: Paint) -> None:
        """Diagonal strokes, upward to the right unless the pattern's name says down, inside the outline."""
        from PIL import Image, ImageChops, ImageDraw

        left, right = math.floor(min(x for x, _ in spots)), math.ceil(max(x for x, _ in spots))
        top, bottom = math.floor(min(y for _, y in spots)), math.ceil(max(y for _, y in spots))
        width, height = max(right - left, 1), max(bottom - top, 1)
        inside, strokes = Image.new("L", (width, height)), Image.new("L", (width, height))
        ImageDraw.Draw(inside).polygon([(x - left, y - top) for x, y in spots], fill=255)
        pen = ImageDraw.Draw(strokes)
        pitch, thick = HATCH_PITCH * self.scale, max(round(HATCH_WIDTH * self.scale), 1)
        for index in range(-math.ceil(height / pitch), math.ceil(width / pitch) + 1):
            x = index * pitch
            ends = ((x, 0), (x + height, height)) if "Dn" in paint.pattern else ((x, height), (x + height, 0))
            pen.line(ends, fill=255, width=thick)
        ink = Image.new("RGB", (width, height), channels(self.theme.hex(paint.color)))
        self.image.paste(ink, (left, top), ImageChops.multiply(inside, strokes))

    def stroke(self, points: Sequence[Point], line: Line, closed: bool = False) -> None:
        spots = self._pixels(points)
        if closed:
            spots.append(spots[0])
        width = max(line.width * EMU_PER_POINT * self.scale, 1.0)
        pattern = DASHES[line.dash]
        color = self._color(line.color)
        for stretch in dashes(spots, [length * width for length in pattern]) if pattern else (spots,):
            self._draw(stretch, width, color)

    def _draw(self, spots: Sequence[Point], width: float, color: tuple[int, int, int, int]) -> None:
        """Level and upright strokes as rectangles in whole pixels, so that hairlines stay crisp."""
        straight = all(abs(x1 - x2) < 0.5 or abs(y1 - y2) < 0.5 for (x1, y1), (x2, y2) in pairwise(spots))
        if not straight:
            self.pen.line(list(spots), fill=color, width=round(width), joint="curve")
            return
        half, thick = width / 2, max(round(width / _FINER), 1) * _FINER
        reach = half if len(spots) > 2 else 0.0  # corners are filled
        for (x1, y1), (x2, y2) in pairwise(spots):
            left, right = round(min(x1, x2) - reach), round(max(x1, x2) + reach)
            top, bottom = round(min(y1, y2) - reach), round(max(y1, y2) + reach)
            if abs(y1 - y2) < 0.5:
                top = _whole(y1 - half)
                bottom = top + thick
            else:
                left = _whole(x1 - half)
                right = left + thick
            self.pen.rectangle((left, top, max(right - 1, left), max(bottom - 1, top)), color)

    def text(self, x: float, baseline: float, run: Run, family: str) -> None:
        x, y, color = x * self.scale, baseline * self.scale, self._color(run.color)
        for words, font in self._set(run, family):
            self.pen.text((x, y), words, fill=color, font=font, anchor="ls", direction=_direction(run))
            x += font.getlength(words, direction=_direction(run))

    def width(self, run: Run, family: str) -> float:
        direction = _direction(run)
        return sum(font.getlength(words, direction=direction) for words, font in self._set(run, family)) / self.scale

    def _set(self, run: Run, family: str) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        size = run.size * EMU_PER_POINT * self.scale
        path = font_file(family, run.bold, run.italic, self.theme)
        for words, file in stretches(settable(run.text), path, _covers):
            yield words, _font(file, size)

    def picture(self, box: Box, data: bytes) -> None:
        from PIL import Image

        try:
            image = Image.open(io.BytesIO(data)).convert("RGBA")
        except (OSError, ValueError, Image.DecompressionBombError) as error:
            raise InputError("a picture of the deck cannot be read", "", "save the picture anew") from error
        size = max(round(box.w * self.scale), 1), max(round(box.h * self.scale), 1)
        small = image.resize(size, Image.Resampling.LANCZOS)
        self.image.paste(small, (round(box.x * self.scale), round(box.y * self.scale)), small)


def dashes(points: Sequence[Point], pattern: Sequence[float]) -> Iterator[list[Point]]:
    """The strokes of a broken line along points. pattern: lengths of strokes and gaps in turn."""
    part, left, drawing = 0, pattern[0], True
    current = [points[0]]
    for (x1, y1), (x2, y2) in pairwise(points):
        length, done = math.hypot(x2 - x1, y2 - y1), 0.0
        while length - done > left:
            done += left
            spot = (x1 + (x2 - x1) * done / length, y1 + (y2 - y1) * done / length)
            if drawing:
                yield [*current, spot]
            current, drawing = [spot], not drawing
            part = (part + 1) % len(pattern)
            left = pattern[part]
        left -= length - done
        current.append((x2, y2))
    if drawing and len(current) > 1:
        yield current


def _whole(position: float) -> int:
    """The nearest place that is a whole pixel of the finished picture."""
    return round(position / _FINER) * _FINER


def _direction(run: Run) -> str | None:
    """Right to left needs the shaping library that most builds of Pillow bring; without it letters stay in order."""
    return "rtl" if run.rtl and _can_shape() else None


@lru_cache(maxsize=1)
def _can_shape() -> bool:
    from PIL import features

    return bool(features.check("raqm"))


@lru_cache(maxsize=256)
def _font(path: str, size: float) -> ImageFont.FreeTypeFont:
    """The face at a size in pixels; Pillow's own where no font file was found."""
    from PIL import ImageFont

    if path:
        return ImageFont.truetype(path, size)
    default = ImageFont.load_default(size)
    assert isinstance(default, ImageFont.FreeTypeFont)  # it is, when a size is asked for
    return default


@lru_cache(maxsize=4096)
def _covers(path: str, character: str) -> bool:
    """Does the face have the character, or only the box that stands for all it lacks?"""
    font = _font(path, 24.0)
    shown, missing = font.getmask(character), font.getmask("\U0010fffe")
    return character.isspace() or (shown.size, bytes(shown)) != (missing.size, bytes(missing))
