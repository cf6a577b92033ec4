"""A Reading goes in, how the subject differs from others comes out: rows of tables first, contrasts in prose second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.claims.contrasts import contrast
from briefing.claims.lexicon import load
from briefing.claims.making import make
from briefing.claims.reading import Reading, Utterance
from briefing.claims.words import cut, plain
from briefing.model.claim import Claim, ComparisonValues
from briefing.model.source import Passage, Span

_NO_NAMES = frozenset(
    {
        "dimension",
        "criterion",
        "criteria",
        "feature",
        "category",
        "aspect",
        "metric",
        "factor",
        "topic",
        "attribute",
        "area",
        "",
    }
)


def extract(reading: Reading) -> Iterator[Claim]:
    """Every row of a table that sets the subject beside another company, every sentence that sets it against others."""
    rows = [
        utterance for utterance in reading.utterances if utterance.passage.kind == "row" and utterance.passage.cells
    ]
    for utterance in rows:
        yield from _row(reading, utterance)
    for first, second in _transposed(reading, rows):
        yield from _column(reading, first, second)
    for utterance in reading.utterances:
        if utterance.passage.kind in ("sentence", "item"):
            claim = contrast(reading, utterance)
            if claim is not None:
                yield claim


# ------------------------------------------------------------------ tables


def _row(reading: Reading, utterance: Utterance) -> Iterator[Claim]:
    """A row under a header that names the subject and somebody else: its cells word for word."""
    passage = utterance.passage
    headers = [_text(reading, column) for column in passage.columns]
    own = [place for place, header in enumerate(headers) if _names_subject(reading, header)]
    if len(own) != 1 or len(headers) < 3 or len(passage.cells) != len(headers):
        return
    label = 0 if own[0] != 0 else 1
    implied = [place for place, header in enumerate(headers) if place not in (label, own[0]) and _implies(header)]
    others = [place for place in range(len(headers)) if place not in (label, own[0], *implied) and headers[place]]
    cells = [_text(reading, cell) for cell in passage.cells]
    clause = utterance.clauses[0]
    context = tuple(reading.cite(column.start, column.end) for column in passage.columns if column.end > column.start)
    for place in others:
        if not cells[own[0]] or not cells[place]:
            continue
        values = ComparisonValues(
            cells[label], cells[own[0]], _other_name(headers[place]), cells[place], cells[implied[0]] if implied else ""
        )
        yield make(reading, clause, "comparison", values, (passage.start, passage.end), context)


def _text(reading: Reading, span: Span) -> str:
    return reading.source.text[span.start : span.end].strip()


def _names_subject(reading: Reading, header: str) -> bool:
    return _holds_name(header, reading.subject_names)


@lru_cache(maxsize=512)
def _holds_name(header: str, names: tuple[str, ...]) -> bool:
    low = f" {' '.join(cut(plain(header)).low)} "
    return any(f" {' '.join(cut(plain(name)).low)} " in low for name in names)


def _implies(header: str) -> bool:
    low = header.lower()
    return any(word in low for word in load("comparisons")["implication"])


def _other_name(header: str) -> str:
    """The name in a header, without what stands in brackets behind it."""
    return header.split("(")[0].strip() or header


def _transposed(reading: Reading, rows: Sequence[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """Tables whose rows are companies: the subject's row with every other row of its table."""
    for row in rows:
        if not _names_subject(reading, _text(reading, row.passage.cells[0])) or _heads_subject(reading, row.passage):
            continue
        for other in rows:
            if (
                other is not row
                and other.passage.block == row.passage.block
                and len(other.passage.cells) == len(row.passage.cells)
            ):
                yield row, other


def _heads_subject(reading: Reading, passage: Passage) -> bool:
    return any(_names_subject(reading, _text(reading, column)) for column in passage.columns)


def _column(reading: Reading, own: Utterance, other: Utterance) -> Iterator[Claim]:
    context = (reading.cite(other.passage.start, other.passage.end),)
    named = _text(reading, other.passage.cells[0])
    if named.lower() in _NO_NAMES or not any(
        name.kind in ("organisation", "unknown", "product") for name in other.names
    ):
        return
    for place, column in enumerate(own.passage.columns):
        header = _text(reading, column)
        mine, theirs = _text(reading, own.passage.cells[place]), _text(reading, other.passage.cells[place])
        if place and header and mine and theirs:
            values = ComparisonValues(header, mine, named, theirs)
            yield make(reading, own.clauses[0], "comparison", values, (own.passage.start, own.passage.end), context)
