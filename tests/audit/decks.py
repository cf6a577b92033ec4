"""The invented company's decks, made once each, and small edits to their words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from briefing import audit, pipeline
from briefing.audit import Library, Report
from briefing.exports import pptx
from briefing.model.page import Page, Said, Shape
from briefing.options import Options
from briefing.pipeline.auditing import SourceGrammar
from tests.slides.fixtures.northwind import northwind

HERE = Path(__file__).resolve().parent


@cache
def deck(audience: str = "cto", theme: str = "boardroom", options: Options = Options()) -> bytes:  # noqa: B008
    extraction = pipeline.Extraction(northwind(), ())
    return pipeline.draw(extraction, pipeline.audience(audience, HERE), pipeline.theme(theme, HERE), options)[1]


@cache
def library() -> Library:
    return Library(northwind(), SourceGrammar(), {})


@cache
def pages(audience: str = "cto") -> tuple[Page, ...]:
    return pptx.read_pages(deck(audience)).pages


@cache
def left(audience: str = "cto") -> tuple[Page, ...]:
    return pptx.read_pages(deck(audience)).left


def audited(now: tuple[Page, ...], before: tuple[Page, ...] | None = None, **how: bool) -> Report:
    return audit.audit(now, left() if before is None else before, library(), **how)


def edited(old: str, new: str, slides: tuple[Page, ...] | None = None) -> tuple[Page, ...]:
    """The slides with the first `old` on them written `new`; the notes are looked at last."""
    found = list(slides or pages())
    for index, page in enumerate(found):
        shapes = list(page.shapes)
        for at, shape in enumerate(shapes):
            changed = _edited(shape, old, new)
            if changed != shape:
                shapes[at] = changed
                found[index] = replace(page, shapes=tuple(shapes))
                return tuple(found)
    for index, page in enumerate(found):
        if old in page.notes:
            found[index] = replace(page, notes=page.notes.replace(old, new, 1))
            return tuple(found)
    raise AssertionError(f"{old!r} stands nowhere")


def _edited(shape: Shape, old: str, new: str) -> Shape:
    done = False

    def said(item: Said) -> Said:
        nonlocal done
        if done or old not in item.text:
            return item
        done = True
        return replace(item, text=item.text.replace(old, new, 1))

    return replace(shape, said=tuple(map(said, shape.said)), rows=tuple(tuple(map(said, row)) for row in shape.rows))


def foreign(*lines: str, notes: str = "") -> Report:
    """A deck of somebody else that says these lines."""
    shape = Shape("Content", "text", None, (Said("", "\n".join(lines)),))
    return audited((Page("", "", "", (shape,), notes),), (), every=True)
