"""What every deck must have once and only once: titles, placeholders, names, the furniture of a slide, its notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.checks.subject import Judged, found, is_hidden, placeholder_of
from briefing.model.finding import Finding
from briefing.model.frame import ConnectorMark, Frame, GroupMark, Mark, TextMark, every_mark

_FURNITURE = ((11, "sources line"), (12, "deck label"), (13, "page number"))
_ASIDE = ("dt", "ftr", "sldNum")
_LEGEND = "badges"  # the slide that explains them on a template; it cites nothing
NOTES_LIMIT = 1_800


def check(judged: Judged) -> Iterator[Finding]:
    """Every slide for itself, then titles and keys across the deck."""
    for number, frame in judged.numbered():
        if _is_blank(frame):
            yield found("slide.blank", number, "slide", "the slide shows nothing")
            continue
        if frame.backdrop is not None and frame.backdrop.hidden:
            yield found("slide.hidden", number, "slide", "the slide is hidden, but in the file")
        yield from _placeholders(frame, number, judged.deck.zone is not None)
        yield from _titled(frame, number)
        if judged.own:
            yield from _names(frame, number)
        if len(frame.notes) > NOTES_LIMIT:
            message = f"the notes have {len(frame.notes):,} characters, at most {NOTES_LIMIT:,}"
            yield found("notes.long", number, "notes", message)
    yield from _once(judged)


def _is_blank(frame: Frame) -> bool:
    return all(_is_aside(mark) or is_hidden(mark) for mark in frame.marks)


def _is_aside(mark: Mark) -> bool:
    """Date, footer and number of somebody's slide, or an empty box."""
    if not isinstance(mark, TextMark) or mark.seen is None:
        return False
    return mark.seen.kind in _ASIDE or (mark.seen.kind != "" and not mark.text.strip())


def _placeholders(frame: Frame, slide: int, on_template: bool) -> Iterator[Finding]:
    filled = Counter(idx for mark in frame.marks if (idx := placeholder_of(mark)) is not None)
    for idx, count in sorted(filled.items()):
        if count > 1:
            message = f"placeholder {idx} is filled {count} times"
            yield found("placeholder.twice", slide, f"placeholder {idx}", message)
    for mark in every_mark(frame.marks):
        if isinstance(mark, TextMark) and not mark.text.strip() and _is_holder(mark):
            yield found("placeholder.empty", slide, mark.name, "an empty placeholder")
    if frame.layout != "title" and frame.kind:  # decks of others have furniture of their own
        needed = _FURNITURE if not on_template else () if frame.kind == _LEGEND else _FURNITURE[:1]
        for idx, name in needed:  # a template may lack a footer or number
            if idx not in filled:
                yield found("furniture.missing", slide, name, f"the slide has no {name}")


def _is_holder(mark: TextMark) -> bool:
    """Is it a placeholder to be filled? A page number or date without text fills itself."""
    if mark.seen is None:
        return mark.placeholder is not None
    return bool(mark.seen.kind) and mark.seen.kind not in _ASIDE and mark.fill is None


def _titled(frame: Frame, slide: int) -> Iterator[Finding]:
    titles = [mark for mark in every_mark(frame.marks) if isinstance(mark, TextMark) and mark.placeholder == 0]
    if not any(mark.text.strip() for mark in titles):
        yield found("title.missing", slide, "title", "the slide has no title")
    elif frame.layout != "title" and titles[0].text.strip().endswith("."):
        yield found("title.stop", slide, titles[0].name, "the title ends in a full stop")


def _names(frame: Frame, slide: int) -> Iterator[Finding]:
    counted = Counter(mark.name for mark in every_mark(frame.marks))
    for name, count in sorted(counted.items()):
        if count > 1:
            yield found("name.twice", slide, name, f'{count} shapes are called "{name}"')
    for mark in every_mark(frame.marks):
        if isinstance(mark, ConnectorMark):
            for end, _ in (mark.begin, mark.end):
                if end not in counted:
                    message = f'it is glued to "{end}", which is not on the slide'
                    yield found("connector.loose", slide, mark.name, message, "name a shape of the slide")


def _once(judged: Judged) -> Iterator[Finding]:
    keys = [frame.key for frame in judged.deck.frames]
    titles = ["" if frame.backdrop and frame.backdrop.hidden else _folded(frame) for frame in judged.deck.frames]
    for what, of in (("key", keys), ("title", titles)):
        first: dict[str, int] = {}
        for number, value in enumerate(of, 1):
            if value and first.setdefault(value, number) != number:
                shown = judged.deck.frames[number - 1].title.strip() if what == "title" else value
                message = f'the {what} "{shown[:80]}" is that of slide {first[value]} too'
                yield found(f"{what}.twice", number, what, message)


def _folded(frame: Frame) -> str:
    """A title as a list of slides shows it."""
    titles = [m for m in every_mark(frame.marks) if isinstance(m, GroupMark | TextMark) and placeholder_of(m) == 0]
    return " ".join((frame.title or (titles[0].text if titles and isinstance(titles[0], TextMark) else "")).split())
