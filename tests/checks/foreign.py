"""A sound deck as somebody else would make it, with python-pptx and with what that library leaves to its users."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu, Inches, Pt

from tests.checks.planting import planted
from tests.packages import Parts, packed, parts_of

MAIN = "ppt/presentation.xml"


def png(width: int, height: int) -> io.BytesIO:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def described(shape: Any, text: str) -> Any:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)
    return shape


def titled(deck: Any, layout: int, title: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = title
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(28)
    return slide


def boxed(slide: Any, name: str, place: tuple[float, float, float, float], text: str, size: float = 16) -> Any:
    box = slide.shapes.add_textbox(*(Inches(side) for side in place))
    box.name, box.text_frame.word_wrap = name, True
    box.text_frame.text = text
    for paragraph in box.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
    return box


def drawn(change: Callable[[Any], None] | None = None) -> bytes:
    """Six slides: title, bullets, table, chart, picture, boxes with a connector. change: works on the Presentation."""
    deck = Presentation()
    first = titled(deck, 0, "Harbour cranes in 2031")
    first.placeholders[1].text = "What was bought, and why"
    bullets = titled(deck, 1, "Three cranes were replaced")
    bullets.placeholders[1].text = "Two in the north, one in the south"
    bullets.placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(20)
    _table(titled(deck, 5, "Prices have not risen"))
    _chart(titled(deck, 5, "The north moves most"))
    picture = titled(deck, 5, "The new crane at work")
    described(
        picture.shapes.add_picture(png(400, 300), Inches(1), Inches(2), Inches(4), Inches(3)), "A crane by the water"
    ).name = "Photo"
    boxes = titled(deck, 5, "How orders are placed")
    one = boxed(boxes, "Ask", (1, 2.5, 2, 1), "Ask three yards")
    other = boxed(boxes, "Order", (6, 2.5, 2, 1), "Order from one")
    line = boxes.shapes.add_connector(1, Inches(3), Inches(3), Inches(6), Inches(3))
    line.name = "Arrow"
    line.begin_connect(one, 3)
    line.end_connect(other, 1)
    if change is not None:
        change(deck)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _table(slide: Any) -> None:
    table = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(8), Inches(1.5))
    table.name = "Prices"
    for row, texts in enumerate((("Yard", "Crane", "Price"), ("Acme", "North", "4"), ("Northwind", "South", "5"))):
        for column, text in enumerate(texts):
            cell = table.table.cell(row, column)
            cell.text = text
            cell.text_frame.paragraphs[0].runs[0].font.size = Pt(18)


def _chart(slide: Any) -> None:
    data = CategoryChartData()
    data.categories = ["North", "South", "East"]
    data.add_series("Loads", (30.0, 20.0, 12.0))
    place = (Inches(1), Inches(2), Inches(8), Inches(4))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    described(chart, "Column chart of loads: north 30, south 20, east 12").name = "Loads"


def sound(change: Callable[[Any], None] | None = None) -> Parts:
    """The parts of such a deck, rid of what the library leaves in it."""
    parts = parts_of(drawn(change))
    gone = [name for name in parts if "thumbnail" in name or "printerSettings" in name]
    for name in gone:
        del parts[name]
    parts = planted(parts, "_rels/.rels", r'<Relationship [^>]*thumbnail"[^>]*/>', "")
    parts = planted(parts, "ppt/_rels/presentation.xml.rels", r'<Relationship [^>]*printerSettings"[^>]*/>', "")
    parts = planted(parts, "docProps/core.xml", "Steve Canny|generated using python-pptx", "", 9)
    for name in [name for name in parts if name.startswith("ppt/charts/chart")]:
        parts = planted(parts, name, r'(<c:(?:axId|crossAx) val=")-', r"\1", 9)
    return parts


@cache
def unchanged() -> bytes:
    """The sound deck, made once."""
    return packed(sound())


def widened(deck: Any) -> None:
    """As somebody who only sets the size."""
    deck.slide_width = Emu(12_192_000)
