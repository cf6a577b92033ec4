"""Sentences that set the company against others, and those that only look so."""

from __future__ import annotations

import pytest

from briefing import claims
from briefing.claims import find_subject
from briefing.model.claim import ComparisonValues
from briefing.sources import read


def contrasts(body: str, heading: str = "") -> list[ComparisonValues]:
    above = f"## {heading}\n\n" if heading else ""
    text = (
        "Acme builds robots in Lyon\nPublished: 12 October 2026\n\nAcme is a robot maker based in Lyon. "
        'Its rivals are Northwind and Contoso Robotics. Northwind raised $9 million. "We are busy," said Jane Roe, '
        f"chief executive of Acme.\n\n{above}{body}\n"
    )
    source = read("a.txt", text.encode(), "s1")
    found, _ = claims.extract((source,), find_subject((source,)))
    return [claim.values for claim in found if isinstance(claim.values, ComparisonValues)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rivals are not asleep.",
        "Shares of Northwind's owner are not publicly traded.",
        '"Our arm answers four times faster than a turbine," said Tim Coe, co-founder and Chief Technology Officer.',
        "The founders will hold 31.4% of the stock, while Northwind will be the largest stakeholder with 18.2%.",
        "Rather than hope for a sale, firms are using tender offers to keep people.",
        "In a study in the Annals of Robotics, 97% were found, compared with 94% for a panel of judges.",
        "They want one while Northwind trades at 9x.",
    ],
)
def test_what_compares_something_else_is_left_out(sentence: str) -> None:
    assert contrasts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "mine", "theirs"),
    [
        (
            "Unlike Northwind, which makes all parts itself, the French company buys its motors abroad.",
            "the French company buys its motors abroad.",
            "Unlike Northwind, which makes all parts itself",
        ),
        (
            "Where rivals such as Northwind sell robots, Acme rents them.",
            "Acme rents them.",
            "Where rivals such as Northwind sell robots",
        ),
        (
            "Nor does Acme want to sell abroad, as Northwind does.",
            "Nor does Acme want to sell abroad",
            "as Northwind does.",
        ),
    ],
)
def test_both_sides_are_told_by_their_own_words(sentence: str, mine: str, theirs: str) -> None:
    (found,) = contrasts(sentence)
    assert (found.subject_position, found.other, found.other_position) == (mine, "Northwind", theirs)


@pytest.mark.parametrize(
    "sentence",
    [
        "Its arms are smaller than those of rivals.",
        "The Lyon-based startup is often described as a French alternative to Northwind.",
        "Acme has 14 robots at work, compared with more than 50 at Northwind.",
    ],
)
def test_the_company_is_set_against_others(sentence: str) -> None:
    assert len(contrasts(sentence)) == 1


def test_the_furniture_of_a_page_is_no_dimension() -> None:
    (found,) = contrasts("Unlike Northwind, Acme rents its robots.", "Share   Save   Listen (4 min)")
    assert found.dimension == ""
