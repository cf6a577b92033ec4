"""Names with "'s", "and", "+" and small letters inside are found whole; what a company owns stays its own."""

from __future__ import annotations

import pytest

from .close import reading, robots


def _names(words: str) -> list[str]:
    return [
        name.text for one in reading(robots(words)).utterances if one.text.startswith(words[:12]) for name in one.names
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Customers include Children's Hospital of Larch and Women's Aid.",
            "Children's Hospital of Larch; Women's Aid",
        ),
        (
            "The Professor's Fund and the Teachers' Retirement Fund joined.",
            "Professor's Fund; Teachers' Retirement Fund",
        ),
        ("Customers include St. Oswin's Hospital, Globex and Oakfund.", "St. Oswin's Hospital; Globex; Oakfund"),
        ("Its shops are Globex, Larch & Elm's, McOak's and Fernbury's.", "Globex; Larch & Elm's; McOak's; Fernbury's"),
        ("Investors include Rope and Ladder, Inc., Globex and Oakfund.", "Rope and Ladder, Inc.; Globex; Oakfund"),
        ("It was backed by the John and Jane Roe Foundation and Globex.", "John and Jane Roe Foundation; Globex"),
        ("It was backed by Globex, n4x capital and Oakfund.", "Globex; n4x capital; Oakfund"),
        ("The round was led by Rope, Larch & Elm Partners and Globex.", "Rope, Larch & Elm Partners; Globex"),
        ("Users are Globex, oak+elm and Fabrikam.", "Globex; oak+elm; Fabrikam"),
        (
            "It works with the Ministry of Food, Trade and Rural Affairs in Oslo.",
            "Ministry of Food, Trade and Rural Affairs; Oslo",
        ),
    ],
)
def test_one_name(words: str, names: str) -> None:
    assert "; ".join(_names(words)) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("It beats Globex's and Oakfund's robots.", "Globex; Oakfund"),
        ("It runs in Globex's Growth Fund.", "Globex; Growth Fund"),
        ("It serves the Hospital of Larch and Women's Aid.", "Hospital of Larch; Women's Aid"),
    ],
)
def test_two_names(words: str, names: str) -> None:
    assert "; ".join(_names(words)) == names
