"""Templates as companies have them, each odd in its own way, made from the library's default one: no files kept."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from tests.packages import packed, parts_of

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WIDE = (13.333, 7.5)


def base(width: float = WIDE[0], height: float = WIDE[1]) -> Any:
    """The default template, its placeholders stretched to that size in inches."""
    deck = Presentation()
    across, down = Inches(width) / deck.slide_width, Inches(height) / deck.slide_height
    for part in (deck.slide_master, *deck.slide_layouts):
        for xfrm in part._element.iter(qn("a:xfrm")):
            for tag, (first, second) in (("a:off", ("x", "y")), ("a:ext", ("cx", "cy"))):
                item = xfrm.find(qn(tag))
                item.set(first, str(round(int(item.get(first)) * across)))
                item.set(second, str(round(int(item.get(second)) * down)))
    deck.slide_width, deck.slide_height = Inches(width), Inches(height)
    deck.part._element.find(qn("p:sldSz")).attrib.pop("type", None)
    return deck


def saved(deck: Any) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def edited(data: bytes, edit: Callable[[str, bytes], bytes]) -> bytes:
    """The package with each part as edit(name, content) gives it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            copy.writestr(name, edit(name, archive.read(name)))
    return stream.getvalue()


def text(tree: Any, words: str, box: tuple[float, float, float, float], size: float = 9, color: str = "7F7F7F") -> None:
    """A text box drawn on a layout or master. box: inches."""
    x, y, w, h = (int(Inches(value)) for value in box)
    number = 900 + len(tree)
    tree.append(
        etree.fromstring(
            f'<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="{A}"><p:nvSpPr>'
            f'<p:cNvPr id="{number}" name="Drawn {number}"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>'
            f'<a:rPr lang="en-US" sz="{round(size * 100)}"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
            "</a:rPr>"
            f"<a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    )


def block(tree: Any, box: tuple[float, float, float, float], color: str, first: bool = True) -> None:
    """A filled rectangle under everything else (or above it)."""
    x, y, w, h = (int(Inches(value)) for value in box)
    number = 800 + len(tree)
    shape = etree.fromstring(
        f'<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="{A}"><p:nvSpPr>'
        f'<p:cNvPr id="{number}" name="Block {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>'
        "<a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )
    tree.insert(2, shape) if first else tree.append(shape)


def photo(width: int = 1600, height: int = 900, dark: bool = True) -> io.BytesIO:
    """A picture with a dark busy half and a light one."""
    image = Image.new("RGB", (width, height), "#E9EEF2")
    brush = ImageDraw.Draw(image)
    for at in range(0, width // 2, 24):
        shade = 20 + (at * 7) % 150
        brush.rectangle((at, 0, at + 24, height), fill=(shade, shade // 2, 60) if dark else (shade + 80,) * 3)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    stream.seek(0)
    return stream


def fonts(data: bytes, latin: str, east_asian: str = "", bidi: str = "") -> bytes:
    """With other families in the theme."""

    def edit(name: str, content: bytes) -> bytes:
        if not re.fullmatch(r"ppt/theme/theme1\.xml", name):
            return content
        content = re.sub(rb'<a:latin typeface="[^"]*"', f'<a:latin typeface="{latin}"'.encode(), content)
        content = re.sub(rb'<a:ea typeface="[^"]*"', f'<a:ea typeface="{east_asian}"'.encode(), content)
        return re.sub(rb'<a:cs typeface="[^"]*"', f'<a:cs typeface="{bidi}"'.encode(), content)

    return edited(data, edit)


def colors(data: bytes, **slots: str) -> bytes:
    """With other colours in the theme."""

    def edit(name: str, content: bytes) -> bytes:
        if name != "ppt/theme/theme1.xml":
            return content
        for slot, value in slots.items():
            new = f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'.encode()
            content = re.sub(rf"<a:{slot}>.*?</a:{slot}>".encode(), new, content, flags=re.S)
        return content

    return edited(data, edit)


# ---------------------------------------------------------------- the kinds


def chinese() -> bytes:
    """Chinese families, a red band, a legal line in Chinese on every layout."""
    deck = base()
    master = deck.slide_master._element.cSld.spTree
    block(master, (0, 0, 13.333, 0.22), "C00000")
    text(master, "内部资料 未经许可不得外传", (9.9, 7.12, 3.2, 0.3))
    for layout in deck.slide_layouts:
        layout._element.cSld.set("name", f"版式 {layout.name}")
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "示例"
    data = colors(saved(deck), accent1="C00000", accent2="1F6F54", accent3="9A5B00", accent4="7030A0", accent5="B3261E")
    return fonts(data, "Microsoft YaHei", "微软雅黑")


def japanese() -> bytes:
    """Japanese families, vertical layouts, a logo at the right of the title."""
    deck = base()
    for layout in deck.slide_layouts:
        layout.shapes._spTree.append(_picture(layout, photo(240, 80, dark=False), (12.0, 0.2, 1.1, 0.37)))
    text(deck.slide_master._element.cSld.spTree, "社外秘", (0.3, 7.1, 1.2, 0.3))
    return fonts(saved(deck), "Yu Gothic", "游ゴシック")


def ministry() -> bytes:
    """No layout has a title; an emblem, two bands, the footer says the ministry's name."""
    deck = base()
    master = deck.slide_master._element.cSld.spTree
    block(master, (0, 0, 13.333, 0.9), "1E3250")
    block(master, (0, 6.95, 13.333, 0.55), "1E3250")
    text(master, "Ministry of Public Works", (0.4, 0.25, 5, 0.4), 14, "FFFFFF")
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in (1, 3) or shape.placeholder_format.idx in (10, 11, 12):
                shape._element.getparent().remove(shape._element)
    return saved(deck)


def two_masters() -> bytes:
    """A second master with a dark theme and layouts of the same names."""
    return _second_master(saved(base()))


def dark_master() -> bytes:
    """The colour map turned over, on a gradient from black to blue."""
    deck = base()
    master = deck.slide_master._element
    mapped = master.find(qn("p:clrMap"))
    for role, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapped.set(role, slot)
    background = master.cSld.find(qn("p:bg"))
    if background is not None:
        master.cSld.remove(background)
    master.cSld.insert(
        0,
        etree.fromstring(
            f'<p:bg xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="{A}">'
            '<p:bgPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="05080F"/></a:gs>'
            '<a:gs pos="100000"><a:srgbClr val="12305A"/></a:gs>'
            '</a:gsLst><a:lin ang="5400000"/></a:gradFill><a:effectLst/></p:bgPr></p:bg>'
        ),
    )
    light = {"accent1": "7AB8FF", "accent2": "5AD1B8", "accent3": "F2B65A", "accent4": "D7A1F2", "accent5": "FF8F87"}
    return colors(saved(deck), dk1="05080F", lt1="F4F6FA", dk2="172236", lt2="A8B4C8", **light)


def body_above_title() -> bytes:
    """The title at the foot of the slide, content above it."""
    deck = base()
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            kind = shape.placeholder_format.type
            if kind == 1 and layout.name != "Title Slide":
                _place(shape, (0.7, 5.7, 11.9, 0.95))
            elif shape.placeholder_format.idx == 1 and layout.name == "Title and Content":
                _place(shape, (0.7, 0.5, 11.9, 5.0))
    return saved(deck)


def drawn_text() -> bytes:
    """Legal lines, a stamp and a column of contacts drawn on the layouts."""
    deck = base()
    for layout in deck.slide_layouts:
        tree = layout._element.cSld.spTree
        text(tree, "CONFIDENTIAL", (11.2, 0.1, 2.0, 0.3), 10, "C00000")
        text(tree, "Acme Holdings plc. Registered in England No 0000000. All rights reserved.", (0.5, 7.05, 8, 0.3), 8)
        if layout.name != "Title Slide":
            text(tree, "Contact: investor relations, 1 High Street", (11.4, 1.6, 1.7, 2.0), 10)
    return saved(deck)


def four_by_three() -> bytes:
    return saved(base(10, 7.5))


def a4() -> bytes:
    return saved(base(11.69, 8.27))


def a4_portrait() -> bytes:
    return saved(base(7.5, 10.83))


def repeated_idx() -> bytes:
    """Several placeholders with one index, the title's among them."""
    deck = base()
    for layout in deck.slide_layouts:
        for shape in layout._element.iter(qn("p:ph")):
            if shape.get("type") not in ("title", "ctrTitle"):
                shape.set("idx", "1") if shape.get("type") in ("ftr", "sldNum", "dt") else shape.attrib.pop("idx", None)
    return saved(deck)


def pictures_only() -> bytes:
    """A photograph over every layout; titles stand on its dark half and its light one."""
    deck = base()
    for layout in deck.slide_layouts:
        picture = _picture(layout, photo(), (0, 0, 13.333, 7.5))
        layout.shapes._spTree.insert(2, picture)
    return saved(deck)


def huge_margins() -> bytes:
    """A fifth of the slide on each side stays free."""
    deck = base()
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            _place(shape, (2.6, max(shape.top / 914_400, 0.6), 8.1, min(shape.height / 914_400, 4.4)))
    for shape in deck.slide_master.placeholders:
        _place(shape, (2.6, shape.top / 914_400, 8.1, shape.height / 914_400))
    return saved(deck)


def right_to_left() -> bytes:
    """Arabic: text from the right, the title flush right."""
    deck = base()
    master = deck.slide_master._element
    for level in master.iter(qn("a:lvl1pPr")):
        level.set("rtl", "1")
        level.set("algn", "r")
    text(master.cSld.spTree, "سري للغاية", (0.4, 7.1, 2.0, 0.3))
    deck.part._element.set("rtl", "1")
    return fonts(saved(deck), "Arial", "", "Arial")


def with_samples() -> bytes:
    """Sample slides with notes, a chart, a picture and comments, in sections and a custom show."""
    deck = base()
    for number in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Sample {number}"
        slide.notes_slide.notes_text_frame.text = "sample notes"
        chart = CategoryChartData()
        chart.categories = ["a", "b"]
        chart.add_series("s", (1, 2))
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(4), Inches(3), chart)
        slide.shapes.add_picture(photo(320, 180), Inches(6), Inches(2))
    box = deck.slides[0].shapes.add_textbox(Inches(1), Inches(6), Inches(3), Inches(0.4))
    box.text_frame.text = "sample box"
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(12)
    box.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0, 0, 0)
    return _with_sections(saved(deck))


ODD: dict[str, Callable[[], bytes]] = {
    "chinese": chinese,
    "japanese": japanese,
    "ministry": ministry,
    "two-masters": two_masters,
    "dark-master": dark_master,
    "body-above-title": body_above_title,
    "drawn-text": drawn_text,
    "four-by-three": four_by_three,
    "a4": a4,
    "a4-portrait": a4_portrait,
    "repeated-idx": repeated_idx,
    "pictures-only": pictures_only,
    "huge-margins": huge_margins,
    "right-to-left": right_to_left,
    "with-samples": with_samples,
}


# ---------------------------------------------------------------- how


def _place(shape: Any, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(int(Inches(value))) for value in box)


def _picture(layout: Any, stream: io.BytesIO, box: tuple[float, float, float, float]) -> Any:
    _, relation = layout.part.get_or_add_image_part(stream)
    x, y, w, h = (int(Inches(value)) for value in box)
    return etree.fromstring(
        f'<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="{A}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvPicPr>'
        '<p:cNvPr id="777" name="Picture"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
    )


def _second_master(data: bytes) -> bytes:
    """Master, layouts and theme once more under other part names; the copy's theme is dark."""
    parts = parts_of(data)
    renamed = {
        name: re.sub(r"(slideMaster|slideLayout|theme)(\d+)\.xml", lambda m: f"{m[1]}{int(m[2]) + 20}.xml", name)
        for name in parts
        if re.match(r"ppt/(slideMasters|slideLayouts|theme)/", name)
    }
    made = dict(parts)
    for name, new in renamed.items():
        content = parts[name]
        if name.endswith(".rels"):
            content = re.sub(
                rb"(slideMaster|slideLayout|theme)(\d+)\.xml",
                lambda m: m[1] + str(int(m[2]) + 20).encode() + b".xml",
                content,
            )
        if "slideMasters/slideMaster" in name and name.endswith(".xml"):
            content = re.sub(
                rb'<p:sldLayoutId id="(\d+)"', lambda m: b'<p:sldLayoutId id="%d"' % (int(m[1]) + 100), content
            )
            content = content.replace(b'bg1="lt1"', b'bg1="dk1"').replace(b'tx1="dk1"', b'tx1="lt1"')
        made[new] = content
    types = made["[Content_Types].xml"]
    for name in (name for name in renamed if name.endswith(".xml")):
        found = re.search(rb'<Override PartName="/' + re.escape(name.encode()) + rb'" ContentType="([^"]+)"/>', types)
        if found:
            added = f'<Override PartName="/{renamed[name]}" ContentType="{found[1].decode()}"/></Types>'
            types = types.replace(b"</Types>", added.encode())
    made["[Content_Types].xml"] = types
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="slideMasters/slideMaster21.xml"/></Relationships>'
    rels = "ppt/_rels/presentation.xml.rels"
    made[rels] = made[rels].replace(b"</Relationships>", link.encode())
    main = "ppt/presentation.xml"
    made[main] = made[main].replace(
        b"</p:sldMasterIdLst>", b'<p:sldMasterId id="2147483900" r:id="rId99"/></p:sldMasterIdLst>'
    )
    return packed(made)


def _with_sections(data: bytes) -> bytes:
    """Two sections, a custom show and a comment on the first slide."""
    comments = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><p:cmLst xmlns:p="http://schemas.openxmlformats.org/'
        b'presentationml/2006/main"><p:cm authorId="0" idx="1"><p:pos x="10" y="10"/><p:text>sample comment</p:text>'
        b"</p:cm></p:cmLst>"
    )

    def edit(name: str, content: bytes) -> bytes:
        if name == "ppt/presentation.xml":
            ids = re.findall(rb'<p:sldId [^>]*?id="(\d+)"', content)
            listed = re.findall(rb'<p:sldId [^>]*r:id="(\w+)"', content)
            shows = b"".join(b'<p:sld r:id="%s"/>' % item for item in listed)
            show = (
                b'<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst>%s</p:sldLst></p:custShow></p:custShowLst>'
            )
            content = re.sub(rb"(<p:notesSz [^>]*/>)", lambda m: m[1] + show % shows, content)
            inner = b"".join(b'<p14:sldId id="%s"/>' % item for item in ids)
            section = (
                b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://'
                b'schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="sample section" '
                b'id="{11111111-2222-3333-4444-555555555555}"><p14:sldIdLst>%s</p14:sldIdLst></p14:section>'
                b"</p14:sectionLst></p:ext></p:extLst></p:presentation>"
            )
            content = re.sub(rb"<p:extLst>.*?</p:extLst>", b"", content, flags=re.S)
            return content.replace(b"</p:presentation>", section % inner)
        if name == "[Content_Types].xml":
            kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
            added = f'<Override PartName="/ppt/comments/comment1.xml" ContentType="{kind}"/></Types>'
            return content.replace(b"</Types>", added.encode())
        if name == "ppt/slides/_rels/slide1.xml.rels":
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
            link = f'<Relationship Id="rId77" Type="{kind}" Target="../comments/comment1.xml"/></Relationships>'
            return content.replace(b"</Relationships>", link.encode())
        return content

    data = edited(data, edit)
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/comments/comment1.xml", comments)
    return stream.getvalue()
