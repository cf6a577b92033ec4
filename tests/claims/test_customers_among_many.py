"""Customers named behind where they are, tenders, things put off and people hired, as agencies tell them in passing."""

from __future__ import annotations

import pytest

from briefing.model.claim import FundingValues, MetricValues, TieValues

from .close import claims_of, robots


def _ties(text: str) -> set[tuple[str, str, str, str]]:
    found = claims_of(robots(text), date="2026-10-12")
    return {
        (one.values.name, one.values.tie, one.values.status, one.modality)
        for one in found
        if isinstance(one.values, TieValues) and one.values.tie != "competitor"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The company counts 90 customers in 12 countries, among them Globex, P.J. Norvik-Delta and Fjord Foods.",
        "It has 90 customers that pay $1 million each, including Globex, P.J. Norvik-Delta and Fjord Foods.",
        "It has clients across Europe, such as Globex, P.J. Norvik-Delta and Fjord Foods.",
        "It is in routine use at 90 plants in eight countries, including Globex, P.J. Norvik-Delta and Fjord Foods.",
        "Some 90 bakers run it, among them Globex, P.J. Norvik-Delta and Fjord Foods.",
    ],
)
def test_customers_behind_where_they_are(text: str) -> None:
    names = ("Globex", "P.J. Norvik-Delta", "Fjord Foods")
    assert _ties(text) == {(name, "customer", "current", "asserted") for name in names}


def test_one_of_the_first_customers() -> None:
    found = _ties("One of Acme's first customers, online grocer Globex, raised $95 million in September.")
    assert {one[:3] for one in found} == {("Globex", "customer", "current")}


def test_what_customers_spend_is_no_plan_of_the_company() -> None:
    found = claims_of(robots("It has 90 customers that spend more than $1 million a year."))
    assert {one.values.value for one in found if isinstance(one.values, MetricValues)} == {90}


def test_who_puts_a_value_on_a_contract_is_heard_on_the_value_alone() -> None:
    text = (
        "Its customers include Globex and the telecoms group Norvik, with which Acme signed a contract in May that two "
        "people familiar with the terms put at about $60 million."
    )
    assert {(name, kind) for name, _, _, kind in _ties(text)} == {("Globex", "asserted"), ("Norvik", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "Globex has hired Acme's head of design, Jo Lind, as its chief product officer.",
        "Globex explored a purchase of Acme last summer, three people said. The talks collapsed in September.",
        "Globex wanted to buy Acme, two people said. Those conversations ended without an offer.",
        "Last year there was a rumour that Globex would buy the firm. There has never been an offer.",
    ],
)
def test_no_tie(text: str) -> None:
    assert not _ties(text)


def test_a_trial_that_was_ended() -> None:
    text = "Globex, which had been testing Acme's robots since May, has ended the trial and will not go on."
    assert {one[:3] for one in _ties(text)} == {("Globex", "customer", "ended")}


def _raised(text: str) -> list[str]:
    found = claims_of(robots(text), date="2026-10-12")
    funding = (one.values for one in found if isinstance(one.values, FundingValues))
    return [amount.money.raw for values in funding for amount in values.amounts if amount.role == "raised"]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "Acme is opening a tender offer worth up to $70mn at a price that implies a valuation of $2bn.",
            ["up to $70mn"],
        ),
        ("The Series B, worth £60 million, values the company at £480 million.", ["£60 million"]),
        ("Oakfund has led every round, including the latest, of $75 million.", ["$75 million"]),
        ("The extension of $12 million takes Acme's Series A to $40 million.", ["$12 million"]),
        ("Add the one-off sales and you get to $204 million.", []),
        ("Globex, the Oslo rival whose robots pick fruit, let its employees sell $60mn of stock in May.", []),
        ("Its closest rival, the Oslo outfit Globex, raised $120m from Oakfund in the same week.", []),
    ],
)
def test_sums_raised(text: str, sums: list[str]) -> None:
    assert _raised(text) == sums
