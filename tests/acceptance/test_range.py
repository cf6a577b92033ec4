"""Thin and rich data in every audience and theme: decks come out without a fault that must be mended, and open.

Every briefing is composed and checked for every audience; themes take turns, so that each meets each briefing. One deck
of each briefing is written, judged by the strict validator and, a few of them, drawn by LibreOffice, where they are.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import checks, pipeline
from briefing.deck import compose
from briefing.exports import office, pptx
from briefing.measure import body_face, text_width
from briefing.model.briefing import Briefing
from briefing.model.frame import Deck, GroupMark, Mark, TextMark
from tests.slides.fixtures import edges
from tests.slides.fixtures.northwind import TEXTS, northwind
from tests.slides.looks import NAMES, audience, theme

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
THEMES = ("boardroom", "midnight", "gazette")
BRIEFINGS: dict[str, Callable[[], Briefing]] = {
    "northwind": northwind,
    "no fact": edges.nothing,
    "no name": edges.unnamed,
    "one round, one source": edges.one_round,
    "no funding": lambda: replace(northwind(), funding=(), funding_totals=()),
    "no partner": lambda: replace(northwind(), relationships=()),
    "nothing unverified": lambda: replace(northwind(), unverified=(), conflicts=()),
    "10 organisations": lambda: edges.partners(10),
    "25 organisations": lambda: edges.partners(25, 6),
    "40 organisations": lambda: edges.partners(40),
    "60 organisations": lambda: edges.partners(60),
    "100 organisations": lambda: edges.partners(100),
    "130 organisations": lambda: edges.partners(130, 9),
    "25 rounds, 12 sources": lambda: edges.rounds(25),
    "60 unverified claims": lambda: edges.doubts(60),
    "many scripts, long names, emoji": edges.scripts,
}
TURN = {name: at for at, name in enumerate(BRIEFINGS)}


@pytest.mark.parametrize("reader", NAMES)
@pytest.mark.parametrize("name", BRIEFINGS)
def test_no_deck_has_a_fault_to_mend(name: str, reader: str) -> None:
    look = theme(THEMES[(TURN[name] + NAMES.index(reader)) % len(THEMES)])
    briefing = BRIEFINGS[name]()
    texts = TEXTS if name == "northwind" else None
    deck = compose(briefing, audience(reader), look)
    found = checks.run(deck, look, briefing if texts else None, texts)
    assert [item for item in found if item.level == "error" or item.rule.startswith(("fit", "bounds"))] == []
    assert not list(_cut(deck)), "text cut where it need not be"
    for frame in deck.frames[1:]:
        assert not frame.title.endswith(("…", ".")), frame.title


@pytest.mark.parametrize("company", sorted(path.name for path in CORPORA.iterdir() if (path / "gold.json").is_file()))
def test_decks_of_companies_in_many_languages_have_no_fault_to_mend(company: str) -> None:
    found = pipeline.extract(CORPORA / company)
    texts = dict(pipeline.texts_of(found))
    for reader, name in zip(NAMES, THEMES * 2, strict=True):
        deck = compose(found.briefing, audience(reader), theme(name))
        judged = checks.run(deck, theme(name), found.briefing, texts)
        assert [item for item in judged if item.level == "error" or item.rule == "tracing.number"] == []


def _cut(deck: Deck) -> Iterator[str]:
    """Titles, rows of advice and questions that end in "…": these are shortened at clauses, never cut."""
    for frame in deck.frames:
        for mark in _flat(frame.marks):
            if isinstance(mark, TextMark) and mark.name.startswith(("Row", "Question", "Remark")):
                yield from (item.text for item in mark.paragraphs if re.search(r"\w…$", item.text))


def _flat(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        yield from _flat(mark.marks) if isinstance(mark, GroupMark) else [mark]


def _sampled(folder: Path) -> dict[str, tuple[Path, int]]:
    """One deck of each briefing, audience and theme by turns: its file and number of slides."""
    files = {}
    for name, at in TURN.items():
        look = theme(THEMES[at % len(THEMES)])
        deck = compose(BRIEFINGS[name](), audience(NAMES[at % len(NAMES)]), look)
        path = folder / f"{at:02}.pptx"
        path.write_bytes(pptx.write(deck, look))
        files[name] = (path, len(deck.frames))
    return files


def test_the_strict_validator_finds_nothing(shared: Path, tmp_path: Path) -> None:
    files = [str(path) for path, _ in _sampled(tmp_path).values()]
    command = [sys.executable, str(shared / "tools/ooxml/validate.py"), "--strict", *files]
    checked = subprocess.run(command, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.skipif(not office.find_office(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["100 organisations", "25 rounds, 12 sources", "many scripts, long names, emoji"])
def test_libreoffice_draws_one_page_a_slide(name: str) -> None:
    look = theme(THEMES[TURN[name] % len(THEMES)])
    deck = compose(BRIEFINGS[name](), audience("cto"), look)
    document = office.pdf(pptx.write(deck, look))
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", document)) == len(deck.frames)


def test_decks_come_back_with_their_titles_tables_and_links(tmp_path: Path) -> None:
    for name, (path, slides) in _sampled(tmp_path).items():
        read, _ = pptx.read_deck(path.read_bytes())
        assert len(read.frames) == slides, name
        assert all(frame.title for frame in read.frames), name


def test_the_widest_names_fit_the_map_in_every_theme() -> None:
    for name in THEMES:
        look = theme(name)
        for frame in compose(edges.scripts(), audience("cto"), look).frames:
            for mark in _flat(frame.marks):
                if isinstance(mark, TextMark) and mark.name.startswith("Org "):
                    first = mark.paragraphs[0]
                    room = mark.box.w - mark.insets[0] - mark.insets[2]
                    run = first.runs[0]
                    assert text_width(first.text, run.size, run.bold, body_face(look)) <= room * 1.05, mark.name
