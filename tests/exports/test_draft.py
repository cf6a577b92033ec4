"""A working copy of a deck: ids of facts beside what shows them, in place, once a slide."""

from __future__ import annotations

from dataclasses import replace

from briefing.exports.draft import with_ids
from briefing.model.frame import Frame, Paint, Paragraph, Run, TableMark, TextMark
from tests.exports.framing import box, chart, deck, look, organisation_map, says, slide, table, words
from tests.slides.fixtures.northwind import northwind


def drafted(frame: Frame) -> Frame:
    return with_ids(deck(frame), northwind(), look()).frames[0]


def texts(frame: Frame) -> list[str]:
    return [mark.text for mark in frame.marks if isinstance(mark, TextMark)]


def test_a_text_with_room_takes_the_id_behind_it() -> None:
    frame = drafted(slide(words("Seed of €22M", box(1, 2, 4, 0.5), claims=("f1", "c1"))))
    assert texts(frame) == ["Seed of €22M  f1"]
    (mark,) = frame.marks
    assert isinstance(mark, TextMark)
    assert mark.paragraphs[0].runs[-1].kind == "label"


def test_an_id_stands_once_a_slide() -> None:
    twice = slide(words("€22M", box(1, 2, 4, 0.5), claims=("f1",)), words("in 2021", box(1, 3, 4, 0.5), claims=("f1",)))
    assert texts(drafted(twice)) == ["€22M  f1", "in 2021"]


def test_claims_stand_for_the_facts_that_rest_on_them() -> None:
    claim = northwind().funding[0].claims[0]
    assert "f1" in texts(drafted(slide(words("€22M", box(1, 2, 4, 0.5), claims=(claim,)))))[0]


def test_what_has_no_room_is_listed_at_the_foot() -> None:
    tight = words("It fills its box", box(1, 2, 1.05, 0.21), claims=("f2",))
    pill = TextMark(
        "Badge", box(1, 3, 1, 0.21), (Paragraph((Run("● Reported", 9, kind="badge"),)),), fill=Paint("accent1"),
        wrap=False, claims=("f3",),
    )  # fmt: skip
    frame = drafted(slide(tight, pill, chart()))
    assert texts(frame) == [tight.text, pill.text, "Also on this slide: f2 f3 f1"]


def test_a_slide_that_shows_no_fact_stays_as_it_was() -> None:
    frame = slide(words("A heading", box(1, 2, 4, 0.5)))
    assert drafted(frame) == frame


def test_rows_of_a_table_take_the_id_in_a_cell_with_room() -> None:
    (made,) = drafted(slide(table())).marks
    assert isinstance(made, TableMark)
    assert [cell.text for cell in made.rows[1].cells] == ["Seed  f1", "$5M"]
    assert made.rows[0] == table().rows[0]


def test_a_full_row_keeps_its_height_and_its_id_goes_to_the_foot() -> None:
    full = table()
    cell = replace(full.rows[1].cells[0], paragraphs=(says("Seed round of the company which is very long indeed", 12),))
    rows = (full.rows[0], replace(full.rows[1], cells=(cell, full.rows[1].cells[1])))
    frame = drafted(slide(replace(full, rows=rows)))
    assert texts(frame) == ["Also on this slide: f1"]
    assert frame.marks[0] == replace(full, rows=rows)


def test_nodes_of_a_map_take_theirs() -> None:
    (group,) = drafted(slide(organisation_map(), kind="partnerships")).marks
    assert [mark.text for mark in group.marks if isinstance(mark, TextMark)][-1] == "Northwind\nPartner [1]  r1"  # type: ignore[union-attr]


def test_more_ids_than_the_foot_takes_are_counted() -> None:
    many = tuple(dict.fromkeys(fact.id for fact in (*northwind().relationships, *northwind().metrics)))
    hidden = words("x", box(1, 2, 0.1, 0.1), claims=many)
    (foot,) = texts(drafted(slide(hidden)))[1:]
    assert foot.startswith("Also on this slide: r1 r2")
    assert len(drafted(slide(hidden)).marks) == 2
