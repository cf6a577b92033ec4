"""Ties as the press tells them: customers named without the company, lists of users, who is only named in passing."""

from __future__ import annotations

import pytest

from briefing.claims import relationships
from briefing.model.claim import Claim, Rejected, TieValues

from .close import reading

_LEAD = "Acme has news\nAcme, a maker of machines, has news for its readers. Acme employs 300 people.\n"
Tie = tuple[str, str]


def told(words: str, lead: str = _LEAD) -> list[TieValues]:
    found = relationships.extract(reading(lead + words))
    return [one.values for one in found if isinstance(one, Claim) and isinstance(one.values, TieValues)]


def ties(words: str, lead: str = _LEAD) -> set[Tie]:
    return {(one.name, one.tie) for one in told(words, lead)}


def customers(*names: str) -> set[Tie]:
    return {(name, "customer") for name in names}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Carmaker Voltera has ordered 40 machines.", customers("Voltera")),
        ("Caldor has signed a letter of intent to buy cells from 2028.", customers("Caldor")),
        ("Port operator Caldor has agreed to test it.", customers("Caldor")),
        ("The robots will be built in Lagos by contract manufacturer Tarkin.", {("Tarkin", "supplier")}),
        ("The machines work in 300 barns, including those of grower Caldor.", customers("Caldor")),
        (
            "Acme's drones are flown by the parcel company Caldor, by Voltera and, since June, by Tarkin.",
            customers("Caldor", "Voltera", "Tarkin"),
        ),
        ("Acme will supply its tool to the law firm Caldor.", customers("Caldor")),
        ("Other users include Caldor, Voltera and the health trust Tarkin.", customers("Caldor", "Voltera", "Tarkin")),
        ("Acme works with Globe subsidiary Caldor.", {("Caldor", "partner")}),
        ("Its customers include Voltera and pump maker Caldor.", customers("Voltera", "Caldor")),
        ("Acme has won an order for 60 machines from Caldor.", customers("Caldor")),
        ("The Treasury Bank has offered the company a loan of $20 million.", {("Treasury Bank", "lender")}),
    ],
)
def test_who_buys_builds_and_lends(words: str, expected: set[Tie]) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Voltera, which competes with Acme, raised $90 million from Oakfund Capital.",
        "Voltera, led by former Acme manager Jane Roe and backed by Oakfund Capital, is looking for $30 million.",
        "Voltera has ordered 40 machines from Tarkin.",
    ],
)
def test_what_another_company_has_is_its_own(words: str) -> None:
    found = ties(words)
    assert not {tie for tie in found if tie[1] != "competitor"}
    assert [one for one in relationships.extract(reading(_LEAD + words)) if isinstance(one, Rejected)] or not found


_FOREIGN = {
    "de": "Acme sammelt Geld ein\nDas Unternehmen Acme aus Ulm baut Maschinen und beschäftigt 300 Mitarbeiter.\n",
    "fr": "Acme lève des fonds\nLa start-up Acme fabrique des machines et emploie 300 personnes dans son usine.\n",
    "it": "Acme raccoglie fondi\nLa startup Acme produce macchine e ha 300 dipendenti nella sua sede di Torino.\n",
    "es": "Acme cierra una ronda\nLa empresa Acme fabrica máquinas y emplea a 300 personas en su sede de Valencia.\n",
}


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("de", "Erster Kunde ist die Supermarktkette Caldor.", customers("Caldor")),
        ("de", "Mit dem Maschinenbauer Tarkin arbeitet das Unternehmen zusammen.", {("Tarkin", "partner")}),
        ("fr", "La société s'est associée au papetier Caldor pour ses machines.", {("Caldor", "partner")}),
        (
            "it",
            "Tra i clienti di Acme ci sono il gruppo alimentare Caldor e la compagnia di spedizioni Voltera.",
            customers("Caldor", "Voltera"),
        ),
        ("it", "La società ha acquisito la concorrente Tarkin.", {("Tarkin", "acquired")}),
        ("es", "La empresa firmó un contrato con Caldor para dos plantas.", customers("Caldor")),
    ],
)
def test_other_languages(language: str, words: str, expected: set[Tie]) -> None:
    assert ties(words, _FOREIGN[language]) >= expected
