"""What a company has, runs and makes, whatever it counts: figures told by the words around them, and their dates."""

from __future__ import annotations

import pytest

from briefing import sources
from briefing.claims import extract, find_subject
from briefing.model.claim import Claim, FundingValues, MetricValues


def _claims(text: str) -> list[Claim]:
    body = f"The week at Northwind\n\nNorthwind is a carrier based in Oslo. {text}\n"
    source = sources.read("01.txt", body.encode(), "s1", {"date": "2026-03-04", "publisher": "The Daily"})
    subject = find_subject((source,))
    return list(extract((source,), subject)[0])


def _shown(text: str) -> list[tuple[str, str, str]]:
    """Name, figure and date of each."""
    return [
        (
            one.name,
            one.amounts[0].money.raw if one.amounts else f"{one.value:g} {one.unit}",
            one.as_of.edtf if one.as_of else "",
        )
        for claim in _claims(text)
        if isinstance(one := claim.values, MetricValues)
    ]


def test_any_noun_counts_behind_a_verb_of_having() -> None:
    assert _shown("It handled an average of 310,000 crates a day in December, and its fleet grew to 2,450 barges.") == [
        ("crates", "310000 crates", "2025-12"),
        ("barges", "2450 barges", "2025-12"),
    ]


def test_a_list_goes_on_behind_its_first_figure() -> None:
    found = _shown("Northwind operates 46 ferries between 11 piers.")
    assert [figure for _, figure, _ in found] == ["46 ferries", "11 piers"]


def test_a_number_that_nobody_has_is_no_figure() -> None:
    assert _shown("The old harbour burned for 31 nights and 14 houses fell.") == []


def test_both_ends_of_a_move_are_figures_of_what_moved() -> None:
    assert [(name, figure) for name, figure, _ in _shown("Headcount fell from 1,900 to 1,640.")] == [
        ("employees", "1900 employees"),
        ("employees", "1640 employees"),
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Northwind runs 1.9 gigawatt-hours of storage.", "1.9 GWh"),
        ("Northwind runs 250 megawatt hours of storage.", "250 MWh"),
        ("Northwind runs 250 megawatts of storage.", "250 MW"),
    ],
)
def test_energy_is_no_power(text: str, figure: str) -> None:
    assert [one for _, one, _ in _shown(text)] == [figure]


def test_a_year_earlier_is_counted_from_the_year_of_the_figure_and_not_from_the_day_of_the_report() -> None:
    text = (
        "It narrowed its net loss to $21 million last year from $34 million a year earlier, its report on Monday said."
    )
    assert [date for _, _, date in _shown(text)] == ["2025", "2024"]


def test_less_than_the_year_before_is_no_date_of_the_figure() -> None:
    assert _shown("The net loss last year was $27 million, less than the year before.") == [
        ("net loss", "$27 million", "2025")
    ]


def test_the_end_of_a_list_dates_its_first_figure() -> None:
    found = _shown("It had more than 1,200 employees across five offices at the end of 2025.")
    assert found[0] == ("employees", "1200 employees", "2025-12")


@pytest.mark.parametrize(
    "text",
    [
        "Northwind, founded in 2018 by Jane Doe, employs 1,800 people.",
        "Northwind has 1,800 employees and aims to break even by the end of 2027.",
    ],
)
def test_the_date_of_something_else_is_not_the_figures(text: str) -> None:
    assert [date for _, _, date in _shown(text)] == ["2026-03-04"]


def test_the_base_of_one_measure_does_not_date_the_next() -> None:
    text = "Turnover for the year to 31 December was $61m, against $36m in 2024, while its pre-tax loss widened to $9m."
    assert _shown(text)[-1] == ("pre-tax loss", "$9m", "2025-12-31")


def test_a_year_to_a_month_is_a_date() -> None:
    assert _shown("Its sales doubled to $38 million in the year to June.")[-1] == ("sales", "$38 million", "2025-06")


def test_what_one_said_it_would_carry_lies_ahead() -> None:
    (values,) = (
        one.values
        for one in _claims("Northwind said it would carry 650,000 passengers this year.")
        if isinstance(one.values, MetricValues)
    )
    assert values.forward_looking


def test_its_own_report_is_the_companys_word() -> None:
    (claim,) = (
        one
        for one in _claims("Northwind made a profit of $5 million, according to its latest accounts in the register.")
        if isinstance(one.values, MetricValues)
    )
    assert claim.holder_kind == "company"


def test_a_footnote_mark_is_no_part_of_a_sum() -> None:
    sums = [
        amount.money.value
        for claim in _claims("In June Northwind raised €310M¹ in a Series C led by Oakfund.")
        if isinstance(claim.values, FundingValues)
        for amount in claim.values.amounts
    ]
    assert sums == [310_000_000]
