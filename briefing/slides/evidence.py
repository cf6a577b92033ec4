"""The evidence: the sources with their origins, how they are counted, and who says what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefing.measure import body_face, text_height, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Origin
from briefing.model.frame import Box, Cell, Line, Mark, Paint, Paragraph, Row, Run, TableMark, inches
from briefing.model.theme import Theme
from briefing.slides import dates
from briefing.slides.badges import BADGES, badge_run
from briefing.slides.canvas import (
    BOTTOM,
    FOOT,
    HAIR,
    HEADED,
    LEFT,
    TOP,
    WIDTH,
    Sheet,
    cs,
    cx,
    foot_note,
    heading,
    text_mark,
)
from briefing.slides.highlights import has_facts
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import GLYPHS, MatrixRow, Part, fact_of, matrix
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement, Style, claim, fitted, label, paragraph
from briefing.slides.tables import (
    GROUP_RULE,
    HEADER_RULE,
    PAD_X,
    SURFACE,
    Body,
    Column,
    Grid,
    cell,
    need,
    parts_of,
    table,
    water_fill,
)
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, cut, joined, number_word, plural, shown

_LEFT_WIDTH = inches(4.739)
_SOURCE_WIDTH = 0.42
_MOST_BESIDE = 6  # sources that fit beside the matrix on one slide
_MOST_COLUMNS = 14
_MOST_LISTED = 36
_SOURCES_PER_SLIDE = 12
_MATRIX_ROWS = 12
_LOUDEST: tuple[Part, ...] = ("states", "differs", "partly")
_NAME_WORDS = 5  # an origin's name with more is a headline
_BASIS = {"declared": "stated", "inferred": "inferred", "self": "its own"}


@dataclass(frozen=True, slots=True)
class SourceRow:
    number: int
    title: tuple[Statement, ...]
    publisher: str
    published: str
    origin: str
    basis: str


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One source, or all of one origin. group: index of the origin."""

    head: str
    numbers: tuple[int, ...]
    group: int


@dataclass(frozen=True, slots=True)
class EvidencePlan:
    """groups: names of the origins in column order, () where each article is its own. counting: the rule in words."""

    titles: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    left_out: int
    counting: tuple[Statement, ...]
    rows: tuple[MatrixRow, ...]
    columns: tuple[MatrixColumn, ...]
    groups: tuple[str, ...]
    notes: Notes

    @property
    def beside(self) -> bool:
        """Do sources and matrix share one slide?"""
        return bool(self.rows) and len(self.sources) <= _MOST_BESIDE


def plan(briefing: Briefing, audience: Audience) -> tuple[EvidencePlan, ...]:
    """Always one plan, unless there is no source at all."""
    if not briefing.sources:
        return ()
    ledger = Ledger(briefing)
    sources = tuple(_source(ledger, number) for number in range(1, min(len(briefing.sources), _MOST_LISTED) + 1))
    rows = matrix(ledger, _MATRIX_ROWS if len(briefing.sources) <= _MOST_BESIDE else 16) if has_facts(briefing) else ()
    columns, groups = _columns(ledger)
    caution = ("Articles of one origin count once", "What only the company says counts as no independent origin")
    quotes = [(ledger.number[part.source], part.quote) for source in briefing.sources for part in source.evidence[:1]]
    for row in rows:
        fact = fact_of(ledger, row.ids[0])
        quotes += ledger.quotes(fact, most=1) if fact else ()
    notes = Notes("", tuple(quotes), caution)
    left_out = len(briefing.sources) - len(sources)
    return (EvidencePlan(_titles(ledger), sources, left_out, _counting(ledger), rows, columns, groups, notes),)


# ---------------------------------------------------------------- words


def _source(ledger: Ledger, number: int) -> SourceRow:
    source = ledger.briefing.sources[number - 1]
    origin = next((item for item in ledger.briefing.origins if source.id in item.members), None)
    title = shown(source.title)
    if not title:
        words = ledger.first_words(number)
        title = f"“{cut(words, 48)}”, no title given" if words else f"{shown(source.path)}, no title given"
    publisher = shown(source.publisher)
    versions = [f"{title}, {publisher}" if publisher and publisher not in title else title, title]
    return SourceRow(
        number,
        tuple(claim(text) for text in versions),
        publisher,
        dates.short(source.published),
        shown(origin.name) if origin else publisher or title,
        _BASIS[source.origin_basis],
    )


def _columns(ledger: Ledger) -> tuple[tuple[MatrixColumn, ...], tuple[str, ...]]:
    """A column for each source, those of one origin side by side; beyond 14 sources one for each origin."""
    origins = sorted(ledger.briefing.origins, key=lambda origin: min(map(ledger.number.__getitem__, origin.members)))
    names = tuple(shown(origin.name) for origin in origins)
    if len(ledger.briefing.sources) <= _MOST_COLUMNS:
        shared = any(len(origin.members) > 1 for origin in origins)
        columns = [
            MatrixColumn(str(number), (number,), group)
            for group, origin in enumerate(origins)
            for number in _numbers(ledger, origin)
        ]
        return tuple(columns), names if shared else ()
    if len(origins) <= _MOST_COLUMNS:
        return tuple(
            MatrixColumn(_initials(name), _numbers(ledger, origin), group)
            for group, (name, origin) in enumerate(zip(names, origins, strict=True))
        ), ()
    return (), ()


def _numbers(ledger: Ledger, origin: Origin) -> tuple[int, ...]:
    return tuple(sorted(ledger.number[member] for member in origin.members if member in ledger.number))


def _initials(name: str) -> str:
    words = [word for word in name.replace("-", " ").split() if word[:1].isalnum()]
    words = words[1:] if len(words) > 2 and words[0].lower() == "the" else words
    return "".join(word[0] for word in words)[:4].upper() if len(words) > 1 else name[:4]


def _titles(ledger: Ledger) -> tuple[str, ...]:
    briefing = ledger.briefing
    number, origins = len(briefing.sources), briefing.origins
    articles = capital(counted(number, "article"))
    if number == 1:
        who = ledger.outlet(1)
        return candidates(f"Everything here rests on one article, by {who}", "Everything here rests on one article")
    ranked = sorted(origins, key=lambda origin: (-len(origin.members), origin.id))
    if len(ranked) == 1:
        name = shown(ranked[0].name)
        return candidates(
            f"All {number_word(number)} articles trace to one origin, {name}: they count once",
            f"All {number_word(number)} articles trace to one origin",
        )
    if len(ranked) == number:
        return candidates(f"{articles} rest on as many independent origins; none retells another")
    head = f"{articles} rest on {counted(len(ranked), 'independent origin')}"
    shares = [f"{number_word(len(origin.members))} to {shown(origin.name)}" for origin in ranked]
    first = f"{number_word(len(ranked[0].members))} trace to {shown(ranked[0].name)}"
    if len(ranked) == 2 and len(ranked[1].members) == 1:
        return candidates(f"{head}: {first}, one to {shown(ranked[1].name)}", f"{head}: {first}", head)
    return candidates(f"{head}: {joined(shares)}" if len(ranked) < 4 else "", f"{head}; {first}", head)


def _counting(ledger: Ledger) -> tuple[Statement, ...]:
    """The rule by which sources were counted, with the numbers of this briefing."""
    texts: list[str] = []
    for origin in ledger.briefing.origins:
        members = {
            ledger.number[source.id]: source.origin_basis
            for source in ledger.briefing.sources
            if source.id in origin.members
        }
        if len(members) < 2:
            continue
        stated = [number for number, basis in members.items() if basis == "declared"]
        inferred = [number for number, basis in members.items() if basis == "inferred"]
        name = shown(origin.name)
        if stated:
            texts.append(f"{_bracketed(stated)} {'names' if len(stated) == 1 else 'name'} {name}.")
        if inferred:
            verb = "names no origin but repeats" if len(inferred) == 1 else "name no origin but repeat"
            what = "its" if stated else "the same"
            texts.append(
                f"{_bracketed(inferred)} {verb} {what} figures and quotes, "
                f"so {'it is' if len(inferred) == 1 else 'they are'} not counted again."
            )
    if not texts and len(ledger.briefing.sources) > 1:
        texts.append(
            "No article names another as its origin, and no two share rare figures or quotes: each counts once."
        )
    texts.append("What only the company or its officers say counts as no independent origin.")
    joined_text = " ".join(texts)
    versions = [joined_text, *(" ".join(texts[:count]) for count in range(len(texts) - 1, 0, -1))]
    return tuple(label(text) for text in versions)


def _bracketed(numbers: Sequence[int]) -> str:
    return joined([f"[{number}]" for number in numbers])


# ---------------------------------------------------------------- places


def layout(plan: EvidencePlan, theme: Theme) -> tuple[Sheet, ...]:
    """One slide with both panels; beyond six sources, slides for the list and one for the matrix."""
    face = body_face(theme)
    if plan.beside:
        left = _beside(plan, face)
        right = _matrix_marks(plan, cx(5), cs(7), 21, face)
        note = _listed_here(plan.sources)
        return (Sheet("evidence", "two-panels", "Evidence", plan.titles, (*left, *right), plan.notes, sources=note),)
    sheets = _lists(plan, face)
    if plan.rows:
        marks = _matrix_marks(plan, LEFT, WIDTH, 20, face)
        sheets.append(("table", marks, "Sources   as listed on the slide before"))
    parts = len(sheets)
    return tuple(
        Sheet("evidence", kind, "Evidence", plan.titles, tuple(marks), plan.notes, at, parts, sources=note)  # type: ignore[arg-type]
        for at, (kind, marks, note) in enumerate(sheets, 1)
    )


def _listed_here(rows: Sequence[SourceRow]) -> str:
    if len(rows) == 1:
        return f"Sources   [{rows[0].number}] as listed on this slide"
    return f"Sources   [{rows[0].number}]–[{rows[-1].number}] as listed on this slide"


def _beside(plan: EvidencePlan, face: str) -> list[Mark]:
    """The left panel: sources, then the counting rule."""
    columns = (Column("", 0.40), Column("Article", 2.60), Column("Origin", 1.739))
    header = inches(0.53) if plan.groups else inches(0.30)
    grid = Grid(
        "Source list",
        columns,
        _source_builder((inches(0.33), inches(2.46), inches(1.60)), face),
        ((11.0, 2), (10.5, 2), (10.0, 2)),
        12,
        header_height=header,
    )
    rule = fitted(plan.counting, Style(11.0), _LEFT_WIDTH, 5, face)
    text = paragraph(rule, Style(11.0))
    number = len({row.origin for row in plan.sources})
    title = "How the sources are counted" if number != 2 else "How the two are counted"
    lead = paragraph(label(title), Style(12.0, bold=True), after=2)
    below = text_height([lead, text], _LEFT_WIDTH, face)
    room = BOTTOM - HEADED - below - inches(0.22)
    bodies = _fitting(plan.sources, grid, room, face)
    mark = table(grid, bodies, Box(LEFT, HEADED, _LEFT_WIDTH, room), face, placeholder=20, most=inches(0.56))
    y = HEADED + mark.box.h + inches(0.20)
    return [
        heading("Sources and their origin", LEFT, _LEFT_WIDTH),
        mark,
        text_mark("Counting rule", Box(LEFT, y, _LEFT_WIDTH, below), (lead, text)),
    ]


def _fitting(rows: Sequence[SourceRow], grid: Grid[SourceRow], room: int, face: str) -> list[Body]:
    [bodies] = parts_of(rows, grid, _LEFT_WIDTH, room - grid.header_height, face)
    return _divided(bodies, rows)


def _divided(bodies: Sequence[Body], rows: Sequence[SourceRow]) -> list[Body]:
    """A group rule where the origin changes."""
    found = []
    for at, body in enumerate(bodies):
        changes = at + 1 < len(rows) and rows[at + 1].origin != rows[at].origin
        found.append(Body(body.cells, last_of_group=changes))
    return found


def _source_builder(inner: tuple[int, int, int], face: str) -> Callable[[SourceRow, float, int], Body]:
    def build(row: SourceRow, size: float, most: int) -> Body:
        style = Style(size)
        number = Paragraph((Run(str(row.number), size, bold=True, kind="citation"),))
        title = fitted(row.title, style, inner[1], most, face)
        origin = fitted([claim(row.origin), claim(row.origin.removeprefix("The "))], style, inner[2], 1, face)
        basis = paragraph(label(row.basis), Style(size, "tx2"))
        return Body(
            (cell((number,), first=True), cell((paragraph(title, style),)), cell((paragraph(origin, style), basis)))
        )

    return build


def _lists(plan: EvidencePlan, face: str) -> list[tuple[str, Sequence[Mark], str]]:
    """Full-width lists of sources, at most twelve a slide; the counting rule under the last."""
    columns = (
        Column("", 0.45),
        Column("Article", 5.60),
        Column("Publisher", 2.20),
        Column("Published", 1.35),
        Column("Origin", 2.533),
    )

    def build(row: SourceRow, size: float, most: int) -> Body:
        style = Style(size)
        texts = (row.title[-1:], (claim(row.publisher or "Not named"),), (claim(row.published or "Not dated"),))
        cells = [cell((Paragraph((Run(str(row.number), size, bold=True, kind="citation"),)),), first=True)]
        for at, versions in enumerate(texts, 1):
            cells.append(cell((paragraph(fitted(versions, style, inches(columns[at].width - 0.14), 1, face), style),)))
        origin = Statement((Piece(row.origin), Piece(f", {row.basis}", "label", muted=True)))
        cells.append(cell((paragraph(fitted([origin], style, inches(2.39), 1, face), style),)))
        return Body(tuple(cells))

    grid = Grid("Source list", columns, build, ((11.0, 1), (10.5, 1), (10.0, 1)), _SOURCES_PER_SLIDE)
    rule = fitted(plan.counting, Style(11.0), WIDTH, 2, face)
    height = text_height([paragraph(rule, Style(11.0))], WIDTH, face)
    bottom = BOTTOM - height - inches(0.16)
    parts = parts_of(plan.sources, grid, WIDTH, bottom - TOP - grid.header_height, face)
    sheets: list[tuple[str, Sequence[Mark], str]] = []
    start = 0
    for at, bodies in enumerate(parts, 1):
        rows = plan.sources[start : start + len(bodies)]
        start += len(bodies)
        marks: list[Mark] = [table(grid, _divided(bodies, rows), Box(LEFT, TOP, WIDTH, bottom - TOP), face)]
        if at == len(parts):
            more = (
                f" {capital(counted(plan.left_out, 'further article'))} {plural(plan.left_out, 'is')} listed "
                "in the data file."
                if plan.left_out
                else ""
            )
            text = paragraph(label(rule.text + more), Style(11.0))
            marks.append(text_mark("Counting rule", Box(LEFT, BOTTOM - height, WIDTH, height), (text,)))
        sheets.append(("table", marks, _listed_here(rows)))
    return sheets


def _matrix_marks(plan: EvidencePlan, x: int, width: int, placeholder: int, face: str) -> list[Mark]:
    mark = _matrix_table(plan, Box(x, HEADED, width, FOOT - inches(0.10) - HEADED), placeholder, face)
    key = ["● states it", "○ in part", "≠ another figure"]
    texts = ["   ".join(key), "Origins exclude the company itself"]
    for name, short in _short_groups(plan, face):
        if not short:
            continue
        texts.append(f"{short}: {name}")
    line = "   |   ".join(texts)
    while len(texts) > 1 and text_width(line, 10, False, face) > width:
        texts.pop()
        line = "   |   ".join(texts)
    return [heading("Who says what", x, width), mark, foot_note(line, x, width, name="Key")]


def _short_groups(plan: EvidencePlan, face: str) -> list[tuple[str, str]]:
    """(name, initials) of the origins whose name does not fit over their columns; "" for what is a whole headline."""
    found = []
    for group, name in enumerate(plan.groups):
        width = inches(_SOURCE_WIDTH) * sum(column.group == group for column in plan.columns)
        if text_width(name, 10, False, face) > width - inches(0.06):
            found.append((name, _initials(name) if len(name.split()) <= _NAME_WORDS else ""))
    return found


def _matrix_table(plan: EvidencePlan, box: Box, placeholder: int, face: str) -> TableMark:
    """Claims as rows, a narrow column for each source under its origin, then the count and the standing."""
    widest = max(text_width(badge_run(row.badge, 10.5).text, 10.5, True, face) for row in plan.rows)
    standing, origins, narrow = max(inches(1.38), widest + inches(0.16)), inches(0.86), inches(_SOURCE_WIDTH)
    listed = not plan.columns
    middle = inches(1.40) if listed else narrow * len(plan.columns)
    columns = (
        box.w - middle - origins - standing,
        *([middle] if listed else [narrow] * len(plan.columns)),
        origins,
        standing,
    )
    headers = _matrix_header(plan, listed, face)
    for size in (10.5, 10.0, 9.5):
        bodies = [_matrix_body(plan, row, columns[0], size, face) for row in plan.rows]
        needs = [need(body, columns, face) for body in bodies]
        room = box.h - sum(row.height for row in headers)
        if sum(needs) <= room:
            break
    heights = water_fill(needs, room, inches(0.345))
    rows = list(headers)
    for at, (height, body) in enumerate(zip(heights, bodies, strict=True)):
        top = HEADER_RULE if at == 0 else HAIR
        rows.append(Row(height, tuple(_ruled(item, top) for item in body.cells)))
    total = sum(row.height for row in rows)
    return TableMark("Who says what", Box(box.x, box.y, box.w, total), columns, tuple(rows), placeholder, len(headers))


def _ruled(item: Cell, top: Line) -> Cell:
    return replace(item, top=top, bottom=HAIR)


def _matrix_header(plan: EvidencePlan, listed: bool, face: str) -> list[Row]:
    heads = ["Claim", *(["Sources"] if listed else [column.head for column in plan.columns]), "Origins", "Standing"]
    cells = []
    for at, text in enumerate(heads):
        middle = 0 < at < len(heads) - 1
        run = Run(text, 10, bold=True, color="tx2")
        shaded = 0 < at <= len(plan.columns) and plan.columns[at - 1].group % 2 == 1
        cells.append(
            Cell(
                (Paragraph((run,), align="center" if middle else "left"),),
                fill=SURFACE if shaded else None,
                bottom=HEADER_RULE,
                anchor="bottom",
                padding=_pad(at, middle, inches(0.05)),
            )
        )
    header = Row(inches(0.28), tuple(cells))
    return [_group_header(plan, face, len(heads)), header] if plan.groups else [Row(inches(0.30), header.cells)]


def _pad(at: int, middle: bool, vertical: int) -> tuple[int, int, int, int]:
    side = 0 if at == 0 or middle else PAD_X
    return (side, vertical, 0 if middle else PAD_X, vertical)


def _group_header(plan: EvidencePlan, face: str, count: int) -> Row:
    """The origins over their columns, each with a rule under it."""
    short = dict(_short_groups(plan, face))
    blank = Paragraph((Run("", 10, color="tx2"),))
    pad = (0, inches(0.03), 0, inches(0.03))
    cells = [Cell((blank,), padding=pad)]
    at = 0
    while at < len(plan.columns):
        group = plan.columns[at].group
        span = sum(column.group == group for column in plan.columns)
        name = plan.groups[group]
        run = Run(short.get(name, name), 10, color="tx2", kind="claim")
        fill = SURFACE if group % 2 else None
        centred = Paragraph((run,), align="center")
        cells.append(Cell((centred,), fill=fill, bottom=GROUP_RULE, anchor="bottom", padding=pad, col_span=span))
        cells += [Cell((blank,), fill=fill, bottom=GROUP_RULE, padding=pad, covered=True) for _ in range(span - 1)]
        at += span
    cells += [Cell((blank,), padding=pad)] * (count - len(cells))
    return Row(inches(0.25), tuple(cells))


def _matrix_body(plan: EvidencePlan, row: MatrixRow, width: int, size: float, face: str) -> Body:
    style = Style(size)
    vertical = inches(0.035)
    name = paragraph(fitted(row.names, style, width - PAD_X, 1, face), style)
    cells = [Cell((name,), anchor="middle", padding=_pad(0, False, vertical), claims=row.ids)]
    if not plan.columns:
        text = ", ".join(str(number) for number in sorted(row.parts)[:6]) + ("…" if len(row.parts) > 6 else "")
        cells.append(_centred(Run(text, 9.5, color="tx2", kind="citation"), vertical, None, row.ids))
    for column in plan.columns:
        found = [row.parts[number] for number in column.numbers if number in row.parts]
        part: Part = next((kind for kind in _LOUDEST if kind in found), "silent")
        color = BADGES["disputed"].color if part == "differs" else "tx1"
        run = Run(
            GLYPHS[part], size, bold=part == "differs", color=color, kind="badge" if part == "differs" else "label"
        )
        cells.append(_centred(run, vertical, SURFACE if column.group % 2 else None, row.ids if found else ()))
    cells.append(_centred(Run(str(row.origins), size, kind="label"), vertical, None, row.ids))
    badge = Paragraph((badge_run(row.badge, size),))
    cells.append(Cell((badge,), anchor="middle", padding=_pad(len(cells), False, vertical), claims=row.ids))
    return Body(tuple(cells))


def _centred(run: Run, vertical: int, fill: Paint | None, ids: tuple[str, ...]) -> Cell:
    paragraphs = (Paragraph((run,), align="center"),)
    return Cell(paragraphs, fill=fill, anchor="middle", padding=(0, vertical, 0, vertical), claims=ids)
