"""What the analyst says in the workspace file: applied, marked, refused where it cannot be understood."""

from __future__ import annotations

import pytest

from briefing.errors import WorkspaceError
from briefing.model.briefing import Briefing
from briefing.model.settings import Addition, Correction, Settings
from tests.reconcile.desk import Desk


def told(*corrections: Correction, additions: tuple[Addition, ...] = ()) -> Briefing:
    desk = Desk()
    quote = "Northwind raised $20 million in a Series A from Alder."
    s = desk.article(f"News\n\n{quote}\n")
    desk.round(s, quote, "Series A", participants=("Alder",), raised="$20 million")
    return desk.reconcile(Settings(corrections=corrections, additions=additions, path="briefing.toml"))


def test_a_correction_changes_the_fact_and_is_marked_with_its_reason() -> None:
    briefing = told(Correction("Series A", "date", "2024-05", "the register says so"))
    assert briefing.funding[0].date == "2024-05"
    note = briefing.analyst[0]
    assert (note.fact, note.field, note.before, note.value) == ("f1", "date", "", "2024-05")
    assert note.reason == "the register says so"


def test_lists_are_parted_by_commas() -> None:
    briefing = told(Correction("f1", "leads", "Alder, Birch", "seen in the filing"))
    assert briefing.funding[0].leads == ("Alder", "Birch")


def test_additions_stand_as_the_analysts_own() -> None:
    added = Addition("relationships", {"name": "Koala Grid", "kinds": "customer, partner"}, "met them")
    briefing = told(additions=(added,))
    relation = briefing.relationships[-1]
    assert (relation.name, relation.kinds, relation.standing) == ("Koala Grid", ("customer", "partner"), "analysis")
    assert briefing.analyst[0].fact == relation.id


@pytest.mark.parametrize(
    ("correction", "says"),
    [
        (Correction("Serie A", "date", "2024", "x"), 'did you mean "series a"'),
        (Correction("f1", "dat", "2024", "x"), 'did you mean "date"'),
        (Correction("f1", "date", "soon", "x"), "not a date"),
        (Correction("r1", "status", "finished", "x"), "unknown status"),
        (Correction("r1", "category", "finanse", "x"), 'did you mean "finance"'),
    ],
)
def test_what_cannot_be_understood_is_refused_with_the_nearest(correction: Correction, says: str) -> None:
    with pytest.raises(WorkspaceError, match=says):
        told(correction)


@pytest.mark.parametrize(
    ("values", "says"),
    [({"nam": "Gust"}, 'did you mean "name"'), ({"kind": "turbine"}, 'lacks "name"')],
)
def test_additions_need_what_they_are_called(values: dict[str, str], says: str) -> None:
    with pytest.raises(WorkspaceError, match=says):
        told(additions=(Addition("products", values, "x"),))
