"""Loans, issues and cheques: who gives, when and how, where no sentence names a round."""

from __future__ import annotations

import pytest

from briefing.model.briefing import FundingEvent

from .close import briefing_of


def _events(text: str) -> tuple[FundingEvent, ...]:
    body = f"The week at Tidegate\n\nTidegate is a carrier based in Oslo. {text}\n"
    return briefing_of(body, date="2026-09-22", publisher="The Daily").funding


def _event(text: str) -> FundingEvent:
    (one,) = _events(text)
    return one


@pytest.mark.parametrize(
    "text",
    [
        "Northwind Partners, its largest shareholder, bought a third of the offering, which was run by Elm Bank.",
        "Northwind Partners has guaranteed half of it.",
        "Northwind Partners, the largest owner, will subscribe for $60 million.",
    ],
)
def test_who_takes_part_of_an_issue_is_told_by_its_part(text: str) -> None:
    event = _event(f"Tidegate has placed new shares to bring in gross proceeds of $143 million. {text}")
    assert event.participants == ("Northwind Partners",)


def test_who_may_or_will_not_take_part_takes_none() -> None:
    event = _event(
        "Tidegate has placed new shares to bring in gross proceeds of $143 million. Northwind Partners declined to "
        "underwrite half of it."
    )
    assert event.participants == ()


def test_the_group_that_came_in_took_part() -> None:
    event = _event(
        "In June 2023 Northwind Partners came in with a group that included Oakfund and Larch Ventures; that round, a "
        "Series B, amounted to €62m."
    )
    assert set(event.participants) == {"Northwind Partners", "Oakfund", "Larch Ventures"}


def test_the_loan_has_the_lenders_told_behind_it_and_is_convertible_if_it_is_called_so() -> None:
    event = _event(
        "Tidegate said on Monday it had taken a loan of $40 million. The convertible loan, provided by Northwind "
        "Partners and Larch Ventures, turns into shares when new equity is raised."
    )
    assert (event.instrument, event.participants) == ("convertible", ("Northwind Partners", "Larch Ventures"))


def test_two_grants_in_one_sentence_keep_their_givers_and_dates() -> None:
    one, other = sorted(
        _events(
            "Tidegate draws on a grant of €48m from the Norrland Innovation Fund, awarded in May 2023, and SEK170m "
            "that the Danish Ports Agency granted in its programme."
        ),
        key=lambda event: event.amounts[0].currency,
    )
    assert (one.participants, one.date, one.instrument) == (("Norrland Innovation Fund",), "2023-05", "grant")
    assert (other.participants, other.date, other.instrument) == (("Danish Ports Agency",), "", "grant")


def test_the_first_cheque_is_an_event_and_a_rescue_is_one() -> None:
    event = _event("Its first outside cheque, £700,000 in 2011, came from the angel Sir Terence Holt.")
    assert (event.date, event.amounts[0].value) == ("2011", 700e3)
    event = _event("In 2020 it almost ended. Larch Ventures bailed it out with $350,000.")
    assert event.amounts[0].value == 350e3


def test_a_bond_that_it_plans_to_float_is_planned() -> None:
    event = _event("Tidegate now plans to float a $30 million green bond in Oslo in 2027, she added.")
    assert (event.standing, event.date) == ("forward-looking", "2027")


def test_the_day_of_a_share_price_is_not_that_of_the_placing() -> None:
    event = _event(
        "Tidegate said on Tuesday it had placed new shares at $12.40 each, below Friday's price, to "
        "bring in gross proceeds of $143 million."
    )
    assert event.date == "2026-09-22"


def test_who_goes_on_without_the_verb_takes_part_and_so_does_a_fund_of_the_state() -> None:
    event = _event(
        "Shareholders on Monday approved a rights issue of $900 million by Tidegate. The state, through the fund "
        "Oakfund, will subscribe for $150 million, and Birch Energy for $100 million."
    )
    assert set(event.participants) == {"Oakfund", "Birch Energy"}


def test_a_round_told_of_one_in_a_list_of_backers_is_of_that_one() -> None:
    event = _event("Past backers include Larch Ventures, which led a $2 million seed round in 2021, and Oakfund.")
    assert (event.leads, event.participants) == (("Larch Ventures",), ())


@pytest.mark.parametrize("words", ["that implies", "that puts the startup's worth at"])
def test_the_price_of_a_sale_of_shares_tells_the_worth(words: str) -> None:
    event = _event(f"Tidegate has opened a tender offer of up to $45 million at a price {words} $1.4 billion.")
    assert [money.value for money in event.valuations] == [1.4e9]


@pytest.mark.parametrize(
    "entry", ["Seed, 2020: $14 million, Larch Ventures and angels", "$14 million seed round, May 2020 (Larch Ventures)"]
)
def test_an_entry_of_a_list_names_who_gave(entry: str) -> None:
    body = f"The week at Tidegate\n\nTidegate is a carrier based in Oslo. Its rounds:\n- {entry}\n- Staff: 90\n"
    (event,) = briefing_of(body, date="2026-09-22", publisher="The Daily").funding
    assert event.participants == ("Larch Ventures",)


def test_a_planned_second_close_is_planned_and_buyers_of_goods_are_no_backers() -> None:
    events = _events(
        "Tidegate has raised $55 million in a Series C led by Oakfund. A second close of up to $15 million is planned "
        'for July. "My buyers are Northwind and Larch Stores."'
    )
    assert [(event.standing, event.participants) for event in events] == [("reported", ()), ("forward-looking", ())]


def test_who_will_buy_from_staff_buys_in_the_tender_offer() -> None:
    event = _event(
        "Tidegate has opened a tender offer of up to $45 million, in which Larch Capital will buy shares from "
        "its employees."
    )
    assert event.participants == ("Larch Capital",)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The convertible loan that its owners extended, 75 million euros in all, has become shares.", "convertible"),
        ("The loan that its owners granted, 75 million euros in all, has been repaid.", "debt"),
    ],
)
def test_the_paper_that_opens_the_sentence_tells_its_kind(words: str, kind: str) -> None:
    assert _event(words).instrument == kind


@pytest.mark.parametrize(
    "words",
    [
        "The Ports Flagship is giving Tidegate 3.2 million euros over four years.",
        "Tidegate drew more from the union than its peers: the Ports Fund, the Quays Fund, now the Ports Flagship, "
        "which is giving it 3.2 million euros over four years.",
    ],
)
def test_who_is_giving(words: str) -> None:
    event = _event(words)
    assert ([money.raw for money in event.amounts], {*event.leads, *event.participants}) == (
        ["3.2 million euros"],
        {"Ports Flagship"},
    )


@pytest.mark.parametrize(
    "words",
    [
        "Tidegate is giving Northwind 3 million euros.",
        "Northwind is giving 3 million euros to schools.",
        "Northwind gave it a discount of 3 million euros.",
        "It won a place, with the prospect of as much as 10 million euros in equity from Northwind.",
    ],
)
def test_what_is_given_to_others_or_in_prospect_is_nothing_raised(words: str) -> None:
    assert not _events(words)
