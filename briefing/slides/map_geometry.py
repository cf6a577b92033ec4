"""Sizes of clusters in, where panels, nodes and hub of the partnership map stand out: the algorithm of the map alone.

All lengths here are inches; `partnerships.py` turns them into marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.records import dataclass, replace

LEFT, RIGHT, TOP, BOTTOM = 0.60, 12.733, 1.78, 6.42
HUB, LANE, MARGIN = 1.50, 0.40, 0.13
_LEAST_NODE = 1.45  # width in which a name can be read
_MOST_PADDING = 0.25
_SINGLE_GAP = 0.40


@dataclass(frozen=True, slots=True)
class Mode:
    """How dense a map is. columns: of a wing, tried in order; relation: 0 where only names are shown."""

    name: str
    most: int
    columns: tuple[int, ...]
    least_h: float
    most_h: float
    gap: float
    size: float
    relation: float
    header: float
    pad: float
    panel_gap: float
    base_columns: int


DETAIL = Mode("detail", 14, (1, 2), 0.56, 0.92, 0.10, 13.0, 11.0, 0.38, 0.13, 0.16, 5)
STANDARD = Mode("standard", 40, (2,), 0.37, 0.46, 0.07, 10.5, 9.0, 0.36, 0.12, 0.15, 5)
COMPACT = Mode("compact", 1_000_000, (3,), 0.23, 0.29, 0.045, 9.5, 0.0, 0.34, 0.11, 0.13, 6)
MODES = (DETAIL, STANDARD, COMPACT)
# Where a template leaves less height than our own page: as standard, closer.
TIGHT = Mode("tight", 40, (2,), 0.36, 0.46, 0.04, 10.5, 9.0, 0.34, 0.09, 0.10, 5)


@dataclass(frozen=True, slots=True)
class Place:
    """x, y, w, h in inches."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Area:
    """Where the map stands: from LEFT and TOP to these, inches."""

    right: float = RIGHT
    bottom: float = BOTTOM

    @property
    def width(self) -> float:
        return self.right - LEFT

    @property
    def height(self) -> float:
        return self.bottom - TOP

    @property
    def wing(self) -> float:
        """Width of a panel beside the hub."""
        return (self.width - HUB - 2 * LANE) / 2

    def holds(self, columns: int, gap: float) -> bool:
        """Whether so many nodes stand side by side in a wing, wide enough for their names."""
        return (self.wing - 2 * MARGIN - (columns - 1) * gap) / columns >= _LEAST_NODE


OURS = Area()


@dataclass(frozen=True, slots=True)
class Panel:
    """One cluster's place. cluster: its index; side: "left", "right" or "base"; shown: nodes drawn; more: left out.

    nodes: their places; a last place without a node says "+N more".
    """

    cluster: int
    side: str
    place: Place
    nodes: tuple[Place, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class MapPlan:
    mode: Mode
    hub: Place
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A pair of wing panels side by side, or the base strip. clusters: indices; rows, columns: of its panels."""

    clusters: tuple[int, ...]
    base: bool
    rows: int
    columns: int


def arrange(sizes: Sequence[int], area: Area = OURS) -> MapPlan:
    """The map of clusters with so many organisations each; the last of an odd number is the base strip."""
    if len(sizes) == 1:
        return _single(sizes[0], area)
    for mode in MODES if area == OURS else (DETAIL, STANDARD, TIGHT, COMPACT):
        if sum(sizes) > mode.most:
            continue
        for columns in mode.columns:
            blocks = _blocks(sizes, mode, columns, area)
            if _height(blocks, mode, mode.least_h) <= area.height and area.holds(columns, mode.gap):
                return _placed(sizes, blocks, mode, columns, area)
    columns = next((columns for columns in (3, 2) if area.holds(columns, COMPACT.gap)), 1)
    blocks = _blocks(sizes, COMPACT, columns, area)
    while _height(blocks, COMPACT, COMPACT.least_h) > area.height:
        tallest = max(range(len(blocks)), key=lambda index: blocks[index].rows)
        if blocks[tallest].rows < 2:
            break
        blocks[tallest] = replace(blocks[tallest], rows=blocks[tallest].rows - 1)
    return _placed(sizes, blocks, COMPACT, columns, area)


def fits(sizes: Sequence[int], area: Area) -> bool:
    """Whether a map of at least one row a cluster, names and relations readable, stands in the area."""
    pairs = -(-len(sizes) // 2)
    least = pairs * (STANDARD.header + STANDARD.least_h + STANDARD.pad) + (pairs - 1) * STANDARD.panel_gap
    return area.wing >= _LEAST_NODE + 2 * MARGIN and max(least, HUB) <= area.height


def holds(drawn: MapPlan, area: Area) -> bool:
    """Whether all of a map stands in its area, no node lower than its text and no panel under the hub."""
    hub = drawn.hub
    for panel in drawn.panels:
        if panel.place.y + panel.place.h > area.bottom + 0.01:
            return False
        if panel.side == "base" and panel.place.y < hub.y + hub.h:
            return False
        if any(node.h < drawn.mode.least_h - 0.001 for node in panel.nodes):
            return False
    return hub.y >= TOP - 0.001 and hub.y + hub.h <= area.bottom + 0.01


def _blocks(sizes: Sequence[int], mode: Mode, columns: int, area: Area) -> list[_Block]:
    """Pairs (0,1), (2,3) … of the wings, largest first, and the base of an odd number."""
    odd = len(sizes) % 2 == 1
    order = sorted(range(len(sizes) - odd), key=lambda index: (-sizes[index], index))
    blocks = []
    for start in range(0, len(order), 2):
        pair = tuple(order[start : start + 2])
        blocks.append(_Block(pair, False, max(-(-sizes[index] // columns) for index in pair), columns))
    if odd:
        count = sizes[-1]
        across = max(min(base_columns(mode, area), count), 1)
        blocks.append(_Block((len(sizes) - 1,), True, -(-count // across), across))
    return blocks


def base_columns(mode: Mode, area: Area) -> int:
    """How many nodes a full-width strip takes beside each other."""
    return max(min(mode.base_columns, int((area.width - 2 * MARGIN) / (_LEAST_NODE + mode.gap))), 1)


def _height(blocks: Sequence[_Block], mode: Mode, node: float) -> float:
    panels = sum(mode.header + block.rows * node + (block.rows - 1) * mode.gap + mode.pad for block in blocks)
    return panels + mode.panel_gap * (len(blocks) - 1)


def _placed(sizes: Sequence[int], blocks: Sequence[_Block], mode: Mode, columns: int, area: Area) -> MapPlan:
    """Grown to fill the area: first the nodes, then the padding of the panels."""
    rows = sum(block.rows for block in blocks)
    free = area.height - _height(blocks, mode, mode.least_h)
    node = min(mode.most_h, mode.least_h + free / max(rows, 1))
    spare = area.height - _height(blocks, mode, node)
    padding = min(_MOST_PADDING, max(spare, 0.0) / len(blocks))
    wing_node = (area.wing - 2 * MARGIN - (columns - 1) * mode.gap) / columns
    panels: list[Panel] = []
    y = TOP
    wings_end = TOP
    for block in blocks:
        h = mode.header + block.rows * node + (block.rows - 1) * mode.gap + mode.pad + padding
        for index, cluster in enumerate(block.clusters):
            side = "base" if block.base else ("left", "right")[index]
            x = area.right - area.wing if side == "right" else LEFT
            place = Place(x, y, area.width if block.base else area.wing, h)
            few = block.base and sizes[cluster] < base_columns(mode, area)
            most = 1.2 * wing_node if few else 1_000.0
            panels.append(_panel(cluster, side, place, block, sizes[cluster], node, mode, most, padding))
        if not block.base:
            wings_end = y + h
        y += h + mode.panel_gap
    middle = (TOP + wings_end) / 2
    hub = Place((LEFT + area.right - HUB) / 2, middle - HUB / 2, HUB, HUB)
    return MapPlan(mode, hub, tuple(panels))


def _panel(
    cluster: int,
    side: str,
    place: Place,
    block: _Block,
    count: int,
    node: float,
    mode: Mode,
    most: float,
    padding: float,
) -> Panel:
    inner = place.w - 2 * MARGIN
    width = min((inner - (block.columns - 1) * mode.gap) / block.columns, most)
    capacity = block.rows * block.columns
    drawn = count if count <= capacity else capacity - 1
    cells = drawn + (count > capacity)
    top = place.y + mode.header + padding / 2
    places = tuple(
        Place(
            place.x + MARGIN + (at % block.columns) * (width + mode.gap),
            top + (at // block.columns) * (node + mode.gap),
            width,
            node,
        )
        for at in range(cells)
    )
    return Panel(cluster, side, place, places, count - drawn)


def _single(count: int, area: Area) -> MapPlan:
    """One cluster: the hub above one strip."""
    room = area.height - HUB - _SINGLE_GAP
    for mode in MODES:
        across = max(min(base_columns(mode, area), count), 1)
        rows = -(-count // across)
        need = mode.header + rows * mode.least_h + (rows - 1) * mode.gap + mode.pad
        if count <= mode.most and (need <= room or mode is COMPACT):
            break
    rows = min(rows, max(int((room - mode.header - mode.pad + mode.gap) / (mode.least_h + mode.gap)), 1))
    fixed = mode.header + mode.pad + (rows - 1) * mode.gap
    node = min(mode.most_h, (room - fixed) / rows)
    h = fixed + rows * node
    top = TOP + max((area.height - HUB - _SINGLE_GAP - h) / 2, 0.0)
    hub = Place((LEFT + area.right - HUB) / 2, top, HUB, HUB)
    place = Place(LEFT, top + HUB + _SINGLE_GAP, area.width, h)
    block = _Block((0,), True, rows, across)
    most = 3.2 if count < base_columns(mode, area) else 1_000.0
    return MapPlan(mode, hub, (_panel(0, "base", place, block, count, node, mode, most, 0.0),))
