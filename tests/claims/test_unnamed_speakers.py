"""Who speaks without a name: one of the people, a former employee, the document, industry circles, the union."""

from __future__ import annotations

import pytest

from tests.claims.close import clause, sentence


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("Two funds dropped out over the price, one of them said.", "one of them"),
        ("A reader at a Lisbon fund says Acme paid $9 million for Globe.", "a reader at a Lisbon fund"),
        ("Two readers at big banks say the target is $300 million.", "Two readers at big banks"),
        ("According to a former employee, two pumps failed last year.", "a former employee"),
        ("According to industry circles, the company paid $9 million for Globe.", "circles"),
        ("In September, according to the document, contracts came to $74 million a year.", "the document"),
        ("Another put the figure at $40 million.", "Another"),
        ("The check was $40 million, I'm told by someone who knows.", "unnamed sources"),
        ("The net loss was $96 million, the document says, on sales of $81 million.", "the document"),
        ("That deal valued Acme at $720 million, two people with knowledge of it said.", "people with knowledge of it"),
        ("Acme is worth $1.8 billion, it is said in financial circles.", "unnamed sources"),
        ("A former executive at the company said losses were high.", "A former executive at the company"),
    ],
)
def test_somebody_without_a_name(words: str, holder: str) -> None:
    found = clause(sentence(words), words[-18:-1])
    assert found.holder_kind == "unnamed"
    assert holder.lower() in " ".join(found.holders).lower()


def test_the_company_by_its_own_count() -> None:
    found = clause(sentence("By its own count, 40 percent of its customers renew."), "40 percent")
    assert (found.holder_kind, found.holders) == ("company", ("Acme",))


def test_a_body_speaks_for_itself() -> None:
    found = clause(sentence("The union says that a third of the staff have left."), "a third")
    assert (found.holder_kind, found.holders) == ("third-party", ("the union",))


def test_all_but_is_no_contrast() -> None:
    found = clause(sentence("A spokeswoman said that all but nine of the pumps work."), "nine of the pumps")
    assert found.holder_kind == "company"


def test_who_reckons_something_of_the_company_is_another() -> None:
    found = clause(sentence("The research firm Orbis estimates that the company holds 14% of the market."), "14%")
    assert found.is_subject


def test_a_newsletter_is_an_outlet() -> None:
    read = sentence("In May, Der Bote, a newsletter, reported that Globe had offered to buy Acme.")
    assert clause(read, "offered to buy").holder_kind == "outlet"


def test_a_firm_by_name_is_not_the_company() -> None:
    words = "According to figures from the research firm Orbis, Acme holds 14% of the market."
    found = clause(sentence(words), "14%")
    assert found.holder_kind != "company"
    assert "Orbis" in found.holders


@pytest.mark.parametrize(
    "words",
    [
        "Finance chief Jane Roe said sales had nearly doubled.",
        "Managing director Jane Roe said sales had nearly doubled.",
        "The company's chief technology officer, Jane Roe, said sales had nearly doubled.",
        "Chief technology officer Roe Wei Ming was pleased. Mr Roe said sales had nearly doubled.",
    ],
)
def test_officers_without_a_company_beside_their_post(words: str) -> None:
    found = clause(sentence(words), "nearly doubled")
    assert found.holder_kind == "company"
    assert "Roe" in found.holders[-1]


def test_information_from_an_outlet_is_a_report() -> None:
    found = clause(sentence("According to information from Rheinblatt, Acme is preparing a round."), "preparing")
    assert (found.holders, found.holder_kind) == (("Rheinblatt",), "outlet")


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("Insiders expect a flotation in 2029.", "Insiders"),
        ("Sales are estimated at $12 million.", "unnamed sources"),
        ("Sales are estimated by Orbis at $12 million.", "Orbis"),
        ("Acme calls itself the market leader in pumps.", "Acme"),
    ],
)
def test_what_is_reckoned_is_hedged(words: str, holder: str) -> None:
    found = clause(sentence(words), words[-14:-1])
    assert found.modality in ("hedged", "opinion")
    assert found.holders == (holder,)
