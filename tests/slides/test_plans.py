"""What slides say: titles that keep their standing, rows in the sources' words, questions that something raises."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.briefing import Briefing
from briefing.slides import (
    company,
    conflicts,
    evidence,
    funding,
    funding_chart,
    overview,
    partnerships,
    risks,
    strategy,
)
from briefing.slides.keyfigures import tiles
from briefing.slides.ledger import Ledger
from briefing.slides.matrix import matrix
from tests.slides.fixtures import edges
from tests.slides.fixtures.northwind import northwind
from tests.slides.looks import audience


def without(**lists: object) -> Briefing:
    return replace(northwind(), **lists)  # type: ignore[arg-type]


def test_a_company_stated_figure_is_said_by_the_company() -> None:
    [plan] = overview.plan(northwind(), audience("cto"))
    assert plan.titles[0].startswith(
        "Northwind says it has over $210M in annual recurring revenue; its next round is only"
    )


def test_an_overview_without_revenue_leads_with_the_price() -> None:
    [plan] = overview.plan(without(metrics=()), audience("cto"))
    assert any(title.startswith("Reports value Northwind at €5.2B") for title in plan.titles)


def test_tiles_follow_the_audience() -> None:
    ledger = Ledger(northwind())
    assert [tile.key for tile in tiles(ledger, audience("cto"))] == [
        "revenue",
        "funding-total",
        "valuation",
        "next-round",
    ]
    assert [tile.key for tile in tiles(ledger, audience("investor"))][:2] == ["valuation", "next-round"]


def test_rumoured_rounds_come_last_and_say_so() -> None:
    [plan] = funding.plan(northwind(), audience("cto"))
    assert plan.rows[-1].rumoured
    assert plan.rows[-1].date == "Mid-2026"
    assert plan.rows[2].amount.text == "€18M\u00a0or\u00a0$19.6M"
    assert plan.rows[2].valuation.text == "Unchanged (implied)"


def test_only_rumoured_rounds_are_never_told_as_raised() -> None:
    rumour = tuple(event for event in northwind().funding if event.standing == "rumoured")
    [plan] = funding.plan(without(funding=rumour), audience("cto"))
    assert "rumour" in plan.titles[0]


def test_the_chart_keeps_one_currency_and_the_implied_column() -> None:
    [plan] = funding_chart.plan(northwind(), audience("cto"))
    assert plan.unit == "US dollars"
    assert [point.kind for point in plan.points] == ["reported", "implied", "reported", "reported", "rumoured"]
    assert "another version" not in plan.titles[0]
    assert plan.titles[0].endswith("the $12.5B figure is only a rumour")


def test_no_chart_from_two_columns() -> None:
    assert funding_chart.plan(without(funding=northwind().funding[:2]), audience("cto")) == ()


def test_titles_of_the_map() -> None:
    [plan] = partnerships.plan(northwind(), audience("cto"))
    assert plan.titles[0] == (
        "Of 23 named organisations, four are both partner and investor: "
        "Fabrikam, Proseware, Tailspin and Lakeshore Bank"
    )
    [plan] = partnerships.plan(edges.partners(1), audience("cto"))
    assert plan.titles[0] == "The sources name one organisation beside Acme Anvils: Organisation 001"
    investors = tuple(item for item in northwind().relationships if item.category == "investor")
    [plan] = partnerships.plan(without(relationships=investors), audience("cto"))
    assert plan.titles[0] == "The sources name five investors of Northwind and no customer or partner"


def test_rivals_are_not_on_the_map() -> None:
    [plan] = partnerships.plan(northwind(), audience("cto"))
    assert "Adatum" not in [node.name for group in plan.clusters for node in group.nodes]
    assert "Adatum" in " ".join(plan.notes.caution)


def test_comparison_cells_are_the_sources_words() -> None:
    [plan] = strategy.plan(northwind(), audience("cto"))
    assert plan.heads == ("Dimension", "Northwind Robotics", "Adatum", "What it means for a CTO")
    assert plan.rows[1].other[0].text == "Vendor cloud only"
    assert plan.rows[-1].bold
    assert strategy.plan(without(comparisons=()), audience("cto")) == ()


def test_risks_are_told_once_and_weakest_first() -> None:
    [plan] = risks.plan(northwind(), audience("cto"))
    assert [row.badge for row in plan.rows] == [
        "rumoured", "target", "planned", "company-stated", "company-stated", "reported", "reported",
    ]  # fmt: skip
    assert risks.plan(without(unverified=()), audience("cto")) == ()
    [many] = risks.plan(edges.doubts(60), audience("cto"))
    assert (
        many.titles[0] == "60 claims about Acme Anvils are not independently verified; seven of them matter most here"
    )


def test_conflicts_count_contradictions_apart() -> None:
    [plan] = conflicts.plan(northwind(), audience("cto"))
    assert plan.titles[0].startswith("The sources differ on five points and contradict each other on one")
    compatible = tuple(replace(item, compatible=True) for item in northwind().conflicts)
    [plan] = conflicts.plan(without(conflicts=compatible), audience("cto"))
    assert "none excludes the other" in plan.titles[0]


def test_a_worked_out_figure_is_not_shown_as_a_sources() -> None:
    conflict = replace(northwind().conflicts[0], rationale="One amount in two currencies, at 1.09", used="€18 million")
    [plan] = conflicts.plan(without(conflicts=(conflict,)), audience("cto"))
    assert all("1.09" not in statement.text for statement in plan.rows[0].why)


def test_the_matrix_says_who_differs_and_counts_origins() -> None:
    rows = {row.ids[0]: row for row in matrix(Ledger(northwind()), 12)}
    assert rows["f5"].parts[5] == "differs"
    assert rows["f5"].origins == 1
    assert rows["m1"].origins == 0
    assert rows["r14"].origins == 2


def test_evidence_titles_count_origins() -> None:
    [plan] = evidence.plan(northwind(), audience("cto"))
    assert plan.titles[0] == (
        "Five articles rest on two independent origins: four trace to Warehouse Weekly, one to The Dockside Ledger"
    )
    [plan] = evidence.plan(edges.one_round(), audience("cto"))
    assert plan.titles[0] == "Everything here rests on one article, by Portside Daily"


def test_words_of_origin_keep_their_capital_in_titles() -> None:
    facts = (replace(northwind().profile[0], name="description", value="Swedish maker of anvils"),)
    [plan] = company.plan(without(profile=facts), audience("cto"))
    assert "Northwind is a Swedish maker of anvils" in plan.titles


def test_organisations_of_no_sector_stand_together_by_their_tie() -> None:
    ties = [replace(item, category="other", kinds=("customer",)) for item in northwind().relationships[:2]]
    ties += [replace(item, category="other", kinds=("acquired",)) for item in northwind().relationships[2:4]]
    [plan] = partnerships.plan(without(relationships=tuple(ties)), audience("cto"))
    assert {group.title: group.verb for group in plan.clusters} == {
        "Customers": "used by",
        "Acquisitions": "has bought",
    }
    [plan] = partnerships.plan(without(relationships=tuple(ties[:3])), audience("cto"))
    assert [group.title for group in plan.clusters] == ["Customers and acquisitions"]
