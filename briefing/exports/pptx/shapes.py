"""Text boxes, shapes, rules, connectors, pictures and groups of a Frame in, their p:spTree children out, as strings."""

from __future__ import annotations

from briefing.exports.pptx.canvas import Canvas, xfrm
from briefing.exports.pptx.layouts import Holder
from briefing.exports.pptx.paint import NO_LINE, fill_xml, line_xml
from briefing.exports.pptx.text import ANCHOR, body, box_properties
from briefing.model.frame import Box, ConnectorMark, GroupMark, Line, PictureMark, RuleMark, TextMark

# Connection sites: where they lie, as shares of width and height. PowerPoint numbers them anticlockwise from the top.
_RECTANGLE = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
_DIAGONAL = (1 - 2**-0.5) / 2
_ELLIPSE = (
    (0.5, 0.0),
    (_DIAGONAL, _DIAGONAL),
    (0.0, 0.5),
    (_DIAGONAL, 1 - _DIAGONAL),
    (0.5, 1.0),
    (1 - _DIAGONAL, 1 - _DIAGONAL),
    (1.0, 0.5),
    (1 - _DIAGONAL, _DIAGONAL),
)


def text_mark(mark: TextMark, shape_id: int, canvas: Canvas) -> str:
    """A p:sp: a placeholder's text, a text box, or a shape with or without text."""
    place = canvas.holder(mark.placeholder)
    identity = canvas.identity(
        shape_id,
        mark.name,
        descr="" if mark.paragraphs else mark.descr,
        decorative=mark.decorative,
        link=mark.link,
        claims=mark.claims,
    )
    if place is not None:
        return _placeholder(mark, place, identity, canvas)
    is_box = ' txBox="1"' if mark.paragraphs and mark.fill is None and mark.line is None else ""
    properties = box_properties(mark.insets, mark.anchor, mark.wrap)
    return (
        f"<p:sp><p:nvSpPr>{identity}<p:cNvSpPr{is_box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{xfrm(mark.box)}{_geometry(mark)}{fill_xml(mark.fill)}{line_xml(mark.line)}</p:spPr>"
        f"{body(mark.paragraphs, properties, canvas.frame.lang, 'mn', click=canvas.click_on)}</p:sp>"
    )


def _placeholder(mark: TextMark, place: Holder, identity: str, canvas: Canvas) -> str:
    moved = "" if mark.box == place.box else xfrm(mark.box)
    painted = fill_xml(mark.fill) + line_xml(mark.line) if mark.fill or mark.line else ""
    anchored = "" if mark.anchor == place.anchor else f' anchor="{ANCHOR[mark.anchor]}"'
    insets = "" if place.size else ' lIns="{}" tIns="{}" rIns="{}" bIns="{}"'.format(*mark.insets)
    properties = f"<a:bodyPr{insets}{anchored}><a:noAutofit/></a:bodyPr>"
    font = "mj" if place.type in ("title", "ctrTitle") else "mn"
    return (
        f'<p:sp><p:nvSpPr>{identity}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{place.ph}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{moved}{painted}</p:spPr>"
        f"{body(mark.paragraphs, properties, canvas.frame.lang, font, place, canvas.click_on)}</p:sp>"
    )


def _geometry(mark: TextMark) -> str:
    adjust = f'<a:gd name="adj" fmla="val {round(mark.adjust * 100_000)}"/>' if mark.geometry == "roundRect" else ""
    return f'<a:prstGeom prst="{mark.geometry}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'


def rule_mark(mark: RuleMark, shape_id: int, canvas: Canvas) -> str:
    """A straight p:cxnSp, decorative."""
    ends = (mark.x1, mark.y1), (mark.x2, mark.y2)
    return _connection(canvas.identity(shape_id, mark.name, decorative=True), "", "line", ends, mark.line)


def connector_mark(mark: ConnectorMark, shape_id: int, canvas: Canvas) -> str:
    """A p:cxnSp glued at both ends, with the geometry it has until somebody moves a shape."""
    begin, end = _site(mark.begin, canvas), _site(mark.end, canvas)
    glue = (
        f'<a:stCxn id="{canvas.ids[mark.begin[0]]}" idx="{mark.begin[1]}"/>'
        f'<a:endCxn id="{canvas.ids[mark.end[0]]}" idx="{mark.end[1]}"/>'
    )
    identity = canvas.identity(shape_id, mark.name, decorative=True)
    preset = "straightConnector1" if mark.kind == "straight" else "bentConnector3"
    return _connection(identity, glue, preset, (begin, end), mark.line)


def _connection(
    identity: str, glue: str, preset: str, ends: tuple[tuple[int, int], tuple[int, int]], line: Line
) -> str:
    (x1, y1), (x2, y2) = ends
    flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    box = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    adjust = '<a:gd name="adj1" fmla="val 50000"/>' if preset.startswith("bent") else ""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{identity}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>"
        f'{xfrm(box, flips=flips)}<a:prstGeom prst="{preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom>{line_xml(line)}'
        "</p:spPr></p:cxnSp>"
    )


def _site(end: tuple[str, int], canvas: Canvas) -> tuple[int, int]:
    """Where a connection site lies on the slide."""
    box, geometry = canvas.boxes[end[0]]
    sites = _ELLIPSE if geometry == "ellipse" else _RECTANGLE
    across, down = sites[end[1]]
    return round(box.x + across * box.w), round(box.y + down * box.h)


def picture_mark(mark: PictureMark, shape_id: int, canvas: Canvas) -> str:
    """A p:pic; its image part is made by the package from the mark of that name."""
    identity = canvas.identity(shape_id, mark.name, descr=mark.descr, decorative=not mark.descr, claims=mark.claims)
    place = canvas.holder(mark.placeholder)
    image = canvas.relate("image", str(shape_id))
    return (
        f'<p:pic><p:nvPicPr>{identity}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{place.ph if place else ''}</p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{image}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{xfrm(mark.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{NO_LINE}</p:spPr></p:pic>'
    )


def group_mark(mark: GroupMark, shape_id: int, canvas: Canvas, children: str) -> str:
    """A p:grpSp whose inner and outer coordinates are the same."""
    identity = canvas.identity(shape_id, mark.name, descr=mark.descr, claims=mark.claims)
    box = mark.box
    return (
        f"<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/>'
        f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.w}" cy="{box.h}"/></a:xfrm>'
        f"</p:grpSpPr>{children}</p:grpSp>"
    )
