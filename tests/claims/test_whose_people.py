"""Posts with what somebody is the chief of, backgrounds of the right person, plain facts of the company itself."""

from __future__ import annotations

import pytest

from .close import briefing_of, robots


def people(body: str) -> dict[str, tuple[str, str]]:
    return {person.name: (person.role, person.background) for person in briefing_of(robots(body)).people}


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("According to its finance chief Ansgar Bohl, sales rose.", "Ansgar Bohl", "finance chief"),
        ("Its R&D chief Mary Poe spoke of delays.", "Mary Poe", "R&D chief"),
        (
            "Acme was founded by Tim Coe. “It works,” said Tim Coe, co-founder and CTO of Acme.",
            "Tim Coe",
            "co-founder and CTO",
        ),
    ],
)
def test_a_post_is_told_whole(sentence: str, name: str, role: str) -> None:
    assert people(sentence)[name][0] == role


@pytest.mark.parametrize(
    "sentence",
    [
        "It also sells in the United States, where President Donald Coe's tariffs make imports dearer.",
        '"It works," Contoso R&D chief Mary Coe said.',
        "Contoso hired away Acme's chief scientist Tim Coe.",
        "Acme's chief operating officer Ruth Coe is leaving for Contoso.",
        '"Fabrikam is glad to be on board," said its Chief Investment Officer, Ruth Coe.',
    ],
)
def test_who_holds_no_post_there_is_none_of_its_people(sentence: str) -> None:
    assert set(people(sentence)) == {"Jane Roe"}


@pytest.mark.parametrize(
    "post", ["Chief Financial Officer", "Chief Information Officer", "Chief Product and Data Officer"]
)
def test_the_words_of_a_post_in_capitals_are_no_name(post: str) -> None:
    assert people(f"Acme {post} Ruth Coe spoke of delays.")["Ruth Coe"][0] == post
    assert set(people(f"Acme {post} Ruth Coe spoke of delays.")) == {"Jane Roe", "Ruth Coe"}


def test_an_earlier_thing_behind_a_name_is_no_background() -> None:
    found = people("Contoso, blamed by Jane Roe for an earlier leak, will be dropped as a supplier.")
    assert found["Jane Roe"][1] == ""


def test_a_background_is_of_the_person_named_behind_it() -> None:
    found = people("Acme was founded in 2018 by Jane Roe and former Contoso engineer Tim Coe.")
    assert found["Jane Roe"][1] == ""
    assert found["Tim Coe"][1] == "former Contoso engineer"


def facts(body: str) -> list[tuple[str, str]]:
    return [(fact.name, fact.value) for fact in briefing_of(robots(body)).profile]


@pytest.mark.parametrize(
    "sentence",
    [
        "It has yet to hear from the works council, which was set up in March.",
        "The plant, which was established in 2021, makes arms.",
        "Founded in 2014, Harbour Ticker reports on fast-growing companies.",
        "Jane Roe founded Globex in 2011 and left it.",
    ],
)
def test_what_was_set_up_is_not_always_the_company(sentence: str) -> None:
    assert "founded" not in dict(facts(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme, which was founded in 2017 by two engineers, sells to ports.",
        "The company was set up in 2017.",
        "Jane Roe, who spent five years at Globex, founded the company in 2017 with Tim Coe.",
        "Jane Roe co-founded Acme in 2017.",
        "Founded in 2017, Acme sells to ports.",
        "Acme at a glance:\n- Founded: 2017\n- Seat: Oslo",
    ],
)
def test_the_company_was_founded(sentence: str) -> None:
    assert ("founded", "2017") in facts(sentence)


def test_a_house_of_investors_has_its_seat_elsewhere() -> None:
    assert ("headquarters", "Chennai") not in facts("The Chennai-based private equity firm led the round.")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The company was founded in 2019 by Mary Poe, a former Contoso manager, and Tim Coe, who knew motors.", 2),
        ("Acme was started in a garage in 2017 by Mary Poe, Tim Coe and Ruth Doe.", 3),
        ("Mary Poe and Tim Coe founded the company in 2019 after leaving Contoso.", 2),
        ("The firm is the brainchild of Mary Poe, a physicist.", 1),
        ("Acme, set up by the physicist Mary Poe in 2018, has 40 staff.", 1),
        ("Mary Poe started Contoso's second fund.", 0),
    ],
)
def test_founders_in_many_words(sentence: str, names: int) -> None:
    assert [role for role, _ in people(sentence).values() if role == "founder"] == ["founder"] * names


def test_who_was_succeeded_holds_the_post_no_more() -> None:
    assert "Tim Coe" not in people("In May Mary Poe succeeded Tim Coe as chief executive.")
