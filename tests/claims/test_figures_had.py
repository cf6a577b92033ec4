"""What a company has, runs and makes, whatever it counts: figures told by the words around them, and their dates."""

from __future__ import annotations

import pytest

from briefing.model.claim import Claim, FundingValues, MetricValues

from .close import claims_of, metric_values, printed


def _claims(text: str) -> tuple[Claim, ...]:
    body = f"The week at Northwind\n\nNorthwind is a carrier based in Oslo. {text}\n"
    return claims_of(body, date="2026-03-04", publisher="The Daily")


def _shown(text: str) -> list[tuple[str, str, str]]:
    """Name, figure and date of each."""
    return [(one.name, printed(one), one.as_of.edtf if one.as_of else "") for one in metric_values(_claims(text))]


def test_any_noun_counts_behind_a_verb_of_having() -> None:
    assert _shown("It handled an average of 310,000 crates a day in December, and its fleet grew to 2,450 barges.") == [
        ("crates", "310000 crates per day", "2025-12"),
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
    assert _shown("The net loss last year was $7 million, less than the year before.") == [
        ("net loss", "$7 million", "2025")
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


def test_a_count_without_its_noun_is_of_what_was_counted_before() -> None:
    text = "It has about 700 employees, most of them in Oslo, and plans to reach 900 by the end of 2027."
    assert [(name, figure, date) for name, figure, date in _shown(text)] == [
        ("employees", "700 employees", "2026-03-04"),
        ("employees", "900 employees", "2027-12"),
    ]
    text = "Northwind operates 14 barges. It plans to have 48 in service by the end of 2028."
    assert [(figure, date) for _, figure, date in _shown(text)] == [
        ("14 barges", "2026-03-04"),
        ("48 barges", "2028-12"),
    ]


def test_so_many_of_the_largest_are_one_figure() -> None:
    found = _shown("The company says 18 of the 20 largest ports have tried its software.")
    assert [figure for _, figure, _ in found] == ["18 largest ports"]


@pytest.mark.parametrize(
    "text",
    [
        "Grid operators have received requests for more than 500 gigawatts of batteries.",
        "The initiative has collected 1,900 signatures.",
        "The federal government intends to spend $35 billion on harbours by 2030.",
        "At $2 billion you'd pay 16 times its revenue.",
        "We are proud that our partners have doubled down.",
        "It does not have 300 barges.",
        "The figure could not be checked, as the 2025 accounts have not been filed.",
    ],
)
def test_what_others_have_and_what_nobody_has_is_left_out(text: str) -> None:
    assert _shown(text) == []


@pytest.mark.parametrize(
    ("text", "name", "figure"),
    [
        ("The ministry accounted for 71 per cent of sales.", "share of sales", "71 percent"),
        ("Some 340 people work in the old brewery.", "employees", "340 people"),
        ("The average number of staff over the year was 487.", "employees", "487 employees"),
        ("It has created more than 600 skilled jobs.", "skilled jobs", "600 skilled jobs"),
        ("In February Northwind laid off 12 percent of its staff.", "share of staff laid off", "12 percent"),
        (
            "It operates 14 sea rescue (SAR) boats.",
            "sea rescue (SAR) boats",
            "14 sea rescue (SAR) boats",
        ),
        ("The order backlog amounts to $540 million, not least thanks to Norway.", "order backlog", "$540 million"),
        ("It has 300 staff but no office abroad.", "employees", "300 staff"),
        ("Northwind puts its share of the ferry market at 14%.", "market share", "14 percent"),
    ],
)
def test_figures_by_the_words_around_them(text: str, name: str, figure: str) -> None:
    assert [(one, shown) for one, shown, _ in _shown(text)] == [(name, figure)]


def test_notes_name_a_measure_without_a_verb() -> None:
    text = "2025 revenue $81M, +69%. Cash $140M at May 31; burn $7.5M a month."
    assert [(name, figure) for name, figure, _ in _shown(text)] == [
        ("revenue", "$81M"),
        ("revenue growth", "69 percent"),
        ("cash", "$140M"),
        ("cash burn", "$7.5M"),
    ]


def _ahead(text: str) -> list[tuple[str, bool]]:
    return [
        (f"{one.value:g}" if one.value else one.amounts[0].money.raw, one.forward_looking)
        for claim in _claims(text)
        if isinstance(one := claim.values, MetricValues)
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A further 70 jobs are to be created by 2031.", [("70", True)]),
        (
            "It aims for $160 million in sales, and order intake in the first half was $130 million.",
            [("$160 million", True), ("$130 million", False)],
        ),
        (
            "Northwind intends to:\n\n- run a fleet of 60 barges by 2028\n- have 900 employees",
            [("60", True), ("900", True)],
        ),
    ],
)
def test_what_lies_ahead(text: str, figures: list[tuple[str, bool]]) -> None:
    assert _ahead(text) == figures


def test_a_tables_rows_have_units_and_years_in_their_labels() -> None:
    rows = "| Employees (year-end) | 61 | 96 |\n| Installed capacity (MW) | 70 | 180 |"
    table = f"| Item | 2024 | 2025 |\n|---|---|---|\n{rows}"
    assert _shown(f"It is small.\n\n{table}") == [
        ("employees", "61 employees", "2024"),
        ("employees", "96 employees", "2025"),
        ("installed capacity", "70 MW", "2024"),
        ("installed capacity", "180 MW", "2025"),
    ]
    facts = "| Field | Value |\n|---|---|\n| Revenue 2025 | $88M (filed Sept. 2026) |\n| Total equity funding | $517M |"
    assert _shown(f"It is small.\n\n{facts}") == [("revenue", "$88M", "2025"), ("total raised", "$517M", "")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The round was priced at $540 million before the money went in.", "valuation"),
        ("A person put it at around $760 million after the investment.", "valuation"),
    ],
)
def test_a_worth_is_told_by_the_money_beside_it(text: str, name: str) -> None:
    assert [one for one, _, _ in _shown(text)] == [name]


def test_what_an_order_is_worth_is_no_valuation() -> None:
    told = _shown("It signed a contract with the Ministry of Works worth $92 million.")
    assert told == [("contract value", "$92 million", "")]


def test_staff_of_a_part_are_not_the_staff() -> None:
    assert [name for name, _, _ in _shown("Its German staff rose to 300.")] == ["german staff"]
    assert [name for name, _, _ in _shown("It hires in Munich, taking its German staff to 300.")] == ["german staff"]


@pytest.mark.parametrize(
    ("text", "name", "figure"),
    [
        ("Its combined ratio improved by 2.3 percentage points to 94.1 per cent.", "combined ratio", "94.1 percent"),
        ("Claims costs rose by 18 per cent.", "claims costs growth", "18 percent"),
        ("It wrote premiums of $412m.", "premiums", "$412m"),
        ("The company, started in 2019, counts over 1,100 outlets.", "outlets", "1100 outlets"),
        ("Its game Driftwood grossed $118 million.", "gross revenue", "$118 million"),
        (
            "Oakfund, which paid $310m for a 60 per cent stake in Northwind in 2021, wants out.",
            "Oakfund stake",
            "60 percent",
        ),
        ("Oakfund bought Northwind in a deal that valued the business at $520m.", "valuation", "$520m"),
    ],
)
def test_more_figures_by_the_words_around_them(text: str, name: str, figure: str) -> None:
    assert (name, figure) in [(one, shown) for one, shown, _ in _shown(text)]


def test_so_many_for_each_thousand_count_no_policies() -> None:
    assert not [name for name, _, _ in _shown("It received 3.1 complaints per 1,000 policies.") if name == "policies"]


def test_a_verb_of_its_own_keeps_its_date_to_itself() -> None:
    text = "Northwind has 420 employees and booked revenue of $118 million in 2025."
    assert [(name, date) for name, _, date in _shown(text)] == [("employees", "2026-03-04"), ("revenue", "2025")]
    text = "Northwind said it had 210 developers and would grow to 340 by the end of 2027."
    assert _ahead(text) == [("210", False), ("340", True)]


def test_the_fiscal_year_under_way_is_a_date() -> None:
    text = "It had turned profitable in October and expected revenue to cross $450 million this fiscal."
    assert _shown(text)[-1] == ("revenue", "$450 million", "2026")


def test_those_who_use_it_are_counted() -> None:
    assert [figure for _, figure, _ in _shown("Today nine governments rely on its charts.")] == ["9 governments"]
    assert _shown("Nine governments rely on tides.") == []


def test_its_share_by_somebody_elses_count_is_its_own() -> None:
    text = "Northwind is growing. The research firm Datum puts its share of the ferry market at 14%."
    assert [(name, figure) for name, figure, _ in _shown(text)] == [("market share", "14 percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its EBIT margin fell to 7.8% from 11.4% a year earlier.", ("margin", "11.4 percent", "")),
        ("Northwind will cut 240 of its 3,200 jobs.", ("employees", "3200 jobs", "")),
        ("It employs 1,900 dentists, hygienists and staff.", ("employees", "1900 dentists", "2026-03-04")),
        ("Its total capacity is 60,000.", ("capacity", "60000 capacity", "2026-03-04")),
        ("Orders in hand amounted to $510 million at the end of June.", ("order backlog", "$510 million", "2025-06")),
        ("Northwind cut its 2026 sales forecast to $850 million.", ("sales", "$850 million", "2026")),
        (
            "It employs 190 people and says it grew revenues by 74% last year.",
            ("employees", "190 people", "2026-03-04"),
        ),
        ("It employs 170 people, and last year lost $9 million.", ("employees", "170 people", "2026-03-04")),
        ("Adjusted EBITDA of $3.1 million versus a loss of $0.6 million.", ("adjusted EBITDA", "$3.1 million", "")),
    ],
)
def test_names_and_dates_of_figures(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _shown(text)


def test_entries_of_a_list_begin_with_their_numbers() -> None:
    found = _shown(
        "Highlights of the quarter:\n\n- 212,000 crossings, compared to 161,000 in 2024\n- 640 school partnerships"
    )
    assert [figure for _, figure, _ in found] == ["212000 crossings", "161000 crossings", "640 school partnerships"]


def test_german_figures_behind_their_verbs() -> None:
    text = (
        "Das 2019 von Jane Doe gegründete Unternehmen Northwind beschäftigt derzeit 185 Mitarbeiter, vor einem Jahr "
        "waren es 120. Bis Ende 2027 soll die Zahl der Mitarbeiter auf 300 wachsen."
    )
    body = (
        f"Die Woche bei Northwind\n\nNorthwind aus Kassel ist ein Hersteller von Pumpen und hat eine Fabrik. {text}\n"
    )
    found = [
        (one.value, one.as_of.edtf if one.as_of else "", one.forward_looking)
        for one in metric_values(claims_of(body, date="2026-03-04", language="de"))
    ]
    assert found == [(185.0, "", False), (120.0, "2025-03~", False), (300.0, "2027-12", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It lost $44 million in 2025, compared with $61 million the year before.",
            ("net loss", "$61 million", "2024"),
        ),
        (
            "It had a net loss of $52 million on revenue of $231 million in 2025, compared with a net loss of $74 "
            "million on revenue of $164 million a year earlier.",
            ("net loss", "$74 million", "2024"),
        ),
        ("It had a net loss of $52 million on revenue of $231 million in 2025.", ("net loss", "$52 million", "2025")),
        (
            "Gross margins widened to 71 percent, and net revenue retention was high.",
            ("gross margin", "71 percent", ""),
        ),
        (
            "Northwind aims to break even by Q4 2027 and has cut its staff to 1,540.",
            ("employees", "1540 employees", "2026-03-04"),
        ),
        ("It has letters of intent for 250 aircraft.", ("aircraft", "250 aircraft", "2026-03-04")),
        ("It has more than $110m in the bank.", ("cash", "more than $110m", "2026-03-04")),
        ("Its take rate fell to 1.7% from 2.0%.", ("take rate", "2 percent", "")),
        ("Headcount rose to 310 from 250.", ("employees", "250 employees", "")),
        ("Turnover: $88.4m. Pre-tax loss: $14.1m (2024: $24.9m).", ("pre-tax loss", "$24.9m", "2024")),
        ("Northwind supplies water to 2.4 million people.", ("people served", "2.4e+06 people", "")),
        ("Its energy use has come down to 2.3 kWh from 3.4 in 2020.", ("energy use", "3.4 kWh", "2020")),
        ("Its loans outstanding doubled to $310m.", ("loans", "$310m", "")),
        (
            "A bank closed a loan to Northwind to finance a plant in Oslo that will turn out 5,000 tonnes a year and "
            "employ 340 people.",
            ("employees", "340 people", ""),
        ),
        ("It added 900 users in 2025 and ended the year with 5,000.", ("users", "5000 users", "2025")),
        ("It added 900 users in 2025 and ended the year with 5,000.", ("new users", "900 users", "2025")),
        ("Northwind, founded at the yard in 2021 by Jane Doe, will create 120 jobs.", ("jobs", "120 jobs", "")),
        ("Shares were up 61% before the bell.", ("share price growth", "61 percent", "")),
    ],
)
def test_more_names_and_dates_of_figures(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _shown(text)
