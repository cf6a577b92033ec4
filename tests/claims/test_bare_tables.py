"""Tables without a header, with the header in a line below, with plans in a column and counts of any noun."""

from __future__ import annotations

from briefing.model.briefing import Briefing

from .close import briefing_of


def _briefing(text: str) -> Briefing:
    return briefing_of("Acme Orbital fact sheet\n\nAcme Orbital makes pumps.\n\n" + text)


_ROUNDS = (
    "| Seed     | 03/2019 | £1.1m |        | Oakfund                      |\n"
    "| Series A | 09/2021 | £7.4m |  £31m  | Northwind Capital, Oakfund   |\n"
)


def test_a_line_below_names_the_columns() -> None:
    briefing = _briefing(_ROUNDS + "\nColumns: round, date, amount, post-money valuation, lead and other investors.\n")
    assert [(one.name, one.date, one.leads, one.participants) for one in briefing.funding] == [
        ("Seed", "2019-03", ("Oakfund",), ()),
        ("Series A", "2021-09", ("Northwind Capital",), ("Oakfund",)),
    ]
    assert briefing.funding[1].valuations[0].raw == "£31m"


def test_without_any_header_nobody_leads() -> None:
    events = _briefing(_ROUNDS).funding
    assert [(one.name, one.date, one.leads) for one in events] == [("Seed", "2019-03", ()), ("Series A", "2021-09", ())]
    assert events[1].participants == ("Northwind Capital", "Oakfund")


def test_counts_of_any_noun_and_a_planned_year() -> None:
    briefing = _briefing(
        "| Year      |  2024 |  2025 | 2026 (plan) |\n|---|---|---|---|\n"
        "| Practices | 1,450 | 2,300 | 4,500 |\n| Notes | 7 | 8 | 9 |\n"
    )
    assert [(one.name, one.value, one.as_of, one.standing) for one in briefing.metrics] == [
        ("practices", 1450, "2024", "reported"),
        ("practices", 2300, "2025", "reported"),
        ("practices", 4500, "2026", "forward-looking"),
    ]


def test_only_the_subjects_column_counts() -> None:
    briefing = _briefing("|           | Acme Orbital | Globex |\n|---|---|---|\n| Practices | 3,120 | 9,000 |\n")
    assert [one.value for one in briefing.metrics] == [3120]


def test_a_label_and_its_figure() -> None:
    briefing = _briefing("| Employees | 58 |\n| Founded | 2020 |\n")
    assert [(one.name, one.value) for one in briefing.metrics] == [("employees", 58)]


def test_a_list_with_articles() -> None:
    briefing = _briefing("Customers: CVX Group; Medivore; the PDXA.\n")
    assert {one.name for one in briefing.relationships} == {"CVX Group", "Medivore", "PDXA"}


def test_a_column_of_investors_and_lenders_is_read_by_its_row() -> None:
    text = (
        "Northwind: the record\n\nNorthwind, a maker of pumps, has raised money.\n\n"
        "| Date | Type | Amount | Investors / lenders |\n|---|---|---|---|\n"
        "| Mar 2023 | Series B | €85 million | Oakfund (lead), Elmbank Capital |\n"
        "| Jan 2025 | Loan | €15 million | Pinebank |\n"
        "| Nov 2025 | Grant | €3 million | Birch Agency |\n"
    )
    found = briefing_of(text).relationships
    lent = {one.name for one in found if "lender" in one.kinds}
    assert lent == {"Pinebank"}
    assert {"Oakfund", "Elmbank Capital"} <= {one.name for one in found if "investor" in one.kinds}
