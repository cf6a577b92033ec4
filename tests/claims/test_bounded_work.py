"""Whatever a line holds, work on it is bounded: what no writer writes is not read, and that is said."""

from __future__ import annotations

import pytest

from briefing.claims import extract, find_subject
from briefing.model.briefing import Subject
from briefing.model.claim import Claim, Rejected
from briefing.model.source import SPEAKING, Source
from briefing.sources import read

HEAD = "Acme raises $5 million\n\nAcme, a startup, raised $5 million in May 2024.\n\n"
SIZE = 300_000
UNITS = [
    "Alpha Beta Gamma ",
    "Hi. ",
    "7",
    "12 345 ",
    "(",
    "()[] ",
    "and ",
    ", ",
    '"',
    "“",
    "A",
    "Acme ",
    "$",
    "$ 5 ",
    "€5m ",
    "| ",
    ".",
    "Acme raised ",
    "said that ",
    "Alpha, Beta and ",
    "May 2024 ",
    "Alpha's ",
    "公司",
    "a-",
]


def source(line: str) -> Source:
    return read("a.txt", f"{HEAD}{line}\n".encode(), "s1")


def found(one: Source) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    return extract([one], find_subject([one], Subject("Acme", ())))


@pytest.mark.parametrize("unit", UNITS)
def test_a_line_that_nobody_writes_adds_no_claim_and_is_told_of(unit: str) -> None:
    line = source(unit * (SIZE // len(unit)))
    claims, rejected = found(line)
    assert len(claims) >= 2
    assert not [one for one in claims if one.evidence.end > len(HEAD)]
    assert [one.evidence.source for one in rejected if one.reason.startswith("not read")]


@pytest.mark.parametrize("unit", UNITS)
def test_only_so_much_of_a_line_is_read_closely(unit: str) -> None:
    line = source(unit * (SIZE // len(unit)))
    spoken = [one for one in line.passages if one.kind in SPEAKING]
    assert sum(one.end - one.start for one in spoken) < 10_000
    assert max(one.end - one.start for one in spoken) <= 5_000
    assert len(line.passages) < SIZE / 10


@pytest.mark.parametrize("unit", UNITS)
def test_every_word_stands_in_a_passage(unit: str) -> None:
    line = source(unit * (SIZE // len(unit)))
    covered = sum(len(line.text[one.start : one.end].replace(" ", "")) for one in line.passages)
    assert covered == len("".join(line.text.split()))


def test_a_paragraph_as_long_as_a_chapter_is_read_to_its_end() -> None:
    sentences = " ".join(
        f"In May {1900 + number}, Acme opened its shop number {number} in Oslo." for number in range(900)
    )
    line = source(sentences)
    assert not [one for one in line.passages if one.kind == "unread"]
    assert sum(one.kind == "sentence" for one in line.passages) == 901


def test_a_sentence_printed_again_and_again_is_read_some_fifty_times() -> None:
    line = source("Acme has 40 customers. " * 300)
    assert sum(line.text[one.start : one.end] == "Acme has 40 customers." for one in line.passages) == 300
    assert sum(one.kind == "sentence" for one in line.passages) == 51
    assert len(found(line)[0]) < 200
