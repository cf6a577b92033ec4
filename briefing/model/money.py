"""Money as a source prints it, and what an amount is for."""

from __future__ import annotations

from typing import Literal

from briefing.model.records import dataclass

Qualifier = Literal["about", "over", "under", "up-to", "at-least", "nearly"]

Role = Literal[
    "raised",  # taken in by the subject: the only role that makes a funding event
    "equivalent",  # the source's own conversion of the amount beside it
    "contribution",  # one investor's cheque inside a round
    "valuation",
    "revenue",  # revenue, ARR, run rate, sales, payment volume and the like
    "total",  # raised to date
    "capex",  # capital expenditure, investment programme
    "contract",  # value of an order or contract
    "price",  # acquisition price
    "fund",  # size of an investor's fund
    "range-end",  # the upper end of a range whose lower end stands before it
    "other",
]


@dataclass(frozen=True, slots=True)
class Money:
    """value: in units of the currency (not millions). currency: ISO 4217. raw: the source's wording, verbatim."""

    value: int | float
    currency: str
    qualifier: Qualifier | None
    raw: str

    def interval(self) -> tuple[float, float]:
        """The values that the wording can mean [low, high], by the digits printed and the qualifier.

        "$13.8 billion" is [13.75e9, 13.85e9]; "over $14 billion" is [14e9, inf); "about" widens by one more unit
        of the last printed digit, but at least by 3 %.
        """
        half = _half_unit(self.value)
        low, high = self.value - half, self.value + half
        match self.qualifier:
            case "over" | "at-least":
                return (self.value, float("inf"))
            case "under" | "up-to":
                return (0.0, self.value)
            case "nearly":
                return (min(low, self.value * 0.85), self.value)
            case "about":
                slack = max(2 * half, 0.03 * self.value)
                return (self.value - slack, self.value + slack)
            case _:
                return (low, high)


def _half_unit(value: int | float) -> float:
    """Half of the last significant digit of value, never finer than three digits, never coarser than two."""
    if value <= 0:
        return 0.0
    digits = f"{value:.10e}"
    mantissa = digits.split("e")[0].replace(".", "").rstrip("0") or "1"
    exponent = int(digits.split("e")[1])
    shown = min(max(len(mantissa), 2), 4)
    return float(0.5 * 10.0 ** (exponent - shown + 1))
