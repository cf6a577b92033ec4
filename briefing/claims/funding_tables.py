"""A row of a funding table goes in, the claim on its round comes out; the header's words decide what a cell says.

A table is one of funding if a column holds sums and another rounds, valuations or investors. Headers that hedge
("Valuation (reported)") and rows that speak of rumours have their modality from `claims/clauses.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.claims.backerlists import fit
from briefing.claims.backers import backings
from briefing.claims.cheques import bare
from briefing.claims.dates import resolve
from briefing.claims.phrases import words_of
from briefing.claims.reading import FoundAmount, Reading, Utterance
from briefing.claims.rounds import kind_of_words, mentions
from briefing.claims.sketches import Memory
from briefing.claims.takers import SUBJECT
from briefing.claims.tokens import tokens
from briefing.claims.view import View, view
from briefing.model.claim import Amount, Claim, Contribution, FundingValues, Instrument, Modality, Rejected
from briefing.model.dates import When
from briefing.model.money import Role
from briefing.model.records import dataclass
from briefing.model.source import Span

# The first kind whose words a header has is what the column holds.
_KINDS = ("company", "date", "valuation", "total", "round", "amount", "backers")
_FIRMNESS: tuple[Modality, ...] = (
    "denied",
    "rumoured",
    "hypothetical",
    "planned",
    "implied",
    "opinion",
    "hedged",
    "asserted",
)


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells of the row by what they say; several cells can say the same."""

    by_kind: dict[str, tuple[Span, ...]]

    def first(self, kind: str) -> Span | None:
        found = self.by_kind.get(kind, ())
        return found[0] if found else None


def extract(reading: Reading, utterance: Utterance, memory: Memory) -> Iterator[Claim | Rejected]:
    """The claim of one row, if its table is one of funding."""
    cells = _columns(reading, utterance)
    if cells is None:
        return
    seen = view(reading, utterance)
    amounts = _amounts(utterance, cells)
    if not amounts and not mentions(seen):
        return
    evidence = reading.cite(utterance.passage.start, utterance.passage.end)
    company = _company(reading, utterance, cells)
    if company:
        yield Rejected(f"money of another company: {company}", "funding", evidence)
        return
    modality, cues = _modality(reading, utterance, cells)
    when = _when(reading, utterance, cells, memory)
    leads, participants = _backers(seen, cells)
    contributions = _contributions(seen, cells, leads)
    given = [one.investor for one in contributions]
    if not leads and not participants and not contributions:
        leads = _investing(seen, cells)
    values = FundingValues(
        _name(seen, cells),
        _instrument(reading, cells, seen),
        when,
        amounts,
        leads,
        tuple(p for p in participants if p not in given or p not in leads),
        contributions,
    )
    if when is not None and when.edtf:
        memory.date = when.edtf
    memory.taker = SUBJECT
    clause = utterance.clause_at(
        (cells.first("amount") or cells.first("round") or Span(evidence.start, evidence.end)).start
    )
    context = tuple(reading.cite(span.start, span.end) for span in utterance.passage.columns if span.start < span.end)
    yield Claim(
        "", "funding", evidence.quote, evidence, clause.holders, clause.holder_kind, modality, values, context, cues
    )


# ---------------------------------------------------------------- columns


def _columns(reading: Reading, utterance: Utterance) -> _Cells | None:
    """What each cell says, by the words of its header; None if the table is not one of funding."""
    passage, found = utterance.passage, dict[str, list[Span]]()
    if passage.columns:
        for cell, header in zip(passage.cells, passage.columns, strict=False):
            kind = _kind(_words(reading, header))
            if kind:
                found.setdefault(kind, []).append(cell)
    else:
        found = _guessed(reading, utterance)
    known = {kind: tuple(cells) for kind, cells in found.items()}
    funding = "amount" in known and ({"round", "valuation", "backers"} & known.keys())
    return _Cells(known) if funding else None


def _kind(words: list[str]) -> str:
    if "money" in words and {"post", "pre"} & set(words):
        return "valuation"
    return next((kind for kind in _KINDS if words_of("rounds", "columns", kind) & set(words)), "")


def _guessed(reading: Reading, utterance: Utterance) -> dict[str, list[Span]]:
    """A table without a header: a cell that names a round, the first sum, and what is led by somebody."""
    found: dict[str, list[Span]] = {}
    seen = view(reading, utterance)
    stages = [one for one in mentions(seen) if one.kind != "plain"]
    for cell in utterance.passage.cells:
        words = _words(reading, cell)
        if any(cell.start <= seen.offset(one.first) < cell.end for one in stages) and len(words) <= 6:
            found.setdefault("round", []).append(cell)
        elif any(cell.start <= amount.start < cell.end for amount in utterance.amounts) and len(words) <= 6:
            found.setdefault("valuation" if "valuation" in words or "amount" in found else "amount", []).append(cell)
        elif len(words) <= 5 and (
            any(cell.start <= date.start < cell.end for date in utterance.dates) or _month(_text(reading, cell))
        ):
            found.setdefault("date", []).append(cell)
        else:
            found.setdefault("backers", []).append(cell)
    return found if "round" in found else {}


def _words(reading: Reading, span: Span) -> list[str]:
    return [token.word for token in tokens(reading.source.text, span.start, span.end)]


def _text(reading: Reading, span: Span | None) -> str:
    return reading.source.text[span.start : span.end] if span else ""


def _company(reading: Reading, utterance: Utterance, cells: _Cells) -> str:
    """The other company that the row is about, "" if it is the subject's."""
    cell = cells.first("company")
    if cell is None or cell.start >= cell.end:
        return ""
    inside = [name for name in utterance.names if cell.start <= name.start < cell.end]
    if any(name.is_subject for name in inside) or _text(reading, cell).strip() in reading.subject_names:
        return ""
    return _text(reading, cell).strip()


# ---------------------------------------------------------------- what the cells say


def _inside(cell: Span, start: int) -> bool:
    return cell.start <= start < cell.end


def _amounts(utterance: Utterance, cells: _Cells) -> tuple[Amount, ...]:
    found: list[Amount] = []
    for kind, role in (("amount", "raised"), ("valuation", "valuation")):
        for cell in cells.by_kind.get(kind, ()):
            inside = [amount for amount in utterance.amounts if _inside(cell, amount.start)]
            found += [_amount(amount, _role(amount, inside, role)) for amount in inside]
    return tuple(found)


def _role(amount: FoundAmount, inside: list[FoundAmount], role: str) -> Role:
    if amount.range_end:
        return "range-end"
    if role == "valuation":
        return "valuation"
    return (
        "raised"
        if amount == inside[0]
        else "equivalent"
        if amount.money.currency != inside[0].money.currency
        else "other"
    )


def _amount(found: FoundAmount, role: Role) -> Amount:
    return Amount(found.money, role, found.start, found.end)


def _modality(reading: Reading, utterance: Utterance, cells: _Cells) -> tuple[Modality, tuple[str, ...]]:
    """The least firm of the cells that say what happened; a hedge on the valuation alone does not weaken the round."""
    spans = [*cells.by_kind.get("round", ()), *cells.by_kind.get("amount", ()), *cells.by_kind.get("backers", ())]
    for word in (word for span in spans for word in _words(reading, span)):
        if word in words_of("rounds", "phrases", "rumour"):
            return "rumoured", (word,)
    clauses = [utterance.clause_at(span.start) for span in spans if span.start < span.end]
    ranked = sorted(clauses, key=lambda clause: _FIRMNESS.index(clause.modality))
    weak = ranked[0] if ranked and ranked[0].modality in ("denied", "rumoured", "planned", "hypothetical") else None
    if weak is not None:
        return ("rumoured" if weak.modality == "hypothetical" else weak.modality), weak.cues
    own = cells.first("amount")
    clause = utterance.clause_at(own.start) if own else utterance.clauses[0]
    firm = clause.modality in ("asserted", "hedged")
    return (clause.modality if firm else "asserted"), clause.cues


_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.](20\d\d|19\d\d)")


def _month(words: str) -> str:
    """ "03/2019" → "2019-03"; "" for anything else."""
    match = _MONTH.fullmatch(words.strip())
    return f"{match[2]}-{int(match[1]):02d}" if match else ""


def _when(reading: Reading, utterance: Utterance, cells: _Cells, memory: Memory) -> When | None:
    for cell in (*cells.by_kind.get("date", ()), *cells.by_kind.get("round", ())):
        if month := _month(_text(reading, cell)):
            return When(month, "stated", _text(reading, cell).strip())
        for date in utterance.dates:
            if _inside(cell, date.start):
                return resolve(date.when, memory.date)
    return None


def _name(seen: View, cells: _Cells) -> str:
    """The stage in the round's cell; a letter alone takes its "Series" from the header."""
    cell = cells.first("round")
    if cell is None:
        return ""
    named = [one for one in mentions(seen) if one.name and _inside(cell, seen.offset(one.first))]
    if named:
        return named[0].name
    letter = seen.text[cell.start : cell.end].strip()
    series = "series" in _header_of(seen, cell)
    return f"Series {letter}" if series and re.fullmatch(r"[A-K]\d?", letter) else ""


def _header_of(seen: View, cell: Span) -> list[str]:
    passage = seen.utterance.passage
    header = next((column for own, column in zip(passage.cells, passage.columns, strict=False) if own == cell), None)
    return _words(seen.reading, header) if header else []


def _instrument(reading: Reading, cells: _Cells, seen: View) -> Instrument:
    cell = cells.first("round")
    words = [word for word in _words(reading, cell) if word not in _HEDGES] if cell else []
    kind = kind_of_words(words, staged=any(name in _name(seen, cells).lower() for name in ("series", "seed")))
    if kind == "unknown" and (backers := cells.first("backers")):
        of_notes = kind_of_words(_words(reading, backers))
        kind = of_notes if of_notes in ("debt", "convertible", "grant", "secondary") else kind
    return kind


_HEDGES = frozenset({"reported", "rumored", "rumoured"})


def _backers(seen: View, cells: _Cells) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leads and participants of the cells; a bare list of names is one of leads under "Lead", else of participants."""
    leads: list[str] = []
    joined: list[str] = []
    for cell, header in _with_headers(seen, cells):
        if marked := _marked(seen, cell):
            names = _bare_list(seen, cell, header)
            leads += marked
            joined += [name for name in names if name not in marked]
            continue
        said = [one for one in backings(seen, True) if _inside(cell, seen.offset(one.at))]
        for one in said:
            here = [name for name in one.names if not name.is_subject and _inside(cell, name.start)]
            (leads if one.part == "lead" else joined).extend(bare(name.text) for name in here)
        if not said:
            names = _bare_list(seen, cell, header)
            if header & {"lead", "led"} and header & _OTHERS:  # "lead and other investors": the lead stands first
                leads += names[:1]
                joined += names[1:]
            else:
                (leads if header & {"lead", "led"} else joined).extend(names)
    leads = list(dict.fromkeys(leads))
    return tuple(leads), tuple(dict.fromkeys(name for name in joined if name not in leads))


_MARK = re.compile(r"\s*\((?P<many>co-?\s?)?leads?(?: investors?)?\)", re.I)


def _marked(seen: View, cell: Span) -> list[str]:
    """ "Northwind (lead), Oakfund", "Northwind and Oakfund (co-leads), Larch": those that the cell itself marks."""
    found: list[str] = []
    row: list[str] = []  # names that "and" ties to the next
    for name in fit(seen.utterance.names):
        if not _inside(cell, name.start) or name.is_subject:
            continue
        row.append(bare(name.text))
        mark = _MARK.match(seen.text, name.end, cell.end)
        if mark is not None:
            found += row if mark["many"] else row[-1:]
        if mark is not None or not seen.text.startswith((" and ", " & "), name.end):
            row = []
    return found


_OTHERS = frozenset({"other", "others", "participants", "further", "first"})


def _bare_list(seen: View, cell: Span, header: frozenset[str]) -> list[str]:
    """The names of a cell that holds little else, under a header of investors and not of notes."""
    named = not header or header & words_of("rounds", "columns", "names")
    if not named or header & words_of("rounds", "columns", "notes"):
        return []
    names = [name for name in fit(seen.utterance.names) if _inside(cell, name.start) and not name.is_subject]
    short = len(seen.text[cell.start : cell.end].split()) <= 6 * max(1, len(names))
    return [bare(name.text) for name in names] if short else []


def _with_headers(seen: View, cells: _Cells) -> Iterator[tuple[Span, frozenset[str]]]:
    for cell in cells.by_kind.get("backers", ()):
        yield cell, frozenset(_header_of(seen, cell))


def _investing(seen: View, cells: _Cells) -> tuple[str, ...]:
    """ "Northwind investment tied to …": the one who gives, where nobody leads."""
    cell = cells.first("backers")
    if cell is None:
        return ()
    for name in fit(seen.utterance.names):
        after = seen.span(name.start, name.end)[1]
        if _inside(cell, name.start) and seen.word(after) in ("investment", "invested", "invests", "loan"):
            return (bare(name.text),)
    return ()


def _contributions(seen: View, cells: _Cells, leads: tuple[str, ...]) -> tuple[Contribution, ...]:
    """ "€7M for 20% stake" in the notes: the cheque of the investor named with it, or of the only lead."""
    found: list[Contribution] = []
    for cell in cells.by_kind.get("backers", ()):
        stakes = [
            number for number in seen.utterance.numbers if number.unit == "percent" and _inside(cell, number.start)
        ]
        for amount in seen.amounts:
            if not _inside(cell, amount.start):
                continue
            stake = next((number.value for number in stakes if 0 < number.start - amount.end < 30), None)
            before = [name for name in fit(seen.utterance.names) if cell.start <= name.start < amount.start]
            named = before[-1].text if before and amount.start - before[-1].end < 12 else ""
            investor = named or (leads[0] if len(leads) == 1 else "")
            if investor and (stake is not None or named):
                found.append(Contribution(bare(investor), amount.money, stake))
    return tuple(found)
