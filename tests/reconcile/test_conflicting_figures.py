"""Figures that differ from article to article: shown side by side, and no more than that."""

from __future__ import annotations

from briefing.claims import extract, find_subject
from briefing.model.briefing import Briefing, Conflict
from briefing.reconcile import reconcile
from briefing.sources import read
from tests.reconcile.articles import told as _briefing


def _of(briefing: Briefing, word: str) -> list[Conflict]:
    return [one for one in briefing.conflicts if one.kind == "amount" and word in one.topic]


def test_two_headcounts_at_one_time_differ() -> None:
    found = _of(
        _briefing(
            ("2025-05-02", "Northwind builds pumps. Northwind employs 350 people."),
            ("2025-05-20", "Northwind makes pumps in Oslo. Northwind has 400 employees."),
        ),
        "employees",
    )
    assert [one.compatible for one in found] == [False]
    assert len(found[0].positions) == 2


def test_a_headcount_that_grew_may_hold_both_times() -> None:
    found = _of(
        _briefing(
            ("2024-05-02", "Northwind builds pumps. Northwind employs 350 people."),
            ("2025-05-20", "Northwind makes pumps in Oslo. Northwind has 400 employees."),
        ),
        "employees",
    )
    assert [one.compatible for one in found] == [True]


def test_people_staff_and_employees_are_one_count() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind builds pumps. Northwind plans to have 150 employees by the end of 2027."),
        ("2025-05-20", "Northwind makes pumps in Oslo. Northwind wants to have a staff of 150 by the end of 2027."),
        ("2025-05-21", "Northwind makes pumps. Northwind is to have 150 people by the end of 2027."),
    )
    assert [(one.value, len(one.claims)) for one in briefing.metrics] == [(150, 3)]


def test_capacity_of_one_plant_told_differently() -> None:
    found = _of(
        _briefing(
            (
                "2025-05-02",
                "Northwind builds its first mill, Tellus One. Tellus One is designed to produce 60,000 tonnes a year.",
            ),
            ("2025-05-20", "Northwind builds. Tellus One, the mill in Oslo, should turn out 65,000 tonnes a year."),
        ),
        "capacity",
    )
    assert len(found) == 1


def test_what_agrees_or_is_of_other_years_or_of_other_things_is_no_difference() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind builds pumps. Northwind had revenue of $40 million in 2023. It has 12 offices."),
        ("2025-05-20", "Northwind makes pumps. Northwind had revenue of $52 million in 2024. It has 350 employees."),
        ("2025-05-21", "Northwind is in Oslo. Northwind employs about 350 people."),
    )
    assert _of(briefing, "revenue") == []
    assert _of(briefing, "employees") == []
    assert _of(briefing, "offices") == []


def test_one_source_that_tells_both_tells_of_two_moments() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind builds pumps. Northwind has 350 employees, up from 120 a year ago."),
        ("2025-05-20", "Northwind makes pumps in Oslo."),
    )
    assert _of(briefing, "employees") == []


def _dates(briefing: Briefing) -> list[str]:
    return [one.topic for one in briefing.conflicts if one.kind == "date"]


def test_a_start_told_for_two_years_is_a_difference_of_dates() -> None:
    briefing = _briefing(
        (
            "2025-05-02",
            "Northwind builds a mill in Oslo. Northwind plans to start production in the fourth quarter of 2026.",
        ),
        (
            "2025-08-20",
            "Northwind is late. According to the county, the start is to be expected not before June 2027.",
        ),
    )
    assert "date of the start" in _dates(briefing)


def test_a_listing_told_for_two_years() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind makes pumps. Northwind plans an IPO in 2026."),
        ("2025-08-20", "Northwind sells pumps. Northwind plans an IPO in 2028."),
    )
    assert any("listing" in topic or "IPO" in topic for topic in _dates(briefing))


def test_different_launches_and_plans_that_agree_are_no_difference() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind makes pumps. Northwind plans to launch a dredger in 2026."),
        ("2025-08-20", "Northwind sells pumps. Northwind plans to launch a compressor in 2028."),
        ("2025-08-21", "Northwind is in Oslo. Northwind plans to launch a dredger in the spring of 2026."),
    )
    assert "date of the launch" not in _dates(briefing)


def test_shops_and_stores_are_one_measure_new_ones_are_not() -> None:
    found = _of(
        _briefing(
            ("2025-05-02", "Northwind sells pumps. Northwind operates 212 stores."),
            ("2025-05-20", "Northwind sells pumps in Oslo. Northwind runs 190 shops. Northwind opened 40 new stores."),
        ),
        "stores",
    ) + _of(
        _briefing(
            ("2025-05-02", "Northwind sells pumps. Northwind operates 212 stores."),
            ("2025-05-20", "Northwind sells pumps in Oslo. Northwind runs 190 shops. Northwind opened 40 new stores."),
        ),
        "shops",
    )
    assert [[position.value for position in one.positions] for one in found] == [["212 stores", "190 shops"]]


def test_a_leaked_figure_beside_the_companys_own() -> None:
    found = _of(
        _briefing(
            ("2025-05-02", "Northwind builds pumps. Northwind said that revenue was $60 million in 2024."),
            (
                "2025-05-20",
                "Northwind makes pumps in Oslo. Revenue was $50 million in 2024, two people who saw the books said.",
            ),
        ),
        "revenue",
    )
    assert [one.used for one in found] == ["$60 million"]
    assert "not rumoured" in found[0].rationale


def test_the_price_of_a_purchase_told_twice() -> None:
    found = _of(
        _briefing(
            ("2025-05-02", "Northwind builds pumps. Northwind has agreed to acquire Globex for $310 million."),
            (
                "2025-05-20",
                "Northwind makes pumps in Oslo. Northwind is paying about $360 million, with debt, for Globex.",
            ),
        ),
        "Globex",
    )
    assert [(one.compatible, one.used) for one in found] == [(False, "$310 million")]


def test_working_boats_and_boats_are_one_measure() -> None:
    found = _of(
        _briefing(
            ("2025-05-02", "Northwind runs ferries. Northwind operates 23 vessels today."),
            ("2025-05-02", "Northwind is in Oslo. Northwind has 22 operational vessels."),
        ),
        "vessels",
    )
    assert [one.compatible for one in found] == [False]


def test_a_worth_before_the_money_and_one_with_it_are_no_difference() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind raised $210 million in a Series D at a pre-money valuation of $1.15 billion."),
        ("2025-05-03", "Northwind raised $210 million in a Series D at a valuation of $1.36 billion."),
    )
    assert _of(briefing, "valuation") == []
    assert [one.disputed for one in briefing.funding] == [False]


def test_a_small_round_of_long_ago_explains_no_gap_between_two_worths() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind raised $90 million in a Series A in 2021. Northwind is valued at $8.2 billion."),
        ("2025-05-03", "Northwind is in Oslo. Northwind is valued at over $8.4 billion."),
    )
    assert len(_of(briefing, "valuation")) == 1


def test_two_worths_of_one_round_are_told_once() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind raised $90 million in a Series D at a valuation of $600 million."),
        ("2025-05-03", "Northwind raised $90 million in a Series D at a valuation of $550 million."),
    )
    assert len(_of(briefing, "valuation")) == 1


def test_so_many_a_month_and_so_many_a_year_are_not_compared() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind runs clinics. Northwind treats 52,000 patients a month."),
        ("2025-05-03", "Northwind is in Oslo. Northwind treated 600,000 patients in 2024."),
    )
    assert _of(briefing, "patients") == []


def _founded(*articles: tuple[str, str]) -> list[list[str]]:
    return [
        [position.value for position in one.positions]
        for one in _briefing(*articles).conflicts
        if one.topic == "founded"
    ]


def test_years_of_beginning_however_they_are_told() -> None:
    first = ("2025-05-02", "Northwind runs ferries. Northwind was founded in Oslo in 2016.")
    for text in (
        "The company was registered in 2015, when its founders were students.",
        "The company was spun out of the Technical University of Oslo (TUO) in 2015.",
        "Northwind, the ferry chain founded in 2015, plans to enter Spain next year.",
        "Northwind began life in 2015 with one boat.",
    ):
        assert _founded(first, ("2025-05-03", f"Northwind is in Oslo. {text}")) == [["2016", "2015"]]


def test_the_day_on_which_a_figure_was_told_is_no_other_date_of_it() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind runs ferries. Northwind has 640 employees."),
        ("2025-06-20", "Northwind is in Oslo. Northwind has 640 employees."),
    )
    assert [one.topic for one in briefing.conflicts if one.kind == "date"] == []


def test_a_chief_and_an_analyst_in_one_article_while_another_sides_with_the_analyst() -> None:
    found = _briefing(
        (
            "2026-03-10",
            "Northwind rents boats. Last year's figures have not been published. Chief executive Jane Roe says that "
            "revenue came to $24.6 million. The research firm Elmdata puts Northwind's 2025 revenue at $27 million.",
        ),
        ("2026-04-10", "Northwind rents boats. Northwind had revenue of $27 million in 2025."),
    ).conflicts
    sides = [{one.value for one in conflict.positions} for conflict in found if conflict.topic == "revenue"]
    assert any("$24.6 million" in values and len(values) == 2 for values in sides)


def test_a_price_that_the_buyer_keeps_quiet_is_told_in_two_ways() -> None:
    found = _briefing(
        (
            "2026-03-10",
            "Northwind rents boats. Northwind is based in Oslo. Northwind has bought Seawise. The company has not said "
            "what it paid for the firm. The Daily Business reported $14 million; Seawise's accounts suggest $11.2 "
            "million, of which $4 million in shares.",
        ),
    ).conflicts
    prices = [[one.value for one in conflict.positions] for conflict in found if "Seawise" in conflict.topic]
    assert prices == [["$14 million", "$11.2 million"]]


def test_the_loss_of_the_year_before_is_no_side() -> None:
    found = _briefing(
        ("2025-01-24", "In the year to March 2024, Northwind's loss narrowed to $214 million from $240 million."),
        ("2025-10-27", "Northwind's loss shrank to $187 million in the year to March 2025."),
    ).conflicts
    assert not [one for one in found if "loss" in one.topic and not one.compatible]


def test_a_part_of_the_staff_is_no_other_figure_for_the_whole() -> None:
    found = _of(
        _briefing(
            ("2025-05-02", "Northwind builds pumps. Northwind employs 640 people."),
            ("2025-05-20", "Northwind makes pumps in Oslo. Some 230 people work here."),
        ),
        "employees",
    )
    assert found == []


def test_plans_are_compared_if_both_have_a_date_or_none() -> None:
    found = _of(
        _briefing(
            ("2025-05-02", "Northwind builds pumps. Northwind expects revenue of $60 million in 2025."),
            ("2025-05-20", "Northwind makes pumps in Oslo. Northwind is aiming for revenue of $100 million."),
        ),
        "revenue",
    )
    assert found == []


def test_a_wire_story_without_a_year_is_as_old_as_its_retelling() -> None:
    wire = "OSLO, March 3 (Coastal Wire) - Northwind has raised $40 million from Oakfund Capital and Larch Holdings."
    wire += " It makes pumps for Globex Works and Initech Mills. Northwind employs 310 people."
    news = "Northwind has raised $40 million, Coastal Wire reports. Oakfund Capital and Larch Holdings wrote the "
    news += "cheques. Globex Works and Initech Mills buy its pumps."
    other = "Northwind makes pumps in Oslo. Northwind has about 280 employees, most of them in the harbour."
    sources = (
        read("1.txt", f"Pump maker raises money\n\n{wire}\n".encode(), "s1", {"publisher": "Coastal Wire"}),
        read("2.txt", f"Northwind is richer\n\n{news}\n".encode(), "s2", {"date": "2026-03-03", "publisher": "P2"}),
        read("3.txt", f"Pumps from Oslo\n\n{other}\n".encode(), "s3", {"date": "2026-03-05", "publisher": "P3"}),
    )
    subject = find_subject(sources)
    claims, rejected = extract(sources, subject)
    found = _of(reconcile(sources, subject, claims, rejected), "employees")
    assert [one.compatible for one in found] == [False]


def _days(briefing: Briefing) -> list[bool]:
    return [one.compatible for one in briefing.conflicts if one.kind == "date" and "financing" in one.topic]


def test_the_end_of_a_year_is_near_its_november() -> None:
    assert False not in _days(
        _briefing(
            (
                "2025-05-02",
                "Northwind builds pumps. In November 2024 it took out a loan of $30 million from Globex Bank.",
            ),
            ("2025-05-20", "Northwind is in Oslo. Globex Bank lent it $30 million at the end of 2024."),
        )
    )


def test_what_differed_in_spring_and_what_differed_in_autumn_are_two_differences() -> None:
    found = _of(
        _briefing(
            ("2025-03-02", "Northwind builds pumps. Northwind employs 350 people."),
            ("2025-03-10", "Northwind makes pumps in Oslo. Northwind has 400 employees."),
            ("2025-10-10", "Northwind sells pumps. Northwind has 520 employees."),
            ("2025-10-12", "Northwind is growing. Northwind employs 610 people."),
        ),
        "employees",
    )
    assert [[side.value for side in one.positions] for one in found] == [
        ["350 people", "400 employees"],
        ["520 employees", "610 people"],
    ]


def test_one_lettered_round_with_two_sums_is_disputed_though_one_article_gives_no_date() -> None:
    briefing = _briefing(
        (
            "2026-06-02",
            "Northwind builds pumps. In May 2026 it raised $250 million in a Series C led by Oakfund Capital.",
        ),
        ("", "Northwind makes pumps in Oslo. The Series C brought in $240 million, and Oakfund Capital led it."),
    )
    assert [event.disputed for event in briefing.funding] == [True]


def test_years_later_are_near_enough() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind raised $95 million in a Series B in the summer of 2023."),
        (
            "2025-05-20",
            "In April 2021 Northwind raised $24 million in a Series A led by Larch Holdings. Two years later it raised "
            "$95 million in a Series B.",
        ),
    )
    assert False not in [one.compatible for one in briefing.conflicts if one.kind == "date"]


def test_those_who_pay_are_one_count_by_any_name() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind builds pumps. Northwind sells to 130 companies."),
        (
            "2025-05-20",
            "Northwind makes pumps in Oslo.\n\n| | Northwind | Globex |\n| --- | --- | --- |\n"
            "| Platforms served | 160 | 1,400 |\n| Local schemes | 43 | 38 |\n",
        ),
    )
    found = [one for one in briefing.conflicts if {"130", "160"} <= {side.value.split()[0] for side in one.positions}]
    assert [one.compatible for one in found] == [False]


def test_counts_that_nobody_dates_are_shown_as_such() -> None:
    found = _of(
        _briefing(
            ("", "Northwind builds pumps. Northwind has 1,400 customers."),
            ("", "Northwind makes pumps in Oslo. Northwind has 1,200 customers."),
        ),
        "customers",
    )
    assert [one.compatible for one in found] == [True]
    assert "Not every source says when" in found[0].rationale


def test_two_people_of_one_article_give_two_run_rates() -> None:
    briefing = _briefing(
        (
            "2025-11-02",
            "Northwind sells software. Annual recurring revenue is $120 million, one person said. A second person put "
            "the run rate lower, at $100 million.",
        ),
    )
    found = [[side.value for side in one.positions] for one in briefing.conflicts if one.kind == "amount"]
    assert found == [["$120 million", "$100 million"]]


def test_a_total_in_words_and_another_in_a_table() -> None:
    briefing = _briefing(
        ("2025-05-02", "Northwind builds pumps. Northwind has raised a total of $406 million to date."),
        (
            "2025-05-20",
            "Northwind makes pumps in Oslo.\n\n| | Northwind | Globex |\n| --- | --- | --- |\n"
            "| Money raised so far | $420 million | $234 million |\n| Plants | 3 | 2 |\n",
        ),
    )
    found = [one for one in briefing.conflicts if one.topic == "total raised to date"]
    assert [{side.value for side in one.positions} for one in found] == [{"$406 million", "$420 million"}]


def test_the_price_of_a_purchase_told_by_two_papers_in_one_sentence() -> None:
    briefing = _briefing(
        (
            "2026-05-02",
            "Northwind makes pumps. On Thursday it agreed to acquire Globex, which makes valves. Its release gives "
            "no price; the Harbour Post puts it at around $95 million, mostly in shares, while the Coastal Review says "
            "$110 million.",
        ),
    )
    found = [one for one in briefing.conflicts if "Globex" in one.topic and one.kind == "amount"]
    assert [[side.value for side in one.positions] for one in found] == [["around $95 million", "$110 million"]]


def test_the_price_of_another_purchase_in_the_sentence_is_its_own() -> None:
    briefing = _briefing(
        (
            "2026-05-02",
            "Northwind makes pumps. On Thursday Northwind agreed to acquire Globex for $95 million, while Initech paid "
            "$110 million for Hooli.",
        ),
    )
    assert not [one for one in briefing.conflicts if "Globex" in one.topic]
