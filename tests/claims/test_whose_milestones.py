"""A dated event is the company's only if the company, its things or its officers in office act in that very clause."""

from __future__ import annotations

import pytest

from briefing.model.briefing import Milestone
from briefing.model.claim import MilestoneValues

from .close import briefing_of, claims_of, robots


def told(body: str) -> list[MilestoneValues]:
    return [claim.values for claim in claims_of(robots(body)) if isinstance(claim.values, MilestoneValues)]


def timeline(body: str) -> list[Milestone]:
    return list(briefing_of(robots(body)).milestones)


@pytest.mark.parametrize(
    "sentence",
    [
        "Shipbuilding has not yet got over a slump that began in 2022.",
        "Between 2022 and 2025 dozens of companies were sold for parts.",
        "When rising interest rates pushed investors out in 2023, many startups closed.",
        "She studied mathematics in Ghent, joined Contoso in 2008 and stayed for nine years.",
        "The government introduced export rules for robots in September 2024.",
        "The market is expected to grow to $3 billion by 2030.",
        "Robot prices rose 4 percent in May 2026.",
        "Thanks to the 700 of you who came to Acme's letter in May 2026.",
        "His brother sold his lorry in 2023.",
        "Northwind Labs raised €60 million in January, and says it will open a plant by 2028.",
        "The tool was built with Fabrikam, the firm that Contoso bought in 2024.",
        "The price is twice that of rivals, compared with half in 2024.",
        "On that day it was worth about 18 times 2025 revenue.",
        "Acme also today announced that",
        "Its arms are used in 14 ports, up from three in May 2024.",
        "A former Acme foreman, who left in May 2024, spoke of long nights.",
    ],
)
def test_what_others_did_is_no_milestone(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The company opened an office in Oslo in March 2025.", "2025-03"),
        ("In 2024 it launched a second arm.", "2024"),
        ("Its first plant, in Turin, opened in May 2025.", "2025-05"),
        ("The second assembly line will start in 2027.", "2027"),
        ("Revenue more than doubled in 2025 to €41 million.", "2025"),
        ("Roe founded the company in 2018.", "2018"),
        ("They founded Acme in 2018 with a license from the university.", "2018"),
        ("Roe expects to have 200 people by the end of 2027.", "2027-12"),
        ("A further 70 jobs are to be created by 2031.", "2031"),
        ("There will be no listing before 2028, she told the paper.", "2028"),
        ("Acme, which moved its headquarters to Lyon in 2022, sells to ports.", "2022"),
        ("Acme and Northwind signed a contract in June 2026.", "2026-06"),
    ],
)
def test_what_the_company_did_is_one(sentence: str, edtf: str) -> None:
    assert [value.when.edtf for value in told(sentence) if value.when] == [edtf]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The next four robots are to be delivered from Turin on a single ship in the spring.", "2027-21"),
        ("The contract is worth up to €36 million and starts in January.", "2027-01"),
        ("Acme opened a plant in Turin in November.", "2025-11"),
    ],
)
def test_a_month_without_a_year_lies_on_the_side_that_the_clause_looks(sentence: str, edtf: str) -> None:
    assert [value.when.edtf for value in told(sentence) if value.when] == [edtf]


def test_the_date_and_the_words_are_of_one_clause() -> None:
    first, second = told("Acme intends to build 900 robots a year by 2029, and says that it will open a shop in 2027.")
    assert (first.when and first.when.edtf, second.when and second.when.edtf) == ("2029", "2027")
    assert "900" in first.text
    assert "shop" not in first.text
    assert second.text == "it will open a shop in 2027."


def test_one_plan_in_three_wordings_stands_once() -> None:
    found = timeline(
        "Acme plans to have 150 employees in Oslo by the end of 2027. The plan is to have 150 people there by the end "
        "of 2027. Acme wants to reach 150 staff by the end of 2027."
    )
    assert len(found) == 1


def test_the_founding_and_the_first_profit_stand_once() -> None:
    found = timeline(
        "Acme was founded in 2017 by two engineers. The company started life in 2017 in a garage. "
        "Acme expects to turn a profit in 2027. The company will break even in 2027."
    )
    assert [one.date for one in found] == ["2017", "2027"]


def test_several_purchases_in_one_sentence_are_told_apart() -> None:
    found = timeline(
        "The acquisition is Acme’s fourth, after Bluefin Quay in 2019, Shelfwise in 2021 and a German firm "
        "Zettelhaus GmbH last year."
    )
    assert len({one.text for one in found}) == len(found)


def test_a_piece_of_a_sentence_is_no_milestone() -> None:
    assert told("That is what the company has promised for 2028, in a robot that weighs a ton.") == []


def test_what_hangs_on_a_sentence_is_told_from_the_company_on() -> None:
    (found,) = timeline(
        "Firms that do plain work and seldom lose a buyer are liked again by investors, and Acme, which was "
        "founded in 2017 by two engineers, fits the description."
    )
    assert found.text.startswith("Acme, which was founded in 2017")


def test_how_things_stand_today_is_no_event() -> None:
    assert told("Today, Acme runs 13 workshops across Europe.") == []
    assert len(told("Acme today announced that it has opened a plant in Turin.")) == 1
