"""The partnership map: the subject in the middle, organisations in groups around it, one glued connector a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.measure import body_face, lines, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.frame import Box, ConnectorMark, GroupMark, Line, Mark, Paint, Paragraph, TextMark, inches
from briefing.model.theme import Theme
from briefing.slides import map_geometry as geometry
from briefing.slides.canvas import LEFT, RIGHT, Sheet, foot_note, plain, text_mark
from briefing.slides.clusters import Cluster, Node, clusters
from briefing.slides.highlights import both, is_investor, organisations
from briefing.slides.ledger import Ledger
from briefing.slides.map_geometry import COMPACT, STANDARD, MapPlan, Mode, Panel, Place
from briefing.slides.notes import Notes
from briefing.slides.prose import NOTHING, Piece, Statement, Style, fitted, label, paragraph
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, joined, listed, number_word, plural, short_name, shown

_KEY_Y = inches(6.55)
_MOST_ON_MAP = 120
_NAME_FLOOR = 9.0
_INSET = 0.10
_DOT = 0.10
_MapMark = TextMark | ConnectorMark


@dataclass(frozen=True, slots=True)
class PartnershipsPlan:
    """titles: of the map; further: of the slides that list what the map cuts. note: under the map, right."""

    titles: tuple[str, ...]
    further: tuple[str, ...]
    subject: str
    clusters: tuple[Cluster, ...]
    note: str
    notes: Notes

    @property
    def count(self) -> int:
        return sum(len(cluster.nodes) for cluster in self.clusters)


def plan(briefing: Briefing, audience: Audience) -> tuple[PartnershipsPlan, ...]:
    """One plan; none where no organisation is named."""
    ledger = Ledger(briefing)
    found = organisations(briefing)
    if not found:
        return ()
    groups = clusters(ledger)
    leading = [*both(briefing), *sorted(found, key=lambda item: (-len(ledger.cites(item)), item.id))]
    caution = ["A named tie says nothing about its scope, price or duration unless a source does"]
    planned = [shown(item.name) for item in found if item.status == "planned"]
    if planned:
        caution.append(f"Planned, not yet operating: {listed(planned, 6)}")
    rivals = [shown(item.name) for item in briefing.relationships if set(item.kinds) == {"competitor"}]
    if rivals:
        caution.append(f"Not on the map, named as rivals: {listed(rivals, 6)}")
    notes = Notes("", ledger.quotes(*dict.fromkeys(leading), most=1), tuple(caution), _names(groups))
    further = candidates(f"All named organisations around {ledger.subject}", "All named organisations")
    note = "Ties as the sources name them; scope and value are not checked"
    name = short_name(briefing.subject)
    return (
        PartnershipsPlan(_titles(ledger, groups), further, shown(briefing.subject.name) or name, groups, note, notes),
    )


def _names(groups: Sequence[Cluster]) -> str:
    return "\n".join(f"{group.title}: {', '.join(node.name for node in group.nodes)}" for group in groups)


def _titles(ledger: Ledger, groups: Sequence[Cluster]) -> tuple[str, ...]:
    found = organisations(ledger.briefing)
    double = [shown(item.name) for item in both(ledger.briefing)]
    total, name = len(found), ledger.subject
    texts: list[str] = []
    if total == 1:
        role = "investor" if is_investor(found[0]) else "organisation"
        texts.append(f"The sources name one {role} beside {name}: {shown(found[0].name)}")
        texts.append(f"The sources name one {role} beside {name}")
    elif double:
        verb = plural(len(double), "is")
        head = f"Of {total} named organisations, {number_word(len(double))} {verb} both partner and investor"
        texts += [f"{head}: {joined(double)}", f"{head}: {listed(double, 3)}", f"{head}: {listed(double, 2)}", head]
    elif all(is_investor(item) for item in found):
        texts.append(f"The sources name {counted(total, 'investor')} of {name} and no customer or partner")
    planned = sum(item.status == "planned" for item in found)
    named = [group for group in groups if group.key not in ("other", "sectors")] or list(groups)
    largest = max(named, key=lambda group: len(group.nodes))
    if total > 1 and len(groups) > 1 and len(largest.nodes) > 1:
        share = f"{number_word(len(largest.nodes))} of them under {largest.title.lower()}"
        tail = f", and {counted(planned, 'tie')} {plural(planned, 'is')} only planned" if planned else ""
        texts += [f"The sources name {total} organisations around {name}, {share}{tail}"]
        texts += [f"The sources name {total} organisations around {name}, {share}"]
    texts += [
        f"The sources name {counted(total, 'organisation')} around {name}",
        f"{capital(counted(total, 'organisation'))} named in the sources",
    ]
    return candidates(*texts)


# ---------------------------------------------------------------- places


def layout(plan: PartnershipsPlan, theme: Theme) -> tuple[Sheet, ...]:
    """The map; then, where it says "+N more", slides with every name at full width."""
    face = body_face(theme)
    counts_only = plan.count > _MOST_ON_MAP
    groups = tuple(_counted(group) for group in plan.clusters) if counts_only else plan.clusters
    drawn = geometry.arrange([len(group.nodes) for group in groups])
    marks: list[Mark] = [_map(plan, groups, drawn, face), *_key(plan.clusters, plan.note, face)]
    cut = [panel.cluster for panel in drawn.panels if panel.more]
    wanted = range(len(groups)) if counts_only else sorted(cut)
    further = [plan.clusters[index] for index in wanted]
    slides = _further(further, face, 90 if counts_only else 45) if further else []
    sheet = Sheet("partnerships", "canvas", "Partnerships", plan.titles, tuple(marks), plan.notes)
    parts = len(slides)
    return (
        sheet,
        *(
            Sheet(
                "partnerships",
                "canvas",
                "Partnerships",
                _further_titles(plan, names),
                found,
                plan.notes,
                at + 2,
                parts + 1,
            )
            for at, (names, found) in enumerate(slides)
        ),
    )


def _counted(group: Cluster) -> Cluster:
    """A group as one node that says how many it holds."""
    ids = tuple(part for node in group.nodes for part in node.ids[:1])
    cites = tuple(sorted({number for node in group.nodes for number in node.cites}))
    text = Statement((Piece("listed on the next slides", "label"),), cites, ids)
    return Cluster(
        group.key, group.title, group.verb, (Node(counted(len(group.nodes), "organisation"), (text,), cites, ids),)
    )


def _further_titles(plan: PartnershipsPlan, names: Sequence[str]) -> tuple[str, ...]:
    return candidates(*(f"{text}: {joined(names)}" for text in plan.further), *plan.further)


def _box(place: Place) -> Box:
    return Box(inches(place.x), inches(place.y), inches(place.w), inches(place.h))


def _map(plan: PartnershipsPlan, groups: Sequence[Cluster], drawn: MapPlan, face: str) -> GroupMark:
    marks: list[_MapMark] = []
    for panel in drawn.panels:
        marks.append(_panel(groups[panel.cluster], panel))
    hub_name = "Hub"
    for panel in drawn.panels:
        marks.append(_connector(groups[panel.cluster], panel, drawn, hub_name))
    marks.append(_hub(plan, drawn.hub, hub_name, face))
    for panel in drawn.panels:
        marks += _inside(groups[panel.cluster], panel, drawn.mode, face)
    box = Box(LEFT, inches(geometry.TOP), RIGHT - LEFT, inches(geometry.HEIGHT))
    return GroupMark("Partnership map", box, tuple(marks), _alternative(plan))


def _alternative(plan: PartnershipsPlan) -> str:
    listed_groups = "; ".join(
        f"{group.title}: {', '.join(node.name for node in group.nodes)}" for group in plan.clusters
    )
    many, groups = counted(plan.count, "organisation"), counted(len(plan.clusters), "group")
    text = f"Map of {many} in {groups} around {plan.subject}: {listed_groups}."
    return text if len(text) <= 2_000 else text[:1_999] + "…"


def _panel(group: Cluster, panel: Panel) -> TextMark:
    box = _box(panel.place)
    adjust = 0.07 / min(panel.place.w, panel.place.h)
    return TextMark(
        f"Panel: {group.title}", box, geometry="roundRect", adjust=adjust, fill=Paint("bg2"), decorative=True
    )


def _connector(group: Cluster, panel: Panel, drawn: MapPlan, hub: str) -> ConnectorMark:
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


def _hub(plan: PartnershipsPlan, place: Place, name: str, face: str) -> TextMark:
    """The subject's name as large as the circle takes it, then the count."""
    room = inches(geometry.HUB * 0.70)  # what an ellipse leaves for text
    versions = [label(plan.subject)]
    size = next(
        (
            size
            for size in (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
            if lines(paragraph(versions[0], Style(size, bold=True)), room, face) <= 2
            and all(text_width(word, size, True, face) <= room - 12_700 for word in plan.subject.split())
        ),
        10.0,
    )
    style = Style(size, "bg1", bold=True, align="center")
    subject = paragraph(fitted(versions, style, room, 3, face), style, after=2)
    count = f"{plan.count} named {'organisation' if plan.count == 1 else 'organisations'}"
    return TextMark(
        name,
        _box(place),
        (subject, plain(count, 9.5, color="bg1", align="center")),
        geometry="ellipse",
        fill=Paint("accent1"),
        anchor="middle",
    )


def _inside(group: Cluster, panel: Panel, mode: Mode, face: str) -> list[_MapMark]:
    """The header of a panel and its nodes."""
    place = panel.place
    heading = Style(12.0)
    cites = () if mode.relation else tuple(sorted({number for node in group.nodes for number in node.cites}))
    versions = [
        Statement((Piece(group.title, "label", bold=True), Piece(f"  {verb}", "label", muted=True)), cites)
        for verb in (group.verb, group.verb.split(",")[0])
    ] + [Statement((Piece(group.title, "label", bold=True),), cites)]
    width = inches(place.w - 2 * geometry.MARGIN)
    header = paragraph(fitted(versions, heading, width, 1, face), heading)
    box = Box(inches(place.x + geometry.MARGIN), inches(place.y + 0.085), width, inches(0.23))
    marks: list[_MapMark] = [text_mark(f"Group: {group.title}", box, (header,))]
    for at, spot in enumerate(panel.nodes):
        if panel.more and at == len(panel.nodes) - 1:
            more = Style(mode.size if not mode.relation else 10.0, "tx2", italic=True)
            text = paragraph(label(f"+{panel.more} more"), more)
            inset = (inches(_INSET), 0, 0, 0)
            marks.append(TextMark(f"More: {group.title}", _box(spot), (text,), anchor="middle", insets=inset))
        else:
            marks += _node(group.nodes[at], spot, mode, face)
    return marks


def _node(node: Node, place: Place, mode: Mode, face: str) -> list[_MapMark]:
    border = Line("accent6", 0.75)
    if node.also_investor:
        border = Line("accent1", 1.5)
    if node.planned:
        border = Line("accent3", 1.0, "sysDash")
    if node.rumoured:
        border = Line("accent4", 1.0, "sysDash")
    dot = node.also_investor
    width = inches(place.w - 2 * _INSET - (_DOT + 0.08 if dot else 0.0))
    mark = TextMark(
        f"Org {node.name}",
        _box(place),
        _node_text(node, mode, width, face),
        geometry="roundRect",
        adjust=min(0.05 / place.h, 0.2),
        fill=Paint("bg1"),
        line=border,
        anchor="middle",
        insets=(inches(_INSET), 0, inches(place.w) - inches(_INSET) - width, 0),
        claims=node.ids,
    )
    if not dot:
        return [mark]
    y = place.y + (0.08 if mode.relation else (place.h - _DOT) / 2)
    spot = Box(inches(place.x + place.w - _DOT - 0.09), inches(y), inches(_DOT), inches(_DOT))
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


def _key(groups: Sequence[Cluster], note: str, face: str) -> list[Mark]:
    """The key on the left, only of what the map shows; the note on the right."""
    nodes = [node for group in groups for node in group.nodes]
    marks: list[Mark] = []
    x = LEFT
    if any(node.also_investor for node in nodes):
        dot = Box(x + inches(0.02), _KEY_Y + inches(0.05), inches(_DOT), inches(_DOT))
        marks.append(TextMark("Key: also an investor", dot, geometry="ellipse", fill=Paint("accent1"), decorative=True))
        x = _key_text(marks, "Also an investor", x + inches(0.19), face)
    for name, text, line, wanted in (
        ("planned", "Planned, not yet operating", Line("accent3", 1.0, "sysDash"), any(node.planned for node in nodes)),
        ("rumoured", "Rumoured", Line("accent4", 1.0, "sysDash"), any(node.rumoured for node in nodes)),
    ):
        if wanted:
            box = Box(x, _KEY_Y + inches(0.02), inches(0.30), inches(0.16))
            marks.append(
                TextMark(
                    f"Key: {name}", box, geometry="roundRect", adjust=0.2, fill=Paint("bg1"), line=line, decorative=True
                )
            )
            x = _key_text(marks, text, x + inches(0.38), face)
    left = max(x, inches(5.0))
    marks.append(foot_note(note, left, RIGHT - left, align="right", y=_KEY_Y))
    return marks


def _key_text(marks: list[Mark], text: str, x: int, face: str) -> int:
    width = text_width(text, 10, False, face) + inches(0.05)
    marks.append(foot_note(text, x, width, y=_KEY_Y, name=f"Key text: {text}"))
    return x + width + inches(0.33)


# ---------------------------------------------------------------- every name


def _further(groups: Sequence[Cluster], face: str, capacity: int) -> list[tuple[list[str], tuple[Mark, ...]]]:
    """(titles of the groups, marks) of each further slide: full-width panels that hold every name."""
    mode = STANDARD if capacity == 45 else COMPACT
    room = geometry.HEIGHT
    across = mode.base_columns
    pitch = mode.least_h + mode.gap
    slides: list[tuple[list[str], tuple[Mark, ...]]] = []
    names: list[str] = []
    marks: list[Mark] = []
    y = geometry.TOP
    for group in groups:
        start = 0
        while start < len(group.nodes):
            rows = int((geometry.TOP + room - y - mode.header - mode.pad + mode.gap) / pitch)
            if rows < 1:
                slides.append((names, tuple(marks)))
                names, marks, y = [], [], geometry.TOP
                continue
            part = group.nodes[start : start + rows * across]
            height = mode.header + -(-len(part) // across) * pitch - mode.gap + mode.pad
            marks += _strip(Cluster(group.key, group.title, group.verb, part), y, height, mode, face)
            names.append(group.title)
            start += len(part)
            y += height + mode.panel_gap
    return [*slides, (names, tuple(marks))]


def _strip(group: Cluster, y: float, height: float, mode: Mode, face: str) -> list[Mark]:
    place = Place(geometry.LEFT, y, geometry.RIGHT - geometry.LEFT, height)
    width = (place.w - 2 * geometry.MARGIN - (mode.base_columns - 1) * mode.gap) / mode.base_columns
    spots = tuple(
        Place(
            place.x + geometry.MARGIN + (at % mode.base_columns) * (width + mode.gap),
            y + mode.header + (at // mode.base_columns) * (mode.least_h + mode.gap),
            width,
            mode.least_h,
        )
        for at in range(len(group.nodes))
    )
    panel = Panel(0, "base", place, spots)
    return [_panel(group, panel), *_inside(group, panel, mode, face)]
