"""Those who use what a company makes are counted as its customers, whatever they are called and however it is told."""

from __future__ import annotations

import pytest

from .close import figures, told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("By now 24 grocery chains rely on two or more of the company's pumps.", {"grocery chains": 24}),
        ("Some 60 tram depots are using its pumps.", {"tram depots": 60}),
        ("Fabrikam Foods has bought 70 pumps from Acme.", {"pumps ordered": 70}),
        ("Fabrikam Foods has placed an order with Acme for 25 pumps.", {"pumps ordered": 25}),
        ("More than 90 school districts pay for Acme's pumps.", {"school districts": 90}),
        ("About 1,700 wardens log on each day.", {"wardens": 1700}),
        ("It says 52 brewery groups have signed up so far.", {"brewery groups": 52}),
        ("It now has 30,000 wardens on the platform.", {"wardens": 30_000}),
        ("It has been adopted by 30,000 wardens.", {"wardens": 30_000}),
        ("Acme handles repairs for 44 hotel chains.", {"hotel chains": 44}),
        ("Some 33 water boards are now customers of Acme.", {"water boards": 33}),
        ("The next aim is to be in 70 water works by 2028.", {"water works": 70}),
    ],
)
def test_those_who_use_it_are_counted(words: str, expected: dict[str, float]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Some 5,000 hospitals use pumps of one sort or another.",
        "Rival Northwind said 33 water boards use its pumps.",
        "Fabrikam Foods has bought 70 pumps from Contoso Systems.",
        "Fabrikam Foods, a customer of Acme, ordered 70 lorries.",
        "Fabrikam, which then had 900 sellers, paid them twice.",
        "Acme has bought Fabrikam, whose ovens serve 9,500 bakers.",
        '"There will be six survivors," said Leo Hart, who follows pumps at Contoso Research.',
    ],
)
def test_those_who_use_something_else_are_not(words: str) -> None:
    assert told(words) == {}


def test_a_small_former_number_needs_no_noun() -> None:
    assert figures("Acme runs 12 depots, up from seven a year ago.") == [("depots", 12), ("depots", 7)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme has built four prototypes to date.", {"prototypes": 4}),
        ("Acme has built three reactors.", {"reactors": 3}),
        ("The headcount is back to 150.", {"employees": 150}),
        ("Its headcount has returned to 144.", {"employees": 144}),
        ("There are 144 people at Acme today.", {"employees": 144}),
        ("Acme is 144 people strong.", {"employees": 144}),
        ("The depot would bring 340 jobs.", {"jobs": 340}),
        ("In May 20 customers signed up.", {"customers": 20}),
    ],
)
def test_small_counts_and_staff_in_other_words(words: str, expected: dict[str, float]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize("words", ["Acme delivered three lectures.", "Acme has delivered four warnings."])
def test_what_is_no_thing_that_is_made_is_not_counted(words: str) -> None:
    assert told(words) == {}
