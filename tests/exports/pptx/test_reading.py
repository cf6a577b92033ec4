"""Decks are read back as Frames: our own as they were drawn, others as well as they can be, hostile ones not at all."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from briefing import checks, theming
from briefing.errors import InputError
from briefing.exports import pptx
from briefing.exports.pptx import carrier, opening
from briefing.model.frame import ChartMark, ConnectorMark, Frame, GroupMark, Mark, TableMark, TextMark
from tests.packages import Parts, packed, parts_of

from .specimen import specimen

DeckOf = Callable[[str], bytes]
MAIN = "ppt/presentation.xml"
SLIDE = "ppt/slides/slide2.xml"


def named(frame: Frame, name: str) -> Mark:
    return next(mark for mark in frame.marks if mark.name == name)


def test_our_decks_come_back_as_they_were_drawn(deck_of: DeckOf) -> None:
    drawn = specimen()
    read, theme = pptx.read_deck(deck_of("midnight"))
    assert theme.dark
    assert (read.title, read.subject, read.audience, read.created) == (
        drawn.title,
        drawn.subject,
        drawn.audience,
        drawn.created,
    )
    for frame, back in zip(drawn.frames, read.frames, strict=True):
        assert (back.key, back.kind, back.layout, back.title, back.notes) == (
            frame.key,
            frame.kind,
            frame.layout,
            frame.title,
            frame.notes,
        )
        assert [mark.name for mark in back.marks] == [mark.name for mark in frame.marks]
        for mark, other in zip(frame.marks, back.marks, strict=True):
            assert type(other) is type(mark)
            if isinstance(mark, TextMark) and isinstance(other, TextMark):
                assert (other.box, other.fill, other.line, other.claims) == (
                    mark.box,
                    mark.fill,
                    mark.line,
                    mark.claims,
                )
                assert (other.geometry, other.anchor, other.insets) == (mark.geometry, mark.anchor, mark.insets)
                sizes = [(run.size, run.bold, run.italic, run.color) for p in mark.paragraphs for run in p.runs]
                if mark.name != "Foreign":
                    assert other.text == mark.text
                    back_sizes = [(r.size, r.bold, r.italic, r.color) for p in other.paragraphs for r in p.runs]
                    assert back_sizes == sizes


def test_tables_charts_and_groups_come_back(deck_of: DeckOf) -> None:
    frames = pptx.read_frames(deck_of("boardroom"))
    table = named(frames[2], "Funding table")
    assert isinstance(table, TableMark)
    assert table.claims == ("f1",)
    assert table.rows[1].cells[2].claims == ("c1", "c2")
    assert table.rows[4].cells[1].text == "Rumoured raise"
    chart = named(frames[3], "Valuation chart")
    assert isinstance(chart, ChartMark)
    assert chart.series[1].values == (None, None, 9.0)
    assert chart.series[0].labels == ("$1M", "~$4.5M", "")
    assert chart.categories[2] == "Next raise\nmid-2031\n(rumoured)"
    group = named(frames[4], "Partnership map")
    assert isinstance(group, GroupMark)
    glued = [mark for mark in group.marks if isinstance(mark, ConnectorMark)]
    assert glued[0].begin == ("Hub", 2)
    assert glued[0].end == ("Cluster left 1", 3)
    assert glued[0].kind == "elbow"


@pytest.mark.parametrize("lost", ["extension", "tags", "custom part"])
def test_claims_survive_the_loss_of_any_carrier(parts: Parts, lost: str) -> None:
    kept = dict(parts)
    if lost != "extension":
        for name in kept:
            if name.startswith("ppt/slides/slide"):
                kept[name] = re.sub(rb'<a:ext uri="\{5B0E6C0A[^>]*>.*?</a:ext>', b"", kept[name])
    if lost == "tags":
        for name in kept:
            if name.startswith("ppt/tags/"):
                kept[name] = re.sub(rb"<p:tag [^>]*/>", b"", kept[name])
    if lost == "custom part":
        kept["customXml/item1.xml"] = b"<other/>"
    frame = pptx.read_frames(packed(kept))[1]
    assert named(frame, "Text 1").claims == ("c7", "c8")  # type: ignore[union-attr]
    assert frame.key == "overview"


def test_a_deck_of_somebody_else_is_read(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Quarterly review"
    slide.placeholders[1].text = "First point"
    box = slide.shapes.add_textbox(Inches(1), Inches(5), Inches(3), Inches(0.5))
    box.text_frame.text = "Note"
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(11)
    stream = io.BytesIO()
    deck.save(stream)
    read, theme = pptx.read_deck(stream.getvalue())
    assert read.width == Inches(10)
    assert theme.minor == "Calibri"
    frame = read.frames[0]
    assert frame.title == "Quarterly review"
    texts = [mark for mark in frame.marks if isinstance(mark, TextMark)]
    assert [mark.text for mark in texts] == ["Quarterly review", "First point", "Note"]
    assert [mark.paragraphs[0].runs[0].size for mark in texts] == [44.0, 32.0, 11.0]
    assert texts[0].paragraphs[0].align == "center"
    assert texts[1].box.w > Inches(8)
    assert not [finding for finding in checks.run(read, theme) if finding.level == "error"]


def test_a_large_model_is_packed_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrier, "PLAIN_LIMIT", 50)
    deck = replace(specimen(), briefing_json='{"text": "' + "Acme & Söhne " * 400 + '"}')
    data = pptx.write(deck, theming.find_theme("boardroom"))
    assert b"Acme &amp; S" not in parts_of(data)["customXml/item1.xml"]
    assert pptx.read_deck(data)[0].briefing_json == deck.briefing_json
    cut = parts_of(data)
    cut["customXml/item1.xml"] = re.sub(rb"[^<]{40}</model>", b"</model>", cut["customXml/item1.xml"])
    with pytest.raises(InputError, match="model in the deck is damaged"):
        pptx.read_deck(packed(cut))


def changed(parts: Parts, name: str, old: bytes, new: bytes) -> bytes:
    assert old in parts[name]
    return packed({**parts, name: parts[name].replace(old, new, 1)})


def test_files_that_are_no_deck_are_refused(parts: Parts) -> None:
    whole = packed(parts)
    for data, words in (
        (b"This is not a deck", "not a PowerPoint deck"),
        (b"", "not a PowerPoint deck"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password-protected"),
        (whole[: len(whole) // 2], "truncated or damaged"),
        (packed({"hello.txt": b"hi"}), "holds no presentation"),
        (packed({**parts, "PPT/presentation.xml": b"<x/>"}), "two parts of one name"),
        (changed(parts, MAIN, b"<p:presentation ", b'<!DOCTYPE x [<!ENTITY a "b">]><p:presentation '), "DOCTYPE"),
        (changed(parts, SLIDE, b"</p:sld>", b""), "not well-formed"),
        (changed(parts, MAIN, b"schemas.openxmlformats.org/presentationml/2006", b"purl.oclc.org/ooxml/x"), "Strict"),
    ):
        with pytest.raises(InputError) as caught:
            pptx.read_deck(data, "deck.pptx")
        assert words in str(caught.value)
        assert "deck.pptx" in str(caught.value)
        assert "\n" not in str(caught.value)


def test_bombs_are_refused_by_their_headers(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 10_000)
    with pytest.raises(InputError, match="too large"):
        pptx.read_deck(packed(parts))
    monkeypatch.setattr(opening, "MAX_BYTES", 10**9)
    monkeypatch.setattr(opening, "MAX_XML", 2_000)
    with pytest.raises(InputError, match="too large"):
        pptx.read_deck(packed(parts))


def test_odd_decks_are_read_as_far_as_they_go(parts: Parts) -> None:
    deep = b"<p:grpSp><p:nvGrpSpPr><p:cNvPr id='9' name='g'/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>" * 90
    nested = changed(parts, SLIDE, b"</p:spTree>", deep + b"</p:grpSp>" * 90 + b"</p:spTree>")
    assert pptx.read_frames(nested)[1].title
    nameless = re.sub(rb"<p:cSld[^>]*>", b"<p:cSld>", parts[SLIDE])
    assert pptx.read_frames(packed({**parts, SLIDE: nameless}))[1].title
