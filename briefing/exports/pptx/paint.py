"""Fills and lines of a Frame in, DrawingML out. Theme colours only: no RGB leaves this module."""

from __future__ import annotations

from briefing.model.frame import EMU_PER_POINT, Line, Paint

NO_LINE = "<a:ln><a:noFill/></a:ln>"


def fill_xml(paint: Paint | None) -> str:
    """A solid, tinted or pattern fill; None is a:noFill."""
    if paint is None:
        return "<a:noFill/>"
    if paint.pattern:
        return (
            f'<a:pattFill prst="{paint.pattern}"><a:fgClr><a:schemeClr val="{paint.color}"/></a:fgClr>'
            f'<a:bgClr><a:schemeClr val="{paint.back}"/></a:bgClr></a:pattFill>'
        )
    if paint.alpha >= 100:
        return f'<a:solidFill><a:schemeClr val="{paint.color}"/></a:solidFill>'
    alpha = f'<a:alpha val="{paint.alpha * 1000}"/>'
    return f'<a:solidFill><a:schemeClr val="{paint.color}">{alpha}</a:schemeClr></a:solidFill>'


def line_xml(line: Line | None, tag: str = "a:ln", attributes: str = "") -> str:
    """An a:ln, or a border of a cell under another tag; None is no line."""
    if line is None:
        return NO_LINE if tag == "a:ln" else ""
    return (
        f'<{tag} w="{round(line.width * EMU_PER_POINT)}"{attributes}><a:solidFill><a:schemeClr val="{line.color}"/>'
        f'</a:solidFill><a:prstDash val="{line.dash}"/></{tag}>'
    )
