"""Bad input gets one line and exit 2, and older output stays as it was."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from briefing import files
from tests.conftest import ROOT, SEEDS, Result, Run

ARTICLE = (
    "Northwind raises $12 million\nNorthwind, a robotics company, raised $12 million in May 2025 led by Harbor Fund.\n"
)


def one_line(result: Result, *words: str) -> None:
    assert result.code == 2, result
    lines = [line for line in result.err.splitlines() if line.strip()]
    assert len(lines) == 1, lines
    assert lines[0].startswith("briefing: ")
    for word in words:
        assert word in lines[0]
    assert "Traceback" not in result.err


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """An output folder with a deck of last week."""
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "northwind-cto.pptx").write_bytes(b"last week's deck")
    return folder


def untouched(folder: Path) -> bool:
    return [path.name for path in folder.iterdir()] == ["northwind-cto.pptx"] and (
        folder / "northwind-cto.pptx"
    ).read_bytes() == b"last week's deck"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    return folder


def test_no_such_folder(run: Run, older: Path) -> None:
    one_line(run("build", "nowhere"), "no such folder", "nowhere")
    assert untouched(older)


def test_a_file_for_a_folder(run: Run, articles: Path) -> None:
    one_line(run("build", articles / "a.txt"), "not a folder")


def test_empty_folder(run: Run, tmp_path: Path, older: Path) -> None:
    (tmp_path / "empty").mkdir()
    one_line(run("build", "empty"), "no sources", ".txt")
    assert untouched(older)


def test_binary_file_under_a_text_name(run: Run, articles: Path, older: Path) -> None:
    (articles / "b.txt").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)
    one_line(run("build", "articles"), "b.txt")
    assert untouched(older)


def test_unreadable_file(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    one_line(run("build", "articles"), "a.txt", "permission denied")


def test_a_file_of_200_megabytes(run: Run, articles: Path, older: Path) -> None:
    with open(articles / "big.txt", "wb") as stream:
        stream.truncate(200_000_000)
    one_line(run("build", "articles"), "big.txt", "too large", "200 MB")
    assert untouched(older)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--audience", "ct0"], ['"ct0"', '"cto"']),
        (["--theme", "bordroom"], ['"bordroom"', '"boardroom"']),
        (["--audiense", "cto"], ["--audiense", "--audience"]),
    ],
)
def test_unknown_names_get_the_nearest(
    run: Run, articles: Path, older: Path, arguments: list[str], words: list[str]
) -> None:
    one_line(run("build", "articles", *arguments), *words)
    assert untouched(older)


def test_unknown_command_gets_the_nearest(run: Run) -> None:
    one_line(run("bild"), '"build"')


def test_output_that_is_a_file(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    one_line(run("build", "articles", "--output", "taken"), "taken", "is a file")
    assert (tmp_path / "taken").read_text() == "mine"


def test_unwritable_output(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    one_line(run("build", "articles"), "cannot be written", "permission denied")


def test_full_disk_leaves_the_older_deck(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("-q", "build", "articles").code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "output").iterdir()}
    (articles / "b.txt").write_text(ARTICLE.replace("12", "15"))

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    one_line(run("build", "articles"), "no space left", "older files are untouched")
    assert {path.name: path.read_bytes() for path in (tmp_path / "output").iterdir()} == before


def test_a_source_without_facts_makes_a_short_honest_deck(run: Run, tmp_path: Path) -> None:
    (tmp_path / "thin").mkdir()
    (tmp_path / "thin" / "a.txt").write_text("It rained.\n\nThe streets were wet all day long and nobody went out.\n")
    result = run("build", "thin")
    assert result.code == 0, result.err
    from pptx import Presentation

    deck = Presentation(str(tmp_path / result.out.splitlines()[0]))
    assert 1 <= len(deck.slides) <= 4


def test_sources_not_in_utf8_are_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "latin"
    folder.mkdir()
    (folder / "a.txt").write_bytes(ARTICLE.replace("Harbor", "Häfen").replace("\n", "\r\n").encode("latin-1"))
    result = run("extract", folder)
    assert result.code == 0
    assert "Häfen" in result.out


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_interrupt_leaves_the_older_deck(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    text = (SEEDS / sorted(os.listdir(SEEDS))[2]).read_text()
    for number in range(150):
        (folder / f"{number:03}.txt").write_text(text)
    output = tmp_path / "output"
    output.mkdir()
    (output / "northwind-cto.pptx").write_bytes(b"last week's deck")
    child = subprocess.Popen(
        [sys.executable, "-m", "briefing", "build", str(folder), "--output", str(output)],
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    time.sleep(1.0)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130, err
    assert "Traceback" not in err
    assert untouched(output)
