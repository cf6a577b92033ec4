"""What an executive must not miss: insolvency, inquiries and cuts stand first among the lines of "so what"."""

from __future__ import annotations

import pytest

from briefing.slides.ledger import Ledger
from briefing.slides.trouble import trouble
from tests.reconcile.articles import told

PLAIN = ("2021-06-01", "Northwind, a maker of pumps, has raised $20 million. Northwind has 400 employees.")


def lines(text: str) -> list[tuple[str, str]]:
    return [(item.lead, item.versions[0].text) for item in trouble(Ledger(told(PLAIN, ("2024-11-24", text))))]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "On Thursday the pump maker Northwind filed for bankruptcy after a year of losses.",
            "Check that it goes on",
        ),
        ("Northwind entered administration in October 2024.", "Check that it goes on"),
        ("Northwind is under criminal investigation, the bank regulator said on Monday.", "Ask about the inquiry"),
        ("Northwind is laying off 20 percent of its staff, or about 80 people.", "Ask what the cuts mean"),
        ("Northwind cut 80 jobs in May 2024.", "Ask what the cuts mean"),
    ],
)
def test_trouble_is_told_in_the_words_of_its_source(text: str, lead: str) -> None:
    [(found, words)] = lines(text)
    assert found == lead
    assert words.rstrip(".") in text or words[1:].rstrip(".") in text


def test_the_gravest_comes_alone() -> None:
    found = lines("Northwind cut 80 jobs in May 2024. Northwind filed for bankruptcy in November 2024.")
    assert [lead for lead, _ in found] == ["Check that it goes on"]


@pytest.mark.parametrize(
    "text",
    [
        "Northwind opened a plant in Lyon in May 2024.",
        "Northwind sells software that helps 40 banks with fraud investigations.",
        "Northwind hired 80 people in May 2024, from staff of its own school.",
    ],
)
def test_other_news_is_no_trouble(text: str) -> None:
    assert lines(text) == []
