"""Decks with one fault each: the check for it names slide and shape, and a sound deck passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import checks
from briefing.model.finding import Finding
from briefing.model.frame import (
    Box,
    Cell,
    Deck,
    Frame,
    Line,
    Link,
    Mark,
    Paint,
    PictureMark,
    Row,
    RuleMark,
    TableMark,
    TextMark,
    inches,
)
from tests.checks.framing import THEME, box, slide, table, words


def judge(*frames: Frame) -> list[Finding]:
    return list(checks.run(Deck("Acme", "Acme", "CTO", frames), THEME))


def test_a_sound_slide_passes() -> None:
    assert judge(slide()) == []


@pytest.mark.parametrize(
    ("mark", "rule", "where"),
    [
        (TextMark("Note", box(1, 3, 2, 0.2), words("Far more words than two inches hold")), "fit.overflow", "Note"),
        (TextMark("Pill", box(1, 3, 0.5, 0.21), words("● Reported", 9), wrap=False), "fit.overflow", "Pill"),
        (TextMark("Fine", box(1, 3, 2, 0.3), words("Small print", 7)), "fit.small", "Fine"),
        (TextMark("Far", box(12, 3, 2, 0.3), words("Out")), "layout.off-slide", "Far"),
        (TextMark("Low", box(1, 6.6, 2, 0.3), words("Under")), "layout.zone", "Low"),
        (RuleMark("Rule", inches(1), inches(1.5), inches(2), inches(1.5), Line("tx1", 1)), "layout.zone", "Rule"),
        (TextMark("Claim", box(1, 3, 2, 0.3), words("Twin")), "name.twice", "Claim"),
        (TextMark("Empty", box(1, 3, 2, 0.3), words(" "), placeholder=21), "placeholder.empty", "Empty"),
        (
            TextMark("Twin", box(0.6, 7.03, 2, 0.2), words("x", 9), placeholder=12),
            "placeholder.twice",
            "placeholder 12",
        ),
        (TextMark("Pale", box(1, 3, 2, 0.3), words("Pale", color="accent6")), "contrast.text", "Pale"),
        (
            TextMark("Solid", box(1, 3, 2, 0.3), words("Ink on blue"), fill=Paint("accent1")),
            "contrast.text",
            "Solid",
        ),
        (TextMark("Cited", box(1, 3, 2, 0.3), words("[4]", kind="citation")), "citation.unlisted", "sources line"),
        (TextMark("Jump", box(1, 3, 2, 0.3), words("x"), link=Link(slide="nowhere")), "link.dead", "Jump"),
        (TextMark("Over", box(0.6, 2.05, 3, 0.3), words("On top")), "layout.overlap", "Claim"),
        (PictureMark("Photo", box(1, 3, 1, 1), b"", ""), "alt.missing", "Photo"),
        (
            table(Cell(words("Two lines of words that need more height than this row has"))),
            "fit.overflow",
            "Table, row 2, column 1",
        ),
        (
            table(Cell(words("◊ Rumoured and much more", 11, kind="badge", bold=True)), height=1),
            "fit.badge",
            "Table, row 2, column 1",
        ),
        (replace(table(Cell(words("x"))), columns=(inches(3),)), "layout.table", "Table"),
    ],
)
def test_each_fault_is_named(mark: Mark, rule: str, where: str) -> None:
    found = judge(slide(mark))
    assert (rule, 1, where) in {(finding.rule, finding.slide, finding.where) for finding in found}
    assert all(finding.message for finding in found)


def test_a_little_overflow_is_a_warning_and_more_is_an_error() -> None:
    line = 1.22 * 12 / 72
    little = judge(slide(TextMark("Note", box(1, 3, 2, 2 * line / 1.03), (*words("One"), *words("Two")))))
    much = judge(slide(TextMark("Note", box(1, 3, 2, 2 * line / 1.2), (*words("One"), *words("Two")))))
    assert [(f.rule, f.level) for f in little] == [("fit.tight", "warning")]
    assert [(f.rule, f.level) for f in much] == [("fit.overflow", "error")]


def test_merged_cells_have_the_height_of_all_their_rows() -> None:
    tall = Cell(words("Words for two rows of a table, not for one of them"), row_span=2)
    columns = (inches(2), inches(2))
    rows = tuple(
        Row(inches(0.4), cells)
        for cells in (
            (Cell(words("A")), Cell(words("B"))),
            (tall, Cell(words("C"))),
            (Cell((), covered=True), Cell(words("D"))),
        )
    )
    mark = TableMark("Table", box(0.6, 3, 4, 1.2), columns, rows)
    assert judge(slide(replace(mark, box=Box(mark.box.x, mark.box.y, sum(columns), 3 * inches(0.4))))) == []


def test_titles_of_three_lines_and_titles_twice_are_errors() -> None:
    long = "Words that go on and on for longer than any reader has patience, " * 3
    assert "fit.title" in {finding.rule for finding in judge(slide(title=long))}
    twice = judge(slide(), slide(key="risks"))
    assert [(finding.rule, finding.slide) for finding in twice] == [("title.twice", 2)]


def test_a_slide_without_its_furniture_is_named() -> None:
    bare = replace(slide(), marks=slide().marks[:2])
    rules = [finding.where for finding in judge(bare) if finding.rule == "furniture.missing"]
    assert rules == ["sources line", "deck label", "page number"]


def test_notes_too_long_are_a_warning() -> None:
    assert [f.rule for f in judge(slide(notes="x" * 1_801))] == ["notes.long"]
