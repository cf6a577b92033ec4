"""Folders as people have them: many sources, empty ones, odd names; decks come out, and nothing is passed over."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

STORY = (
    "Acme Robotics raised $40 million in a Series B led by Harbor Fund in March 2025, {outlet} reported. "
    "Acme Robotics, which makes warehouse robots, plans to open a plant in Leeds in 2027. "
    "Its customers include Northwind. The company says it has over 300 employees."
)
OTHER = "Acme Robotics was founded in 2019 by Ada Roe. It is rumored to be raising $200 million, {outlet} wrote."


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_deck_of_many_sources_is_built_and_passes_its_check(run: Run, tmp_path: Path) -> None:
    for number in range(60):
        write(
            tmp_path / "many", f"{number:02d}.txt", (OTHER, STORY, STORY)[number % 3].format(outlet=f"Daily {number}")
        )
    built = run("build", "many")
    assert built.code == 0, built.err
    assert "from 60 sources" in built.err
    checked = run("check", built.out.splitlines()[0], "--json")
    assert not [finding for finding in json.loads(checked.out) if finding["level"] == "error"], checked.out
    audited = run("audit", built.out.splitlines()[0])
    assert audited.code == 0, audited.out
