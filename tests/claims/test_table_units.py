"""Tables whose labels or headers give currency and scale for the bare figures of their cells."""

from __future__ import annotations

import pytest

from briefing.claims import metrics
from briefing.claims.tableunits import table_unit

from .close import amount_of, metric_values, reading

_LEAD = "Acme has news\nAcme, a maker of pumps, has news for its readers.\n\n"


def figures(table: str) -> list[tuple[str, float, str, str]]:
    told = metric_values(metrics.extract(reading(_LEAD + table)))
    return [(one.name, amount_of(one), one.unit, one.as_of.edtf) for one in told if one.as_of is not None]


def test_a_label_gives_the_unit_of_its_row() -> None:
    table = """| Metric | 2023 | 2024 |
| --- | --- | --- |
| Revenue (£M) | 4.1 | 11.8 |
| Net loss, $ thousands | 22.9 | 47.3 |
| Employees, year-end | 148 | 265 |
"""
    assert figures(table) == [
        ("revenue", 4_100_000, "GBP", "2023"),
        ("revenue", 11_800_000, "GBP", "2024"),
        ("net loss", 22_900, "USD", "2023"),
        ("net loss", 47_300, "USD", "2024"),
        ("employees", 148, "employees", "2023"),
        ("employees", 265, "employees", "2024"),
    ]


def test_the_first_header_gives_the_unit_of_sums_and_not_of_heads() -> None:
    table = """| Particulars (Rs crore) | 2023 | 2024 |
| :--- | ---: | ---: |
| Revenue | 26.5 | 412 |
| Employees | 214 | 187 |
"""
    assert figures(table) == [
        ("revenue", 265_000_000, "INR", "2023"),
        ("revenue", 4_120_000_000, "INR", "2024"),
        ("employees", 214, "employees", "2023"),
        ("employees", 187, "employees", "2024"),
    ]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("€M", ("EUR", 1_000_000)),
        ("in CHF thousands", ("CHF", 1_000)),
        ("$000", ("USD", 1_000)),
        ("euros", ("EUR", 1)),
        ("audited", None),
        ("est., $", None),
        ("", None),
    ],
)
def test_only_words_of_money_are_a_unit(wording: str, expected: tuple[str, int] | None) -> None:
    unit = table_unit(wording, "en")
    assert (unit and (unit.currency, unit.factor)) == expected
