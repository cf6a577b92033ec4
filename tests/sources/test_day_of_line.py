"""The day of an article, where it stands in a line of names or in a dateline that leaves out its year."""

from __future__ import annotations

import pytest

from briefing.sources import read

_REST = "Northwind builds pumps. It sold 300 of them in 2025, up from 200 a year earlier.\n"


def _published(head: str, rest: str = _REST) -> str:
    return read("a.txt", f"Northwind sells more pumps\n{head}{rest}".encode(), "s1").published


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("20 November 2026. Sums are in pounds unless stated.\n", "2026-11-20"),
        ("Harbour Business Review, 9 September 2026. Text: Jane Roe. Photo: John Doe\n", "2026-09-09"),
        ("Pumps & Valves, September 2026 issue\nBy Jane Roe\n", "2026-09"),
        ("Interview | Pumps Insider, issue of May 2026\n", "2026-05"),
        ("Newhaven, 17 August 2026 – ", "2026-08-17"),
    ],
)
def test_a_line_of_names_round_a_date_gives_the_day(line: str, day: str) -> None:
    assert _published(line) == day


def test_a_dateline_without_a_year_has_that_of_its_weekday() -> None:
    text = "LONDON, May 14 (Harbour Wire) - Northwind has sold 300 pumps in 2025, it said on Thursday.\n"
    assert _published("By Jane Roe\n", text) == "2026-05-14"


@pytest.mark.parametrize(
    "text",
    [
        "LONDON, May 14 (Harbour Wire) - Northwind has sold 300 pumps in 2025, it said.\n",  # no weekday
        "LONDON, May 14 (Harbour Wire) - Northwind has sold many pumps, it said on Thursday.\n",  # no year near
    ],
)
def test_what_leaves_more_than_one_day_gives_none(text: str) -> None:
    assert _published("By Jane Roe\n", text) == ""


@pytest.mark.parametrize("line", ["The firm was founded on 3 May 2016.\n", "It opened its plant in May 2016.\n"])
def test_a_sentence_with_a_date_is_no_such_line(line: str) -> None:
    assert _published(line) == ""
