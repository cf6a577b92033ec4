"""Numbers, dates, lists and clauses as the deck writes them."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Subject
from briefing.model.money import Money
from briefing.model.source import Evidence
from briefing.slides import dates, figures
from briefing.slides.citations import digits, inline, sources_line
from briefing.slides.clipping import clip, sentence, shortenings
from briefing.slides.quoting import around, quoted
from briefing.slides.scripts import stretches
from briefing.slides.topics import topic
from briefing.slides.trimming import core
from briefing.slides.wording import (
    capital,
    common,
    counted,
    cut,
    joined,
    listed,
    lower_first,
    possessive,
    share,
    short_name,
    shown,
)


@pytest.mark.parametrize(
    ("raw", "value", "currency", "qualifier", "short", "words"),
    [
        ("$13.8 billion", 13.8e9, "USD", "about", "~$13.8B", "about $13.8B"),
        ("€385 million", 385e6, "EUR", None, "€385M", "€385M"),
        ("US$ 5bn", 5e9, "USD", "over", ">US$5B", "over US$5B"),
        ("$200,000", 200_000, "USD", "up-to", "≤$200,000", "up to $200,000"),
        ("1,7 Mrd. €", 1.7e9, "EUR", None, "€1.7B", "€1.7B"),
        ("₹ 120 crore", 1.2e9, "INR", "at-least", "≥₹120 crore", "at least ₹120 crore"),
        ("CHF 20m", 20e6, "CHF", None, "CHF 20M", "CHF 20M"),
        ("half a billion dollars", 5e8, "USD", "nearly", "~$500M", "nearly $500M"),
        ("SEK 11bn", 11e9, "SEK", None, "SEK 11B", "SEK 11B"),
        ("$1.2 trillion", 1.2e12, "USD", None, "$1.2T", "$1.2T"),
    ],
)
def test_money_keeps_digits_currency_and_qualifier(
    raw: str, value: float, currency: str, qualifier: str | None, short: str, words: str
) -> None:
    money = Money(value, currency, qualifier, raw)  # type: ignore[arg-type]
    assert figures.short(money) == short
    assert figures.in_words(money) == words


def test_money_with_its_currency_in_words_is_shortened() -> None:
    text = "raised 63.5 million pounds, or 70 million euros, and shipped 3 million pounds of steel for 2 million people"
    assert (
        figures.shortened(text) == "raised £63.5M, or €70M, and shipped 3 million pounds of steel for 2 million people"
    )


def test_long_money_in_a_sentence_is_shortened_and_nothing_else() -> None:
    text = "raising about $2 billion, or €1.8 billion, for 3 million users"
    assert figures.shortened(text) == "raising about $2B, or €1.8B, for 3 million users"


@pytest.mark.parametrize(
    ("edtf", "raw", "short", "long"),
    [
        ("2023-06", "", "June 2023", "June 2023"),
        ("2023-12~", "", "~Dec 2023", "about December 2023"),
        ("2025-09", "", "Sept 2025", "September 2025"),
        ("2026-02-24", "", "24 Feb 2026", "24 February 2026"),
        ("2026-02/2026-03", "", "Feb–Mar 2026", "Feb–Mar 2026"),
        ("2026-22", "", "summer 2026", "summer 2026"),
        ("2026", "", "2026", "2026"),
        ("2026-06/2026-07", "", "mid-2026", "mid-2026"),
        ("2026-05/2026-08", "By mid‑2026, the", "mid-2026", "mid-2026"),
        ("2026-12", "by year-end 2026", "year-end 2026", "year-end 2026"),
        ("2026-07-01/2026-07-09", "", "early July 2026", "early July 2026"),
        ("2024/2026", "", "2024–2026", "2024–2026"),
        ("../2025", "", "by 2025", "by 2025"),
        ("nonsense", "", "", ""),
    ],
)
def test_dates_read_as_people_write_them(edtf: str, raw: str, short: str, long: str) -> None:
    assert dates.short(edtf, raw) == short
    assert dates.long(edtf, raw) == long


def test_dates_take_their_preposition() -> None:
    assert dates.phrase("June 2023") == "in June 2023"
    assert dates.phrase("about December 2023") == "around December 2023"
    assert dates.phrase("24 February 2026") == "on 24 February 2026"
    assert dates.phrase("fourth quarter of 2027") == "in the fourth quarter of 2027"
    assert dates.month("2026-08-17~") == "August 2026"
    assert dates.phrase("") == ""


def test_citations_join_runs_of_three() -> None:
    assert digits([3, 1]) == "1,3"
    assert inline([1, 2, 3, 4, 7]) == "[1–4,7]"
    assert inline([1, 2]) == "[1,2]"
    assert inline([]) == ""


def test_citations_of_many_sources_stay_short() -> None:
    assert digits([1, 3, 5, 7, 9, 11]) == "1,3,5,7,9,11"
    assert digits(range(1, 100, 2)) == "1,3,5,7,9,11,…"
    assert inline(range(1, 100)) == "[1–99]"


def test_sources_line_shrinks_names_then_gives_a_range() -> None:
    names = [f"A very long name of a newspaper number {number}" for number in range(1, 15)]
    assert sources_line([1], names, "Arial", 9).startswith("Sources   [1] A very long name of a")
    assert sources_line(range(1, 8), names, "Arial", 9) == "Sources   [1]–[7], listed on slide 9"
    assert sources_line([], names, "Arial", 9) == ""


def test_counts_lists_and_names() -> None:
    assert counted(1, "claim") == "one claim"
    assert counted(23, "company") == "23 companies"
    assert share(3, 10) == "three of ten"
    assert share(4, 13) == "4 of 13"
    assert joined(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B", "C", "D"], 2) == "A, B and two more"
    assert possessive("Northwind Robotics") == "Northwind Robotics'"
    assert capital("eFarm grows") == "eFarm grows"
    assert lower_first("The company") == "the company"
    assert lower_first("Northwind grows") == "Northwind grows"
    assert common("Key trade-off") == "key trade-off"
    assert common("ARR growth") == "ARR growth"
    assert common("Swedish maker of anvils") == "Swedish maker of anvils"
    assert common("Paris-based start-up") == "Paris-based start-up"


def test_the_short_name_is_an_alias_that_begins_the_name() -> None:
    assert short_name(Subject("Northwind Robotics", ("NR", "Northwind", "the company"))) == "Northwind"
    assert short_name(Subject("Acme", ())) == "Acme"
    assert len(short_name(Subject("N" * 90, ()))) <= 44


def test_shown_text_loses_markup_and_control_signs_only() -> None:
    assert shown("  **Bold** and\x00 “quoted”\u00a0text\n next ") == "Bold and “quoted”\u00a0text next"


def test_versions_end_at_clauses() -> None:
    text = "However, the plant opens in May; it will hold 1,900 cells, which is more than its rival has."
    found = shortenings(text)
    assert found[0] == "the plant opens in May; it will hold 1,900 cells, which is more than its rival has"
    assert "the plant opens in May; it will hold 1,900 cells" in found
    assert "the plant opens in May" in found


def test_a_list_is_not_cut_in_the_middle() -> None:
    found = shortenings("No split between hardware, software and services is given")
    assert found == ("No split between hardware, software and services is given",)


def test_a_verb_keeps_its_preposition() -> None:
    found = shortenings("The company is a small French maker specialising in large anvils for ports")
    assert all(not text.endswith("specialising") for text in found)


def test_asides_go_first() -> None:
    assert "it raised €310M in May" in shortenings("it raised €310M (about $340M) in May")


def test_clip_cuts_with_an_ellipsis_only_at_the_end() -> None:
    assert clip("One very long clause without any place to cut it whatsoever", 20) == "One very long…"
    assert sentence("But it rained. Then it stopped.") == "It rained"


def test_a_cut_leaves_no_part_of_a_number() -> None:
    assert cut("Revenue of £31.4M", 14) == "Revenue of…"
    assert cut("£31.4M", 5) == "…"
    assert cut("Pump-2024-b of Acme", 9) == "Pump-202…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May 2026, Acme said it plans to open a plant near Utrecht.", "Open a plant near Utrecht."),
        ("The company is also preparing to release a new anvil", "Release a new anvil"),
        ("It launched Grip 3, a gripper", "Launched Grip 3, a gripper"),
        ("Acme Campus, a test site, opens in 2027", "Acme Campus, a test site, opens in 2027"),
        ("It is a maker of anvils", "It is a maker of anvils"),
        ("According to the Gazette, the plant opens", "The plant opens"),
        ("and that the company claimed it was on track to pass $5M", "Pass $5M"),
        (
            "In a call from Oslo, where it has a yard, she said that weekly output had doubled in June",
            "Weekly output had doubled in June",
        ),
        ("A filing dated 6 May shows that Acme has signed a lease for Globex Park", "Signed a lease for Globex Park"),
        ("In 2024 Acme bought Globex, a maker of gears", "Bought Globex, a maker of gears"),
        ("In May riders in Lyon went on strike", "Riders in Lyon went on strike"),
        ("In May and June Acme flew ten times", "In May and June Acme flew ten times"),
    ],
)
def test_core_leaves_out_who_says_it_and_when(text: str, expected: str) -> None:
    assert core(text, ("Acme",)) == expected


def test_scripts_are_told_apart() -> None:
    assert [(part.text, part.lang, part.rtl) for part in stretches("Acme שלום, ok")] == [
        ("Acme ", "", False),
        ("שלום", "he-IL", True),
        (", ok", "", False),
    ]
    assert [part.lang for part in stretches("日本の会社")] == ["ja-JP"]
    assert [part.lang for part in stretches("plain “quotes” – only")] == [""]


def test_topics_are_found_by_their_words() -> None:
    assert topic("The rumoured raise is unconfirmed").key == "rumour"
    assert topic("Ask for references and independent benchmarks").key == "proof"
    assert topic("Nothing in particular").key == "general"


def said(text: str) -> Evidence:
    return Evidence("s1", 0, len(text), text)


def test_a_quote_is_cut_between_words_around_what_it_is_quoted_for() -> None:
    text = "In May, Acme took a loan of $5 million from a bank in Utrecht, which owns part of the works."
    part = (said(text),)
    assert around(part, ("$5 million",), 40) == "“… a loan of $5 million from a bank in …”"
    assert around(part, ("$6 million",), 40) == ""
    assert quoted(part, ("$5 million",))[0] == f"“{text.rstrip('.')}”"
    assert all("$5 million" in version for version in quoted(part, ("$5 million",)))


def test_a_table_row_or_a_headline_is_no_quote() -> None:
    assert quoted((said("May 2026 | Series A | $5 million"),)) == ()
    assert quoted((said("Acme raises $5 million in a rush"),)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Had the deal gone through, the price of Northwind would have come to more than seven billion dollars",
        "Thanks to the boom in demand, the revenue of Northwind was on track to grow five times in that year",
        "At Northwind Fusion Systems in Cork, the mission is to make energy that anybody can pay for",
    ],
)
def test_what_only_leads_to_a_clause_is_no_version_of_it(text: str) -> None:
    heads = {version for version in shortenings(text) if "," not in version}
    assert heads == set()


def test_where_it_was_said_goes_with_who_said_it() -> None:
    told = "It said in a separate statement that claims of fraud were false"
    assert core(told, ("Northwind",)) == "Claims of fraud were false"


def test_a_clause_does_not_end_at_an_abbreviation() -> None:
    found = shortenings("The firm expects to file for U.S. FDA clearance in the fourth quarter of 2026")
    assert not [one for one in found if one.endswith("U.S") or one.endswith("U.S.")]
