"""Ties told with verbs that no list holds, by whose plant or staff it is, and by words that deny them."""

from __future__ import annotations

import pytest

from briefing.model.claim import TieValues

from .close import claims_of, robots


def _ties(text: str) -> set[tuple[str, str, str]]:
    found = claims_of(robots(text), date="2026-10-12")
    return {(one.values.name, one.values.tie, one.values.status) for one in found if isinstance(one.values, TieValues)}


def _all(names: str, tie: str, status: str = "current") -> set[tuple[str, str, str]]:
    return {(name, tie, status) for name in names.split(", ")}


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Its robots also pluck cherries for Norvik Farms, the Danish grower Solbaer and Fjord & Sons.",
            _all("Norvik Farms, Solbaer, Fjord & Sons", "customer"),
        ),
        ("The work was planned at Globex, which put in its first Acme robots in 2024.", _all("Globex", "customer")),
        ("Globex, whose Lund mill has run on Acme's software since May, is content.", _all("Globex", "customer")),
        ("After a long test, the buyers at Globex opted for Acme.", _all("Globex", "customer")),
        ("How Globex halved its delays with Acme's robots", _all("Globex", "customer")),
        ("Globex has been its biggest user until now.", _all("Globex", "customer", "ended")),
        (
            "Acme has lost a big account: Globex said on Monday that it would not renew.",
            _all("Globex", "customer", "ended"),
        ),
        (
            "Its oldest customer is Globex. The baker has since been joined by Norvik Foods and Delta Mills.",
            _all("Globex, Norvik Foods, Delta Mills", "customer"),
        ),
        ("The rotors are milled by Norvik Antriebe.", _all("Norvik Antriebe", "supplier")),
        ("Faulty sensors from Norvik Optics held up two deliveries.", _all("Norvik Optics", "supplier")),
        ("The startup now gets its cells from Globex's successor, Voltara.", _all("Voltara", "supplier")),
        ("Assembly moves next spring to Norvik's plant in Gdansk.", _all("Norvik", "supplier")),
        ("Payouts are cleared via Fjord Bank.", _all("Fjord Bank", "supplier")),
        ("Version 4 plugs straight into Globex Store and Delta One.", _all("Globex Store, Delta One", "partner")),
        ("Two students at the University of Lund are paid by Acme.", _all("University of Lund", "partner")),
        ("The startup signed memoranda with Norvik Ports and Delta Rail.", _all("Norvik Ports, Delta Rail", "partner")),
        ("Globex has handed the Lyon firm a contract.", _all("Globex", "customer")),
        ("As subcontractor to Globex, Acme delivers the arms.", _all("Globex", "customer")),
        ("In 2022 it was a graduate of Norvik's spring batch.", _all("Norvik", "investor")),
        ("Globex is to absorb Acme this summer.", _all("Globex", "acquirer", "planned")),
    ],
)
def test_tie(text: str, ties: set[tuple[str, str, str]]) -> None:
    assert _ties(text) == ties


@pytest.mark.parametrize(
    "text",
    [
        "We have no relationship with Globex, the company wrote.",
        "Acme has no commercial agreement with Globex.",
        "Globex criticised Acme's robots in a report.",
        "Northwind bought Acme's neighbour Globex in 2024.",
        "It competes with a maker of sensors from Jena.",
        "Globex's robots pluck cherries for Norvik Farms.",
    ],
)
def test_no_tie(text: str) -> None:
    assert not {tie for tie in _ties(text) if tie[1] != "competitor"}
