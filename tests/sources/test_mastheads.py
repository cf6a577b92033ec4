"""The line below a headline that names a paper, a place and a day dates the article and is no statement."""

from __future__ import annotations

import pytest

from briefing.sources import read

BODY = "Acme has raised $5 million from Northwind Capital. The company sells pumps to cities in nine countries.\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Oslo, 3 June 2025", "2025-06-03"),
        ("The Tidal Gazette · 14 October 2025", "2025-10-14"),
        ("Steel Weekly | 3 June 2026 | Raw materials", "2026-06-03"),
        ("Dispatch from Lisbon, 5 March 2026", "2026-03-05"),
        ("São Paulo, 22 de abril de 2025", "2025-04-22"),
        ("Madrid, 18/11/2025", "2025-11-18"),
    ],
)
def test_the_line_below_the_headline_dates_the_article(line: str, day: str) -> None:
    source = read("a.txt", f"Acme raises $5 million for pumps\n{line}\n\n{BODY}".encode(), "s1")
    assert source.published == day
    kinds = {source.text[one.start : one.end]: one.kind for one in source.passages}
    assert kinds[line] == "byline"


def test_a_statement_with_a_day_stays_one() -> None:
    text = f"Acme raises $5 million for pumps\nAcme opened its plant in Oslo on 3 June 2025.\n\n{BODY}"
    source = read("a.txt", text.encode(), "s1")
    assert source.passages[1].kind == "sentence"


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("Steel Weekly | 3 June 2026 | Raw materials", "Steel Weekly"),
        ("CargoBeat, 17 September 2025", "CargoBeat"),
        ("By Jane Doe, The Tidal Post", "The Tidal Post"),
        ("Oslo, 3 June 2025", ""),
        ("Jane Doe | 3 June 2025", ""),
    ],
)
def test_the_line_below_the_headline_names_the_paper(line: str, paper: str) -> None:
    assert read("a.txt", f"Acme raises $5 million for pumps\n{line}\n\n{BODY}".encode(), "s1").publisher == paper


@pytest.mark.parametrize(
    ("lines", "paper", "author", "day"),
    [
        ("Orbit Trade News\nBy Jane Doe\n3 June 2025", "Orbit Trade News", "Jane Doe", "2025-06-03"),
        ("Harbour Bazaar\nExclusive\nBy Jane Doe\nJune 3, 2025, 8:05 PM", "Harbour Bazaar", "Jane Doe", "2025-06-03"),
        ("The Tidal Courier | Business | Energy\nJane Doe\n3 June 2025", "The Tidal Courier", "Jane Doe", "2025-06-03"),
        ("Tidings > Companies > Pumps\nLast updated: 3 June 2025. Compiled from filings.", "Tidings", "", "2025-06-03"),
        ("NEWS PROVIDED BY\nAcme SE\n03 Jun, 2025, 08:00 CEST", "", "", "2025-06-03"),
        ("By Jane Doe\n03 June 2025 \u2013 10:32 a.m.", "", "Jane Doe", "2025-06-03"),
        ("By Jane Doe Photographs by Max Roe\nJune 2025 issue", "", "", "2025-06"),
        ("By Jane Doe\n\u00a9 2025 Tidal Press Ltd.", "Tidal Press", "Jane Doe", ""),
    ],
)
def test_the_lines_around_an_article_tell_paper_author_and_day(lines: str, paper: str, author: str, day: str) -> None:
    source = read("a.txt", f"Acme raises $5 million for its pumps\n{lines}\n\n{BODY}".encode(), "s1")
    assert (source.publisher, source.author, source.published) == (paper, author, day)


def test_a_site_stands_behind_the_title_of_its_pages() -> None:
    text = f"Acme \u2013 Company Profile & Investors | Tidemark Data\n\n{BODY}"
    assert read("a.txt", text.encode(), "s1").publisher == "Tidemark Data"


def test_a_wire_between_dashes_dates_the_release() -> None:
    text = f"Acme raises $5 million\n\nOSLO, Norway--(PRESSLINE)--3 June 2025--{BODY}"
    source = read("a.txt", text.encode(), "s1")
    assert source.published == "2025-06-03"
    sentence = next(one for one in source.passages if one.kind == "sentence")
    assert source.text[sentence.start : sentence.end].startswith("Acme has raised")


def test_a_language_is_no_origin() -> None:
    text = f"Acme raises $5 million\n\n{BODY}\nThis article first appeared in German.\n"
    assert read("a.txt", text.encode(), "s1").hints == ()
