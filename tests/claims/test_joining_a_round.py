"""Who joins a round told of just before, whatever verb says so and wherever in the sentence the names stand."""

from __future__ import annotations

import pytest

from .close import briefing_of

_HEAD = (
    "Acme Orbital builds satellites\nPublished: 4 March 2026\n\nAcme Orbital is a satellite maker based in Kawasaki. "
)
_ROUND = "Acme Orbital has raised $80 million in a Series C round led by Oakfund. "
BOTH = {"Larch", "Elmbank"}


def _participants(text: str) -> set[str]:
    (event,) = briefing_of(_HEAD + _ROUND + text + "\n").funding
    assert event.leads == ("Oakfund",)
    return {name.removeprefix("the ") for name in event.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Larch and Elmbank topped up their stakes.",
        "Larch, an investor since 2021, and Elmbank both increased their holdings.",
        "Larch exercised its pro rata rights. Elmbank piled in too.",
        "Larch, an old backer, and Elmbank doubled down.",
        "Larch wrote a smaller cheque, and Elmbank, already a shareholder, came along as well.",
        "Larch took part again, and Elmbank subscribed for new shares.",
        "Insiders Larch and Elmbank re-upped.",
        "Elmbank is new on the cap table; Larch put in more money.",
        "Larch and Elmbank rounded out the round.",
        "Its earlier investors, Larch and Elmbank, are on board again.",
        "Larch, Elmbank and a handful of angels filled the rest of the round.",
        "Elmbank and Larch, who had backed the company since its seed round, again put in money.",
        "The consortium behind it also comprises Larch and Elmbank.",
        "Oakfund put up half, and two new names joined: Larch and Elmbank.",
        "It was a round in which Larch and Elmbank took the largest stakes.",
        "Larch's venture arm and Elmbank were also in the round.",
    ],
)
def test_any_verb_of_putting_money_in_tells_who_joins(text: str) -> None:
    assert _participants(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Also joining were Larch and Elmbank.",
        "Joining Oakfund were Larch, an existing backer, and Elmbank.",
        "Among the other participants were Larch and Elmbank.",
        "In came Larch and Elmbank, too.",
        "New to the register are Larch and Elmbank.",
        "Also in on the deal was Larch, plus a newcomer in Elmbank.",
        "All existing investors joined in: Larch and Elmbank.",
        "The round also drew Larch, while earlier backer Elmbank put in more money.",
        "Larch also came in, with the old shareholder Elmbank returning.",
    ],
)
def test_names_may_stand_behind_the_verb(text: str) -> None:
    assert _participants(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Larch took part, as did Elmbank, the investment arm of a Danish lender, which had not held a stake.",
        "Larch invested again, and so did Elmbank.",
        "Larch put in money, and Elmbank did too.",
        "Larch took part in the financing. So did Elmbank.",
    ],
)
def test_a_verb_that_is_not_said_again_counts_for_the_next_name(text: str) -> None:
    assert _participants(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Larch and Elmbank did not take part.",
        "Larch, an earlier backer, sat this one out, as did Elmbank.",
        "Acme Orbital declined to comment, as did Larch.",
        "Larch joined the launch programme in 2024, and so did Elmbank.",
        "The board will be joined by Jane Roe, a partner at Larch.",
        "Elmbank, which invested in rival Globex in May, came in as an adviser to the board.",
        "Larch also came in for criticism from analysts.",
        "Elmbank increased its holdings in government bonds.",
        "Larch could join later, the company said.",
        "Larch followed with a launch of its own in May.",
        "Jane Roe joined from Larch. She follows John Doe.",
        "New to the fleet are two ships from Larch. Among the suppliers are Elmbank and Quillon.",
        "Larch has taken the lead in the race for the moon.",
        "Larch and Elmbank were asked to invest but declined, as did Quillon.",
    ],
)
def test_what_only_looks_like_joining_adds_nobody(text: str) -> None:
    assert _participants(text) == set()


def test_who_joins_the_round_of_another_company_is_left_out() -> None:
    text = "Globex announced a €40 million Series B on Monday. Larch led, and Elmbank, a backer of Acme, also came in."
    assert _participants(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Larch is a new shareholder, and Elmbank, which had invested before, took part again.",
        "Larch, a Danish insurer, is a newcomer on the share register. Elmbank also dipped into its pockets.",
    ],
)
def test_who_is_new_or_digs_into_a_pocket_joins(text: str) -> None:
    assert _participants(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Globex's corporate venture arm Larch and the Elmbank Seed Fund took part.",
        "Also in the round are Globex's venture unit Larch and Elmbank.",
        "They were joined by Elmbank and by Larch, the investment arm of the Varda hospital group that buys its data.",
        "Larch and Elmbank supplied $12 million of the sum.",
        "Of the money, $12 million came from Larch; Elmbank gave $4 million of it.",
    ],
)
def test_whose_arm_it_is_takes_no_part(text: str) -> None:
    assert {name.removesuffix(" Seed Fund") for name in _participants(text)} == BOTH


def test_what_somebody_supplied_to_another_company_is_no_part() -> None:
    assert not _participants("Globex Rockets raised $9 million, of which Larch provided $5 million.")
