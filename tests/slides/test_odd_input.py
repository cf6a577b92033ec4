"""Words and dates that no sane source holds: a deck comes out all the same."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from briefing.deck import compose
from briefing.model.briefing import Briefing
from tests.slides.fixtures.northwind import northwind
from tests.slides.looks import audience, theme

KEPT = {"id", "quote", "source", "standing", "status", "instrument", "kind", "category", "role", "currency", "raw"}
KEPT |= {"origin", "valuation_standing", "origin_basis", "start", "end", "sha256", "path", "date", "as_of"}
KEPT |= {"published", "about"}
LISTS = [item.name for item in fields(Briefing) if item.name not in ("schema_version", "subject", "as_of", "analyst")]


def odd(fact: Any, words: str, date: str | None) -> Any:
    changes: dict[str, Any] = {}
    for item in fields(fact):
        value = getattr(fact, item.name)
        if isinstance(value, str) and item.name not in KEPT:
            changes[item.name] = words
        elif date is not None and item.name in ("date", "as_of", "published"):
            changes[item.name] = date
    return replace(fact, **changes)


@pytest.mark.parametrize("words", ["", "W" * 400, "word " * 100, "日本語" * 40, ". ; , —", "“", "a|b", "\u200f\x00 \n"])
@pytest.mark.parametrize("date", [None, "", "garbage", "9999", "../2025"])
def test_a_deck_comes_out(words: str, date: str | None) -> None:
    briefing = northwind()
    lists = {
        name: tuple(odd(fact, words, date) for fact in getattr(briefing, name))
        for name in LISTS
        if name not in ("claims", "rejected", "origins")
    }
    changed = replace(briefing, **lists, as_of=briefing.as_of if date is None else date)
    deck = compose(changed, audience("cto"), theme())
    assert len(deck.frames) >= 3
    assert len({frame.title for frame in deck.frames}) == len(deck.frames)


FACTS = [name for name in LISTS if name not in ("claims", "rejected", "origins", "sources", "since")]


@pytest.mark.parametrize("pair", [(one, other) for one in FACTS for other in FACTS if one <= other], ids="+".join)
def test_every_slide_of_a_thin_deck_shows_something(pair: tuple[str, str]) -> None:
    full = northwind()
    alone = {name: getattr(full, name)[:1] if name in pair else () for name in FACTS}
    deck = compose(replace(full, **alone), audience("cto"), theme())
    assert len({frame.title for frame in deck.frames}) == len(deck.frames)
    for frame in deck.frames[1:]:
        assert any(getattr(mark, "name", "") == "Sources" for mark in frame.marks), frame.key
