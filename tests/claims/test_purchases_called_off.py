"""Purchases that came to nothing, deals that were only possible, papers at the end of lists: none of them is a tie."""

from __future__ import annotations

import pytest

from briefing.claims import extract, find_subject
from briefing.model.briefing import Briefing
from briefing.reconcile import reconcile
from briefing.sources import read


def _briefing(body: str) -> Briefing:
    text = f"News on Acme Orbital\n\nAcme Orbital is a satellite maker based in Kawasaki.\n\n{body}\n"
    source = read("a.txt", text.encode(), "s1")
    subject = find_subject((source,))
    return reconcile((source,), subject, *extract((source,), subject))


@pytest.mark.parametrize(
    "body",
    [
        "Northwind pulled out of a \u20ac14m deal to acquire Acme Orbital after an audit.",
        "Northwind has dropped its bid for Acme Orbital.",
        "Northwind had agreed to acquire Acme Orbital in May. The acquisition was called off on Monday.",
        "Acme Orbital discussed a potential deal with Northwind.",
    ],
)
def test_what_came_to_nothing_is_no_tie(body: str) -> None:
    assert not _briefing(body).relationships


@pytest.mark.parametrize(
    "body",
    [
        "Northwind has agreed to acquire Acme Orbital. Talks with Lyrane about a sale had collapsed in May.",
        "Northwind has acquired Acme Orbital. Northwind had abandoned its purchase of Pebble in May.",
    ],
)
def test_another_purchase_that_failed_takes_nothing_from_this_one(body: str) -> None:
    assert "acquirer" in next(one for one in _briefing(body).relationships if one.name == "Northwind").kinds


def test_the_paper_that_reports_a_list_is_not_on_it() -> None:
    found = _briefing("Acme Orbital is backed by Oakfund, Larch Capital and Birch, the Tidal Ledger reported.")
    assert {one.name for one in found.relationships} == {"Oakfund", "Larch Capital", "Birch"}


def test_a_round_that_a_paper_says_is_planned_is_a_rumour() -> None:
    found = _briefing("Acme Orbital is planning to raise at least $1 billion, the Tidal Ledger reported.")
    assert [one.standing for one in found.funding] == ["rumoured"]
