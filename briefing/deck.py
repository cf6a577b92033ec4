"""A Briefing, an audience and a theme in, the deck as Frames out: the audience's slides, furnished and numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.model.frame import Deck, Frame
from briefing.model.records import replace
from briefing.model.theme import Theme
from briefing.slides import SLIDES, analyst, dates, title
from briefing.slides.badges import BADGES, BadgeKey
from briefing.slides.canvas import Setting, Sheet, furnish, page_of, slide_size
from briefing.slides.citations import runs
from briefing.slides.highlights import has_facts
from briefing.slides.ledger import Ledger
from briefing.slides.wording import NBSP, short_name, shown

_WITHOUT_FACTS = ("title", "overview", "evidence")


class Each(Protocol):
    """How a function is called for each kind of slide: one after the other, or in several processes. In order."""

    def __call__(self, function: Callable[[str], list[Sheet]], kinds: Sequence[str], /) -> Iterable[list[Sheet]]: ...


def compose(briefing: Briefing, audience: Audience, theme: Theme, each: Each = map) -> Deck:
    """The deck. Kinds without data are left out; a briefing without facts gets a title, a slide that says so, evidence.

    each: calls what lays out one kind for all. Raises LayoutError that names the slide where something cannot be set.
    """
    ledger = Ledger(briefing)
    sheets = _sheets(briefing, audience, theme, each)
    keys = frozenset(sheet.key for sheet in sheets)
    subject = shown(briefing.subject.name) or "Company"
    numbers = {sheet.key: number for number, sheet in enumerate(sheets, 1)}
    setting = Setting(
        subject=short_name(briefing.subject) if len(subject) > 40 else subject,
        audience=audience.label,
        as_of=dates.as_of(briefing.as_of),
        names=tuple(ledger.source_name(number) for number in range(1, len(briefing.sources) + 1)),
        footer_label=theme.footer_label,
        evidence_slide=numbers.get("evidence", 0),
        analyst=analyst.entries(briefing.analyst),
    )
    frames: list[Frame] = []
    for sheet in sheets:
        frames.append(furnish(_with_own_title(sheet, frames), numbers[sheet.key], setting, theme, keys))
    width, height = slide_size(page_of(theme))
    return Deck(
        f"{subject}: {audience.label} briefing", subject, audience.label, tuple(frames), width=width, height=height
    )


def _with_own_title(sheet: Sheet, before: Sequence[Frame]) -> Sheet:
    """The sheet without titles that slides of other kinds bear: thin sources give several slides one thing to say."""
    taken = {frame.title.replace(NBSP, " ").casefold() for frame in before if frame.kind != sheet.kind}
    if taken.isdisjoint(text.casefold() for text in sheet.titles):
        return sheet
    own = tuple(text for text in sheet.titles if text.casefold() not in taken)
    return replace(sheet, titles=own or (f"{sheet.label}: {sheet.titles[-1]}",))


def _sheets(briefing: Briefing, audience: Audience, theme: Theme, each: Each) -> list[Sheet]:
    """All sheets in order. The title comes last, because its legend shows the badges of the others."""

    def laid_out(kind: str) -> list[Sheet]:
        slide = SLIDES[kind]
        sheets = [sheet for plan in slide.plan(briefing, audience) for sheet in slide.layout(plan, theme)]
        return [sheet for sheet in sheets if sheet.marks]

    kinds = _kinds(briefing, audience)
    inner = [kind for kind in kinds if kind != "title" and kind in SLIDES]
    found = dict(zip(inner, each(laid_out, inner), strict=True))
    if "title" in kinds:
        used = frozenset(_badges(sheet for sheets in found.values() for sheet in sheets))
        plans = [title.with_legend(plan, used) for plan in title.plan(briefing, audience)]
        found["title"] = [sheet for plan in plans for sheet in title.layout(plan, theme)]
    return [sheet for kind in kinds for sheet in found.get(kind, [])]


def _kinds(briefing: Briefing, audience: Audience) -> tuple[str, ...]:
    """The slides in order; what changed since an older briefing stands behind the overview if nobody placed it."""
    kinds = audience.slides if has_facts(briefing) else _WITHOUT_FACTS
    if not briefing.changes or "changes" in kinds:
        return kinds
    before = [kind for kind in ("title", "overview") if kind in kinds]
    at = kinds.index(before[-1]) + 1 if before else 0
    return (*kinds[:at], "changes", *kinds[at:])


def _badges(sheets: Iterator[Sheet]) -> Iterator[BadgeKey]:
    """The badges that appear on sheets, by their words."""
    words = {badge.word: key for key, badge in BADGES.items()}
    for sheet in sheets:
        for run in runs(sheet.marks):
            if run.kind == "badge":
                word = run.text.replace("\u00a0", " ").rpartition(" ")[2]
                if word in words:
                    yield words[word]
