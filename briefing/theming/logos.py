"""A logo file in; what is wrong with it, or the picture made ready for a theme, out.

Ready means: transparent margins trimmed, at most 1,600 pixels wide, PNG (or the JPEG as it was).
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.errors import WorkspaceError
from briefing.model.color import contrast
from briefing.model.finding import Finding
from briefing.model.theme import Theme

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES, MAX_SIDE = 5_000_000, 8_000
READY_WIDTH = 1_600
_LEAST_WIDTH = 250  # 1.3 in at 192 dpi
_LEAST_CONTRAST = 1.6
_SVG_DANGERS = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|javascript:|<foreignObject|href\s*=\s*[\"'](?!#|data:image/)", re.I
)


def sound(path: str, key: str, where: str) -> None:
    """Raises WorkspaceError for a logo that is too large or is not the picture its name says."""
    size = os.path.getsize(path)
    if size > MAX_BYTES:
        what = f"{key}: {os.path.basename(path)} is {size / 1e6:.1f} MB, at most {MAX_BYTES / 1e6:g} MB"
        raise WorkspaceError(what, where, "save it smaller; 1,600 pixels wide is plenty")
    with open(path, "rb") as file:
        data = file.read()
    if path.lower().endswith(".svg"):
        _sound_svg(data, key, path, where)
        return
    kind = _kind(data)
    if kind not in ("PNG", "JPEG"):
        what = f"{key}: {os.path.basename(path)} is {kind or 'no picture'}, not PNG, JPEG or SVG"
        raise WorkspaceError(what, where, "save the logo as PNG")
    width, height = opened(data, key, path, where).size
    if max(width, height) > MAX_SIDE:
        what = f"{key}: {os.path.basename(path)} is {width} x {height} pixels, at most {MAX_SIDE} a side"
        raise WorkspaceError(what, where, "save it smaller; 1,600 pixels wide is plenty")


def opened(data: bytes, key: str, path: str, where: str) -> Image.Image:
    """The picture, its pixels not yet read. Raises WorkspaceError."""
    from PIL import Image

    try:
        return Image.open(io.BytesIO(data))
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        what = f"{key}: {os.path.basename(path)} cannot be read as a picture"
        raise WorkspaceError(what, where, "save the logo anew as PNG") from error


def _kind(data: bytes) -> str:
    signs = (
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"RIFF", "WebP"),
    )
    found = next((kind for sign, kind in signs if data.startswith(sign)), "")
    return found or ("SVG" if b"<svg" in data[:2_000] else "")


def _sound_svg(data: bytes, key: str, path: str, where: str) -> None:
    name = os.path.basename(path)
    if b"<svg" not in data[:4_000]:
        raise WorkspaceError(f"{key}: {name} is no SVG drawing", where, "export it anew")
    if _SVG_DANGERS.search(data):
        what = f"{key}: {name} brings scripts, entities or outside references"
        raise WorkspaceError(what, where, "export it as a plain SVG")


def ready(data: bytes, key: str, path: str) -> dict[str, bytes]:
    """File name → contents of the logo as a theme keeps it: the picture trimmed and reduced, and the drawing it is of.

    Raises WorkspaceError, InputError; MissingExtra for a drawing where none can be painted.
    """
    if _kind(data) == "SVG" or path.lower().endswith(".svg"):
        from briefing.exports import vector

        _sound_svg(data, key, path, path)
        picture, suffix = _trimmed(vector.png_of(data, path), key, path)
        return {f"logo{suffix}": picture, "logo.svg": data}
    picture, suffix = _trimmed(data, key, path)
    return {f"logo{suffix}": picture}


def _trimmed(data: bytes, key: str, path: str) -> tuple[bytes, str]:
    """The picture and its suffix (".png" or ".jpg")."""
    from PIL import Image

    image = opened(data, key, path, path)
    if image.format not in ("PNG", "JPEG"):
        raise WorkspaceError(
            f"{key}: {os.path.basename(path)} is {image.format}, not PNG, JPEG or SVG", path, "save the logo as PNG"
        )
    if max(image.size) > MAX_SIDE:
        what = f"{key}: {os.path.basename(path)} is {image.width} x {image.height} pixels, at most {MAX_SIDE} a side"
        raise WorkspaceError(what, path, "save it smaller; 1,600 pixels wide is plenty")
    try:
        image.load()
    except (OSError, ValueError, SyntaxError) as error:
        raise WorkspaceError(f"{key}: {os.path.basename(path)} is damaged", path, "save the logo anew") from error
    if image.format == "JPEG" and image.width <= READY_WIDTH:
        return data, ".jpg"
    visible = image.convert("RGBA")
    box = visible.getchannel("A").point(lambda alpha: 255 if alpha > 8 else 0).getbbox()
    if box is None:
        raise WorkspaceError(f"{key}: {os.path.basename(path)} is fully transparent", path, "choose another file")
    visible = visible.crop(box)
    if visible.width > READY_WIDTH:
        height = max(round(visible.height * READY_WIDTH / visible.width), 1)
        visible = visible.resize((READY_WIDTH, height), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    visible.save(stream, "PNG")
    return stream.getvalue(), ".png"


def findings(theme: Theme) -> Iterator[Finding]:
    """Warnings on a theme's logo: hard to see on the canvas, margins around it, too few pixels, no alternative text."""
    if theme.logo is None:
        return
    from briefing.exports import vector

    image = opened(vector.picture_of(theme.logo.path), "logo.path", theme.logo.path, theme.path).convert("RGBA")
    if not theme.logo.alt:
        yield _warning("logo.alt is missing", 'write alt = "…", the company\'s name')
    if image.width < _LEAST_WIDTH:
        yield _warning(f"the logo is {image.width} pixels wide and will look coarse", f"use {_LEAST_WIDTH} or more")
    box = image.getchannel("A").getbbox()
    if box is None:
        yield _warning("the logo is fully transparent", "choose another file")
        return
    if box[2] - box[0] < 0.9 * image.width or box[3] - box[1] < 0.8 * image.height:
        yield _warning("the logo has transparent margins, so it will look small", "cut them off")
    color = visible_color(image)
    ratio = contrast(color, theme.hex("bg1"))
    if ratio < _LEAST_CONTRAST:
        variant = "light" if theme.dark else "dark"
        message = f"the logo (mostly {color}) hardly shows on the canvas {theme.hex('bg1')}: contrast {ratio:.2f}"
        yield _warning(message, f"name its variant for {'dark' if theme.dark else 'light'} grounds, a {variant} one")


def visible_color(image: Image.Image) -> str:
    """The mean of what is not transparent, six hex digits."""
    small = image.resize((64, 64))
    pixels = [pixel for pixel in zip(*[iter(small.tobytes())] * 4, strict=True) if pixel[3] > 64]
    if not pixels:
        return "808080"
    total = sum(pixel[3] for pixel in pixels)
    return "".join(f"{round(sum(pixel[i] * pixel[3] for pixel in pixels) / total):02X}" for i in range(3))


def _warning(message: str, remedy: str) -> Finding:
    return Finding("theme.logo", "warning", 0, "logo", message, remedy)
