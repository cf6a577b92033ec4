"""Sums in, marks of their size out: two that can agree share a mark, so that not all need comparing with all.

A mark is a currency with a step of a scale on which each step is 8 % wider than the one below. A sum bears the marks of
all steps that its wording can mean. Sharing a mark proves nothing; sharing none does.
"""

from __future__ import annotations

import math
from functools import lru_cache

from briefing.model.money import Money, Qualifier

Mark = tuple[str, int]

NEAR = 0.05  # "over" this and "over" that are one wording of one sum
_STEP = math.log(1.08)
_SLACK = 1e-6  # of the sum: no rounding parts what agrees
_NO_SIZE = range(-10_000, -9_999)  # what is not above zero agrees with nothing but its like


@lru_cache(maxsize=65536)
def span(value: float, qualifier: Qualifier | None) -> tuple[float, float]:
    """The interval that a sum's wording can mean, with "over" and "up to" kept near the figure."""
    low, high = Money(value, "", qualifier, "").interval()
    return (max(low, 0.85 * value), min(high, 1.15 * value))


def marks(money: Money) -> tuple[Mark, ...]:
    """The marks that every sum that can agree with this one bears at least one of."""
    return _marks(money.currency, money.value, money.qualifier)


@lru_cache(maxsize=65536)
def _marks(currency: str, value: float, qualifier: Qualifier | None) -> tuple[Mark, ...]:
    low, high = span(value, qualifier)
    if qualifier in ("over", "at-least"):  # "over 5" and "over 5.4" are one wording of one sum
        low, high = min(low, (1 - NEAR) * value), max(high, value / (1 - NEAR))
    return tuple((currency, step) for step in _steps(min(low, value), max(high, value)))


def marks_around(money: Money, least: float, most: float) -> list[Mark]:
    """The marks of all figures from `least` to `most` times the sum's."""
    return [(money.currency, step) for step in _steps(least * money.value, most * money.value)]


@lru_cache(maxsize=65536)
def _steps(low: float, high: float) -> range:
    if low <= 0 or high <= 0:
        return _NO_SIZE
    first = math.floor(math.log(low * (1 - _SLACK)) / _STEP)
    last = math.floor(math.log(high * (1 + _SLACK)) / _STEP)
    return range(first, last + 1)
