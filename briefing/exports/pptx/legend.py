"""Our title slide in, its legend of badges as a slide of its own out: pill left, meaning beside it."""

from __future__ import annotations

from dataclasses import replace

from briefing.exports.pptx.moving import CORNER
from briefing.model.frame import Box, Deck, Frame, Mark, TextMark, inches
from briefing.model.theme import Room

_HEADING, _FOOTER, _NUMBER = 18, 12, 13
_PITCH, _GAP = inches(0.62), inches(0.35)


def legend_slide(frame: Frame, deck: Deck, number: int, room: Room) -> Frame | None:
    """In the places of our own page; None where the title slide has no legend."""
    heading = next((mark for mark in frame.marks if getattr(mark, "placeholder", 0) == _HEADING), None)
    marks = [mark for mark in frame.marks if isinstance(mark, TextMark) and mark.placeholder is None]
    pills = [mark for mark in marks if mark.geometry == "roundRect"]
    if not isinstance(heading, TextMark) or not pills:
        return None
    rows = sorted({mark.box.y for mark in pills})
    pitch = min(_PITCH, room.height // len(rows))
    left = min(mark.box.x for mark in pills)
    widest = max(mark.box.x + mark.box.w for mark in pills) - left
    moved: list[Mark] = []
    for mark in sorted(marks, key=lambda item: (item.box.y, item.box.x)):
        row = max((n for n, y in enumerate(rows) if y <= mark.box.y), default=0)
        y, box = CORNER[1] + row * pitch, mark.box
        x, w = CORNER[0] + widest + _GAP, room.width - widest - _GAP
        if mark in pills:
            x, w = CORNER[0] + box.x - left, box.w
        moved.append(replace(mark, box=Box(x, y, w, box.h)))
    title = replace(heading, name="Title", placeholder=0)
    notes = f"KEY MESSAGE\n{heading.text}: what each badge in this deck stands for."
    marks_ = (title, *moved, *_furniture(deck, number))
    return Frame("badges", "badges", "canvas", heading.text, marks_, notes, frame.lang)


def _furniture(deck: Deck, number: int) -> list[Mark]:
    """The footer and number that the deck's other slides have."""
    other = next((item for item in reversed(deck.frames) if item.layout != "title"), None)
    found: list[Mark] = []
    for mark in other.marks if other else ():
        if isinstance(mark, TextMark) and mark.placeholder in (_FOOTER, _NUMBER):
            if mark.placeholder == _NUMBER:
                runs = tuple(replace(run, text=str(number)) for run in mark.paragraphs[0].runs)
                mark = replace(mark, paragraphs=(replace(mark.paragraphs[0], runs=runs),))
            found.append(mark)
    return found
