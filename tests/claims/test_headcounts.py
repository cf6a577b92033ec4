"""How many work for a company: a count of people, no share of them."""

from __future__ import annotations

import pytest

from briefing import sources
from briefing.claims import extract, find_subject
from briefing.model.claim import ProfileValues


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme employs about 40 people.", ["about 40 people"]),
        ("Acme laid off 12 people in 2022, a third of its staff.", []),
    ],
)
def test_a_share_of_the_staff_is_no_headcount(text: str, expected: list[str]) -> None:
    source = sources.read("1.txt", f"News on Acme\n\nAcme is a maker of pumps. {text}\n".encode(), "s1")
    found = extract((source,), find_subject((source,)))[0]
    told = [one.values for one in found if isinstance(one.values, ProfileValues)]
    assert [one.value for one in told if one.name == "headcount"] == expected
