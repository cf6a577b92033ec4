"""A theme's logo in, a picture on the master and on the Title layout out; slides themselves never carry it."""

from __future__ import annotations

import io

from briefing.errors import WorkspaceError
from briefing.exports.pptx.canvas import xfrm
from briefing.exports.pptx.kinds import Content, Kind
from briefing.exports.pptx.layouts import LOGO, MARGIN
from briefing.exports.pptx.parts import Part, picture
from briefing.exports.pptx.slides import NAMESPACES
from briefing.exports.pptx.text import attribute
from briefing.model.frame import Box, inches
from briefing.model.theme import Logo

_SHAPE_ID = 90
_END = b"</p:spTree>"


def add_logo(presentation: Part, logo: Logo) -> None:
    """Right-aligned at the top of the master; bottom left on the Title layout. Raises WorkspaceError for a bad file."""
    image, width, height = _image(logo)
    master = presentation.related(Kind.MASTER)[0]
    scale = min(LOGO.w / width, LOGO.h / height)
    w, h = round(width * scale), round(height * scale)
    top = Box(LOGO.x + LOGO.w - w, LOGO.y, w, h)
    bottom = Box(MARGIN, inches(6.72), w, h)
    drawing = _drawing(logo.svg) if logo.svg else None
    for part, box in ((master, top), (master.related(Kind.LAYOUT)[0], bottom)):
        vector = part.relate(Kind.IMAGE, drawing) if drawing else ""
        shape = _picture(part.relate(Kind.IMAGE, image), box, logo.alt, vector)
        part.data = part.data.replace(_END, shape.encode() + _END)


def _image(logo: Logo) -> tuple[Part, int, int]:
    """The picture as a part, its width and its height in pixels."""
    from PIL import Image

    try:
        with open(logo.path, "rb") as file:
            data = file.read()
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            width, height = image.size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise WorkspaceError("the theme's logo is not a PNG or JPEG picture", logo.path, "save it anew") from error
    return picture("/ppt/media/logo", data), width, height


def _drawing(path: str) -> Part:
    """The SVG as a part: viewers that know SVG draw it in place of the picture."""
    with open(path, "rb") as file:
        return Part("/ppt/media/logo.svg", Content.SVG, file.read())


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
