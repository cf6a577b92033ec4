"""A row of a table of figures goes in, the figures of the subject in its cells come out as claims.

The row's first cell names the measure, the headers say the time or whose column it is ("| Revenue | $20M | $45M |").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.claims.dates import find_dates
from briefing.claims.making import stated
from briefing.claims.phrases import book, words_of
from briefing.claims.reading import FoundNumber, Reading, Utterance
from briefing.claims.tableunits import TableUnit, unit_in
from briefing.claims.tokens import Token, tokens
from briefing.model.claim import Amount, Claim, MetricValues, Modality
from briefing.model.dates import When, bounds
from briefing.model.money import Money
from briefing.model.records import replace
from briefing.model.source import Span


def extract(reading: Reading, utterance: Utterance) -> Iterator[Claim]:
    """One claim for every cell with a figure of the measure that the row is headed by."""
    passage = utterance.passage
    if len(passage.columns) == len(passage.cells) > 2 and _is_subject(reading, passage.cells[0]):
        yield from _across(reading, utterance)
        return
    if len(passage.columns) == len(passage.cells) > 2 and _is_period(reading, utterance):
        yield from _over_time(reading, utterance)
        return
    name = _measure(reading, passage.cells[0]) if len(passage.cells) > 1 else ""
    if not name and len(passage.cells) == 2 and utterance.clause_at(passage.start).is_subject:
        yield from _turned(reading, utterance)
        return
    columns = passage.columns
    if not columns and len(passage.cells) == 2 and utterance.clause_at(passage.start).is_subject:
        columns = tuple([Span(passage.start, passage.start)] * 2)  # "| Employees | 58 |", in no table with a header
    if len(columns) != len(passage.cells):
        return
    name = name or _counted(reading, utterance, columns) or _beside_rivals(reading, utterance, columns)
    if not name:
        return
    for cell, header in zip(passage.cells[1:], columns[1:], strict=True):
        grown = _change(reading, utterance, cell, header, name)
        if cell.start >= cell.end or not (grown or _is_subjects(reading, utterance, header)):
            continue
        if _is_range(reading, utterance, cell):
            continue
        values = grown or _values(reading, utterance, cell, passage.cells[0], header, name)
        if values is not None:
            evidence = reading.cite(passage.start, passage.end)
            clause = utterance.clause_at(cell.start)
            in_unit = values.amounts and values.amounts[0].money.raw.endswith(")")
            heads = [utterance.passage.columns[0], header] if in_unit else [header]
            context = [reading.cite(one.start, one.end) for one in heads if one.start < one.end]
            yield stated(clause, "metric", values, evidence, "planned" if values.forward_looking else None, context)


def _turned(reading: Reading, utterance: Utterance) -> Iterator[Claim]:
    """ "| 312 | employees |", "| $27M | revenue, 2024 |": the figure first, what it measures behind it."""
    cell, label = utterance.passage.cells
    name = _measure(reading, label)
    if not name or not _begins_with_figure(reading, utterance, cell):
        return
    values = _values(reading, utterance, cell, label, Span(cell.start, cell.start), name)
    if values is not None:
        clause = utterance.clause_at(cell.start)
        evidence = reading.cite(utterance.passage.start, utterance.passage.end)
        yield stated(clause, "metric", values, evidence, "planned" if values.forward_looking else None)


def _across(reading: Reading, utterance: Utterance) -> Iterator[Claim]:
    """The row of the subject among companies: each header names what the cell below it measures."""
    passage = utterance.passage
    for cell, header in zip(passage.cells[1:], passage.columns[1:], strict=True):
        name = _measure(reading, header) or _noun_counted(reading, utterance, header, cell)
        values = _values(reading, utterance, cell, header, header, name) if name and cell.start < cell.end else None
        if values is None or not _begins_with_figure(reading, utterance, cell):
            continue
        clause = utterance.clause_at(cell.start)
        mood: Modality | None = "planned" if values.forward_looking else None
        context = (reading.cite(header.start, header.end),)
        yield stated(clause, "metric", values, reading.cite(passage.start, passage.end), mood, context)


def _is_period(reading: Reading, utterance: Utterance) -> bool:
    """Is it a row of "| Year | Revenue | Staff |": a period in front, measures in the header, and no round?"""
    passage = utterance.passage
    heads = [{token.word for token in _words(reading, head)} for head in passage.columns]
    dated = not _PERIODS.isdisjoint(heads[0]) and _date(reading, passage.cells[0]) is not None
    rounds = any(not _OF_ROUNDS.isdisjoint(head) for head in heads[1:])
    return dated and not rounds and any(_measure(reading, head) for head in passage.columns[1:])


_PERIODS = frozenset("year years period quarter fiscal fy jahr geschäftsjahr année exercice ano año".split())
_OF_ROUNDS = frozenset("round series stage lead investors investor lender deal".split())


def _over_time(reading: Reading, utterance: Utterance) -> Iterator[Claim]:
    """ "| 2024 | 37 | 48.9 |" under "| Year | Machines sold | Revenue (NOK m) |": each header names a measure."""
    passage = utterance.passage
    if not _is_ours(reading, utterance):
        return
    period = passage.cells[0]
    marked = "*" in reading.source.text[period.start : period.end].strip("*")
    marked = marked or reading.source.text[period.end - 1 : period.end] == "*"
    for cell, header in zip(passage.cells[1:], passage.columns[1:], strict=True):
        name = _measure(reading, header) or _noun_counted(reading, utterance, header, cell)
        values = _values(reading, utterance, cell, header, period, name) if name and cell.start < cell.end else None
        if values is None or _is_range(reading, utterance, cell):
            continue
        if "profit" in values.name and _is_negative(reading, cell):
            values = replace(values, name=values.name.replace("profit", "loss"))
        if marked and (when := values.as_of) is not None and when.edtf[:4] >= (reading.source.published or "")[:4]:
            values = replace(values, forward_looking=True)  # "2026*": its footnote says that it is to come
        clause = utterance.clause_at(cell.start)
        mood: Modality | None = "planned" if values.forward_looking else None
        context = tuple(reading.cite(one.start, one.end) for one in (passage.columns[0], header) if one.start < one.end)
        yield stated(clause, "metric", values, reading.cite(passage.start, passage.end), mood, context)


def _is_negative(reading: Reading, cell: Span) -> bool:
    """ "(30.2)", "–9.4": as accounts print a loss."""
    return reading.source.text[cell.start : cell.end].strip(" *").startswith(("(", "-", "\u2212", "\u2013"))


def _is_subject(reading: Reading, cell: Span) -> bool:
    """Is the subject all that a cell names: "Acme", "Acme (NO)"?"""
    text = reading.source.text[cell.start : cell.end].partition("(")[0].strip(" *").lower()
    return text in {name.lower() for name in reading.subject_names}


def _begins_with_figure(reading: Reading, utterance: Utterance, cell: Span) -> bool:
    """Is one figure what the cell says: neither "Kestrel 2" nor "6–9"?"""
    figures = [one.start for one in utterance.amounts if cell.start <= one.start < cell.end]
    figures += [one.start for one in utterance.numbers if cell.start <= one.start < cell.end]
    text = reading.source.text
    begins = bool(figures) and not any(map(str.isalpha, text[cell.start : min(figures)]))
    return begins and not _is_range(reading, utterance, cell)


def _is_range(reading: Reading, utterance: Utterance, cell: Span) -> bool:
    """ "6–9 bp": two ends, no figure."""
    inside = [one for one in utterance.numbers if cell.start <= one.start < cell.end][:2]
    between = reading.source.text[inside[0].end : inside[1].start] if len(inside) > 1 else ""
    return between.strip() in ("-", "–", "to") and bool(between)


def _noun_counted(reading: Reading, utterance: Utterance, label: Span, cell: Span) -> str:
    """What a label beside rivals measures that no lexicon lists: a plural for a bare number ("Platforms served"), any
    words for a percentage; "" for others."""
    found = _words(reading, label)
    number = next((one for one in utterance.numbers if cell.start <= one.start < cell.end), None)
    if number is None or not 0 < len(found) < 9 or not all(token.kind == "w" for token in found):
        return ""
    plural = any(token.word.endswith("s") and token.word not in _UNCOUNTED for token in found[:3])
    plural = plural and not any(token.word.endswith(("ss", "us", "is")) for token in found[:1])
    if number.unit != "percent" and (number.unit or not plural):
        return ""
    return reading.source.text[found[0].start : found[-1].end].lower()


def _measure(reading: Reading, cell: Span) -> str:
    """The plain name of the measure in a short cell, "" if it names none."""
    found = _words(reading, cell)
    if not found or len(found) > 6:
        return ""
    low = tuple([token.word for token in found])
    hit = next(book("metrics", "money").all(low), None) or next(book("metrics", "percent").all(low), None)
    if hit:
        return hit.meaning
    if found[0].word == "funding" or "raised" in low[:2] or (not _ALL.isdisjoint(low) and not _FUNDS.isdisjoint(low)):
        return "total raised"
    if found[-1].word in words_of("metrics", "naming", "clear_staff"):
        return "employees"
    known = words_of("metrics", "counts", "nouns") | words_of("metrics", "said_of", "heads") | {"valuation"}
    if found[-1].word not in known and found[0].word not in known:
        return ""
    return reading.source.text[found[0].start : found[-1].end].lower()


_AHEAD = frozenset(
    "target targets forecast guidance projected projection planned plan goal budget outlook estimate expected "
    "estimated ziel prognose geplant prévision prévisions prévu objectif meta previsão previsto objetivo".split()
)


def _counted(reading: Reading, utterance: Utterance, columns: Sequence[Span]) -> str:
    """A plural noun over years or beside rivals: "| Practices | 1,450 | 2,300 |" counts practices; "" for others."""
    found = _words(reading, utterance.passage.cells[0])
    if not 0 < len(found) < 4 or not found[-1].word.endswith("s") or found[-1].word.endswith(("ss", "us", "is")):
        return ""
    if not all(token.kind == "w" for token in found) or found[-1].word in _UNCOUNTED:
        return ""
    dated = sum(_date(reading, head) is not None for head in columns[1:])
    named = any(
        name in reading.source.text[head.start : head.end] for head in columns for name in reading.subject_names
    )
    cells = utterance.passage.cells[1:]
    bare = [one for one in utterance.numbers if not one.unit and any(c.start <= one.start < c.end for c in cells)]
    if len(bare) < 2 or (2 * dated < len(cells) and not named):
        return ""
    return reading.source.text[found[0].start : found[-1].end].lower()


def _beside_rivals(reading: Reading, utterance: Utterance, columns: Sequence[Span]) -> str:
    """The measure of a row in a table in which the subject heads one of several columns, by its cell there."""
    text = reading.source.text
    for cell, head in zip(utterance.passage.cells[1:], columns[1:], strict=True):
        own = len(columns) > 2 and any(name in text[head.start : head.end] for name in reading.subject_names)
        if own and _begins_with_figure(reading, utterance, cell):
            return _noun_counted(reading, utterance, utterance.passage.cells[0], cell)
    return ""


_UNCOUNTED = frozenset("notes details comments investors terms status rounds years months dates ratings".split())
_ALL = frozenset({"total", "gesamt", "gesamte", "totale", "totaal"})
_FUNDS = frozenset(
    {"raised", "funding", "equity", "capital", "finanzierung", "financement", "financiamento", "kapital"}
)


def _words(reading: Reading, cell: Span) -> tuple[Token, ...]:
    """The words of a cell without what stands behind them ("Employees (year-end)", "Vans, June") and without a year."""
    found = tokens(reading.source.text, cell.start, cell.end)
    end = next((at for at, token in enumerate(found) if at and token.word in ("(", ",")), len(found))
    return tuple([token for token in found[:end] if not (token.kind == "n" and len(token.word) == 4)])


def _unit_beside(reading: Reading, cell: Span) -> str:
    """ "Capacity (MW)": the unit that a measure's cell gives for all figures of its row."""
    words = reading.source.text[cell.start : cell.end].partition("(")[2].rstrip(") ")
    return words if words in words_of("metrics", "counts", "power") else ""


def _is_subjects(reading: Reading, utterance: Utterance, header: Span) -> bool:
    """Does the column belong to the subject: by its name in the header, or by no capitalised name at all?"""
    title = reading.source.text[header.start : header.end]
    if any(name in title for name in reading.subject_names):
        return True
    if _date(reading, header) is not None:
        return _is_ours(reading, utterance)
    plain = {token.word for token in tokens(reading.source.text, header.start, header.end)}
    if not plain:
        return True
    return bool(plain & _VALUES) and _is_ours(reading, utterance)


def _is_ours(reading: Reading, utterance: Utterance) -> bool:
    """Is a row without a company told of the subject: by what stands before it, or since the whole article is?"""
    if utterance.clause_at(utterance.passage.start).is_subject:
        return True
    if any(name.kind == "organisation" for name in utterance.names) or reading.stranger(utterance.passage):
        return False
    return reading.home


_CHANGES = frozenset({"change", "growth", "yoy", "increase", "variation", "veränderung", "évolution", "variação"})


def _change(reading: Reading, utterance: Utterance, cell: Span, header: Span, name: str) -> MetricValues | None:
    """ "| Revenue | 118 | 164 | 39% |" under "Change": by how much the measure grew until the last date."""
    heads = {token.word for token in tokens(reading.source.text, header.start, header.end)}
    if heads.isdisjoint(_CHANGES) or not utterance.clause_at(utterance.passage.start).is_subject:
        return None
    number = next((one for one in utterance.numbers if cell.start <= one.start < cell.end), None)
    if number is None or number.unit != "percent":
        return None
    dated = [when for head in utterance.passage.columns[1:] if (when := _date(reading, head)) is not None]
    less = reading.source.text[cell.start : number.start].strip() in ("-", "\u2212", "\u2013")
    value, when = -number.value if less else number.value, max(dated, key=lambda one: one.edtf, default=None)
    return MetricValues(f"{name} growth", value, "percent", number.qualifier, (), when, False)


_VALUES = frozenset(
    "value figure amount latest current target today now angabe wert details detail information valeur valor".split()
)


def _values(
    reading: Reading, utterance: Utterance, cell: Span, label: Span, header: Span, name: str
) -> MetricValues | None:
    """What a cell says. label: names the measure; header: may date it or say that it lies ahead."""
    bracket = reading.source.text.find("(", label.start, label.end)
    named = Span(label.start, bracket) if bracket > label.start else label
    when = _date(reading, named)
    if when is None or when.anchor != "stated":  # "Employees, year-end": of the year over the column
        when = _date(reading, header) or when or _date(reading, cell)
    words = {token.word for token in tokens(reading.source.text, header.start, header.end)}
    target = not words.isdisjoint(_AHEAD) or _is_ahead(reading, cell)
    amounts = [one for one in utterance.amounts if cell.start <= one.start < cell.end and not one.per]
    if amounts:
        first = amounts[0].money
        kept = tuple(Amount(one.money, "revenue", one.start, one.end) for one in amounts if not one.range_end)
        return MetricValues(name, None, first.currency, first.qualifier, kept, when, target)
    number = next((one for one in utterance.numbers if cell.start <= one.start < cell.end), None)
    if number is None:
        return None
    told = None if number.unit else _money_unit(reading, utterance, label, header, name)
    if told is not None:
        amount = _counted_in(told, number, reading.source.text[number.start : number.end])
        return MetricValues(name, None, told.currency, number.qualifier, (amount,), when, target)
    unit = number.unit or _unit_beside(reading, label) or name
    return MetricValues(name, number.value, unit, number.qualifier, (), when, target)


_LENT = frozenset({"loans", "deposits", "advances"})  # in a table of sums these are sums


def _is_ahead(reading: Reading, cell: Span) -> bool:
    """ "80,000 t by 2030": does the cell itself date its figure behind the day the article came out?"""
    words = {token.word for token in tokens(reading.source.text, cell.start, cell.end)}
    when = _date(reading, cell) if words & {"by", "in", "from", "until"} else None
    published, told = bounds(reading.source.published), bounds(when.edtf) if when is not None else None
    return published is not None and told is not None and told[0] > published[1]


def _money_unit(reading: Reading, utterance: Utterance, label: Span, header: Span, name: str) -> TableUnit | None:
    """The unit that the label gives for its row, or the column's or the first header for all sums of the table."""
    text, language = reading.source.text, reading.source.language
    if (own := unit_in(text[label.start : label.end], language)) is not None:
        return own
    counted = name == "employees" or name.split()[-1] in words_of("metrics", "counts", "nouns") - _LENT
    if counted:
        return None
    corner = utterance.passage.columns[0]
    return unit_in(text[header.start : header.end], language) or unit_in(text[corner.start : corner.end], language)


def _counted_in(unit: TableUnit, number: FoundNumber, printed: str) -> Amount:
    """The figure of a cell as a sum: "11.8" under "€M" is 11.8 million euros."""
    value = round(number.value * unit.factor, 2)
    whole = int(value) if float(value).is_integer() else value
    money = Money(whole, unit.currency, number.qualifier, f"{printed} ({unit.wording})")
    return Amount(money, "revenue", number.start, number.end)


def _date(reading: Reading, span: Span) -> When | None:
    """The first date of a cell."""
    source = reading.source
    found = find_dates(source.text, span.start, span.end, source.published, source.coverage, source.language)
    return found[0].when if found else None
