"""Backers named behind "which" and in front of "among them", and money that is the market's."""

from __future__ import annotations

import pytest

from briefing.model.claim import FundingValues

from .close import claims_of, robots


def _rounds(text: str) -> list[tuple[list[str], tuple[str, ...]]]:
    found = (one.values for one in claims_of(robots(text), date="2026-10-12") if isinstance(one.values, FundingValues))
    return [
        ([amount.money.raw for amount in one.amounts if amount.role == "raised"], one.participants) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        (
            "Staff can sell shares in a $75 million tender offer, which Oakfund and Larch Street have bankrolled.",
            [(["$75 million"], ("Oakfund", "Larch Street"))],
        ),
        (
            "Acme sold convertible notes worth CHF 6 million to a handful of banks, Norvik Bank among them.",
            [(["CHF 6 million"], ("Norvik Bank",))],
        ),
        (
            "Acme raised $20 million from Oakfund Ventures, the fund run by the Karlsen family.",
            [(["$20 million"], ("Oakfund Ventures",))],
        ),
        (
            "Acme raised $90 million in a round led by Larch Street. Oakfund joined as a new backer with a "
            "cheque of $30 million, while Birch Ventures has participated to maintain its holding.",
            [(["$90 million"], ()), ([], ("Oakfund", "Birch Ventures"))],
        ),
        (
            "Acme closed a round of $25 million that Oakfund and Larch Street led together.",
            [(["$25 million"], ())],
        ),
        ("Acme paid $24 million for Globex, a Lund firm that had itself raised $5m from Oakfund.", []),
        ("Jo Lind joined from Globex, where she steered a $575 million round led by Oakfund.", []),
        ("Engineers who left Acme have since founded Globex ($12m seed, Oakfund) and Norvik ($3m, Larch Street).", []),
        ("Oakfund's other bets fared worse: Globex, into which it sank $54m, went under.", []),
        ("Asked whether a $150 million Series D was in the works, she laughed.", []),
        (
            "Oakfund and Larch Street joined Acme's latest funding round, which totalled $175 million.",
            [(["$175 million"], ("Oakfund", "Larch Street"))],
        ),
        (
            "Acme has raised a further $70 million, with Oakfund putting in $25 million.",
            [(["$70 million"], ("Oakfund",))],
        ),
        (
            "Acme raised NOK 180 million through a private placement directed at Oakfund, Norvik and Larch Street.",
            [(["NOK 180 million"], ("Oakfund", "Norvik", "Larch Street"))],
        ),
        ("Acme withdrew plans for a $280 million listing in 2022.", []),
        ("Treat the $1bn number doing the rounds with caution.", []),
        ("The market for robots, in which Acme is small, drew $7.9 billion of venture money last year.", []),
    ],
)
def test_backers(text: str, rounds: list[tuple[list[str], tuple[str, ...]]]) -> None:
    assert _rounds(text) == rounds


def test_who_leads_says_so() -> None:
    text = (
        "Acme has raised a $30 million Series B. “Acme is fine, and we are proud to lead this round,” said Jo "
        "Lind, partner at Oakfund Capital."
    )
    found = [one.values for one in claims_of(robots(text), date="2026-10-12") if isinstance(one.values, FundingValues)]
    assert {name for one in found for name in one.leads} == {"Oakfund Capital"}


def test_a_rival_from_another_country_raises_for_itself() -> None:
    assert _rounds("Acme's larger U.S. rival, Globex, hopes to raise $500 million.") == []
