"""Who holds how much of a company, and what was paid for one: told beside the deal, or sentences behind it."""

from __future__ import annotations

import pytest

from briefing.claims import extract, find_subject, relationships, stakes
from briefing.model.claim import Claim, MetricValues, TieValues
from briefing.sources import read

from .close import briefing_of, reading, satellites

_LEAD = "Acme has news\nAcme, a maker of pumps, has news for its readers. Acme employs 300 people.\n"


def held(words: str) -> list[tuple[str, float | None]]:
    found = stakes.extract(reading(_LEAD + words))
    return [(one.values.name, one.values.value) for one in found if isinstance(one.values, MetricValues)]


def paid(words: str) -> list[tuple[str, str, float | None]]:
    found = relationships.extract(reading(_LEAD + words))
    return [
        (one.values.name, one.values.tie, one.values.amount.value if one.values.amount else None)
        for one in found
        if isinstance(one, Claim) and isinstance(one.values, TieValues)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Voltera Capital has bought a 20% stake in Acme.", [("Voltera Capital stake", 20.0)]),
        ("Voltera Capital holds 12 percent of the company.", [("Voltera Capital stake", 12.0)]),
        ("Acme is owned by Voltera Capital (62%).", [("Voltera Capital stake", 62.0)]),
        ("Private equity firm Dunmore keeps its 20%.", [("Dunmore stake", 20.0)]),
        ("Acme took $5 million from Voltera Capital, which receives a 15% stake.", [("Voltera Capital stake", 15.0)]),
        (
            "Acme has news. Voltera Capital holds 27 per cent and is the largest shareholder.",
            [("Voltera Capital stake", 27.0)],
        ),
        ("Voltera Capital, with 31 per cent the biggest owner, came.", [("Voltera Capital stake", 31.0)]),
        ("Voltera Capital, its largest shareholder with about 16%, joined.", [("Voltera Capital stake", 16.0)]),
        (
            "Voltera Capital remains the largest outside stakeholder of Acme with 17.2%, followed by Oakfund and "
            "Birch Capital with 13.9% and 11.5% respectively.",
            [("Voltera Capital stake", 17.2), ("Oakfund stake", 13.9), ("Birch Capital stake", 11.5)],
        ),
        (
            "Voltera Capital, the firm that led Acme's $75 million round in 2021 and still owns 18.2%, came.",
            [("Voltera Capital stake", 18.2)],
        ),
        ("Voltera Capital is the market leader with 31 per cent.", []),
        ("Acme holds 30% of Voltera Capital.", [("stake in Voltera Capital", 30)]),
        ("Voltera Capital bought 12% of Globex.", []),
        ("Voltera Capital has 40% of its staff in Oslo.", []),
    ],
)
def test_shares_of_the_company(words: str, expected: list[tuple[str, float]]) -> None:
    assert held(words) == expected


def test_who_buys_a_part_is_no_acquirer() -> None:
    found = paid("Voltera Capital has bought 20% of Acme for $61 million.")
    assert "acquirer" not in {tie for _, tie, _ in found}


@pytest.mark.parametrize(
    "words",
    [
        "Acme has agreed to acquire Globex of Canada for $310 million.",
        "Acme has agreed to acquire Globex. The deal price was $310 million.",
        "Acme confirmed that it was buying Globex. Sources said that it paid $310 million.",
        "Acme is paying $310 million, including debt, for Globex.",
    ],
)
def test_the_price_of_a_purchase(words: str) -> None:
    assert ("Globex", "acquired", 310e6) in paid(words)


@pytest.mark.parametrize(
    "words",
    [
        "Acme has agreed to acquire Globex. Acme pays $5 million in interest a year.",
        "Acme has agreed to acquire Globex. The share price rose to $12.",
        "Acme pays $5 million for Globex's licences.",
    ],
)
def test_other_payments_are_no_prices(words: str) -> None:
    assert all(amount is None for _, _, amount in paid(words))


def test_the_company_of_which_a_part_is_bought_is_the_subject() -> None:
    text = (
        "Norbrook buys 24.9% of Hale Foods for £61 million\n\n"
        "Consumer group Norbrook plc has bought a 24.9% stake in drinks maker Hale Foods for £61 million.\n"
        "The shares come from founder Hester Hale. Hale Foods grew sales by 33% to £88 million.\n"
    )
    source = read("1.txt", text.encode(), "s1")
    subject = find_subject([source])
    assert subject.name == "Hale Foods"
    claims, _ = extract([source], subject)
    assert ("Norbrook", "investor") in {
        (one.values.name, one.values.tie) for one in claims if isinstance(one.values, TieValues)
    }


def test_a_price_told_later_cites_back_to_the_name() -> None:
    found = relationships.extract(
        reading(_LEAD + "Acme confirmed that it was buying Globex. Sources said it paid $310 million.")
    )
    priced = [
        one for one in found if isinstance(one, Claim) and isinstance(one.values, TieValues) and one.values.amount
    ]
    assert all("Globex" in one.evidence.quote and "$310 million" in one.evidence.quote for one in priced)
    assert priced


def test_a_part_of_another_company_that_is_sold_is_no_figure_of_trade() -> None:
    words = "Acme Orbital sold its 15% of vaccine start-up Delta to Oakfund in January for DKK 85 million."
    assert not briefing_of(satellites(words)).metrics


def test_a_part_of_a_trade_is_a_figure() -> None:
    told = briefing_of(satellites("Acme Orbital made 60 per cent of Norway's solar panels last year."))
    assert [metric.value for metric in told.metrics] == [60]
