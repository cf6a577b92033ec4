"""What must hold of every deck, whatever the briefing, the audience and the theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefing.deck import compose
from briefing.measure import body_face, lines, title_face, wrap
from briefing.model.briefing import AnalystNote, Briefing
from briefing.model.frame import Box, ConnectorMark, Frame, GroupMark, Mark, RuleMark, TextMark, inches
from briefing.slides.citations import cells, runs, used
from tests.slides.fixtures import edges
from tests.slides.fixtures.northwind import TEXTS, northwind
from tests.slides.looks import NAMES, audience, theme

BRIEFINGS = {
    "northwind": northwind,
    "nothing": edges.nothing,
    "unnamed": edges.unnamed,
    "one round": edges.one_round,
    "40 partners": lambda: edges.partners(40),
    "100 partners": lambda: edges.partners(100),
    "130 partners": lambda: edges.partners(130, 9),
    "25 rounds": lambda: edges.rounds(25),
    "60 doubts": lambda: edges.doubts(60),
    "scripts": edges.scripts,
}


@pytest.fixture(params=sorted(BRIEFINGS))
def briefing(request: pytest.FixtureRequest) -> Briefing:
    return BRIEFINGS[request.param]()


def flat(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, GroupMark):
            yield from flat(mark.marks)
        else:
            yield mark


def content(frame: Frame) -> Iterator[TextMark]:
    for mark in flat(frame.marks):
        if isinstance(mark, TextMark) and mark.placeholder not in (0, 10, 11, 12, 13):
            yield mark


@pytest.mark.parametrize("name", NAMES)
def test_titles_fit_two_lines_and_are_unique(briefing: Briefing, name: str) -> None:
    deck = compose(briefing, audience(name), theme())
    titles = [frame.title for frame in deck.frames]
    assert len(set(titles)) == len(titles)
    for frame in deck.frames[1:]:
        [run] = frame.marks[0].paragraphs[0].runs  # type: ignore[union-attr]
        assert run.text == frame.title
        assert run.size >= 20
        assert len(wrap(frame.title, run.size, True, inches(12.133), title_face(theme()))) <= 2
        assert not frame.title.endswith((".", "…"))


def test_content_stays_in_its_zone(briefing: Briefing) -> None:
    for frame in compose(briefing, audience("cto"), theme()).frames[1:]:
        for mark in flat(frame.marks):
            if isinstance(mark, RuleMark):
                assert mark.y2 <= inches(6.73), (frame.key, mark.name)
                continue
            if isinstance(mark, ConnectorMark) or getattr(mark, "placeholder", None) in (0, 10, 11, 12, 13):
                continue
            box: Box = mark.box  # type: ignore[union-attr]
            assert box.y >= inches(1.775), (frame.key, mark.name)
            assert box.y + box.h <= inches(6.76), (frame.key, mark.name)
            assert box.x >= inches(0.59), (frame.key, mark.name)
            assert box.x + box.w <= inches(12.745), (frame.key, mark.name)


def test_text_fits_its_box(briefing: Briefing) -> None:
    face = body_face(theme())
    for frame in compose(briefing, audience("cto"), theme()).frames:
        for mark in content(frame):
            left, _, right, _ = mark.insets
            high = sum(
                lines(item, mark.box.w - left - right, face) * item.runs[0].size * 1.22
                for item in mark.paragraphs
                if mark.wrap
            )
            assert high * 12_700 <= mark.box.h * 1.05 or mark.geometry == "ellipse", (frame.key, mark.name)


def test_citations_and_sources_line_agree(briefing: Briefing) -> None:
    for frame in compose(briefing, audience("cto"), theme()).frames[1:]:
        line = next(
            (mark.text for mark in flat(frame.marks) if isinstance(mark, TextMark) and mark.placeholder == 11), ""
        )
        if "listed" in line or "articles" in line:
            continue
        for number in used(tuple(frame.marks)):
            assert f"[{number}]" in line, (frame.key, number, line)


def test_names_are_unique_on_a_slide(briefing: Briefing) -> None:
    for frame in compose(briefing, audience("cto"), theme()).frames:
        names = [mark.name for mark in flat(frame.marks)]
        assert len(set(names)) == len(names), frame.key


def test_no_text_is_too_small(briefing: Briefing) -> None:
    for frame in compose(briefing, audience("cto"), theme()).frames:
        assert min(run.size for run in runs(frame.marks)) >= 8.5


def test_links_lead_somewhere(briefing: Briefing) -> None:
    deck = compose(briefing, audience("cto"), theme())
    keys = {frame.key for frame in deck.frames}
    for frame in deck.frames:
        for mark in flat(frame.marks):
            if isinstance(mark, TextMark) and mark.link and mark.link.slide:
                assert mark.link.slide in keys


def test_notes_keep_their_limit_and_quote_word_for_word() -> None:
    for name in NAMES:
        for frame in compose(northwind(), audience(name), theme()).frames:
            assert len(frame.notes) <= 1_800
            assert frame.notes.startswith("KEY MESSAGE\n")
            for line in frame.notes.splitlines():
                if line.startswith("["):
                    number, _, quote = line.partition("] “")
                    assert quote.rstrip("”") in TEXTS[f"s{number[1:]}"], line


def test_every_claim_on_a_slide_names_its_ids() -> None:
    for frame in compose(northwind(), audience("cto"), theme()).frames[1:-1]:
        for mark in content(frame):
            said = [run for item in mark.paragraphs for run in item.runs if run.kind == "claim"]
            if said and frame.kind not in ("watchlist", "evidence"):
                assert mark.claims, (frame.key, mark.name)


def test_tables_fill_their_width_and_carry_ids() -> None:
    for frame in compose(northwind(), audience("cto"), theme()).frames:
        for mark in flat(frame.marks):
            if hasattr(mark, "columns"):
                assert sum(mark.columns) == mark.box.w
                assert sum(row.height for row in mark.rows) == mark.box.h
                if mark.name != "Source list":
                    bodies = [cell for row in mark.rows[mark.header_rows :] for cell in row.cells if cell.text]
                    assert all(cell.claims for cell in bodies), mark.name
                assert all(cell.paragraphs for cell in cells(mark))


def test_without_facts_the_deck_says_so() -> None:
    deck = compose(edges.nothing(), audience("investor"), theme())
    assert [frame.kind for frame in deck.frames] == ["title", "overview", "evidence"]
    assert "no fact" in deck.frames[1].title


def test_kinds_without_data_are_left_out() -> None:
    kinds = [frame.kind for frame in compose(edges.one_round(), audience("cto"), theme()).frames]
    assert kinds == ["title", "overview", "funding", "partnerships", "evidence"]


def test_continuations_say_which_part_they_are() -> None:
    frames = [frame for frame in compose(edges.rounds(25), audience("cto"), theme()).frames if frame.kind == "funding"]
    assert [frame.key for frame in frames] == ["funding", "funding-2", "funding-3"]
    assert [frame.title[-8:] for frame in frames] == ["(1 of 3)", "(2 of 3)", "(3 of 3)"]


def test_audiences_get_different_decks() -> None:
    decks = {name: compose(northwind(), audience(name), theme()) for name in NAMES}
    orders = {tuple(frame.kind for frame in deck.frames) for deck in decks.values()}
    assert len(orders) == len(NAMES)
    overviews = {"\n".join(mark.text for mark in content(deck.frames[1])) for deck in decks.values()}
    assert len(overviews) == len(NAMES)


def test_the_same_briefing_gives_the_same_deck() -> None:
    first, second = (compose(northwind(), audience("cto"), theme()) for _ in range(2))
    assert first == second


def test_the_legend_shows_the_badges_of_the_deck() -> None:
    deck = compose(edges.one_round(), audience("cto"), theme())
    badges = [mark.text for mark in content(deck.frames[0]) if mark.name.startswith("Badge")]
    assert badges == ["● Corroborated", "● Reported"]


def test_the_analysts_words_are_marked() -> None:
    note = AnalystNote("f1", "date", "2021-06", "2021-07", "the register says so")
    deck = compose(replace(northwind(), analyst=(note,)), audience("cto"), theme())
    [funding] = [frame for frame in deck.frames if frame.kind == "funding"]
    assert "[A] the analyst" in next(mark.text for mark in flat(funding.marks) if getattr(mark, "placeholder", 0) == 11)  # type: ignore[union-attr]
    assert "Set by the analyst: date is 2021-07 (the sources: 2021-06), because the register says so." in funding.notes
    assert any(run.kind == "analyst" for run in runs(funding.marks))


def test_right_to_left_names_are_marked() -> None:
    deck = compose(edges.scripts(), audience("cto"), theme())
    marked = {run.lang: run.rtl for frame in deck.frames for run in runs(frame.marks) if run.lang}
    assert marked["ar-SA"]
    assert marked["he-IL"]
    assert not marked["ja-JP"]


def test_names_cut_on_the_map_stand_in_the_notes() -> None:
    deck = compose(edges.scripts(), audience("cto"), theme())
    [partnerships] = [frame for frame in deck.frames if frame.kind == "partnerships"]
    assert any(mark.text.split("\n")[0].endswith("…") for mark in content(partnerships))
    assert edges.LONG in partnerships.notes
