"""What somebody did before, and what a hospital or a city does, is no tie or figure of the company's."""

from __future__ import annotations

import pytest

from briefing.claims.metrics import extract as figures_of
from tests.claims.close import briefing_of, pumps

_WHO = "Acme has news\nPublished: 4 March 2026\n\nAcme is a maker of pumps. Its chief executive is Jane Doe.\n\n"


def tied(words: str) -> list[str]:
    return [one.name for one in briefing_of(_WHO + words).relationships]


@pytest.mark.parametrize(
    "words",
    [
        "Before joining Acme, Jane Doe worked for Northwind.",
        "Jane Doe previously worked with Northwind.",
        "She had advised Northwind before starting the company.",
        "Jane Doe once supplied parts to Northwind.",
        "Jane Doe met the lender Northwind Bank.",
        "The airline signed a deal with Northwind last year.",
        "The hospital bought 11 robots from Northwind last year.",
    ],
)
def test_nobody_is_tied_to_the_company_by_what_others_did(words: str) -> None:
    assert not tied(words)


@pytest.mark.parametrize(
    "words",
    [
        "Jane Doe said the company works with Northwind.",
        "The company signed a deal with Northwind last year.",
        "Its lender Northwind declined to comment.",
        "The company has supplied pumps to Northwind since 2024.",
    ],
)
def test_what_the_company_does_ties_it(words: str) -> None:
    assert tied(words) == ["Northwind"]


def test_what_a_hospital_has_is_no_figure_of_the_company() -> None:
    assert not [claim for claim in figures_of(pumps("The hospital has 11 robots.")) if "11" in str(claim)]


@pytest.mark.parametrize(
    "lede",
    [
        "The pump maker has closed a Series B. Oakfund led the round, and Elm Capital participated.",
        "Acme has closed a Series B round led by Oakfund with Elm Capital.",
    ],
)
def test_a_round_told_without_a_sum_below_a_title_with_one_is_of_that_sum(lede: str) -> None:
    text = f"Acme lands $47 million to make pumps\nPublished: 4 March 2026\n\n{lede}\n"
    (event,) = briefing_of(text).funding
    assert (event.name, event.amounts[0].value, event.leads) == ("Series B", 47e6, ("Oakfund",))
    assert event.participants == ("Elm Capital",)


def test_another_round_below_a_title_with_a_sum_stays_another() -> None:
    text = (
        "Acme lands $47 million to make pumps\nPublished: 4 March 2026\n\nAcme has raised $47 million in a Series B. "
        "Oakfund led its Series A in 2022."
    )
    assert len(briefing_of(text).funding) == 2


def test_what_a_whole_trade_took_in_is_no_figure_of_the_company() -> None:
    assert not briefing_of(_WHO + "European pump makers had a record year, taking in $645 million.").metrics


def test_two_who_lead_together_and_a_third_beside_them() -> None:
    (event,) = briefing_of(_WHO + "Acme raised $40 million, co-led by Oakfund and Elm Capital alongside Birch.").funding
    assert (event.leads, event.participants) == (("Oakfund", "Elm Capital"), ("Birch",))


def test_what_the_company_means_to_invest_is_not_raised() -> None:
    assert not briefing_of(_WHO + "Acme plans to invest $50 million in pumps.").funding


@pytest.mark.parametrize(
    "words",
    [
        "Northwind has chosen to end its long contract with Acme.",
        "Northwind pulled the plug on its partnership with Acme.",
        "Northwind has terminated its agreement with Acme.",
        "Northwind will end its partnership with Acme next year.",
    ],
)
def test_a_tie_that_is_given_up_is_over(words: str) -> None:
    (tie,) = briefing_of(_WHO + words).relationships
    assert tie.status == "ended"


def test_a_tie_that_goes_on_is_current() -> None:
    (tie,) = briefing_of(_WHO + "Northwind extended its contract with Acme.").relationships
    assert tie.status == "current"
