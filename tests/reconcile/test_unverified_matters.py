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
        "Closing is expected in the spring, subject to approval.",
        "The plan is for 40 by the end of 2028.",
        "It isn't profitable and Roe doesn't expect it to be before 2028.",
        "The company says that it intends to stay independent.",
        "We assume first full output in 2029, a year later than guided.",
        "Northwind will therefore depend on loans from its owners.",
        "Globex approached the company about a takeover in the spring, The Coastal Review reported in June.",
        "The vendor says it serves 270 customers in 12 countries.",
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


def test_money_comes_before_customers_and_both_before_plain_talk() -> None:
    found = listed(
        "“We talk to people in town about pumps and their worries,” Roe said.",
        "“Our first customers are staying with us in Bergen,” Roe said.",
        "“We have $40 million in the bank in Oslo,” Roe said.",
    )
    order = [
        next((at for at, text in enumerate(found) if word in text), 99) for word in ("$40", "customers", "worries")
    ]
    assert order[0] < order[1] <= order[2]


def test_a_price_that_was_not_told_is_no_doubt_of_its_own() -> None:
    words = "In 2023 it bought the Bergen foundry for an undisclosed sum."
    assert not [text for text in listed(words) if "undisclosed" in text]


def test_they_are_more_than_one() -> None:
    words = "Roe said sales rose. Plumbers are cautious buyers, and they tend to ask what they think is best."
    text = f"{START} {words}"
    assert not [one for one in told(("2026-03-10", text)).unverified if "cautious" in one.text]


def test_a_superlative_of_judgement_is_the_authors_opinion() -> None:
    text = f"{START} Northwind has the best foundry of all and the weakest balance sheet."
    entry = next(one for one in told(("2026-03-10", text)).unverified if "foundry" in one.text)
    assert "opinion" in entry.reasons


def test_what_an_outsider_thinks_is_listed_though_it_holds_a_figure() -> None:
    words = "“Anyone who builds forty pumps on the strength of letters is taking a risk,” said Mary Poe of Globex."
    assert [text for text in listed("Northwind will build 40 pumps.", words) if "strength of letters" in text]
