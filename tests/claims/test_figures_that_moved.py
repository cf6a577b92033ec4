"""What rose or fell by a rate is a measure, whatever it is called; sums of trade may leave their currency out."""

from __future__ import annotations

import pytest

from briefing import claims
from briefing.claims import find_subject
from briefing.reconcile import reconcile
from briefing.sources import read


def _figures(words: str) -> dict[str, float | str | None]:
    """Name of the measure → its number, or its sum as printed."""
    text = f"Acme Orbital builds drones\n\nAcme Orbital is a drone maker based in Kawasaki.\n\n{words}\n"
    source = read("one.txt", text.encode(), "s1")
    subject = find_subject((source,))
    briefing = reconcile((source,), subject, *claims.extract((source,), subject))
    assert not briefing.funding
    return {one.name: one.amounts[0].raw if one.amounts else one.value for one in briefing.metrics}


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        (
            "The cost of spares grew by 14.5% to $31 million in 2024.",
            {"cost of spares growth": 14.5, "cost of spares": "$31 million"},
        ),
        (
            "Freight costs saw a surge of 43% to $12 million.",
            {"freight costs growth": 43, "freight costs": "$12 million"},
        ),
        (
            "Acme Orbital reported a 38% decline in rental income to $7.2 million.",
            {"rental income growth": 38, "rental income": "$7.2 million"},
        ),
        ("Repair expenses grew 3X to $18.4 million.", {"repair expenses": "$18.4 million"}),
        ("Insurance costs shot up nearly fourfold to $6.1 million.", {"insurance costs": "$6.1 million"}),
        (
            "The average flight value was down 4% at $57.",
            {"average flight value growth": 4, "average flight value": "$57"},
        ),
        ("Deliveries rose 17% to 2.6 million.", {"deliveries growth": 17, "deliveries": 2_600_000}),
        (
            "Rentals formed 36% of operating revenue and grew a healthy 21% to $44.8 million.",
            {"share of operating revenue": 36, "rentals growth": 21, "rentals": "$44.8 million"},
        ),
        ("The repair segment contributed $19 million.", {"repair segment": "$19 million"}),
        ("Globex's costs rose 9% to $27 million.", {}),
        ("Shares of Globex fell 5% to $33.", {}),
        ("Rents in the city rose 6% to $28 a square foot.", {}),
    ],
)
def test_what_moved(words: str, figures: dict[str, float | str]) -> None:
    assert _figures(words) == figures


def test_a_sum_without_its_currency() -> None:
    told = _figures("Revenue was $210 million in 2023. Revenue rose by 31.5% to 276 million in 2024.")
    assert told["revenue growth"] == 31.5
    assert _figures("Revenue was $210 million in 2023. Costs are told below. Revenue rose to 276 million in 2024.")
    text = (
        "Acme Orbital builds drones\n\nAcme Orbital is a drone maker. Revenue was $210 million in 2023.\n\n"
        "Net loss rose to 49 million in 2024.\n"
    )
    source = read("one.txt", text.encode(), "s1")
    subject = find_subject((source,))
    briefing = reconcile((source,), subject, *claims.extract((source,), subject))
    loss = next(one for one in briefing.metrics if one.name == "net loss")
    assert [(sum_.value, sum_.currency) for sum_ in loss.amounts] == [(49_000_000, "USD")]
    assert loss.value is None
