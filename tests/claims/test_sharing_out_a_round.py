"""How the money of one round was shared out among those who gave it, and what is no part of it."""

from __future__ import annotations

import pytest

from briefing.model.briefing import FundingEvent

from .close import briefing_of, satellites


def _round(words: str) -> FundingEvent:
    (event,) = briefing_of(satellites(f"Acme Orbital announced a $60 million Series B. {words}")).funding
    return event


@pytest.mark.parametrize(
    ("words", "leads", "joined"),
    [
        (
            "Delta Motors of Osaka led with $40 million, and Oakfund brought the other $20 million.",
            {"Delta Motors"},
            {"Oakfund"},
        ),
        (
            "Oakfund, which led the round, supplied $25 million of it, and Larch Capital the remaining $15 million.",
            {"Oakfund"},
            {"Larch Capital"},
        ),
        (
            "Of that, Oakfund paid $30 million; Larch Capital added $12 million, and the rest was divided between "
            "Delta Ventures and Kite Capital.",
            set(),
            {"Oakfund", "Larch Capital", "Delta Ventures", "Kite Capital"},
        ),
        (
            "Delta Motors signed a cheque for $40 million. Larch Capital was good for another $10 million.",
            set(),
            {"Delta Motors", "Larch Capital"},
        ),
        (
            "Delta Motors contributed $40 million of the sum. The carmaker led the round. What is left was shared "
            "among returning investors Birch Seed Club and Larch Capital.",
            {"Delta Motors"},
            {"Birch Seed Club", "Larch Capital"},
        ),
        (
            "Delta Motors accounted for $40 million of the total, with Larch Capital chipping in $5 million.",
            set(),
            {"Delta Motors", "Larch Capital"},
        ),
        ("Delta Motors' share of the round was $20 million.", set(), {"Delta Motors"}),
        ("The remaining $20 million was split between Larch Capital and Oakfund.", set(), {"Larch Capital", "Oakfund"}),
        (
            "Larch Capital gave $20 million, Oakfund $10 million and Delta Ventures the remaining $30 million.",
            set(),
            {"Larch Capital", "Oakfund", "Delta Ventures"},
        ),
    ],
)
def test_parts_of_a_round_are_no_rounds(words: str, leads: set[str], joined: set[str]) -> None:
    event = _round(words)
    assert [money.raw for money in event.amounts] == ["$60 million"]
    assert (set(event.leads), set(event.participants)) == (leads, joined)


def test_cheques_are_kept_with_who_wrote_them() -> None:
    event = _round("Delta Motors led with $40 million, and Oakfund brought the other $20 million.")
    given = {one.investor: one.amount.raw for one in event.contributions if one.amount is not None}
    assert given == {"Delta Motors": "$40 million", "Oakfund": "$20 million"}


@pytest.mark.parametrize(
    "words",
    [
        "Delta Motors paid $30 million for a plant in Ohio.",
        "Larch Capital will not contribute $20 million of the sum.",
        "Delta Motors added $30 million to its order book.",
        "The rest of the market belongs to Delta Orbital and Kite Space.",
        "Its launches are cheap. Launches from India are, too. The rest came from Kite Space, which lost a rocket.",
        "Its motors come from Delta Accurate, in which Kite Motors bought a 14% holding for $52 million last year.",
        "Its gyros are made by Delta Accurate, where Kite Motors acquired a 9% stake for $30 million in 2022.",
    ],
)
def test_what_others_pay_for_is_no_part_of_it(words: str) -> None:
    event = _round(words)
    assert not event.leads
    assert not event.participants


def test_a_record_so_far_is_no_total() -> None:
    told = briefing_of(
        satellites("Acme Orbital said it had completed a $130 million Series C, the largest round so far of its kind.")
    )
    assert [money.raw for event in told.funding for money in event.amounts] == ["$130 million"]
    assert not told.funding_totals


@pytest.mark.parametrize(
    "words",
    [
        "Oakfund had put $2 million into the Series A of 2021.",
        "Oakfund contributed $2 million to Acme Orbital's Series A in 2021.",
    ],
)
def test_a_cheque_in_a_round_of_before_is_not_its_sum(words: str) -> None:
    (event,) = briefing_of(satellites(words)).funding
    assert (event.name, event.amounts, event.participants) == ("Series A", (), ("Oakfund",))


def test_shares_in_a_supplier_make_nobody_an_investor() -> None:
    told = briefing_of(
        satellites("Its motors come from Delta Accurate, in which Kite Motors bought a 14% holding for $52 million.")
    )
    assert {(tie.name, tie.kinds) for tie in told.relationships} == {("Delta Accurate", ("supplier",))}
    assert not told.metrics


def test_who_is_meant_is_named_in_the_words_quoted() -> None:
    (event,) = briefing_of(
        satellites(
            "Acme Orbital closed a $60 million Series B. Delta Motors put in $40 million. The carmaker led the round."
        )
    ).funding
    assert event.leads == ("Delta Motors",)
    assert any("Delta Motors" in one.quote and "led the round" in one.quote for one in event.evidence)


def test_a_date_may_stand_between_a_sum_and_those_who_gave_it() -> None:
    told = briefing_of(satellites("It closed a Series A of $20 million, in 2022, from Oakfund and Larch Capital."))
    assert told.funding[0].participants == ("Oakfund", "Larch Capital")
