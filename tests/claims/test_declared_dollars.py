"""A text may say whose dollars its figures are in: "$5 million" is then not of the United States."""

from __future__ import annotations

import pytest

from briefing.claims.dollars import declared
from tests.reconcile.articles import told


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Dollar figures are Australian unless stated.", "AUD"),
        ("All amounts are in Canadian dollars.", "CAD"),
        ("All figures in A$ unless otherwise stated.", "AUD"),
        ("Prices are in Hong Kong dollars unless stated.", "HKD"),
        ("(All figures in US dollars unless otherwise stated.)", ""),
        ("The Australian dollar fell. Sales figures are up $5m in Canada.", ""),
    ],
)
def test_whose_dollars_a_text_is_told_in(words: str, code: str) -> None:
    assert declared(words) == code


def test_plain_dollars_are_of_that_currency_and_others_stay() -> None:
    text = (
        "Northwind makes pumps. Dollar figures are Canadian unless stated. Northwind has revenue of $40 million. "
        "Northwind has taken a charge of US$18 million."
    )
    found = {money.raw: money.currency for one in told(("2026-08-12", text)).metrics for money in one.amounts}
    assert found == {"$40 million": "CAD", "US$18 million": "USD"}
