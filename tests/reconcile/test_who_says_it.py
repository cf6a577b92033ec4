"""Articles that rest on people without a name, papers and boasts: what they say is unverified, and whose it is."""

from __future__ import annotations

import pytest

from tests.reconcile.articles import told

PUMPS = "Northwind makes pumps in Oslo. Jane Roe is chief executive of Northwind. Northwind sells pumps to hospitals."


def holders(text: str) -> list[str]:
    """Who holds the unverified statements of the last paragraph of an article."""
    found = told(("2026-03-10", f"{PUMPS}\n\n{text}"))
    by_id = {claim.id: claim for claim in found.claims}
    return [
        (by_id[ident].holders or ("",))[-1]
        for one in found.unverified
        for ident in one.claims
        if by_id[ident].evidence.quote in text
    ]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Two people who have worked on Northwind's books say the figures are genuine.", "people who have worked"),
        ("Two buyers of another firm told me that Northwind had raised its prices by half.", "Two buyers"),
        ("Northwind's share is about $9 million, people involved in the programme say.", "people involved"),
        ("A person close to the deal pegged the valuation of Northwind at $410 million.", "person close to the deal"),
        ("One says that the pump leaks. The other says that spare parts take five weeks to arrive.", "the other"),
        ("A dealer for Asia is, in the words of one salesman, “weeks away”.", "one salesman"),
        ("“We get better prices for the same pumps,” said a buyer at a hospital.", "a buyer"),
        ("It is an open secret that Northwind is for sale.", "unnamed sources"),
        ("Northwind advertises 4,200 customers.", "Northwind"),
        ("The brochure speaks of a life of 20 years.", "Northwind"),
        ("If the trials work, Roe thinks that hospitals could be 30% of sales by 2030.", "Jane Roe"),
    ],
)
def test_who_holds_it(text: str, holder: str) -> None:
    assert any(one.startswith(holder) for one in holders(text))


@pytest.mark.parametrize(
    "text", ["Northwind should be profitable by 2027.", "Northwind's plant should be running by May."]
)
def test_what_should_be_by_then_is_a_plan(text: str) -> None:
    assert any(one.standing == "forward-looking" for one in told(("2026-03-10", f"{PUMPS}\n\n{text}")).unverified)


@pytest.mark.parametrize(
    "text",
    [
        "People who have worked at Globex bought pumps.",
        "Half of all people live in towns.",
        "Northwind sells to buyers of other firms.",
        "If the weather holds, the pumps could run.",
    ],
)
def test_who_only_acts_says_nothing(text: str) -> None:
    assert holders(text) == []
