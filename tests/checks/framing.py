"""Slides of ours by hand, for checks of Frames."""

from __future__ import annotations

from briefing import theming
from briefing.model.frame import Box, Cell, Frame, Mark, Paragraph, Row, Run, TableMark, TextMark, inches
from tests.exports.framing import box

THEME = theming.find_theme("boardroom")


def words(text: str, size: float = 12, **more: object) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(text, size, **more),)),)  # type: ignore[arg-type]


def slide(*marks: Mark, title: str = "Acme grows", key: str = "overview", notes: str = "") -> Frame:
    cited = (Paragraph((Run("Sources   [1] Daily", 9), Run("", 9))),)
    furniture = (
        TextMark("Title", box(0.6, 0.7, 12.133, 0.86), words(title, 24, bold=True), placeholder=0),
        TextMark(
            "Claim", box(0.6, 2, 3, 0.4), (Paragraph((Run("Acme grew", 12), Run("\u00a0[1]", 10, kind="citation"))),)
        ),
        *marks,
        TextMark("Sources", box(0.6, 7.03, 8.75, 0.2), cited, placeholder=11),
        TextMark("Deck label", box(9.45, 7.03, 2.86, 0.2), words("Acme", 9), placeholder=12),
        TextMark("Page number", box(12.393, 7.03, 0.34, 0.2), words("2", 9, field="slidenum"), placeholder=13),
    )
    return Frame(key, "overview", "canvas", title, furniture, notes)


def table(*cells: Cell, height: float = 0.5) -> TableMark:
    columns = tuple(inches(2) for _ in cells)
    rows = (Row(inches(0.3), tuple(Cell(words("Head", 10)) for _ in cells)), Row(inches(height), cells))
    return TableMark("Table", Box(inches(0.6), inches(3), sum(columns), sum(row.height for row in rows)), columns, rows)
