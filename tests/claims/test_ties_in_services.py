"""Ties of those who pay fees, cover risks, issue cards and move their business; and names that are no party."""

from __future__ import annotations

import pytest

from briefing.model.claim import TieValues

from .close import claims_of

_HEAD = "Acme Pay opens an office\nAcme Pay handles payments for lorries.\n"


def _ties(text: str) -> set[tuple[str, str, str]]:
    found = claims_of(_HEAD + text, date="2026-03-04")
    return {(one.values.name, one.values.tie, one.values.status) for one in found if isinstance(one.values, TieValues)}


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "It earns a fee from shippers such as Norvik Cement, Globex and Delta Foods.",
            {(name, "customer", "current") for name in ("Norvik Cement", "Globex", "Delta Foods")},
        ),
        (
            "Norvik Steel has agreed to move its freight payments to Acme Pay's platform from July.",
            {("Norvik Steel", "customer", "planned")},
        ),
        (
            "It sells transit insurance, which is underwritten by Lombard Cover.",
            {("Lombard Cover", "partner", "current")},
        ),
        (
            "The card was issued by Fjord Bank, with which Acme Pay has been working since 2019.",
            {("Fjord Bank", "partner", "current")},
        ),
        ("Norvik offers Acme Pay's transit cover to its customers.", {("Norvik", "partner", "current")}),
        (
            "Customers listed on the company's website as of April 2025: Norvik Supply, Globex, Delta Foods.",
            {(name, "customer", "current") for name in ("Norvik Supply", "Globex", "Delta Foods")},
        ),
        (
            "The rest went to angels and to the Birch Seed Fund, which has sold all of its shares.",
            {("Birch Seed Fund", "investor", "ended")},
        ),
        ("The $8 million that it had borrowed from Elm Capital has been repaid.", {("Elm Capital", "lender", "ended")}),
    ],
)
def test_ties_of_services(text: str, ties: set[tuple[str, str, str]]) -> None:
    assert _ties(text) == ties


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe of Elm Capital sits on its board. She previously backed Arrivo, the van maker.",
        "The Norvik-owned company accounted for about 6% of Acme Pay's revenue.",
        "Norvik moved its headquarters to Acme Pay's street.",
    ],
)
def test_names_that_are_no_party(text: str) -> None:
    assert _ties(text) == set()


def test_where_a_company_that_is_bought_comes_from_sells_nothing() -> None:
    assert _ties("Acme Pay has bought Tavola Vision, a six-person outfit from Oslo that makes scanners.") == {
        ("Tavola Vision", "acquired", "current")
    }


def test_plans_that_were_and_ends_that_are_told_beside_a_name() -> None:
    assert _ties("Norvik Steel, which was to have moved its payments to Acme Pay last July, has not.") == set()
    assert _ties("Following the end of its arrangement with Fjord Bank, Acme Pay prints cards.") == {
        ("Fjord Bank", "partner", "ended")
    }
    assert _ties("Norvik has agreed to try 20 robots of Acme Pay from the autumn.") == {
        ("Norvik", "customer", "planned")
    }


def test_an_investor_by_trade_has_not_invested_here() -> None:
    assert _ties("Acme Pay's rival talks to the Dutch investor Prosvik and to technology investor Elmwood.") == set()
    assert _ties("Acme Pay is backed by its existing investor Elmwood.") == {("Elmwood", "investor", "current")}


@pytest.mark.parametrize(
    "text",
    [
        "Delta, a customer support start-up, was founded in 2019.",
        "Delta, the customer service specialist, closed its office.",
        "Delta, a supplier portal, has closed.",
    ],
)
def test_what_somebody_sells_to_customers_makes_him_none(text: str) -> None:
    assert not _ties(text)


@pytest.mark.parametrize(
    "text", ["Delta, its largest customer, closed a depot.", "Delta, a customer since 2022, grew."]
)
def test_a_customer_beside_its_name_is_one(text: str) -> None:
    assert _ties(text) == {("Delta", "customer", "current")}


@pytest.mark.parametrize(
    "text",
    ["Settlement runs through Birch Bank and Hollin Bank.", "Its payouts go through Birch Bank and Hollin Bank."],
)
def test_who_settles_payments_supplies_it(text: str) -> None:
    assert _ties(text) == {(name, "supplier", "current") for name in ("Birch Bank", "Hollin Bank")}


def test_a_path_through_a_wood_is_no_tie() -> None:
    assert not _ties("The trail runs through Birch Wood and Hollin Park.")
