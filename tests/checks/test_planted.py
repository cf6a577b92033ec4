"""Some hundred faults, each planted alone into a sound deck: found by its rule, on its slide, at its shape or part.

The sound decks are one of ours and one as somebody else makes them with python-pptx; faults are planted through that
library where it can make them, else by changing the XML of a part.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Inches, Pt

from briefing import checks, theming
from briefing.checks.package.parts import PML
from briefing.checks.rules import RULES
from briefing.exports import pptx
from briefing.model.finding import Finding
from briefing.model.frame import Cell, Deck, Frame, Link, Run, TextMark, inches
from briefing.pipeline import checking
from tests.checks import test_tracing
from tests.checks.foreign import MAIN, boxed, described, png, sound, titled, unchanged
from tests.checks.framing import THEME, box, slide, table, words
from tests.checks.planting import findings, planted
from tests.exports.pptx.specimen import specimen
from tests.packages import Parts, packed, parts_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
LONG = "Nobody reads so many words in so small a box, and yet they are there, line after line after line. "
TYPES, MAIN_RELS = "[Content_Types].xml", "ppt/_rels/presentation.xml.rels"
CHART = "ppt/charts/chart"


@dataclass(frozen=True)
class Case:
    """rule, slide and where it must be found; make: a deck with the fault."""

    rule: str
    slide: int
    where: str
    make: Callable[[], bytes]


def xml(rule: str, slide: int, where: str, part: str, old: str, new: str, count: int = 1) -> Case:
    """A pattern replaced in a part of the foreign deck."""
    return Case(rule, slide, where, lambda: packed(planted(parts_of(unchanged()), _named(part), old, new, count)))


def parts(rule: str, slide: int, where: str, change: Callable[[Parts], Parts]) -> Case:
    return Case(rule, slide, where, lambda: packed(change(parts_of(unchanged()))))


def drawn(rule: str, slide: int, where: str, change: Callable[[Any], None]) -> Case:
    """A fault made with python-pptx."""
    return Case(rule, slide, where, lambda: packed(sound(change)))


def _named(part: str) -> str:
    """The chart's part has a number of its own."""
    return next(name for name in parts_of(unchanged()) if name.startswith(part)) if part == CHART else part


def slide_xml(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def rels(number: int) -> str:
    return f"ppt/slides/_rels/slide{number}.xml.rels"


def relation(kind: str, target: str, rid: str = "rId88", mode: str = "") -> str:
    return f'<Relationship Id="{rid}" Type="{OFFICE}{kind}" Target="{target}"{mode}/></Relationships>'


OUTSIDE = ' TargetMode="External"'
END = "</Relationships>"


def also(changed: Parts, name: str, data: bytes) -> Parts:
    return {**changed, name: data}


# ---------------------------------------------------------------- through python-pptx


def noted(deck: Any) -> None:
    deck.slides[1].notes_slide.notes_text_frame.text = "Say that the south crane is the older one."


def card(
    slide: Any, name: str, place: tuple[float, float, float, float], text: str, shape: Any = MSO_SHAPE.RECTANGLE
) -> Any:
    made = slide.shapes.add_shape(shape, *(Inches(side) for side in place))
    made.name, made.text_frame.word_wrap = name, True
    made.text_frame.text = text
    made.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
    made.fill.solid()
    made.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    made.text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    return made


def turned(deck: Any) -> None:
    card(deck.slides[5], "Turned", (4, 5, 2, 0.4), LONG).rotation = 90


def grouped(deck: Any) -> None:
    group = deck.slides[5].shapes.add_group_shape()
    group.name = "Half"
    card(group, "Inner", (1, 5, 4, 1), LONG[:70])
    xfrm = group._element.grpSpPr.xfrm
    xfrm.off.x, xfrm.off.y, xfrm.ext.cx, xfrm.ext.cy = Inches(1), Inches(5), Inches(2), Inches(0.5)


def inherited(deck: Any) -> None:
    """The size stands in the master alone."""
    body = deck.slides[1].placeholders[1]
    body.text_frame.paragraphs[0].runs[0].font.size = None
    body.text_frame.text = LONG * 2
    body.line.color.theme_color = MSO_THEME_COLOR.TEXT_1
    body.height, body.top, body.left, body.width = Inches(1), Inches(2), Inches(1), Inches(8)


def shrunk(deck: Any) -> None:
    """PowerPoint has shrunk it to three quarters, and it still does not fit."""
    made = card(deck.slides[5], "Shrunk", (1, 5, 2, 0.5), LONG)
    body = made.text_frame._txBody.bodyPr
    body.append(
        body.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}normAutofit", {"fontScale": "75000"})
    )


def tall_row(deck: Any) -> None:
    cell = deck.slides[2].shapes[1].table.cell(1, 0)
    cell.text = LONG
    cell.text_frame.paragraphs[0].runs[0].font.size = Pt(14)


def small(deck: Any) -> None:
    boxed(deck.slides[5], "Fine print", (1, 5, 6, 0.4), "Prices without tax", 6)


def off_slide(deck: Any) -> None:
    boxed(deck.slides[5], "Late", (8.5, 5, 3, 0.6), "This runs over the edge")


def low_table(deck: Any) -> None:
    deck.slides[2].shapes[1].top = Inches(6.8)


def beside(deck: Any) -> None:
    boxed(deck.slides[5], "Forgotten", (11, 5, 2, 0.6), "An older draft")


def crossing(deck: Any) -> None:
    boxed(deck.slides[5], "Remark", (1, 2.6, 2, 0.5), "Ask early")


def hidden_text(deck: Any) -> None:
    card(deck.slides[5], "Lid", (0.9, 2.4, 2.5, 1.2), " ")


def pale(deck: Any) -> None:
    boxed(deck.slides[5], "Pale", (1, 5, 6, 0.5), "Hardly to be read").text_frame.paragraphs[0].runs[
        0
    ].font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)


def pale_by_theme(deck: Any) -> None:
    color = (
        boxed(deck.slides[5], "Tinted", (1, 5, 6, 0.5), "Hardly to be read").text_frame.paragraphs[0].runs[0].font.color
    )
    color.theme_color, color.brightness = MSO_THEME_COLOR.TEXT_1, 0.75


def pale_on_card(deck: Any) -> None:
    made = card(deck.slides[5], "Card", (1, 5, 4, 0.6), "White on light")
    made.text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1


def pale_cell(deck: Any) -> None:
    cell = deck.slides[2].shapes[1].table.cell(1, 1)
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor(0x55, 0x55, 0x55)


def pale_date(deck: Any) -> None:
    layout = deck.slides[1].slide_layout
    date = next(item for item in layout.placeholders if item.placeholder_format.type == 16)
    deck.slides[1].shapes._spTree.append(deepcopy(date._element))
    made = deck.slides[1].shapes[-1]
    made._element.xpath(".//p:cNvPr")[0].set("id", "77")
    made.name, made.text_frame.text = "Date", "March 2031"


def blank(deck: Any) -> None:
    deck.slides.add_slide(deck.slide_layouts[6])


def untitled(deck: Any) -> None:
    boxed(deck.slides.add_slide(deck.slide_layouts[6]), "Words", (1, 1, 6, 1), "A slide without a name")


def twins(deck: Any) -> None:
    boxed(titled(deck, 5, "Prices have not risen"), "Words", (1, 2, 6, 1), "They will")


def unfilled(deck: Any) -> None:
    titled(deck, 1, "What comes next")


def filler(deck: Any) -> None:
    boxed(deck.slides[5], "Draft", (1, 5, 6, 0.6), "Lorem ipsum dolor")


def repeated(deck: Any) -> None:
    for number in (1, 5):
        boxed(deck.slides[number], f"Aim {number}", (1, 4.5, 8, 1), LONG)


def cut_word(deck: Any) -> None:
    boxed(deck.slides[5], "Narrow", (1, 5, 1, 0.6), "Hafenkranbetreibergesellschaft")


def barely(deck: Any) -> None:
    made = card(deck.slides[5], "Tight", (1, 5, 3, 1), "One line\nand another")
    for paragraph in made.text_frame.paragraphs:
        paragraph.runs[0].font.size = Pt(14)
    made.height = Emu(round(2 * 1.22 * 14 * 12_700 / 1.03)) + Inches(0.1)


def spilling(deck: Any) -> None:
    boxed(deck.slides[5], "Unseen", (1, 4, 3, 0.3), LONG)


def filled_ellipse(deck: Any) -> None:
    card(deck.slides[5], "Round", (1, 4.5, 1.5, 1.0), "Fits a square, but no circle of its size", MSO_SHAPE.OVAL)


def plain_shapes(deck: Any) -> None:
    for left in (1, 2, 3):
        made = deck.slides[5].shapes.add_shape(MSO_SHAPE.OVAL, Inches(left), Inches(5), Inches(0.3), Inches(0.3))
        made.name = f"Dot {left}"


def late_title(deck: Any) -> None:
    tree = deck.slides[5].shapes._spTree
    tree.append(deck.slides[5].shapes.title._element)


def upside_down(deck: Any) -> None:
    for place, text in ((6.2, "Third"), (5.4, "Second"), (4.6, "First")):
        boxed(deck.slides[5], text, (1, place, 3, 0.4), f"{text} step of three")


def linked(address: str, words: str) -> Callable[[Any], None]:
    def change(deck: Any) -> None:
        run = boxed(deck.slides[5], "Link", (1, 5, 6, 0.6), words).text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = address

    return change


def rare_font(deck: Any) -> None:
    deck.slides[5].shapes[1].text_frame.paragraphs[0].runs[0].font.name = "Quarto Slab"


def habits(deck: Any, size: float = 16, color: str = "") -> None:
    """A deck with a habit, and one text beside it."""
    for number in range(4):
        made = titled(deck, 5, f"Yard {number} in detail")
        boxed(made, "Text", (1, 2, 8, 3), f"Yard {number}: " + "ships come and go, loads rise and fall. " * 4)
    run = boxed(deck.slides[5], "Odd", (1, 5, 6, 0.5), "A little otherwise", size).text_frame.paragraphs[0].runs[0]
    if color:
        run.font.color.rgb = RGBColor.from_string(color)


def stretched(deck: Any) -> None:
    deck.slides[4].shapes[1].width = Inches(6)


def coarse(deck: Any) -> None:
    made = deck.slides[4].shapes.add_picture(png(40, 30), Inches(1), Inches(2), Inches(4), Inches(3))
    described(made, "A crane from afar").name = "Tiny"


def crowded(deck: Any) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    data = CategoryChartData()
    data.categories = [f"Terminal number {number}" for number in range(60)]
    data.add_series("Loads", [float(number) for number in range(60)])
    place = (Inches(1), Inches(2), Inches(6), Inches(3))
    made = titled(deck, 5, "Sixty terminals").shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    described(made, "Loads of sixty terminals").name = "Crowd"


def loose(deck: Any) -> None:
    line = deck.slides[5].shapes.add_connector(1, Inches(1), Inches(5), Inches(3), Inches(5))
    line.name = "Half glued"
    line.begin_connect(deck.slides[5].shapes[1], 2)


def unnamed_picture(deck: Any) -> None:
    described(deck.slides[4].shapes[1], "")


# ---------------------------------------------------------------- parts that are added or lost


def shared_notes(changed: Parts) -> Parts:
    made = parts_of(packed(sound(noted)))
    return planted(made, rels(3), END, relation("notesSlide", "../notesSlides/notesSlide1.xml"))


def lone_notes(changed: Parts) -> Parts:
    made = parts_of(packed(sound(noted)))
    return planted(made, "ppt/notesSlides/_rels/notesSlide1.xml.rels", r'<Relationship [^>]*/slide"[^>]*/>', "")


def commented(changed: Parts) -> Parts:
    made = planted(
        changed,
        TYPES,
        "</Types>",
        f'<Override PartName="/ppt/comments/comment1.xml" ContentType="{PML}comments+xml"/></Types>',
    )
    made = planted(made, rels(2), END, relation("comments", "../comments/comment1.xml"))
    text = '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
    return also(made, "ppt/comments/comment1.xml", text.encode())


def without_workbook(changed: Parts) -> Parts:
    chart = _named(CHART)
    made = planted(changed, chart, r"<c:externalData.*?</c:externalData>", "")
    place = chart.replace("charts/", "charts/_rels/") + ".rels"
    made = planted(made, place, r"<Relationship [^>]*/>", "")
    return {name: data for name, data in made.items() if "embeddings" not in name}


def empty_deck() -> bytes:
    import io

    stream = io.BytesIO()
    Presentation().save(stream)
    return stream.getvalue()


def doubled_series(changed: Parts) -> Parts:
    return planted(changed, _named(CHART), r"(<c:ser>.*?</c:ser>)", r"\1\1")


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
SECTION = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="A" '
    'id="{11111111-2222-3333-4444-555555555555}"><p14:sldIdLst><p14:sldId id="999"/></p14:sldIdLst></p14:section>'
    "</p14:sectionLst></p:ext></p:extLst></p:presentation>"
)
TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst><p:set>'
    '<p:cBhvr><p:cTn id="2" dur="1"/><p:tgtEl><p:spTgt spid="99"/></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn>'
    "</p:par></p:tnLst></p:timing></p:sld>"
)
REMAPPED = (
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="dk2" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    "</p:clrMapOvr>"
)

FOREIGN = [
    # the file
    xml("package.type", 2, slide_xml(2), TYPES, r'(slide2\.xml" ContentType="[^"]*)slide\+xml', r"\1slideLayout+xml"),
    xml(
        "package.types",
        0,
        "/ppt/slides/slide99.xml",
        TYPES,
        "</Types>",
        '<Override PartName="/ppt/slides/slide99.xml" ContentType="application/xml"/></Types>',
    ),
    xml("package.types", 0, "png", TYPES, "</Types>", '<Default Extension="png" ContentType="image/png"/></Types>'),
    xml("package.type-name", 0, "jpg", TYPES, "</Types>", '<Default Extension="jpg" ContentType="image/jpg"/></Types>'),
    xml("package.relation", 5, slide_xml(5), slide_xml(5), 'r:embed="[^"]*"', 'r:embed="rId77"'),
    xml("package.relation", 5, slide_xml(5), slide_xml(5), 'r:embed="[^"]*"', 'r:embed="rId1"'),
    xml("package.relation-id", 2, rels(2), rels(2), END, relation("hyperlink", "https://example.org", "1st", OUTSIDE)),
    xml(
        "package.relation-count",
        2,
        slide_xml(2),
        rels(2),
        END,
        relation("slideLayout", "../slideLayouts/slideLayout1.xml"),
    ),
    parts("package.notes", 2, "ppt/notesSlides/notesSlide1.xml", lone_notes),
    parts("package.notes-shared", 3, "ppt/notesSlides/notesSlide1.xml", shared_notes),
    parts("package.orphan", 0, "customXml/lost.xml", lambda made: also(made, "customXml/lost.xml", b"<lost/>")),
    xml("package.outside", 2, rels(2), rels(2), END, relation("video", "https://example.org/a.mp4", mode=OUTSIDE)),
    xml("package.link", 2, rels(2), rels(2), END, relation("hyperlink", "file:///C:/plan.docx", mode=OUTSIDE)),
    xml("package.schema", 6, "Ask", slide_xml(6), r"(name=\"Ask\".*?)<a:bodyPr([^>]*)>.*?</a:bodyPr>", r"\1"),
    xml("package.schema", 6, "Ask", slide_xml(6), r'(name="Ask".*?<a:rPr [^>]*?)sz="1600"', r'\1sz="big"'),
    xml("package.schema", 6, "Ask", slide_xml(6), r'(name="Ask".*?)(<a:rPr[^>]*/>)(<a:t>.*?</a:t>)', r"\1\3\2"),
    xml("package.schema", 6, "Ask", slide_xml(6), r'(name="Ask".*?<a:p>)', r'\1<a:pPr algn="centre"/>'),
    xml("package.schema", 0, MAIN, MAIN, r"(<p:sldIdLst>.*?</p:sldIdLst>)(<p:sldSz [^>]*/>)", r"\2\1"),
    xml("package.slide-id", 0, MAIN, MAIN, r'<p:sldId id="257"', '<p:sldId id="256"'),
    xml("package.slide-id", 0, MAIN, MAIN, r'<p:sldId id="257"', '<p:sldId id="12"'),
    xml("package.slide-list", 0, slide_xml(2), MAIN, r'<p:sldId id="257"[^>]*/>', ""),
    xml(
        "package.layout-id",
        0,
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/slideMasters/slideMaster1.xml",
        r'<p:sldLayoutId id="\d+"',
        '<p:sldLayoutId id="300"',
    ),
    xml("package.section", 0, MAIN, MAIN, r"(?:<p:extLst>.*?</p:extLst>)?</p:presentation>", SECTION),
    drawn("package.notes-master", 0, MAIN, noted),
    xml("package.size", 0, MAIN, MAIN, r'cx="9144000" cy="6858000"', 'cx="12192000" cy="6858000"'),
    xml(
        "package.shape-id", 6, "Order", slide_xml(6), r'<p:cNvPr id="\d+" name="Order"', '<p:cNvPr id="2" name="Order"'
    ),
    xml(
        "package.shape-id-range",
        6,
        "Order",
        slide_xml(6),
        r'<p:cNvPr id="\d+" name="Order"',
        '<p:cNvPr id="4294967295" name="Order"',
    ),
    xml("package.glue", 6, "Arrow", slide_xml(6), r'<a:endCxn id="\d+"', '<a:endCxn id="99"'),
    xml("package.animation", 6, slide_xml(6), slide_xml(6), "</p:sld>", TIMING),
    xml("package.no-place", 6, "Ask", slide_xml(6), r'(name="Ask".*?)<a:xfrm>.*?</a:xfrm>', r"\1"),
    xml("package.placeholder", 2, slide_xml(2), slide_xml(2), r'<p:ph idx="1"/>', '<p:ph type="title"/>'),
    xml("package.table-grid", 3, "Prices", slide_xml(3), r"<a:gridCol [^>]*/>", ""),
    xml("package.table-grid", 3, "Prices", slide_xml(3), r"<a:tc>.*?</a:tc>", ""),
    xml("package.table-merge", 3, "Prices", slide_xml(3), "<a:tc>", '<a:tc gridSpan="2">'),
    xml("package.table-merge", 3, "Prices", slide_xml(3), "<a:tc>", '<a:tc rowSpan="9">'),
    xml("package.table-style", 3, "Prices", slide_xml(3), r"(<a:tableStyleId>)[^<]*", r"\1Medium 2"),
    xml("package.language", 6, slide_xml(6), slide_xml(6), r"<a:rPr ", '<a:rPr lang="british english" '),
    xml("package.chart-axis", 4, CHART, CHART, r'<c:axId val="\d+"/>', '<c:axId val="7"/>'),
    xml("package.chart-axis-id", 4, CHART, CHART, r'(<c:(?:axId|crossAx) val=")', r"\1-", 9),
    parts("package.chart-series", 4, CHART, doubled_series),
    xml("package.chart-empty", 4, CHART, CHART, r"<c:ser>.*?</c:ser>", ""),
    xml("package.chart-cache", 4, CHART, CHART, r'<c:ptCount val="3"/>', '<c:ptCount val="1"/>'),
    xml("package.chart-cache", 4, CHART, CHART, r"<c:v>30.0</c:v>", "<c:v>many</c:v>"),
    parts(
        "package.media", 5, "ppt/media/image1.png", lambda made: also(made, "ppt/media/image1.png", b"<html>404</html>")
    ),
    xml(
        "package.properties",
        0,
        "docProps/core.xml",
        "docProps/core.xml",
        r"(<dcterms:created[^>]*>)[^<]*",
        r"\1yesterday",
    ),
    xml(
        "package.properties",
        0,
        "docProps/core.xml",
        "docProps/core.xml",
        r"(<dc:title>.*?</dc:title>|<dc:title/>)",
        r"\1\1",
    ),
    xml(
        "file.author",
        0,
        "docProps/core.xml",
        "docProps/core.xml",
        r"<dc:creator>.*?</dc:creator>|<dc:creator/>",
        "<dc:creator>Steve Canny</dc:creator>",
    ),
    Case("file.thumbnail", 0, "docProps/thumbnail.jpeg", empty_deck),
    Case("file.printer", 0, MAIN, empty_deck),
    parts("file.comments", 0, "ppt/comments/comment1.xml", commented),
    # slides and their words
    Case("deck.empty", 0, MAIN, empty_deck),
    drawn("slide.blank", 7, "slide", blank),
    xml("slide.hidden", 6, "slide", slide_xml(6), "<p:sld ", '<p:sld show="0" '),
    drawn("title.missing", 7, "title", untitled),
    drawn("title.twice", 7, "title", twins),
    drawn("placeholder.empty", 7, "Content Placeholder 2", unfilled),
    drawn("text.filler", 6, "Draft", filler),
    drawn("text.repeats", 6, "Aim 5", repeated),
    # text in its place
    drawn("fit.overflow", 6, "Turned", turned),
    drawn("fit.overflow", 6, "Inner", grouped),
    drawn("fit.overflow", 2, "Content Placeholder 2", inherited),
    drawn("fit.overflow", 6, "Shrunk", shrunk),
    drawn("fit.overflow", 6, "Round", filled_ellipse),
    drawn("fit.spill", 6, "Unseen", spilling),
    drawn("fit.spill", 3, "Prices, row 2", tall_row),
    drawn("fit.tight", 6, "Tight", barely),
    drawn("fit.word", 6, "Narrow", cut_word),
    drawn("text.small", 6, "Fine print", small),
    drawn("layout.off-slide", 6, "Late", off_slide),
    drawn("layout.off-slide", 3, "Prices", low_table),
    drawn("layout.beside", 6, "Forgotten", beside),
    drawn("layout.overlap", 6, "Ask", crossing),
    drawn("layout.covered", 6, "Ask", hidden_text),
    drawn("contrast.text", 6, "Pale", pale),
    drawn("contrast.text", 6, "Tinted", pale_by_theme),
    drawn("contrast.text", 6, "Card", pale_on_card),
    drawn("contrast.text", 3, "Prices", pale_cell),
    xml("contrast.text", 6, "Ask", slide_xml(6), r"<p:clrMapOvr>.*?</p:clrMapOvr>", REMAPPED),
    drawn("contrast.furniture", 2, "Date", pale_date),
    # those who do not see it
    drawn("alt.missing", 5, "Photo", unnamed_picture),
    xml("alt.missing", 4, "Loads", slide_xml(4), r' descr="Column chart[^"]*"', ""),
    xml("alt.name", 5, "Photo", slide_xml(5), r'descr="A crane[^"]*"', 'descr="IMG_2041.JPG"'),
    xml("alt.on-text", 6, "Ask", slide_xml(6), r'name="Ask"', 'name="Ask" descr="A box with words"'),
    drawn("alt.decorative", 6, "Dot 1", plain_shapes),
    xml(
        "alt.both",
        5,
        "Photo",
        slide_xml(5),
        r'(<p:cNvPr [^>]*descr="A crane[^"]*")/>',
        rf"\1>{DECORATIVE}</p:cNvPr>",
    ),
    xml("table.header", 3, "Prices", slide_xml(3), r' firstRow="1"', ""),
    drawn("order.title", 6, "Title 1", late_title),
    drawn("order.reading", 6, "Third", upside_down),
    parts("lang.missing", 6, "", lambda made: planted(made, MAIN, r' lang="[^"]*"', "", 99)),
    drawn("link.text", 6, "Link", linked("https://example.org/yards", "click here")),
    drawn("link.unsafe", 6, "Link", linked("file:///C:/plan.docx", "The plan for the yards")),
    # one look
    drawn("font.missing", 6, slide_xml(6), rare_font),
    drawn("style.size", 6, "Odd", lambda deck: habits(deck, 15.5)),
    drawn("style.color", 6, "Odd", lambda deck: habits(deck, color="050505")),
    drawn("picture.stretched", 5, "Photo", stretched),
    drawn("picture.coarse", 5, "Tiny", coarse),
    drawn("chart.crowded", 7, "Crowd", crowded),
    xml("chart.workbook", 4, CHART, CHART, r"<c:v>30.0</c:v>", "<c:v>31.0</c:v>"),
    parts("chart.workbook-missing", 4, CHART, without_workbook),
    drawn("connector.loose", 6, "Half glued", loose),
]


@cache
def before() -> frozenset[tuple[str, int, str]]:
    return frozenset((item.rule, item.slide, item.where) for item in findings(unchanged()))


def test_the_sound_deck_is_sound() -> None:
    assert before() == frozenset()


@pytest.mark.parametrize("case", FOREIGN, ids=lambda case: f"{case.rule}, {case.slide}")
def test_each_planted_fault_is_found_where_it_is(case: Case) -> None:
    found = findings(case.make())
    there = [item for item in found if item.rule == case.rule and item.slide == case.slide and case.where in item.where]
    assert there, [(item.rule, item.slide, item.where) for item in found]
    assert all(item.level == RULES[case.rule].level and item.remedy and item.message for item in there)


# ---------------------------------------------------------------- decks of ours, which keep to more


def framed(rule: str, where: str, *frames: Frame, number: int = 1) -> tuple[str, int, str, Callable[[], list[Finding]]]:
    """A fault in slides of ours, before they are written."""
    return rule, number, where, lambda: list(checks.run(Deck("Acme", "Acme", "CTO", frames), THEME))


def traced(rule: str, *runs: Run, notes: str = "") -> tuple[str, int, str, Callable[[], list[Finding]]]:
    def judge() -> list[Finding]:
        deck = test_tracing.deck(*runs, notes=notes)
        return list(checks.run(deck, THEME, test_tracing.briefing(), test_tracing.TEXTS))

    return rule, 1, "", judge


def rewritten(
    rule: str, where: str, change: Callable[[Parts], Parts]
) -> tuple[str, int, str, Callable[[], list[Finding]]]:
    """A fault in the file of a deck of ours."""

    def judge() -> list[Finding]:
        made = parts_of(pptx.write(specimen(), theming.find_theme("boardroom")))
        return findings(packed(change(made)))

    return rule, 2 if rule == "package.rgb" else 0, where, judge


def thumbnailed(made: Parts) -> Parts:
    made = planted(
        made, "[Content_Types].xml", "</Types>", '<Default Extension="jpeg" ContentType="image/jpeg"/></Types>'
    )
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    added = f'<Relationship Id="rId88" Type="{kind}" Target="docProps/thumbnail.jpeg"/></Relationships>'
    return also(planted(made, "_rels/.rels", END, added), "docProps/thumbnail.jpeg", b"\xff\xd8\xff\xe0")


def told_by_the_command() -> list[Finding]:
    """Of a deck of ours whose briefing is cut off: what only the whole check sees, which reads it."""
    made = parts_of(pptx.write(replace(specimen(), briefing_json='{"schema_version": "1'), THEME))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pptx"
        path.write_bytes(packed(made))
        return list(checking.check(path))


def text(name: str, words_: str, size: float = 12, top: float = 3.0, **more: Any) -> TextMark:
    return TextMark(name, box(1, top, 3, 0.4), words(words_, size), **more)


BADGE = Cell(words("◊ Rumoured and much more besides", 11, kind="badge", bold=True))

OURS = [
    framed("title.stop", "Title", slide(title="Acme grows.")),
    framed(
        "placeholder.twice",
        "placeholder 21",
        slide(text("A", "a", placeholder=21), text("B", "b", top=4, placeholder=21)),
    ),
    framed("furniture.missing", "page number", replace(slide(), marks=slide().marks[:-1])),
    framed("name.twice", "Claim", slide(text("Claim", "Twin"))),
    framed("key.twice", "key", slide(), slide(title="Acme shrinks"), number=2),
    framed("notes.long", "notes", slide(notes="x" * 1_801)),
    framed("fit.title", "Title", slide(title="Words that go on and on for longer than anybody reads, " * 4)),
    framed("fit.badge", "Table, row 2, column 1", slide(table(BADGE, height=1))),
    framed("fit.small", "Fine", slide(text("Fine", "Small print", 7))),
    framed("layout.zone", "Low", slide(text("Low", "Under", top=6.6))),
    framed("layout.table", "Table", slide(replace(table(BADGE), columns=(inches(3),)))),
    framed(
        "citation.unlisted", "sources line", slide(TextMark("Cited", box(1, 3, 2, 0.3), words("[4]", kind="citation")))
    ),
    framed("citation.unused", "sources line", replace(slide(), marks=(slide().marks[0], *slide().marks[2:]))),
    framed("link.dead", "Jump", slide(text("Jump", "There", link=Link(slide="nowhere")))),
    traced("tracing.number", Run("$13.9M", 12, kind="claim")),
    traced("tracing.name", Run("Led by Southwind", 12, kind="claim")),
    traced("tracing.citation", Run("1,200 robots", 12, kind="claim"), Run("\u00a0[2]", 10, kind="citation")),
    traced("tracing.quote", notes="EVIDENCE\n[1] “It runs 1,300 robots”"),
    rewritten(
        "package.rgb",
        "ppt/slides/slide2.xml",
        lambda made: planted(made, "ppt/slides/slide2.xml", '<a:schemeClr val="tx2"/>', '<a:srgbClr val="4A5568"/>'),
    ),
    rewritten("file.thumbnail-own", "docProps/thumbnail.jpeg", thumbnailed),
    ("deck.model", 0, "the briefing it carries", told_by_the_command),
]


@pytest.mark.parametrize("case", OURS, ids=lambda case: case[0])
def test_each_fault_in_a_deck_of_ours_is_found(case: tuple[str, int, str, Callable[[], list[Finding]]]) -> None:
    rule, number, where, judge = case
    found = judge()
    there = [item for item in found if item.rule == rule and item.slide == number and where in item.where]
    assert there, [(item.rule, item.slide, item.where) for item in found]
    assert all(item.level == RULES[rule].own for item in there)


def test_every_rule_has_a_planted_fault() -> None:
    assert set(RULES) == {case.rule for case in FOREIGN} | {case[0] for case in OURS}
    assert len(FOREIGN) + len(OURS) >= 60


# What the validator finds by the schemas alone, which take their time.
BY_SCHEMA = ("package.schema", "package.chart-series", "package.slide-id", "package.layout-id")


@pytest.mark.parametrize(
    "case",
    [case for case in FOREIGN if case.rule.startswith("package.")],
    ids=lambda case: f"{case.rule}, {case.slide}",
)
def test_the_validator_and_the_check_agree_on_files(case: Case, validator: Any, tmp_path: Any) -> None:
    """An error for the one is an error for the other."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(case.make())
    told = validator.check(str(path), use_xsd=case.rule in BY_SCHEMA)
    errors = [
        item for item in findings(path.read_bytes()) if item.level == "error" and item.rule.startswith("package.")
    ]
    assert bool([code for code, _, _ in told if code not in validator.WARN]) == bool(errors), (told, errors)
    assert told or errors or case.rule in ("package.link", "package.outside")
