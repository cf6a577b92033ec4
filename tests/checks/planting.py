"""Decks with one fault each, made by changing the parts of sound ones."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing import checks, theming
from briefing.exports import pptx
from briefing.model.finding import Finding
from tests.exports.pptx.specimen import specimen
from tests.packages import Parts, parts_of


def ours() -> Parts:
    """Of the specimen in our first theme."""
    return parts_of(pptx.write(specimen(), theming.find_theme("boardroom")))


def planted(parts: Mapping[str, bytes], name: str, old: str, new: str, count: int = 1) -> Parts:
    """Parts with a pattern replaced in one of them; it must be there."""
    text = parts[name].decode()
    changed, found = re.subn(old, new, text, count=count, flags=re.DOTALL)
    assert found, f"{old} does not stand in {name}"
    return {**parts, name: changed.encode()}


def findings(data: bytes) -> list[Finding]:
    """Of the file and of its slides, as `briefing check` puts them together."""
    package = pptx.admit(data)
    deck, theme = pptx.read_opened(package)
    return [*checks.check_package(package, deck), *checks.run(deck, theme)]
