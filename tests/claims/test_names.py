"""Proper names: where they stand, what they name, what is no name; and which of them mean the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.claims.names import find_names, learn
from briefing.claims.reading import FoundName
from briefing.model.naming import initials_fit, name_key
from briefing.model.source import Passage, Source

from .close import sentence


def source(text: str, ident: str = "s1", language: str = "en") -> Source:
    """A source whose lines are its passages."""
    passages, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            passages.append(Passage(at, at + len(line), "sentence", number))
        at += len(line) + 1
    return Source(ident, f"{ident}.txt", "", text, language=language, passages=tuple(passages))


def names(text: str, subject: tuple[str, ...] = ()) -> list[FoundName]:
    one = source(text)
    book = learn([one])
    return [name for p in one.passages for name in find_names(text, p.start, p.end, book, subject)]


def texts(text: str) -> list[str]:
    return [name.text for name in names(text)]


def kinds(text: str) -> dict[str, str]:
    return {name.text: name.kind for name in names(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was led by Harbour Vision Fund 2, Type Two Ventures and the Quebec Miners’ Pension Plan.",
            ["Harbour Vision Fund 2", "Type Two Ventures", "Quebec Miners’ Pension Plan"],
        ),
        (
            "Backers are Hale & Wren, AT&V and Hale and Wren Companies.",
            ["Hale & Wren", "AT&V", "Hale and Wren Companies"],
        ),
        (
            "It serves the Ministry of Food, Agriculture and Fisheries, the Department of Health and Older People and "
            "the Department for Science, Innovation and Technology.",
            [
                "Ministry of Food, Agriculture and Fisheries",
                "Department of Health and Older People",
                "Department for Science, Innovation and Technology",
            ],
        ),
        (
            "It serves the Ministry of Defence, Norwind and Delsea and the Department of Energy and Harn.",
            ["Ministry of Defence", "Norwind", "Delsea", "Department of Energy", "Harn"],
        ),
        (
            "It was led by 4th Gate Ventures with 2049 Ventures, advised by Hale, Wren and Roe LLP on the 5th day.",
            ["4th Gate Ventures", "2049 Ventures", "Hale, Wren and Roe LLP"],
        ),
        ("It was bought by 5i, 8shifts, eNorth, xQ and b12n.", ["5i", "8shifts", "eNorth", "xQ", "b12n"]),
        (
            "It was led by 600 Global, 9-Twelve and 44Robotics in the 44MW plant.",
            ["600 Global", "9-Twelve", "44Robotics"],
        ),
        (
            "We met the Ministry of Economy and Finance, the Bank of Norland and the Banco do Norte.",
            ["Ministry of Economy and Finance", "Bank of Norland", "Banco do Norte"],
        ),
        (
            "It hired Northwind, Inc., Delta Corp. and Acme Foods S.A. in spring.",
            ["Northwind, Inc.", "Delta Corp.", "Acme Foods S.A."],
        ),
        (
            "It was led by Roe, Hale & Wren, LLP, n3harbour and 5x Founders; sales grew 3x in Asia.",
            ["Roe, Hale & Wren, LLP", "n3harbour", "5x Founders", "Asia"],
        ),
        (
            "Customers are iHarbour, 4M and the brewer Van der Wren, Hale & Co, with 5M users.",
            ["iHarbour", "4M", "Van der Wren, Hale & Co"],
        ),
        ("Northwind and crest.labs joined Smit and Sons B.V.", ["Northwind", "crest.labs", "Smit and Sons B.V."]),
        ("9acmes, the Oslo start-up, bought it.", ["9acmes", "Oslo"]),
        ("Shares of Rooming.com and of O’Hara-Lindt rose.", ["Rooming.com", "O’Hara-Lindt"]),
        (
            "A deal with J. P. Hale, Michael J. Wren and Circle Q. Then it closed.",
            ["J. P. Hale", "Michael J. Wren", "Circle Q"],
        ),
        (
            "Suppliers such as McHale's said no, and McHale's, Acme and Delta left.",
            ["McHale's", "McHale's", "Acme", "Delta"],
        ),
        ("The fund Северсталь and 字节北方 are abroad.", ["Северсталь", "字节北方"]),
    ],
)
def test_names_are_found_whole(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile, investors watched. Growing fast is hard. Backing from banks helped.",
        "The CEO raised a Series B in March for AI and GPUs on Tuesday.",
        "Cross-border trade and the Mid-2026 plan matter. Pent-up demand fell.",
        "Analysts expect an IPO in Q3. However, French and German buyers hesitate.",
        "Large Language Models: trained on text. Key Partners: none yet.",
    ],
)
def test_what_only_begins_a_sentence_or_is_generic_is_no_name(text: str) -> None:
    assert texts(text) == []


def test_descriptors_are_cut_off_and_kept() -> None:
    found = {
        name.text: name.descriptor
        for name in names(
            "Shipping giant Norvik, German defense tech startup Falk and Oslo-based firm Brae met Lund, a Swedish fund."
        )
    }
    assert found["Norvik"] == "Shipping giant"
    assert found["Falk"] == "German defense tech startup"
    assert found["Brae"] == "Oslo-based firm"
    assert found["Lund"] == "Swedish fund"


def test_people_by_title_first_name_apposition_and_speech() -> None:
    told = kinds(
        "French President Émile Caron met Northwind CEO Bo Tanaka.\n"
        "Zsofi Varga, who runs Delta, agreed.\nQuill Hartmann works there. Hartmann said it went well.\n"
        "Maria Silva left."
    )
    assert {
        told[name] for name in ("Émile Caron", "Bo Tanaka", "Zsofi Varga", "Quill Hartmann", "Hartmann", "Maria Silva")
    } == {"person"}
    assert told["Northwind"] == "organisation"


def test_a_surname_stands_for_the_one_person_who_has_it() -> None:
    found = names("Quill Hartmann founded Acme. Hartmann said so.")
    assert found[-1].canonical == "Quill Hartmann"
    assert found[-1].kind == "person"


def test_outlets_places_products_and_events_by_what_surrounds_them() -> None:
    told = kinds(
        "Acme’s chief told Techwatch that it would expand to Oslo, the Norden Times reported.\n"
        "Acme launched Skyline, an app. Skyline Pro followed. They met at the Norden AI Summit."
    )
    assert told["Techwatch"] == told["Norden Times"] == "outlet"
    assert told["Oslo"] == "place"
    assert told["Skyline"] == told["Skyline Pro"] == "product"
    assert told["Norden AI Summit"] == "event"
    assert [name.kind for name in names("He told Techwatch so.") if name.text == "Techwatch"] == ["outlet"]


def test_a_company_that_is_called_by_telephone_is_no_product() -> None:
    told = kinds(
        "They have called NorthPeak and been told to wait. NorthPeak has 40 ships. NorthPeak raised $5 million in 2023."
    )
    assert told["NorthPeak"] == "organisation"
    assert kinds("Acme sells an app called NorthPeak. NorthPeak has many users.")["NorthPeak"] == "product"


def test_bodies_of_the_state_have_lower_case_names() -> None:
    assert texts("It serves Norway’s army, the Danish health ministry and Iceland's coast guard.") == [
        "Norway’s army",
        "Danish health ministry",
        "Iceland's coast guard",
    ]


def test_generic_endings_belong_to_a_name_only_where_the_texts_show_it() -> None:
    assert texts("Acme AI’s founder said that Delta AI chips sell.") == ["Acme AI", "Delta"]


def test_headlines_hold_only_names_known_from_the_text() -> None:
    assert texts("Quiet Bets Pay Off for Acme in Northern Markets\nShe runs Acme well.") == ["Acme", "Acme"]


def test_the_subject_and_its_products_are_told_apart() -> None:
    found = names("Acme sells Acme Compute, and it buys from Delta.", ("Acme AI", "Acme"))
    assert [(name.text, name.is_subject, name.kind) for name in found][:2] == [
        ("Acme", True, "organisation"),
        ("Acme Compute", False, "product"),
    ]
    assert found[0].canonical == "Acme AI"


def test_lower_case_forms_elsewhere_decide_over_first_words() -> None:
    assert texts("Bridge raised money.\nIt is a bridge.") == []
    assert texts("Bridgeo raised money.") == ["Bridgeo"]


def test_a_channel_has_an_owner() -> None:
    found = names("It sells through Delta’s Skyhall platform.\nSkyhall is big. Delta grows.")
    assert {name.owner for name in found if name.text == "Skyhall"} == {"Delta"}


@pytest.mark.parametrize(
    ("text", "canonical", "alias"),
    [
        ("Northland Land Bank (NLB) lent it. Then NLB left.", "Northland Land Bank", "NLB"),
        ("Hallow Halloran led. Later h12n joined.", "Hallow Halloran", "h12n"),
        ("The app Vivo, formerly known as “Le Rond”, grew. Le Rond was old.", "Vivo", "Le Rond"),
        ("Delta, now called Delphi, moved. Delphi is new.", "Delphi", "Delta"),
        ("Lightfield Venture Partners led. Lightfield smiled.", "Lightfield Venture Partners", "Lightfield"),
        ("Coatway Management joined and Coatway grew.", "Coatway Management", "Coatway"),
    ],
)
def test_aliases_are_learnt_from_the_texts(text: str, canonical: str, alias: str) -> None:
    assert alias in learn([source(text)]).aliases[canonical]


def test_a_venture_arm_is_not_its_parent() -> None:
    book = learn([source("Backers are Pay and Pay Ventures.\nPay sells terminals."), source("Pay grew.", "s2")])
    assert "Pay" not in book.aliases.get("Pay Ventures", ())


def test_the_users_alias_file_wins() -> None:
    book = learn([source("Redcap invested. Norden Kapital invested.")], {"Norden Kapital": ["Redcap"]})
    assert book.canonical[name_key("Redcap")] == "Norden Kapital"


def test_german_nouns_are_no_names() -> None:
    text = (
        "Das Berliner Start-up Acme hat in einer Finanzierungsrunde Geld eingesammelt.\n"
        "Angeführt wurde die Runde von Nordlicht Ventures, zu den Kunden gehören Siemag und die Deutsche Post."
    )
    one = source(text, language="de")
    book = learn([one])
    found = [name.text for p in one.passages for name in find_names(text, p.start, p.end, book)]
    assert found == ["Acme", "Nordlicht Ventures", "Siemag", "Deutsche Post"]


def test_keys_ignore_case_accents_articles_and_legal_forms() -> None:
    assert name_key("The Société Générale S.A.") == name_key("societe generale")
    assert name_key("Agence Norden‑Presse") == name_key("Agence Norden-Presse")
    assert name_key("Acme Ventures") != name_key("Acme")
    assert initials_fit("b10n", "Birchen Haven")
    assert not initials_fit("NLB", "Northland")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("AaBb9 .,'’&-—()|\n“”é字Яя"), max_size=80))
def test_whatever_the_text_names_stand_in_order_and_in_place(text: str) -> None:
    book = learn([source(text)])
    found = find_names(text, 0, len(text), book)
    assert all(text[name.start : name.end].split() == name.text.split() for name in found)  # spaces count once
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("unit", ["and ", "(", "7", "A and ", "Acme's "])
def test_endless_lines_end(unit: str) -> None:
    line = unit * 20_000
    assert len(find_names(line, 0, len(line))) <= 20_000


def _names(words: str) -> list[str]:
    read = sentence(words)
    return [name.text for said in read.utterances[2:] for name in said.names if not name.is_subject]


def test_a_firm_of_partners_keeps_its_comma() -> None:
    assert _names("Bookrunners were Banco Tejo, Marlow, Pryce & Partners and Sentinel Securities.") == [
        "Banco Tejo",
        "Marlow, Pryce & Partners",
        "Sentinel Securities",
    ]
    assert "Fernhill, Moss & Co. LLC" in _names("Fernhill, Moss & Co. LLC acted as financial adviser to Acme.")


def test_a_name_known_elsewhere_is_no_half_of_a_firm() -> None:
    found = _names("Castwell, Hale & Company and Oakfund Ventures invested in Acme. Castwell was first.")
    assert "Castwell, Hale & Company" not in found


def test_what_partners_are_for_is_no_name() -> None:
    assert _names("Implementation partners include Brightmoor Consulting and Tally & Vance LLP.") == [
        "Brightmoor Consulting",
        "Tally & Vance LLP",
    ]


def test_a_firm_with_an_ampersand_is_no_person() -> None:
    assert kinds("It works with James & Young in Oslo.")["James & Young"] == "organisation"


def test_spaces_where_tags_stood_do_not_part_a_name() -> None:
    assert texts("It was led by Hale &     Wren Ventures    and   Acme     Peak.") == [
        "Hale & Wren Ventures",
        "Acme Peak",
    ]


def test_who_reports_its_revenue_is_an_organisation() -> None:
    assert kinds("Acme competes with others. Intueri reported revenue of $10 billion for 2025.")["Intueri"] == (
        "organisation"
    )
