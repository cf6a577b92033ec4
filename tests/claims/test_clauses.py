"""Modality and holders are those of the clause, not of the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.close import clause, reading, sentence

# sentence, words in it, modality of the clause they stand in
MODALITIES = [
    ("Acme raised $5 million in May.", "raised", "asserted"),
    ("Acme is in talks to raise $5 million.", "in talks", "rumoured"),
    ("Acme is rumored to be raising $5 million at a $90 million valuation.", "$5 million", "rumoured"),
    ("Acme is reportedly raising $5 million.", "$5 million", "rumoured"),
    ("Acme is said to be close to a deal.", "close", "rumoured"),
    ("Acme plans to open a factory in Oslo.", "factory", "planned"),
    ("Acme will open a factory in Oslo next year.", "factory", "planned"),
    ("Acme is on track to reach $1 billion in sales.", "$1 billion", "planned"),
    ("Acme is preparing to release a wallet this summer.", "wallet", "planned"),
    ("A wallet is scheduled for 2027, Acme said.", "wallet", "planned"),
    ("Acme announced a $400 million plan to build plants in Norway.", "$400 million", "planned"),
    ("Acme could raise more money next year.", "raise", "hypothetical"),
    ("If Acme raises more money, it could open a second plant.", "second plant", "hypothetical"),
    ("Whether Acme can grow remains to be seen.", "grow", "hypothetical"),
    ("Its growth suggests that Acme has found a market.", "found a market", "opinion"),
    ("Jane Doe argued that Acme is too small.", "too small", "opinion"),
    ("Acme denied that it had raised $5 million.", "$5 million", "denied"),
    ("Talks between Acme and Northwind collapsed in June.", "Northwind", "denied"),
    ("The sale of Acme was called off.", "sale", "denied"),
    ("Acme claims its app is the safest of all.", "safest", "hedged"),
    ("Acme is often described as a bank.", "described", "hedged"),
    ("Acme appears to be growing fast.", "growing", "hedged"),
    ("Acme has raised $90 million, Startupbase estimates.", "$90 million", "hedged"),
    ("The extension left the price as it was, implying an unchanged valuation.", "unchanged", "implied"),
]


@pytest.mark.parametrize(("text", "words", "modality"), MODALITIES)
def test_modality(text: str, words: str, modality: str) -> None:
    assert clause(sentence(text), words).modality == modality


def test_a_plan_behind_a_fact_leaves_the_fact_alone() -> None:
    read = sentence(
        "Acme has grown from $20 million to $400 million, with projections to surpass $1 billion this year."
    )
    assert clause(read, "$400 million").modality == "asserted"
    assert clause(read, "$1 billion").modality == "planned"


def test_a_further_verb_of_the_same_subject_stands_for_itself() -> None:
    read = sentence("Acme acquired Northwind and plans to open an office in Oslo.")
    assert clause(read, "Northwind").modality == "asserted"
    assert clause(read, "office").modality == "planned"
    assert clause(read, "office").is_subject


def test_a_reported_valuation_does_not_hedge_the_round() -> None:
    read = sentence("Acme closed a $38 million Series A at a reported $200 million valuation, led by Doe Capital.")
    assert clause(read, "$38 million").modality == "asserted"
    assert clause(read, "$200 million").modality == "hedged"
    assert clause(read, "$200 million").holder_kind == "unnamed"


def test_a_relative_clause_has_its_own_holder() -> None:
    read = sentence(
        "Acme raised $11 million, which sources described as Norway's largest seed round, valuing it at $26 million."
    )
    assert clause(read, "$11 million").holders == ()
    assert clause(read, "largest").holders == ("sources",)
    assert clause(read, "largest").modality == "hedged"
    assert clause(read, "$26 million").holders == ()


def test_would_behind_said_is_a_plan() -> None:
    assert clause(sentence("Acme said it would open a plant in Oslo."), "plant").modality == "planned"


def test_the_month_of_may_is_no_hedge() -> None:
    assert clause(sentence("In May, Acme opened a plant."), "plant").modality == "asserted"


# sentence, words in it, holders (outermost first), kind of the innermost
HOLDERS = [
    ("Acme said it has 500 customers.", "500", ("Acme",), "company"),
    ("It has 500 customers, the company said in a statement.", "500", ("Acme",), "company"),
    ("According to the Oslo Times, Acme has 500 customers.", "500", ("Oslo Times",), "outlet"),
    ("Acme has 500 customers, the Oslo Times reported.", "500", ("Oslo Times",), "outlet"),
    (
        "The Oslo Times reported that Acme disclosed sales of $5 million.",
        "$5 million",
        ("Oslo Times", "Acme"),
        "company",
    ),
    ("Acme has raised $5 million, sources told the Oslo Times.", "$5 million", ("Oslo Times", "sources"), "unnamed"),
    (
        "Two people familiar with the matter said Acme is for sale.",
        "for sale",
        ("people familiar with the matter",),
        "unnamed",
    ),
    ('"We have 500 customers," said Jane Doe, chief executive of Acme.', "500", ("Jane Doe",), "company"),
    ('"We like Acme," said John Roe, a partner at Doe Capital.', "like", ("John Roe",), "third-party"),
    ("Acme has raised $5 million, according to Startupbase.", "$5 million", ("Startupbase",), "database"),
    ("Doe Bank said it uses software made by Acme.", "software", ("Doe Bank",), "third-party"),
    (
        "A spokesperson for the company told the Oslo Times that it is profitable.",
        "profitable",
        ("Oslo Times", "Acme"),
        "company",
    ),
    ("An Acme spokeswoman said the app is safe.", "safe", ("Acme",), "company"),
    ("The company's filing shows that it lost $3 million.", "lost", ("Acme",), "company"),
    ("Acme has 500 customers.", "500", (), "outlet"),
    ("Acme has opened a plant, per the Oslo Times.", "plant", ("Oslo Times",), "outlet"),
]


@pytest.mark.parametrize(("text", "words", "holders", "kind"), HOLDERS)
def test_holders(text: str, words: str, holders: tuple[str, ...], kind: str) -> None:
    found = clause(sentence(text), words)
    assert (found.holders, found.holder_kind) == (holders, kind)


def test_he_is_the_last_speaker() -> None:
    read = sentence('"We grew," said Jane Doe, chief executive of Acme. "We hired," she added.')
    assert clause(read, "hired").holders == ("Jane Doe",)
    assert clause(read, "hired").holder_kind == "company"


def test_a_quotation_goes_on_over_sentences() -> None:
    read = sentence('"We grew fast," Jane Doe, Acme\'s founder, said. "We took a risk. We were the first to do it."')
    assert clause(read, "the first").holders == ("Jane Doe",)
    assert clause(read, "the first").quoted


def test_it_is_the_outlet_that_was_just_reporting() -> None:
    read = sentence(
        "The Oslo Times reported that Acme has deals with two banks. It also reported a planned venture with Northwind."
    )
    assert clause(read, "also reported").holders == ("Oslo Times",)


def test_things_that_suggest_are_no_speakers() -> None:
    read = sentence("The deal matters because it suggests that Acme has found a market.")
    assert clause(read, "found a market").holders == ()


def test_a_denial_behind_a_semicolon_is_not_the_sources_word() -> None:
    read = sentence("Acme plans to buy Northwind, two sources told the Oslo Times; Northwind denied the report.")
    assert clause(read, "buy").holder_kind == "unnamed"
    assert clause(read, "denied").holders == ("Northwind",)


def test_a_negated_announcement_is_nobodys_word() -> None:
    found = clause(sentence("Acme did not disclose its valuation."), "valuation")
    assert found.negated
    assert found.holders == ()


def test_two_employers_one_of_them_the_subject() -> None:
    read = sentence('"We will grow," John Roe, Acme\'s chairman and CEO of Doe Capital, said in a statement.')
    assert clause(read, "grow").holder_kind == "company"


def test_a_table_header_hedges_its_cells_and_a_rumour_its_row() -> None:
    table = "| Date | Round | Valuation (reported) |\n|---|---|---|\n| May 2024 | Seed | $20M |\n"
    table += "| 2026 | Series B (rumored) | $90M |\n"
    read = reading(f"Acme in figures\nAcme is a payments startup.\n\n{table}")
    assert clause(read, "$20M").modality == "hedged"
    assert clause(read, "Seed").modality == "asserted"
    assert clause(read, "$90M").modality == "rumoured"


def test_every_offset_of_a_passage_has_its_clause() -> None:
    read = sentence(
        'Acme, which makes "safe" wallets (in Oslo), raised $5 million — a record — and, Doe said, will grow; so be it.'
    )
    for utterance in read.utterances:
        starts = [one.start for one in utterance.clauses]
        assert min(starts) == utterance.passage.start
        for offset in range(utterance.passage.start, utterance.passage.end):
            found = utterance.clause_at(offset)
            assert utterance.passage.start <= found.start < found.end <= utterance.passage.end


PIECES = st.lists(
    st.sampled_from(
        [
            "Acme",
            "said",
            "that",
            ",",
            "which",
            "(",
            ")",
            '"',
            "—",
            ";",
            "and",
            "but",
            "it",
            "$5 million",
            "will",
            "if",
            ".",
            "the company",
            "Jane Doe",
            "told",
            "what",
            ":",
        ]
    ),
    max_size=40,
)


@given(PIECES)
@settings(max_examples=150, deadline=None)
def test_no_order_of_words_breaks_the_grammar(pieces: list[str]) -> None:
    read = sentence(" ".join(pieces) or "Acme")
    for utterance in read.utterances:
        assert utterance.clauses
        for one in utterance.clauses:
            assert utterance.passage.start <= one.start < one.end <= utterance.passage.end


@pytest.mark.parametrize("piece", ["and ", "( ", "if Acme said ", '" ', "— ", "1 2 3 ", "Acme, which "])
def test_endless_lines_end(piece: str) -> None:
    read = sentence(piece * 4000)
    assert read.utterances


def test_answers_of_an_interview_are_the_interviewees() -> None:
    read = reading(
        "Interview: Acme's founder on patience\n"
        "Acme, a payments startup, had a busy year. We spoke with its founder, Jane Doe.\n"
        "Q: How is the company doing?\nA: We signed contracts worth $80 million last year.\n"
    )
    found = clause(read, "$80 million")
    assert (found.holders, found.holder_kind, found.is_subject) == (("Jane Doe",), "company", True)


def test_a_further_verb_of_saying_has_the_subject_of_the_first() -> None:
    found = clause(sentence("Jane Doe, Acme's founder, thanked the staff and said sales had doubled."), "doubled")
    assert found.holders == ("Jane Doe",)


def test_a_relative_clause_with_who_is_the_persons() -> None:
    read = sentence(
        '"It is risky," said John Roe, an analyst at Doe Research, who estimates that Acme loses $3 million a year.'
    )
    assert clause(read, "$3 million").holders[0] == "John Roe"


def test_talks_that_ended_are_denied() -> None:
    read = sentence("Northwind had been in talks to merge with Acme, but those talks ended without a deal.")
    assert clause(read, "in talks").modality == "rumoured"
    assert clause(read, "without a deal").modality == "denied"


def test_a_scoop_of_another_outlet_is_hedged() -> None:
    read = sentence(
        "The round was led by Doe Capital, the Oslo Times reports. Acme has 40 staff, the Oslo Times reports."
    )
    assert clause(read, "Doe Capital").modality == "hedged"
    assert clause(read, "40 staff").modality == "asserted"
