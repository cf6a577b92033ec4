"""A Frame: one slide as marks in EMU, with theme roles, before PowerPoint and after it.

1 in = 914,400 EMU, 1 pt = 12,700 EMU. Boxes are x, y, w, h from the slide's top left corner. Colours are roles of the
theme (`ColorRole`), never RGB. `claims` on a mark are the ids of the claims and facts that it shows. The order of
marks is the reading order and the z-order.

Decks of others show more than ours ever do: colours of their own, turned boxes, pictures beneath the text. Where a
Frame was read from a file, `ink`, `Look`, `Seen` and `Backdrop` say so; in what is drawn here they are empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from briefing.model.records import dataclass
from briefing.model.theme import ColorRole

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
SLIDE_W = 12_192_000
SLIDE_H = 6_858_000

Layout = Literal["title", "canvas", "table", "chart-commentary", "two-panels"]
Dash = Literal["solid", "sysDash", "sysDot", "dash"]
Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]


def inches(value: float) -> int:
    """Inches → EMU."""
    return round(value * EMU_PER_INCH)


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill. alpha: 0-100 %, of the role's colour. pattern: a DrawingML preset ("wdUpDiag") over `back`, or "".

    ink: six hex digits where the colour is not the role's, which then is only the nearest; "mixed" for pictures and
    gradients.
    """

    color: ColorRole
    alpha: int = 100
    pattern: str = ""
    back: ColorRole = "bg1"
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """width: points."""

    color: ColorRole
    width: float
    dash: Dash = "solid"


_BESIDE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.html(?:#[A-Za-z0-9._-]+)?")


def is_beside(address: str) -> bool:
    """Does an address name a place in an HTML file in the deck's own folder?"""
    return _BESIDE.fullmatch(address) is not None


@dataclass(frozen=True, slots=True)
class Look:
    """What words show beyond their role. ink: six hex digits of a colour that is not the role's, in somebody's deck.

    font: a family that is not the theme's. link: where a click on the words leads: an address, or "#" for a place in
    the deck; ours link to the web or to the evidence page beside the deck. tip: shows when the pointer rests on it.
    """

    ink: str = ""
    font: str = ""
    link: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a shape in a file is beyond a mark of ours. ident: its shape id. kind: of its placeholder ("body"), or "".

    turned: degrees clockwise. fit: what PowerPoint does with too much text; where it has shrunk it, the sizes are the
    shrunken ones. sideways: the text runs up or down. geometry: a DrawingML preset. cropped: pixels (width, height) of
    a picture that are shown. hidden: not drawn.
    """

    ident: int = 0
    kind: str = ""
    turned: float = 0.0
    fit: Literal["", "none", "shrink", "grow"] = ""
    sideways: bool = False
    columns: int = 1
    geometry: str = "rect"
    cropped: tuple[float, float] = (0.0, 0.0)
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What lies beneath the marks of a slide in a file. ground: six hex digits, "mixed" for pictures and gradients.

    painted: place and colour of what layout and master draw, in order. layout: its name. hidden: not shown.
    """

    ground: str
    painted: tuple[tuple[Box, str], ...] = ()
    layout: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style. size: points. field: "slidenum" where PowerPoint fills the text.

    lang: BCP 47, "" for the deck's. rtl: text of a right-to-left script. kind: what the words are, for tracing:
    "claim" (a source's words or a slot filled from a fact), "label" (the deck's own wording), "citation", "badge".
    """

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    color: ColorRole = "tx1"
    kind: Literal["claim", "label", "citation", "badge", "analyst"] = "label"
    lang: str = ""
    rtl: bool = False
    field: str = ""
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """before, after: points of space. spacing: share of the normal line pitch. indent: EMU it stands in from the left,
    bullet included."""

    runs: tuple[Run, ...]
    align: Align = "left"
    before: float = 0.0
    after: float = 0.0
    rtl: bool = False
    spacing: float = 1.0
    indent: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Link:
    """slide: key of a Frame in the same deck; url: http(s) address. One of the two."""

    slide: str = ""
    url: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class TextMark:
    """Text, a shape, or both. name: unique on its slide, for people ("Badge: Rumoured").

    placeholder: idx of the layout's placeholder it fills (0 = title), None for a shape of our own. paragraphs empty:
    a plain shape. insets: left, top, right, bottom in EMU. adjust: corner radius of roundRect, 0-0.5 of the short side.
    decorative: says nothing to a screen reader. descr: alternative text (only for shapes without text).
    """

    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...] = ()
    geometry: Literal["rect", "roundRect", "ellipse"] = "rect"
    adjust: float = 0.0
    fill: Paint | None = None
    line: Line | None = None
    anchor: Anchor = "top"
    wrap: bool = True
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    placeholder: int | None = None
    link: Link | None = None
    decorative: bool = False
    descr: str = ""
    claims: tuple[str, ...] = ()
    seen: Seen | None = None

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


_DIAGONAL = 1 - 0.5**0.5  # of a radius: how far from the edge a quarter of a circle lets a rectangle begin


def enclosed(mark: TextMark) -> tuple[int, int]:
    """EMU (across, down) that a shape's curves take from its text on each side, before insets, in any office."""
    if mark.geometry == "ellipse":
        return round(mark.box.w * _DIAGONAL / 2), round(mark.box.h * _DIAGONAL / 2)
    if mark.geometry == "roundRect":
        taken = rounding(mark.adjust, mark.box.w, mark.box.h)
        return taken, taken
    return 0, 0


def rounding(adjust: float, width: int, height: int) -> int:
    """EMU that round corners take from the text on each side."""
    return round(_DIAGONAL * min(adjust, 0.5) * min(width, height))


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line without ends glued to anything. Decorative. x2, y2: its other end."""

    name: str
    x1: int
    y1: int
    x2: int
    y2: int
    line: Line


@dataclass(frozen=True, slots=True)
class ConnectorMark:
    """A line glued to two marks of the same Frame. begin, end: (name of mark, connection site). Decorative."""

    name: str
    begin: tuple[str, int]
    end: tuple[str, int]
    kind: Literal["straight", "elbow"]
    line: Line


@dataclass(frozen=True, slots=True)
class Cell:
    """padding: left, top, right, bottom in EMU. top, bottom: borders. row_span: > 1 on the origin of a merged cell;
    covered: a cell under such an origin (its paragraphs are empty, its bottom border is written all the same)."""

    paragraphs: tuple[Paragraph, ...]
    fill: Paint | None = None
    top: Line | None = None
    bottom: Line | None = None
    anchor: Anchor = "middle"
    padding: tuple[int, int, int, int] = (0, 0, 0, 0)
    row_span: int = 1
    col_span: int = 1
    covered: bool = False
    claims: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    height: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TableMark:
    """A native table. columns: EMU, summing to box.w. rows: heights summing to box.h; the first is the header."""

    name: str
    box: Box
    columns: tuple[int, ...]
    rows: tuple[Row, ...]
    placeholder: int | None = None
    header_rows: int = 1
    claims: tuple[str, ...] = ()
    descr: str = ""
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """values: one a category, None where this series has no column there. labels: as the sources print the figures."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    fill: Paint
    line: Line | None = None
    label_color: ColorRole = "tx1"
    label_italic: bool = False


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A native column chart with its workbook. categories: lines joined by "\\n". maximum: of the value axis.
    number_format: of the workbook's figures. descr: alternative text with every value and its standing."""

    name: str
    box: Box
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    maximum: float
    unit: str
    descr: str
    placeholder: int | None = None
    overlap: int = 100
    gap: int = 60
    claims: tuple[str, ...] = ()
    decorative: bool = False
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class PictureMark:
    """An image. data: PNG or JPEG bytes."""

    name: str
    box: Box
    data: bytes
    descr: str
    placeholder: int | None = None
    claims: tuple[str, ...] = ()
    decorative: bool = False
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class GroupMark:
    """Marks that move together. descr: alternative text of the whole."""

    name: str
    box: Box
    marks: tuple[TextMark | RuleMark | ConnectorMark | PictureMark | TableMark | ChartMark, ...]
    descr: str
    claims: tuple[str, ...] = ()
    decorative: bool = False
    seen: Seen | None = None


Mark = TextMark | RuleMark | ConnectorMark | TableMark | ChartMark | PictureMark | GroupMark


def every_mark(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Marks in order, those inside groups after their group."""
    for mark in marks:
        yield mark
        if isinstance(mark, GroupMark):
            yield from every_mark(mark.marks)


@dataclass(frozen=True, slots=True)
class Frame:
    """One slide. key: unique in the deck and stable ("funding", "risks-2"). kind: the slide builder's name.

    title: the text of the title placeholder (which is also one of the marks). notes: plain text, ≤ 1,800 characters.
    """

    key: str
    kind: str
    layout: Layout
    title: str
    marks: tuple[Mark, ...]
    notes: str
    lang: str = "en-GB"
    backdrop: Backdrop | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """Frames in order, and what the file says of itself. briefing_json: carried as a custom XML part ("" = none).

    created: ISO 8601 date-time for the document's properties (from the briefing's as-of or SOURCE_DATE_EPOCH).
    made: what it was made with, by name ("audience", "slides" …), carried so that it can be made again.
    width, height: of its slides; ours are all 16:9, decks of others may differ. zone: where content stands on a
    company's template, None on our own slides.
    """

    title: str
    subject: str
    audience: str
    frames: tuple[Frame, ...]
    briefing_json: str = ""
    created: str = "2000-01-01T00:00:00Z"
    width: int = SLIDE_W
    height: int = SLIDE_H
    made: tuple[tuple[str, str], ...] = ()
    zone: Box | None = None
