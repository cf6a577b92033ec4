"""What slides say is carried by our decks, and read back from any deck as it is written."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from briefing.audit.words import same
from briefing.errors import InputError
from briefing.exports import pptx
from briefing.model.page import Page, page_of
from tests.packages import packed, parts_of

from .specimen import specimen

DeckOf = Callable[[str], bytes]


def said(page: Page) -> dict[tuple[str, str], list[tuple[str, str]]]:
    return {
        (shape.name, shape.kind): sorted((said.part, same(said.text)) for said in shape.texts())
        for shape in page.shapes
    }


def test_what_the_slides_say_is_what_was_written(deck_of: DeckOf) -> None:
    deck = pptx.read_pages(deck_of("boardroom"))
    assert len(deck.pages) == len(specimen().frames)
    for page, frame in zip(deck.pages, specimen().frames, strict=True):
        assert (page.key, page.title) == (frame.key, frame.title)
        assert page.notes == frame.notes
        assert said(page) == said(page_of(frame))


def test_the_deck_carries_its_pages_with_claims_and_kinds_of_words(deck_of: DeckOf) -> None:
    deck = pptx.read_pages(deck_of("boardroom"))
    assert deck.left == tuple(page_of(frame) for frame in specimen().frames)
    assert any(text.kinds for page in deck.left for shape in page.shapes for text in shape.texts())


def test_the_part_is_found_where_libreoffice_relates_it(deck_of: DeckOf) -> None:
    parts = parts_of(deck_of("boardroom"))
    main = "ppt/_rels/presentation.xml.rels"
    relation = re.search(rb'<Relationship [^>]*?/relationships/customXml"[^>]*?/>', parts[main])
    assert relation is not None
    parts[main] = parts[main].replace(relation[0], b"")
    moved = b'<Relationship Id="rIdMoved" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    moved += b'customXml" Target="../customXml/item1.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", moved)
    assert pptx.read_pages(packed(parts)).left == pptx.read_pages(deck_of("boardroom")).left


def test_a_damaged_record_is_one_line(deck_of: DeckOf) -> None:
    parts = parts_of(deck_of("boardroom"))
    item = "customXml/item1.xml"
    parts[item] = parts[item].replace(b"<pages>[", b"<pages>{")
    with pytest.raises(InputError, match="damaged"):
        pptx.read_pages(packed(parts))


def test_anybodys_tables_charts_groups_and_sheets_are_read() -> None:
    presentation: Any = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "A title"
    table = slide.shapes.add_table(1, 2, 0, 0, Inches(2), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "one", "two"
    data = CategoryChartData()
    data.categories = ["2024", "2025"]
    data.add_series("Sales", (1.5, 2.25))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(2), Inches(2), data)
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "in a group"
    slide.notes_slide.notes_text_frame.text = "a note\nand another"
    stream = io.BytesIO()
    presentation.save(stream)
    (page,) = pptx.read_pages(stream.getvalue()).pages
    assert page.title == "A title"
    assert page.notes == "a note\nand another"
    kinds = {shape.kind: {said.part: said.text for said in shape.texts()} for shape in page.shapes}
    assert kinds["table"] == {"row 1, column 1": "one", "row 1, column 2": "two"}
    chart = kinds["chart"]
    assert chart["series 1"] == chart["sheet, series 1"] == "Sales"
    assert chart["value 2 of series 1"] == chart["sheet, value 2 of series 1"] == "2.25"
    assert chart["category 1"] == chart["sheet, category 1"] == "2024"
    assert "in a group" in [said.text for shape in page.shapes for said in shape.texts()]
