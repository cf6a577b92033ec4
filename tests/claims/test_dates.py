"""Dates as people write them, with and without something to reckon from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.claims.dates import find_dates, resolve
from briefing.model.dates import When, bounds

PUBLISHED = "2026-02-25"  # a Wednesday


def _edtf(text: str, published: str = PUBLISHED, coverage: str = "", language: str = "en") -> list[str]:
    return [one.when.edtf for one in find_dates(text, 0, len(text), published, coverage, language)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("in June 2023—about", "2023-06"),
        ("~Dec 2023", "2023-12~"),
        ("September 2025", "2025-09"),
        ("By mid‑2026, it", "2026-06/2026-07"),
        ("as of early July 2026", "2026-07"),
        ("Q3 2025", "2025-07/2025-09"),
        ("third quarter of 2025", "2025-07/2025-09"),
        ("3Q25", "2025-07/2025-09"),
        ("first half of 2026", "2026-01/2026-06"),
        ("24 February 2026", "2026-02-24"),
        ("Feb. 24, 2026", "2026-02-24"),
        ("Tuesday, February 24, 2026", "2026-02-24"),
        ("2026-02-24", "2026-02-24"),
        ("25.02.2026", "2026-02-25"),
        ("12/24/25", "2025-12-24"),
        ("3/4/2026", "2026-03-04/2026-04-03"),
        ("October 13-15, 2026", "2026-10-13/2026-10-15"),
        ("February and March 2026", "2026-02/2026-03"),
        ("since 2018", "2018/.."),
        ("late 2025", "2025-10/2025-12"),
        ("at the end of 2026", "2026-12"),
        ("FY2025", "2025"),
        ("from 2023 to 2025", "2023/2025"),
        ("Summer of 2026", "2026-22"),
        ("Founded in 2017, Acme", "2017"),
    ],
)
def test_stated_dates(text: str, edtf: str) -> None:
    assert _edtf(text, "") == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on Monday", "2026-02-23"),
        ("last Tuesday", "2026-02-24"),
        ("confirmed Wednesday that", "2026-02-25"),
        ("last year", "2025"),
        ("Earlier this year", "2026"),
        ("this summer", "2026-22"),
        ("last fall", "2025-23"),
        ("in February", "2026-02"),
        ("in September", "2025-09"),
        ("last September, just", "2025-09"),
        ("The November round was", "2025-11"),
        ("will open in July", "2026-07"),
        ("by year-end", "2026-12"),
        ("by the end of the year", "2026-12"),
        ("a year ago", "2025-02~"),
        ("three months ago", "2025-11~"),
        ("last month", "2026-01"),
        ("last week", "2026-02-16/2026-02-22"),
        ("in the third quarter", "2025-07/2025-09"),
        ("Feb 24", "2026-02-24"),
    ],
)
def test_relative_dates_are_reckoned_from_the_publication(text: str, edtf: str) -> None:
    (found,) = find_dates(text, 0, len(text), PUBLISHED)
    assert (found.when.edtf, found.when.anchor) == (edtf, "publication")


@pytest.mark.parametrize("text", ["on Monday", "last year", "in February", "this summer", "a year ago"])
def test_an_undated_article_anchors_nothing(text: str) -> None:
    (found,) = find_dates(text, 0, len(text))
    assert (found.when.edtf, found.when.anchor) == ("", "none")


def test_the_window_an_article_covers_stands_in_for_its_date() -> None:
    (found,) = find_dates("in February", 0, 11, "", "2026-07")
    assert (found.when.edtf, found.when.anchor) == ("2026-02", "coverage")
    assert _edtf("on Monday", "", "2026-07") == [""]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("im Februar 2026", "de", "2026-02"),
        ("24. Februar 2026", "de", "2026-02-24"),
        ("im vergangenen Jahr", "de", "2025"),
        ("bis Ende 2026", "de", "2026-12"),
        ("1er mars 2026", "fr", "2026-03-01"),
        ("l’an dernier", "fr", "2025"),
        ("24 de fevereiro de 2026", "pt", "2026-02-24"),
        ("terça-feira", "pt", "2026-02-24"),
        ("meados de 2026", "pt", "2026-06/2026-07"),
    ],
)
def test_other_languages(text: str, language: str, edtf: str) -> None:
    assert _edtf(text, language=language) == [edtf]


@pytest.mark.parametrize(
    ("raw", "previous", "edtf"),
    [
        ("Six months later", "2023-06", "2023-12~"),
        ("just one year earlier", "2026-02", "2025-02~"),
        ("the year prior", "2025", "2024"),
        ("the same year", "2024-03", "2024"),
        ("Six months later", "", ""),
    ],
)
def test_dates_reckoned_from_an_event_before(raw: str, previous: str, edtf: str) -> None:
    (found,) = find_dates(raw, 0, len(raw), PUBLISHED)
    assert (found.when.edtf, found.when.anchor) == ("", "previous-event")
    assert resolve(found.when, previous).edtf == edtf
    assert resolve(When("2020", "stated", raw), previous).edtf == "2020"


@pytest.mark.parametrize(
    "text",
    ["You may march on", "April Underwood joined", "with 2000 employees", "spring into action", "over the last year"],
)
def test_no_date_is_made_up(text: str) -> None:
    assert _edtf(text) == []


@given(
    st.text(alphabet="0123456789 -/.'MayFebQof,lastinyearago", max_size=60),
    st.sampled_from(["", PUBLISHED, "2026", "0001"]),
)
def test_every_edtf_can_be_read_again(text: str, published: str) -> None:
    for date in find_dates(text, 0, len(text), published):
        assert text[date.start : date.end] == date.when.raw
        assert not date.when.edtf or bounds(date.when.edtf)


@pytest.mark.parametrize("unit", ["9", "(", "and ", "May ", "last "])
def test_a_line_of_a_megabyte_ends(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    find_dates(text, 0, len(text), PUBLISHED)


@pytest.mark.parametrize("unit", ["2024-", "a year ", "1.", "May 1-"])
def test_a_long_line_of_near_misses_ends(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    find_dates(text, 0, len(text), PUBLISHED)


@pytest.mark.parametrize(
    ("language", "words", "edtf"),
    [
        ("pt", "há duas semanas", "2026-03-04~"),
        ("es", "hace dos semanas", "2026-03-04~"),
        ("fr", "il y a deux semaines", "2026-03-04~"),
        ("de", "vor zwei Wochen", "2026-03-04~"),
        ("pt", "há 3 meses", "2025-12~"),
    ],
)
def test_ago_in_other_languages(language: str, words: str, edtf: str) -> None:
    assert [one.when.edtf for one in find_dates(words, 0, len(words), "2026-03-18", "", language)] == [edtf]
