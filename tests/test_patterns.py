"""Patterns that are compiled late behave like patterns."""

import re

import pytest

from briefing.model.patterns import late


def test_it_finds_what_a_pattern_finds():
    pattern = late(r"(\d+) kg", re.IGNORECASE)
    assert pattern.search("a box of 12 KG")[1] == "12"
    assert pattern.sub("much", "12 kg and 3 kg") == "much and much"
    assert [match[1] for match in pattern.finditer("1 kg, 2 kg")] == ["1", "2"]
    assert pattern.groups == 1


def test_a_mistake_comes_out_when_it_is_used():
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.match("(")
