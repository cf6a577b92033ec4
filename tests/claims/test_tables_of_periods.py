"""Tables whose columns are financial years, without a rule below their heads; and columns that tell a change."""

from __future__ import annotations

import pytest

from briefing import claims
from briefing.claims import find_subject
from briefing.sources import read

ROWS = "Total expenses | $118 million | $164 million | 39.5%\nNet loss | $44 million | $31 million | -29%"


@pytest.mark.parametrize(
    "head",
    ["Particulars | FY24 | FY25 | Change", "Item | H1 2024 | H1 2025 | YoY", "Line | Mar 2024 | Mar 2025 | Growth"],
)
def test_years_head_a_table(head: str) -> None:
    text = f"Acme Orbital in figures\n\nAcme Orbital is a satellite maker based in Kawasaki.\n\n{head}\n{ROWS}\n"
    source = read("one.txt", text.encode(), "s1")
    found, _ = claims.extract((source,), find_subject((source,)))
    told = [one.values for one in found if one.kind == "metric"]
    assert [one.name for one in told] == [  # type: ignore[union-attr]
        "total expenses",
        "total expenses",
        "total expenses growth",
        "net loss",
        "net loss",
        "net loss growth",
    ]
    assert [one.value for one in told if one.value is not None] == [39.5, -29]  # type: ignore[union-attr]
    assert [one.as_of.edtf[:4] for one in told] == ["2024", "2025", "2025"] * 2  # type: ignore[union-attr]
