"""What a person or a program finds in the file: titles, tables and charts in their places, the evidence inside."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from briefing import theming
from briefing.exports import pptx
from briefing.exports.pptx import template
from briefing.exports.pptx.layouts import BASE
from briefing.model.frame import Deck
from briefing.model.theme import Logo
from tests.packages import Parts, parts_of

from .specimen import png, specimen

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
Slides = dict[int, etree._Element]


def test_python_pptx_finds_titles_tables_and_charts_in_their_placeholders(deck_of: Callable[[str], bytes]) -> None:
    deck = Presentation(io.BytesIO(deck_of("boardroom")))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == [frame.title for frame in specimen().frames]
    placed = {item.placeholder_format.idx: item for item in deck.slides[2].placeholders}
    assert placed[20].has_table
    assert placed[20].table.cell(4, 1).text == "Rumoured raise"
    chart = next(item for item in deck.slides[3].placeholders if item.placeholder_format.idx == 20).chart
    assert [series.name for series in chart.plots[0].series] == ["Reported", "Rumoured"]
    assert list(chart.plots[0].series[0].values) == [1.0, 4.5, None]
    assert {item.placeholder_format.idx for item in deck.slides[5].placeholders} >= {0, 10, 11, 12, 13, 20, 21}
    assert [slide.slide_layout.name for slide in deck.slides] == [
        "Title",
        "Canvas",
        "Table",
        "Chart and commentary",
        "Canvas",
        "Two panels",
    ]


def test_the_notes_are_there(deck_of: Callable[[str], bytes]) -> None:
    deck = Presentation(io.BytesIO(deck_of("boardroom")))
    for slide, frame in zip(deck.slides, specimen().frames, strict=True):
        assert slide.notes_slide.notes_text_frame.text == frame.notes


def test_the_workbook_behind_the_chart_holds_the_figures(parts: Parts) -> None:
    book = parts_of(parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])
    sheet = book["xl/worksheets/sheet1.xml"].decode()
    assert re.findall(r'<c r="([BC]\d)"><v>([\d.]+)</v>', sheet) == [("B2", "1"), ("B3", "4.5"), ("C4", "9")]
    assert "US dollars, millions" in book["xl/sharedStrings.xml"].decode()


def test_two_builds_are_the_same_bytes(deck_of: Callable[[str], bytes]) -> None:
    assert pptx.write(specimen(), theming.find_theme("boardroom")) == deck_of("boardroom")


def test_entries_carry_no_date_and_no_system_of_their_own(deck_of: Callable[[str], bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(deck_of("boardroom"))) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}


def test_two_themes_differ_in_theme_and_master_only(deck_of: Callable[[str], bytes]) -> None:
    light, dark = parts_of(deck_of("boardroom")), parts_of(deck_of("midnight"))
    assert list(light) == list(dark)
    differing = {name for name in light if light[name] != dark[name]}
    assert differing == {"ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml"}


def test_colours_are_written_in_theme_parts_only(parts: Parts) -> None:
    for name, data in parts.items():
        if not name.startswith("ppt/theme/"):
            assert b"srgbClr" not in data, name


def test_every_run_names_language_and_theme_font(slides: Slides) -> None:
    for slide in slides.values():
        for properties in slide.iter(f"{{{NS['a']}}}rPr"):
            assert properties.get("lang")
            latin = properties.find("a:latin", NS)
            assert latin is not None
            assert latin.get("typeface") in ("+mn-lt", "+mj-lt")


def test_empty_cells_keep_the_row_low(slides: Slides) -> None:
    empty = [cell for cell in slides[6].iter(f"{{{NS['a']}}}tc") if not cell.findall(".//a:t", NS)]
    assert empty
    for cell in empty:
        assert int(cell.find(".//a:endParaRPr", NS).get("sz")) <= 1100


def test_shape_ids_are_unique_and_connectors_name_shapes_that_are_there(slides: Slides) -> None:
    for slide in slides.values():
        ids = [item.get("id") for item in slide.iter(f"{{{NS['p']}}}cNvPr")]
        assert len(ids) == len(set(ids))
    glue = slides[5].xpath("//a:stCxn | //a:endCxn", namespaces=NS)
    names = {item.get("id"): item.get("name") for item in slides[5].iter(f"{{{NS['p']}}}cNvPr")}
    assert len(glue) == 10
    assert {names[end.get("id")] for end in glue} >= {"Hub", "Base", "Cluster left 1", "Cluster right 2"}


def test_connectors_begin_and_end_on_their_shapes(slides: Slides) -> None:
    boxes = {}
    for shape in slides[5].iter(f"{{{NS['p']}}}sp"):
        place = shape.find("p:spPr/a:xfrm", NS)
        if place is not None:
            off, ext = place.find("a:off", NS), place.find("a:ext", NS)
            numbers = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
            boxes[shape.find(".//p:cNvPr", NS).get("name")] = tuple(map(int, numbers))
    line = next(c for c in slides[5].iter(f"{{{NS['p']}}}cxnSp") if c[0][0].get("name") == "Connector left 1")
    place = line.find("p:spPr/a:xfrm", NS)
    assert (place.get("flipH"), place.get("flipV")) == ("1", "1")
    x, y = int(place[0].get("x")), int(place[0].get("y"))
    panel, hub = boxes["Cluster left 1"], boxes["Hub"]
    assert (x, y) == (panel[0] + panel[2], panel[1] + panel[3] // 2)
    assert (x + int(place[1].get("cx")), y + int(place[1].get("cy"))) == (hub[0], hub[1] + hub[3] // 2)


def test_merged_cells_have_their_lower_border_at_both_ends(slides: Slides) -> None:
    rows = slides[6].xpath("//a:tbl", namespaces=NS)[0].findall("a:tr", NS)
    origin, covered, below = (row.findall("a:tc", NS)[0] for row in rows[1:4])
    assert (origin.get("rowSpan"), covered.get("vMerge")) == ("2", "1")
    assert origin.find("a:tcPr/a:lnB", NS).get("w") == covered.find("a:tcPr/a:lnB", NS).get("w") == "12700"
    assert below.find("a:tcPr/a:lnT", NS).get("w") == "12700"
    grouped = slides[6].xpath("//a:tbl", namespaces=NS)[1].findall("a:tr/a:tc", NS)
    assert (grouped[1].get("gridSpan"), grouped[2].get("hMerge")) == ("2", "1")


def test_links_jump_to_slides_and_only_safe_addresses_stay(slides: Slides, parts: Parts) -> None:
    jumps = slides[2].xpath("//a:hlinkClick[@action='ppaction://hlinksldjump']", namespaces=NS)
    assert len(jumps) == 4
    relations = parts["ppt/slides/_rels/slide6.xml.rels"].decode()
    assert "https://example.org/a%20b?q=%E2%80%9Cx%E2%80%9D&amp;r=1" in relations
    assert "javascript" not in relations
    assert not slides[2].xpath("//a:rPr/a:hlinkClick", namespaces=NS)


def test_alternative_text_is_where_it_helps(slides: Slides) -> None:
    described = {
        item.get("name"): item.get("descr")
        for slide in slides.values()
        for item in slide.iter(f"{{{NS['p']}}}cNvPr")
        if item.get("descr")
    }
    assert set(described) == {"Valuation chart", "Partnership map", "Figure"}
    decorated = slides[5].xpath("//*[local-name()='decorative']")
    assert len(decorated) >= 11


def test_what_xml_cannot_hold_is_left_out_and_the_rest_kept(deck_of: Callable[[str], bytes], slides: Slides) -> None:
    shape = next(s for s in slides[2].iter(f"{{{NS['p']}}}sp") if s[0][0].get("name") == "Foreign")
    assert "".join(shape.itertext()) == "Нордвинд 漢字 😀 Ünïcödé nextline".replace("nextline", "next line")
    arabic = slides[2].xpath("//a:rPr[@lang='ar-SA']/a:cs", namespaces=NS)
    assert arabic
    assert slides[2].xpath("//a:pPr[@rtl='1']", namespaces=NS)


def test_placeholders_leave_place_and_style_to_the_layout(slides: Slides) -> None:
    title = next(s for s in slides[2].iter(f"{{{NS['p']}}}sp") if s[0][0].get("name") == "Title")
    assert title.find("p:spPr/a:xfrm", NS) is None
    run = title.find(".//a:rPr", NS)
    assert run.get("sz") is None
    assert run.find("a:solidFill", NS) is None


def test_the_file_names_no_person_and_its_own_date(parts: Parts) -> None:
    core = parts["docProps/core.xml"].decode()
    assert "2031-05-31T00:00:00Z" in core
    assert "Canny" not in core
    assert "<dc:title>Acme Robotics: CTO briefing</dc:title>" in core
    assert not [name for name in parts if "thumbnail" in name or "printerSettings" in name]


def test_the_evidence_travels_with_the_deck(parts: Parts, slides: Slides) -> None:
    item = etree.fromstring(parts["customXml/item1.xml"])
    deck = "{urn:briefing:deck:1}"
    model = item.findtext(f"{deck}model")
    assert model.replace("\\ufffe", "\ufffe") == specimen().briefing_json
    shown = {(s.getparent().get("key"), s.get("name")): s.get("claims") for s in item.iter(f"{deck}shape")}
    assert shown["overview", "Text 1"] == "c7 c8"
    assert shown["funding", "Funding table"].startswith("f1|1,2:c1 c2")
    shape = next(s for s in slides[2].iter(f"{{{NS['p']}}}cNvPr") if s.get("name") == "Text 1")
    assert shape.xpath(".//*[local-name()='claims']/@ids") == ["c7 c8"]
    tags = {tag.get("name"): tag.get("val") for tag in etree.fromstring(parts["ppt/tags/tag2.xml"])}
    assert tags["BRIEFING_SLIDE"] == "overview"
    assert tags[f"BRIEFING_CLAIMS_{shape.get('id')}"] == "c7 c8"
    assert slides[2].find("p:cSld", NS).get("name") == "overview"


def test_chart_axes_have_ids_that_office_accepts(parts: Parts) -> None:
    chart = etree.fromstring(parts["ppt/charts/chart1.xml"])
    ids = [int(axis.get("val")) for axis in chart.iter(f"{{{NS['c']}}}axId")]
    assert all(0 < axis < 2**31 for axis in ids)
    assert len(set(ids)) == 2
    labels = chart.xpath("//c:dLbl//a:t/text()", namespaces=NS)
    assert labels == ["$1M", "~$4.5M", "~$9M"]


def test_a_deck_without_slides_or_notes_is_a_valid_file() -> None:
    theme = theming.find_theme("boardroom")
    empty = pptx.write(Deck("Acme", "Acme", "CTO", ()), theme)
    assert len(Presentation(io.BytesIO(empty)).slides) == 0
    bare = replace(specimen(), frames=(replace(specimen().frames[1], notes=""),), briefing_json="")
    assert len(Presentation(io.BytesIO(pptx.write(bare, theme))).slides) == 1


def test_a_logo_stands_on_master_and_title_layout_only(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    theme = replace(theming.find_theme("boardroom"), logo=Logo(str(tmp_path / "logo.png"), "Acme"))
    parts = parts_of(pptx.write(specimen(), theme))
    assert b'descr="Acme"' in parts["ppt/slideMasters/slideMaster1.xml"]
    assert b'descr="Acme"' in parts["ppt/slideLayouts/slideLayout1.xml"]
    assert b"Logo" not in parts["ppt/slides/slide2.xml"]


def test_the_committed_template_is_what_the_tables_say(tmp_path: Path) -> None:
    fresh = tmp_path / "base.pptx"
    template.write(str(fresh))
    assert parts_of(fresh.read_bytes()) == parts_of(Path(BASE).read_bytes())


@pytest.mark.parametrize("theme", ["boardroom", "midnight", "gazette"])
def test_the_validator_finds_nothing(deck_of: Callable[[str], bytes], theme: str, shared: Path, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(deck_of(theme))
    command = [sys.executable, str(shared / "tools/ooxml/validate.py"), "--strict", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("ok")
