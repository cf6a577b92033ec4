"""The risks: claims that are not independently verified, who says them, why that is not enough, what would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.measure import body_face
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Unverified
from briefing.model.frame import Box, Mark, Paragraph, Run, inches
from briefing.model.records import dataclass, replace
from briefing.model.theme import Theme
from briefing.slides.badges import BadgeKey, badge_key, badge_run
from briefing.slides.canvas import LEFT, TOP, Sheet, page_of
from briefing.slides.citations import digits
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import fact_of
from briefing.slides.notes import Notes
from briefing.slides.openclaims import chosen_claims, distinct
from briefing.slides.prose import Piece, Statement, Style, fitted, paragraph
from briefing.slides.riskwords import VERIFY, WHY, cell_words, claim_cells, doubted_ties, in_own_words, outlets_told
from briefing.slides.tables import Body, Column, Grid, across, cell, fits_on, left_out, parts_of, table, widened
from briefing.slides.titles import candidates
from briefing.slides.unproven import unproven
from briefing.slides.wording import capital, counted, number_word, plural, possessive, shown

_COLUMNS = (
    Column("Standing", 1.45, firm=True),
    Column("Claim", 2.45),
    Column("Who says it", 1.75),
    Column("Why it is unverified", 3.40),
    Column("What would verify it", 2.55, spare=True),
    Column("Src", 0.533, firm=True),
)
_MOST_ROWS = 9
_FITS = ((11.0, 3), (10.5, 3), (11.0, 2), (10.5, 2), (10.0, 2))
_PAD = inches(0.11)
_ORDER: tuple[BadgeKey, ...] = (
    "rumoured",
    "target",
    "planned",
    "company-stated",
    "analysis",
    "disputed",
    "reported",
    "corroborated",
)


@dataclass(frozen=True, slots=True)
class RiskRow:
    """Cells as versions, longest first."""

    badge: BadgeKey
    claim: tuple[Statement, ...]
    holder: tuple[Statement, ...]
    why: tuple[Statement, ...]
    verify: tuple[Statement, ...]
    cites: tuple[int, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RisksPlan:
    titles: tuple[str, ...]
    rows: tuple[RiskRow, ...]
    notes: Notes


def plan(briefing: Briefing, audience: Audience) -> tuple[RisksPlan, ...]:
    """One plan with the claims that matter most to the audience; none where everything is verified."""
    ledger = Ledger(briefing)
    found = distinct(ledger)
    chosen = chosen_claims(ledger, found, audience)
    if not chosen:
        return ()
    rows = tuple(_row(ledger, item) for item in chosen)
    rows = tuple(sorted(rows, key=lambda row: _ORDER.index(row.badge)))
    left = len(briefing.unverified) - len(chosen)
    caution = ["Do not repeat these claims without who says them"]
    if left > 0:
        caution.append(
            f"{capital(counted(left, 'further claim'))} of less weight, or on the same matters, "
            f"{plural(left, 'is')} in the data file"
        )
    notes = Notes("", ledger.quotes(*chosen, most=1), tuple(caution))
    return (RisksPlan(_titles(ledger, chosen, rows, left), rows, notes),)


def _badge(ledger: Ledger, item: Unverified) -> BadgeKey:
    figure = bool(item.about and any(metric.id == item.about for metric in ledger.briefing.metrics))
    return badge_key(item.standing, figure=figure)


def _row(ledger: Ledger, item: Unverified) -> RiskRow:
    ids, first = ledger.ids(item), item.reasons[0] if item.reasons else "single-source"
    claims = claim_cells(ledger, item, ids)
    holder = shown(item.holder) or outlets_told(ledger, item)
    holder = f"An unnamed {holder}" if holder in ("person", "source") else holder
    if item.standing == "rumoured" and "rumo" not in holder.lower():
        holders = [f"{holder}, as a rumour", holder]
    else:
        holders = [holder]
    return RiskRow(
        _badge(ledger, item),
        claims,
        tuple(_say(capital(text)) for text in holders),
        (*in_own_words(ledger, item, first), *cell_words(item, item.why, WHY[first])),
        cell_words(item, item.would_verify, VERIFY[first]),
        tuple(sorted({*ledger.cites(item), *_fact_cites(ledger, item)})),
        ids,
    )


def _fact_cites(ledger: Ledger, item: Unverified) -> tuple[int, ...]:
    """The sources of the fact whose name the row shows."""
    fact = fact_of(ledger, item.about) if item.about else None
    return ledger.cites(fact) if fact else ()


def _say(text: str) -> Statement:
    return Statement((Piece(text),))


def _titles(ledger: Ledger, chosen: Sequence[Unverified], rows: Sequence[RiskRow], left: int) -> tuple[str, ...]:
    number, name = len(rows), ledger.subject
    badges = [row.badge for row in rows]
    claims, open_ = capital(counted(number, "claim")), "not independently verified"
    own = sum(badge in ("company-stated", "target", "planned") for badge in badges)
    found: list[str] = []
    doubts = unproven(ledger, [(item, _badge(ledger, item), doubted_ties(ledger, item)) for item in chosen])
    if number > 1 and doubts:
        every = f"{counted(number + left, 'claim')}"
        told = " and ".join(doubts)
        found += [f"{told}; {every} about {name} are unverified", f"{told}; {every} are unverified"]
        found += [told] if len(doubts) > 1 else []
        found += [f"{doubts[0]}; {every} about {name} are unverified", f"{doubts[0]}; {every} are unverified"]
    if left > 0:
        total = capital(counted(number + left, "claim"))
        found.append(f"{total} about {name} are unverified; {number_word(number)} of them matter most here")
    if number == 1:
        found.append(f"One claim about {name} is {open_}, and one proof would settle it")
    elif set(badges) == {"company-stated"}:
        found.append(
            f"All {number_word(number)} open claims about {name} rest on the company's own word; "
            "each needs an outside proof"
        )
    elif set(badges) <= {"target", "planned"}:
        are = plural(number, "is")
        found.append(f"{claims} about {name} {are} still ahead and cannot be relied on yet")
    if left <= 0 and number > 1:
        found.append(f"{claims} behind the {name} story are {open_}; each needs its own proof before you rely on it")
    if 1 < own < number:
        found.append(f"{claims} are {open_}, {number_word(own)} of them {possessive(name)} own word")
    plain = f"{claims} about {name} {plural(number, 'is')} {open_}"
    return candidates(*found, plain, f"Claims that are {open_}")


# ---------------------------------------------------------------- places


def layout(plan: RisksPlan, theme: Theme) -> tuple[Sheet, ...]:
    """Groups by standing, weakest evidence first; the standing's cell is merged over its group."""
    face, page = body_face(theme), page_of(theme)
    columns = widened(across(_COLUMNS, page.width), 0, {row.badge for row in plan.rows}, 11.0, face)
    fits = fits_on(page, _FITS)
    grid = Grid("Unverified claims", columns, _builder(columns, face), fits, _MOST_ROWS, group=lambda row: row.badge)
    parts = parts_of(plan.rows, grid, page.width, page.height - grid.header_height, face)
    sheets, start = [], 0
    for index, bodies in enumerate(parts, 1):
        rows = plan.rows[start : start + len(bodies)]
        start += len(bodies)
        marks: tuple[Mark, ...] = (table(grid, _grouped(bodies, rows), Box(LEFT, TOP, page.width, page.height), face),)
        notes = replace(plan.notes, full=left_out(grid, rows, 1) or plan.notes.full)
        sheets.append(Sheet("risks", "table", "Risks", plan.titles, marks, notes, index, len(parts)))
    return tuple(sheets)


def _grouped(bodies: Sequence[Body], rows: Sequence[RiskRow]) -> list[Body]:
    """Rows with their place in a group; a group that goes on from the part before names itself again."""
    found = []
    for at, (body, row) in enumerate(zip(bodies, rows, strict=True)):
        first = at == 0 or rows[at - 1].badge != row.badge
        last = at + 1 == len(rows) or rows[at + 1].badge != row.badge
        found.append(replace(body, labelled=first, last_of_group=last, rumoured=row.badge == "rumoured"))
    return found


def _builder(columns: Sequence[Column], face: str) -> Callable[[RiskRow, float, int], Body]:
    inner = [inches(column.width) - inches(0.14) for column in columns]

    def build(row: RiskRow, size: float, most: int) -> Body:
        rumoured = row.badge == "rumoured"
        style = Style(size, "accent4" if rumoured else "tx1", italic=rumoured)
        cells = [cell((Paragraph((badge_run(row.badge, size),)),), first=True, pad_y=_PAD, top=True, claims=row.ids)]
        for index, versions in enumerate((row.claim, row.holder, row.why, row.verify), 1):
            text = paragraph(fitted(versions, style, inner[index], most, face), style, cite=False)
            cells.append(cell((text,), pad_y=_PAD, top=True, claims=row.ids))
        source = Run(digits(row.cites), 9.5, italic=rumoured, color="accent4" if rumoured else "tx2", kind="citation")
        cells.append(cell((Paragraph((source,)),), pad_y=_PAD, top=True, claims=row.ids))
        return Body(tuple(cells), rumoured=rumoured)

    return build
