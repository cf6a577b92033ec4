"""What a project is said to cost by now, and what it was said to cost before."""

from __future__ import annotations

import pytest

from tests.reconcile.articles import told

SITE = "Northwind makes pumps. Northwind is building a plant in Oslo. "


def costs(text: str) -> set[str]:
    briefing = told(("2026-08-12", text))
    return {money.raw for one in briefing.metrics if one.name == "cost" for money in one.amounts}


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("The price has gone up: €78 million, according to the application.", {"€78 million"}),
        (
            "The cost, we are told, is tracking towards €75 million, against the €60 million given out in August.",
            {"€75 million", "€60 million"},
        ),
        (
            "It was to cost €70 million; I hear that it will be nearer to €95 million.",
            {"€70 million", "nearer to €95 million"},
        ),
    ],
)
def test_a_cost_that_is_told_anew(words: str, figures: set[str]) -> None:
    assert costs(SITE + words) == figures


@pytest.mark.parametrize(
    "words",
    [
        "The share price has gone up: €78 million were traded.",
        "The price of the acquisition has risen to €78 million.",
    ],
)
def test_other_prices_are_no_cost_of_the_project(words: str) -> None:
    assert costs(SITE + words) == set()


def test_a_cost_that_rose_is_set_beside_the_one_before() -> None:
    first = SITE + "It will cost €65 million."
    later = SITE + "The price has gone up: €78 million, according to the application."
    briefing = told(("2026-02-12", first), ("2026-08-12", later))
    found = [{side.value for side in one.positions} for one in briefing.conflicts if one.topic == "cost"]
    assert found == [{"€65 million", "€78 million"}]
