"""Who gave how much of a round told of, who made up the rest, and sums that tell of rounds one after another."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing

from .close import briefing_of

_HEAD = "Acme Orbital builds satellites\nPublished: 4 March 2026\n\n"
_ROUND = "Acme Orbital, a satellite maker, has raised $100 million in a Series B, it said on Wednesday. "


def _briefing(text: str) -> Briefing:
    return briefing_of(_HEAD + text + "\n")


def _cheques(text: str) -> list[tuple[str, str]]:
    (event,) = [one for one in _briefing(_ROUND + text).funding if one.name == "Series B"]
    return [(one.investor, one.amount.raw if one.amount else "") for one in event.contributions]


@pytest.mark.parametrize(
    ("text", "cheques"),
    [
        ("Northwind Growth led the round with a $40 million check.", [("Northwind Growth", "$40 million")]),
        (
            "Northwind Growth put in $30 million, Oakfund $20 million and Larch Ventures $5 million.",
            [("Northwind Growth", "$30 million"), ("Oakfund", "$20 million"), ("Larch Ventures", "$5 million")],
        ),
        (
            "Of the $100 million, Northwind Growth provided $60 million and Oakfund $25 million.",
            [("Northwind Growth", "$60 million"), ("Oakfund", "$25 million")],
        ),
        ("The biggest cheque, $45 million, was written by Northwind Growth.", [("Northwind Growth", "$45 million")]),
        (
            "Oakfund and Larch Ventures invested $20 million and $9 million, respectively.",
            [("Oakfund", "$20 million"), ("Larch Ventures", "$9 million")],
        ),
        (
            "The round includes $20 million from Oakfund and $9 million from Larch Ventures.",
            [("Oakfund", "$20 million"), ("Larch Ventures", "$9 million")],
        ),
    ],
)
def test_what_each_gave_is_part_of_the_round(text: str, cheques: list[tuple[str, str]]) -> None:
    assert _cheques(text) == cheques
    assert len(_briefing(_ROUND + text).funding) == 1


_AHEAD = "Acme Orbital, a satellite maker, is raising $100 million in a round led by Northwind Growth, filings show. "


@pytest.mark.parametrize(
    ("text", "cheques"),
    [
        ("Oakfund, an arm of Birch Bank, will pump in $70 million.", [("Oakfund", "$70 million")]),
        (
            "Existing backers Oakfund and Larch Ventures will invest $20 million and $9 million respectively, while "
            "Fabrikam Foods is new among the owners with $7 million.",
            [("Oakfund", "$20 million"), ("Larch Ventures", "$9 million")],
        ),
        (
            "Oakfund will contribute $20 million, followed by Larch Ventures with $9 million.",
            [("Oakfund", "$20 million"), ("Larch Ventures", "$9 million")],
        ),
    ],
)
def test_what_each_is_to_give_is_part_of_the_round_that_is_being_raised(
    text: str, cheques: list[tuple[str, str]]
) -> None:
    (event,) = _briefing(_AHEAD + text).funding
    assert [(one.investor, one.amount.raw if one.amount else "") for one in event.contributions] == cheques
    assert not event.valuations


@pytest.mark.parametrize(
    "text",
    [
        "In January, Oakfund lent the company $40 million.",
        "Oakfund will invest $50 million in rival Contoso Space.",
    ],
)
def test_other_money_of_a_backer_is_no_part_of_the_round(text: str) -> None:
    (event,) = [one for one in _briefing(_AHEAD + text).funding if one.leads]
    assert not event.contributions


def test_who_made_up_the_rest_takes_part() -> None:
    (event,) = _briefing(
        _ROUND + "Northwind Growth contributed $15 million, and Oakfund and existing investor Larch made up the rest."
    ).funding
    assert set(event.participants) == {"Northwind Growth", "Oakfund", "Larch"}


@pytest.mark.parametrize(
    "text",
    [
        "Oakfund, which led the $12 million Series A in 2023, invested another $9 million this time.",
        "Oakfund, which led the $12 million Series A in 2023 and put $9 million of its own into it, joined again.",
    ],
)
def test_an_investors_own_money_is_no_round_beside_the_one_it_led(text: str) -> None:
    assert {(one.name, one.amounts[0].raw) for one in _briefing(_ROUND + text).funding} == {
        ("Series A", "$12 million"),
        ("Series B", "$100 million"),
    }


def test_a_part_in_debt_is_no_total() -> None:
    briefing = _briefing(_ROUND + "Of the total, $10 million is venture debt from Larch Capital.")
    assert not briefing.funding_totals


def test_money_that_came_one_after_another() -> None:
    events = _briefing(
        "Acme Orbital makes satellites. It began with CHF 850'000 from the Gebel Foundation in 2017. Two years later, "
        "the fund manager Northwind Green put in ₹ 45 crore. In 2021 came £12.6m from the insurer Hale & Oak."
    ).funding
    assert [(one.date, one.amounts[0].raw, one.participants) for one in events] == [
        ("2017", "CHF 850'000", ("Gebel Foundation",)),
        ("2019", "₹ 45 crore", ("Northwind Green",)),
        ("2021", "£12.6m", ("Hale & Oak",)),
    ]


def test_equity_that_is_sought_is_a_plan_damages_are_none() -> None:
    (event,) = _briefing(
        "Acme Orbital makes satellites. It is seeking equity of between CHF 12 million and CHF 15m."
    ).funding
    assert event.amounts[0].raw == "CHF 12 million"
    assert not _briefing("Acme Orbital makes satellites. It is seeking $50 million in damages.").funding


def test_who_is_in_the_round() -> None:
    (event,) = _briefing(
        _ROUND
        + "Also in the round are Northwind Growth, 5x Founders and the family office of the shippers Hale and Sons."
    ).funding
    assert set(event.participants) == {"Northwind Growth", "5x Founders", "Hale and Sons"}


def test_who_followed_the_lead() -> None:
    (event,) = _briefing(_ROUND + "Northwind Growth led, Oakfund and Carlow Hill’s endowment followed.").funding
    assert (event.leads, set(event.participants)) == (("Northwind Growth",), {"Oakfund", "Carlow Hill"})


def test_the_sum_that_two_put_in_when_they_led() -> None:
    (event,) = _briefing(
        "Acme Orbital makes satellites. What is left is the £18.5 million that Larch Capital and the Hale Trust put in "
        "when they led the Series B in June 2023."
    ).funding
    assert (event.name, event.date, event.leads) == ("Series B", "2023-06", ("Larch Capital", "Hale Trust"))


def test_who_was_to_have_led_is_no_investor() -> None:
    briefing = _briefing(
        "A £55 million Series C that Acme Orbital announced in October has not closed. Larch Partners, which was to "
        "have led the round, pulled out in February."
    )
    assert not briefing.funding
    assert not briefing.relationships


def test_who_came_in_beside_another() -> None:
    (event,) = _briefing(_ROUND + "The Larch Business Bank came in beside existing backer Oakfund Ventures.").funding
    assert set(event.participants) == {"Larch Business Bank", "Oakfund Ventures"}


def test_buyers_of_a_tender_offer() -> None:
    (event,) = _briefing(
        "Acme Orbital will let staff sell $310 million of stock in a tender offer that values it at $6.2 billion. "
        "Northwind Group and Oakfund are the largest buyers."
    ).funding
    assert (event.instrument, set(event.participants)) == ("secondary", {"Northwind Group", "Oakfund"})


def test_a_third_close_has_a_lead() -> None:
    (event,) = _briefing(
        "Acme Orbital has closed a further €11m of its Series B, bringing the round to €71m. The third close was led "
        "by Copenhagen's Northwind Impact, a new investor."
    ).funding
    assert (event.amounts[0].raw, event.leads) == ("€11m", ("Northwind Impact",))


def test_earlier_money_with_its_givers_is_a_round() -> None:
    briefing = _briefing(_ROUND + "It had raised €2.1 million before, from Oakfund and from Larch Capital.")
    assert {one.amounts[0].raw for one in briefing.funding} == {"$100 million", "€2.1 million"}
    assert not briefing.funding_totals


@pytest.mark.parametrize(
    ("text", "backers"),
    [
        (
            "Existing investors Oakfund, Elm Partners and Birch doubled down, with Larch Growth and the Hale "
            "Foundation joining for the first time.",
            {"Oakfund", "Elm Partners", "Birch", "Larch Growth", "Hale Foundation"},
        ),
        ("New backers were Larch Growth and Aster Capital.", {"Larch Growth", "Aster Capital"}),
        (
            "The lead investor, Larch Growth, invested $60 million; Oakfund and Elm Partners put in $25 million each.",
            {"Oakfund", "Elm Partners"},
        ),
        (
            "Of that, Larch Growth contributed $60 million and the Birch family office $20 million.",
            {"Larch Growth", "Birch family office"},
        ),
    ],
)
def test_who_else_took_part(text: str, backers: set[str]) -> None:
    (event,) = _briefing(_ROUND + text).funding
    assert set(event.participants) == backers


def test_those_who_are_buying_in_a_sale_of_shares() -> None:
    (event,) = _briefing(
        "Acme Orbital will let staff sell $90 million of shares in a tender offer at a valuation of $2 billion. Larch "
        "Growth and Elm Partners are buying; the company gets nothing."
    ).funding
    assert set(event.participants) == {"Larch Growth", "Elm Partners"}


def test_all_that_was_raised_is_a_total() -> None:
    briefing = _briefing("Acme Orbital raised a $30 million Series A in 2022. In all it has raised $64 million.")
    assert [one.amounts[0].raw for one in briefing.funding] == ["$30 million"]
    assert [one.amounts[0].raw for one in briefing.funding_totals] == ["$64 million"]


def test_a_founders_own_shares_in_the_round_are_no_round() -> None:
    briefing = _briefing(_ROUND + "The company's founder, Jane Roe, bought $1 million of shares in the round.")
    assert [one.amounts[0].raw for one in briefing.funding] == ["$100 million"]


def test_a_bank_that_gives_a_credit_line_is_no_investor() -> None:
    briefing = _briefing("Acme Orbital makes pumps. It secured a credit line of up to $3 million from Elm Bank.")
    assert [one.kinds for one in briefing.relationships] == [("lender",)]


def test_deals_of_others_in_a_list() -> None:
    text = _ROUND + "\n\nIN BRIEF\n\n- Globex: $20m Series A, led by Oakfund.\n- Fabrikam: $3m seed.\n"
    assert [one.name for one in _briefing(text).funding] == ["Series B"]


def test_what_one_gave_before_is_a_round_and_what_many_gave_a_total() -> None:
    one = _briefing(_ROUND + "The company previously raised $12 million from Elm Partners.")
    assert {event.amounts[0].raw for event in one.funding} == {"$100 million", "$12 million"}
    many = _briefing(_ROUND + "The company previously raised $12 million from investors including Elm Partners.")
    assert [event.amounts[0].raw for event in many.funding] == ["$100 million"]
