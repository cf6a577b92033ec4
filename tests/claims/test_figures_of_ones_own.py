"""Whose a figure is by small signs: "we" in a quotation, a plant named by its place, a pronoun, a cost."""

from __future__ import annotations

import pytest

from .close import told


@pytest.mark.parametrize(
    ("words", "name", "number"),
    [
        ("Today the Selby plant turns out about 650 tonnes a month.", "output", 650),
        ("Retention's 117%.", "retention", 117),
        ("It opens a yard at a cost of $16 million.", "cost", 16_000_000),
        ("Acme has booked a write-down of $18 million.", "write-down", 18_000_000),
        ("Jane Doe, its chief executive, wants Acme to take in $30 million a year.", "revenue", 30_000_000),
        ("You said 280 customers in May. Where are you now?\n\n“About 340, and rising.”", "customers", 340),
        ("About 62% of Acme's revenue is American now, Doe told me. Oakmart left us.", "share of Acme's revenue", 62),
    ],
)
def test_the_subjects_own(words: str, name: str, number: float) -> None:
    assert told(words).get(name) == number


def test_a_worth_that_equals_a_multiple_of_sales_is_no_sales_figure() -> None:
    assert "sales" not in told("A valuation of $9 billion is some 60 times the sales of this year.")


def test_what_is_forecast_of_a_trade_is_nobodys() -> None:
    assert not told("Oakhill Research estimates that over 40% of AI projects will be scrapped by 2027.")
