"""Tables that tell a tie in a cell, a figure in front of what it measures, and who joined a round "With" the lead."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing

from .close import briefing_of, satellites


def _sheet(*lines: str) -> Briefing:
    head = (
        "Northwind: a fact sheet\n\nNorthwind is a maker of pumps from Cork. Northwind put out its figures last week.\n"
    )
    return briefing_of(head + "\n" + "\n".join(f"| {line} |" for line in lines) + "\n")


def _ties(*lines: str) -> dict[str, tuple[tuple[str, ...], str]]:
    return {tie.name: (tie.kinds, tie.status) for tie in _sheet(*lines).relationships}


def test_a_cell_that_names_a_role_tells_the_tie() -> None:
    found = _ties(
        "Company | Role | Since",
        "--- | :---: | ---:",
        "Globex | customer | 2022",
        "Harbour of Elbe | launch customer | 2023",
        "Contoso Chemicals | Supplier (resins) | 2020",
        "Oakfund Yards | customer (until 2023) | 2021",
    )
    assert found == {
        "Globex": (("customer",), "current"),
        "Harbour of Elbe": (("customer",), "current"),
        "Contoso Chemicals": (("supplier",), "current"),
        "Oakfund Yards": (("customer",), "ended"),
    }


@pytest.mark.parametrize(
    "row",
    [
        "Company | Role | Since\n| --- | --- | --- |\n| Northwind | supplier | 2022",
        "Company | Staff | Largest customer type\n| --- | --- | --- |\n| Globex | 1,020 | hospitals",
        "Company | Role | Since\n| --- | --- | --- |\n| several yards | customer | 2022",
    ],
)
def test_rows_that_tell_no_tie(row: str) -> None:
    assert _ties(row) == {}


def test_a_figure_may_stand_in_front_of_its_measure() -> None:
    briefing = _sheet("Cork | headquarters", "312 | employees", "$27.5M | revenue, 2024", "$11.2M | revenue, 2023")
    found = {
        (metric.name, metric.value or metric.amounts[0].raw, metric.as_of)
        for metric in briefing.metrics
        if metric.name in ("employees", "revenue")
    }
    assert found == {("employees", 312.0, ""), ("revenue", "$27.5M", "2024"), ("revenue", "$11.2M", "2023")}


def test_those_who_stand_under_with_joined_the_round() -> None:
    briefing = _sheet(
        "Round | When | Sum | Led by | With",
        "--- | --- | ---: | --- | ---",
        "Seed | Nov 2019 | $2.0M | Hale Ventures | Elbe Angels",
        "Series A | June 2021 | $14.0M | Oakfund Growth | Hale Ventures; Contoso",
    )
    found = {event.name: (event.leads, event.participants) for event in briefing.funding}
    assert found == {
        "Seed": (("Hale Ventures",), ("Elbe Angels",)),
        "Series A": (("Oakfund Growth",), ("Hale Ventures", "Contoso")),
    }


def test_a_month_at_the_head_of_a_paragraph_dates_what_stands_behind_it() -> None:
    told = (
        "Northwind: the money behind it\n\nNorthwind is a maker of pumps from Cork.\n\n"
        "May 2018. A founding round of $1.7 million; the fund Oakfund subscribes.\n\n"
        "October 2022. Series B of $40 million under the lead of Hale Partners. Elbe Angels follow.\n"
    )
    found = {(event.date, event.leads, event.participants) for event in briefing_of(told).funding}
    assert found == {("2018-05", (), ("Oakfund",)), ("2022-10", ("Hale Partners",), ("Elbe Angels",))}


@pytest.mark.parametrize(
    ("sentence", "day", "standing"),
    [
        ("Acme Orbital employed 63 people at year-end.", "2025-12", "reported"),
        ("Acme Orbital had 63 employees at the end of the year.", "2025-12", "reported"),
        ("Acme Orbital will employ 63 people at year-end.", "2026-12", "forward-looking"),
        ("Acme Orbital was to have 63 employees by year-end.", "2026-12", "forward-looking"),
    ],
)
def test_what_was_at_year_end_was_at_the_last_one(sentence: str, day: str, standing: str) -> None:
    (metric,) = [one for one in briefing_of(satellites(sentence)).metrics if one.value == 63]
    assert (metric.as_of, metric.standing) == (day, standing)
