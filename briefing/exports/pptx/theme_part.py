"""A Theme in, the theme part's XML out: the only place where colours are written as RGB."""

from __future__ import annotations

from briefing.exports.pptx.text import attribute
from briefing.model.theme import SLOTS, Theme

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
# Flat by design: three equal fills, three plain lines, no effects. PowerPoint wants three of each.
_FORMATS = (
    f'<a:fmtScheme name="Flat"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>'
    + "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_PLAIN}<a:prstDash val="solid"/></a:ln>'
        for width in (9525, 12700, 19050)
    )
    + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml(theme: Theme) -> str:
    """The whole part."""
    colors = "".join([f'<a:{slot}><a:srgbClr val="{theme.colors[slot]}"/></a:{slot}>' for slot in SLOTS])
    name = attribute(theme.label)
    return (
        f'{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}">'
        f'<a:themeElements><a:clrScheme name="{name}">{colors}</a:clrScheme><a:fontScheme name="{name}">'
        f"{_font('majorFont', theme.major)}{_font('minorFont', theme.minor)}</a:fontScheme>{_FORMATS}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _font(tag: str, family: str) -> str:
    return f'<a:{tag}><a:latin typeface="{attribute(family)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{tag}>'
