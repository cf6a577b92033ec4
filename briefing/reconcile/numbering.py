"""Claims in, claims with ids out ("c1" …), each proven to stand word for word at its offsets.

A claim whose numbers or names do not stand in its own words is not a claim: it is handed back as rejected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.errors import EvidenceError
from briefing.model.claim import (
    Amount,
    Claim,
    FundingValues,
    InfrastructureValues,
    MetricValues,
    Rejected,
    TieValues,
    TotalValues,
)
from briefing.model.records import replace
from briefing.model.source import Evidence, Source
from briefing.reconcile.folding import fold

_COUNTING = (FundingValues, TotalValues, MetricValues, InfrastructureValues)
_UNBORNE = "its figures or names do not stand in its own words"


def number(
    claims: Iterable[Claim], sources: Mapping[str, Source], order: Mapping[str, int]
) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """Claims in the order of sources and offsets with ids, and those thrown out. Raises EvidenceError."""
    kept: list[Claim] = []
    thrown: list[Rejected] = []
    beside: dict[tuple[str, int, int, str], list[Claim]] = {}
    for claim in claims:
        for piece in (claim.evidence, *claim.context):
            verify(piece, sources)
        if not borne_out(claim, sources):
            thrown.append(Rejected(_UNBORNE, claim.kind, claim.evidence))
            continue
        piece = claim.evidence
        same = beside.setdefault((piece.source, piece.start, piece.end, claim.kind), [])
        if claim not in same:
            same.append(claim)
            kept.append(claim)
    kept.sort(key=lambda claim: _order(claim, order))
    return tuple(replace(claim, id=f"c{count}") for count, claim in enumerate(kept, 1)), tuple(thrown)


def _order(claim: Claim, order: Mapping[str, int]) -> tuple[int, int, int, str]:
    """Order of the sources, then of the words; claims of one place and kind as they came."""
    piece = claim.evidence
    return (order[piece.source], piece.start, piece.end, claim.kind)


def verify(piece: Evidence, sources: Mapping[str, Source]) -> None:
    """Raises EvidenceError unless the quote stands at its offsets in a source that we hold."""
    source = sources.get(piece.source)
    if source is None or not source.holds(piece):
        where = source.path if source else piece.source
        raise EvidenceError("a quote does not stand at its offsets", f"{where}:{piece.start}-{piece.end}")


def borne_out(claim: Claim, sources: Mapping[str, Source]) -> bool:
    """Do the amounts and names of the claim stand in its quote or its context?"""
    source = sources[claim.evidence.source]
    pieces = (claim.evidence, *claim.context)
    for amount in _amounts(claim):
        inside = any(piece.start <= amount.start and amount.end <= piece.end for piece in pieces)
        if not inside or not source.text[amount.start : amount.end].strip():
            return False
    names = _names(claim)
    if not names:
        return True
    text = fold(" ".join([piece.quote for piece in pieces]))
    return all(_named(name, text) for name in names)


def _amounts(claim: Claim) -> tuple[Amount, ...]:
    values = claim.values
    return values.amounts if isinstance(values, _COUNTING) else ()


def _names(claim: Claim) -> tuple[str, ...]:
    values = claim.values
    if isinstance(values, FundingValues):
        return (*values.leads, *values.participants, *(cheque.investor for cheque in values.contributions))
    if isinstance(values, TieValues):
        return (values.name,)
    return ()


def _named(name: str, text: str) -> bool:
    """Every word of the name stands in the folded text ("the port's crew" may be split)."""
    folded = fold(name)
    if folded in text:
        return True
    words = [word.removesuffix("'s").strip("().,&'") for word in folded.split()]
    return all(word in text for word in words)
