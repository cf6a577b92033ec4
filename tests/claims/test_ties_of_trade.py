"""Ties told in the words of industry, health, energy and finance, and the money told beside them."""

from __future__ import annotations

import pytest

from briefing.claims import funding, relationships
from briefing.claims.givers import is_giver
from briefing.model.claim import Claim, FundingValues, TieValues

from .close import reading

_LEAD = "Acme has news\nAcme, a maker of pumps, has news for its readers. Acme employs 300 people.\n"


def ties(words: str) -> set[tuple[str, str]]:
    found = relationships.extract(reading(_LEAD + words))
    return {(one.values.name, one.values.tie) for one in found if isinstance(one, Claim) and _is_tie(one)}


def _is_tie(one: Claim) -> bool:
    return isinstance(one.values, TieValues)


def raised(words: str) -> list[tuple[str, list[float], tuple[str, ...]]]:
    found = funding.extract(reading(_LEAD + words))
    return [
        (one.values.instrument, [amount.money.value for amount in one.values.amounts], one.values.leads)
        for one in found
        if isinstance(one, Claim) and isinstance(one.values, FundingValues)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme has signed an offtake agreement with Voltera.", {("Voltera", "customer")}),
        ("Voltera will buy 15,000 tonnes of ammonia a year from Acme.", {("Voltera", "customer")}),
        ("Voltera will take 40 per cent of the plant's output.", {("Voltera", "customer")}),
        ("Acme's drug is manufactured by Caldor Biologics.", {("Caldor Biologics", "supplier")}),
        ("Its loans are insured by Aegis Mutual.", {("Aegis Mutual", "supplier")}),
        ("The turbines come from Pyrotech GmbH.", {("Pyrotech GmbH", "supplier")}),
        ("Siemgen will provide the turbines.", {("Siemgen", "supplier")}),
        ("Acme outsources its support to Telio.", {("Telio", "supplier")}),
        ("Mirova Retail sells Acme's shoes in 300 shops.", {("Mirova Retail", "distributor")}),
        ("Acme and Tarkin Steel have formed a joint venture.", {("Tarkin Steel", "joint-venture")}),
        ("Fenwick Pharma has licensed the rights to Acme's lead drug.", {("Fenwick Pharma", "partner")}),
        ("Fenwick Pharma will pay Acme $30 million upfront.", {("Fenwick Pharma", "partner")}),
        ("Marsh & Dale acted as legal adviser to Acme.", {("Marsh & Dale", "adviser")}),
        ("Corvin Partners advised Acme on the transaction.", {("Corvin Partners", "adviser")}),
        (
            "The system is in use at Norgrove Foods and at Mirova Retail.",
            {
                ("Norgrove Foods", "customer"),
                ("Mirova Retail", "customer"),
            },
        ),
        ("Skylane has contracted Acme to build two antennas.", {("Skylane", "customer")}),
        ("Caldor, its largest customer, accounts for a third of sales.", {("Caldor", "customer")}),
        ("Tarkin Steel is in talks to buy Acme, two people said.", {("Tarkin Steel", "acquirer")}),
        ("Backed by Oakfund, Acme opened a plant.", {("Oakfund", "investor")}),
        ("Acme appointed Mirova Retail as its exclusive distributor in Spain.", {("Mirova Retail", "distributor")}),
        ("Volvane will equip its trucks with Acme batteries.", {("Volvane", "customer")}),
        ("Volvane and Acme have agreed to cooperate on charging.", {("Volvane", "partner")}),
        ("Acme signed a credit facility with a syndicate led by Udal Bank.", {("Udal Bank", "lender")}),
    ],
)
def test_ties_of_trade(words: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= ties(words)


@pytest.mark.parametrize(
    "words",
    [
        "Caldor makes its own pumps.",
        "Caldor runs its stores in Spain.",
        "Jane Dole works at Norgrove Foods.",
        "Caldor will take years to expand its production.",
        "Caldor and Voltera signed a letter of intent.",
        "The figures come from Datalink.",
        "A filing sourced from the Trade Office shows it.",
        "Northland Venture Partners, with Caldor and Fenwick looking on, opened an office.",
        "Rival Caldor signed an offtake agreement with Voltera.",
        "Voltera does not use Acme's pumps.",
    ],
)
def test_no_ties_of_trade(words: str) -> None:
    assert not {tie for tie in ties(words) if tie[1] != "competitor"}


@pytest.mark.parametrize(
    ("words", "instrument", "sums"),
    [
        ("The package consists of a $50 million Series C and a $30 million venture loan.", "equity", [50e6]),
        ("The package consists of a $50 million Series C and a $30 million venture loan.", "debt", [30e6]),
        ("Birch Capital led the Series A round of €8 million in 2020.", "equity", [8e6]),
        ("Birch Capital wrote the first cheque, $2 million, in 2019.", "equity", [2e6]),
        ("Birch Capital took a 20 percent stake in Acme for 50 million euros.", "equity", [50e6]),
        ("The company last raised money in 2022: $180 million, led by Birch Capital.", "equity", [180e6]),
        ("Acme issued green bonds worth 200 million euros.", "debt", [200e6]),
        ("Acme went public in 2024, raising $195 million.", "ipo", [195e6]),
        ("The European Investment Bank has lent Acme €25 million.", "debt", [25e6]),
        ("Acme has received 25 million euros from the EU Innovation Fund.", "grant", [25e6]),
    ],
)
def test_money_by_its_kind(words: str, instrument: str, sums: list[float]) -> None:
    assert (instrument, sums) in [(kind, amounts) for kind, amounts, _ in raised(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Acme ended the year with $412 million in cash and marketable securities.",
        "Acme acquired Pollen Labs for $34 million in cash and stock.",
        "Funds raised by fintech startups in the region fell to $1.4 billion.",
        "The partners put the investment at $130 million.",
        "“Had we $10 million more, we would hire,” founder Jane Dole said.",
        "Caldor last week raised a $140 million Series C led by Birch Capital.",
        "Fenwick Pharma will pay Acme $30 million upfront and up to $400 million in milestones.",
    ],
)
def test_no_money_of_the_company(words: str) -> None:
    assert not raised(words)


def test_a_round_told_behind_a_negation_stands() -> None:
    assert raised("Acme has not raised any money since Birch Capital led its $22 million Series B in 2023.")


def test_cheques_inside_a_round_are_no_rounds() -> None:
    told = raised("Acme raised $50 million. Birch Capital, which led the round, put in $30 million.")
    assert [amounts for _, amounts, _ in told if amounts] == [[50e6]]


def test_givers_by_name() -> None:
    assert all(is_giver(name) for name in ("Birch Capital", "Larch Asset Management LP"))
    assert not any(is_giver(name) for name in ("Caldor Biologics", "Voltera"))
