"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest

from briefing.sources.sentences import split_sentences


def split(text, language="en"):
    return [text[start:end] for start, end in split_sentences(text, 0, len(text), language)]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Inc. raised $1.5 million in the U.S. market.",
        "It is led by J. R. Smith of Northwind Corp. and others.",
        "Northwind Corp. Chief Executive Jane Roe joined Acme.",
        "The deal closed at 5:40 p.m. ET on Tuesday.",
        "It grew by approx. 5 percent to Rs. 120 crore.",
        "The U.S. Department of Energy is a customer.",
        "A test of whether a non-U.S. company can win.",
        "“Is it done?” he asked.",
        "Acme runs on Node.JS and Booking.Com.",
        "Gov. Ann Lee met Sen. Bo Vance vs. Dr. Who.",
        "Yahoo! Inc. bought the firm.",
    ],
)
def test_one_sentence_stays_one(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("It moved to the U.S.", "The firm grew."),
        ("It was sold to Acme Inc.", "Its revenue rose."),
        ("They declined to comment.", "Correction: This story had an error."),
        ("Acme grew 5%.", "(It has two offices.)", "The rest is open."),
        ("“We did it.”", "Then he left!", "Why?"),
        ("“We like it,” Roe said.", "“We took a view. We were first.”"),
    ],
)
def test_several_sentences_are_told_apart(parts):
    assert split(" ".join(parts)) == list(parts)


def test_a_missing_space_behind_a_full_stop_still_ends_the_sentence():
    assert split("Neither firm returned our request for comment.Correction: It was March.") == [
        "Neither firm returned our request for comment.",
        "Correction: It was March.",
    ]


def test_german_dates_do_not_end_a_sentence():
    text = "Die Acme GmbH erhielt am 3. Juni 2024 rund 1,7 Mrd. Euro."
    assert split(text, "de") == [text]


def test_line_breaks_inside_a_sentence_are_white_space():
    assert split("Acme raised\n$5 million. It\ngrew.") == ["Acme raised\n$5 million.", "It\ngrew."]
