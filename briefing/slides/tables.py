"""Rows of cells in, native tables that fill their zone out: measured, water-filled, split onto further parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from briefing.errors import LayoutError
from briefing.measure import text_height, text_width
from briefing.model.frame import EMU_PER_INCH, Align, Box, Cell, Line, Paint, Paragraph, Row, Run, TableMark, inches
from briefing.model.records import dataclass, replace
from briefing.model.theme import ColorRole
from briefing.slides.badges import BadgeKey, badge_run
from briefing.slides.canvas import HAIR, Page, floor_pixel

HEADER_RULE = Line("tx1", 1.0)
GROUP_RULE = Line("tx2", 1.0)
RUMOUR_RULE = Line("accent4", 1.25, "sysDash")
SURFACE = Paint("bg2")
MOST_HEIGHT = inches(0.80)
HEADER_HEIGHT = inches(0.30)
PAD_X = inches(0.07)
PAD_Y = inches(0.055)
_LEAST_ROWS = 3
_LEAN = inches(7.7)  # narrower tables leave out what is not essential

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Column:
    """width: inches on our own page. takeaway: the column that the slide is about, on bg2 under an accent1 header.

    firm: as wide on every page, for what does not wrap. spare: left out on very narrow pages, where its texts go into
    the notes; hidden: that is so.
    """

    title: str
    width: float
    align: Align = "left"
    takeaway: bool = False
    muted: bool = True
    firm: bool = False
    spare: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """One row before it has a height. rumoured: set off by dashed rules. last_of_group: a group rule follows.

    labelled: the first cell names the group that this row begins (it is merged downward over the rows that follow
    without a label).
    """

    cells: tuple[Cell, ...]
    rumoured: bool = False
    last_of_group: bool = False
    labelled: bool = True


@dataclass(frozen=True, slots=True)
class Grid(Generic[Item]):
    """A table to be: its columns, and how one item becomes a row at a size in points with so many lines a cell.

    fits: (size, lines), the best first. most_rows: more are split onto parts. group: the group an item belongs to, ""
    for none; a group is not torn unless it must be.
    """

    name: str
    columns: tuple[Column, ...]
    build: Callable[[Item, float, int], Body]
    fits: tuple[tuple[float, int], ...]
    most_rows: int
    header_size: float = 10.0
    group: Callable[[Item], str] = lambda item: ""
    header_height: int = HEADER_HEIGHT


def cell(
    paragraphs: Sequence[Paragraph],
    *,
    first: bool = False,
    claims: tuple[str, ...] = (),
    fill: Paint | None = None,
    pad_y: int = PAD_Y,
    top: bool = False,
) -> Cell:
    """A body cell. first: in the first column, flush with the margin. top: anchored to the top."""
    return Cell(
        tuple(paragraphs),
        fill=fill,
        anchor="top" if top else "middle",
        padding=(0 if first else PAD_X, pad_y, PAD_X, pad_y),
        claims=claims,
    )


def header_row(columns: Sequence[Column], size: float, height: int = HEADER_HEIGHT) -> Row:
    """The header: bold, bottom-anchored, over a rule of 1 pt."""
    cells = []
    for index, column in enumerate(columns):
        color: ColorRole = "accent1" if column.takeaway else "tx2"
        run = Run(column.title, size, bold=True, color=color)
        pad = inches(0.05)
        cells.append(
            Cell(
                (Paragraph((run,), align=column.align),),
                bottom=HEADER_RULE,
                anchor="bottom",
                padding=(0 if index == 0 else PAD_X, pad, PAD_X, pad),
            )
        )
    return Row(height, tuple(cells))


def widths(columns: Sequence[Column], total: int) -> tuple[int, ...]:
    """EMU of the columns; the last takes what rounding leaves, so that they sum to the total."""
    found = [inches(column.width) for column in columns]
    return (*found[:-1], total - sum(found[:-1]))


def across(columns: Sequence[Column], width: int) -> tuple[Column, ...]:
    """The columns for a table of that width (EMU): the firm ones as they are, the others in proportion."""
    total, own = width / EMU_PER_INCH, sum(column.width for column in columns)
    if abs(total - own) < 0.01:
        return tuple(columns)
    if width < _LEAN:
        columns = [replace(column, hidden=True) if column.spare else column for column in columns]
    own = sum(column.width for column in columns if not column.hidden)
    firm = sum(column.width for column in columns if column.firm and not column.hidden)
    factor = (total - firm) / (own - firm)
    return tuple(column if column.firm else replace(column, width=column.width * factor) for column in columns)


def fits_on(page: Page, fits: tuple[tuple[float, int], ...]) -> tuple[tuple[float, int], ...]:
    """(size, lines): on a narrow page rows are higher instead of wider, in text no larger than 11 points."""
    return tuple((size, most + 1) for size, most in fits if size <= 11) if page.narrow else fits


def widened(columns: Sequence[Column], at: int, keys: Iterable[BadgeKey], size: float, face: str) -> tuple[Column, ...]:
    """The columns with that one as wide as its widest badge needs; the widest other column gives the room."""
    need_in = max((text_width(badge_run(key, size).text, size, True, face) for key in keys), default=0) / EMU_PER_INCH
    missing = need_in + 0.14 + 0.02 - columns[at].width
    if missing <= 0:
        return tuple(columns)
    others = (index for index in range(len(columns)) if index != at and not columns[index].hidden)
    giver = max(others, key=lambda index: columns[index].width)
    change = {at: missing, giver: -missing}
    return tuple(replace(column, width=column.width + change.get(index, 0.0)) for index, column in enumerate(columns))


def water_fill(needs: Sequence[int], available: int, most: int = MOST_HEIGHT) -> list[int]:
    """Row heights: Σ max(need, u) = available, u at most `most`; rows that need more keep their need. Whole pixels."""
    level, rest = 0, sorted(needs)
    for index in range(len(rest), 0, -1):
        taller = sum(rest[index:])
        level = (available - taller) // index
        if level >= rest[index - 1]:
            break
    level = floor_pixel(min(max(level, 0), most))
    return [max(need, level) for need in needs]


def need(body: Body, columns: Sequence[int], face: str) -> int:
    """The height a row must have, EMU."""
    highest = 0
    for width, item in zip(columns, body.cells, strict=True):
        left, top, right, bottom = item.padding
        highest = max(highest, text_height(item.paragraphs, width - left - right, face) + top + bottom)
    return -(-highest // 9_525) * 9_525


def split(count: int, most: int) -> list[int]:
    """How many rows each part holds: as even as can be, at least three on the last."""
    parts = -(-count // most)
    if parts <= 1:
        return [count] if count else []
    share = -(-count // parts)
    sizes = [share] * (parts - 1)
    last = count - sum(sizes)
    if last >= _LEAST_ROWS or share < _LEAST_ROWS:
        return [*sizes, last]
    if share - (_LEAST_ROWS - last) < _LEAST_ROWS:  # so few go on a slide that each takes its even part
        return [count // parts + (at < count % parts) for at in range(parts)]
    sizes[-1] -= _LEAST_ROWS - last
    return [*sizes, _LEAST_ROWS]


def parts_of(items: Sequence[Item], grid: Grid[Item], width: int, available: int, face: str) -> list[list[Body]]:
    """The rows of each part, at the largest size that needs the fewest parts. available: EMU for body rows.

    Raises LayoutError when a single row at the smallest size is higher than the zone.
    """
    columns = widths(_shown(grid), width)
    available -= _header_height(grid, columns, face) - grid.header_height
    most = min(grid.most_rows, max(len(items), 1))
    while most >= 1:
        chunks = _chunks(items, split(len(items), most), grid.group)
        for size, lines in grid.fits:
            built = [[_lean(grid.build(item, size, lines), grid) for item in chunk] for chunk in chunks]
            if all(sum(need(body, columns, face) for body in part) <= available for part in built):
                return built
        most -= 1
    raise LayoutError("a row of a table is higher than the slide", grid.name, "shorten the texts of its longest row")


def left_out(grid: Grid[Item], items: Sequence[Item], label: int) -> str:
    """What the hidden columns would say, a line an item, which its cell in the column `label` begins; "" for none."""
    hidden = [at for at, column in enumerate(grid.columns) if column.hidden]
    if not hidden:
        return ""
    built = [grid.build(item, 10.0, 12) for item in items]
    return "\n".join(f"{body.cells[label].text}: {'; '.join(body.cells[at].text for at in hidden)}" for body in built)


def _shown(grid: Grid[Item]) -> tuple[Column, ...]:
    return tuple(column for column in grid.columns if not column.hidden)


def _lean(body: Body, grid: Grid[Item]) -> Body:
    """The row without the cells of hidden columns."""
    if not any(column.hidden for column in grid.columns):
        return body
    cells = (cell for cell, column in zip(body.cells, grid.columns, strict=True) if not column.hidden)
    return replace(body, cells=tuple(cells))


def _header_height(grid: Grid[Item], columns: Sequence[int], face: str) -> int:
    """Higher than designed where a narrow column breaks its title."""
    header = header_row(_shown(grid), grid.header_size, grid.header_height)
    return max(grid.header_height, need(Body(header.cells), columns, face))


def _chunks(items: Sequence[Item], sizes: Sequence[int], group: Callable[[Item], str]) -> list[list[Item]]:
    """Items cut at the sizes; a cut moves up to two rows to fall between groups."""
    chunks: list[list[Item]] = []
    start = 0
    for index, size in enumerate(sizes):
        end = len(items) if index == len(sizes) - 1 else start + size
        if end < len(items):
            for shift in (0, -1, -2):
                edge = end + shift
                if edge - start >= _LEAST_ROWS and group(items[edge - 1]) != group(items[edge]):
                    end = edge
                    break
        chunks.append(list(items[start:end]))
        start = end
    return [chunk for chunk in chunks if chunk]


def table(
    grid: Grid[Item], bodies: Sequence[Body], box: Box, face: str, *, placeholder: int = 20, most: int = MOST_HEIGHT
) -> TableMark:
    """The table of one part, its rows water-filled into the box (which it may leave partly white)."""
    columns = widths(_shown(grid), box.w)
    header = header_row(_shown(grid), grid.header_size, _header_height(grid, columns, face))
    heights = water_fill([need(body, columns, face) for body in bodies], box.h - header.height, most)
    rows = [header, *(Row(height, body.cells) for height, body in zip(heights, bodies, strict=True))]
    rows = _merged(_ruled(rows, bodies), bodies)
    height = sum(row.height for row in rows)
    return TableMark(grid.name, Box(box.x, box.y, box.w, height), columns, tuple(rows), placeholder)


def _ruled(rows: list[Row], bodies: Sequence[Body]) -> list[Row]:
    """Rules between rows; the two cells that share a border carry the same line."""
    lines: list[Line] = [HEADER_RULE]
    for index, body in enumerate(bodies):
        following = bodies[index + 1] if index + 1 < len(bodies) else None
        if body.rumoured or (following and following.rumoured):
            lines.append(RUMOUR_RULE)
        else:
            lines.append(GROUP_RULE if body.last_of_group and following else HAIR)
    ruled = [rows[0]]
    for index, row in enumerate(rows[1:]):
        cells = tuple(replace(item, top=lines[index], bottom=lines[index + 1]) for item in row.cells)
        ruled.append(Row(row.height, cells))
    return ruled


def _merged(rows: list[Row], bodies: Sequence[Body]) -> list[Row]:
    """First cells of unlabelled rows merged into the labelled one above; borders stand on both ends of a merge."""
    merged = list(rows)
    index = 0
    while index < len(bodies):
        end = index + 1
        while end < len(bodies) and not bodies[end].labelled:
            end += 1
        if end - index > 1:
            bottom = rows[end].cells[0].bottom
            for at in range(index, end):
                own = rows[at + 1].cells[0]
                if at == index:
                    own = replace(own, row_span=end - index, bottom=bottom)
                else:
                    blank = (Paragraph(tuple(replace(run, text="") for run in own.paragraphs[0].runs[:1])),)
                    own = replace(
                        own, paragraphs=blank, covered=True, top=None, bottom=bottom if at == end - 1 else None
                    )
                merged[at + 1] = Row(rows[at + 1].height, (own, *rows[at + 1].cells[1:]))
        index = end
    return merged
