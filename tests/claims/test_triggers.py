"""Grammars are skipped where their trigger words are missing: with nothing skipped the claims are the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.claims import amounts, extract, find_subject, knowledge, quantities
from briefing.claims.reading import Utterance
from briefing.model.claim import TieValues
from briefing.model.source import Source
from briefing.sources import read

CORPORA = Path(__file__).parent.parent / "corpora"
FOLDERS = sorted(path.name for path in CORPORA.iterdir() if path.is_dir())


class Everything(frozenset[str]):
    """A set that holds every word."""

    def __contains__(self, word: object) -> bool:
        return True


def sources(folder: str) -> list[Source]:
    files = sorted((CORPORA / folder).glob("*.txt"))
    return [read(file.name, file.read_bytes(), f"s{number}") for number, file in enumerate(files, 1)]


def found(texts: Sequence[Source]) -> object:
    amounts._amounts.cache_clear()
    quantities._numbers.cache_clear()
    return extract(texts, find_subject(texts, None))


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_claim_is_lost_where_trigger_words_are_asked_for(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = sources(folder)
    expected = found(texts)
    monkeypatch.setattr(Utterance, "holds", lambda utterance, triggers: True)
    monkeypatch.setattr(knowledge, "_tells", lambda piece: True)
    assert found(texts) == expected


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_number_is_lost_where_only_words_that_open_one_are_tried(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = sources(folder)
    expected = found(texts)
    monkeypatch.setattr(quantities, "_spelt_hint", lambda piece: True)
    monkeypatch.setattr(quantities, "_opening", lambda language: Everything())
    monkeypatch.setattr(amounts, "_opening", lambda language: Everything())
    try:
        assert found(texts) == expected
    finally:
        amounts._amounts.cache_clear()
        quantities._numbers.cache_clear()


def test_a_trigger_word_counts_with_any_sign_beside_it() -> None:
    text = read("a.txt", b"Acme grows\n\nAcme makes pumps.\n\nInvestors: Alder Partners; Birch Partners.\n", "s1")
    claims, _ = extract([text], find_subject([text], None))
    assert {one.values.name for one in claims if isinstance(one.values, TieValues)} == {
        "Alder Partners",
        "Birch Partners",
    }
