"""The master's and the layouts' placeholders: where they stand and how their text looks unless a slide says otherwise.

The template is generated from these tables (template.py); slides leave out whatever equals them, so that an edit of
the master or a layout in PowerPoint reaches every slide.
"""

from __future__ import annotations

import os
from typing import Literal

from briefing.model.frame import SLIDE_H, SLIDE_W, Align, Anchor, Box, Layout, inches
from briefing.model.records import dataclass
from briefing.model.theme import ColorRole

HolderType = Literal["title", "ctrTitle", "subTitle", "body", "tbl", "chart", "ftr", "sldNum"]

BASE = os.path.join(os.path.dirname(__file__), "base.pptx")  # the template made from these tables
MARGIN = 548_640
_PITCH = 939_800
_GUTTER = 182_880


def cx(column: int) -> int:
    """x of a column of the grid of twelve."""
    return MARGIN + _PITCH * column


def cs(columns: int) -> int:
    """Width of so many columns."""
    return _PITCH * columns - _GUTTER


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a layout. size: points, 0 where slides say everything themselves. prompt: what an empty one says
    in PowerPoint's editor.

    own: of a company's layout, its p:ph as XML; text in it keeps the company's face and colour. own_run: those as XML,
    for footers, which some programs do not dress by themselves. inked: the text brings a colour of ours after all.
    """

    idx: int
    type: HolderType
    name: str
    box: Box
    size: float
    bold: bool = False
    color: ColorRole = "tx1"
    align: Align = "left"
    anchor: Anchor = "top"
    prompt: str = ""
    quarter: bool = False
    own: str = ""
    own_run: str = ""
    inked: bool = False

    @property
    def ph(self) -> str:
        """Its p:ph element."""
        if self.own:
            return self.own
        size = ' sz="quarter"' if self.quarter else ""
        idx = f' idx="{self.idx}"' if self.idx else ""
        return f'<p:ph type="{self.type}"{size}{idx}/>'


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """One layout. kind: its ST_SlideLayoutType. master_shapes: whether the master's footer rule shows."""

    name: str
    kind: str
    holders: tuple[Holder, ...]
    master_shapes: bool = True


def _box(x: float, y: float, w: float, h: float) -> Box:
    return Box(inches(x), inches(y), inches(w), inches(h))


def _columns(column: int, y: float, columns: int, h: float) -> Box:
    return Box(cx(column), inches(y), cs(columns), inches(h))


TITLE = Holder(0, "title", "Title", _columns(0, 0.70, 12, 0.86), 24, True, prompt="The takeaway in one sentence")
SECTION = Holder(10, "body", "Section", _columns(0, 0.44, 8, 0.22), 11, True, "accent1", prompt="Section", quarter=True)
SOURCES = Holder(11, "body", "Sources", _box(0.60, 7.03, 8.75, 0.20), 9, color="tx2", prompt="Sources", quarter=True)
FOOTER = Holder(12, "ftr", "Footer", _box(9.45, 7.03, 2.86, 0.20), 9, color="tx2", align="right", quarter=True)
NUMBER = Holder(13, "sldNum", "Slide number", _box(12.393, 7.03, 0.34, 0.20), 9, True, align="right", quarter=True)
_SHARED = (TITLE, SECTION)
_FOOT = (SOURCES, FOOTER, NUMBER)


def _table(idx: int, box: Box) -> Holder:
    return Holder(idx, "tbl", f"Table {idx}", box, 11, prompt="Table")


def _meta(number: int) -> Holder:
    return Holder(
        13 + number,
        "body",
        f"Meta {number}",
        _columns(2 * number - 2, 5.80, 2, 0.62),
        16,
        True,
        prompt="Meta",
        quarter=True,
    )


LAYOUTS: dict[Layout, LayoutSpec] = {
    "title": LayoutSpec(
        "Title",
        "title",
        (
            Holder(0, "ctrTitle", "Title", _box(0.60, 1.70, 7.62, 1.00), 60, True, anchor="bottom", prompt="Subject"),
            SECTION,
            Holder(1, "subTitle", "Subtitle", _box(0.60, 2.95, 7.27, 1.20), 22, color="tx2", prompt="The takeaway"),
            _meta(1),
            _meta(2),
            _meta(3),
            _meta(4),
            Holder(
                18, "body", "Legend heading", _box(9.272, 0.44, 3.461, 0.22), 11, True, prompt="Legend", quarter=True
            ),
        ),
        master_shapes=False,
    ),
    "canvas": LayoutSpec("Canvas", "titleOnly", (*_SHARED, *_FOOT)),
    "table": LayoutSpec("Table", "cust", (*_SHARED, _table(20, _columns(0, 1.78, 12, 4.94)), *_FOOT)),
    "chart-commentary": LayoutSpec(
        "Chart and commentary",
        "cust",
        (
            *_SHARED,
            Holder(20, "chart", "Chart 20", _box(0.60, 2.38, 7.772, 4.34), 11, prompt="Chart"),
            Holder(21, "body", "Commentary", _columns(8, 1.78, 4, 4.94), 12, prompt="Commentary", quarter=True),
            *_FOOT,
        ),
    ),
    "two-panels": LayoutSpec(
        "Two panels",
        "cust",
        (*_SHARED, _table(20, _box(0.60, 1.78, 4.789, 4.94)), _table(21, _columns(5, 1.78, 7, 4.94)), *_FOOT),
    ),
}
SECTION_LAYOUT = LayoutSpec(
    "Section",
    "secHead",
    (Holder(0, "title", "Title", _box(0.60, 2.95, 12.133, 1.20), 36, True), SECTION, FOOTER, NUMBER),
)


def holder(layout: Layout, idx: int) -> Holder | None:
    """The placeholder of a layout, None if the layout has none with that idx."""
    return _BY_IDX.get((layout, idx))


_BY_IDX = {(layout, item.idx): item for layout, spec in LAYOUTS.items() for item in spec.holders}
SLIDE = Box(0, 0, SLIDE_W, SLIDE_H)
PANEL = Box(cx(8), 0, SLIDE_W - cx(8), SLIDE_H)  # the Title layout's surface on the right
TITLE_RULE_Y = inches(5.56)
TITLE_RULE_END = inches(8.37)
FOOTER_RULE_Y = inches(6.97)
LOGO = Box(inches(12.733 - 1.30), inches(0.36), inches(1.30), inches(0.36))
