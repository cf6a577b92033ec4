"""The main job on the example sources: a true, themed, repeatable deck."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, SEEDS, Run


def build(output: Path, *arguments: str, cwd: Path = ROOT, seed: str = "0") -> dict[str, bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "briefing", "-q", "build", str(SEEDS), "--output", str(output), *arguments]
    subprocess.run(command, check=True, cwd=cwd, env=environment, stdout=subprocess.DEVNULL)
    return {path.name: path.read_bytes() for path in sorted(output.iterdir())}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build(folder)
    return folder


@pytest.fixture(scope="session")
def deck(built: Path) -> Any:
    from pptx import Presentation

    return Presentation(str(next(built.glob("*-cto.pptx"))))


@pytest.fixture(scope="session")
def model(built: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(next(built.glob("*.briefing.json")).read_text())
    return found


def shape_texts(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.shape_type == 6:
            yield from shape_texts(shape.shapes)
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            yield from map(str, shape.chart.plots[0].categories)
        elif shape.has_text_frame:
            yield shape.text_frame.text


def test_build_says_what_it_made(run: Run) -> None:
    result = run("build", SEEDS)
    assert result.code == 0, result.err
    assert result.out.splitlines() == ["output/mistral-ai-cto.pptx", "output/mistral-ai.briefing.json"]
    for word in ("slides", "facts", "5 sources", "2 independent origins", "not verified"):
        assert word in result.err


def test_every_number_on_every_slide_stands_in_a_source_or_counts_the_decks_own(
    deck: Any, model: dict[str, Any]
) -> None:
    sources = " ".join(path.read_text() for path in sorted(SEEDS.glob("*.txt")))
    known = {number.rstrip(".") for number in re.findall(r"\d[\d.,]*\d|\d", sources)}
    known |= {number.replace(",", "") for number in known}
    counts = {len(value) for value in model.values() if isinstance(value, list)} | set(range(13))
    strange = []
    for page, slide in enumerate(deck.slides, 1):
        for text in shape_texts(slide.shapes):
            if re.fullmatch(r"[\d,–]+", text) and "," in text:
                continue  # the column that names the sources
            text = re.sub(r"\[[\d,–]+\]", " ", text)
            for number in re.findall(r"\d[\d.,]*\d|\d", text):
                own = number.isdigit() and int(number) <= max(100, max(counts))
                if number not in known and not own and number != str(page):
                    strange.append((page, number, text))
    assert not strange


def test_every_quote_in_the_model_and_the_notes_is_verbatim(deck: Any, model: dict[str, Any]) -> None:
    texts = {source["id"]: (SEEDS / source["path"]).read_text() for source in model["sources"]}

    def evidences(node: Any) -> Iterator[dict[str, Any]]:
        if isinstance(node, dict):
            if "quote" in node:
                yield node
            for value in node.values():
                yield from evidences(value)
        elif isinstance(node, list):
            for value in node:
                yield from evidences(value)

    found = list(evidences(model))
    assert len(found) > 100
    for evidence in found:
        assert texts[evidence["source"]][evidence["start"] : evidence["end"]] == evidence["quote"]
    everything = "\n".join(texts.values())
    quotes = [
        quote
        for slide in deck.slides
        if slide.has_notes_slide
        for quote in re.findall(r"^\[\d+\] “(.*)”$", slide.notes_slide.notes_text_frame.text, re.M)
    ]
    assert len(quotes) > 10
    assert [quote for quote in quotes if quote not in everything] == []


def test_two_builds_give_identical_bytes(built: Path, tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in sorted(built.iterdir())}
    time.sleep(2.1)  # zip dates have a grain of two seconds
    again = build(tmp_path / "again", cwd=tmp_path, seed="4711")
    assert first.keys() == again.keys()
    for name in first:
        assert first[name] == again[name], name


def test_no_colour_outside_the_theme_part(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.pptx"))) as package:
        for name in package.namelist():
            if name.endswith(".xml") and "/theme/" not in name:
                assert b"srgbClr" not in package.read(name), name


def test_two_themes_differ_in_theme_and_master_only(built: Path, tmp_path: Path) -> None:
    light = zipfile.ZipFile(next(built.glob("*.pptx")))
    build(tmp_path, "--theme", "midnight")
    dark = zipfile.ZipFile(next(tmp_path.glob("*.pptx")))
    assert light.namelist() == dark.namelist()
    differing = {name for name in light.namelist() if light.read(name) != dark.read(name)}
    assert differing == {"ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml"}


def test_build_loads_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom briefing.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit as stop:\n"
        "    assert not stop.code, stop.code\nprint(*sorted(sys.modules))"
    )
    command = [sys.executable, "-c", script, "-q", "build", str(SEEDS), "--output", str(tmp_path)]
    loaded = set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
    heavy = {"matplotlib", "numpy", "pydantic", "rich", "trafilatura", "pypdfium2", "docx", "openai", "xml.dom.minidom"}
    assert loaded & heavy == set()
    assert "pptx.opc.package" in loaded  # the package is python-pptx's: what it knows of the format is not written anew


def test_every_title_is_in_its_placeholder_and_unique(deck: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_the_deck_opens_with_every_table_in_its_placeholder(deck: Any) -> None:
    tables = [
        shape
        for slide in deck.slides
        for shape in slide.shapes
        if getattr(shape, "has_table", False) and shape.has_table
    ]
    assert tables
    assert all(shape.is_placeholder for shape in tables)


def test_the_chart_is_in_its_placeholder_and_its_workbook_holds_the_figures(deck: Any) -> None:
    [shape] = [shape for slide in deck.slides for shape in slide.shapes if getattr(shape, "has_chart", False)]
    assert shape.is_placeholder
    assert shape.placeholder_format.idx == 20
    drawn = {value for series in shape.chart.plots[0].series for value in series.values if value is not None}
    assert len(drawn) >= 3
    with zipfile.ZipFile(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    held = {float(value) for value in re.findall(r"<v>([\d.eE+]+)</v>", sheet)}
    assert drawn <= held


def test_badges_and_the_sources_line_jump_to_the_evidence(deck: Any) -> None:
    last = deck.slides[-1]
    jumps = [shape for slide in deck.slides for shape in slide.shapes if _jump(shape) is not None]
    assert {shape.name.partition(":")[0] for shape in jumps} >= {"Badge", "Sources"}
    assert {_jump(shape).slide_id for shape in jumps} == {last.slide_id}


def _jump(shape: Any) -> Any:
    """The slide that a click on the shape leads to."""
    action = getattr(shape, "click_action", None) if shape.shape_type != 6 and hasattr(shape, "click_action") else None
    return action.target_slide if action is not None and action.hyperlink is not None else None


def test_the_package_holds_to_the_format(built: Path, shared: Path) -> None:
    command = [sys.executable, str(shared / "tools/ooxml/validate.py"), "--strict", *map(str, built.glob("*.pptx"))]
    checked = subprocess.run(command, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_model_can_be_drawn_again_without_its_sources(run: Run, built: Path, tmp_path: Path) -> None:
    model_path = next(built.glob("*.briefing.json"))
    result = run("-q", "build", "--model", model_path, "--output", tmp_path / "again")
    assert result.code == 0, result.err
    assert (tmp_path / "again" / model_path.name).read_bytes() == model_path.read_bytes()


def test_schema_describes_the_model(run: Run, model: dict[str, Any]) -> None:
    schema = json.loads(run("schema").out)
    assert set(schema["required"]) <= set(model)
    assert set(model) <= set(schema["properties"])
