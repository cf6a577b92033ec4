"""`briefing diff` and `build --since`: what changed in the facts from one week's articles to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SEEDS, Run

LAST_WEEK = {
    "1.txt": """Northwind Robotics in talks to raise $300 million
Published: 4 March 2026

Northwind Robotics, a maker of warehouse robots, is in talks to raise $300 million, according to people familiar with
the matter. In May 2024 Northwind Robotics raised a $120 million Series B led by Harbour Ventures. The company employs
400 people. Northwind Robotics works with Alder Foods, a customer since 2023.
""",
}
THIS_WEEK = {
    "2.txt": """Northwind Robotics raises $310 million
Published: 18 March 2026

Northwind Robotics has raised a $310 million Series C led by Lakeside Capital, the company announced on 17 March 2026.
The company employs 450 people. Northwind Robotics signed Birch Logistics as a customer.
""",
}


def folder(path: Path, *weeks: dict[str, str]) -> Path:
    path.mkdir()
    for week in weeks:
        for name, text in week.items():
            (path / name).write_text(text)
    return path


@pytest.fixture
def weeks(tmp_path: Path) -> tuple[Path, Path]:
    return folder(tmp_path / "old", LAST_WEEK), folder(tmp_path / "new", LAST_WEEK, THIS_WEEK)


def changes(run: Run, old: Path, new: Path) -> list[dict[str, Any]]:
    result = run("diff", old, new, "--json")
    assert result.code == 0, result.err
    found: list[dict[str, Any]] = json.loads(result.out)["changes"]
    return found


def test_a_new_partner_and_a_new_source_are_told(run: Run, weeks: tuple[Path, Path]) -> None:
    found = changes(run, *weeks)
    assert ("added", "relationships", "Birch Logistics") in {(c["kind"], c["part"], c["name"]) for c in found}
    assert [c["kind"] for c in found if c["part"] == "sources"] == ["added"]
    assert not [c for c in found if c["name"] == "Alder Foods"]  # said before, said still


def test_a_rumoured_round_that_was_closed_is_confirmed(run: Run, weeks: tuple[Path, Path]) -> None:
    funding = [c for c in changes(run, *weeks) if c["part"] == "funding"]
    assert ("rumoured", "company-stated") in {(c["before"], c["after"]) for c in funding if c["kind"] == "confirmed"}
    assert ("$300 million", "$310 million") in {(c["before"], c["after"]) for c in funding if c["field"] == "amount"}
    assert not [c for c in funding if c["name"] == "Series B"]


def test_a_figure_that_was_revised_says_what_it_was(run: Run, tmp_path: Path) -> None:
    old = folder(tmp_path / "old", LAST_WEEK)
    edited = {"1.txt": LAST_WEEK["1.txt"].replace("$120 million", "$125 million")}
    new = folder(tmp_path / "new", edited)
    found = changes(run, old, new)
    assert ("$120 million", "$125 million") in {
        (c["before"], c["after"]) for c in found if c["part"] == "funding" and c["field"] == "amount"
    }
    assert [c["text"] for c in found if c["part"] == "sources"]  # the article itself changed, too


def test_nothing_changed_says_so_and_exit_code_tells(run: Run, weeks: tuple[Path, Path]) -> None:
    old, new = weeks
    same = run("diff", old, old, "--exit-code")
    assert (same.code, same.out) == (0, "")
    assert "no fact has changed" in same.err
    assert run("diff", old, new, "--exit-code").code == 1


def test_the_way_back_is_told_as_removed(run: Run, weeks: tuple[Path, Path]) -> None:
    old, new = weeks
    found = changes(run, new, old)
    assert ("removed", "Birch Logistics") in {(c["kind"], c["name"]) for c in found}


def test_the_example_differs_in_nothing_from_itself(run: Run) -> None:
    assert changes(run, SEEDS, SEEDS) == []


def test_decks_models_and_folders_compare_alike(run: Run, weeks: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = weeks
    for path, output in ((old, tmp_path / "a"), (new, tmp_path / "b")):
        assert run("-q", "build", path, "-o", output).code == 0
    decks = [next((tmp_path / name).glob("*.pptx")) for name in "ab"]
    models = [next((tmp_path / name).glob("*.json")) for name in "ab"]
    told = [changes(run, *sides) for sides in ((old, new), decks, models)]
    assert told[0] == told[1] == told[2]
    assert told[0]


def test_a_deck_since_another_gets_a_slide_on_what_changed(run: Run, weeks: tuple[Path, Path], tmp_path: Path) -> None:
    from pptx import Presentation

    old, new = weeks
    assert run("-q", "build", old, "-o", tmp_path / "a").code == 0
    before = next((tmp_path / "a").glob("*.pptx"))
    result = run("build", new, "-o", tmp_path / "b", "--since", before)
    assert (result.code, "warning" in result.err) == (0, False), result.err
    deck = Presentation(str(next((tmp_path / "b").glob("*.pptx"))))
    slide = next(s for s in deck.slides if s.shapes.title is not None and s.shapes.title.text.startswith("Since "))
    words = " ".join(
        cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells
    )
    assert "Birch Logistics" in words
    assert run("check", next((tmp_path / "b").glob("*.pptx"))).code == 0


def test_since_an_equal_deck_adds_no_slide(run: Run, weeks: tuple[Path, Path], tmp_path: Path) -> None:
    from pptx import Presentation

    old, _ = weeks
    assert run("-q", "build", old, "-o", tmp_path / "a").code == 0
    model = next((tmp_path / "a").glob("*.json"))
    assert run("-q", "build", old, "-o", tmp_path / "b", "--since", model).code == 0
    sizes = [len(Presentation(str(next((tmp_path / name).glob("*.pptx")))).slides) for name in "ab"]
    assert sizes[0] == sizes[1]


def test_another_company_is_refused_in_one_line(run: Run, weeks: tuple[Path, Path]) -> None:
    result = run("diff", SEEDS, weeks[0])
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "not about" in result.err


def test_a_deck_that_carries_no_briefing_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    from pptx import Presentation

    plain = tmp_path / "plain.pptx"
    Presentation().save(str(plain))
    result = run("diff", plain, SEEDS)
    assert result.code == 2
    assert "carries no briefing" in result.err
    assert "briefing.json" in result.err
