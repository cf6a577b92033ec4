"""Who speaks without a name, whose papers are cited, and by what turns of phrase a text says that it only heard."""

from __future__ import annotations

import pytest

from briefing.model.claim import HolderKind, Modality
from tests.claims.close import pumps


def first(words: str) -> tuple[Modality, tuple[str, ...], HolderKind]:
    clause = pumps(words).utterances[-1].clauses[0]
    return clause.modality, clause.holders, clause.holder_kind


@pytest.mark.parametrize(
    "words",
    [
        "One infrastructure banker reckons that Acme will be sold.",
        "Acme lost two contracts, according to a former Northwind shareholder.",
        "“Acme sells below cost,” says an executive at Northwind.",
    ],
)
def test_somebody_described_but_not_named_is_unnamed(words: str) -> None:
    assert first(words)[2] == "unnamed"


@pytest.mark.parametrize(
    "words",
    [
        "Word on the waterfront is that Acme has hired a bank.",
        "Whisper has it that Acme has hired a bank.",
        "There is talk in the trade that Acme has hired a bank.",
        "Acme is supposed to have hired a bank.",
    ],
)
def test_what_is_only_heard_is_rumoured(words: str) -> None:
    assert first(words)[0] == "rumoured"


def test_figures_given_by_an_officer_are_the_officers() -> None:
    words = "According to figures given to us by Acme chief executive Jane Doe, sales reached €57 million."
    assert first(words)[1:] == (("Jane Doe",), "company")


def test_a_bracket_can_say_that_the_company_tells_it() -> None:
    assert first("Acme's order book stands at €2.4 billion (company figure).")[1:] == (("Acme",), "company")


def test_per_cent_cites_nobody() -> None:
    words = "“Output rises by 70 per cent and that people notice,” said Jane Doe, chief executive of Acme."
    assert all("people" not in holder for holder in first(words)[1])
    assert first(words)[0] != "rumoured"


def test_who_rules_something_out_says_so() -> None:
    assert first("Acme ruled out a listing before 2028.")[1] == ("Acme",)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("A former employee says that Acme is in trouble. “It loses a lot,” she says.", "A former employee"),
        ("One of these people is not convinced. “It costs too much,” she said.", "One of these people"),
        ("A supplier of Acme, who wants no trouble, laughed. “It is nonsense,” he said.", "A supplier"),
        ("Northwind will lead again, two of the three said.", "two of the three"),
    ],
)
def test_he_can_be_somebody_without_a_name(words: str, who: str) -> None:
    assert first(f"Jane Doe, chief executive of Acme, is happy. {words}")[1:] == ((who,), "unnamed")


def test_one_of_them_can_have_a_name() -> None:
    words = "Engineers have left. One of them, Bob Roe, is at Northwind now. “It was chaos,” he says."
    assert first(words)[1][-1] == "Bob Roe"


@pytest.mark.parametrize(
    "words",
    [
        "One investor who isn't on the cap table predicted that Acme will go public.",
        "“Acme asks too much,” the investor said.",
    ],
)
def test_an_investor_without_a_name_is_not_the_officer_told_of_before(words: str) -> None:
    clauses = pumps(f"Jane Doe, chief executive of Acme, is happy. {words}").utterances[-1].clauses
    assert any(clause.holder_kind == "unnamed" for clause in clauses)
    assert all("Jane Doe" not in clause.holders for clause in clauses)


def test_who_led_a_round_does_not_say_what_it_was_worth() -> None:
    assert first("Acme was valued at $2 billion in a round led by Oakfund.")[:2] == ("asserted", ())
    assert first("The value of Acme is estimated by Oakfund at $2 billion.")[1] == ("Oakfund",)
