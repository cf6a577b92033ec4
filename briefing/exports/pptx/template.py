"""The tables of layouts.py in, base.pptx out: master, layouts and notes master without slides. Run by hand:

    python -m briefing.exports.pptx.template

A deck is this template with the theme's part and colour map set, and slides added; see package.py.
"""

from __future__ import annotations

import zipfile

from briefing.exports.pptx.canvas import xfrm
from briefing.exports.pptx.layouts import (
    BASE,
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
from briefing.exports.pptx.slides import HEAD, MAP, NAMESPACES, TREE
from briefing.exports.pptx.text import ALIGN, NUMBER_FIELD, box_properties, points
from briefing.exports.pptx.theme_part import theme_xml
from briefing.model.frame import SLIDE_H, SLIDE_W, Box, Line, Paint, inches
from briefing.model.theme import SLOTS, Theme

_RT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PML = "application/vnd.openxmlformats-officedocument.presentationml."
_LAYOUTS = (*LAYOUTS.values(), SECTION_LAYOUT)
_BODY = Holder(1, "body", "Text", Box(MARGIN, inches(1.78), cs(12), inches(4.94)), 12, prompt="Text")
_HAIRLINE = Line("accent6", 0.75)
# Placeholder colours and fonts: every deck replaces this part by its theme's, except for the notes master.
_OFFICE = Theme(
    name="notes",
    label="Notes",
    dark=False,
    colors=dict(
        zip(
            SLOTS,
            ("000000", "FFFFFF", "444444", "EEEEEE", *["444444"] * 5, "CCCCCC", "444444", "444444"),
            strict=True,
        )
    ),
    major="Arial",
    minor="Arial",
    font_files={},
)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_BACKGROUND = f"<p:bg><p:bgPr>{fill_xml(Paint('bg1'))}<a:effectLst/></p:bgPr></p:bg>"


def parts() -> dict[str, str]:
    """Name → content of every part, in the order of the package."""
    found = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _rels(
            (_RT + "officeDocument", "ppt/presentation.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            (_RT + "extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>briefing</Application></Properties>',
        "docProps/core.xml": _core(),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _rels(
            (_RT + "slideMaster", "slideMasters/slideMaster1.xml"),
            (_RT + "notesMaster", "notesMasters/notesMaster1.xml"),
            (_RT + "presProps", "presProps.xml"),
            (_RT + "viewProps", "viewProps.xml"),
            (_RT + "theme", "theme/theme1.xml"),
            (_RT + "tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"{HEAD}<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' def="{2D5ABB26-0587-4C30-8999-92F81FD0307C}"/>',
        "ppt/theme/theme1.xml": theme_xml(_OFFICE),
        "ppt/theme/theme2.xml": theme_xml(_OFFICE),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels(
            *((_RT + "slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(_LAYOUTS) + 1)),
            (_RT + "theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _rels((_RT + "theme", "../theme/theme2.xml")),
    }
    for number, spec in enumerate(_LAYOUTS, 1):
        found[f"ppt/slideLayouts/slideLayout{number}.xml"] = _layout(spec)
        found[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _rels(
            (_RT + "slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return found


def write(path: str = BASE) -> None:
    """Writes the template."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts().items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def _content_types() -> str:
    kinds = {
        "/ppt/presentation.xml": _PML + "presentation.main+xml",
        "/ppt/presProps.xml": _PML + "presProps+xml",
        "/ppt/viewProps.xml": _PML + "viewProps+xml",
        "/ppt/tableStyles.xml": _PML + "tableStyles+xml",
        "/ppt/slideMasters/slideMaster1.xml": _PML + "slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": _PML + "notesMaster+xml",
        "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/ppt/theme/theme2.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    for number in range(1, len(_LAYOUTS) + 1):
        kinds[f"/ppt/slideLayouts/slideLayout{number}.xml"] = _PML + "slideLayout+xml"
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
        f' ContentType="application/xml"/>{overrides}</Types>'
    )


def _rels(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def _core() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _presentation() -> str:
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId'
        ' r:id="rId2"/>'
        f'</p:notesMasterIdLst><p:sldIdLst/><p:sldSz cx="{SLIDE_W}" cy="{SLIDE_H}"/><p:notesSz cx="6858000"'
        ' cy="9144000"/>'
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


def _master() -> str:
    shapes = "".join(_holder(item, number) for number, item in enumerate((TITLE, _BODY, FOOTER, NUMBER), 2))
    rule = _rule(6, "Footer rule", FOOTER_RULE_Y, MARGIN + cs(12))
    layouts = "".join(f'<p:sldLayoutId id="{2147483648 + n}" r:id="rId{n}"/>' for n in range(1, len(_LAYOUTS) + 1))
    return (
        f'{HEAD}<p:sldMaster {NAMESPACES} preserve="1">'
        f"<p:cSld>{_BACKGROUND}<p:spTree>{TREE}{shapes}{rule}</p:spTree></p:cSld>"
        f'{_MAP}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
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
        f"{_MAP}<p:notesStyle>{_levels(12)}</p:notesStyle></p:notesMaster>"
    )


if __name__ == "__main__":
    write()
