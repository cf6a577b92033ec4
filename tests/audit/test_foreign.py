"""A deck of somebody else: every statement is looked up in the facts and quotes of a briefing."""

from __future__ import annotations

from tests.audit.decks import foreign


def verdicts(*lines: str, notes: str = "") -> list[tuple[str, str, str]]:
    """(words, verdict, was) of what is not backed."""
    report = foreign(*lines, notes=notes)
    assert report.baseline == "none"
    return [(item.text, item.verdict, item.was) for item in report.findings]


def test_what_the_sources_say_is_backed_with_their_words() -> None:
    report = foreign("Series C: €900 million led by Tailspin in October 2025")
    assert report.findings == ()
    amount = next(item for item in report.statements if item.kind == "amount")
    assert "€900 million" in amount.quote
    assert amount.claims


def test_the_right_sum_at_the_wrong_round_is_changed() -> None:
    assert verdicts("The Series A brought in €310 million") == [
        ("€310 million", "changed", "€140 million or about $155 million")
    ]


def test_another_lead_and_another_date_are_changed() -> None:
    assert verdicts("Series C was led by Alpine Partners in March 2024") == [
        ("Alpine Partners", "changed", "Tailspin"),
        ("March 2024", "changed", "2025-10"),
    ]


def test_a_rumour_told_as_a_fact_is_weakened() -> None:
    assert [item[1] for item in verdicts("Northwind raised about $2 billion")] == ["weakened"]
    assert verdicts("Northwind is rumoured to be raising about $2 billion") == []


def test_what_only_the_company_says_needs_its_name() -> None:
    assert [item[1] for item in verdicts("Annual recurring revenue is over $210 million")] == ["weakened"]
    assert verdicts("The company says annual recurring revenue is over $210 million") == []


def test_a_word_of_caution_that_all_sources_have_is_missed() -> None:
    (item,) = verdicts("Rumours put the next round at $2 billion")
    assert item[1:] == ("weakened", "about $2 billion")


def test_sums_and_ratios_are_computed_and_say_how() -> None:
    report = foreign("Valuation went from $2.6 billion to €5.2 billion", "From $30M to $210M, 7x, the company says")
    (ratio,) = [item for item in report.statements if item.verdict == "computed"]
    assert (ratio.text, ratio.how) == ("7x", "ratio of 210,000,000 to 30,000,000 USD")


def test_numbers_names_and_quotes_that_nobody_gives_are_not_backed() -> None:
    found = verdicts(
        "It employs 417 people and works with Zebulon Freight Lines.", notes="“We will never sell a single arm again”"
    )
    assert found == [
        ("417", "unbacked", ""),
        ("Zebulon Freight Lines", "unbacked", ""),
        ("We will never sell a single arm again", "unbacked", ""),
    ]


def test_headings_and_small_words_are_nobodys_business() -> None:
    assert verdicts("Executive Summary", "Three Things To Remember", "Next steps", "Agenda") == []
