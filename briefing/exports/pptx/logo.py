"""A theme's logo in, a picture on the master and on the Title layout out; slides themselves never carry it."""

from __future__ import annotations

import io

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation

from briefing.errors import WorkspaceError
from briefing.exports.pptx.canvas import xfrm
from briefing.exports.pptx.layouts import LOGO, MARGIN
from briefing.exports.pptx.slides import NAMESPACES
from briefing.exports.pptx.text import attribute
from briefing.exports.vector import picture_of
from briefing.model.frame import Box, inches
from briefing.model.theme import Logo

_SHAPE_ID = 90


def add_logo(presentation: Presentation, logo: Logo) -> None:
    """Right-aligned at the top of the master; bottom left on the Title layout. Raises WorkspaceError for a bad file."""
    try:
        data = picture_of(logo.path)
        master = presentation.slide_master.part
        image = master.package.get_or_add_image_part(io.BytesIO(data))
        width, height = image.image.size
    except (OSError, ValueError) as error:
        raise WorkspaceError("the theme's logo is not a PNG or JPEG picture", logo.path, "save it anew") from error
    scale = min(LOGO.w / width, LOGO.h / height)
    w, h = round(width * scale), round(height * scale)
    top = Box(LOGO.x + LOGO.w - w, LOGO.y, w, h)
    bottom = Box(MARGIN, inches(6.72), w, h)
    title_layout = presentation.slide_layouts[0].part
    drawing = _drawing(presentation, logo.svg) if logo.svg else None
    for part, box in ((master, top), (title_layout, bottom)):
        vector = part.relate_to(drawing, RT.IMAGE) if drawing else ""
        picture = _picture(part.relate_to(image, RT.IMAGE), box, logo.alt, vector)
        part._element.cSld.spTree.append(parse_xml(picture))


def _drawing(presentation: Presentation, path: str) -> Part:
    """The SVG as a part: viewers that know SVG draw it in place of the picture."""
    with open(path, "rb") as file:
        return Part(PackURI("/ppt/media/logo.svg"), "image/svg+xml", presentation.part.package, file.read())


def _picture(relation: str, box: Box, alt: str, vector: str = "") -> str:
    namespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    drawing = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{namespace}" r:embed="{vector}"/></a:ext></a:extLst>'
    )
    blip = f'<a:blip r:embed="{relation}">{drawing}</a:blip>' if vector else f'<a:blip r:embed="{relation}"/>'
    return (
        f'<p:pic {NAMESPACES}><p:nvPicPr><p:cNvPr id="{_SHAPE_ID}" name="Logo" descr="{attribute(alt)}"/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f"<p:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f'<p:spPr>{xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
