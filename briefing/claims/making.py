"""A clause and what an extractor read in it go in, a Claim with its exact words comes out."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.claims.reading import Clause, Reading
from briefing.model.claim import Claim, Kind, Modality, Values
from briefing.model.source import Evidence

_LEADING = frozenset({"and", "but", "or", "so", "yet", "—", "–", "-"})
_TRAILING = ",;:—–- "


def make(
    reading: Reading,
    clause: Clause,
    kind: Kind,
    values: Values,
    span: tuple[int, int] | None = None,
    context: Iterable[Evidence] = (),
) -> Claim:
    """A claim with the modality and holders of its clause. span: the words it rests on; the clause's if None.

    Raises EvidenceError if nothing but white space stands there.
    """
    start, end = trimmed(reading, *(span or (clause.start, clause.end)))
    return stated(clause, kind, values, reading.cite(start, end), context=context)


def stated(
    clause: Clause,
    kind: Kind,
    values: Values,
    evidence: Evidence,
    modality: Modality | None = None,
    context: Iterable[Evidence] = (),
) -> Claim:
    """A claim in words already cited, held as its clause is. modality: where it is not that of the clause."""
    return Claim(
        "",
        kind,
        evidence.quote,
        evidence,
        clause.holders,
        clause.holder_kind,
        modality or clause.modality,
        values,
        tuple(context),
        clause.cues,
    )


def trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The span without the conjunction and the signs that only join it to its neighbours."""
    text = reading.source.text
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    while start < end:
        piece = text[start:end]
        gap = len(piece) - len(piece.lstrip())
        word = piece.lstrip().split(maxsplit=1)[:1]
        if gap:
            start += gap
        elif word and word[0].lower() in _LEADING and len(piece.split()) > 1:
            start += len(word[0])
        elif text[start] in "—–":
            start += 1
        else:
            break
    return start, end
