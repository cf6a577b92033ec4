"""A Deck laid out for a template's room and that template's layouts in, the same Deck on its slides out.

What fills placeholders of the company (title, footer, number) comes out with their places; the rest is moved into the
free area as it was laid out. All titles of the content slides have one size.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.errors import LayoutError
from briefing.exports.pptx.company import Company, CompanyLayout, Place, chosen, company_of, room_of
from briefing.exports.pptx.company.room import SOURCES_SIZE, TITLE_HEIGHT
from briefing.exports.pptx.legend import legend_slide
from briefing.exports.pptx.moving import Move
from briefing.exports.pptx.titling import box_place, footer, ink_of, inked, sized, steps, written
from briefing.measure import body_face, text_height
from briefing.model.frame import Box, Deck, Frame, Mark, Paragraph, Run, TextMark
from briefing.model.theme import Room, Theme

_TITLE, _SUBTITLE, _SECTION, _SOURCES, _FOOTER, _NUMBER = 0, 1, 10, 11, 12, 13
_META = range(14, 18)
_LEAST_TITLE, _LEAST_TEXT = 14.0, 11.0
_FOOTER_LEAST = 8.5
_FACTS = 14.0  # points of what the deck rests on, under the takeaway


@dataclass(frozen=True, slots=True)
class Fitted:
    """layouts: the one each frame takes, in order. inked: (part of a layout, idx) of the placeholders whose own colour
    could not be read, so that their text brings one of ours."""

    deck: Deck
    layouts: tuple[CompanyLayout, ...]
    inked: frozenset[tuple[str, int]]


def on_template(deck: Deck, theme: Theme) -> Fitted:
    """The deck on the layouts that the theme names of its template. Raises WorkspaceError, InputError, LayoutError."""
    company = company_of(theme.template)
    title, content = chosen(company, theme.layouts, os.path.join(theme.path, "theme.toml"))
    return fit(deck, theme, company, title, content)


def fit(deck: Deck, theme: Theme, company: Company, title: CompanyLayout, content: CompanyLayout) -> Fitted:
    """Raises LayoutError naming slide and mark where text cannot be set."""
    room = room_of(content, company)
    slides = _Slides(theme, room, company, title, content)
    frames, layouts = [], []
    legend: Frame | None = None
    plain = [frame for frame in deck.frames if frame.layout != "title"]
    for frame in deck.frames:
        if frame.layout == "title":
            legend = legend_slide(frame, deck, len(deck.frames) + 1, room)
    titled = [*plain, *([legend] if legend else [])]
    size = slides.title_size(titled)
    slides = replace(slides, widest=slides.widest_title(titled, size))
    for frame in (*deck.frames, *([legend] if legend else [])):
        own = frame.layout == "title"
        frames.append(slides.first(frame) if own else slides.content(frame, size))
        layouts.append(title if own else content)
    fitted = replace(deck, frames=tuple(frames), width=company.width, height=company.height, zone=content.free)
    return Fitted(fitted, tuple(layouts), frozenset(slides.inked))


@dataclass(frozen=True, slots=True)
class _Slides:
    theme: Theme
    room: Room
    company: Company
    title_layout: CompanyLayout
    layout: CompanyLayout
    inked: set[tuple[str, int]] = field(default_factory=set)
    widest: Box | None = None

    # ------------------------------------------------------------ content

    @property
    def _heading(self) -> Place:
        """The title's placeholder, or the top of the free area where the layout has none."""
        free, scale = self.layout.free, self.room.scale
        own = self.layout.title
        box = Box(free.x, free.y, free.w, round(TITLE_HEIGHT * scale))
        return own or box_place(box, self.room.title_face, 24.0 * scale)

    def title_size(self, frames: Sequence[Frame]) -> float:
        """The largest size at which the titles of all slides fit; a single long one does not make all others small."""
        scale = self.room.scale
        sizes = steps(round(self.room.title_size * scale, 1), min(_LEAST_TITLE * scale, self.room.title_size * scale))
        found = [
            sized(mark, self._heading, sizes, 2, frame.key).paragraphs[0].runs[0].size
            for frame in frames
            for mark in frame.marks
            if isinstance(mark, TextMark) and mark.placeholder == _TITLE
        ]
        return min(found, default=sizes[0])

    def widest_title(self, frames: Sequence[Frame], size: float) -> Box:
        """What the longest of the titles covers, so that all of them have one colour."""
        place = self._heading
        areas = [
            written(sized(mark, place, [size], 2, frame.key), place)
            for frame in frames
            for mark in frame.marks
            if isinstance(mark, TextMark) and mark.placeholder == _TITLE
        ]
        return max(areas, key=lambda area: (area.w * area.h, area.w), default=place.inner)

    def content(self, frame: Frame, size: float) -> Frame:
        """Title and footers to the company's placeholders, the sources to the foot of the free area, the rest above."""
        free, scale, layout = self.layout.free, self.room.scale, self.layout
        top = free.y + (0 if layout.title else round(TITLE_HEIGHT * scale))
        move = Move(free.x, top, scale)
        before: list[Mark] = []
        after: list[Mark] = []
        inner: list[Mark] = []
        for mark in frame.marks:
            idx = getattr(mark, "placeholder", None)
            if isinstance(mark, TextMark) and idx == _TITLE:
                before.append(self._title(mark, size, frame.key))
            elif isinstance(mark, TextMark) and idx == _SOURCES:
                after.insert(0, self._sources(mark))
            elif isinstance(mark, TextMark) and idx in (_FOOTER, _NUMBER):
                place = layout.footer if idx == _FOOTER else layout.number
                if place is not None:
                    after.append(footer(mark, place, _FOOTER_LEAST))
            elif idx != _SECTION:
                inner.append(move.mark(mark))
        return replace(frame, marks=(*before, *inner, *after))

    def _title(self, mark: TextMark, size: float, slide: str) -> TextMark:
        place = self._heading
        made = sized(mark, place, [size], 2, slide)
        if self.layout.title is None:
            return made
        return self._inked(made, place, self.layout, self.widest)

    def _inked(self, mark: TextMark, place: Place, layout: CompanyLayout, area: Box | None = None) -> TextMark:
        """In a colour that is read: the placeholder's own, or one of ours. area: that is judged; the text's own."""
        size = max((run.size for item in mark.paragraphs for run in item.runs), default=18.0)
        ink, veil = ink_of(area or written(mark, place), place.color, layout.backdrop, self.theme, size)
        if ink is None:
            return mark
        self.inked.add((layout.part, mark.placeholder or 0))
        return inked(mark, ink, veil)

    def _sources(self, mark: TextMark) -> TextMark:
        free, size = self.layout.free, SOURCES_SIZE * self.room.scale
        paragraphs = tuple(
            replace(item, runs=tuple(replace(run, size=round(size, 1)) for run in item.runs))
            for item in mark.paragraphs
        )
        height = text_height(paragraphs, free.w, body_face(self.theme))
        box = Box(free.x, free.y + free.h - height, free.w, height)
        return replace(mark, box=box, paragraphs=paragraphs, placeholder=None)

    # ------------------------------------------------------------ the first slide

    def first(self, frame: Frame) -> Frame:
        """The subject as title; the takeaway and what the deck is based on as subtitle, or in the free area."""
        texts = {mark.placeholder: mark for mark in frame.marks if isinstance(mark, TextMark)}
        layout, marks, free = self.title_layout, list[Mark](), self.title_layout.free
        if _TITLE in texts:
            mark, place = texts[_TITLE], layout.title
            if place is None:
                height = min(round(TITLE_HEIGHT * self.room.scale), free.h // 3)
                place = box_place(Box(free.x, free.y, free.w, height), layout.major, 40.0)
                free = Box(free.x, free.y + height, free.w, free.h - height)
            made = sized(mark, place, steps(place.size, min(place.size, _LEAST_TITLE), 2.0), 3, frame.key)
            marks.append(made if layout.title is None else self._inked(made, place, layout))
        if _SUBTITLE in texts:
            facts = "  |  ".join(_fact(texts[idx]) for idx in _META if idx in texts)
            marks.append(self._takeaway(texts[_SUBTITLE], facts, free, frame.key))
        return replace(frame, marks=tuple(marks))

    def _takeaway(self, mark: TextMark, facts: str, free: Box, slide: str) -> TextMark:
        """With the facts under it where both fit at a good size; else alone."""
        own = self.title_layout.subtitle
        place = own or replace(box_place(free, self.theme.minor, 22.0 * self.room.scale), bold=False)
        below = Paragraph((Run(facts, _FACTS, color="tx2"),), before=8) if facts else None
        mark = replace(mark, name="Subtitle" if own else "Takeaway", placeholder=_SUBTITLE if own else None)
        first = min(place.size, 28.0 * self.room.scale)
        largest = max(run.size for item in mark.paragraphs for run in item.runs)
        whole = replace(mark, paragraphs=(*mark.paragraphs, *((below,) if below else ())))
        # The facts are smaller than the takeaway in proportion, and readable all the same.
        least = min(first, max(_LEAST_TEXT * largest / _FACTS, _LEAST_TEXT))
        try:
            made = sized(whole, place, steps(first, least), 0, slide)
        except LayoutError:
            made = sized(mark, place, steps(first, min(first, _LEAST_TEXT)), 0, slide)
        return self._inked(made, own, self.title_layout) if own else made


def _fact(mark: TextMark) -> str:
    name, _, value = mark.text.partition("\n")
    return f"{name}: {value}" if value else name
