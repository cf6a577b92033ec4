"""What every search for differences hands back, and how its positions are made from claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model.briefing import Briefing, ConflictKind, Position
from briefing.model.claim import Claim
from briefing.model.source import Evidence
from briefing.reconcile.ground import Ground
from briefing.reconcile.lexicon import table

_MANY = 30  # places of one position that are cited word for word


class Draft(NamedTuple):
    """A difference without id and rank. weight: the higher, the more it matters to a reader."""

    topic: str
    kind: ConflictKind
    positions: tuple[Position, ...]
    compatible: bool
    used: str
    rationale: str
    about: str | None
    weight: int


class Found(NamedTuple):
    """What the searches look at: the facts, and the claims by their ids and by their sources."""

    briefing: Briefing
    ground: Ground
    claims: dict[str, Claim]
    by_source: dict[str, list[Claim]]

    def of(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        return tuple(map(self.claims.__getitem__, ids))

    def origin(self, claim: Claim) -> str:
        return self.ground.origins[claim.evidence.source]


def position(value: str, claims: Iterable[Claim], extra: Iterable[Evidence] = ()) -> Position:
    """A position with the sources and the words of those who hold it."""
    evidence = dict.fromkeys([*(claim.evidence for claim in claims), *extra])
    sources = tuple(dict.fromkeys(piece.source for piece in evidence))
    if len(evidence) > _MANY:
        evidence = dict.fromkeys([*extra][:_MANY] + list({piece.source: piece for piece in evidence}.values())[:_MANY])
    return Position(" ".join(value.split()), sources, tuple(evidence))


def sentence(kind: str, name: str, **slots: str) -> str:
    """A rationale with its slots filled."""
    text: str = table("rationales")[kind][name]
    return text.format(**slots)


def by_value(pairs: Iterable[tuple[str, Claim]]) -> list[tuple[str, list[Claim]]]:
    """Claims put together by what they say, in the order in which it was first said."""
    groups: dict[str, list[Claim]] = {}
    for value, claim in pairs:
        groups.setdefault(value, []).append(claim)
    return list(groups.items())


def sources_of(claims: Sequence[Claim]) -> set[str]:
    return {claim.evidence.source for claim in claims}
