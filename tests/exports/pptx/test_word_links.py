"""Numbers of articles in a table lead to their pages: written as hyperlinks with a tip, read back, and checked."""

from __future__ import annotations

import io
from dataclasses import replace

from pptx import Presentation

from briefing import checks
from briefing.deck import compose
from briefing.exports import pptx
from briefing.model.briefing import Briefing
from briefing.model.frame import Deck, Look, Run, TableMark
from tests.slides.fixtures.northwind import northwind
from tests.slides.looks import audience, theme

URL = "https://www.example.com/2026/05/anvils?x=1&y=2"


def _deck(url: str = URL) -> Deck:
    first, *rest = northwind().sources
    sources = (replace(first, url=url), *(replace(source, url="") for source in rest))
    briefing: Briefing = replace(northwind(), sources=sources)
    return compose(briefing, audience("cto"), theme())


def _linked(deck: Deck) -> list[Run]:
    tables = [mark for frame in deck.frames for mark in frame.marks if isinstance(mark, TableMark)]
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    return [run for cell in cells for item in cell.paragraphs for run in item.runs if run.look and run.look.link]


def test_the_article_leads_to_its_page() -> None:
    data = pptx.write(_deck(), theme())
    read, _ = pptx.read_deck(data)
    for found in (_linked(_deck()), _linked(read)):
        assert found
        assert {run.look for run in found} == {Look(link=URL, tip=f"Open the article: {URL}")}
    slide = Presentation(io.BytesIO(data)).slides[-1]
    [table] = [shape.table for shape in slide.shapes if shape.has_table and shape.name == "Source list"]
    runs = [run for item in table.cell(1, 0).text_frame.paragraphs for run in item.runs]
    assert {run.hyperlink.address for run in runs} == {URL}


def test_only_addresses_of_the_web_are_linked() -> None:
    assert _linked(_deck("javascript:alert(1)")) == []
    assert _linked(_deck("")) == []


def test_an_unsafe_link_on_words_is_named() -> None:
    deck = _deck()
    frame = deck.frames[-1]
    [table] = [mark for mark in frame.marks if isinstance(mark, TableMark) and mark.name == "Source list"]
    assert checks.run(deck, theme()) == checks.run(_deck(""), theme())
    cell = table.rows[1].cells[0]
    bad = replace(cell.paragraphs[0].runs[0], look=Look(link="javascript:alert(1)"))
    cell = replace(cell, paragraphs=(replace(cell.paragraphs[0], runs=(bad,)),))
    row = replace(table.rows[1], cells=(cell, *table.rows[1].cells[1:]))
    broken = replace(table, rows=(table.rows[0], row, *table.rows[2:]))
    marks = tuple(broken if mark is table else mark for mark in frame.marks)
    found = checks.run(replace(deck, frames=(*deck.frames[:-1], replace(frame, marks=marks))), theme())
    assert [item.where for item in found if item.rule == "link.unsafe"] == ["Source list"]
