"""One round told with different sums is one event; a package is not counted beside its parts."""

from __future__ import annotations

from briefing.model.briefing import Briefing
from tests.reconcile.articles import told as briefing


def sums(found: Briefing) -> list[list[float]]:
    return [[money.value for money in event.amounts] for event in found.funding]


def test_two_sums_for_one_round_with_one_leader() -> None:
    found = briefing(
        ("2026-01-14", "Northwind makes pumps. Northwind has raised €64 million in a Series B led by Calder Peak."),
        ("2026-01-20", "Northwind makes pumps in Oslo. Northwind has secured €60 million from Calder Peak."),
    )
    assert sums(found) == [[64e6, 60e6]]
    assert found.funding[0].disputed
    clash = next(one for one in found.conflicts if one.kind == "amount")
    assert not clash.compatible
    assert [position.sources for position in clash.positions] == [("s1",), ("s2",)]


def test_two_rounds_in_one_article_stay_two() -> None:
    text = "Northwind makes pumps. Northwind raised $10 million from Calder Peak in May 2025. "
    text += "In June 2025 Northwind raised $12 million from Calder Peak."
    assert len(briefing(("2026-01-14", text)).funding) == 2


def test_a_sum_years_later_is_another_round() -> None:
    found = briefing(
        ("2023-01-14", "Northwind makes pumps. Northwind has raised $10 million from Calder Peak."),
        ("2026-01-20", "Northwind makes pumps in Oslo. Northwind has raised $12 million from Calder Peak."),
    )
    assert len(found.funding) == 2


def test_a_package_told_elsewhere_is_no_third_event() -> None:
    found = briefing(
        (
            "2025-10-07",
            "Northwind makes pumps. Northwind secured a $120 million credit facility from Larkspur Credit Partners. "
            "Northwind also raised $45 million in equity from Delmarva Capital.",
        ),
        ("2025-10-09", "Northwind makes pumps in Oslo. Northwind has landed $165 million in debt and equity."),
    )
    assert sorted(sums(found)) == [[45e6], [120e6]]
    assert not [one for one in found.conflicts if one.kind == "amount"]


def test_a_listing_with_its_last_shares_is_one_listing() -> None:
    found = briefing(
        ("2026-03-18", "Northwind makes pumps. Northwind raised €120 million in its initial public offering."),
        ("2026-04-10", "Northwind makes pumps in Oslo. Northwind's IPO has raised €138 million."),
    )
    assert sums(found) == [[120e6, 138e6]]


def test_primary_and_secondary_shares_are_a_round() -> None:
    found = briefing(
        (
            "2025-09-02",
            "Northwind makes pumps. Northwind closed a round of $54 million, a mix of primary and secondary shares.",
        )
    )
    assert [event.instrument for event in found.funding] == ["equity"]


def test_a_report_that_the_company_confirms_is_the_companys() -> None:
    found = briefing(
        (
            "2026-03-24",
            "Northwind makes pumps. Northwind has raised about $70 million in a round led by Calder Peak Capital, two "
            "sources said on Tuesday. The funding values Northwind at $410 million, one of the sources said.",
        ),
        (
            "2026-03-24",
            "Northwind makes pumps. Northwind has raised $72 million in a round led by Calder Peak Capital, the "
            "company said on Tuesday. The funding values Northwind at $410 million, one of the sources said.",
        ),
    )
    assert [event.standing for event in found.funding] == ["company-stated"]


def test_a_round_named_in_the_title_has_the_sum_that_the_article_tells() -> None:
    text = "British pump maker Northwind has raised 140 million pounds, it said on Tuesday. The Series C round was "
    text += "co-led by Calder Peak and the Norden Fund. Northwind makes pumps."
    found = briefing(("2025-09-23", text), title="Northwind closes Series C to double its plant").funding
    assert [(event.name, len(event.amounts), event.leads) for event in found] == [
        ("Series C", 1, ("Calder Peak", "Norden Fund"))
    ]
