"""Articles that tell bad news and who answers it."""

from __future__ import annotations

import pytest

from tests.reconcile.test_parts_and_posts import conflicts

PUMPS = "Northwind makes pumps in Oslo. Jane Roe is chief executive of Northwind."


def answered(text: str) -> int:
    found = conflicts(("2026-03-10", f"{PUMPS} {text}"), about="")
    return sum(one.topic == "reported and denied" for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Half of the pumps in Bergen are switched off, two employees said. The port says that Bergen is “on course”.",
        "Globex has paused its trials, a person there said. Northwind insists that the project “continues as planned”.",
        "Globex said it had moved its orders to Delta. “We have no current relationship with Northwind,” it said.",
        "Globex has been testing the pump, two people said, though Globex says it “has no relationship with it”.",
        "Roe says that the inquiry was closed in May. The regulator says that its investigation remains open.",
        "Work on the plant stopped in May, say two contractors. “Construction is proceeding,” Northwind said.",
        "Its cash will last until May, one person said; Roe told staff that it would be enough for all of next year.",
        "The agency asked for a trial that would push its ruling into 2028. Roe said the timetable had not changed.",
        "The plant is behind schedule, former managers say. Roe says that the plant is on track.",
    ],
)
def test_bad_news_and_who_answers_it(text: str) -> None:
    assert answered(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Northwind delayed its plant in Bergen to 2027. Its office in Turin is on track, it said.",
        "The plant is on schedule, Roe says. It makes 40 pumps a day.",
        "Globex failed last year. Northwind remains fully committed to hiring, Roe says.",
        "The pump was late. It is now up and running.",
    ],
)
def test_a_plain_assurance_answers_nothing(text: str) -> None:
    assert answered(text) == 0
