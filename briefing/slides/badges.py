"""A standing in, its badge out: word, glyph and line style, as a pill on the slide or as text in a table."""

from __future__ import annotations

from typing import Literal

from briefing.measure import text_width
from briefing.model.briefing import Standing
from briefing.model.frame import Box, Line, Link, Paint, Paragraph, Run, TextMark, inches
from briefing.model.records import dataclass
from briefing.model.theme import ColorRole

BadgeKey = Literal[
    "corroborated", "reported", "company-stated", "target", "planned", "rumoured", "disputed", "analysis"
]
PILL_H = inches(0.21)
PILL_GAP = inches(0.08)
_PILL_SIZE = 9.0
_PILL_MARGIN = inches(0.22)
EVIDENCE = Link(slide="evidence", tip="How this is known")


@dataclass(frozen=True, slots=True)
class Badge:
    """How one standing looks. means: for the legend; "{subject}" is filled with the subject's name."""

    word: str
    glyph: str
    color: ColorRole
    fill: Paint
    line: Line | None
    means: str
    text: ColorRole
    italic: bool = False


_CANVAS = Paint("bg1")
BADGES: dict[BadgeKey, Badge] = {
    "corroborated": Badge(
        "Corroborated", "●", "accent2", Paint("accent2"), None, "Two or more independent origins agree", "bg1"
    ),
    "reported": Badge(
        "Reported", "●", "accent1", Paint("accent1", 13), None, "One press origin, not cross-checked", "accent1"
    ),
    "company-stated": Badge(
        "Company-stated", "○", "accent3", Paint("accent3", 13), None, "Only {subject} or its officers say so", "accent3"
    ),
    "target": Badge(
        "Target", "○", "accent3", _CANVAS, Line("accent3", 0.75), "Forward-looking, not yet a fact", "accent3"
    ),
    "planned": Badge(
        "Planned", "○", "accent3", _CANVAS, Line("accent3", 0.75), "Forward-looking, not yet a fact", "accent3"
    ),
    "rumoured": Badge(
        "Rumoured",
        "◊",
        "accent4",
        _CANVAS,
        Line("accent4", 1.0, "sysDash"),
        "Circulating, confirmed by no party",
        "accent4",
        italic=True,
    ),
    "disputed": Badge(
        "Disputed", "≠", "accent5", _CANVAS, Line("accent5", 0.75), "Sources give different versions", "accent5"
    ),
    "analysis": Badge("Analysis", "●", "tx2", _CANVAS, Line("tx2", 0.75), "An author's interpretation", "tx2"),
}


def badge_key(standing: Standing, *, figure: bool = False) -> BadgeKey:
    """The badge of a standing. figure: a number aimed at is a target, anything else to come is planned."""
    if standing == "forward-looking":
        return "target" if figure else "planned"
    return standing


def badge_keys(standing: Standing, disputed: bool, *, figure: bool = False) -> tuple[BadgeKey, ...]:
    """All badges of a fact, the standing first."""
    first = badge_key(standing, figure=figure)
    return (first, "disputed") if disputed and first != "disputed" else (first,)


def badge_run(key: BadgeKey, size: float) -> Run:
    """The badge as text of a table cell: glyph and word, bold, in its colour."""
    badge = BADGES[key]
    return Run(
        f"{badge.glyph}\u00a0{badge.word}", size, bold=True, italic=badge.italic, color=badge.color, kind="badge"
    )


def pill_width(key: BadgeKey, face: str) -> int:
    badge = BADGES[key]
    return text_width(f"{badge.glyph} {badge.word}", _PILL_SIZE, True, face) + _PILL_MARGIN


def pill(key: BadgeKey, x: int, y: int, face: str, claims: tuple[str, ...] = (), name: str = "") -> TextMark:
    """A badge as a pill with its top left corner at x, y. name: tells badges of one slide apart."""
    badge = BADGES[key]
    run = Run(f"{badge.glyph} {badge.word}", _PILL_SIZE, bold=True, italic=badge.italic, color=badge.text, kind="badge")
    return TextMark(
        name=f"Badge: {badge.word}{f', {name}' if name else ''}",
        box=Box(x, y, pill_width(key, face), PILL_H),
        paragraphs=(Paragraph((run,), align="center"),),
        geometry="roundRect",
        adjust=0.5,
        fill=badge.fill,
        line=badge.line,
        anchor="middle",
        wrap=False,
        link=EVIDENCE,
        claims=claims,
    )


def pills(
    keys: tuple[BadgeKey, ...], x: int, y: int, face: str, claims: tuple[str, ...] = (), name: str = ""
) -> tuple[TextMark, ...]:
    """Badges side by side from x on."""
    marks: list[TextMark] = []
    for key in keys:
        marks.append(pill(key, x, y, face, claims, name))
        x += marks[-1].box.w + PILL_GAP
    return tuple(marks)
