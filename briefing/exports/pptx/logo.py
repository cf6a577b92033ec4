"""A theme's logo in, a picture on the master and on the Title layout out; slides themselves never carry it."""

from __future__ import annotations

import io

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation

from briefing.errors import WorkspaceError
from briefing.exports.pptx.canvas import xfrm
from briefing.exports.pptx.layouts import LOGO, MARGIN
from briefing.exports.pptx.slides import NAMESPACES
from briefing.exports.pptx.text import attribute
from briefing.model.frame import Box, inches
from briefing.model.theme import Logo

_SHAPE_ID = 90


def add_logo(presentation: Presentation, logo: Logo) -> None:
    """Right-aligned at the top of the master; bottom left on the Title layout. Raises WorkspaceError for a bad file."""
    try:
        with open(logo.path, "rb") as file:
            data = file.read()
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
    for part, box in ((master, top), (title_layout, bottom)):
        part._element.cSld.spTree.append(parse_xml(_picture(part.relate_to(image, RT.IMAGE), box, logo.alt)))


def _picture(relation: str, box: Box, alt: str) -> str:
    return (
        f'<p:pic {NAMESPACES}><p:nvPicPr><p:cNvPr id="{_SHAPE_ID}" name="Logo" descr="{attribute(alt)}"/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
