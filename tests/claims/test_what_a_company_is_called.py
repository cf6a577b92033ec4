"""What sources call the company in passing is their own description, whatever the sentence goes on to report."""

from __future__ import annotations

import pytest

from .close import briefing_of


def _described(body: str) -> list[tuple[str, str]]:
    told = briefing_of(f"Northwind and its backers\n\n{body}\n").profile
    return [(fact.value, fact.standing) for fact in told if fact.name == "description"]


@pytest.mark.parametrize(
    "rest",
    [
        "is in talks to raise $18 million, two people close to it said.",
        "plans to open a second yard in Cork.",
        "claims that nine pumps in ten last a decade.",
        "will not open a yard in Cork this year.",
    ],
)
def test_an_apposition_is_the_sources_own(rest: str) -> None:
    assert _described(f"Northwind, a maker of pumps for ships, {rest}") == [("a maker of pumps for ships", "reported")]


def test_a_description_that_points_elsewhere_is_none() -> None:
    assert _described("The pump is small. Northwind, the Cork firm that makes it, sold 40 of them.") == []
    body = "Northwind, a firm that buys scrap from farmers and mends it, sold 40 pumps."
    assert _described(body) == [("a firm that buys scrap from farmers and mends it", "reported")]
