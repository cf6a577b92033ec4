"""Claims on products in, one entry for each product out ("d1" …)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from briefing.model.briefing import Product
from briefing.model.claim import Claim, ProductValues
from briefing.reconcile.folding import name_key
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.standing import judge

Status = Literal["released", "announced", "planned"]
_ORDER: tuple[Status, ...] = ("released", "announced", "planned")


def reconcile_products(claims: Sequence[Claim], ground: Ground) -> tuple[Product, ...]:
    """Products as they are told, those of which some source says that they are the subject's; kind and licence in the
    fullest wording."""
    groups: dict[str, list[tuple[Claim, ProductValues]]] = {}
    for claim in claims:
        values = claim.values
        if isinstance(values, ProductValues) and claim.modality not in ("denied", "hypothetical"):
            groups.setdefault(name_key(ground.canonical(values.name)), []).append((claim, values))
    products = []
    kept = [group for group in groups.values() if any(values.own for _, values in group)]
    for number, group in enumerate(kept, 1):
        told = tuple(sorted((claim for claim, _ in group), key=ground.place))
        status = _status([values for _, values in group])
        names = Counter(values.name for _, values in group)
        kinds = Counter(values.kind for _, values in group if values.kind)
        products.append(
            Product(
                id=f"d{number}",
                name=max(names, key=lambda name: (names[name], len(name), name)),
                kind=max(kinds, key=lambda kind: (kinds[kind], len(kind), kind), default=""),
                status=status,
                license=max((values.license for _, values in group), key=len, default=""),
                standing=judge(told, ground, forward=status == "planned").standing,
                claims=ids_of(told),
                evidence=evidence_of(told),
            )
        )
    return tuple(products)


def _status(told: Sequence[ProductValues]) -> Status:
    """Released once somebody says that it came out; spoken of in passing, what those say who tell of its launch."""
    said = [values.status for values in told]
    if "planned" in said and not any(values.launched for values in told if values.status == "released"):
        return "announced" if "announced" in said else "planned"
    return next(status for status in _ORDER if status in said)
