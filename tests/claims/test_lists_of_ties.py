"""Lists of customers and backers with places, dates and asides between their items, and whose lists they are."""

from __future__ import annotations

import pytest

from briefing.claims import relationships
from briefing.model.claim import Claim, TieValues

from .close import reading


def told(words: str) -> set[tuple[str, str]]:
    """Name and tie."""
    text = (
        f"Acme grows up\n\nAcme, a company from Leeds, makes small radar satellites. {words}\n\n"
        "Spokesmen for Caldor, Voltera and Tarkin did not want to comment.\n"
    )
    found = [one.values for one in relationships.extract(reading(text)) if isinstance(one, Claim)]
    return {(one.name, one.tie) for one in found if isinstance(one, TieValues)}


@pytest.mark.parametrize(
    "words",
    [
        "Customers include Caldor in Oslo and, since last year, Tarkin Motors, which runs 14 plants.",
        "Customers include Caldor in Oslo, Norway, and Tarkin Motors of Lyon.",
        "Customers include Caldor since May 2021 and Tarkin Motors since 2023.",
        "Customers include the haulier Caldor and, in Germany, the carmaker Tarkin Motors.",
        "Among its customers are Caldor and, until last spring, Tarkin Motors.",
        "Acme sells to Caldor, and, through a reseller, to Tarkin Motors.",
        "It counts 24 hospitals belonging to Caldor, the Catholic chain, and Tarkin Motors among its customers.",
    ],
)
def test_what_is_told_of_an_item_does_not_end_the_list(words: str) -> None:
    assert told(words) == {("Caldor", "customer"), ("Tarkin Motors", "customer")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme bought Caldor, which counted Tarkin and Voltera among its clients.", {("Caldor", "acquired")}),
        (
            "Investors include Caldor Capital, a Berlin firm that also backs Voltera.",
            {("Caldor Capital", "investor")},
        ),
        ("The chairman sits on the board of the university's incubator, which put €5 million into Voltera.", set()),
        ("In May Caldor raised €40 million in a Series B, with Tarkin, Voltera and Hale taking part.", set()),
        ("Last year Caldor, Tarkin and Voltera all signed contracts with several startups.", set()),
        ("Jane Roe, who joined as finance director in 2023, runs the company.", set()),
        (
            "It will form a joint venture with Caldor of Finland, Steel Weekly reported yesterday.",
            {("Caldor", "joint-venture")},
        ),
    ],
)
def test_what_others_have_is_not_the_subjects(words: str, expected: set[tuple[str, str]]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Even Caldor calls on Acme's engineers when its own cannot cope.", {("Caldor", "customer")}),
        ("Caldor depends on Acme's satellites to watch its ships.", {("Caldor", "customer")}),
        ("Caldor watches its ships with Acme's satellites.", {("Caldor", "customer")}),
        ("Caldor's ships are watched by Acme's satellites.", {("Caldor", "customer")}),
        ("Caldor signed a three-year framework agreement worth as much as £21 million.", {("Caldor", "customer")}),
        (
            "Caldor Metals brings the antennas and Tarkin Glass the panels.",
            {("Caldor Metals", "supplier"), ("Tarkin Glass", "supplier")},
        ),
    ],
)
def test_verbs_of_leaning_on_somebody(words: str, expected: set[tuple[str, str]]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Acme and Caldor have known each other for years. In June the two agreed to set up a joint venture.",
            {("Caldor", "joint-venture")},
        ),
        ("In June Acme visited Caldor. Both companies have signed a letter of intent.", {("Caldor", "partner")}),
        ("In May Caldor approached Acme. The pair are developing a joint system.", {("Caldor", "partner")}),
        (
            "Talks with the airline Caldor began in May. The airline has ordered four satellites.",
            {("Caldor", "customer")},
        ),
        ("Acme visited Caldor and Tarkin. The two signed a letter of intent.", set()),
        ("Caldor and Tarkin compete. The two signed a partnership in August.", set()),
        ("Acme grew up beside Caldor. The two have nothing to do with each other.", set()),
    ],
)
def test_who_is_pointed_back_to(words: str, expected: set[tuple[str, str]]) -> None:
    assert told(words) == expected


def test_the_quote_reaches_back_to_the_name() -> None:
    text = (
        "Acme grows up\n\nAcme makes radar satellites. In June Acme visited Caldor. The two formed a joint venture.\n"
    )
    (claim,) = [one for one in relationships.extract(reading(text)) if isinstance(one, Claim)]
    assert claim.evidence.quote == "In June Acme visited Caldor. The two formed a joint venture."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Customers include Hale Supermarkets, Caldor's Baltic franchise, and Tarkin Motors.",
            {("Hale Supermarkets", "customer"), ("Tarkin Motors", "customer")},
        ),
        (
            "It has 200 customers. Newer names include the carmaker Tarkin Motors and the U.S. arm of Caldor.",
            {("Tarkin Motors", "customer"), ("Caldor", "customer")},
        ),
        ("Its largest customer to date, the paper group Caldor, signed in January.", {("Caldor", "customer")}),
        ("Caldor Dairy was among the first to order the satellites.", {("Caldor Dairy", "customer")}),
        (
            "Caldor, which has 300 consultants, will act as the lead implementation partner.",
            {("Caldor", "partner")},
        ),
        ("Caldor has ordered a second ground station.", {("Caldor", "customer")}),
        ("Caldor has agreed to buy images for 15 years.", {("Caldor", "customer")}),
        ("It is in discussions with Caldor over two machines for its mill.", {("Caldor", "customer")}),
        ("Electricity for the works will be bought from Caldor under a long contract.", {("Caldor", "supplier")}),
        ("Caldor Post ships most of its parcels.", {("Caldor Post", "supplier")}),
        ("Caldor Post ships its parcels from Leeds.", set()),
        ("It is an alloy that Acme developed with Caldor of Lund.", {("Caldor", "partner")}),
        ("Tarkin Labs, the imaging unit Acme bought in 2022, makes losses.", {("Tarkin Labs", "acquired")}),
        ("The practice, borrowed from Caldor, is expensive.", set()),
        ("It has an assistant named Caldor.", set()),
        ("Caldor said that it had moved its archive to Voltera.", set()),
        ("Caldor said that it had moved its imaging from Acme to Voltera.", {("Caldor", "customer")}),
    ],
)
def test_who_deals_with_the_company(words: str, expected: set[tuple[str, str]]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The chips, made by Caldor on an old process, arrived in May.", {("Caldor", "supplier")}),
        ("The company has its antennas assembled by Caldor.", {("Caldor", "supplier")}),
        ("Acme sold the satellites made by Caldor.", set()),
        (
            "Caldor Dairy was the first to order one. Its largest customer, the paper group Hale Mills, has three.",
            {("Caldor Dairy", "customer"), ("Hale Mills", "customer")},
        ),
        (
            "It has three customers. She named only two: the cloud operator Caldor and Hale Motors.",
            {("Caldor", "customer"), ("Hale Motors", "customer")},
        ),
        (
            "It relies on Caldor for its wafers and Hale Motors for packaging.",
            {("Caldor", "supplier"), ("Hale Motors", "supplier")},
        ),
        ("Caldor has put in an order for 40 satellites.", {("Caldor", "customer")}),
        ("Caldor has renewed its interest in buying the Leeds-based company.", {("Caldor", "acquirer")}),
        (
            "Its installed base as of May:\n\n- Caldor, Lund: 5 MW\n- Hale Motors: 10 MW",
            {("Caldor", "customer"), ("Hale Motors", "customer")},
        ),
    ],
)
def test_participles_and_lists(words: str, expected: set[tuple[str, str]]) -> None:
    assert told(words) == expected


def test_paragraphs_of_a_round_up_are_whose_their_label_names() -> None:
    text = (
        "Deals of the day\n\nCALDOR - The haulier has bought 40 lorries from Hale Motors, it said.\n\n"
        "ACME - Acme sold two satellites to Tarkin Motors. It has 90 employees.\n\n"
        "VOLTERA - The utility raised €30 million in a round led by Oakfund, with Elmtree Capital participating.\n"
    )
    found = [one.values for one in relationships.extract(reading(text)) if isinstance(one, Claim)]
    assert {(one.name, one.tie) for one in found if isinstance(one, TieValues)} == {("Tarkin Motors", "customer")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“My buyers are Caldor and Hale Motors,” says Ann Reed, who exports fruit.", set()),
        ("It “remains committed”, says its partner Luis Fernando Prado.", set()),
        ("Acme hopes to win Caldor Freight as a customer.", set()),
        ("Unlike Caldor, which sells to Tarkin Motors, Acme sells to states.", set()),
        ("Salary lender Caldor took €15 million from Hale Motors.", set()),
        (
            "Acme paid €20 million for Tarkin. The startup had received €5 million from Caldor.",
            {("Tarkin", "acquired")},
        ),
        ("Caldor refers merchants to it.", {("Caldor", "partner")}),
        ("Technology is hosted on Caldor.", {("Caldor", "supplier")}),
        ("Caldor uses it in Oslo and Hale Motors in Lyon.", {("Caldor", "customer"), ("Hale Motors", "customer")}),
        ("Acme and Caldor are working on a joint bid for the port.", {("Caldor", "partner")}),
        (
            "A consortium of Acme, Caldor and Hale Motors won the tender.",
            {("Caldor", "joint-venture"), ("Hale Motors", "joint-venture")},
        ),
        ("Its biggest buyer is Caldor, with a third of sales.", {("Caldor", "customer")}),
        ("Acme has built a satellite for Caldor.", {("Caldor", "customer")}),
        ("Caldor Trading has the exclusive rights to sell the satellites.", {("Caldor Trading", "distributor")}),
        ("It has won over Caldor, which used to buy from Tarkin.", {("Caldor", "customer")}),
        ("One of its originators is Caldor, a forwarder from Lund.", {("Caldor", "partner")}),
        (
            "The company, which was founded in 2018 and has 90 employees, relies on Caldor for its wafers.",
            {("Caldor", "supplier")},
        ),
    ],
)
def test_what_sounds_like_a_tie_and_what_is_one(words: str, expected: set[tuple[str, str]]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("label", "tie"), [("Two commercial buyers may be named", "customer"), ("Buyers of the shares", "investor")]
)
def test_buyers_by_label_are_customers_unless_of_shares(label: str, tie: str) -> None:
    assert told(f"{label}: Caldor and Voltera.") == {("Caldor", tie), ("Voltera", tie)}


def test_what_lies_between_two_places_is_no_item() -> None:
    assert told("Customers: Caldor, which runs a line between Oslo and Lund.") == {("Caldor", "customer")}
