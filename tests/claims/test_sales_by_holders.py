"""Old shares that staff, founders and backers sell are a sale, no round; what is only asked for is no money yet."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing

from .close import briefing_of, satellites


def _told(text: str) -> Briefing:
    return briefing_of(satellites(text))


@pytest.mark.parametrize(
    ("text", "raw", "buyers"),
    [
        ("Oakfund sold its 8% stake in Acme Orbital to Globex Capital for $22 million.", "$22 million", 1),
        ("Oakfund sold half of its holding in Acme Orbital for £9m. The buyer was Globex Capital.", "£9m", 1),
        ("The company let 90 employees sell shares worth $12 million at the Series C price.", "$12 million", 0),
        ("Staff of Acme Orbital sold $12m of shares to Globex Capital last year.", "$12m", 1),
        ("Oakfund, which wrote a seed cheque in 2021, sold a third of its stake in the company for €4m.", "€4m", 0),
        ("Oakfund, which rescued it in 2023, did not take part, and sold a tenth of its holding for €4m.", "€4m", 0),
    ],
)
def test_what_holders_sell_is_a_sale_of_shares(text: str, raw: str, buyers: int) -> None:
    sales = [one for one in _told(text).funding if one.amounts]
    assert [(one.instrument, one.name, [money.raw for money in one.amounts]) for one in sales] == [
        ("secondary", "", [raw])
    ]
    assert len(sales[0].participants) == buyers
    assert "Oakfund" not in sales[0].participants


@pytest.mark.parametrize(
    "text",
    [
        "Oakfund, an investor in Acme Orbital, sold its holding in Globex for $9 million.",
        "Acme Orbital sold its stake in Globex for $30 million.",
        "The founder of Acme Orbital sold his house for $2 million.",
        "Oakfund has been sounded out for a cheque of some $23 million.",
        "Globex Capital was asked to put in $30 million and has not decided.",
        "Acme Orbital talked to Globex about a $50 million investment.",
        "Oakfund was offered a $5 million slice of the round but passed.",
        "The company shelved plans to raise $70 million.",
        "Acme Orbital raised its guidance to $40 million.",
        "The company raised its authorised capital to $40 million.",
        "Finance costs rose to $39 million as the company built its plant.",
        "Of the 14 space startups that set out to raise more than $100 million, five have closed.",
        "The price, given as $8 million in the release, was $9 million in the filing.",
    ],
)
def test_what_did_not_come_in_is_no_event(text: str) -> None:
    assert not [one for one in _told(text).funding if one.amounts]


def test_a_note_that_is_talked_of_is_no_lettered_round_of_before() -> None:
    told = _told(
        "Northwind led a $22 million Series A in 2020, with Oakfund.\n\n"
        "Acme Orbital is in talks with Oakfund to raise $18 million through a convertible note, two people said."
    )
    assert [(one.name, one.instrument) for one in told.funding] == [("Series A", "equity"), ("", "convertible")]


def test_two_rounds_of_one_sentence_stay_apart() -> None:
    told = _told("Northwind led the company's $5 million seed round in 2022 and joined the Series A led by Globex.")
    found = {one.name: (one.leads, [money.raw for money in one.amounts]) for one in told.funding}
    assert found == {"seed": (("Northwind",), ["$5 million"]), "Series A": (("Globex",), [])}
