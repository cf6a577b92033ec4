"""Decks from articles of many years: what was true once is not told as what holds now."""

from __future__ import annotations

from briefing.model.briefing import Briefing
from briefing.slides.conflicts import plan as conflicts
from briefing.slides.happenings import happenings
from briefing.slides.highlights import goals, latest_total, outgrown, planned_round, revenue
from briefing.slides.keyfigures import tiles
from briefing.slides.ledger import Ledger
from briefing.slides.risks import plan as risks
from briefing.slides.storyline import measured
from briefing.slides.timeline import plan as timeline
from tests.reconcile.articles import told
from tests.slides.looks import audience

OLD = (
    "2018-05-17",
    "Northwind, a maker of pumps, has raised $90 million. That brings Northwind's total capital to $110 million.",
)
LATER = ("", "Northwind said it raised $50 million. Northwind has raised $160 million to date.")
NOW = ("2024-02-01", "Northwind has raised $300 million in a round led by Elm Partners, at a valuation of $2 billion.")


def test_the_larger_total_is_the_later_one_where_its_article_has_no_date() -> None:
    total = latest_total(told(OLD, LATER))
    assert total is not None
    assert total.amounts[0].value == 160e6


def test_a_total_that_later_rounds_outgrew_is_no_key_figure() -> None:
    briefing = told(OLD, NOW)
    total = latest_total(briefing)
    assert total is not None
    assert outgrown(total, briefing)
    before = told(OLD)
    assert not outgrown(total, before)


def test_a_plan_of_years_ago_is_not_the_next_round() -> None:
    plan = ("2018-05-17", "Northwind, a maker of pumps, plans to raise $40 million in a Series B round.")
    assert planned_round(told(plan)) is not None
    assert planned_round(told(plan, ("2024-02-01", "Northwind, a maker of pumps, has 400 employees."))) is None


def test_an_article_without_a_date_is_as_late_as_the_events_it_tells_of() -> None:
    page = ("", "Northwind opened a plant in Cork in March 2023. Northwind partnered with Koala Grid in May 2024.")
    briefing = told(("2021-06-01", "Northwind, a maker of pumps, has 400 employees."), page)
    assert briefing.as_of == "2024-05"


def test_one_late_date_may_be_a_slip() -> None:
    page = ("", "Northwind opened a plant in Cork in March 2024.")
    assert told(("2021-06-01", "Northwind, a maker of pumps, has 400 employees."), page).as_of == "2021-06-01"


def test_words_that_the_figures_bear_out_are_no_difference() -> None:
    briefing: Briefing = told(
        ("2021-03-01", "Northwind, a maker of pumps, raised $20 million on Monday at a valuation of $1.25 billion."),
        (
            "2022-06-25",
            "Northwind closed a new round doubling the startup's valuation to more than $2.5 billion.",
        ),
    )
    assert any(item.kind == "arithmetic" and item.compatible for item in briefing.conflicts)
    rows = [row.topic for page in conflicts(briefing, audience("board")) for row in page.rows]
    assert not any("doubling" in topic for topic in rows)


def events(*articles: tuple[str, str]) -> list[str]:
    return [text for item in happenings(Ledger(told(*articles))) for text in item.texts]


def test_the_timeline_leaves_out_last_year_and_what_was_before_the_company() -> None:
    found = events(
        (
            "2023-05-12",
            "Northwind, a maker of pumps, was founded in 2016 by Ada Quill. Quill joined in 2011 as head of the pump "
            "laboratory in Lyon. Northwind opened a plant in Cork last year with Koala Grid.",
        ),
    )
    assert "Opened a plant in Cork with Koala Grid" in found
    assert not any("2011" in text for text in found)


def test_a_relative_clause_about_the_company_is_left_out_before_what_it_did() -> None:
    found = events(
        ("2022-11-18", "Northwind, which was founded by two engineers in Lyon, opened a plant in Cork in May 2021.")
    )
    assert "Northwind opened a plant in Cork in May 2021" in found


def test_the_company_by_its_trade_is_left_out_like_its_name() -> None:
    text = (
        "Northwind, an Irish pump maker, has 400 employees. On Thursday, the Irish pump company filed for bankruptcy."
    )
    assert "Filed for bankruptcy" in events(("2024-11-24", text))


def test_two_measures_of_one_sentence_do_not_contradict_each_other() -> None:
    text = "Northwind reported that wallet volume grew by 289% while bank transfer volume increased by 184%."
    briefing = told(("2024-02-01", f"Northwind is a maker of payment software. {text}"))
    assert not [item for item in briefing.conflicts if item.kind == "amount"]


def test_what_a_product_weighs_is_no_key_figure_of_the_company() -> None:
    text = "Northwind, a maker of drones, has 40 employees. Its drone carries 1,250 kilograms to any ship."
    assert "Kilograms" not in [tile.label for tile in tiles(Ledger(told(("2024-02-01", text))), audience("cto"))]


def test_the_day_of_an_announcement_is_not_that_of_what_is_planned() -> None:
    text = "Northwind, a maker of rockets, announced plans Tuesday for a reusable rocket named Boreas, built in Cork."
    assert "2021-06-15" not in [item.date for item in told(("2021-06-08", text)).milestones]


def test_one_launch_told_twice_is_one_event() -> None:
    one = "Northwind, a maker of rockets, launched its Boreas rocket in 2023, which showed that the pumps work."
    two = "Northwind launched its small Boreas rocket once, in 2023, and it failed soon after liftoff."
    found = happenings(Ledger(told(("2024-02-01", one), ("2024-03-01", two))))
    assert len([item for item in found if "Boreas" in item.texts[0]]) == 1


def test_a_deal_that_only_the_sentence_before_names_stands_in_no_timeline() -> None:
    bought = "Northwind, a maker of pumps, has agreed to buy Globex, a maker of gears in Lyon."
    pointing = f"{bought} The transaction should be completed before the end of August 2024."
    named = f"{bought} The transaction with Globex should be completed before the end of August 2024."
    title = "Northwind to buy a rival"
    assert not [text for text in events(("2024-02-01", f"{title}\n\n{pointing}")) if "completed" in text]
    assert [text for text in events(("2024-02-01", f"{title}\n\n{named}")) if "completed" in text]


def test_a_claim_that_begins_with_a_companys_name_keeps_its_capital_in_a_title() -> None:
    briefing = told(
        (
            "2024-06-01",
            "Northwind, a maker of pumps, raised $20 million in 2022 in a round led by Oakfund Growth. Oakfund, which "
            "holds about 21% of the shares, will sell them, two people close to the matter said. Northwind aims for "
            "sales of $38 million by 2026.",
        )
    )
    titles = risks(briefing, audience("cto"))[0].titles
    assert any("the Oakfund stake of about 21%" in title for title in titles)
    assert not any("oakfund" in title for title in titles)


def test_an_aside_that_says_nothing_without_its_time_goes_with_it() -> None:
    text = (
        "Northwind, a maker of pumps, grows. Northwind's Boreas platform, which was unveiled last fall, uses a Globex "
        "valve called Hale."
    )
    found = events(("2024-06-01", text))
    assert found
    assert not any("which was unveiled" in told for told in found)


def test_a_sale_of_old_shares_is_not_counted_as_a_round() -> None:
    briefing = told(
        (
            "2024-06-01",
            "Northwind, a maker of pumps, raised $20 million in a Series A in March 2022 and $50 million in a Series B "
            "in May 2023. In January 2024 Northwind held a $9 million tender offer for its employees. Northwind plans "
            "to open a yard in Cork in 2025.",
        )
    )
    titles = timeline(briefing, audience("cto"))[0].titles
    assert any("two rounds on record" in title for title in titles)


def test_the_figure_that_an_older_one_is_set_beside_is_the_current_one() -> None:
    text = (
        "Northwind, a maker of pumps, recently crossed over $90 million in ARR, up from $40 million ARR in June 2022."
    )
    found = revenue(told(("2024-07-23", text)))
    assert found is not None
    assert found.amounts[0].raw == "over $90 million"


def test_as_many_as_there_are_is_no_goal() -> None:
    text = "Northwind, a maker of pumps, has 30 employees. Northwind plans to grow its team beyond 30 employees."
    assert goals(told(("2024-07-23", text))) == []


def test_a_count_is_told_with_its_noun_once() -> None:
    text = "Northwind, a maker of pumps, plans to grow its team to 60 employees."
    ledger = Ledger(told(("2024-07-23", text)))
    (goal,) = goals(ledger.briefing)
    assert measured(ledger, goal) == "Northwind aims at 60 employees"


def test_two_of_a_trade_are_no_headcount() -> None:
    text = "Northwind, a maker of pumps, employs just two solutions engineers. Northwind employs 30 people."
    assert [fact.value for fact in told(("2024-07-23", text)).profile if fact.name == "headcount"] == ["30 people"]
