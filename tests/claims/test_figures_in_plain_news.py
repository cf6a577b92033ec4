"""Figures as agencies, accounts and digests print them: levels by any noun, rates of before, tables of two years."""

from __future__ import annotations

import pytest

from briefing.model.claim import FundingValues, MetricValues, TieValues

from .close import claims_of, robots


def _figures(text: str) -> set[tuple[str, object]]:
    found = claims_of(text, date="2026-10-12")
    values = (one.values for one in found if isinstance(one.values, MetricValues))
    return {(one.name, one.amounts[0].money.raw if one.amounts else one.value) for one in values}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Debt stood at €85 million at the end of June.", {("debt", "€85 million")}),
        ("Deliveries fell to 1,840 from 2,210.", {("deliveries", 1840), ("deliveries", 2210)}),
        ("Recovery of nickel averaged 72% in 2025.", {("recovery of nickel", 72)}),
        ("Subscriptions brought in $31 million last year.", {("revenue", "$31 million")}),
        ("The new plant is 44% complete.", {("completion", 44)}),
        ("Acme's model scored 63.9% on the benchmark.", {("score", 63.9)}),
        ("The site will close in May, with the loss of 74 jobs.", {("jobs cut", 74)}),
        ("Revenue grew more than fivefold in 2025.", {("revenue growth", 5)}),
        (
            "Its share of the market fell to 12% in June from 15% in May.",
            {("market share", 12), ("market share", 15)},
        ),

    ],
)  # fmt: skip
def test_levels(text: str, figures: set[tuple[str, object]]) -> None:
    assert _figures(robots(text)) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Asked about profit, Roe talked about Globex, which is thought to lose $20 million a month.",
        "Its partner Globex, which runs 54 terminals, will try the robots.",
        "Both rivals are bigger – Globex Systems has 3,400 employees.",
        "The latest win is Norvik Rail, the state railway, with 31,000 employees.",
        "Norway spends £4.6bn a year on sick leave.",
        "Globex Systems: $27 million.",
        "Parcel firm Globex, which has 11,000 staff, has been using Acme's robots since May.",
        "Analysts had on average expected revenue of $118 million.",
    ],
)
def test_figures_of_others_named_right_in_front(text: str) -> None:
    assert _figures(robots(text)) == set()


_DIGEST = """Filing digest: Acme Battery Project

Acme Battery shreds old batteries in Lyon.

SELECTED FINANCIALS
| 2025 | 2024
Revenue | $71.5 million | $58.5 million
Net loss | $(48.5) million | $(41.5) million

OUTSTANDING DEBT
Lender | Type | Commitment | Drawn 3/31/26 | Maturity
Norvik Credit | Senior secured term loan (Oct. 2025) | $120.5 million | $120.5 million | 2030
Fjord Bank | Revolving facility | $40.5 million | $11.5 million | 2027

TODAY'S TOP READS
1. Museum lands $2 million gift
"""


def test_a_table_whose_first_corner_is_empty() -> None:
    assert _figures(_DIGEST) == {
        ("revenue", "$71.5 million"),
        ("revenue", "$58.5 million"),
        ("net loss", "$(48.5) million"),
        ("net loss", "$(41.5) million"),
    }


def test_a_table_with_a_year_in_front_of_each_row() -> None:
    text = (
        "Acme in figures\n\nAcme builds robots in Lyon.\n\n"
        "| Year  | Robots delivered | Revenue (NOK m) | Profit/loss (NOK m) | Staff |\n"
        "|-------|-----------------:|----------------:|--------------------:|------:|\n"
        "| 2024  |              37  |          48.5   |             (26.5)  |    61 |\n"
        "| 2025  |              83  |         112.5   |               9.5   |    95 |\n"
    )
    found = (one.values for one in claims_of(text, date="2026-03-02") if isinstance(one.values, MetricValues))
    levels = {
        (one.name, one.as_of.edtf if one.as_of else "", one.amounts[0].money.value if one.amounts else one.value)
        for one in found
    }
    assert levels == {
        ("robots delivered", "2024", 37),
        ("revenue", "2024", 48_500_000),
        ("loss", "2024", 26_500_000),
        ("employees", "2024", 61),
        ("robots delivered", "2025", 83),
        ("revenue", "2025", 112_500_000),
        ("profit", "2025", 9_500_000),
        ("employees", "2025", 95),
    }


def test_a_table_of_debts() -> None:
    found = claims_of(_DIGEST, date="2026-10-12")
    lenders = {one.values.name for one in found if isinstance(one.values, TieValues) and one.values.tie == "lender"}
    funding = (one.values for one in found if isinstance(one.values, FundingValues))
    assert lenders == {"Norvik Credit", "Fjord Bank"}
    assert [values.amounts[0].money.raw for values in funding] == ["$120.5 million", "$40.5 million"]


def test_a_transcript_with_times() -> None:
    text = (
        "Talk: Acme\n\nAcme builds robots.\n\n[00:31] LIND: My guest is Jane Roe, chief "
        "financial officer of Acme. Welcome.\n\n[00:42] JANE ROE: Thanks for having me.\n\n[02:47] ROE: We signed "
        "Globex in April for their plant in Lund.\n"
    )
    found = [one for one in claims_of(text, date="2026-10-12") if isinstance(one.values, TieValues)]
    assert [(one.values.name, one.values.tie, one.holders) for one in found] == [("Globex", "customer", ("Jane Roe",))]


def test_what_is_first_to_be_reached_is_no_level() -> None:
    text = robots("The second half is paid when recurring revenue passes €14 million, which we expect in May.")
    found = [one.values for one in claims_of(text, date="2026-10-12") if isinstance(one.values, MetricValues)]
    assert [(one.name, one.forward_looking) for one in found] == [("recurring revenue", True)]


def test_the_size_of_a_study_is_no_figure_of_the_company() -> None:
    assert _figures(robots("In a study of 4,200 patients, Acme's robots made no error.")) == set()


def test_now_is_a_level_and_what_is_to_come_a_target() -> None:
    found = claims_of(robots("Headcount, now 210, is expected to reach 380 by the end of the year."), date="2026-03-02")
    values = [one.values for one in found if isinstance(one.values, MetricValues)]
    assert [(one.value, one.forward_looking) for one in values] == [(210, False), (380, True)]


def test_what_a_whole_trade_will_be_worth_is_no_value_of_the_company() -> None:
    assert (
        _figures(robots("We believe that the category will be worth a trillion dollars, and that Acme will lead it."))
        == set()
    )


def test_who_has_no_name_is_a_rumour() -> None:
    text = "Its worth? A man I know who once ran a bank in Oslo told me it was $425 million before the new cash."
    found = [one for one in claims_of(robots(text), date="2026-10-12") if isinstance(one.values, MetricValues)]
    assert [(one.values.name, one.modality) for one in found] == [("valuation", "rumoured")]


def test_a_conditional_commitment_is_no_loan_yet() -> None:
    text = robots("Acme has a conditional commitment for a $75 million loan from the Ministry of Energy.")
    found = [one for one in claims_of(text, date="2026-10-12") if isinstance(one.values, FundingValues)]
    assert [one.modality for one in found] == ["planned"]
