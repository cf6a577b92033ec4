"""Small hand-made slides for the tests of what draws them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image

from briefing import theming
from briefing.model.frame import (
    Box,
    Cell,
    ChartMark,
    ConnectorMark,
    Deck,
    Frame,
    GroupMark,
    Line,
    Mark,
    Paint,
    Paragraph,
    Row,
    Run,
    Series,
    TableMark,
    TextMark,
    inches,
)
from briefing.model.theme import Theme

THEMES = Path(__file__).resolve().parents[2] / "themes"


def look(name: str = "boardroom") -> Theme:
    return theming.load(THEMES / name)


def box(x: float, y: float, w: float, h: float) -> Box:
    return Box(inches(x), inches(y), inches(w), inches(h))


def says(text: str, size: float = 12, **style: Any) -> Paragraph:
    return Paragraph((Run(text, size, **style),))


def words(text: str, place: Box, size: float = 12, **mark: Any) -> TextMark:
    return TextMark(f"Text: {text[:20]}", place, (says(text, size),), **mark)


def slide(*marks: Mark, kind: str = "overview", layout: Any = "canvas") -> Frame:
    return Frame(kind, kind, layout, "A title", marks, "")


def deck(*frames: Frame) -> Deck:
    return Deck("Acme: CTO briefing", "Acme", "CTO", frames)


def chart() -> ChartMark:
    solid, hatched = Paint("accent1"), Paint("accent4", pattern="wdUpDiag")
    return ChartMark(
        "Chart: rounds",
        box(0.6, 2.38, 7.772, 4.34),
        ("Seed\n2023", "Next\n(rumoured)"),
        (
            Series("Reported", (5.0, None), ("$5M", ""), solid),
            Series("Rumoured", (None, 10.0), ("", "~$10M"), hatched, Line("accent4", 1.5, "sysDash"), "accent4", True),
        ),
        10.8,
        "US dollars",
        "Column chart of money raised: Seed $5M, reported; next ~$10M, rumoured.",
        placeholder=20,
        claims=("f1", "c1"),
    )


def organisation_map() -> GroupMark:
    place = box(0.6, 1.78, 12.133, 4.64)
    hub = TextMark(
        "Hub",
        box(5.9, 3.3, 1.5, 1.5),
        (says("Acme", 16, color="bg1"),),
        "ellipse",
        fill=Paint("accent1"),
        anchor="middle",
    )
    panel = TextMark("Panel", box(0.6, 1.78, 4.9, 2), geometry="roundRect", adjust=0.05, fill=Paint("bg2"))
    node = TextMark(
        "Org Northwind", box(0.8, 2.3, 2, 0.5), (says("Northwind", 10.5, bold=True), says("Partner [1]", 9)),
        "roundRect", 0.1, Paint("bg1"), Line("accent6", 0.75), "middle", claims=("r1", "c2"),
    )  # fmt: skip
    wire = ConnectorMark("Wire", ("Hub", 2), ("Panel", 3), "elbow", Line("accent1", 1.25))
    return GroupMark("Map", place, (panel, wire, hub, node), "Map of 1 organisation around Acme: Northwind.")


def table() -> TableMark:
    pad = (0, inches(0.05), inches(0.07), inches(0.05))
    rule = Line("tx1", 1.0)
    header = tuple(Cell((says(text, 10, bold=True),), bottom=rule, padding=pad) for text in ("Round", "Amount"))
    body = (Cell((says("Seed"),), padding=pad, claims=("f1",)), Cell((says("$5M"),), fill=Paint("bg2"), padding=pad))
    rows = (Row(inches(0.3), header), Row(inches(0.6), body))
    return TableMark("Rounds", box(0.6, 1.78, 6, 0.9), (inches(2), inches(4)), rows, placeholder=20)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def colors_in(data: bytes, place: Box, slide_width: int = 12_192_000) -> set[str]:
    """The colours, as six hex digits, of the pixels in a part of a page."""
    image = opened(data)
    scale = image.width / slide_width
    x, y = place.x * scale, place.y * scale
    part = image.crop((round(x), round(y), round(x + place.w * scale), round(y + place.h * scale)))
    found = part.getcolors(maxcolors=part.width * part.height) or []
    return {f"{r:02X}{g:02X}{b:02X}" for _, (r, g, b) in found}  # type: ignore[misc]


def inked(data: bytes, place: Box, ground: str = "FFFFFF") -> bool:
    """Is anything drawn there?"""
    return colors_in(data, place) != {ground}
