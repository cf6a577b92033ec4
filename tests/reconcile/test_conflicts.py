"""What differs between the sources, whether both can be true, and what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.briefing import Briefing, Conflict
from tests.reconcile.desk import Desk


def of_kind(briefing: Briefing, kind: str) -> list[Conflict]:
    return [conflict for conflict in briefing.conflicts if conflict.kind == kind]


def test_over_and_reached_are_one_figure_with_two_wordings() -> None:
    desk = Desk()
    one, two = "Revenue is over $400 million.", "Revenue reached $400 million."
    a, b = desk.articles(one, two)
    desk.metric(a, one, "revenue", "over $400 million")
    desk.metric(b, two, "revenue", "$400 million")
    briefing = desk.reconcile()
    assert len(briefing.metrics) == 1
    found = of_kind(briefing, "precision")[0]
    assert found.compatible
    assert {position.value for position in found.positions} == {"over $400 million", "$400 million"}


def test_nearly_doubling_is_checked_against_the_stated_valuations() -> None:
    desk = Desk()
    one = "In May 2024 Northwind raised $50 million at a valuation of $1.2 billion."
    two = "It now seeks $90 million at a $2.0 billion valuation, nearly doubling its worth."
    s = desk.article(f"News\n\n{one}\n\n{two}\n")
    desk.round(s, one, when="2024-05", raised="$50 million", valuation="$1.2 billion")
    desk.round(s, two, when="2025-11", raised="$90 million", valuation="$2.0 billion", modality="rumoured")
    briefing = desk.reconcile()
    found = of_kind(briefing, "arithmetic")[0]
    assert not found.compatible
    assert "1.67×" in found.rationale
    assert found.positions[0].value.startswith("nearly doubling")
    assert any("arithmetic" in entry.reasons for entry in briefing.unverified)


def test_a_ratio_that_the_figures_bear_out_is_no_dispute() -> None:
    desk = Desk()
    one = "In May 2024 Northwind raised $50 million at a valuation of $1.2 billion."
    two = "In May 2025 it raised $90 million at a $2.5 billion valuation, more than double the one before."
    s = desk.article(f"News\n\n{one}\n\n{two}\n")
    desk.round(s, one, when="2024-05", raised="$50 million", valuation="$1.2 billion")
    desk.round(s, two, when="2025-05", raised="$90 million", valuation="$2.5 billion")
    assert all(conflict.compatible for conflict in of_kind(desk.reconcile(), "arithmetic"))


def test_listed_rounds_and_debt_are_set_against_the_stated_total() -> None:
    desk = Desk()
    a = "Northwind raised $100 million in 2021."
    b = "It raised $200 million in 2023."
    c = "It borrowed $95 million in 2024."
    d = "It has raised about $400 million in rounds and debt."
    s = desk.article("News\n\n" + "\n\n".join((a, b, c, d)) + "\n")
    desk.round(s, a, when="2021", raised="$100 million")
    desk.round(s, b, when="2023", raised="$200 million")
    desk.round(s, c, when="2024", instrument="debt", raised="$95 million")
    desk.total(s, d, "about $400 million", holders=("Ledger Base",), holder_kind="database")
    briefing = desk.reconcile()
    found = of_kind(briefing, "sum")[0]
    assert "$300 million" in found.rationale
    assert "$395 million" in found.rationale
    assert any("database-estimate" in entry.reasons for entry in briefing.unverified)


def test_partner_here_and_client_there_is_a_difference_of_role() -> None:
    desk = Desk()
    one, two = "Northwind works with Tagus Ferries.", "Clients like Tagus Ferries drive growth."
    a, b = desk.articles(one, two)
    desk.tie(a, one, "Tagus Ferries", "partner")
    desk.tie(b, two, "Tagus Ferries", "customer")
    found = of_kind(desk.reconcile(), "role")[0]
    assert found.compatible
    assert [position.value for position in found.positions] == ["partner", "customer"]


def test_lists_of_partners_that_differ_are_coverage() -> None:
    desk = Desk()
    one = "Partners include Tagus Ferries, Koala Grid and Iberian Rail."
    two = "It works with Tagus Ferries, Koala Grid and Otter Ports."
    a, b = desk.articles(one, two)
    for source, quote, names in ((a, one, ("Iberian Rail",)), (b, two, ("Otter Ports",))):
        for name in ("Tagus Ferries", "Koala Grid", *names):
            desk.tie(source, quote, name)
    found = of_kind(desk.reconcile(), "coverage")[0]
    assert found.compatible
    assert "Iberian Rail" in found.used
    assert "Otter Ports" in found.used


def test_investors_listed_without_a_round_are_put_into_none() -> None:
    desk = Desk()
    one = "Northwind raised $50 million in 2024, led by Alder."
    two = "Key investors include Alder, Birch and Cedar."
    s = desk.article(f"News\n\n{one}\n\n{two}\n")
    desk.round(s, one, when="2024", leads=("Alder",), raised="$50 million")
    for name in ("Alder", "Birch", "Cedar"):
        desk.tie(s, two, name, "investor")
    briefing = desk.reconcile()
    assert briefing.funding[0].participants == ()
    assert any("without a round" in conflict.topic for conflict in briefing.conflicts)


def test_two_prices_of_one_deal() -> None:
    desk = Desk()
    one, two = "It will pay more than $7 billion for Koala Grid.", "People say it paid $7.5 billion for Koala Grid."
    a, b = desk.articles(one, two)
    desk.tie(a, one, "Koala Grid", "acquired", amount="more than $7 billion", modality="rumoured", status="rumoured")
    desk.tie(b, two, "Koala Grid", "acquired", amount="$7.5 billion")
    found = of_kind(desk.reconcile(), "amount")[0]
    assert found.compatible
    assert found.used == "$7.5 billion"


def test_a_rumoured_tie_that_is_confirmed_is_told_so() -> None:
    desk = Desk()
    one, two = "Northwind is in talks to buy Koala Grid.", "Northwind confirmed that it bought Koala Grid."
    a, b = desk.articles(one, two)
    desk.tie(a, one, "Koala Grid", "acquired", "rumoured", modality="rumoured")
    desk.tie(b, two, "Koala Grid", "acquired")
    briefing = desk.reconcile()
    assert briefing.relationships[0].status == "current"
    assert [p.value for p in of_kind(briefing, "attribution")[0].positions] == ["reported", "confirmed"]


def test_close_valuations_from_two_sources_are_shown_side_by_side() -> None:
    desk = Desk()
    one = "Northwind raised $90 million and is now valued at $8.6 billion."
    two = "Employees sell shares at the latest valuation of $8.5 billion."
    a, b = desk.articles(one, two)
    desk.metric(a, one, "valuation", "$8.6 billion", role="valuation")
    desk.metric(b, two, "valuation", "$8.5 billion", role="valuation")
    found = of_kind(desk.reconcile(), "amount")[0]
    assert not found.compatible
    assert {position.value for position in found.positions} == {"$8.6 billion", "$8.5 billion"}


def test_the_most_material_difference_comes_first_and_every_side_is_cited() -> None:
    desk = Desk()
    one = "Northwind, which works with Koala Grid, raised a Series D of about $120 million in May 2024."
    two = "In May 2024 Northwind raised a $150 million Series D; Koala Grid is a client."
    a, b = desk.articles(one, two)
    desk.round(a, one, "Series D", "2024-05", raised="about $120 million")
    desk.round(b, two, "Series D", "2024-05-01", raised="$150 million")
    desk.tie(a, one, "Koala Grid")
    desk.tie(b, two, "Koala Grid", "customer")
    briefing = desk.reconcile()
    assert briefing.conflicts[0].kind == "amount"
    assert [conflict.rank for conflict in briefing.conflicts] == list(range(len(briefing.conflicts)))
    for conflict in briefing.conflicts:
        assert all(position.evidence and position.sources for position in conflict.positions)


@pytest.mark.parametrize("second", ["$2.4 million", "$2.44 million"])
def test_rounded_figures_of_one_sum_do_not_conflict(second: str) -> None:
    desk = Desk()
    one, two = "Northwind raised a $2.4 million seed round.", f"The seed round of Northwind was {second}."
    a, b = desk.articles(one, two)
    desk.round(a, one, "seed", raised="$2.4 million")
    desk.round(b, two, "seed", raised=second)
    assert not of_kind(desk.reconcile(), "amount")


def test_a_denial_stands_beside_the_report_it_answers() -> None:
    desk = Desk()
    one = "The Post reported that Northwind is buying assets of Koala Grid."
    two = "Koala Grid told the Post that this is no sale."
    s = desk.article(f"News\n\n{one} {two}\n")
    desk.opinion(s, one, role="view", modality="rumoured", holders=("the Post",), holder_kind="outlet")
    desk.opinion(s, two, role="view", modality="denied", holders=("Koala Grid",), holder_kind="third-party")
    found = of_kind(desk.reconcile(), "role")[0]
    assert not found.compatible
    assert [position.value for position in found.positions] == [one, two]


def test_who_would_not_comment_is_shown_with_the_report() -> None:
    desk = Desk()
    one = "Northwind is in talks to buy Koala Grid, people say."
    quiet = "Northwind declined to comment."
    two = "Northwind confirmed that it bought Koala Grid."
    a, b = desk.articles(f"{one}\n\n{quiet}", two)
    desk.tie(a, one, "Koala Grid", "acquired", "rumoured", modality="rumoured")
    desk.tie(b, two, "Koala Grid", "acquired")
    found = of_kind(desk.reconcile(), "attribution")[0]
    assert quiet in [piece.quote for piece in found.positions[0].evidence]


def test_former_names_and_seats_are_differences_of_name() -> None:
    desk = Desk()
    one = "Its turbine Gust (formerly “Breeze”) was paid for by Lisbon-based Alder."
    two = "Alder, a Porto-based fund, took part again."
    a, b = desk.articles(one, two)
    desk.tie(a, one, "Alder", "investor")
    desk.tie(b, two, "Alder", "investor")
    found = of_kind(desk.reconcile(), "name")
    values = [[position.value for position in conflict.positions] for conflict in found]
    assert ["Gust", "Breeze"] in values
    assert ["Lisbon-based", "Porto-based"] in values


def test_a_target_is_told_in_each_sources_words() -> None:
    desk = Desk()
    one, two = "It is on track to reach $1 billion in sales.", "Projections speak of $1 billion in sales."
    a, b = desk.articles(one, two)
    for source, quote, cue in ((a, one, "on track to"), (b, two, "Projections")):
        made = desk.metric(source, quote, "sales", "$1 billion", forward=True, modality="planned")
        desk.claims[-1] = replace(made, cues=(cue,))
    found = [conflict for conflict in of_kind(desk.reconcile(), "attribution") if "target" in conflict.topic]
    assert [position.value for position in found[0].positions] == ["on track to", "Projections"]


def test_valuations_of_different_years_are_no_difference() -> None:
    desk = Desk()
    one, two = "It was valued at $95 million in 2021.", "In February 2025 it was valued at $91 million."
    a, b = desk.articles(one, two)
    desk.metric(a, one, "valuation", "$95 million", role="valuation", as_of="2021")
    desk.metric(b, two, "valuation", "$91 million", role="valuation", as_of="2025-02")
    assert not of_kind(desk.reconcile(), "amount")


def test_dates_of_one_round_that_cannot_both_be_right() -> None:
    desk = Desk()
    one, two = (
        "Northwind raised a $40 million Series B in May 2024.",
        "Its Series B of $40 million came in August 2024.",
    )
    a, b = desk.articles(one, two)
    desk.round(a, one, "Series B", "2024-05", raised="$40 million")
    desk.round(b, two, "Series B", "2024-08", raised="$40 million")
    briefing = desk.reconcile()
    assert len(briefing.funding) == 1
    assert not of_kind(briefing, "date")[0].compatible
