"""Sums told of in a relative clause, parts of a revenue, and figures behind an officer's name or under a quotation."""

from __future__ import annotations

import pytest

from briefing.claims import metrics

from .close import figures, metric_values, reading, told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Of the $64 million that Acme turned over in 2025, $41 million came from repairs.",
            [("revenue", 64e6), ("revenue from repairs", 41e6)],
        ),
        ("The $38 million that it spent on steel weighed on results.", [("spending", 38e6)]),
        ("Acme is building its first plant, which will cost $85 million.", [("cost", 85e6)]),
    ],
)
def test_the_verb_behind_a_sum_says_what_it_is(words: str, expected: list[tuple[str, float]]) -> None:
    assert figures(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Of the $64 million that Acme raised, $41 million came from Oakfund.",
        "The $64 million that Northwind Foods took in was a record.",
        "Leaks, which cost towns about $7 billion a year, are what Acme wants to stop.",
    ],
)
def test_money_raised_and_what_a_matter_costs_are_no_figures(words: str) -> None:
    assert told(words) == {}


def test_a_surname_with_a_particle_is_an_officers() -> None:
    words = (
        'Anna van der Roe runs sales at Acme. "It sells itself," Van der Roe says. Van der Roe wants more of it.\n'
        "Van der Roe is no dreamer. So far 31 pumps have been delivered to 19 customers.\n"
    )
    assert told(words) == {"pumps": 31, "customers": 19}


def test_an_interview_under_a_quotation_is_about_whom_its_second_line_names() -> None:
    read_closely = reading(
        "“We should have said nothing”\nAcme's chief executive on a slow year\nBy Leo Hart\n\n"
        "Acme makes pumps.\n\nYour accounts show a loss of $9 million for 2025. Does that worry you?\n"
    )
    assert [one.name for one in metric_values(metrics.extract(read_closely))] == ["loss"]
