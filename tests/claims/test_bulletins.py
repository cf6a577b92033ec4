"""Lists of news in which the company's name is left out, and talks written down with the speakers' names."""

from __future__ import annotations

from briefing.model.claim import Claim

from .close import claims_of


def _on(found: list[Claim], words: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.modality, one.holders, one.holder_kind) for one in found if words in one.text]


_BRIEF = """BRIEF-Acme Pumps raises outlook

Nov 12 (Wire) - Acme Pumps AG:
* Q3 REVENUE CHF 48.2 MILLION
* SAYS NOT IN TALKS ABOUT A SALE TO A RIVAL
* NOW SEES 2025 REVENUE OF CHF 190 MILLION
"""

_TALK = """Interview: a pump maker looks ahead

Robot Report, 20 November 2025

Acme Pumps builds pumps in Basel. Acme Pumps was founded in 2012.

Robot Report: There are reports that somebody wants to buy you.
Regula Stein, CEO of Acme Pumps: Those reports are false. We have 640 employees now.
Stein: Our order book is full until 2027.
"""


def test_says_at_the_head_of_an_item_is_the_companys_word() -> None:
    found = _on(claims_of(_BRIEF), "NOT IN TALKS")
    assert ("denied", ("Acme Pumps AG",), "company") in found or ("denied", ("Acme Pumps",), "company") in found


def test_sees_is_an_expectation_of_the_company() -> None:
    assert {modality for modality, _, kind in _on(claims_of(_BRIEF), "2025 REVENUE") if kind == "company"} == {
        "planned"
    }


def test_an_answer_belongs_to_whose_name_opens_the_line() -> None:
    found = claims_of(_TALK)
    assert {kind for _, _, kind in _on(found, "640 employees")} == {"company"}
    assert {holders for _, holders, _ in _on(found, "order book")} == {("Regula Stein",)}


def test_the_question_is_not_the_answerers() -> None:
    assert "company" not in {kind for _, _, kind in _on(claims_of(_TALK), "wants to buy you")}
