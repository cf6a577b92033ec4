"""Organisations to which the sources give different roles, or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.briefing import Relationship
from briefing.model.claim import Claim, FundingValues, Tie, TieValues
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence

_MONEY: frozenset[Tie] = frozenset({"investor", "lead-investor", "lender"})
_WORK: frozenset[Tie] = frozenset({"customer", "partner", "supplier", "distributor", "co-developer", "joint-venture"})
_BUYER: frozenset[Tie] = frozenset({"customer"})
_PEER: frozenset[Tie] = frozenset({"partner", "co-developer", "joint-venture", "distributor"})


def roles(found: Found) -> Iterator[Draft]:
    for relation in found.briefing.relationships:
        yield from _peer_or_buyer(relation, found)
    yield from _several(found)


def _tie(claim: Claim) -> Tie:
    """The tie a claim states; funding claims make investors."""
    return claim.values.tie if isinstance(claim.values, TieValues) else "investor"


def _peer_or_buyer(relation: Relationship, found: Found) -> Iterator[Draft]:
    """Partner in one source, client in another."""
    claims = found.of(relation.claims)
    buying = [claim for claim in claims if _tie(claim) in _BUYER]
    peers = [claim for claim in claims if _tie(claim) in _PEER]
    apart = {claim.evidence.source for claim in buying} != {claim.evidence.source for claim in peers}
    if buying and peers and apart:
        kinds = " / ".join(dict.fromkeys(_tie(claim) for claim in peers))
        positions = (position(kinds, peers), position("customer", buying))
        used = f"{kinds} and customer"
        text = sentence("role", "roles")
        yield Draft(f"role of {relation.name}", "role", positions, True, used, text, relation.id, 72)


def _several(found: Found) -> Iterator[Draft]:
    """Those who both gave money and work with the subject, in one entry."""
    both = [r for r in found.briefing.relationships if _MONEY & set(r.kinds) and _WORK & set(r.kinds)]
    if not both:
        return
    money: list[Claim] = []
    work: list[Claim] = []
    for relation in both:
        claims = found.of(relation.claims)
        money += _spread([c for c in claims if isinstance(c.values, FundingValues) or _tie(c) in _MONEY])
        work += _spread([claim for claim in claims if _tie(claim) in _WORK and isinstance(claim.values, TieValues)])
    names = ", ".join(relation.name for relation in both)
    positions = (position("investor", money), position("partner, customer or supplier", work))
    text = sentence("role", "both")
    yield Draft(f"investor and partner at once: {names}", "role", positions, True, names, text, None, 50)


def _spread(claims: Sequence[Claim]) -> list[Claim]:
    """One claim of each source, so that the evidence stays short."""
    return list({claim.evidence.source: claim for claim in reversed(claims)}.values())[::-1]
