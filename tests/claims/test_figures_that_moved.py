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
            "The cost of materials grew by 19.6% to $396 million in 2024.",
            {"cost of materials growth": 19.6, "cost of materials": "$396 million"},
        ),
        (
            "Legal costs saw a surge of 57% to $124 million.",
            {"legal costs growth": 57, "legal costs": "$124 million"},
        ),
        (
            "Acme Orbital reported a 62% decline in other income to $100.45 million.",
            {"other income growth": 62, "other income": "$100.45 million"},
        ),
        ("Marketing expenses grew 4X to $142.65 million.", {"marketing expenses": "$142.65 million"}),
        ("Finance costs shot up nearly fivefold to $39.5 million.", {"finance costs": "$39.5 million"}),
        (
            "The average order value was down 6% at $38.",
            {"average order value growth": 6, "average order value": "$38"},
        ),
        ("Deliveries rose 12% to 4.3 million.", {"deliveries growth": 12, "deliveries": 4_300_000}),
        (
            "Subscriptions formed 47% of operating revenue and grew a modest 28% to $100.7 million.",
            {"share of operating revenue": 47, "subscriptions growth": 28, "subscriptions": "$100.7 million"},
        ),
        ("The equipment segment contributed $257 million.", {"equipment segment": "$257 million"}),
        ("Globex's costs rose 12% to $40 million.", {}),
        ("Shares of Globex fell 3% to $41.", {}),
        ("Rents in the city rose 4% to $31 a square foot.", {}),
    ],
)
def test_what_moved(words: str, figures: dict[str, float | str]) -> None:
    assert _figures(words) == figures


def test_a_sum_without_its_currency() -> None:
    told = _figures("Revenue was $340 million in 2023. Revenue rose by 46.6% to 670 million in 2024.")
    assert told["revenue growth"] == 46.6
    assert _figures("Revenue was $340 million in 2023. Costs are told below. Revenue rose to 670 million in 2024.")
    text = (
        "Acme Orbital builds drones\n\nAcme Orbital is a drone maker. Revenue was $340 million in 2023.\n\n"
        "Net loss rose to 67 million in 2024.\n"
    )
    source = read("one.txt", text.encode(), "s1")
    subject = find_subject((source,))
    briefing = reconcile((source,), subject, *claims.extract((source,), subject))
    loss = next(one for one in briefing.metrics if one.name == "net loss")
    assert [(sum_.value, sum_.currency) for sum_ in loss.amounts] == [(67_000_000, "USD")]
    assert loss.value is None
