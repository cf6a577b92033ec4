"""Ties told in the many ways of the press: what is over, who delivers, who lends, whose product it is built on."""

from __future__ import annotations

import pytest

from .test_ties_in_the_news import Tie, customers, ties, told


def suppliers(*names: str) -> set[Tie]:
    return {(name, "supplier") for name in names}


@pytest.mark.parametrize(
    "words",
    [
        "Caldor has cut ties with Acme.",
        "Caldor parted ways with the company last spring.",
        "Caldor did not renew its contract.",
        "Caldor declined to extend its order.",
        "Caldor, once its largest customer, went elsewhere in 2024.",
        "Caldor has stopped using the company's machines.",
    ],
)
def test_who_left_was_a_customer(words: str) -> None:
    assert [(one.name, one.tie, one.status) for one in told(words)] == [("Caldor", "customer", "ended")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Caldor will roll out 19 machines from Acme next year.", customers("Caldor")),
        ("Sales to Caldor made up 40% of revenue last year.", customers("Caldor")),
        ("Caldor is the company's biggest customer, with 31% of sales.", customers("Caldor")),
        ("Caldor, in which Oakfund bought 12% last year, is a customer of Acme.", customers("Caldor")),
        (
            "Caldor Foods, Tarkin Pumps and the Voltera group are among those who use it.",
            customers("Caldor Foods", "Tarkin Pumps", "Voltera"),
        ),
        ("It is built on Caldor's Titan models.", suppliers("Caldor")),
        ("Caldor Systems keeps supplying the lasers.", suppliers("Caldor Systems")),
        ("Caldor Bank and Tarkin Bank hold the escrow accounts.", suppliers("Caldor Bank", "Tarkin Bank")),
        ("Its integration with Caldor's Atlas was certified in May.", {("Caldor", "partner")}),
        ("It is working with researchers at Caldor University on new motors.", {("Caldor University", "partner")}),
        ("Acme was spun out of Caldor University in 2018.", {("Caldor University", "partner")}),
        ("Caldor already works with Acme on a navy programme.", {("Caldor", "partner")}),
        ("In May it signed Caldor to distribute in Korea.", {("Caldor", "distributor")}),
        ("Acme owes Caldor Credit US$25 million.", {("Caldor Credit", "lender")}),
        ("In May the Caldor Bank agreed to lend €60 million for a new mill.", {("Caldor Bank", "lender")}),
        ("Acme has signed a share purchase agreement for Caldor Finance.", {("Caldor Finance", "acquired")}),
        ("Last month Acme spent €4 million on Caldor, a maker of kilns.", {("Caldor", "acquired")}),
        ("Caldor is to buy Acme for $400 million.", {("Caldor", "acquirer")}),
    ],
)
def test_what_else_ties(words: str, expected: set[Tie]) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Headline partner: Caldor",
        "The event's headline partner is Caldor.",
        "The investor Caldor declined to comment.",
        "Caldor last year bought Tarkin, a maker of jammers, for $900 million.",
        "Set up by Jane Roe, a former Caldor purchase manager, and Ann Tull, Acme sits between two worlds.",
        "Caldor did not renew its contract with Tarkin.",
        "Acme spent €4 million on Caldor chips last year.",
    ],
)
def test_what_ties_nobody(words: str) -> None:
    assert {tie for tie in ties(words) if tie[1] != "supplier"} == set()


def test_who_takes_over_the_selling_buys_no_company() -> None:
    assert "acquirer" not in {tie for _, tie in ties("Caldor took over the selling of its machines abroad.")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Tarkin was the first buyer. Others include Caldor Foods and Voltera.",
            customers("Tarkin", "Caldor Foods", "Voltera"),
        ),
        ("Its first customer to go live was Caldor Foods.", customers("Caldor Foods")),
        ("Estonia's air force ordered a further 60 of Acme's machines.", customers("Estonia's air force")),
        ("In May it landed a $40 million order from Caldor.", customers("Caldor")),
        ("It has a supply agreement with Caldor for motors until 2028.", suppliers("Caldor")),
        ("The motors come from Caldor of Leeds; the lenses from Tarkin Optics.", suppliers("Caldor", "Tarkin Optics")),
        ("Its sole supplier of motors is Caldor Systems.", suppliers("Caldor Systems")),
        ("Caldor Systems has made the company its preferred partner.", {("Caldor Systems", "partner")}),
        ("A partnership with Caldor Bank, under discussion since May, would help.", {("Caldor Bank", "partner")}),
        ("Caldor Systems became part of Acme in 2023.", {("Caldor Systems", "acquired")}),
        ("Caldor, which it bought in 2023, makes software.", {("Caldor", "acquired")}),
        ("Acme drew $15 million from its facility with Caldor Bank.", {("Caldor Bank", "lender")}),
        ("Caldor Bank waived a covenant in June.", {("Caldor Bank", "lender")}),
        ("Caldor and Tarkin, early backers, did not take part.", {("Caldor", "investor"), ("Tarkin", "investor")}),
        ("Oakfund Partners has marked down its stake in Acme.", {("Oakfund Partners", "investor")}),
        ("Acme has hired Caldor Partners to find a buyer.", {("Caldor Partners", "adviser")}),
    ],
)
def test_who_else_is_tied(words: str, expected: set[Tie]) -> None:
    assert ties(words) == expected


def test_a_takeover_that_is_yet_to_be_approved_is_planned() -> None:
    found = told("The takeover of Caldor Foods has yet to be approved.")
    assert [(one.name, one.tie, one.status) for one in found] == [("Caldor Foods", "acquired", "planned")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("So far Acme has only announced the shipping group Caldor as a customer.", customers("Caldor")),
        ("Last year Acme and Caldor signed a long-term supply deal.", {("Caldor", "partner")}),
        ("Acme and the printing company Caldor have teamed up to cut waste.", {("Caldor", "partner")}),
        ("Acme will deliver parcels for Caldor in Oslo.", customers("Caldor")),
        ("Acme has introduced its services to Caldor Foods.", customers("Caldor Foods")),
        ("Caldor manages the sites under an existing partnership with Acme.", {("Caldor", "partner")}),
    ],
)
def test_both_sides_of_a_deal(words: str, expected: set[Tie]) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Caldor committed in February to at least 20 of Acme's machines.", customers("Caldor")),
        ("Caldor agreed last month to buy six of Acme's machines.", customers("Caldor")),
        ("Caldor has booked eleven slots with Acme.", customers("Caldor")),
        ("Caldor Foods said yes to a trial in two shops.", customers("Caldor Foods")),
        (
            "Caldor resells it. So does the cooperative Tarkin Farms.",
            {("Caldor", "distributor"), ("Tarkin Farms", "distributor")},
        ),
        ("The drivers take a course run with Caldor University.", {("Caldor University", "partner")}),
        ("A pilot in Manila, with the shipping giant Caldor, opens this fall.", {("Caldor", "partner")}),
        ("Reinsurers Caldor Re and Tarkin Re swallow the rest.", suppliers("Caldor Re", "Tarkin Re")),
        (
            "Acme's machines are used by the likes of Voltera and tyre distributor Caldor.",
            customers("Voltera", "Caldor"),
        ),
    ],
)
def test_what_stands_between_a_verb_and_its_preposition(words: str, expected: set[Tie]) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Caldor, the only customer whose name Acme has published, has 20 sites.", customers("Caldor")),
        ("It earned $22 million last year, half of it from Caldor and Tarkin.", customers("Caldor", "Tarkin")),
        ("The largest orders come from Caldor Foods and Tarkin Pumps.", customers("Caldor Foods", "Tarkin Pumps")),
        ("A letter of intent from Caldor Trading covers a third of the output.", customers("Caldor Trading")),
        ("Voltera Motors and Caldor Foods are testing.", customers("Voltera Motors", "Caldor Foods")),
        ("Existing owners, such as Oakfund Partners, would be diluted.", {("Oakfund Partners", "investor")}),
        ("Acme was swallowed by Caldor Holdings in May.", {("Caldor Holdings", "acquirer")}),
    ],
)
def test_who_is_named_among_sums_and_orders(words: str, expected: set[Tie]) -> None:
    assert ties(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Caldor is leasing Acme a disused site on the river.",
        "Both Roes have signed on for four years.",
        "Jane Roe and Tim Poe owned 80% of Acme between them.",
        "The last round took place in April, with Caldor and Tarkin each paying €9 million.",
        "That turned into a free app, Patience, with 12,000 users today.",
    ],
)
def test_who_is_no_customer_and_no_supplier(words: str) -> None:
    assert {tie for tie in ties(words) if tie[1] != "investor" or "Roe" in tie[0]} == set()


_ARTICLE = (
    "Acme has news\nAcme, a maker of machines, has news for its readers. Acme employs 300 people, and Acme's Kestrel "
    "instrument has sold well.\n\nThe Drug Administration is weighing rules. A busy laboratory needs two Kestrels.\n\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A software tie-up with Caldor Notes went live in June.", {("Caldor Notes", "partner")}),
        (
            "Lenses come from Caldor Optics, north of Oslo; the motors from Tarkin Drives.",
            suppliers("Caldor Optics", "Tarkin Drives"),
        ),
        ("Caldor Optics will supply the Kestrel's lens.", suppliers("Caldor Optics")),
        ("In May the Caldor Bank agreed to lend €6 million for new machines.", {("Caldor Bank", "lender")}),
        ("Caldor Optics makes lenses. It has signed Tarkin to distribute in Japan.", set[Tie]()),
    ],
)
def test_an_article_stays_with_its_company_where_nobody_else_has_the_floor(words: str, expected: set[Tie]) -> None:
    assert ties(words, _ARTICLE) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Caldor and Tarkin Foods rent time on its machine.", customers("Caldor", "Tarkin Foods")),
        ("There is also a tie-in with Caldor, which will give it dust for nothing.", {("Caldor", "partner")}),
        ("It won Caldor Foods in March.", customers("Caldor Foods")),
        ("In May Caldor Air put in for 8,000 tonnes.", customers("Caldor Air")),
        ("Acme turned to Caldor veteran Jane Roe for help.", set[Tie]()),
        ("Caldor, the buyers' club, is said to have come twice.", set[Tie]()),
        ("She started it using $9 million from Caldor.", set[Tie]()),
    ],
)
def test_what_is_rented_and_who_only_helps(words: str, expected: set[Tie]) -> None:
    assert {tie for tie in ties(words) if tie[1] != "investor"} == expected


def test_a_customer_until_this_summer_is_one_no_more() -> None:
    found = told("Caldor, a customer from 2023 until this summer, has gone elsewhere.")
    assert [(one.name, one.status) for one in found] == [("Caldor", "ended")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Caldor Air uses twelve of the company's machines.", customers("Caldor Air")),
        ("Caldor Air alone accounts for about 15% of revenue.", customers("Caldor Air")),
        ("It absorbed Caldor Foods in 2024.", {("Caldor Foods", "acquired")}),
    ],
)
def test_shares_of_what_is_made_and_sold(words: str, expected: set[Tie]) -> None:
    assert ties(words) == expected
