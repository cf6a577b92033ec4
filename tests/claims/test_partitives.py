"""Parts of what was counted have names of their own; measures stand in front of brackets; sums of one piece."""

from __future__ import annotations

import pytest

from .close import told


@pytest.mark.parametrize(
    ("words", "name", "number"),
    [
        ("Acme has 340 customers, of which 60 are abroad.", "customers abroad", 60),
        ("Acme has 340 customers, of whom 61 pay for support.", "customers that pay for support", 61),
        ("It has sold 1,200 units, 310 of them abroad.", "units abroad", 310),
        ("It operates 40 ships, of which 12 are under construction.", "ships under construction", 12),
        ("The order book (€450 million at the end of June) covers two years of work.", "order backlog", 450e6),
        ("Acme made a profit for the first time: $3 million before tax.", "profit", 3e6),
        ("Acme spends $3 million a month on energy.", "spending", 3e6),
    ],
)
def test_the_name_says_what_is_measured(words: str, name: str, number: float) -> None:
    assert told(words)[name] == number


@pytest.mark.parametrize(
    "words",
    ["Northwind has 340 customers, of which 60 are abroad.", "Each customer brings in $12,000 a year on average."],
)
def test_others_and_single_pieces_are_no_figures(words: str) -> None:
    assert told(words) == {}
