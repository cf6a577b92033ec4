"""Figures told by label or by the noun phrase they are said of, and whose they are: small texts, invented companies."""

from __future__ import annotations

import pytest

from briefing.claims import metrics
from briefing.model.claim import MetricValues

from .close import metric_values, printed, weekly


def _values(text: str) -> list[MetricValues]:
    return metric_values(metrics.extract(weekly(text)))


def _shown(text: str) -> list[tuple[str, str]]:
    return [(one.name, printed(one)) for one in _values(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Northwind's operating expenses rose to $14.2 million.", ("operating expenses", "$14.2 million")),
        ("Northwind grew again. Net loss: $8.1 million.", ("net loss", "$8.1 million")),
        ("Northwind is a lender. Its non-performing loans stood at 2.4%.", ("non-performing loans", "2.4 percent")),
        ("Northwind's order intake reached €77 million.", ("order intake", "€77 million")),
        ("Northwind lends. It employs 310, up from 180 a year ago.", ("employees", "310 employees")),
        ("Northwind lends. Staff numbers have risen to 310.", ("employees", "310 employees")),
        ("Northwind's subscribers fell by 3% to 2.4 million.", ("subscribers", "2.4e+06 subscribers")),
        ("Northwind lends. Women make up 63% of its borrowers.", ("share of borrowers", "63 percent")),
        ("Northwind has disbursed $300 million in loans.", ("loans disbursed", "$300 million")),
        ("Northwind serves 45,000 shops.", ("shops", "45000 shops")),
        ("Northwind has a cash runway of 24 months.", ("cash runway", "24 months")),
        ("Northwind's market share in Kenya is 14%.", ("market share", "14 percent")),
        ("Northwind sold shares at an offering price of $17.00 per share.", ("offering price", "$17.00 per share")),
        (
            "Northwind is in line for as much as $90 million in development and sales milestones.",
            ("milestone payments", "as much as $90 million"),
        ),
        ("Nearly 900 people work for Northwind.", ("employees", "900 people")),
        ("Northwind ended March with $55 million in cash.", ("cash", "$55 million")),
        (
            "Northwind is building its second kiln, Tellus Two. Tellus Two can produce 400,000 tonnes a year.",
            ("capacity of Tellus Two", "400000 tonnes per year"),
        ),
        ("Northwind bakes. Its first plant has a capacity of 900 tonnes per day.", ("capacity", "900 tonnes per day")),
        ("Key facts about Northwind\n\n• Employees: 740\n• Founded: 2019", ("employees", "740 employees")),
        ("Key facts about Northwind\n\n• Order backlog: €310 million\n• Seat: Oslo", ("order backlog", "€310 million")),
        (
            "Northwind grew. Adjusted EBITDA came in at $8 million, up from $3 million.",
            ("adjusted EBITDA", "$3 million"),
        ),
        ("Northwind makes stoves. The heat efficiency, from wood to room, is 84%.", ("heat efficiency", "84 percent")),
        (
            "Northwind lends. Cash in hand, according to the June accounts, stood at €26 million.",
            ("cash", "€26 million"),
        ),
        ("Northwind says that its error rate, at 0.4%, is the lowest of all.", ("error rate", "0.4 percent")),
        ("Northwind has a market value of about $1.4 billion.", ("market value", "about $1.4 billion")),
        ("Northwind has cut its harvest losses from around 40% to 8%.", ("harvest losses", "8 percent")),
        ("Northwind keeps churn below 2%.", ("churn", "2 percent")),
        ("Northwind took its headcount to 310.", ("employees", "310 employees")),
        ("Northwind wants to expand its network from 480 to 1,200 depots.", ("depots", "1200 depots")),
    ],
)
def test_a_figure_is_called_what_it_is_said_of(text: str, figure: tuple[str, str]) -> None:
    assert figure in _shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Northwind bakes. Flour prices rose 5 per cent in May.",
        "Northwind lends. Funds raised by startups in Norway fell 12% to $2 billion.",
        "Northwind leads. Southgate raised €6 million in January and says it will have 70,000 tonnes of capacity.",
        "Key facts about Northwind\n\n• Founded: 2019\n• Seat: Oslo",
        "Northwind bought Southgate for $55 million in cash.",
    ],
)
def test_other_peoples_figures_and_years_are_no_metrics(text: str) -> None:
    assert _shown(text) == []


def test_the_measure_goes_on_into_the_next_sentence() -> None:
    now, ahead = _values("Northwind's revenue came to $61 million in 2024. It expects to pass $900 million in 2029.")
    assert (now.name, now.forward_looking, ahead.name, ahead.forward_looking) == ("revenue", False, "revenue", True)


def test_what_a_target_or_a_deal_would_bring_lies_ahead() -> None:
    told = "Northwind cut its target for orders to €15 million from €25 million."
    targets = {printed(one): one for one in _values(told)}
    assert {one.name for one in targets.values()} == {"target for orders"}
    assert [one.forward_looking for one in targets.values()] == [True, True]
    lifted = _values("Northwind buys Contoso. The deal would lift the group's active users to 900.")
    assert [(one.name, one.forward_looking) for one in lifted] == [("active users", True)]
    plant = _values("Northwind's second plant would turn out 60,000 tonnes a year from 2029.")
    assert [(one.value, one.forward_looking) for one in plant] == [(60_000, True)]
    assert not _values("Northwind sells pumps. If it lifted its users to 900, it would open a shop.")
