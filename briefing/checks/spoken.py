"""What a screen reader makes of a slide: descriptions, marks of decoration, header rows, order, words of links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks.places import box_of
from briefing.checks.subject import (
    Judged,
    every_table,
    found,
    is_hidden,
    runs_in_tables,
    runs_of,
    text_marks,
)
from briefing.model.finding import Finding
from briefing.model.frame import (
    Box,
    ChartMark,
    Frame,
    GroupMark,
    Mark,
    PictureMark,
    Run,
    TableMark,
    TextMark,
    every_mark,
    is_beside,
)

_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf|heic)", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:picture|image|graphic|chart|photo|screenshot|logo|grafik|bild|diagramm|graphique|imagen|gráfico|img|dsc)"
    r"[ _-]?\d*",
    re.IGNORECASE,
)
_GUESSED = re.compile(
    r"description (?:automatically|generated)|automatically generated|ai-generated|"
    r"automatisch generierte|généré automatiquement|generada automáticamente",
    re.IGNORECASE,
)
# Words that say nothing of where they lead, in the languages that decks are written in.
_EMPTY_LINKS = frozenset(
    "here|click here|click|link|this link|read more|more|learn more|see here|see more|website|page|this|details|"
    "hier|hier klicken|mehr|weiterlesen|mehr erfahren|ici|cliquez ici|lien|en savoir plus|plus|"
    "aquí|haga clic aquí|más|leer más|enlace|qui|clicca qui|di più|leggi tutto|hier klikken|meer|klik hier".split("|")
)
_SAFE = ("http://", "https://", "mailto:")
_ASIDE = ("dt", "ftr", "sldNum")
_BARE = 60  # characters of an address that may stand for itself
_MOST = 200  # shapes of a slide whose order is looked at
_LOW = 0.34  # share of pairs that may be out of order before anybody is told


def check(judged: Judged) -> Iterator[Finding]:
    """Every slide."""
    for number, frame in judged.numbered():
        yield from _described(frame, number)
        yield from _decorative(frame, number)
        yield from _ordered(frame, number, own=judged.own)
        yield from _links(frame, number, {other.key for other in judged.deck.frames})
        for table in every_table(frame):
            if not table.header_rows and len(table.rows) > 1:
                yield found("table.header", number, table.name, "the table has no header row")


def _described(frame: Frame, slide: int) -> Iterator[Finding]:
    inside = {id(child) for mark in frame.marks if isinstance(mark, GroupMark) and mark.descr for child in mark.marks}
    for mark in every_mark(frame.marks):
        if is_hidden(mark) or not isinstance(mark, ChartMark | PictureMark | GroupMark | TextMark | TableMark):
            continue
        descr = mark.descr.strip()
        words = isinstance(mark, TableMark) or (isinstance(mark, TextMark) and bool(mark.text.strip()))
        decorative = not isinstance(mark, TableMark) and mark.decorative
        if descr and words:
            yield found("alt.on-text", slide, mark.name, "text that is described besides")
        elif descr and decorative:
            yield found("alt.both", slide, mark.name, "it is marked as decorative, and described")
        elif descr and not words and (_FILE.fullmatch(descr) or _NAMED.fullmatch(descr) or _GUESSED.search(descr)):
            yield found("alt.name", slide, mark.name, f'its alternative text is "{descr[:60]}"')
        elif not descr and not decorative and id(mark) not in inside and _needs_words(mark, frame):
            yield found("alt.missing", slide, mark.name, "it has no alternative text")


def _needs_words(mark: Mark, frame: Frame) -> bool:
    """Pictures and charts; groups that are drawings, and every group of a deck of ours."""
    if isinstance(mark, GroupMark):
        return bool(frame.kind) or not any(isinstance(child, TextMark) and child.text.strip() for child in mark.marks)
    return isinstance(mark, ChartMark | PictureMark)


def _decorative(frame: Frame, slide: int) -> Iterator[Finding]:
    """Shapes without words that are neither described nor marked, told once a slide."""
    silent = [
        mark
        for mark in frame.marks
        if isinstance(mark, TextMark)
        and not mark.text.strip()
        and not (mark.decorative or mark.descr.strip() or is_hidden(mark))
        and mark.placeholder is None
        and (mark.seen is None or not mark.seen.kind)
        and (mark.fill is not None or mark.line is not None)
    ]
    if silent:
        count = f"{len(silent)} shapes" if len(silent) > 1 else "a shape"
        message = f"{count} without words, neither described nor marked as decorative"
        yield found("alt.decorative", slide, silent[0].name, message)


def _ordered(frame: Frame, slide: int, *, own: bool) -> Iterator[Finding]:
    """The order of the shapes beside that in which a reader meets them."""
    read = [
        (mark, box_of(mark))
        for mark in every_mark(frame.marks)
        if isinstance(mark, TextMark | TableMark | ChartMark | PictureMark) and _is_read(mark)
    ]
    titles = [index for index, (mark, _) in enumerate(read) if isinstance(mark, TextMark) and mark.placeholder == 0]
    before = [mark for mark, box in read[: titles[0]] if not _above(box, read[titles[0]][1])] if titles else []
    if before:
        message = (
            f'{len(before)} shape{"s" if len(before) > 1 else ""} are read before the title, "{before[0].name}" first'
        )
        yield found("order.title", slide, read[titles[0]][0].name, message.replace("1 shape are", "1 shape is"))
    if own:
        return
    skipped = {id(mark) for mark in before}
    content = [item for index, item in enumerate(read) if index not in titles and id(item[0]) not in skipped]
    content = content[:_MOST]
    pairs = wrong = 0
    worst: tuple[Mark, Mark] | None = None
    for index, (one, a) in enumerate(content):
        for other, b in content[index + 1 :]:
            if _above(a, b):
                pairs += 1
            elif _above(b, a):
                pairs, wrong = pairs + 1, wrong + 1
                worst = worst or (one, other)
    if worst is not None and wrong > _LOW * pairs:
        message = f'it is read before "{worst[1].name}", which stands above it'
        yield found("order.reading", slide, worst[0].name, message)


def _is_read(mark: TextMark | TableMark | ChartMark | PictureMark) -> bool:
    if is_hidden(mark) or (isinstance(mark, PictureMark) and not mark.descr):
        return False
    if isinstance(mark, TextMark):
        aside = mark.seen is not None and mark.seen.kind in _ASIDE
        return bool(mark.text.strip()) and not aside and mark.placeholder not in (10, 11, 12, 13)
    return True


def _above(one: Box, other: Box) -> bool:
    """Does one stand wholly above the other, in one column?"""
    in_column = min(one.x + one.w, other.x + other.w) - max(one.x, other.x) > min(one.w, other.w) / 3
    return in_column and one.y + one.h <= other.y + min(one.h, other.h) // 4


def _links(frame: Frame, slide: int, keys: set[str]) -> Iterator[Finding]:
    for mark in every_mark(frame.marks):
        if not isinstance(mark, TextMark) or mark.link is None:
            continue
        if mark.link.slide and mark.link.slide not in keys:
            message = f'it links to slide "{mark.link.slide}", which is not in the deck'
            yield found("link.dead", slide, mark.name, message)
        if mark.link.url and not mark.link.url.lower().startswith(_SAFE):
            yield found("link.unsafe", slide, mark.name, "the link is no web or mail address")
    for name, run in _said(frame):
        if run.look is None or not run.look.link:
            continue
        if not run.look.link.lower().startswith((*_SAFE, "#")) and not is_beside(run.look.link):
            yield found("link.unsafe", slide, name, "the link is no web or mail address")
        words = " ".join(run.text.split()).strip(" .:→»>[]()").casefold()
        bare = run.text.strip() == run.look.link and len(words) > _BARE
        if words in _EMPTY_LINKS or bare:
            yield found("link.text", slide, name, f'the link\'s words are "{run.text.strip()[:60]}"')


def _said(frame: Frame) -> Iterator[tuple[str, Run]]:
    """(name of the shape, run) of texts and tables."""
    for text in text_marks(frame):
        for run in runs_of(text):
            yield text.name, run
    yield from runs_in_tables(frame)
