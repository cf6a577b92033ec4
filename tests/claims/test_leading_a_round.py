"""Who leads a round, by whatever word for the part: a noun, a place at its head, "the former", a part still to come."""

from __future__ import annotations

import pytest

from briefing.model.briefing import FundingEvent

from .close import briefing_of, satellites


def _events(text: str) -> tuple[FundingEvent, ...]:
    return briefing_of(satellites(text)).funding


@pytest.mark.parametrize(
    "text",
    [
        "Oakfund and Larch were the lead investors.",
        "The lead came from Oakfund and Larch.",
        "At the head of the round stood Oakfund and Larch.",
        "Leading the round were Oakfund and Larch.",
        "Oakfund and Larch took the lead.",
        "It was headed by Oakfund and Larch, and Elmbank sat it out.",
    ],
)
def test_whatever_the_word_for_the_part(text: str) -> None:
    (event,) = _events("Acme Orbital closed a $30 million Series A in May 2023. " + text)
    assert set(event.leads) == {"Oakfund", "Larch"}
    assert not event.participants


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("In the spring of 2021 Oakfund agreed to lead a Series A of €32 million in Acme Orbital.", {"Oakfund"}),
        ("In May, when Oakfund put together a round of €80 million, Acme Orbital was worth a billion.", {"Oakfund"}),
        ("It was Oakfund that led the $60 million Series B of Acme Orbital in June 2024.", {"Oakfund"}),
        ("Acme Orbital raised $60 million in June 2024 in a deal fronted by Oakfund.", {"Oakfund"}),
        ("The $60 million Series B of Acme Orbital had Oakfund as its lead.", {"Oakfund"}),
    ],
)
def test_who_leads_is_told_with_the_sum(text: str, leads: set[str]) -> None:
    (event,) = _events(text)
    assert set(event.leads) == leads


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital is discussing a raise of about $400 million, according to three people familiar with the matter, "
        "with Oakfund the likeliest to lead.",
        "Acme Orbital is in talks to raise $400 million, two people familiar with the matter said. Oakfund is seen "
        "as being in pole position to lead.",
        "Acme Orbital is in talks to raise $400 million, two people familiar with the matter said. Oakfund is tipped "
        "to lead the round.",
        "Acme Orbital is in talks with Oakfund about leading a round of $400 million, according to two people familiar "
        "with the matter.",
    ],
)
def test_who_is_to_lead_leads_the_rumour(text: str) -> None:
    (event,) = _events(text)
    assert (event.standing, event.leads) == ("rumoured", ("Oakfund",))


@pytest.mark.parametrize(
    "text",
    [
        "Larch will lead the market, it says.",
        "Larch has taken the lead in the market for small rockets.",
        "The board wants Jane Roe to lead the engineering team.",
        "Larch declined to lead the round.",
    ],
)
def test_whoever_leads_something_else_leads_no_round(text: str) -> None:
    (event,) = _events("Acme Orbital closed a $30 million Series A in May 2023. " + text)
    assert not event.leads


def test_a_cell_of_a_table_marks_who_leads() -> None:
    (event,) = _events(
        "Its rounds so far:\n\n| Date | Round | Amount | Investors |\n|---|---|---|---|\n"
        "| Mar 2023 | Series B | €85 million | Oakfund and Elmbank Ventures (co-leads), Larch, Quillon |"
    )
    assert set(event.leads) == {"Oakfund", "Elmbank Ventures"}
    assert set(event.participants) == {"Larch", "Quillon"}


@pytest.mark.parametrize(
    "text",
    [
        "Acme Orbital raised $30 million in May 2023, led by Oakfund with Larch.",
        "The history of Acme Orbital:\n\n- May 2023 – Series A: $30 million, led by Oakfund, valuation $90 million; "
        "with Larch",
    ],
)
def test_who_stands_behind_with_takes_part(text: str) -> None:
    (event,) = _events(text)
    assert (event.leads, event.participants) == (("Oakfund",), ("Larch",))


def test_what_else_an_investor_holds_is_no_backer() -> None:
    (event,) = _events(
        "Acme Orbital raised $30 million in May 2023. The round was led by Oakfund, whose other bets include launcher "
        "Globex and rival builder Initech."
    )
    assert (event.leads, event.participants) == (("Oakfund",), ())


@pytest.mark.parametrize(
    "text",
    [
        "The round is led by Oakfund, the holding behind Elmbank, together with the Lagos growth investor Larch.",
        "The deal was led by Oakfund together with the growth investor Larch.",
    ],
)
def test_who_leads_together_with_the_lead(text: str) -> None:
    (event,) = _events("Acme Orbital closed a Series C of $93 million in May 2023. " + text)
    assert (set(event.leads), event.participants) == ({"Oakfund", "Larch"}, ())


def test_old_backers_beside_the_lead_do_not_lead() -> None:
    (event,) = _events(
        "Acme Orbital raised $5 million in May 2023 in a round led by Oakfund, together with existing investor Larch."
    )
    assert (event.leads, event.participants) == (("Oakfund",), ("Larch",))


@pytest.mark.parametrize(
    "text",
    [
        "Oakfund said on Thursday it would lead a $64 million round in Acme Orbital.",
        "Oakfund announced that it had led a $64 million round in Acme Orbital.",
    ],
)
def test_who_says_that_it_leads(text: str) -> None:
    (event,) = _events(text)
    assert event.leads == ("Oakfund",)


def test_a_lead_that_the_company_takes_elsewhere_is_no_round_of_its_own() -> None:
    assert not _events("Acme Orbital said on Thursday it would lead a $64 million round in Elmbank Robotics.")
