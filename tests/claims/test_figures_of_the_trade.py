"""Figures told in other ways than by a noun of business and its verb: staff, wares, prices, parts of sums, labels."""

from __future__ import annotations

import pytest

from briefing import claims
from briefing.claims import find_subject
from briefing.reconcile import reconcile
from briefing.sources import read


def _figures(words: str) -> dict[str, float | str | None]:
    """Name of the measure → its count, or its sum as printed."""
    text = (
        "Acme Orbital builds weather drones\n\nAcme Orbital is a drone maker based in Kawasaki. "
        f"Its drone is called Kestrel.\n\n{words}\n"
    )
    source = read("one.txt", text.encode(), "s1")
    subject = find_subject((source,))
    briefing = reconcile((source,), subject, *claims.extract((source,), subject))
    return {one.name: one.amounts[0].raw if one.amounts else one.value for one in briefing.metrics}


@pytest.mark.parametrize(
    ("words", "staff"),
    [
        ('"I have got a company of 380 people," said chief executive Jane Roe.', 380),
        ('"We were 190 a year ago," said chief executive Jane Roe.', 190),
        ("Of the 460 on the payroll, just over half work in Kawasaki.", 460),
        ("Some 300 people are on its payroll.", 300),
        ("Head count is 820.", 820),
        ("The head count peaked at 2,350 in 2022.", 2350),
        ("Today there are 60 people in an office in Lisbon.", 60),
        ('"We\'re 58 people in three offices," said Jane Roe, its founder.', 58),
    ],
)
def test_those_who_work_for_the_company(words: str, staff: int) -> None:
    assert _figures(words)["employees"] == staff


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("It has placed 62 Kestrels since then.", {"Kestrels": 62}),
        ("By the end of June, 90 Kestrels had been sold.", {"Kestrels": 90}),
        ("Northwind runs 11 Kestrels around the clock.", {"Kestrels at Northwind": 11}),
        ("Northwind, a telecoms group, ordered 40 units in February.", {"units ordered": 40}),
        ("The navy has bought 140 drones.", {"drones ordered": 140}),
        ("Its open model has been downloaded more than 210,000 times.", {"downloads": 210000}),
        ("Northwind has bought 20 lorries.", {}),
        ("Northwind has bought 20 drones from Contoso.", {}),
        ("Northwind has 400 Canadians on its books.", {}),
    ],
)
def test_its_wares(words: str, figures: dict[str, float]) -> None:
    assert _figures(words) == figures


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Its cash balance was $16.3 million on June 30.", {"cash balance": "$16.3 million"}),
        ("- Founded: 2015\n- Net loss, 31 March 2025: $412m", {"net loss": "$412m"}),
        ("The average fare is $6.40.", {"average fare": "$6.40"}),
        ("Pricing starts at $420 a drone.", {"price": "$420"}),
        ("The machine sells for $285,000.", {"price": "$285,000"}),
        ("Customers pay from $12 per user and month.", {"price": "$12 per user"}),
        ("The company had taken in $6m by the end of March.", {"revenue": "$6m"}),
        ("The regulator imposed a penalty of $1.8 million.", {"penalty": "$1.8 million"}),
        ("Some $40 million is earmarked for acquisitions.", {"earmarked for acquisitions": "Some $40 million"}),
        (
            "The company will invest $40 million of the proceeds in its lending arm.",
            {"earmarked for its lending arm": "$40 million"},
        ),
        (
            "Wages made up the biggest part of costs, at $231 million.",
            {"wages": "$231 million"},
        ),
        (
            "Recurring revenue has reached $70 million. Of that, $48 million is from customers abroad.",
            {
                "recurring revenue": "$70 million",
                "recurring revenue that is from customers abroad": "$48 million",
            },
        ),
        ("Anything above $25,000 still goes to a human being.", {}),
    ],
)
def test_its_sums(words: str, figures: dict[str, str]) -> None:
    assert _figures(words) == figures


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("About 70 of the combined 830 jobs will go.", {"jobs cut": 70, "employees": 830}),
        ("The loss ratio was a hundred and eighteen.", {"loss ratio": 118}),
        ("The company was losing around $3 per student on its tutor.", {"loss per student": "around $3 per student"}),
        ("He put cost savings at 9 million euros from the second year.", {"cost savings": "9 million euros"}),
        ('The company has "over 30 months" of cash.', {"cash runway": 30}),
        ("The trial will enrol approximately 72 adults at 19 centres.", {"adults": 72, "centres": 19}),
        ("CoreCloud committed in February to at least 6,000 units.", {"units ordered": 6000}),
        ("There's $12m left.", {"cash": "$12m"}),
        ("Each one is leased for $189 a month.", {"price": "$189 a month"}),
        ("It asks for a subscription of $4.80 a hectare.", {"subscription": "$4.80"}),
        ("Its rotor draws about 40% less power than others.", {"less power": 40}),
    ],
)
def test_what_else_is_told(words: str, figures: dict[str, float | str]) -> None:
    assert _figures(words) == figures


@pytest.mark.parametrize(
    "words",
    [
        "He saved, he reckons, $7 a day and paid out $4.80.",
        "The law requires any firm with 50 or more workers to provide a nursery.",
        '"In five years there will be three companies left," said chief executive Jane Roe.',
        "A list of the 50 Japanese companies to watch comes out in April.",
        "Lawyers went through the contracts of 30 engineers.",
        '"We would like a partner who has 400 people in Europe," said chief executive Jane Roe.',
        "The next town is 40 miles north.",
        "It competes with about 40 companies.",
        "A survey found that 61 per cent of firms were paid late, against 47 per cent in 2022.",
        "Its rival Contoso has since ordered 2,000 drones.",
    ],
)
def test_what_is_nobodys(words: str) -> None:
    assert _figures(words) == {}


def test_a_rivals_figure_beside_ones_own() -> None:
    found = _figures("Revenue is to come to $83 million by December, compared with $64 million for Contoso.")
    assert found == {"revenue": "$83 million"}
