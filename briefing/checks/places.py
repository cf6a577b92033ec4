"""Where things stand on a slide: the face of a text, the room in its box, the part of the slide that it covers."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from briefing.measure import body_face, extent, measured_as, text_height, title_face
from briefing.model.frame import Box, ConnectorMark, Mark, RuleMark, TableMark, TextMark, enclosed
from briefing.model.theme import Theme

_ENDLESS = 1 << 40
# Share of the width and of the height that text may use inside a shape with corners.
_INSIDE = {"diamond": 0.5, "triangle": 0.5, "flowChartDecision": 0.5, "hexagon": 0.8}


class Faces(NamedTuple):
    """Faces of a theme, as measuring names them."""

    body: str
    title: str


def fresh_faces(theme: Theme) -> Faces:
    """Of body and titles."""
    return Faces(body_face(theme), title_face(theme))


def face_of(mark: TextMark, faces: Faces) -> str:
    """The face that most of a text is set in."""
    face = faces.title if mark.placeholder == 0 else faces.body
    if mark.seen is None:
        return face
    own = {run.look.font if run.look is not None else "" for item in mark.paragraphs for run in item.runs if run.text}
    return own.pop() or face if len(own) == 1 else face


def room_of(mark: TextMark) -> Box:
    """The room for text in a box of somebody's deck: without insets, in its shape, its columns one below the other."""
    left, top, right, bottom = mark.insets
    across, down = enclosed(mark)
    width, height = mark.box.w - 2 * across, mark.box.h - 2 * down
    columns = 1
    if mark.seen is not None:
        share = _INSIDE.get(mark.seen.geometry, 1.0)
        width, height, columns = round(width * share), round(height * share), max(mark.seen.columns, 1)
        if mark.seen.sideways:
            width, height = height, width
    return Box(
        mark.box.x + left, mark.box.y + top, (width - left - right) // columns, (height - top - bottom) * columns
    )


def written(mark: TextMark, face: str) -> Box:
    """The part of the slide that the words of a text cover."""
    left, top, right, bottom = mark.insets
    seen = mark.seen
    box = mark.box
    if seen is not None and seen.sideways:
        box = Box(box.x + (box.w - box.h) // 2, box.y + (box.h - box.w) // 2, box.h, box.w)
    width, height = box.w - left - right, box.h - top - bottom
    across = width if mark.wrap else _ENDLESS
    w, h = extent(mark.paragraphs, across, face)
    if seen is not None and height < h <= height * leeway(mark, face):
        h = height
    first = mark.paragraphs[0]
    x = box.x + left + {"left": first.indent, "center": (width - w) // 2, "right": width - w}[first.align]
    y = box.y + top + {"top": 0, "middle": (height - h) // 2, "bottom": height - h}[mark.anchor]
    place = Box(x, y, w, h)
    if seen is None or not (seen.turned or seen.sideways):
        return place
    return turned(place, mark.box, (seen.turned + (90 if seen.sideways else 0)) % 360)


def leeway(mark: TextMark, face: str) -> float:
    """How far measuring may go over a box without anything being wrong: PowerPoint has shrunk the text to fit by the
    face's own widths, or we have to guess these."""
    if mark.seen is not None and mark.seen.fit == "shrink":
        return 1.3
    return 1.05 if is_known(face) else 1.2


def is_known(face: str) -> bool:
    """Are the widths of a face known, or guessed?"""
    return "|" in face or bool(measured_as(face))


def turned(place: Box, around: Box, degrees: float) -> Box:
    """What a place covers when it is turned clockwise about the middle of a box."""
    if not degrees:
        return place
    sine, cosine = sin(radians(degrees)), cos(radians(degrees))
    middle_x, middle_y = around.x + around.w / 2, around.y + around.h / 2
    x, y = place.x + place.w / 2 - middle_x, place.y + place.h / 2 - middle_y
    w = abs(place.w * cosine) + abs(place.h * sine)
    h = abs(place.w * sine) + abs(place.h * cosine)
    left, top = middle_x + x * cosine - y * sine - w / 2, middle_y + x * sine + y * cosine - h / 2
    return Box(round(left), round(top), round(w), round(h))


def box_of(mark: Mark) -> Box:
    """The place of any mark but a connector, turned as it is."""
    if isinstance(mark, RuleMark):
        x, y = min(mark.x1, mark.x2), min(mark.y1, mark.y2)
        return Box(x, y, abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1))
    assert not isinstance(mark, ConnectorMark)
    return turned(mark.box, mark.box, mark.seen.turned) if mark.seen is not None and mark.seen.turned else mark.box


def row_needs(table: TableMark, face: str) -> list[int]:
    """EMU that the text of each row needs; cells that span rows are left out."""
    needs = []
    for row in table.rows:
        need = 0
        for column, cell in enumerate(row.cells):
            if cell.covered or not cell.paragraphs or cell.row_span > 1:
                continue
            left, top, right, bottom = cell.padding
            width = sum(table.columns[column : column + cell.col_span]) - left - right
            need = max(need, text_height(cell.paragraphs, width, face) + top + bottom)
        needs.append(need)
    return needs


def grown(table: TableMark, face: str) -> Box:
    """The place of a table after PowerPoint has made its rows high enough."""
    needs = row_needs(table, face)
    height = sum(max(row.height, need) for row, need in zip(table.rows, needs, strict=True))
    return Box(table.box.x, table.box.y, table.box.w, height)
