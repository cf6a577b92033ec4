"""Articles that take back a figure or a day that was told before; reports, and those who deny them."""

from __future__ import annotations

import pytest

from tests.reconcile.test_parts_and_posts import conflicts

PUMPS = "Northwind makes pumps in Oslo. Jane Roe is chief executive of Northwind."


def told(sentence: str) -> list[tuple[str, ...]]:
    """The values of what cannot both be true in an article that ends with a sentence."""
    return [
        tuple(position.value for position in one.positions)
        for one in conflicts(("2026-03-10", f"{PUMPS} {sentence}"), about="")
        if not one.compatible
    ]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Northwind's plant in Bergen will open in 2028, rather than in 2027 as announced.", ("2027", "2028")),
        ("The launch of Northwind's pump, originally planned for 2025, has slipped to 2027.", ("2025", "2027")),
        ("Northwind has pushed back the opening of its plant from mid-2026 to early 2027.", ("mid-2026", "early 2027")),
        ("Northwind's plant was due to open in 2025; it is now expected in 2027.", ("2025", "2027")),
        ("Northwind's plant will start in 2028, a year later than planned.", ("a year later than planned", "2028")),
        ("Northwind has 280 employees, not the 340 that its website states.", ("340", "280")),
        (
            "Revenue of Northwind was €88.6 million, less than the €94 million that it had announced.",
            ("€94 million", "€88.6 million"),
        ),
        (
            "Northwind's plant is due by the end of 2027, Roe said, against an original date of the first quarter.",
            ("first quarter", "end of 2027"),
        ),
        (
            "Northwind's revenue was $52 million in 2025, compared with an earlier forecast of $68 million.",
            ("$68 million", "$52 million"),
        ),
        ("Northwind expects to have 25 depots by 2028, down from a previous goal of 45.", ("45", "25")),
        (
            "Northwind's revenue was $52 million in 2025, which is at odds with the $68 million on its slides.",
            ("$68 million", "$52 million"),
        ),
        ("Utilisation averaged 74% at Northwind, compared with the 91% that Roe has cited.", ("91%", "74%")),
        ("Northwind cut its revenue target for 2027 from $80 million to $60 million.", ("$80 million", "$60 million")),
    ],
)
def test_a_sentence_that_takes_back_what_was_said(sentence: str, values: tuple[str, ...]) -> None:
    assert values in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Northwind had 340 employees, compared with the 280 it had in 2024.",
        "Northwind builds a pump in 10 weeks rather than 2 years.",
        "Northwind raised its stake in Globex from 10% to 20%.",
        "Northwind reached 300 customers, more than the 250 at rival Globex.",
        "Northwind charges 2% rather than the usual 5%.",
        "Northwind's revenue rose to $80 million, compared with $60 million a year earlier.",
    ],
)
def test_a_comparison_takes_nothing_back(sentence: str) -> None:
    assert told(sentence) == []


def test_what_was_said_before_is_cited_where_it_was_said() -> None:
    found = conflicts(
        ("2026-03-10", f"{PUMPS} The plant of Northwind will cost about €90 million, Northwind said."),
        ("2026-06-10", f"{PUMPS} Northwind's plant will cost €110 million, twenty more than planned in May."),
        about="cost",
    )
    assert any(one.positions[0].sources == ("s1", "s2") for one in found)


def test_denials_of_one_matter_stand_together() -> None:
    found = conflicts(
        (
            "2026-03-10",
            f"{PUMPS} Globex is in talks to buy Northwind, two people said. “There was no offer,” Roe said.",
        ),
        ("2026-04-10", f"{PUMPS} Northwind has denied that there was an offer."),
        about="denied",
    )
    assert [one.positions[1].sources for one in found] == [("s1", "s2")]
    assert "talks to buy" in found[0].positions[0].value


def test_a_report_told_inside_the_denial() -> None:
    found = conflicts(
        ("2026-03-10", f"{PUMPS} Northwind is sounding out banks about a listing, people familiar with it said."),
        ("2026-04-10", f"{PUMPS} Northwind denied that it had lent Globex money, as a local blog claimed in July."),
        about="denied",
    )
    assert [one.positions[0].value for one in found] == ["as a local blog claimed in July"]


def test_nobody_denies_a_report_that_came_later() -> None:
    found = conflicts(
        ("2026-03-10", f"{PUMPS} “We've had no offers,” Roe said."),
        ("2026-06-10", f"{PUMPS} Globex is in talks to buy Northwind, two people said."),
        about="denied",
    )
    assert found == []


def test_what_a_paper_had_reported_stands_behind_the_denial_in_any_language() -> None:
    found = conflicts(
        (
            "2026-08-21",
            "A Northwind fabrica bombas em São Paulo. A Northwind negou na segunda-feira que prepare uma abertura de "
            "capital. O site Rumo do Campo tinha noticiado que a companhia buscava R$ 700 milhões.",
        ),
        about="denied",
    )
    assert len(found) == 1
    assert "tinha noticiado" in found[0].positions[0].value


ROUND = "Northwind raised $180 million in a Series C led by Oakfund Capital"


@pytest.mark.parametrize(
    "sentence",
    [
        "Larch Holdings, which was said to be weighing a stake, isn’t among them.",
        "Larch Holdings sat this one out.",
        "Larch Holdings did not follow on.",
    ],
)
def test_who_stayed_away_here_and_joined_there(sentence: str) -> None:
    found = conflicts(
        ("2026-03-12", f"{PUMPS} {ROUND}. {sentence}"),
        ("2026-03-13", f"{PUMPS} {ROUND}, with participation from Larch Holdings."),
        about="whether Larch Holdings",
    )
    assert [one.compatible for one in found] == [False]


def test_who_gave_nothing_this_time_led_the_round_before() -> None:
    found = conflicts(
        ("2024-03-12", f"{PUMPS} Northwind raised $48 million in a Series B led by Larch Holdings."),
        (
            "2026-03-13",
            f"{PUMPS} {ROUND}. Larch Holdings, which led its Series B in 2024, did not put in fresh money.",
        ),
        about="whether Larch Holdings",
    )
    assert found == []


def test_half_a_year_is_not_set_against_a_year() -> None:
    found = conflicts(
        ("2026-11-12", f"{PUMPS} Northwind's revenue came to $60 million in 2026."),
        ("2026-11-20", f"{PUMPS} Northwind's revenue came to $38 million from April to September 2026."),
        about="revenue",
    )
    assert [one for one in found if not one.compatible] == []


def test_a_count_that_grew_in_some_weeks_and_one_that_is_lower() -> None:
    first, later = ("2026-01-10", f"{PUMPS} Northwind has 400 customers."), f"{PUMPS} Northwind has %s customers."
    grown = conflicts(first, ("2026-02-15", later % 460), about="customers")
    fewer = conflicts(first, ("2026-02-15", later % 340), about="customers")
    assert [one.compatible for one in grown] == [True]
    assert [one.compatible for one in fewer] == [False]


LISTED = ("2026-03-03", f"{PUMPS} Northwind's customers include Globex, Initech and Umbrella Air.")


@pytest.mark.parametrize(
    ("sentence", "compatible"),
    [
        ("“We have no current relationship with Northwind,” Globex said.", False),
        ("Globex was never a customer, a spokesman said.", False),
        ("Globex said that it is no longer a customer of Northwind.", True),
        ("Globex, for its part, decided in May not to go on after a test of the pumps.", True),
        ("Globex has gone with Contoso instead.", True),
        ("Globex walked away from the deal with Northwind in July.", True),
        ("Globex did not renew its contract.", True),
    ],
)
def test_a_customer_here_is_none_or_none_any_more_there(sentence: str, compatible: bool) -> None:
    found = conflicts(LISTED, ("2026-06-03", f"{PUMPS} {sentence}"), about="Globex")
    assert compatible in [one.compatible for one in found if one.topic.startswith(("whether", "is the tie"))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Globex did not renew its lease in Oslo.",
        "Globex did not renew its contract with Contoso.",
        "Tarkin pulled out.",
    ],
)
def test_what_a_customer_ended_with_others(sentence: str) -> None:
    assert conflicts(LISTED, ("2026-06-03", f"{PUMPS} {sentence}"), about="Globex") == []


def test_talks_that_collapsed_are_what_a_denial_right_behind_answers() -> None:
    found = conflicts(
        (
            "2026-03-10",
            f"{PUMPS} Customers wait to see what Contoso will offer in May, two people said. Talks between Globex and "
            "Northwind collapsed in June, said four people with knowledge of the matter. Roe denied that there had "
            "been an offer.",
        ),
        about="denied",
    )
    assert ["Talks between Globex" in one.positions[0].value for one in found] == [True]


def test_a_year_beside_the_year_before_is_no_conflict() -> None:
    found = conflicts(
        ("2026-06-10", f"{PUMPS} Northwind reported revenue of $118 million in FY25."),
        ("2026-06-20", f"{PUMPS} Northwind's FY26 revenue was $212 million (FY25: $118 million)."),
        about="revenue",
    )
    assert [one for one in found if not one.compatible] == []


def test_figures_in_other_units_are_no_conflict() -> None:
    found = conflicts(
        ("2026-06-10", f"{PUMPS} Northwind's plant has a capacity of 2.5 MWh."),
        ("2026-06-20", f"{PUMPS} Northwind's plant has a capacity of 2 GWh."),
        about="capacity",
    )
    assert [one for one in found if not one.compatible] == []


def test_a_plan_taken_back_in_another_language() -> None:
    found = conflicts(
        (
            "2026-03-10",
            "Northwind baut Pumpen in Oslo. Northwind beschäftigt 40 Menschen. Das Werk von Northwind soll 2028 statt "
            "wie geplant 2027 eröffnet werden, teilte Northwind mit.",
        ),
        about="",
    )
    assert ("2027", "2028") in [tuple(position.value for position in one.positions) for one in found]


@pytest.mark.parametrize(("thing", "differ"), [("Wren pump", True), ("Finch valve", False)])
def test_deliveries_of_one_thing_for_different_days(thing: str, differ: bool) -> None:
    drafts = conflicts(
        ("2025-03-10", f"{PUMPS} Northwind plans to ship its Wren pump in 2025."),
        ("2026-03-10", f"{PUMPS} Northwind said it would ship the {thing} in 2027."),
        about="",
    )
    assert any(one.topic == "date of the delivery" for one in drafts) is differ


def test_a_delay_stands_beside_the_day_that_was_planned() -> None:
    found = conflicts(
        ("2026-03-10", f"{PUMPS} Northwind's plant in Bergen will open in 2027."),
        ("2026-09-10", f"{PUMPS} The opening of Northwind's plant in Bergen has been delayed until 2028."),
        about="",
    )
    late = [one for one in found if "2028" in one.positions[-1].value]
    assert [len(one.positions[0].sources) for one in late] == [2]


def test_a_delay_of_what_nobody_dated_is_no_difference() -> None:
    assert told("The launch of Northwind's pump has slipped into 2028.") == []


def test_who_neither_confirms_nor_denies_denies_nothing() -> None:
    text = "Globex is said to have made an offer for Northwind in May. Roe neither confirmed nor denied it."
    assert not [one for one in conflicts(("2026-03-10", f"{PUMPS} {text}"), about="") if "denied" in one.topic]
