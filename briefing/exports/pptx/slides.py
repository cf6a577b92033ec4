"""A Frame in, the XML of its slide and of its notes page out, with the relationships both need."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.exports.pptx.canvas import Canvas, Relation
from briefing.exports.pptx.charts import chart_frame
from briefing.exports.pptx.layouts import Holder
from briefing.exports.pptx.shapes import connector_mark, group_mark, picture_mark, rule_mark, text_mark
from briefing.exports.pptx.tables import table_mark
from briefing.exports.pptx.text import attribute, escape
from briefing.model.frame import (
    ChartMark,
    ConnectorMark,
    Frame,
    GroupMark,
    Mark,
    PictureMark,
    RuleMark,
    TableMark,
    TextMark,
)
from briefing.model.records import dataclass

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0"'
    ' y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


@dataclass(frozen=True, slots=True)
class SlideXml:
    """xml: of the slide. relations: rId1 first. claims: shape id → (shape's name, claim ids) of what it shows."""

    xml: str
    relations: tuple[Relation, ...]
    claims: dict[int, tuple[str, str]]


def slide_xml(
    frame: Frame, keys: frozenset[str], holders: Mapping[int, Holder] | None = None, color_map: str = MAP
) -> SlideXml:
    """keys: of all Frames of the deck, for links between slides. holders, color_map: of a company's layout."""
    canvas = Canvas(frame, keys, holders=holders)
    canvas.survey()
    canvas.relate("layout", frame.layout)
    if frame.notes:
        canvas.relate("notes", frame.key)
    shapes = "".join([_mark(mark, canvas) for mark in frame.marks])
    tags = f'<p:custDataLst><p:tags r:id="{canvas.relate("tags", frame.key)}"/></p:custDataLst>'
    xml = (
        f'{HEAD}<p:sld {NAMESPACES}><p:cSld name="{attribute(frame.key)}"><p:spTree>{TREE}{shapes}</p:spTree>{tags}'
        f"</p:cSld>{color_map}</p:sld>"
    )
    return SlideXml(xml, tuple(canvas.relations), canvas.claims)


def _mark(mark: Mark, canvas: Canvas) -> str:
    shape_id = canvas.take_id()
    match mark:
        case TextMark():
            return text_mark(mark, shape_id, canvas)
        case RuleMark():
            return rule_mark(mark, shape_id, canvas)
        case ConnectorMark():
            return connector_mark(mark, shape_id, canvas)
        case TableMark():
            return table_mark(mark, shape_id, canvas)
        case ChartMark():
            return chart_frame(mark, shape_id, canvas)
        case PictureMark():
            return picture_mark(mark, shape_id, canvas)
        case GroupMark():
            return group_mark(mark, shape_id, canvas, "".join([_mark(child, canvas) for child in mark.marks]))


_NOTES_SIZE = 1_000  # hundredths of a point: the longest notes stand on one printed page


def notes_xml(notes: str, lang: str) -> str:
    """A notes page: the slide's picture and the text, one paragraph a line."""
    lines = "".join(
        [
            f'<a:p><a:r><a:rPr lang="{lang}" sz="{_NOTES_SIZE}" dirty="0"/><a:t>{escape(line)}</a:t></a:r></a:p>'
            if line
            else f'<a:p><a:endParaRPr lang="{lang}" sz="{_NOTES_SIZE}"/></a:p>'
            for line in notes.splitlines()
        ]
    )
    return (
        f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1"'
        ' noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{lines}</p:txBody></p:sp></p:spTree></p:cSld>{MAP}</p:notes>"
    )
