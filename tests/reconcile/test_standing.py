"""How far a fact can be trusted."""

from __future__ import annotations

import pytest

from briefing.claims import extract, find_subject
from briefing.errors import EvidenceError
from briefing.model.claim import MetricValues
from briefing.model.source import Evidence
from briefing.reconcile import reconcile
from briefing.sources import read
from tests.reconcile.desk import Desk
from tests.reconcile.test_origins import RETOLD, STORY, page

ARR = "annual recurring revenue"


def two_origins(desk: Desk, one: str, two: str) -> tuple[str, str]:
    return desk.article(f"First\n\n{one}\n"), desk.article(f"Second\n\n{two}\n")


def test_two_origins_that_assert_a_tie_corroborate_it() -> None:
    desk = Desk()
    a, b = two_origins(desk, "Northwind acquired Koala Grid.", "Koala Grid was bought by Northwind.")
    desk.tie(a, "Northwind acquired Koala Grid.", "Koala Grid", "acquired")
    desk.tie(b, "Koala Grid was bought by Northwind.", "Koala Grid", "acquired")
    relation = desk.reconcile().relationships[0]
    assert (relation.standing, relation.status, relation.kinds) == ("corroborated", "current", ("acquired",))


def test_a_figure_only_the_company_can_know_stays_its_own_word_in_every_origin() -> None:
    desk = Desk()
    one = "Northwind disclosed that annual recurring revenue was above $400 million."
    two = "Northwind’s annual recurring revenue reached $400 million."
    a, b = two_origins(desk, one, two)
    desk.metric(a, one, ARR, "$400 million", holders=("Northwind",), holder_kind="company")
    desk.metric(b, two, ARR, "$400 million")
    briefing = desk.reconcile()
    assert [metric.standing for metric in briefing.metrics] == ["company-stated"]
    assert briefing.metrics[0].holder == "Northwind"
    lost = [conflict for conflict in briefing.conflicts if conflict.kind == "attribution"]
    assert [position.sources for position in lost[0].positions] == [("s1",), ("s2",)]


def test_a_target_is_forward_looking_whoever_says_it() -> None:
    desk = Desk()
    one = "Northwind is on track to pass $1 billion in revenue this year."
    s = desk.article(f"News\n\n{one}\n")
    desk.metric(s, one, "revenue", "$1 billion", forward=True, holders=("Northwind",), holder_kind="company")
    briefing = desk.reconcile()
    assert briefing.metrics[0].standing == "forward-looking"
    assert set(briefing.unverified[0].reasons) == {"forward-looking", "company-stated"}


def test_two_outlets_that_cite_a_third_count_once() -> None:
    desk = Desk()
    one, two = "Northwind bought Koala Grid, the Post reported.", "According to the Post, Northwind took Koala Grid."
    a, b = two_origins(desk, one, two)
    for source, quote in ((a, one), (b, two)):
        desk.tie(source, quote, "Koala Grid", "acquired", holders=("the Post",), holder_kind="outlet")
    assert desk.reconcile().relationships[0].standing == "reported"


def test_a_retelling_that_drops_the_rumour_does_not_make_it_a_fact() -> None:
    desk = Desk()
    flat = "Northwind is raising $90 million."
    careful = "Northwind is rumoured to be raising $90 million."
    a = desk.article(page("Inside Northwind", [*STORY, careful]), declares="Coastal Review")
    b = desk.article(page("The turbine maker", [*RETOLD, flat]))
    desk.round(a, careful, raised="$90 million", modality="rumoured")
    desk.round(b, flat, raised="$90 million")
    assert [event.standing for event in desk.reconcile().funding] == ["rumoured"]


def test_people_without_names_alone_make_a_rumour_and_named_reports_do_not() -> None:
    desk = Desk()
    one, two = "Koala Grid is a client, people say.", "Reporting at the time described Tagus Ferries as a client."
    s = desk.article(f"News\n\n{one}\n\n{two}\n")
    desk.tie(s, one, "Koala Grid", "customer", holders=("people familiar with it",), holder_kind="unnamed")
    desk.tie(s, two, "Tagus Ferries", "customer", holders=("reporting at the time",), holder_kind="unnamed")
    assert [relation.standing for relation in desk.reconcile().relationships] == ["rumoured", "reported"]


def test_investors_of_a_round_that_also_buy_are_one_organisation_with_both_roles() -> None:
    desk = Desk()
    one, two = "Northwind raised $80 million, led by Tagus Ferries.", "Tagus Ferries uses Northwind’s turbines."
    a, b = two_origins(desk, one, two)
    desk.round(a, one, leads=("Tagus Ferries",), raised="$80 million")
    desk.tie(b, two, "Tagus Ferries", "customer")
    briefing = desk.reconcile()
    assert [relation.name for relation in briefing.relationships] == ["Tagus Ferries"]
    assert set(briefing.relationships[0].kinds) == {"lead-investor", "investor", "customer"}
    assert any(conflict.kind == "role" for conflict in briefing.conflicts)


def test_claims_are_numbered_in_the_order_of_the_texts() -> None:
    desk = Desk()
    s = desk.article("News\n\nAlpha Grid is a client. Beta Grid is a client.\n")
    desk.tie(s, "Beta Grid is a client.", "Beta Grid", "customer")
    desk.tie(s, "Alpha Grid is a client.", "Alpha Grid", "customer")
    briefing = desk.reconcile()
    assert [(claim.id, claim.text[:5]) for claim in briefing.claims] == [("c1", "Alpha"), ("c2", "Beta ")]
    assert [relation.claims for relation in briefing.relationships] == [("c1",), ("c2",)]


def test_a_quote_that_does_not_stand_there_is_refused() -> None:
    desk = Desk()
    s = desk.article("News\n\nNorthwind has 40 engineers.\n")
    made = desk.metric(s, "Northwind has 40 engineers.", "engineers", value=40.0, unit="people")
    moved = Evidence(s, made.evidence.start + 1, made.evidence.end + 1, made.evidence.quote)
    desk.claims = [type(made)("", "metric", made.text, moved, (), "author", "asserted", made.values)]
    with pytest.raises(EvidenceError):
        desk.reconcile()


def test_a_name_that_is_not_in_the_words_is_thrown_out_with_the_reason() -> None:
    desk = Desk()
    s = desk.article("News\n\nNorthwind works with Tagus Ferries.\n")
    desk.tie(s, "Northwind works with Tagus Ferries.", "Koala Grid")
    briefing = desk.reconcile()
    assert briefing.relationships == ()
    assert "do not stand" in briefing.rejected[0].reason


def test_as_of_is_the_latest_date_the_sources_carry() -> None:
    desk = Desk()
    s = desk.article("News\n\nNorthwind had 40 engineers in May 2024.\n", published="2024-06-03")
    desk.metric(s, "Northwind had 40 engineers in May 2024.", "engineers", value=40.0, unit="people", as_of="2024-05")
    assert desk.reconcile().as_of == "2024-06-03"
    assert isinstance(desk.claims[0].values, MetricValues)


def test_without_a_date_of_its_own_the_latest_stated_one_is_taken() -> None:
    desk = Desk()
    s = desk.article("News\n\nNorthwind raised $5 million in May 2024. It raised $2 million in 2023.\n")
    desk.round(s, "Northwind raised $5 million in May 2024.", when="2024-05", raised="$5 million")
    desk.round(s, "It raised $2 million in 2023.", when="2023", raised="$2 million")
    assert desk.reconcile().as_of == "2024-05"


def test_as_of_is_never_a_date_still_to_come() -> None:
    desk = Desk()
    plan = "Northwind will sign its deal with Koala Grid, with deliveries from January 2027."
    count = "Northwind has 40 engineers as of July 2024."
    s = desk.article(f"News\n\n{plan} It wants 60 engineers by the end of 2028.\n", published="2024-06-03")
    desk.metric(s, "It wants 60 engineers by the end of 2028.", "engineers", value=60.0, unit="people", as_of="2028-12")
    undated = desk.article(f"More\n\n{count} {plan}\n")
    desk.tie(undated, plan, "Koala Grid", when="2027-01")
    desk.metric(undated, plan, "engineers", value=40.0, unit="people", as_of="2031-12")
    assert desk.reconcile().as_of == "2024-06-03"
    desk.metric(undated, count, "engineers", value=40.0, unit="people", as_of="2024-07")
    assert desk.reconcile().as_of == "2024-07"


def test_who_is_called_a_rival_is_no_rumour() -> None:
    from briefing import claims
    from briefing.claims import find_subject
    from briefing.reconcile import reconcile
    from briefing.sources import read

    text = (
        "Acme, the Contoso competitor, builds robots\n\nAcme is a robot maker based in Lyon. "
        "Acme is often described as a European rival to Contoso. Acme competes with Contoso.\n"
    )
    source = read("a.txt", text.encode(), "s1")
    subject = find_subject((source,))
    found, rejected = claims.extract((source,), subject)
    rival = next(one for one in reconcile((source,), subject, found, rejected).relationships if one.name == "Contoso")
    assert (rival.kinds, rival.status, rival.standing) == (("competitor",), "current", "reported")


def test_what_only_a_release_says_is_the_companys_word() -> None:
    text = (
        "Northwind opens a wind farm\n\n"
        "OSLO, March 4, 2026 -- Northwind AS, a maker of wind farms, today announced that it has opened a farm. "
        "Northwind has 300 employees. Northwind plans to open four farms by 2028.\n\n"
        "About Northwind\n\nNorthwind was founded in 2012.\n\nMedia contact: press@northwind.example\n"
    )
    source = read("1.txt", text.encode(), "s1")
    subject = find_subject([source])
    claims, rejected = extract([source], subject)
    found = reconcile([source], subject, claims, rejected)
    assert source.release
    assert {metric.standing for metric in found.metrics if not metric.forward_looking} == {"company-stated"}
    plans = [claim for claim in found.claims if claim.kind == "opinion" and claim.modality == "planned"]
    assert {claim.holder_kind for claim in plans} == {"company"}


def test_an_article_that_names_its_source_once_does_not_corroborate_it_by_saying_it_again() -> None:
    desk = Desk()
    one, two = "Northwind bought Koala Grid.", "Northwind took over Koala Grid, according to the Post."
    source = desk.article(f"News\n\n{one} {two}\n")
    desk.tie(source, one, "Koala Grid", "acquired")
    desk.tie(source, two, "Koala Grid", "acquired", holders=("the Post",), holder_kind="outlet")
    assert desk.reconcile().relationships[0].standing == "reported"
