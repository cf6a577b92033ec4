"""Counts of what exists, was delivered or is asked for, without a verb of having."""

from __future__ import annotations

import pytest

from briefing.claims import metrics
from tests.claims.close import metric_values, pumps


def counts(words: str) -> dict[str, float]:
    found = metric_values(metrics.extract(pumps(words)))
    return {one.name: one.value for one in found if one.value and one.value != 300}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("There are twelve satellites aloft this week.", {"satellites": 12}),
        ("Eleven machines have been delivered so far.", {"machines": 11}),
        ("Twelve of its satellites are in orbit.", {"satellites": 12}),
        ("Nine governments have subscribed, Acme says.", {"governments": 9}),
        ("The company now works for eleven governments.", {"governments": 11}),
        ("Acme has signed up nine ministries so far.", {"ministries": 9}),
        ("How many customers do you have?\n\nAbout 340, in all of Europe.", {"customers": 340}),
        ("Founded: 2018 | Status: private | Customers: 380", {"customers": 380}),
    ],
)
def test_counts_by_what_is_told_of_them(words: str, expected: dict[str, float]) -> None:
    assert counts(words).items() >= expected.items()


@pytest.mark.parametrize("words", ["I have heard three partners use the phrase.", "Two companies have sued."])
def test_small_numbers_in_passing_are_no_counts(words: str) -> None:
    assert not counts(words)


def test_a_later_date_of_another_clause_makes_no_plan() -> None:
    found = metric_values(
        metrics.extract(pumps("Acme works for 44 banks, and repeated that 2031 would be profitable."))
    )
    assert [one.forward_looking for one in found if one.value == 44] == [False]
