"""Rounds in short articles: the company called by its trade, backers behind a second verb, German strangers."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing
from tests.claims.close import briefing_of

_TITLE = "Acme lands $47 million to grow hearts\nPublished: 4 March 2026\n\n"
_TOLD = "Acme has news\nPublished: 4 March 2026\n\nAcme is a maker of pumps. Acme raised $38 million. "
_GERMAN = "Acme baut Pumpen\n4. März 2026\n\nAcme ist ein Hersteller von Pumpen und wurde von zwei Leuten gegründet. "


def _leads(found: Briefing) -> list[str]:
    return [name for one in found.funding for name in one.leads]


@pytest.mark.parametrize(
    "who", ["The Denver biotech", "The Denver-based fintech", "The Leeds insurtech", "The biotech"]
)
def test_a_company_called_by_its_trade_and_town_raises_its_own_round(who: str) -> None:
    found = briefing_of(f"{_TITLE}{who} has closed a Series B. Oakfund Capital led the round.")
    assert [(one.name, one.leads) for one in found.funding] == [("Series B", ("Oakfund Capital",))]


@pytest.mark.parametrize("words", ["This year biotech raised $9 billion.", "The boom in biotech raised $9 billion."])
def test_a_whole_trade_raises_nothing_for_the_company(words: str) -> None:
    assert "$9 billion" not in {sum.raw for one in briefing_of(_TITLE + words).funding for sum in one.amounts}


@pytest.mark.parametrize("gave", ["put in the most", "wrote the biggest cheque", "invested $9 million"])
def test_who_gave_most_and_led_is_the_lead(gave: str) -> None:
    assert _leads(briefing_of(f"{_TOLD}Oakfund Capital {gave} and led the Series B.")) == ["Oakfund Capital"]


def test_the_others_beside_the_lead_take_part() -> None:
    found = briefing_of(_TOLD + "Oakfund Capital led the Series B; the others are Larch Group and Elm Seed.")
    assert [one.participants for one in found.funding] == [("Larch Group", "Elm Seed")]


def test_a_german_sentence_may_begin_with_the_round() -> None:
    words = "Acme hat 23 Mio. Euro eingesammelt. Die Serie-A-Runde führte Oakfund Ventures an."
    assert _leads(briefing_of(_GERMAN + words)) == ["Oakfund Ventures"]


@pytest.mark.parametrize(
    "words",
    [
        "Die niederländische Nordwindia sammelte im Januar 150 Mio. Dollar ein.",
        "Im Januar sammelte die niederländische Nordwindia 150 Mio. Dollar ein.",
        "Die Konkurrenz schläft nicht: Nordwindia sammelte im Januar 150 Mio. Dollar ein.",
    ],
)
def test_a_stranger_s_round_in_german_is_no_round_of_the_company(words: str) -> None:
    assert not briefing_of(_GERMAN + words).funding


@pytest.mark.parametrize("who", ["das Unternehmen", "das Start-up", "Acme"])
def test_a_german_article_s_company_raises_behind_its_verb(who: str) -> None:
    assert len(briefing_of(f"{_GERMAN}Im Januar erhielt {who} 150 Mio. Dollar.").funding) == 1


@pytest.mark.parametrize("went", ["that went public in 2020", "which listed in 2020", "that floated in 2020"])
def test_what_another_company_raised_as_it_went_public_is_its_own(went: str) -> None:
    words = f"Jane Doe is a director of Northwind, a maker of lamps {went}, raising $190 million."
    assert "$190 million" not in {sum.raw for one in briefing_of(_TOLD + words).funding for sum in one.amounts}


def test_what_the_company_raised_as_it_went_public_is_still_told() -> None:
    found = briefing_of(_TOLD + "Acme is a maker of pumps that went public in 2020, raising $190 million.")
    assert "$190 million" in {sum.raw for one in found.funding for sum in one.amounts}


def test_a_german_land_gives_and_raises_nothing() -> None:
    (event,) = briefing_of(
        _GERMAN + "Das Land Hessen hat für die Halle einen Zuschuss von 3,1 Mio. Euro bewilligt."
    ).funding
    assert (event.instrument, event.amounts[0].value) == ("grant", 3.1e6)
