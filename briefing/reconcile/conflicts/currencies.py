"""One sum told in two currencies by different sources, and conversions at rates that do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.model.claim import Amount, Claim, FundingValues, InfrastructureValues, MetricValues
from briefing.reconcile.conflicts.draft import Draft, Found, by_value, position, sentence
from briefing.reconcile.conflicts.labels import event_label

_SAME_RATE = 0.02  # rates of rounded sums differ by this much without meaning anything


class _Pair(NamedTuple):
    """A source's own conversion: native sum, its equivalent, units of the second for one of the first."""

    native: Amount
    equivalent: Amount
    claim: Claim

    @property
    def rate(self) -> float:
        return self.equivalent.money.value / self.native.money.value

    @property
    def currencies(self) -> str:
        return f"{self.native.money.currency}/{self.equivalent.money.currency}"


def currencies(found: Found) -> Iterator[Draft]:
    yield from _told_twice(found)
    yield from _rates(found)


def _told_twice(found: Found) -> Iterator[Draft]:
    """A round whose sum is native in one source and of another currency in the next."""
    for event in found.briefing.funding:
        kinds = list(dict.fromkeys(money.currency for money in event.amounts))
        if len(kinds) > 1:
            said = [
                (amount.money.currency, amount.money.raw, claim)
                for claim in found.of(event.claims)
                if isinstance(claim.values, FundingValues) and claim.modality != "rumoured"
                for amount in claim.values.amounts
                if amount.role == "raised"
            ]
            groups = by_value((currency, claim) for currency, _, claim in said)
            raws = {currency: raw for currency, raw, _ in reversed(said)}
            positions = tuple(position(raws[currency], claims) for currency, claims in groups)
            first, second = event.amounts[0], next(m for m in event.amounts if m.currency != event.amounts[0].currency)
            low, high = sorted((first.value, second.value))
            text = sentence("currency", "pair", rate=f"{high / low:.3f}")
            used = " / ".join(raws[currency] for currency, _ in groups)
            yield Draft(f"amount of {event_label(event)}", "currency", positions, True, used, text, event.id, 65)


def _rates(found: Found) -> Iterator[Draft]:
    """The sources' own conversions side by side, where their rates differ."""
    pairs = [pair for claim in found.briefing.claims for pair in _pairs(claim)]
    for kind in dict.fromkeys(pair.currencies for pair in pairs):
        ordered = sorted((pair for pair in pairs if pair.currencies == kind), key=lambda pair: pair.rate)
        steps: list[list[_Pair]] = [[ordered[0]]]
        for before, after in pairwise(ordered):
            if after.rate / before.rate - 1 > _SAME_RATE:
                steps.append([])
            steps[-1].append(after)
        if len(steps) > 1:
            positions = tuple(position(_wording(step[0], found), [pair.claim for pair in step]) for step in steps)
            rates = ", ".join(f"{step[0].rate:.2f}" for step in steps)
            text = sentence("currency", "rates", rates=rates)
            yield Draft(f"conversions {kind}", "currency", positions, True, "", text, None, 35)


def _pairs(claim: Claim) -> list[_Pair]:
    """Each equivalent with the sum that stands before it in the claim."""
    values = claim.values
    if not isinstance(values, FundingValues | MetricValues | InfrastructureValues):
        return []
    ordered = sorted(values.amounts, key=lambda amount: amount.start)
    return [
        _Pair(before, after, claim)
        for before, after in pairwise(ordered)
        if _converts(before, after, ordered) and before.money.value > 0
    ]


def _converts(before: Amount, after: Amount, ordered: Sequence[Amount]) -> bool:
    """Is `after` the conversion of `before`? Same role or equivalent, other currency, directly behind it."""
    if before.money.currency == after.money.currency or after.start - before.end > 40:
        return False
    ratio = after.money.value / before.money.value if before.money.value else 0.0
    return (after.role == "equivalent" or after.role == before.role) and 1e-5 < ratio < 1e5 and len(ordered) > 1


def _wording(pair: _Pair, found: Found) -> str:
    """The source's words from the native sum to its equivalent."""
    text = found.ground.sources[pair.claim.evidence.source].text
    return text[pair.native.start : pair.equivalent.end] + ")" * (
        text[pair.equivalent.end : pair.equivalent.end + 1] == ")"
    )
