"""People, products, sites, milestones, comparisons and plain facts, in the sources' words."""

from __future__ import annotations

import pytest

from briefing.claims import comparisons, infrastructure, milestones, people, products, profile
from briefing.model.claim import (
    ComparisonValues,
    InfrastructureValues,
    MilestoneValues,
    PersonValues,
    ProductValues,
    ProfileValues,
)
from tests.claims.close import reading, sentence

# ------------------------------------------------------------------ people


def persons(text: str) -> set[tuple[str, str, str]]:
    found = [claim.values for claim in people.extract(sentence(text))]
    return {(one.name, one.role, one.background) for one in found if isinstance(one, PersonValues)}


def test_posts_before_and_behind_the_name() -> None:
    assert persons("Acme CEO Jane Doe likes tea.") == {("Jane Doe", "CEO", "")}
    assert persons("John Roe, Acme's chief technology officer, likes tea.") == {
        ("John Roe", "chief technology officer", "")
    }
    assert persons("Jane Doe, president and co-founder of Acme, likes tea.") == {
        ("Jane Doe", "president and co-founder", "")
    }


def test_two_employers_only_the_subjects_post_counts() -> None:
    assert persons('"Good," John Roe, Acme\'s chairman and CEO of Doe Capital, said.') == {("John Roe", "chairman", "")}


def test_other_companies_people_are_left_out() -> None:
    assert persons("Northwind CEO Jane Doe and John Roe, an analyst at Doe Research, like Acme.") == set()


def test_heads_of_state_are_no_officers() -> None:
    assert persons("French President Jean Dupont praised Acme.") == set()


def test_founders_and_former_posts() -> None:
    found = persons("Acme was founded in 2019 by Jane Doe, who previously worked at Bexley Bank.")
    assert ("Jane Doe", "founder", "") in found
    assert ("Jane Doe", "", "previously worked at Bexley Bank") in found


def test_one_role_for_two_persons() -> None:
    found = persons("Acme's co-founders Jane Doe and John Roe like tea.")
    assert {("Jane Doe", "co-founder", ""), ("John Roe", "co-founder", "")} <= found


# ------------------------------------------------------------------ products


def made(text: str) -> list[ProductValues]:
    return [claim.values for claim in products.extract(sentence(text)) if isinstance(claim.values, ProductValues)]


def test_what_is_launched_has_kind_licence_and_date() -> None:
    one = made("In March 2025, Acme launched Skyline, an open-source payments engine that runs anywhere.")[0]
    assert (one.name, one.kind, one.status, one.license) == (
        "Skyline",
        "open-source payments engine",
        "released",
        "open-source",
    )
    assert one.when is not None
    assert one.when.edtf == "2025-03"


def test_called_like_and_in_brackets() -> None:
    assert [(one.name, one.kind) for one in made("Acme sells a fraud model called Sentinel.")] == [
        ("Sentinel", "fraud model")
    ]
    assert [one.name for one in made("Acme builds tools such as its code agent Harbor.")] == ["Harbor"]


def test_what_is_to_come_is_planned() -> None:
    assert [one.status for one in made("Acme plans to launch Skyline, a payments engine, in 2027.")] == ["planned"]


def test_other_makers_products_are_left_out() -> None:
    assert made("Acme competes with Northwind's chatbot Borealis.") == []


# ------------------------------------------------------------------ infrastructure


def sites(text: str) -> list[InfrastructureValues]:
    found = [claim.values for claim in infrastructure.extract(sentence(text))]
    return [one for one in found if isinstance(one, InfrastructureValues)]


def test_a_site_with_place_capacity_and_state() -> None:
    now, later = sites("Acme operates three data centers in Norway and plans to build a 120MW data center near Bergen.")
    assert (now.name, now.location, now.status) == ("three data centers in Norway", "Norway", "operating")
    assert (later.name, later.location, later.status, later.capacity) == (
        "120MW data center near Bergen",
        "Bergen",
        "planned",
        "120MW",
    )


def test_what_a_site_costs() -> None:
    found = sites("Acme announced a $7 billion investment strategy to build data centers in Norway.")
    assert [one.amounts[0].role for one in found] == ["capex"]
    assert found[0].status == "planned"


def test_bought_infrastructure() -> None:
    found = sites("Acme acquired Northwind, an infrastructure startup, in May.")
    assert [(one.name, one.status) for one in found] == [("Northwind", "acquired")]


def test_plans_for_sites_of_others_are_left_out() -> None:
    assert sites("Northwind operates three data centers in Sweden.") == []


# ------------------------------------------------------------------ milestones


def dated(text: str, published: str = "2026-01-15") -> list[MilestoneValues]:
    read = reading(f"Acme has news\nAcme, a payments startup, has news.\n\n{text}\n", published=published)
    return [claim.values for claim in milestones.extract(read) if isinstance(claim.values, MilestoneValues)]


def test_dated_events_past_and_planned() -> None:
    past, planned = dated("In March 2025, Acme opened an office in Oslo. Acme will launch a wallet in 2027.")
    assert past.when is not None
    assert planned.when is not None
    assert (past.when.edtf, past.status) == ("2025-03", "past")
    assert (planned.when.edtf, planned.status, planned.topic) == ("2027", "planned", "product")


def test_a_plan_behind_a_plan_has_its_own_date() -> None:
    found = dated("Acme is preparing to release a wallet this summer, with early access beginning in July.")
    assert len(found) == 2


def test_comparisons_with_last_year_are_no_milestones() -> None:
    assert dated("Acme's sales grew from $20 million a year earlier.") == []


def test_events_of_others_are_left_out() -> None:
    assert dated("Northwind launched a wallet in March 2025.") == []


# ------------------------------------------------------------------ comparisons


def test_rows_of_a_table_word_for_word() -> None:
    table = (
        "| Dimension | Acme (typical) | Northwind (typical) | What it means in practice |\n|---|---|---|---|\n"
        "| Openness | Open code | Closed code | Audits are possible |\n| Buyers | Banks |  Shops | Different sales |\n"
    )
    read = reading(f"Acme or Northwind?\nAcme and Northwind differ.\n\n{table}")
    rows = [claim.values for claim in comparisons.extract(read) if claim.text.count("|") > 2]
    assert rows == [
        ComparisonValues("Openness", "Open code", "Northwind", "Closed code", "Audits are possible"),
        ComparisonValues("Buyers", "Banks", "Northwind", "Shops", "Different sales"),
    ]


def test_contrasts_in_sentences() -> None:
    found = [
        claim.values
        for claim in comparisons.extract(sentence("Acme sells to banks, whereas Northwind sells to shops."))
    ]
    assert found == [ComparisonValues("", "Acme sells to banks", "Northwind", "whereas Northwind sells to shops.")]
    found = [claim.values for claim in comparisons.extract(sentence("Unlike Northwind, Acme does not lend."))]
    assert found == [ComparisonValues("", "Acme does not lend.", "Northwind", "Unlike Northwind")]


@pytest.mark.parametrize(
    "text",
    [
        "While Globex Energy charges per room, Acme takes a share of the savings.",
        "Unlike Globex Energy, which charges per room, Acme takes a share of the savings.",
    ],
)
def test_a_contrast_that_opens_with_the_other_is_split_before_the_name(text: str) -> None:
    (found,) = [claim.values for claim in comparisons.extract(sentence(text))]
    assert isinstance(found, ComparisonValues)
    assert found.subject_position.startswith("Acme takes")
    assert found.other_position.startswith(text.split()[0])


def test_tables_without_the_subject_are_no_comparison() -> None:
    table = "| City | Staff | Rent |\n|---|---|---|\n| Oslo | 40 | high |\n"
    assert list(comparisons.extract(reading(f"Acme at home\nAcme has offices.\n\n{table}"))) == []


# ------------------------------------------------------------------ profile


def plain(text: str) -> set[tuple[str, str]]:
    found = [claim.values for claim in profile.extract(sentence(text))]
    return {(one.name, one.value) for one in found if isinstance(one, ProfileValues)} - {
        ("description", "a payments startup")
    }


def test_founded_headquarters_headcount_and_mission() -> None:
    assert plain("Acme was founded in 2015 in Oslo.") == {("founded", "2015")}
    assert plain("The Oslo-based company employs 400 people.") == {
        ("headquarters", "Oslo"),
        ("headcount", "400 people"),
    }
    assert plain("Acme is based in Oslo.") == {("headquarters", "Oslo")}
    assert plain("Its mission is to make payments free for everyone.") == {
        ("mission", "make payments free for everyone")
    }


def test_others_places_and_years_are_left_out() -> None:
    assert plain("Acme works with Bergen-based Northwind, founded in 2001.") == set()
