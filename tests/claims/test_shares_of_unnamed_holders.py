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
        ("The two founders together own 22.5%.", {"founders stake": 22.5}),
        ("After the issue, the startup's founders will hold 31.4% in the company.", {"founders stake": 31.4}),
        ("Founders Jane Roe and Paul Moe hold 24% between them.", {"Jane Roe and Paul Moe stake": 24}),
        (
            "Oakfund is the largest shareholder with 19.6%, followed by Birchway at 17% and Elmtree (4.4%).",
            {"Oakfund stake": 19.6, "Birchway stake": 17, "Elmtree stake": 4.4},
        ),
        (
            "Ownership after April: Oakfund 28%, founders 24%, staff and others 48%.",
            {"Oakfund stake": 28, "founders stake": 24, "staff and others stake": 48},
        ),
        ("Jane Roe, who left the board last year, has 5.1%.", {"Jane Roe stake": 5.1}),
        ("Globex closed the purchase of 19.9 per cent of Acme Orbital for $60m in new shares.", {"stake": 19.9}),
        ("Acme Orbital owns 30 per cent of Fabrikam Motors, a valve maker.", {"stake in Fabrikam Motors": 30}),
        ("Oakfund put in $20 million. The firm, which manages $7bn, holds 12% of Acme Orbital.", {"Oakfund stake": 12}),
        ("Globex holds 22% of Contoso, a maker of valves.", {}),
        ("Globex accounted for 22% of Acme Orbital's orders.", {}),
        ("The managers own 12% of the land around the plant.", {}),
        ("Globex had agreed in principle to buy 60 per cent of Acme Orbital, but its board voted it down.", {}),
    ],
)
def test_shares_of_those_without_a_name(words: str, stakes: dict[str, float]) -> None:
    assert _stakes(words) == stakes
