"""Title, publisher, author, dates, language: what a source says of itself, and nothing it does not say."""

from __future__ import annotations

import pytest

from briefing.sources import read
from briefing.sources.stamps import find_stamp

BODY = "Acme makes anvils for smiths in many countries. It was founded in 2019 by two engineers from Lyon."


def source(text, sidecar=None, path="a.txt"):
    return read(path, text.encode(), "s1", sidecar)


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Posted:\n3:02 PM PDT · July 29, 2025", "2025-07-29"),
        ("Published 3 March 2026", "2026-03-03"),
        ("By Jane Roe | March 3rd, 2026", "2026-03-03"),
        ("2026-02-24T14:23:06.000Z", "2026-02-24"),
        ("Feb. 24, 2026 at 9:30 AM", "2026-02-24"),
        ("3. März 2026", "2026-03-03"),
        ("Publié le 3 août 2025", "2025-08-03"),
        ("3 de março de 2026", "2026-03-03"),
        ("24.12.2025", "2025-12-24"),
        ("03/04/2025", "2025"),
        ("March 2026", "2026-03"),
    ],
)
def test_the_date_of_publication_is_read_from_date_lines(line, edtf):
    assert source(f"Acme raises $5 million\n{line}\n{BODY}").published == edtf


@pytest.mark.parametrize(
    "text",
    [
        f"Acme raises $5 million\n{BODY}",
        f"Acme raises $5 million\n{BODY}\nOn March 3, 2026 it raised $5 million from Contoso, it said.",
        f"Acme raises $5 million\n{BODY}\nNorthwind event\nBoston, MA | June 9, 2026\n{BODY}",
        f"Acme raises $5 million\n{BODY}\n{BODY}\nTopics\nAnvils\nOctober 27-29, 2025\nSan Francisco",
    ],
)
def test_dates_of_events_and_advertisements_are_no_publication_dates(text):
    assert source(text).published == ""


def test_an_update_counts_only_without_a_first_date():
    assert source(f"Acme\nUpdated March 4, 2026\nPublished March 3, 2026\n{BODY}").published == "2026-03-03"
    assert source(f"Acme\nUpdated March 4, 2026\n{BODY}").published == "2026-03-04"


def test_a_dateline_gives_date_and_agency():
    found = source(f"Acme raises $5 million\nLYON, June 3, 2025 (Newswire) — {BODY}")
    assert (found.published, found.publisher) == ("2025-06-03", "Newswire")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("Jane Roe", "Jane Roe"),
        ("By Jane Roe and Max Doe, Senior Editors", "Jane Roe and Max Doe"),
        ("Von Jürgen Müller", "Jürgen Müller"),
        ("By mid-2026 all will be known", ""),
    ],
)
def test_the_author_is_read_from_the_byline(line, author):
    assert source(f"Acme raises $5 million\n{line}\n{BODY}").author == author


@pytest.mark.parametrize(
    "line",
    [
        "Read more NorthwindTimes tech news\n- Contoso grows\n- Fabrikam shrinks",
        "NorthwindTimes's Jane Roe contributed to this story.",
        "Related on NorthwindTimes",
        "Summary and curation by NorthwindTimes. Original article published by The Contoso Journal.",
        "© 2026 NorthwindTimes. All rights reserved.",
        "Jane Roe is the transport editor at NorthwindTimes and lives in Lyon.",
        "This analysis is written from the perspective of NorthwindTimes’s Jane Roe, who has worked for smiths.",
        "Northwindtimes event\nBoston, MA | June 9, 2026\nRoe told NorthwindTimes so. NorthwindTimes asked.",
    ],
)
def test_the_publisher_is_named_by_its_own_furniture(line):
    assert source(f"Acme raises $5 million\n{BODY}\n{BODY}\n{line}").publisher == "NorthwindTimes"


def test_no_publisher_is_made_up():
    assert (
        source(
            f"Acme raises $5 million\n{BODY}\nContoso told Fabrikam that it will buy anvils, Litware reported."
        ).publisher
        == ""
    )


@pytest.mark.parametrize(
    ("sentence", "coverage"),
    [
        ("This article reflects publicly available information as of early May 2026.", "2026-05~"),
        ("The information is current as of March 3, 2026.", "2026-03-03"),
        ("The company had 40 customers as of March 2026.", ""),
    ],
)
def test_the_window_an_article_covers_is_read_only_where_it_is_declared(sentence, coverage):
    assert source(f"Acme today\n{BODY}\n{sentence}").coverage == coverage


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (
            "Das Unternehmen hat am Montag eine Finanzierung von 5 Mio. Euro erhalten und will damit nach Wien gehen.",
            "de",
        ),
        ("La société a levé cinq millions d'euros auprès de son principal client et des fonds pour une usine.", "fr"),
        ("A empresa captou cinco milhões de reais para abrir uma fábrica no Brasil e não vai parar por aí.", "pt"),
        ("La empresa ha captado cinco millones de euros para una fábrica en Madrid y no se va a parar.", "es"),
        ("会社は五百万ドルを調達した。工場を建てる。", "ja"),
        ("", "en"),
    ],
)
def test_the_language_is_guessed(text, language):
    assert source(text).language == language


def test_a_sidecar_wins_over_the_text():
    found = source(
        f"Acme raises $5 million\nBy Jane Roe\nMarch 3, 2026\n{BODY}",
        {
            "title": "Anvils",
            "byline": "Max Doe",
            "date": "2026-03-05T10:00:00Z",
            "publisher": "Contoso",
            "url": "https://example.com/a",
        },
    )
    assert (found.title, found.author, found.published) == ("Anvils", "Max Doe", "2026-03-05")
    assert (found.publisher, found.url) == ("Contoso", "https://example.com/a")
    assert found.metadata_from == ("author", "published", "publisher", "title", "url")


def test_a_sidecar_with_nonsense_in_it_does_no_harm():
    found = source(f"Acme\nMarch 3, 2026\n{BODY}", {"date": "soon", "title": "", "colour": "red"})
    assert (found.title, found.published, found.metadata_from) == ("Acme", "2026-03-03", ())


def test_front_matter_is_metadata_and_not_part_of_the_article():
    top = '---\ntitle: "Anvils: a story"\r\nauthor: Jane Roe\ndate: 2026-03-05\nsource: https://example.com/a\n'
    top += "origin: Contoso Journal\n---\n"
    text = f"{top}Acme grows\n{BODY}"
    found = source(text)
    assert found.text == text
    assert (found.title, found.author, found.published) == ("Anvils: a story", "Jane Roe", "2026-03-05")
    assert found.url == "https://example.com/a"
    assert found.text[found.passages[0].start :].startswith("Acme grows")
    assert [(hint.name, hint.strength) for hint in found.hints] == [("Contoso Journal", "declared")]


def test_a_rule_at_the_top_is_no_front_matter():
    assert source(f"---\n\n{BODY}\n---\n").title == ""


def test_no_such_day_is_no_date():
    assert find_stamp("February 31, 2026") is None or find_stamp("February 31, 2026").edtf == "2026-02"
    assert find_stamp("Series B of 2026") is None


@pytest.mark.parametrize(
    ("line", "release"),
    [
        ("FOR IMMEDIATE RELEASE", True),
        ("BOSTON--(BUSINESS WIRE)--Acme today announced that it has raised $5 million.", True),
        ("Pressemitteilung", True),
        ("Acme said in a press release that it has raised $5 million.", False),
    ],
)
def test_a_company_s_own_announcement_is_known_as_such(line, release):
    assert source(f"Acme raises $5 million\n{line}\n{BODY}").release is release
