"""Numbers, names and quotes on slides that no cited source holds.

A number counts as traced when a source cited beside it (in its text, its table row, else on its slide) says it, in
whatever spelling, or when a claim drawn from that source holds it. The deck's own counts ("23 organisations") are bare
integers in the deck's own wording, no larger than the longest list of the Briefing. Names are the capitalised words of
claims; they must occur in some source. Quotes in the notes must stand in their source word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from briefing.checks import numbers
from briefing.checks.citations import cited, in_runs, listed_on
from briefing.checks.library import WORD, Library
from briefing.checks.subject import FURNITURE, Judged, found, runs_of, tables, text_marks
from briefing.model.briefing import Briefing
from briefing.model.claim import Tie
from briefing.model.finding import Finding
from briefing.model.frame import ChartMark, Deck, Frame, Run
from briefing.model.records import dataclass

_TRACED = ("claim", "label")
_QUOTE = re.compile(r"^\[(\d{1,4})\] [“\"](.+)[”\"]$", re.MULTILINE)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What a deck counts of its own: "26 claims", "23 named organisations".
_OWN_NOUN = re.compile(
    r"[ \u00a0](?:of|(?:\w+[ \u00a0])?(?:articles?|claims?|points?|sources?|origins?|organi[sz]ations?|investors?"
    r"|partners?|customers?|rounds?|differences?|questions?|figures?|milestones?|facts?))\b"
)
_TIES = frozenset(get_args(Tie))
# Words that stand for dates, units and currencies in whatever way a source writes them.
_NOTATION = frozenset(
    word
    for line in (
        "jan january feb february mar march apr april may jun june jul july aug august",
        "sep sept september oct october nov november dec december",
        "mw gw kw mwh gwh kwh twh gb tb pb us uk eu usd eur gbp",
        "about around q h early mid late spring summer autumn winter year",
        # What the deck calls a kind of money or deal for which no source has a name.
        "round raise grant debt equity convertible secondary listing acquisition",
    )
    for word in line.split()
)


def check(deck: Deck, briefing: Briefing, texts: Mapping[str, str]) -> list[Finding]:
    """Everything on the deck that cannot be led back. texts: source id → its words."""
    plain = Library(briefing, texts)
    found: list[Finding] = []
    for number, frame in enumerate(deck.frames, 1):
        library = Library(briefing, texts, earlier=True) if frame.kind == "changes" else plain
        for said in _sayings(frame):
            found += _numbers(said, number, library)
            found += _names(said, number, library)
        found += _quotes(frame, number, briefing, texts)
    return found


def judge(judged: Judged) -> Iterator[Finding]:
    """The check as one of CHECKS: nothing to say without a Briefing and its sources."""
    if judged.briefing is not None and judged.texts:
        yield from check(judged.deck, judged.briefing, judged.texts)


@dataclass(frozen=True, slots=True)
class _Saying:
    """Words in one place. sources: numbers of those cited for them; slide: numbers of all cited on the slide."""

    where: str
    text: str
    kind: str
    sources: frozenset[int]
    slide: frozenset[int]


def _sayings(frame: Frame) -> Iterator[_Saying]:
    slide = frozenset(cited(frame) | listed_on(frame))
    for mark in text_marks(frame):
        if mark.placeholder not in FURNITURE - {0}:
            beside = frozenset(in_runs(runs_of(mark)))
            for paragraph in mark.paragraphs:
                yield from _joined(mark.name, paragraph.runs, beside, slide)
    for table in tables(frame):
        for index, row in enumerate(table.rows):
            beside = frozenset(in_runs(run for cell in row.cells for item in cell.paragraphs for run in item.runs))
            for cell in row.cells:
                for item in cell.paragraphs:
                    own = frozenset(in_runs(item.runs)) or beside
                    yield from _joined(f"{table.name}, row {index + 1}", item.runs, own, slide)
    for chart in frame.marks:
        if isinstance(chart, ChartMark):
            words = [label for series in chart.series for label in series.labels] + list(chart.categories)
            for word in words:
                yield _Saying(chart.name, word, "claim", frozenset(), slide)


def _joined(where: str, runs: Iterable[Run], beside: frozenset[int], slide: frozenset[int]) -> Iterator[_Saying]:
    """Neighbouring runs of one kind as one text: a number may be set in two weights."""
    text, kind = "", ""
    for run in runs:
        if run.field or run.kind not in _TRACED:
            continue
        if run.kind != kind and text:
            yield _Saying(where, text, kind, beside, slide)
            text = ""
        text, kind = text + run.text, run.kind
    if text:
        yield _Saying(where, text, kind, beside, slide)


def _numbers(said: _Saying, slide: int, library: Library) -> Iterator[Finding]:
    if _YEAR.fullmatch(said.text) and library.spans(float(said.text)):
        return  # a scale's label between years that the sources name
    for number in numbers.find(said.text):
        counts = said.kind == "label" or _OWN_NOUN.match(said.text, number.end)
        if number.bare and counts and max(number.values) <= library.longest:
            continue
        near = said.sources or said.slide or library.everyone
        if library.holds(number.values, near):
            continue
        places = [n for n in sorted(library.everyone) if library.holds(number.values, {n})]
        if places:
            message = f'"{number.text}" stands in [{places[0]}], which is not cited for it'
            yield found("tracing.citation", slide, said.where, message, "cite the source that says it")
        else:
            message = f'"{number.text}" stands in no source'
            yield found("tracing.number", slide, said.where, message, "leave it out or correct it")


def _names(said: _Saying, slide: int, library: Library) -> Iterator[Finding]:
    if said.kind != "claim":
        return
    for word in _capitalised(WORD.findall(said.text)):
        if word.casefold() not in library.vocabulary and word.casefold() not in _NOTATION:
            if f"{word}…" in said.text and any(known.startswith(word.casefold()) for known in library.vocabulary):
                continue  # cut where its place ends
            message = f'"{word}" stands in no source'
            yield found("tracing.name", slide, said.where, message, "use the sources' own words")


def _capitalised(words: list[str]) -> Iterator[str]:
    """Words that look like parts of names. A capital that begins the text counts when the next has one too."""
    for index, word in enumerate(words):
        alone = len(words) == 1 or not words[1][0].isupper()
        begins = index == 0 and (alone or len(word) < 5 or word.casefold() in _TIES)
        if word[0].isupper() and len(word) > 1 and not begins:
            yield word


def _quotes(frame: Frame, slide: int, briefing: Briefing, texts: Mapping[str, str]) -> Iterator[Finding]:
    for match in _QUOTE.finditer(frame.notes):
        index = int(match[1])
        source = briefing.sources[index - 1].id if 0 < index <= len(briefing.sources) else ""
        if match[2] not in texts.get(source, ""):
            message = f"a quote in the notes does not stand in [{index}] word for word: “{match[2][:40]}…”"
            yield found("tracing.quote", slide, "notes", message, "quote the source's own words")
