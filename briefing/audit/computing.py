"""A figure that no source states in, how it follows from stated ones out: sums, roundings, ratios, counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from briefing.audit.items import Item
from briefing.audit.library import Library
from briefing.model.money import Money


def computed(item: Item, beside: Sequence[Item], library: Library) -> str:
    """beside: the other statements of its sentence. "" if nothing gives it."""
    value = item.key[1]
    if not isinstance(value, float):
        return ""
    if item.kind == "amount":
        return _sum(value, str(item.key[2]), library) or _rounded(value, str(item.key[2]), library)
    amounts = [other.key for other in beside if other.kind == "amount" and other is not item]
    return _ratio(value, str(item.key[2]) if len(item.key) > 2 else "", amounts) or _count(value, library)


def _sum(value: float, currency: str, library: Library) -> str:
    """All rounds, all that are no rumour, all equity: in one currency."""
    rounds = [event for event in library.briefing.funding if event.standing not in ("rumoured", "forward-looking")]
    for name, events in (
        ("the rounds", rounds),
        ("the rounds without debt", [event for event in rounds if event.instrument != "debt"]),
        ("the debt", [event for event in rounds if event.instrument == "debt"]),
    ):
        parts = [_in(currency, (*event.amounts, *event.equivalents)) for event in events]
        held = [money for money in parts if money is not None]
        if len(held) > 1 and abs(sum(money.value for money in held) - value) <= 0.005 * value:
            return f"sum of {name} in {currency}: {' + '.join(money.raw for money in held)}"
    return ""


def _in(currency: str, moneys: Sequence[Money]) -> Money | None:
    return next((money for money in moneys if money.currency == currency), None)


def _rounded(value: float, currency: str, library: Library) -> str:
    """With two digits or more: "$14B" of "$13.8B", but not "$10B"."""
    digits = f"{value:.10e}".split("e")[0].replace(".", "").rstrip("0")
    if len(digits) < 2:
        return ""
    step = 10.0 ** (int(f"{value:.10e}".split("e")[1]) - len(digits) + 1)
    for money in library.moneys:
        if money.currency == currency and money.value != value and abs(money.value - value) <= step / 2:
            return f"rounded from {money.raw}"
    return ""


def _ratio(value: float, unit: str, amounts: Sequence[tuple[object, ...]]) -> str:
    """A multiple or a percentage of growth between two sums of the sentence."""
    for one, other in combinations(amounts, 2):
        if one[2] != other[2]:
            continue
        low, high = sorted((float(str(one[1])), float(str(other[1]))))
        if low and unit in ("times", "") and abs(high / low - value) <= 0.05 * value:
            return f"ratio of {high:,.0f} to {low:,.0f} {one[2]}"
        if low and unit == "percent" and abs((high / low - 1) * 100 - value) <= 1:
            return f"growth from {low:,.0f} to {high:,.0f} {one[2]}"
        if low and unit == "percent" and abs(low / high * 100 - value) <= 1:
            return f"share of {low:,.0f} in {high:,.0f} {one[2]}"
    return ""


def _count(value: float, library: Library) -> str:
    """What the deck may count of its own: sources, claims, rounds …."""
    briefing = library.briefing
    for name, count in (
        ("sources", len(briefing.sources)),
        ("origins", len(briefing.origins)),
        ("claims that are not verified", len(briefing.unverified)),
        ("differences between sources", len(briefing.conflicts)),
        ("rounds", len(briefing.funding)),
        ("organisations", len(briefing.relationships)),
        ("people", len(briefing.people)),
        ("products", len(briefing.products)),
        ("claims", len(briefing.claims)),
    ):
        if count and count == value:
            return f"count of the {name}"
    return ""
