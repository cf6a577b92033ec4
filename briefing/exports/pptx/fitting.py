"""A Deck of our own format and a company's layouts in, the same Deck in the free area of those layouts out.

Places are stretched to the free area; text keeps one scale a slide, the largest at which all of it fits as measured,
and never falls under what the smaller side asks. Tables divide their height among rows anew. What fills placeholders
of the company (title, footer, number) comes out with their places; what has none there becomes a box of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.errors import LayoutError
from briefing.exports.pptx.company import Company, CompanyLayout, Place
from briefing.measure import body_face, natural_width, text_height, wrap_lines
from briefing.measure.wrapping import Line as TextLine
from briefing.model.frame import (
    EMU_PER_POINT,
    SLIDE_W,
    Box,
    Cell,
    ChartMark,
    ConnectorMark,
    Deck,
    Frame,
    GroupMark,
    Line,
    Mark,
    Paragraph,
    PictureMark,
    Row,
    RuleMark,
    Run,
    TableMark,
    TextMark,
    inches,
)
from briefing.model.theme import Theme

ZONE = Box(548_640, inches(1.78), 11_094_720, inches(4.94))
_SECTION, _SOURCES, _FOOTER, _NUMBER = 10, 11, 12, 13
_STEP, _FLOOR = 0.02, 8.5
_TITLE_LEAST = 14.0
_TALLER = 1.35  # how much higher than wide content may be stretched, where slides are 4:3
_SUBTITLE_LEAST = 14.0
_CLOSE = 1.003  # rounding of positions, not overflow
_ENDLESS = 1 << 40


@dataclass(frozen=True, slots=True)
class Fitted:
    """frames: with the layout each takes, in order. smallest: points of the smallest text."""

    deck: Deck
    layouts: tuple[CompanyLayout, ...]
    smallest: float


def fit(deck: Deck, theme: Theme, company: Company, title: CompanyLayout, content: CompanyLayout) -> Fitted:
    """Raises LayoutError naming slide and mark where text cannot be set."""
    face, frames, layouts = body_face(theme), [], []
    legend: Frame | None = None
    for frame in deck.frames:
        if frame.layout == "title":
            frames.append(_title_slide(frame, title, company, face))
            layouts.append(title)
            legend = _legend_slide(frame)
        else:
            frames.append(_content_slide(frame, content, company, face))
            layouts.append(content)
    if legend is not None:
        frames.append(_content_slide(_numbered(legend, deck, len(frames) + 1), content, company, face))
        layouts.append(content)
    smallest = min((run.size for frame in frames for run in _runs(frame.marks) if run.text.strip()), default=_FLOOR)
    fitted = replace(deck, frames=tuple(frames), width=company.width, height=company.height)
    return Fitted(fitted, tuple(layouts), smallest)


# ---------------------------------------------------------------- slides


def _content_slide(frame: Frame, layout: CompanyLayout, company: Company, face: str) -> Frame:
    """Title and footers to the company's placeholders, the sources to the foot of the free area, the rest above."""
    unit = company.width / SLIDE_W
    free, before, after, inner = layout.free, [], [], []
    for mark in frame.marks:
        idx = getattr(mark, "placeholder", None)
        if isinstance(mark, TextMark) and idx == 0:
            made, free = _heading(mark, layout, free, unit, frame.key, face)
            before.append(made)
        elif isinstance(mark, TextMark) and idx == _SOURCES:
            made, free = _sources(mark, free, unit, face)
            after.append(made)
        elif isinstance(mark, TextMark) and idx in (_FOOTER, _NUMBER):
            place = layout.footer if idx == _FOOTER else layout.number
            if place is not None:
                after.append(_foot(mark, place, face))
        elif idx != _SECTION:
            inner.append(mark)
    return replace(frame, marks=(*before, *_set(inner, free, unit, face, frame.key), *after))


def _title_slide(frame: Frame, layout: CompanyLayout, company: Company, face: str) -> Frame:
    """The subject as title; the takeaway and what the deck is based on as subtitle, or in the free area."""
    unit = company.width / SLIDE_W
    texts = {mark.placeholder: mark for mark in frame.marks if isinstance(mark, TextMark)}
    marks: list[Mark] = []
    free = layout.free
    if 0 in texts:
        made, free = _heading(texts[0], layout, free, unit, frame.key, face, lines=3)
        marks.append(made)
    meta = [mark for idx, mark in texts.items() if idx is not None and 14 <= idx <= 17]
    facts = "  |  ".join(_fact(mark) for mark in meta)
    takeaway = texts.get(1)
    if takeaway is not None:
        place = layout.subtitle
        below = Paragraph((Run(facts, 14.0, color="tx2"),), before=8) if facts else None
        paragraphs = (*takeaway.paragraphs, *((below,) if below else ()))
        box, name = (place.box, "Subtitle") if place else (free, "Takeaway")
        made = replace(takeaway, name=name, box=box, placeholder=1 if place else None)
        whole = _tried(replace(made, paragraphs=paragraphs), place, face, frame.key)
        if whole is None or whole.paragraphs[0].runs[0].size < _SUBTITLE_LEAST * unit:
            whole = _shrunk(made, place, face, frame.key)
        marks.append(whole)
    return replace(frame, marks=tuple(marks))


def _tried(mark: TextMark, place: Place | None, face: str, slide: str) -> TextMark | None:
    try:
        return _shrunk(mark, place, face, slide)
    except LayoutError:
        return None


def _fact(mark: TextMark) -> str:
    name, _, value = mark.text.partition("\n")
    return f"{name}: {value}" if value else name


def _legend_slide(frame: Frame) -> Frame | None:
    """The legend of our title slide as a slide of its own: pill left, meaning beside it."""
    heading = next((mark for mark in frame.marks if getattr(mark, "placeholder", 0) == 18), None)
    marks = [mark for mark in frame.marks if isinstance(mark, TextMark) and mark.placeholder is None]
    pills = [mark for mark in marks if mark.geometry == "roundRect"]
    if not isinstance(heading, TextMark) or not pills:
        return None
    rows = sorted({mark.box.y for mark in pills})
    pitch = min(inches(0.66), inches(4.6) // len(rows))
    left = min(mark.box.x for mark in pills)
    widest = max(mark.box.x + mark.box.w for mark in pills) - left
    moved: list[Mark] = []
    for mark in sorted(marks, key=lambda item: (item.box.y, item.box.x)):
        row = max((n for n, y in enumerate(rows) if y <= mark.box.y), default=0)
        y, box = ZONE.y + inches(0.2) + row * pitch, mark.box
        if mark in pills:
            moved.append(replace(mark, box=Box(ZONE.x + box.x - left, y, box.w, box.h)))
        else:
            beside = Box(ZONE.x + widest + inches(0.35), y, ZONE.w - widest - inches(0.35), box.h)
            moved.append(replace(mark, box=beside))
    title = replace(heading, name="Title", placeholder=0, box=Box(ZONE.x, inches(0.7), ZONE.w, inches(0.86)))
    notes = f"KEY MESSAGE\n{heading.text}: what each badge in this deck stands for."
    return Frame("badges", "badges", "canvas", heading.text, (title, *moved), notes, frame.lang)


def _numbered(frame: Frame, deck: Deck, number: int) -> Frame:
    """With the footer and number that the deck's other slides have."""
    other = next((item for item in reversed(deck.frames) if item.layout != "title"), None)
    found = [
        mark for mark in (other.marks if other else ()) if getattr(mark, "placeholder", None) in (_FOOTER, _NUMBER)
    ]
    marks: list[Mark] = []
    for mark in found:
        assert isinstance(mark, TextMark)
        if mark.placeholder == _NUMBER:
            runs = tuple(replace(run, text=str(number)) for run in mark.paragraphs[0].runs)
            mark = replace(mark, paragraphs=(replace(mark.paragraphs[0], runs=runs),))
        marks.append(mark)
    return replace(frame, marks=(*frame.marks, *marks))


# ---------------------------------------------------------------- placeholders of theirs


def _heading(
    mark: TextMark, layout: CompanyLayout, free: Box, unit: float, slide: str, face: str, lines: int = 2
) -> tuple[TextMark, Box]:
    """The title in its placeholder, or on top of the free area where the layout has none; and what is left of it."""
    place = layout.title
    if place is not None:
        return _shrunk(mark, place, face, slide, lines), free
    height = round(inches(0.86) * unit)
    box = Box(free.x, free.y, free.w, height)
    made = _shrunk(replace(mark, box=box, placeholder=None), None, face, slide, lines)
    return made, Box(free.x, free.y + height, free.w, free.h - height)


def _shrunk(mark: TextMark, place: Place | None, face: str, slide: str, lines: int = 0) -> TextMark:
    """Text at the placeholder's size, or as much smaller as it takes. lines: at most so many, 0 for any number."""
    box = place.box if place else mark.box
    insets = place.insets if place else (0, 0, 0, 0)
    width, height = box.w - insets[0] - insets[2], box.h - insets[1] - insets[3]
    key = _face(place, face)
    largest = max((run.size for item in mark.paragraphs for run in item.runs), default=18.0)
    start = place.size if place else largest
    least = min(start, 10.0 if lines == 0 else _TITLE_LEAST * 0.7)
    size = start
    while size >= least:
        paragraphs = tuple(_sized(item, size / largest, place) for item in mark.paragraphs)
        if _room(paragraphs, width, height, key, place, lines):
            plain = tuple(_in_place(item, place) for item in paragraphs)
            anchor = place.anchor if place else mark.anchor
            return replace(mark, box=box, paragraphs=plain, anchor=anchor, insets=insets, fill=None, line=None)
        size -= 1.0
    remedy = "name a layout with a larger one under [layouts], or shorten the text"
    raise LayoutError(f'"{mark.text[:60]}" does not fit the template\'s placeholder', f"slide {slide}", remedy)


def _room(paragraphs: Sequence[Paragraph], width: int, height: int, face: str, place: Place | None, most: int) -> bool:
    wide = 1.22 if place and place.capitals else 1.0
    found: list[TextLine] = [line for item in paragraphs for line in wrap_lines(item, round(width / wide), face)]
    pitch = max(place.pitch, 1.0) if place else 1.0
    cut = any(_cut(item, round(width / wide), face) for item in paragraphs)
    needed = text_height(paragraphs, round(width / wide), face) * pitch
    return needed <= height * _CLOSE and not cut and (not most or len(found) <= most)


def _cut(paragraph: Paragraph, width: int, face: str) -> bool:
    """Whether a single word is wider than the place."""
    return any(
        word.isascii() and natural_width((Paragraph((replace(run, text=word),)),), face) > width
        for run in paragraph.runs
        for word in run.text.split()
    )


def _sized(paragraph: Paragraph, scale: float, place: Place | None) -> Paragraph:
    runs = tuple(
        replace(run, size=round(run.size * scale, 1), bold=place.bold if place else run.bold) for run in paragraph.runs
    )
    return replace(paragraph, runs=runs, before=paragraph.before * scale, after=paragraph.after * scale)


def _in_place(paragraph: Paragraph, place: Place | None) -> Paragraph:
    return replace(paragraph, align=place.align) if place else paragraph


def _face(place: Place | None, face: str) -> str:
    return place.face if place else face


def _foot(mark: TextMark, place: Place, face: str) -> TextMark:
    """Footer or number as theirs looks; a text of the template's own stays."""
    paragraphs = mark.paragraphs
    if place.text:
        paragraphs = (Paragraph((Run(place.text, place.size),)),)
    width, size = place.box.w - place.insets[0] - place.insets[2], place.size
    while size > 7 and natural_width(tuple(_resized(item, size) for item in paragraphs), _face(place, face)) > width:
        size -= 0.5
    made = tuple(replace(_resized(item, size), align=place.align) for item in paragraphs)
    return replace(mark, box=place.box, paragraphs=made, anchor=place.anchor, insets=place.insets, link=None)


def _resized(paragraph: Paragraph, size: float) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, size=size) for run in paragraph.runs))


def _sources(mark: TextMark, free: Box, unit: float, face: str) -> tuple[TextMark, Box]:
    """The sources as one line, or two, at the foot of the free area; and what is left above it."""
    size = 9.0 * max(unit, 0.8)
    paragraphs = tuple(_resized(item, round(size, 1)) for item in mark.paragraphs)
    if sum(len(wrap_lines(item, free.w, face)) for item in paragraphs) > 1:
        paragraphs = tuple(_resized(item, round(max(size * 0.9, 7.0), 1)) for item in mark.paragraphs)
    height = text_height(paragraphs, free.w, face)
    box = Box(free.x, free.y + free.h - height, free.w, height)
    made = replace(mark, box=box, paragraphs=paragraphs, placeholder=None)
    return made, Box(free.x, free.y, free.w, free.h - height - round(inches(0.06) * unit))


# ---------------------------------------------------------------- marks of ours


def _set(marks: Sequence[Mark], free: Box, unit: float, face: str, slide: str) -> Iterator[Mark]:
    """All marks in the free area, with the largest text that fits."""
    across, down = min(free.w / ZONE.w, unit), min(free.h / ZONE.h, unit * _TALLER)
    least, scale = min(across, down), max(across, down, min(1.0, unit))
    while scale > least:
        made = [_mapped(mark, free, across, down, scale, face) for mark in marks]
        if all(_fits(mark, face) for mark in _every(made)):
            break
        scale -= _STEP
    else:
        # The design fits at the scale of its smaller side; half a per cent less outweighs rounding.
        scale = least * 0.985
        made = [_mapped(mark, free, across, down, scale, face) for mark in marks]
        worst = next((mark for mark in _every(made) if not _fits(mark, face, 1.05)), None)
        if worst is not None:
            what = f'"{worst.name}" does not fit the free area of the template\'s layout'
            raise LayoutError(what, f"slide {slide}", "name a layout with more free space under [layouts]")
    yield from (_raised(mark, face) for mark in made)


def _mapped(mark: Mark, free: Box, across: float, down: float, scale: float, face: str) -> Mark:
    def x(value: int) -> int:
        return min(max(free.x + round((value - ZONE.x) * across), free.x), free.x + free.w)

    def y(value: int) -> int:
        return min(max(free.y + round((value - ZONE.y) * down), free.y), free.y + free.h)

    def place(box: Box) -> Box:
        left, top = x(box.x), y(box.y)
        return Box(left, top, x(box.x + box.w) - left, y(box.y + box.h) - top)

    match mark:
        case TextMark():
            box = place(mark.box)
            if mark.geometry == "ellipse" and mark.box.w == mark.box.h:
                side = min(box.w, box.h)
                box = Box(box.x + (box.w - side) // 2, box.y + (box.h - side) // 2, side, side)
            insets = tuple(round(value * scale) for value in mark.insets)
            return replace(
                mark,
                box=box,
                placeholder=None,
                paragraphs=tuple(_scaled(item, scale) for item in mark.paragraphs),
                insets=(insets[0], insets[1], insets[2], insets[3]),
                line=_thin(mark.line, scale),
            )
        case RuleMark():
            line = _thin(mark.line, scale) or mark.line
            return replace(mark, x1=x(mark.x1), x2=x(mark.x2), y1=y(mark.y1), y2=y(mark.y2), line=line)
        case TableMark():
            return _table(mark, place(mark.box), across, scale, face)
        case ChartMark() | PictureMark():
            return replace(mark, box=place(mark.box), placeholder=None)
        case GroupMark():
            inner = tuple(_mapped(child, free, across, down, scale, face) for child in mark.marks)
            kept = tuple(item for item in inner if isinstance(item, TextMark | RuleMark | ConnectorMark | PictureMark))
            return replace(mark, box=place(mark.box), marks=kept)
        case _:
            return replace(mark, line=_thin(mark.line, scale) or mark.line)


def _thin(line: Line | None, scale: float) -> Line | None:
    return replace(line, width=max(round(line.width * min(scale, 1.0), 2), 0.5)) if line else None


def _scaled(paragraph: Paragraph, scale: float) -> Paragraph:
    runs = tuple(replace(run, size=int(run.size * scale * 10 + 1e-6) / 10) for run in paragraph.runs)
    return replace(paragraph, runs=runs, before=paragraph.before * scale, after=paragraph.after * scale)


def _table(table: TableMark, box: Box, across: float, scale: float, face: str) -> TableMark:
    """Columns in proportion; rows share the height anew, each with what its text needs."""
    edges = [round(sum(table.columns[:n]) * across) for n in range(len(table.columns) + 1)]
    columns = tuple(b - a for a, b in pairwise(edges))
    rows = tuple(replace(row, cells=tuple(_cell(cell, scale) for cell in row.cells)) for row in table.rows)
    heights = _heights(rows, columns, box.h, [row.height for row in table.rows], face)
    rows = tuple(replace(row, height=height) for row, height in zip(rows, heights, strict=True))
    needed = sum(heights)
    whole = Box(box.x, box.y, edges[-1], needed if needed <= box.h else box.h)  # too high a table is seen to be one
    return replace(table, box=whole, columns=columns, rows=rows, placeholder=None)


def _cell(cell: Cell, scale: float) -> Cell:
    left, top, right, bottom = (round(value * scale) for value in cell.padding)
    return replace(
        cell,
        paragraphs=tuple(_scaled(item, scale) for item in cell.paragraphs),
        padding=(left, top, right, bottom),
        top=_thin(cell.top, scale),
        bottom=_thin(cell.bottom, scale),
    )


def _heights(rows: Sequence[Row], columns: Sequence[int], room: int, old: Sequence[int], face: str) -> list[int]:
    """The designed heights in proportion, but no row less than it needs as long as the room lasts."""
    share = room / max(sum(old), 1)
    needs = [_need(row, columns, face) for row in rows]
    for index, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell.row_span > 1:
                spare = _cell_need(cell, columns, column, face) - sum(needs[index : index + cell.row_span])
                needs[index + cell.row_span - 1] += max(spare, 0)
    wished = [max(round(height * share), need) for height, need in zip(old, needs, strict=True)]
    over = sum(wished) - room
    slack = sum(wish - need for wish, need in zip(wished, needs, strict=True))
    if over <= 0 or slack <= 0:
        return wished
    keep = max(1 - over / slack, 0.0)
    return [need + int((wish - need) * keep) for wish, need in zip(wished, needs, strict=True)]


def _need(row: Row, columns: Sequence[int], face: str) -> int:
    return max(
        (_cell_need(cell, columns, n, face) for n, cell in enumerate(row.cells) if cell.row_span == 1), default=0
    )


def _cell_need(cell: Cell, columns: Sequence[int], column: int, face: str) -> int:
    if cell.covered or not cell.paragraphs:
        return 0
    left, top, right, bottom = cell.padding
    width = sum(columns[column : column + cell.col_span]) - left - right
    return text_height(cell.paragraphs, width, face) + top + bottom


def _fits(mark: Mark, face: str, slack: float = _CLOSE) -> bool:
    if isinstance(mark, TableMark):
        return _table_fits(mark, face, slack)
    if not isinstance(mark, TextMark) or not mark.paragraphs:
        return True
    left, top, right, bottom = mark.insets
    width, height = mark.box.w - left - right, mark.box.h - top - bottom
    if not mark.wrap:
        ends = mark.box.h // 2 if mark.geometry == "roundRect" and mark.adjust >= 0.5 else 0  # a pill's round ends
        return natural_width(mark.paragraphs, face) + ends <= width * slack
    needed = text_height(mark.paragraphs, width, face)
    one_line = len(mark.paragraphs) == 1 and needed <= 1.25 * EMU_PER_POINT * max(
        (run.size for run in mark.paragraphs[0].runs), default=0.0
    )
    cut = any(_cut(item, round(width * 1.05), face) for item in mark.paragraphs)
    return not cut and needed / (1.02 if one_line else 1.0) <= height * slack


def _table_fits(table: TableMark, face: str, slack: float) -> bool:
    needs = sum(row.height for row in table.rows)
    if needs > table.box.h * slack:
        return False
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            width = sum(table.columns[column : column + cell.col_span]) - cell.padding[0] - cell.padding[2]
            badges = [run for item in cell.paragraphs for run in item.runs if run.kind == "badge"]
            if any(natural_width((Paragraph((run,)),), face) > width * slack for run in badges):
                return False
            if any(_cut(item, round(width * 1.05), face) for item in cell.paragraphs):
                return False
    return True


def _raised(mark: Mark, face: str) -> Mark:
    """Text under the floor set at the floor where its own box has the room."""
    if not isinstance(mark, TextMark) or all(run.size >= _FLOOR for item in mark.paragraphs for run in item.runs):
        return mark
    paragraphs = tuple(
        replace(item, runs=tuple(replace(run, size=max(run.size, _FLOOR)) for run in item.runs))
        for item in mark.paragraphs
    )
    made = replace(mark, paragraphs=paragraphs)
    return made if _fits(made, face) else mark


def _every(marks: Sequence[Mark]) -> Iterator[Mark]:
    for mark in marks:
        yield mark
        if isinstance(mark, GroupMark):
            yield from _every(mark.marks)


def _runs(marks: Sequence[Mark]) -> Iterator[Run]:
    for mark in _every(marks):
        if isinstance(mark, TextMark):
            yield from (run for item in mark.paragraphs for run in item.runs)
        elif isinstance(mark, TableMark):
            yield from (run for row in mark.rows for cell in row.cells for item in cell.paragraphs for run in item.runs)
