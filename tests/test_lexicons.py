"""Lexicons are read by a quick reader of plain TOML: it finds what the standard library finds."""

import tomllib
from pathlib import Path

import pytest

import briefing
from briefing import lexicons

FILES = sorted(Path(briefing.__file__).parent.rglob("lexicon/*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_lexicon_is_plain_and_read_right(path):
    text = path.read_text(encoding="utf-8")
    assert repr(lexicons.plain(text)) == repr(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "a = 'literal'\n",
        'a = "tab\\tinside"\nb.c = 1\n',
        "a = [\n  [1, 2],\n  [3, 4]\n]\n",
        "a = 1979-05-27\n",
        '"odd key" = """\nlines \\\n  joined"""\n',
        "[table]\na=1\n",
    ],
)
def test_other_files_are_read_by_the_standard_library(tmp_path, text):
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    assert lexicons.read(path) == tomllib.loads(text)


def test_a_key_that_stands_twice_is_an_error(tmp_path):
    path = tmp_path / "words.toml"
    path.write_text('a = ["x"]\na = ["y"]\n', encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        lexicons.read(path)
