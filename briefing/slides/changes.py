"""What changed since an older briefing: each fact with what was said then, what is said now, and its standing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.measure import body_face
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.change import Change
from briefing.model.frame import Box, Mark, Paragraph, inches
from briefing.model.records import dataclass
from briefing.model.theme import Theme
from briefing.slides import dates, figures
from briefing.slides.badges import BADGES, BadgeKey, badge_run
from briefing.slides.canvas import LEFT, TOP, Sheet, page_of
from briefing.slides.clipping import shortenings
from briefing.slides.ledger import Ledger
from briefing.slides.notes import Notes
from briefing.slides.prose import NOTHING, Piece, Statement, Style, claim, fitted, label, paragraph
from briefing.slides.tables import Body, Column, Grid, across, cell, fits_on, parts_of, table
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, joined, listed, plural, shown

_COLUMNS = (
    Column("Fact", 3.05),
    Column("What happened", 1.70, spare=True),
    Column("Then", 2.80),
    Column("Now", 2.983, takeaway=True),
    Column("Standing", 1.60, firm=True),
)
_FITS = ((11.5, 3), (11.0, 3), (11.0, 2), (10.5, 2), (10.0, 2))
_MOST = 9  # rows: one slide
# What happened, in the deck's words; the field is put behind where a single one changed.
_WORDS = {
    "added": "New",
    "removed": "No longer stated",
    "confirmed": "Confirmed",
    "revised": "Revised",
    "raised": "Better founded",
    "lowered": "Less well founded",
    "disputed": "Sources differ now",
    "settled": "Sources agree now",
}
_NOUNS = {
    "funding": "round",
    "metrics": "figure",
    "relationships": "organisation",
    "infrastructure": "site",
    "products": "product",
    "people": "person",
}
# Lists of which several facts that came or went alike share a row.
_LISTED = frozenset({"relationships", "products", "people", "infrastructure"})
# Lists whose changes a reader of the deck is told of; the others are in the data file.
_SHOWN = (*_NOUNS, "funding_totals", "profile", "conflicts")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """fact, then, now: versions of one statement each, longest first."""

    fact: tuple[Statement, ...]
    happened: Statement
    then: tuple[Statement, ...]
    now: tuple[Statement, ...]
    badge: BadgeKey | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangesPlan:
    titles: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    notes: Notes


def plan(briefing: Briefing, audience: Audience) -> tuple[ChangesPlan, ...]:
    """One plan; none where no older briefing was named, or nothing changed that a reader would ask about."""
    ledger = Ledger(briefing)
    told = [change for change in briefing.changes if change.part in _SHOWN]
    groups = _groups(told)
    if not groups:
        return ()
    shown_groups = groups[:_MOST]
    rows = [_row(ledger, group) for group in shown_groups]
    quotes = tuple(
        quote for group in shown_groups for change in group[:2] for quote in ledger.quotes_of(change.evidence, most=1)
    )
    left = sum(map(len, groups[_MOST:]))
    caution = ["What stands under Then is what the older briefing said; its sources may no longer be among these"]
    if left > 0:
        verb = plural(left, "is")
        caution.append(f"{capital(counted(left, 'further change'))} of less weight {verb} in the data file")
    return (ChangesPlan(_titles(briefing, told), tuple(rows), Notes("", quotes, tuple(caution))),)


# ---------------------------------------------------------------- words


def _titles(briefing: Briefing, told: Sequence[Change]) -> tuple[str, ...]:
    since = f"Since {dates.as_of(briefing.since)}" if briefing.since else "Since the last briefing"
    confirmed = [change for change in told if change.kind == "confirmed"]
    added = [f"{counted(n, f'new {noun}')}" for part, noun in _NOUNS.items() if (n := _number(told, "added", part))]
    revised = _number(told, "revised")
    parts = [f"{counted(len(confirmed), 'fact')} confirmed"] * bool(confirmed) + added
    parts += [f"{counted(revised, 'revision')}"] * bool(revised)
    parts += [f"{counted(n, 'fact')} no longer stated" for n in (_number(told, "removed"),) if n]
    found = [f"{since}: {joined(parts[:most])}" for most in (5, 4, 3, 2) if parts]
    if len(confirmed) == 1:
        found.insert(0, f"{since}, {shown(confirmed[0].name)} was confirmed; {counted(len(told) - 1, 'other change')}")
    return candidates(*found, f"{since}, {counted(len(told), 'change')} in what the sources say")


def _number(told: Sequence[Change], kind: str, part: str = "") -> int:
    """How many facts of a list changed in that way, each counted once."""
    return len({(c.part, c.name) for c in told if c.kind == kind and part in ("", c.part)})


def _groups(told: Sequence[Change]) -> list[list[Change]]:
    """Changes that are one row: what came or went alike, or moved alike in standing; differences of sources last."""
    found: dict[tuple[str, ...], list[Change]] = {}
    for change in told:
        moved = change.kind in ("raised", "lowered")
        alike = not change.field and change.part in _LISTED
        key = ("", change.kind) if moved else (change.part, change.kind) if alike else (change.part, change.id)
        found.setdefault((*key, change.before, change.after, "" if moved else change.standing), []).append(change)
    return sorted(found.values(), key=_weight)


def _weight(group: Sequence[Change]) -> int:
    """What was confirmed first; then facts as the briefing orders them, differences of sources, moves in standing."""
    first = group[0]
    if first.kind in ("raised", "lowered"):
        return 3
    return 2 if first.part == "conflicts" else 0 if first.kind == "confirmed" else 1


def _row(ledger: Ledger, group: Sequence[Change]) -> ChangeRow:
    first = group[0]
    ids = tuple(part for change in group for part in (change.id, change.about or "", *change.claims) if part)
    cites = ledger.cited(piece for change in group for piece in change.evidence)
    names = list(dict.fromkeys(figures.shortened(shown(capital(change.name))) for change in group))
    if len(names) == 1:
        fact = tuple(claim(text, (), ids) for text in shortenings(names[0], 1))
    else:
        fact = tuple(claim(listed(names, most), (), ids) for most in (len(names), 8, 6, 5, 4, 3, 2, 1))
    happened = label(_happened(first), (), ids)
    then = _statements(first, first.before, (), ids)
    now = _statements(first, first.after, cites, ids)
    if now == (NOTHING,) and first.about:
        now = (Statement((Piece("as before", "label"),), cites, ids),)
    return ChangeRow(fact, happened, then, now, _badge(first), ids)


def _happened(change: Change) -> str:
    word = _WORDS[change.kind]
    return f"{word}: {change.field}" if change.kind == "revised" and change.field else word


def _statements(change: Change, value: str, cites: tuple[int, ...], ids: tuple[str, ...]) -> tuple[Statement, ...]:
    """A value as the slide shows it; of what came or went, the side where it is not stays empty."""
    if change.field in ("standing", "disputed"):
        text = _standing_word(value)
        return (Statement((Piece(text, "label"),), cites, ids),) if text else (NOTHING,)
    if change.field in ("date", "as of"):
        value = dates.short(value) or value
    value = dates.spoken(value) if change.part == "conflicts" else value
    texts = shortenings(figures.shortened(shown(value)), 1) if value else []
    return tuple(Statement((Piece(capital(text)),), cites, ids) for text in texts) or (NOTHING,)


def _standing_word(standing: str) -> str:
    key = "planned" if standing == "forward-looking" else standing
    return next((badge.word for name, badge in BADGES.items() if name == key), "")


def _badge(change: Change) -> BadgeKey | None:
    if change.about is None or not change.standing:
        return "disputed" if change.kind == "disputed" else None
    if change.standing == "forward-looking":
        return "target" if change.part == "metrics" else "planned"
    return change.standing if change.standing in BADGES else None


# ---------------------------------------------------------------- places


def layout(plan: ChangesPlan, theme: Theme) -> tuple[Sheet, ...]:
    """A table, what matters most first."""
    face, page = body_face(theme), page_of(theme)
    columns = across(_COLUMNS, page.width)
    grid = Grid("Changes", columns, _builder(columns, face), fits_on(page, _FITS), _MOST)
    parts = parts_of(plan.rows, grid, page.width, page.height - grid.header_height, face)
    sheets = []
    for index, bodies in enumerate(parts, 1):
        marks: tuple[Mark, ...] = (table(grid, bodies, Box(LEFT, TOP, page.width, page.height), face),)
        sheets.append(Sheet("changes", "table", "What changed", plan.titles, marks, plan.notes, index, len(parts)))
    return tuple(sheets)


def _builder(columns: Sequence[Column], face: str) -> Callable[[ChangeRow, float, int], Body]:
    inner = [inches(column.width) - inches(0.14) for column in columns]

    def build(row: ChangeRow, size: float, most: int) -> Body:
        bold, style, quiet = Style(size, bold=True), Style(size), Style(size, "tx2")
        badge = Paragraph((badge_run(row.badge, size - 1),)) if row.badge else paragraph(NOTHING, style)
        filled = (
            paragraph(fitted(row.fact, bold, inner[0], most, face), bold),
            paragraph(fitted([row.happened], quiet, inner[1], most, face), quiet),
            paragraph(fitted(row.then, quiet, inner[2], most, face), quiet),
            paragraph(fitted(row.now, bold, inner[3], most, face), bold),
            badge,
        )
        return Body(tuple(cell([text], first=at == 0, claims=row.ids) for at, text in enumerate(filled)))

    return build
