"""Slides added, deleted, moved and copied are recognised, with their keys and without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.audit import SlideChange
from briefing.model.page import Page
from tests.audit.decks import audited, edited, pages


def anonymous(slides: tuple[Page, ...]) -> tuple[Page, ...]:
    """As other programs save them: no keys, no names, no claims, no boxes to go by."""
    return tuple(
        replace(page, key="", shapes=tuple(replace(shape, name="Shape", claims=(), box=None) for shape in page.shapes))
        for page in slides
    )


def named(slides: tuple[Page, ...]) -> tuple[Page, ...]:
    return slides


FORMS = pytest.mark.parametrize("form", [named, anonymous])


def told(slides: tuple[Page, ...]) -> list[tuple[str, int, int, int]]:
    report = audited(slides)
    assert report.findings == ()
    return [(item.change, item.slide, item.was, item.of) for item in report.slides]


@FORMS
def test_nothing_happened(form: object) -> None:
    assert told(form(pages())) == []  # type: ignore[operator]


@FORMS
def test_deleted_slides_are_named(form: object) -> None:
    slides = form(pages())  # type: ignore[operator]
    assert told((*slides[:4], *slides[5:])) == [("deleted", 0, 5, 0)]


@FORMS
def test_a_slide_that_was_moved_is_the_only_one_named(form: object) -> None:
    slides = form(pages())  # type: ignore[operator]
    assert told((*slides[:2], slides[6], *slides[2:6], *slides[7:])) == [("moved", 3, 7, 0)]


@FORMS
def test_a_copy_is_known_by_its_model(form: object) -> None:
    slides = form(pages())  # type: ignore[operator]
    assert told((*slides, slides[3])) == [("copied", len(slides) + 1, 4, 4)]


@FORMS
def test_an_edit_in_a_copy_is_found_in_the_copy(form: object) -> None:
    slides = form(pages())  # type: ignore[operator]
    copy = edited("€900M", "€700M", (slides[3],))
    (item,) = audited((*slides, *copy)).findings
    assert (item.slide, item.was, item.text) == (len(slides) + 1, "€900M", "€700M")


def test_an_added_slide_is_one_and_its_words_are_looked_up() -> None:
    from briefing.model.page import Said, Shape

    title = Shape("Title 1", "text", None, (Said("", "Our view: €417 million of upside"),), title=True)
    report = audited((*pages(), Page("", "", "Our view: €417 million of upside", (title,), "")))
    number = len(pages()) + 1
    assert report.slides == (SlideChange("added", number, 0, "Our view: €417 million of upside"),)
    assert [(item.slide, item.verdict, item.text) for item in report.findings] == [(number, "unbacked", "€417 million")]


def test_a_hidden_slide_is_named() -> None:
    slides = pages()
    assert told((*slides[:3], replace(slides[3], hidden=True), *slides[4:])) == [("hidden", 4, 4, 0)]
