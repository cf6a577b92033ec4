"""Two sources, two sums, one time: what is one round told differently, and what are two."""

from __future__ import annotations

from briefing.claims import extract, find_subject
from briefing.model.briefing import FundingEvent
from briefing.reconcile import reconcile
from briefing.sources import read
from tests.reconcile.articles import told

_HEAD = "Acme Orbital builds satellites\nPublished: 4 March 2026\n\nAcme Orbital is a satellite maker from Kawasaki. "


def _events(*texts: str) -> tuple[FundingEvent, ...]:
    sources = [read(f"{n}.txt", (_HEAD + text + "\n").encode(), f"s{n}") for n, text in enumerate(texts, 1)]
    subject = find_subject(sources)
    return reconcile(sources, subject, *extract(sources, subject)).funding


def test_sums_of_nearly_one_size_at_one_time_are_one_round_in_dispute() -> None:
    (event,) = _events(
        "The company raised $120 million in September 2024.",
        "In the fall of 2024 Acme Orbital raised $110 million from a group headed by Oakfund.",
    )
    assert {money.value for money in event.amounts} == {120e6, 110e6}
    assert (event.disputed, event.leads) == (True, ("Oakfund",))


def test_one_figure_in_dollars_of_two_countries_is_one_round() -> None:
    (event,) = _events(
        "Acme Orbital raised A$450 million in October 2025.", "Acme Orbital raised $450 million in October 2025."
    )
    assert event.date == "2025-10"


def test_sums_of_two_sizes_or_two_times_are_two_rounds() -> None:
    assert len(_events("It raised $120 million in September 2024.", "It raised $60 million in September 2024.")) == 2
    assert len(_events("It raised $120 million in September 2024.", "It raised $110 million in May 2023.")) == 2


def test_a_rumour_has_the_month_it_was_told_in() -> None:
    (event,) = _events(
        "Acme Orbital is in talks to raise about $400 million, two people familiar with the matter said."
    )
    assert (event.standing, event.date) == ("rumoured", "2026-03~")


def test_talks_at_twice_the_price_are_of_the_next_round() -> None:
    found = _events(
        "The Series C, led by Oakfund in January 2025, came to $240 million at a valuation of $2 billion.",
        "Two people with knowledge of the matter said that the company is in discussions to raise $400 million, a deal "
        "that would price it at over $4 billion. Oakfund led the Series C.",
    )
    assert [[money.value for money in event.amounts] for event in found] == [[240e6], [400e6]]


def test_a_round_that_is_about_to_be_raised_is_the_one_then_raised() -> None:
    (event,) = _events(
        "Acme Orbital is about to raise €50 million at a valuation of $320 million, The Ledger reported on Friday.",
        "Its last round, in April 2026, brought in €54 million from Oakfund and Larch at $320 million.",
    )
    assert ([money.raw for money in event.amounts], event.date) == (["€54 million"], "2026-04")


def test_a_round_sum_that_rounding_does_not_explain() -> None:
    texts = (
        "Acme Orbital, a maker of pumps, has raised $120 million in a Series C led by Oakfund.",
        "Acme Orbital, a maker of pumps, raised $125 million in its Series C in March.",
        "Acme Orbital, a maker of pumps, raised about $120 million in its Series C in March.",
    )
    found = told(*(("2026-03-10", text) for text in texts[:2]), title="Acme Orbital")
    assert [[p.value for p in one.positions] for one in found.conflicts if one.kind == "amount"] == [
        ["$120 million", "$125 million"]
    ]
    agreed = told(("2026-03-10", texts[0]), ("2026-03-10", texts[2]), title="Acme Orbital")
    assert not [one for one in agreed.conflicts if one.kind == "amount"]


def test_one_sentence_on_two_prices_is_no_difference() -> None:
    text = (
        "Acme Orbital makes pumps. Oakfund bought in at $180 million, versus the $90 million of the Series A in 2021."
    )
    found = told(("2026-03-10", text), title="Acme Orbital")
    assert not [one for one in found.conflicts if not one.compatible]
