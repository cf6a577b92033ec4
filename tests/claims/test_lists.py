"""Lists of names: split with care, ended at the clause, asides stepped over."""

from __future__ import annotations

import pytest

from briefing.claims.lists import names_before, names_in_list
from briefing.claims.names import find_names


def behind(text: str, cue: str) -> list[str]:
    start = text.index(cue) + len(cue)
    return [name.canonical for name in names_in_list(text, start, len(text), find_names(text, 0, len(text)))]


def before(text: str, cue: str) -> list[str]:
    return [name.canonical for name in names_before(text, 0, text.index(cue), find_names(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("It was led by Alder, Birch and Cedar.", "led by", ["Alder", "Birch", "Cedar"]),
        (
            "It was led by Alder, Birch, and Cedar Fund 2 and also featured carmakers Dorn and Esch.",
            "led by",
            ["Alder", "Birch", "Cedar Fund 2"],
        ),
        ("It was led by Alder and also featured carmakers Dorn, Esch and Falk.", "featured", ["Dorn", "Esch", "Falk"]),
        (
            "led by Alder, an Oslo-based fund founded by Jane Doe — who also chairs Acme — and Birch, a hedge fund.",
            "led by",
            ["Alder", "Birch"],
        ),
        ("led by Alder, with participation from Birch and Cedar.", "led by", ["Alder"]),
        (
            "led by Alder (a fund), Birch & Sons as well as Cedar at a high price with Dorn.",
            "led by",
            ["Alder", "Birch & Sons", "Cedar"],
        ),
        ("led by Oslo-based firm Alder, Norden Daily reports.", "led by", ["Alder"]),
        (
            "customers include Hale & Wren, Procter & Gale, and Marsh and Spence.",
            "include",
            ["Hale & Wren", "Procter & Gale", "Marsh and Spence"],
        ),
        (
            "joined by Hale and Wren, Procter & Gale, Thorn and Ash Capital, LLC, and the Marsh and Spence Fund.",
            "joined by",
            ["Hale and Wren", "Procter & Gale", "Thorn and Ash Capital, LLC", "Marsh and Spence Fund"],
        ),
        (
            "led by Hale and Wren, Inc. and Alder, Birch & Cedar Ventures.",
            "led by",
            ["Hale and Wren, Inc.", "Alder, Birch & Cedar Ventures"],
        ),
        ("backed by Alder, Birch and Cedar, as well as Dorn.", "backed by", ["Alder", "Birch", "Cedar", "Dorn"]),
        ("backed by Alder, Birch and Cedar, and Dorn.", "backed by", ["Alder", "Birch", "Cedar", "Dorn"]),
        ("clients like both Alder and Birch, among others, and other large firms.", "like", ["Alder", "Birch"]),
        (
            "such as the Quebec Miners’ Pension Plan, Alder, and other investors, the company said.",
            "such as",
            ["Quebec Miners’ Pension Plan", "Alder"],
        ),
        (
            "including Alder, France’s army and job agency, Norway, and Birch.",
            "including",
            ["Alder", "France’s army", "France’s job agency", "Norway", "Birch"],
        ),
        (
            "Government and Defence: Norway's army, Sweden, and German arms maker Falk, indicating trust",
            "Defence:",
            ["Norway's army", "Sweden", "Falk"],
        ),
        (
            "(Investors include Alder, Hale Halloran, Menlow Ventures, and Alphaco’s Growth G.)",
            "include",
            ["Alder", "Hale Halloran", "Menlow Ventures", "Growth G"],
        ),
        (
            "angel investors including Jane Doe, chief of Acme, and John Roe of Delta",
            "including",
            ["Jane Doe", "John Roe"],
        ),
        ("backed by Alder, Birch and Delta founder Jane Doe.", "backed by", ["Alder", "Birch", "Jane Doe"]),
        ("teamed up with another Alder engineer, Jane Doe", "with", []),
        ("customers include Alder's users and Birch", "include", []),
        ("among them Alder and DP Norden's terminal in Oslo", "them", ["Alder", "DP Norden"]),
        ("led by Alder; participants included Birch", "led by", ["Alder"]),
        ("backers: Alder; Birch; Cedar, Inc.; and Dorn AB", "backers:", ["Alder", "Birch", "Cedar, Inc.", "Dorn AB"]),
    ],
)
def test_lists_behind_a_cue(text: str, cue: str, expected: list[str]) -> None:
    assert behind(text, cue) == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        (
            "In May, Alder, Birch Management, b12n, and others are joining.",
            "are",
            ["Alder", "Birch Management", "b12n"],
        ),
        (
            "Carmakers Alder, Birch, and Cedar — all of which plan to use Acme’s engine — also took part.",
            "also",
            ["Alder", "Birch", "Cedar"],
        ),
        ("Alder, which beat Birch, raised money.", "raised", []),
        ("Many firms, among them Alder and Birch, use it.", "use", ["Alder", "Birch"]),
        ("It buys parts from Alder and runs on Birch.", "runs", []),
        ("Norway's army and tax agency are clients.", "are", ["Norway's army", "Norway's tax agency"]),
    ],
)
def test_lists_before_a_verb(text: str, cue: str, expected: list[str]) -> None:
    assert before(text, cue) == expected


def test_the_inheriting_half_keeps_its_own_place() -> None:
    text = "It works with France’s army and job agency."
    listed = names_in_list(text, 13, len(text), find_names(text, 0, len(text)))
    assert text[listed[1].start : listed[1].end] == "job agency"


def test_endless_lists_end() -> None:
    text = "led by " + "Alder, " * 20_000
    assert len(names_in_list(text, 6, len(text), find_names(text, 0, len(text)))) <= 150
