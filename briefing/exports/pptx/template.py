"""The tables of layouts.py and a Theme in, a presentation without slides out: master, layouts and notes master.

A deck is this with slides added; see package.py.
"""

from __future__ import annotations

from briefing.exports.pptx.canvas import xfrm
from briefing.exports.pptx.kinds import Content, Kind
from briefing.exports.pptx.layouts import (
    FOOTER,
    FOOTER_RULE_Y,
    LAYOUTS,
    MARGIN,
    NUMBER,
    PANEL,
    SECTION_LAYOUT,
    TITLE,
    TITLE_RULE_END,
    TITLE_RULE_Y,
    Holder,
    LayoutSpec,
    cs,
)
from briefing.exports.pptx.paint import NO_LINE, fill_xml, line_xml
from briefing.exports.pptx.parts import Package, Part
from briefing.exports.pptx.slides import MAP, NAMESPACES, TREE
from briefing.exports.pptx.tables import NO_STYLE_NO_GRID
from briefing.exports.pptx.text import ALIGN, HEAD, NUMBER_FIELD, box_properties, points
from briefing.exports.pptx.theme_part import SLOTS, theme_xml
from briefing.model.frame import SLIDE_H, SLIDE_W, Box, Line, Paint, inches
from briefing.model.theme import Theme

NO_SLIDES = "<p:sldIdLst/>"  # stands in the presentation part until there are slides
PROPERTIES = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>briefing</Application></Properties>"
)
_TABLE_STYLES = (
    f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{NO_STYLE_NO_GRID}"/>'
)
_MASTER_ID = 1 << 31  # where ids of masters and layouts begin
_LAYOUTS = (*LAYOUTS.values(), SECTION_LAYOUT)
_BODY = Holder(1, "body", "Text", Box(MARGIN, inches(1.78), cs(12), inches(4.94)), 12, prompt="Text")
_HAIRLINE = Line("accent6", 0.75)
_GREYS = ("000000", "FFFFFF", "444444", "EEEEEE", *["444444"] * 5, "CCCCCC", "444444", "444444")
# Colours and fonts of the notes master, whatever the deck's.
_OFFICE = Theme(
    name="notes",
    label="Notes",
    dark=False,
    colors=dict(zip(SLOTS, _GREYS, strict=True)),
    major="Arial",
    minor="Arial",
    font_files={},
)
_BACKGROUND = f"<p:bg><p:bgPr>{fill_xml(Paint('bg1'))}<a:effectLst/></p:bgPr></p:bg>"


def package(theme: Theme) -> Package:
    """A presentation without slides in the theme's colours and fonts."""
    main, look = Part("/ppt/presentation.xml", Content.PRESENTATION), _theme("/ppt/theme/theme1.xml", theme)
    master = _master(theme, look)
    notes = notes_master("/ppt/notesMasters/notesMaster1.xml", "/ppt/theme/theme2.xml")
    main.data = _presentation(main.relate(Kind.MASTER, master), main.relate(Kind.NOTES_MASTER, notes)).encode()
    for kind, part in (
        (Kind.PRESENTATION_PROPERTIES, _part("presProps", Content.PRESENTATION_PROPERTIES, "p:presentationPr")),
        (Kind.VIEW_PROPERTIES, _part("viewProps", Content.VIEW_PROPERTIES, "p:viewPr")),
        (Kind.THEME, look),
        (Kind.TABLE_STYLES, Part("/ppt/tableStyles.xml", Content.TABLE_STYLES, _TABLE_STYLES.encode())),
    ):
        main.relate(kind, part)
    made = Package()
    made.root.relate(Kind.DOCUMENT, main)
    made.root.relate(
        Kind.EXTENDED_PROPERTIES, Part("/docProps/app.xml", Content.EXTENDED_PROPERTIES, PROPERTIES.encode())
    )
    return made


def notes_master(name: str, theme_name: str) -> Part:
    """The notes master with a theme of its own, as parts of these names."""
    made = Part(name, Content.NOTES_MASTER, _notes_master().encode())
    made.relate(Kind.THEME, _theme(theme_name, _OFFICE))
    return made


def _master(theme: Theme, look: Part) -> Part:
    """The master with its layouts."""
    made = Part("/ppt/slideMasters/slideMaster1.xml", Content.MASTER)
    ids = []
    for number, spec in enumerate(_LAYOUTS, 1):
        layout = Part(f"/ppt/slideLayouts/slideLayout{number}.xml", Content.LAYOUT, _layout(spec).encode())
        layout.relate(Kind.MASTER, made)
        ids.append(made.relate(Kind.LAYOUT, layout))
    made.relate(Kind.THEME, look)
    made.data = _master_xml(theme, ids).encode()
    return made


def _theme(name: str, theme: Theme) -> Part:
    return Part(name, Content.THEME, theme_xml(theme).encode())


def _part(name: str, content_type: str, tag: str) -> Part:
    """A part that PowerPoint looks for, with nothing in it."""
    return Part(f"/ppt/{name}.xml", content_type, f"{HEAD}<{tag} {NAMESPACES}/>".encode())


def _presentation(master: str, notes_master: str) -> str:
    """Its arguments are relations' ids."""
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="{_MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>{NO_SLIDES}'
        f'<p:sldSz cx="{SLIDE_W}" cy="{SLIDE_H}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{_levels(12)}</p:defaultTextStyle></p:presentation>"
    )


def _levels(size: float, bold: bool = False, font: str = "mn", count: int = 9) -> str:
    """lvl1pPr … of a list style: flush left, no bullets, single spaced."""
    inner = (
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{points(size)}" b="{int(bold)}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
    )
    return "".join(
        f'<a:lvl{level}pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0"'
        ' hangingPunct="1">'
        f"{inner}</a:lvl{level}pPr>"
        for level in range(1, count + 1)
    )


def _color_map(theme: Theme) -> str:
    slots = theme.color_map | {slot: slot for slot in SLOTS[4:]}
    return "<p:clrMap" + "".join([f' {role}="{slot}"' for role, slot in slots.items()]) + "/>"


def _master_xml(theme: Theme, layout_ids: list[str]) -> str:
    shapes = "".join(_holder(item, number) for number, item in enumerate((TITLE, _BODY, FOOTER, NUMBER), 2))
    rule = _rule(6, "Footer rule", FOOTER_RULE_Y, MARGIN + cs(12))
    layouts = "".join([f'<p:sldLayoutId id="{_MASTER_ID + n}" r:id="{id}"/>' for n, id in enumerate(layout_ids, 1)])
    return (
        f'{HEAD}<p:sldMaster {NAMESPACES} preserve="1">'
        f"<p:cSld>{_BACKGROUND}<p:spTree>{TREE}{shapes}{rule}</p:spTree></p:cSld>"
        f'{_color_map(theme)}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{_levels(TITLE.size, True, 'mj', 1)}</p:titleStyle><p:bodyStyle>{_levels(12)}</p:bodyStyle>"
        f"<p:otherStyle>{_levels(12)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout(spec: LayoutSpec) -> str:
    drawn = ""
    number = 2
    if spec.kind == "title":
        drawn = _panel(2) + _rule(3, "Rule", TITLE_RULE_Y, TITLE_RULE_END)
        number = 4
    shapes = "".join(_holder(item, shape, prompt=True) for shape, item in enumerate(spec.holders, number))
    hidden = "" if spec.master_shapes else ' showMasterSp="0"'
    drawn_by_user = ' userDrawn="1"' if spec.kind == "cust" else ""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES}{hidden} type="{spec.kind}" preserve="1"{drawn_by_user}><p:cSld'
        f' name="{spec.name}">'
        f"<p:spTree>{TREE}{drawn}{shapes}</p:spTree></p:cSld>{MAP}</p:sldLayout>"
    )


def _holder(item: Holder, shape_id: int, prompt: bool = False) -> str:
    ph = item.ph
    if prompt and item.prompt and item.type in ("title", "ctrTitle", "subTitle", "body"):
        ph = ph.replace("/>", ' hasCustomPrompt="1"/>')
    style = (
        f'<a:lstStyle><a:lvl1pPr algn="{ALIGN[item.align]}"><a:defRPr sz="{points(item.size)}" b="{int(item.bold)}">'
        f"{fill_xml(Paint(item.color))}</a:defRPr></a:lvl1pPr></a:lstStyle>"
    )
    text = f'<a:r><a:rPr lang="en-GB"/><a:t>{item.prompt}</a:t></a:r>' if item.prompt else ""
    if item.type == "sldNum":
        text = f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{item.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr>{xfrm(item.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr>"
        f'<p:txBody>{box_properties((0, 0, 0, 0), item.anchor, True)}{style}<a:p>{text}<a:endParaRPr lang="en-GB"/>'
        "</a:p>"
        "</p:txBody></p:sp>"
    )


def _rule(shape_id: int, name: str, y: int, end: int) -> str:
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/>'
        "</p:nvCxnSpPr>"
        f'<p:spPr>{xfrm(Box(MARGIN, y, end - MARGIN, 0))}<a:prstGeom prst="line"><a:avLst/>'
        f"</a:prstGeom>{line_xml(_HAIRLINE)}"
        "</p:spPr></p:cxnSp>"
    )


def _panel(shape_id: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Panel"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{xfrm(PANEL)}<a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{fill_xml(Paint('bg2'))}{NO_LINE}</p:spPr>"
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _notes_master() -> str:
    image, text = Box(685800, 1143000, 5486400, 3086100), Box(685800, 4400550, 5486400, 3600450)
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld>{_BACKGROUND}<p:spTree>{TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1"'
        ' noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{xfrm(image)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{xfrm(text)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>'
        '<a:rPr lang="en-GB"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>'
        f"{_color_map(_OFFICE)}<p:notesStyle>{_levels(12)}</p:notesStyle></p:notesMaster>"
    )
