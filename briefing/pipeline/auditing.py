"""A deck that came back, and the Briefing behind it → its audit: what it was made with is found, or made again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import files
from briefing.errors import BriefingError, InputError
from briefing.model.records import dataclass
from briefing.pipeline.evidence import Extraction, Progress, extract, load_model, silent, texts_of
from briefing.pipeline.looks import audience, audiences, theme, themes

if TYPE_CHECKING:
    from briefing.audit import Report
    from briefing.audit.grammar import Count, Day, Sum
    from briefing.claims.reading import FoundNumber
    from briefing.model.audience import Audience
    from briefing.model.page import Delivered, Page
    from briefing.model.theme import Theme

_REMEDY = "name its briefing with --model FILE, or the folder of its sources with --sources"


@dataclass(frozen=True, slots=True)
class Audited:
    """An audit, and what it was made against: "the deck" (the briefing that it carries), or a path."""

    report: Report
    subject: str
    against: str


def audit(
    path: Path,
    model: Path | None = None,
    sources: Path | None = None,
    *,
    every: bool = False,
    progress: Progress = silent,
) -> Audited:
    """Every statement of a deck against its evidence. Raises InputError for no deck, or one without a briefing."""
    from briefing import audit as stage
    from briefing.exports import pptx

    data = files.read_bytes(path)
    deck = pptx.read_pages(data, str(path))
    extraction, against = _evidence(deck, path, model, sources, progress)
    texts = texts_of(extraction) if extraction.sources else {}
    before, carried = deck.left, bool(deck.left)
    another = carried and against != "the deck" and not _carries(deck, extraction)
    if not before:
        before = _made_again(deck, data, extraction, (model or sources or path).resolve().parent)
    report = stage.audit(
        deck.pages,
        before,
        stage.Library(extraction.briefing, SourceGrammar(), texts),
        carried=carried,
        another=another,
        every=every,
    )
    return Audited(report, extraction.briefing.subject.name, against)


def _evidence(
    deck: Delivered, path: Path, model: Path | None, sources: Path | None, progress: Progress
) -> tuple[Extraction, str]:
    """The Briefing to judge by: as named, else as carried."""
    if model is not None:
        return (extract(model, progress) if model.is_dir() else load_model(model)), str(model)
    if sources is not None:
        return extract(sources, progress), str(sources)
    if not deck.model:
        raise InputError("the deck carries no briefing", str(path), _REMEDY)
    from briefing.exports import json

    try:
        return Extraction(json.load(deck.model), ()), "the deck"
    except InputError as error:
        raise InputError(error.what, str(path), _REMEDY) from None


def _carries(deck: Delivered, extraction: Extraction) -> bool:
    """Is the Briefing the one that the deck was made from?"""
    from briefing.exports import json

    return deck.model.strip() == json.dump(extraction.briefing).strip()


def _made_again(deck: Delivered, data: bytes, extraction: Extraction, workspace: Path) -> tuple[Page, ...]:
    """The pages of the deck as the Briefing makes them for its audience, in its own theme; () if they cannot be."""
    from briefing.audit import likeness
    from briefing.deck import compose
    from briefing.exports import pptx
    from briefing.model.page import page_of

    try:
        readers = _readers(deck, workspace)
        if not readers:
            return ()
        look = _look(pptx.read_deck(data)[1], workspace)
        made = [
            tuple(page_of(frame) for frame in compose(extraction.briefing, reader, look).frames) for reader in readers
        ]
    except BriefingError:
        return ()
    return max(made, key=lambda pages: likeness(pages, deck.pages)) if len(made) > 1 else made[0]


def _look(seen: Theme, workspace: Path) -> Theme:
    """The theme of the deck's own name where there is one: a program that saved it may have lost its fonts."""
    for name in themes(workspace):
        known = theme(name, workspace)
        if seen.label and known.label == seen.label:
            return known
    return seen


def _readers(deck: Delivered, workspace: Path) -> list[Audience]:
    """The audience that the deck names, in what it carries or on its slides; all where only its shapes are ours."""
    known = {name: audience(name, workspace) for name in audiences(workspace)}
    if deck.made.get("audience") in known:
        return [known[deck.made["audience"]]]
    words = [said.text for page in deck.pages[:3] for shape in page.shapes for said in shape.texts()]
    for reader in known.values():
        spoken = (f"Audience\n{reader.label}", f"{reader.label} briefing")
        if any(text.strip() == spoken[0] or re.search(rf"\b{re.escape(spoken[1])}\b", text) for text in words):
            return [reader]
    ours = any(shape.claims for page in deck.pages for shape in page.shapes)
    return list(known.values()) if ours else []


class SourceGrammar:
    """What figures and dates mean, by the grammars that read the sources; in English, else as their words tell."""

    def sums(self, text: str) -> Sequence[Sum]:
        from briefing.audit.grammar import Sum
        from briefing.claims.amounts import find_amounts

        plain = _in_figures(text)
        if not _has_figures(plain):
            return ()
        return [
            Sum(one.start, one.end, float(one.money.value), one.money.currency, one.money.qualifier or "")
            for one in find_amounts(plain, 0, len(plain), _language(plain))
        ]

    def counts(self, text: str) -> Sequence[Count]:
        from briefing.audit.grammar import Count
        from briefing.claims.amounts import find_numbers

        plain = _in_figures(text)
        if not _has_figures(plain):
            return ()
        return [
            Count(one.start, _end(one), float(one.value), one.unit, one.qualifier or "")
            for one in find_numbers(plain, 0, len(plain), _language(plain))
        ]

    def days(self, text: str) -> Sequence[Day]:
        from briefing.audit.grammar import Day
        from briefing.claims.dates import find_dates

        return [
            Day(one.start, one.end, one.when.edtf)
            for one in find_dates(text, 0, len(text), language=_language(text, "dates", "months"))
            if one.when.edtf
        ]


def _end(number: FoundNumber) -> int:
    """Behind the unit ("percent", "MW"), but before a noun that is counted."""
    from briefing.claims.lexicon import load

    return number.noun_end if number.unit in load("numbers")["units"] else number.end


@lru_cache(maxsize=1024)
def _in_figures(text: str) -> str:
    """ "eleven point seven" as "11.7" with spaces behind it, so that all else keeps its place."""
    from briefing.audit.words import decimals

    return decimals(text)


@lru_cache(maxsize=4096)
def _has_figures(text: str) -> bool:
    from briefing.audit.words import number_words

    if any(map(str.isdigit, text)):
        return True
    return not number_words().isdisjoint(re.findall(r"[^\W\d_]+", text.casefold()))


@lru_cache(maxsize=4096)
def _language(text: str, lexicon: str = "numbers", table: str = "scales") -> str:
    """BCP 47 of the words of a table in a text that English has not: "milliards" is French, "märz" German."""
    words = set(re.findall(r"[^\W\d_]+", text.casefold()))
    return next((language for language, own in _foreign(lexicon, table) if words & own), "en")


@lru_cache(maxsize=4)
def _foreign(lexicon: str, table: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """language → its own words; short ones are words of too many languages."""
    from briefing.claims.lexicon import load

    tables = load(lexicon)[table]
    return tuple(
        (name, frozenset(word for word in own if word not in tables["en"] and (len(word) > 4 or not word.isascii())))
        for name, own in tables.items()
        if name != "en"
    )
