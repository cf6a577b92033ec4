"""Plants and products that bear a name of their own are the subject's; companies are not. Invented names."""

from __future__ import annotations

import pytest

from briefing import sources
from briefing.claims.analyse import analyse
from briefing.claims.christened import christened
from briefing.claims.reading import Clause
from briefing.model.briefing import Subject

from .close import briefing_of


def _last(text: str) -> Clause:
    source = sources.read("01.txt", f"The week at Northwind\n\n{text}\n".encode(), "s1", {"publisher": "The Daily"})
    return analyse(source, Subject("Northwind")).utterances[-1].clauses[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Northwind opened its second kiln, Tellus Two, in Oslo.", ["Tellus Two"]),
        ("Northwind's first mill Tellus One runs.", ["Tellus One"]),
        ("Northwind named its new satellite Orrin 4 on Monday.", ["Orrin 4"]),
        ("Southgate's first mill Tellus One runs.", []),
        ("Northwind bought its rival Southgate Steel.", []),
        ("Northwind owns its lending arm, Southgate Credit.", []),
    ],
)
def test_what_is_given_a_name(text: str, names: list[str]) -> None:
    assert list(christened(text, ("Northwind",), True)) == names


def test_its_is_another_companys_in_an_article_on_another() -> None:
    assert list(christened("Southgate opened its kiln, Tellus Two.", ("Northwind",), False)) == []


def test_a_plan_for_a_named_plant_is_the_subjects_plan() -> None:
    clause = _last("Northwind is building its first mill, Tellus One. Tellus One should turn out 900 tonnes a year.")
    assert (clause.is_subject, clause.modality) == (True, "planned")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Northwind could seek a valuation of $8 billion, according to two bankers.", "rumoured"),
        ("Northwind is in line for up to $50 million in royalties.", "planned"),
        ("Northwind remains on track for a listing.", "planned"),
        ("Northwind turned out 900 tonnes last year.", "asserted"),
    ],
)
def test_how_firmly_it_stands(text: str, modality: str) -> None:
    assert _last(text).modality == modality


def test_who_calls_a_thing_by_a_quoted_name_says_so() -> None:
    clause = _last('Northwind is growing. Chief executive Rui Doe called the result "the best ever seen in pumps".')
    assert clause.holders[-1:] == ("Rui Doe",)


def test_confidence_is_an_opinion() -> None:
    assert _last("Northwind is confident of winning the permit.").modality == "opinion"


_SITES = (
    "Acme Power: projects and funding\n\nAcme Power develops power stations.\n\n"
    "| Project | Location | Type | Capacity |\n|---|---|---|---|\n"
    "| Redbank | Oslo | Solar | 310 MW |\n| Tallow Ridge | Bergen | Battery | 90 MW |\n\n"
)


def test_sites_in_a_table_are_the_companys() -> None:
    found = briefing_of(
        _SITES + "Money raised\n\n- Sep 2024: Project finance for Redbank, $380m, provided by Oakbank and Birch Bank.\n"
        "- Oct 2024: $50m loan to Norvik Energy from Oakbank.\n\n"
        "Last year Redbank lost 17 per cent of its output.\n"
    )
    (loan,) = found.funding
    assert (loan.instrument, loan.amounts[0].raw) == ("debt", "$380m")
    assert set(loan.participants) == {"Oakbank", "Birch Bank"}
    assert [(one.name, one.value) for one in found.metrics if one.unit == "percent"] == [("share of output", 17)]
