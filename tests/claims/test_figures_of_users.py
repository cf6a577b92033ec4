"""Those who use what a company makes are counted as its customers, whatever they are called and however it is told."""

from __future__ import annotations

import pytest

from .close import figures, told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Today 24 grocery chains use at least one of the company's pumps.", {"grocery chains": 24}),
        ("More than 90 school districts pay for Acme's pumps.", {"school districts": 90}),
        ("About 1,400 wardens sign in every week.", {"wardens": 1400}),
        ("It says 52 brewery groups have signed up so far.", {"brewery groups": 52}),
        ("It now has 30,000 wardens on the platform.", {"wardens": 30_000}),
        ("It has been adopted by 30,000 wardens.", {"wardens": 30_000}),
        ("Acme handles repairs for 44 hotel chains.", {"hotel chains": 44}),
        ("Some 33 water boards are now customers of Acme.", {"water boards": 33}),
        ("Her bigger goal is to be in 60 water works by the end of 2027.", {"water works": 60}),
    ],
)
def test_those_who_use_it_are_counted(words: str, expected: dict[str, float]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Some 5,000 hospitals use pumps of one sort or another.",
        "Rival Northwind said 33 water boards use its pumps.",
        "Fabrikam, which then had 900 sellers, paid them twice.",
        "Acme agreed to buy Fabrikam Labs, whose app is used by some 8,000 bakers.",
        '"There will be ten winners," said Leo Hart, who follows pumps at Contoso Research.',
    ],
)
def test_those_who_use_something_else_are_not(words: str) -> None:
    assert told(words) == {}


def test_a_small_former_number_needs_no_noun() -> None:
    assert figures("Acme runs 12 depots, up from seven a year ago.") == [("depots", 12), ("depots", 7)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme has delivered four prototypes so far.", {"prototypes": 4}),
        ("Acme has built three reactors.", {"reactors": 3}),
        ("Headcount is back at 144.", {"employees": 144}),
        ("Its headcount has returned to 144.", {"employees": 144}),
        ("There are 144 people at Acme today.", {"employees": 144}),
        ("Acme is 144 people strong.", {"employees": 144}),
        ("The site would create around 260 jobs.", {"jobs": 260}),
        ("In May 20 customers signed up.", {"customers": 20}),
    ],
)
def test_small_counts_and_staff_in_other_words(words: str, expected: dict[str, float]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize("words", ["Acme delivered three lectures.", "Acme has delivered four warnings."])
def test_what_is_no_thing_that_is_made_is_not_counted(words: str) -> None:
    assert told(words) == {}
