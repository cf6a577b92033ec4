"""What is told beside a round and is no round of its own: parts, targets, plans of the company's, papers of others."""

from __future__ import annotations

import pytest

from briefing.model.claim import Claim, FundingValues

from .close import briefing_of, claims_of


def _rounds(text: str) -> list[tuple[str, str, Claim]]:
    """Instrument and sum of each event told of for itself."""
    body = f"The week at Northwind\n\nNorthwind is a carrier based in Oslo. {text}\n"
    return [
        (one.instrument, next((a.money.raw for a in one.amounts if a.role == "raised"), ""), claim)
        for claim in claims_of(body, date="2026-03-04", publisher="The Daily")
        if isinstance(one := claim.values, FundingValues) and not one.refers_back
    ]


def _sums(text: str) -> list[tuple[str, str]]:
    return [(kind, raw) for kind, raw, _ in _rounds(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Northwind raised $75 million in a Series B. Insiders put in $20 million of the total.",
        "Northwind raised $75 million in a Series B. The round was led by Oakfund, with a $20 million commitment from "
        "Elmbank Capital.",
        "Northwind raised $75 million in a Series B. A list has Oakfund as lead for its reported cheque of $20m.",
        "Northwind opened its Series B last fall with a target of $60 million and closed it at $75 million on Friday.",
        "Northwind raised $75 million in a Series B. It runs on Elmbank under a $20M three-year commitment.",
        "Northwind raised $75 million in a Series B. Oakfund is an investor, with $27.8 billion of capital.",
    ],
)
def test_a_part_a_target_and_the_means_of_others_are_no_rounds(text: str) -> None:
    assert _sums(text) == [("equity", "$75 million")]


def test_a_package_whose_parts_have_backers_of_their_own_is_two_events() -> None:
    text = "The package consists of $210 million in equity, led by Oakfund, and a $60 million credit line from Elmbank."
    assert _sums(f"Northwind raised money. {text}") == [("equity", "$210 million"), ("debt", "$60 million")]


def test_a_listing_that_nobody_considers_is_none() -> None:
    assert _sums("A person close to it said a stock market listing was not being considered before 2031.") == []


def test_a_sum_sought_in_a_listing_next_year() -> None:
    ((kind, _, claim),) = _rounds(
        "Northwind could raise as much as $400 million in a Nasdaq listing next year, people said."
    )
    assert kind == "ipo"
    assert isinstance(claim.values, FundingValues)
    assert claim.values.when is not None
    assert claim.values.when.edtf == "2027"


def test_notes_that_turned_into_a_round_do_not_bear_its_name() -> None:
    ((_, _, claim),) = _rounds("In 2024 Northwind sold $25 million of notes, which turned into equity in the Series C.")
    assert isinstance(claim.values, FundingValues)
    assert claim.values.name == ""


def test_what_it_was_said_to_seek_before_does_not_make_a_closed_round_a_rumour() -> None:
    ((_, _, claim),) = (
        one
        for one in _rounds(
            "Northwind has closed an $85 million round, months after it was reported to be seeking more."
        )
    )
    assert claim.modality == "asserted"


def test_a_round_in_the_making_is_a_plan() -> None:
    ((_, _, claim),) = _rounds("Northwind is preparing a financing round of around $300 million.")
    assert claim.modality == "planned"


def test_what_it_was_worth_before_is_nothing_raised() -> None:
    text = "Northwind was valued at $2.9 billion, up from $1.6 billion in its previous round in August 2024."
    assert _sums(text) == []


def test_a_listing_in_mind_is_not_what_was_raised() -> None:
    ((_, raw, claim),) = (one for one in _rounds("Northwind bags $50 million, eyes IPO in 2028.") if one[1])
    assert isinstance(claim.values, FundingValues)
    assert (raw, claim.values.name) == ("$50 million", "")


def test_a_tranche_that_hangs_on_something_has_not_come() -> None:
    text = "Northwind raised $40 million in a Series B. A second tranche of $15 million comes if its boat floats."
    assert _sums(text) == [("equity", "$40 million")]


def test_a_total_that_a_round_brings_is_no_round() -> None:
    text = "Northwind raised $40 million. The round brings the total the studio has raised to $58 million."
    assert _sums(text) == [("unknown", "$40 million")]


@pytest.mark.parametrize(
    "text",
    [
        "Northwind sold a 20% stake to Oakfund and the pension fund Elmbank for $310 million in May.",
        "Northwind has a new owner. In May Oakfund bought 20 percent for $310 million. That was new money.",
    ],
)
def test_shares_that_are_sold_for_a_sum_bring_it_in(text: str) -> None:
    assert [raw for _, raw in _sums(text)] == ["$310 million"]


def test_a_stake_in_somebody_else_that_is_sold_brings_in_no_round() -> None:
    assert _sums("Northwind sold its 20% stake in Elmbank for $310 million in May.") == []


def test_a_round_in_the_company_is_money_raised() -> None:
    assert _sums("Oakfund led a $200 million round in the company last October.") == [("equity", "$200 million")]


def test_a_record_quarter_is_no_date_of_a_round() -> None:
    ((_, _, claim),) = _rounds("Northwind announces $62 million investment, record second quarter.")
    assert isinstance(claim.values, FundingValues)
    assert claim.values.when is None or claim.values.when.edtf != "2025-04/2025-06"


def test_a_worth_that_is_sought_is_not_that_of_the_round_told_behind_a_semicolon() -> None:
    ((_, _, claim),) = (
        one
        for one in _rounds(
            "It could seek a valuation of $3 billion; it was worth $2.2 billion when it last raised money, a $180 "
            "million Series E in October 2024 led by Oakfund."
        )
        if one[1] == "$180 million"
    )
    assert isinstance(claim.values, FundingValues)
    assert [a.money.raw for a in claim.values.amounts if a.role == "valuation"] == ["$2.2 billion"]


def test_the_last_close_of_a_round_told_whole_is_part_of_it() -> None:
    text = "Northwind announced the close of its Series B at $75 million. The second close of $20 million came in May."
    assert _sums(text) == [("equity", "$75 million")]


def test_what_was_also_done_is_of_the_day_of_the_news() -> None:
    found = _rounds(
        "Northwind raised $90 million in a Series C on Tuesday. It also secured a $30 million loan from Elm Bank."
    )
    dates = [
        one.values.when.edtf if one.values.when else "" for _, _, one in found if isinstance(one.values, FundingValues)
    ]
    assert dates == ["2026-03-03", "2026-03-04~"]


def test_what_lies_above_the_target_is_no_sum_of_its_own() -> None:
    assert _sums("Northwind has netted $54m in Series C funding, $4m above target.") == [("equity", "$54m")]


def test_a_round_under_way_is_a_plan() -> None:
    ((_, _, claim),) = _rounds("Northwind is now raising $50m, its third round, to lend to farmers.")
    assert claim.modality == "planned"


def test_the_worth_of_the_deal_is_not_that_of_the_round_it_is_up_from() -> None:
    ((_, _, claim),) = _rounds("The deal comes at a $210m valuation, up from $120m in 2023's $27m Series B.")
    assert isinstance(claim.values, FundingValues)
    assert [a.money.raw for a in claim.values.amounts] == ["$27m"]
    assert claim.values.when is not None
    assert claim.values.when.edtf == "2023"


@pytest.mark.parametrize(
    "measured",
    [
        "more than twice what it was worth in its last round two years ago",
        "double what the company fetched in 2023",
        "compared with €450 million in 2023",
        "a higher price than at its last raise in 2023",
    ],
)
def test_a_worth_has_not_the_date_of_what_it_is_measured_by(measured: str) -> None:
    body = (
        "Northwind raises €210 million\n\nNorthwind, a carrier based in Oslo, has raised €210 million in a Series C, "
        f"it said on Wednesday. The deal values the company at €1.9 billion, its chief executive said, {measured}.\n"
    )
    found = briefing_of(body, date="2026-03-04", publisher="The Daily").funding
    assert [(one.name, [worth.raw for worth in one.valuations]) for one in found] == [("Series C", ["€1.9 billion"])]
