"""What a deck must not tell outside goes, what it is for stays, and a deck without such things is not touched."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from briefing.exports import pptx
from briefing.exports.office import find_office, pdf
from briefing.exports.pptx.scrubbing import scrub
from briefing.exports.pptx.scrubbing_paths import is_local, last_part, without_paths
from briefing.exports.pptx.scrubbing_pictures import scrub_jpeg
from tests.exports.framing import box, chart, deck, look, slide, words
from tests.packages import packed, parts_of

SECRET = b"jane-roe"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_MODERN = "http://schemas.microsoft.com/office/2018/10/relationships/comments"
_AUTHORS = "http://schemas.microsoft.com/office/2018/10/relationships/authors"
_CHANGES = "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def ours() -> bytes:
    place = box(1, 2, 3, 1)
    kinds = {"overview": words("One", place), "funding-chart": chart(), "risks": words("Three", place)}
    return pptx.write(deck(*(slide(mark, kind=kind) for kind, mark in kinds.items())), look())


def changed(change: Callable[[Any], None]) -> bytes:
    opened = Presentation(io.BytesIO(ours()))
    change(opened)
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    found = parts_of(data)
    for name, inner in list(found.items()):
        if name.endswith(".xlsx"):
            found |= {f"{name}!{part}": held for part, held in parts_of(inner).items()}
    return found


def attach(opened: Any, owner: Any, kind: str, name: str) -> None:
    part = Part(PackURI(name), "application/xml", opened.part.package, b"<x>jane-roe</x>")
    owner.relate_to(part, kind)


def author(opened: Any) -> None:
    properties = opened.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = "jane-roe"
    properties.category = properties.content_status = properties.identifier = "jane-roe"


def comments(opened: Any) -> None:
    attach(opened, opened.slides[0].part, _COMMENTS, "/ppt/comments/comment1.xml")
    attach(opened, opened.slides[1].part, _MODERN, "/ppt/comments/modernComment_1.xml")
    attach(opened, opened.part, _AUTHORS, "/ppt/authors.xml")
    attach(opened, opened.part, _CHANGES, "/ppt/changesInfos/changesInfo1.xml")


def package_parts(opened: Any) -> None:
    attach(opened, opened.part.package, RT.THUMBNAIL, "/docProps/thumbnail.jpeg")
    attach(opened, opened.part.package, _CUSTOM, "/docProps/custom.xml")


def local_link(opened: Any) -> None:
    box_ = opened.slides[0].shapes.add_textbox(Inches(1), Inches(5), Inches(2), Inches(1))
    run = box_.text_frame.paragraphs[0].add_run()
    run.text = "see the figures"
    run.hyperlink.address = "file:///C:/Users/jane-roe/figures.xlsx"
    web = box_.text_frame.paragraphs[0].add_run()
    web.text = "and the web"
    web.hyperlink.address = "https://acme.example/page"


def path_in_alternative_text(opened: Any) -> None:
    opened.slides[0].shapes[0]._element.nvSpPr.cNvPr.set("descr", r"C:\Users\jane-roe\Pictures\arm.png")


def hidden(opened: Any) -> None:
    opened.slides[2]._element.set("show", "0")
    opened.slides[2].notes_slide.notes_text_frame.text = "jane-roe"
    opened.slides[2].shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "jane-roe"
    opened.slides[0].shapes.add_textbox(0, 0, Inches(1), Inches(1)).click_action.target_slide = opened.slides[2]


def workbook(opened: Any) -> None:
    part = next(shape.chart.part.chart_workbook.xlsx_part for shape in opened.slides[1].shapes if shape.has_chart)
    inner = {name: data for name, data in unpacked(part.blob).items() if "!" not in name}
    inner["docProps/core.xml"] = (
        b'<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>jane-roe</dc:creator></cp:coreProperties>'
    )
    inner["xl/workbook.xml"] = inner["xl/workbook.xml"].replace(
        b"<sheets>", rb'<x15ac:absPath url="C:\Users\jane-roe\" xmlns:x15ac="x"/><sheets>'
    )
    part._blob = packed(inner)


def photograph(opened: Any) -> None:
    picture = Image.new("RGB", (40, 20), "teal")
    tags = Image.Exif()
    tags[0x013B], tags[0x0110], tags[0x0112] = "jane-roe", "Camera of jane-roe", 6
    tags.get_ifd(0x8825)[1] = "N"
    stream = io.BytesIO()
    picture.save(stream, "JPEG", exif=tags)
    opened.slides[0].shapes.add_picture(stream, 0, 0)


def test_our_own_deck_is_given_back_byte_for_byte() -> None:
    data = ours()
    found = scrub(data)
    assert found.data is data
    assert found.removed == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (author, "author: jane-roe"),
        (comments, "authors of comments"),
        (package_parts, "thumbnail"),
        (local_link, "path on a machine: figures.xlsx"),
        (path_in_alternative_text, "path on a machine: arm.png"),
        (hidden, "hidden slide 3"),
        (photograph, "in a picture: place, artist, camera"),
        (workbook, "in a workbook: author: jane-roe"),
    ],
)
def test_it_goes_and_the_report_says_so(change: Callable[[Any], None], said: str) -> None:
    before = changed(change)
    assert any(SECRET in part for part in unpacked(before).values())
    found = scrub(before)
    assert any(said in line for line in found.removed), found.removed
    assert not [name for name, part in unpacked(found.data).items() if SECRET in part]
    again = scrub(found.data)
    assert again.removed == ()
    opened = Presentation(io.BytesIO(found.data))
    assert len(opened.slides) == (2 if change is hidden else 3)
    assert scrub(before).data == found.data


def test_a_photograph_keeps_its_pixels_and_the_way_it_is_turned() -> None:
    before = changed(photograph)
    old, new = (
        next(part for name, part in unpacked(data).items() if name.endswith(".jpg"))
        for data in (before, scrub(before).data)
    )
    with Image.open(io.BytesIO(old)) as first, Image.open(io.BytesIO(new)) as second:
        assert first.tobytes() == second.tobytes()
        assert dict(second.getexif()) == {0x0112: 6}


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\xff\xd8\xff\xe1\0\x08Exif\0\0", b"GIF89a"]
)
def test_pictures_that_are_none_are_left(data: bytes) -> None:
    assert scrub_jpeg(data)[0] in (data, b"\xff\xd8")


def hidden_before_a_link(opened: Any) -> None:
    opened.slides[0]._element.set("show", "0")
    opened.slides[1].shapes.add_textbox(0, 0, Inches(1), Inches(1)).click_action.target_slide = opened.slides[2]


def test_slides_are_numbered_anew_and_links_between_them_still_lead_there() -> None:
    data = scrub(changed(hidden_before_a_link)).data
    slides = sorted(name for name in unpacked(data) if name.startswith("ppt/slides/slide"))
    assert slides == ["ppt/slides/slide1.xml", "ppt/slides/slide2.xml"]
    first, second = Presentation(io.BytesIO(data)).slides
    assert first.shapes[-1].click_action.target_slide.slide_id == second.slide_id


@pytest.mark.skipif(not find_office(), reason="LibreOffice is not installed")
def test_a_deck_without_its_hidden_slide_opens_elsewhere() -> None:
    assert pdf(scrub(changed(hidden_before_a_link)).data).startswith(b"%PDF-")


def test_links_to_the_web_stay() -> None:
    links = unpacked(scrub(changed(local_link)).data)["ppt/slides/_rels/slide1.xml.rels"]
    assert b"https://acme.example/page" in links
    assert b"figures" not in links


def test_every_part_left_is_declared_and_reached() -> None:
    def everything(opened: Any) -> None:
        for change in (author, comments, package_parts, local_link, hidden):
            change(opened)

    parts = unpacked(scrub(changed(everything)).data)
    types = parts["[Content_Types].xml"].decode()
    for name in parts:
        if "!" not in name and not name.endswith(".rels") and name != "[Content_Types].xml":
            ending = name.rpartition(".")[2]
            assert f'PartName="/{name}"' in types or f'Extension="{ending}"' in types
    assert "comment" not in types.lower()
    assert "thumbnail" not in types.lower()


@pytest.mark.parametrize(
    ("text", "local", "last"),
    [
        ("file:///C:/Users/jane/a%20b.xlsx", True, "a b.xlsx"),
        (r"\\server\share\plan.docx", True, "plan.docx"),
        ("/Users/jane/plan.key", True, "plan.key"),
        ("D:\\data\\x.csv", True, "x.csv"),
        ("https://acme.example/home/x", False, "x"),
        ("mailto:a@acme.example", False, "mailto:a@acme.example"),
        ("../media/movie.mp4", False, "movie.mp4"),
    ],
)
def test_places_on_a_machine(text: str, local: bool, last: str) -> None:
    assert is_local(text) is local
    assert last_part(text) == last
    assert (without_paths(text) != text) is local


def test_words_with_slashes_are_no_paths() -> None:
    for text in ("and/or", "Revenue 2024/2025", "see https://acme.example/Users/x", "A / B", "ratio 3:4"):
        assert without_paths(text) == text
