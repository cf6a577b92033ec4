"""Money and figures that are not the company's: of a founder's earlier firm, spent on a plant, offered in vain."""

from __future__ import annotations

import pytest

from .close import briefing_of, satellites


@pytest.mark.parametrize(
    "text",
    [
        "Her previous company raised $40 million from Larch before it was sold.",
        "His first startup, a maker of drones, raised $40 million.",
        "The former company of Roe raised $40 million.",
        "Her first company, a maker of drones, had 300 employees. It was sold for $30 million.",
        "Larch wanted to invest $90 million in Acme Orbital, which declined.",
        "Only the first tranche, $30 million, has been paid.",
        "Its listing is made up of a fresh issue of as much as $90 million and a sale of old shares for $60 million.",
    ],
)
def test_nothing_of_it_is_the_companys(text: str) -> None:
    told = briefing_of(satellites(text))
    assert not told.funding
    assert not told.metrics


def test_what_it_commits_to_a_plant_is_spent() -> None:
    told = briefing_of(satellites("Acme Orbital has committed $200 million to a plant in Ohio."))
    assert not told.funding


@pytest.mark.parametrize(
    "text",
    [
        "In May the nine-year-old company raised $40 million.",
        "The company previously raised $40 million from Larch.",
        "His second startup, Acme Orbital, raised $40 million in May.",
        "Larch committed $40 million to Acme Orbital.",
    ],
)
def test_what_is_its_own_is_told(text: str) -> None:
    (event,) = briefing_of(satellites(text)).funding
    assert [money.raw for money in event.amounts] == ["$40 million"]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital was last priced at $3.1 billion in a March round.",
        "The startup was pegged at $3.1 billion in a secondary sale in May.",
    ],
)
def test_what_a_round_priced_it_at_is_its_worth(text: str) -> None:
    (event,) = briefing_of(satellites(text)).funding
    assert (event.amounts, [money.raw for money in event.valuations]) == ((), ["$3.1 billion"])
