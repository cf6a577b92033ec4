"""How many work for a company: a count of people, no share of them."""

from __future__ import annotations

import pytest

from briefing.model.claim import ProfileValues

from .close import claims_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme employs about 40 people.", ["about 40 people"]),
        ("Acme laid off 12 people in 2022, a third of its staff.", []),
    ],
)
def test_a_share_of_the_staff_is_no_headcount(text: str, expected: list[str]) -> None:
    found = claims_of(f"News on Acme\n\nAcme is a maker of pumps. {text}\n")
    told = [one.values for one in found if isinstance(one.values, ProfileValues)]
    assert [one.value for one in told if one.name == "headcount"] == expected
