"""A deck is judged after it was made, and after somebody changed it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SEEDS, Run


@pytest.fixture
def deck(run: Run, tmp_path: Path) -> Path:
    assert run("-q", "build", SEEDS).code == 0
    return next((tmp_path / "output").glob("*.pptx"))


def test_our_own_deck_has_no_error(run: Run, deck: Path) -> None:
    result = run("check", deck, "--json")
    assert result.code == 0, result.out
    assert [finding for finding in json.loads(result.out) if finding["level"] == "error"] == []


def test_a_figure_that_no_source_gives_is_named_with_its_slide(run: Run, deck: Path) -> None:
    from pptx import Presentation

    opened: Any = Presentation(str(deck))
    for shape in opened.slides[1].shapes:
        for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
            for part in paragraph.runs:
                part.text = part.text.replace("$400M", "$437M")
    opened.save(str(deck))
    result = run("check", deck, "--json", "--fail-on", "warning")
    assert result.code == 1
    found = [finding for finding in json.loads(result.out) if "437" in finding["message"]]
    assert found
    assert all(finding["slide"] == 2 for finding in found)


def test_what_is_no_deck_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_text("not a deck")
    result = run("check", "a.pptx")
    assert result.code == 2
    assert "a.pptx" in result.err
    assert len(result.err.splitlines()) == 1


def test_a_report_that_no_claim_was_drawn_from_is_known_without_the_sources(run: Run, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "1.txt").write_text(
        "Northwind goes on alone\n\nOSLO, March 10, 2026 - Northwind makes pumps in Oslo. Northwind raised $40 million "
        "in a Series B led by Oakfund Capital in 2024. Jane Roe is chief executive of Northwind. “There was no "
        "offer, and we are in no talks with anybody,” Roe said. (The newspaper Harbour Tidings reported "
        "in September 2025 that Globex had offered around $1 billion; the American group did not comment at the time.)"
    )
    assert run("-q", "build", seeds).code == 0
    found = run("check", next((tmp_path / "output").glob("*.pptx")), "--json")
    messages = [finding["message"] for finding in json.loads(found.out)]
    assert not [message for message in messages if "Tidings" in message or "2025" in message]
