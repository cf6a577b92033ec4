"""A deck against a briefing that is not its own, and what the analyst put into one."""

from __future__ import annotations

from dataclasses import replace

from briefing import audit, pipeline
from briefing.audit import Library
from briefing.exports import pptx
from briefing.model.briefing import AnalystNote
from briefing.pipeline.auditing import SourceGrammar
from tests.audit.decks import HERE, library, pages
from tests.slides.fixtures.northwind import northwind


def test_what_another_briefing_does_not_say_is_not_backed() -> None:
    round_ = next(event for event in northwind().funding if event.name == "Series C")
    gone = {*round_.claims}
    without = replace(
        northwind(),
        funding=tuple(event for event in northwind().funding if event is not round_),
        claims=tuple(claim for claim in northwind().claims if claim.id not in gone),
        relationships=(),
        unverified=(),
        conflicts=(),
        milestones=(),
    )
    other = Library(without, SourceGrammar(), {})
    report = audit.audit(pages(), pages(), other, another=True)
    texts = {item.text for item in report.findings}
    assert {item.verdict for item in report.findings} == {"unbacked"}
    assert any("900" in text for text in texts)
    assert not any("310" in text for text in texts)


def test_the_same_briefing_under_another_name_raises_no_alarm() -> None:
    report = audit.audit(pages(), pages(), library(), another=True)
    assert report.findings == ()


def test_an_entry_of_the_analyst_is_the_analysts_and_its_neighbours_are_not() -> None:
    briefing = northwind()
    event = next(one for one in briefing.funding if one.name == "Series C")
    corrected = replace(
        briefing,
        funding=tuple(replace(one, date="2025-11") if one is event else one for one in briefing.funding),
        analyst=(AnalystNote(event.id, "date", event.date, "2025-11", "the company's filing"),),
    )
    extraction = pipeline.Extraction(corrected, ())
    data = pipeline.draw(extraction, pipeline.audience("cto", HERE), pipeline.theme("boardroom", HERE))[1]
    deck = pptx.read_pages(data)
    report = audit.audit(deck.pages, deck.left, Library(corrected, SourceGrammar(), {}), every=True)
    assert report.findings == ()
    theirs = [item for item in report.statements if item.verdict == "analyst"]
    assert theirs
    assert {item.kind for item in theirs} == {"date"}
    assert all(item.how == f"the company's filing; the sources: {event.date}" for item in theirs)
