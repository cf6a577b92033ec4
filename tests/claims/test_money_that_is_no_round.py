"""Sums near a round that bring in nothing more, parts of a package, and rounds told without the usual words."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing, FundingEvent

from .close import briefing_of, satellites


def _funding(words: str) -> list[FundingEvent]:
    found: Briefing = briefing_of(satellites(words))
    return list(found.funding)


@pytest.mark.parametrize(
    "words",
    [
        "The company has drawn $15 million of its facility with Birch Bank since April.",
        "Its shares, which cost $21 in the offering, ended Friday at $17.40.",
        "Norvik's owners, among them Oakfund, will receive $150 million in cash and the rest in Acme Orbital stock.",
        "Oakfund, which was about to put $120 million into Acme Orbital, had changed its mind.",
        "The Norland Development Bank puts the gap in farm credit at $2.5 billion.",
        "Among its competitors are Norvik, which tests pumps, and Globex, which in January obtained $80 million from "
        "Elm Partners.",
        "The $90 million hall will have 700 square metres of offices and is to ship parts in 2031.",
        "The company is building its own line in Oslo for $90 million.",
        "The company's own target, told to the staff in June, is lower, at $110 million.",
        "Acme Orbital has already secured nearly $300 million in launch contracts, a sign of demand.",
        "Acme Orbital said it has so far secured “in excess of $700 million worth of contracts” from customers.",
        "Acme Orbital has won $40 million of customer orders this year.",
        "The report said that only $30 million in cash was left at Acme Orbital.",
        "Birch Bank said it would be contributing $60 million to the latest fundraising of Acme Orbital.",
        "Investors had poured $900 million into Acme Orbital over the years.",
        "The start-up has now raised nearly $300 million for its pumps.",
        "The company has raised close to $200 million from investors such as Oakfund and Birch Ventures.",
    ],
)
def test_nothing_is_raised(words: str) -> None:
    assert not _funding(words)


def test_a_blend_of_kinds_is_one_round_with_all_who_give() -> None:
    (event,) = _funding(
        "Acme Orbital announced the close of its Series B financing of $42 million. The transaction blends $27 million "
        "of equity, $12 million of senior debt and a $3 million grant. The equity was led by Northwind Fund, with "
        "participation from Oakfund and existing investors Birch Ventures and Larch Capital."
    )
    assert event.leads == ("Northwind Fund",)
    assert set(event.participants) == {"Oakfund", "Birch Ventures", "Larch Capital"}


def test_what_each_bank_lends_is_part_of_the_loans() -> None:
    (event,) = _funding(
        "Acme Orbital said on Thursday it had taken out loans totalling $135m for its mill in Oslo. The Elm "
        "Investment Bank is lending $75m; the remaining $60m comes from Birch Bank and the export lender Larch Bank."
    )
    assert (event.instrument, event.amounts[0].raw) == ("debt", "$135m")
    assert set(event.participants) == {"Elm Investment Bank", "Birch Bank", "Larch Bank"}


@pytest.mark.parametrize(
    ("words", "instrument", "raw"),
    [
        ("Shareholders on Monday approved a rights issue of 700 million crowns.", "equity", "700 million crowns"),
        ("Birch Bank already provides the company with a $45 million overdraft.", "debt", "$45 million"),
        ("Acme Orbital raised $470mn when it listed in Oslo in 2025.", "ipo", "$470mn"),
        (
            "A tender offer under which employees could sell up to $60 million in stock is planned for May.",
            "secondary",
            "up to $60 million",
        ),
        ("Oakfund led a Sh220 million seed round in 2021.", "equity", "Sh220 million"),
    ],
)
def test_money_of_other_kinds(words: str, instrument: str, raw: str) -> None:
    (event,) = _funding(words)
    assert (event.instrument, event.amounts[0].raw) == (instrument, raw)


def test_the_worth_of_a_round_to_come_is_no_sum() -> None:
    (event,) = _funding(
        "The company has a term sheet in hand from Oakfund for a Series D, at $2.8 billion, we are told."
    )
    assert (event.amounts, [one.raw for one in event.valuations]) == ((), ["$2.8 billion"])


def test_a_round_in_may_ends_its_sentence() -> None:
    assert [
        event.name for event in _funding("Oakfund led its Series A in May. Northwind led its Series B in June.")
    ] == [
        "Series A",
        "Series B",
    ]


def test_banks_that_lead_a_listing_put_in_nothing() -> None:
    (event,) = _funding(
        "Acme Orbital raised $412 million in its initial public offering in June 2025. The IPO was led by Birch Bank."
    )
    assert not event.leads


def test_a_day_on_which_a_paper_told_it_is_not_that_of_the_round() -> None:
    (event,) = _funding(
        "Acme Orbital has raised $240 million in a Series C led by Oakfund, confirming what we reported in January."
    )
    assert event.date.startswith("2026-03")


_PUBLIC = (
    "Acme Orbital builds a line\n\nAcme Orbital is a satellite maker from Kawasaki.\n\n"
    "Public money covers a quarter of the bill:\n- $12.5 million grant, Northern Council (awarded in 2024)\n"
    "- $6.4 million grant, the agency Birch Works\n"
)


def test_who_stands_behind_the_sum_of_an_entry_gives_it() -> None:
    found = briefing_of(_PUBLIC).funding
    assert {(event.amounts[0].raw, event.participants) for event in found} == {
        ("$12.5 million", ("Northern Council",)),
        ("$6.4 million", ("Birch Works",)),
    }


def test_what_is_promised_on_top_of_a_round_has_its_date() -> None:
    found = _funding(
        "Acme Orbital raised $50 million in a Series B led by Oakfund in January 2026. Northwind will invest up to an "
        "additional $9 million in milestone-based capital."
    )
    assert [(event.standing, event.date) for event in found] == [
        ("reported", "2026-01"),
        ("forward-looking", "2026-01"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "About $30 million of the new money will go to Brazil, the chief executive says.",
        "The mezzanine tranche, of $36 million, was placed with two family offices.",
        "My buyers are Norvik and Globex.",
    ],
)
def test_parts_of_a_round_just_told_are_no_events_and_bring_in_nobody(words: str) -> None:
    (event,) = _funding("Acme Orbital has raised $170 million in a Series D led by Oakfund, the company said. " + words)
    assert (event.leads, event.participants) == (("Oakfund",), ())


def test_a_month_of_the_same_year_is_of_the_year_told_last() -> None:
    found = _funding(
        "Acme Orbital raised $18 million in its Series A, led by Oakfund, in November 2022, and $4 million in a "
        "pre-Series A round in January the same year."
    )
    assert [(event.name, event.date) for event in found] == [("pre-Series A", "2022-01"), ("Series A", "2022-11")]


_HISTORY = (
    "Acme Orbital: company profile\n\nAcme Orbital is a satellite maker from Kawasaki.\n\n"
    "Gross margins at Norvik Space fell.\n\n## Funding history\n\n"
    "- Seed, 2020: $1.4 million, Kestrel Ventures and angels\n"
    "- Series A, November 2022: $18 million, Oakfund and Birch Capital\n"
)


def test_a_history_of_rounds_is_the_companys() -> None:
    assert [event.amounts[0].raw for event in briefing_of(_HISTORY).funding] == ["$1.4 million", "$18 million"]


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("Acme Orbital has drawn $15 million of its facility with Birch Bank since April.", ["$15 million"]),
        ("Birch Bank lent it $60 million. Of that loan, $30 million has been drawn.", ["$30 million"]),
        ("The show drew $5 million of ticket sales.", []),
    ],
)
def test_what_is_drawn_of_a_loan_is_a_figure(words: str, drawn: list[str]) -> None:
    found = briefing_of(satellites(words)).metrics
    assert [one.amounts[0].raw for one in found if one.name == "debt drawn"] == drawn


def test_what_a_round_is_thought_to_value_the_company_at_was_not_raised() -> None:
    found = briefing_of(satellites("Analysts estimate the post-money valuation of the last round at €270 million."))
    assert not any(event.amounts for event in found.funding)
    assert [(metric.name, metric.amounts[0].raw) for metric in found.metrics] == [("valuation", "€270 million")]
    raised = briefing_of(satellites("Acme Orbital raised a round of €5 million in March."))
    assert [event.amounts[0].raw for event in raised.funding] == ["€5 million"]


@pytest.mark.parametrize(
    "words",
    [
        "Acme Orbital raised $30 million in a deal led by Oakfund.",
        "Acme Orbital secured $30 million in the deal, which Oakfund led.",
        "Acme Orbital said it has now raised $30 million in a Series B led by Oakfund.",
        "Acme Orbital has raised $30 million in cash from Oakfund.",
    ],
)
def test_a_deal_in_which_money_is_raised_is_a_round(words: str) -> None:
    assert [event.amounts[0].raw for event in _funding(words)] == ["$30 million"]
