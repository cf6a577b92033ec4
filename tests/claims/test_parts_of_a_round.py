"""What one backer puts into a round is no round of its own, and the round is the larger sum."""

from __future__ import annotations

import pytest

from .close import briefing_of, satellites


@pytest.mark.parametrize(
    "text",
    [
        "Larch invested $60 million in Acme Orbital's $410 million Series C, a filing shows.",
        "Larch invested $60 million in the $410 million Series C of Acme Orbital.",
        "Larch contributed $60 million to Acme Orbital's $410 million Series C.",
        "Larch invested $60 million in Acme Orbital as part of its $410 million Series C.",
    ],
)
def test_what_one_backer_gives_is_part_of_the_round(text: str) -> None:
    (event,) = briefing_of(satellites(text)).funding
    assert [money.raw for money in event.amounts] == ["$410 million"]
    assert {*event.leads, *event.participants} == {"Larch"}


def test_what_is_given_without_a_larger_sum_is_the_round() -> None:
    (event,) = briefing_of(satellites("Larch invested $60 million in Acme Orbital in 2024.")).funding
    assert [money.raw for money in event.amounts] == ["$60 million"]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital put $60 million into Globex's $410 million Series C.",
        "Founder Jane Doe, a former Acme Orbital engineer, started it in a barn with a $2 million state grant.",
    ],
)
def test_money_of_others(text: str) -> None:
    assert not briefing_of(satellites(text)).funding


def test_what_all_backers_have_put_in_is_a_total() -> None:
    told = briefing_of(
        satellites("Acme Orbital's backers have put in $500 million, of which $120 million came in 2025.")
    )
    assert not told.funding
    assert [money.raw for total in told.funding_totals for money in total.amounts] == ["$500 million"]


def test_what_they_have_put_in_afresh_is_a_round() -> None:
    (event,) = briefing_of(satellites("Its shareholders have invested a fresh $20 million in Acme Orbital.")).funding
    assert [money.raw for money in event.amounts] == ["$20 million"]
