"""Newsletters that list other companies' deals a line each, and names with a legal form behind a comma."""

from __future__ import annotations

import pytest

from briefing.claims import find_subject

from .close import briefing_of, satellites, source

_LETTER = """Seedlings, Friday edition: Northwind and a week of deals

THE BIG ONE
Northwind has raised $26 million in a Series A round led by Hale Ventures. The Cork startup makes pumps.

ALSO THIS WEEK
Globex, Lund, tax checks: $18 million Series A led by Oakfund.
Contoso, Madrid, van leasing: €110 million in debt from Elbe Bank and Roe Credit.
Initech, New York: $75 million at a $600 million valuation, with Larch leading.
Cardinal Works, Porto, freight: bought by Umbrella for an undisclosed sum.
"""


def test_deals_of_others_in_a_list_are_theirs() -> None:
    briefing = briefing_of(_LETTER)
    assert [([sum_.raw for sum_ in event.amounts], event.leads) for event in briefing.funding] == [
        (["$26 million"], ("Hale Ventures",))
    ]
    assert [tie.name for tie in briefing.relationships] == ["Hale Ventures"]
    assert briefing.metrics == ()


def test_sites_in_a_list_are_the_companys_own() -> None:
    text = (
        "Northwind and its yards\n\nNorthwind makes pumps. Northwind has three yards.\n\n"
        "Lyon, France: 300 people\nLund, Sweden: 120 people\nCork, Ireland: 90 people\n\nNorthwind has 700 employees.\n"
    )
    assert {metric.value for metric in briefing_of(text).metrics} >= {700.0}


def test_a_legal_form_behind_a_comma_parts_no_name_from_its_verb() -> None:
    text = (
        "4Corner Pumps, Inc. raises $37M to find leaks\n\nThe startup, which finds leaks, has closed a $37 million "
        "Series B round. Hale, Wren & Co. led it. Also in the round were Elbe Ventures and Globex.\n"
    )
    assert find_subject([source(text)]).name == "4Corner Pumps"


@pytest.mark.parametrize(
    "lead",
    [
        "Hale Ventures led the round with a cheque of $30 million.",
        "Hale Ventures led the round, writing a check for $30 million.",
        "Hale Ventures led it with a check of $30 million; Globex and Elbe Capital supplied the rest.",
    ],
)
def test_what_the_leader_writes_is_part_of_the_round(lead: str) -> None:
    briefing = briefing_of(satellites(f"Acme Orbital raised a Series B of $65 million in May 2023. {lead}"))
    (event,) = briefing.funding
    assert [sum_.raw for sum_ in event.amounts] == ["$65 million"]
    assert "Hale Ventures" in (*event.leads, *event.participants)


def test_that_company_is_the_one_named_in_front() -> None:
    briefing = briefing_of(
        satellites(
            "Jane Roe, the founder of Acme Orbital, sought no money. She was counsel at Globex when that company "
            "raised $200 million from Oakfund in 2021."
        )
    )
    assert briefing.funding == ()
    assert "Oakfund" not in [tie.name for tie in briefing.relationships]
