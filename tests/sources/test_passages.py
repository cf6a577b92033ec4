"""How an article is cut into passages, seen on small articles."""

from __future__ import annotations

import pytest

from briefing.sources import read

PARAGRAPH = "Acme makes anvils for smiths in many countries. It was founded in 2019 by two engineers from Lyon."


def cut(text):
    source = read("a.txt", text.encode(), "s1")
    return source, [(one.kind, source.text[one.start : one.end]) for one in source.passages]


def of_kind(text, kind):
    return [words for found, words in cut(text)[1] if found == kind]


def lead(source, passage):
    return source.text[passage.lead_in.start : passage.lead_in.end] if passage.lead_in else ""


def cells(source, passage, name="cells"):
    return [source.text[cell.start : cell.end] for cell in getattr(passage, name)]


# titles and headings


def test_the_first_line_is_the_title_and_its_repetition_too():
    text = (
        f"Acme raises $5 million\nIn Brief\nPosted:\n3:02 PM PDT · July 29, 2025\nAcme raises $5 million\n{PARAGRAPH}"
    )
    assert of_kind(text, "title") == ["Acme raises $5 million"] * 2
    assert of_kind(text, "sentence") == PARAGRAPH.replace(". It", ".|It").split("|")


def test_an_article_that_opens_with_a_paragraph_has_no_title():
    source, found = cut(f"\n{PARAGRAPH}\n{PARAGRAPH}\n")
    assert source.title == ""
    assert found[0][0] == "sentence"


def test_a_table_of_contents_is_no_title_and_no_list():
    text = f"Table of Contents\n- 1. Acme grows\n- 2. Who pays\nAcme grows\n{PARAGRAPH}\nWho pays\n{PARAGRAPH}"
    source, _ = cut(text)
    assert source.title == "Acme grows"
    assert len(of_kind(text, "contents")) == 3
    assert of_kind(text, "heading") == ["Who pays"]


def test_a_table_of_contents_without_bullets_is_seen_by_its_headings():
    text = f"Acme today\nContents\nHow it began\nWho pays\nHow it began\n{PARAGRAPH}\nWho pays\n{PARAGRAPH}"
    assert of_kind(text, "contents") == ["Contents", "How it began", "Who pays"]
    assert of_kind(text, "heading") == ["How it began", "Who pays"]


def test_sentences_know_the_heading_above_them():
    source, _ = cut(f"Acme today\n{PARAGRAPH}\nHow it earns\n{PARAGRAPH}\nOne more thing …\n{PARAGRAPH}")
    headings = [one.heading for one in source.passages if one.kind == "sentence"]
    assert headings == ["", "", "How it earns", "How it earns", "One more thing …", "One more thing …"]


def test_numbered_headings_between_paragraphs_are_headings():
    text = f"Acme today\n1. How it began\n{PARAGRAPH}\n2. Who pays\n{PARAGRAPH}"
    assert of_kind(text, "heading") == ["1. How it began", "2. Who pays"]


# labels and lists


def test_a_label_leads_in_the_paragraph_below_it():
    source, _ = cut(f"Acme today\nKey takeaway\n{PARAGRAPH}\n{PARAGRAPH}")
    sentences = [one for one in source.passages if one.kind == "sentence"]
    assert [lead(source, one) for one in sentences] == ["Key takeaway", "Key takeaway", "", ""]
    assert sentences[0].block == sentences[1].block != sentences[2].block


def test_items_hang_under_their_lead_in_line():
    source, found = cut(f"Acme today\n{PARAGRAPH} Its clients include:\n• Northwind, a grocer\n• Contoso\n{PARAGRAPH}")
    items = [one for one in source.passages if one.kind == "item"]
    assert [words for kind, words in found if kind == "item"] == ["Northwind, a grocer", "Contoso"]
    assert {lead(source, one) for one in items} == {"Its clients include:"}
    assert [one.depth for one in items] == [1, 1]
    assert items[0].block == items[1].block not in {one.block for one in source.passages if one.kind == "sentence"}


def test_nested_items_hang_under_their_item():
    source, _ = cut("Acme today\nWatch:\n- Plans:\n  - a new plant\n  - a new port\n- Risks\n")
    found = [(one.depth, lead(source, one)) for one in source.passages if one.kind == "item"]
    assert found == [(1, "Watch:"), (2, "Plans:"), (2, "Plans:"), (1, "Watch:")]


def test_numbers_below_a_bullet_that_asks_for_a_list_are_nested():
    source, _ = cut(
        "Acme today\nRelease watch:\n- Not confirmed: the name.\n- What to look for:\n1) the price,\n2) the date.\n"
    )
    items = [
        (one.depth, source.text[one.start : one.end], lead(source, one))
        for one in source.passages
        if one.kind == "item"
    ]
    assert items[2:] == [(2, "the price,", "What to look for:"), (2, "the date.", "What to look for:")]


def test_an_item_of_several_sentences_gives_one_passage_each():
    source, _ = cut("Acme today\nNotes:\n- Acme grew. It hired Jane Roe.\n- It sold a plant.\n")
    assert of_kind(source.text, "item") == ["Acme grew.", "It hired Jane Roe.", "It sold a plant."]


def test_wrapped_items_and_paragraphs_are_joined():
    text = (
        "Acme today\n\n"
        "Acme, which makes anvils for smiths in more than thirty countries of\n"
        "the world, said on Tuesday that it has raised five million euros from\n"
        "Northwind Capital. The company was founded in 2019 by two engineers and\n"
        "has its seat in Lyon.\n\n"
        "- The first item is long enough that somebody wrapped it after some\n"
        "  sixty characters.\n"
        "- The second is not.\n"
    )
    assert of_kind(text, "item")[0].endswith("sixty characters.")
    assert len(of_kind(text, "sentence")) == 2
    assert not of_kind(text, "heading")


def test_questions_of_an_faq_are_no_claims_and_lead_in_their_answers():
    text = (
        f"Acme today\n{PARAGRAPH}\nFrequently asked questions\n- Who owns Acme?\n"
        "- Acme is owned by its founders and by Northwind Capital. It has no other owners.\n"
        "- Has Acme raised money?\n- Yes: Acme raised five million euros in March 2024 from Northwind Capital.\n"
    )
    source, _ = cut(text)
    assert of_kind(text, "question") == ["Who owns Acme?", "Has Acme raised money?"]
    answers = [one for one in source.passages if one.lead_in]
    assert [one.kind for one in answers] == ["sentence"] * 3
    assert lead(source, answers[0]) == "Who owns Acme?"


def test_question_and_answer_marks_are_left_out():
    text = f"Acme today\n{PARAGRAPH}\nQ: Who owns Acme?\nA: Its founders own all of it, as they said in March.\n"
    assert of_kind(text, "question") == ["Q: Who owns Acme?"]
    assert of_kind(text, "sentence")[-1] == "Its founders own all of it, as they said in March."


# tables


def test_a_padded_pipe_table_gives_trimmed_cells_under_their_columns():
    table = (
        "| Date     | Round  | Amount |\n"
        "|:---------|--------|-------:|\n"
        "| Jun 2023 | Seed   |   $2M  |\n"
        "| 2024     |        | $5M |\n"
    )
    text = f"Acme today\n{PARAGRAPH}\n{table}{PARAGRAPH}"
    source, found = cut(text)
    rows = [one for one in source.passages if one.kind == "row"]
    assert cells(source, rows[0]) == ["Jun 2023", "Seed", "$2M"]
    assert cells(source, rows[1]) == ["2024", "", "$5M"]
    assert cells(source, rows[0], "columns") == ["Date", "Round", "Amount"]
    assert [kind for kind, _ in found].count("header") == 1
    assert len({one.block for one in source.passages if one.kind in ("row", "header")}) == 1


def test_two_tables_on_top_of_each_other_keep_their_own_headers():
    text = "| A | B |\n|---|---|\n| 1 | 2 |\n| C | D |\n|---|---|\n| 3 | 4 |\n"
    source, _ = cut(text)
    assert [cells(source, one, "columns") for one in source.passages if one.kind == "row"] == [["A", "B"], ["C", "D"]]


def test_a_table_without_header_has_rows_without_columns():
    source, _ = cut("Acme today\n\n2023 | Seed | $2M\n2024 | Series A | $5M\n")
    rows = [one for one in source.passages if one.kind == "row"]
    assert len(rows) == 2
    assert rows[0].columns == ()


def test_a_header_without_rule_is_seen_by_its_words():
    source, _ = cut("Acme today\n\nYear | Round | Amount\n2023 | Seed | $2M\n2024 | Series A | $5M\n")
    assert [one.kind for one in source.passages][1:] == ["header", "row", "row"]


def test_a_bar_in_a_caption_or_an_advertisement_makes_no_table():
    text = f"Acme today\nJane Roe | Getty Images\n{PARAGRAPH}\nAcme event\nBoston, MA | June 9, 2026\n{PARAGRAPH}"
    assert not of_kind(text, "row")
    assert of_kind(text, "caption") == ["Jane Roe | Getty Images"]


def test_an_escaped_bar_parts_no_cells():
    source, _ = cut("| A | B |\n|---|---|\n| x \\| y | z |\n")
    assert cells(source, source.passages[-1]) == ["x \\| y", "z"]


# furniture


def test_what_surrounds_an_article_is_no_claim():
    noise = [
        "watch now",
        "Read more Northwind Times tech news",
        "- Contoso raises $90 million from Fabrikam",
        "- Fabrikam buys Litware for $2 billion",
        "Subscribe for the industry’s biggest tech news",
        "Northwind event",
        "Join 10,000 leaders of Contoso, Fabrikam and Litware",
        "Boston, MA | June 9, 2026",
        "REGISTER NOW",
        "We use cookies to improve your experience.",
        "Image Credits: Jane Roe",
        "© 2026 Northwind Times. All rights reserved.",
    ]
    text = "\n".join(["Acme raises $5 million", PARAGRAPH, *noise, PARAGRAPH])
    assert of_kind(text, "sentence") == PARAGRAPH.replace(". It", ".|It").split("|") * 2
    assert not of_kind(text, "item")


def test_topics_end_the_article():
    tail = "Topics\nAI, Acme\nOctober 27-29, 2025\nSan Francisco\nPut it before 10,000 leaders.\nBook Your Table"
    text = f"Acme raises $5 million\n{PARAGRAPH}\n{PARAGRAPH}\n{tail}"
    assert len(of_kind(text, "sentence")) == 4


def test_corrections_updates_and_biographies_are_boilerplate():
    text = (
        f"Acme raises $5 million\n{PARAGRAPH}\n{PARAGRAPH}\n"
        "Neither firm returned our request for comment.Correction: This story originally gave another date.\n"
        "Updated to include more on the $3 million from Contoso.\n"
        "Jane Roe is a reporter who covers Contoso and Fabrikam. She previously wrote for Litware.\n"
        "You can contact Jane by emailing jane@example.com.\nView Bio"
    )
    assert of_kind(text, "sentence")[-1] == "Neither firm returned our request for comment."
    assert len(of_kind(text, "boilerplate")) == 6


def test_captions_name_whom_a_picture_or_a_quotation_shows():
    text = (
        "Acme raises $5 million\nJane Roe, president and co-founder of Acme.\nMax Doe | Getty Images\n"
        f'{PARAGRAPH}\n"We make anvils, and only anvils, for the smiths of this world."\nJane Roe, CEO at Acme\n'
        f"{PARAGRAPH}"
    )
    assert of_kind(text, "caption") == [
        "Jane Roe, president and co-founder of Acme.",
        "Max Doe | Getty Images",
        "Jane Roe, CEO at Acme",
    ]


def test_a_dateline_is_no_part_of_the_first_sentence():
    text = (
        "Acme raises $5 million\nLYON, June 3, 2025 (Newswire) — Acme raised $5 million on Monday, it said.\nIt is old."
    )
    assert of_kind(text, "byline") == ["LYON, June 3, 2025 (Newswire)"]
    assert of_kind(text, "sentence")[0] == "Acme raised $5 million on Monday, it said."


@pytest.mark.parametrize(
    "words", ["Acme — a maker of anvils — raised", "ACME — Europe’s smith — raised", "ACME (Lyon) raised"]
)
def test_a_first_sentence_with_a_dash_is_no_dateline(words):
    text = f"Acme raises $5 million\n{words} $5 million on Monday, it said."
    assert of_kind(text, "sentence") == [f"{words} $5 million on Monday, it said."]


@pytest.mark.parametrize(
    "line",
    [
        "LYON — ",
        "BOSTON--(BUSINESS WIRE)--",
        "SAN FRANCISCO, June 3, 2025 /PRNewswire/ -- ",
        "June 3 (Newswire) - ",
        "Lyon, June 3, 2025: ",
    ],
)
def test_datelines_of_many_shapes_are_bylines(line):
    text = f"Acme raises $5 million\n{line}Acme raised $5 million on Monday, it said."
    assert of_kind(text, "byline") == [line.strip(" —-:")]


def test_the_line_below_the_headline_that_sums_up_is_a_statement():
    text = f"Acme raises $5 million\nThe round brings its total funding to $9 million\nBy Jane Roe\n{PARAGRAPH}"
    assert of_kind(text, "sentence")[0] == "The round brings its total funding to $9 million"


def test_marks_of_markdown_headings_are_no_part_of_them():
    source, _ = cut(f"# Acme today\n{PARAGRAPH}\n## How it earns\n{PARAGRAPH}")
    assert (source.title, source.passages[-1].heading) == ("Acme today", "How it earns")


def test_small_print_and_the_agency_s_desk_end_the_article():
    text = (
        f"Acme raises $5 million\nBy Jane Roe\n{PARAGRAPH}\n{PARAGRAPH}\n"
        "Reporting by Jane Roe in Lyon; Editing by Ann Poe\nOur Standards: The Trust Principles.\nJane Roe\n"
        "Jane Roe covers metals and Contoso. She joined in 2019.\nFabrikam shares jump on $2 billion order"
    )
    assert len(of_kind(text, "sentence")) == 4
    references = "References\n1. Contoso buys Acme. 2019.\n2. Ibid."
    notes = f"Acme today\n{PARAGRAPH}\n{PARAGRAPH}\n{references}\nAbout Acme\n{PARAGRAPH}"
    assert len(of_kind(notes, "sentence")) == 6
    assert not of_kind(notes, "item")


def test_facts_with_furniture_words_in_them_stay():
    facts = [
        "The raise, originally reported by the Northwind Times, was $5 million.",
        "Sources say the deal is near, and that it is worth $2 billion.",
        "By 2026, Acme had 40 customers in nine countries.",
        "Subscribers pay $20 a month, the company said.",
        "Related companies own 12% of Acme.",
        "Acme was founded in June 2019.",
        "Copyright holders sued Acme for $1 billion.",
        "By signing up 40 banks, Acme doubled its revenue.",
        "More from its backers came in May, Acme said.",
        "Every weekday, two million people use it.",
        "In March 2026, Acme grew.",
    ]
    text = "\n".join(["Acme raises $5 million", *facts])
    assert of_kind(text, "sentence") == facts


def test_words_of_a_menu_above_the_headline_are_no_title():
    text = f"Home\nNews\nMarkets\nSign in\nAcme raises $5 million\n{PARAGRAPH}"
    assert of_kind(text, "title") == ["Acme raises $5 million"]
    assert len(of_kind(text, "sentence")) == 2


def test_facts_listed_one_a_line_are_items():
    text = f"Acme today\nQuick facts\nFounded: 2019\nSeat: Lyon, France\nTotal funding: $9M\n{PARAGRAPH}"
    source, _ = cut(text)
    assert of_kind(text, "item") == ["Founded: 2019", "Seat: Lyon, France", "Total funding: $9M"]
    assert {lead(source, one) for one in source.passages if one.kind == "item"} == {"Quick facts"}


def test_an_advertised_event_goes_with_the_words_that_praise_it():
    text = (
        f"Acme raises $5 million\n{PARAGRAPH}\nContoso, Fabrikam and Litware are some of 250 leaders at this summit. "
        f"Grab your ticket to save up to $444.\nSan Francisco | October 27-29, 2025\nREGISTER NOW\n{PARAGRAPH}"
    )
    assert of_kind(text, "sentence") == PARAGRAPH.replace(". It", ".|It").split("|") * 2


def test_a_round_s_letter_may_end_a_sentence():
    text = "Acme raises $5 million\nAcme has closed a Series B. The round was led by J. P. Roe of Contoso."
    assert of_kind(text, "sentence") == ["Acme has closed a Series B.", "The round was led by J. P. Roe of Contoso."]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Jane Doe in Lyon and Max Roe in Oslo; Editing by Kim Poe)",
        "About the author: Jane Doe writes about anvils for The Gazette.",
        "More from The Gazette: Smiths strike | A fund closes at $1.5 billion | The return of the forge",
        "Most read: 1. The end of the canteen 2. Contoso wins a 1.1 GW order in Texas",
        "Join 10,000 founders at Gazette Live | Austin | April 14-16, 2026.",
        "Update, May 20: This article was updated to add a comment of Northwind.",
    ],
)
def test_what_a_paper_says_of_itself_in_one_line_is_no_statement(line):
    text = f"Acme raises $5 million\nJane Doe in Lyon and Max Roe in Oslo\n{PARAGRAPH}\n{PARAGRAPH}\n{line}\n"
    assert of_kind(text, "sentence") == PARAGRAPH.replace(". It", ".|It").split("|") * 2


def test_an_advertised_event_ends_where_the_article_goes_on():
    text = (
        "Acme opens a plant\n\nAcme has opened a plant in Oslo, it said on Monday, with forty people.\n"
        "Daily event\nBoston, MA | June 9, 2026\n"
        "Roe argues that the plant will be something that everyone needs, and soon.\n"
        "Acme raised $9 million from Oakfund in May and means to build another one.\n"
        "Jane Doe is a journalist who writes about technology for the Daily.\nView Bio\n"
    )
    assert "Acme raised $9 million from Oakfund in May and means to build another one." in of_kind(text, "sentence")
    assert {"Boston, MA | June 9, 2026", "View Bio"} <= set(of_kind(text, "boilerplate"))


def test_an_event_whose_place_and_day_stand_on_lines_of_their_own():
    text = (
        "Acme opens a plant\n\nAcme has opened a plant in Oslo, it said on Monday, with forty people.\n"
        "Daily event\nDaily Summit 2026: Tickets Live\n"
        "On June 23, more than 1,100 founders come together for a day. Save up to $300 on your pass.\n"
        "Boston, MA\n|\nJune 23, 2026\nAcme raised $9 million from Oakfund in May, and means to build another one.\n"
    )
    assert of_kind(text, "sentence")[1:] == [
        "Acme raised $9 million from Oakfund in May, and means to build another one."
    ]
    assert "Save up to $300 on your pass." in of_kind(text, "boilerplate")


@pytest.mark.parametrize("line", ["Daily Summit 2026: Tickets live", "This week only: buy one pass, get another"])
def test_what_sells_tickets_is_no_sentence_of_the_article(line):
    assert line not in of_kind(f"Acme opens a plant\n\n{PARAGRAPH}\n{line}\n{PARAGRAPH}\n", "sentence")
