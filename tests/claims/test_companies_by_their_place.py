""" "The Osaka group" is the company that was told of with Osaka, and its figures are not the subject's."""

from __future__ import annotations

import pytest

from .close import briefing_of, satellites


def _figures(words: str) -> set[str]:
    return {metric.name for metric in briefing_of(satellites(words)).metrics}


@pytest.mark.parametrize(
    "words",
    [
        "Acme Orbital closed a $95 million round. Delta Medical of Osaka led it. The Osaka group, a pump maker, "
        "sold goods for ¥190bn last year. Its shares closed 1.4% higher at ¥3,480.",
        "Acme Orbital has raised $95 million led by Germany's Delta Chemie. The German company employs 4,000 "
        "people and had revenue of €12 billion last year.",
        "Acme Orbital has signed a contract with Delta Steel of Cleveland. The Cleveland steelmaker made sales of $4bn "
        "in 2024 and employs 9,000 people.",
        "Acme Orbital buys its valves from Swiss supplier Delta. The Swiss firm employs 300 people.",
        "Acme Orbital has raised $95 million from Boston-based Oakfund. The Boston firm has 120 employees.",
    ],
)
def test_the_firm_of_another_place_is_another_firm(words: str) -> None:
    assert _figures(words) <= {"total funding"}


@pytest.mark.parametrize(
    "words",
    [
        "Acme Orbital, a young Boston company, was backed by Boston-based Oakfund. The Boston firm employs 120 people.",
        "Acme Orbital has a contract with Delta Steel of Cleveland. The Kawasaki company employs 120 people.",
        "Acme Orbital has a contract with Delta Steel of Cleveland. The company employs 120 people.",
    ],
)
def test_the_firm_of_ones_own_place_is_ones_own(words: str) -> None:
    assert _figures(words) == {"employees"}
