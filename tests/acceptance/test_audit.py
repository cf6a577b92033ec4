"""A deck comes back from somebody's desk: what may still be said of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from briefing import pipeline
from tests.audit.mutants import A
from tests.audit.saving import reordered, stripped
from tests.conftest import SEEDS, Run
from tests.packages import packed, parts_of


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    pipeline.build(SEEDS, "cto", output=folder)
    return folder


@pytest.fixture
def deck(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(next(built.glob("*.pptx")), tmp_path / "deck.pptx"))


@pytest.fixture
def model(built: Path) -> Path:
    return next(built.glob("*.briefing.json"))


def edit(deck: Path, pattern: str, new: str) -> tuple[int, str]:
    """Write the first words on a slide that fit the pattern otherwise: (number of the slide, the words)."""
    parts = parts_of(deck.read_bytes())
    for number in range(2, 20):
        name = f"ppt/slides/slide{number}.xml"
        root = etree.fromstring(parts[name]) if name in parts else None
        for node in root.iter(f"{A}t") if root is not None else ():
            if re.fullmatch(pattern, (node.text or "").replace("\u00a0", " ")):
                was, node.text = str(node.text), new
                parts[name] = etree.tostring(root)
                deck.write_bytes(packed(parts))
                return number, was
    raise AssertionError(pattern)


def test_an_untouched_deck_has_nothing_to_say(run: Run, deck: Path) -> None:
    result = run("audit", deck)
    assert result.code == 0
    assert re.fullmatch(r"\d+ statements: \d+ backed, \d+ computed\n", result.out)


def test_a_figure_that_no_source_says_is_named_with_its_slide_and_what_it_was(run: Run, deck: Path) -> None:
    slide, was = edit(deck, r"€[\d.]+B", "€417B")
    result = run("audit", deck)
    assert result.code == 1
    assert f"Slide {slide}" in result.out
    assert f"changed   amount “€417B”, was “{was}”" in result.out
    assert "no source says it" in result.out
    assert result.out.splitlines()[-1].endswith("1 changed")


def test_everything_as_one_document(run: Run, deck: Path) -> None:
    slide, was = edit(deck, r"€[\d.]+B", "€417B")
    result = run("audit", deck, "--json")
    assert result.code == 1
    document: dict[str, Any] = json.loads(result.out)
    assert document["deck"] == "deck.pptx"
    assert document["baseline"] == "carried"
    assert document["summary"]["statements"] == len(document["items"])
    (item,) = [item for item in document["items"] if item["verdict"] == "changed"]
    assert (item["slide"], item["kind"], item["text"], item["was"]) == (slide, "amount", "€417B", was)
    backed = [item for item in document["items"] if item["verdict"] == "backed" and item["kind"] == "amount"]
    assert all(item["claims"] and item["quote"] for item in backed)


def test_a_badge_that_claims_more_is_weakened(run: Run, deck: Path) -> None:
    slide, _ = edit(deck, "◊ Rumoured", "● Corroborated")
    result = run("audit", deck)
    assert result.code == 1
    assert f"Slide {slide}" in result.out
    assert "weakened  badge “● Corroborated”, was “◊ Rumoured”" in result.out
    assert "it claims more than it did" in result.out


def test_slides_deleted_and_moved_are_said(run: Run, deck: Path) -> None:
    deck.write_bytes(reordered(deck.read_bytes(), [0, 2, 1, 3, 4, 5, 6, 7, 8, 9, 10]))
    result = run("audit", deck)
    assert result.code == 1
    assert "was slide 3" in result.out
    assert "Slide 12 was deleted" in result.out


def test_a_deck_that_another_program_saved_is_audited_with_its_model(run: Run, deck: Path, model: Path) -> None:
    deck.write_bytes(stripped(deck.read_bytes(), "Google Shape;{0};p1"))
    assert run("audit", deck, "--model", model).code == 0
    slide, was = edit(deck, r"€[\d.]+B", "€417B")
    document = json.loads(run("audit", deck, "--model", model, "--json").out)
    assert document["baseline"] == "made again"
    (item,) = [item for item in document["items"] if item["verdict"] == "changed"]
    assert (item["slide"], item["was"]) == (slide, was)


def test_a_deck_is_audited_against_a_folder_of_sources(run: Run, deck: Path) -> None:
    assert run("audit", deck, "--sources", SEEDS).code == 0


def test_a_deck_of_somebody_else_is_looked_up(run: Run, tmp_path: Path, model: Path) -> None:
    from pptx import Presentation

    presentation: Any = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Where they stand"
    slide.placeholders[1].text = "They raised €417 million"
    presentation.save(str(tmp_path / "theirs.pptx"))
    result = run("audit", "theirs.pptx", "--model", model)
    assert result.code == 1
    assert "unbacked  amount “€417 million”" in result.out


def test_a_deck_without_a_briefing_needs_one(run: Run, deck: Path) -> None:
    deck.write_bytes(stripped(deck.read_bytes()))
    result = run("audit", deck)
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert "--model" in result.err


@pytest.mark.parametrize("words", ["not a deck", ""])
def test_what_is_no_deck_is_one_line(run: Run, tmp_path: Path, words: str) -> None:
    (tmp_path / "a.pptx").write_text(words)
    result = run("audit", "a.pptx")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1


@pytest.mark.skipif(
    not (shutil.which("soffice") and os.environ.get("BRIEFING_ALL_MUTANTS")), reason="LibreOffice takes its time"
)
@pytest.mark.parametrize("dropped", [False, True])
def test_a_deck_that_libreoffice_saved_raises_no_alarm(
    run: Run, deck: Path, model: Path, tmp_path: Path, dropped: bool
) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pptx", "--outdir", str(tmp_path / "saved"), str(deck)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    saved = tmp_path / "saved" / "deck.pptx"
    if dropped:
        saved.write_bytes(stripped(saved.read_bytes()))
        assert run("audit", saved, "--model", model).code == 0
    else:
        assert run("audit", saved).code == 0
    slide, was = edit(saved, r"[>~]?\$[\d.]+[BM]", "$417B")
    result = run("audit", saved, *(("--model", model) if dropped else ()))
    assert f"Slide {slide}" in result.out
    assert f"was “{was}”" in result.out
