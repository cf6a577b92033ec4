"""Shares of the subject: who holds, bought, sold or was diluted, what was paid for them, and what is no such share."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing

from .close import briefing_of

_HEAD = (
    "Acme Orbital builds satellites\nPublished: 4 March 2026\n\nNorthwind Group has raised its stake in Acme Orbital, "
    "the Oslo maker of satellites, the companies said on Monday. "
)


def _briefing(text: str) -> Briefing:
    return briefing_of(_HEAD + text + "\n")


@pytest.mark.parametrize(
    ("text", "stakes"),
    [
        ("The seller is the buyout firm Oakfund, which goes down to 21.6% from 40%.", {"Oakfund": 21.6}),
        ("Oakfund's holding falls to 12%.", {"Oakfund": 12}),
        ("Managers hold a further 12%, and Larch4, the pension fund, 9%.", {"managers": 12, "Larch4": 9}),
        (
            "Northwind Group owns 33%, Oakfund 32% and the founders the rest.",
            {"Northwind Group": 33, "Oakfund": 32},
        ),
        (
            "Acme Orbital is 62% owned by Northwind Group, 20% by Oakfund and 18% by its managers.",
            {"Northwind Group": 62, "Oakfund": 20},
        ),
        ("Oakfund AG, which bought 12% in the IPO, wants a seat on the board.", {"Oakfund AG": 12}),
    ],
)
def test_who_holds_how_much(text: str, stakes: dict[str, float]) -> None:
    briefing = _briefing(text)
    found = {one.name.removesuffix(" stake"): one.value for one in briefing.metrics if one.name.endswith(" stake")}
    assert found == stakes
    named = {holder for holder in stakes if holder[:1].isupper()}
    assert named <= {one.name for one in briefing.relationships if "investor" in one.kinds}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Northwind Group bought a further 10% from Oakfund in 2024.", "current"),
        ("Oakfund sold its remaining 8% to Northwind Group in March.", "ended"),
    ],
)
def test_who_sold(text: str, status: str) -> None:
    (seller,) = [one for one in _briefing(text).relationships if one.name == "Oakfund"]
    assert (seller.kinds, seller.status) == (("investor",), status)


def test_what_was_paid_for_shares_is_a_sale_of_shares() -> None:
    (event,) = _briefing(
        "The Oslo group paid €46 million for the shares, which puts a value of €250 million on it."
    ).funding
    assert (event.instrument, event.amounts[0].raw) == ("secondary", "€46 million")


def test_a_capital_increase_is_the_companys_money_whoever_bought() -> None:
    (event,) = _briefing("Northwind Group first bought its 15% in a €20 million capital increase in 2022.").funding
    assert (event.date, event.amounts[0].raw) == ("2022", "€20 million")


def test_a_share_of_a_market_is_no_stake() -> None:
    briefing = _briefing("Acme Orbital says it has a 28% share of Norway's market for small satellites.")
    assert [(one.name, one.value) for one in briefing.metrics] == [("market share", 28)]


def test_a_share_of_a_market_that_rose() -> None:
    briefing = _briefing("Acme Orbital is growing. Its share of the Nordic market rose to 14%.")
    assert [(one.name, one.value) for one in briefing.metrics] == [("market share", 14)]


def test_a_city_can_be_a_customer_and_a_place() -> None:
    def customers(text: str) -> set[str]:
        return {one.name for one in _briefing(text).relationships if "customer" in one.kinds}

    assert customers("Acme Orbital is growing. Skanstad and the city of Malmö are its largest customers.") == {
        "Skanstad",
        "city of Malmö",
    }
    assert customers("Acme Orbital is growing. It has offices in the city of Malmö.") == set()


def test_a_round_at_a_rival_is_the_rivals() -> None:
    briefing = _briefing(
        "Larch Capital, which passed on the deal, led a €30 million round at the rival Hale & Wren Inc."
    )
    assert not briefing.funding
    assert "Larch Capital" not in {one.name for one in briefing.relationships}


def test_what_outsiders_count_of_nobody_is_no_figure_of_the_company() -> None:
    briefing = _briefing("Acme Orbital is growing. Consultants at Westmoor think that 5 GW will be in place by 2030.")
    assert not briefing.metrics
