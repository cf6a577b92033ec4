"""What bytes of a text file become, and which files are refused with a remedy."""

from __future__ import annotations

import pytest

from briefing.errors import InputError
from briefing.sources import read

ARTICLE = "Acme raises €5 million\r\nAcme – a “maker” of anvils – raised €5 million.\r\nIt’s in Paris.\r\n"


def words(source, kind="sentence"):
    return [source.text[one.start : one.end] for one in source.passages if one.kind == kind]


def test_clean_utf8_is_stored_as_it_is_with_its_line_ends():
    source = read("a.txt", ARTICLE.encode(), "s1")
    assert source.text == ARTICLE
    assert words(source) == ["Acme – a “maker” of anvils – raised €5 million.", "It’s in Paris."]


def test_a_byte_order_mark_stays_in_the_text_but_in_no_passage():
    source = read("a.txt", b"\xef\xbb\xbf" + ARTICLE.encode(), "s1")
    assert source.text == "\ufeff" + ARTICLE
    assert source.title == "Acme raises €5 million"
    assert source.passages[0].start == 1


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_other_encodings_give_the_same_words(encoding):
    source = read("a.txt", ARTICLE.encode(encoding), "s1")
    assert words(source) == words(read("a.txt", ARTICLE.encode(), "s1"))


def test_mojibake_stays_as_it_is():
    text = "Title here\nThe compaÄ\u201any grew by 5% in two years.\n"
    assert read("a.txt", text.encode(), "s1").text == text


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \r\n\t", b"---\n---\n"])
def test_an_empty_file_is_a_source_without_facts(data):
    assert not [one for one in read("a.txt", data, "s1").passages if one.kind in ("title", "sentence", "item", "row")]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 rest of an archive",
        b"%PDF-1.7 rest",
        b"\x89PNG\r\n\x1a\n rest",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest",
        bytes(range(256)) * 20,
        b"text\x00with\x00nul",
        b"\x80\x81\x82\x90\x9d" * 50,
        "Ω≈ç√".encode("utf-16-le") * 3 + b"\xd8",
        b"\xff\xfe\x00\xd8A",
    ],
)
def test_what_is_no_text_is_refused_with_the_file_and_a_remedy(data):
    with pytest.raises(InputError) as caught:
        read("folder/a.txt", data, "s1")
    assert "folder/a.txt" in caught.value.where
    assert caught.value.remedy


def test_a_file_above_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("briefing.sources.decoding.LIMIT", 1000)
    with pytest.raises(InputError, match="too large"):
        read("a.txt", b"x" * 1001, "s1")


def test_an_unknown_suffix_is_refused_and_names_the_known_ones():
    with pytest.raises(InputError) as caught:
        read("a.xyz", b"text", "s1")
    assert ".txt" in caught.value.remedy
