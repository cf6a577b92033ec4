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
