"""Figures of the subject, read from small texts on invented companies."""

from __future__ import annotations

import pytest

from briefing.claims import metrics
from briefing.model.claim import Claim, MetricValues

from .close import DAY, metric_values, printed, weekly


def _claims(text: str) -> list[Claim]:
    return [one for one in metrics.extract(weekly(text)) if isinstance(one, Claim)]


def _values(text: str, day: dict[str, str] | None = DAY) -> list[MetricValues]:
    return metric_values(metrics.extract(weekly(text, day=day)))


def _shown(text: str) -> list[tuple[str, str]]:
    """Name and figure of each."""
    return [(one.name, printed(one)) for one in _values(text)]


def test_revenue_with_its_base_and_growth() -> None:
    found = _values(
        "Northwind's revenue reached $45 million in 2024, up from $20 million a year earlier, a 125% increase."
    )
    assert [(one.name, one.as_of.edtf if one.as_of else "") for one in found] == [
        ("revenue", "2024"),
        ("revenue", "2023"),
        ("revenue growth", "2024"),
    ]
    assert [one.amounts[0].money.raw for one in found[:2]] == ["$45 million", "$20 million"]
    assert (found[2].value, found[2].unit) == (125.0, "percent")


def test_a_target_is_forward_looking_and_the_base_is_not() -> None:
    now, target = _values("Northwind wants to grow from 54 megawatts to over 200 megawatts in 2027.")
    assert (now.value, now.unit, now.forward_looking) == (54.0, "MW", False)
    assert (target.value, target.qualifier, target.forward_looking) == (200.0, "over", True)
    assert target.as_of is not None
    assert target.as_of.edtf == "2027"


def test_annual_recurring_revenue_then_now_and_aimed_at() -> None:
    found = _values(
        "In February, Northwind disclosed annual recurring revenue (ARR) of over $400 million, up from "
        "$20 million "
        "a year before, and it is on track to pass $1 billion in ARR this year."
    )
    assert [one.name for one in found] == ["annual recurring revenue"] * 3
    assert [one.forward_looking for one in found] == [False, False, True]
    assert [one.as_of.edtf if one.as_of else "" for one in found] == ["2025-02", "2024-02~", "2025"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Northwind employs 350 people in Oslo.", ("employees", "350 people")),
        ("Northwind serves 1,200 customers.", ("customers", "1200 customers")),
        ("Northwind operates 13 data centers across Europe.", ("data centers", "13 data centers")),
        ("Northwind says it powers the apps of more than 2 million developers.", ("developers", "2e+06 developers")),
        ("Northwind runs a 44MW data center near Oslo.", ("data center capacity", "44 MW")),
        ("Northwind's gross margin was 62%.", ("gross margin", "62 percent")),
        ("Northwind has a 30% market share.", ("market share", "30 percent")),
        ("Northwind claims its chip is 10 times faster.", ("times faster", "10 times")),
        ("Northwind's market cap is $4 billion.", ("market capitalization", "$4 billion")),
        ("Northwind is now valued at $8.6 billion.", ("valuation", "$8.6 billion")),
        ("Northwind processed total payment volume of $1.9 trillion.", ("total payment volume", "$1.9 trillion")),
        ("Northwind had a net loss of $12 million.", ("net loss", "$12 million")),
        ("Northwind announced a €4 billion investment strategy.", ("investment strategy", "€4 billion")),
        ("Northwind says that 88% of the Top Fifty are using its products.", ("share of Top Fifty", "88 percent")),
    ],
)
def test_one_figure(text: str, figure: tuple[str, str]) -> None:
    assert _shown(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Southgale's revenue reached $45 million.",
        "Southgale, a rival of Northwind, has 8 million users.",
        "The wind market is worth $60 billion.",
        "Northwind acquired Contoso for $300 million.",
        "Northwind raised $20 million at a $100 million valuation.",
        "Northwind was founded by three researchers.",
        "Northwind did not reach 2 million users.",
        "Northwind could reach revenue of $1 billion.",
        "Northwind bought a plant worth $20 million.",
        "Northwind makes the Turbine 4 and Level 4 systems.",
        "Northwind worked on it for five years.",
    ],
)
def test_no_figure_of_the_subject(text: str) -> None:
    assert _shown(text) == []


def test_a_conversion_goes_with_its_sum() -> None:
    (plan,) = _values("Northwind announced a €4 billion investment strategy (approximately $4.56 billion).")
    assert [amount.money.raw for amount in plan.amounts] == ["€4 billion", "approximately $4.56 billion"]
    assert plan.forward_looking


def test_an_elided_noun_is_that_of_the_figure_before() -> None:
    now, before = _values("Northwind runs the sites of more than 2 million developers, up from about 356,000 in 2024.")
    assert (before.value, before.name, before.qualifier) == (356_000.0, "developers", "about")
    assert (now.as_of.edtf if now.as_of else "", before.as_of.edtf if before.as_of else "") == ("2025-09-17", "2024")


def test_a_figure_of_an_undated_article_has_no_date_of_its_own() -> None:
    (found,) = _values("Northwind employs 350 people.", day=None)
    assert found.as_of is None


def test_who_says_so_is_kept() -> None:
    (claim,) = _claims("Northwind said it serves 1,200 customers.")
    assert claim.holders == ("Northwind",)
    assert claim.holder_kind == "company"


def test_the_quote_holds_the_figure() -> None:
    for claim in _claims("Northwind employs 350 people and serves 1,200 customers in 14 countries."):
        assert isinstance(claim.values, MetricValues)
        assert f"{claim.values.value:,.0f}" in claim.evidence.quote


def test_a_table_of_figures() -> None:
    table = "| Metric | 2023 | 2024 |\n|---|---|---|\n| Revenue | $20M | $45M |\n| Employees | 100 | 350 |\n"
    found = _values(table)
    assert [(one.name, one.as_of.edtf if one.as_of else "") for one in found] == [
        ("revenue", "2023"),
        ("revenue", "2024"),
        ("employees", "2023"),
        ("employees", "2024"),
    ]
    assert [one.value for one in found[2:]] == [100.0, 350.0]


def test_a_sentence_that_goes_on_with_the_measure() -> None:
    found = _values(
        "Northwind's annualized revenue reached $90 million in August. It expects to hit $150 million by 2026."
    )
    assert [(one.name, one.forward_looking) for one in found] == [
        ("annualized revenue", False),
        ("annualized revenue", True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Headcount has nearly tripled over the past year to 310.", [("employees", "310 employees")]),
        ("The number of customers had more than doubled since May to 140.", [("customers", "140 customers")]),
        ("Northwind's loss narrowed during the year to $4 million.", [("loss", "$4 million")]),
    ],
)
def test_the_time_that_a_change_took_stands_before_its_figure(text: str, expected: list[tuple[str, str]]) -> None:
    assert [one for one in _shown(text) if "times" not in one[1]] == expected


@pytest.mark.parametrize(
    "text", ["Shares of Contoso, which sells pumps, have fallen 50% this year.", "Contoso's stock rose 2 per cent."]
)
def test_what_shares_did_is_no_growth(text: str) -> None:
    assert _shown(text) == []
