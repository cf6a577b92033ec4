"""The evidence: the sources with their origins, how they are counted, and who says what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.measure import body_face, text_height, text_width
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Origin
from briefing.model.frame import Box, Look, Mark, Paragraph, Run, inches
from briefing.model.records import dataclass, replace
from briefing.model.theme import Theme
from briefing.slides import dates
from briefing.slides.canvas import HEADED, LEFT, TOP, Page, Sheet, foot_note, heading, page_of, text_mark
from briefing.slides.counting import counting_rule
from briefing.slides.highlights import has_facts
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import fact_of, matrix
from briefing.slides.matrix_table import Matrix, MatrixColumn, abbreviations, initials, matrix_parts, matrix_table
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement, Style, claim, fitted, label, paragraph
from briefing.slides.tables import (
    Body,
    Column,
    Grid,
    across,
    cell,
    parts_of,
    table,
)
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, cut, joined, number_word, plural, shown

_LEFT_WIDTH = inches(4.739)
_LEAST_BESIDE = inches(4.4)
_MOST_BESIDE = 6  # sources that fit beside the matrix on one slide
_MOST_COLUMNS = 14
_MATRIX_ALONE = 15  # rows that fit a slide of their own
_MOST_LISTED = 36
_SOURCES_PER_SLIDE = 12
_MATRIX_ROWS = 12
_KEY_LINE = inches(0.18)
_APART = "   |   "
_BASIS = {"declared": "stated", "inferred": "inferred", "self": "its own"}


@dataclass(frozen=True, slots=True)
class SourceRow:
    number: int
    title: tuple[Statement, ...]
    publisher: str
    published: str
    origin: str
    basis: str
    group: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class EvidencePlan:
    """counting: the rule by which sources are counted, in words; versions, longest first."""

    titles: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    left_out: int
    counting: tuple[Statement, ...]
    matrix: Matrix
    notes: Notes
    origins: int = 0

    @property
    def beside(self) -> bool:
        """Do sources and matrix share one slide?"""
        return bool(self.matrix.rows) and len(self.sources) <= _MOST_BESIDE


def plan(briefing: Briefing, audience: Audience) -> tuple[EvidencePlan, ...]:
    """Always one plan, unless there is no source at all."""
    if not briefing.sources:
        return ()
    ledger = Ledger(briefing)
    sources = tuple(_source(ledger, number) for number in range(1, min(len(briefing.sources), _MOST_LISTED) + 1))
    most = _MATRIX_ROWS if len(briefing.sources) <= _MOST_BESIDE else _MATRIX_ALONE
    rows = matrix(ledger, most) if has_facts(briefing) else ()
    columns, groups = _columns(ledger)
    caution = ("Articles of one origin count once", "What only the company says counts as no independent origin")
    quotes = [(ledger.number[part.source], part.quote) for source in briefing.sources for part in source.evidence[:1]]
    for row in rows:
        fact = fact_of(ledger, row.ids[0])
        quotes += ledger.quotes(fact, most=1) if fact else ()
    notes = Notes("", tuple(quotes), caution)
    left_out = len(briefing.sources) - len(sources)
    return (
        EvidencePlan(
            _titles(ledger),
            sources,
            left_out,
            counting_rule(ledger),
            Matrix(rows, columns, groups),
            notes,
            len(briefing.origins),
        ),
    )


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
        _told(ledger, origin) if origin else publisher or title,
        _BASIS[source.origin_basis],
        source.origin,
        source.url if source.url.lower().startswith(("http://", "https://")) else "",
    )


def _told(ledger: Ledger, origin: Origin) -> str:
    """The name of an origin; of an article that is its own, its publisher."""
    name = shown(origin.name)
    own = shown(ledger.briefing.sources[ledger.number[origin.members[0]] - 1].publisher)
    return own if len(origin.members) == 1 and own and name.startswith(f"{own}:") else name


def _columns(ledger: Ledger) -> tuple[tuple[MatrixColumn, ...], tuple[str, ...]]:
    """A column for each source, those of one origin side by side; beyond 14 sources one for each origin."""
    origins = sorted(ledger.briefing.origins, key=lambda origin: min(map(ledger.number.__getitem__, origin.members)))
    names = tuple(_told(ledger, origin) for origin in origins)
    shared_names = tuple(name if len(origin.members) > 1 else "" for name, origin in zip(names, origins, strict=True))
    if len(ledger.briefing.sources) <= _MOST_COLUMNS:
        shared = any(len(origin.members) > 1 for origin in origins)
        columns = [
            MatrixColumn(str(number), (number,), group)
            for group, origin in enumerate(origins)
            for number in _numbers(ledger, origin)
        ]
        return tuple(columns), (names if len(origins) <= 3 else shared_names) if shared else ()
    if len(origins) <= _MOST_COLUMNS:
        return tuple(
            MatrixColumn(initials(name), _numbers(ledger, origin), group, name)
            for group, (name, origin) in enumerate(zip(names, origins, strict=True))
        ), ()
    return (), ()


def _numbers(ledger: Ledger, origin: Origin) -> tuple[int, ...]:
    return tuple(sorted(ledger.number[member] for member in origin.members if member in ledger.number))


def _titles(ledger: Ledger) -> tuple[str, ...]:
    briefing = ledger.briefing
    number, origins = len(briefing.sources), briefing.origins
    articles = capital(counted(number, "article"))
    if number == 1:
        alone = "Everything here rests on one article"
        return candidates(f"{alone}{ledger.by_outlet(1)}", alone)
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
    shares = [f"{number_word(len(origin.members))} to {_told(ledger, origin)}" for origin in ranked]
    first = f"{number_word(len(ranked[0].members))} trace to {shown(ranked[0].name)}"
    if len(ranked) == 2 and len(ranked[1].members) == 1:
        return candidates(f"{head}: {first}, one to {shown(ranked[1].name)}", f"{head}: {first}", head)
    return candidates(f"{head}: {joined(shares)}" if len(ranked) < 4 else "", f"{head}; {first}", head)


# ---------------------------------------------------------------- places


def layout(plan: EvidencePlan, theme: Theme) -> tuple[Sheet, ...]:
    """One slide with both panels; beyond six sources, slides for the list and one for the matrix."""
    face, page = body_face(theme), page_of(theme)
    if plan.beside and not page.narrow and page.height >= _LEAST_BESIDE:
        left = _beside(plan, page, face)
        right = list(_matrices(plan, page.cx(5), page.cs(7), page, 21, face))
        note = _listed_here(plan.sources)
        if left and len(right) == 1:
            both = (*left, *right[0])
            return (Sheet("evidence", "two-panels", "Evidence", plan.titles, both, plan.notes, sources=note),)
    sheets = _lists(plan, page, face)
    if plan.matrix.rows:
        for marks in _matrices(plan, LEFT, page.width, page, 20, face):
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


def _beside(plan: EvidencePlan, page: Page, face: str) -> list[Mark]:
    """The left panel: sources, then the counting rule; nothing where they take more than one slide."""
    width = page.share(_LEFT_WIDTH)
    columns = across((Column("", 0.40, firm=True), Column("Article", 2.60), Column("Origin", 1.739)), width)
    header = inches(0.53) if plan.matrix.groups else inches(0.30)
    grid = Grid(
        "Source list",
        columns,
        _source_builder((inches(0.33), inches(columns[1].width - 0.14), inches(columns[2].width - 0.139)), face),
        ((11.0, 2), (10.5, 2), (10.0, 2)),
        12,
        header_height=header,
    )
    rule = fitted(plan.counting, Style(11.0), width, 5, face)
    text = paragraph(rule, Style(11.0))
    title = "How the sources are counted" if plan.origins != 2 else "How the two are counted"
    lead = paragraph(label(title), Style(12.0, bold=True), after=2)
    below = text_height([lead, text], width, face)
    room = page.bottom - HEADED - below - inches(0.22)
    parts = parts_of(plan.sources, grid, width, room - grid.header_height, face)
    if len(parts) != 1:
        return []
    box = Box(LEFT, HEADED, width, room)
    mark = table(grid, _divided(parts[0], plan.sources), box, face, placeholder=20, most=inches(0.56))
    y = HEADED + mark.box.h + inches(0.20)
    return [
        heading("Sources and their origin", LEFT, width),
        mark,
        text_mark("Counting rule", Box(LEFT, y, width, below), (lead, text)),
    ]


def _divided(bodies: Sequence[Body], rows: Sequence[SourceRow]) -> list[Body]:
    """A group rule where the origin changes."""
    found = []
    for at, body in enumerate(bodies):
        changes = at + 1 < len(rows) and rows[at + 1].group != rows[at].group
        found.append(Body(body.cells, last_of_group=changes))
    return found


def _source_builder(inner: tuple[int, int, int], face: str) -> Callable[[SourceRow, float, int], Body]:
    def build(row: SourceRow, size: float, most: int) -> Body:
        style = Style(size)
        number = Paragraph((Run(str(row.number), size, bold=True, kind="citation"),))
        title = fitted(row.title, style, inner[1], most, face)
        short = row.origin.removeprefix("The ")
        names = dict.fromkeys(
            (row.origin, short, short.split(", ")[0].split(" (")[0], " ".join(short.split()[:2]), short.split(" ")[0])
        )
        origin = fitted([claim(name) for name in names], style, inner[2], 1, face)
        basis = paragraph(label(row.basis), Style(size, "tx2"))
        return Body(
            (
                cell((_linked(number, row.url),), first=True),
                cell((paragraph(title, style),)),
                cell((paragraph(origin, style), basis)),
            )
        )

    return build


def _linked(text: Paragraph, url: str) -> Paragraph:
    """A number that leads to its article where the address is known: the one link on words, for cells bear no other.

    The number, not the title: LibreOffice breaks linked words wherever the line ends.
    """
    if not url:
        return text
    look = Look(link=url, tip=f"Open the article: {url[:120]}")
    return replace(text, runs=tuple(replace(run, color="accent1", look=look) for run in text.runs))


def _lists(plan: EvidencePlan, page: Page, face: str) -> list[tuple[str, Sequence[Mark], str]]:
    """Full-width lists of sources, at most twelve a slide; the counting rule under the last."""
    columns = across(
        (
            Column("", 0.45, firm=True),
            Column("Article", 5.60),
            Column("Publisher", 2.20, spare=True),
            Column("Published", 1.35, firm=True, spare=True),
            Column("Origin", 2.533),
        ),
        page.width,
    )
    most = 2 if page.narrow else 1

    def build(row: SourceRow, size: float, lines_: int) -> Body:
        style = Style(size)
        texts = (row.title[-1:], (claim(row.publisher or "Not named"),), (claim(row.published or "Not dated"),))
        number = Paragraph((Run(str(row.number), size, bold=True, kind="citation"),))
        cells = [cell((_linked(number, row.url),), first=True)]
        for at, versions in enumerate(texts, 1):
            room = inches(columns[at].width - 0.14)
            cells.append(cell((paragraph(fitted(versions, style, room, lines_, face), style),)))
        origin = Statement((Piece(row.origin), Piece(f", {row.basis}", "label", muted=True)))
        cells.append(cell((paragraph(fitted([origin], style, inches(columns[4].width - 0.143), lines_, face), style),)))
        return Body(tuple(cells))

    grid = Grid("Source list", columns, build, ((11.0, most), (10.5, most), (10.0, most)), _SOURCES_PER_SLIDE)
    rule = fitted(plan.counting, Style(11.0), page.width, 2 * most, face)
    height = text_height([paragraph(rule, Style(11.0))], page.width, face)
    bottom = page.bottom - height - inches(0.16)
    parts = parts_of(plan.sources, grid, page.width, bottom - TOP - grid.header_height, face)
    sheets: list[tuple[str, Sequence[Mark], str]] = []
    start = 0
    for at, bodies in enumerate(parts, 1):
        rows = plan.sources[start : start + len(bodies)]
        start += len(bodies)
        marks: list[Mark] = [table(grid, _divided(bodies, rows), Box(LEFT, TOP, page.width, bottom - TOP), face)]
        if at == len(parts):
            more = (
                f" {capital(counted(plan.left_out, 'further article'))} {plural(plan.left_out, 'is')} listed "
                "in the data file."
                if plan.left_out
                else ""
            )
            text = paragraph(label(rule.text + more), Style(11.0))
            marks.append(text_mark("Counting rule", Box(LEFT, page.bottom - height, page.width, height), (text,)))
        sheets.append(("table", marks, _listed_here(rows)))
    return sheets


def _matrices(
    plan: EvidencePlan, x: int, width: int, page: Page, placeholder: int, face: str
) -> Iterator[Sequence[Mark]]:
    """The matrix with its key, on as many slides as its rows need."""
    key = _key(plan.matrix, width, face)
    top = page.foot - (len(key) - 1) * _KEY_LINE
    box = Box(x, HEADED, width, top - inches(0.10) - HEADED)
    notes = [foot_note(line, x, width, y=top + at * _KEY_LINE, name="Key") for at, line in enumerate(key)]
    for part in matrix_parts(plan.matrix, box, face):
        yield [heading("Who says what", x, width), matrix_table(part, box, placeholder, face), *notes]


def _key(found: Matrix, width: int, face: str) -> list[str]:
    """The lines of the key: its signs, the short forms of the heads in full, then how origins count if there is room.

    Signs and short forms take a further line rather than go unexplained.
    """
    lines = ["● states it   ○ in part   ≠ another figure"]
    for text in abbreviations(found, face):
        longer = f"{lines[-1]}{_APART}{text}"
        if text_width(longer, 10, False, face) <= width:
            lines[-1] = longer
        else:
            lines.append(text)
    with_count = f"{lines[-1]}{_APART}Company alone: no origin"
    return [*lines[:-1], with_count] if text_width(with_count, 10, False, face) <= width else lines
