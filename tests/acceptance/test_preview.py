"""Looking at a deck, and choosing what is in it: preview, formats, slides, draft, charts as pictures, new audiences."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from briefing.exports import office
from tests.conftest import Run

has_office = pytest.mark.skipif(not office.find_office(), reason="LibreOffice is not installed")


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: "")


def slides_of(path: Path) -> Any:
    from pptx import Presentation

    return Presentation(str(path)).slides


def titles(path: Path) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in slides_of(path)]


def kinds(path: Path) -> list[str]:
    return [slide._element.cSld.get("name") for slide in slides_of(path)]


# ---------------------------------------------------------------- which slides


def test_slides_are_those_named_in_that_order(run: Run, model: Path) -> None:
    assert run("build", "--model", model, "--slides", "risks, title,funding").code == 0
    assert kinds(Path("output/northwind-robotics-cto.pptx")) == ["risks", "title", "funding"]


def test_some_slides_do_not_take_the_place_of_the_whole_deck(run: Run, model: Path) -> None:
    whole = Path("output/northwind-robotics-cto.pptx")
    assert run("build", "--model", model).code == 0
    before = whole.read_bytes()
    part = run("build", "--model", model, "--slides", "risks", "--format", "pptx")
    assert part.out.split() == ["output/northwind-robotics-cto-part.pptx", "output/northwind-robotics.briefing.json"]
    assert kinds(Path("output/northwind-robotics-cto-part.pptx")) == ["risks"]
    assert whole.read_bytes() == before
    assert run("build", "--model", model).out.split()[0] == str(whole)


def test_only_and_exclude_keep_the_audiences_order(run: Run, model: Path) -> None:
    deck = Path("output/northwind-robotics-board.pptx")
    assert run("build", "--model", model, "-a", "board", "--only", "risks,overview,evidence").code == 0
    assert kinds(deck) == ["overview", "risks", "evidence"]
    assert run("build", "--model", model, "-a", "board", "--exclude", "risks", "--only", "risks,overview").code == 0
    assert kinds(deck) == ["overview"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--slides", "overwiew"), 'no slide called "overwiew"; did you mean "overview"?'),
        (("--exclude", "title,rusk"), 'did you mean "risks"?'),
        (("--only", "timeline", "-a", "board"), 'the deck for Board has no slide "timeline"'),
        (("--only", "title", "--exclude", "title"), "no slide is left"),
        (("--format", "pptx,docx"), 'no format called "docx"'),
        (("--format", ","), "no format is named"),
    ],
)
def test_a_wrong_choice_is_one_line(run: Run, model: Path, arguments: tuple[str, ...], words: str) -> None:
    result = run("build", "--model", model, *arguments)
    assert result.code == 2
    assert words in result.err
    assert result.err.count("\n") == 1
    assert not Path("output").exists()


# ---------------------------------------------------------------- draft and charts


def test_a_draft_shows_ids_that_explain_knows(run: Run, model: Path) -> None:
    plain, draft = Path("plain"), Path("draft")
    assert run("build", "--model", model, "-o", plain, "--slides", "funding").code == 0
    assert run("build", "--model", model, "-o", draft, "--slides", "funding", "--draft").code == 0
    words = []
    for folder in (plain, draft):
        (slide,) = slides_of(folder / "northwind-robotics-cto.pptx")
        (table,) = (shape.table for shape in slide.shapes if getattr(shape, "has_table", False) and shape.has_table)
        words.append(table.rows[1].cells[0].text)
    assert words[1] == f"{words[0]}  f1"
    assert run("explain", "f1", "--model", model).code == 0


def test_charts_as_images_keep_their_alternative_text(run: Run, model: Path) -> None:
    arguments = ("--model", model, "--slides", "funding-chart,partnerships")
    assert run("build", *arguments, "-o", "native").code == 0
    assert run("build", *arguments, "-o", "image", "--charts", "image").code == 0
    assert run("build", *arguments, "-o", "again", "--charts", "image").code == 0
    name = "northwind-robotics-cto.pptx"
    assert Path("image", name).read_bytes() == Path("again", name).read_bytes()
    pictures = [shape for slide in slides_of(Path("image", name)) for shape in slide.shapes if shape.shape_type == 13]
    descriptions = [shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures]
    assert [text.split(" of ")[0] for text in descriptions] == ["Column chart", "Map"]
    assert titles(Path("native", name)) == titles(Path("image", name))


def test_a_native_build_loads_nothing_that_draws(model: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom briefing.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit as stop:\n"
        "    assert not stop.code, stop.code\nprint(*sorted(sys.modules))"
    )
    command = [sys.executable, "-c", script, "-q", "build", "--model", str(model), "--output", str(tmp_path), "--draft"]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "0"}
    )
    loaded = set(done.stdout.split())
    assert loaded & {"matplotlib", "PIL.ImageDraw", "briefing.exports.preview"} == set()


# ---------------------------------------------------------------- files


@has_office
def test_formats_are_written_beside_each_other_and_again_the_same(run: Run, model: Path) -> None:
    arguments = ("-q", "build", "--model", model, "--slides", "overview,risks", "--format", "png,pptx,pdf")
    result = run(*arguments)
    assert result.code == 0, result.err
    stem = "output/northwind-robotics-cto"
    assert result.out.splitlines() == [
        f"{stem}.pptx", f"{stem}.pdf", f"{stem}-01.png", f"{stem}-02.png", f"{stem}-sheet.png",
            "output/northwind-robotics.briefing.json",
    ]  # fmt: skip
    first = Path(f"{stem}.pdf").read_bytes()
    assert run(*arguments[:-1], "pdf").code == 0
    assert Path(f"{stem}.pdf").read_bytes() == first


def test_without_libreoffice_a_pdf_is_refused_before_anything_is_done(run: Run, model: Path, no_office: None) -> None:
    result = run("build", "--model", model, "--format", "pptx,pdf")
    assert result.code == 2
    assert "LibreOffice is not installed; install it" in result.err
    assert result.err.count("\n") == 1
    assert not Path("output").exists()


# ---------------------------------------------------------------- preview


def test_preview_without_libreoffice_says_so_and_draws_every_slide(run: Run, model: Path, no_office: None) -> None:
    assert run("-q", "build", "--model", model, "--slides", "title,overview,funding-chart,partnerships").code == 0
    result = run("preview", "output/northwind-robotics-cto.pptx", "--output", "pages", "--width", 640)
    assert result.code == 0, result.err
    assert result.err == "Drawn by the built-in renderer (LibreOffice is not installed)\n"
    stem = "pages/northwind-robotics-cto"
    assert result.out.splitlines() == [*(f"{stem}-0{number}.png" for number in range(1, 5)), f"{stem}-sheet.png"]
    for name in result.out.splitlines()[:-1]:
        image = Image.open(name)
        assert image.size == (640, 360)
        assert len(image.convert("RGB").getcolors(640 * 360) or []) > 20  # something is drawn
    assert Image.open(f"{stem}-sheet.png").width > 3 * 480


@has_office
def test_preview_prefers_libreoffice(run: Run, model: Path) -> None:
    assert run("-q", "build", "--model", model, "--slides", "overview").code == 0
    result = run("preview", "output/northwind-robotics-cto.pptx", "--width", 320)
    assert result.code == 0, result.err
    assert result.err == "Drawn by LibreOffice\n"
    assert Image.open("output/northwind-robotics-cto-01.png").width == 320
    assert run("preview", "output/northwind-robotics-cto.pptx", "--light").err.startswith("Drawn by the built-in")


def test_preview_of_articles_needs_no_deck(run: Run, seeds: Path) -> None:
    result = run("-q", "preview", seeds, "--light", "--audience", "board", "--theme", "midnight", "--width", 320)
    assert result.code == 0, result.err
    assert result.err == ""
    assert result.out.splitlines()[-1].endswith("-board-sheet.png")
    assert not list(Path("output").glob("*.pptx"))


def test_preview_of_what_is_no_deck_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.pptx").write_text("not a deck")
    for name in ("notes.pptx", "missing.pptx", "nowhere"):
        result = run("preview", name)
        assert result.code == 2
        assert result.err.count("\n") == 1
        assert name in result.err
    assert not Path("output").exists()


# ---------------------------------------------------------------- audiences


def test_a_new_audience_is_a_copy_to_edit(run: Run, model: Path) -> None:
    result = run("audience", "new", "clinical-board", "--from", "board", "--label", "Clinical board")
    assert result.code == 0, result.err
    assert result.out == "audiences/clinical-board.toml\n"
    path = Path("audiences/clinical-board.toml")
    assert 'label = "Clinical board"' in path.read_text()
    path.write_text(path.read_text().replace('"conflicts", ', ""))
    Path("seeds").mkdir()
    assert "clinical-board" in run("audience", "list", "--names").out.split()
    built = run("build", "--model", model, "-a", "clinical-board")
    assert built.code == 0, built.err
    assert "conflicts" not in kinds(Path("output/northwind-robotics-clinical-board.pptx"))


def test_a_bundled_audience_taken_over_keeps_its_label(run: Run, model: Path) -> None:
    before = run("audience", "list").out
    assert run("audience", "new", "cto").code == 0
    assert "  CTO  " in before
    assert "  CTO  " in run("audience", "list").out


def test_a_new_audience_never_overwrites(run: Run) -> None:
    assert run("audience", "new", "ours").code == 0
    Path("audiences/ours.toml").write_text("# mine\n")
    result = run("audience", "new", "ours", "--from", "cto")
    assert result.code == 2
    assert "audiences/ours.toml" in result.err
    assert Path("audiences/ours.toml").read_text() == "# mine\n"


@pytest.mark.parametrize("name", ["../ours", "Our Board", "", "a" * 41, "-x-", "con/x", "x.toml"])
def test_a_name_that_is_no_file_name_is_refused(run: Run, name: str) -> None:
    result = run("audience", "new", "--from", "cto", "--", name)
    assert result.code == 2
    assert "not a name for an audience" in result.err
    assert not Path("audiences").exists()


def test_an_unknown_audience_to_begin_from_names_the_nearest(run: Run) -> None:
    result = run("audience", "new", "ours", "--from", "bord")
    assert result.code == 2
    assert 'did you mean "board"?' in result.err


@pytest.mark.parametrize("command", [("preview",), ("build",), ("audience", "new"), ("audience", "list")])
def test_help_shows_an_example(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.code == 0
    assert f"  briefing {' '.join(command)}" in result.out
    assert "Example" in result.out
