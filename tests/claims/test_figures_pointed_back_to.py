"""What "the number" comes to, what one piece costs and who holds how much."""

from __future__ import annotations

import pytest

from .close import figures, told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Acme says revenue passed $70 million in May. The Gazette put the figure at about $56 million.",
            [("revenue", 70e6), ("revenue", 56e6)],
        ),
        (
            "Acme says it has 640 customers. Two former managers said the number was closer to 480.",
            [("customers", 640), ("customers", 480)],
        ),
        (
            "Acme cut 90 jobs. Three who left said the number was more than 130 with those of its agencies.",
            [("jobs cut", 90), ("jobs cut", 130)],
        ),
    ],
)
def test_the_number_is_that_of_what_was_told_before(words: str, expected: list[tuple[str, float]]) -> None:
    assert figures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The filing puts the number of customers active in the last 30 days at 4.2 million.",
            {"customers active": 4.2e6},
        ),
        ("The first kits have gone out, at roughly $4,000 each.", {"price": 4000}),
        ("A bigger model is planned for 2027 at a price of about $9,500.", {"price": 9500}),
        ("Acme charges $35 per seat a month.", {"price": 35}),
        ("Leasing is about 38% of revenue.", {"share of revenue": 38}),
        ('Acme still has "more than 20 months" of runway.', {"cash runway": 20}),
        ("Oakfund Partners, the biggest shareholder with 22.5%, is not selling.", {"Oakfund Partners stake": 22.5}),
    ],
)
def test_in_other_words(words: str, expected: dict[str, float]) -> None:
    assert told(words) == expected


def test_a_figure_that_another_is_set_beside_is_not_told_by_who_speaks() -> None:
    words = "Acme says its revenue was $52 million in 2025, which is at odds with the $68 million on its slides."
    assert figures(words) == [("revenue", 52e6)]


@pytest.mark.parametrize(
    "words",
    [
        "Northwind Foods says it has 640 customers. Two former managers said the number was closer to 480.",
        "Northwind Foods bought the mill at a price of $9 million.",
        "(The firm had spoken of 44m in January.)",
    ],
)
def test_what_is_anothers_is_left_out(words: str) -> None:
    assert told(words) == {}
