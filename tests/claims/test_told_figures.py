"""Sums and rates told by a verb or by "of": what burns, what is lost, a sensitivity of 96 percent."""

from __future__ import annotations

import pytest

from briefing.claims import funding, statements
from briefing.claims.subject import find_subject
from briefing.model.claim import Claim, FundingValues
from briefing.sources import read

from .close import figures, pumps


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme is burning about $1.5 million a month.", [("cash burn", 1.5e6)]),
        ("Acme lost 310 million shillings last year.", [("net loss", 310e6)]),
        ("Its pump has a sensitivity of 96%.", [("sensitivity", 96.0)]),
        ("Acme carried 4.1 million passengers last year.", [("passengers", 4.1e6)]),
        ("Acme works with 340 hospitals; a year ago it was 150.", [("hospitals", 340.0), ("hospitals", 150.0)]),
    ],
)
def test_what_a_verb_or_noun_measures(words: str, expected: list[tuple[str, float]]) -> None:
    assert figures(words) == expected


def test_a_count_of_a_country_is_nobodys() -> None:
    assert figures("The country has 5 million farms.") == []


def test_debt_that_comes_beside_a_round() -> None:
    found = funding.extract(pumps("A further $6 million comes as debt from Larch Bank."))
    told = [one.values for one in found if isinstance(one, Claim) and isinstance(one.values, FundingValues)]
    assert [(one.instrument, one.participants) for one in told] == [("debt", ("Larch Bank",))]


def test_who_is_counted_but_not_named_whispers() -> None:
    found = statements.extract(pumps("The opening has moved to 2029, two contractors said."))
    assert ("rumoured", "unnamed") in {(one.modality, one.holder_kind) for one in found}


def test_a_company_that_buys_and_does_much_else_is_the_subject() -> None:
    text = (
        "Orsino to buy rival Kettu Skis for €48 million\n\n"
        "Ski maker Orsino is buying Kettu Skis of Finland for 48 million euros. Orsino expects sales of €210 million. "
        "Orsino makes skis in Cadore. Orsino employs 900 people. Orsino sells its skis in 35 countries.\n"
    )
    assert find_subject([read("1.txt", text.encode(), "s1")]).name == "Orsino"


def test_who_led_it_led_the_round_before() -> None:
    found = funding.extract(pumps("Acme closed an $85 million Series B last Friday. Larch Partners led it."))
    assert ("Larch Partners",) in {
        one.values.leads for one in found if isinstance(one, Claim) and isinstance(one.values, FundingValues)
    }
