"""A deck of ours that somebody edited: changes are found in their place; what is only written otherwise is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.page import Page, Said, Shape
from tests.audit.decks import audited, edited, left, pages


def found(old: str, new: str) -> list[tuple[str, str, str, str]]:
    return [(item.kind, item.verdict, item.was, item.text) for item in audited(edited(old, new)).findings]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("€5.2B", "€5.2bn"),
        ("€5.2B", "5.2 billion euros"),
        ("€5.2B", "5,200 million euros"),
        ("€5.2B", "five point two billion euros"),
        ("€5.2B", "5,2 Mrd. €"),
        ("€5.2B", "EUR 5.2 billion"),
        ("€5.2B", "€5,200,000,000"),
        ("€5.2B", "5,2 milliards d'euros"),
        (">$210M", "more than $210 million"),
        ("~$2B", "roughly two billion dollars"),
        ("October 2025", "Oct. 2025"),
        ("October 2025", "2025-10"),
        ("October 2025", "10/2025"),
        ("Northwind says", "Northwind  Robotics says"),
    ],
)
def test_what_is_written_otherwise_is_the_same(old: str, new: str) -> None:
    assert found(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "verdict", "was"),
    [
        ("€5.2B", "€5.3B", "amount", "changed", "€5.2B"),
        ("€5.2B", "$5.2B", "amount", "changed", "€5.2B"),
        ("€5.2B", "€5.2M", "amount", "changed", "€5.2B"),
        ("October 2025", "November 2025", "date", "changed", "October 2025"),
        ("October 2025", "9 October 2025", "date", "changed", "October 2025"),
        (">$210M", "$210M", "hedge", "weakened", ">$210M"),
        (">$210M", "about $210M", "hedge", "weakened", ">$210M"),
        ("~$2B", "$2B", "hedge", "weakened", "~$2B"),
        ("Northwind says it has", "Northwind has", "hedge", "weakened", "says"),
        ("◊ Rumoured", "● Reported", "badge", "weakened", "◊ Rumoured"),
        ("○ Company-stated", "", "badge", "weakened", "○ Company-stated"),
        ("Tailspin", "Contoso Capital", "organisation", "changed", "Tailspin"),
        ("Ana Verhoeven", "Piet Bakkers", "person", "changed", "Ana Verhoeven"),
    ],
)
def test_what_is_changed_is_named_with_what_it_was(old: str, new: str, kind: str, verdict: str, was: str) -> None:
    assert [item[:3] for item in found(old, new)] == [(kind, verdict, was)]


def test_another_figure_says_whether_any_source_has_it() -> None:
    (nobody,) = audited(edited("€5.2B", "€5.3B")).findings
    assert nobody.how == "no source says it"
    (elsewhere,) = audited(edited("€5.2B", "€310M")).findings
    assert elsewhere.how.endswith("says it, not of this")


def test_the_sources_own_conversion_is_computed() -> None:
    report = audited(edited("€5.2B", "$6.1B"), every=True)
    (item,) = [item for item in report.statements if item.verdict == "computed" and item.was]
    assert item.how.startswith("the sources' own conversion of")
    assert not report.findings


def test_names_exchanged_between_two_rows_are_both_found() -> None:
    funding = next(page for page in pages() if page.key == "funding")
    table = next(shape for shape in funding.shapes if shape.kind == "table")
    texts = [[said.text for said in row] for row in table.rows]
    column = next(at for at, text in enumerate(texts[0]) if "lead" in text.casefold() or "investor" in text.casefold())
    rows = [index for index, row in enumerate(texts) if index and row[column].strip()][:2]
    one, other = (texts[index][column] for index in rows)
    cells = [list(row) for row in table.rows]
    cells[rows[0]][column] = replace(cells[rows[0]][column], text=other)
    cells[rows[1]][column] = replace(cells[rows[1]][column], text=one)
    changed = replace(table, rows=tuple(tuple(row) for row in cells))
    shapes = tuple(changed if shape is table else shape for shape in funding.shapes)
    now = tuple(replace(page, shapes=shapes) if page is funding else page for page in pages())
    places = {item.place for item in audited(now).findings}
    assert places == {f"row {rows[0] + 1}, column {column + 1}", f"row {rows[1] + 1}, column {column + 1}"}


def test_rows_moved_as_a_whole_say_nothing_new() -> None:
    funding = next(page for page in pages() if page.key == "funding")
    table = next(shape for shape in funding.shapes if shape.kind == "table")
    moved = replace(table, rows=(table.rows[0], *reversed(table.rows[1:])))
    shapes = tuple(moved if shape is table else shape for shape in funding.shapes)
    now = tuple(replace(page, shapes=shapes) if page is funding else page for page in pages())
    assert audited(now).findings == ()


def test_a_chart_and_its_sheet_are_both_compared() -> None:
    chart = next(shape for page in pages() for shape in page.shapes if shape.kind == "chart")
    for part in ("value 1 of series 1", "sheet, value 1 of series 1", "label 1 of series 1"):
        said = tuple(replace(said, text="7") if said.part == part else said for said in chart.said)
        now = tuple(
            replace(page, shapes=tuple(replace(chart, said=said) if shape is chart else shape for shape in page.shapes))
            for page in pages()
        )
        (item,) = audited(now).findings
        assert (item.place, item.text) == (part, "7")


def test_words_of_a_quote_must_stay() -> None:
    notes = next(page.notes for page in pages() if "“" in page.notes)
    quote = notes.split("“", 1)[1].split("”", 1)[0]
    word = next(word for word in quote.split() if word.isalpha() and word.islower() and len(word) > 6)
    (item,) = audited(edited(f"“{quote}”", f"“{quote.replace(word, 'entirely', 1)}”")).findings
    assert (item.shape, item.kind, item.verdict) == ("Notes", "quote", "changed")


def test_other_words_around_the_same_facts_are_said_to_be_reworded() -> None:
    assert [item[1] for item in found("Questions to ask", "Things to clarify")] == ["reworded"]


def with_shape(text: str) -> tuple[Page, ...]:
    first, *rest = pages()[1:]
    added = Shape("TextBox 99", "text", (0, 0, 10, 10), (Said("", text),))
    return (pages()[0], replace(first, shapes=(*first.shapes, added)), *rest)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Series C brought €900 million in October 2025", []),
        ("Series C brought €310 million", [("amount", "changed", "€900 million or about $1.05 billion")]),
        ("Northwind has 417 engineers", [("number", "unbacked", "")]),
        ("Zebulon Partners joined as an investor", [("name", "unbacked", "")]),
        ("The margin is the best of the whole industry", [("text", "unbacked", "")]),
        ("Draft for discussion", []),
    ],
)
def test_what_was_added_is_looked_up(text: str, verdicts: list[tuple[str, str, str]]) -> None:
    findings = audited(with_shape(text)).findings
    assert [(item.kind, item.verdict, item.was) for item in findings if item.kind != "text" or verdicts] == verdicts


def test_a_shape_that_is_gone_is_named() -> None:
    page = pages()[1]
    badge = next(shape for shape in page.shapes if shape.name.startswith("Badge"))
    kept = replace(page, shapes=tuple(shape for shape in page.shapes if shape is not badge))
    (item,) = audited((pages()[0], kept, *pages()[2:])).findings
    assert (item.shape, item.kind, item.verdict, item.was) == (badge.name, "badge", "weakened", badge.said[0].text)


def test_an_untouched_deck_says_nothing_and_counts_the_same_either_way() -> None:
    short, long = audited(pages()), audited(pages(), every=True)
    assert short.findings == long.findings == ()
    assert short.slides == ()
    assert short.counts == long.counts
    assert short.total == len(long.statements) > 300
    assert left()[1].key == "overview"
