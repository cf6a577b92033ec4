"""Rounds told in asides and lists, and money that passes by: totals, funds, parts, shares of others' companies."""

from __future__ import annotations

import pytest

from briefing.model.claim import FundingValues, TotalValues

from .close import briefing_of, claims_of


def _values(text: str) -> list[FundingValues | TotalValues]:
    body = f"The week at Tidegate\n\nTidegate is a carrier based in Oslo. {text}\n"
    found = claims_of(body, date="2026-03-04", publisher="The Daily")
    return [one.values for one in found if isinstance(one.values, FundingValues | TotalValues)]


def _rounds(text: str) -> list[tuple[str, str]]:
    told = [one for one in _values(text) if isinstance(one, FundingValues) and not one.refers_back]
    return [(one.instrument, next((a.money.raw for a in one.amounts if a.role == "raised"), "")) for one in told]


def _totals(text: str) -> list[str]:
    return [amount.money.raw for one in _values(text) if isinstance(one, TotalValues) for amount in one.amounts]


def test_what_all_rounds_come_to_is_a_total() -> None:
    text = (
        "Tidegate raised $75 million in a Series B. It brings the total equity raised by Tidegate to more than "
        "$92 million. Together with the loan, which Elmbank granted in May, Tidegate has now secured over $120 million."
    )
    assert _totals(text) == ["more than $92 million", "over $120 million"]
    assert _rounds(text) == [("equity", "$75 million")]


@pytest.mark.parametrize(
    "text",
    [
        "Oakfund Capital backs carriers. It manages $2.1 billion in five funds and is based in Bergen.",
        "Oakfund Capital said in May that it would put up to $25 billion into the region over five years.",
        "Tidegate has bought Seawise. Seawise's shareholders, among them Larch Ventures and Elm Capital, which had "
        "put in $3.1 million in 2021, have sold everything they held.",
        "Harborline was bought in part by Birch Motors, which put in $50 million for 27 per cent in 2023.",
        "It had bought back options for $12 million in 2022.",
        "Each pump that it puts in costs about $42,000, all in.",
        "A pump costs $42,000, and it must keep $4 million in cash.",
    ],
)
def test_money_of_others_is_no_round(text: str) -> None:
    assert _rounds(f"Tidegate raised $75 million in a Series B. {text}") == [("equity", "$75 million")]


def test_the_parts_behind_a_colon_are_no_rounds_and_name_who_gave() -> None:
    text = (
        "Its parent, Tidegate Pte. Ltd., has received $90 million: $40 million from Oakfund Capital, $30 million from "
        "Larch Ventures and $20 million from Elm Capital."
    )
    (told,) = [one for one in _values(text) if isinstance(one, FundingValues)]
    assert [a.money.raw for a in told.amounts if a.role == "raised"] == ["$90 million"]
    assert set(told.participants) == {"Oakfund Capital", "Larch Ventures", "Elm Capital"}


def test_a_round_in_an_aside_has_its_own_lead_and_leaves_the_valuation_to_the_other() -> None:
    text = (
        "In June 2021, it took $48 million in a Series B round led by Oakfund Global at a valuation of "
        "$240 million; Elm Capital, which had led its $11-million Series A in May 2019, participated."
    )
    second, first = [one for one in _values(text) if isinstance(one, FundingValues)]
    assert (second.name, second.leads, second.participants) == ("Series B", ("Oakfund Global",), ("Elm Capital",))
    assert [a.money.raw for a in second.amounts if a.role == "valuation"] == ["$240 million"]
    assert (first.name, first.leads, first.amounts[0].money.value) == ("Series A", ("Elm Capital",), 11_000_000)


def test_a_facility_that_a_bank_granted_is_debt_of_that_bank() -> None:
    (told,) = [
        one
        for one in _values("Tidegate used the $30 million facility that Fjord Bank granted in May 2024.")
        if isinstance(one, FundingValues)
    ]
    assert (told.instrument, told.participants or told.leads) == ("debt", ("Fjord Bank",))


def test_debentures_that_cannot_be_converted_are_plain_debt() -> None:
    assert _rounds("In May the company took $25 million from Elm Credit in non-convertible debentures.") == [
        ("debt", "$25 million")
    ]


@pytest.mark.parametrize(
    ("text", "leads", "participants"),
    [
        (
            "The round was co-led by Oakfund, a new investor, and Elm Capital. Existing shareholders Larch Ventures "
            "and Birch Ventures participated as well.",
            {"Oakfund", "Elm Capital"},
            {"Larch Ventures", "Birch Ventures"},
        ),
        (
            "That round was led by Elm Capital, and Larch Ventures also wrote a cheque.",
            {"Elm Capital"},
            {"Larch Ventures"},
        ),
    ],
)
def test_who_leads_and_who_joins_behind_asides(text: str, leads: set[str], participants: set[str]) -> None:
    told = [one for one in _values(f"Tidegate raised $75 million. {text}") if isinstance(one, FundingValues)]
    led = {name for one in told for name in one.leads}
    assert (led, {name for one in told for name in one.participants} - led) == (leads, participants)


def test_stock_that_employees_sell_is_no_new_money_and_has_its_buyers() -> None:
    text = (
        "Tidegate lets its staff and first shareholders sell about $40 million of stock. Buyers are Elm Capital "
        "and Baily Oakfund; the latter is new."
    )
    sale, buyers = [one for one in _values(text) if isinstance(one, FundingValues)]
    assert (sale.instrument, set(buyers.participants)) == ("secondary", {"Elm Capital", "Baily Oakfund"})


def test_what_was_sought_was_not_raised() -> None:
    body = (
        "Tidegate raises $75 million\n\nTidegate is a carrier based in Oslo. News Wire reported in May that Tidegate "
        "was seeking $30 million in a Series B.\n"
    )
    found = claims_of(body, date="2026-03-04")
    moods = {
        amount.money.raw: one.modality
        for one in found
        if isinstance(one.values, FundingValues)
        for amount in one.values.amounts
    }
    assert moods == {"$75 million": "asserted", "$30 million": "rumoured"}


def test_a_backer_told_of_last_does_not_owe_the_companys_debt() -> None:
    text = (
        "In 2021, it took $48 million in a Series B; Elm, which had led its $11 million Series A in 2020, took "
        "part. It also has $8 million of venture debt from Birch Credit."
    )
    assert ("debt", "$8 million") in _rounds(text)


def test_a_cheque_counted_in_the_rounds_other_currency_is_part_of_it() -> None:
    text = "Tidegate raised about $120 million (Rs 1,070 crore) in a Series C. Elm Capital has invested Rs 260 crore."
    assert _rounds(text) == [("equity", "about $120 million")]


def test_what_the_round_made_it_worth_is_the_rounds_valuation() -> None:
    text = "Tidegate raised $75 million. A desk estimates that it was valued at $710 million after the round."
    worth = [a.money.raw for one in _values(text) for a in one.amounts if a.role == "valuation"]
    assert worth == ["$710 million"]


def test_the_day_a_plant_is_to_open_dates_no_round() -> None:
    (told,) = [
        one
        for one in _values("Round led by Elm Capital and Oakfund; new plant in Bergen to open in 2027")
        if isinstance(one, FundingValues)
    ]
    assert told.when is None or not told.when.edtf.startswith("2027")


def test_who_leads_by_a_fund_of_its_own_does_not_take_the_money() -> None:
    text = "Oakfund's Growth Fund 2 led a $350 million Series D in 2021 at a valuation of $3.5 billion."
    assert _rounds(f"It sells freight. {text}") == [("equity", "$350 million")]


@pytest.mark.parametrize(
    "words",
    [
        "The extension was led by Oakfund; Elm Climate, which led the previous round, joined once more.",
        "The round was led by Oakfund. Elm Climate, which led the seed, also took part.",
        "Oakfund led the round, joined by Elm Climate, which had led its Series A in 2022.",
        "Elm Climate, which led the previous round, participated; Oakfund led this round.",
    ],
)
def test_who_led_a_round_before_only_takes_part_in_this_one(words: str) -> None:
    found = briefing_of(f"Acme has news\nPublished: 4 March 2026\n\nAcme has raised $18 million in a Series B. {words}")
    event = next(event for event in found.funding if event.amounts)
    assert (event.leads, event.participants) == (("Oakfund",), ("Elm Climate",))
    assert event.date == "2026-03-04~"


def test_a_stranger_told_of_by_a_country_with_stops_keeps_its_round() -> None:
    assert not _values("Oakfund Pay, perhaps the nearest U.S. rival, raised $85 million back in 2022.")


def test_what_is_sunk_into_a_building_or_must_be_held_is_no_round() -> None:
    for text in (
        "“We poured $27 million into this hall,” said its chief executive, Jane Doe.",
        "Under the loan Tidegate has to keep no less than $10 million in its accounts.",
    ):
        assert not [one for one in _values(text) if isinstance(one, FundingValues)]
