"""Money that is lent: to the company it is a loan of its own, by the company it is its trade."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing

from .close import briefing_of, satellites


def _told(text: str) -> Briefing:
    return briefing_of(satellites(text))


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital expects to have a million clients by December and to lend $500 million in that year.",
        "Acme Orbital, a lender to small shops, wants to lend $200 million next year.",
        "Acme Orbital, which is backed by Oakfund, lends $12 million a month.",
        "Acme Orbital plans to extend $400 million of credit to farmers this year.",
        "At Acme Orbital the average loan is ₹70,000, for eight months.",
        "A typical loan of Acme Orbital is $40,000.",
    ],
)
def test_what_the_company_lends_is_no_money_raised(text: str) -> None:
    assert not _told(text).funding


@pytest.mark.parametrize(
    "text",
    [
        "Birch Bank has agreed to lend Acme Orbital $30 million.",
        "Birch Bank, the house bank of Acme Orbital, will lend it $30 million.",
        "Acme Orbital was lent $30 million in May.",
        "Acme Orbital's owners will provide $30 million.",
        "Acme Orbital asked its owners to lend it $30 million.",
    ],
)
def test_what_is_lent_to_it_is_a_loan(text: str) -> None:
    (event,) = _told(text).funding
    assert [money.raw for money in event.amounts] == ["$30 million"]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital has a credit line of $90 million from Birch Bank and Hollin Bank, signed in May, that it has not "
        "drawn.",
        "Acme Orbital has a $90 million credit facility with Birch Bank and Hollin Bank that it has yet to draw.",
        "Acme Orbital signed a revolving credit facility of $90 million with Birch Bank and Hollin Bank, which it "
        "hasn't touched.",
    ],
)
def test_a_line_that_was_not_drawn_is_there(text: str) -> None:
    told = _told(text)
    (event,) = told.funding
    assert (event.instrument, set(event.participants)) == ("debt", {"Birch Bank", "Hollin Bank"})
    assert {tie.name for tie in told.relationships if "lender" in tie.kinds} == {"Birch Bank", "Hollin Bank"}


def test_a_line_that_was_not_agreed_is_none() -> None:
    told = _told("Acme Orbital has not agreed a $90 million credit line with Birch Bank.")
    assert not told.funding
    assert not told.relationships


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital repaid a $50 million loan from Birch Bank in May.",
        "Acme Orbital has $50 million of debt due in 2027.",
        "Acme Orbital guaranteed $50 million of loans to its dealers.",
    ],
)
def test_what_it_pays_back_or_vouches_for_is_no_new_loan(text: str) -> None:
    assert not _told(text).funding


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital sold $50 million of bonds maturing in 2030.",
        "Birch Bank granted Acme Orbital a $50 million loan that the state guaranteed.",
        "To repay its old loan, Acme Orbital borrowed $50 million from Birch Bank.",
    ],
)
def test_what_it_borrows_is_told(text: str) -> None:
    (event,) = _told(text).funding
    assert ([money.raw for money in event.amounts], event.instrument) == (["$50 million"], "debt")
