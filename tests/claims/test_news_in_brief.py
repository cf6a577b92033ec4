"""Short news and long portraits: abbreviations that are words, names with stops, whole trades, money in the bank."""

from __future__ import annotations

import pytest

from briefing.claims.namebook import learn
from briefing.claims.subject import find_subject
from briefing.claims.terms import terms
from briefing.model.claim import FundingValues, MetricValues, TieValues, TotalValues

from .close import briefing_of, claims_of, reading, robots, source

LONG = "Its pumps are made in Lund. They sell well. There is a plan. It works. Nobody knows why. So it goes. "


def _rounds(words: str) -> list[FundingValues]:
    return [one.values for one in claims_of(robots(words)) if isinstance(one.values, FundingValues)]


def _ties(words: str) -> set[tuple[str, str]]:
    found = (one.values for one in claims_of(robots(words)) if isinstance(one.values, TieValues))
    return {(one.name, one.tie) for one in found}


def _figures(words: str) -> set[tuple[str, object]]:
    found = (one.values for one in claims_of(robots(words)) if isinstance(one.values, MetricValues))
    return {(one.name, one.amounts[0].money.raw if one.amounts else one.value) for one in found}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It serves micro, small and medium enterprises (MSMEs).", {"msme", "msmes"}),
        ("It filed a draft red herring prospectus (DRHP).", {"drhp", "drhps"}),
        ("Its return on capital employed (ROCE) is high.", {"roce", "roces"}),
        ("They led GTM functions at leading FMCG brands.", {"gtm", "gtms", "fmcg", "fmcgs"}),
        ("It sells to BMW dealers and to KLM.", set()),
        ("LMB brands buy from it, and LMB pays.", set()),
        ("It sells to the national health service (NHS).", set()),
        ("The Reserve Bank of Norland (RBN) said so.", set()),
    ],
)
def test_abbreviations_that_are_words(text: str, words: set[str]) -> None:
    assert terms(text) == words


@pytest.mark.parametrize(
    "words",
    [
        "The company primarily serves micro, small and medium enterprises (MSMEs).",
        "Acme meets the needs of shop owners and their suppliers (FMCG brands and others).",
        "The founders of Acme have led GTM functions at leading FMCG brands.",
        "Acme is preparing to file its prospectus with SNBI next month for a public issue.",
        "Users have built applications with Acme that are available in the AppStore.",
        "Founded by Dr. Ash Kale in 2013, Acme offers a single app to all suppliers.",
        "Founded in 2017 by Amit Bane, and now led by Bane and Karl Mehr as co-CEOs, Acme runs offices.",
        "Karl Mehr's VC firm leads $35M Series B for Acme.",
    ],
)
def test_no_ties(words: str) -> None:
    assert _ties(words) == set()


@pytest.mark.parametrize(
    ("words", "givers"),
    [
        (
            "Acme raised $4 million in a seed round led by Birch Partners with participation from Quill.One, "
            "Tomato.VC, Larch Capital, and NPSoft.",
            ["Birch Partners", "Quill.One", "Tomato.VC", "Larch Capital", "NPSoft"],
        ),
        (
            "Acme raised $4 million. The round was led by Shore Group, with participation from Rainwater — the "
            "investment arm of Zebra — Pegram Invest, and several family offices.",
            ["Shore Group", "Rainwater", "Pegram Invest"],
        ),
    ],
)
def test_givers(words: str, givers: list[str]) -> None:
    told = [(*one.leads, *one.participants) for one in _rounds(words)]
    assert max(told, key=len) == tuple(givers)


@pytest.mark.parametrize(
    "words",
    [
        LONG + "Since then, Acme has raised an additional $500,000 in funding from existing and new investors.",
        LONG + "Acme has raised $3.6 million in early-stage funding from investors like Oakfund and Quill Ventures.",
    ],
)
def test_a_round_told_late_is_no_total(words: str) -> None:
    claims = [one.values for one in claims_of(robots(words))]
    assert not any(isinstance(one, TotalValues) for one in claims)
    assert any(isinstance(one, FundingValues) and one.amounts for one in claims)


def test_next_year_dates_no_round_that_is_raised() -> None:
    (told,) = _rounds("Ann Fox expects Acme to be profitable next year, and it has now raised a further £4 million.")
    assert told.when is None or "next" not in told.when.raw


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        (
            "As of March, Acme had current assets of €52 million, including €26 million in cash and bank balances.",
            {("current assets", "€52 million"), ("cash and bank balances", "€26 million")},
        ),
        ("Its return on capital employed (ROCE) improved to 16.7%.", {("return on capital employed", 16.7)}),
        ("Acme spent $44 million in capital expenditures in 2025.", {("capital expenditures", "$44 million")}),
    ],
)
def test_money_in_the_bank_and_spent_is_none_that_is_raised(words: str, figures: set[tuple[str, object]]) -> None:
    assert _figures(words) == figures
    assert _rounds(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Stores lost an estimated 1.4% of revenue to thieves, or $47 billion, according to the Grocers' Federation.",
        "The top five carmakers alone spent $443 billion in capital expenditures, a figure expected to climb 36%.",
        "Grocers generated $3 billion of revenue.",
        "Spending is high, with the defence budget on track to reach $1.5 trillion.",
    ],
)
def test_figures_of_whole_trades_are_not_the_companys(words: str) -> None:
    assert _figures(words) == set()
    assert _rounds(words) == []


def test_a_bid_for_the_assets_is_no_round() -> None:
    words = "A rival says he offered more than Acme's chief executive Ann Fox, who bid just $4 million in cash for it."
    assert _rounds(words) == []


def test_an_adjective_in_the_title_is_no_part_of_the_name() -> None:
    told = source(
        "Profitable Acme files for a potentially huge listing\n\nPump maker Acme was founded in 2005. The papers of "
        "Acme tell of revenue of $2.8 billion. Once, Acme was small. Then Acme grew. Now Acme sells pumps in Lund."
    )
    assert find_subject([told]).name == "Acme"
    assert set(learn([told]).kinds) == {"acme", "lund"}


def test_the_one_whom_a_portrait_quotes_most_speaks_for_the_company() -> None:
    text = (
        "Acme pumps on\n\nIn 2007, Alan O’Hara, who had worked in shops, set out to sell pumps.\n\n“We see demand for "
        "our pumps,” O’Hara said. “Each hall has a store of its own,” O’Hara added. “Acme has 40 customers,” O’Hara "
        "said.\n\n"
        "Acme makes pumps. Acme sells them in Lund.\n"
    )
    held = {(one.holder_kind, one.holders[-1]) for one in claims_of(text) if one.holders}
    assert held == {("company", "Alan O’Hara")}


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Acme manages over 11 million sq ft.", {("sq ft", 11_000_000)}),
        ("Acme has 40,000 square feet of labs in Lund.", {("square feet", 40_000)}),
        ("Acme's rocket is 200 feet tall.", set()),
        ("It hit a valuation ofmore than $45 billionby 2021.", {("valuation", "$45 billion")}),
    ],
)
def test_figures_in_feet_and_without_a_space(words: str, figures: set[tuple[str, object]]) -> None:
    assert _figures(words) == figures


def test_a_post_of_two_words_is_no_firm() -> None:
    told = reading(robots("“We use it,” added Jon Lind, Corporate Vice President, Business Development, Globex."))
    names = {name.text for utterance in told.utterances for name in utterance.names}
    assert {"Jon Lind", "Globex"} <= names
    assert not any(name.startswith("Corporate") for name in names)


@pytest.mark.parametrize(
    "words",
    [
        "The fresh capital will fund geographic expansion and technology.",
        "The Ledger's sources indicate that the stake was “significant”, though nobody said how large it was.",
        "Acme, which proclaims to be a “one stop shop” for hospital pumps, is based in Leeds.",
    ],
)
def test_what_is_to_be_verified(words: str) -> None:
    told = briefing_of(robots(words)).unverified
    assert any(one.evidence[0].quote in words or words in one.evidence[0].quote for one in told)
