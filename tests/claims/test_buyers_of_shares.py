"""Who buys shares of the company, from its staff or new ones, and what is still to come."""

from __future__ import annotations

import pytest

from briefing.model.briefing import FundingEvent

from .close import briefing_of, satellites


def _events(text: str) -> tuple[FundingEvent, ...]:
    return briefing_of(satellites(text)).funding


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital ran a $60 million tender offer in May. Larch is the main buyer, alongside Oakfund, a fund that "
        "hasn't owned any of the stock before.",
        "Acme Orbital ran a $60 million tender offer in May. Larch was the largest buyer, together with Oakfund.",
        "In May Acme Orbital sold shares worth $60 million to mutual funds run by Larch and Oakfund.",
        "In May Acme Orbital sold $60 million of new shares to Larch and Oakfund.",
        "In May Acme Orbital placed shares worth $60 million with a fund managed by Larch and Oakfund.",
    ],
)
def test_buyers_take_part(text: str) -> None:
    (event,) = _events(text)
    assert [money.raw for money in event.amounts] == ["$60 million"]
    assert set(event.participants) == {"Larch", "Oakfund"}


def test_a_new_backer_that_had_not_given_before_gives_now() -> None:
    (event,) = _events("Acme Orbital raised $75 million from Larch and Oakfund, a fund that had not invested in space.")
    assert set(event.participants) == {"Larch", "Oakfund"}


def test_a_sale_that_will_be_run_is_to_come() -> None:
    (event,) = _events("Acme Orbital will run a $60 million tender offer in May.")
    assert (event.standing, event.date) == ("forward-looking", "2026-05")


def test_a_round_that_is_spent_has_come() -> None:
    (event,) = _events("Acme Orbital will use the $60 million Series A to run more tests.")
    assert event.standing == "reported"


def test_who_shares_the_lead_leads() -> None:
    (event,) = _events("In May it raised $40 million. Larch and Oakfund shared the lead.")
    assert set(event.leads) == {"Larch", "Oakfund"}


def test_another_figure_for_sales_is_none_for_the_round() -> None:
    (event,) = _events(
        "Acme Orbital ran a $300 million tender offer in May. Annual recurring revenue had gone past $400 million. The "
        "Ledger put the figure at about $230 million."
    )
    assert [money.raw for money in event.amounts] == ["$300 million"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Globex raised $80 million. Acme Orbital was slower. Larch and Oakfund backed its Series A of $14 million.",
            1,
        ),
        ("Globex raised $80 million in May. Acme Orbital did not comment. The round was led by Oakfund.", 0),
        ("Globex raised $80 million in May. Larch and Oakfund backed its Series A of $14 million.", 0),
    ],
)
def test_whose_round_it_is_behind_that_of_another(text: str, count: int) -> None:
    assert len(_events(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "September's tender offer was sized at $90m, yet employees sold only $60m of stock.",
        "In June it ran a tender offer of up to $90m, but employees sold just $60m of shares.",
    ],
)
def test_less_sold_than_was_offered_is_one_sale(text: str) -> None:
    (event,) = _events(text)
    assert {money.value for money in event.amounts} == {90e6, 60e6}


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital sold shares worth $30 million in Globex to Larch.",
        "The plant, sized at $40 million, opened in May.",
    ],
)
def test_no_sale_of_its_own_shares(text: str) -> None:
    assert not _events(text)


def test_fewer_goods_sold_are_no_smaller_round() -> None:
    (event,) = _events("Acme Orbital raised $60 million in June. It sold only $40 million of software.")
    assert [money.raw for money in event.amounts] == ["$60 million"]
