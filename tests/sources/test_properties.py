"""What holds for any text whatever: no crash, and passages that can be cited."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.sources import read
from briefing.sources.lines import INVISIBLE
from briefing.sources.sentences import split_sentences

LINES = [
    "| a | b |\n",
    "|---|---|\n",
    "Topics\n",
    "Summary\n",
    "FAQ\n",
    "Who is it?\n",
    "Read more\n",
    "Acme Inc. raised $5 million. ",
    "By Jane Roe\n",
    "March 3, 2026\n",
    "Table of Contents\n",
    "Acme event\n",
    "Boston, MA | June 9, 2026\n",
    "title: x\n",
    "---\n",
    "LYON — ",
    "U.S. ",
    ".Then ",
]
SIGNS = [
    "- ",
    "1) ",
    "“",
    "”",
    "\r\n",
    "\n",
    "\n\n",
    "\ufeff",
    "\u200b",
    "\u00a0",
    "\t",
    "(",
    ")",
    "…",
    "  ",
    "A: ",
    "İ",
    "\x0b",
]
TEXTS = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(LINES + SIGNS), max_size=60).map("".join))
UNITS = ["1", "(", "“", "and ", "a.", "A.B", "|", "- ", "Aa ", "of ", "A of ", "Mr. A. ", ". ", "'", "A said ", "A'"]
MORE_UNITS = [
    "May 2024 ",
    "http://",
    " \u00a0",
    "x@",
    "LYON ",
    "Hi. ",
    "x\n",
    "- a\n",
    "|a|b|\n",
    "Read more\n",
    "x:\n",
]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_passages_are_trimmed_ordered_and_inside_the_text(text):
    assume(is_printable(text))
    source = read("a.txt", text.encode(), "s1")
    last, block = 0, 0
    for passage in source.passages:
        words = source.text[passage.start : passage.end]
        assert last <= passage.start < passage.end <= len(source.text)
        assert words == words.strip() != ""
        assert passage.block >= block
        assert not passage.columns or len(passage.columns) == len(passage.cells)
        leads = [passage.lead_in] if passage.lead_in else []
        for span in (*passage.cells, *passage.columns, *leads):
            assert 0 <= span.start <= span.end <= len(source.text)
        last, block = passage.end, passage.block
    for hint in source.hints:
        assert 0 <= hint.span.start <= hint.span.end <= len(source.text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["en", "de", "fr", "ja", "xx"]))
def test_sentences_hold_every_visible_character_once(text, language):
    spans = split_sentences(text, 0, len(text), language)
    assert visible("".join(text[start:end] for start, end in spans)) == visible(text)


@pytest.mark.parametrize("unit", [*UNITS, *MORE_UNITS])
def test_a_long_line_of_anything_is_read(unit):
    text = unit * (100_000 // len(unit))
    assert read("a.txt", text.encode(), "s1").text == text


def is_printable(text):
    """Does the reader take it for text: no control characters, no magic number of another format?"""
    odd = any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\t\n\r\x0b\x0c" for sign in text)
    return not odd and "\ufffd" not in text and not text.startswith(("PK", "%PDF-", "{\\rtf", "MZ", "Rar!"))


def visible(text):
    return "".join(sign for sign in text if not sign.isspace() and sign not in INVISIBLE)
