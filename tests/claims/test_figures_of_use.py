"""Whose a figure is where customers, investors and observers stand in front of it."""

from __future__ import annotations

import pytest

from .close import told


@pytest.mark.parametrize(
    ("words", "name", "number"),
    [
        ("The ministry rolled the tool out to 2,300 lawyers in May.", "lawyers", 2300),
        ("Its software is now on the desks of 1,200 tax advisers.", "tax advisers", 1200),
        ("The app is available to 15,000 doctors at Northwind.", "doctors", 15000),
        ("Oakfund Ventures invested at a valuation of $90 million in May.", "valuation", 90e6),
        ("The fund put in its $45 million at a valuation of $150 million.", "valuation", 150e6),
        ("The plant lost 17 per cent of its output in May because of the grid.", "share of output", 17),
        ("The plant will bring 150 permanent jobs to Leeds.", "permanent jobs", 150),
        ("The park will pair 450 MW of solar with storage.", "capacity", 450),
    ],
)
def test_it_is_the_companys(words: str, name: str, number: float) -> None:
    assert told(words) == {name: number}


@pytest.mark.parametrize(
    "words",
    [
        "Rival Northwind rolled its tool out to 2,300 lawyers.",
        "Northwind gave the money to 4,000 nurses.",
        "Oakfund Ventures bought Fabrikam at a valuation of $90 million.",
        "Northwind raised money at a valuation of $90 million.",
        "Northwind puts its own value at $90 million.",
    ],
)
def test_it_is_somebody_elses(words: str) -> None:
    assert told(words) == {}
