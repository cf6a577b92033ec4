"""Which claims tell of one round, and what is shown of it."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Briefing
from briefing.model.claim import Contribution
from briefing.reconcile.rounds import stage_of
from tests.reconcile.articles import told
from tests.reconcile.desk import Desk, money


def raws(found: tuple) -> list[str]:  # type: ignore[type-arg]
    return [one.raw for one in found]


def only(briefing: Briefing):  # type: ignore[no-untyped-def]
    assert len(briefing.funding) == 1, [(event.name, event.date) for event in briefing.funding]
    return briefing.funding[0]


def test_prose_and_table_row_of_one_round_are_one_event() -> None:
    desk = Desk()
    prose = "In June 2023 Northwind raised a $113 million seed round led by Alder Partners, valuing it at $260 million."
    row = "| Jun 2023 | Seed | $113M | $260M | Led by Alder Partners |"
    s = desk.article(f"News\n\n{prose}\n\n| Date | Round | Amount | Valuation | Note |\n|---|---|---|---|---|\n{row}\n")
    desk.round(
        s, prose, "seed round", "2023-06", leads=("Alder Partners",), raised="$113 million", valuation="$260 million"
    )
    desk.round(s, row, "Seed", "2023-06", leads=("Alder Partners",), raised="$113M", valuation="$260M")
    event = only(desk.reconcile())
    assert event.date == "2023-06"
    assert raws(event.amounts) == ["$113 million"]
    assert raws(event.valuations) == ["$260 million"]
    assert event.leads == ("Alder Partners",)
    assert event.participants == ()
    assert len(event.claims) == 2


def test_rounds_of_other_names_and_times_stay_apart() -> None:
    desk = Desk()
    a = "Northwind raised a Series A of $20 million in May 2021."
    b = "Northwind raised a Series B of $60 million in May 2022."
    c = "An extension of the Series B brought $20 million in November 2022."
    s = desk.article(f"News\n\n{a}\n\n{b}\n\n{c}\n")
    desk.round(s, a, "Series A", "2021-05", raised="$20 million")
    desk.round(s, b, "Series B", "2022-05", raised="$60 million")
    desk.round(s, c, "Series B extension", "2022-11", raised="$20 million")
    assert [event.name for event in desk.reconcile().funding] == ["Series A", "Series B", "Series B extension"]


def test_participants_are_united_and_a_lead_is_no_participant() -> None:
    desk = Desk()
    one = "Northwind raised €50 million in a Series B led by Alder Partners."
    two = "The €50 million Series B was backed by Alder Partners, Birch Ventures and Cedar Capital."
    first, second = desk.articles(one, two)
    desk.round(first, one, "Series B", leads=("Alder Partners",), raised="€50 million")
    backers = ("Alder Partners", "Birch Ventures", "Cedar Capital")
    desk.round(second, two, "Series B", participants=backers, raised="€50 million")
    event = only(desk.reconcile())
    assert event.leads == ("Alder Partners",)
    assert event.participants == ("Birch Ventures", "Cedar Capital")
    assert event.standing == "corroborated"


def test_words_that_refer_back_belong_to_the_round_before_them() -> None:
    desk = Desk()
    text = [
        "Northwind raised $20 million in March 2021.",
        "It raised $80 million in June 2024.",
        "The round was led by Birch Ventures.",
    ]
    s = desk.article("News\n\n" + " ".join(text) + "\n")
    desk.round(s, text[0], when="2021-03", raised="$20 million")
    desk.round(s, text[1], when="2024-06", raised="$80 million")
    desk.round(s, text[2], leads=("Birch Ventures",), refers_back=True)
    early, late = desk.reconcile().funding
    assert early.leads == ()
    assert late.leads == ("Birch Ventures",)


def test_the_new_round_is_the_newest_one_wherever_it_is_named() -> None:
    desk = Desk()
    text = [
        "Northwind is in talks to raise $90 million, people say.",
        "It raised $40 million in August 2024.",
        "The new round is led by Cedar Capital.",
    ]
    s = desk.article("News\n\n" + " ".join(text) + "\n")
    desk.round(s, text[0], raised="$90 million", modality="rumoured")
    desk.round(s, text[1], when="2024-08", raised="$40 million")
    desk.round(s, text[2], leads=("Cedar Capital",), refers_back=True, modality="rumoured")
    events = {event.amounts[0].raw: event for event in desk.reconcile().funding}
    assert events["$90 million"].leads == ("Cedar Capital",)
    assert events["$40 million"].leads == ()


def test_a_confirmed_rumour_is_one_event_and_the_rumoured_figure_its_history() -> None:
    desk = Desk()
    one = "Northwind is in talks to raise $600 million at a $6 billion valuation, people say."
    two = "Northwind confirmed that it raised $750 million at a valuation of $6.9 billion."
    first = desk.article(f"One\n\n{one}\n", published="2025-07-29")
    second = desk.article(f"Two\n\n{two}\n", published="2025-09-17")
    desk.round(
        first,
        one,
        when="2025-07",
        raised="$600 million",
        valuation="$6 billion",
        modality="rumoured",
        holder_kind="unnamed",
    )
    desk.round(second, two, when="2025-09-17", raised="$750 million", valuation="$6.9 billion")
    event = only(desk.reconcile())
    assert raws(event.amounts) == ["$750 million"]
    assert raws(event.history) == ["$600 million", "$6 billion"]
    assert raws(event.valuations) == ["$6.9 billion"]
    assert (event.date, event.standing) == ("2025-09-17", "reported")


def test_a_rumour_long_after_a_round_is_another_event() -> None:
    desk = Desk()
    one = "Northwind raised $500 million in September 2023."
    two = "Northwind is rumoured to be raising $600 million in mid-2025."
    s = desk.article(f"News\n\n{one}\n\n{two}\n")
    desk.round(s, one, when="2023-09", raised="$500 million")
    desk.round(s, two, when="2025-06/2025-07", raised="$600 million", modality="rumoured")
    assert [event.standing for event in desk.reconcile().funding] == ["reported", "rumoured"]


def test_one_investment_in_two_currencies_is_one_event() -> None:
    desk = Desk()
    one = "In February 2024 Alder made a $16.3 million convertible investment."
    two = "In 2024 the company signed a deal with Alder that included a €15 million investment."
    first, second = desk.articles(one, two)
    desk.round(first, one, when="2024-02", instrument="convertible", leads=("Alder",), raised="$16.3 million")
    desk.round(second, two, when="2024", instrument="unknown", leads=("Alder",), raised="€15 million")
    briefing = desk.reconcile()
    event = only(briefing)
    assert {amount.currency for amount in event.amounts} == {"USD", "EUR"}
    assert (event.date, event.instrument, event.disputed) == ("2024-02", "convertible", False)
    assert any(conflict.kind == "currency" and conflict.compatible for conflict in briefing.conflicts)


def test_the_sources_own_conversion_is_an_equivalent_not_a_second_amount() -> None:
    desk = Desk()
    one = "Northwind closed a €1.7 billion Series C (about $2 billion) in September 2025."
    two = "Northwind’s $2 billion Series C came in September 2025."
    first, second = desk.articles(one, two)
    desk.round(first, one, "Series C", "2025-09", raised="€1.7 billion", equivalent="about $2 billion")
    desk.round(second, two, "Series C", "2025-09", raised="$2 billion")
    event = only(desk.reconcile())
    assert raws(event.amounts) == ["€1.7 billion"]
    assert [amount.currency for amount in event.equivalents] == ["USD"]


def test_two_sums_for_one_named_round_are_disputed() -> None:
    desk = Desk()
    one = "Northwind raised a Series D of $120 million in May 2024."
    two = "In May 2024 Northwind raised a $150 million Series D."
    first, second = desk.articles(one, two)
    desk.round(first, one, "Series D", "2024-05", raised="$120 million")
    desk.round(second, two, "Series D", "2024-05", raised="$150 million")
    briefing = desk.reconcile()
    assert only(briefing).disputed
    worst = briefing.conflicts[0]
    assert (worst.kind, worst.compatible) == ("amount", False)
    assert [position.value for position in worst.positions] == ["$120 million", "$150 million"]
    assert [position.sources for position in worst.positions] == [("s1",), ("s2",)]


def test_new_money_is_not_the_conditional_part_beside_it() -> None:
    desk = Desk()
    one = "Northwind raised $1.2 billion in a Series D from Birch Ventures and Alder in February 2026."
    two = "Alder will invest up to an additional $300 million of milestone-based capital."
    s = desk.article(f"News\n\n{one}\n\n{two}\n")
    desk.round(s, one, "Series D", "2026-02", leads=("Birch Ventures",), participants=("Alder",), raised="$1.2 billion")
    desk.round(s, two, when="2026-02", participants=("Alder",), raised="$300 million", modality="planned")
    events = desk.reconcile().funding
    assert sorted(event.standing for event in events) == ["forward-looking", "reported"]


def test_share_sales_without_a_sum_are_told_apart_by_time() -> None:
    desk = Desk()
    one = "Northwind is valued at $159 billion in a tender offer in February 2026."
    two = "Its previous tender offer, in February 2025, valued it at $91.5 billion."
    s = desk.article(f"News\n\n{one}\n\n{two}\n")
    desk.round(s, one, "tender offer", "2026-02-24", "secondary", valuation="$159 billion")
    desk.round(s, two, "tender offer", "2025-02", "secondary", valuation="$91.5 billion")
    events = desk.reconcile().funding
    assert [(event.date, event.amounts) for event in events] == [("2025-02", ()), ("2026-02-24", ())]


def test_cheques_and_stakes_are_kept() -> None:
    desk = Desk()
    one = "Northwind raised €1.7 billion; Alder put in €1.3 billion for an 11% stake."
    s = desk.article(f"News\n\n{one}\n")
    desk.round(s, one, raised="€1.7 billion", contributions=(Contribution("Alder", money("€1.3 billion"), 11.0),))
    event = only(desk.reconcile())
    assert event.contributions[0].stake == 11.0
    assert event.participants == ("Alder",)


def test_a_valuation_without_a_figure_is_told_in_the_sources_words() -> None:
    desk = Desk()
    row = "| Feb 2024 | Series A extension | $16.3M | Unchanged (implied) | Alder |"
    table = f"| Date | Round | Amount | Valuation (reported) | Note |\n|---|---|---|---|---|\n{row}\n"
    s = desk.article(f"News\n\nThe rounds so far, as a table.\n\n{table}")
    desk.round(s, row.strip("| "), "Series A extension", "2024-02", raised="$16.3M")
    assert only(desk.reconcile()).valuation_note == "Unchanged (implied)"


def test_denied_rounds_make_no_event() -> None:
    desk = Desk()
    one = "Northwind denied that it had raised $50 million."
    s = desk.article(f"News\n\n{one}\n")
    desk.round(s, one, raised="$50 million", modality="denied")
    assert desk.reconcile().funding == ()


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("Series B extension (convertible)", "b+"),
        ("B round", "b"),
        ("pre-Series A", "pre-a"),
        ("Serie-C-Finanzierungsrunde", "c"),
        ("pre-seed round", "pre-seed"),
        ("Series A-2", "a2"),
        ("Mix of equity and debt", ""),
    ],
)
def test_the_stage_of_a_round_is_told_by_its_name(name: str, stage: str) -> None:
    assert stage_of(name) == stage


def test_a_round_named_in_an_aside_does_not_take_what_is_said_next() -> None:
    events = told(
        (
            "2026-03-01",
            "Northwind raised $30 million in a Series A in May 2023. Northwind has closed a $75 million Series B. The "
            "round was led by Elmbank and Oakfund, which also led the company's Series A. Larch Ventures and Birch "
            "Ventures joined as new investors.",
        ),
    ).funding
    assert {one.name: one.participants for one in events} == {
        "Series A": (),
        "Series B": ("Larch Ventures", "Birch Ventures"),
    }


def test_a_valuation_that_only_the_company_gives_stands_below_its_round() -> None:
    head = "Northwind raised $90 million in a Series B led by Oakfund on Monday."
    said = "The round values Northwind at $900 million, its chief executive Ann Roe said."
    (one,) = told(("2025-05-06", f"{head} {said}"), ("2025-05-07", head.replace("raised", "took in"))).funding
    assert (one.standing, one.valuation_standing) == ("corroborated", "company-stated")
