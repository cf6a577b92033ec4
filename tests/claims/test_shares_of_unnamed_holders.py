"""How much of the company people hold who bear no name in the sentence, or several together."""

from __future__ import annotations

import pytest

from briefing import claims
from briefing.claims import find_subject
from briefing.reconcile import reconcile
from briefing.sources import read


def _stakes(words: str) -> dict[str, float | None]:
    text = f"Acme Orbital builds satellites\n\nAcme Orbital is a satellite maker based in Kawasaki.\n\n{words}\n"
    source = read("one.txt", text.encode(), "s1")
    subject = find_subject((source,))
    briefing = reconcile((source,), subject, *claims.extract((source,), subject))
    return {one.name: one.value for one in briefing.metrics if "stake" in one.name}


@pytest.mark.parametrize(
    ("words", "stakes"),
    [
        ("The two founders together own 27.5%.", {"founders stake": 27.5}),
        ("Once it is done, the startup's founders will hold 34.6% in the company.", {"founders stake": 34.6}),
        ("Founders Jane Roe and Paul Moe hold 38% between them.", {"Jane Roe and Paul Moe stake": 38}),
        (
            "Oakfund is the largest shareholder with 21.3%, followed by Birchway at 16% and Elmtree (5.2%).",
            {"Oakfund stake": 21.3, "Birchway stake": 16, "Elmtree stake": 5.2},
        ),
        (
            "Ownership since May: Oakfund 31%, founders 26%, staff and others 43%.",
            {"Oakfund stake": 31, "founders stake": 26, "staff and others stake": 43},
        ),
        ("Jane Roe, who gave up the chair in May, has 6.3%.", {"Jane Roe stake": 6.3}),
        ("Globex closed the purchase of 17.4 per cent of Acme Orbital for $35m in shares.", {"stake": 17.4}),
        ("Acme Orbital owns 30 per cent of Fabrikam Motors, a valve maker.", {"stake in Fabrikam Motors": 30}),
        ("Oakfund put in $20 million. The firm, which manages $3bn, holds 13% of Acme Orbital.", {"Oakfund stake": 13}),
        ("Globex holds 22% of Contoso, a maker of valves.", {}),
        ("Globex accounted for 22% of Acme Orbital's orders.", {}),
        ("The managers own 12% of the land around the plant.", {}),
        ("Globex had agreed in principle to buy 55 per cent of Acme Orbital, but the owners said no.", {}),
    ],
)
def test_shares_of_those_without_a_name(words: str, stakes: dict[str, float]) -> None:
    assert _stakes(words) == stakes


@pytest.mark.parametrize(
    ("words", "stakes"),
    [
        (
            "Its largest owners are General Oak, with 15.7% of it; Northmutual, 12%; and founder Jane Roe, 8.3%.",
            {"General Oak stake": 15.7, "Northmutual stake": 12, "Jane Roe stake": 8.3},
        ),
        ("Jane Roe, who sketched it in Bergen, went home in 2021 and owns 4.6%.", {"Jane Roe stake": 4.6}),
        (
            "It has a patent from the university, which still owns around 3 percent.",
            {"university stake": 3},
        ),
        ("Oakfund is said to hold about 19%.", {"Oakfund stake": 19}),
    ],
)
def test_owners_in_a_row(words: str, stakes: dict[str, float]) -> None:
    assert _stakes(words) == stakes
