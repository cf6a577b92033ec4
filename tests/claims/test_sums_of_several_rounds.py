"""Sums that several rounds came to are no round, and the day of a round that grows is not that of what comes on top."""

from __future__ import annotations

import pytest

from tests.claims.close import briefing_of

_WHO = "Acme has news\nPublished: 4 March 2026\n\nAcme is a maker of pumps.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Acme had raised $12 million in earlier rounds.",
        "Acme has raised $12 million over two rounds.",
        "Acme has raised $12 million in all.",
        "In all, Acme has raised $12 million.",
        "The startup has raised a total of $12 million.",
        "Acme has secured a total of $12 million in funding.",
    ],
)
def test_what_all_rounds_came_to_is_a_total(words: str) -> None:
    found = briefing_of(_WHO + words)
    assert not found.funding
    assert [money.value for total in found.funding_totals for money in total.amounts] == [12e6]


def test_the_part_of_earlier_rounds_in_a_total_is_neither() -> None:
    found = briefing_of(_WHO + "Total funding comes to $70 million, including the $12 million of earlier rounds.")
    assert not found.funding
    assert [money.value for total in found.funding_totals for money in total.amounts] == [70e6]


@pytest.mark.parametrize(
    "words",
    [
        "Acme has raised a total of $12 million in a Series B led by Northwind.",
        "Acme raised a total of $12 million from Northwind and Oakfund in May.",
        "Acme raised $12 million in its latest of three rounds.",
    ],
)
def test_a_total_of_one_round_is_a_round(words: str) -> None:
    (event,) = briefing_of(_WHO + words).funding
    assert [money.value for money in event.amounts] == [12e6]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Acme has added $12 million to the Series A it unveiled last spring.", "2026-03-04~"),
        ("Acme has raised another $12 million as part of the round that it closed in May 2024.", "2026-03-04~"),
        ("Acme closed the $12 million round it announced last spring.", "2025-21"),
    ],
)
def test_the_day_of_what_comes_on_top_of_a_round(words: str, day: str) -> None:
    (event,) = briefing_of(_WHO + words).funding
    assert event.date == day


@pytest.mark.parametrize("who", ["it plans", "the company plans", "it seeks"])
def test_what_is_planned_meanwhile_makes_no_plan_of_the_round(who: str) -> None:
    found = briefing_of(_WHO + f"Acme has raised $12 million as {who} to hire 40 people by 2028.")
    (event,) = found.funding
    assert (event.standing, event.date) == ("reported", "2026-03-04~")
    hires = [metric for metric in found.metrics if metric.value == 40]
    assert all(metric.standing == "forward-looking" for metric in hires)


def test_a_valuation_reached_meanwhile_is_no_target() -> None:
    found = briefing_of(_WHO + "Acme doubled its valuation to $2.5 billion as it seeks to keep up with demand.")
    assert [metric.standing for metric in found.metrics] == ["reported"]
