"""Articles in which one voice gives a figure and another one answers with a different one."""

from __future__ import annotations

import pytest

from tests.reconcile.test_parts_and_posts import conflicts

PUMPS = "Northwind makes pumps in Oslo. Jane Roe is chief executive of Northwind."


def told(text: str) -> list[tuple[str, ...]]:
    """The values of what cannot both be true in an article that ends with a text."""
    return [
        tuple(position.value for position in one.positions)
        for one in conflicts(("2026-03-10", f"{PUMPS} {text}"), about="")
        if not one.compatible
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Northwind advertises 4,200 plants. Its own filing counts 2,900.", None),
        ("Northwind says a pump lasts 12 years. A study by the technical university measured 7.", ("12 years", "7")),
        ("Roe says it takes six weeks to install a pump. The customers we asked needed five months.", None),
        ("The price of Globex was $40 million, Roe said; in the market, the talk is of $55 million.", None),
        ("Northwind put the bill at €30 million. The notice published by the ministry says €22 million.", None),
        (
            "Northwind told investors that revenue would pass $90 million. Documents we have seen show $71 million.",
            None,
        ),
        ("“We are at $50 million in sales,” says Roe. Two former employees say it was closer to $35 million.", None),
        ("The Herald wrote that Northwind let go 60 people. Roe says that it was actually 45.", None),
        ("Northwind speaks of 300 customers. The true figure is 180, a former manager says.", None),
        (
            "Half of its pumps fail in the first year, two former employees said. Northwind says it is only a tenth.",
            None,
        ),
        ("Northwind has 500 customers, Roe says. The count may be lower. A board paper lists 310 paying ones.", None),
        (
            "Roe says sales passed $80 million. The accounts tell another story. Sales were $61 million, they show.",
            None,
        ),
        ("The pump uses 94 per cent of the heat, according to the maker; the institute measured 88 per cent.", None),
    ],
)
def test_an_answer_by_another_voice(text: str, values: tuple[str, str] | None) -> None:
    found = told(text)
    assert values in found if values else len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Northwind has 400 customers. The filing shows 120 employees.",
        "Northwind raised $40 million. The filing shows $12 million of cash.",
        "Northwind had 200 pumps in the field in May, Roe said. In November the company counted 310.",
        "Three people said that Northwind was for sale. A deal may come in May, said two of the people.",
        "Northwind has 400 customers, Roe says. The filing counts 403.",
        "Northwind had sales of $40 million, Roe said. She expects that they will be $70 million next year.",
        "Northwind paid $5 million for Globex. Roe said $90 million would go to the plant.",
        "Northwind sells 12 pumps a day. Its rival Globex says 40.",
        "Globex paid $280 million for a fifth of Northwind, Roe said. Simple division gives $1.4 billion.",
        "It took Northwind 19 days to reach the leak, Roe said. Globex says that it would have needed 4.",
        "Northwind has 241 pumps in the field, Roe says. Sales were $44 million, and the audited figure was 43.6.",
        "A pump costs $900. Installing it takes 3 weeks, says Roe.",
    ],
)
def test_another_figure_is_no_answer(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“Our run rate is $60 million,” Roe says. A board paper puts annual recurring revenue at $24 million.",
        "Roe says the order book has passed £1.2 billion. According to a paper, firm orders are £310 million.",
    ],
)
def test_two_voices_are_wide_apart(text: str) -> None:
    assert len(told(text)) == 1


def test_the_part_that_counts_stands_beside_the_whole() -> None:
    found = conflicts(
        ("2026-03-10", f"{PUMPS} Roe talks of £190 million of work; by our reading £120 million of that is binding."),
        about="",
    )
    assert [tuple(p.value for p in one.positions) for one in found if one.compatible] == [
        ("£190 million", "£120 million")
    ]


def test_a_plan_seen_by_a_paper_answers_what_investors_were_told() -> None:
    text = (
        "Northwind expects sales of £35 million this year. A forecast from August, seen by the Herald, has £28 million."
    )
    assert len(told(text)) == 1


def test_what_a_plant_has_cost_stands_beside_what_it_was_to_cost() -> None:
    found = conflicts(
        ("2026-03-10", f"{PUMPS} Northwind's plant at Bergen will cost $38 million, Roe said."),
        ("2027-04-10", f"{PUMPS} Northwind has opened its plant at Bergen. The plant has cost $52 million."),
        about="",
    )
    assert [one.used for one in found if one.topic == "cost"] == ["$52 million"]
