"""Backers, prices and sums of a round that are told without the usual verbs belong to it all the same."""

from __future__ import annotations

import pytest

from briefing.model.briefing import FundingEvent

from .close import briefing_of, satellites

_NEWS = "Acme Orbital has raised $60 million in a Series B round led by Northwind Ventures, it said on Monday. "


def _round(words: str) -> FundingEvent:
    (event,) = [one for one in briefing_of(satellites(_NEWS + words)).funding if one.name == "Series B"]
    return event


@pytest.mark.parametrize(
    "words",
    [
        "Also in: Globex Capital and Oakfund.",
        "The cheque writers are the usual suspects: Globex Capital and Oakfund.",
        "The investors, old and new, are Globex Capital and Oakfund.",
        "Other names on the list: Globex Capital and Oakfund.",
        "Globex Capital and Oakfund round it out.",
        "Backing also came from Globex Capital and Oakfund.",
        "The lion's share was provided by Globex Capital and Oakfund.",
        "Globex Capital put down $12 million and Oakfund $5 million.",
    ],
)
def test_who_joined_is_told_in_other_words(words: str) -> None:
    assert set(_round(words).participants) == {"Globex Capital", "Oakfund"}


@pytest.mark.parametrize(
    "words",
    [
        "Its customers are Globex and Oakworks.",
        "Its board: Globex and Oakworks.",
        "Most of its parts are provided by Globex.",
        "Its engines came from Globex.",
    ],
)
def test_what_is_no_list_of_backers_adds_none(words: str) -> None:
    assert not _round(words).participants


@pytest.mark.parametrize(
    "words",
    [
        "The new money came in at $400 million.",
        "The price: $400 million, post-money.",
        "It puts a price tag of $400 million on the company.",
        "At $400 million, the valuation has almost doubled since 2024.",
        "The round prices Acme Orbital at $400 million.",
    ],
)
def test_what_it_is_worth_is_told_in_other_words(words: str) -> None:
    assert [money.raw for money in _round(words).valuations] == ["$400 million"]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Existing backers stumped up £9 million in June 2023.", "£9 million"),
        ("An emergency bridge of €7 million from insiders kept Acme Orbital alive in 2023.", "€7 million"),
        ("Oakfund doubled down with a further $10 million in 2024.", "$10 million"),
        ("Acme Orbital brought in SEK 310 million from a pension fund in 2024.", "SEK 310 million"),
        ("Acme Orbital sold a slice of itself to Oakfund for $300 million.", "$300 million"),
        ("Acme Orbital has topped up its coffers by $11 million.", "$11 million"),
        ("All told the Series B comes to £31 million.", "£31 million"),
        ("In 2024 Oakfund put €20 million into Acme Orbital for a tenth of the shares.", "€20 million"),
        ("Acme Orbital had set out to raise $30 million and ended up with $45 million.", "$45 million"),
    ],
)
def test_money_that_came_in_without_a_round_is_an_event(text: str, raw: str) -> None:
    assert [[money.raw for money in one.amounts] for one in briefing_of(satellites(text)).funding] == [[raw]]


def test_a_round_that_fell_apart_is_none() -> None:
    assert not briefing_of(satellites("A planned $120 million round led by Globex fell apart in November.")).funding
