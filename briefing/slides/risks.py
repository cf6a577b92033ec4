"""The risks: claims that are not independently verified, who says them, why that is not enough, what would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from briefing.measure import body_face
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, FundingEvent, Metric, Reason, Relationship, Unverified
from briefing.model.claim import TieValues
from briefing.model.dates import bounds
from briefing.model.frame import Box, Mark, Paragraph, Run, inches
from briefing.model.records import dataclass, replace
from briefing.model.source import Evidence
from briefing.model.theme import Theme
from briefing.slides import figures
from briefing.slides.badges import BadgeKey, badge_key, badge_run
from briefing.slides.canvas import LEFT, TOP, Sheet, page_of
from briefing.slides.citations import digits
from briefing.slides.clipping import is_clause, shortenings
from briefing.slides.highlights import FIRM, firm_rounds, overtaken
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import fact_name, fact_of, tie_name
from briefing.slides.notes import Notes
from briefing.slides.prose import Kind, Piece, Statement, Style, fitted, paragraph
from briefing.slides.quoting import around, bearing, figures_in, quoted
from briefing.slides.tables import Body, Column, Grid, across, cell, fits_on, left_out, parts_of, table, widened
from briefing.slides.titles import candidates
from briefing.slides.topics import rank, topic
from briefing.slides.trimming import core, leans
from briefing.slides.unproven import unproven
from briefing.slides.wording import capital, counted, listed, lower_first, number_word, plural, possessive, shown

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
_AROUND = 62  # characters of a quote around a figure
_IN_TWO_LINES = 62  # characters
_CUT = 6  # places that a claim loses whose words do not fit
_SHORT = 96  # characters that a claim may have in its column
_LENS = 0.8  # places that one step of the audience's emphasis is worth
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
_WHY = {
    "rumour": "Rumour, not confirmed by any party",
    "unnamed-source": "Rests on unnamed sources only",
    "forward-looking": "Forward-looking: not yet a fact",
    "company-stated": "Only the company says so",
    "database-estimate": "A database's estimate",
    "opinion": "A judgement, not a finding",
    "inference": "The author's inference",
    "arithmetic": "Worked out by a source, not stated",
    "single-source": "One origin; no other source confirms it",
}
# The same in two words, before the source's own sentence.
_REASON = {
    "rumour": "Rumour",
    "unnamed-source": "Unnamed source",
    "forward-looking": "Forward-looking",
    "company-stated": "Company-stated",
    "database-estimate": "Estimate",
    "opinion": "Opinion",
    "inference": "Inference",
    "arithmetic": "Worked out",
    "single-source": "Single source",
}
_VERIFY = {
    "rumour": "Confirmation or denial by the company or a lead investor",
    "unnamed-source": "A named source or a filing",
    "forward-looking": "A later disclosure that it has happened",
    "company-stated": "Audited figures or an independent source",
    "database-estimate": "A filing or the company's own figure",
    "opinion": "An independent test",
    "inference": "A statement by the company or a filing",
    "arithmetic": "The figure itself, from the company",
    "single-source": "A second, independent source",
}


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
    found = _distinct(ledger)
    chosen = _chosen(ledger, found, audience)
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


def _distinct(ledger: Ledger) -> list[Unverified]:
    """Each matter once: one claim a fact, and one a passage of a source."""
    kept: list[Unverified] = []
    facts: set[str] = set()
    names: set[str] = set()
    spans: dict[str, list[tuple[int, int]]] = {}
    for item in sorted(ledger.briefing.unverified, key=lambda item: (item.rank, item.id)):
        told = any(
            part.start < end and start < part.end
            for part in item.evidence[:1]
            for start, end in spans.get(part.source, [])
        )
        name = _named(ledger, item)
        if told or (item.about and item.about in facts) or (name and name in names) or _settled(ledger, item):
            continue
        kept.append(item)
        names.add(name)
        facts |= {item.about} if item.about else set()
        for part in item.evidence:
            spans.setdefault(part.source, []).append((part.start, part.end))
    return kept


def _fragment(ledger: Ledger, item: Unverified) -> bool:
    """Words that hang on a sentence the slide does not show, of no fact that would name the matter."""
    text = core(shown(item.text), ledger.names)
    opens = shown(item.text).lower().startswith(("which ", "who ", "whose ", "where ", "more than ", "less than "))
    shortest = (shortenings(text) or (text,))[-1]
    clause = text.lower().startswith(_CLAUSE) and "," not in shortest
    bare = shown(item.text).startswith(("at ", "in ", "with ", "for ", "by ")) and not is_clause(text)
    return not _named(ledger, item) and (opens or clause or bare or leans(text))


# What opens a clause that the rest of its sentence goes on from, behind a comma.
_CLAUSE = ("even with ", "even as ", "even if ", "even when ", "even though ", "although ", "despite ", "amid ")


def _settled(ledger: Ledger, item: Unverified) -> bool:
    """Is it a rumour of what a later source reports as a fact, or that what came later has overtaken?"""
    fact = fact_of(ledger, item.about) if item.about and item.standing == "rumoured" else None
    if isinstance(fact, FundingEvent):
        return fact.standing in FIRM or overtaken(fact, ledger.briefing)
    if isinstance(fact, Metric):
        return fact.standing in FIRM or _outdated(ledger, fact)
    return getattr(fact, "standing", "rumoured") in FIRM


def _outdated(ledger: Ledger, metric: Metric) -> bool:
    """Does a source give the same measure, or a round the price, as a fact for a later time?"""
    past = {money.value for event in ledger.briefing.funding for money in event.history}
    if past & {money.value for money in metric.amounts}:
        return True
    when = bounds(metric.as_of)
    later = [
        bounds(other.as_of)
        for other in ledger.briefing.metrics
        if other.name == metric.name and other.standing in FIRM and not other.forward_looking
    ]
    if "valuation" in metric.name.lower():
        later += [bounds(event.date) for event in firm_rounds(ledger.briefing) if event.valuations]
    return when is not None and any(found is not None and found[0] > when[1] for found in later)


def _chosen(ledger: Ledger, found: Sequence[Unverified], audience: Audience) -> list[Unverified]:
    """The audience's most: the rank of a claim, moved by what the audience cares for; fragments only if all are."""
    places = {item.id: at for at, item in enumerate(found)}
    weight = {
        item.id: places[item.id] + _LENS * rank(audience.emphasis, _about(item)) + _CUT * _is_long(ledger, item)
        for item in found
    }
    weighed = sorted(found, key=lambda item: (weight[item.id], places[item.id]))
    whole = (item for item in weighed if not _fragment(ledger, item))
    return list(islice(whole, audience.max_risks)) or weighed[: audience.max_risks]


def _is_long(ledger: Ledger, item: Unverified) -> bool:
    """Would its words have to be cut off in their column, with no fact to name the matter?"""
    versions = shortenings(core(figures.shortened(shown(item.text)), ledger.names))
    return not _named(ledger, item) and bool(versions) and len(versions[-1]) > _IN_TWO_LINES


def _about(item: Unverified) -> str:
    return topic(item.text).emphasis


def _badge(ledger: Ledger, item: Unverified) -> BadgeKey:
    figure = bool(item.about and any(metric.id == item.about for metric in ledger.briefing.metrics))
    return badge_key(item.standing, figure=figure)


def _row(ledger: Ledger, item: Unverified) -> RiskRow:
    ids, first = ledger.ids(item), item.reasons[0] if item.reasons else "single-source"
    claims = _claims(ledger, item, ids)
    holder = shown(item.holder) or _outlets(ledger, item)
    holder = f"An unnamed {holder}" if holder in ("person", "source") else holder
    if item.standing == "rumoured" and "rumo" not in holder.lower():
        holders = [f"{holder}, as a rumour", holder]
    else:
        holders = [holder]
    return RiskRow(
        _badge(ledger, item),
        claims,
        tuple(_say(capital(text)) for text in holders),
        (*_in_own_words(ledger, item, first), *_cells(item, item.why, _WHY[first])),
        _cells(item, item.would_verify, _VERIFY[first]),
        tuple(sorted({*ledger.cites(item), *_fact_cites(ledger, item)})),
        ids,
    )


def _in_own_words(ledger: Ledger, item: Unverified, reason: Reason) -> tuple[Statement, ...]:
    """The reason in two words and the sentence itself, where the row names the matter and does not quote it yet."""
    return tuple(Statement((Piece(f"{_REASON[reason]}: ", "label"), Piece(text))) for text in _sentences(ledger, item))


def _sentences(ledger: Ledger, item: Unverified) -> tuple[str, ...]:
    """The sentence that tells of the matter, by its figure or its name; () where the row names none."""
    name = _named(ledger, item)
    if not name:
        return _long(ledger, item)[1]
    own = bearing(item.evidence, item.text)
    bare = name.split(",")[0]
    firm = figures_in(name) or (bare, f"{bare[:1].lower()}{bare[1:]}")
    found = _told_by(own, firm) or _told_by(own, figures_in(item.text))
    # What else is told of a fact can be firm: it is quoted only where all of it shares the doubt.
    return found or (() if "unnamed-source" in item.reasons else _told_by(item.evidence, firm))


def _told_by(evidence: Sequence[Evidence], needles: tuple[str, ...]) -> tuple[str, ...]:
    """Versions of the sentence that holds a needle, the shortest last; () where none does."""
    found = quoted(evidence, needles) if needles else ()
    return (*found, around(evidence, needles, _AROUND)) if found else ()


def _named(ledger: Ledger, item: Unverified) -> str:
    """The name of the fact in question; "" without one, and where the name is a bare figure."""
    fact = fact_of(ledger, item.about) if item.about else None
    if isinstance(fact, Relationship):
        return tie_name(fact, _ties(ledger, item) or fact.kinds)
    name = fact_name(ledger, item.about) if item.about else ""
    return name if re.search(r"[^\W\d_]{2}", name) else ""


def _ties(ledger: Ledger, item: Unverified) -> tuple[str, ...]:
    """The ties that the doubted statements tell of; those to an organisation itself may be more."""
    return tuple(claim.values.tie for claim in ledger.claims(item) if isinstance(claim.values, TieValues))


def _long(ledger: Ledger, item: Unverified) -> tuple[str, tuple[str, ...]]:
    """Of a claim that no short form of fits its column: the words that name the matter, and the sentence."""
    text = core(figures.shortened(shown(item.text)), ledger.names)
    versions = shortenings(text)
    head = capital(_head(capital(text)))
    if not versions or len(versions[-1]) <= _SHORT or not head or head == capital(text):
        return "", ()
    return head, quoted(item.evidence)


def _fact_cites(ledger: Ledger, item: Unverified) -> tuple[int, ...]:
    """The sources of the fact whose name the row shows."""
    fact = fact_of(ledger, item.about) if item.about else None
    return ledger.cites(fact) if fact else ()


def _claims(ledger: Ledger, item: Unverified, ids: tuple[str, ...]) -> tuple[Statement, ...]:
    """The source's words with their head in bold; of a known fact its name in bold, then words as far as they fit."""
    text = core(figures.shortened(shown(item.text)), ledger.names).strip('“”"')
    name = _named(ledger, item)
    versions = shortenings(text) or ("Not told in words",)
    head, sentences = _long(ledger, item)
    if head and sentences and not name:
        return (Statement((Piece(head, bold=True),), (), ids),)
    figure = figures_in(fact_name(ledger, item.about)) if item.about and not name else ()
    if figure:
        versions = quoted(item.evidence, figure) or versions
    if not name:
        return tuple(_claim(version, ids) for version in versions)
    lead = Piece(name, bold=True)
    if _sentences(ledger, item):
        return (Statement((lead,), (), ids),)  # its sentence stands beside it, as the reason
    with_words = [
        Statement((lead, Piece(text_after(version, name))), (), ids)
        for version in versions
        if not _repeats(version, name)
    ]
    return (*with_words, Statement((lead,), (), ids))


def text_after(text: str, name: str) -> str:
    """What follows a bold name: the rest of words that begin with it, else the words behind a colon."""
    if text.lower().startswith(name.lower()):
        return text[len(name) :]
    return f": {common_start(text)}"


def _repeats(text: str, name: str) -> bool:
    """Does a text say no more than the name: fewer than three further words of any weight?"""
    stems = {word[:4] for word in re.findall(r"[a-z]{4,}", name.lower())}
    return len({word[:4] for word in re.findall(r"[a-z]{4,}", text.lower())} - stems) < 4


def common_start(text: str) -> str:
    """The text as it goes on behind a colon: small where it began with a common word."""
    first = text.split(" ", 1)[0]
    verb = first.endswith(("ed", "ing", "s")) and first.isalpha() and first[1:].islower()
    return text[:1].lower() + text[1:] if verb or lower_first(text) != text else text


def _claim(text: str, ids: tuple[str, ...]) -> Statement:
    """The claim with its head in bold: up to its first figure, or its first words."""
    text = capital(text)
    head = _head(text)
    if not head or head == text:
        return Statement((Piece(text, bold=bool(head)),), (), ids)
    return Statement((Piece(head, bold=True), Piece(text[len(head) :])), (), ids)


def _head(text: str) -> str:
    """The words that name the matter: to the end of the first figure, or up to the verb; "" where neither is near."""
    words = text.split(" ")
    if len(words) <= 5:
        return text
    for index, word in enumerate(words[:7]):
        if any(sign.isdigit() for sign in word) and any(sign in "$€£¥₹%" for sign in word):
            return " ".join(words[: index + 1]).rstrip(",;:")
    before = _VERB.split(text, maxsplit=1)[0].rstrip(",;:")
    return before if 2 <= len(before.split()) <= 7 else ""


_VERB = re.compile(
    r",? (?:is|are|was|were|will|would|has|have|had|can|could|may|might|does|do|did|said|says|that|which|to|with|for|"
    r"in|on)\b"
)


def _say(text: str) -> Statement:
    return Statement((Piece(text),))


def _cells(item: Unverified, text: str, rule: str) -> tuple[Statement, ...]:
    """A source's own words where it has them, else the rule's."""
    words = figures.shortened(shown(text))
    if not shortenings(words):
        return (Statement((Piece(rule, "label"),)),)
    versions = list(shortenings(words))
    before = _WILL.split(versions[-1], maxsplit=1)[0]
    versions += [before] if len(before.split()) > 3 else []
    versions = versions[::-1] if len(versions) > 1 and ". " in words else versions  # our rules: the first says enough
    told = any(words.lower() in figures.shortened(shown(part.quote)).lower() for part in item.evidence)
    kind: Kind = "claim" if told else "label"
    return tuple(Statement((Piece(capital(version), kind),)) for version in dict.fromkeys(versions))


_WILL = re.compile(r"\s(?:will|would|should|could|may|might) (?=\w)")


def _outlets(ledger: Ledger, item: Unverified) -> str:
    names = list(dict.fromkeys(ledger.outlet(number) for number in ledger.cites(item)))
    return listed(names, 2) if names else "Not named"


def _titles(ledger: Ledger, chosen: Sequence[Unverified], rows: Sequence[RiskRow], left: int) -> tuple[str, ...]:
    number, name = len(rows), ledger.subject
    badges = [row.badge for row in rows]
    claims, open_ = capital(counted(number, "claim")), "not independently verified"
    own = sum(badge in ("company-stated", "target", "planned") for badge in badges)
    found: list[str] = []
    doubts = unproven(ledger, [(item, _badge(ledger, item), _ties(ledger, item)) for item in chosen])
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
