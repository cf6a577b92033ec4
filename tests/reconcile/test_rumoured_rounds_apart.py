"""A round that is only talked of: held by whoever the article holds it by, and apart from the rounds before it."""

from __future__ import annotations

from briefing.claims import extract, find_subject
from briefing.model.briefing import Briefing
from briefing.reconcile import reconcile
from briefing.sources import read

_CLOSED = "Acme Orbital raised $120 million from Oakfund last year at a valuation of $1.5 billion."


def _briefing(title: str, body: str) -> Briefing:
    source = read("a.txt", f"{title}\n\n{body}\n".encode(), "s1")
    subject = find_subject((source,))
    claims, rejected = extract((source,), subject)
    return reconcile((source,), subject, claims, rejected)


def _rounds(found: Briefing) -> list[tuple[list[str], list[str], str]]:
    return [([m.raw for m in one.amounts], [m.raw for m in one.valuations], one.standing) for one in found.funding]


def test_a_headline_stands_no_firmer_than_the_article_under_it() -> None:
    found = _briefing(
        "Satellite maker Acme Orbital fundraising points to $4 billion valuation",
        "Acme Orbital, a satellite maker, is seeking funds at a valuation of $4 billion, according to two people "
        "familiar with the matter. Acme Orbital declined to comment.",
    )
    assert {one.standing for one in (*found.funding, *found.metrics)} == {"rumoured"}


def test_a_headline_that_the_article_bears_out_stays_firm() -> None:
    found = _briefing(
        "Acme Orbital reaches $4 billion valuation",
        "Acme Orbital, a satellite maker, has raised $300 million at a valuation of $4 billion. Two people familiar "
        "with the matter said it had sought a valuation of $5 billion.",
    )
    assert found.funding[0].standing != "rumoured"


def test_what_the_next_round_may_value_it_at_is_not_that_of_the_last() -> None:
    found = _briefing(
        "Satellite maker Acme Orbital seeks funds",
        "Acme Orbital, a satellite maker, is in talks to raise funds at a valuation of $4 billion, according to two "
        f"people familiar with the matter. {_CLOSED}",
    )
    assert (["$120 million"], ["$1.5 billion"], "reported") in _rounds(found)
    assert ([], ["$4 billion"], "rumoured") in _rounds(found)


def test_an_older_round_of_about_the_size_confirms_no_rumour() -> None:
    found = _briefing(
        "Acme Orbital in talks to raise $150 million",
        f"Acme Orbital, a satellite maker, is in talks to raise $150 million, two people said. {_CLOSED}",
    )
    assert sorted(one[0] for one in _rounds(found)) == [["$120 million"], ["$150 million"]]


def test_talk_that_came_before_the_news_is_its_history() -> None:
    found = _briefing(
        "Acme Orbital raises $150 million",
        "Acme Orbital, a satellite maker, said on Tuesday it raised $150 million from Oakfund. In January the Ledger "
        "had reported that it was in talks to raise $120 million.",
    )
    assert [one[0] for one in _rounds(found)] == [["$150 million"]]


def test_what_it_got_before_is_a_fact_though_it_is_told_by_nobody_by_name() -> None:
    found = _briefing(
        "Acme Orbital in talks to raise funds",
        "Acme Orbital, a satellite maker, is seeking a higher valuation than the $17 billion that it got in its $1.2 "
        "billion fundraising in June, one of the people said.",
    )
    assert any(one.standing == "reported" and one.amounts for one in found.funding)


def test_a_companys_own_talk_of_a_matter_is_no_rumour() -> None:
    found = _briefing(
        "Acme Orbital raises $150 million",
        "Acme Orbital, a satellite maker, has raised $150 million from Oakfund, a test of its talk of independence.",
    )
    assert [one.standing for one in found.funding] == ["reported"]


def test_a_plan_that_papers_tell_beside_rumours_is_a_rumour() -> None:
    found = _briefing(
        "Acme Orbital picks banks for $1 billion IPO",
        "There have been reports that Acme Orbital wants to raise up to $1 billion through an initial offering. "
        "The satellite maker Acme Orbital has picked banks for the offering, which could raise about $1 billion, two "
        "people said.",
    )
    assert {one.standing for one in found.funding} == {"rumoured"}


def test_what_is_known_stands_firm_beside_what_is_whispered() -> None:
    found = _briefing(
        "Acme Orbital picks a bank",
        "The satellite maker Acme Orbital, backed by Oakfund and Larch Capital, has picked a bank, two people said.",
    )
    assert {one.standing for one in found.relationships} == {"reported"}


def test_an_attempt_is_no_round() -> None:
    found = _briefing(
        "Acme Orbital goes under",
        "After entering administration in March, the satellite maker Acme Orbital tried to raise $5 million.",
    )
    assert not found.funding


def test_whoever_is_valued_says_nothing() -> None:
    found = _briefing(
        "Acme Orbital valued at $4 billion in new funding round",
        "The satellite maker Acme Orbital has raised $300 million from Oakfund at a valuation of $4 billion.",
    )
    assert all(one.standing == "reported" for one in (*found.funding, *found.metrics))


def test_what_at_least_four_rounds_came_to_is_a_total() -> None:
    found = _briefing(
        "Acme Orbital weighs a sale",
        "The satellite maker Acme Orbital took in about $340 million over at least four rounds of equity.",
    )
    assert not found.funding
    assert [one.amounts[0].raw for one in found.funding_totals] == ["about $340 million"]


def _told(*texts: str) -> Briefing:
    sources = tuple(
        read(f"{number}.txt", f"Acme Orbital\n\n{text}\n".encode(), f"s{number}")
        for number, text in enumerate(texts, 1)
    )
    subject = find_subject(sources)
    claims, rejected = extract(sources, subject)
    return reconcile(sources, subject, claims, rejected)


def test_talk_of_a_note_did_not_come_true_years_before() -> None:
    found = _told(
        "Acme Orbital makes satellites. Oakfund led its $22 million Series A in 2020.",
        "Acme Orbital is in talks with its owners to raise between $18 million and $20 million by way of a "
        "convertible note, three people said. "
        "Oakfund is expected to provide at least half of the money, the people said.",
    )
    assert [(sums, standing == "rumoured") for sums, _, standing in _rounds(found)] == [
        (["$22 million"], False),
        (["$18 million"], True),
    ]


def test_a_price_that_is_talked_of_is_not_that_of_the_last_round() -> None:
    found = _told(
        "Acme Orbital is in talks to raise $120 million in a Series C, three people told us. The round is likely to "
        "value the company at around $900 million, the people said. Oakfund led its $48 million Series B in 2023.",
        "Acme Orbital said it has raised $138 million in a Series C at a valuation of $760 million.",
    )
    assert all("$900" not in money.raw for one in found.funding if "B" in one.name for money in one.valuations)
