"""What is told of others in passing: their rounds, backers, hires and markets stay out of the company's briefing."""

from __future__ import annotations

import pytest

from .close import briefing_of, robots


@pytest.mark.parametrize(
    "sentence",
    [
        "Last week Contoso, founded by two Fabrikam engineers, announced a $30 million seed round led by Oakfund.",
        "In May Contoso, backed by two brothers, announced a $30 million seed round led by Oakfund.",
        "For comparison: Contoso had sales of $30 million in March, when it was about to raise at $7 billion.",
        "Fabrikam has committed $12 billion to Contoso, which spends most of it on rockets.",
        "Fabrikam invested $12 billion in Contoso, while Oakfund took a stake in Tailspin late last year.",
        "The sector raised $1.7 billion in the first half, by the count of one bank.",
        "The country's robot makers raised $1.7 billion in 2025.",
        "Contoso signed up with Fabrikam in May.",
        "Acme has since hired a finance chief, Ruth Coe, from Fabrikam Software.",
    ],
)
def test_strangers_bring_no_rounds_and_no_ties(sentence: str) -> None:
    found = briefing_of(robots(sentence))
    assert not found.funding
    assert not found.relationships


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Last week Acme, founded by two former Fabrikam engineers, closed a seed round led by Oakfund.", "Oakfund"),
        ("The latest news: Acme raised $30 million from Oakfund.", "Oakfund"),
        ("Oakfund has committed $12 million to Acme.", "Oakfund"),
        ("The round was led by Elm Capital; Oakfund invested $12 million in the company.", "Oakfund"),
        ("Contoso signed up in May.", "Contoso"),
        ("Acme rents its test stands from Fabrikam Software.", "Fabrikam Software"),
    ],
)
def test_its_own_stay(sentence: str, name: str) -> None:
    assert name in {tie.name for tie in briefing_of(robots(sentence)).relationships}


@pytest.mark.parametrize(
    "aside", ["the fund behind Contoso Care", "owner of Contoso Care", "the parent of Contoso Care"]
)
def test_whose_a_backer_is_backs_nothing_itself(aside: str) -> None:
    found = briefing_of(robots(f"The seed round of $9 million was led by Oakfund, {aside}, together with Elm Capital."))
    assert {tie.name for tie in found.relationships} == {"Oakfund", "Elm Capital"}


def ties(body: str) -> dict[str, tuple[str, ...]]:
    return {tie.name: tuple(tie.kinds) for tie in briefing_of(robots(body)).relationships}


def test_what_another_did_next_and_where_it_sits_are_no_ties() -> None:
    found = ties(
        "Mill Valley, California-based Contoso already works with Acme on a crane. It adds arms, and last year "
        "bought Lark Forge, a maker of wrenches."
    )
    assert set(found) == {"Contoso"}


def test_where_a_supplier_comes_from_supplies_nothing() -> None:
    assert set(ties("Acme visited Contoso, a maker of lenses from Jessen, which is one of its suppliers.")) == {
        "Contoso"
    }
    assert "Jessen" not in ties("Acme spent $3 million on Contoso, a maker of sensors from Jessen.")


def test_whose_arm_a_fund_is_gave_nothing_itself() -> None:
    body = "The seed round was joined by the Northern Fund, the Japanese government’s venture arm, and Oak Capital."
    assert set(ties(body)) == {"Northern Fund", "Oak Capital"}


def test_what_is_counted_is_called_without_the_company() -> None:
    (metric,) = briefing_of(robots("More than 700 Acme arms have been delivered, the company says.")).metrics
    assert (metric.name, metric.unit) == ("arms", "arms")


def test_who_buys_goods_gives_no_money() -> None:
    body = "One big buyer can be told: Contoso Rail, which runs trains between Oslo and Bergen with six of them."
    (tie,) = briefing_of(robots(body)).relationships
    assert tie.name == "Contoso Rail"
    assert "customer" in tie.kinds
    assert "investor" not in tie.kinds


def test_money_that_is_gone_was_not_raised() -> None:
    assert not briefing_of(
        robots("Mr Coe reckons that it has swallowed more than $600 million since 2021.")
    ).funding_totals
    assert briefing_of(robots("It has raised more than $600 million since 2021.")).funding_totals


def test_money_brought_in_at_a_price_is_a_round_and_no_revenue() -> None:
    found = briefing_of(robots("Acme brought in $90 million at an $800 million valuation in May."))
    assert [money.raw for money in found.funding[0].amounts] == ["$90 million"]
    assert [money.raw for money in found.funding[0].valuations] == ["$800 million"]
    assert not found.metrics
    assert briefing_of(robots("Acme brought in $90 million in 2025.")).metrics[0].name == "revenue"


@pytest.mark.parametrize("verb", ["predicted", "projected", "forecast a"])
def test_what_somebody_once_foretold_is_no_figure_of_today(verb: str) -> None:
    (sales,) = briefing_of(robots(f"One of Acme's first backers {verb} turnover of $90 million by 2025.")).metrics
    assert sales.forward_looking


def test_what_they_have_is_not_what_we_have() -> None:
    found = briefing_of(robots('"They have 70,000 people and no idea," said Jane Roe, chief executive of Acme.'))
    assert not found.metrics
