"""Claims of money raised to date in, totals out ("t1" …): one for each figure that the sources give."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.briefing import FundingTotal
from briefing.model.claim import Claim, TotalValues
from briefing.model.money import Money
from briefing.reconcile import choosing
from briefing.reconcile.ground import Ground, evidence_of, ids_of
from briefing.reconcile.rounds import agree
from briefing.reconcile.standing import judge


def reconcile_totals(claims: Sequence[Claim], ground: Ground) -> tuple[FundingTotal, ...]:
    groups: list[list[tuple[Claim, TotalValues]]] = []
    for claim in claims:
        values = claim.values
        if isinstance(values, TotalValues) and values.amounts and claim.modality not in ("denied", "hypothetical"):
            mine = tuple(amount.money for amount in values.amounts)
            home = next(
                (g for g in groups if _is_one(mine, tuple(a.money for _, v in g for a in v.amounts))),
                None,
            )
            if home is None:
                groups.append([(claim, values)])
            else:
                home.append((claim, values))
    totals = []
    for number, group in enumerate(groups, 1):
        told = tuple(claim for claim, _ in group)
        verdict = judge(told, ground)
        scopes = [values.scope for _, values in group if values.scope]
        totals.append(
            FundingTotal(
                id=f"t{number}",
                amounts=choosing.sums(amount.money for _, values in group for amount in values.amounts),
                scope=max(scopes, key=len, default=""),
                standing=verdict.standing,
                claims=ids_of(told),
                evidence=evidence_of(told),
                holder=verdict.holder,
            )
        )
    return tuple(totals)


_NEAR = 0.06  # a total grows from round to round: "close to 60" and 52 are those of two dates


def _is_one(some: Sequence[Money], others: Sequence[Money]) -> bool:
    return any(
        agree(one, other) and abs(one.value - other.value) <= _NEAR * max(one.value, other.value)
        for one in some
        for other in others
    )
