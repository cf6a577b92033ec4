"""Clusters and their places in, the marks of the partnership map out: panels, nodes, hub, glued connectors."""

from __future__ import annotations

from briefing.measure import lines, text_width
from briefing.model.frame import Box, ConnectorMark, Line, Mark, Paint, Paragraph, TextMark, inches, rounding
from briefing.slides import map_geometry as geometry
from briefing.slides.canvas import plain, text_mark
from briefing.slides.clusters import Cluster, Node
from briefing.slides.map_geometry import Area, MapPlan, Mode, Panel, Place
from briefing.slides.prose import NOTHING, Piece, Statement, Style, fitted, label, paragraph

_NAME_FLOOR = 9.0


_INSET = 0.10


DOT = 0.10


MapMark = TextMark | ConnectorMark


def _box(place: Place) -> Box:
    return Box(inches(place.x), inches(place.y), inches(place.w), inches(place.h))


def panel_mark(group: Cluster, panel: Panel) -> TextMark:
    box = _box(panel.place)
    adjust = 0.07 / min(panel.place.w, panel.place.h)
    return TextMark(
        f"Panel: {group.title}", box, geometry="roundRect", adjust=adjust, fill=Paint("bg2"), decorative=True
    )


def connector(group: Cluster, panel: Panel, drawn: MapPlan, hub: str) -> ConnectorMark:
    """From the ellipse's left (2), right (6) or bottom (4) to the panel's right (3), left (1) or top (0) edge."""
    begin, end = {"left": (2, 3), "right": (6, 1), "base": (4, 0)}[panel.side]
    level = abs((panel.place.y + panel.place.h / 2) - (drawn.hub.y + drawn.hub.h / 2)) < 0.01
    straight = panel.side == "base" or level
    name = f"Panel: {group.title}"
    return ConnectorMark(
        f"Connector: {group.title}",
        (hub, begin),
        (name, end),
        "straight" if straight else "elbow",
        Line("accent1", 1.25),
    )


def hub_mark(subject: str, count: int, place: Place, name: str, face: str) -> TextMark:
    """The subject's name as large as the circle takes it, then the count."""
    room = inches(geometry.HUB * 0.70)  # what an ellipse leaves for text
    versions = [label(subject)]
    size = next(
        (
            size
            for size in (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
            if lines(paragraph(versions[0], Style(size, bold=True)), room, face) <= 2
            and all(text_width(word, size, True, face) <= room - 12_700 for word in subject.split())
        ),
        10.0,
    )
    style = Style(size, "bg1", bold=True, align="center")
    title = paragraph(fitted(versions, style, room, 3, face), style, after=2)
    number = f"{count} named {'organisation' if count == 1 else 'organisations'}"
    return TextMark(
        name,
        _box(place),
        (title, plain(number, 9.5, color="bg1", align="center")),
        geometry="ellipse",
        fill=Paint("accent1"),
        anchor="middle",
    )


def inside(group: Cluster, panel: Panel, mode: Mode, face: str) -> list[MapMark]:
    """The header of a panel and its nodes."""
    place = panel.place
    heading = Style(12.0)
    cites = () if mode.relation else tuple(sorted({number for node in group.nodes for number in node.cites}))
    versions = [
        Statement((Piece(group.title, "label", bold=True), Piece(f"  {verb}", "label", muted=True)), cites)
        for verb in dict.fromkeys((group.verb, group.verb.split(",")[0]))
        if verb
    ] + [Statement((Piece(group.title, "label", bold=True),), cites)]
    width = inches(place.w - 2 * geometry.MARGIN)
    header = paragraph(fitted(versions, heading, width, 1, face), heading)
    box = Box(inches(place.x + geometry.MARGIN), inches(place.y + 0.085), width, inches(0.23))
    marks: list[MapMark] = [text_mark(f"Group: {group.title}", box, (header,))]
    for at, spot in enumerate(panel.nodes):
        if panel.more and at == len(panel.nodes) - 1:
            more = Style(mode.size if not mode.relation else 10.0, "tx2", italic=True)
            text = paragraph(label(f"+{panel.more} more"), more)
            inset = (inches(_INSET), 0, 0, 0)
            marks.append(TextMark(f"More: {group.title}", _box(spot), (text,), anchor="middle", insets=inset))
        else:
            marks += _node(group.nodes[at], spot, mode, face)
    return marks


def _node(node: Node, place: Place, mode: Mode, face: str) -> list[MapMark]:
    border = Line("accent6", 0.75)
    if node.also_investor:
        border = Line("accent1", 1.5)
    if node.planned:
        border = Line("accent3", 1.0, "sysDash")
    if node.rumoured:
        border = Line("accent4", 1.0, "sysDash")
    dot = node.also_investor
    width = inches(place.w - 2 * _INSET - (DOT + 0.08 if dot else 0.0))
    box, adjust = _box(place), min(0.05 / place.h, 0.2)
    taken = rounding(adjust, box.w, box.h)  # by the corners, which the insets need not add
    mark = TextMark(
        f"Org {node.name}",
        box,
        _node_text(node, mode, width, face),
        geometry="roundRect",
        adjust=adjust,
        fill=Paint("bg1"),
        line=border,
        anchor="middle",
        insets=(inches(_INSET) - taken, 0, box.w - inches(_INSET) - width - taken, 0),
        claims=node.ids,
    )
    if not dot:
        return [mark]
    y = place.y + (0.08 if mode.relation else (place.h - DOT) / 2)
    spot = Box(inches(place.x + place.w - DOT - 0.09), inches(y), inches(DOT), inches(DOT))
    return [
        mark,
        TextMark(f"Also an investor: {node.name}", spot, geometry="ellipse", fill=Paint("accent1"), decorative=True),
    ]


def _node_text(node: Node, mode: Mode, width: int, face: str) -> tuple[Paragraph, ...]:
    """The name, shrunk by half points to the floor and then cut, and the relation in one line."""
    compact = not mode.relation
    color = "accent4" if node.rumoured else "tx1"
    italic = node.rumoured or (compact and node.planned)
    statement = Statement((Piece(node.name),), (), node.ids)
    size = mode.size
    while size > _NAME_FLOOR and lines(paragraph(statement, Style(size, bold=not compact)), width, face) > 1:
        size -= 0.5
    style = Style(size, color, bold=not compact, italic=italic)  # type: ignore[arg-type]
    name = paragraph(fitted([statement], style, width, 1, face), style)
    if compact:
        return (name,)
    italic = node.rumoured or node.planned
    own = Style(mode.relation, "accent4" if node.rumoured else "tx2", italic=italic)
    relation = fitted(node.relations, own, width, 1, face) if node.relations else NOTHING
    return (name, paragraph(relation, own))


def strip(group: Cluster, y: float, height: float, mode: Mode, area: Area, face: str) -> list[Mark]:
    place = Place(geometry.LEFT, y, area.width, height)
    across = geometry.base_columns(mode, area)
    width = (place.w - 2 * geometry.MARGIN - (across - 1) * mode.gap) / across
    spots = tuple(
        Place(
            place.x + geometry.MARGIN + (at % across) * (width + mode.gap),
            y + mode.header + (at // across) * (mode.least_h + mode.gap),
            width,
            mode.least_h,
        )
        for at in range(len(group.nodes))
    )
    panel = Panel(0, "base", place, spots)
    return [panel_mark(group, panel), *inside(group, panel, mode, face)]
