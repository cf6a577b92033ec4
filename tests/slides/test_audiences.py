"""Audiences as TOML: what they may say, and what is answered to a mistake."""

from __future__ import annotations

import pytest

from briefing.audiences import read_audience
from briefing.errors import WorkspaceError
from tests.slides.looks import NAMES, audience

SMALL = 'name = "x"\nlabel = "X"\nso_what = "So what"\nslides = ["title", "evidence"]\n'


def test_a_small_audience_is_enough() -> None:
    found = read_audience(SMALL, "x.toml")
    assert found.slides == ("title", "evidence")
    assert found.max_risks == 9


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SMALL + 'sldes = ["title"]', 'unknown key "sldes".*did you mean "slides"'),
        (SMALL.replace("evidence", "evidense"), 'evidense.*did you mean "evidence"'),
        (SMALL + 'kpis = ["revenu"]', 'did you mean "revenue"'),
        (SMALL + "max_risks = 0", "whole number from 1 to 60"),
        (SMALL + '[questions]\nfundin = "?"', 'did you mean "funding"'),
        (SMALL.replace('so_what = "So what"\n', ""), 'needs "so_what"'),
        (SMALL.replace('"evidence"', '"title"'), "named twice"),
        ("name = ", "not valid TOML"),
        (SMALL + 'emphasis = "product"', "must be a list"),
    ],
)
def test_mistakes_are_named_with_the_nearest_known(text: str, message: str) -> None:
    with pytest.raises(WorkspaceError, match=message):
        read_audience(text, "x.toml")


@pytest.mark.parametrize("name", NAMES)
def test_bundled_audiences_read(name: str) -> None:
    found = audience(name)
    assert found.name == name
    assert found.slides[0] == "title"
    assert found.slides[-1] == "evidence"
    assert found.description
    assert found.questions
