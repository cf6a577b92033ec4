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
