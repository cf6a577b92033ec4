"""Claims on data centres, plants and platforms in, one entry for each site or programme out ("i1" …)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.model.briefing import Infrastructure
from briefing.model.claim import Claim, InfrastructureValues
from briefing.reconcile import choosing
from briefing.reconcile.folding import content_words, name_key
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.rounds import any_agree, clash
from briefing.reconcile.sites import apart, one_site, places
from briefing.reconcile.standing import judge


def reconcile_infrastructure(claims: Sequence[Claim], ground: Ground) -> tuple[Infrastructure, ...]:
    """Entries of one name, of one sum, of one place and kind, or of one place and capacity are the same; sums are never
    added up."""
    groups: list[list[tuple[Claim, InfrastructureValues]]] = []
    faces: list[dict[object, InfrastructureValues]] = []  # of each group, those that differ: many sources say the same
    for claim in claims:
        values = claim.values
        if isinstance(values, InfrastructureValues) and claim.modality not in ("denied", "hypothetical"):
            face = (tuple(amount.money for amount in values.amounts), values.capacity, values.location, values.name)
            home = next(
                (
                    number
                    for number, known in enumerate(faces)
                    if any(_same(values, other, ground) for other in known.values())
                ),
                len(groups),
            )
            if home == len(groups):
                groups.append([])
                faces.append({})
            groups[home].append((claim, values))
            faces[home].setdefault(face, values)
    return tuple(_entry(f"i{number}", group, ground) for number, group in enumerate(groups, 1))


def _same(one: InfrastructureValues, other: InfrastructureValues, ground: Ground) -> bool:
    mine = tuple(amount.money for amount in one.amounts)
    theirs = tuple(amount.money for amount in other.amounts)
    if clash(mine, theirs) or (one.capacity and other.capacity and name_key(one.capacity) != name_key(other.capacity)):
        return False
    if one.location and other.location and not content_words(one.location) & content_words(other.location):
        return False
    if apart(one, other):
        return False
    if any_agree(mine, theirs):
        return True
    if one.capacity and other.capacity:
        return True
    if bool(one.name) and name_key(ground.canonical(one.name)) == name_key(ground.canonical(other.name)):
        return True
    return one_site(one, other)


def _tells(name: str) -> bool:
    """Is it more than "plant"?"""
    return " " in name or name[:1].isupper()


def _entry(ident: str, group: Sequence[tuple[Claim, InfrastructureValues]], ground: Ground) -> Infrastructure:
    told = tuple(sorted((claim for claim, _ in group), key=ground.place))
    said = [values.status for _, values in group]
    status = next((status for status in ("operating", "acquired", "announced", "planned") if status in said), said[0])
    names = Counter(values.name for _, values in group if values.name)
    forward = status in ("planned", "announced")
    return Infrastructure(
        id=ident,
        name=max(names, key=lambda name: (bool(places(name)), _tells(name), names[name], len(name), name), default=""),
        amounts=choosing.sums(amount.money for _, values in group for amount in values.amounts),
        location=max((values.location for _, values in group), key=len),
        status=status,
        standing=judge(told, ground, forward=forward).standing,
        claims=ids_of(told),
        evidence=evidence_of(told),
        capacity=max((values.capacity for _, values in group), key=len),
    )
