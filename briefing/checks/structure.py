"""What every deck must have once and only once: titles, placeholders, names, the furniture of a slide, its notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.checks.subject import Judged, error, every_mark, placeholder_of, tables, text_marks, warning
from briefing.model.finding import Finding
from briefing.model.frame import ChartMark, ConnectorMark, Frame, GroupMark, PictureMark, TextMark

_FURNITURE = ((11, "sources line"), (12, "deck label"), (13, "page number"))
NOTES_LIMIT = 1_800


def check(judged: Judged) -> Iterator[Finding]:
    """Every slide for itself, then titles and keys across the deck."""
    for number, frame in judged.numbered():
        yield from _placeholders(frame, number)
        yield from _names(frame, number)
        yield from _described(frame, number)
        yield from _links(frame, number, {other.key for other in judged.deck.frames})
        yield from _word_links(frame, number)
        if len(frame.notes) > NOTES_LIMIT:
            message = f"the notes have {len(frame.notes):,} characters, at most {NOTES_LIMIT:,}"
            yield warning("notes.long", number, "notes", message, "shorten them")
    yield from _once(judged)


def _placeholders(frame: Frame, slide: int) -> Iterator[Finding]:
    filled = Counter(idx for mark in frame.marks if (idx := placeholder_of(mark)) is not None)
    for idx, count in sorted(filled.items()):
        if count > 1:
            message = f"placeholder {idx} is filled {count} times"
            yield error("placeholder.twice", slide, f"placeholder {idx}", message, "fill it once")
    for mark in frame.marks:
        if isinstance(mark, TextMark) and mark.placeholder is not None and not mark.text.strip():
            yield error("placeholder.empty", slide, mark.name, "an empty placeholder", "fill it or leave it out")
    titles = [mark for mark in frame.marks if isinstance(mark, TextMark) and mark.placeholder == 0]
    if not titles or not frame.title.strip():
        yield error("title.missing", slide, "title", "the slide has no title", "give it one")
    elif frame.layout != "title" and titles[0].text.strip().endswith("."):
        yield warning("title.stop", slide, titles[0].name, "the title ends in a full stop", "leave it out")
    if frame.layout != "title" and frame.kind:  # decks of others have furniture of their own
        for idx, name in _FURNITURE:
            if idx not in filled:
                yield error("furniture.missing", slide, name, f"the slide has no {name}", "add it")


def _names(frame: Frame, slide: int) -> Iterator[Finding]:
    counted = Counter(mark.name for mark in every_mark(frame.marks))
    for name, count in sorted(counted.items()):
        if count > 1:
            message = f'{count} shapes are called "{name}"'
            yield warning("name.twice", slide, name, message, "number them")
    for mark in every_mark(frame.marks):
        if isinstance(mark, ConnectorMark):
            for end, _ in (mark.begin, mark.end):
                if end not in counted:
                    message = f'it is glued to "{end}", which is not on the slide'
                    yield error("connector.loose", slide, mark.name, message, "name a shape of the slide")


def _described(frame: Frame, slide: int) -> Iterator[Finding]:
    for mark in every_mark(frame.marks):
        if isinstance(mark, ChartMark | PictureMark | GroupMark) and not mark.descr.strip():
            message = "it has no alternative text"
            yield warning("alt.missing", slide, mark.name, message, "say in one sentence what it shows")
    for table in tables(frame):
        if not table.header_rows:
            yield warning("table.header", slide, table.name, "the table has no header row", "mark its first row")


def _links(frame: Frame, slide: int, keys: set[str]) -> Iterator[Finding]:
    for mark in every_mark(frame.marks):
        if not isinstance(mark, TextMark) or mark.link is None:
            continue
        if mark.link.slide and mark.link.slide not in keys:
            message = f'it links to slide "{mark.link.slide}", which is not in the deck'
            yield warning("link.dead", slide, mark.name, message, "leave the link out")
        if mark.link.url and not mark.link.url.lower().startswith(("http://", "https://", "mailto:")):
            yield warning("link.unsafe", slide, mark.name, "the link is no web or mail address", "leave it out")


def _word_links(frame: Frame, slide: int) -> Iterator[Finding]:
    """Links on words lead to the web or a mailbox, or to a place in the deck."""
    places = [(mark.name, mark.paragraphs) for mark in text_marks(frame)]
    places += [(table.name, cell.paragraphs) for table in tables(frame) for row in table.rows for cell in row.cells]
    for name, paragraphs in places:
        for run in (run for paragraph in paragraphs for run in paragraph.runs if run.look):
            target = run.look.link.lower() if run.look else ""
            if target and not target.startswith(("http://", "https://", "mailto:", "#")):
                yield warning("link.unsafe", slide, name, "the link is no web or mail address", "leave it out")


def _once(judged: Judged) -> Iterator[Finding]:
    for what, of in (("key", [f.key for f in judged.deck.frames]), ("title", [f.title for f in judged.deck.frames])):
        counted = Counter(of)
        for number, value in enumerate(of, 1):
            if counted[value] > 1 and of.index(value) < number - 1:
                message = f'the {what} "{value}" is that of slide {of.index(value) + 1} too'
                yield error(f"{what}.twice", number, what, message, 'add "(2 of 3)" or the like')
