"""Sums whose currency is said once for several: "a loss of 9 million euros, from 14 million"."""

from __future__ import annotations

import pytest

from briefing.claims.amounts import find_amounts
from briefing.claims.elided import elided


def sums(text: str, language: str = "en") -> list[tuple[float, str]]:
    return [(one.money.value, one.money.currency) for one in find_amounts(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("Revenue was 71.2 million euros in 2025 and the net loss 8.4 million, it said.", 8_400_000),
        ("It had revenue of €71 million and a net loss of 8.4 million, according to its accounts.", 8_400_000),
        ("Revenue of €55m; the year before it lost 22.6 million on revenue of 43.9 million.", 22_600_000),
        ("Its net loss narrowed to €9m, from 14m in 2024.", 14_000_000),
        ("Sales reached €20 million ($22 million), from 14 million in 2024.", 14_000_000),
        ("Turnover climbed from 30 million to 48 million euros.", 30_000_000),
        ("Turnover climbed from 30 to 48 million euros.", 30_000_000),
    ],
)
def test_a_figure_of_trade_beside_a_sum_is_in_its_currency(text: str, also: float) -> None:
    assert (also, "EUR") in sums(text)


@pytest.mark.parametrize(
    "text",
    [
        "It raised $40 million in May and now reaches 3 million homes.",
        "It raised $40 million to reach 3 million in Asia.",
        "Revenue was $48 million on sales of 3 million pumps.",
        "Revenue was $48 million; the app reached 3 million.",
        "At $40 apiece, sales came to 3 million.",
    ],
)
def test_what_may_be_counted_is_no_sum(text: str) -> None:
    assert len(sums(text)) == 1


def test_without_a_sum_nothing_is_in_a_currency() -> None:
    assert elided((), [], "en") == []
    assert sums("Revenue rose to 14 million from 9 million.") == []
