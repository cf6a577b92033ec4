"""A deck that carries nothing is compared with what its briefing makes of it today, which may be worded otherwise."""

from __future__ import annotations

from dataclasses import replace

from briefing import audit
from briefing.audit import Report
from briefing.model.page import Page, Said, Shape
from tests.audit.decks import edited, library, pages


def reworded(slides: tuple[Page, ...]) -> tuple[Page, ...]:
    """As another version of the program would word it: texts of the deck's own, cut and put otherwise."""

    def said(item: Said) -> Said:
        words = item.text.replace("Reported", "By reports").replace("what to look for", "what would show it")
        return replace(item, text=words.replace("Sources  ", "Rests on"))

    def shape(item: Shape) -> Shape:
        return replace(item, said=tuple(map(said, item.said)), rows=tuple(tuple(map(said, row)) for row in item.rows))

    return tuple(
        replace(page, shapes=tuple(map(shape, page.shapes)), notes=page.notes.replace("[", "From [")) for page in slides
    )


def audited(now: tuple[Page, ...], before: tuple[Page, ...]) -> Report:
    return audit.audit(now, before, library(), carried=False)


def test_what_it_makes_today_is_what_it_was() -> None:
    assert audited(pages(), pages()).findings == ()
    assert audited(pages(), pages()).baseline == "made again"


def test_a_figure_is_found_in_a_deck_that_is_worded_otherwise() -> None:
    before = reworded(pages())
    (item,) = [item for item in audited(edited("€5.2B", "€5.3B"), before).findings if item.kind == "amount"]
    assert (item.verdict, item.was, item.text) == ("changed", "€5.2B", "€5.3B")


def test_other_wording_alone_is_no_alarm_of_slides() -> None:
    report = audited(pages(), reworded(pages()))
    assert report.slides == ()
    assert not [item for item in report.findings if item.verdict == "reworded"]


def test_another_company_is_another_deck() -> None:
    page = Page("", "", "Elsewhere", (Shape("A", "text", None, (Said("", "Elsewhere altogether"),)),), "")
    assert audited((page,), pages()).baseline == "none"
