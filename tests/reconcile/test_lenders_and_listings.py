"""Loans, listings and cheques told twice in other words: what is one event, and what are two."""

from __future__ import annotations

from briefing.model.briefing import FundingEvent

from .articles import told

_WHO = "Northwind is a satellite maker from Kawasaki. "


def _events(*articles: tuple[str, str]) -> tuple[FundingEvent, ...]:
    return told(*((day, _WHO + text) for day, text in articles)).funding


def test_talks_of_a_loan_and_the_loan_then_taken_from_the_lender_are_one() -> None:
    (event,) = _events(
        (
            "2026-10-20",
            "Northwind is in advanced talks with Birch Credit for a loan of around $350 million, three people said.",
        ),
        ("2026-11-01", "It confirmed that it had borrowed $325 million from Birch, a private-credit firm."),
    )
    assert (event.instrument, [money.value for money in event.amounts]) == ("debt", [325e6])
    assert [money.value for money in event.history] == [350e6]
    assert event.standing == "reported"


def test_another_lender_gives_another_loan() -> None:
    events = _events(
        ("2026-10-20", "Northwind is in talks with Birch Credit about a $350 million loan, sources said."),
        ("2026-12-20", "Elm Bank granted Northwind a loan of $300 million."),
    )
    assert [event.participants for event in events] == [("Birch Credit",), ("Elm Bank",)]


def test_talks_after_a_loan_are_of_another() -> None:
    events = _events(
        ("2026-03-02", "Birch Credit has lent Northwind $325 million."),
        ("2026-12-20", "Northwind is in talks with Birch Credit about a loan of $350 million, sources said."),
    )
    assert [event.standing for event in events] == ["reported", "rumoured"]


def test_what_was_raised_when_it_floated_is_the_offering() -> None:
    (event,) = _events(
        ("2026-03-03", "Northwind raised $418 million in its initial public offering in 2024."),
        ("2026-05-05", "Northwind, which has 2,900 employees, raised $430mn when it listed in Oslo in 2024."),
    )
    assert (event.instrument, event.disputed) == ("ipo", True)


def test_a_round_that_came_out_larger_than_was_rumoured_is_one_without_dates() -> None:
    (event,) = _events(
        (
            "",
            "Northwind is in late-stage talks to raise about $200 million at a valuation of some $3 billion, "
            "three people said. Wren Capital is expected to lead, two of the people said.",
        ),
        (
            "",
            "Northwind has raised $240 million in a Series C led by Wren Capital. The round values the company at "
            "$3.4 billion.",
        ),
    )
    assert [money.value for money in event.amounts] == [240e6]


def test_a_cheque_in_another_currency_is_part_of_the_round_that_its_giver_led() -> None:
    (event,) = _events(
        ("2026-03-12", "In February state fund Fjellfund put NOK 140 million into Northwind."),
        (
            "2026-02-18",
            "Northwind today announced a Series B of USD 42 million. The round was led by Fjellfund, with "
            "participation from Oakfund.",
        ),
    )
    assert [(one.investor, one.amount and one.amount.value) for one in event.contributions] == [("Fjellfund", 140e6)]
    assert [money.currency for money in event.amounts] == ["USD"]


def test_what_was_sold_before_is_a_fact_in_a_sentence_of_plans() -> None:
    (event,) = _events(
        (
            "2026-08-05",
            "The company was weighing choices before $270 million of convertible notes, which it sold in May "
            "2025, become due. It is thinking about it, two people familiar with the matter said.",
        )
    )
    assert (event.instrument, event.standing, event.date) == ("convertible", "reported", "2025-05")


def test_a_share_sale_of_the_company_is_equity_and_its_proceeds_are_raised() -> None:
    (event,) = _events(
        (
            "2026-09-29",
            "Northwind said on Tuesday it had placed 9mn new shares to bring in gross proceeds of $143mn. Northwind "
            "spent $4 million. Of the net proceeds, $80 million will be used for a plant. It had proceeds of $9 "
            "million from the sale of its plant in Lyon.",
        )
    )
    assert [money.raw for money in event.amounts] == ["$143mn"]


def test_a_bridge_that_the_owners_promised_and_gave_is_one_with_all_who_promised() -> None:
    (event,) = _events(
        (
            "2026-03-12",
            "Northwind said on Monday its owners would lend it 420 million crowns for now. The convertible "
            "loan, provided by Birch Partners, Elm Climate and the pension company Larch Liv, carries interest of 12%.",
        ),
        (
            "2026-07-11",
            "Asked for a bridge in March, the owners came up with SEK400m, half of it from Birch Partners.",
        ),
    )
    assert (event.instrument, event.standing) == ("convertible", "reported")
    assert set(event.participants) == {"Birch Partners", "Elm Climate", "Larch Liv"}
    assert [money.value for money in event.history] == [420e6]


def test_buyers_told_of_plainly_beside_an_offer_to_come_are_those_of_the_offer() -> None:
    (event,) = _events(
        (
            "2026-03-12",
            "Northwind told staff on Thursday that it will run a $90 million tender offer, according to a memo. "
            "Oakfund is the main buyer, alongside Elm Capital.",
        ),
        ("2026-05-01", "March's tender offer was sized at $90m, and employees sold all of it."),
    )
    assert (event.instrument, set(event.participants)) == ("secondary", {"Oakfund", "Elm Capital"})


def test_a_package_of_shares_loan_and_grant_is_mixed_and_has_the_givers_of_its_parts() -> None:
    (event,) = _events(
        (
            "2026-02-17",
            "Northwind today announced the close of its Series B of $42 million. The transaction blends $27 million of "
            "equity, $12 million of senior debt and a $3 million grant. The equity was led by Oakfund. The debt was "
            "provided by Elm Bank, while the grant comes from the Birch Foundation.",
        )
    )
    assert (event.instrument, event.leads) == ("mixed", ("Oakfund",))
    assert set(event.participants) == {"Elm Bank", "Birch Foundation"}


def test_what_a_newspaper_turned_into_its_own_currency_is_the_equivalent() -> None:
    day = "2026-02-17"
    (event,) = _events(
        (day, "Northwind today announced that it has raised $42 million in a Series B led by Oakfund."),
        ("2026-02-18", "Northwind has raised Sh5.4 billion ($42 million) in a Series B led by Oakfund."),
    )
    assert [money.currency for money in event.amounts] == ["USD"]
    assert [money.currency for money in event.equivalents] == ["KES"]
