"""The partnership map: the subject in the middle, organisations in groups around it, one glued connector a group."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.measure import body_face, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Relationship
from briefing.model.frame import EMU_PER_INCH, Box, GroupMark, Line, Mark, Paint, TextMark, inches
from briefing.model.records import dataclass, replace
from briefing.model.theme import Theme
from briefing.slides import map_geometry as geometry
from briefing.slides.canvas import LEFT, OURS, Page, Sheet, foot_note, page_of
from briefing.slides.clusters import Cluster, Node, clusters
from briefing.slides.highlights import both, is_investor, is_partner, organisations
from briefing.slides.ledger import Ledger
from briefing.slides.map_geometry import COMPACT, STANDARD, Area, MapPlan, Mode
from briefing.slides.map_marks import DOT, MapMark, connector, hub_mark, inside, panel_mark, strip
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, joined, listed, number_word, plural, short_name, shown

_KEY_H = inches(0.17)  # from the key to the foot of the page
_MOST_ON_MAP = 120


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
        role = "investor" if is_investor(found[0]) and not is_partner(found[0]) else "organisation"
        texts.append(f"The sources name one {role} beside {name}: {shown(found[0].name)}")
        texts.append(f"The sources name one {role} beside {name}")
    elif double:
        verb = plural(len(double), "is")
        many = number_word(len(double))
        head = f"Of {number_word(total)} named organisations, {many} {verb} both partner and investor"
        texts += [f"{head}: {joined(double)}", f"{head}: {listed(double, 3)}", f"{head}: {listed(double, 2)}", head]
    elif any(map(_uncertain, found)) or _confirmed(found):
        sure, open_ = _confirmed(found), sum(map(_uncertain, found))
        many = f"{number_word(sure)} {plural(sure, 'is')}" if sure else "none is"
        head = f"Of {number_word(total)} ties that the sources name, {many} confirmed"
        tail = f"; {counted(open_, 'tie')} {plural(open_, 'is')} only rumoured or planned" if open_ else ""
        texts += [f"{head} by more than one origin{tail}", f"{head} by more than one origin"]
    elif all(is_investor(item) for item in found):
        texts.append(f"The sources name {counted(total, 'investor')} of {name} and no customer or partner")
    planned = sum(item.status == "planned" for item in found)
    named = [group for group in groups if group.key not in ("other", "sectors", "ties")] or list(groups)
    largest = max(named, key=lambda group: len(group.nodes))
    if total > 1 and len(groups) > 1 and len(largest.nodes) > 1:
        inside = "as" if largest.key in ("customers", "acquired", "investors", "other", "ties") else "in"
        share = f"{number_word(len(largest.nodes))} of them {inside} {largest.title.lower()}"
        tail = f", and {counted(planned, 'tie')} {plural(planned, 'is')} only planned" if planned else ""
        texts += [f"The sources name {number_word(total)} organisations around {name}, {share}{tail}"]
        texts += [f"The sources name {number_word(total)} organisations around {name}, {share}"]
    texts += [
        f"The sources name {counted(total, 'organisation')} around {name}",
        f"{capital(counted(total, 'organisation'))} named in the sources",
    ]
    return candidates(*texts)


def _confirmed(found: Sequence[Relationship]) -> int:
    return sum(item.standing == "corroborated" for item in found)


def _uncertain(item: Relationship) -> bool:
    return item.status in ("planned", "rumoured") or item.standing == "rumoured"


# ---------------------------------------------------------------- places


def layout(plan: PartnershipsPlan, theme: Theme) -> tuple[Sheet, ...]:
    """The map; then, where it says "+N more", slides with every name at full width."""
    face, page = body_face(theme), page_of(theme)
    area = geometry.OURS if page == OURS else Area(page.right / EMU_PER_INCH, page.bottom / EMU_PER_INCH - 0.30)
    counts_only = plan.count > _MOST_ON_MAP
    groups = tuple(_counted(group) for group in plan.clusters) if counts_only else plan.clusters
    sizes = [len(group.nodes) for group in groups]
    if not geometry.fits(sizes, area):
        return _listed(plan, area, page, face)
    drawn = geometry.arrange(sizes, area)
    if area != geometry.OURS and not geometry.holds(drawn, area):
        return _listed(plan, area, page, face)
    marks: list[Mark] = [_map(plan, groups, drawn, area, face), *_key(plan.clusters, plan.note, page, face)]
    cut = [panel.cluster for panel in drawn.panels if panel.more]
    # A smaller page may have no room for the ties that ours would tell.
    terse = area != geometry.OURS and drawn.mode is COMPACT and plan.count <= STANDARD.most
    wanted = range(len(groups)) if counts_only or terse else sorted(cut)
    further = [plan.clusters[index] for index in wanted]
    slides = _further(further, area, face, COMPACT if counts_only else STANDARD) if further else []
    first = Sheet("partnerships", "canvas", "Partnerships", plan.titles, tuple(marks), plan.notes)
    return (first, *_sheets(plan, slides, 2))


def _listed(plan: PartnershipsPlan, area: Area, page: Page, face: str) -> tuple[Sheet, ...]:
    """Panels of names under each other, where a map has no room."""
    mode = STANDARD if plan.count <= _MOST_ON_MAP else COMPACT
    slides = _further(plan.clusters, area, face, mode)
    key = tuple(_key(plan.clusters, plan.note, page, face))
    return tuple(replace(sheet, titles=plan.titles, marks=(*sheet.marks, *key)) for sheet in _sheets(plan, slides, 1))


def _sheets(plan: PartnershipsPlan, slides: Sequence[_Listing], first: int) -> tuple[Sheet, ...]:
    """first: the part that the first of them is."""
    parts = len(slides) + first - 1
    return tuple(
        Sheet("partnerships", "canvas", "Partnerships", _further_titles(plan, names), found, plan.notes, at, parts)
        for at, (names, found) in enumerate(slides, first)
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


def _map(plan: PartnershipsPlan, groups: Sequence[Cluster], drawn: MapPlan, area: Area, face: str) -> GroupMark:
    marks: list[MapMark] = []
    for panel in drawn.panels:
        marks.append(panel_mark(groups[panel.cluster], panel))
    hub_name = "Hub"
    for panel in drawn.panels:
        marks.append(connector(groups[panel.cluster], panel, drawn, hub_name))
    marks.append(hub_mark(plan.subject, plan.count, drawn.hub, hub_name, face))
    for panel in drawn.panels:
        marks += inside(groups[panel.cluster], panel, drawn.mode, face)
    box = Box(LEFT, inches(geometry.TOP), inches(area.width), inches(area.height))
    return GroupMark("Partnership map", box, tuple(marks), _alternative(plan))


def _alternative(plan: PartnershipsPlan) -> str:
    listed_groups = "; ".join(
        f"{group.title}: {', '.join(node.name for node in group.nodes)}" for group in plan.clusters
    )
    many, groups = counted(plan.count, "organisation"), counted(len(plan.clusters), "group")
    text = f"Map of {many} in {groups} around {plan.subject}: {listed_groups}."
    return text if len(text) <= 2_000 else text[:1_999] + "…"


def _key(groups: Sequence[Cluster], note: str, page: Page, face: str) -> list[Mark]:
    """The key on the left, only of what the map shows; the note on the right where there is room."""
    y = page.bottom - _KEY_H
    nodes = [node for group in groups for node in group.nodes]
    marks: list[Mark] = []
    x = LEFT
    if any(node.also_investor for node in nodes):
        dot = Box(x + inches(0.02), y + inches(0.05), inches(DOT), inches(DOT))
        marks.append(TextMark("Key: also an investor", dot, geometry="ellipse", fill=Paint("accent1"), decorative=True))
        x = _key_text(marks, "Also an investor", x + inches(0.19), y, face)
    for name, text, line, wanted in (
        ("planned", "Planned, not yet operating", Line("accent3", 1.0, "sysDash"), any(node.planned for node in nodes)),
        ("rumoured", "Rumoured", Line("accent4", 1.0, "sysDash"), any(node.rumoured for node in nodes)),
    ):
        if wanted:
            box = Box(x, y + inches(0.02), inches(0.30), inches(0.16))
            marks.append(
                TextMark(
                    f"Key: {name}", box, geometry="roundRect", adjust=0.2, fill=Paint("bg1"), line=line, decorative=True
                )
            )
            x = _key_text(marks, text, x + inches(0.38), y, face)
    left = max(x, LEFT + page.share(inches(4.4)))
    if text_width(note, 10, False, face) <= page.right - left:
        marks.append(foot_note(note, left, page.right - left, align="right", y=y))
    return marks


def _key_text(marks: list[Mark], text: str, x: int, y: int, face: str) -> int:
    width = text_width(text, 10, False, face) + inches(0.05)
    marks.append(foot_note(text, x, width, y=y, name=f"Key text: {text}"))
    return x + width + inches(0.33)


# ---------------------------------------------------------------- every name


_Listing = tuple[list[str], tuple[Mark, ...]]


def _further(groups: Sequence[Cluster], area: Area, face: str, mode: Mode) -> list[_Listing]:
    """(titles of the groups, marks) of each further slide: full-width panels that hold every name."""
    room = area.height
    across = geometry.base_columns(mode, area)
    pitch = mode.least_h + mode.gap
    slides: list[tuple[list[str], tuple[Mark, ...]]] = []
    names: list[str] = []
    marks: list[Mark] = []
    y = geometry.TOP
    for group in groups:
        start = 0
        while start < len(group.nodes):
            rows = int((geometry.TOP + room - y - mode.header - mode.pad + mode.gap) / pitch)
            if rows < 1 and marks:
                slides.append((names, tuple(marks)))
                names, marks, y = [], [], geometry.TOP
                continue
            part = group.nodes[start : start + max(rows, 1) * across]
            height = mode.header + -(-len(part) // across) * pitch - mode.gap + mode.pad
            marks += strip(Cluster(group.key, group.title, group.verb, part), y, height, mode, area, face)
            names.append(group.title)
            start += len(part)
            y += height + mode.panel_gap
    return [*slides, (names, tuple(marks))]
