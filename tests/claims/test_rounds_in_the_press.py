"""Rounds as newspapers and wires tell of them: who joins, what is old, whose money it is not."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing, FundingEvent

from .close import briefing_of, satellites


def _told(words: str) -> Briefing:
    return briefing_of(satellites(words))


def _sum(event: FundingEvent) -> str:
    return event.amounts[0].raw if event.amounts else ""


def _of(words: str, amount: str) -> FundingEvent:
    """The event of one sum."""
    (event,) = (event for event in _told(words).funding if _sum(event) == amount)
    return event


def _sums(words: str) -> set[str]:
    return {_sum(event) for event in _told(words).funding}


@pytest.mark.parametrize(
    "words",
    [
        "Roe's Acme Orbital is in talks to raise $50 million at a $300 million valuation, people close to it said.",
        "Jane Roe's satellite maker Acme Orbital is discussing a $50 million round that may value it at $300 million, "
        "people familiar with the matter said.",
    ],
)
def test_whose_company_it_is_does_not_make_it_another(words: str) -> None:
    event = _of(words, "$50 million")
    assert [worth.raw for worth in event.valuations] == ["$300 million"]
    assert event.standing == "rumoured"


@pytest.mark.parametrize(
    "words",
    [
        "Acme Orbital raised $30 million in March. VCs invested $4 billion in satellite tech last year.",
        "It raised $30 million in March. Birch plans to invest $400 million to build launch sites of its own.",
        "Acme Orbital raised $30 million in March. Lodestar, a joint venture of Birch, Oak and Acme Orbital, plans to "
        "invest up to $400 million to build ground stations.",
    ],
)
def test_what_others_invest_elsewhere_is_no_round(words: str) -> None:
    assert _sums(words) == {"$30 million"}


@pytest.mark.parametrize(
    "words",
    [
        "The company has raised nearly $90 million, the most of any satellite maker.",
        "The startup has raised about $90 million — the largest amount of any satellite maker.",
    ],
)
def test_the_most_anybody_has_raised_is_a_total(words: str) -> None:
    told = _told(f"Acme Orbital raised $30 million in a round led by Birch Capital. {words}")
    assert [_sum(event) for event in told.funding] == ["$30 million"]
    assert len(told.funding_totals) == 1


def test_the_largest_round_is_a_round() -> None:
    assert _sums("Acme Orbital has raised $90 million, the largest round ever for a satellite maker.") == {
        "$90 million"
    }


def test_a_total_is_of_the_one_that_it_names() -> None:
    told = _told(
        "Acme Orbital raised $30 million. Elm Bank advised on the round, which brought Acme Orbital's total "
        "funding to date to $90 million."
    )
    assert [total.amounts[0].raw for total in told.funding_totals] == ["$90 million"]


@pytest.mark.parametrize(
    "words",
    [
        "The startup counts Oakfund and Larch Ventures among its investors, and has raised $90 million to date.",
        "Acme Orbital, which counts Oakfund and Larch Ventures as investors, is in talks to raise $50 million, sources "
        "said.",
        "Acme Orbital, a company backed by investors including Oakfund and Larch Ventures, is close to raising $50 "
        "million, sources said.",
    ],
)
def test_old_backers_take_no_part_in_the_news(words: str) -> None:
    told = _told(f"Acme Orbital raised $30 million in a round led by Birch Capital. {words}")
    assert all(not event.participants for event in told.funding)
    assert {"Oakfund", "Larch Ventures"} <= {one.name for one in told.relationships}


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Dr. Ann Poe and Dr. Carl Low participated, too. So, too, did Oakfund.", {"Ann Poe", "Carl Low", "Oakfund"}),
        ("Ann Poe, M.D., a prior backer, joined the round.", {"Ann Poe"}),
        (
            "Oakfund, a customer of Acme Orbital for its sensors, and a prior backer of the startup, also took part in "
            "this latest round.",
            {"Oakfund"},
        ),
        (
            "A consortium of twelve firms led by Mitsuko & Co., Ltd. and Hanabi Corporation also joined the round.",
            {"Mitsuko & Co., Ltd.", "Hanabi Corporation"},
        ),
        ("The sector has drawn heavy funding from giants such as Oakfund and Larch.", set()),
        ("The lender was Oakbank.", set()),
    ],
)
def test_who_joins(words: str, joined: set[str]) -> None:
    event = _of(f"Acme Orbital raised $30 million in a round led by Birch Capital. {words}", "$30 million")
    assert set(event.participants) == joined
    assert event.leads == ("Birch Capital",)


def test_what_an_investor_is_stands_in_front_of_its_name() -> None:
    event = _of(
        "Acme Orbital raised $30 million led by Swiss VC Birchwood, alongside the likes of US VC Oakbird.",
        "$30 million",
    )
    assert (event.leads, event.participants) == (("Birchwood",), ("Oakbird",))


def test_what_each_put_into_the_company_is_part_of_its_round() -> None:
    event = _of(
        "Acme Orbital raised $90 million in a round led by Birch Capital. While Birch Capital invested about $40 "
        "million in the Kawasaki-based Acme Orbital, Oakfund invested $20 million in the startup.",
        "$90 million",
    )
    assert {one.investor for one in event.contributions} == {"Birch Capital", "Oakfund"}


@pytest.mark.parametrize(
    "words",
    [
        "Acme Orbital's latest funding round clocked in at $30 million. It was led by Birch Capital.",
        "Acme Orbital's Series B came in at $30 million and was led by Birch Capital.",
        "Acme Orbital's Series B, led by Birch Capital, amounted to $30 million.",
    ],
)
def test_what_a_round_came_to(words: str) -> None:
    assert _of(words, "$30 million").leads == ("Birch Capital",)


@pytest.mark.parametrize(
    "words",
    [
        "Acme Orbital is in talks to raise $90 million, sources said, after a $30 million Series B last year.",
        "If successful, the raise would triple the valuation it commanded in a $30 million Series B earlier this year.",
        "Acme Orbital plans to raise $90 million, following a $30 million Series B in 2024.",
    ],
)
def test_a_round_behind_the_talks_is_no_rumour(words: str) -> None:
    assert _of(words, "$30 million").standing not in ("rumoured", "forward-looking")


def test_less_than_was_sought_is_no_round() -> None:
    words = "It raised $30 million. It is less than the $90 million it was seeking this summer, sources said."
    assert "reported" not in {event.standing for event in _told(words).funding if _sum(event) == "$90 million"}


def test_the_worth_of_before_is_not_that_of_the_round() -> None:
    event = _of(
        "Acme Orbital raised a $30 million Series D at a $550 million valuation, roughly tripling its $180 "
        "million October 2024 valuation.",
        "$30 million",
    )
    assert [worth.raw for worth in event.valuations] == ["$550 million"]
    assert "2024" not in event.date
    grown = _of("Acme Orbital raised a $30 million Series D, doubling its valuation to $360 million.", "$30 million")
    assert [worth.raw for worth in grown.valuations] == ["$360 million"]


def test_the_latest_round_is_the_one_told_first_without_a_date() -> None:
    event = _of(
        "Acme Orbital raised $30 million from Oakfund. The latest investment lifted the company's valuation to "
        "$360 million. In December, Acme Orbital raised $20 million as part of its Series E.",
        "$30 million",
    )
    assert [worth.raw for worth in event.valuations] == ["$360 million"]


def test_money_that_is_no_equity() -> None:
    event = _of(
        "Acme Orbital closed a $30 million round in May, alongside $12 million of non-equity funding.", "$12 million"
    )
    assert event.instrument == "unknown"


@pytest.mark.parametrize(
    ("words", "backers"),
    [
        ("from Oak’s venture arm, OakVentures, and Larch.", {"OakVentures", "Larch"}),
        ("from Oak’s venture arm, Birchwood and Larch.", {"Oak", "Birchwood", "Larch"}),
        ("from M9, the venture fund of Microsol, and Larch.", {"M9", "Larch"}),
    ],
)
def test_the_arm_of_a_company_is_one_backer(words: str, backers: set[str]) -> None:
    told = _told(f"Acme Orbital raised $30 million {words}")
    assert set(told.funding[0].participants) == backers
    assert not any("joint-venture" in one.kinds for one in told.relationships)


def test_the_money_of_the_country_comes_before_its_conversion() -> None:
    (event,) = _told(
        "Acme Orbital, a startup supported by tech giant Tenquor, has announced a round, raising 2 billion yuan (about "
        "$273 million)."
    ).funding
    assert [one.raw for one in event.amounts] == ["2 billion yuan"]


@pytest.mark.parametrize(
    "words",
    [
        "It agreed to go public by merging with a blank-check firm, in a deal that values it at $4 billion.",
        "Acme Orbital is to list in Oslo by combining with Veldra, a SPAC, at a valuation of $4 billion.",
    ],
)
def test_a_merger_with_a_shell_is_a_listing(words: str) -> None:
    (event,) = _told(words).funding
    assert (event.instrument, [one.raw for one in event.valuations]) == ("ipo", ["$4 billion"])


def test_a_rivals_merger_with_a_shell_is_none_of_the_company() -> None:
    told = _told(
        "Acme Orbital's rival Veldra agreed to go public through a merger with a SPAC that values it at $4 billion."
    )
    assert not told.funding


def test_a_total_when_a_company_emerged_is_no_hearsay() -> None:
    (total,) = _told("Acme Orbital's total funding stood at $40 million when it emerged from stealth.").funding_totals
    assert total.standing == "reported"


def test_whose_venture_is_owned() -> None:
    told = _told("Acme Orbital's rivals include Elmspace, a venture equally owned by Birch Motors and Oak Energy.")
    assert not any("acquirer" in one.kinds for one in told.relationships)


@pytest.mark.parametrize("name", ["Level AI", "Phase AI Inc."])
def test_a_company_whose_name_is_of_common_words_raises_money(name: str) -> None:
    told = briefing_of(
        f"{name} raises $40 million\nPublished: 4 March 2026\n\n{name}, a startup that builds robots, has raised $40 "
        f"million in a round led by Birch Capital. {name} was founded in 2020.\n"
    )
    (event,) = told.funding
    assert event.leads == ("Birch Capital",)


def test_a_fall_from_one_worth_to_another() -> None:
    (event,) = _told(
        "Acme Orbital is closing in on a round that would see its valuation slashed from $46 billion last year to just "
        "$7 billion, people familiar with it said."
    ).funding
    assert [worth.raw for worth in event.valuations] == ["$7 billion"]


def test_what_is_being_tried_is_planned_and_last_years_round_is_not() -> None:
    told = _told(
        "It is working to raise about $65 million. The price would be a discount from last June's $64 million round."
    )
    assert {(_sum(event), event.standing) for event in told.funding} == {
        ("about $65 million", "forward-looking"),
        ("$64 million", "reported"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Acme Orbital raised $50 million. Space startups had a record year, taking in more than $5 billion in funding.",
        "Acme Orbital raised $50 million. Companies in the sector raised $5 billion last year.",
        "Acme Orbital raised $50 million. This year, spacetech already has raised nearly $1 billion to date.",
    ],
)
def test_what_a_trade_raised_is_no_round(words: str) -> None:
    told = _told(words)
    assert [_sum(event) for event in told.funding] == ["$50 million"]
    assert not told.funding_totals


@pytest.mark.parametrize(
    ("words", "leads", "joined"),
    [
        (
            "Oakfund also participated in the round, with Elm Growth, Larch Advisors, and existing investor Thorn.",
            (),
            ("Oakfund", "Elm Growth", "Larch Advisors", "Thorn"),
        ),
        ("Oakfund and Thorn were the lead financers with participation from Larch.", ("Oakfund", "Thorn"), ("Larch",)),
        ("Oakfund and Thorn served as lead investors.", ("Oakfund", "Thorn"), ()),
        ("The funds come weeks after it was awarded a permit, alongside Oakfund and Thorn.", (), ()),
    ],
)
def test_with_whom(words: str, leads: tuple[str, ...], joined: tuple[str, ...]) -> None:
    event = _of(f"Acme Orbital raised $30 million. {words}", "$30 million")
    assert (event.leads, event.participants) == (leads, joined)


def test_what_the_round_has_come_to_is_no_total() -> None:
    told = _told(
        "Acme Orbital, targeting small satellites, extended its Series B with $25 million, which brings "
        "the round's total to $82 million."
    )
    assert [(event.name, _sum(event), event.standing) for event in told.funding] == [
        ("Series B", "$25 million", "reported")
    ]
    assert not told.funding_totals


def test_a_round_that_follows_another_keeps_its_own_name() -> None:
    told = _told(
        "Acme Orbital has raised a $55 million Series D led by Oakfund. This Series D follows a $30 million Series C "
        "in 2023."
    )
    assert {(event.name, _sum(event)) for event in told.funding} == {
        ("Series D", "$55 million"),
        ("Series C", "$30 million"),
    }


def test_money_secured_by_things_is_lent() -> None:
    assert _of(
        "Acme Orbital secured $60 million of asset-backed financing from Elm Bank.", "$60 million"
    ).instrument == ("debt")


@pytest.mark.parametrize(
    "words",
    [
        "Acme Orbital raises $50 million, aims for listing in 2028.",
        "Acme Orbital raised $50 million, with fresh capital from Oakfund, which became an investor in 2020.",
    ],
)
def test_other_days_are_not_those_of_the_round(words: str) -> None:
    assert not _of(words, "$50 million").date.startswith(("2020", "2028"))


@pytest.mark.parametrize(
    "words",
    [
        "The company's existing investors include Oakfund and Thorn.",
        "Since its inception, the startup has attracted big names, including investors Oakfund and Thorn.",
    ],
)
def test_all_who_ever_backed_it_did_not_back_this_round(words: str) -> None:
    assert _of(f"Acme Orbital raised $30 million led by Birch Capital. {words}", "$30 million").participants == ()


def test_the_equity_round_is_not_the_loan_told_of_in_between() -> None:
    told = _told(
        "Acme Orbital raised new money. Dart Capital, whose partner Jane Roe will join its board, led an equity round "
        "of $70 million. "
        "Elm Bank provided a debt facility of $25 million. Existing investors, including Larch and Carl Low, "
        "participated in the latest equity round."
    )
    assert {(event.instrument, event.leads, event.participants) for event in told.funding} == {
        ("equity", ("Dart Capital",), ("Larch", "Carl Low")),
        ("debt", (), ("Elm Bank",)),
    }


def test_the_price_of_a_deal_before_the_talks() -> None:
    told = _told(
        "Acme Orbital is in talks to raise funds at a $2 billion valuation, sources said. It was valued at $350 "
        "million earlier this year in a $21 million deal led by Birch Capital."
    )
    (event,) = (event for event in told.funding if _sum(event) == "$21 million")
    assert (event.leads, [worth.raw for worth in event.valuations]) == (("Birch Capital",), ["$350 million"])


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("A deal with a customer helped Acme Orbital close a $12 million Series A in May.", "2025-05"),
        ("Acme Orbital, founded by two engineers, said on Tuesday it had raised $12 million.", "2026-03-03"),
    ],
)
def test_what_has_come_has_come_before_the_article(words: str, date: str) -> None:
    assert _of(words, "$12 million").date == date


def test_a_firm_told_of_aside_takes_its_own_money() -> None:
    assert not _told("Northwind, perhaps the closest U.S. equivalent, raised $85 million in 2022.").funding


def test_what_the_things_reportedly_do_makes_no_rumour() -> None:
    event = _of(
        "Birch has led a $75 million round in Acme Orbital, a maker of aerials that reportedly bend.", "$75 million"
    )
    assert event.standing == "reported"
