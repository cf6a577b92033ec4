"""Whose word a statement is: papers and their readers, speakers told by a place, addressees, and those in charge."""

from __future__ import annotations

import pytest

from briefing.model.claim import HolderKind
from tests.claims.close import pumps


def heard(words: str) -> tuple[tuple[str, ...], HolderKind]:
    clause = pumps(words).utterances[-1].clauses[0]
    return clause.holders, clause.holder_kind


def quoted(words: str) -> tuple[tuple[str, ...], HolderKind]:
    """By whom the words between quotation marks are."""
    clause = next(clause for clause in pumps(words).utterances[-1].clauses if clause.end - clause.start < 20)
    return clause.holders, clause.holder_kind


@pytest.mark.parametrize(
    ("words", "paper"),
    [
        ("Orders stood at $40 million, according to an investor presentation seen by the Lisbon Post.", "presentation"),
        ("The Lisbon Post put orders at $40 million, citing a lender presentation from May.", "presentation"),
        ("A pitch deck seen by the Lisbon Post puts orders at $40 million.", "deck"),
        ("A letter to investors shows that orders fell.", "letter to investors"),
        ("Orders fell, according to documents seen by the Lisbon Post.", "documents"),
        ("Orders fell, according to minutes of the supervisory board.", "minutes"),
    ],
)
def test_a_paper_speaks_and_not_its_readers(words: str, paper: str) -> None:
    holders, kind = heard(words)
    assert holders[-1].endswith(paper)
    assert kind == "unnamed"


@pytest.mark.parametrize(
    "words",
    [
        "Orders fell, according to a company statement.",
        "Orders fell, according to a press release.",
        "Acme's brochures say that the pump weighs 30 kilos.",
        "The company's memo to staff says that orders fell.",
    ],
)
def test_the_papers_of_a_company_are_its_word(words: str) -> None:
    assert heard(words) == (("Acme",), "company")


def test_a_register_where_papers_are_filed_says_nothing() -> None:
    assert heard("Orders fell, according to a filing with the SEC.") == ((), "outlet")
    assert heard("Orders fell, according to a statement from the regulator.")[1] != "company"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Two dealers in Lisbon told us that Acme pays late.", "unnamed"),
        ("A customer in Berlin said that Acme pays late.", "unnamed"),
        ("An analyst in London expects Acme to lose money.", "third-party"),
        ("The regulator in Brussels says that Acme pays late.", "third-party"),
        ("A spokesperson for Acme in Lisbon said that orders fell.", "company"),
    ],
)
def test_speakers_are_told_by_where_they_are(words: str, kind: str) -> None:
    holders, found = heard(words)
    assert found == kind
    assert holders[-1] not in ("Lisbon", "Berlin", "London", "Brussels")


@pytest.mark.parametrize(
    "behind",
    [
        "told us.",
        "told the newspaper.",
        "told the Post.",
        "told me over coffee.",
        "said with a laugh.",
        "said when asked about it.",
        "says as she walks through the hall.",
    ],
)
def test_a_quotation_is_its_speakers_whoever_was_told(behind: str) -> None:
    words = f"Acme's chief executive is Jane Doe.\n\n“Orders doubled,” Doe {behind}"
    holders, kind = quoted(words)
    assert (holders[-1], kind) == ("Jane Doe", "company")


@pytest.mark.parametrize(
    "before",
    [
        "Acme's chief executive is Ann Smith.",
        "The company's founder and boss is Ann Smith.",
        "The company is led by Ann Smith.",
        "Acme is run by Ann Smith, a former engineer.",
        "Ann Smith runs Acme from a barge.",
        "Ann Smith started Acme in a garage.",
        "Ann Smith, who heads the company, is an engineer.",
    ],
)
def test_whoever_is_in_charge_speaks_for_the_company(before: str) -> None:
    assert heard(f"{before}\n\nOrders doubled, Smith said.") == (("Ann Smith",), "company")


@pytest.mark.parametrize(
    "before",
    [
        "Acme raised $5 million in a round led by Ann Smith.",
        "Ann Smith leads Acme's Series B for Northwind Capital.",
        "Ann Smith runs Northwind Capital.",
        "Ann Smith started Northwind Capital's second fund.",
    ],
)
def test_backers_are_not_in_charge(before: str) -> None:
    assert heard(f"{before}\n\nOrders doubled, Smith said.")[1] == "third-party"


def test_a_boss_named_behind_a_comma() -> None:
    assert heard("Orders doubled, according to its boss, Ann Smith.") == (("Ann Smith",), "company")
