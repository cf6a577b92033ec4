"""Numbers, names and quotes on a slide are led back to the sources that are cited for them."""

from __future__ import annotations

import pytest

from briefing.checks import numbers, tracing
from briefing.model.briefing import SCHEMA_VERSION, Briefing, Origin, SourceRecord, Subject
from briefing.model.claim import Amount, Claim, FundingValues
from briefing.model.dates import When
from briefing.model.frame import Box, Deck, Frame, Paragraph, Run, TextMark
from briefing.model.money import Money
from briefing.model.source import Evidence

ONE = "Acme raised $13.8 million from Northwind in early 2030, half of it in loans. It runs 1,200 robots."
TWO = "Acme wuchs um 11,7 Prozent. „Wir sind 3 Gründer“, said Ada Byron."
TEXTS = {"s1": ONE, "s2": TWO}


def record(number: int) -> SourceRecord:
    return SourceRecord(f"s{number}", "article.txt", "", "A title", "Daily", "", "2031-02", "", "o1", "self", "Daily")


def briefing(*claims: Claim) -> Briefing:
    empty: tuple[tuple[()], ...] = ((),) * 14
    origins = (Origin("o1", "Daily", ("s1", "s2")),)
    return Briefing(SCHEMA_VERSION, Subject("Acme"), "2031-05", (record(1), record(2)), origins, claims, *empty)  # type: ignore[arg-type]


def deck(*runs: Run, notes: str = "") -> Deck:
    mark = TextMark("Text", Box(0, 0, 1, 1), (Paragraph(runs),))
    footer = TextMark(
        "Sources", Box(0, 0, 1, 1), (Paragraph((Run("Sources   [1] Daily   [2] Weekly", 9),)),), placeholder=11
    )
    return Deck("Acme", "Acme", "CTO", (Frame("overview", "overview", "canvas", "Acme", (mark, footer), notes),))


def cite(text: str) -> Run:
    return Run(text, 10, kind="citation")


def said(text: str) -> Run:
    return Run(text, 12, kind="claim")


@pytest.mark.parametrize(
    "text", ["$13.8M", "13.8 million", "1,200", "1200 robots", "in 2030", "11.7 %", "3", "0.5", "13,800,000", "1.2K"]
)
def test_a_number_is_known_in_any_spelling(text: str) -> None:
    assert tracing.check(deck(said(text)), briefing(), TEXTS) == []


@pytest.mark.parametrize("text", ["$13.9M", "13.8B", "1,201", "in 2029", "12 %"])
def test_a_number_that_no_source_says_is_found(text: str) -> None:
    assert [finding.rule for finding in tracing.check(deck(said(text)), briefing(), TEXTS)] == ["tracing.number"]


def test_the_source_cited_beside_a_number_must_say_it() -> None:
    right = deck(said("1,200 robots"), cite("\u00a0[1]"))
    wrong = deck(said("1,200 robots"), cite("\u00a0[2]"))
    assert tracing.check(right, briefing(), TEXTS) == []
    assert [finding.rule for finding in tracing.check(wrong, briefing(), TEXTS)] == ["tracing.citation"]


def test_own_counts_are_bare_integers_in_the_decks_own_words() -> None:
    assert tracing.check(deck(Run("2 articles", 12)), briefing(), TEXTS) == []
    assert tracing.check(deck(said("2 of its own claims")), briefing(), {**TEXTS, "s1": "Acme"}) == []
    assert tracing.check(deck(said("2 robots")), briefing(), {**TEXTS, "s1": "Acme"})
    assert tracing.check(deck(Run("$2", 12)), briefing(), TEXTS)
    assert tracing.check(deck(Run("9 articles", 12)), briefing(), TEXTS)


def test_what_a_claim_holds_is_known_for_its_source() -> None:
    money = Money(500_000_000, "USD", None, "half a billion dollars")
    values = FundingValues("", "equity", When("2028-06"), (Amount(money, "raised", 77, 99),))
    claim = Claim("c1", "funding", "text", Evidence("s2", 0, 4, "Acme"), (), "outlet", "asserted", values)
    known = briefing(claim)
    assert tracing.check(deck(said("$500M in June 2028"), cite("[2]")), known, TEXTS) == []
    assert tracing.check(deck(said("77"), cite("[2]")), known, TEXTS)


def test_names_must_stand_in_a_source() -> None:
    assert tracing.check(deck(said("Northwind, Ada Byron, Sept 2030")), briefing(), TEXTS) == []
    found = tracing.check(deck(said("Led by Southwind")), briefing(), TEXTS)
    assert [finding.rule for finding in found] == ["tracing.name"]
    assert tracing.check(deck(Run("Southwind", 12)), briefing(), TEXTS) == []


def test_a_name_cut_at_its_end_is_still_the_sources() -> None:
    assert tracing.check(deck(said("Led by Northwi…")), briefing(), TEXTS) == []
    assert tracing.check(deck(said("Led by Southwi…")), briefing(), TEXTS)


def test_quotes_in_the_notes_are_verbatim() -> None:
    good = deck(notes="EVIDENCE\n[1] “It runs 1,200 robots”")
    bad = deck(notes="EVIDENCE\n[1] “It runs 1,300 robots”\n[7] “nobody”")
    assert tracing.check(good, briefing(), TEXTS) == []
    assert [finding.rule for finding in tracing.check(bad, briefing(), TEXTS)] == ["tracing.quote"] * 2


def test_a_scale_may_name_years_between_those_of_the_sources() -> None:
    assert tracing.check(deck(Run("2030", 12)), briefing(), TEXTS) == []
    older = {**TEXTS, "s2": "Founded in 2021."}
    assert tracing.check(deck(Run("2025", 12)), briefing(), older) == []
    assert tracing.check(deck(Run("2019", 12)), briefing(), older)


def test_numbers_are_found_in_linear_time() -> None:
    text = "1," * 500_000 + "(" * 1_000
    assert sum(1 for _ in numbers.find(text)) >= 1
