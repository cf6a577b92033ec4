"""The title slide: the subject, the takeaway, whom it is for, and how to read the badges."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import LayoutError
from briefing.measure import body_face, line_height, lines, text_width, title_face, wrap
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.frame import Box, Mark, Paragraph, inches
from briefing.model.records import dataclass, replace
from briefing.model.theme import Theme
from briefing.slides import dates
from briefing.slides.badges import BADGES, BadgeKey, pills
from briefing.slides.canvas import LEFT, Sheet, cs, cx, plain, text_mark
from briefing.slides.contrast import stance
from briefing.slides.highlights import has_facts, latest_raise, latest_valued, revenue
from briefing.slides.ledger import Ledger
from briefing.slides.notes import Notes
from briefing.slides.prose import Statement, Style, claim, fitted, label, paragraph
from briefing.slides.storyline import caveats, described, headline, measured, raised, valued
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, shown

_SUBJECT_SIZES = (60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0)
_SUBJECT_WIDTH = inches(7.62)
_SUBJECT_BOTTOM = inches(2.70)
_LEGEND_X = inches(9.272)
_ROWS: tuple[tuple[BadgeKey, ...], ...] = (
    ("corroborated",),
    ("reported",),
    ("company-stated",),
    ("target", "planned"),
    ("rumoured",),
    ("disputed",),
    ("analysis",),
)
_ALWAYS: frozenset[BadgeKey] = frozenset(("corroborated", "reported"))


@dataclass(frozen=True, slots=True)
class TitlePlan:
    """legend: the badges that the deck uses. takeaway: versions, best first. meta: (label, value), four of them."""

    subject: str
    short: str
    takeaway: tuple[Statement, ...]
    meta: tuple[tuple[str, str], ...]
    notes: Notes
    legend: frozenset[BadgeKey] = frozenset(BADGES)


def plan(briefing: Briefing, audience: Audience) -> tuple[TitlePlan, ...]:
    """Always one plan."""
    ledger = Ledger(briefing)
    number = len(briefing.sources)
    meta = (
        ("Audience", audience.label),
        ("As of", capital(dates.as_of(briefing.as_of))),
        ("Sources", f"{number} {'article' if number == 1 else 'articles'}"),
        ("Independent origins", str(len(briefing.origins))),
    )
    caution = (
        "Every figure carries its standing; read the badge with the figure",
        f"{capital(counted(len(briefing.unverified), 'claim'))} in the sources could not be verified",
    )
    takeaway = _takeaways(ledger)
    quotes = _quotes(ledger)
    name = shown(briefing.subject.name) or "Company briefing"
    return (TitlePlan(name, ledger.subject, takeaway, meta, Notes(takeaway[0].text, quotes, caution)),)


def _takeaways(ledger: Ledger) -> tuple[Statement, ...]:
    """What it stands for or does and how far the story holds; else its best figure; else what was read."""
    doubts = caveats(ledger)
    briefing = ledger.briefing
    if not has_facts(briefing):
        return (label("The sources hold no fact about the company that could be checked"),)
    found = [headline(text, *doubts[:most]) for text in stance(briefing, ledger.subject) for most in (2, 1)]
    for description in described(ledger):
        found += [headline(description, *doubts[:2]), headline(description, *doubts[:1])]
    best = _best_figure(ledger)
    if best:
        rest = [doubt for doubt in doubts if not ("own claim" in doubt and " says " in best)]
        found += [headline(best, *rest[:2]), headline(best, *rest[:1]), headline(best)]
    found += [headline(f"on {ledger.subject}, {doubts[0]}") if doubts else ""]
    found.append(f"What {counted(len(briefing.sources), 'article')} say, and how far each statement can be trusted")
    return tuple(claim(text) for text in candidates(*found))


def _best_figure(ledger: Ledger) -> str:
    metric, event, last = revenue(ledger.briefing), latest_valued(ledger.briefing), latest_raise(ledger.briefing)
    if metric:
        return measured(ledger, metric)
    if event:
        return valued(ledger, event)
    return raised(ledger, last) if last else ""


def _quotes(ledger: Ledger) -> tuple[tuple[int, str], ...]:
    facts = [fact for fact in ledger.briefing.profile if fact.name == "description"]
    metric, event = revenue(ledger.briefing), latest_valued(ledger.briefing)
    return ledger.quotes(*facts[:1], *([metric] if metric else []), *([event] if event else []), most=1)


def with_legend(plan: TitlePlan, used: frozenset[BadgeKey]) -> TitlePlan:
    """The plan with the legend of the badges that the deck uses."""
    return replace(plan, legend=used | _ALWAYS)


def layout(plan: TitlePlan, theme: Theme) -> tuple[Sheet, ...]:
    """Raises LayoutError if the takeaway cannot be set in three lines."""
    face = body_face(theme)
    marks: list[Mark] = [
        text_mark(
            "Section",
            Box(LEFT, inches(0.44), cs(8) - inches(0.4), inches(0.22)),
            (plain("Executive briefing", 11, bold=True, color="accent1"),),
            placeholder=10,
        ),
        _subject(plan.subject, title_face(theme)),
        _takeaway(plan.takeaway, face),
        *(_meta(index, name, value, face) for index, (name, value) in enumerate(plan.meta)),
        text_mark(
            "Legend heading",
            Box(_LEGEND_X, inches(0.44), inches(3.461), inches(0.22)),
            (plain("How to read the standing badges", 11, bold=True),),
            placeholder=18,
        ),
        *_legend(plan, face),
    ]
    return (Sheet("title", "title", "", (plan.subject,), tuple(marks), plan.notes),)


def _subject(name: str, face: str) -> Mark:
    """One line as large as fits; a long name takes two at up to 40 points, three at up to 28."""
    for most in (1, 2, 3):
        for size in _SUBJECT_SIZES if most == 1 else _SUBJECT_SIZES[4:] if most == 2 else _SUBJECT_SIZES[-1:]:
            if most == 1 and size < 40:
                break
            if len(wrap(name, size, True, _SUBJECT_WIDTH, face)) <= most:
                return _subject_mark(name, size, most)
    style = Style(28.0, bold=True)
    return _subject_mark(fitted([claim(name)], style, _SUBJECT_WIDTH, 3, face).text, 28.0, 3)


def _subject_mark(name: str, size: float, count: int) -> Mark:
    height = max(line_height(size) * count, inches(1.0))
    box = Box(LEFT, _SUBJECT_BOTTOM - height, _SUBJECT_WIDTH, height)
    return text_mark("Title", box, (paragraph(claim(name), Style(size, bold=True)),), anchor="bottom", placeholder=0)


def _takeaway(versions: Sequence[Statement], face: str) -> Mark:
    box = Box(LEFT, inches(2.95), inches(7.27), inches(1.20))
    for size in (22.0, 20.0, 18.0):
        style = Style(size, "tx2")
        for version in versions:
            found = paragraph(version, style)
            if lines(found, box.w, face) <= 3:
                return text_mark("Takeaway", box, (found,), placeholder=1)
    raise LayoutError("no takeaway fits three lines", "slide title", "shorten the subject's name")


def _meta(index: int, name: str, value: str, face: str) -> Mark:
    width = cs(2)
    size = next(
        (size for size in (16.0, 14.0, 12.0, 11.0) if text_width(value, size, True, face) <= width - 12_700), 10.0
    )
    lines_: tuple[Paragraph, ...] = (plain(name, 10.5, color="tx2"), _value(value, size, width, face))
    return text_mark(name, Box(cx(2 * index), inches(5.80), width, inches(0.62)), lines_, placeholder=14 + index)


def _value(value: str, size: float, width: int, face: str) -> Paragraph:
    style = Style(size, bold=True)
    return paragraph(fitted([label(value)], style, width, 1, face), style, before=2)


def _legend(plan: TitlePlan, face: str) -> list[Mark]:
    marks: list[Mark] = []
    rows = [tuple(key for key in row if key in plan.legend) for row in _ROWS]
    pitch = (inches(5.80) - inches(1.02)) / (len(_ROWS) - 1)
    for index, keys in enumerate(row for row in rows if row):
        y = inches(1.02) + round(index * pitch)
        means = BADGES[keys[0]].means.format(subject=plan.short)
        text = fitted(
            [label(means), label(means.replace(plan.short, "the company"))], Style(11.5), inches(3.46), 1, face
        )
        marks += pills(keys, _LEGEND_X, y, face, name="legend")
        box = Box(_LEGEND_X, y + inches(0.26), inches(3.46), inches(0.21))
        marks.append(text_mark(f"Meaning: {BADGES[keys[0]].word}", box, (paragraph(text, Style(11.5)),)))
    return marks
