"""A second figure for a round that was told before, by somebody else's word."""

from __future__ import annotations

import pytest

from briefing.model.claim import Claim, FundingValues
from tests.reconcile.articles import told

TALKS = "Northwind is in talks to raise about $400 million at a valuation near to $5 billion, two people said. "
ROUND = "Northwind has raised $185 million in a Series B led by Oakfund Capital, it said on Tuesday. "


def rivals(text: str) -> list[Claim]:
    briefing = told(("2026-03-12", text))
    return [one for one in briefing.claims if isinstance(one.values, FundingValues) and one.values.rival]


def figures(claims: list[Claim]) -> list[tuple[str, str]]:
    return [
        (amount.role, amount.money.raw.removeprefix("closer to ").removeprefix("nearer to "))
        for claim in claims
        if isinstance(claim.values, FundingValues)
        for amount in claim.values.amounts
    ]


@pytest.mark.parametrize(
    ("before", "words", "figure"),
    [
        (TALKS, "The Harbour Post had a version of this with a smaller number, $350 million.", "$350 million"),
        (TALKS, "The Harbour Post put it at $350 million.", "$350 million"),
        (TALKS, "One of the people said the amount could be closer to $350 million.", "$350 million"),
        (TALKS, "Another person put the figure at $350 million.", "$350 million"),
        (TALKS, "Others have heard $350 million.", "$350 million"),
        (TALKS, "Three funds that were asked point to a sum nearer to $450 million.", "$450 million"),
        (ROUND, "The Harbour Post has put the March round at $180 million.", "$180 million"),
        (ROUND, "A presentation shown to shareholders speaks of $172 million at first closing.", "$172 million"),
        (ROUND, "Filings show a smaller amount, $172 million.", "$172 million"),
    ],
)
def test_another_figure_for_the_sum_is_no_second_round(before: str, words: str, figure: str) -> None:
    assert figures(rivals(before + words)) == [("raised", figure)]
    briefing = told(("2026-03-12", before + words))
    assert len(briefing.funding) == 1
    assert [one.compatible for one in briefing.conflicts if one.topic.startswith("amount of")] == [False]


def test_another_figure_for_the_valuation() -> None:
    found = rivals(TALKS + "A third person spoke of a valuation closer to $4 billion.")
    assert ("valuation", "$4 billion") in figures(found)


def test_who_gives_the_figure_is_told_and_a_rumour_stays_one() -> None:
    claim = rivals(TALKS + "The Harbour Post had a version of this with a smaller number, $350 million.")[0]
    assert (claim.holders, claim.modality) == (("Harbour Post",), "rumoured")


@pytest.mark.parametrize(
    "words",
    [
        "Its rival Globex raised a smaller sum, $120 million, in May.",
        "Last year it raised a smaller amount, $120 million, from Larch Holdings.",
        "Revenue was actually $120 million.",
        "Northwind had sales of $150 million, and put them at closer to $160 million for this year.",
        "Globex put its price at $150 million.",
        "The round was larger than the $150 million that it had in mind.",
    ],
)
def test_figures_of_other_deals_and_things_are_no_rivals(words: str) -> None:
    assert rivals(ROUND + words) == []


def test_a_ceiling_and_a_figure_below_it_differ_if_the_one_is_set_against_the_other() -> None:
    text = "Northwind is in talks to raise as much as $500 million, two people said. "
    briefing = told(("2026-03-12", text + "Two funds point to a figure nearer to $450 million."))
    found = [one for one in briefing.conflicts if one.kind == "amount"]
    assert [len(one.positions) for one in found] == [2]
    assert [one.compatible for one in found] == [False]
