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
