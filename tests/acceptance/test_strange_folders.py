"""Folders as people have them: many sources, empty ones, odd names; decks come out, and nothing is passed over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

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


def test_a_file_without_words_is_no_source_and_no_origin(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "articles", "a.txt", STORY.format(outlet="The Ledger"))
    write(tmp_path / "articles", "b.txt", "")
    write(tmp_path / "articles", "c.txt", " \n\n ")
    built = run("build", "articles")
    assert built.code == 0, built.err
    assert "from 1 source with 1 independent origin" in built.err
    assert "b.txt, c.txt" in built.err
    listed = run("sources", "articles")
    assert len(listed.out.splitlines()) == 2
    assert "b.txt, c.txt" in listed.err


def test_two_short_texts_make_a_deck(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "articles", "a.txt", "Acme Robotics raised $40 million in May 2025 led by Harbor Fund.")
    write(tmp_path / "articles", "b.txt", "Acme Robotics is based in Leeds.")
    for audience in run("audience", "list", "--names").out.split():
        built = run("build", "articles", "--audience", audience)
        assert built.code == 0, built.err


def test_what_has_nothing_on_the_company_is_told(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "articles", "a.txt", STORY.format(outlet="The Ledger"))
    write(tmp_path / "articles", "b.txt", "The weather in Leeds stayed dry all week, and gardens wanted water.")
    assert "nothing on Acme Robotics was found in b.txt" in run("build", "articles").err
    assert "nothing on" not in run("build", "articles", "--quiet").err
    write(tmp_path / "weather", "b.txt", "the weather stayed dry all week, and gardens wanted water.")
    built = run("build", "weather")
    assert built.code == 0
    assert "briefing.toml" in built.err


def test_nothing_but_files_without_words_is_refused(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "articles", "a.txt", "\n")
    built = run("build", "articles")
    assert built.code == 2
    assert "holds any words" in built.err
    assert not list(tmp_path.glob("output/*"))


def test_results_among_the_sources_are_not_read_as_sources(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "articles", "a.txt", STORY.format(outlet="The Ledger"))
    write(tmp_path / "articles", "acme.eml", f"Subject: Acme\nFrom: ada@post.example\n\n{OTHER}")
    first = run("build", "articles", "--output", "articles", "--page")
    assert first.code == 0, first.err
    deck = first.out.splitlines()[0]
    assert run("email", deck).code == 0
    assert run("build", "articles", "--output", "articles/deeper", "--page").code == 0
    names = [row["path"] for row in json.loads(run("sources", "articles", "--json").out)]
    assert names == ["a.txt", "acme.eml"]
    again = run("page", "articles", "--output", "articles/all.html")
    assert again.code == 2
    assert "among the sources" in again.err


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX alone")
def test_names_of_files_may_be_in_any_encoding(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write(folder, "new\nline.txt", STORY.format(outlet="The Ledger"))
    try:
        (tmp_path / "articles" / os.fsdecode(b"caf\xe9.txt")).write_text(OTHER.format(outlet="The Post"))
    except OSError:
        pytest.skip("this file system takes no such names")
    built = run("build", "articles", "--page")
    assert built.code == 0, built.err
    assert "from 2 sources" in built.err


def test_themes_and_audiences_made_here_serve_sources_elsewhere(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "far" / "away", "a.txt", STORY.format(outlet="The Ledger"))
    here = tmp_path / "here"
    here.mkdir()
    os.chdir(here)
    assert run("theme", "new", "ours", "--primary", "0A5C63").code == 0
    assert run("audience", "new", "partners").code == 0
    built = run("build", "../far/away", "--theme", "ours", "--audience", "partners")
    assert built.code == 0, built.err


def test_a_folder_where_a_file_belongs_is_told(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "articles", "a.txt", STORY.format(outlet="The Ledger"))
    for arguments in (("extract", "articles", "--output", "."), ("check", "articles"), ("audit", "articles")):
        told = run(*arguments)
        assert told.code == 2
        assert "this is a folder, not a file" in told.err


# ---------------------------------------------------------------- work that is not to be lost


def test_an_edited_deck_is_kept_when_it_is_built_again(run: Run, tmp_path: Path) -> None:
    from pptx import Presentation

    write(tmp_path / "articles", "a.txt", STORY.format(outlet="The Ledger"))
    deck = Path(run("build", "articles").out.splitlines()[0])
    written = deck.read_bytes()
    assert "kept" not in run("build", "articles").err
    for name in ("edited", "edited-2"):
        opened = Presentation(str(deck))
        opened.slides[0].shapes[0].name = name
        opened.save(str(deck))
        mine = deck.read_bytes()
        built = run("build", "articles")
        assert f"kept as {deck.with_suffix(f'.{name}.pptx')}" in built.err
        assert deck.read_bytes() == written
        assert deck.with_suffix(f".{name}.pptx").read_bytes() == mine
    assert len(list(tmp_path.glob("output/*.pptx"))) == 3


def test_a_draft_that_a_mail_program_saved_is_kept(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "articles", "a.txt", STORY.format(outlet="The Ledger"))
    deck = run("build", "articles").out.splitlines()[0]
    draft = Path(run("email", deck, "--to", "ada@acme.example").out.strip())
    assert "kept" not in run("email", deck, "--to", "bo@acme.example").err
    draft.write_bytes(b"From: ada@acme.example\r\nX-Unsent: 1\r\n\r\nMine\r\n")
    assert "kept as" in run("email", deck, "--to", "ada@acme.example").err
    assert b"Mine" in draft.with_suffix(".edited.eml").read_bytes()
