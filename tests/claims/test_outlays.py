"""Losses, charges and costs that a noun or a verb tells are figures of whoever bears them."""

from __future__ import annotations

import pytest

from briefing.claims import metrics
from tests.claims.close import amount_of, metric_values, pumps


def told(words: str) -> dict[str, float]:
    found = metric_values(metrics.extract(pumps(words)))
    return {one.name: amount_of(one) / 1e6 for one in found if one.amounts}


@pytest.mark.parametrize(
    ("words", "name", "millions"),
    [
        ("Acme has booked a write-down of $18 million.", "write-down", 18),
        ("It took an impairment charge of €40 million on the Oslo plant last year.", "impairment", 40),
        ("Acme wrote off $12 million on the venture.", "write-off", 12),
        ("Acme took a $25 million charge for restructuring.", "charge", 25),
        ("A provision of $4 million was booked in the accounts.", "provision", 4),
        ("The project carries a price tag of $400 million.", "cost", 400),
        ("The cost of the plant was $90 million.", "cost", 90),
        ("Its cloud bill came to $14 million last year.", "bill", 14),
    ],
)
def test_sums_that_go(words: str, name: str, millions: float) -> None:
    assert told(words) == {name: millions}


@pytest.mark.parametrize(
    "words",
    [
        "Northwind booked a write-down of $18 million.",
        "The test is available at no cost to patients, and Acme raised $5 million.",
        "Acme could face a charge of $30 million if it loses.",
    ],
)
def test_those_of_others_and_those_that_may_come_are_none(words: str) -> None:
    assert told(words) == {}
