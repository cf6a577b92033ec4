"""How a source says that its story is somebody else's."""

from __future__ import annotations

import pytest

from briefing.sources import read

BODY = "Acme makes anvils for smiths in many countries. It was founded in 2019 by two engineers from Lyon."


def hints(text, sidecar=None):
    return [(hint.name, hint.strength) for hint in read("a.txt", text.encode(), "s1", sidecar).hints]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Original reporting by Northwind Times", "Northwind Times"),
        (
            "Editorial summary and curation by Contoso. Original article published by The Northwind Journal.",
            "The Northwind Journal",
        ),
        ("This story was originally published by Northwind Times.", "Northwind Times"),
        ("This article first appeared on Northwind Times.", "Northwind Times"),
        ("Republished from Northwind Times with permission.", "Northwind Times"),
        ("Source: Northwind Times", "Northwind Times"),
        ("The central source is a Northwind Times profile that mixes facts and views.", "Northwind Times"),
        ("Dieser Text erschien zuerst bei Northwind Zeitung.", "Northwind Zeitung"),
    ],
)
def test_a_credit_declares_the_origin(line, name):
    assert (name, "declared") in hints(f"Acme today\n{BODY}\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "The raise was first reported by Northwind Times in March.",
        "According to Northwind Times, Acme sells anvils.",
        "Sources told Northwind Times that the deal is near.",
    ],
)
def test_one_attribution_is_no_origin(line):
    assert hints(f"Acme today\n{BODY}\n{line}") == []


def test_an_outlet_that_carries_the_text_is_its_backbone():
    text = (
        f"Anvils are back\n{BODY}\nAccording to Northwind Times, Acme has 40 customers.\n"
        "Northwind Times reported that it grew.\n"
        "Acme plans a plant, Northwind Times said. The firm has no debt.\n"
        "The Northwind Times’s profile calls it a start.\n"
    )
    assert hints(text) == [("Northwind Times", "backbone")]


def test_neither_the_company_nor_its_people_are_a_backbone():
    text = (
        f"Acme raises $5 million\n{BODY}\nAccording to Acme, it has 40 customers. Acme said it grew.\n"
        "Acme reported a profit.\n"
        "Acme makes anvils. Acme sells anvils. Acme hires smiths. Acme is old.\n"
        "“We grow,” Roe said. Anvils sell, Roe said. The market is large, according to Roe. Jane Roe founded it.\n"
    )
    assert hints(text) == []


def test_a_sidecar_may_declare_the_origin():
    assert hints(f"Acme today\n{BODY}", {"origin": "Northwind Times"}) == [("Northwind Times", "declared")]


def test_the_magazine_and_it_also_writes_go_on_with_the_outlet_before() -> None:
    text = (
        "A joint venture for Acme\n\nAcme will form a joint venture with Northwind, Steel Weekly reported yesterday. "
        "According to the magazine, Acme will hold 51 per cent. It also writes that Northwind pays for the site.\n"
    )
    hints = read("a.txt", text.encode(), "s1").hints
    assert [(hint.name, hint.strength) for hint in hints] == [("Steel Weekly", "backbone")]
