"""What every part of reconciling stands on: the sources by id, their origins, the subject, canonical names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.briefing import Subject
from briefing.model.claim import Claim
from briefing.model.settings import Settings
from briefing.model.source import Evidence, Source
from briefing.reconcile.folding import name_key

_MANY = 60  # claims of one fact that are cited word for word beside it


class Ground(NamedTuple):
    """sources: by id, in order. origins: source id → origin id. outlets: folded origin name → origin id.

    canonical: any form of an organisation's name → the name the Briefing uses. officers: folded names of the
    subject's people. order: source id → its place.
    """

    sources: Mapping[str, Source]
    origins: Mapping[str, str]
    outlets: Mapping[str, str]
    subject: Subject
    settings: Settings
    canonical: Callable[[str], str]
    order: Mapping[str, int]
    officers: frozenset[str] = frozenset()
    second_hand: frozenset[str] = frozenset()  # sources that retell somebody else's story, alone
    own_voice: frozenset[str] = frozenset()  # sources in which the company itself speaks
    told: Mapping[str, str] = MappingProxyType({})  # source id → EDTF of its telling, where it can be known

    def is_subject(self, name: str) -> bool:
        key = name_key(name)
        return bool(key) and key in _own_keys(self.subject)

    def place(self, claim: Claim) -> tuple[int, int, int]:
        """Sort key: order of the sources, then where the claim stands."""
        return (self.order[claim.evidence.source], claim.evidence.start, claim.evidence.end)

    def same_name(self, one: str, other: str) -> bool:
        return name_key(self.canonical(one)) == name_key(self.canonical(other))


@lru_cache(maxsize=8)
def _own_keys(subject: Subject) -> frozenset[str]:
    return frozenset(name_key(own) for own in (subject.name, *subject.aliases))


def evidence_of(claims: tuple[Claim, ...]) -> tuple[Evidence, ...]:
    """The evidence and context of claims, each place once, in their order.

    Of very many claims as many as show every source once, up to a limit; the claims themselves are all listed by id.
    """
    if len(claims) > _MANY:
        first = list({claim.evidence.source: claim for claim in reversed(claims)}.values())[::-1]
        claims = (*first[:_MANY], *claims[: max(0, _MANY - len(first))])
    seen: dict[tuple[str, int, int], Evidence] = {}
    for claim in claims:
        for piece in (claim.evidence, *claim.context):
            seen.setdefault((piece.source, piece.start, piece.end), piece)
    return tuple(seen.values())


def ids_of(claims: tuple[Claim, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.id for claim in claims))
