"""Sound decks pass: ours in every look and for every reader, and others as libraries and offices make them."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from briefing import pipeline
from briefing.pipeline import checking
from tests.checks import foreign
from tests.checks.planting import findings
from tests.conftest import SEEDS
from tests.packages import packed

AUDIENCES = ("board", "ceo", "cto", "investor", "procurement", "security")
THEMES = ("boardroom", "midnight", "gazette")


@pytest.fixture(scope="module")
def extraction() -> Any:
    return pipeline.extract(SEEDS)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_decks_of_ours_have_no_error(extraction: Any, audience: str, theme: str, tmp_path: Path) -> None:
    reader, look = pipeline.audience(audience, tmp_path), pipeline.theme(theme, tmp_path)
    (tmp_path / "deck.pptx").write_bytes(pipeline.draw(extraction, reader, look)[1])
    found = checking.check(tmp_path / "deck.pptx")
    assert [item for item in found if item.level == "error" or item.rule.partition(".")[0] == "package"] == []


def test_a_deck_of_somebody_else_has_no_finding() -> None:
    assert findings(foreign.unchanged()) == []


def test_sixteen_to_nine_with_everything_moved_has_no_error() -> None:
    def change(deck: Any) -> None:
        deck.slide_width = Inches(13.333)
        for slide in deck.slides:
            for shape in slide.shapes:
                shape.left = shape.left + Inches(1)

    parts = foreign.sound(change)
    parts = {**parts, foreign.MAIN: parts[foreign.MAIN].replace(b' type="screen4x3"', b"")}
    assert [item for item in findings(packed(parts)) if item.level == "error"] == []


def test_a_deck_with_one_slide_has_no_error() -> None:
    deck = Presentation()
    foreign.titled(deck, 5, "One thing to say")
    stream = io.BytesIO()
    deck.save(stream)
    assert [item for item in findings(stream.getvalue()) if item.level == "error"] == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_deck_saved_again_by_libreoffice_has_no_error(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(foreign.unchanged())
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pptx", "--outdir", str(tmp_path / "again")]
    subprocess.run([*command, str(tmp_path / "deck.pptx")], check=True, capture_output=True, timeout=120)
    found = findings((tmp_path / "again" / "deck.pptx").read_bytes())
    assert [item for item in found if item.level == "error"] == []


def test_templates_of_companies_have_no_error_in_their_files(shared: Path) -> None:
    for path in sorted((shared / "templates").glob("*.pptx")):
        found = findings(path.read_bytes())
        assert [item for item in found if item.level == "error" and item.rule.startswith("package")] == [], path.name
