"""The watchlist: what is still to come and what to look for, and the questions that the evidence leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from briefing.measure import body_face, text_height
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.frame import Box, Line, Mark, Paragraph, RuleMark, inches
from briefing.model.records import dataclass
from briefing.model.theme import Theme
from briefing.slides.ahead import Ahead, ahead
from briefing.slides.asking import Question, questions_of
from briefing.slides.badges import PILL_H, pill, pill_width
from briefing.slides.canvas import HEADED, LEFT, Page, Sheet, hairline, heading, page_of, text_mark
from briefing.slides.dates import phrase
from briefing.slides.ledger import Ledger
from briefing.slides.markers import marker
from briefing.slides.notes import Notes
from briefing.slides.prose import Style, claim, fitted, label, paragraph
from briefing.slides.titles import candidates
from briefing.slides.wording import capital, counted, lower_first, plural

_LEFT_WIDTH = inches(5.717)
_LINE_X = inches(1.945)
_TEXT_X = inches(2.22)
_MOST_AHEAD, _MOST_QUESTIONS = 4, 6
_ITEM = inches(1.15)
_QUESTION = inches(0.80)
_LEAST_ITEM, _LEAST_QUESTION = inches(0.70), inches(0.46)
_ROOM_BESIDE = inches(3.6)  # four steps
_NOUN = re.compile(r"(?:the|a|an|its)\s|[“\"$€£¥\d>~]", re.IGNORECASE)  # how a phrase begins that names a thing
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|can|could|may|expects?|plans?|says?|said|aims?|wants?)\b"
)


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class WatchlistPlan:
    titles: tuple[str, ...]
    items: tuple[Ahead, ...]
    questions: tuple[Question, ...]
    notes: Notes


def plan(briefing: Briefing, audience: Audience) -> tuple[WatchlistPlan, ...]:
    """One plan; none where nothing is ahead and nothing raises a question."""
    ledger = Ledger(briefing)
    items = ahead(ledger, audience, _MOST_AHEAD)
    questions = tuple(islice(questions_of(ledger, audience), _MOST_QUESTIONS))
    if not items and len(questions) < 2:
        return ()
    quotes = tuple(quote for item in items for quote in item.quotes)
    caution = ("Nothing on the left has happened yet; dates are those the sources give",) if items else ()
    return (WatchlistPlan(_titles(ledger, items, len(questions)), items, questions, Notes("", quotes, caution)),)


# ---------------------------------------------------------------- words


def _titles(ledger: Ledger, items: Sequence[Ahead], questions: int) -> tuple[str, ...]:
    name = ledger.subject
    asked = f"{counted(questions, 'question')} {plural(questions, 'is')} open" if questions else ""
    found: list[str] = []
    dated = [item for item in items if item.badge != "rumoured"] or list(items)
    for item in dated[:1]:
        when = f", {phrase(item.date)}" if item.date and item.date != "any time" else ""
        leads = " ".join(lead.text for lead in item.leads)
        year = item.date[-4:].isdigit() and item.date[-4:] in leads
        when = "" if year or any(month in leads for month in item.date.split() if month.isalpha()) else when
        tails = (f"; {asked}", "") if asked else ("",)
        due = f", due{when.lstrip(',')}" if when else ""
        nouns = [item.noun] if item.noun else []
        nouns += [
            lower_first(lead.text) for lead in item.leads if _NOUN.match(lead.text) and not _VERB.search(lead.text)
        ]
        found += [
            f"The next test of {name} is {noun}{date}{tail}" for noun in nouns for date in (due, "") for tail in tails
        ]
        plain = [
            lead.text for lead in item.leads if " " in lead.text and len(lead.text) <= 60 and not _NOUN.match(lead.text)
        ]
        found += [
            f"{name} is due to {small}{when.replace(',', '')}{tail}"
            for small in _infinitives(item, plain)
            for tail in tails
        ]
        found += [f"Next for {name}: {_as_told(ledger, lead)}{when}{tail}" for lead in plain[:2] for tail in tails]
        found += [f"The next step of {name} is due{when.lstrip(',')}{tail}" for tail in tails if when]
    if items:
        steps = counted(len(items), "step")
        found.append(
            f"{capital(steps)} of {name} {plural(len(items), 'is')} still ahead{'; ' + asked if asked else ''}"
        )
    found.append(f"{capital(counted(questions, 'question'))} about {name} {plural(questions, 'is')} open")
    return candidates(*found, "What to watch and what to ask")


def _infinitives(item: Ahead, leads: Sequence[str]) -> list[str]:
    """The leads that a source has behind "to": "Open a plant" of "plans to open a plant"."""
    told = " ".join(quote for _, quote in item.quotes)
    small = [lead[:1].lower() + lead[1:] for lead in leads]
    return [lead for lead in small if f" to {' '.join(lead.split()[:2])}" in told]


def _as_told(ledger: Ledger, lead: str) -> str:
    """A lead behind a colon: small where a source has its first word small."""
    small = lead[:1].lower() + lead[1:]
    head = " ".join(small.split()[:3])
    told = any(head in part.quote for item in ledger.briefing.milestones for part in item.evidence)
    return small if told else lead


# ---------------------------------------------------------------- places


def layout(plan: WatchlistPlan, theme: Theme) -> tuple[Sheet, ...]:
    """Milestones left, questions right; where one is missing the other takes the width."""
    face, page = body_face(theme), page_of(theme)
    room = page.bottom - HEADED
    beside = not page.narrow and room >= _ROOM_BESIDE
    width = page.share(_LEFT_WIDTH) if plan.questions and beside else page.width
    steps = [_step_marks(part, width, page, face) for part in _parts(plan.items, room // _LEAST_ITEM)]
    x, width = (page.cx(6), page.cs(6)) if plan.items and beside else (LEFT, page.width)
    asked, first = [], 1
    for part in _parts(plan.questions, room // _LEAST_QUESTION):
        asked.append([heading("Questions to ask", x, width), *_question_rows(part, first, x, width, page, face)])
        first += len(part)
    slides: list[list[Mark]] = [[*steps[0], *asked[0]]] if beside and steps and asked else [*steps, *asked]
    return tuple(
        Sheet("watchlist", "canvas", "Watchlist", plan.titles, tuple(marks), plan.notes, at, len(slides))
        for at, marks in enumerate(slides, 1)
    )


def _parts(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """The items in as few parts as hold at most so many each, as even as can be."""
    parts = -(-len(items) // max(most, 1))
    share = -(-len(items) // max(parts, 1))
    return [items[at : at + share] for at in range(0, len(items), share)] if items else []


def _step_marks(items: Sequence[Ahead], width: int, page: Page, face: str) -> list[Mark]:
    return [
        heading("Next steps, and what to look for", LEFT, width),
        hairline("Rule: steps", LEFT, HEADED, width),
        *_steps(items, width, page, face),
    ]


def _steps(items: Sequence[Ahead], width: int, page: Page, face: str) -> Iterator[Mark]:
    height = min((page.bottom - HEADED) // len(items), _ITEM)
    middle = HEADED + inches(0.25)
    if len(items) > 1:
        last = middle + (len(items) - 1) * height
        yield RuleMark("Line of steps", _LINE_X, middle, _LINE_X, last, Line("accent6", 1.5))
    for at, item in enumerate(items):
        yield from _step(item, HEADED + at * height, height, LEFT + width, at, face)


def _step(item: Ahead, y: int, height: int, right: int, at: int, face: str) -> Iterator[Mark]:
    middle = y + inches(0.25)
    if at:
        yield hairline(f"Rule: step {at + 1}", _TEXT_X, y, right - _TEXT_X)
    when = Style(11.0, "tx2", bold=True)
    date = fitted([claim(capital(item.date) if item.date else "Date open")], when, inches(1.28), 2, face)
    lines = paragraph(date, when)
    tall = text_height([lines], inches(1.28), face)
    yield text_mark(f"Date {at + 1}", Box(LEFT, middle - inches(0.093), inches(1.28), tall), (lines,))
    yield marker(f"Marker {at + 1}", item.badge, _LINE_X, middle)
    badge_x = right - pill_width(item.badge, face)
    rumoured = item.badge == "rumoured"
    room = badge_x - _TEXT_X - inches(0.10)
    for size in (13.0, 12.5, 12.0):
        bold = Style(size, bold=True, italic=rumoured)
        lead = fitted(item.leads, bold, room, 1, face)
        if not lead.text.endswith("…"):
            break
    else:
        bold = Style(13.0, bold=True, italic=rumoured)
        lead = label(item.plain, lead.cites, lead.ids) if item.plain else lead
    yield text_mark(
        f"Step {at + 1}: {lead.text}",
        Box(_TEXT_X, middle - inches(0.11), room, inches(0.23)),
        (paragraph(lead, bold, cite=not item.texts or item.texts[0].text == lead.text),),
        claims=item.ids,
    )
    yield pill(item.badge, badge_x, middle - PILL_H // 2, face, item.ids, f"step {at + 1}")
    if item.texts and item.texts[0].text != lead.text:
        most = 3 if height > inches(1.1) else 2 if height >= inches(0.82) else 1
        text = paragraph(fitted(item.texts, Style(11.5), right - _TEXT_X, most, face), Style(11.5))
        box = Box(_TEXT_X, middle + inches(0.14), right - _TEXT_X, height - inches(0.41))
        yield text_mark(f"Look for {at + 1}", box, (text,), claims=item.ids)


def _question_rows(
    questions: Sequence[Question], first: int, x: int, width: int, page: Page, face: str
) -> Iterator[Mark]:
    """first: number of the first of them."""
    height = min((page.bottom - HEADED) // len(questions), _QUESTION)
    for at, question in enumerate(questions, first - 1):
        y = HEADED + (at - first + 1) * height
        yield hairline(f"Rule: question {at + 1}", x, y, width)
        number = Style(20.0, "accent1", bold=True)
        yield text_mark(
            f"Number {at + 1}",
            Box(x, y, inches(0.40), height),
            (paragraph(label(str(at + 1)), number),),
            anchor="middle",
        )
        box = Box(x + inches(0.50), y, width - inches(0.50), height)
        ids = tuple(
            dict.fromkeys((*question.text.ids, *(part for version in question.because for part in version.ids)))
        )
        yield text_mark(f"Question {at + 1}", box, _question(question, box, face), anchor="middle", claims=ids)


def _question(question: Question, box: Box, face: str) -> tuple[Paragraph, ...]:
    """The question in at most two lines; under it, where there is room, the sentence that raises it in one."""
    asked = question.text
    sizes = (12.5, 12.0, 11.5, 11.0)
    size = next((s for s in sizes if fitted([asked], Style(s), box.w, 2, face) == asked), 11.0)
    style, small = Style(size), Style(10.0)
    because = fitted(question.because, small, box.w, 1, face)
    lines = (paragraph(asked, style, cite=False, after=1), paragraph(because, small))
    if because.text and not because.text.endswith("…") and text_height(lines, box.w, face) <= box.h:
        return lines
    return (paragraph(fitted([asked], style, box.w, 2, face), style),)
