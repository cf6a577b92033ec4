"""The Bars of a Digest in, a PNG out: rows that are read on a phone, drawn with matplotlib in the theme's look."""

from __future__ import annotations

from briefing.exports.figures import picture
from briefing.measure import body_face, text_width
from briefing.model.digest import Bar, Bars
from briefing.model.frame import Box, Line, Mark, Paint, Paragraph, Run, TextMark, inches
from briefing.model.theme import ColorRole, Theme

WIDTH = 440  # CSS pixels
_DPI = 210
_LOOKS: dict[str, tuple[Paint, Line | None, ColorRole]] = {
    "reported": (Paint("accent1"), None, "tx1"),
    "implied": (Paint("accent1", 35), None, "tx1"),
    "planned": (Paint("bg1"), Line("accent3", 1.25), "accent3"),
    "rumoured": (Paint("accent4", 100, "wdUpDiag", "bg1"), Line("accent4", 1.25, "sysDash"), "accent4"),
}
_W, _MARGIN = inches(4.2), inches(0.10)
_NAMES, _BAR_H, _PITCH = inches(1.55), inches(0.22), inches(0.48)


def figure(bars: Bars, theme: Theme) -> bytes:
    """On the theme's own ground, so that it is read in light and dark mails. The same rows give the same bytes."""
    height = _PITCH * len(bars.rows) + 2 * _MARGIN - inches(0.06)
    box = Box(0, 0, _W, height)
    largest = max(row.value for row in bars.rows)
    marks: list[Mark] = [TextMark("Ground", box, fill=Paint("bg1"), decorative=True)]
    for index, row in enumerate(bars.rows):
        marks += _row(row, _MARGIN + index * _PITCH, largest, theme)
    return _lean(picture(marks, box, theme, _DPI))


def _row(row: Bar, top: int, largest: float, theme: Theme) -> list[Mark]:
    """Name and date on the left, the bar, and its figure behind the bar's end."""
    paint, line, ink = _LOOKS[row.kind]
    loose = row.kind in ("rumoured", "planned")
    left = _MARGIN + _NAMES
    room = _W - left - _MARGIN - inches(0.78)
    width = max(round(room * row.value / largest), inches(0.03)) if largest > 0 else inches(0.03)
    place = Box(left, top + inches(0.09), width, _BAR_H)
    date = ", ".join(part for part in (row.date, "" if row.kind == "reported" else row.kind) if part)
    names = (
        Paragraph((_fitted(row.name, theme, loose, ink),)),
        Paragraph((Run(date, 10, italic=loose, color="tx2"),)),
    )
    figure_box = Box(left + width + inches(0.08), place.y, inches(0.9), _BAR_H)
    return [
        TextMark(f"Name: {row.name}", Box(_MARGIN, top, _NAMES - inches(0.08), _PITCH), names, wrap=False),
        TextMark(f"Bar: {row.name}", place, fill=paint, line=line, decorative=True),
        TextMark(
            f"Figure: {row.name}",
            figure_box,
            (Paragraph((Run(row.label, 12, bold=True, italic=loose, color=ink),)),),
            anchor="middle",
            wrap=False,
        ),
    ]


def _fitted(name: str, theme: Theme, loose: bool, ink: ColorRole) -> Run:
    """A name in one line of its column: smaller, and cut only where that does not do."""
    face, room = body_face(theme), _NAMES - inches(0.08)
    size = next((size for size in (11.0, 10.0, 9.0) if text_width(name, size, True, face) <= room), 9.0)
    whole = name
    while len(name) > 4 and text_width(name, size, True, face) > room:
        whole = whole[:-1].rstrip(" ,-–")
        name = f"{whole}…"
    return Run(name, size, bold=True, italic=loose, color=ink)


def _lean(png: bytes) -> bytes:
    """The picture with a palette of 64 colours: a third of the size, and no difference to the eye."""
    import io

    from PIL import Image

    stream = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        reduced = image.convert("RGB").quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    reduced.save(stream, "PNG", optimize=True)
    return stream.getvalue()
