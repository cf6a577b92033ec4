"""Words that should not be there: what a template brought, what stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks.subject import Judged, every_table, found, is_hidden, text_marks
from briefing.model.finding import Finding
from briefing.model.frame import Frame

_FILLER = re.compile(
    r"lorem ipsum|dolor sit amet|\bclick to (?:add|edit)\b|\byour (?:text|title|subtitle|name|logo|company) here\b|"
    r"\b(?:insert|add|enter) (?:your |a |the )?(?:text|title|subtitle|name|logo|image|picture|content) here\b|"
    r"\bplaceholder text\b|\bsubtitle goes here\b|\bxxx+\b|\bTBD\b|\bT\.B\.D\.|\bTODO\b|"
    r"klicken sie, um|hier text ein|cliquez pour (?:ajouter|modifier)|haga clic para|fare clic per",
    re.IGNORECASE,
)
# What stands in every filler, so that the others need not be searched for it.
_SUSPECT = tuple(
    "lorem|dolor sit|click|your | here|placeholder|xxx|tbd|t.b.d.|todo|klick|hier |cliquez|haga clic|fare clic".split(
        "|"
    )
)
_LONG_ON_SLIDE, _LONG_IN_DECK = 40, 80
_FOOT = 0.88  # share of the slide's height from which lines are its foot
_FURNITURE = frozenset({10, 11, 12, 13})
_ASIDE = ("dt", "ftr", "sldNum")


def check(judged: Judged) -> Iterator[Finding]:
    """Every text of every slide; notes are not judged."""
    seen: dict[str, tuple[int, str]] = {}
    own = judged.own
    for number, frame in judged.numbered():
        texts = list(_texts(frame, judged.deck.height))
        whole = "\n".join([text for _, text, _ in texts]).casefold()
        suspect = any(word in whole for word in _SUSPECT)
        for where, text, repeats_tell in texts if suspect or not own else ():
            match = _FILLER.search(text) if suspect else None
            if match and not _told(judged, match[0]):
                yield found("text.filler", number, where, f'it says "{match[0]}"')
            if own or len(text) < _LONG_ON_SLIDE or not repeats_tell:
                continue
            first = seen.setdefault(text.casefold(), (number, where))
            same = first[0] == number
            if first != (number, where) and (same or len(text) >= _LONG_IN_DECK):
                place = f'"{first[1]}"' if same else f"slide {first[0]}"
                yield found("text.repeats", number, where, f"“{text[:50]}…” stands in {place} too")


def _told(judged: Judged, words: str) -> bool:
    """Are they a source's own, and so no template's?"""
    if judged.briefing is None:
        return False
    texts = [*judged.texts.values()] if judged.texts else [claim.text for claim in judged.briefing.claims]
    titles = [source.title for source in judged.briefing.sources]
    return any(words.casefold() in text.casefold() for text in (*titles, *texts))


def _texts(frame: Frame, height: int) -> Iterator[tuple[str, str, bool]]:
    """(shape, text, is it odd if it repeats): lines at the foot do on every slide, cells in their columns."""
    for mark in text_marks(frame):
        aside = mark.placeholder in _FURNITURE if frame.kind else mark.seen is not None and mark.seen.kind in _ASIDE
        if is_hidden(mark) or aside:
            continue
        for item in mark.paragraphs:
            yield mark.name, " ".join(item.text.split()), mark.box.y < _FOOT * height
    for table in every_table(frame):
        for index, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row.cells, 1):
                for item in cell.paragraphs:
                    yield f"{table.name}, row {index}, column {column}", " ".join(item.text.split()), False
