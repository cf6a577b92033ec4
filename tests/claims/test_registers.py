"""Articles that go from company to company under headings: what stands under another's name is that other's."""

from __future__ import annotations

import pytest

from briefing.claims import extract
from briefing.model.briefing import Briefing, Subject
from briefing.reconcile import reconcile

from .close import source


def _briefing(text: str) -> Briefing:
    """Of one article, whatever it is about, as a briefing on Northwind."""
    one, subject = source(text), Subject("Northwind")
    return reconcile([one], subject, *extract([one], subject))


def _list(headings: tuple[str, str, str, str]) -> str:
    told = [
        "The Leeds pump maker let go 90 people. Its turnover was $70 million last year.",
        "Half of the staff of 400 is leaving the carrier. It raised $20 million in a Series A in May 2024.",
        "Backers including Oakfund put in $250 million back in 2021. It has 1,100 customers.",
        "The company employs 77 people. It raised $75 million in a Series C led by Birch Capital in 2025.",
    ]
    parts = [f"{heading}\n{words}" for heading, words in zip(headings, told, strict=True)]
    return "The running list: who cuts jobs\n\nHere are this month's cuts, among them Northwind's.\n\n" + "\n\n".join(
        parts
    )


@pytest.mark.parametrize(
    "headings",
    [
        ("March 27: Globex", "March 24: Northwind", "March 19: Pinewood", "March 5: Elmbank"),
        ("1. Globex", "2. Northwind", "3. Pinewood", "4. Elmbank"),
        ("Globex", "Northwind", "Pinewood", "Elmbank"),
    ],
)
def test_what_stands_under_anothers_heading_is_not_the_companys(headings: tuple[str, str, str, str]) -> None:
    found = _briefing(_list(headings))
    assert [one.amounts[0].raw for one in found.funding] == ["$20 million"]
    assert not [one.name for one in found.metrics if one.value in (90, 1100, 77) or one.amounts]


def test_headings_of_a_portrait_are_nobodys_names() -> None:
    parts = (
        "Products\nIt makes pumps.",
        "Funding\nIt raised $20 million in a Series A in May 2024.",
        "Team\nIt has 90 staff.",
    )
    found = _briefing("Northwind: a portrait\n\nNorthwind is a carrier based in Oslo.\n\n" + "\n\n".join(parts))
    assert [one.amounts[0].raw for one in found.funding] == ["$20 million"]
