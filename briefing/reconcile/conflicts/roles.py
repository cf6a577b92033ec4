"""Organisations to which the sources give different roles, several roles, or a role that somebody denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.briefing import Relationship
from briefing.model.claim import Claim, FundingValues, Tie, TieValues
from briefing.reconcile.conflicts.draft import Draft, Found, position, sentence
from briefing.reconcile.folding import content_words

_MONEY: frozenset[Tie] = frozenset({"investor", "lead-investor", "lender"})
_WORK: frozenset[Tie] = frozenset({"customer", "partner", "supplier", "distributor", "co-developer", "joint-venture"})
_BUYER: frozenset[Tie] = frozenset({"customer"})
_PEER: frozenset[Tie] = frozenset({"partner", "co-developer", "joint-venture", "distributor"})


_BREATH = 120  # code points between a report and the denial that follows on it


def roles(found: Found) -> Iterator[Draft]:
    for relation in found.briefing.relationships:
        yield from _peer_or_buyer(relation, found)
    yield from _several(found)
    yield from _denied(found)


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


def _denied(found: Found) -> Iterator[Draft]:
    """A denial, beside the claim of somebody else that it answers: the one that shares most of its words."""
    for denial in found.briefing.claims:
        if denial.modality == "denied":
            answered = _answered(denial, found)
            if answered is not None:
                who = denial.holders[-1] if denial.holders else "another source"
                positions = (position(answered.text, [answered]), position(denial.text, [denial]))
                topic = "reported and denied"
                yield Draft(topic, "role", positions, False, "", sentence("role", "denied", who=who), None, 88)


def _answered(denial: Claim, found: Found) -> Claim | None:
    """Two shared words that tell a topic, in the same source if possible; the denier's own words do not count."""
    own = content_words(" ".join((found.ground.subject.name, *found.ground.subject.aliases)))
    words = content_words(denial.text) - own
    best: tuple[float, int, Claim] | None = None
    for claim in found.briefing.claims:
        if claim.modality == "denied" or (claim.holders[-1:] == denial.holders[-1:] and claim.holders):
            continue
        near = claim.evidence.source == denial.evidence.source
        reported = claim.modality == "rumoured" or claim.holder_kind == "outlet"
        just_before = near and 0 <= denial.evidence.start - claim.evidence.end < _BREATH and reported
        shared = len(words & content_words(claim.text)) + 2 * just_before
        if shared >= 2 and (near or shared >= 4):
            key = (shared + near + (claim.modality == "rumoured"), -int(claim.id[1:] or 0), claim)
            best = key if best is None or key[:2] > best[:2] else best
    return best[2] if best else None
