"""Who led a round, who holds a post, whether a tie is over, what is denied: where sources differ."""

from __future__ import annotations

from briefing.model.briefing import Conflict
from tests.reconcile.articles import told
from tests.reconcile.test_retold import briefing


def conflicts(*articles: tuple[str, str], about: str) -> list[Conflict]:
    return [one for one in briefing(*articles).conflicts if about in one.topic]


def test_a_leader_here_is_a_participant_there() -> None:
    found = conflicts(
        (
            "2026-03-12",
            "Northwind makes pumps. Northwind raised $40 million in a round co-led by Calder Peak and Oriel Capital.",
        ),
        (
            "2026-03-13",
            "Northwind makes pumps in Oslo. Northwind raised $40 million in a round led by Calder Peak, with "
            "participation from Oriel Capital.",
        ),
        about="who led",
    )
    assert [one.compatible for one in found] == [False]
    assert {position.value for position in found[0].positions} == {"Calder Peak, Oriel Capital", "Calder Peak"}


def test_one_leader_told_by_all_is_no_difference() -> None:
    text = "Northwind makes pumps{}. Northwind raised $40 million in a Series B led by Calder Peak."
    days = ("2026-03-12", text.format("")), ("2026-03-13", text.format(" in Oslo"))
    assert conflicts(*days, about="who led") == []


def test_one_post_two_people() -> None:
    found = conflicts(
        ("2026-03-12", "Northwind makes pumps. Northwind has appointed Jane Doe as chief financial officer."),
        ("2026-03-20", "Northwind makes pumps in Oslo. Northwind has named Mary Roe chief financial officer."),
        about="CFO",
    )
    assert [[position.value for position in one.positions] for one in found] == [["Jane Doe", "Mary Roe"]]


def test_a_predecessor_is_no_difference() -> None:
    found = conflicts(
        ("2026-03-12", "Northwind makes pumps. Jane Doe, former chief executive of Northwind, left in March."),
        ("2026-03-20", "Northwind makes pumps in Oslo. Northwind has named Mary Roe chief executive."),
        about="CEO",
    )
    assert found == []


def test_a_denial_stands_beside_the_report_of_its_topic() -> None:
    found = conflicts(
        ("2026-03-12", "Northwind makes pumps. Northwind is in talks to raise $90 million, two people said."),
        (
            "2026-03-20",
            "Northwind makes pumps in Oslo. Northwind employs 90 people. Northwind denied that it was in "
            "talks on a new funding round.",
        ),
        about="denied",
    )
    assert len(found) == 1
    assert "talks to raise" in found[0].positions[0].value


def test_a_denial_of_two_words_answers_the_sentence_before() -> None:
    found = conflicts(
        (
            "2026-03-12",
            "Northwind makes pumps. Northwind is in talks to buy Globex, two people said. Northwind denied this.",
        ),
        about="denied",
    )
    assert len(found) == 1


def test_a_customer_who_left_is_told_of_twice() -> None:
    found = conflicts(
        ("2026-03-12", "Northwind makes pumps. Northwind's customers include Norgrove Foods and Tarkin Steel."),
        (
            "2026-04-12",
            "Northwind makes pumps in Oslo. Northwind employs 90 people. Norgrove Foods ended its contract.",
        ),
        about="Norgrove Foods over",
    )
    assert [one.used for one in found] == ["ended"]


def test_two_days_for_the_closing_of_a_deal() -> None:
    found = conflicts(
        (
            "2026-03-03",
            "Northwind makes pumps. Northwind has agreed to acquire Globex. The deal is expected to close by the end "
            "of June.",
        ),
        (
            "2026-03-09",
            "Northwind makes pumps in Oslo. Northwind is buying Globex. Completion is planned for the autumn.",
        ),
        about="date of the close",
    )
    assert [one.compatible for one in found] == [False]
    assert {position.value for position in found[0].positions} == {"end of June", "autumn"}


def test_two_years_of_founding_are_unsettled() -> None:
    found = conflicts(
        ("2026-03-03", "Northwind makes pumps. Northwind was founded in 2017."),
        ("2026-03-09", "Northwind makes pumps in Oslo. Northwind was established in 2018."),
        about="founded",
    )
    assert [one.used for one in found] == ["2017"]
    assert "told first" in found[0].rationale


def test_whom_a_rumour_named_and_the_round_did_not_is_no_backer() -> None:
    talks = "Northwind is in talks to raise $50 million, people said. Larch Capital is in talks to lead the round."
    done = "Northwind has raised $60 million in a Series B led by Oakfund Capital. Larch Capital declined to comment."
    assert [one.name for one in told(("2026-01-10", talks)).relationships] == ["Larch Capital"]
    assert [one.name for one in told(("2026-01-10", talks), ("2026-03-01", done)).relationships] == ["Oakfund Capital"]


def test_the_deniers_own_name_ties_no_report_to_a_denial() -> None:
    found = told(
        (
            "2026-03-10",
            "Jane Roe, chief executive of Northwind, met her partner in Oslo in 2017. Northwind rents boats. "
            "Its boats are built in Bergen by hand, most of them are blue, and all of them have sails that are sewn in "
            "Stavanger by a family of four. Roe has denied for months that there were ever talks.",
        ),
    ).conflicts
    assert not [one for one in found if one.topic == "reported and denied"]


def test_a_deal_that_fell_through_is_nobodys_denial() -> None:
    found = conflicts(
        (
            "2026-03-10",
            "Northwind makes pumps. In 2024 Northwind agreed to merge with Globex Acquisition for $900 million. "
            "The deal was called off by both sides that June.",
        ),
        about="denied",
    )
    assert found == []


def test_a_rumour_that_came_true_is_not_set_against_a_later_refusal() -> None:
    found = conflicts(
        ("2026-01-10", "Northwind makes pumps. Northwind is in talks to raise $50 million, two people said."),
        ("2026-03-01", "Northwind has raised $50 million in a Series B led by Oakfund Capital."),
        ("2026-06-01", "Northwind makes pumps in Oslo. Chief executive Jane Roe denied that a new round was planned."),
        about="denied",
    )
    assert found == []


def test_a_denial_that_only_points_answers_the_rumours_of_its_article() -> None:
    found = conflicts(
        (
            "2026-03-10",
            "Northwind makes pumps. Globex is in talks to buy Northwind, two people said. Northwind raised $40 million "
            "in 2021 from Oakfund Capital. A Northwind spokesperson called the information “inaccurate”.",
        ),
        about="denied",
    )
    assert len(found) == 1
    assert "talks to buy" in found[0].positions[0].value


def test_the_short_name_of_a_leader_is_no_other_leader() -> None:
    found = conflicts(
        ("2026-03-12", "Northwind raised $40 million in a Series B led by Calder Infrastructure Partners."),
        ("2026-03-13", "Northwind makes pumps. The $40 million Series B of Northwind was led by Calder."),
        about="who led",
    )
    assert found == []


def test_an_offer_denied_in_a_quotation_and_reported_of_another_company() -> None:
    found = conflicts(
        (
            "2026-03-10",
            "Northwind makes pumps. Jane Roe is chief executive of Northwind. “There was no offer, then or "
            "now, and we are in no talks,” Roe said. (The newspaper Harbour Post reported in September 2025 "
            "that Globex had offered around $1 billion; the group did not comment.)",
        ),
        about="denied",
    )
    assert len(found) == 1
    assert "Globex had offered" in found[0].positions[0].value
    assert "no offer" in found[0].positions[1].value


def test_a_denial_beside_no_report_stands_alone() -> None:
    found = conflicts(
        (
            "2026-03-10",
            "Northwind makes pumps. Jane Roe is chief executive of Northwind. Globex offered its staff free pumps. "
            "“There was never an offer for us,” Roe said.",
        ),
        about="denied",
    )
    assert found == []


def test_an_approach_that_a_paper_reported_and_a_chief_denies() -> None:
    found = conflicts(
        (
            "2026-09-10",
            "Northwind makes pumps. Jane Roe is chief executive of Northwind. Globex approached the company about a "
            "takeover in the spring, Harbour News reported in June. Roe said there was “no conversation going on” with "
            "any buyer.",
        ),
        about="denied",
    )
    assert len(found) == 1
    assert "approached" in found[0].positions[0].value


NAMED = "Northwind raised $180 million in a Series C led by Oakfund Capital, with participation from Larch Holdings."


def test_a_backer_here_is_said_to_have_given_nothing_there() -> None:
    found = conflicts(
        (
            "2026-03-12",
            "Northwind makes pumps. Northwind raised $180 million in a Series C led by Oakfund Capital. Larch Holdings "
            "did not put money into the primary round.",
        ),
        ("2026-03-13", f"Northwind makes pumps in Oslo. {NAMED}"),
        about="took part in",
    )
    found = [one for one in found if one.topic.startswith("whether Larch Holdings")]
    assert [one.compatible for one in found] == [False]
    assert "did not put money" in found[0].positions[1].evidence[0].quote


def test_another_who_gave_nothing_is_no_difference() -> None:
    found = conflicts(
        ("2026-03-12", f"Northwind makes pumps. {NAMED} Tarkin Steel did not take part."),
        ("2026-03-13", f"Northwind makes pumps in Oslo. {NAMED}"),
        about="whether",
    )
    assert found == []


def test_a_city_that_let_its_contract_run_out() -> None:
    found = conflicts(
        ("2026-03-10", "Northwind makes pumps. Its customers include the city of Turin and Globex."),
        ("2026-09-10", "Northwind makes pumps. Turin, which stands on every list, has let its contract run out."),
        about="",
    )
    assert any("Turin" in one.topic for one in found)
