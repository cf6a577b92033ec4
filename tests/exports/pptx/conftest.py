"""The specimen deck, written once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from briefing import theming
from briefing.exports import pptx
from tests.packages import Parts, parts_of

from .specimen import specimen


@pytest.fixture(scope="session")
def deck_of() -> Callable[[str], bytes]:
    """The specimen in a theme, as the bytes of a .pptx."""
    made: dict[str, bytes] = {}

    def write(theme: str = "boardroom") -> bytes:
        if theme not in made:
            made[theme] = pptx.write(specimen(), theming.find_theme(theme))
        return made[theme]

    return write


@pytest.fixture(scope="session")
def parts(deck_of: Callable[[str], bytes]) -> Parts:
    """Part name → bytes."""
    return parts_of(deck_of("boardroom"))


@pytest.fixture(scope="session")
def slides(parts: Parts) -> dict[int, etree._Element]:
    """Slide number → its XML."""
    return {number: etree.fromstring(parts[f"ppt/slides/slide{number}.xml"]) for number in range(1, 7)}
