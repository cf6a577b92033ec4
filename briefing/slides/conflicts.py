"""The conflicts: where sources differ, each version with its sources, which one the deck uses, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from briefing.measure import body_face
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Conflict, Position
from briefing.model.frame import Box, Cell, Mark, Paragraph, Run, inches
from briefing.model.records import dataclass, replace
from briefing.model.theme import Theme
from briefing.slides import dates, figures
from briefing.slides.canvas import LEFT, TOP, Sheet, foot_note, page_of
from briefing.slides.clipping import shortenings
from briefing.slides.highlights import firm_rounds, outgrown
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import used_position
from briefing.slides.notes import Notes
from briefing.slides.prose import Piece, Statement, Style, claim, fitted, paragraph
from briefing.slides.quoting import around, borne_out, figures_in
from briefing.slides.storyline import contradicts, told_topic, topic_phrase
from briefing.slides.tables import SURFACE, Body, Column, Grid, across, cell, fits_on, left_out, parts_of, table
from briefing.slides.titles import candidates
from briefing.slides.wording import NBSP, capital, counted, joined, listed, number_word, plural, share, shown

_COLUMNS = (
    Column("Topic", 2.45),
    Column("One version", 2.45),
    Column("Another version", 2.30),
    Column("Used here", 1.85, takeaway=True),
    Column("Why", 3.083, spare=True),
)
_MOST_ROWS = 9
_SOFT = frozenset({"attribution", "coverage", "role", "precision", "sum", "arithmetic"})
_WORDING = frozenset({"precision", "date", "name"})  # where both versions can be true: the same in other words
_FEW = 3  # rows that make a table; with as many, differences of mere wording stay in the data file
_UNSHOWN = {"sum": "The parts listed here, added up", "arithmetic": "What the figures give"}
_WHY = {
    "sum": "The listed parts do not add up to the stated total",
    "arithmetic": "The words say more than the figures bear out",
    "coverage": "The lists differ in length; none denies the others",
}
_LEAST_WORDS = 5  # of a quote: fewer say no more than the value
_LONG_WHY = 64  # characters: a reason in two lines is read, a longer one is not
_FITS = ((11.5, 3), (11.0, 3), (11.5, 2), (11.0, 2), (10.5, 2), (10.0, 2))


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """one: the version used; others: the rest, one statement each. All as versions, longest first."""

    topic: str
    one: tuple[Statement, ...]
    others: tuple[tuple[Statement, ...], ...]
    used: tuple[Statement, ...]
    why: tuple[Statement, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictsPlan:
    titles: tuple[str, ...]
    rows: tuple[ConflictRow, ...]
    notes: Notes
    foot: str = ""


def plan(briefing: Briefing, audience: Audience) -> tuple[ConflictsPlan, ...]:
    """One plan with the most material differences; none where the sources agree."""
    ledger = Ledger(briefing)
    found = sorted(
        (conflict for conflict in briefing.conflicts if len(conflict.positions) > 1 and _differs(conflict, briefing)),
        key=lambda conflict: (_weightless(conflict), conflict.rank, conflict.id),
    )
    if not found:
        return ()
    telling = [conflict for conflict in found if _weightless(conflict) < _WORDED]
    chosen = _varied(telling if len(telling) >= _FEW else found, audience.max_conflicts)
    quotes = [
        (ledger.number[part.source], part.quote)
        for conflict in chosen
        for position in conflict.positions[:2]
        for part in position.evidence[:1]
    ]
    left = len(found) - len(chosen)
    worded = sum(_weightless(conflict) == _WORDED for conflict in found if conflict not in chosen)
    caution = ["Give the version with its source; do not average"]
    if left:
        caution.append(
            f"{capital(counted(left, 'further difference'))} of less weight {plural(left, 'is')} in the data file"
        )
    rows = tuple(_row(ledger, conflict) for conflict in chosen)
    notes = Notes("", tuple(quotes), tuple(caution))
    return (ConflictsPlan(_titles(chosen, left), rows, notes, _not_shown(left, worded)),)


def _differs(conflict: Conflict, briefing: Briefing) -> bool:
    """Not words about figures ("doubled") that the figures bear out, nor a total of before the rounds listed now."""
    old = {total.id for total in briefing.funding_totals if total.amounts and outgrown(total, briefing)}
    return not (conflict.kind == "arithmetic" and conflict.compatible) and not (
        conflict.kind == "sum" and conflict.about in old
    )


_FIGURE, _SAID, _LISTED, _WORDED = 1, 2, 3, 4


def _weightless(conflict: Conflict) -> int:
    """0 for a contradiction, 4 for one thing said in two ways; between them what a reader may want to know."""
    if contradicts(conflict):
        return 0
    if conflict.kind == "name" and not conflict.compatible:
        return _LISTED
    if conflict.kind in _WORDING or (conflict.kind in ("role", "currency") and conflict.about is None):
        return _WORDED
    if conflict.kind in ("amount", "currency", "role"):
        return _LISTED if _grown(conflict) else _FIGURE
    return _SAID if conflict.kind == "attribution" else _LISTED


def _grown(conflict: Conflict) -> bool:
    """Figures of different times, or a rumour and what came of it: no difference between sources."""
    about = conflict.about or ""
    return not about or about.startswith(("m", "t")) or "rumour" in conflict.topic


def _varied(found: Sequence[Conflict], most: int) -> list[Conflict]:
    """The first `most`, but of each softer kind and of each topic only one as long as there are others."""
    taken: list[Conflict] = []
    for conflict in found:
        soft = conflict.kind in _SOFT and not contradicts(conflict)
        if not any(conflict.kind == other.kind and (soft or conflict.topic == other.topic) for other in taken):
            taken.append(conflict)
    rest = [conflict for conflict in found if conflict not in taken]
    return sorted([*taken, *rest][:most], key=lambda conflict: (_weightless(conflict), conflict.rank, conflict.id))


def _not_shown(left: int, worded: int) -> str:
    """What the table leaves out, and whether it is more than wording."""
    if not left:
        return ""
    further = f"{capital(counted(left, 'further difference'))}"
    only = "" if not worded else ", all of them" if worded == left else f", {number_word(worded)} of them"
    return f"{further}{only}{' of wording, precision or names only' if worded else ''}: see the data file"


def _row(ledger: Ledger, conflict: Conflict) -> ConflictRow:
    first = used_position(conflict)
    others = [position for at, position in enumerate(conflict.positions) if at != first]
    if conflict.kind == "sum":
        others = others[:1]
    evidence = [part for position in conflict.positions for part in position.evidence]
    used = borne_out(shortenings(_short(_worked_out(conflict.used)), 1), evidence)
    if _DATE.fullmatch(conflict.used):
        used = [dates.long(conflict.used)]
    used = used or ["As the sources print it" if conflict.kind in ("arithmetic", "sum") else "Both, side by side"]
    why = sorted(
        borne_out(shortenings(_spelt(_short(conflict.rationale))), evidence), key=lambda text: len(text) > _LONG_WHY
    ) or [_WHY.get(conflict.kind, _weight(ledger, conflict, first))]
    return ConflictRow(
        capital(told_topic(conflict.topic)),
        _position(ledger, conflict, conflict.positions[first]),
        _each_once([_position(ledger, conflict, position) for position in others])[:3],
        tuple(claim(capital(text), (), (conflict.id,)) for text in used),
        tuple(claim(capital(text), (), (conflict.id,)) for text in why),
        (conflict.id,),
    )


def _each_once(found: Sequence[tuple[Statement, ...]]) -> tuple[tuple[Statement, ...], ...]:
    """Versions that read alike as one, with the sources of all."""
    kept: dict[str, tuple[Statement, ...]] = {}
    for versions in found:
        text = versions[0].text if versions else ""
        before = kept.get(text, versions)
        cites = tuple(sorted({number for part in (*before, *versions) for number in part.cites}))
        kept[text] = tuple(replace(part, cites=cites) for part in before) if text in kept else versions
    return tuple(kept.values())


def _spelt(text: str) -> str:
    """ "1 of 2 sources state …" in words, as a sentence begins."""
    found = _SHARE.match(text)
    if not found:
        return text
    ending = "s" if found[1] == "1" else ""
    return f"{share(int(found[1]), int(found[2]))} sources {found[3]}{ending}{text[found.end() :]}"


_SHARE = re.compile(r"(\d+) of (\d+) sources (state|drop)\b")


def _weight(ledger: Ledger, conflict: Conflict, used: int) -> str:
    """ "Two of three sources give it: the Gazette and the Echo": what speaks for the version used."""
    numbers = [ledger.number[source] for source in conflict.positions[used].sources if source in ledger.number]
    every = {source for position in conflict.positions for source in position.sources}
    names = list(dict.fromkeys(ledger.outlet(number) for number in numbers))
    if not conflict.used or not names:
        return "Both versions are kept"
    verb = plural(len(numbers), "says" if conflict.kind == "attribution" else "gives")
    what = "who holds it" if conflict.kind == "attribution" else "it"
    return f"{capital(share(len(numbers), len(every)))} sources {verb} {what}: {listed(names, 2)}"


def _worked_out(text: str) -> str:
    """Without the result of a sum: "$3 / $2 = 1.5×" → "$3 / $2"."""
    return _RESULT.sub("", text)


_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?[~?%]?(?:/\S+)?")
_RESULT = re.compile(r"\s*=\s*[^\s,;]+")


def _short(text: str) -> str:
    return figures.shortened(shown(text))


def _position(ledger: Ledger, conflict: Conflict, position: Position) -> tuple[Statement, ...]:
    cites = ledger.cited(position.evidence) or tuple(
        sorted(ledger.number[source] for source in position.sources if source in ledger.number)
    )
    evidence = [part for other in conflict.positions for part in other.evidence]
    texts = borne_out(shortenings(_short(_worked_out(position.value)), 1), evidence)
    if _DATE.fullmatch(position.value):
        texts = [dates.long(position.value)]
    if not texts and conflict.kind == "arithmetic":
        figure = [number for number in figures_in(position.value) if len(number) > 2]
        texts = list(filter(None, [around(position.evidence, figure, most) for most in (80, 64)]))
    if not texts and conflict.kind == "sum" and "round" in conflict.topic.lower():
        listed_ = [event for event in firm_rounds(ledger.briefing) if event.amounts and event.instrument != "debt"]
        texts = (
            [f"The rounds listed: {', '.join(figures.short(event.amounts[0]) for event in listed_)}"] if listed_ else []
        )
        cites = ledger.cites(*listed_) if listed_ else cites
    texts = texts or [_UNSHOWN.get(conflict.kind, "Another figure")]
    plain = tuple(Statement((Piece(capital(text)),), cites, (conflict.id,)) for text in texts)
    return (*_in_own_words(conflict, position, cites), *plain)


def _in_own_words(conflict: Conflict, position: Position, cites: tuple[int, ...]) -> Iterator[Statement]:
    """The words in which a source gives the version, the version in bold, where both have some."""
    if conflict.kind not in ("amount", "currency", "precision", "date"):
        return
    told = [around(other.evidence, _needles(other), 60) for other in conflict.positions[:2]]
    if any(len(text.split()) < _LEAST_WORDS for text in told):
        return
    mine = _needles(position)
    for most in (86, 74, 62, 50):
        text = around(position.evidence, mine, most)
        value = next((needle for needle in mine if needle in text), "")
        if value:
            at = text.index(value)
            pieces = (Piece(text[:at]), Piece(value, bold=True), Piece(text[at + len(value) :]))
            yield Statement(tuple(piece for piece in pieces if piece.text), cites, (conflict.id,))


def _needles(position: Position) -> tuple[str, ...]:
    """A version as its sentence may print it."""
    value = shown(position.value)
    return (value, value[:1].lower() + value[1:]) if value else ()


def _titles(chosen: Sequence[Conflict], left: int) -> tuple[str, ...]:
    number = len(chosen)
    hard = list(filter(contradicts, chosen))
    topics = list(dict.fromkeys(topic_phrase(conflict) for conflict in hard or chosen))
    points, most = counted(number, "point"), " that matter most" if left else ""
    found: list[str] = []
    if number == 1:
        verb = "contradict each other" if hard else "differ"
        found.append(f"The sources {verb} on one point, {topics[0]}; the deck says which version it uses and why")
        found.append("The sources differ on one point; the deck says which version it uses and why")
    for shown_ in (2, 1):
        named = joined(topics[:shown_]) if len(topics) <= shown_ else ""
        further = len(hard or chosen) - shown_
        named = named or joined([*topics[:shown_], counted(further, "further point")])
        if hard:
            others = counted(number - len(hard), "other point")
            soft = number > len(hard) and all(conflict.compatible for conflict in chosen if conflict not in hard)
            rest = f"; on {others} both versions can be true" if soft else ""
            found += [f"The sources contradict each other on {named}{tail}" for tail in (rest, "")]
        else:
            found.append(f"The sources differ on {named}{_together(chosen, 'no version excludes another')}")
    if not hard:
        found.append(f"The sources differ on {points}{most}{_together(chosen, 'none excludes the other')}")
    else:
        found.append(
            f"The sources differ on {points}{most} and contradict each other on {number_word(len(hard))}; "
            "every choice is explained"
        )
    return candidates(*found, f"The sources differ on {points}; every choice made here is explained")


def _together(chosen: Sequence[Conflict], words: str) -> str:
    """Behind differences none of which sets source against source: can all versions be true?"""
    against = [conflict for conflict in chosen if not conflict.compatible]
    if not against:
        return f"; {words}"
    within = all(len({frozenset(side.sources) for side in conflict.positions}) == 1 for conflict in against)
    if within and any(conflict.kind == "amount" for conflict in chosen):
        return "; every choice made here is explained"  # a figure with two versions is badged as disputed elsewhere
    return "; no source contradicts another" if within else ""


# ---------------------------------------------------------------- places


def layout(plan: ConflictsPlan, theme: Theme) -> tuple[Sheet, ...]:
    """A table; the version used stands first and again in the shaded column."""
    face, page = body_face(theme), page_of(theme)
    columns = across(_COLUMNS, page.width)
    grid = Grid("Conflicts", columns, _builder(columns, face), fits_on(page, _FITS), _MOST_ROWS)
    height = page.foot - inches(0.08) - TOP if plan.foot else page.height
    parts = parts_of(plan.rows, grid, page.width, height - grid.header_height, face)
    notes = replace(plan.notes, full=left_out(grid, plan.rows, 0) or plan.notes.full)
    sheets = []
    for index, bodies in enumerate(parts, 1):
        marks: tuple[Mark, ...] = (table(grid, bodies, Box(LEFT, TOP, page.width, height), face),)
        if plan.foot:
            marks += (foot_note(plan.foot, LEFT, page.width, y=page.foot),)
        sheets.append(Sheet("conflicts", "table", "Conflicts", plan.titles, marks, notes, index, len(parts)))
    return tuple(sheets)


def _builder(columns: Sequence[Column], face: str) -> Callable[[ConflictRow, float, int], Body]:
    inner = [inches(column.width) - inches(0.14) for column in columns]

    def build(row: ConflictRow, size: float, most: int) -> Body:
        bold, style = Style(size, bold=True), Style(size)
        sign = Run(f"≠{NBSP}{NBSP}", size, bold=True, color="accent5", kind="badge")
        topic = fitted([claim(row.topic)], bold, inner[0] - inches(0.2), most, face)
        head = Paragraph((sign, *paragraph(topic, bold).runs))
        each = max(most // max(len(row.others), 1), 1)
        others = [paragraph(fitted(versions, style, inner[2], each, face), style) for versions in row.others]
        used = paragraph(fitted(row.used, bold, inner[3], most, face), bold)
        filled: tuple[list[Paragraph], ...] = (
            [head],
            [paragraph(fitted(row.one, style, inner[1], most, face), style)],
            others,
            [used],
            [paragraph(fitted(row.why, style, inner[4], most, face), style)],
        )
        cells: list[Cell] = [
            cell(paragraphs, first=at == 0, claims=row.ids, fill=SURFACE if at == 3 else None)
            for at, paragraphs in enumerate(filled)
        ]
        return Body(tuple(cells))

    return build
