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
        "Northwind is in a class of its own. The company talks about 150 boats a year.",
    ],
)
def test_a_strangers_figures_are_not_the_subjects(words: str) -> None:
    assert not figures(words)


def test_behind_the_aside_on_a_stranger_the_subject_speaks_again() -> None:
    assert figures("Unlike Northwind, which has 900 employees, Acme has 80 boats.") == {80}
