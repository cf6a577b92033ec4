"""Days behind "by" and a name, and behind a plant: told of what was, not of what is to come."""

from __future__ import annotations

import pytest

from briefing.claims import extract, find_subject
from briefing.sources import read

INTRO = "Acme Orbital, a maker of pumps, is based in Oslo. Acme Orbital has a plant in Bergen."


def days(sentence: str) -> set[str]:
    """The dates that an article of 10 March 2026 gives in its last sentence."""
    text = f"Acme Orbital and its pumps\n\n{INTRO}\n\n{sentence}\n"
    source = read("a.txt", text.encode(), "s1", {"date": "2026-03-10"})
    claims, _ = extract((source,), find_subject((source,)))
    mine = [claim.values for claim in claims if claim.evidence.quote in sentence]
    whens = [getattr(values, "when", None) or getattr(values, "as_of", None) for values in mine]
    return {when.edtf for when in whens if when is not None and when.raw}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Acme Orbital was valued at $2 billion in a round led by Oakfund in January.", "2026-01"),
        ("Acme Orbital was backed by Oakfund in November.", "2025-11"),
        ("Acme Orbital raised $5 million in a round led by Oakfund in May.", "2025-05"),
        ("Acme Orbital's plant was paid for by Globex in May.", "2025-05"),
        ("Acme Orbital will be profitable by the end of May.", "2026-05"),
        ("Acme Orbital's plant will be ready by May.", "2026-05"),
        (
            "A pact with Globex, under which 500 of its advisers will learn to fit pumps of Acme Orbital at the "
            "offices of clients, is to begin in February.",
            "2027-02",
        ),
    ],
)
def test_the_day_is_on_the_right_side(sentence: str, day: str) -> None:
    assert days(sentence) == {day}
