"""Money as people write it, in several languages and conventions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.claims.amounts import find_amounts, find_numbers


def _money(text: str, language: str = "en") -> list[tuple[float, str, str | None]]:
    found = find_amounts(text, 0, len(text), language)
    return [(one.money.value, one.money.currency, one.money.qualifier) for one in found]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("raised $113M from", 113_000_000, "USD"),
        ("US$ 5m", 5_000_000, "USD"),
        ("US$1.2bn", 1_200_000_000, "USD"),
        ("€1.7B", 1_700_000_000, "EUR"),
        ("a €600‑million loan", 600_000_000, "EUR"),
        ("$13.8\u00a0billion", 13_800_000_000, "USD"),
        ("raised $1.05 billion", 1_050_000_000, "USD"),
        ("₹120 crore", 1_200_000_000, "INR"),
        ("Rs 5 lakh", 500_000, "INR"),
        ("R100 million", 100_000_000, "ZAR"),
        ("R1.2bn", 1_200_000_000, "ZAR"),
        ("NIS 20 million", 20_000_000, "ILS"),
        ("Tk 50 crore", 500_000_000, "BDT"),
        ("200 million Kenyan shillings", 200_000_000, "KES"),
        ("30 million Egyptian pounds", 30_000_000, "EGP"),
        ("40 million Pakistani rupees", 40_000_000, "PKR"),
        ("900 million Icelandic kronur", 900_000_000, "ISK"),
        ("Rs. 50,00,000", 5_000_000, "INR"),
        ("INR 1.2 lakh crore", 1_200_000_000_000, "INR"),
        ("¥3bn", 3_000_000_000, "JPY"),
        ("CHF 20m", 20_000_000, "CHF"),
        ("SEK 11bn", 11_000_000_000, "SEK"),
        ("300 million kr", 300_000_000, "SEK"),
        ("EUR 600 m", 600_000_000, "EUR"),
        ("R$ 1.5 billion", 1_500_000_000, "BRL"),
        ("A$30m", 30_000_000, "AUD"),
        ("HK$50m", 50_000_000, "HKD"),
        ("400 million dollars", 400_000_000, "USD"),
        ("400 million Canadian dollars", 400_000_000, "CAD"),
        ("300 million U.S. dollars", 300_000_000, "USD"),
        ("400 million yen", 400_000_000, "JPY"),
        ("300 million pounds", 300_000_000, "GBP"),
        ("5 million Swiss francs", 5_000_000, "CHF"),
        ("half a billion dollars", 500_000_000, "USD"),
        ("a half-billion-dollar round", 500_000_000, "USD"),
        ("a billion euros", 1_000_000_000, "EUR"),
        ("one and a half billion dollars", 1_500_000_000, "USD"),
        ("a 100-million-dollar round", 100_000_000, "USD"),
        ("2024 €20 million", 20_000_000, "EUR"),
        ("$5 million USD", 5_000_000, "USD"),
    ],
)
def test_english_money(text: str, value: float, currency: str) -> None:
    assert [(one, other) for one, other, _ in _money(text)] == [(value, currency)]


@pytest.mark.parametrize(
    ("text", "language", "value", "currency"),
    [
        ("1,7 Mrd. €", "de", 1_700_000_000, "EUR"),
        ("1,7 Mrd. € 2024", "de", 1_700_000_000, "EUR"),
        ("1.700.000 Euro", "de", 1_700_000, "EUR"),
        ("rund 1,7 Milliarden Euro", "de", 1_700_000_000, "EUR"),
        ("eine halbe Milliarde Euro", "de", 500_000_000, "EUR"),
        ("600 Millionen US-Dollar", "de", 600_000_000, "USD"),
        ("20 Millionen Schweizer Franken", "de", 20_000_000, "CHF"),
        ("1,7 milliard d'euros", "fr", 1_700_000_000, "EUR"),
        ("20 M€", "fr", 20_000_000, "EUR"),
        ("1 700 000 euros", "fr", 1_700_000, "EUR"),
        ("R$ 1,7 bilhão", "pt", 1_700_000_000, "BRL"),
        ("300 milhões de reais", "pt", 300_000_000, "BRL"),
        ("300 millones de dólares", "es", 300_000_000, "USD"),
        ("1,5 miljard euro", "nl", 1_500_000_000, "EUR"),
        ("11 miljarder kronor", "sv", 11_000_000_000, "SEK"),
        ("300 mkr", "sv", 300_000_000, "SEK"),
    ],
)
def test_money_in_other_languages(text: str, language: str, value: float, currency: str) -> None:
    assert [(one, other) for one, other, _ in _money(text, language)] == [(value, currency)]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("~$3.5B", "about"),
        ("roughly $4 billion", "about"),
        ("$7B+", "over"),
        ("upwards of $1 billion", "over"),
        ("set to surpass $1 billion", "over"),
        ("$500m or more", "at-least"),
        ("at least $1 billion", "at-least"),
        ("up to an additional $300 million", "up-to"),
        ("as much as $500 million", "up-to"),
        ("at near a $6 billion valuation", "nearly"),
        ("close to $6 billion", "nearly"),
        ("less than $6 billion", "under"),
        ("under a $30 million contract", None),
        ("a dispute over $5 million", None),
    ],
)
def test_qualifiers(text: str, qualifier: str | None) -> None:
    assert _money(text)[0][2] == qualifier


@pytest.mark.parametrize(
    "text", ["$300-400 million", "$300 million to $400 million", "between $300 million and $400 million", "$300m–$400m"]
)
def test_a_range_is_two_amounts_the_second_marked(text: str) -> None:
    found = find_amounts(text, 0, len(text))
    assert [(one.money.value, one.range_end) for one in found] == [(300_000_000, False), (400_000_000, True)]


@pytest.mark.parametrize("text", ["from $20 million to over $400 million", "$20M → $400M"])
def test_a_change_is_no_range(text: str) -> None:
    assert [one.range_end for one in find_amounts(text, 0, len(text))] == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "a multibillion-dollar raise",
        "several hundred million dollars",
        "tens of millions of dollars",
        "a billion-dollar startup",
        "300 pounds of cheese",
        "it won 3 million fans",
        "In 2024 it got 50 million",
    ],
)
def test_no_sum_is_made_up(text: str) -> None:
    assert _money(text) == []


@pytest.mark.parametrize(
    ("text", "per"),
    [("$20 a share", True), ("$12 per user per month", True), ("$5 billion a year", False), ("$20 million", False)],
)
def test_prices_are_marked(text: str, per: bool) -> None:
    assert [one.per for one in find_amounts(text, 0, len(text))] == [per]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 44MW data center with 13,800 fast GX300 GPUs", [(44, "MW"), (13_800, "fast GX300 GPUs")]),
        ("more than 2 million developers, up from 356,000 developers", [(2e6, "developers"), (356_000, "developers")]),
        ("13 data centers across", [(13, "data centers")]),
        ("an 11% stake", [(11, "percent")]),
        ("35 per cent", [(35, "percent")]),
        ("860 employees, up from 540 two years ago", [(860, "employees"), (540, "")]),
        ("one in eight new firms is in three cities", [(0.125, "fraction"), (3, "cities")]),
        ("10x faster at one-tenth the energy", [(10, "times"), (0.1, "fraction")]),
        ("roughly 10-fold growth", [(10, "times")]),
        ("sales doubled", [(2, "times")]),
        ("from 54 megawatts to more than 200 megawatts by then", [(54, "MW"), (200, "MW")]),
        ("three automakers", [(3, "automakers")]),
        ("a 1,200-person team", [(1_200, "person")]),
        ("Level 4 systems of v2.5, COVID-19 and 3D printing", []),
        ("since June 5, 2024, $5 million", []),
    ],
)
def test_numbers_that_are_not_money(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.value, one.unit) for one in find_numbers(text, 0, len(text))] == expected


def test_offsets_count_in_the_whole_text() -> None:
    text = "Northwind raised about $20 million."
    (found,) = find_amounts(text, 10, len(text))
    assert text[found.start : found.end] == found.money.raw == "about $20 million"


@given(st.text(alphabet="$€ 0123456789.,-~amillionbrk()%\n–to", max_size=80))
def test_any_text_keeps_its_offsets(text: str) -> None:
    for amount in find_amounts(text, 0, len(text)):
        assert text[amount.start : amount.end].strip()
        assert amount.money.value > 0
    for number in find_numbers(text, 0, len(text)):
        assert 0 <= number.start < number.end <= number.noun_end <= len(text)


@given(st.text(max_size=60), st.sampled_from(["en", "de", "fr", "pt", "xx"]))
def test_no_text_breaks_the_grammar(text: str, language: str) -> None:
    find_amounts(text, 0, len(text), language)
    find_numbers(text, 0, len(text), language)


@pytest.mark.parametrize("unit", ["9", "(", "and ", "about ", "half "])
def test_a_line_of_a_megabyte_ends(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    find_amounts(text, 0, len(text))
    find_numbers(text, 0, len(text))


@pytest.mark.parametrize("unit", ["$1 ", "1-", "1,", "a ", "$1 to ", "2024-"])
def test_a_long_line_of_near_misses_ends(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    find_amounts(text, 0, len(text))
    find_numbers(text, 0, len(text))


@pytest.mark.parametrize("text", ["the R2 sold 2 million units", "an R100 for the masses"])
def test_the_number_of_a_model_is_no_rand(text: str) -> None:
    assert find_amounts(text, 0, len(text)) == ()
