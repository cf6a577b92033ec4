"""Whose a figure is that stands near the company: a partner's, a country's, a person's, a rival's; and its own."""

from __future__ import annotations

import pytest

from briefing.claims import metrics

from .close import figures, metric_values, pumps


@pytest.mark.parametrize(
    "words",
    [
        "Shares in Norvik rose 1.2 per cent on Monday. The company spent $6.5bn on research last year.",
        "Norvik competes with Acme. Its accounts filed in August show turnover of $31m for 2024.",
        "About Woodgrove\nThe group is one of the world's leading insurers, with around 128 million customers in 70 "
        "countries. In 2024, its revenue was 179 million euros.",
        "India has around 1.2 million pumps.",
        "Does it matter that Mr. Roe has 30 pumps?",
        "Acme competes with Norvik. Norvik shares were down 1.4% on Friday.",
        "She found out that 11 per cent of a client's fuel went missing.",
        "Acme was named one of the World's Top 250 Factories by Globex.",
        "Norvik raised $5 million in May. Revenue rose to $9 million.",
        "Norvik, a rival of the company, is loud. Revenue rose to $9 million.",
        "Norvik raised $5 million, and had planned to employ 4,000 people.",
        "The firm Norvik has put its 260 workers on short time.",
        "Norvik has a $17 million contract with Globex.",
        "Consultants put the cost of disputes at 1.5% of everything that firms buy.",
        "A survey by the chamber found that 58 per cent of firms waited for their money.",
        "If it won, the plant would make 60,000 tonnes a year from 2029.",
        "Norvik plans to hire 300 people.",
        "Acme bought Norvik, a 25-person startup.",
        "The ministry cut its target for housing to 90,000 homes.",
        "Analysts at Norvik cut their price target to $9.",
        "Norvik rents out tanks for as little as $3 per kilo a day.",
        "The fund, which manages about $3 billion, was pleased.",
    ],
)
def test_figures_of_others_are_not_the_companys(words: str) -> None:
    assert figures(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The company's app is used by 310,000 drivers.", [("drivers", 310_000)]),
        (
            "Acme says it has 210,000 drivers. But only 64,000 of them transacted at least once last month.",
            [("drivers", 210_000), ("active drivers", 64_000)],
        ),
        (
            "Globex uses its pumps but has bought none since April. Accounts filed at the registry in August show "
            "turnover of $31m for 2024 and a pre-tax loss of $7m.",
            [("revenue", 31e6), ("pre-tax loss", 7e6)],
        ),
        ("The aim is 5,000 robots by late 2031.", [("robots", 5_000)]),
        ("Norway signed a three-year contract worth $65 million with Acme.", [("contract value", 65e6)]),
        ("In May it won a $17 million order from Globex.", [("order value", 17e6)]),
        ("Electric vans do the hauling. Acme has 900 of them on the road.", [("vans", 900)]),
        ("Its median time from order to door was 22 hours.", [("median time", 22)]),
        ("It targets a topline of €200 million.", [("revenue", 200e6)]),
        ("Acme plans to hire 150 engineers in Oslo.", [("new employees", 150)]),
        ("The 240-person startup is not profitable.", [("employees", 240)]),
        ("Acme placed 11.5 million new shares at $12.40 each.", [("new shares", 11.5e6)]),
        ("Orders are running at 2,600 a day.", [("orders", 2600)]),
        ("Acme will cut 40 of its 210 jobs.", [("jobs cut", 40), ("employees", 210)]),
        ("Acme rents out tanks for as little as $3 per kilo a day.", [("price", 3)]),
        (
            "The cost of a pump, turnkey, has fallen from €310 per kilo to €165.",
            [("cost of a pump", 310), ("cost of a pump", 165)],
        ),
        ("Acme manages $41 billion in annual spending for others.", [("annual spending managed", 41e9)]),
        ("Half of its 26 depots in Kano have been closed.", [("depots", 26)]),
        ("Norvik supplies the steel. Revenue rose to $9 million.", [("revenue", 9e6)]),
        ("Globex renewed last year. The company is close to $9 million in revenue.", [("revenue", 9e6)]),
        (
            "It has shipped 90 pumps; Norvik, a dairy, took the first. Revenue rose to $9m.",
            [("pumps", 90), ("revenue", 9e6)],
        ),
        ("Jane Roe, of Oakfund, is pleased. With these, says Roe, the order book is worth $9m.", [("order book", 9e6)]),
        ("Chief executive Jane Roe said that Acme would have 3,000 robots by the end of 2027.", [("robots", 3_000)]),
    ],
)
def test_figures_that_are_its_own(words: str, expected: list[tuple[str, float]]) -> None:
    assert figures(words) == expected


def test_a_date_behind_the_second_of_two_statements_is_not_that_of_the_first() -> None:
    words = "Acme said that revenue came to $24 million and that orders stood at $31 million in January 2025."
    told = metric_values(metrics.extract(pumps(words)))
    first, second = [one.as_of.edtf if one.as_of else "" for one in told if one.amounts]
    assert (first != "2025-01", second) == (True, "2025-01")


def test_goods_of_a_worth_are_no_valuation_and_a_preference_is_no_target() -> None:
    told = [
        "Acme processed payments worth €38 billion in 2025.",
        "Acme sells goods worth €5 billion in a year.",
        "Acme says that it would rather have 200 clients than 20,000.",
        "Its chief executive says that Acme would prefer 200 clients to 2,000.",
    ]
    for words in told:
        assert [name for name, *_ in figures(words) if name in ("valuation", "clients")] == [], words


def test_a_share_of_mine_is_nobodys_measure() -> None:
    assert figures("It was 5 per cent of mine, said Jane Roe, chief executive of Acme.") == []
