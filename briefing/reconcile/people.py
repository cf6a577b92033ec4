"""Claims on persons in, one entry for each person out ("p1" …)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.model.briefing import Person
from briefing.model.claim import Claim, PersonValues
from briefing.reconcile.folding import fold
from briefing.reconcile.ground import Ground, evidence_of, ids_of


def reconcile_people(claims: Sequence[Claim], ground: Ground) -> tuple[Person, ...]:
    """A surname alone joins the one person who bears it; of roles and backgrounds the fullest wording is kept."""
    groups: dict[str, list[tuple[Claim, PersonValues]]] = {}
    told = [(claim, claim.values) for claim in claims if isinstance(claim.values, PersonValues)]
    told.sort(key=lambda pair: -len(pair[1].name.split()))
    for claim, values in told:
        key = _plain(values.name)
        same = [known for known in groups if known == key or known.endswith(f" {key}")]
        groups.setdefault(same[0] if len(same) == 1 else key, []).append((claim, values))
    found = sorted(groups.values(), key=lambda group: min(ground.place(claim) for claim, _ in group))
    return tuple(_person(f"p{number}", group, ground) for number, group in enumerate(found, 1))


def _plain(name: str) -> str:
    return fold(name).strip(" .,")


def _person(ident: str, group: Sequence[tuple[Claim, PersonValues]], ground: Ground) -> Person:
    told = tuple(sorted((claim for claim, _ in group), key=ground.place))
    roles = Counter(values.role for _, values in group if values.role)  # in the order in which they were first said
    return Person(
        id=ident,
        name=max((values.name for _, values in group), key=lambda name: (len(name.split()), name)),
        role=max(roles, key=lambda role: (_weight(role), roles[role]), default=""),
        background=max((values.background for _, values in group), key=len, default=""),
        claims=ids_of(told),
        evidence=evidence_of(told),
    )


_OFFICES = frozenset("ceo cto cfo coo cpo cmo chief president chair chairman chairwoman head director officer".split())


def _weight(role: str) -> int:
    """A post in office with the word of the founder before the post alone, and that before "founder" alone."""
    said = fold(role).replace("-", " ").split()
    founder = "founder" in said or "cofounder" in said
    office = not _OFFICES.isdisjoint(said)
    return 2 * office + (founder and office)
