"""Sums of what passes through a company's hands, verbs of earning and spending, and figures they are compared with."""

from __future__ import annotations

import pytest

from briefing.claims import metrics
from tests.claims.close import amount_of, metric_values, pumps


def figures(words: str) -> dict[str, float]:
    found = metric_values(metrics.extract(pumps(words)))
    return {f"{amount_of(one):.12g}": one.name for one in found if one.amounts}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("The company processed payments worth $38 billion in 2025.", {"38000000000": "payments processed"}),
        ("The company handled $38 billion in payments last year.", {"38000000000": "payments handled"}),
        ("Acme moved $4.1 billion of freight in 2025.", {"4100000000": "freight moved"}),
        ("Orders worth $310 million were booked in 2025.", {"310000000": "orders booked"}),
        ("Acme intends to process $100 billion a year by 2028.", {"100000000000": "volume processed"}),
        ("The order book is worth $410 million.", {"410000000": "order book"}),
        ("Acme turned over $300 million last year.", {"300000000": "revenue"}),
        ("One pump costs about $11 million, give or take.", {"11000000": "cost"}),
        ("Analysts think that the company will lose $74 million this year.", {"74000000": "net loss"}),
    ],
)
def test_what_is_handled_earned_or_spent(words: str, named: dict[str, str]) -> None:
    assert figures(words) == named


@pytest.mark.parametrize(
    "words",
    [
        "The company processed payments worth $38 million in 2025, up from $21 million a year earlier.",
        "The company handled $38 million in payments last year against $21 million in 2024.",
        "Acme moved $38 million of freight, compared with $21 million the year before.",
    ],
)
def test_the_earlier_figure_is_of_the_same_measure(words: str) -> None:
    found = figures(words)
    assert set(found) == {"38000000", "21000000"}
    assert len(set(found.values())) == 1


@pytest.mark.parametrize("words", ["Acme sold the unit for $40 million.", "Acme handled it with $40 million of debt."])
def test_sums_of_deals_are_no_volumes(words: str) -> None:
    assert not {name for name in figures(words).values() if "sold" in name or "handled" in name}
