"""What is said rather than known: statements, views, advice, things to watch, cautions."""

from __future__ import annotations

import pytest

from briefing.claims import statements
from briefing.model.claim import Claim, OpinionValues
from tests.claims.close import reading, sentence


def said(text: str) -> list[tuple[str, str, str]]:
    """(role, modality, text) of every statement in one sentence of an article about Acme."""
    found = [claim for claim in statements.extract(sentence(text)) if "has news" not in claim.text]
    return [(values(claim).role, claim.modality, claim.text) for claim in found]


def values(claim: Claim) -> OpinionValues:
    assert isinstance(claim.values, OpinionValues)
    return claim.values


def test_a_companys_word_is_a_statement() -> None:
    assert said("Acme says it powers the shops of 2 million users.") == [
        ("statement", "asserted", "Acme says it powers the shops of 2 million users.")
    ]


def test_an_officers_quotation_is_a_statement_once() -> None:
    found = said('"We are the best in the world," said Jane Doe, chief executive of Acme.')
    assert [(role, modality) for role, modality, _ in found] == [("statement", "opinion")]


def test_a_customers_plan_is_a_view() -> None:
    found = said("Doe Bank said Acme's software will be used in its branches from 2027.")
    assert [(role, modality) for role, modality, _ in found] == [("view", "planned")]


def test_plain_facts_are_no_statements() -> None:
    assert said("Acme raised $5 million in May.") == []


def test_the_part_that_is_less_than_asserted_is_cut_out() -> None:
    found = said("Acme raised $5 million, with plans to open an office in Oslo.")
    assert found == [("view", "planned", "with plans to open an office in Oslo.")]


def test_other_companies_statements_are_left_out() -> None:
    text = (
        "Deals of the week\nBrightwell said it will hire engineers.\n\nCobalt Grid plans a new site.\n\n"
        "Dunmore Labs expects to grow.\n\nElmo Pay may list in London.\n\nAcme raised $40 million.\n"
    )
    assert [claim.text for claim in statements.extract(reading(text))] == []


def test_a_boast_that_nobody_is_named_for_is_kept() -> None:
    found = said("Acme launched a model that outperforms all others in tests.")
    assert [(role, modality) for role, modality, _ in found] == [("statement", "asserted")]


@pytest.mark.parametrize(
    ("text", "role", "audiences"),
    [
        ("For CTOs and enterprise architects, Acme offers control.", "advice", ("ctos", "enterprise architects")),
        ("Buyers should ask Acme for references.", "advice", ("buyers",)),
        ("Your organization can use Acme's platform to keep control of data.", "advice", ("you",)),
        ("The next major signal is Acme's promised model.", "watch", ()),
        ("Watch for evidence behind Acme's sales claims.", "watch", ()),
        ("No benchmark data for Acme's model was provided.", "caution", ()),
        ("Acme's figures should be treated carefully.", "caution", ()),
        ("Acme did not disclose its margins.", "caution", ()),
    ],
)
def test_guidance_for_readers(text: str, role: str, audiences: tuple[str, ...]) -> None:
    found = [claim for claim in statements.extract(sentence(text)) if values(claim).role == role]
    assert len(found) == 1
    assert values(found[0]).audiences == audiences


def test_advice_goes_on_in_its_paragraph() -> None:
    found = list(
        statements.extract(sentence("For enterprise buyers, the appeal is broad. Acme could simplify selection."))
    )
    assert [values(claim).audiences for claim in found if values(claim).role == "advice"] == [
        ("enterprise buyers",)
    ] * 2


def test_items_under_a_watch_list_are_things_to_watch() -> None:
    read = reading("Acme waits\nAcme is a payments startup.\n\nWhat to watch:\n- The date of release\n- The licence\n")
    roles = [values(claim).role for claim in statements.extract(read) if "licence" in claim.text]
    assert roles == ["watch"]


def test_a_caution_inside_somebodys_sentence_is_cut_out() -> None:
    found = said(
        "Acme has 500 customers, Jane Doe of Acme said, though the figure could not be independently verified."
    )
    assert ("caution", "hypothetical", "though the figure could not be independently verified.") in found


def test_the_quotes_stand_in_the_text() -> None:
    read = sentence(
        "Acme said “we will grow”; Doe Bank, which may buy Acme, did not comment — and “that is all,” it added."
    )
    for claim in statements.extract(read):
        assert read.source.holds(claim.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "The company announced in May that it had raised money.",
        "The company may seek a listing next year.",
        "This startup could be sold.",
    ],
)
def test_a_sentence_on_one_company_advises_nobody(text: str) -> None:
    found = statements.extract(reading(f"Acme makes robots. {text}"))
    assert not [claim for claim in found if values(claim).role == "advice"]


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("Jane Roe is the chief executive of Acme. She’d also said that orders would double.", "Jane Roe"),
        ("They've said that orders would double.", "Acme"),
        ("The score, as of last Friday, per Acme: 1,730 pumps in the field and 41 customers.", "Acme"),
    ],
)
def test_who_speaks_in_short_forms_and_behind_per(words: str, holder: str) -> None:
    read_closely = sentence(words)
    assert read_closely.utterances[-1].clauses[-1].holders == (holder,)
    assert not [name for name in read_closely.utterances[-1].names if "’" in name.text or "'" in name.text]


def test_a_noun_between_dashes_is_no_plan() -> None:
    found = said("I will not list it all, but expect the larger items — hm, Acme's $20 million raise — to come up.")
    assert not [text for _, modality, text in found if modality == "planned" and text.endswith("raise")]
    assert [modality for _, modality, _ in said("Acme plans to open a yard in Cork by 2027.")] == ["planned"]
