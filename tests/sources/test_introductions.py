"""An author who introduces herself at the end is no part of the story."""

from __future__ import annotations

from briefing.sources import read


def test_an_author_who_introduces_herself_is_furniture() -> None:
    story = "Acme opens a plant\n\n" + "\n\n".join(
        f"Acme said that line {n} of the plant is running well." for n in range(8)
    )
    source = read(
        "a.txt", f"{story}\n\nI am Jane Doe, a consultant. My goal is to help businesses grow.\n".encode(), "s1"
    )
    told = [source.text[passage.start : passage.end] for passage in source.passages if passage.kind == "sentence"]
    assert not any("My goal" in words for words in told)
