"""Figures that stand beside another company's name: told in an aside, an apposition or a sentence on it."""

from __future__ import annotations

import pytest

from briefing.claims import metrics
from tests.claims.close import amount_of, metric_values, pumps


def figures(words: str) -> set[float]:
    return {amount_of(one) for one in metric_values(metrics.extract(pumps(words)))} - {300}


@pytest.mark.parametrize(
    "words",
    [
        "Its rivals include Northwind, which had sales of $400 million last year and employs 2,000 people.",
        "Northwind, by contrast, serves 4,000 customers. Its revenue was $90 million.",
        "Acme bought Contoso Works, a Toronto-based maker of valves with 22 employees, in August.",
        "The company's biggest customer, Northwind, operates 340 aircraft.",
        "They won't: Finland's Northwind has launched more than 60 boats.",
        "Investors were burned. Northwind Care, once valued at $4 billion, shut down in 2023.",
        "While Northwind Works employs 9,000 people, Acme has none in Norway.",
        "The deal gives Northwind Care, with sales of $900 million, a foothold in Norway.",
        "Northwind is in a class of its own. The company talks about 150 boats a year.",
    ],
)
def test_a_strangers_figures_are_not_the_subjects(words: str) -> None:
    assert not figures(words)


def test_behind_the_aside_on_a_stranger_the_subject_speaks_again() -> None:
    assert figures("Unlike Northwind, which has 900 employees, Acme has 80 boats.") == {80}


def test_where_the_product_is_in_use_is_the_subjects() -> None:
    assert figures("The software is in use at 310 hospitals, the company says.") == {310}
