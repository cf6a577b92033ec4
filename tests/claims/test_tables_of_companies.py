"""Tables that set companies side by side: the subject's column, or its row under headers that name the measures."""

from __future__ import annotations

from briefing.claims import metrics
from briefing.model.claim import MetricValues
from tests.claims.close import amount_of, metric_values, reading

_COLUMNS = """Four vendors compared
Published: 4 July 2026

Acme, a maker of pumps, was compared with its rivals. Acme answered, too.

| | Acme | Northwind | Contoso |
| --- | --- | --- | --- |
| Platforms served | 160 | 15,000+ | 1,400 |
| Repairs within an hour (Europe) | 94% | not disclosed | 88% |
| Indicative price | 6–9 bp | 25 bp | on request |
| Announced capacity | 80,000 t by 2030 | 9,000 t | 400 t |
| Money raised to date (equity) | €420 million | not disclosed | €234 million |
"""
_ROWS = """Three operators compared
Published: 4 July 2026

Acme, an operator of satellites, was compared with its rivals. Acme answered, too.

| Operator | Headquarters | Satellites in orbit | Employees | Total raised |
| --- | --- | --- | --- | --- |
| Northwind | Espoo, Finland | 58 | 1,100 | €870m |
| Acme | Toulouse, France | 12 | 415 | €221m (est.) |
"""


def told(text: str) -> dict[str, MetricValues]:
    return {one.name: one for one in metric_values(metrics.extract(reading(text)))}


def test_the_subjects_column_is_read_and_no_other() -> None:
    found = told(_COLUMNS)
    assert {name: amount_of(one) for name, one in found.items()} == {
        "platforms served": 160,
        "repairs within an hour": 94,
        "announced capacity": 80_000,
        "total raised": 420_000_000,
    }
    assert found["announced capacity"].forward_looking


def test_the_subjects_row_is_read_and_no_other() -> None:
    assert {name: amount_of(one) for name, one in told(_ROWS).items()} == {
        "satellites in orbit": 12,
        "employees": 415,
        "total raised": 221_000_000,
    }
