"""Sums that somebody gives to the company: the verbs of giving, where the giver stands, and when it was."""

from __future__ import annotations

import pytest

from briefing.model.briefing import FundingEvent

from .close import briefing_of, satellites

BOTH = {"Larch", "Elmbank"}


def _events(text: str) -> tuple[FundingEvent, ...]:
    return briefing_of(satellites(text)).funding


@pytest.mark.parametrize(
    "text",
    [
        "Larch and Elmbank put up $9 million for the startup in 2021.",
        "Larch and Elmbank stumped up $9 million in 2021, when Acme Orbital had three employees.",
        "In 2021, Larch and Elmbank came in with $9 million. Acme Orbital hired its first engineers.",
        "A further $9 million came from Larch and Elmbank in 2021.",
        "Another $9 million followed in 2021, from Larch and Elmbank. Acme Orbital moved to Oslo that year.",
        "The $9 million that Acme Orbital raised in 2021 was put up by Larch and Elmbank.",
        "In 2021 Larch and Elmbank paid $9 million for 12 percent of the company.",
        "In 2021 came the Series A, $9 million from Larch and Elmbank.",
        "Acme Orbital sold a fifth of its shares to Larch and Elmbank for $9 million in 2021.",
        "Then came $9 million more from a group around Larch and Elmbank in 2021.",
    ],
)
def test_who_gives_a_sum_may_stand_anywhere(text: str) -> None:
    (event,) = _events(text)
    assert [money.value for money in event.amounts] == [9e6]
    assert {*event.leads, *event.participants} == BOTH
    assert event.date == "2021"


def test_one_of_the_two_leads() -> None:
    (event,) = _events("The $24 million that Larch and Elmbank put up in April 2021, the latter in the lead, is spent.")
    assert (event.leads, event.participants, event.date) == (("Elmbank",), ("Larch",), "2021-04")


def test_rounds_told_one_after_the_other_have_their_own_givers() -> None:
    first, second, third = _events(
        "In October 2019 Oakfund of Austin led a $22 million Series A. Larch followed in May 2021 with a $70 "
        "million Series B, in which an arm of Elmbank had a part, too, and in the winter of 2023 came $110 "
        "million more from a group headed by Quillon, after a winter in which Acme Orbital had nearly run dry."
    )
    assert (first.leads, first.date) == (("Oakfund",), "2019-10")
    assert (second.leads, second.participants, second.date) == (("Larch",), ("Elmbank",), "2021-05")
    assert (third.leads, third.date) == (("Quillon",), "2023-24")


def test_who_backs_a_round_takes_none_in_a_chain_of_rounds() -> None:
    seed, first, second, third = _events(
        "Acme Orbital is through four rounds. Larch and Elmbank wrote the first $1.1 million in 2018. Oakfund led "
        "a $9 million Series A the year after, Quillon the $40 million Series B in May 2020. Then came a "
        "Series C of £85 million, or $117 million at the day's rate, in May 2021; Hazel Growth led and Larch joined."
    )
    assert set(seed.participants) == BOTH
    assert (first.leads, first.date) == (("Oakfund",), "2019")
    assert (second.leads, second.date) == (("Quillon",), "2020-05")
    assert (third.leads, third.participants, third.date) == (("Hazel Growth",), ("Larch",), "2021-05")


def test_shares_bought_from_staff_are_a_sale_of_shares() -> None:
    (event,) = _events(
        "Acme Orbital said on Tuesday that investors led by the buyout firm Oakfund would purchase up to $90 million "
        "worth of shares from employees, at a price that puts its value at $1.8 billion. Elmbank, already an owner, "
        "and Singapore's Larch are also buying in the offer."
    )
    assert (event.instrument, event.leads) == ("secondary", ("Oakfund",))
    assert set(event.participants) == BOTH


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The company was founded in 2017. Larch put in 3.5 million euros the following spring.", "2018-21"),
        ("The company was founded in 2017. The next year, Larch put in 3.5 million euros.", "2018"),
        ("They left in 2017. A year on, Larch put 3.5 million euros into Acme Orbital.", "2018"),
        ("Acme Orbital was set up in 2019. That autumn Larch gave it 3.5 million euros.", "2019-23"),
        ("It was set up in the autumn of 2019. The following March Larch gave it 3.5 million euros.", "2020-03"),
        ("Acme Orbital raised 3.5 million euros in March last year from Larch.", "2025-03"),
    ],
)
def test_when_it_was_is_reckoned_from_the_date_before(text: str, date: str) -> None:
    (event,) = _events(text)
    assert event.date == date


def test_each_entry_of_a_list_of_rounds_is_a_round_and_their_sum_is_none() -> None:
    events = _events(
        "Our estimate of $221 million counts the known rounds of Acme Orbital: $4 million of seed money, $32 "
        "million in 2019 and the $185 million made public in May."
    )
    assert sorted(money.value for event in events for money in event.amounts) == [4e6, 32e6, 185e6]


@pytest.mark.parametrize(
    "text",
    [
        "Larch has put $900 million into satellite companies.",
        "Investors put $7 billion into drone startups in the spring of last year, Acme Orbital said.",
        "Larch led the $90 million Series C of Bergen's Globex.",
        "Larch, which gave Globex $9 million in 2021, was at the launch.",
        "Customers put up $9 million in deposits. Acme Orbital says it will deliver in June.",
        "Acme Orbital bought Initech in June; the price, largely in stock, was put at $16 million by a broker.",
        "Then came a loss of $9 million for Acme Orbital in 2021.",
        "Its rivals: Initech, Globex (which raised $115 million last year from Larch and others), Contoso.",
        "Acme Orbital also took a minority stake in the Berlin start-up Globex in January, investing $4 million.",
        "Also this week: Paris-based Globex seeks funds, and Spain's Initech enlarged its Series C with $30 million "
        "from Larch.",
        "Its rival Globex followed with $70 million in May. Acme Orbital did not.",
        "Larch gave $9 million to a school in Kawasaki, where Acme Orbital sits.",
        "She advises the institute, which last month put $15 million into the battery firm Globex.",
    ],
)
def test_what_goes_to_others_or_is_no_money_raised_is_left_out(text: str) -> None:
    assert not _events(text)
