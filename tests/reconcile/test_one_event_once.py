"""One round told with different words, sums and moods is one event; a package is no event beside its parts."""

from __future__ import annotations

import pytest

from tests.reconcile.articles import told


def _shown(*articles: tuple[str, str]) -> list[tuple[str, str, list[str]]]:
    return [(one.instrument, one.standing, [m.raw for m in one.amounts]) for one in told(*articles).funding]


def test_a_package_is_told_by_its_parts() -> None:
    events = _shown(
        (
            "2026-10-13",
            "Northwind raised $210 million in a Series D led by Oakfund. It also signed a $60 million loan facility "
            "with Elmbank.",
        ),
        ("2026-10-13", "Northwind has raised $270 million in equity and debt. The group builds boats."),
        ("2026-10-14", "Northwind secured $270M this week. The group builds boats."),
    )
    assert [(kind, amounts) for kind, _, amounts in events] == [("equity", ["$210 million"]), ("debt", ["$60 million"])]


def test_a_loan_that_is_told_again_without_its_date() -> None:
    events = _shown(
        ("2026-03-01", "In February 2025 Northwind got a $220 million loan facility from Elmbank Bank and Globe Bank."),
        ("2026-07-01", "Northwind builds boats. It has loans of $200 million from Elmbank Bank."),
    )
    assert [amounts for _, _, amounts in events] == [["$220 million", "$200 million"]]


def test_a_listing_that_is_talked_of_is_one_whatever_its_date() -> None:
    events = told(
        (
            "2026-09-17",
            "Northwind is said to plan an IPO of $400 million, according to people familiar with the matter.",
        ),
        (
            "2026-09-18",
            "Northwind could seek to raise $400 million in a Nasdaq listing next year, people "
            "familiar with the matter said.",
        ),
    ).funding
    assert [(one.instrument, one.date) for one in events] == [("ipo", "2027")]


def test_a_round_that_was_sought_in_another_currency_and_came_is_one() -> None:
    events = _shown(
        ("2026-07-09", "Northwind is preparing a financing round of around €300 million."),
        (
            "2026-10-13",
            "Northwind has raised £210 million in a Series D. The round is smaller than the €300 million in equity "
            "that Northwind was seeking this summer, said people familiar with the process.",
        ),
    )
    assert [(standing, amounts) for _, standing, amounts in events] == [("reported", ["£210 million"])]


def test_what_one_of_them_gave_is_no_round() -> None:
    events = told(
        (
            "2026-10-13",
            "Northwind has raised £210 million in a Series D led by Oakfund. Oakfund declined to speak. Elmbank "
            "Capital has put in £40 million.",
        ),
    ).funding
    assert [[m.raw for m in one.amounts] for one in events] == [["£210 million"]]
    assert [(one.investor, one.amount.raw if one.amount else "") for one in events[0].contributions] == [
        ("Elmbank Capital", "£40 million")
    ]


def test_a_rumoured_worth_is_history_once_the_round_is_told() -> None:
    (event,) = told(
        (
            "2026-03-12",
            "Northwind is in talks to raise about $300 million. The round could value it at close to $1.5 billion, "
            "people familiar with the matter said.",
        ),
        ("2026-06-18", "Northwind has raised $340 million in a Series C. The round values Northwind at $1.7 billion."),
    ).funding
    assert [m.raw for m in event.valuations] == ["$1.7 billion"]
    assert "close to $1.5 billion" in [m.raw for m in event.history]


def test_what_the_company_puts_into_a_plant_is_nothing_raised() -> None:
    assert (
        _shown(("2026-06-18", "Northwind plans to invest $36 million in a new yard and assembly plant in Oslo.")) == []
    )


def test_a_column_of_post_money_holds_valuations() -> None:
    table = "| Round | Date | Size | Post-money |\n|---|---|---|---|\n| Series B | Mar 2023 | $110M | $650M |"
    (event,) = told(("2026-10-04", f"Northwind builds boats.\n\n{table}")).funding
    assert [m.raw for m in event.valuations] == ["$650M"]


def test_a_worth_is_the_rounds_and_not_the_loans_and_may_differ_from_source_to_source() -> None:
    briefing = told(
        (
            "2025-11-06",
            "Northwind has raised $120 million in a Series D led by Oakfund. It also took a $30 million loan from Elm "
            "Bank. The deal values Northwind at roughly $680 million.",
        ),
        (
            "2026-01-20",
            "Northwind builds boats. It was valued at about $750 million in its last round in November, when it "
            "raised $120 million from investors led by Oakfund.",
        ),
    )
    assert [[m.raw for m in one.valuations] for one in briefing.funding] == [
        ["roughly $680 million", "about $750 million"],
        [],
    ]
    assert [one.topic for one in briefing.conflicts if "valuation" in one.topic] == ["valuation at Series D"]


def test_what_one_of_several_put_in_is_no_other_sum_of_the_round() -> None:
    briefing = told(
        ("2025-08-12", "Northwind has closed a $62 million growth round led by Oakfund, with Elmbank taking part."),
        ("2025-08-20", "Northwind builds boats. Oakfund invested $45 million in Northwind in August 2025."),
    )
    assert [[m.raw for m in one.amounts] for one in briefing.funding] == [["$62 million"]]
    assert [one.investor for one in briefing.funding[0].contributions] == ["Oakfund"]
    assert [one.topic for one in briefing.conflicts if one.kind == "amount"] == []


def test_talk_of_a_listing_is_of_one() -> None:
    events = told(
        (
            "2026-06-09",
            "Northwind confidentially filed for an initial public offering in May, people briefed on it said.",
        ),
        ("2026-06-10", "Northwind is working on an IPO that could raise about $400 million, people familiar said."),
        ("2026-08-21", "Northwind on Friday filed publicly for an initial public offering."),
    ).funding
    assert [(one.instrument, [m.raw for m in one.amounts]) for one in events] == [("ipo", ["about $400 million"])]


def test_some_390_and_410_are_two_figures() -> None:
    briefing = told(
        ("2026-03-02", "Northwind builds boats. In 2025 it had sales of some $390 million."),
        ("2026-05-18", "Northwind builds boats. Northwind had $410 million in revenue in 2025."),
    )
    assert [one.compatible for one in briefing.conflicts if one.kind == "amount"] == [False]


def test_a_sale_of_shares_that_two_sentences_tell_is_one() -> None:
    events = told(
        (
            "2026-03-10",
            "Northwind said on Tuesday that it has agreed a secondary share sale that values it at $8.2 billion. "
            "The company will let employees sell up to $300 million of stock to investors including Oakfund and Elm.",
        )
    ).funding
    assert [[m.raw for m in one.amounts] for one in events] == [["up to $300 million"]]
    assert [m.raw for m in events[0].valuations] == ["$8.2 billion"]
    assert set(events[0].participants) == {"Oakfund", "Elm"}


def test_one_round_told_in_dollars_and_in_pounds_on_two_days() -> None:
    events = told(
        ("2025-09-22", "Northwind, a maker of boats, has raised $33 million in Series A funding led by Oakfund."),
        ("2025-09-23", "A company that makes boats has news. Northwind has raised £25 million."),
    ).funding
    assert [[m.raw for m in one.amounts] for one in events] == [["$33 million", "£25 million"]]


def test_what_it_is_worth_now_is_of_the_news_and_not_of_an_older_round() -> None:
    events = told(
        (
            "2025-09-22",
            "Northwind has raised $33 million in Series A funding. It has 58 employees, up from 22 when it raised its "
            "$6.5 million seed round in early 2024. The deal values Northwind at $140 million.",
        ),
    ).funding
    assert [[m.raw for m in one.valuations] for one in events] == [[], ["$140 million"]]


@pytest.mark.parametrize(
    ("day", "when"), [("", "when Oakfund led its Series C"), ("2026-07-18", "in March, when Oakfund led its Series C")]
)
def test_a_round_that_one_article_only_names_is_that_of_the_sum_in_another(day: str, when: str) -> None:
    events = told(
        (
            "2026-03-03",
            "Northwind said it had raised $140 million in a round that values it at $1.1 billion. The Series C round "
            "was led by Oakfund, with participation from Elmbank.",
        ),
        (day, f"That would be twice the $1.1 billion that Northwind fetched {when}."),
    ).funding
    assert [(one.name, [m.raw for m in one.amounts], one.leads) for one in events] == [
        ("Series C", ["$140 million"], ("Oakfund",))
    ]


def test_what_was_close_to_being_secured_came() -> None:
    events = _shown(
        (
            "2026-01-22",
            "Northwind has closed a Series C of $93 million led by Oakfund. In November the Tidings had reported that "
            "Northwind was close to securing about $80 million from Oakfund.",
        ),
    )
    assert [amounts for _, _, amounts in events] == [["$93 million"]]


def test_totals_of_two_dates_are_two() -> None:
    totals = told(
        ("2026-01-22", "The financing brings the total raised by Northwind to $520 million."),
        ("2026-06-22", "Including the loan, Northwind has attracted close to $590 million."),
    ).funding_totals
    assert [[money.raw for money in one.amounts] for one in totals] == [["$520 million"], ["close to $590 million"]]


def test_a_worth_told_as_a_value_is_nothing_raised() -> None:
    events = told(
        ("2026-01-22", "Northwind is in talks to raise funds at $3 billion value, people familiar with it said.")
    ).funding
    assert [(one.amounts, [m.raw for m in one.valuations]) for one in events] == [((), ["$3 billion"])]
