"""Ties and sums told in passing: among, turned round, counted, arranged, led by one of a group, priced."""

from __future__ import annotations

import pytest

from briefing.model.claim import Claim, FundingValues, TieValues

from .close import claims_of

_HEAD = "Acme Robotics opens a plant\nAcme Robotics makes arms for warehouses.\n"


def _claims(text: str) -> tuple[Claim, ...]:
    return claims_of(_HEAD + text)


def _ties(text: str) -> set[tuple[str, str]]:
    return {(one.values.name, one.values.tie) for one in _claims(text) if isinstance(one.values, TieValues)}


def _funding(text: str) -> list[FundingValues]:
    return [one.values for one in _claims(text) if isinstance(one.values, FundingValues)]


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Acme Robotics counts Norvik, Delta Foods and the State of Oregon among its more than 700 customers.",
            {("Norvik", "customer"), ("Delta Foods", "customer"), ("State of Oregon", "customer")},
        ),
        (
            "Acme Robotics is an ISV partner of Norvik and Globex. "
            "Implementation partners include Brightmoor Consulting.",
            {("Norvik", "partner"), ("Globex", "partner"), ("Brightmoor Consulting", "partner")},
        ),
        ("Acme Robotics builds on Norvik Cloud Services.", {("Norvik Cloud Services", "supplier")}),
        ("Acme Robotics is a customer of Globex.", {("Globex", "supplier")}),
        ("Norvik Hydro switched from Slatework to Acme Robotics in January.", {("Norvik Hydro", "customer")}),
        (
            "The acquisition is Acme Robotics's fourth, after Bluefin Quay in 2019, Shelfwise in 2021 and a "
            "German firm Zettelhaus GmbH last year.",
            {("Bluefin Quay", "acquired"), ("Shelfwise", "acquired"), ("Zettelhaus GmbH", "acquired")},
        ),
    ],
)
def test_ties_told_in_passing(text: str, ties: set[tuple[str, str]]) -> None:
    assert _ties(text) == ties


@pytest.mark.parametrize(
    "text",
    [
        "Globex counts Norvik and Delta Foods among its 40 customers.",
        "Globex is a partner of Norvik.",
        "The acquisition is Globex's third, after Bluefin Quay in 2020 and Shelfwise in 2022.",
        "Norvik Hydro looked at Acme Robotics and stayed with Slatework.",
    ],
)
def test_ties_of_others_are_not_the_subjects(text: str) -> None:
    assert not _ties(text)


def test_each_purchase_of_a_list_has_its_own_date() -> None:
    text = "It is Acme Robotics's third acquisition, after Bluefin Quay in 2020 and Shelfwise in 2022."
    ties = [one.values for one in _claims(text) if isinstance(one.values, TieValues)]
    dates = {tie.name: tie.when for tie in ties}
    assert {name: when.edtf for name, when in dates.items() if when} == {"Bluefin Quay": "2020", "Shelfwise": "2022"}


def test_the_price_of_a_purchase_is_no_round() -> None:
    text = (
        "Acme Robotics has signed an agreement to acquire Frugal Labs Ltd., a maker of agents, "
        "for about $270 million in cash and shares."
    )
    assert not _funding(text)
    (tie,) = [one.values for one in _claims(text) if isinstance(one.values, TieValues)]
    assert tie.amount is not None
    assert tie.amount.value == 270_000_000


def test_money_raised_for_a_purchase_is_a_round() -> None:
    (round_,) = _funding("Acme Robotics raised $30 million in a Series B to acquire Frugal Labs.")
    assert round_.amounts[0].role == "raised"


def test_a_share_sale_keeps_its_sum() -> None:
    (sale,) = _funding("Acme Robotics is holding a tender offer of up to $350 million for its employees.")
    assert (sale.instrument, sale.amounts[0].money.value, sale.amounts[0].money.qualifier) == (
        "secondary",
        350_000_000,
        "up-to",
    )


def test_one_leads_and_includes_others() -> None:
    (round_,) = _funding(
        "In 2021 it raised $400 million from a group led by Ninth Meridian and including Ember Peak Ventures "
        "and Norvik Fund."
    )
    assert round_.leads == ("Ninth Meridian",)
    assert round_.participants == ("Ember Peak Ventures", "Norvik Fund")


def test_who_leads_does_not_take_the_money() -> None:
    (round_,) = _funding("It was valued at $7 billion in June 2024, when Haldane Capital led a $250 million Series F.")
    assert (round_.name, round_.leads) == ("Series F", ("Haldane Capital",))
    assert not _funding("Globex was valued at $7 billion in 2024, when Haldane Capital led a $250 million Series F.")


def test_a_loan_closed_is_current_whatever_it_will_pay_for() -> None:
    text = "It said it had closed a $50 million loan arranged by Gannett Bank, proceeds of which will fund the plant."
    (tie,) = [one.values for one in _claims(text) if isinstance(one.values, TieValues)]
    assert (tie.name, tie.tie, tie.status) == ("Gannett Bank", "lender", "current")


def test_deals_of_others_in_a_list_are_theirs() -> None:
    text = (
        "Acme Robotics raised $24 million in a Series A.\nDeals, deals, deals\n"
        "- Cedar & Moss, a garden platform, raised $12 million led by Maple Ventures.\n"
        "- Wickerfern (Oslo) got €7.5 million from Skagen Seed.\n- Ovenley extended its Series C by $40 million.\n"
    )
    assert [one.amounts[0].money.value for one in _funding(text)] == [24_000_000]


def test_who_joined_right_behind_a_round_takes_part() -> None:
    found = _funding("Acme Robotics raised $24 million in a Series A. Montreal seed fund Bonspiel joined.")
    assert [one.participants for one in found if one.participants] == [("Bonspiel",)]
    found = _funding("Acme Robotics raised $24 million in a Series A. Chief executive Jane Doe joined.")
    assert not [one.participants for one in found if one.participants]


@pytest.mark.parametrize(
    "sentence",
    [
        "Last month Contoso Robotics, a maker of drones, raised $20 million.",
        "Contoso, led by Jane Roe, raised $20 million.",
        "The coast guard awarded $62 million to Ohio's Candle Peak.",
    ],
)
def test_money_of_a_company_told_beside_is_not_the_subjects(sentence: str) -> None:
    assert not _funding(sentence)


def test_a_second_round_in_the_sentence_is_the_subjects_too() -> None:
    told = _funding(
        "The $46 million Series B of 2020 was led by Heavy Works, and the Series C of $90 million closed in 2023."
    )
    assert [values.name for values in told] == ["Series B", "Series C"]


def test_a_contracts_worth_does_not_hide_whom_it_is_with() -> None:
    text = "Acme Robotics has won an order worth 7.1 billion yen ($47 million) from Japan’s Ministry of Defense."
    assert ("Ministry of Defense", "customer") in _ties(text)


@pytest.mark.parametrize("count", ["more than 300 ", "300 ", ""])
def test_names_among_a_number_of_customers_are_customers(count: str) -> None:
    assert _ties(f"Norvik and Delta Foods are among Acme Robotics' {count}customers.") == {
        ("Norvik", "customer"),
        ("Delta Foods", "customer"),
    }


def test_what_is_borrowed_is_debt() -> None:
    told = _funding("In 2024 Acme Robotics borrowed €30 million from the European Investment Bank.")
    assert [values.instrument for values in told] == ["debt"]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Robotics raised $45 million in a Series A round in 2022, $120 million in a Series B in 2024 and "
        "$300 million in a Series C in 2026.",
        "Acme Robotics raised $45 million in 2022, $120 million in 2024 and $300 million in 2026.",
    ],
)
def test_rounds_told_in_a_row_have_the_dates_behind_them(text: str) -> None:
    told = {values.amounts[0].money.raw: values.when.edtf for values in _funding(text) if values.when}
    assert told == {"$45 million": "2022", "$120 million": "2024", "$300 million": "2026"}


def test_who_runs_the_company_leads_no_round() -> None:
    text = "Acme Robotics, led by its founder Jane Roe, raised $20 million in a round led by Norvik Capital."
    assert [values.leads for values in _funding(text)] == [("Norvik Capital",)]
    assert not [tie for tie in _ties("Acme Robotics is led by chief executive Jane Roe.") if tie[1] == "lead-investor"]


def test_who_joins_behind_a_semicolon_does_not_lead() -> None:
    text = "The $30 million round was co-led by Norvik Capital and Delta Fund; Globex and Initech also participated."
    assert {name for name, tie in _ties(text) if tie == "lead-investor"} == {"Norvik Capital", "Delta Fund"}
