"""Posts that go are a figure of their own; measures that a sentence points back to; figures in others' brackets."""

from __future__ import annotations

import pytest

from .close import told


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("A spokesperson said 112 posts are affected, many of them in support.", 112),
        ("Acme laid off 65 people in January 2023.", 65),
        ("Acme let go 90 people.", 90),
        ("Seventy posts, about a sixth of them, went last spring.", 70),
        ("In May 18 people were let go.", 18),
        ("It let 35 people go in January.", 35),
        ("Thirty-five employees lost their jobs in May.", 35),
        ("Acme made 35 staff redundant in May.", 35),
        ("Acme parted ways with 35 people in May.", 35),
        ("The company has dismissed 35 workers.", 35),
        ("Previous rounds of layoffs: 65 people in January 2023.", 65),
    ],
)
def test_posts_that_go(words: str, number: float) -> None:
    assert told(words) == {"jobs cut": number}


@pytest.mark.parametrize(
    "words", ["Acme created 90 jobs.", "We go to 112 sites.", "Acme hired 35 people Northwind let go."]
)
def test_posts_that_come_are_not_cut(words: str) -> None:
    assert "jobs cut" not in told(words)


def test_that_measure_is_the_one_told_before() -> None:
    assert told(
        "Annual recurring revenue is rising. That measure reached 118 million pounds at the end of August."
    ) == {"annual recurring revenue": 118_000_000}


def test_a_bracket_behind_a_strangers_name_is_the_strangers() -> None:
    assert not told("The money has moved to Northwind (last valued at $8 billion) and Contoso.")


def test_the_vendor_is_whom_the_article_is_about() -> None:
    assert told("The vendor claims more than 700 customers in 30 countries.") == {"customers": 700, "countries": 30}
