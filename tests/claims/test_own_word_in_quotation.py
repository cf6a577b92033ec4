"""What an officer tells of the company in a quotation is the company's word; what he thinks is his view."""

from __future__ import annotations

import pytest

from briefing.model.claim import Modality
from tests.claims.close import pumps


def modality(words: str) -> tuple[Modality, tuple[str, ...]]:
    clause = pumps(words).utterances[-1].clauses[-1]
    return clause.modality, clause.holders


@pytest.mark.parametrize(
    "words",
    [
        "We were profitable in two of the last three months",
        "We looked for suppliers in Norway, and there are none",
        "We say no to about five of six that ask us",
        "The new pumps are being tested in our lab",
        "We've turned down two buyers",
        "We're not raising now",
        "We are not selling",
    ],
)
def test_deeds_and_figures_are_asserted(words: str) -> None:
    assert modality(f"“{words},” said Jane Doe, chief executive of Acme.")[0] == "asserted"


@pytest.mark.parametrize(
    "words",
    [
        "Nobody wakes up wanting a pump in the morning",
        "I believe that two of three makers will be gone",
        "We should have moved to three towns at once",
        "We've got a great team",
        "We're not afraid",
    ],
)
def test_what_somebody_thinks_stays_a_view(words: str) -> None:
    assert modality(f"“{words},” said Jane Doe, chief executive of Acme.")[0] != "asserted"


@pytest.mark.parametrize(
    "words",
    [
        "We'll be cash-flow positive in 2028",
        "It'll be three plants by 2030",
        "In the end we want to build the whole engine",
    ],
)
def test_what_is_to_come_is_planned(words: str) -> None:
    assert modality(f"“{words},” said Jane Doe, chief executive of Acme.")[0] == "planned"


def test_a_stranger_quoted_by_name_keeps_the_next_quotation() -> None:
    told = "“The orders are real,” said Henk Dorn of the consultancy Northwind. “Who builds forty is taking a risk.”"
    assert modality(f"Jane Doe, chief executive of Acme, spoke first. {told}")[1] == ("Henk Dorn",)


def test_he_is_the_one_of_them_who_was_named() -> None:
    told = "Ten engineers left. One of them, Bo Lund, grows lavender now. “They told us nothing at all,” he says."
    assert modality(f"Jane Doe is the chief executive of Acme. {told}")[1][-1] == "Bo Lund"


def test_initials_open_an_answer() -> None:
    told = "Jane Doe, chief executive of Acme, met us.\n\nRP: Why not list?\n\nJD: We waited. The pumps are sold out."
    assert modality(told)[1] == ("Jane Doe",)
