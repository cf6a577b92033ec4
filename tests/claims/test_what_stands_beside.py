"""What a page prints beside its story: sponsors, offers, other stories, notes on other companies."""

from __future__ import annotations

import pytest

from .close import briefing_of

_STORY = (
    "Acme raises $14m to put sensors on ferries\n3 March 2025\n\nAcme, a Lund startup that makes sensors for ferries, "
    "has raised $14 million in a Series A led by Oakfund.\n\nThe company has 60 employees.\n\n{}\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Brought to you by Globex Cloud. Globex Cloud gives startups $100,000 in credits.",
        "This article is brought to you by Globex Bank, which has financed 300 startups with $90 million.",
        "Larch Live, 11 May: 40 speakers, 1,500 guests. Headline partner: Globex Bank. Tickets from $290.",
        "Next article: Fabrikam lands $30m from Globex Ventures",
        "Previous article: Globex to buy Fabrikam for $1bn",
        "Veja também: Fabrikam recebe US$ 25 milhões de fundo",
        "Get the Larch app. 4.8 stars from 12,000 users.",
        "About Globex\nGlobex is a fund that manages $120 million. It employs 25 people and has raised $40 million.",
    ],
)
def test_nothing_of_it_is_the_company_s(line: str) -> None:
    found = briefing_of(_STORY.format(line))
    assert [amount.raw for event in found.funding for amount in event.amounts] == ["$14m"]
    assert [tie.name for tie in found.relationships] == ["Oakfund"]
    assert [metric.value for metric in found.metrics] == [60]


def test_a_note_on_the_company_itself_is_its() -> None:
    found = briefing_of(_STORY.format("About Acme\nAcme sells its sensors in 12 countries."))
    assert 12 in {metric.value for metric in found.metrics}
