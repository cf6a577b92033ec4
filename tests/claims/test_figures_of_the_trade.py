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
        ('"I run a company of 271 people," said chief executive Jane Roe.', 271),
        ('"We were 83 a year ago," said chief executive Jane Roe.', 83),
        ("Of the 517 on the payroll, a third work in Kawasaki.", 517),
        ("Some 300 people are on its payroll.", 300),
        ("Head count is 634.", 634),
        ("The head count peaked at 1,740 in 2021.", 1740),
        ("There are now 45 people in its office in Lisbon.", 45),
        ('"We\'re 67 people in two sheds," said Jane Roe, its founder.', 67),
    ],
)
def test_those_who_work_for_the_company(words: str, staff: int) -> None:
    assert _figures(words)["employees"] == staff


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("It has handed over 73 Kestrels since March.", {"Kestrels": 73}),
        ("By late autumn, 118 Kestrels had been sold.", {"Kestrels": 118}),
        ("Northwind runs 14 Kestrels at its ports.", {"Kestrels at Northwind": 14}),
        ("Northwind, a port operator, ordered 55 units in May.", {"units ordered": 55}),
        ("The coastguard has bought 160 drones.", {"drones ordered": 160}),
        ("Its open model has been downloaded more than 340,000 times.", {"downloads": 340000}),
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
        ("Its cash balance was $21.7 million on March 31.", {"cash balance": "$21.7 million"}),
        ("- Founded: 2015\n- Net loss, 30 June 2025: $37m", {"net loss": "$37m"}),
        ("The average fare is $7.10.", {"average fare": "$7.10"}),
        ("Pricing starts at $510 a drone.", {"price": "$510"}),
        ("The drone sells for $164,000.", {"price": "$164,000"}),
        ("Customers pay from $17 per user and month.", {"price": "$17 per user"}),
        ("The company had taken in $8m by the end of May.", {"revenue": "$8m"}),
        ("The regulator imposed a penalty of $2.4 million.", {"penalty": "$2.4 million"}),
        ("Some $35 million is earmarked for a new hangar.", {"earmarked for a new hangar": "Some $35 million"}),
        (
            "The company will invest $52 million of the proceeds in its repair shop.",
            {"earmarked for its repair shop": "$52 million"},
        ),
        (
            "Wages made up the biggest part of costs, at $26 million.",
            {"wages": "$26 million"},
        ),
        (
            "Recurring revenue has reached $83 million. Of that, $61 million is from customers abroad.",
            {
                "recurring revenue": "$83 million",
                "recurring revenue that is from customers abroad": "$61 million",
            },
        ),
        ("Anything above $18,000 still goes to a clerk.", {}),
    ],
)
def test_its_sums(words: str, figures: dict[str, str]) -> None:
    assert _figures(words) == figures


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("About 45 of the joint 620 jobs will go.", {"jobs cut": 45, "employees": 620}),
        ("The loss ratio was a hundred and seven.", {"loss ratio": 107}),
        ("The company was losing around $4 per flight on its mail run.", {"loss per flight": "around $4 per flight"}),
        ("She put cost savings at 6 million euros by 2028.", {"cost savings": "6 million euros"}),
        ('The company has "over 22 months" of cash.', {"cash runway": 22}),
        ("The trial will enrol about 85 pilots at 14 centres.", {"pilots": 85, "centres": 14}),
        ("Globex committed in October to at least 900 units.", {"units ordered": 900}),
        ("There's $9m left.", {"cash": "$9m"}),
        ("Each drone is leased for $240 a month.", {"price": "$240 a month"}),
        ("It asks for a subscription of $6.20 a flight.", {"subscription": "$6.20"}),
        ("Its rotor draws about 35% less power than others.", {"less power": 35}),
    ],
)
def test_what_else_is_told(words: str, figures: dict[str, float | str]) -> None:
    assert _figures(words) == figures


@pytest.mark.parametrize(
    "words",
    [
        "He saved, he thinks, $9 a day and paid out $5.10.",
        "The law asks any firm with 80 or more workers for a canteen.",
        '"By 2035 there will be four companies left," said chief executive Jane Roe.',
        "A ranking of the 70 Japanese companies to know comes out in May.",
        "Auditors went through the badges of 26 engineers.",
        '"We would like a partner who has 250 people in Chile," said chief executive Jane Roe.',
        "The next harbour is 25 miles north.",
        "It competes with about 35 companies.",
        "A survey found that 61 per cent of firms were paid late, against 47 per cent in 2022.",
        "Its rival Contoso has since ordered 1,100 drones.",
    ],
)
def test_what_is_nobodys(words: str) -> None:
    assert _figures(words) == {}


def test_a_rivals_figure_beside_ones_own() -> None:
    found = _figures("Revenue is to come to $83 million by December, compared with $64 million for Contoso.")
    assert found == {"revenue": "$83 million"}


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Cash had dwindled to $14m.", {"cash": "$14m"}),
        ("By now the company has laid 730km of cable.", {"km": 730}),
        ("Regulators in Norway fined Acme Orbital $310,000 last June.", {"fine": "$310,000"}),
        ("Its numbers: 760 paying companies, and churn of 4%.", {"paying companies": 760, "churn": 4}),
        ("The payroll, 143 strong, will grow.", {"employees": 143}),
        ("One is Skyglobe itself, which has over 30m users.", {}),
        ("It sells through employers with fewer than 90 workers.", {}),
    ],
)
def test_more_of_the_trade(words: str, figures: dict[str, float | str]) -> None:
    assert _figures(words) == figures


def test_where_a_rate_stood_is_no_growth() -> None:
    assert _figures("Arrears have fallen from 9% to 6%.") in ({"arrears": 6}, {"arrears": 9})


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Acme Orbital will rent 700 processors for two years.", {"processors": 700}),
        ("To do it the company is taking on 130 riggers.", {"new employees": 130}),
        ("The order is its biggest; its value was put at $23 million.", {"order value": "$23 million"}),
        ("A year later, subscribers had hit 54,000. Pilots: 86.", {"subscribers": 54000, "pilots": 86}),
        ("The 52 people let go in May were its pilots.", {"jobs cut": 52}),
        ("It promised a visit for a $27 monthly subscription.", {"subscription": "$27"}),
        (
            "It had 1.3 million lines in service. It added 210,000 this year.",
            {"lines": 1_300_000, "new lines": 210_000},
        ),
        ("Monthly churn is at 1.4 percent, compared with the industry's 2 percent.", {"churn": 1.4}),
        ("The latter's holding rose from 13 to 19 per cent.", {"stake": 19}),
        ("Interviews with 21 former employees point to a dull culprit.", {}),
        ("Globex will buy 27 drones under the contract.", {"drones ordered": 27}),
        ("Thirty of Acme Orbital's 170 posts will be eliminated.", {"employees": 170}),
        ("Some 25 of the 140 jobs in Turin are set to disappear.", {"jobs cut": 25}),
        ("Monthly outflow: $3.4 million.", {"monthly outflow": "$3.4 million"}),
        ("It is at work in Norway, where 1.2 million people have used it.", {"people served": 1_200_000}),
        ("In May the workforce was trimmed by 90, to 310.", {"jobs cut": 90, "employees": 310}),
        ("The workforce grew by 45, to 290.", {"employees": 290}),
        ("Of 58 people, 40 are in Oslo.", {"employees": 58}),
        ('"We charge the owner $13 per flight," said chief executive Jane Roe.', {"price": "$13 per flight"}),
        ("Any Irish or Welsh firm with turnover up to $9m can buy one.", {}),
        ("That became a free app, Wren, which still has 40,000 users.", {"users": 40000}),
        ("It stands in 180 ports. Pilots flew 31,000 of those in May.", {"ports": 180}),
        ("Today's price in Chile is nearer to $14,000.", {}),
        ("The going rate is 8 to 12.", {}),
    ],
)
def test_figures_in_other_places(words: str, figures: dict[str, float | str]) -> None:
    assert _figures(words) == figures


def test_a_measure_that_the_year_before_had() -> None:
    text = (
        "Acme Orbital builds drones\n\nAcme Orbital is a drone maker. Sales came to $29 million. "
        "The year before it was $16 million.\n"
    )
    source = read("one.txt", text.encode(), "s1")
    subject = find_subject((source,))
    briefing = reconcile((source,), subject, *claims.extract((source,), subject))
    assert sorted(one.amounts[0].raw for one in briefing.metrics if one.name == "sales") == [
        "$16 million",
        "$29 million",
    ]


def test_a_measure_that_the_sentence_before_began_with() -> None:
    text = (
        "Acme Orbital builds drones\n\nAcme Orbital is a drone maker. Revenue peaked at $83 million in 2021. "
        "It was $47 million last year.\n"
    )
    source = read("one.txt", text.encode(), "s1")
    subject = find_subject((source,))
    briefing = reconcile((source,), subject, *claims.extract((source,), subject))
    sums = [one.amounts[0].raw for one in briefing.metrics if one.name == "revenue"]
    assert sorted(sums) == ["$47 million", "$83 million"]


def test_dollars_that_are_marked_once() -> None:
    text = (
        "Harbours to spend A$64m on Acme Orbital's drones\n\nAcme Orbital is a drone maker.\n\n"
        "It is a $64 million vote of confidence. Sales were $22 million last year.\n"
    )
    source = read("one.txt", text.encode(), "s1")
    subject = find_subject((source,))
    briefing = reconcile((source,), subject, *claims.extract((source,), subject))
    sales = next(one for one in briefing.metrics if one.name == "sales")
    assert [one.currency for one in sales.amounts] == ["AUD"]
