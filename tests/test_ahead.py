"""A build begun before it is known of what: the same deck, whatever becomes of the copies that began it."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from briefing import ahead, pipeline
from briefing.errors import InputError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be split here")

HERE = os.getpid()
READING = ahead.reading
Work = Generator[Any, Any, None]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "1.txt").write_text("Acme Anvils raises $20M\n\nAcme Anvils has raised $20 million from Contoso.")
    (folder / "2.txt").write_text("Acme Anvils grows\n\nAcme Anvils said it has 300 employees in Oslo.")
    return folder


def gone(when: str) -> Any:
    """Reading that ends with its copy."""

    def reading() -> Work:
        there = os.getpid() != HERE
        if there and when == "at once":
            os._exit(9)
        work = READING()
        folder = yield next(work)
        if there:
            os._exit(9)
        yield work.send(folder)

    return reading


def built(articles: Path, output: Path) -> list[bytes]:
    """The files of a build that was begun ahead."""
    with ahead.begun() as begun:
        made = pipeline.build(articles, output=output, split=True, ahead=begun)
    return [path.read_bytes() for path in made.paths]


@pytest.mark.parametrize("number", [4, 2, 1])
def test_a_build_begun_ahead_makes_the_same_files(
    articles: Path, tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = [path.read_bytes() for path in pipeline.build(articles, output=tmp_path / "plain").paths]
    monkeypatch.setattr("briefing.beside.processors", lambda: number)
    monkeypatch.setattr(ahead, "processors", lambda: number)
    assert built(articles, tmp_path / "ahead") == plain


@pytest.mark.parametrize("when", ["at once", "later"])
def test_where_the_reading_copy_is_gone_the_build_goes_on(
    articles: Path, tmp_path: Path, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = built(articles, tmp_path / "plain")
    monkeypatch.setattr("briefing.beside.processors", lambda: 4)
    monkeypatch.setattr(ahead, "processors", lambda: 4)
    monkeypatch.setattr(ahead, "reading", gone(when))
    assert built(articles, tmp_path / "ahead") == plain


def test_a_folder_that_takes_long_is_read_here_with_progress(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_MUCH", 50)
    told: list[str] = []
    with ahead.begun() as begun:
        pipeline.build(
            articles, output=tmp_path, progress=lambda stage, done, total: told.append(stage), split=True, ahead=begun
        )
    assert list(dict.fromkeys(told)) == ["Reading", "Extracting", "Reconciling", "Drawing"]


def test_an_unreadable_source_is_named_as_ever(articles: Path, tmp_path: Path) -> None:
    (articles / "3.md").write_bytes(b"\x00\x01\x02" * 400)
    with pytest.raises(InputError) as plain:
        pipeline.build(articles, output=tmp_path / "plain")
    with pytest.raises(InputError) as caught:
        built(articles, tmp_path / "ahead")
    assert str(caught.value) == str(plain.value)
