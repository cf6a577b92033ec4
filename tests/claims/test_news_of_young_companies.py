"""News of young companies as trade papers print it: rounds in passing, multiples, testimonials, rivals' figures."""

from __future__ import annotations

import pytest

from briefing.claims.subject import find_subject
from briefing.model.claim import FundingValues, MetricValues, TieValues, TotalValues

from .close import briefing_of, claims_of, reading, robots, source

Tie = tuple[str, str]


def _rounds(words: str) -> list[FundingValues]:
    return [one.values for one in claims_of(robots(words)) if isinstance(one.values, FundingValues)]


def _ties(words: str) -> set[Tie]:
    found = (one.values for one in claims_of(robots(words)) if isinstance(one.values, TieValues))
    return {(one.name, one.tie) for one in found}


def _figures(words: str) -> set[tuple[str, object]]:
    found = (one.values for one in claims_of(robots(words)) if isinstance(one.values, MetricValues))
    return {(one.name, one.amounts[0].money.raw if one.amounts else one.value) for one in found}


@pytest.mark.parametrize(
    "words",
    [
        "Acme had raised just $31 million in total before that, including a $22 million Series A from Oakfund in 2021.",
        "Acme has raised $31 million to date, including a $22 million Series A led by Oakfund in 2021.",
    ],
)
def test_a_round_that_a_total_includes_is_no_second_total(words: str) -> None:
    totals = [one.values for one in claims_of(robots(words)) if isinstance(one.values, TotalValues)]
    assert [one.money.raw for total in totals for one in total.amounts] == ["$31 million"]
    (series,) = _rounds(words)
    assert (series.name, [one.money.raw for one in series.amounts]) == ("Series A", ["$22 million"])
    assert (*series.leads, *series.participants) == ("Oakfund",)


def test_a_round_announced_in_a_relative_clause_is_news_and_no_total() -> None:
    (told,) = _rounds("Acme, which announced on Friday that it has raised $14 million in funding, sorts parcels.")
    assert [(one.role, one.money.raw) for one in told.amounts] == [("raised", "$14 million")]


@pytest.mark.parametrize(
    "words",
    [
        "In May, U.K.-based start-up Globex, which makes an in-house “sorter” for small depots, raised $7 million.",
        "U.S.-based start-up Globex raised $7 million.",
        "Globex, an Austin, Texas-based battery company, raised $90 million from Oakfund Ventures.",
        "Globex, the nearly six-year-old, Carson City, Nev.-based parcel firm, raised $90 million.",
        "Globex, a kids' banking app, raised €12m in seed funding.",
        "Bitterly, a Bonn-based banking app, raised €12m in seed funding.",
    ],
)
def test_a_stranger_told_by_its_country_raises_for_itself(words: str) -> None:
    assert _rounds(words) == []


def test_an_investment_that_a_leader_brings_is_its_part_of_the_round() -> None:
    words = "Acme has raised $70 million. Oakfund led the round with an investment of over $30 million."
    told = [values for values in _rounds(words) if values.contributions]
    assert [(one.investor, one.amount and one.amount.raw) for one in told[0].contributions] == [
        ("Oakfund", "over $30 million")
    ]
    assert [[one.money.raw for one in values.amounts] for values in _rounds(words)] == [["$70 million"], []]


@pytest.mark.parametrize(
    ("words", "whole", "parts"),
    [
        (
            "Acme has raised $70 million, with Oakfund putting in $25 million and Larch Capital $15 million.",
            "$70 million",
            [("Oakfund", "$25 million"), ("Larch Capital", "$15 million")],
        ),
        (
            "Acme raised $70 million, including $25 million from Oakfund and $5 million from Larch Capital.",
            "$70 million",
            [("Oakfund", "$25 million"), ("Larch Capital", "$5 million")],
        ),
        ("Oakfund contributed $8 million to the $26 million round.", "$26 million", [("Oakfund", "$8 million")]),
    ],
)
def test_what_each_put_into_a_round(words: str, whole: str, parts: list[Tie]) -> None:
    (told,) = _rounds(words)
    assert [one.money.raw for one in told.amounts] == [whole]
    assert [(one.investor, one.amount and one.amount.raw) for one in told.contributions] == parts


def test_the_paper_that_learned_of_a_round_does_not_lead_it() -> None:
    (told,) = _rounds("Acme has raised $70 million in a funding round led by Oakfund, the Globe has learned.")
    assert told.leads == ("Oakfund",)


def test_a_part_in_debt_makes_no_loan_of_the_round() -> None:
    told = _rounds("Acme has raised $70 million, including $25 million of debt from Oakfund Bank.")
    assert [(one.instrument, one.amounts[0].money.raw) for one in told] == [("unknown", "$70 million")]


def test_a_sum_behind_the_noun_of_a_round_is_that_rounds() -> None:
    (told,) = _rounds("Globex's venture arm GVentures joined Acme's latest funding round, which totalled $75 million.")
    assert ([one.money.raw for one in told.amounts], told.participants) == (["$75 million"], ("GVentures",))


def test_a_part_larger_than_an_older_round_is_of_the_new_one() -> None:
    told = briefing_of(
        robots(
            "Acme has raised $90 million in a Series D. That is far more than in May 2021, when it raised $11 million. "
            "Oakfund led the raise with an investment of $50 million."
        )
    )
    by_sum = {event.amounts[0].raw: event for event in told.funding}
    assert by_sum["$90 million"].leads == ("Oakfund",)
    assert by_sum["$11 million"].leads == ()


def test_a_fund_called_by_its_letters_keeps_its_first_word() -> None:
    assert _ties("New Harbour Associates (NHA) led the $70 million round of Acme.") == {
        ("New Harbour Associates", "lead-investor")
    }


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("Acme is considering a listing in Oslo that could raise about £35 million, the Ledger reported.", "rumoured"),
        ("Acme has hired a bank to explore an IPO that could raise as much as $50 million.", "planned"),
        ("Acme is preparing for an IPO that could value it at $2 billion, the Ledger reported.", "rumoured"),
    ],
)
def test_a_listing_that_is_weighed_is_told_as_open(words: str, standing: str) -> None:
    found = [one for one in claims_of(robots(words)) if isinstance(one.values, FundingValues)]
    assert [(one.modality, one.values.instrument) for one in found] == [(standing, "ipo")]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "customers"),
    [
        (
            "Notable customers include Tarkin, the parcel firm; Globex's Wren subsidiary; and Caldor.",
            {"Tarkin", "Wren", "Caldor"},
        ),
        ("The company counts Fortune 500 makers and shops — including P&G and Caldor — among its clients.",
         {"P&G", "Caldor"}),
        ("Tarkin, an Oakfund-backed start-up that serves over 1,000 shops, runs its depots on Acme.", {"Tarkin"}),
        ("Jane Doe, head of parcels at Caldor, saw her costs fall by half after switching to Acme.", {"Caldor"}),
        (
            "The company already serves more than 90 customers including Tarkin and Caldor, but going abroad could "
            "cost more.",
            {"Tarkin", "Caldor"},
        ),
    ],
)  # fmt: skip
def test_customers(words: str, customers: set[str]) -> None:
    assert _ties(words) == {(name, "customer") for name in customers}


@pytest.mark.parametrize(
    ("words", "tie"),
    [
        ("Acme is a portfolio company of Oakfund Capital.", ("Oakfund Capital", "investor")),
        ("Acme has hired Globex to look into the theft.", ("Globex", "supplier")),
        ("Acme manufactures its chips at Globex.", ("Globex", "supplier")),
        ("It launched its first robot with a Globex X200 chip.", ("Globex", "supplier")),
    ],
)
def test_other_ties(words: str, tie: Tie) -> None:
    assert tie in _ties(words)


@pytest.mark.parametrize(
    "words",
    [
        "Shoppers order from Acme by voice, in languages such as Wendish, Sorbian and English.",
        "Globex, another rival, offers its own boards, integrated with existing ERP and planning systems.",
        '"They are mainly planning on serving Globex and Caldor," said Jane Roe, chief executive of Acme.',
        "Acme has hired Globex veteran Jane Doe.",
        "Acme's rival, Globex, is also in the market and hopes to raise $50 million from investors including Oakfund.",
    ],
)
def test_no_ties(words: str) -> None:
    assert {tie for tie in _ties(words) if tie[1] != "competitor"} == set()


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Acme grew revenue 2.5 times last year.", {("revenue growth", 2.5)}),
        ("Acme's revenue has grown 6x since then and the number of customers has increased 4x.",
         {("revenue growth", 6), ("customers growth", 4)}),
        ("Acme has grown annual revenue by 12x to seven figures.", {("annual revenue growth", 12)}),
        ("Acme has conducted over two million AI-powered inspections.", {("AI-powered inspections", 2_000_000)}),
        ("Customers report a tenfold increase in sorting speed.", {("sorting speed growth", 10)}),
        ("Tiny 30-person start-up Acme has built an arm.", {("employees", 30)}),
        ("Acme, a 30-person start-up, has built an arm.", {("employees", 30)}),
        ("Acme says that 31 percent of Fortune 500 companies use it.", {("share of Fortune 500 companies", 31)}),
    ],
)  # fmt: skip
def test_figures(words: str, figures: set[tuple[str, object]]) -> None:
    assert _figures(words) == figures


@pytest.mark.parametrize(
    "words",
    [
        "Sixty percent of respondents to the survey say that they have bought a robot.",
        "He pointed to a survey by Globex that found that more than 70% of factories have been hit by delays.",
        "The market is full of old firms, some with more than a billion dollars in revenue, that he wants to beat.",
        "The note-taking app Grebe, valued at $25 million, has become popular.",
        "Globex, a 30-person start-up, competes with it.",
        "Existing arms cost up to €90,000 a year.",
        "Oakfund marked down its holding in Acme by 22% in the third quarter.",
    ],
)
def test_figures_of_others(words: str) -> None:
    assert _figures(words) == set()


def test_who_speaks_of_himself_behind_a_name_is_no_part_of_it() -> None:
    named = [one.text for utterance in reading(robots('"In Globex I can see it," he said.')).utterances
             for one in utterance.names]  # fmt: skip
    assert "Globex" in named
    assert "Globex I" not in named


def test_a_model_with_a_number_is_no_company() -> None:
    words = (
        "Acme says that Grebe-8B can sort twice as fast. The next step for the company, which raised a $9 million seed "
        "round from Oakfund Capital in November 2024, is to build a larger model."
    )
    assert [[one.money.raw for one in values.amounts] for values in _rounds(words)] == [["$9 million"]]


_PORTRAIT = """A sorter of parcels goes her own way

When Mara Lindqvist left Globex, she thought that parcels could be sorted better. {founding}
"{first} parcels are dull," Lindqvist told the Ledger. "{second} no people for it," Lindqvist said. Acme is
in Oslo. Acme sells to shops. Acme has 1,400 customers, Lindqvist said. Acme grows. Acme moves.
"""


@pytest.mark.parametrize(
    ("founding", "first", "second", "kind"),
    [
        ("Her start-up, Acme, is young.", "Most", "There are", "company"),
        ("That was how Acme began.", "We think that", "We need", "company"),
        ("That was how Acme began.", "Most", "There are", "third-party"),
    ],
)
def test_who_speaks_for_a_company_without_a_post(founding: str, first: str, second: str, kind: str) -> None:
    found = claims_of(_PORTRAIT.format(founding=founding, first=first, second=second))
    (claim,) = [one for one in found if "1,400" in one.text and isinstance(one.values, MetricValues)]
    assert (claim.holder_kind, claim.holders) == (kind, ("Mara Lindqvist",))


def test_a_round_announced_deep_in_a_portrait_is_news() -> None:
    words = (
        "It sorts parcels. " * 7 + "That led to Acme, which announced on Friday it has raised $14 million in funding. "
    )
    told = [values for values in _rounds(words + "The round was led by Oakfund.") if values.amounts]
    assert [[one.money.raw for one in values.amounts] for values in told] == [["$14 million"]]


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        (
            "Globex acquires parcel start-up Wren",
            "Globex has bought Wren, an Oslo start-up that raised $9 million in May and $2 million before. Wren was "
            "founded in 2020. Wren sorts parcels. Globex did not say what it paid; Globex has no plans to change it.",
            "Globex",
        ),
        (
            "Globex opens a depot",
            "Globex has opened a depot in Oslo.\n'Although Globex is small, it is quick,' said Jane Roe, its chief. "
            "Globex raised $9 million in May. Globex sorts parcels.",
            "Globex",
        ),
    ],
)
def test_whom_a_single_article_is_about(title: str, body: str, name: str) -> None:
    assert find_subject([source(f"{title}\n\n{body}\n")]).name == name


@pytest.mark.parametrize(
    "words",
    [
        "According to the Ledger, Globex raised $30 million in 2020.",
        "According to data from the Ledger, Globex has raised $30 million. Investors include Oakfund.",
        "Acme has acquired Globex, a parcel platform. Globex had previously raised just under $30 million.",
    ],
)
def test_what_a_source_is_said_to_tell_of_a_stranger(words: str) -> None:
    assert _rounds(words) == []
    assert {tie for tie in _ties(words) if tie[1] in ("investor", "lead-investor")} == set()


def test_the_buyer_that_every_article_names_is_the_subject() -> None:
    one = (
        "Globex acquires start-up Wren\n\nGlobex has bought Wren, which raised $9 million in May. Wren sorts parcels.\n"
    )
    two = "Sorting parcels\n\nParcels need sorting, says Globex. Globex has 900 employees in Oslo.\n"
    assert find_subject([source(one, "s1"), source(two, "s2")]).name == "Globex"


def test_whom_a_title_blames_is_not_its_subject() -> None:
    text = (
        "Tracker blames outage on Globex mistake\n\nA tracker of parcels was down after thieves fooled Globex.\n"
        "Wren said its site was down for four hours. Globex runs the domain of Wren. Wren shops waited.\n"
        '"We resolved the matter," Globex said.\n'
        "According to Wren, its app is used by 90 shops. Wren had warned of it.\n"
    )
    assert find_subject([source(text)]).name == "Wren"


_LEAD = """{name} raises $20 million at a $200 million valuation to sort parcels

{name}, a start-up that sorts parcels, has raised $20 million in a Series C round led by Oakfund, it said on Tuesday.
The round, which values {name} at $200 million, also included Larch Capital and Birch Street.
{name} last raised $6 million in a Series B in May 2024.
The company sells to shops. {name}’s annual recurring revenue has grown to $10 million, up from $2 million a year ago.
"""


@pytest.mark.parametrize(
    "name",
    [
        "tarkin.com",
        "tarkin",
        "8tarkin",
        "Tarkin",
        "Open Parcels",
        "Back Market",
        "Safe Sorting",
        "Figure",
        "Ramp",
        "Remote",
    ],
)
def test_names_of_any_shape(name: str) -> None:
    told = briefing_of(_LEAD.format(name=name))
    assert told.subject.name == name
    rounds = {event.name: event for event in told.funding}
    assert rounds["Series C"].leads == ("Oakfund",)
    assert rounds["Series C"].participants == ("Larch Capital", "Birch Street")
    assert [one.value for one in rounds["Series C"].valuations] == [200_000_000]
    assert [one.value for one in rounds["Series B"].amounts] == [6_000_000]
    assert {one.amounts[0].raw for one in told.metrics if "recurring" in one.name} == {"$10 million", "$2 million"}


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Acme's revenue and net profit stood at $40 million and $6 million, respectively.",
         {("revenue", "$40 million"), ("net profit", "$6 million")}),
        ("Its gross margin and EBITDA margin stood at 40% and 6%.", {("gross margin", 40), ("EBITDA margin", 6)}),
        ("Its NPA ratio and EBITDA margin stood at 9% and 6%.", {("EBITDA margin", 6)}),
        ("Its EBITDA margin stood at -9% in 2025.", {("EBITDA margin", -9)}),
    ],
)  # fmt: skip
def test_figures_told_in_turn(words: str, figures: set[tuple[str, object]]) -> None:
    assert _figures(words) == figures


@pytest.mark.parametrize(
    "words",
    [
        "Its losses were $4 million and $6 million in 2024 and 2025.",
        "Its loss in 2024 and 2025 was $4 million and $6 million.",
    ],
)
def test_dates_told_in_turn(words: str) -> None:
    found = [one.values for one in claims_of(robots(words)) if isinstance(one.values, MetricValues)]
    assert {(one.amounts[0].money.raw, one.as_of and one.as_of.edtf) for one in found} == {
        ("$4 million", "2024"),
        ("$6 million", "2025"),
    }


def test_the_date_of_the_round_before_dates_no_new_price() -> None:
    told = briefing_of(
        robots(
            "Acme has raised $40 million in a Series C. It was valued at $300 million, up 2.3X from its previous round "
            "in March 2024. Acme had raised $22 million in its Series B from Oakfund in March 2024."
        )
    )
    assert {event.name: [one.raw for one in event.valuations] for event in told.funding} == {
        "Series C": ["$300 million"],
        "Series B": [],
    }


def test_a_price_that_more_than_doubled_is_that_of_the_round() -> None:
    (told,) = _rounds("Acme raised $30 million in a round that more than doubled its valuation to $500 million.")
    assert [(one.role, one.money.raw) for one in told.amounts] == [
        ("raised", "$30 million"),
        ("valuation", "$500 million"),
    ]


def test_founders_of_a_lender_lend_nothing() -> None:
    assert _ties("Founded by Jane Doe and John Roe, Acme offers working capital loans to small shops.") == set()
