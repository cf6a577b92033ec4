"""Money that a listing is to bring in, where another sentence names the listing. Invented companies."""

from __future__ import annotations

import pytest

from .close import briefing_of

_HEAD = "Acme Orbital builds satellites\nPublished: 26 October 2026\n\nAcme Orbital is a Norwegian satellite maker. "


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Acme Orbital has begun work on an initial public offering, three bankers said. The plan is to file draft "
            "papers by March and to raise between $300 million and $350 million.",
            "2027-03",
        ),
        (
            "Bankers say that the Norwegians have picked Oakbank for an Oslo listing next spring, in "
            "which they could raise $400 million.",
            "2027-21",
        ),
        (
            "Acme Orbital has asked Oakbank to prepare an ASX float in late 2027, sources say. Sources "
            "who know a draft talk of a raising of about $600 million.",
            "2027-10/2027-12",
        ),
        (
            "Acme Orbital has hired banks for a US listing next year that may raise $700 million, people with "
            "knowledge of the plan said.",
            "2027",
        ),
    ],
)
def test_the_money_is_that_of_the_listing(text: str, date: str) -> None:
    (event,) = briefing_of(_HEAD + text + "\n").funding
    assert (event.instrument, event.standing) == ("ipo", "rumoured")
    assert event.date == date


def test_no_listing_is_no_listing() -> None:
    (event,) = briefing_of(
        _HEAD + "Acme Orbital has no plans to go public. It is in talks to raise about $50 million, people familiar "
        "with the matter said.\n"
    ).funding
    assert event.instrument != "ipo"


def test_what_an_officer_did_elsewhere_is_not_the_companys() -> None:
    assert not briefing_of(_HEAD + "Its finance chief took Norvik public in 2019, raising $300 million.\n").funding
