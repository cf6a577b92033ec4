"""Who speaks where the company's name only describes the speaker, and what its own papers are worth."""

from __future__ import annotations

import pytest

from briefing.claims import analyse, find_subject, learn_all
from briefing.claims.reading import Clause
from briefing.sources import read

_HEAD = (
    "Acme Orbital builds satellites\nPublished: 4 March 2026\n\n"
    "Acme Orbital is a satellite maker based in Kawasaki.\n\n"
)


def _clauses(body: str) -> list[Clause]:
    source = read("a.txt", (_HEAD + body + "\n").encode(), "s1")
    subject = find_subject((source,))
    reading = analyse(source, subject, None, learn_all((source,), subject, None))
    return [clause for one in reading.utterances for clause in one.clauses if clause.start >= len(_HEAD) - 1]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("People close to Acme Orbital said it had lost $30 million.", "unnamed"),
        ("A former employee of Acme Orbital said it had lost $30 million.", "unnamed"),
        ("Workers at Acme Orbital said the plant had been idle.", "unnamed"),
        ("Customers of Acme Orbital said the service was slow.", "third-party"),
        ("A lawsuit against Acme Orbital alleges that it owes $3 million.", "third-party"),
        ("An investigation into Acme Orbital found that 40 satellites had failed.", "third-party"),
        ("A spokesman for Acme Orbital said it had 300 staff.", "company"),
        ("The founder of Acme Orbital said it had 300 staff.", "company"),
        ("A director at Acme Orbital said it had 300 staff.", "company"),
        ("The two companies said in a joint statement that the plant was open.", "company"),
        ("The department, whose inquiries go on, said it had found a network of firms.", "third-party"),
    ],
)
def test_a_name_behind_of_or_at_does_not_speak_unless_its_own_people_do(sentence: str, kind: str) -> None:
    assert _clauses(sentence)[0].holder_kind == kind


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("press materials", "company"),
        ("an official statement", "company"),
        ("an internal memo seen by the Ledger", "company"),
        ("a letter to shareholders", "company"),
        ("media reports", "unnamed"),
        ("leaked internal documents", "unnamed"),
    ],
)
def test_a_companys_own_paper_is_its_word_however_it_came_to_light(source: str, kind: str) -> None:
    assert _clauses(f"Acme Orbital has 300 staff, according to {source}.")[0].holder_kind == kind


def test_sources_behind_the_verb_speak_though_they_are_many() -> None:
    clause = _clauses("Acme Orbital could be valued at $4 billion, said multiple sources close to the talks.")[0]
    assert (clause.modality, clause.holder_kind) == ("rumoured", "unnamed")


def test_what_a_paper_says_later_rests_on_those_it_cited_before() -> None:
    told = _clauses(
        "Acme Orbital is in talks with investors, the Ledger reported on Tuesday, citing two people. "
        "Acme Orbital hopes to raise $300 million, the Ledger said."
    )
    assert told[-1].modality == "rumoured"
    assert told[-1].holder_kind == "unnamed"


def test_a_reporter_speaks_for_the_paper() -> None:
    clause = _clauses("The Ledger's Tim Brandt reports that Acme Orbital is in early fundraising talks.")[0]
    assert (clause.modality, clause.holders) == ("rumoured", ("Ledger",))


def test_what_many_think_is_no_whisper() -> None:
    first, second = _clauses("Acme Orbital is regarded as a leader in its field. It is seen as a rival to Northwind.")
    assert first.modality == second.modality == "opinion"
    assert first.holder_kind == "outlet"


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    told = _clauses(
        "Jane Doe of Oakfund praised the team.\n\nOne contractor said: “Nobody paid us for months.\n\n“It stopped.”"
    )
    assert told[-1].holder_kind == "unnamed"


def test_a_paper_is_known_by_what_it_asks_and_reports() -> None:
    told = _clauses(
        "Acme Orbital did not respond to a Ledger request for comment. The Ledger said it may sell a plant."
    )
    assert told[-1].holder_kind == "outlet"
