"""New shares as money raised, and who is called the largest holder."""

from __future__ import annotations

import pytest

from .close import briefing_of, satellites


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        (
            "Acme Orbital published its accounts on Monday, after completing a DKK 410 million share issue.",
            "DKK 410 million",
        ),
        ("Acme Orbital has carried out a SEK 40 million new share issue led by Oakfund.", "SEK 40 million"),
        ("Acme Orbital closed a €12 million capital increase.", "€12 million"),
        ("Acme Orbital completed a $30 million share placement with Oakfund.", "$30 million"),
    ],
)
def test_an_issue_of_shares_is_a_round_of_equity(words: str, amount: str) -> None:
    (event,) = briefing_of(satellites(words)).funding
    assert (event.instrument, [money.raw for money in event.amounts]) == ("equity", [amount])


@pytest.mark.parametrize(
    "words", ["Acme Orbital faces a $5 million tax issue.", "Delta Orbital completed a $30 million share issue."]
)
def test_other_issues_are_none(words: str) -> None:
    assert not briefing_of(satellites(words)).funding


def test_who_holds_most_and_who_takes_up_new_shares_belong_to_the_issue() -> None:
    told = briefing_of(
        satellites(
            "Acme Orbital completed a $90 million share issue. Biggest holder is now Oakfund with 31.4%; it led the "
            "issue. Swiss pump maker Delta, which took up $20 million of the new shares, is there for the first time."
        )
    )
    (event,) = told.funding
    assert (event.leads, event.participants) == (("Oakfund",), ("Delta",))
    assert {(metric.name, metric.value) for metric in told.metrics} == {("Oakfund stake", 31.4)}


@pytest.mark.parametrize(
    "words",
    [
        "Delta's biggest owner is Oakfund, with 31%.",
        "Delta is a rival with 300 staff. Its biggest owner is Oakfund, with 31%.",
    ],
)
def test_the_largest_holder_of_another_is_none_of_ones_own(words: str) -> None:
    assert not briefing_of(satellites(words)).relationships
