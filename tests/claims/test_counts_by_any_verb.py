"""Counts told by any verb, by where something is in use, against a year before; figures that a paper takes back."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing

from .close import briefing_of


def _briefing(text: str) -> Briefing:
    head = "Acme Orbital builds satellites\nPublished: 4 March 2026\n\nAcme Orbital makes software in Oslo. "
    return briefing_of(head + text + "\n")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The company checks 5.2 million invoices a month, has 41 employees, and last year bought Globex.",
            {("invoices", 5_200_000, "invoices per month"), ("employees", 41, "employees")},
        ),
        (
            "Its 88 employees build about 20 pump arrays a month.",
            {("employees", 88, "employees"), ("pump arrays", 20, "pump arrays per month")},
        ),
        (
            "The company installed 9,400 heat pumps in the first ten months of the year, against 6,100 in all of 2024.",
            {("heat pumps", 9400, "heat pumps"), ("heat pumps", 6100, "heat pumps")},
        ),
        ("Its software runs in 9,800 pharmacies.", {("pharmacies", 9800, "pharmacies")}),
    ],
)
def test_counts(text: str, figures: set[tuple[str, float, str]]) -> None:
    assert {(one.name, one.value, one.unit) for one in _briefing(text).metrics} == figures


def test_what_a_paper_takes_back_is_no_figure() -> None:
    briefing = _briefing("It sells.\n\nCORRECTION\n\nLast week we wrote that Acme Orbital had 200 staff. It has 20.")
    assert [one.value for one in briefing.metrics] == [20]
    inline = _briefing("It sells.\n\nA CORRECTION: last week we said Acme Orbital has 200 staff. It has 20.")
    assert [one.value for one in inline.metrics] == [20]
    told = _briefing("It sells.\n\nNEWS\n\nLast week we wrote that Acme Orbital had 200 staff.")
    assert [one.value for one in told.metrics] == [200]


def test_partners_and_small_names() -> None:
    ties = {
        one.name: one.kinds for one in _briefing("Acme Orbital has Hale Hire and HVX among its partners.").relationships
    }
    assert ties == {"Hale Hire": ("partner",), "HVX": ("partner",)}
    ties = {
        one.name: one.kinds
        for one in _briefing("It bought brisk, an Antwerp start-up that does the same.").relationships
    }
    assert ties == {"brisk": ("acquired",)}
    assert not _briefing("It bought shares, a company said.").relationships
