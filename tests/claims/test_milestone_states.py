"""A description of a state is no milestone; what happened is one."""

from __future__ import annotations

import pytest

from briefing.model.claim import MilestoneValues

from .close import briefing_of, claims_of


def milestones(sentence: str) -> list[str]:
    text = f"Acme builds robots in Lyon\n\nAcme is a robot maker based in Lyon. {sentence}\n"
    return [claim.text for claim in claims_of(text) if isinstance(claim.values, MilestoneValues)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme's story in 2026 is less about winning a contest and more about how robots are owned and deployed.",
        "In 2025, Acme was still a small firm.",
        "Acme called it a 2021 price with no growth.",
    ],
)
def test_a_state_is_no_milestone(sentence: str) -> None:
    assert milestones(sentence) == []


@pytest.mark.parametrize(
    "sentence", ["Acme was founded in 2019 by two engineers.", "Acme launched its Arm 2 in May 2025."]
)
def test_an_event_is_a_milestone(sentence: str) -> None:
    assert len(milestones(sentence)) == 1


def test_a_clause_that_hangs_on_its_sentence_is_told_with_it() -> None:
    text = "Acme, which launched its first arm in 2017, makes robots for ports."
    assert milestones(text) == [text]


def test_a_product_whose_launch_is_planned_is_not_out_because_it_is_spoken_of() -> None:

    text = (
        "Acme builds robots in Lyon\n\nAcme is a robot maker based in Lyon. Acme plans to launch Acme Cloud, a control "
        "platform, in 2027. Another milestone is the work of Acme on the platform Acme Cloud. Acme launched Acme Arm, "
        "a robot, in 2020.\n"
    )
    products = briefing_of(text).products
    assert {product.name: product.status for product in products} == {"Acme Cloud": "planned", "Acme Arm": "released"}


def test_a_company_set_up_in_a_year_is_founded_not_built() -> None:
    text = "Acme builds robots in Lyon\n\nSet up in 2019 by two engineers, Acme runs a factory in Lyon.\n"
    kinds = [claim.values.topic for claim in claims_of(text) if isinstance(claim.values, MilestoneValues)]
    assert kinds == ["company"]


def test_the_date_of_what_was_not_there_dates_nothing() -> None:
    assert milestones("Acme's cost of returns, a line which did not exist in 2023, reached $3 million.") == []
    assert len(milestones("Acme's cost of returns, a line which began in 2023, reached $3 million in 2025.")) == 1
