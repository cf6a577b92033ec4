"""What a company was worth when it raised, where the sentence says no more than "at" a sum."""

from __future__ import annotations

import pytest

from briefing.model.briefing import FundingEvent

from .close import briefing_of, satellites


def _events(text: str, title: str = "Acme Orbital builds satellites") -> tuple[FundingEvent, ...]:
    return briefing_of(satellites(text).replace("Acme Orbital builds satellites", title)).funding


def _told(event: FundingEvent) -> tuple[list[str], list[str]]:
    return [money.raw for money in event.amounts], [money.raw for money in event.valuations]


@pytest.mark.parametrize(
    ("text", "raised", "worth"),
    [
        ("In June Acme Orbital raised $75 million at $610 million.", ["$75 million"], ["$610 million"]),
        ("Acme Orbital raised €75 million last June, at $610 million.", ["€75 million"], ["$610 million"]),
        (
            "Its last round, in May 2024, brought in 2.1 billion rupees from Oakfund, Larch and Elm Partners at $310 "
            "million.",
            ["2.1 billion rupees"],
            ["$310 million"],
        ),
        ("None of it goes to Acme Orbital, which last raised in June, at $3.3 billion.", [], ["$3.3 billion"]),
    ],
)
def test_what_it_raised_at_is_its_worth(text: str, raised: list[str], worth: list[str]) -> None:
    (event,) = _events(text)
    assert _told(event) == (raised, worth)


def test_a_title_without_the_sum_tells_the_round_of_its_article() -> None:
    (event,) = _events(
        "Acme Orbital, a maker of satellites, is in talks to raise about $1.5 billion at a valuation of $19 billion, "
        "people familiar with the matter said.",
        "Satellite Startup Acme Orbital in Talks to Raise Funds at $19 Billion Value",
    )
    assert [money.raw for money in event.amounts] == ["about $1.5 billion"]
    assert event.standing == "rumoured"


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital raised $66 million in 2025 at $500 million in a Series B that Larch led, and $18 million in 2023 "
        "in a Series A led by Oakfund.",
        "Acme Orbital raised $66 million in 2025 at $500 million in a Series B led by Larch, and $18 million in 2023 "
        "in a Series A that Oakfund led.",
    ],
)
def test_two_rounds_of_one_sentence_keep_their_leads(text: str) -> None:
    first, second = _events(text)
    assert (first.name, first.leads, _told(first)) == ("Series A", ("Oakfund",), (["$18 million"], []))
    assert (second.name, second.leads, _told(second)) == ("Series B", ("Larch",), (["$66 million"], ["$500 million"]))


def test_a_second_sum_behind_a_price_is_raised_as_well() -> None:
    found = _events("Acme Orbital raised $66 million at $500 million last December and $18 million in March 2024.")
    assert [_told(one) for one in found] == [(["$18 million"], []), (["$66 million"], ["$500 million"])]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital raised $66 million at $500 million from Larch and Oakfund last May.",
        "Acme Orbital picked up $66 million at a $500 million valuation from Larch and Oakfund in May.",
    ],
)
def test_who_stands_behind_the_price_took_part(text: str) -> None:
    (event,) = _events(text)
    assert set(event.participants) == {"Larch", "Oakfund"}


def test_the_first_money_and_whom_it_came_from() -> None:
    (event,) = _events("Its first outside money, $2 million in 2016, came from Larch.")
    assert (_told(event)[0], event.date, (*event.leads, *event.participants)) == (["$2 million"], "2016", ("Larch",))


@pytest.mark.parametrize(
    "text",
    [
        "Its largest payment, $2 million in 2016, came from Larch.",
        "A fine, €2 million in 2024, came from the Data Office.",
        "Acme Orbital raised its prices at $90 a seat.",
    ],
)
def test_no_round(text: str) -> None:
    assert not _events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital is close to pulling in $1 billion in a round that values it at $17 billion, as reported by The "
        "Ledger.",
        "Acme Orbital nears a $1 billion round that would lift it to $17 billion.",
        "Acme Orbital is on the verge of closing a $1 billion round at $17 billion.",
    ],
)
def test_a_round_that_is_near_is_talk(text: str) -> None:
    (event,) = _events(text)
    assert (event.standing, _told(event)) == ("rumoured", (["$1 billion"], ["$17 billion"]))


def test_a_round_of_another_company_values_the_other() -> None:
    told = briefing_of(
        satellites(
            "Globex, the claims software maker, raised $130 million in a Series C led by Oakfund. The round values the "
            "New York startup at $1.7 billion. It says that it answers 3 million calls a day."
        )
    )
    assert not told.funding
    assert not told.metrics


def test_a_backer_named_in_passing_is_not_what_is_valued() -> None:
    (event,) = _events(
        "Acme Orbital raised $130 million. Larch Motors took part. The round values the startup at $1.6 billion."
    )
    assert _told(event) == (["$130 million"], ["$1.6 billion"])


def test_an_institutional_cheque_buys_shares() -> None:
    (event,) = _events("Its first institutional cheque, $3 million in 2018, came from Larch.")
    assert (event.instrument, event.date) == ("equity", "2018")
