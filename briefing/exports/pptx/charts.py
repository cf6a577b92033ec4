"""A ChartMark in, its graphic frame, its chart part and the workbook behind it out."""

from __future__ import annotations

import datetime
import io

from briefing.exports.pptx.canvas import Canvas, xfrm
from briefing.exports.pptx.paint import fill_xml, line_xml
from briefing.exports.pptx.text import escape, plain
from briefing.model.frame import ChartMark, Line, Series

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMESPACES = (
    f'xmlns:c="{_C}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CATEGORY_AXIS, _VALUE_AXIS = 50_010_001, 50_010_002
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_SHEET = "Sheet1"
LABEL_SIZE, CATEGORY_SIZE = 14, 11


def chart_frame(mark: ChartMark, shape_id: int, canvas: Canvas) -> str:
    """The p:graphicFrame on the slide."""
    place = canvas.holder(mark.placeholder)
    identity = canvas.identity(shape_id, mark.name, descr=mark.descr, claims=mark.claims)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{identity}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr>{place.ph if place else ''}</p:nvPr></p:nvGraphicFramePr>"
        f'{xfrm(mark.box, "p:xfrm")}<a:graphic><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}"'
        f' r:id="{canvas.relate("chart", str(shape_id))}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def chart_xml(mark: ChartMark, lang: str, workbook: str) -> str:
    """The chart part. workbook: the relationship id of its workbook."""
    series = "".join([_series(item, index, mark, lang) for index, item in enumerate(mark.series)])
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{lang}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout>'
        '<c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/>'
        '<c:y val="0.03"/><c:w val="1"/><c:h val="0.8"/></c:manualLayout></c:layout><c:barChart><c:barDir val="col"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="{mark.gap}"/>'
        f'<c:overlap val="{mark.overlap}"/><c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
        f'{_axes(mark, lang)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(CATEGORY_SIZE, lang)}<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def workbook(mark: ChartMark, created: datetime.datetime) -> bytes:
    """The .xlsx behind the chart: categories in column A, one column a series, the unit in A1."""
    import xlsxwriter  # type: ignore[import-untyped, unused-ignore]

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": created.replace(tzinfo=None)})
    sheet = book.add_worksheet(_SHEET)
    sheet.write_string(0, 0, plain(mark.unit))
    for row, category in enumerate(mark.categories, 1):
        sheet.write_string(row, 0, plain(category))
    for column, series in enumerate(mark.series, 1):
        sheet.write_string(0, column, plain(series.name))
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    return stream.getvalue()


def _series(series: Series, index: int, mark: ChartMark, lang: str) -> str:
    column, count = chr(ord("B") + index), len(mark.categories)
    names = "".join([f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>' for i, name in enumerate(mark.categories)])
    values = "".join(
        [f'<c:pt idx="{i}"><c:v>{value!r}</c:v></c:pt>' for i, value in enumerate(series.values) if value is not None]
    )
    labels = "".join(
        [
            _label(position, label, series, lang)
            for position, (value, label) in enumerate(zip(series.values, series.labels, strict=True))
            if value is not None
        ]
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>{_SHEET}!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt></c:strCache></c:strRef>'
        f"</c:tx><c:spPr>{fill_xml(series.fill)}{line_xml(series.line)}</c:spPr>"
        f'<c:invertIfNegative val="0"/><c:dLbls>{labels}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{_text(LABEL_SIZE, lang, series)}"
        f'<c:dLblPos val="outEnd"/>{_SHOWN}</c:dLbls><c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${count + 1}</c:f>'
        "<c:strCache>"
        f'<c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat><c:val><c:numRef>'
        f"<c:f>{_SHEET}!${column}$2:${column}${count + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val></c:ser>'
    )


def _label(position: int, label: str, series: Series, lang: str) -> str:
    """The figure as the source prints it, over a value that stays numeric."""
    properties = _run_properties("rPr", LABEL_SIZE, lang, series)
    return (
        f'<c:dLbl><c:idx val="{position}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{properties}'
        f'<a:t>{escape(label)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="outEnd"/>{_SHOWN}</c:dLbl>'
    )


def _axes(mark: ChartMark, lang: str) -> str:
    line = line_xml(Line("tx1", 1))
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{line}</c:spPr>{_text(CATEGORY_SIZE, lang)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="{mark.maximum!r}"/>'
        '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="l"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _text(size: float, lang: str, series: Series | None = None) -> str:
    properties = _run_properties("defRPr", size, lang, series)
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{properties}</a:pPr><a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
    )


def _run_properties(tag: str, size: float, lang: str, series: Series | None) -> str:
    """Labels of a series are bold and in its colour; the rest is regular text."""
    color = series.label_color if series else "tx1"
    weight = f' b="{int(series is not None)}" i="{int(series is not None and series.label_italic)}"'
    language = f' lang="{lang}"' if tag != "defRPr" else ""
    return (
        f'<a:{tag}{language} sz="{round(size * 100)}"{weight}><a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/></a:{tag}>'
    )
