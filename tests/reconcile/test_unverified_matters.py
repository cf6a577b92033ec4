"""What others do around the company, what is to come, what it does not plan: listed where it concerns the company."""

from __future__ import annotations

import pytest

from tests.reconcile.articles import told

START = "Northwind makes pumps in Oslo. Jane Roe is chief executive of Northwind."


def listed(*lines: str) -> list[str]:
    return [entry.text for entry in told(("2026-03-10", f"{START} " + " ".join(lines))).unverified]


@pytest.mark.parametrize(
    "words",
    [
        "One investment banker reckons that Globex has been through the numbers twice.",
        "Globex, we hear, would rather hold its shares.",
        "Globex walked away over price, one of the people said.",
        "Closing is expected in the fourth quarter, subject to the usual approvals.",
        "The plan is for 40 by the end of 2028.",
        "It isn't profitable and Roe doesn't expect it to be before 2028.",
        "The company says that it intends to stay independent.",
        "We assume first full output in 2029, a year later than guided.",
        "Northwind will therefore depend on loans from its owners.",
        "Globex approached the company about a takeover in the spring, The Coastal Review reported in June.",
        "The vendor says it serves 280 customers in 14 countries.",
    ],
)
def test_what_concerns_the_company_is_listed(words: str) -> None:
    assert any(text[:20] in words or words[:20] in text for text in listed("The pump maker has new owners.", words))


def test_what_a_company_does_not_plan_is_its_own_word() -> None:
    text = f"{START} Northwind does not expect to make a profit before 2028."
    entry = next(one for one in told(("2026-03-10", text)).unverified if "2028" in one.text)
    assert entry.holder == "Northwind"
    assert "forward-looking" in entry.reasons


def test_a_date_in_the_future_of_somebody_else_is_not_listed() -> None:
    assert not [text for text in listed("Globex will open a plant in Bergen in 2029.") if "Globex" in text]
